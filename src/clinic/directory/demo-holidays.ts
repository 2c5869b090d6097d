/** The days on which the clinics of the demonstration are shut, as their staff would have said: nobody is offered Christmas Day. */
import { bankHolidays } from '../availability/bank-holidays.ts'
import type { ClinicTransaction } from '../db/connection.ts'

/** A day that is shut. One that falls on a weekend is, beside the bank holiday that stands for it. */
interface DemoHoliday {
  /** ISO day. */
  readonly day: string
  readonly name: string
  readonly isBankHoliday: boolean
}

const nation = 'england-and-wales'
/** Half a year; what is later is still asked of the staff. */
const daysAhead = 183
/** No later year is known by rule. */
const lastKnownYear = 2040

/** Those from today on, in order. Pure. */
function demoHolidays(today: string): readonly DemoHoliday[] {
  const last = Temporal.PlainDate.from(today).add({ days: daysAhead }).toString()
  const year = Number(today.slice(0, 4))
  const known = [year, year + 1].filter((one) => one <= lastKnownYear)
  const days = known.flatMap((one): readonly DemoHoliday[] => {
    const free = bankHolidays(nation, one).map(({ day, name }) => ({ day, name, isBankHoliday: true }))
    const themselves = [
      { day: `${one}-01-01`, name: 'New Year’s Day' },
      { day: `${one}-12-25`, name: 'Christmas Day' },
      { day: `${one}-12-26`, name: 'Boxing Day' },
    ]
    const onWeekends = themselves.filter(({ day }) => free.every((holiday) => holiday.day !== day))
    return [...free, ...onWeekends.map((holiday) => ({ ...holiday, isBankHoliday: false }))]
  })
  return days.filter(({ day }) => day >= today && day <= last).toSorted((one, other) => (one.day < other.day ? -1 : 1))
}

/** The days alone. */
export const demoShutDays = (today: string): ReadonlySet<string> => new Set(demoHolidays(today).map(({ day }) => day))

/** Shuts the clinic on them, as answered by its owner. */
export async function writeDemoHolidays(trx: ClinicTransaction, clinicId: string, today: string): Promise<void> {
  const holidays = demoHolidays(today)
  if (holidays.length === 0) return
  const owner = await trx
    .selectFrom('members')
    .select('member_id')
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('closures')
    .values(holidays.map(({ day, name }) => ({ clinic_id: clinicId, first_day: day, last_day: day, reason: name })))
    .execute()
  const asked = holidays.filter(({ isBankHoliday }) => isBankHoliday)
  const answer = { clinic_id: clinicId, nation, is_closed: true, member_id: owner.member_id }
  if (asked.length > 0)
    await trx
      .insertInto('holiday_answers')
      .values(asked.map(({ day }) => ({ ...answer, day })))
      .execute()
}
