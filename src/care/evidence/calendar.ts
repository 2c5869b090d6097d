/**
 * Days as a person counts them: their own calendar days, written as ISO dates, and plain arithmetic with them.
 * Pure arithmetic; a moment and its day are always passed in together.
 * Never: reads a clock or a time zone. Whoever writes an event says which day it was for the person (H-28).
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
  const known = numbers.get(day)
  if (known !== undefined) return known
  const found = counted(day)
  numbers.set(day, found)
  return found
}

/** The same few hundred dates are asked for again and again in one fold; reading the text each time is most of its cost. */
const numbers = new Map<IsoDate, number>()

function counted(day: IsoDate): number {
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

/** The date so many days later (or earlier, when negative). */
export function addDays(day: IsoDate, days: number): IsoDate {
  const shifted = dayNumber(day) + days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const two = (value: number) => String(value).padStart(2, '0')
  // Digits only: numbers, but to the compiler texts.
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` as IsoDate
}
