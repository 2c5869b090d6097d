/**
 * Where each local day and minute of a zone lies in time.
 *
 * The rule for clock changes, in one sentence: something *begins* at the first moment at which the clock shows its time or
 * a later one, and something that keeps people away *ends* at the last moment before which the clock still shows an earlier
 * time. So a time that the clock jumps over is the moment of the jump; of a time that comes twice, hours begin and end at
 * the first, and an absence or closure begins at the first and ends at the second: never a visit while somebody is away.
 */
import { dayNumber, isoDay } from './calendar-days.ts'

const minuteMs = 60_000
const dayMs = 1440 * minuteMs

/** A span of local days in one zone. Moments are milliseconds since 1970, minutes count on the clock's face from 00:00. */
export interface ZoneDays {
  readonly zone: string
  /** The first and last day that can be asked for, as day numbers. */
  readonly first: number
  readonly last: number
  /** The first moment of a day; a day that the zone left out has no length. */
  readonly startOf: (day: number) => number
  /** The first moment at which the clock shows this minute of the day or later. Minutes of 1440 and more are the next day's. */
  readonly firstAt: (day: number, minute: number) => number
  /** The moment from which the clock shows this minute or later for good. The same as `firstAt` but for times that come twice. */
  readonly lastAt: (day: number, minute: number) => number
  /** The local day of a moment inside the span. */
  readonly dayOf: (ms: number) => number
}

/** Spans that were worked out lately: a search asks for the same one of each clinic. */
const known = new Map<string, ZoneDays>()
const mostKnown = 64

/** @param first day number @param last day number, inclusive; two days before and one after can be asked for too */
export function zoneDays(zone: string, first: number, last: number): ZoneDays {
  const key = `${zone} ${first} ${last}`
  const before = known.get(key)
  if (before) return before
  const days = daysOf(zone, first, last)
  if (known.size >= mostKnown) known.clear()
  known.set(key, days)
  return days
}

function daysOf(zone: string, first: number, last: number): ZoneDays {
  const from = first - 2
  const starts = Float64Array.from({ length: last - first + 7 }, (_, at) => wallMoment(zone, from + at, 0, 'first'))
  const startOf = (day: number) => {
    const start = starts[day - from]
    if (start === undefined) throw new RangeError(`${isoDay(day)} is outside the days asked for`)
    return start
  }
  const momentOf = (which: 'first' | 'last', day: number, minute: number): number => {
    if (minute >= 1440) return momentOf(which, day + 1, minute - 1440)
    const start = startOf(day)
    return startOf(day + 1) - start === dayMs ? start + minute * minuteMs : wallMoment(zone, day, minute, which)
  }
  const firstAt = (day: number, minute: number) => momentOf('first', day, minute)
  const lastAt = (day: number, minute: number) => momentOf('last', day, minute)
  const dayOf = (ms: number) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? Infinity) <= ms) low = middle
      else high = middle - 1
    }
    return from + low
  }
  return { zone, first, last, startOf, firstAt, lastAt, dayOf }
}

/** The local day of a moment, as a day number. */
export const localDay = (ms: number, zone: string): number =>
  dayNumber(Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString())

function wallMoment(zone: string, day: number, minute: number, which: 'first' | 'last'): number {
  const wall = Temporal.PlainDateTime.from(`${isoDay(day)}T00:00`).add({ minutes: minute })
  const early = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const late = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (early.epochMilliseconds === late.epochMilliseconds) return early.epochMilliseconds
  const change = early.getTimeZoneTransition('next')?.epochMilliseconds ?? late.epochMilliseconds
  // In a jump, "earlier" and "later" both read another time than was asked: the moment of the jump lies between them.
  if (!late.toPlainDateTime().equals(wall)) return change
  // The clock goes back to this very time, so after its first coming it never shows an earlier one again.
  const comesToStay = late.epochMilliseconds === change
  return (which === 'first' || comesToStay ? early : late).epochMilliseconds
}
