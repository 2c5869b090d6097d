/**
 * When the knowledge was last read through against its sources, and by when it must be read again (H-19).
 * One place for every room: questions, rules, medicines, movements, plan. A test fails once the day is past, and the
 * pages then say so.
 */
import type { IsoDate } from './calendar.ts'
import type { EpochMs } from './time.ts'

/** ISO date. Nobody has signed it off yet; this is the day of the clinical brief it was taken from. */
export const reviewedOn: IsoDate = '2026-11-23'
/** ISO date: the last day on which it may be relied on. */
export const reviewBy: IsoDate = '2027-11-23'
/** The same day's end in UTC, in milliseconds: `care` has no calendar, so a test holds the two together. */
export const reviewByEnd = 1_827_014_400_000

/** Must the knowledge be read through again before anyone relies on it? */
export const reviewIsDue = (now: EpochMs): boolean => now >= reviewByEnd
