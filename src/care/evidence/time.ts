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
