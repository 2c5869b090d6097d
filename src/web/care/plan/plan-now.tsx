/**
 * The plan that a request stands on: its check, what the person said for the plan, the plan or why there is none, and the
 * hidden fields that carry both on. Decides nothing: `makePlan` does.
 * Never: a plan from a check of unknown age, or from somebody else's answers.
 */
import type { Moment } from '../../../care/evidence/calendar.ts'
import type { EpochMs } from '../../../care/evidence/time.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import { currentPlan, type NotebookEvent, stepsDoneSince } from '../../../care/record/notebook.ts'
import { type OpenNow, openNow } from '../../../care/record/open-now.ts'
import { nothingYet } from '../../../care/programme/state.ts'
import { type LockedPlan, lockedPlan } from '../../../care/relief/locked.ts'
import { makePlan, type Plan } from '../../../care/relief/plan.ts'
import { type PartialProfile, parseProfile } from '../../../care/relief/profile.ts'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { momentOf } from '../moment.ts'
import { isOfUnknownAge, unknownAgeWords } from '../record/old-check.ts'
import { type RecordNow, loadRecordOrLocked } from '../record/record-now.ts'
import { hourOf } from '../medicines/medicine-clock.ts'
import { CarryCheck, type FinishedCheck, type Standing, standingIn } from './plan-check.tsx'

export interface PlanNow {
  readonly home: CareHome
  readonly standing: Standing
  /** The finished check, fresh or not. */
  readonly check: FinishedCheck | null
  readonly fields: FormFields
  /** What was answered for the plan; nothing yet: the questions come first. */
  readonly given: PartialProfile | null
  /** The plan for the given answers (none given: everything on the careful side), or why there is none. */
  readonly plan: Plan | LockedPlan
  /** What is open, from the whole record. */
  readonly open: OpenNow
  /** True where the record holds this plan, so that its pages have addresses of their own. */
  readonly inRecord: boolean
  /** Ids of the steps done since the plan was made. */
  readonly done: readonly string[]
  readonly now: EpochMs
  /** Null where none is kept. Where the store fails it is not `opened`. */
  readonly record: RecordNow | null
}

/** Longest profile taken from a form, in characters. */
const profileLimit = 20_000

/** Reads everything a page of the plan needs. */
export async function planNow(home: CareHome, fields: FormFields = new Map()): Promise<PlanNow> {
  const record = await loadRecordOrLocked(home)
  const events = record?.events ?? []
  const moment = record?.now ?? momentOf(home)
  const standing = standingIn(record, fields, moment.at)
  const check = standing.kind === 'finished' ? standing.check : null
  const open = openOn(standing, record, moment)
  const made = currentPlan(events)
  const kept = made && made.check === check?.id ? made : null
  const posted = fields.get('profile')?.[0]
  const given = posted !== undefined ? readProfile(posted) : kept ? parseProfile(kept.profile) : null
  return {
    home,
    standing,
    check,
    fields,
    given,
    plan: closedPlan(open, events, moment.at) ?? planFor(check, given ?? {}, moment.at, home),
    open,
    inRecord: kept !== null && posted === undefined,
    done: kept ? stepsDoneSince(events, kept.at) : [],
    now: moment.at,
    record,
  }
}

/** What is open by the record alone, for a page that leads to plan, movements, relaxing or medicines. */
export function openBy(record: RecordNow): OpenNow {
  const standing = standingIn(record, undefined, record.now.at)
  return openOn(standing, record, record.now)
}

function openOn(standing: Standing, record: RecordNow | null, now: Moment): OpenNow {
  const check = standing.kind === 'finished' ? standing.check : null
  const state = record?.state ?? nothingYet
  return openNow(check && { ...check, ...check.found }, state, now, record?.opened === false ? 'unread' : 'read')
}

/** Why there is no plan, in words; null when it is open. */
function closedPlan({ plan }: OpenNow, events: readonly NotebookEvent[], now: EpochMs): LockedPlan | null {
  if (!plan) return null
  const because = 'because' in plan ? plan.because : undefined
  const found = lockedPlan(plan.why, because, 'tooMuch' in plan && plan.tooMuch === true)
  if (plan.why !== 'expired' || !isOfUnknownAge(events, now)) return found
  return { ...found, because: `${unknownAgeWords} A danger sign can come later.` }
}

/** The plan for a check and answers, or why there is none. */
export function planFor(
  check: FinishedCheck | null,
  given: PartialProfile,
  now: EpochMs,
  home: Pick<CareHome, 'kind'>,
): Plan | LockedPlan {
  if (!check) return lockedPlan('unfinished')
  const { level, movement, protocolVersion, answers, finishedAt } = check
  // Not known when: as old as can be.
  const at = finishedAt ?? asEpochMs(0)
  const clock = { now, hour: hourOf(now, home) }
  return makePlan({ complete: true, level, movement, protocolVersion, answers, finishedAt: at }, given, clock)
}

/** A posted profile. What cannot be read counts as not answered, which is the careful side. */
function readProfile(text: string): PartialProfile {
  if (text.length > profileLimit) return {}
  try {
    return parseProfile(JSON.parse(text))
  } catch {
    return {}
  }
}

/** Check and answers as hidden fields. Nothing where the record holds them. */
export function CarryPlan({ now, given = now.given }: { now: PlanNow; given?: PartialProfile | null }) {
  if (now.inRecord && given === now.given) return null
  return (
    <>
      <CarryCheck check={now.check} />
      {given && <input type="hidden" name="profile" value={JSON.stringify(given)} />}
    </>
  )
}
