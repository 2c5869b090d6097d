/**
 * From the check and the gate to what the medicine room asks for: profile, context, and the person of the tally.
 * Pure. What the check was told is read by care/medicines/told-in-check.ts and only carried on here.
 */
import { entriesOf } from '../../../care/evidence/closed-sets.ts'
import type { Answers, Level } from '../../../care/check/types.ts'
import type { MedicineContext, MedicineProfile } from '../../../care/medicines/assess.ts'
import { type ConditionId, itemsOf, type Replies, type Reply } from '../../../care/medicines/conditions.ts'
import { factsFromProfile, type OverdoseFacts } from '../../../care/medicines/overdose-facts.ts'
import { daysInARow, type TallyPerson } from '../../../care/medicines/tally.ts'
import { type CheckTold, skipsPregnancy, type Told, toldInChecks } from '../../../care/medicines/told-in-check.ts'
import type { Dose } from '../../../care/medicines/products.ts'
import { asEpochMs, type EpochMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { nervesAskedAt, standingResults } from '../../../care/record/person.ts'
import { closedBy, highest } from '../../../care/programme/locks.ts'
import { nothingYet } from '../../../care/programme/state.ts'
import type { RecordNow } from '../record/record-now.ts'
import { gateScreenIds, type MedicineState } from './medicine-state.ts'
import type { Standing } from '../plan/plan-check.tsx'

/** What is known against a dose, from the check and from the whole record. */
export interface Stands {
  readonly standing: Standing
  readonly told: Told
  /** The highest level that holds: of this check, and of any earlier one that nobody has cleared the person of. */
  readonly level: Level
  /** Why a new check comes first, if something new or worse was told since this one. */
  readonly due: string | null
  /** Somebody has seen the person since this check, which had closed everything: it opens nothing, and a new one comes first. */
  readonly seen: boolean
  /** Something of the record is closed until somebody has seen the person. */
  readonly held: boolean
  /** Something was told of too much that is an emergency by itself. */
  readonly emergencyTold: boolean
  /** When A1–A3 were last asked; undefined: never. */
  readonly signsAskedAt: EpochMs | undefined
}

/** Answers of a fresh, finished check; nothing otherwise. */
export function freshAnswers(standing: Standing): Answers {
  return standing.kind === 'finished' && !standing.expired ? standing.check.answers : {}
}

/**
 * What the check and the record say against a dose.
 * @param standing its level is that of the whole record (plan-check.tsx)
 * @param record   null: none is kept, or it cannot be opened
 */
export function standsOn(
  standing: Standing,
  record: Pick<RecordNow, 'events' | 'state'> | null,
  now: EpochMs,
  facts: OverdoseFacts = {},
): Stands {
  const check = standing.kind === 'finished' ? standing.check : null
  const { events, state } = record ?? { events: [], state: nothingYet }
  const cleared = (event: string | null) => event !== null && state.clearedOf.includes(event)
  const standingTold = check && { ...check, cleared: cleared(check.event) }
  const others = otherChecks(events, check?.event ?? null).map((one) => ({ ...one, cleared: cleared(one.event) }))
  const told = toldInChecks(standingTold, others, now)
  const shut = check !== null && closedBy({ level: check.found.level, lock: check.found.movement }) === 'locked'
  const seen = shut && cleared(check.event)
  // A danger that nobody has cleared the person of holds with no check at hand, too.
  const level = check && !seen ? check.level : highest(state.locks)
  // A check that came with the form is in no record.
  const asked = [check?.finishedAt ?? undefined, nervesAskedAt(events)].filter((at) => at !== undefined)
  const signs = asked.length > 0 ? asEpochMs(Math.max(...asked)) : undefined
  const due = state.fullDue?.because ?? null
  const held = state.locks.length > 0
  return { standing, told, level, due, seen, held, emergencyTold: facts.emergencyTold === true, signsAskedAt: signs }
}

/** Every result in the record that counts, but for the one at hand. */
function otherChecks(
  events: readonly NotebookEvent[],
  atHand: string | null,
): readonly (CheckTold & { readonly event: string })[] {
  const counts = standingResults(events)
  return events.flatMap((event) =>
    event.kind === 'checkFinished' && counts.has(event.id) && event.id !== atHand
      ? { answers: event.answers, finishedAt: event.at, event: event.id }
      : [],
  )
}

/** Age as the check has it; from the gate only where the check does not know it. */
function ageOf(state: MedicineState, answers: Answers): number | 'notSure' | undefined {
  return typeof answers.age === 'number' ? answers.age : state.ageYears
}

/** Is the whole gate answered for this check? */
export function gateIsAnswered(state: MedicineState, standing: Standing): boolean {
  return (
    standing.kind === 'finished' &&
    state.check === standing.check.id &&
    gateScreenIds.every((id) => state.answered.includes(id))
  )
}

/** What the medicine room is told of this person. Replies of another check are left out, and so count as "not sure". */
export function profileOf(
  state: MedicineState,
  { standing, told }: Stands,
  doses: readonly Dose[],
  now: EpochMs,
): MedicineProfile {
  const answers = freshAnswers(standing)
  const current = standing.kind === 'finished' && state.check === standing.check.id
  const age = ageOf(state, answers)
  const weeks = typeof answers.weeks === 'number' ? answers.weeks : current ? state.pregnancyWeeks : undefined
  return {
    replies: current ? { ...state.replies, ...notAsked(answers) } : {},
    told: told.rows,
    ...(age !== undefined && { ageYears: age }),
    ...(state.weightKg !== undefined && { weightKg: state.weightKg }),
    ...(weeks !== undefined && { pregnancyWeeks: weeks }),
    ibuprofenDays: daysInARow(doses, 'ibuprofen', now),
    paracetamolDays: daysInARow(doses, 'paracetamol', now),
  }
}

/** The items that this person is not asked. */
const notAsked = (answers: Answers): Replies =>
  skipsPregnancy(answers)
    ? Object.fromEntries(itemsOf('pregnancy').map(({ id }): [ConditionId, Reply] => [id, 'no']))
    : {}

/** Where the person stands. Without a finished, fresh check that nothing new has come after, nothing is offered. */
export function contextOf({ standing, told, level, due, seen }: Stands, tooMuch: boolean): MedicineContext {
  const checked = standing.kind === 'finished' && !standing.expired && !seen && due === null
  const closed = level === 'emergency'
  return {
    level: checked || closed ? level : 'notChecked',
    saddleBladderBowel: told.saddleBladderBowel,
    tooMuch,
  }
}

/** What the tally is told of this person: the gate, what was asked about too much, and the check. The worse one counts. */
export function tallyPerson(
  profile: MedicineProfile,
  state: MedicineState,
  { told, emergencyTold }: Pick<Stands, 'told' | 'emergencyTold'>,
): TallyPerson {
  const gate = factsFromProfile(profile)
  return {
    ...gate,
    ...worseFacts(gate, state.facts),
    told: told.tooMuch,
    ...(emergencyTold && { emergencyTold: true as const }),
    ...(profile.ageYears !== undefined && { ageYears: profile.ageYears }),
    ...(state.seenByClinicianAt !== undefined && { seenByClinicianAt: state.seenByClinicianAt }),
  }
}

/** Each fact of either with the worse of the two replies. */
export function worseFacts(one: OverdoseFacts, other: MedicineState['facts']): MedicineState['facts'] {
  const badness: readonly (Reply | undefined)[] = [undefined, 'no', 'notSure', 'yes']
  const worse = (a: Reply | undefined, b: Reply | undefined) => (badness.indexOf(a) > badness.indexOf(b) ? a : b)
  return Object.fromEntries(entriesOf(other).map(([fact, reply]) => [fact, worse(one[fact], reply)]))
}
