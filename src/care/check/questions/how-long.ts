/**
 * How long the pain has lasted: bands of days that touch and never overlap, so that every length of time is in exactly
 * one. The rules read the bands; a person types a number and a unit. The borders are those of the brief: 3 days (I6),
 * 2, 4, 6 and 12 weeks (§6.4), 3 months (G1).
 */
import type { Option } from '../types.ts'

/** A unit in which people say how long. */
export type LengthUnit = 'days' | 'weeks' | 'months' | 'years'

/** Days in one of each. A month is the mean of a year's. */
const daysIn: Readonly<Record<LengthUnit, number>> = { days: 1, weeks: 7, months: 365.25 / 12, years: 365.25 }
/** The units, shortest first. */
export const lengthUnits: readonly LengthUnit[] = ['days', 'weeks', 'months', 'years']

/** A length of time as somebody typed it: 0 or more, in this unit. */
export interface TypedLength {
  readonly amount: number
  readonly unit: LengthUnit
}

/** The longest that may be typed, in years. */
export const mostYears = 110

/** A band begins at `fromDays` and ends where the next begins. The first is today and yesterday. */
export const lengthBands = [
  { value: 'days0', fromDays: 0, text: 'Today or yesterday', short: 'today or yesterday' },
  { value: 'days2', fromDays: 2, text: '2 days', short: '2 days' },
  { value: 'days3', fromDays: 3, text: '3 to 6 days', short: '3 to 6 days' },
  { value: 'weeks1', fromDays: 7, text: '1 week or more, under 2', short: '1 week or more, under 2' },
  { value: 'weeks2', fromDays: 14, text: '2 weeks or more, under 3', short: '2 weeks or more, under 3' },
  { value: 'weeks3', fromDays: 21, text: '3 weeks or more, under 4', short: '3 weeks or more, under 4' },
  { value: 'weeks4', fromDays: 28, text: '4 weeks or more, under 6', short: '4 weeks or more, under 6' },
  { value: 'weeks6', fromDays: 42, text: '6 weeks or more, under 3 months', short: '6 weeks or more, under 3 months' },
  { value: 'months3', fromDays: 91, text: '3 months or more', short: '3 months or more' },
] as const satisfies readonly (Option & { readonly fromDays: number })[]

/** One band of how long it has lasted. */
export type LengthBand = (typeof lengthBands)[number]['value']

/**
 * The band of a length of time. A part of a day is not yet that day: 1.9 days is still yesterday.
 *
 * @param amount 0 or more, whole or not
 */
export function bandOf(amount: number, unit: LengthUnit): LengthBand {
  const days = amount * daysIn[unit]
  return lengthBands.reduce<LengthBand>((found, { value, fromDays }) => (days >= fromDays ? value : found), 'days0')
}
