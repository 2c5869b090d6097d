/**
 * Everything that a request of the medicine pages knows: the check, what was told, the gate, and every dose of the record
 * and of the form. Reads and keeps; decides nothing.
 */
import { entriesOf } from '../../../care/evidence/closed-sets.ts'
import { findLast } from '../../../care/evidence/lists.ts'
import { asEpochMs, dayMs } from '../../../care/evidence/time.ts'
import { factsOfOneTime, type OverdoseFact, replyFacts } from '../../../care/medicines/overdose-facts.ts'
import { afterJumps } from '../../../care/record/notebook-clock.ts'
import { type DoseTaken, doses as countedDoses, type NotebookEvent } from '../../../care/record/notebook.ts'
import type { TooMuchTold } from '../../../care/programme/events.ts'
import { type DoseRecord, doseRecord } from '../../../care/record/too-much.ts'
import { toldAgainstCheck } from '../../../care/medicines/against-check.ts'
import type { FormFields } from '../form-fields.ts'
import type { CareHome, NotebookStore } from '../home.ts'
import { momentOf } from '../moment.ts'
import { CarryCheck, standingIn } from '../plan/plan-check.tsx'
import { type RecordNow, type RecordTrouble, loadRecordOrLocked } from '../record/record-now.ts'
import { keep, stoppedAnew } from '../record/record-keep.ts'
import { freshAnswers, standsOn, type Stands, worseFacts } from './medicine-person.ts'
import { answeredReplies } from './medicine-gate.tsx'
import { type DoseEntry, emptyState, type MedicineState, readState, writeState } from './medicine-state.ts'
import { type TallyView, tallyView } from './medicine-tally-flow.ts'

/** Where the gate rests among the drafts of a device. A fixed UUID, so that any draft store takes it. */
const draftId = '5f0d2c6e-8a61-4c5b-9a57-6d6564696369'

/** Everything a request knows. */
export interface MedicinesNow {
  readonly home: CareHome
  readonly stands: Stands
  readonly state: MedicineState
  /** Every dose that counts. */
  readonly entries: readonly DoseEntry[]
  /** Those of them that are on the list. */
  readonly shown: readonly DoseEntry[]
  /** What the record says of doses and of too much; null where none is kept. */
  readonly record: DoseRecord | null
  /** The record that this stands on; null where none is kept. */
  readonly from: RecordNow | null
  /** Is there a record, and could it be opened? */
  readonly kept: 'yes' | 'no' | 'failed'
  /** A dose on the list is held by the running worker alone: the device has not taken it. */
  readonly heldOnly?: boolean
  /** Entries were found in the last 24 hours that cannot be read: one of them may be a dose (H-12). */
  readonly doubt?: boolean
  /** What the form carries of too much, and no record holds: as from a page of the server. */
  readonly untold: MedicineState['facts']
  /** What was told of too much could not be written down. */
  readonly unwritten?: boolean
  /** Does the record itself ask for a check already? */
  readonly recordDue: boolean
  /** What became of it, where the gate was told the opposite of the check and that was written down with this request. */
  readonly againstWritten?: 'closed' | 'refused'
  readonly fields: FormFields
  readonly trouble?: RecordTrouble
}

/** Reads check, replies and doses from wherever this home has them. */
export async function medicinesNow(home: CareHome, fields: FormFields): Promise<MedicinesNow | 'damaged'> {
  const record = await loadRecordOrLocked(home)
  const standing = standingIn(record, fields, home.now())
  const text = fields.get('medicines')?.[0]
  const posted = text ? readState(text) : emptyState
  if (!posted) return 'damaged'
  if (!record) {
    const stands = againstGate(standsOn(standing, null, home.now()), posted)
    const { doses: entries } = posted
    return {
      home,
      fields,
      untold: {},
      state: posted,
      entries,
      shown: entries,
      record: null,
      from: null,
      recordDue: false,
      stands,
      kept: 'no',
    }
  }
  const { events, trouble } = record
  const stored = record.opened ? await keptReplies(record.notebook) : null
  const said = doseRecord(events)
  const state = withRecord(stored ?? posted, posted.facts, said, record.state.locks.length > 0)
  const jumps = (await home.clockJumps?.()) ?? []
  const asLate = (dose: DoseTaken) => entryOf(afterJumps(dose, jumps, home.now()))
  const recorded = said.doses.map(asLate)
  const listed = countedDoses(events).map(asLate)
  const doubt = events.some(({ kind, at }) => kind === 'unreadable' && home.now() - at < dayMs)
  // Doses carried in the form count too: the server made the page, or the device could not write them down.
  const known = new Set(events.map(({ id }) => id))
  const carried = posted.doses.filter(({ id }) => !known.has(id))
  const stands = againstGate(standsOn(standing, record, home.now(), said.facts), state)
  const toldBy = findLast(events, ({ kind }) => kind === 'tooMuchTold')?.id
  const untold = posted.toldBy !== undefined && known.has(posted.toldBy) ? {} : untoldIn(posted.facts, said)
  const entries = [...recorded, ...carried]
  const shown = [...listed, ...carried]
  const kept = record.opened ? 'yes' : 'failed'
  const held = new Set(((await home.notebook?.heldBack?.()) ?? []).map(({ id }) => id))
  return {
    home,
    fields,
    stands,
    untold,
    state: { ...state, doses: carried, ...(toldBy !== undefined && isEmpty(untold) && { toldBy }) },
    entries,
    shown,
    record: said,
    from: record,
    recordDue: record.state.fullDue !== null,
    kept,
    heldOnly: listed.some(({ id }) => held.has(id)),
    doubt,
    trouble,
  }
}

