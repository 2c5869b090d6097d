/**
 * A form may come again after its visit was booked: pressed twice, sent again, or gone back to and changed. The first stands;
 * this says what of the later one is other than what was booked. Never: writes anything.
 */
import { type Database, inClinic } from '../db/connection.ts'
import { foldCode } from '../letters/price-offers.ts'
import { unseal } from '../people/seal.ts'
import type { BookingDetails } from './confirm.ts'

/** What of a form was not taken. `payment`: who pays, or a number or code for it. */
export type NotTaken =
  | 'personName'
  | 'contactName'
  | 'email'
  | 'phone'
  | 'payment'
  | 'referredBy'
  | 'note'
  | 'sharedCheck'

/** Of what is compared, in the order of the form; empty where the form is the one that was booked with. */
export function otherThanBooked(
  db: Database,
  secret: Uint8Array,
  visit: { readonly clinicId: string; readonly appointmentId: string },
  details: BookingDetails,
): Promise<readonly NotTaken[]> {
  const { clinicId, appointmentId } = visit
  return inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('appointments as a')
      .innerJoin('persons as p', (on) =>
        on.onRef('p.clinic_id', '=', 'a.clinic_id').onRef('p.person_id', '=', 'a.person_id'),
      )
      .innerJoin('contacts as k', (on) =>
        on.onRef('k.clinic_id', '=', 'a.clinic_id').onRef('k.contact_id', '=', 'a.contact_id'),
      )
      .leftJoin('shared_checks as h', (on) =>
        on.onRef('h.clinic_id', '=', 'a.clinic_id').onRef('h.appointment_id', '=', 'a.appointment_id'),
      )
      .leftJoin('price_offer_uses as u', (on) =>
        on.onRef('u.clinic_id', '=', 'a.clinic_id').onRef('u.appointment_id', '=', 'a.appointment_id'),
      )
      .leftJoin('price_offers as o', (on) =>
        on.onRef('o.clinic_id', '=', 'u.clinic_id').onRef('o.price_offer_id', '=', 'u.price_offer_id'),
      )
      .select(['p.name as person', 'k.name as contact', 'k.email', 'k.phone', 'a.payer', 'a.insurer', 'a.note_sealed'])
      .select([
        'a.excess_pence',
        'a.referred_by',
        'a.membership_number',
        'a.authorisation_number',
        'h.sealed',
        'o.folded_code',
      ])
      .where('a.appointment_id', '=', appointmentId)
      .executeTakeFirst()
    if (!row) return []
    const opened = (kind: 'note' | 'shared-check', sealed: Buffer | null) =>
      sealed === null ? '' : unseal(secret, { kind, clinicId, appointmentId }, sealed)
    const byInsurer = details.payer === 'insurer'
    const pairs: readonly (readonly [NotTaken, string | null | undefined, string | null | undefined])[] = [
      ['contactName', row.contact, details.contactName],
      ['personName', row.person, details.personName],
      ['email', row.email?.toLowerCase(), details.email.toLowerCase()],
      ['phone', row.phone, details.phone],
      ['payment', row.payer, details.payer],
      ['payment', row.insurer, byInsurer ? details.insurer : ''],
      ['payment', row.membership_number, byInsurer ? details.membershipNumber : ''],
      ['payment', row.authorisation_number, details.payer === 'self' ? '' : details.authorisationNumber],
      ['payment', row.excess_pence?.toString(), byInsurer ? details.excessPence?.toString() : ''],
      ['referredBy', row.referred_by, details.referredBy],
      ['payment', row.folded_code, details.payer === 'self' ? foldCode(details.offerCode ?? '') : ''],
      ['note', opened('note', row.note_sealed), details.note],
      // One that was taken back since was not asked for again by a form that does not carry it.
      ['sharedCheck', details.sharedCheck && opened('shared-check', row.sealed), details.sharedCheck],
    ]
    return [...new Set(pairs.filter(([, one, other]) => (one ?? '') !== (other ?? '')).map(([what]) => what))]
  })
}
