/**
 * The check that a plan, a medicine page or a movement stands on: from the posted trail, or from the record on the device.
 * Decides nothing about levels: it asks the engine again.
 * Never: treats a check of unknown age as fresh, or lets a record show less than the check found then.
 */
import { checkState } from '../../../care/check/check.ts'
import { type Answers, type CheckResult, type Level, levels, type MovementLock } from '../../../care/check/types.ts'
import { asEpochMs, dayMs, type EpochMs } from '../../../care/evidence/time.ts'
import { type CheckFinished, inOrder, lastCheck, type NotebookEvent } from '../../../care/record/notebook.ts'
import { withRecord } from '../../../care/record/open-now.ts'
import { begunAfterIn } from '../../../care/programme/asked.ts'
import type { BegunAfter } from '../../../care/programme/events.ts'
import { nothingYet } from '../../../care/programme/state.ts'
import type { FormFields } from '../form-fields.ts'
import { contradictionsIn } from '../check/held-answers.ts'
import { protocolVersion } from '../check/protocol-in-force.ts'
import type { RecordNow } from '../record/record-now.ts'
import { readPostedTrail, type TrailRead } from '../check/read-trail.ts'
import { answersOf, type Trail, writeTrail } from '../check/trail.ts'

/** A finished check, fresh or not. */
export interface FinishedCheck extends BegunAfter {
  /** UUID of the check. */
  readonly id: string
  /** As posted; nothing when it comes from the record, which every page of the device can read for itself. */
  readonly trail: Trail | null
  readonly answers: Answers
  /** The highest of this check and of earlier ones that nobody has cleared the person of. */
  readonly level: Level
  /** The tightest of them. */
  readonly movement: MovementLock
  /** What this check found by itself. */
  readonly found: { readonly level: Level; readonly movement: MovementLock }
  /** Id of its event in the record; null when the record does not hold it. */
  readonly event: string | null
  readonly protocolVersion: string
  /** By this home's clock. `null`: not known, and then it counts as too old. */
  readonly finishedAt: EpochMs | null
}

/** `expired`: finished, but 24 hours old or more, or of unknown age. */
export type Standing =
  | { readonly kind: 'none' }
  | { readonly kind: 'unfinished'; readonly trail: Trail | null }
  | { readonly kind: 'damaged'; readonly trouble: Extract<TrailRead, { ok: false }> }
  | { readonly kind: 'finished'; readonly check: FinishedCheck; readonly expired: boolean }

/**
 * The check that a request stands on: its own trail first, else the last one in the record.
 * @param record as it was read; null: none is kept, or the store fails
 */
export function standingIn(record: RecordNow | null, fields: FormFields | undefined, now: EpochMs): Standing {
  const { events, state } = record ?? { events: [], state: nothingYet }
  const standing = fields?.get('trail')?.some(Boolean) ? fromTrail(fields, events, now) : fromRecord(events, now)
  if (standing.kind !== 'finished') return standing
  return { ...standing, check: { ...standing.check, ...withRecord(standing.check.found, state) } }
}

function fromTrail(fields: FormFields, events: readonly NotebookEvent[], now: EpochMs): Standing {
  const read = readPostedTrail(fields, protocolVersion)
  if (!read.ok) return { kind: 'damaged', trouble: read }
  const trail = read.value
  const answers = answersOf(trail)
  const state = checkState(answers)
  if (!state.complete) return { kind: 'unfinished', trail }
  // The worse answers count. Where they close nothing, what waits for a second word is asked first.
  const closes = ['emergency', 'urgent'].includes(state.level)
  if (!closes && contradictionsIn(trail).length > 0) return { kind: 'unfinished', trail }
  const event = kept(events, trail.id)
  const finishedAt = event?.at ?? postedTime(fields)
  const { id } = trail
  const begunAfter = begunAfterIn(events, trail)
  return finished({ ...shared(state), id, begunAfter, event: event?.id ?? null, trail, answers, finishedAt }, now)
}

const shared = ({ level, movement }: CheckResult) => ({
  level,
  movement,
  found: { level, movement },
  protocolVersion,
})

/** The newest result of this check in the record. */
function kept(events: readonly NotebookEvent[], check: string): CheckFinished | undefined {
  return inOrder(events)
    .filter((event): event is CheckFinished => event.kind === 'checkFinished' && event.check === check)
    .at(-1)
}

function postedTime(fields: FormFields): EpochMs | null {
  const typed = fields.get('checkedAt')?.[0] ?? ''
  return /^\d{1,15}$/.test(typed) ? asEpochMs(Number(typed)) : null
}

function fromRecord(events: readonly NotebookEvent[], now: EpochMs): Standing {
  const last = lastCheck(events, now)
  if (!last) return { kind: 'none' }
  const { event } = last
  // The private question is never kept. Its only rule is an emergency, which the kept level still says.
  const state = checkState({ I4: 'no', ...event.answers })
  if (!state.complete) return { kind: 'unfinished', trail: null }
  const lower = levels.indexOf(state.level) < levels.indexOf(event.level)
  const result = lower ? { ...state, level: event.level, movement: lockAt(event.level) } : state
  const { id, check: of, answers, at: finishedAt, begunAfter } = event
  const check = { ...shared(result), id: of, begunAfter, event: id, trail: null, answers, finishedAt }
  // The record may know more against it than its age.
  return { kind: 'finished', check, expired: last.expired }
}

/** What a kept level allows when today's rules would allow more. */
const lockAt = (level: Level): MovementLock => (level === 'soon' ? 'gentle' : level === 'self-care' ? 'open' : 'locked')

function finished(check: FinishedCheck, now: EpochMs): Standing {
  const ageMs = check.finishedAt === null ? dayMs : now - check.finishedAt
  return { kind: 'finished', check, expired: !(ageMs >= 0 && ageMs < dayMs) }
}

/** The check as hidden fields, so that the next page stands on the same one. Nothing when the record holds it. */
export function CarryCheck({ check }: { check: Pick<FinishedCheck, 'trail' | 'finishedAt'> | null }) {
  if (!check?.trail) return null
  return (
    <>
      <input type="hidden" name="trail" value={writeTrail(check.trail)} />
      {check.finishedAt !== null && <input type="hidden" name="checkedAt" value={String(check.finishedAt)} />}
    </>
  )
}
