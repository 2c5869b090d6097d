/**
 * What is known of how an episode goes: its day, the pain told lately, the last check-in, and whether it has settled
 * (evidence.md §6.4, §7.2). Pure.
 * Never: says what follows (that is slow-progress.ts).
 */
import { daysBetween, type Moment } from '../evidence/calendar.ts'
import { hourMs } from '../evidence/time.ts'
import type { CheckInDone } from './events.ts'
import type { ProgrammeState } from './state.ts'
import { limit } from './thresholds.ts'

/** What the rows look at. */
export interface ProgressFacts {
  /** 1 on the first day. */
  readonly day: number
  readonly elapsed: number
  readonly dayOnePain: number | 'notSure'
  /** The last pain told in the last 7 days; null when none was. */
  readonly pain: number | null
  /** The last check-in of this episode; null when none. */
  readonly told: CheckInDone | null
  /** The day of the episode on which it was told; 0 when none. */
  readonly toldOnDay: number
  /** The last check-in is from the last 7 days. */
  readonly toldLately: boolean
  readonly settled: boolean
  readonly age: number | 'notSure'
  readonly firstEver: 'yes' | 'no' | 'notSure'
  readonly yellow: boolean
  /** Readings of the last 24 hours that a painkiller should have eased. */
  readonly notEasing: boolean
  /** The pain told last, in the last 24 hours; null when there is none, or when a check-in told it. */
  readonly painNow: number | null
}

/** What is known of this episode now, `elapsed` days after its first. */
export function factsOf(state: ProgrammeState, now: Moment, elapsed: number): ProgressFacts {
  const since = state.started?.at ?? now.at
  const inEpisode = <T extends Moment>(list: readonly T[]) => list.filter(({ at }) => at >= since && at <= now.at)
  const told = inEpisode(state.checkIns).at(-1) ?? null
  const window = limit('window')
  const recent = inEpisode(state.readings).filter(({ day }) => daysBetween(day, now.day) < window)
  const lastDay = recent.filter(({ at }) => now.at - at < limit('notEasingHours') * hourMs)
  const latest = lastDay.at(-1)
  return {
    day: elapsed + 1,
    elapsed,
    dayOnePain: state.started?.painDayOne0to10 ?? 'notSure',
    pain: recent.at(-1)?.pain ?? null,
    told,
    toldOnDay: told && state.started ? daysBetween(state.started.episodeDay, told.day) + 1 : 0,
    toldLately: told !== null && daysBetween(told.day, now.day) < window,
    settled: isSettled(state, now),
    age: state.started?.ageYears ?? 'notSure',
    firstEver: state.started?.firstEver ?? 'notSure',
    yellow: state.help?.offerEarlierPhysio ?? false,
    painNow: latest && latest.at !== told?.at ? latest.pain : null,
    notEasing: lastDay.length > 0 && lastDay.every(({ pain }) => pain >= limit('painNotEasing')),
  }
}

/** A week of pain of 0 or 1, told on at least two days of it, the last of them in the last 7 days (§7.2). */
export function isSettled(state: ProgrammeState, now: Moment): boolean {
  const window = limit('window')
  const week = state.readings.filter(({ day, at }) => at <= now.at && daysBetween(day, now.day) <= window)
  const spread = new Set(week.map(({ day }) => day))
  const first = week[0]
  return (
    spread.size >= limit('settledDays') &&
    first !== undefined &&
    daysBetween(first.day, now.day) >= window - 1 &&
    week.every(({ pain }) => pain <= limit('settledPain'))
  )
}
