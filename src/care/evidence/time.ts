/**
 * Time as `care` knows it: passed in, never read from a clock.
 */

declare const epochMs: unique symbol

/** Milliseconds since 1970-01-01T00:00:00Z. Elapsed time, so clock changes do not matter. */
export type EpochMs = number & { readonly [epochMs]: true }

/**
 * Brands a number as a moment. Use at the edge, where a clock or a record is read.
 */
export const asEpochMs = (milliseconds: number): EpochMs =>
  // A brand exists for the compiler alone, so this is the one place that can give it.
  milliseconds as EpochMs

/** One hour of elapsed time, in milliseconds. */
export const hourMs = 3_600_000
/** 24 elapsed hours, in milliseconds; not a day of the calendar. */
export const dayMs = 24 * hourMs

/** The calendar begins anew after 400 years, with the same days of the week: 146,097 days. */
const calendarMs = 146_097 * dayMs
/** The first moment that cannot be told, in milliseconds: 1 January 9970. Days until then have years of four digits, and every id can hold its moment. */
export const endOfTimeMs = 20 * calendarMs

/**
 * What the clock of a device says, as a moment from 1970 to the end of 9969, in whole milliseconds. A clock may be set to
 * anything, and what is told under it must be kept and read again. One that stands outside is read whole 400 years away, on
 * the same date and day of the week, so that it goes on counting; that it was wrong is dealt with like any wrong clock
 * (`correctClocks`).
 * @param milliseconds what a browser gives: any number, and NaN for a clock that says nothing (1970)
 */
export function readClock(milliseconds: number): EpochMs {
  const whole = Math.floor(milliseconds)
  if (!Number.isFinite(whole)) return asEpochMs(0)
  if (whole >= 0 && whole < endOfTimeMs) return asEpochMs(whole)
  return asEpochMs(((whole % calendarMs) + calendarMs) % calendarMs)
}
