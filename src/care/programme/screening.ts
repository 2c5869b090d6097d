/**
 * When a danger check is due before moving, which one, and whether the person may move at all (evidence.md §6.3, §2.1;
 * hazards H-04, H-08).
 * Never: lets a result of 24 hours or more count, or a lock end without a clinician.
 */
import type { MovementLock } from '../check/types.ts'
import { hourMs } from '../evidence/time.ts'
import { addDays, daysBetween, type Moment } from '../evidence/calendar.ts'
import type { MiniCheckDone, MiniQuestion } from './events.ts'
import { lockOf, type ProgrammeState } from './state.ts'
import { limit } from './thresholds.ts'

/** Asked word for word as in the check (same ids); `anythingNew` is ours. */
export const miniQuestions = [
  'A1',
  'A2',
  'A3',
  'A5',
  'A6',
  'B2',
  'anythingNew',
] as const satisfies readonly MiniQuestion[]
/** The first question of the short check (evidence.md §6.3); a yes or "not sure" leads to the full one. */
export const anythingNew = {
  id: 'anythingNew',
  kind: 'yesNo',
  ask: 'Is anything new or worse since your last check?',
  tick: 'Something is new or worse',
  short: 'Anything new or worse',
  sources: ['unclench-design'],
  tag: 'C',
} as const

/** Clear: a plain "no" to every question. A missing answer or "not sure" counts as yes (§2.3). */
export const miniIsClear = ({ answers }: Pick<MiniCheckDone, 'answers'>): boolean =>
  miniQuestions.every((question) => answers[question] === 'no')

/** Weeks of the episode at which a full check is due. */
export const fullCheckWeeks: readonly number[] = (
  ['firstFullCheck', 'secondFullCheck', 'thirdFullCheck', 'fourthFullCheck'] as const
).map(limit)

/** Which check comes before the next movement, and why. */
export type ScreeningDue =
  | { readonly due: 'full'; readonly because: string }
  | { readonly due: 'mini'; readonly because: string }
  | { readonly due: 'none' }

/** Younger than 24 hours, and not from the future (a wrong clock). */
const fresh = (then: Moment | null, now: Moment): boolean =>
  then !== null && now.at - then.at >= 0 && now.at - then.at < limit('resultHours') * hourMs

/** What is due before the next session. Full beats mini; a full check today is also today's mini-check. */
export function screeningDue(state: ProgrammeState, now: Moment): ScreeningDue {
  if (!state.started || !state.lastFull) return { due: 'full', because: 'A full check comes before your first plan.' }
  if (state.fullDue) return { due: 'full', because: state.fullDue.because }
  const week = weekDue(state, now)
  if (week !== null) return { due: 'full', because: `It is time for your week ${week} check.` }
  if (state.miniDue)
    return { due: 'mini', because: 'Your last entry was very sore, so please do the short check again.' }
  if (!fresh(state.lastClear, now))
    return { due: 'mini', because: 'A check counts for less than 24 hours. The short one takes a minute.' }
  if (state.lastClear?.day !== now.day)
    return { due: 'mini', because: 'The short check comes before the first session of each day.' }
  return { due: 'none' }
}

/** The latest of weeks 2, 4, 6, 12 that has come since the last full check; null when none. */
export function weekDue(state: ProgrammeState, now: Moment): number | null {
  const { started, lastFull } = state
  if (!started || !lastFull) return null
  return (
    fullCheckWeeks
      .filter((week) => {
        const day = addDays(started.episodeDay, week * 7)
        return daysBetween(day, now.day) >= 0 && daysBetween(day, lastFull.day) < 0
      })
      .at(-1) ?? null
  )
}

/** A full check that found nothing, young enough to change phase on. */
export const freshFullCheck = (state: ProgrammeState, now: Moment): boolean =>
  fresh(state.lastFull, now) && state.lastFull?.lock === 'open' && lockOf(state) === 'open' && state.fullDue === null

/** The answer of `mayMove`: a lock to move within, or what comes first. */
export type MayMove =
  | { readonly ok: true; readonly lock: Exclude<MovementLock, 'locked'> }
  | { readonly ok: false; readonly why: 'notStarted' | 'locked' | 'fullCheck' | 'miniCheck'; readonly because: string }

/**
 * May this person be shown a movement now, and within which lock? The one door to every session. What closes it stands
 * before that nothing has begun: nobody who is to be seen first is told to start.
 */
export function mayMove(state: ProgrammeState, now: Moment): MayMove {
  const lock = lockOf(state)
  if (lock === 'locked') {
    const first = state.locks.some(({ tooMuch }) => !tooMuch)
      ? 'Your check said to be seen first.'
      : 'You took, or may have taken, too much of a medicine. So be seen first.'
    return { ok: false, why: 'locked', because: `${first} Tell us who cleared you, and you can do movements again.` }
  }
  if (!state.started && state.fullDue) return { ok: false, why: 'fullCheck', because: state.fullDue.because }
  if (!state.started) return { ok: false, why: 'notStarted', because: 'Start your day-by-day plan first.' }
  const screening = screeningDue(state, now)
  if (screening.due === 'full') return { ok: false, why: 'fullCheck', because: screening.because }
  if (screening.due === 'mini') return { ok: false, why: 'miniCheck', because: screening.because }
  return { ok: true, lock }
}
