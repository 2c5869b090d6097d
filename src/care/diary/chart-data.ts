/**
 * Everything the recovery chart draws, as numbers and words: points, band, line, phases, flares, axes, and the same as
 * sentences and a table for people who hear it. The diary page, the island and the PDF only scale and draw.
 * Pure. x is days since the line began, y is pain 0–10, both in chart units.
 * Never: joins days that were not noted, draws the band without its words, or hides a day that is worse.
 */
import { daysBetween, type IsoDate } from '../evidence/calendar.ts'
import { painChangeOf, tenths } from './change.ts'
import { asLived, type DiaryDay } from './days.ts'
import { flares, flareWords } from './flare-days.ts'
import { aboveBand, lastDay, type LineStart, outlookOn, outlookWords } from './outlook.ts'

/** A phase of the programme, from this day until the next one begins. */
export interface PhaseMark {
  readonly phase: 1 | 2 | 3 | 4
  readonly name: string
  readonly from: IsoDate
}

/** One noted day: days since day 1, and the pain of that day, 0 to 10. */
export type ChartPoint = readonly [day: number, pain: number]
/** A stretch of days, both ends included. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly label: string
}

/** A day of danger: days since day 1, and its date. */
export interface DangerMark {
  readonly day: number
  readonly date: IsoDate
}

/** All that the chart draws: days since day 1, pain from 0 to 10. */
export interface ChartData {
  /** First and last day drawn: two weeks at first, then six, then as many as there are. */
  readonly days: readonly [from: number, to: number]
  /** Noted days within the chart, oldest first. */
  readonly points: readonly {
    readonly day: number
    readonly date: IsoDate
    readonly pain: number
    readonly worst: number
  }[]
  /** Runs of noted days with no gap of more than `mostGap` days: each is one line. */
  readonly runs: readonly (readonly ChartPoint[])[]
  /** Closed outline of the band; empty beyond a year. */
  readonly band: readonly ChartPoint[]
  /** The mean of other people. */
  readonly line: readonly ChartPoint[]
  /** Points of the line that come from the studies; the rest is estimated. */
  readonly known: readonly ChartPoint[]
  readonly phases: readonly Stretch[]
  readonly flares: readonly Stretch[]
  /** Days on which a danger was told or found, oldest first. */
  readonly dangers: readonly DangerMark[]
  readonly ticks: {
    readonly x: readonly { readonly day: number; readonly label: string }[]
    readonly y: readonly number[]
  }
  /** Read aloud, and stands under the picture. The first sentence is the words that it is no promise. */
  readonly words: readonly string[]
  /** What the marks of danger mean, for the picture read aloud; undefined where there is none. */
  readonly dangerWords: string | undefined
  /** Noted days as text, newest first. */
  readonly table: readonly {
    readonly date: IsoDate
    readonly pain: string
    readonly others: string
    /** It was told after the day was over. */
    readonly toldLate?: true
  }[]
}

/** Days without an entry across which points are still joined. */
export const mostGap = 3
/** Few days must not be a corner of the picture: two weeks first, then six. A design choice [C]. */
const firstWeeks = [2, 6] as const

/**
 * The chart of one episode.
 * @param days   every day that pain was told of (`painDays`); those before the start are left out
 * @param start  from `lineStart`: it does not move when a flare or a new plan comes
 * @param phases in any order
 * @param today  where the chart and the last phase end
 * @param dangers days on which a danger was told or found, in any order
 */
