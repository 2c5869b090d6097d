/**
 * The recovery band: how pain goes for other people, with its honest spread, and when being above it calls for help
 * (evidence.md, sections 7.1 to 7.3 and 6.4; hazard H-18). Pure.
 * The line is the mean of many studies (Wallwork 2024). Only the points marked `known` were read from it; all between
 * are drawn smoothly and labelled estimated.
 * Never: a promise, a line of one's own, a new start because of a flare, or a steeper line to please.
 */
import { limit } from '../programme/thresholds.ts'
import { daysBetween, type IsoDate } from '../evidence/calendar.ts'
import { findLastIndex } from '../evidence/lists.ts'
import type { VerificationTag } from '../evidence/grade.ts'
import { restsOn } from '../evidence/rests-on.ts'
import type { SourceId } from '../evidence/sources.ts'
import type { ProgrammeStarted } from '../programme/events.ts'
import type { DiaryDay } from './days.ts'

/** How long the pain had lasted when it was first told: under 6 weeks, 6 to under 12, 12 to under 52. */
export type PainAge = 'acute' | 'subacute' | 'persistent'

interface Known {
  readonly week: number
  /** Mean pain, 0–100 as published. */
  readonly mean0to100: number
}
interface Course {
  readonly known: readonly Known[]
  /** How sure the review is of it. */
  readonly certainty: 'moderate' | 'very low'
}

/** Wallwork 2024. The value at 12 weeks was not seen, so it is not here: it is estimated like every other between. */
export const courses: Readonly<Record<PainAge, Course>> = {
  acute: {
    known: [
      { week: 0, mean0to100: 56 },
      { week: 6, mean0to100: 26 },
      { week: 26, mean0to100: 22 },
      { week: 52, mean0to100: 21 },
    ],
    certainty: 'moderate',
  },
  subacute: {
    known: [
      { week: 0, mean0to100: 63 },
      { week: 6, mean0to100: 29 },
      { week: 26, mean0to100: 29 },
      { week: 52, mean0to100: 31 },
    ],
    certainty: 'moderate',
  },
  persistent: {
    known: [
      { week: 0, mean0to100: 56 },
      { week: 6, mean0to100: 48 },
      { week: 26, mean0to100: 43 },
      { week: 52, mean0to100: 40 },
    ],
    certainty: 'very low',
  },
}
/** Where the mean course comes from (evidence.md §7.1). */
export const outlookKnownBy: { readonly sources: readonly SourceId[]; readonly tag: VerificationTag } = restsOn(
  'course-new',
  'course-6-to-12-weeks',
  'course-long',
)

/** How far people are spread around the mean: one standard deviation, 0–100 (control group, short-term follow-up; section 7.2). */
const spread0to100 = 23
/** Where the spread around it comes from (evidence.md §7.2). */
export const spreadKnownBy: { readonly sources: readonly SourceId[]; readonly tag: VerificationTag } =
  restsOn('people-differ')

/** The line ends here: nothing was read beyond a year. */
export const lastDay = 364

/** The band on one day. */
export interface Outlook {
  /** Days since the line began. */
  readonly day: number
  readonly mean0to10: number
  /** "Most people": a spread below and above the mean, kept within 0 and 10. */
  readonly low0to10: number
  readonly high0to10: number
  /** True only at the points that were published; all others are estimated. */
  readonly known: boolean
}

/** The course that fits pain of so many days when the line begins. */
export function painAgeOf(daysOld: number): PainAge {
  if (daysOld < 42) return 'acute'
  return daysOld < 84 ? 'subacute' : 'persistent'
}

/**
 * The band on a day, 0–10. Whole or part days since the line began.
 * @returns null before the start and after a year: we do not know
 */
export function outlookOn(day: number, painAge: PainAge = 'acute'): Outlook | null {
  if (!(day >= 0 && day <= lastDay)) return null
  const { known } = courses[painAge]
  const mean = smooth(known, day / 7)
  const low = Math.max(0, mean - spread0to100)
  const high = Math.min(100, mean + spread0to100)
  return {
    day,
    mean0to10: mean / 10,
    low0to10: low / 10,
    high0to10: high / 10,
    known: known.some(({ week }) => week * 7 === day),
  }
}

