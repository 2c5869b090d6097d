/**
 * Has it changed by an amount that people notice? Pain, own tasks and the person's own word (evidence.md, section 7.4).
 * Pure.
 * Never: calls a change of 1 point or less "better", or a course a cure.
 */
import { daysBetween, type IsoDate } from '../evidence/calendar.ts'
import type { VerificationTag } from '../evidence/grade.ts'
import { restsOn } from '../evidence/rests-on.ts'
import type { SourceId } from '../evidence/sources.ts'
import { isNoticeable } from '../programme/noticeable.ts'
import { limit } from '../programme/thresholds.ts'
import { asLived, type DiaryDay } from './days.ts'
import type { Task } from './entry.ts'

/** Clearly better, clearly worse, or too little to tell from the ups and downs of any day. */
export type ChangeKind = 'better' | 'worse' | 'noClearChange'

/** What has changed, and whether it is enough to matter (evidence.md §7.4). */
export interface Change {
  readonly kind: ChangeKind
  /** Now less then. Pain: below 0 is better. Tasks: above 0 is better. */
  readonly points: number
  readonly words: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/** The least that people notice of tasks and of their own word. That of pain is the programme's (noticeable.ts). */
const noticeable = {
  taskAveragePoints: 2,
  singleTaskPoints: 3,
  globalPoints: limit('globalChange'),
} as const

const painSource = restsOn('pain-change-counts')
const taskSource = restsOn('tasks-change-counts')
const globalSource = restsOn('overall-change-counts')

/** A hair below the border counts as on it: 5 − 3.5 is not quite 1.5 to a computer. */
const hair = 1e-9

/** Pain then and now, 0–10, by the same rule as the programme's. */
export function painChange(then0to10: number, now0to10: number): Change {
  const points = now0to10 - then0to10
  const kind = !isNoticeable(then0to10, now0to10) ? 'noClearChange' : points < 0 ? 'better' : 'worse'
  return { kind, points, words: painWords(kind, then0to10, now0to10), ...painSource }
}

/** @param averageOf of so many days `now` is the average, where their last says another number; 1: it is that number */
function painWords(kind: ChangeKind, then: number, now: number, averageOf = 1): string {
  const of = averageOf > 1 ? ` (the average of your last ${averageOf} days)` : ''
  const [was, is] = [tenths(then), `${tenths(now)}${of}`]
  if (kind === 'better') return `Your pain has come down from ${was} to ${is}. That is a change most people notice.`
  if (kind === 'worse') return `Your pain has gone up from ${was} to ${is}. That is a change most people notice.`
  const so = `Your pain was ${was} and is ${is}${of ? '' : ' now'}.`
  return was === tenths(now) ? `${so} No clear change yet.` : `${so} That is too small to call a change.`
}

/**
 * The change of a diary: its first day against the mean of the last three days noted in its last week. Where the last
 * day alone says otherwise (a flare, or one good day), it is told as ups and downs.
 * @returns null with fewer than two days
 */
export function painChangeOf(days: readonly DiaryDay[]): Change | null {
  const lived = asLived(days)
  const first = lived[0]
  const last = lived.at(-1)
  if (!first || !last || first === last) return null
  const late = lived
    .slice(1)
    .filter(({ number }) => last.number - number < 7)
    .slice(-3)
  const average = mean(late.map(({ pain0to10 }) => pain0to10))
  const change = painChange(first.pain0to10, average)
  // The chart and the doctor's page end on the last number: one that is not it says what it is.
  const averageOf = tenths(average) === tenths(last.pain0to10) ? 1 : late.length
  if (painChange(first.pain0to10, last.pain0to10).kind === change.kind)
    return { ...change, words: painWords(change.kind, first.pain0to10, average, averageOf) }
  return { ...change, kind: 'noClearChange', words: 'Your pain goes up and down. No clear change yet.' }
}

/** How far back the fact of a page may reach, in days: a week, as for everything that is "lately" (section 6.2). */
const factDays = 7

/**
 * What the pain has done lately, as a bare fact to lead with: "Your pain: 7 to 2 in 5 days." From the first day told of in
 * the last 7 days to the last one. Up or down, but only a change that people notice.
 * @returns null when there is none, or when the last number is of an earlier day
 */
export function painFactOf(days: readonly DiaryDay[], today: IsoDate): string | null {
  const lately = asLived(days).filter(({ day }) => daysBetween(day, today) < factDays)
  const [first, last] = [lately[0], lately.at(-1)]
  if (!first || !last || last.day !== today) return null
  const count = daysBetween(first.day, last.day)
  if (count <= 0 || painChange(first.pain0to10, last.pain0to10).kind === 'noClearChange') return null
  return `Your pain: ${tenths(first.pain0to10)} to ${tenths(last.pain0to10)} in ${count === 1 ? '1 day' : `${count} days`}.`
}

/**
 * One task, 0 cannot do it to 10 as before: 3 points are noticed.
 */
export function taskChange(name: string, then0to10: number, now0to10: number): Change {
  const points = now0to10 - then0to10
  const kind = kindOf(points, noticeable.singleTaskPoints)
  return {
    kind,
    points,
    words: `${name}: ${tenths(then0to10)} then, ${tenths(now0to10)} now. ${taskWords[kind]}`,
    ...taskSource,
  }
}

/**
 * All tasks that were scored at least twice, first score against last: 2 points on the average are noticed; with one
 * task alone, 3.
 * @returns null when no task was scored twice
 */
export function tasksChange(tasks: readonly Task[]): Change | null {
  const pairs = tasks.flatMap(({ name, scores }) => {
    const [first, last] = [scores[0], scores.at(-1)]
    return first && last && scores.length > 1 ? { name, was: first.score0to10, is: last.score0to10 } : []
  })
  const [only] = pairs
  if (!only) return null
  if (pairs.length === 1) return taskChange(only.name, only.was, only.is)
  const [was, is] = [mean(pairs.map((pair) => pair.was)), mean(pairs.map((pair) => pair.is))]
  const points = is - was
  const kind = kindOf(points, noticeable.taskAveragePoints)
  return {
    kind,
    points,
    words: `Your tasks: ${tenths(was)} then, ${tenths(is)} now. ${taskWords[kind]}`,
    ...taskSource,
  }
}

const taskWords: Readonly<Record<ChangeKind, string>> = {
  better: 'You can do more than before.',
  worse: 'You can do less than before.',
  noClearChange: 'No clear change yet.',
}

/** The person's own word, −5 to +5: better from +2 on. Below 0 they told us it is worse, and that stands. */
export function globalChange(answer: number): Change {
  const kind = answer >= noticeable.globalPoints ? 'better' : answer < 0 ? 'worse' : 'noClearChange'
  return { kind, points: answer, words: globalWords[kind], ...globalSource }
}
const globalWords: Readonly<Record<ChangeKind, string>> = {
  better: 'You say that it is better than at the start.',
  worse: 'You say that it is worse than at the start.',
  noClearChange: 'You say that it is much the same as at the start.',
}

const kindOf = (points: number, least: number): ChangeKind =>
  Math.abs(points) < least - hair ? 'noClearChange' : points > 0 ? 'better' : 'worse'

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** At most one place after the point: "4", "4.5". */
export const tenths = (value: number): string => String(Math.round(value * 10) / 10)
