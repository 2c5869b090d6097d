/**
 * What can happen in a programme, as events of the person's own record. All of the programme's state is a fold of these.
 * Written by the pages (today, player, check, diary); read by `fold.ts`. Types with the same base fields as in notebook.ts.
 * Never changed once written: a later event says more. A missing answer is `'notSure'`, never "no".
 */
import type { CheckResult, Level, MovementLock } from '../check/types.ts'
import type { OverdoseFact } from '../medicines/overdose-facts.ts'
import type { MovementId } from '../movement/movements.ts'
import type { Reply } from '../movement/profile.ts'
import type { Moment } from '../evidence/calendar.ts'
import type { Made } from '../evidence/order.ts'
import type { EpochMs } from '../evidence/time.ts'
import type { PhaseNumber, ProgrammeCard } from './phases.ts'

interface EventBase extends Moment, Made {
  readonly v: 1
}

/** What every check carries, full or short: how much of the record its first page knew (`isOlderThanAsked`). */
export interface BegunAfter {
  /**
   * The last place of the record (evidence/order.ts) when the check was begun, so that no clock can turn round what came
   * first. 0: nothing was in it, or it could not be read. Missing: an older build did not say.
   */
  readonly begunAfter?: EpochMs | undefined
}

/** 0 to 10, or the person could not say. */
export type Score = number | 'notSure'

/** The programme begins for one episode of pain. A later one of these begins a new episode. */
export interface ProgrammeStarted extends EventBase {
  readonly kind: 'programmeStarted'
  /** The first day of this episode ("day 1"). */
  readonly episodeDay: Moment['day']
  /** Pain on day 1, as well as the person remembers it. */
  readonly painDayOne0to10: Score
  readonly ageYears: number | 'notSure'
  /** First episode of back pain ever. */
  readonly firstEver: Reply
}

/** What leg pain did in a session (evidence.md §5.0, H-10). `none`: no leg pain at all. */
export type LegAnswer = 'none' | 'same' | 'nearer' | 'further' | 'lasting' | 'notSure'

/** One movement of a session, as it went. */
export interface MovementDone {
  readonly card: ProgrammeCard
  readonly movement: MovementId
  readonly peak0to10: Score
  /** `tooSore`: the person stopped it. `skipped`: not begun; its peak counts for nothing. */
  readonly done: 'all' | 'part' | 'tooSore' | 'skipped'
}

/** A guided session came to its end, or was left half-way. */
export interface SessionDone extends EventBase {
  readonly kind: 'sessionDone'
  /** Id of the `sessionBegun` that it ends; missing in records from before the player wrote it. */
  readonly session?: string
  readonly painBefore0to10: Score
  readonly effort0to10: Score
  readonly leg: LegAnswer
  readonly movements: readonly MovementDone[]
}

/** The morning entry: the pain now, and what may explain it. */
export interface MorningNoted extends EventBase {
  readonly kind: 'morningNoted'
  readonly pain0to10: number
  /** Average of the last 24 hours ("usual pain"), when the person gave it. */
  readonly usual0to10?: number
  readonly poorSleep?: Reply
  readonly ill?: Reply
  /** Asked when pain has jumped: is there a clear reason, such as far more lifting than usual? */
  readonly plainCause?: Reply
}

/**
 * The diary was told late how bad the pain was on an earlier day, or that was put right. Made from the diary's entry
 * (person.ts) and never written itself. It stands for no morning and makes nothing easier.
 */
export interface PainToldLate extends EventBase {
  readonly kind: 'painToldLate'
  readonly about: Moment['day']
  readonly pain0to10: number
}

