/**
 * Offers that nobody was told of yet. Who takes something back does not find its time kept for somebody who knows nothing of
 * it: their mail waits for a moment, or for the morning. They wait on as before, and may be asked for this time another day.
 */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../../db/connection.ts'
import { freePlace, removeHolds } from '../slot-claims.ts'

/** Why the mail of such an offer was never sent. */
export const takenBackFirst = 'Its time was taken back before this was sent.'

/** What a visit takes that is to stand again. */
export interface TakenAgain {
  readonly therapist_id: string
  readonly class_id?: string | null | undefined
  readonly claims: readonly { readonly resource_id: string; readonly during: string }[]
}

/**
 * Withdraws those that lie over it, of the therapist whom the caller has locked. One whose mail has gone, or is going, stays.
 * In a class it needs one place: none is withdrawn while another is free, else the one that was made last.
 */
export async function withdrawUntold(trx: ClinicTransaction, again: TakenAgain): Promise<void> {
  const classId = again.class_id ?? null
  if (classId !== null && (await freePlace(trx, classId)) !== null) return
  const { rows } = await sql<{ offer_id: string; freed_time_id: string; holds: string[] }>`
    select o.offer_id, o.freed_time_id, array(select t.hold_id from offer_times t
        where t.clinic_id = o.clinic_id and t.offer_id = o.offer_id) as holds
    from offers o join mails m on m.clinic_id = o.clinic_id and m.offer_id = o.offer_id
    where o.clinic_id = clinic.current_clinic() and o.state = 'open' and m.state = 'queued' and m.attempts = 0
      and not exists (select from offer_times t where t.clinic_id = o.clinic_id and t.offer_id = o.offer_id
        and t.therapist_id <> ${again.therapist_id})
      and exists (select from offer_times t join appointments a on a.clinic_id = t.clinic_id and a.appointment_id = t.hold_id
        where t.clinic_id = o.clinic_id and t.offer_id = o.offer_id and (
          a.class_id = ${classId} and a.class_place is not null
          or exists (select from claims c,
            jsonb_to_recordset(${JSON.stringify(again.claims)}::jsonb) as was (resource_id uuid, during tstzrange)
            where c.clinic_id = a.clinic_id and c.appointment_id = a.appointment_id
              and c.resource_id = was.resource_id and c.during && was.during)))
    order by case when ${classId}::uuid is not null then o.made_at end desc, o.offer_id
    limit ${classId === null ? null : 1}::integer for update of o, m`.execute(trx)
  for (const { offer_id: offerId, freed_time_id: freedTimeId, holds } of rows) {
    await trx
      .updateTable('mails')
      .set({ state: 'dropped', why: takenBackFirst })
      .where('offer_id', '=', offerId)
      .execute()
    await sql`update offers set state = 'ended', closed_at = now(), ended_why = 'time'
      where clinic_id = clinic.current_clinic() and offer_id = ${offerId}`.execute(trx)
    await sql`update freed_times set settled_at = now()
      where clinic_id = clinic.current_clinic() and freed_time_id = ${freedTimeId}`.execute(trx)
    await removeHolds(trx, holds)
  }
}
