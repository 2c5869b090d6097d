/**
 * Moving a visit to another time, or to another therapist of the same service: one transaction. Until it ends the old time
 * stands; if the new one is lost the old one is untouched. The visit keeps its id, its links and its place in calendars.
 */
import { sql } from 'kysely'
import type { Slot } from '../availability/input.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { keepOffer } from '../letters/price-offers.ts'
import { grantOverBy } from './grants.ts'
import { lostRace } from './holds.ts'
import {
  acceptWanted,
  bookInClinic,
  databaseNow,
  insertClaims,
  lockTherapists,
  type NotBooked,
  removeClaims,
  removeEndedHolds,
  termsOf,
  withoutOwn,
} from './slot-claims.ts'
import { lockVisit, type VisitRow } from './visit-row.ts'
import { cancelTerms } from './cancel-terms.ts'
import { tellOfChange, type VisitChange } from './visit-changes.ts'
import { endEarlierOffer, therapistsOf } from './waiting/close-offer.ts'
import { noteFreedTime } from './waiting/freed-times.ts'
import { offerFreedTime } from './waiting/make-offer.ts'

/** Where a visit is to go. */
export interface MoveWish {
  readonly clinicId: string
  readonly appointmentId: string
  readonly therapist: string
  readonly location: string
  /** Milliseconds since 1970. */
  readonly start: number
  /** The version of the visit that whoever asks has seen; without it whatever stands is moved. */
  readonly version?: number | undefined
}

/**
 * `already`: it stands there; this press had been heard before. `late`: within the time in which the clinic must be rung.
 * `over`: it has begun, or does not stand any more. `gone`: there is no such visit. `stale`: it was changed since it was seen,
 * as when an old page sends its form once more. `grantOver`: the grant that pays for it ends before that day.
 */
export type Moved =
  | { readonly ok: true; readonly already: boolean }
  | NotBooked
  | { readonly ok: false; readonly why: 'late' | 'over' | 'gone' | 'stale' }
  | { readonly ok: false; readonly why: 'grantOver'; readonly lastDay: string }

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
      () => overtaken(db, wish),
    )
  } catch (error) {
    if (error instanceof NotMoved) return error.refusal
    throw error
  }
}

/**
 * The same inside a transaction that is under way.
 * @param whose 'clinic': it could not keep the old time, so no hour is too late, and the price stays that of the booking
 * @throws NotMoved where the new time cannot be had: then all is to be undone
 */
export async function moveIn(
  trx: ClinicTransaction,
  wish: MoveWish,
  whose: 'person' | 'clinic' = 'person',
): Promise<Moved> {
  const { clinicId, appointmentId, therapist, location, start } = wish
  const seen = await trx
    .selectFrom('appointments')
    .select(['therapist_id', 'service_id'])
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirst()
  if (!seen) return { ok: false, why: 'gone' }
  await lockTherapists(trx, [therapist, seen.therapist_id, ...(await therapistsOf(trx, appointmentId))])
  const visit = await lockVisit(trx, appointmentId)
  if (!visit) return { ok: false, why: 'gone' }
  const terms = cancelTerms(visit, await databaseNow(trx))
  if (terms.kind === 'over') return { ok: false, why: 'over' }
  if (visit.startsAt === start && visit.therapistId === therapist && visit.locationId === location)
    return { ok: true, already: true }
  if (wish.version !== undefined && wish.version !== visit.version) return { ok: false, why: 'stale' }
  if (terms.kind === 'late' && whose === 'person') return { ok: false, why: 'late' }
  const lastDay = whose === 'person' ? await grantOverBy(trx, wish) : undefined
  if (lastDay) return { ok: false, why: 'grantOver', lastDay }
  await removeEndedHolds(trx)
  // Its own time must not stand in its way: a quarter of an hour later overlaps what it has.
  const freed = await removeClaims(trx, appointmentId)
  await leaveBentRule(trx, appointmentId)
  const wanted = { clinicId, service: visit.serviceId, therapist, location, start, minutes: visit.ownMinutes }
  const accepted = await acceptWanted(trx, wanted)
  if (!accepted.ok) throw new NotMoved(withoutOwn(accepted, visit))
  await writeMove(trx, { clinicId, appointmentId, visit, slot: accepted.slot, whose, by: { byWhom: 'person' } })
  if (freed) await offerFreedTime(trx, freed)
  return { ok: true, already: false }
}

/** A visit, locked, whose old time is given up already, and the time that was accepted for it. */
interface Settled {
  readonly clinicId: string
  readonly appointmentId: string
  readonly visit: VisitRow
  readonly slot: Slot
  /** See `moveIn`. */
  readonly whose: 'person' | 'clinic'
  readonly by: Pick<VisitChange, 'byWhom' | 'memberId' | 'waitMs'>
}

/** Writes the new time with its terms and claims, and tells of it. @returns the version of the visit now */
export async function writeMove(trx: ClinicTransaction, settled: Settled): Promise<number> {
  const { clinicId, appointmentId, visit, slot, whose, by } = settled
  const { price_pence, late_fee_pence, ...time } = await termsOf(trx, slot)
  const price = whose === 'person' ? { price_pence, late_fee_pence } : {}
  const version = visit.version + 1
  await trx
    .updateTable('appointments')
    .set({ ...time, ...price, version, changed_at: sql<Date>`now()` })
    .where('appointment_id', '=', appointmentId)
    .execute()
  if (whose === 'person') await keepOffer(trx, appointmentId)
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

function overtaken(db: Database, { clinicId, appointmentId, therapist, location, start }: MoveWish): Promise<Moved> {
  return inClinic(db, clinicId, async (trx) => {
    const visit = await lockVisit(trx, appointmentId)
    if (!visit) return { ok: false, why: 'gone' } as const
    const { serviceId: service, ownMinutes: minutes } = visit
    return lostRace(trx, { clinicId, service, therapist, location, start, minutes })
  })
}
