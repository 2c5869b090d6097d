/** The letter of referral of a visit: who of the staff has seen it. The letter itself is not kept here. */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'
import { letterEvents } from './letter-events.ts'

/** A letter of referral, as far as the clinic knows of it. */
export interface Referral {
  /** The service is given with one alone. */
  readonly isNeeded: boolean
  /** Who wrote it, as the person says; null where nothing was said. */
  readonly by: string | null
  /** When somebody of the clinic wrote down that they have seen it, in milliseconds since 1970; null: not yet. */
  readonly seenAt: number | null
}

/** What is read of it. */
export interface ReferralRow {
  readonly needs_referral: boolean
  readonly referred_by: string | null
  readonly referral_seen_at: Date | null
}

/** @returns null where none is needed, none was named and none was seen */
export const referralOf = (row: ReferralRow): Referral | null =>
  row.needs_referral || row.referred_by !== null || row.referral_seen_at !== null
    ? { isNeeded: row.needs_referral, by: row.referred_by, seenAt: row.referral_seen_at?.getTime() ?? null }
    : null

/**
 * Writes down that this member has seen the letter, or that it was not seen after all, and both in the history. The first who
 * saw it stays, and what stands so already is not written again.
 */
export async function markReferral(
  db: Database,
  { clinicId, memberId }: { readonly clinicId: string; readonly memberId: string },
  appointmentId: string,
  isSeen: boolean,
): Promise<void> {
  await inClinic(db, clinicId, async (trx) => {
    const marked = await trx
      .updateTable('appointments')
      .set(
        isSeen
          ? { referral_seen_at: sql<Date>`now()`, referral_seen_by: memberId }
          : { referral_seen_at: null, referral_seen_by: null },
      )
      .where('appointment_id', '=', appointmentId)
      .where('state', 'not in', ['held', 'class'])
      .where('referral_seen_at', isSeen ? 'is' : 'is not', null)
      .returning(['version', 'starts_at'])
      .executeTakeFirst()
    if (!marked) return
    await trx
      .insertInto('appointment_events')
      .values({
        ...{ clinic_id: clinicId, appointment_id: appointmentId, member_id: memberId, by_whom: 'staff', ...marked },
        what: isSeen ? letterEvents.seen : letterEvents.notSeen,
      })
      .execute()
  })
}