/** The questions of the mini-check (screening.ts). */
export type MiniQuestion = 'A1' | 'A2' | 'A3' | 'A5' | 'A6' | 'B2' | 'anythingNew'
/** A mini-check was answered. An answer that is missing counts as not sure, and not sure as yes. */
export interface MiniCheckDone extends EventBase, BegunAfter {
  readonly kind: 'miniCheckDone'
  readonly answers: Readonly<Partial<Record<MiniQuestion, Reply>>>
  /** From a wrong clock: nobody knows when it was (record/notebook-clock.ts). Never written, never in a file. */
  readonly unknownAge?: true
}
/** A full check came to a result. Make it with `fullCheckDone`. */
export interface FullCheckDone extends EventBase, BegunAfter {
  readonly kind: 'fullCheckDone'
  readonly level: Level
  /** What the danger that was found closes. */
  readonly lock: MovementLock
  readonly protocolVersion: string
  /** Id of the check that it is a result of. */
  readonly check?: string
  /** Under 16, or of unknown age: nothing past rest, breathing, heat and walking, whoever has cleared them (§4.1). */
  readonly young?: true
  /** From a wrong clock: nobody knows when it was (record/notebook-clock.ts). */
  readonly unknownAge?: true
}
/**
 * A clinician has said that movement is fine (evidence.md §2.1: record who and when). Which checks it clears the person of,
 * `locks.ts` says.
 */
export interface ClinicianCleared extends EventBase {
  readonly kind: 'clinicianCleared'
  readonly who: string
  /** The day on which they saw the person, or spoke to them; missing: the day of this event. */
  readonly seenOn?: Moment['day']
  /** `spoken`: on the phone only, such as 111. Missing: they saw the person. */
  readonly how?: 'seen' | 'spoken'
  /** Id of the latest check that found danger and that, the person says, the visit came after. */
  readonly seenAfter?: string
}
/**
 * The person said, and confirmed, that they told these checks (ids of their events) something dangerous by mistake. It opens
 * nothing: it is logged, and then a talk with 111 or a clinician is enough (evidence.md §2.4, ruling 14).
 */
export interface DangerMistaken extends EventBase {
  readonly kind: 'dangerMistaken'
  readonly checks: readonly string[]
}

/**
 * The person told of too much of a medicine, or answered a question about it. Answers that were not given are missing.
 * What makes it an emergency by itself and is nobody else's business (that it was on purpose) is kept as `emergency` only.
 */
export interface TooMuchTold extends EventBase {
  readonly kind: 'tooMuchTold'
  readonly facts: Readonly<Partial<Record<TooMuchFact, Reply>>>
  readonly weightKg?: number | 'notSure'
  readonly emergency?: true
}
/** The facts that may be kept; the words of care/medicines/overdose-facts.ts. */
export type TooMuchFact = Exclude<OverdoseFact, 'weightKg'>
/**
 * The doses and what was told of them come to too much, or no longer do. Made from the record (care/too-much.ts), never
 * written itself, so that no file can leave it out.
 */
export interface TooMuchFound extends EventBase {
  readonly kind: 'tooMuchFound'
  /** Null: with what was answered it is not too much. */
  readonly level: Extract<Level, 'emergency' | 'urgent'> | null
  /** A dose, or a telling of too much; not only an answer about it. */
  readonly isNew: boolean
}

/** What stops everything until a full check (evidence.md §6.2, "Stop + re-screen"; §5.0). */
export type StopSign =
  | 'dangerSign'
  | 'weaknessOrNumbness'
  | 'legNumbnessSpreads'
  | 'fall'
  | 'fever'
  | 'dizziness'
  | 'chest'
  | 'sharpBonePain'
  | 'newSymptom'
/** All of `NewSymptom`. */
export const newSymptoms = ['legFurther', 'painJump', 'thirdSoreWalk', 'againstCheck'] as const
/** What was told where no sign of the list was: it came with another answer, and nobody pressed "new or worse". */
export type NewSymptom = (typeof newSymptoms)[number]
/** Questions of the check that a stop button, or a tick of the diary, answers with "yes". */
export const stopQuestions = ['A1', 'A2', 'A3', 'A5', 'A6', 'A7', 'A8', 'B2', 'C1'] as const
/** One of them. */
export type StopQuestion = (typeof stopQuestions)[number]
/** Something new or worse, told in a session, on a walk, in the diary, to the painkiller questions or to the stop button. */
export interface Stopped extends EventBase {
  readonly kind: 'stopped'
  readonly sign: StopSign
  /** With `newSymptom` alone. Missing: the person said "new or worse", or an older build wrote it. */
  readonly told?: NewSymptom
  /**
   * What was ticked or pressed, where no entry holds it: the next check begins with it (record/told-since.ts). Missing: the
   * entry beside it holds it, or it is no question, or an older build wrote it.
   */
  readonly questions?: readonly StopQuestion[]
}

