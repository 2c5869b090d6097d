/** Moments and ids for records that tests make up: every one counted from one midnight. */
import { addDays, dayNumber, type Moment } from '../evidence/calendar.ts'
import { asEpochMs, dayMs, hourMs } from '../evidence/time.ts'

/** The day on which these records begin. */
export const dayZero = '2027-01-15'
/** Its midnight, in milliseconds since 1970. */
export const start: number = dayNumber(dayZero) * dayMs

/** The moment so many hours after that midnight; before it, where they are negative. */
export const moment = (hours: number): Moment => ({
  at: asEpochMs(start + hours * hourMs),
  day: addDays(dayZero, Math.floor(hours / 24)),
})

/** An id made of a number. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
