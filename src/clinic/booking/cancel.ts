/** Cancelling a visit, by the person or by staff: the time is free again at once, and people are told, in one transaction. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { standingButOff } from '../availability/called-off.ts'
import { giveBackDraw, lateUsesOne } from './grants.ts'
import { giveBackOffer } from '../letters/price-offers.ts'
import { bookInClinic, databaseNow, lockTherapists, removeClaims } from './slot-claims.ts'
import { tellOfChange } from './visit-changes.ts'
import { lockVisit, type VisitRow } from './visit-row.ts'
import { type CancelCost, cancelTerms, isDearer } from './cancel-terms.ts'
import { takesTime } from './visit-steps.ts'
import { endEarlierOffer, therapistsOf } from './waiting/close-offer.ts'
import { type FreedTime, noteFreedTime } from './waiting/freed-times.ts'
import { offerFreedTime } from './waiting/make-offer.ts'

/**
 * `already`: it was cancelled before, and nobody is told twice. `late`: the fee of the terms at booking applies.
 * `over`: it has begun; the clinic must be rung. `gone`: there is no such visit. `stale`: it was changed since it was seen, as
 * when the clinic has moved it meanwhile, or an old page sends its form once more; nothing is cancelled unsaid. `fee`: it costs
 * more than was agreed to; nothing was cancelled.
 */
export type Cancelled =
  | { readonly ok: true; readonly already: boolean; readonly late: boolean; readonly feePence: number }
  | { readonly ok: false; readonly why: 'over' | 'gone' | 'stale' }
  | { readonly ok: false; readonly why: 'fee'; readonly cost: CancelCost }

/**
 * Cancels a visit. Never refuses to hear it before it begins: late is recorded as late, but for one that the clinic cannot keep,
 * which costs nothing. Whether it can is read with its therapist locked, as whoever marks them away locks them.
 * What the person shared of their check for this visit is deleted.
 * @param reason in the person's words, for the clinic; may be left out
 */
export function cancelVisit(db: Database, cancelling: Cancelling): Promise<Cancelled> {
  return freeing(db, cancelling.clinicId, (trx, passOn) => cancelIn(trx, cancelling, passOn))
}

/** What becomes of the time: somebody who waits is asked for it. */
export type PassOn = (trx: ClinicTransaction, freed: FreedTime) => Promise<unknown>

/**
 * Runs what frees a time. Overtaken each time, it is done all the same, and the sweep asks whoever waits.
 * @param waitMs how long whoever is asked is not told yet
 */
export const freeing = <T>(
  db: Database,
  clinicId: string,
  work: (trx: ClinicTransaction, passOn: PassOn) => Promise<T>,
  waitMs = 0,
): Promise<T> =>
  bookInClinic(
    db,
    clinicId,
    (trx) => work(trx, (inTrx, freed) => offerFreedTime(inTrx, freed, waitMs)),
    () => inClinic(db, clinicId, (trx) => work(trx, noteFreedTime)),
  )

interface Cancelling {
  readonly clinicId: string
  readonly appointmentId: string
  readonly reason?: string | undefined
  /** The press of the button, so that the same one heard twice is told from somebody else's. */
  readonly press?: string | undefined
  /** The version of the visit that whoever asks has seen; without it whatever stands is cancelled. */
  readonly seen?: number | undefined
  /** What the page said that it costs; it is held to. Without it whatever was agreed at the booking counts. */
  readonly agreed?: CancelCost | undefined
}

async function cancelIn(
  trx: ClinicTransaction,
  { clinicId, appointmentId, reason, seen, press, agreed }: Cancelling,
  passOn: PassOn,
): Promise<Cancelled> {
  await lockTherapistOf(trx, appointmentId)
  const visit = await lockVisit(trx, appointmentId)
  if (!visit) return { ok: false, why: 'gone' }
  if (!takesTime(visit.state)) {
    const late = visit.state === 'late-cancelled'
    return { ok: true, already: true, late, feePence: late ? visit.lateFeePence : 0 }
  }
  const now = await databaseNow(trx)
  const off = await standingButOff(trx, { appointmentId, state: visit.state })
  const terms = cancelTerms({ ...visit, off }, now)
  if (terms.kind === 'over') return { ok: false, why: 'over' }
  if (seen !== undefined && seen !== visit.version) return { ok: false, why: 'stale' }
  const late = terms.kind === 'late'
  const feePence = late ? terms.feePence : 0
  const cost = { feePence, usedUp: late && (await lateUsesOne(trx, appointmentId)) ? 1 : 0 }
  if (agreed && isDearer(cost, agreed)) return { ok: false, why: 'fee', cost }
  const what = late ? 'late-cancelled' : 'cancelled'
  await endVisit(trx, { clinicId, appointmentId, visit, what, byWhom: 'person', reason, press }, passOn)
  return { ok: true, already: false, late, feePence }
}

/** The therapists before the visit: whoever locks both does so in this order. */
export async function lockTherapistOf(trx: ClinicTransaction, appointmentId: string): Promise<void> {
  const therapists = await therapistsOf(trx, appointmentId)
  if (therapists.length > 0) await lockTherapists(trx, therapists)
}

/** A visit, locked, that is cancelled now. */
interface Ending {
  readonly clinicId: string
  readonly appointmentId: string
  readonly visit: VisitRow
  readonly what: 'cancelled' | 'late-cancelled'
  readonly byWhom: 'person' | 'staff'
  readonly memberId?: string
  readonly reason?: string | undefined
  readonly press?: string | undefined
}

/** Frees the time and what was offered instead of it, deletes what was shared of the check, and tells people. Whoever cancels, it is done here. */
export async function endVisit(trx: ClinicTransaction, ending: Ending, passOn: PassOn): Promise<void> {
  const { clinicId, appointmentId, visit, what, byWhom, memberId, reason, press } = ending
  const freed = await removeClaims(trx, appointmentId)
  await giveBackDraw(trx, appointmentId, what === 'late-cancelled')
  await giveBackOffer(trx, appointmentId)
  await trx.deleteFrom('shared_checks').where('appointment_id', '=', appointmentId).execute()
  await trx
    .updateTable('appointments')
    .set({ state: what, version: visit.version + 1, changed_at: sql<Date>`now()` })
    .where('appointment_id', '=', appointmentId)
    .execute()
  await tellOfChange(trx, {
    ...{ clinicId, appointmentId, what, byWhom, reason, press },
    version: visit.version + 1,
    startsAt: new Date(visit.startsAt),
    address: visit.address,
    ...(memberId !== undefined && { memberId }),
  })
  await endEarlierOffer(trx, appointmentId, passOn)
  if (freed) await passOn(trx, freed)
}
