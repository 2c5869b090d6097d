/**
 * Bank holidays of the United Kingdom by rule, substitute days included: *proposed* to a clinic each year, never applied
 * by themselves. Single days proclaimed for one year cannot be computed; those known when this was written are listed.
 * Source: gov.uk/bank-holidays, Banking and Financial Dealings Act 1971 (Schedule 1).
 */
import { dayNumber, isoDay, weekdayOf } from './calendar-days.ts'

export type HolidayNation = 'england-and-wales' | 'scotland' | 'northern-ireland'

const nations: Readonly<Record<string, HolidayNation>> = {
  england: 'england-and-wales',
  wales: 'england-and-wales',
  scotland: 'scotland',
  'northern-ireland': 'northern-ireland',
}

/** Whose bank holidays count at a place, by its country as the database has it. */
export const nationOf = (country: string): HolidayNation => nations[country] ?? 'england-and-wales'

export interface BankHoliday {
  readonly day: string
  readonly name: string
  /** The day itself fell on a weekend, and this one stands for it. */
  readonly isSubstitute: boolean
}

const firstYear = 2020
const lastYear = 2040

type Rule = readonly [name: string, of: (year: number) => number]
const fixed = (monthAndDay: string) => (year: number) => dayNumber(`${year}-${monthAndDay}`)
const mondayFrom = (monthAndDay: string) => (year: number) => {
  const from = dayNumber(`${year}-${monthAndDay}`)
  return from + ((8 - weekdayOf(from)) % 7)
}

const newYear: Rule = ['New Year’s Day', fixed('01-01')]
const goodFriday: Rule = ['Good Friday', (year) => easterSunday(year) - 2]
const easterMonday: Rule = ['Easter Monday', (year) => easterSunday(year) + 1]
// Moved in 2020 to 75 years after the end of the war in Europe.
const earlyMay: Rule = ['Early May', (year) => (year === 2020 ? dayNumber('2020-05-08') : mondayFrom('05-01')(year))]
// Moved in 2022 to meet the Platinum Jubilee.
const spring: Rule = ['Spring', (year) => (year === 2022 ? dayNumber('2022-06-02') : mondayFrom('05-25')(year))]
const lateSummer: Rule = ['Summer', mondayFrom('08-25')]
const christmas: readonly Rule[] = [
  ['Christmas Day', fixed('12-25')],
  ['Boxing Day', fixed('12-26')],
]

const rules: Readonly<Record<HolidayNation, readonly Rule[]>> = {
  'england-and-wales': [newYear, goodFriday, easterMonday, earlyMay, spring, lateSummer, ...christmas],
  scotland: [
    newYear,
    ['2nd January', fixed('01-02')],
    goodFriday,
    earlyMay,
    spring,
    ['Summer', mondayFrom('08-01')],
    ['St Andrew’s Day', fixed('11-30')],
    ...christmas,
  ],
  'northern-ireland': [
    newYear,
    ['St Patrick’s Day', fixed('03-17')],
    goodFriday,
    easterMonday,
    earlyMay,
    spring,
    ['Battle of the Boyne (Orangemen’s Day)', fixed('07-12')],
    lateSummer,
    ...christmas,
  ],
}

/** Without a nation: all of them. */
const proclaimed: readonly (readonly [day: string, name: string, only?: HolidayNation])[] = [
  ['2022-06-03', 'Platinum Jubilee'],
  ['2022-09-19', 'State funeral of Queen Elizabeth II'],
  ['2023-05-08', 'Coronation of King Charles III'],
  ['2026-06-15', 'Scotland at the World Cup', 'scotland'],
]

/** All bank holidays of a year, in order. @throws RangeError outside 2020 to 2040 */
export function bankHolidays(nation: HolidayNation, year: number): readonly BankHoliday[] {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear)
    throw new RangeError(`Bank holidays are known from ${firstYear} to ${lastYear}, not for ${year}`)
  const days = rules[nation].map(([name, of]) => ({ name, day: of(year) }))
  const taken = new Set(days.filter(({ day }) => weekdayOf(day) < 6).map(({ day }) => day))
  const kept = days.map(({ name, day }) => {
    const isSubstitute = weekdayOf(day) >= 6
    let stands = day
    while (isSubstitute && (weekdayOf(stands) >= 6 || taken.has(stands))) stands += 1
    taken.add(stands)
    return { day: isoDay(stands), name, isSubstitute }
  })
  const extra = proclaimed
    .filter(([day, , only]) => day.startsWith(`${year}-`) && (only ?? nation) === nation)
    .map(([day, name]) => ({ day, name, isSubstitute: false }))
  return [...kept, ...extra].sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** The Sunday of Easter as a day number, by the Gregorian computus (Meeus, "Astronomical Algorithms", chapter 8). */
function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return dayNumber(
    `${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`,
  )
}
