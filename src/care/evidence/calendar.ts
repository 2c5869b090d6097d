/**
 * Days as a person counts them: their own calendar days, written as ISO dates, and plain arithmetic with them.
 * Called by the diary. Whoever writes an event says which day it was where the person is (H-28).
 * Never: reads a clock or a time zone.
 */
import type { EpochMs } from './time.ts'

/** `2026-11-23`: the day where the person is. */
export type IsoDate = `${number}-${number}-${number}`

/** A moment, and which day it is for the person then. */
export interface Moment {
  readonly at: EpochMs
  readonly day: IsoDate
}

/**
 * Whole days from 1970-01-01 to this date (0 for that day itself), by the Gregorian calendar.
 * Counts years from March, so that the leap day comes last (days_from_civil, Howard Hinnant).
 * @throws for a text that is not a date: events are parsed at the edge
 */
export function dayNumber(day: IsoDate): number {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || !inside(month, 1, 12) || !inside(date, 1, 31)) throw new Error(`not a date: ${day}`)
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

const inside = (value: number | undefined, least: number, most: number): value is number =>
  value !== undefined && value >= least && value <= most

/** Days from one date to another; 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from)
