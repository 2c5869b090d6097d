/**
 * What becomes of an offer: taken, passed on, or ended. One transaction each; whoever is next is asked in the same.
 * Never: chooses who is asked (make-offer.ts).
 */
import { sql } from 'kysely'
import type { ClinicTransaction, Database } from '../../db/connection.ts'
import { type BookingDetails, type Confirmed, confirmIn } from '../confirm.ts'
import { NotGranted } from '../grants.ts'
import { moveIn, NotMoved } from '../move.ts'
import { bookInClinic, removeHolds } from '../slot-claims.ts'
import { closeOffer, type LockedOffer, lockOffer, type OfferEnd } from './close-offer.ts'
import { offerOn } from './make-offer.ts'
import type { OfferId } from './offer-view.ts'

/**
 * `over`: nobody answered in time, or it was passed on. `cannotMove`: the visit that would be moved is too near, or does not
 * stand any more. Otherwise as booking says it.
 */
export type Taken =
  | { readonly ok: true; readonly appointmentId: string; readonly already: boolean }
  | { readonly ok: false; readonly why: 'over' | 'cannotMove' }
  | Exclude<Confirmed, { readonly ok: true }>

/** Carries a refusal out of the transaction, which is thereby undone. */
class NotTaken extends Error {
  readonly refusal: Taken
  constructor(refusal: Taken) {
    super('the offer could not be taken')
    this.refusal = refusal
  }
}

/**
 * Takes the offer: books its time, or both of a pair, or moves the visit there; closes the place on the list. However often
 * it is pressed, once.
 */
export async function takeOffer(
  db: Database,
  secret: Uint8Array,
  { clinicId, offerId, secondIsMeant = false }: OfferId & { readonly secondIsMeant?: boolean },
): Promise<Taken> {
  const over: Taken = { ok: false, why: 'over' }
  try {
    return await bookInClinic(
      db,
      clinicId,
      (trx) => takeIn(trx, secret, { clinicId, offerId, secondIsMeant }),
      () => Promise.resolve(over),
    )
  } catch (error) {
    if (error instanceof NotTaken || error instanceof NotMoved) {
      // Its time is not to be had: nobody is asked to press again.
      if ('near' in error.refusal) await endOffer(db, { clinicId, offerId }, { state: 'ended', why: 'time' })
      return error.refusal
    }
    if (error instanceof NotGranted) return { ok: false, why: 'notGranted', because: error.why }
    throw error
  }
}

type Taking = OfferId & { readonly secondIsMeant: boolean }

async function takeIn(trx: ClinicTransaction, secret: Uint8Array, taking: Taking): Promise<Taken> {
  const { clinicId, offerId, secondIsMeant } = taking
  const offer = await lockOffer(trx, offerId)
  const entry =
    offer &&
    (await trx
      .selectFrom('waiting_entries')
      .selectAll()
      .where('waiting_entry_id', '=', offer.entryId)
      .executeTakeFirstOrThrow())
  if (!offer || !entry) return { ok: false, why: 'over' }
  if (offer.state === 'taken') {
    const id = entry.moves_appointment_id ?? (await bookedWith(trx, offer.times[0]?.hold_id ?? ''))
    return id ? { ok: true, appointmentId: id, already: true } : { ok: false, why: 'over' }
  }
  if (offer.state !== 'open' || offer.isOver) return { ok: false, why: 'over' }
  const moves = entry.moves_appointment_id
  // Before the visit moves: that ends what is still open for it.
  await trx
    .updateTable('offers')
    .set({ state: 'taken', closed_at: sql<Date>`now()` })
    .where('offer_id', '=', offerId)
    .execute()
  const taken =
    moves === null
      ? await bookAll(trx, secret, {
          clinicId,
          service: entry.service_id,
          offer,
          people: peopleOf(entry),
          secondIsMeant,
        })
      : await moveThere(trx, { clinicId, appointmentId: moves, offer })
  await trx
    .updateTable('waiting_entries')
    .set({ state: 'booked', changed_at: sql<Date>`now()` })
    .where('waiting_entry_id', '=', offer.entryId)
    .execute()
  // Of a whole free morning there may be more to offer.
  await offerOn(trx, offer.freedTimeId)
  return taken
}

