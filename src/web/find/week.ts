/** Which week of free times is looked at, where its links lead, and what is free on each of its days. Pure. */
import type { Slot } from '../../clinic/availability/input.ts'

/** A week to look at: ISO days, and where the links lead; absent where there is nothing to look at. */
export interface Week {
  readonly firstDay: string
  readonly lastDay: string
  readonly before: string | undefined
  readonly after: string | undefined
  /** The last ISO day that can be booked yet, where it comes before the last of this week. */
  readonly until: string | undefined
}

/** One day of a week, and what is free on it. */
export interface DayOfTimes {
  /** ISO day of the place. */
  readonly day: string
  readonly times: readonly Slot[]
}

/** The furthest that anybody can look, in days: no service can be booked further ahead. */
const furthestDays = 366

/** Whether a text is an ISO day that a week may begin with. */
export function isFirstDay(text: string | undefined): text is string {
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/**
 * Seven days from `from`; never from before today, and no further than anything can be booked.
 * @param windowDays how far ahead the service can be booked
 */
export function weekFrom(today: Temporal.PlainDate, from: string | undefined, windowDays = furthestDays): Week {
  const last = today.add({ days: furthestDays })
  const asked = from === undefined ? today : Temporal.PlainDate.from(from)
  const first = [today, asked].toSorted(Temporal.PlainDate.compare)[1] ?? today
  const start = Temporal.PlainDate.compare(first, last) > 0 ? last : first
  const before = start.subtract({ days: 7 })
  const after = start.add({ days: 7 })
  const until = today.add({ days: windowDays })
  const lastDay = start.add({ days: 6 })
  return {
    firstDay: start.toString(),
    lastDay: lastDay.toString(),
    before: start.equals(today)
      ? undefined
      : (Temporal.PlainDate.compare(before, today) < 0 ? today : before).toString(),
    after: Temporal.PlainDate.compare(after, until) > 0 ? undefined : after.toString(),
    until: Temporal.PlainDate.compare(until, lastDay) < 0 ? until.toString() : undefined,
  }
}

/**
 * Each day of a week with its times. A time at a place in another zone may fall on a day beside the week: that day is there
 * too, so that no time is lost.
 */
export function daysOf({ firstDay, lastDay }: Week, times: readonly Slot[], zoneOf: (slot: Slot) => string) {
  const byDay = Map.groupBy(times, (slot) => isoDayOf(slot, zoneOf(slot)))
  const days = new Set(byDay.keys())
  for (let day = Temporal.PlainDate.from(firstDay); day.toString() <= lastDay; day = day.add({ days: 1 }))
    days.add(day.toString())
  return [...days].toSorted().map((day): DayOfTimes => ({ day, times: byDay.get(day) ?? [] }))
}

/** The day of a time by the clock of its place. */
export const isoDayOf = ({ start }: Slot, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).toPlainDate().toString()
