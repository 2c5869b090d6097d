/** Letting go of addresses that nobody said yes with, and of what was kept for a while beside them. Run as the owner. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { daysCounted, linkDays, notMeDays } from './subscribe.ts'

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
    if (ids.length > 0) await countUnanswered(trx, clinicId, ids)
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

/** What the counts keep of those who never said yes: the day of the question that a mail server took, once for each. */
async function countUnanswered(trx: ClinicTransaction, clinicId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update clinics set unanswered_letters = array(
      select day from unnest(unanswered_letters) day where day > current_date - ${daysCounted}::int
      union all
      select max(m.handed_over_at)::date from letter_mails m where m.clinic_id = ${clinicId} and m.kind = 'was-it-you'
        and m.state = 'handed-over' and m.subscriber_id = any (${ids}::uuid[]) group by m.subscriber_id)
    where clinic_id = ${clinicId}`.execute(trx)
}