/**
 * Piecewise cubic through the known points, never overshooting them (Fritsch and Carlson's monotone interpolation): between two
 * points it stays between their values.
 */
function smooth(known: readonly Known[], week: number): number {
  const index = Math.max(
    0,
    findLastIndex(known, (point, at) => point.week <= week && at < known.length - 1),
  )
  const [from, to] = [known[index], known[index + 1]]
  if (!from || !to) throw new Error('a course needs two points')
  const width = to.week - from.week
  const part = (week - from.week) / width
  const [start, end] = [slopeAt(known, index) * width, slopeAt(known, index + 1) * width]
  const [square, cube] = [part ** 2, part ** 3]
  return (
    (2 * cube - 3 * square + 1) * from.mean0to100 +
    (cube - 2 * square + part) * start +
    (3 * square - 2 * cube) * to.mean0to100 +
    (cube - square) * end
  )
}

/** Slope at a known point, per week: harmonic mean of both sides, 0 where the course turns or at a flat side. */
function slopeAt(known: readonly Known[], index: number): number {
  const before = rise(known[index - 1], known[index])
  const after = rise(known[index], known[index + 1])
  if (before === null || after === null) return before ?? after ?? 0
  return before * after <= 0 ? 0 : (2 * before * after) / (before + after)
}
const rise = (from: Known | undefined, to: Known | undefined): number | null =>
  from && to ? (to.mean0to100 - from.mean0to100) / (to.week - from.week) : null

/** The words that always stand by the chart (section 7.2), and those that tell what is drawn. */
export const outlookWords = {
  promise: 'You may be above or below. The line is other people, not a promise.',
  band: 'The wide band is where most people are.',
  line: 'The line is the average of other people. It is from a review of 95 studies.',
  estimated: 'Marked points come from the studies. The line from one of them to the next is estimated.',
  spread: 'The width of the band comes from one point in time, early on, in one trial. We use it all along.',
  end: 'The line ends after a year. We do not know more.',
} as const

/** When a line began: once for an episode. */
export interface LineStart {
  readonly day: IsoDate
  readonly painAge: PainAge
}

/**
 * Every start that was told, oldest first, for `lineStart`: each new start of the programme, from the first entry of its
 * episode; for someone with a diary alone, the first entry of all.
 * @param firstCheckedAge how old the pain was at the first check; it is all there is to go by without a programme
 */
export function startsOf(
  started: readonly Pick<ProgrammeStarted, 'day' | 'episodeDay'>[],
  days: readonly DiaryDay[],
  firstCheckedAge: PainAge,
): readonly LineStart[] {
  const [first] = days
  if (started.length === 0) return first ? [{ day: first.day, painAge: firstCheckedAge }] : []
  return started.map(({ day, episodeDay }) => {
    const told = days.find((one) => daysBetween(episodeDay, one.day) >= 0 && daysBetween(one.day, day) >= 0)
    const from = told?.day ?? day
    return { day: from, painAge: painAgeOf(daysBetween(episodeDay, from)) }
  })
}

/** How old the pain was, by the answer to the check's question `duration`. Not known: as new pain. */
export function painAgeAtCheck(duration: unknown): PainAge {
  if (duration === 'weeks6') return 'subacute'
  return duration === 'months3' ? 'persistent' : 'acute'
}

/** A week of little pain counts as settled, as in a large trial (section 7.2). */
const settledDays = 7

/**
 * The start that counts now. A flare, a new plan or a new check does not start the line again; only a start after a
 * settled week does (pain of 0 or 1 on each noted day of 7, with its first and last day noted and at least 3 noted).
 * @param starts as they were told, oldest first
 */