export function chartData(
  days: readonly DiaryDay[],
  start: LineStart,
  phases: readonly PhaseMark[],
  today: IsoDate,
  dangers: readonly IsoDate[] = [],
): ChartData {
  const since = (day: IsoDate) => daysBetween(start.day, day)
  const shown = days.filter(({ day }) => since(day) >= 0)
  const now = Math.max(0, since(today), ...shown.map(({ day }) => since(day)))
  const weeks = firstWeeks.find((one) => now <= one * 7) ?? Math.ceil(now / 7)
  const to = weeks * 7
  const outlook = Array.from({ length: Math.min(to, lastDay) + 1 }, (_, day) => outlookOn(day, start.painAge)).flatMap(
    (one) => (one ? [one] : []),
  )
  const points = shown.map((day) => ({
    day: since(day.day),
    date: day.day,
    pain: day.pain0to10,
    worst: day.worst0to10,
  }))
  const late = new Set(shown.flatMap(({ day, toldLate }) => (toldLate ? [day] : [])))
  // Flares look at the week before, so they are found in the whole diary and then cut to the chart.
  const found = flares(days).filter(({ to: end }) => since(end) >= 0)
  const marked = [...new Set(dangers)]
    .map((date): DangerMark => ({ day: since(date), date }))
    .filter(({ day }) => day >= 0 && day <= to)
    .sort((one, other) => one.day - other.day)
  return {
    days: [0, to],
    points,
    runs: runsOf(points.map(({ day, pain }): ChartPoint => [day, pain])),
    band: [
      ...outlook.map(({ day, high0to10 }): ChartPoint => [day, high0to10]),
      ...outlook.map(({ day, low0to10 }): ChartPoint => [day, low0to10]).reverse(),
    ],
    line: outlook.map(({ day, mean0to10 }): ChartPoint => [day, mean0to10]),
    known: outlook.filter(({ known }) => known).map(({ day, mean0to10 }): ChartPoint => [day, mean0to10]),
    phases: phaseStretches(phases, since, now),
    flares: found.map(({ from, to: end }) => ({
      from: Math.max(0, since(from)),
      to: since(end),
      label: flareWords.title,
    })),
    dangers: marked,
    ticks: { x: weekTicks(weeks), y: [0, 2, 4, 6, 8, 10] },
    words: wordsOf(shown, found.length, start, now),
    dangerWords: dangerWordsOf(marked.length),
    table: [...points].reverse().map(({ day, date, pain }) => {
      const band = outlookOn(day, start.painAge)
      const others = band ? `${tenths(band.low0to10)} to ${tenths(band.high0to10)}` : 'Not known'
      return { date, pain: tenths(pain), others, ...(late.has(date) && { toldLate: true }) }
    }),
  }
}

function runsOf(points: readonly ChartPoint[]): readonly (readonly ChartPoint[])[] {
  return points.reduce<ChartPoint[][]>((runs, point) => {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && point[0] - last[0] <= mostGap + 1) run.push(point)
    else runs.push([point])
    return runs
  }, [])
}

/** Each phase up to the day before the next; the last up to today. A phase that began before the chart is cut to it. */
function phaseStretches(
  phases: readonly PhaseMark[],
  since: (day: IsoDate) => number,
  now: number,
): readonly Stretch[] {
  const sorted = [...phases].sort((a, b) => since(a.from) - since(b.from))
  return sorted.flatMap(({ phase, name, from }, index) => {
    const next = sorted[index + 1]
    const to = next ? since(next.from) - 1 : now
    const begins = Math.max(0, since(from))
    return to < begins ? [] : [{ from: begins, to, label: `${phase} ${name}` }]
  })
}

/** A mark at most every so many weeks that about eight fit. */
function weekTicks(weeks: number): ChartData['ticks']['x'] {
  const step = [1, 2, 4, 8, 13, 26, 52].find((every) => weeks / every <= 8) ?? 104
  return Array.from({ length: Math.floor(weeks / step) + 1 }, (_, index) => ({
    day: index * step * 7,
    label: index === 0 ? 'Start' : `Week ${index * step}`,
  }))
}

function wordsOf(days: readonly DiaryDay[], flareCount: number, start: LineStart, now: number): readonly string[] {
  const last = asLived(days).at(-1)
  const change = painChangeOf(days)
  return [
    outlookWords.promise,
    last ? whereNow(last, start) : 'You have told us no pain yet.',
    ...(change ? [change.words] : []),
    ...toldLateWords(days),
    ...(flareCount > 0 ? [flareCount === 1 ? 'One flare is marked.' : `${flareCount} flares are marked.`] : []),
    ...aboveBand(days, start, now).map(({ words }) => words),
    outlookWords.band,
    outlookWords.line,
    outlookWords.estimated,
    outlookWords.spread,
    ...(now > lastDay ? [outlookWords.end] : []),
  ]
}

/** How many of the days were told after they were over: what is remembered is less sure than what is felt. */
function toldLateWords(days: readonly DiaryDay[]): readonly string[] {
  const { length } = days.filter(({ toldLate }) => toldLate)
  if (length === 0) return []
  return [length === 1 ? 'One day was told later, from memory.' : `${length} days were told later, from memory.`]
}

const dangerWordsOf = (days: number): string | undefined =>
  days === 0
    ? undefined
    : days === 1
      ? 'A danger was told of one day. A triangle marks it.'
      : `A danger was told of ${days} days. A triangle marks each.`

function whereNow(last: DiaryDay, start: LineStart): string {
  const band = outlookOn(daysBetween(start.day, last.day), start.painAge)
  const pain = `On the last day that you told us about, it was ${tenths(last.pain0to10)} out of 10.`
  if (!band) return pain
  const most = `At that point most people are between ${tenths(band.low0to10)} and ${tenths(band.high0to10)}.`
  return `${pain} ${most}`
}
