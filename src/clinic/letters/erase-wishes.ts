/** Letting go of addresses that nobody said yes with, and of what was kept for a while beside them. Run as the owner. */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'
import { linkDays, notMeDays } from './subscribe.ts'

/**
 * Wishes for letters without a yes go when their link has ended, with the question that was mailed and what came back of it;
 * "it was not me" and the week without letters when they no longer count.
 * @param db as the owner of the database: the server itself may not delete these
 * @returns how many wishes went
 */
export function eraseOldWishes(db: Database, clinicId: string): Promise<number> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ subscriber_id: string; folded_address: string }>`
      select subscriber_id, folded_address from letter_subscribers where clinic_id = ${clinicId} and confirmed_at is null
        and asked_at <= now() - make_interval(days => ${linkDays}) order by subscriber_id for update`.execute(trx)
    const ids = rows.map(({ subscriber_id }) => subscriber_id)
    for (const table of ['letter_mails', 'letter_consents', 'letter_subscribers'])
      await sql`delete from clinic.${sql.table(table)} where clinic_id = ${clinicId} and subscriber_id = any (${ids}::uuid[])`.execute(
        trx,
      )
    await sql`delete from mail_stops where clinic_id = ${clinicId} and (purpose = 'was-it-you'
      and stopped_at <= now() - make_interval(days => ${notMeDays})
      or purpose = 'letters' and address = any (${rows.map((row) => row.folded_address)}::text[]))`.execute(trx)
    await sql`delete from letter_pauses where clinic_id = ${clinicId} and until <= now()`.execute(trx)
    return ids.length
  })
}