/** An entry was red without a stop sign: the mini-check comes before the next session (evidence.md §6.3). */
export interface MiniAsked extends EventBase {
  readonly kind: 'miniAsked'
  /** Why, in words for the person. */
  readonly because: string
}

/** What the person can do: asked before a phase change. */
export interface AbilitiesNoted extends EventBase {
  readonly kind: 'abilitiesNoted'
  readonly canWalk5Minutes: Reply
  readonly canSit15Minutes: Reply
  readonly normalTasks: 'none' | 'some' | 'most' | 'all' | 'notSure'
  /** Each task that the person chose, 0 cannot do it to 10 as before. Empty: none chosen. */
  readonly taskScores0to10: readonly number[]
}
/** A wish to change phase, made after the criteria were shown as met. The fold refuses one that was not. */
export interface PhaseChanged extends EventBase {
  readonly kind: 'phaseChanged'
  readonly to: PhaseNumber
}

/** "Better, the same or worse?", and what goes with it (evidence.md §6.4). */
export interface CheckInDone extends EventBase {
  readonly kind: 'checkInDone'
  readonly pain0to10: number
  /** Compared with day 1. */
  readonly trend: 'better' | 'same' | 'worse' | 'notSure'
  readonly toiletAndDrink: Reply
  readonly canStand10Minutes: Reply
  /** A safe painkiller for 24 hours. `noneSafe`: there is none for this person. */
  readonly medicineFor24Hours: Reply | 'noneSafe'
  /** −5 very much worse to +5 completely better. */
  readonly globalChange?: number
  readonly backToNormal: Reply
  readonly severeLegPain: Reply
  /** Id of the check-in that this one puts right: the person said, and confirmed, that they answered it wrongly. */
  readonly replaces?: string
}

/** What the direction test or the person's own trying said (evidence.md §3.1; words of relief/direction-test.ts). */
export type DirectionWord =
  | 'back'
  | 'forward'
  | 'either'
  | 'backOnly'
  | 'forwardOnly'
  | 'stopBack'
  | 'stopForward'
  | 'stopBoth'
  | 'notDone'
  | 'notSure'
/** The direction test was done in the programme (evidence.md §3.1). */
export interface DirectionFound extends EventBase {
  readonly kind: 'directionFound'
  readonly direction: DirectionWord
}
/** The five questions about worry, hope, mood, load and things given up were answered (relief/yellow-flags.ts). */
export interface HelpAnswered extends EventBase {
  readonly kind: 'helpAnswered'
  /** Two or more were difficult. */
  readonly offerEarlierPhysio: boolean
  readonly askI3: boolean
}

/** Everything that the programme folds. */
export type ProgrammeEvent =
  | ProgrammeStarted
  | SessionDone
  | MorningNoted
  | PainToldLate
  | MiniCheckDone
  | FullCheckDone
  | ClinicianCleared
  | DangerMistaken
  | TooMuchTold
  | TooMuchFound
  | Stopped
  | MiniAsked
  | AbilitiesNoted
  | PhaseChanged
  | CheckInDone
  | DirectionFound
  | HelpAnswered

/** The event for a finished check. `base` is what every event carries. */
export const fullCheckDone = (base: EventBase, result: CheckResult): FullCheckDone => ({
  v: base.v,
  id: base.id,
  at: base.at,
  day: base.day,
  kind: 'fullCheckDone',
  level: result.level,
  lock: result.movement,
  protocolVersion: result.protocolVersion,
})
