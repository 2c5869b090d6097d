/** On which days ahead the clinics of the demonstration are shut: nobody is offered Christmas Day. */
import { bankHolidays } from '../clinic/availability/bank-holidays.ts'
import type { DemoHoliday } from '../clinic/directory/seed-demo-holidays.ts'

const nation = 'england-and-wales'
/** Half a year; what is later is still asked of the staff. */
const daysAhead = 183
/** No later year is known by rule. */
const lastKnownYear = 2040

/**
 * The bank holidays, and Christmas and New Year themselves where they fall on a weekend, from today on in order.
 * @param today ISO day in London
 */
export function demoHolidays(today: string): readonly DemoHoliday[] {
  const last = Temporal.PlainDate.from(today).add({ days: daysAhead }).toString()
  const year = Number(today.slice(0, 4))
  const known = [year, year + 1].filter((one) => one <= lastKnownYear)
  const days = known.flatMap((one): readonly DemoHoliday[] => {
    const free = bankHolidays(nation, one).map(({ day, name }): DemoHoliday => ({ day, name, nation }))
    const themselves = [
      { day: `${one}-01-01`, name: 'New Year’s Day' },
      { day: `${one}-12-25`, name: 'Christmas Day' },
      { day: `${one}-12-26`, name: 'Boxing Day' },
    ]
    const onWeekends = themselves.filter(({ day }) => free.every((holiday) => holiday.day !== day))
    return [...free, ...onWeekends.map((holiday) => ({ ...holiday, nation: null }))]
  })
  return days.filter(({ day }) => day >= today && day <= last).toSorted((one, other) => (one.day < other.day ? -1 : 1))
}
