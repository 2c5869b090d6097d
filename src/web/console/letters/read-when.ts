/** The day and time that a letter gets, as typed on the clock of the clinic's place. */
import type { Problem } from '../../ui/error-summary.tsx'

/** Milliseconds since 1970, or what to put right. */
export type ReadWhen = { readonly ok: true; readonly at: number } | { readonly ok: false; readonly problem: Problem }

const wrong = (field: 'day' | 'time', text: string): ReadWhen => ({ ok: false, problem: { field, text } })

/** How far ahead a letter may be set, in days. */
const farthestDays = 366

/** @param day ISO day @param time "07:30" @param zone IANA zone */
export function readWhen(day: string, time: string, zone: string, now: Temporal.Instant): ReadWhen {
  const [date, clock] = [partOf(() => Temporal.PlainDate.from(day.slice(0, 20), { overflow: 'reject' })), clockOf(time)]
  if (!date || !/^\d{4}-\d\d-\d\d$/.test(day)) return wrong('day', 'Enter a day like 2026-12-01.')
  if (!clock) return wrong('time', 'Enter a time like 07:30.')
  const zoned = date.toZonedDateTime({ timeZone: zone, plainTime: clock })
  // The clocks go forward over it: nobody chose the hour after.
  if (!zoned.toPlainTime().equals(clock))
    return wrong('time', `There is no ${time} on that day: the clocks go forward. Choose another.`)
  const at = zoned.toInstant()
  if (Temporal.Instant.compare(at, now) <= 0) return wrong('time', 'That time is past. Choose one that is ahead.')
  if (at.since(now).total('days') > farthestDays) return wrong('day', 'Choose a day within the next year.')
  return { ok: true, at: at.epochMilliseconds }
}

const clockOf = (time: string) =>
  /^\d\d:\d\d(:\d\d)?$/.test(time) ? partOf(() => Temporal.PlainTime.from(time, { overflow: 'reject' })) : undefined

function partOf<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
