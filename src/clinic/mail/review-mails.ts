/**
 * The two mails round a review, as rows: would you say how it was, a day after the visit; and, to the clinic, that words of
 * one may tell of danger. A review may be asked for once for each visit; whoever wants none is not asked again.
 */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'

/** A mail that is about a review, and not about a visit that stands. */
export type ReviewMailKind = 'review-invitation' | 'review-alert'

/** Whether a mail is about a review. */
export const isReviewMail = (kind: string): kind is ReviewMailKind =>
  kind === 'review-invitation' || kind === 'review-alert'

interface VisitKey {
  readonly clinicId: string
  readonly appointmentId: string
}

/** When the invitation goes out after the visit was finished, how long it is of use, and how long one address is left in peace. [C] */
const invitedAfter = '1 day'
const usefulFor = '21 days'
const leftInPeaceFor = '30 days'

/**
 * Asks for a review of a visit that has just been finished, tomorrow. Call it in the transaction that makes it finished.
 * Nothing is written for a visit that is not finished, has a review, or was asked about; nor for somebody who has no address,
 * wants no invitations or had one lately.
 */
export async function inviteToReview(trx: ClinicTransaction, { clinicId, appointmentId }: VisitKey): Promise<void> {
  await sql`
    insert into mails (clinic_id, appointment_id, version, kind, address, due_at, next_try_at, useless_after)
    select a.clinic_id, a.appointment_id, a.version, 'review-invitation', k.email,
      now() + ${invitedAfter}::interval, now() + ${invitedAfter}::interval, now() + ${usefulFor}::interval
    from appointments a join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    where a.clinic_id = ${clinicId} and a.appointment_id = ${appointmentId} and a.state = 'finished'
      and k.email is not null
      and not exists (select from reviews r where r.clinic_id = a.clinic_id and r.appointment_id = a.appointment_id)
      and not exists (select from mail_stops s where s.clinic_id = a.clinic_id and s.purpose = 'review-invitation'
        and s.address = lower(k.email))
      and not exists (select from mails m where m.clinic_id = a.clinic_id and m.kind = 'review-invitation'
        and m.state <> 'dropped' and (m.appointment_id = a.appointment_id
          or lower(m.address) = lower(k.email) and m.created_at > now() - ${leftInPeaceFor}::interval))
    on conflict (clinic_id, appointment_id, version, kind, address) do update
      set state = 'queued', why = null, attempts = 0, due_at = excluded.due_at, next_try_at = excluded.next_try_at,
        useless_after = excluded.useless_after
      where mails.state = 'dropped'`.execute(trx)
}

/** Tells the clinic that a review needs a look now. Once for each visit. */
export async function alertOfReview(trx: ClinicTransaction, { clinicId, appointmentId }: VisitKey): Promise<void> {
  await sql`
    insert into mails (clinic_id, appointment_id, version, kind, address, useless_after)
    select a.clinic_id, a.appointment_id, a.version, 'review-alert', c.email, now() + interval '14 days'
    from appointments a join clinics c on c.clinic_id = a.clinic_id
    where a.clinic_id = ${clinicId} and a.appointment_id = ${appointmentId}
    on conflict (clinic_id, appointment_id, version, kind, address) do nothing`.execute(trx)
}

/** The invitation of this visit is not sent, if it still waits. @param why in words for staff */
export async function dropInvitation(trx: ClinicTransaction, appointmentId: string, why: string): Promise<void> {
  await trx
    .updateTable('mails')
    .set({ state: 'dropped', why })
    .where('appointment_id', '=', appointmentId)
    .where('kind', '=', 'review-invitation')
    .where('state', '=', 'queued')
    .execute()
}

/** Does this address want no invitations from the clinic of the transaction? */
export async function isStopped(trx: ClinicTransaction, address: string): Promise<boolean> {
  const row = await trx
    .selectFrom('mail_stops')
    .select('stopped_at')
    .where('purpose', '=', 'review-invitation')
    .where('address', '=', address.toLowerCase())
    .executeTakeFirst()
  return row !== undefined
}

/** No more invitations from this clinic to the address that this visit's mails go to. All other mail goes on. Safe to repeat. */
export async function stopInvitations(trx: ClinicTransaction, { clinicId, appointmentId }: VisitKey): Promise<void> {
  await sql`
    insert into mail_stops (clinic_id, purpose, address)
    select a.clinic_id, 'review-invitation', lower(k.email)
    from appointments a join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    where a.clinic_id = ${clinicId} and a.appointment_id = ${appointmentId} and k.email is not null
    on conflict do nothing`.execute(trx)
  await sql`
    update mails m set state = 'dropped', why = 'The person wants no such mail.'
    from appointments a join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    where a.clinic_id = ${clinicId} and a.appointment_id = ${appointmentId}
      and m.clinic_id = a.clinic_id and lower(m.address) = lower(k.email) and m.kind = 'review-invitation'
      and m.state = 'queued'`.execute(trx)
}
