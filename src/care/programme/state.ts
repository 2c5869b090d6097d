/**
 * What the programme knows about a person at one moment: a fold of their events (fold.ts makes it).
 * Types, the empty state and small look-ups; read by every file of this room and by the pages.
 * Never: changed by a page. A page writes an event; the next fold says what follows from it.
 */
import type { MovementLock } from '../check/types.ts'
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import { type EpochMs, hourMs } from '../evidence/time.ts'
import { daysBetween, type IsoDate, type Moment } from '../evidence/calendar.ts'
import type {
  AbilitiesNoted,
  CheckInDone,
  DirectionFound,
  FullCheckDone,
  HelpAnswered,
  LegAnswer,
  MorningNoted,
  MovementDone,
  ProgrammeStarted,
  Score,
} from './events.ts'
import type { Light } from './pain-lights.ts'
import { type DangerLock, tightest } from './locks.ts'
import type { PhaseNumber, ProgrammeCard } from './phases.ts'
import { limit } from './thresholds.ts'

/** Where one line of the programme stands in the present phase. */
export interface CardProgress {
  /** Step of `ladder(phase, card)`, from 0. −1: has not joined yet (phase 1, "other cards"). */
  readonly rung: number
  /** Left out on this day after a red light. */
  readonly offOn: IsoDate | null
  /** Comes back at half the number and half the range. */
  readonly half: boolean
}

/** One finished session, with what the next morning said about it. */
export interface SessionRecord extends Moment {
  readonly id: string
  readonly phase: PhaseNumber
  readonly painBefore: Score
  /** Worst pain in any movement; not sure when any was not known and none was red. */
  readonly peak: Score
  readonly effort: Score
  readonly leg: LegAnswer
  readonly light: Light
  readonly movements: readonly (MovementDone & { readonly light: Light })[]
  /** All at the phase's own dose: nothing halved, nothing left out, no flare. */
  readonly wholeDose: boolean
  /** Pain on the morning of the next day; null while not known. */
  readonly nextMorning: number | null
  /** Told under a clock that was ahead: `day` is the last that it can have been, and nothing is counted to that day. */
  readonly dayNotKnown?: true
}

