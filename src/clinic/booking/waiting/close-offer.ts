/**
 * Ending an offer inside a transaction: its hold goes, and whoever is next is asked. Whatever makes an offer void does it here.
 * Never: takes one (answer-offer.ts).
 */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../../db/connection.ts'
import { databaseNow, lockTherapists, removeHolds } from '../slot-claims.ts'
import type { FreedTime } from './freed-times.ts'
import { offerOn } from './make-offer.ts'
import type { EndedWhy, StoredState } from './offer-view.ts'

/** An open or closed offer, locked until the transaction ends. */
export interface LockedOffer {
  readonly state: StoredState
  readonly isOver: boolean
  readonly freedTimeId: string
  readonly entryId: string
  readonly times: readonly {
    readonly hold_id: string
    readonly therapist_id: string
    readonly location_id: string
    readonly starts_at: Date
  }[]
}

/** The therapists first, as every booking does, then the offer. */
export async function lockOffer(trx: ClinicTransaction, offerId: string): Promise<LockedOffer | undefined> {
  const times = await trx
    .selectFrom('offer_times')
    .select(['hold_id', 'therapist_id', 'location_id', 'starts_at', 'waiting_entry_id'])
    .where('offer_id', '=', offerId)
    .orderBy('nth')
    .execute()
  const [first] = times
  if (!first) return undefined
  const moved = await therapistOfMoved(trx, first.waiting_entry_id)
  await lockTherapists(trx, [...times.map(({ therapist_id }) => therapist_id), ...moved])
  const offer = await trx
    .selectFrom('offers')
    .select(['state', 'answer_until', 'freed_time_id'])
    .where('offer_id', '=', offerId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return {
    // The column's own check allows these four.
    state: offer.state as StoredState,
    isOver: offer.answer_until.getTime() <= (await databaseNow(trx)),
    freedTimeId: offer.freed_time_id,
    entryId: first.waiting_entry_id,
    times,
  }
}

/** The therapist of the visit that somebody on the list would move, which is locked with those whose time is offered. */
export async function therapistOfMoved(trx: ClinicTransaction, entryId: string): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('waiting_entries as e')
    .innerJoin('appointments as a', 'a.appointment_id', 'e.moves_appointment_id')
    .select('a.therapist_id')
    .where('e.waiting_entry_id', '=', entryId)
    .execute()
  return rows.map(({ therapist_id }) => therapist_id)
}

/**
 * How an offer ends that nobody takes. `by`: the member of staff who ended it before its person answered. Without a reason nobody
 * answered in time; `unreached`: its mail came back, `visit`: what it would have moved was changed, `time`: it cannot be had.
 */
export type OfferEnd =
  | { readonly state: 'passed'; readonly by?: string | undefined }
  | { readonly state: 'ended'; readonly why?: EndedWhy | undefined }

/**
 * Closes an offer if it is open, and asks the next.
 * @param before done when the offer is closed and its time free, before the next is asked
 */
export async function closeOffer(
  trx: ClinicTransaction,
  offerId: string,
  end: OfferEnd,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const offer = await lockOffer(trx, offerId)
  if (offer?.state !== 'open') return
  await trx
    .updateTable('offers')
    .set({
      state: end.state,
      closed_at: sql<Date>`now()`,
      closed_by: end.state === 'passed' ? (end.by ?? null) : null,
      ended_why: end.state === 'ended' ? (end.why ?? null) : null,
    })
    .where('offer_id', '=', offerId)
    .execute()
  await removeHolds(
    trx,
    offer.times.map(({ hold_id }) => hold_id),
  )
  await before()
  await offerOn(trx, offer.freedTimeId)
}

/** The therapists of a visit and of an open offer to move it: both are locked before it is. */
export async function therapistsOf(trx: ClinicTransaction, appointmentId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select therapist_id as id from appointments where clinic_id = clinic.current_clinic() and appointment_id = ${appointmentId}
    union select t.therapist_id from waiting_entries e
    join offers o on o.clinic_id = e.clinic_id and o.waiting_entry_id = e.waiting_entry_id and o.state = 'open'
    join offer_times t on t.clinic_id = o.clinic_id and t.offer_id = o.offer_id
    where e.clinic_id = clinic.current_clinic() and e.moves_appointment_id = ${appointmentId}`.execute(trx)
  return rows.map(({ id }) => id)
}

/**
 * Ends the offer to move a visit to an earlier time, where there is none to move, the time is no earlier any more, or part of
 * it was the visit's own and is not any more: what was kept for it is free with the visit's own. Call it when the visit has changed, before its old time is passed on.
 * @param passOn what becomes of the time
 */
export async function endEarlierOffer(
  trx: ClinicTransaction,
  appointmentId: string,
  passOn: (trx: ClinicTransaction, freed: FreedTime) => Promise<unknown>,
): Promise<void> {
  const { rows } = await sql<EndedRow>`
    update offers o set state = 'ended', closed_at = now(), ended_why = 'visit'
    from waiting_entries e, offer_times t, appointments a
    where o.clinic_id = clinic.current_clinic() and o.state = 'open'
      and e.clinic_id = o.clinic_id and e.waiting_entry_id = o.waiting_entry_id and e.moves_appointment_id = ${appointmentId}
      and t.clinic_id = o.clinic_id and t.offer_id = o.offer_id
      and a.clinic_id = o.clinic_id and a.appointment_id = ${appointmentId}
      and (a.state <> 'confirmed' or a.starts_at <= t.starts_at or exists (
        select from claims c where c.clinic_id = t.clinic_id and c.appointment_id = t.hold_id
          and not c.during @> tstzrange(t.starts_at, t.ends_at)))
    returning o.clinic_id, t.therapist_id, t.starts_at as "from", t.ends_at as "to", t.hold_id`.execute(trx)
  for (const { clinic_id: clinicId, therapist_id: therapistId, from, to, hold_id } of rows) {
    await removeHolds(trx, [hold_id])
    await passOn(trx, { clinicId, therapistId, from: from.getTime(), to: to.getTime() })
  }
}

interface EndedRow {
  readonly clinic_id: string
  readonly therapist_id: string
  readonly from: Date
  readonly to: Date
  readonly hold_id: string
}