/**
 * What the gate was told for this check and the check was told the opposite of. From the screens that were sent: what one
 * tells counts at once, and whoever goes no further has told it all the same.
 */
const againstCheck = (state: MedicineState, { standing }: Pick<Stands, 'standing'>): readonly string[] =>
  standing.kind === 'finished' && state.check === standing.check.id
    ? toldAgainstCheck(answeredReplies(state), freshAnswers(standing))
    : []

/**
 * The request once the record holds that the gate says the opposite of the check: it closes what the check opened, until one
 * that was begun after this. Every page of the room asks for it, so that nothing shown first, and no store that was full
 * then, leaves it untold.
 */
export async function withAgainstTold(now: MedicinesNow): Promise<MedicinesNow> {
  const { home, kept, state, stands, recordDue } = now
  const told = againstCheck(state, stands)
  if (told.length === 0 || recordDue) return now
  const because = againstWords(told)
  const due = { ...now, stands: { ...stands, due: stands.due ?? because } }
  if (kept !== 'yes') return due
  const stop = { v: 1, id: home.newId(), ...momentOf(home), ...stoppedAnew('againstCheck') } as const
  return { ...due, againstWritten: (await keep(home, [stop])).ok ? 'closed' : 'refused' }
}

/** A check that the gate contradicts comes again before anything is said of a medicine (evidence.md §2.3). */
function againstGate(stands: Stands, state: MedicineState): Stands {
  const told = againstCheck(state, stands)
  return stands.due !== null || told.length === 0 ? stands : { ...stands, due: againstWords(told) }
}

/** Why the check comes again, in words. */
const againstWords = (told: readonly string[]): string =>
  `You told us here of ${told.join('; ')}. Your check says no to that. It can change what is safe for you.`

/**
 * The gate with what the record says of too much. A "no" that only the form brings back may be about another time, so of
 * the form's own answers those count that could not be kept and are no "no". While something is closed nobody has seen to
 * it, whatever the form says.
 */
function withRecord(
  state: MedicineState,
  posted: MedicineState['facts'],
  said: DoseRecord,
  held: boolean,
): MedicineState {
  const { seenByClinicianAt: before, ...rest } = state
  const worse = Object.entries(posted).filter(([, reply]) => reply !== 'no')
  const kept = replyFacts.flatMap((fact) => (said.facts[fact] === undefined ? [] : [[fact, said.facts[fact]]]))
  const seen = held ? [] : [before, said.seenAt].filter((at) => at !== undefined)
  return {
    ...rest,
    ...(rest.weightKg === undefined && said.facts.weightKg !== undefined && { weightKg: said.facts.weightKg }),
    facts: { ...Object.fromEntries(kept), ...worseFacts(said.facts, Object.fromEntries(worse)) },
    ...(seen.length > 0 && { seenByClinicianAt: asEpochMs(Math.max(...seen)) }),
  }
}

/** Which of these the record does not hold, or holds as milder. That it was on purpose it holds as an emergency (`toldEvent`). */
function untoldIn(carried: MedicineState['facts'], { facts }: DoseRecord): MedicineState['facts'] {
  const worse = worseFacts(facts, carried)
  const isHeld = (fact: keyof typeof worse) =>
    worse[fact] === 'no' || worse[fact] === facts[fact] || (fact === 'onPurpose' && facts.emergencyTold === true)
  return Object.fromEntries(entriesOf(worse).filter(([fact]) => !isHeld(fact)))
}
const isEmpty = (facts: object): boolean => Object.keys(facts).length === 0

