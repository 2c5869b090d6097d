/**
 * What a dangerous check closes, and what alone opens it again (evidence.md §2.1, §2.4 ruling 14; hazard H-08). Kept in the
 * fold, so that an imported, merged or hand-made record cannot do what a page refuses.
 * Never: lets a later check, a new start, a clock or a plan open what an earlier check closed.
 */
import { type Level, levels, type MovementLock } from '../check/types.ts'
import { addDays, daysBetween, type IsoDate } from '../evidence/calendar.ts'
import { dayMs, type EpochMs } from '../evidence/time.ts'
import type { ClinicianCleared, DangerMistaken, FullCheckDone, TooMuchFound } from './events.ts'

/** One check that found danger, or too much of a medicine, and that nobody has cleared the person of yet. */
export interface DangerLock {
  /** Id of the check's event. */
  readonly event: string
  /** The check itself, by whose id its summary is found; missing where it is not known. */
  readonly check?: string
  readonly lock: Exclude<MovementLock, 'open'>
  readonly level: Level
  readonly at: EpochMs
  readonly day: IsoDate
  /** The person has said twice that they told this check something by mistake. That alone opens nothing. */
  readonly mistaken: boolean
  /** It was no check: too much of a medicine was told, or written down. `event` is that telling, or that dose. */
  readonly tooMuch?: true
}

const urgency = (level: Level): number => levels.indexOf(level)

/** What a check closes: EMERGENCY and URGENT everything, whatever else is said of it. */
export const closedBy = ({ level, lock }: Pick<FullCheckDone, 'level' | 'lock'>): MovementLock =>
  urgency(level) >= urgency('urgent') ? 'locked' : lock

/** The locks once a check is done: those before it all stay. */
export function lockedAfter(locks: readonly DangerLock[], check: FullCheckDone): readonly DangerLock[] {
  const lock = closedBy(check)
  if (lock === 'open') return locks
  const { id: event, level, at, day, check: of } = check
  return [...locks, { event, lock, level, at, day, mistaken: false, ...(of !== undefined && { check: of }) }]
}

/**
 * The locks once too much of a medicine was found (care/too-much.ts), or once a question about it was answered. What is
 * found anew closes; an answer can only say how urgent it is, or, within a day, that it was not too much: that question's
 * own clarifier. Of what the person calls a mistake, an answer opens nothing.
 */
export function tooMuchIn(locks: readonly DangerLock[], found: TooMuchFound): readonly DangerLock[] {
  const { id: event, level, at, day, isNew } = found
  const stands = (lock: DangerLock) => lock.tooMuch === true && !lock.mistaken
  if (level === null) return locks.filter((lock) => !(stands(lock) && at - lock.at < dayMs))
  if (!isNew && locks.some(stands)) return locks.map((lock) => (stands(lock) ? { ...lock, level } : lock))
  return [...locks, { event, lock: 'locked', level, at, day, mistaken: false, tooMuch: true }]
}

/** The locks once somebody has cleared the person: those of checks that they came after are gone. */
export function clearedFrom(locks: readonly DangerLock[], cleared: ClinicianCleared): readonly DangerLock[] {
  const named = locks.findIndex(({ event }) => event === cleared.seenAfter)
  return locks.filter((lock, place) => !opens(lock, cleared, place <= named))
}

/**
 * Does this visit open this lock? It came after the check: on a later day, or the person says that it was after this check
 * (or a later one). A talk on the phone is enough only where they have said twice that they told the check wrongly.
 */
function opens(lock: DangerLock, cleared: ClinicianCleared, saysAfter: boolean): boolean {
  const seenOn = cleared.seenOn ?? cleared.day
  if (cleared.how === 'spoken' && !lock.mistaken) return false
  // A visit that is still to come has cleared nobody.
  if (daysBetween(seenOn, cleared.day) < 0) return false
  if (!saysAfter) return daysBetween(lock.day, seenOn) > 0 && daysBetween(dayAsTold(lock, cleared), seenOn) > 0
  // A check that is dated after the telling was made with a clock that was ahead: the person's own word counts.
  return daysBetween(lock.day, seenOn) >= 0 || daysBetween(lock.day, cleared.day) < 0
}

/** Far enough for any clock that is not broken, in milliseconds: the year 9999. */
const lastCounted = 253_370_764_800_000

/**
 * The day of the check by the clock of whoever tells of the visit: after a flight east it is a later one than it was where the
 * check was done, and a visit of that day may have come before it.
 */
function dayAsTold({ at, day }: DangerLock, { offsetMinutes }: ClinicianCleared): IsoDate {
  if (offsetMinutes === undefined || at < 0 || at > lastCounted) return day
  return addDays('1970-01-01', Math.floor((at + offsetMinutes * 60_000) / dayMs))
}

/** Why a visit that the person tells of opens nothing yet. `before`: it came before the last check that found danger. */
export type WhyNotCleared = 'mayNotMove' | 'onlySpoken' | 'before'

/** Would this visit open every lock that stands? Null: it would, or nothing is closed. */
export function whyNotCleared(
  locks: readonly DangerLock[],
  visit: ClinicianCleared,
  saidMayMove: boolean,
): WhyNotCleared | null {
  if (!saidMayMove) return 'mayNotMove'
  if (clearedFrom(locks, visit).length === 0) return null
  return visit.how === 'spoken' && locks.some(({ mistaken }) => !mistaken) ? 'onlySpoken' : 'before'
}

/** The locks once the person has said twice that these checks were told something by mistake. All stay. */
export const mistakenIn = (locks: readonly DangerLock[], { checks }: DangerMistaken): readonly DangerLock[] =>
  locks.map((lock) => (checks.includes(lock.event) ? { ...lock, mistaken: true } : lock))

/** The tightest of these locks; `open` when there is none. */
export function tightest(locks: readonly Pick<DangerLock, 'lock'>[]): MovementLock {
  if (locks.some(({ lock }) => lock === 'locked')) return 'locked'
  return locks.length > 0 ? 'gentle' : 'open'
}

/** The highest level among these checks; `self-care` when there is none. */
export const highest = (locks: readonly Pick<DangerLock, 'level'>[]): Level =>
  levels[Math.max(0, ...locks.map(({ level }) => urgency(level)))] ?? 'emergency'
