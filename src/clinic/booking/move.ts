/**
 * Moving a visit to another time, or to another therapist of the same service: one transaction. Until it ends the old time
 * stands; if the new one is lost the old one is untouched. The visit keeps its id, its links and its place in calendars. A time
 * that is held for it (hold-move.ts) is its own on the terms that were read; any other is asked for at this moment.
 */
import { sql } from 'kysely'
import type { Slot } from '../availability/input.ts'
import type { ClinicTransaction, Database } from '../db/connection.ts'
import { keepOffer } from '../letters/price-offers.ts'
import { heldSlotOf, overtakenMove } from './hold-move.ts'
import {
  acceptWanted,
  bookInClinic,
  insertClaims,
  type NotBooked,
  removeClaims,
  removeEndedHolds,
  termsOf,
  withoutOwn,
} from './slot-claims.ts'
import type { VisitRow } from './visit-row.ts'
import { tellOfChange, type VisitChange } from './visit-changes.ts'
import { lockToMove, type MoveHold, type MoveWish, type NotToMove } from './visit-to-move.ts'
import { endEarlierOffer } from './waiting/close-offer.ts'
import { noteFreedTime } from './waiting/freed-times.ts'
import { offerFreedTime } from './waiting/make-offer.ts'

export type { MoveWish } from './visit-to-move.ts'

/** `already`: it stands there; this press had been heard before. What else may speak against it: visit-to-move.ts. */
export type Moved = { readonly ok: true; readonly already: boolean } | NotBooked | NotToMove

/** Carries a refusal out of the transaction, which is thereby undone. */
export class NotMoved extends Error {
  readonly refusal: NotBooked
  constructor(refusal: NotBooked) {
    super('the new time cannot be had')
    this.refusal = refusal
  }
}

/** Moves a visit as its person may: before the end of the free time, to a time that anybody could have. */
export async function moveVisit(db: Database, wish: MoveWish): Promise<Moved> {
  try {
    return await bookInClinic(
      db,
      wish.clinicId,
      (trx) => moveIn(trx, wish),
      () => overtakenMove(db, wish),
    )
  } catch (error) {
    if (error instanceof NotMoved) return error.refusal
    throw error
  }
}

/**
 * The same inside a transaction that is under way.
 * @param whose 'clinic': it asked for another time than the old one, so no hour is too late
 * @throws NotMoved where the new time cannot be had: then all is to be undone
 */
export async function moveIn(
  trx: ClinicTransaction,
  wish: MoveWish,
  whose: 'person' | 'clinic' = 'person',
): Promise<Moved> {
  const { clinicId, appointmentId, therapist, location, start } = wish
  const toMove = await lockToMove(trx, wish, whose)
  if (!toMove.ok) return toMove
  if (toMove.already) return { ok: true, already: true }
  const { visit, hold, off } = toMove
  const held = hold && whose === 'person' ? await heldSlotOf(trx, appointmentId, hold) : undefined
  await removeEndedHolds(trx)
  // Its own time must not stand in its way: a quarter of an hour later overlaps what it has.
  const freed = await removeClaims(trx, appointmentId)
  await leaveBentRule(trx, appointmentId)
  const wanted = { clinicId, service: visit.serviceId, therapist, location, start, minutes: visit.ownMinutes }
  const accepted = held ? { ok: true as const, slot: held } : await acceptWanted(trx, wanted)
  if (!accepted.ok) throw new NotMoved(withoutOwn(accepted, visit))
  // The clinic could not keep the old time: it costs what was agreed.
  const keepsPrice = whose === 'clinic' || off !== undefined
  const terms = { keepsPrice, terms: wish.terms ?? (held && hold?.terms) }
  await writeMove(trx, { clinicId, appointmentId, visit, slot: accepted.slot, ...terms, by: { byWhom: 'person' } })
  if (freed) await offerFreedTime(trx, freed)
  return { ok: true, already: false }
}

/** A visit, locked, whose old time is given up already, and the time that was accepted for it. */
interface Settled {
  readonly clinicId: string
  readonly appointmentId: string
  readonly visit: VisitRow
  readonly slot: Slot
  /** The clinic could not keep its old time: the price and the fee of a late cancel stay those of the booking. */
  readonly keepsPrice: boolean
  /** Those that were read while the time was held; otherwise those of today. */
  readonly terms?: MoveHold['terms'] | undefined
  readonly by: Pick<VisitChange, 'byWhom' | 'memberId' | 'waitMs'>
}

/** Writes the new time with its terms and claims, and tells of it. @returns the version of the visit now */
export async function writeMove(trx: ClinicTransaction, settled: Settled): Promise<number> {
  const { clinicId, appointmentId, visit, slot, keepsPrice, terms, by } = settled
  const { price_pence, late_fee_pence, ...time } = { ...(await termsOf(trx, slot)), ...terms }
  const price = keepsPrice ? {} : { price_pence, late_fee_pence }
  const version = visit.version + 1
  await trx
    .updateTable('appointments')
    .set({ ...time, ...price, version, changed_at: sql<Date>`now()` })
    .where('appointment_id', '=', appointmentId)
    .execute()
  if (!keepsPrice) await keepOffer(trx, appointmentId)
  await insertClaims(trx, clinicId, appointmentId, slot)
  await endEarlierOffer(trx, appointmentId, noteFreedTime)
  await tellOfChange(trx, {
    ...{ clinicId, appointmentId, version, what: 'moved', address: visit.address, ...by },
    startsAt: new Date(slot.start),
  })
  return version
}

/** Leaves the rule that staff bent for the old time: a new one keeps all rules. */
export const leaveBentRule = (trx: ClinicTransaction, appointmentId: string) =>
  trx
    .updateTable('appointments')
    .set({ bent_rule: null, bent_reason: null })
    .where('appointment_id', '=', appointmentId)
    .where('bent_rule', 'is not', null)
    .execute()