export function lineStart(starts: readonly LineStart[], days: readonly DiaryDay[]): LineStart | null {
  return starts.reduce<LineStart | null>((held, start) => {
    if (held === null) return start
    const between = days.filter(({ day }) => daysBetween(held.day, day) > 0 && daysBetween(day, start.day) > 0)
    return hasSettledWeek(between) ? start : held
  }, null)
}

function hasSettledWeek(days: readonly DiaryDay[]): boolean {
  return days.some((first) => {
    const week = days.filter(({ number }) => number >= first.number && number < first.number + settledDays)
    const whole = week.at(-1)?.number === first.number + settledDays - 1
    return whole && week.length >= 3 && week.every(({ pain0to10 }) => pain0to10 <= limit('settledPain'))
  })
}

/** The days of the line on which being above the band calls for help (section 7.2). */
export const helpWeeks = [2, 6] as const

/** Pain above the band in a week in which that calls for help (evidence.md §6.4). */
export interface AboveBand {
  readonly week: (typeof helpWeeks)[number]
  readonly pain0to10: number
  readonly high0to10: number
  readonly words: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/**
 * Was the diary above the band at 2 and at 6 weeks? The pain at a week is the mean of the noted days of the 7 that end
 * on it. Each week stands by itself and is told from that day on. A week without a noted day says nothing here: the
 * programme asks.
 * @param now days since the line began
 */
export function aboveBand(days: readonly DiaryDay[], start: LineStart, now: number): readonly AboveBand[] {
  return helpWeeks.flatMap((week): readonly AboveBand[] => {
    const on = week * 7
    const band = outlookOn(on, start.painAge)
    const noted = days.filter(({ day }) => {
      const since = daysBetween(start.day, day)
      return since <= on && since > on - 7
    })
    if (now < on || band === null || noted.length === 0) return []
    const pain = noted.reduce((sum, { pain0to10 }) => sum + pain0to10, 0) / noted.length
    if (pain <= band.high0to10) return []
    return [
      {
        week,
        pain0to10: pain,
        high0to10: band.high0to10,
        words: `At ${week} weeks your pain is above the band. You have done nothing wrong. Book a physio or GP in the next 1 to 2 weeks.`,
        sources: ['unclench-design'],
        tag: 'C',
      },
    ]
  })
}

/** A fact about other people, with where it comes from. */
export interface OutlookFact {
  readonly id: string
  readonly text: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/** How others got on (section 7.2). */
export const recoveryFacts: readonly OutlookFact[] = [
  {
    id: 'work',
    text: 'Half of 973 people were back at their usual work in 14 days.',
    sources: ['henschke-2008'],
    tag: 'V',
  },
  { id: 'pain-gone', text: 'Half of them had no pain left after 58 days.', sources: ['henschke-2008'], tag: 'V' },
  { id: 'year', text: 'After a year, 72 in 100 of them had fully recovered.', sources: ['henschke-2008'], tag: 'V' },
  {
    id: 'trial',
    text: 'In a large trial, half took 16 to 17 days to get to a week of 0 or 1 out of 10.',
    sources: ['pace-2014'],
    tag: 'V',
  },
  {
    id: 'differ',
    text: 'These figures differ: the people were not the same, and not all studies meant the same by “well”.',
    sources: ['unclench-design'],
    tag: 'C',
  },
]

/** Coming back (section 7.3). */
export const returnFacts: readonly OutlookFact[] = [
  {
    id: 'message',
    text: 'A return is common. Most often it is not a sign of damage. Your flare plan makes it shorter.',
    sources: ['unclench-design'],
    tag: 'C',
  },
  {
    id: 'any',
    text: 'Of 250 people who had got well, about 69 in 100 had some pain again in the next year.',
    sources: ['da-silva-2019'],
    tag: 'V',
  },
  {
    id: 'limiting',
    text: 'For about 40 in 100 it was bad enough to hold them back.',
    sources: ['da-silva-2019'],
    tag: 'V',
  },
  {
    id: 'linked',
    text: 'It came back more in those who had had it more than twice, or who sat for over 5 hours a day. That is a link. It may not be the cause.',
    sources: ['da-silva-2019'],
    tag: 'V',
  },
]
