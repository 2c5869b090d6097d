/**
 * Flares as the diary shows them: days well above the person's own usual (evidence.md, sections 7.3 and 7.4).
 * The same rule as the programme's, for the same person: begins 2 points or
 * more above the usual of the week before, ends when less than 2 above it.
 * Never: decides a dose (that is the programme's), or says that a flare means harm.
 */
import type { IsoDate } from '../evidence/calendar.ts'
import { limit } from '../programme/thresholds.ts'
import type { DiaryDay } from './days.ts'

/** Days before that make "usual", and how many of them must have been noted. A design choice [C]. */
const usualDays = 7
const daysForUsual = 3

/**
 * A flare as the diary shows it: days at or above the border over the usual of the week before (evidence.md §7.3).
 */
export interface DiaryFlare {
  /** First and last day at or above the border; `over` is false while the last noted day still belongs to it. */
  readonly from: IsoDate
  readonly to: IsoDate
  readonly over: boolean
  /** The usual of the week before it began, 0–10. */
  readonly usualBefore0to10: number
  /** The worst day's pain in it, 0–10. */
  readonly peak0to10: number
}

/** The person's usual before a day: the mean of the noted days of the 7 before it; null with fewer than three. */
export function usualBefore(days: readonly DiaryDay[], number: number): number | null {
  const week = days.filter((day) => day.number < number && day.number >= number - usualDays)
  return week.length < daysForUsual ? null : week.reduce((sum, { pain0to10 }) => sum + pain0to10, 0) / week.length
}

interface Open {
  readonly flare: DiaryFlare
  readonly since: number
}

/** Every flare of the diary, oldest first. `days` as `diaryDays` gives them. */
export function flares(days: readonly DiaryDay[]): readonly DiaryFlare[] {
  const found: DiaryFlare[] = []
  let open: Open | null = null
  for (const [index, day] of days.entries()) {
    // One entry a day, oldest first: only the last few can be of the week before.
    const usual = usualBefore(days.slice(Math.max(0, index - usualDays), index), day.number)
    if (open && stillIn(open, day, usual)) {
      open = { since: open.since, flare: extended(open.flare, day) }
      continue
    }
    if (open) {
      found.push({ ...open.flare, over: true })
      open = null
      continue
    }
    if (usual === null || day.pain0to10 - usual < limit('meaningfulPoints') - 1e-9) continue
    const { day: from, number: since, pain0to10 } = day
    open = { since, flare: { from, to: from, over: false, usualBefore0to10: usual, peak0to10: pain0to10 } }
  }
  return [...found, ...stillOpen(open)]
}

/** After a whole week the week itself is the usual, so that no flare lasts for good. */
function stillIn({ flare, since }: Open, day: DiaryDay, usual: number | null): boolean {
  const long = day.number - since >= usualDays
  const compared = long && usual !== null ? usual : flare.usualBefore0to10
  return day.pain0to10 - compared >= limit('meaningfulPoints') - 1e-9
}

const extended = (flare: DiaryFlare, { day, pain0to10 }: DiaryDay): DiaryFlare => ({
  ...flare,
  to: day,
  peak0to10: Math.max(flare.peak0to10, pain0to10),
})

const stillOpen = (open: Open | null): readonly DiaryFlare[] => (open ? [open.flare] : [])

/** What a person reads beside a flare. */
export const flareWords = {
  title: 'A flare',
  text: 'A flare is pain 2 points or more above your usual week. A return is common. Most often it is not a sign of damage.',
} as const
