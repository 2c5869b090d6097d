/** A visit that its person, or the clinic for them, would have at another time: locked, with what speaks against moving it at all. */
import { sql } from 'kysely'
import { type OffThen, standingButOff } from '../availability/called-off.ts'
import type { ClinicTransaction } from '../db/connection.ts'
import { cancelTerms } from './cancel-terms.ts'
import { grantOverBy } from './grants.ts'
import { hasPlaceThere } from './own-place.ts'
import { databaseNow, lockTherapists } from './slot-claims.ts'
import { lockVisit, type VisitRow } from './visit-row.ts'
import { therapistsOf } from './waiting/close-offer.ts'

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
  /** Those with which the time was kept for it otherwise, as in an offer; without them those of its hold, or today's. */
  readonly terms?: MoveHold['terms'] | undefined
}

/** The time that is held for a visit while its terms are read, with the terms that were read. */
export interface MoveHold {
  readonly appointmentId: string
  readonly therapist: string
  readonly location: string
  readonly start: number
  readonly endsAt: number
  readonly terms: { readonly price_pence: number; readonly late_fee_pence: number; readonly free_until: Date }
}

/**
 * `late`: within the time in which the clinic must be rung. `over`: it has begun, or does not stand any more. `gone`: there is
 * no such visit. `stale`: it was changed since it was seen, as when an old page sends its form once more. `grantOver`: the
 * grant that pays for it ends before that day. `hasPlace`: it is a class in which its person has a place already.
 */
export type NotToMove =
  | { readonly ok: false; readonly why: 'late' | 'over' | 'gone' | 'stale' | 'hasPlace' }
  | { readonly ok: false; readonly why: 'grantOver'; readonly lastDay: string }

/** `already`: it stands there. `hold`: what is held for it, of this time. `off`: why the clinic cannot keep its old time. */
export type ToMove =
  | NotToMove
  | { readonly ok: true; readonly already: true }
  | {
      readonly ok: true
      readonly already: false
      readonly visit: VisitRow
      readonly hold: MoveHold | undefined
      readonly off: OffThen | undefined
    }

/**
 * The visit, locked after the therapists that a move of it to this one touches: theirs first, as everybody who books does.
 * @returns `undefined` where there is no such visit
 */
export async function lockVisitAndTherapists(
  trx: ClinicTransaction,
  appointmentId: string,
  therapist: string,
): Promise<VisitRow | undefined> {
  const seen = await trx
    .selectFrom('appointments')
    .select('therapist_id')
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirst()
  if (!seen) return undefined
  await lockTherapists(trx, [therapist, seen.therapist_id, ...(await therapistsOf(trx, appointmentId))])
  return await lockVisit(trx, appointmentId)
}

/** Locks the therapists and the visit, and asks whether it may be moved to that day at all. */
export async function lockToMove(trx: ClinicTransaction, wish: MoveWish, whose: 'person' | 'clinic'): Promise<ToMove> {
  const { appointmentId, therapist, location, start } = wish
  const visit = await lockVisitAndTherapists(trx, appointmentId, therapist)
  if (!visit) return { ok: false, why: 'gone' }
  const off = await standingButOff(trx, { appointmentId, state: visit.state })
  const terms = cancelTerms({ ...visit, off }, await databaseNow(trx))
  if (terms.kind === 'over') return { ok: false, why: 'over' }
  if (visit.startsAt === start && visit.therapistId === therapist && visit.locationId === location)
    return { ok: true, already: true }
  if (wish.version !== undefined && wish.version !== visit.version) return { ok: false, why: 'stale' }
  const held = await moveHoldOf(trx, appointmentId)
  const hold = held && isHeldTime(held, wish) ? held : undefined
  // Nothing is held for a visit that could not be moved freely then: so it still can be.
  if (terms.kind === 'late' && whose === 'person' && !hold) return { ok: false, why: 'late' }
  const lastDay = whose === 'person' ? await grantOverBy(trx, wish) : undefined
  if (lastDay) return { ok: false, why: 'grantOver', lastDay }
  if (whose === 'person' && (await hasPlaceThere(trx, wish))) return { ok: false, why: 'hasPlace' }
  return { ok: true, already: false, visit, hold, off }
}

/** Is it this time that is held? */
export const isHeldTime = (
  hold: Pick<MoveHold, 'therapist' | 'location' | 'start'>,
  wish: Pick<MoveWish, 'therapist' | 'location' | 'start'>,
): boolean => hold.therapist === wish.therapist && hold.location === wish.location && hold.start === wish.start

/** What is held for a visit at this moment. */
export async function moveHoldOf(trx: ClinicTransaction, appointmentId: string): Promise<MoveHold | undefined> {
  const row = await trx
    .selectFrom('appointments')
    .select(['appointment_id', 'therapist_id', 'location_id', 'starts_at', 'hold_ends_at'])
    .select(['price_pence', 'late_fee_pence', 'free_until'])
    .where('moves_id', '=', appointmentId)
    .where('hold_ends_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return (
    row && {
      appointmentId: row.appointment_id,
      therapist: row.therapist_id,
      location: row.location_id,
      start: row.starts_at.getTime(),
      endsAt: row.hold_ends_at?.getTime() ?? Number.NaN,
      terms: { price_pence: row.price_pence, late_fee_pence: row.late_fee_pence, free_until: row.free_until },
    }
  )
}
