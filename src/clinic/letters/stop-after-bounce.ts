/**
 * An address where letters do not arrive: none goes there, other mail does. One press of staff, or a new yes, ends it.
 * Never: decides that a letter has bounced (bounce-kind.ts), nor makes anybody leave (leave-letters.ts).
 */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { writeConsent } from './letter-consents.ts'
import { topicsOf } from './topics.ts'

/** @param because what the other mail server said */
export async function stopLetters(
  trx: ClinicTransaction,
  clinicId: string,
  address: string,
  because: string,
): Promise<void> {
  const { rows: fresh } = await sql`
    insert into mail_stops (clinic_id, purpose, address, why, because)
    values (${clinicId}, 'letters', lower(${address}), 'bounced', ${because.slice(0, 500)})
    on conflict (clinic_id, purpose, address) do nothing returning 1`.execute(trx)
  if (fresh.length > 0) await prove(trx, clinicId, address, 'bounced', because)
  await sql`update letter_mails set state = 'dropped', why = 'Letters do not arrive at this address.'
    where clinic_id = ${clinicId} and lower(address) = lower(${address}) and kind = 'letter' and state = 'queued'`.execute(
    trx,
  )
}

/** Letters may go there again. Nothing is done where nothing stopped them. */
export const putBack = (
  db: Database,
  { clinicId, memberId }: { readonly clinicId: string; readonly memberId: string },
  address: string,
): Promise<void> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql`delete from mail_stops where clinic_id = ${clinicId} and purpose = 'letters'
      and address = lower(${address}) returning 1`.execute(trx)
    if (rows.length > 0) await prove(trx, clinicId, address, 'put-back', 'Write to it again', memberId)
  })

async function prove(
  trx: ClinicTransaction,
  clinicId: string,
  address: string,
  what: 'bounced' | 'put-back',
  shown: string,
  memberId?: string,
): Promise<void> {
  const { rows } = await sql<{ subscriber_id: string; topics: string[] }>`
    select subscriber_id, topics from letter_subscribers
    where clinic_id = ${clinicId} and folded_address = lower(${address})`.execute(trx)
  const [row] = rows
  if (row)
    await writeConsent(trx, {
      ...{ clinicId, subscriberId: row.subscriber_id, what, topics: topicsOf(row.topics), shown: shown.slice(0, 2000) },
      ...(memberId !== undefined && { memberId }),
    })
}
