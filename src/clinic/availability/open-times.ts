/** When a therapist is open for visits at a location: weekly hours, less closures and absences. */
import { dayNumber, weekdayOf } from './calendar-days.ts'
import type { DayPart, Hours, TimeOff } from './input.ts'
import { type Ranges, rangesOf } from './ranges.ts'
import type { ZoneDays } from './zone-days.ts'

/**
 * One stretch of hours, those that touch joined, so that a visit may go over the joint or over midnight.
 * `origins`: where the steps are counted from, each as far as the next. `starts`: exactly these moments instead.
 */
export type Opening = { readonly from: number; readonly to: number } & (
  | { readonly origins: readonly number[]; readonly starts?: never }
  | { readonly starts: readonly number[]; readonly origins?: never }
)

const endOf = ({ from, to }: DayPart) => (to <= from ? to + 1440 : to)

/**
 * All openings that touch these days, in order. Two days before and one after are looked at too: hours of 24 hours that begin on
 * the day before the eve end on the eve, and a day asked for alone must say the same as in a longer span.
 */
export function openingsOf(hours: readonly Hours[], days: ZoneDays, firstDay: number, lastDay: number): Opening[] {
  const stepped: (readonly [number, number])[] = []
  const fixed: Opening[] = []
  for (const row of hours) {
    const validFrom = dayNumber(row.validFrom)
    const firstMonday = validFrom + 1 - weekdayOf(validFrom)
    const first = Math.max(firstDay - 2, validFrom)
    const last = Math.min(lastDay + 1, row.validTo === undefined ? Infinity : dayNumber(row.validTo))
    for (let day = first + ((row.weekday - weekdayOf(first) + 7) % 7); day <= last; day += 7) {
      if (Math.floor((day - firstMonday) / 7) % row.everyWeeks !== 0) continue
      const from = days.firstAt(day, row.from)
      const to = days.firstAt(day, endOf(row))
      if (!row.starts) stepped.push([from, to])
      else if (from < to) fixed.push({ from, to, starts: row.starts.map((minute) => days.firstAt(day, minute)) })
    }
  }
  const joined = rangesOf(stepped)
  const openings = [...fixed]
  const begins = [...new Set(stepped.filter(([from, to]) => from < to).map(([from]) => from))].sort((a, b) => a - b)
  let next = 0
  for (let at = 0; at < joined.length; at += 2) {
    const [from = 0, to = 0] = [joined[at], joined[at + 1]]
    const first = next
    while (next < begins.length && (begins[next] ?? to) < to) next += 1
    openings.push({ from, to, origins: begins.slice(first, next) })
  }
  return openings.sort((one, other) => one.from - other.from)
}

/** Times off as one set, over the whole span of days and the eve of it, also what began the day before the eve. */
export function offRanges(off: readonly TimeOff[], days: ZoneDays): Ranges {
  return rangesOf(off.flatMap((one) => (one.part || one.everyWeeks ? singleDays(one, days) : [wholeDays(one, days)])))
}

/** From the first to the last day without a break, so that a day of 23 or 25 hours, or one left out, needs no thought. */
function wholeDays(off: TimeOff, days: ZoneDays): readonly [number, number] {
  const first = Math.max(dayNumber(off.firstDay), days.first - 1)
  const last = Math.min(dayNumber(off.lastDay ?? off.firstDay), days.last + 1)
  return first > last ? [0, 0] : [days.startOf(first), days.startOf(last + 1)]
}

function singleDays(off: TimeOff, days: ZoneDays): (readonly [number, number])[] {
  const begins = dayNumber(off.firstDay)
  const step = off.everyWeeks ? off.everyWeeks * 7 : 1
  const ends = off.lastDay !== undefined ? dayNumber(off.lastDay) : off.everyWeeks ? Infinity : begins
  const from = Math.max(begins, days.first - 2)
  const pairs: (readonly [number, number])[] = []
  for (let day = begins + Math.ceil((from - begins) / step) * step; day <= Math.min(ends, days.last + 1); day += step)
    pairs.push(
      off.part
        ? [days.firstAt(day, off.part.from), days.lastAt(day, endOf(off.part))]
        : [days.startOf(day), days.startOf(day + 1)],
    )
  return pairs
}
