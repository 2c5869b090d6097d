/** Days on which the clinics of the demonstration are shut, written as their staff would have said it. */
import type { ClinicTransaction } from '../db/connection.ts'

/** One day. */
export interface DemoHoliday {
  /** ISO day. */
  readonly day: string
  readonly name: string
  /** Whose bank holiday it is; null for one that falls on a weekend, beside the day that stands for it. */
  readonly nation: 'england-and-wales' | null
}

/** Shuts the clinic on them. What staff are asked of a bank holiday is answered by the owner. */
export async function writeDemoHolidays(
  trx: ClinicTransaction,
  clinicId: string,
  holidays: readonly DemoHoliday[],
): Promise<void> {
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
  const answer = { clinic_id: clinicId, is_closed: true, member_id: owner.member_id }
  const answers = holidays.flatMap(({ day, nation }) => (nation ? [{ ...answer, day, nation }] : []))
  if (answers.length > 0) await trx.insertInto('holiday_answers').values(answers).execute()
}
