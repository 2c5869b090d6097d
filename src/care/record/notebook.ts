/**
 * A person's own record: the list of things that happened, and what they add up to (folds).
 * Events never change once written; a later event says more.
 * Never reads a clock, never stores anything, never trusts that events come in order or only once.
 */
import type { Answer, Answers, Level, MovementLock } from '../check/types.ts'
import type { DiaryEvent } from '../diary/entry.ts'
import type { IsoDate } from '../evidence/calendar.ts'
import { type Made, onceInOrder, placeOf, sortedByOrder } from '../evidence/order.ts'
import { dayMs, type EpochMs } from '../evidence/time.ts'
import type { SessionBegun } from '../player/session-begun.ts'
import type { PreventionEvent } from '../prevention/events.ts'
import type { BegunAfter, FullCheckDone, PainToldLate, ProgrammeEvent, TooMuchFound } from '../programme/events.ts'

/** An answer the person changed after going back, and confirmed. `from` was the worse one. */
export interface ChangedAnswer {
  readonly question: string
  readonly from: Answer
  readonly to: Answer
}

/** Plain data: what a plan's profile is made of. The relief room knows the exact shape and parses it. */
export type ProfileData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

interface EventBase extends Made {
  /** Version of this shape. Older ones are brought up to date at the edge, unknown ones are refused there. */
  readonly v: 1
}
/** A check came to a result. Version 2: version 1 had neither `day` nor `movement`. */
export interface CheckFinished extends Made, BegunAfter {
  readonly v: 2
  readonly kind: 'checkFinished'
  /** Which day it was for the person. */
  readonly day: IsoDate
  /** What the result allowed of movements then. */
  readonly movement: MovementLock
  /** The check it belongs to: going back and changing an answer gives a further event of the same check. */
  readonly check: string
  readonly answers: Answers
  readonly level: Level
  readonly protocolVersion: string
  readonly changed: readonly ChangedAnswer[]
  /** From a wrong clock: nobody knows when it was (notebook-clock.ts). Never written, never in a file. */
  readonly unknownAge?: true
}
/** A plan was made from this check and this profile. */
export interface PlanMade extends EventBase {
  readonly kind: 'planMade'
  readonly check: string
  readonly profile: ProfileData
}
/** A dose of one ingredient was taken. A product with two ingredients gives two events. */
export interface DoseTaken extends EventBase {
  readonly kind: 'doseTaken'
  readonly ingredient: string
  readonly milligrams: number
  readonly product: string
  readonly takenAt: EpochMs
  /** Missing: known. `false`: the person does not know how many; `milligrams` is the least it can have been. */
  readonly amountKnown?: false | undefined
  /** The time as it was typed, where it may mean another moment than `takenAt`; on the clock of whoever typed it. */
  readonly typed?: string | undefined
  /**
   * When it was taken as the clock had it, where that clock was behind: what was told before it is dated later. It counts as
   * `takenAt` until the person says when it was (notebook-clock.ts). Never written, never in a file.
   */
  readonly clockSaid?: EpochMs | undefined
}
/** A dose was written down by mistake. The dose event stays; this one takes it out of the tally. */
export interface DoseWithdrawn extends EventBase {
  readonly kind: 'doseWithdrawn'
  readonly dose: string
}
/** A step of the plan was done. */
export interface StepDone extends EventBase {
  readonly kind: 'stepDone'
  readonly step: string
}
/**
 * The record holds entries that cannot be read. Made by the device store while that is so; never written, never in a file.
 * Nobody knows what they said, so nothing that allows something may stand on what was told before.
 */
export interface Unreadable extends EventBase {
  readonly kind: 'unreadable'
  /** How many. */
  readonly entries: number
}
/**
 * Everything that a record can hold. An event never changes once written; `notebook-versions.ts` brings old ones up to
 * date.
 */
export type NotebookEvent =
  | Unreadable
  | CheckFinished
  | PlanMade
  | DoseTaken
  | DoseWithdrawn
  | StepDone
  | SessionBegun
  // A check is written once, as `checkFinished`, and an entry as `diaryEntry`; the programme's own are made from them (person.ts).
  | Exclude<ProgrammeEvent, FullCheckDone | PainToldLate | TooMuchFound>
  | DiaryEvent
  | PreventionEvent

/** Oldest first, in the order in which they were made (evidence/order.ts). */
export const inOrder = (events: readonly NotebookEvent[]): readonly NotebookEvent[] => sortedByOrder(events)

/**
 * Two records as one: every event once, oldest first. When both hold an id, `mine` wins, since events never change.
 * Merging again adds nothing.
 */
export function merged(mine: readonly NotebookEvent[], theirs: readonly NotebookEvent[]): readonly NotebookEvent[] {
  return onceInOrder([...theirs, ...mine])
}

/** The last check, and whether it is still good to act on. */
export interface LastCheck {
  readonly event: CheckFinished
  /**
   * True from exactly 24 hours on (evidence.md §2.3), when the device's clock says it has not happened yet, and when
   * entries were found since that cannot be read: one of them may have been a worse check.
   */
  readonly expired: boolean
}

/** The latest check of the record, or nothing. */
export function lastCheck(events: readonly NotebookEvent[], now: EpochMs): LastCheck | null {
  const event = latest(events, 'checkFinished')
  if (!event) return null
  const ageMs = now - event.at
  const doubtful = latest(events, 'unreadable')
  return { event, expired: ageMs < 0 || ageMs >= dayMs || (doubtful !== null && placeOf(doubtful) >= placeOf(event)) }
}

/** The plan to carry on with: the latest one, if it was made from the latest check. A newer check needs a newer plan. */
export function currentPlan(events: readonly NotebookEvent[]): PlanMade | null {
  const plan = latest(events, 'planMade')
  const check = latest(events, 'checkFinished')
  if (!plan || !check || plan.check !== check.check || placeOf(plan) < placeOf(check)) return null
  return plan
}

/** Every dose that still counts, once, oldest first: all that were written down less those withdrawn. */
export function doses(events: readonly NotebookEvent[]): readonly DoseTaken[] {
  const withdrawn = new Set(events.flatMap((event) => (event.kind === 'doseWithdrawn' ? event.dose : [])))
  return merged(events, []).filter(
    (event): event is DoseTaken => event.kind === 'doseTaken' && !withdrawn.has(event.id),
  )
}

/** Ids of the steps done since the given moment, without repeats, in the order they were first done. */
export function stepsDoneSince(events: readonly NotebookEvent[], since: EpochMs): readonly string[] {
  const done = inOrder(events).flatMap((event) => (event.kind === 'stepDone' && event.at >= since ? event.step : []))
  return [...new Set(done)]
}

type EventOf<Kind extends NotebookEvent['kind']> = Extract<NotebookEvent, { kind: Kind }>

/** The newest event of one kind. */
function latest<Kind extends NotebookEvent['kind']>(
  events: readonly NotebookEvent[],
  kind: Kind,
): EventOf<Kind> | null {
  const ofKind = inOrder(events).filter((event): event is EventOf<Kind> => event.kind === kind)
  return ofKind.at(-1) ?? null
}