async function bookedWith(trx: ClinicTransaction, holdId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('appointments')
    .select('appointment_id')
    .where('booking_key', '=', holdId)
    .executeTakeFirst()
  return row?.appointment_id
}

interface Entry {
  readonly person_name: string | null
  readonly second_person_name: string | null
  readonly contact_name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly payer: string | null
  readonly insurer: string | null
  readonly membership_number: string | null
  readonly authorisation_number: string | null
  readonly excess_pence: number | null
  readonly referred_by: string | null
}

/** What booking needs to know of each who comes: as it was typed when they joined the list. */
function peopleOf(entry: Entry): readonly BookingDetails[] {
  const { payer } = entry
  const names = [entry.person_name, entry.second_person_name].filter((name) => name !== null)
  return names.map((personName) => ({
    personName,
    contactName: entry.contact_name ?? personName,
    email: entry.email ?? '',
    phone: entry.phone ?? undefined,
    payer: payer === 'insurer' || payer === 'package' ? payer : 'self',
    insurer: entry.insurer ?? undefined,
    membershipNumber: entry.membership_number ?? undefined,
    authorisationNumber: entry.authorisation_number ?? undefined,
    excessPence: entry.excess_pence ?? undefined,
    referredBy: entry.referred_by ?? undefined,
  }))
}

interface Booking {
  readonly clinicId: string
  readonly service: string
  readonly offer: LockedOffer
  readonly people: readonly BookingDetails[]
  readonly secondIsMeant: boolean
}

async function bookAll(trx: ClinicTransaction, secret: Uint8Array, booking: Booking): Promise<Taken> {
  const { clinicId, service, offer, people, secondIsMeant } = booking
  const booked: { ok: true; appointmentId: string; already: boolean }[] = []
  for (const [at, { hold_id, therapist_id, location_id, starts_at }] of offer.times.entries()) {
    const details = people[at]
    if (!details) throw new Error('an offer of more times than people')
    const wanted = { clinicId, service, therapist: therapist_id, location: location_id, start: starts_at.getTime() }
    const confirmed = await confirmIn(trx, secret, hold_id, wanted, { ...details, secondIsMeant })
    if (!confirmed.ok) throw new NotTaken(confirmed)
    booked.push(confirmed)
  }
  return booked[0] ?? { ok: false, why: 'over' }
}

interface Moving {
  readonly clinicId: string
  readonly appointmentId: string
  readonly offer: LockedOffer
}

async function moveThere(trx: ClinicTransaction, { clinicId, appointmentId, offer }: Moving): Promise<Taken> {
  const [time] = offer.times
  if (!time) throw new Error('an offer without a time')
  const terms = await trx
    .selectFrom('appointments')
    .select(['price_pence', 'late_fee_pence', 'free_until'])
    .where('appointment_id', '=', time.hold_id)
    .executeTakeFirst()
  await removeHolds(trx, [time.hold_id])
  const { therapist_id: therapist, location_id: location, starts_at } = time
  const wish = { clinicId, appointmentId, therapist, location, start: starts_at.getTime(), terms }
  const moved = await moveIn(trx, wish)
  if (!moved.ok) throw new NotTaken('near' in moved ? moved : { ok: false, why: 'cannotMove' })
  return { ok: true, appointmentId, already: moved.already }
}

/**
 * Passes an open offer on: whoever is next is asked at once. Nothing happens to one that is closed already.
 * @param by the member of staff who does it, where the person does not do so themselves
 */
export function passOffer(db: Database, id: OfferId, by?: string): Promise<void> {
  return endOffer(db, id, { state: 'passed', by })
}

/** Ends an offer that nobody answered or whose time is not to be had any more, and asks the next. */
export function endOffer(db: Database, id: OfferId, end: OfferEnd = { state: 'ended' }): Promise<void> {
  return bookInClinic(
    db,
    id.clinicId,
    (trx) => closeOffer(trx, id.offerId, end),
    () => Promise.reject(new Error('overtaken while passing an offer on')),
  )
}