/** The same request once something was written down: what the record says now, and what the form carries. */
export async function asWritten(now: MedicinesNow): Promise<MedicinesNow> {
  const fields = new Map([...now.fields, ['medicines', [writeState(now.state)]] as const])
  const again = await medicinesNow(now.home, fields)
  return again === 'damaged' ? now : again
}

/** The gate as it rests on this device; null if there is none, or it cannot be read: then it is asked. */
async function keptReplies({ drafts }: NotebookStore): Promise<MedicineState | null> {
  try {
    const draft = await drafts.get(draftId)
    return draft ? readState(draft) : null
  } catch {
    return null
  }
}

const entryOf = (dose: DoseEntry): DoseEntry => {
  const { id, ingredient, milligrams, product, takenAt, amountKnown, typed, clockSaid } = dose
  return {
    id,
    ingredient,
    milligrams,
    product,
    takenAt,
    ...(amountKnown === false && { amountKnown }),
    ...(typed !== undefined && { typed }),
    ...(clockSaid !== undefined && { clockSaid }),
  }
}

/** What the tally knows now, for a page that tells of it and writes a dose down. Null where it cannot be known. */
export async function tallyNow(
  home: CareHome,
): Promise<{ readonly view: TallyView; readonly entries: readonly DoseEntry[] } | null> {
  const now = await medicinesNow(home, new Map())
  if (now === 'damaged' || now.kept !== 'yes' || now.doubt) return null
  return { view: viewOf(now), entries: now.entries }
}

/** Why nothing can be said of what may suit this person. */
export type WhyClosed = 'emergency' | 'unread' | 'none' | 'unfinished' | 'seen' | 'expired' | 'due'

/** Why the pages of what may suit this person are closed; null: they are open. */
export function whyClosed({ stands, kept }: Pick<MedicinesNow, 'stands' | 'kept'>): WhyClosed | null {
  const { standing, level, due, seen } = stands
  if (level === 'emergency') return 'emergency'
  if (kept === 'failed') return 'unread'
  if (standing.kind !== 'finished') return standing.kind === 'unfinished' ? 'unfinished' : 'none'
  if (seen) return 'seen'
  if (standing.expired) return 'expired'
  return due === null ? null : 'due'
}

/** The tally of a request. */
export const viewOf = ({ home, state, stands, entries, shown }: MedicinesNow): TallyView =>
  tallyView(state, stands, entries, home.now(), shown)

/** Keeps the replies where this home can. A failure loses nothing of this page: the form still carries them. */
export async function keepReplies({ home, kept }: MedicinesNow, state: MedicineState): Promise<void> {
  if (kept !== 'yes') return
  try {
    await home.notebook?.drafts.put(draftId, writeState(state, 'kept'))
  } catch {
    // The hidden field still carries everything.
  }
}

/**
 * Writes these events down, all or none.
 * @returns whether they are kept now; false where nothing is kept, or the device refuses
 */
export async function keepDoses({ home, kept }: MedicinesNow, events: readonly NotebookEvent[]): Promise<boolean> {
  if (kept !== 'yes') return false
  const written = await keep(home, events)
  return written.ok
}

/**
 * What was told about too much, as it may be kept. That it was, or may have been, on purpose is kept as an emergency and no
 * more: whoever may see the phone need not know (H-17).
 */
export function toldEvent(
  home: CareHome,
  facts: MedicineState['facts'],
  weightKg: MedicineState['weightKg'],
): TooMuchTold {
  const { onPurpose, ...rest } = facts
  const emergency = onPurpose === 'yes' || onPurpose === 'notSure'
  return {
    ...({ v: 1, id: home.newId(), ...momentOf(home), kind: 'tooMuchTold' } as const),
    facts: { ...rest, ...(onPurpose === 'no' && { onPurpose }) },
    ...(weightKg !== undefined && { weightKg }),
    ...(emergency && { emergency }),
  }
}

/** What the gate knows that decides how dangerous too much is, to be kept beside a dose that is too much. */
export function lastingFacts(person: TallyView['person']): MedicineState['facts'] {
  const ofOneTime: readonly OverdoseFact[] = factsOfOneTime
  const lasting = replyFacts.filter((fact) => !ofOneTime.includes(fact) && person[fact] !== undefined)
  return Object.fromEntries(lasting.map((fact) => [fact, person[fact]]))
}

/** The check and the state as hidden fields. */
export function Carried({ now, state }: { now: MedicinesNow; state: MedicineState }) {
  const { standing } = now.stands
  return (
    <>
      <CarryCheck check={standing.kind === 'finished' ? standing.check : null} />
      <input type="hidden" name="medicines" value={writeState(state)} />
    </>
  )
}