/** A sentence that says why, with where the rule comes from. */
export interface Reason {
  readonly id: string
  readonly words: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/** The one thing that changed upwards. `join`: a new movement at its least dose. */
export interface Change {
  readonly card: ProgrammeCard
  readonly what: 'join' | 'step'
  readonly from: number
  readonly to: number
}

/** Step-backs of one decision. */
export interface StepBack {
  /** `once`: off today, half next time. `level`: every movement down a level. `phase`: the phase before. */
  readonly size: 'once' | 'level' | 'phase'
  /** The day that it counts for: the day of the session. */
  readonly countsFor: IsoDate
  /** Left out today, and half the next time. */
  readonly off: readonly ProgrammeCard[]
}

/** What a decision did to the programme. */
export type DecisionKind = 'advance' | 'hold' | 'regress' | 'stop' | 'restart' | 'phaseUp' | 'phaseBack'

/** What was decided, when, and why, in words. */
export interface Decision extends Moment {
  readonly kind: DecisionKind
  readonly after: 'session' | 'morning' | 'stop' | 'pause' | 'phase' | 'check'
  /** One or two sentences for the page: what, then why. */
  readonly words: string
  readonly reasons: readonly Reason[]
  readonly change?: Change
  readonly stepBack?: StepBack
  /** A full check is due before the next session, and why. */
  readonly fullCheckBecause?: string
  readonly offerBooking?: true
}

/** A full check that is due before anything else. */
export interface CheckDue {
  readonly because: string
  readonly since: EpochMs
}

/** A flare: pain well above the person's own usual (flare.ts). */
export interface Flare {
  readonly since: IsoDate
  /** Average of the week before it began. */
  readonly usualBefore: number
}

/** Pain that was told at a moment, 0 to 10. */
export interface Reading extends Moment {
  readonly pain: number
  /** As for a session. */
  readonly dayNotKnown?: true
}

/** The programme as its events leave it: folded anew each time, never stored. */
export interface ProgrammeState {
  readonly started: ProgrammeStarted | null
  readonly phase: PhaseNumber
  readonly phaseSince: IsoDate | null
  readonly cards: Readonly<Partial<Record<ProgrammeCard, CardProgress>>>
  /** Highest level reached of a line, kept through phases. */
  readonly levels: Readonly<Partial<Record<ProgrammeCard, number>>>
  /** Phase 1, after three step-backs in 7 days: positions of ease, breathing and walking only. */
  readonly easeOnlySince: Moment | null
  readonly sessions: readonly SessionRecord[]
  readonly mornings: readonly MorningNoted[]
  /** Every pain number that was told as "now", oldest first. */
  readonly readings: readonly Reading[]
  /** Days that count as step-backs, each once. */
  readonly stepBackDays: readonly IsoDate[]
  readonly decisions: readonly Decision[]
  /** When something last got harder. */
  readonly lastAdvance: Moment | null
  readonly flare: Flare | null
  readonly lastFull: FullCheckDone | null
  /** The last screening, mini or full, that was clear. */
  readonly lastClear: Moment | null
  readonly fullDue: CheckDue | null
  /** A red entry: mini-check again, though today's was done. */
  readonly miniDue: boolean
  /** The place in the record's order of what was told last that only a check begun after it can answer (asked.ts). */
  readonly asked: EpochMs | null
  /** Checks that found danger and that nobody has cleared the person of, in the order in which they were made. */
  readonly locks: readonly DangerLock[]
  /** Ids of the checks of which somebody has cleared them. */
  readonly clearedOf: readonly string[]
  readonly clearedBy: { readonly who: string; readonly on: IsoDate } | null
  readonly abilities: AbilitiesNoted | null
  readonly checkIns: readonly CheckInDone[]
  readonly direction: DirectionFound | null
  readonly help: HelpAnswered | null
  /** Why booking was last offered by a decision, and when; null after a new start. */
  readonly bookingOffered: { readonly because: string; readonly day: IsoDate } | null
}

/** Before anything has happened. */
export const nothingYet: ProgrammeState = {
  started: null,
  phase: 1,
  phaseSince: null,
  cards: {},
  levels: {},
  easeOnlySince: null,
  sessions: [],
  mornings: [],
  readings: [],
  stepBackDays: [],
  decisions: [],
  lastAdvance: null,
  flare: null,
  lastFull: null,
  lastClear: null,
  fullDue: null,
  miniDue: false,
  asked: null,
  locks: [],
  clearedOf: [],
  clearedBy: null,
  abilities: null,
  checkIns: [],
  direction: null,
  help: null,
  bookingOffered: null,
}

/** What the record allows of movements at most, however clear the last check was. */
export function lockOf({ locks, lastFull }: Pick<ProgrammeState, 'locks' | 'lastFull'>): MovementLock {
  const lock = tightest(locks)
  return lock === 'open' && lastFull?.young ? 'gentle' : lock
}

/** Is this day one of the last 7, today included? Days after today are not. */
export function inWindow(day: IsoDate, today: IsoDate): boolean {
  const ago = daysBetween(day, today)
  return ago >= 0 && ago < limit('window')
}

/**
 * Usual pain (§6.2): the average of the last 24 hours. What the person gave this morning counts; else the mean of all
 * numbers told in the last 24 hours; null when there are none. One of an unknown day can only raise it.
 */
export function usualPain(state: ProgrammeState, now: Moment): number | null {
  const sure = usualOf(
    { mornings: state.mornings.filter(isOfKnownDay), readings: state.readings.filter(isOfKnownDay) },
    now,
  )
  return sure === null ? null : Math.max(sure, usualOf(state, now) ?? sure)
}

function usualOf(state: Pick<ProgrammeState, 'mornings' | 'readings'>, now: Moment): number | null {
  const since = now.at - limit('resultHours') * hourMs
  const given = state.mornings.filter((one) => one.at > since && one.at <= now.at).at(-1)?.usual0to10
  const recent = state.readings.filter((one) => one.at > since && one.at <= now.at).map(({ pain }) => pain)
  const own = mean(recent)
  // Someone who gives a low average but high numbers counts by the numbers: the worse answer wins (§2.3).
  return given === undefined ? own : own === null ? given : Math.max(given, own)
}

/** Is the day of it sure, so that it may be counted to it? */
export const isOfKnownDay = ({ dayNotKnown }: { readonly dayNotKnown?: true | undefined }): boolean => !dayNotKnown

/** Null for an empty list. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Days since day 1 of the episode: 0 on that day. Null before the start. */
export const episodeDays = (state: ProgrammeState, now: Moment): number | null =>
  state.started ? daysBetween(state.started.episodeDay, now.day) : null
