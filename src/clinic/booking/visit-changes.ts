/** What every change of a visit writes beside the change itself, in the same transaction: what happened, and the mails of it. */
import type { ClinicTransaction } from '../db/connection.ts'
import { queueMails } from '../mail/mail-rows.ts'

/** A change of which people are told. */
export interface VisitChange {
  readonly clinicId: string
  readonly appointmentId: string
  /** The visit's version after the change. */
  readonly version: number
  readonly what: 'confirmed' | 'moved' | 'cancelled' | 'late-cancelled'
  readonly byWhom: 'person' | 'staff'
  /** When the visit is, or would have been. */
  readonly startsAt: Date
  /** Null for somebody without email: nothing is written to them. */
  readonly address: string | null
  readonly reason?: string | undefined
  /** The press that did it, where a form carries one. */
  readonly press?: string | undefined
  /** The member of staff who did it. */
  readonly memberId?: string
  /** The rule that staff bent for it. */
  readonly bentRule?: string
  /** Milliseconds for which its mail waits, so that it can still be undone. */
  readonly waitMs?: number
  /** They know already: the event is written, and only reminders go out. */
  readonly isTold?: boolean
  /** It takes back what was done before it: the visit is as it was. */
  readonly undoes?: boolean
}

/** Writes the event, and the mail rows that follow from it. */
export async function tellOfChange(trx: ClinicTransaction, change: VisitChange): Promise<void> {
  const { clinicId, appointmentId, version, what, byWhom, startsAt, address, reason, memberId, bentRule } = change
  await trx
    .insertInto('appointment_events')
    .values((eb) => ({
      clinic_id: clinicId,
      appointment_id: appointmentId,
      version,
      what,
      by_whom: byWhom,
      starts_at: startsAt,
      reason: reason ?? null,
      member_id: memberId ?? null,
      bent_rule: bentRule ?? null,
      undoes: change.undoes ?? false,
      press: change.press ?? null,
      price_pence: eb.selectFrom('appointments').select('price_pence').where('appointment_id', '=', appointmentId),
    }))
    .execute()
  if (address === null) return
  await queueMails(trx, {
    clinicId,
    appointmentId,
    version,
    what: what === 'late-cancelled' ? 'cancelled' : what,
    address,
    startsAt: startsAt.getTime(),
    ...(change.waitMs !== undefined && { waitMs: change.waitMs }),
    ...(change.isTold !== undefined && { isTold: change.isTold }),
  })
}
