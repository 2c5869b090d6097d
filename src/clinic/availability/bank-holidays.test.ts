import { expect, test } from 'vitest'
import { bankHolidays } from './bank-holidays.ts'

const days = (...args: Parameters<typeof bankHolidays>) => bankHolidays(...args).map(({ day }) => day.slice(5))

// Written out by hand, a year of each kind of substitute; not made by the rules.
test.each([
  ['england-and-wales', 2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
  ['england-and-wales', 2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
  ['england-and-wales', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  ['england-and-wales', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
  ['england-and-wales', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['england-and-wales', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ['scotland', 2022, '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
  ['scotland', 2024, '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26'],
  ['scotland', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
  ['northern-ireland', 2024, '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26'],
  ['northern-ireland', 2025, '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26'],
] as const)('%s in %i has these days', (nation, year, expected) => {
  expect(days(nation, year).join(' ')).toBe(expected)
})

test('Easter is right in every year to 2040', () => {
  const sundays =
    '04-12 04-04 04-17 04-09 03-31 04-20 04-05 03-28 04-16 04-01 04-21 04-13 03-28 04-17 04-09 03-25 04-13 04-05 04-25 04-10 04-01'
  for (const [at, sunday] of sundays.split(' ').entries()) {
    const monday = bankHolidays('england-and-wales', 2020 + at).find(({ name }) => name === 'Easter Monday')?.day
    expect(
      Temporal.PlainDate.from(monday ?? '')
        .subtract({ days: 1 })
        .toString(),
    ).toBe(`${2020 + at}-${sunday}`)
  }
})

test('every holiday to 2040 is a weekday, stands once, and says when it stands for another day', () => {
  for (const nation of ['england-and-wales', 'scotland', 'northern-ireland'] as const)
    for (let year = 2020; year <= 2040; year += 1) {
      const all = bankHolidays(nation, year)
      expect(new Set(all.map(({ day }) => day)).size).toBe(all.length)
      expect(all.every(({ day }) => Temporal.PlainDate.from(day).dayOfWeek < 6)).toBe(true)
    }
  expect(bankHolidays('england-and-wales', 2022).at(-1)).toEqual({
    day: '2022-12-27',
    name: 'Christmas Day',
    isSubstitute: true,
  })
})

test.each([2019, 2041, 2026.5])('the year %d is refused', (year) => {
  expect(() => bankHolidays('scotland', year)).toThrow('from 2020 to 2040')
})
