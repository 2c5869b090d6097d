/** The rows of a new start that several steps write: its end, and who is told of it. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'

/** What those who are told hear of. */
export type NewStartNews = 'asked' | 'agreed' | 'stopped' | 'done'

/**
 * Writes down who is told: the one it is for, and every owner. That two agreed, the one it is for reads in the mail with the
 * link. Nobody writes to somebody invented.
 */
export async function tellOfNewStart(
  trx: ClinicTransaction,
  clinicId: string,
  newStartId: string,
  what: NewStartNews,
): Promise<void> {
  await sql`
    insert into new_start_mails (clinic_id, new_start_id, member_id, what)
    select s.clinic_id, s.new_start_id, m.member_id, ${what}
    from new_starts s join members m on m.clinic_id = s.clinic_id
    where s.clinic_id = ${clinicId} and s.new_start_id = ${newStartId}
      and m.left_at is null and m.account_id is not null and not m.demonstration
      and ((m.member_id = s.member_id and ${what} <> 'agreed') or (m.role = 'owner' and m.member_id <> s.member_id))
    on conflict do nothing`.execute(trx)
}

/** It was used: the new ways in stand. */
export async function finishNewStart(trx: ClinicTransaction, clinicId: string, newStartId: string): Promise<void> {
  await trx
    .updateTable('new_starts')
    .set({ done_at: sql<Date>`now()` })
    .where('new_start_id', '=', newStartId)
    .execute()
  await tellOfNewStart(trx, clinicId, newStartId, 'done')
}
