/** Bank holidays on which the clinic has said that it is shut, for a place that was not there when it said so. */
import { bankHolidays, nationOf } from '../availability/bank-holidays.ts'
import type { ClinicTransaction } from '../db/connection.ts'

/** Shuts a place on them. Call it for a new place, and for one that is in another nation now; called twice it shuts once. */
export async function shutOnHolidays(
  trx: ClinicTransaction,
  clinicId: string,
  { id, country, today }: { readonly id: string; readonly country: string; readonly today: string },
): Promise<void> {
  const nation = nationOf(country)
  const answers = await trx
    .selectFrom('holiday_answers')
    .select('day')
    .where('nation', '=', nation)
    .where('is_closed', '=', true)
    .where('day', '>=', today)
    .where('day', 'not in', (query) =>
      query.selectFrom('closures').select('first_day').where('location_id', '=', id).where('from_time', 'is', null),
    )
    .execute()
  const shut = answers.flatMap(({ day }) => {
    const holiday = bankHolidays(nation, Number(day.slice(0, 4))).find((one) => one.day === day)
    return holiday ? [{ first_day: day, last_day: day, reason: holiday.name }] : []
  })
  if (shut.length === 0) return
  await trx
    .insertInto('closures')
    .values(shut.map((each) => ({ ...each, clinic_id: clinicId, location_id: id })))
    .execute()
}
