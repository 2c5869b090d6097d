/**
 * Holding the new time of a visit while its terms are read: five minutes, and five more once, as for a booking. The old time
 * stays the visit's own. What both have in common, as when the new one begins a quarter of an hour later, the visit's own
 * claims keep already, so the hold claims the rest, and the one constraint decides.
 * Never: moves (move.ts).
 */
import { sql } from 'kysely'
import { acceptSlot } from '../availability/accept-slot.ts'
import type { Slot } from '../availability/input.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { busyToOthers, insertRest } from './beside-visit.ts'
import { cancelTerms } from './cancel-terms.ts'
import { heldStill } from './held-still.ts'
import { countHolds, holdEnd, lostRace, mostHolds } from './holds.ts'
import {
  availabilityNear,
  bookInClinic,
  databaseNow,
  type NotBooked,
  removeEndedHolds,
  removeMoveHold,
  termsOf,
  withoutOwn,
} from './slot-claims.ts'
import { lockVisit } from './visit-row.ts'
import { isHeldTime, lockToMove, type MoveHold, type MoveWish, moveHoldOf, type NotToMove } from './visit-to-move.ts'

/** `already`: the visit stands there. `tooMany`: this address holds as many times as it may. */
export type HeldMove =
  | { readonly ok: true; readonly already: boolean }
  | NotBooked
  | NotToMove
  | { readonly ok: false; readonly why: 'tooMany' }

/**
 * Holds a new time for a visit, or says why not and what is free near it. A visit holds one at a time: another lets it go, and
 * the same asked for again is the same hold.
 * @param heldBy a keyed hash of the caller's network address; null where there is none
 */
export function holdMove(db: Database, wish: MoveWish, heldBy: Uint8Array | null): Promise<HeldMove> {
  return bookInClinic(
    db,
    wish.clinicId,
    (trx) => holdMoveIn(trx, wish, heldBy),
    () => overtakenMove(db, wish),
  )
}

async function holdMoveIn(trx: ClinicTransaction, wish: MoveWish, heldBy: Uint8Array | null): Promise<HeldMove> {
  const { clinicId, appointmentId, therapist, location, start } = wish
  const toMove = await lockToMove(trx, wish, 'person')
  if (!toMove.ok) return toMove
  if (toMove.already || toMove.hold) return { ok: true, already: toMove.already }
  const { visit } = toMove
  await removeMoveHold(trx, appointmentId)
  await removeEndedHolds(trx)
  if (heldBy && (await countHolds(trx, heldBy)) >= mostHolds) return { ok: false, why: 'tooMany' }
  const wanted = { clinicId, service: visit.serviceId, therapist, location, start, minutes: visit.ownMinutes }
  const input = await availabilityNear(trx, wanted)
  const accepted = acceptSlot({ ...input, busy: await busyToOthers(trx, appointmentId, input.busy) }, wanted)
  if (!accepted.ok) return withoutOwn(accepted, visit)
  const { slot } = accepted
  const { appointment_id: holdId } = await trx
    .insertInto('appointments')
    .values({
      ...{ clinic_id: clinicId, state: 'held', service_id: slot.service, ...(await termsOf(trx, slot)) },
      ...{ moves_id: appointmentId, hold_ends_at: holdEnd, held_by: heldBy ? Buffer.from(heldBy) : null },
    })
    .returning('appointment_id')
    .executeTakeFirstOrThrow()
  await insertRest(trx, { clinicId, holdId, appointmentId, slot })
  return { ok: true, already: false }
}

/**
 * The held time as the visit is to have it, while the clinic still gives it. Call it before the visit's claims are given up.
 * @returns `undefined` where it is to be asked for like any other
 */
export async function heldSlotOf(
  trx: ClinicTransaction,
  appointmentId: string,
  hold: MoveHold,
): Promise<Slot | undefined> {
  if (!(await heldStill(trx, [hold.appointmentId], appointmentId))) return undefined
  const { rows } = await sql<{
    service_id: string
    ends_at: Date
    from: Date
    to: Date
    class_id: string | null
    resources: readonly string[]
  }>`
    with held as (
      select h.*, h.starts_at - make_interval(mins => h.pause_before) as from_at,
        h.ends_at + make_interval(mins => h.pause_after) as to_at
      from appointments h where h.clinic_id = clinic.current_clinic() and h.appointment_id = ${hold.appointmentId}
    ), things as (
      select r.resource_id, r.kind, c.appointment_id = h.appointment_id as is_held
      from held h join claims c on c.clinic_id = h.clinic_id and (c.appointment_id = h.appointment_id
        or c.appointment_id = h.moves_id and c.during @> tstzrange(h.from_at, h.to_at))
      join resources r on r.clinic_id = c.clinic_id and r.resource_id = c.resource_id
      where h.class_id is null
    )
    select h.service_id, h.ends_at, h.from_at as "from", h.to_at as "to", h.class_id, array(
      select distinct on (t.kind) t.resource_id from things t order by t.kind, t.is_held desc) as resources
    from held h`.execute(trx)
  const [row] = rows
  if (!row) return undefined
  const { therapist, location, start } = hold
  return {
    ...{ service: row.service_id, therapist, location, start, end: row.ends_at.getTime() },
    ...{ claimFrom: row.from.getTime(), claimTo: row.to.getTime(), resources: row.resources, fit: 'open' },
    ...(row.class_id !== null && { inClass: { id: row.class_id, placesLeft: 1 } }),
  }
}

/** What is held for a visit at this moment, whichever time it is. */
export const moveHoldNow = (
  db: Database,
  { clinicId, appointmentId }: Pick<MoveWish, 'clinicId' | 'appointmentId'>,
): Promise<MoveHold | undefined> => inClinic(db, clinicId, (trx) => moveHoldOf(trx, appointmentId))

/** What is held for a visit, if it is this time. */
export const findMoveHold = (
  db: Database,
  wish: Pick<MoveWish, 'clinicId' | 'appointmentId' | 'therapist' | 'location' | 'start'>,
): Promise<MoveHold | undefined> =>
  moveHoldNow(db, wish).then((hold) => (hold && isHeldTime(hold, wish) ? hold : undefined))

/** Overtaken each time: why the visit cannot go there any more, or what is free near the time that it was to go to. */
export function overtakenMove(
  db: Database,
  { clinicId, appointmentId, therapist, location, start, version }: MoveWish,
): Promise<NotBooked | NotToMove> {
  return inClinic(db, clinicId, async (trx) => {
    const visit = await lockVisit(trx, appointmentId)
    if (!visit) return { ok: false, why: 'gone' } as const
    const terms = cancelTerms({ ...visit, off: undefined }, await databaseNow(trx))
    if (terms.kind === 'over') return { ok: false, why: 'over' } as const
    if (version !== undefined && version !== visit.version) return { ok: false, why: 'stale' } as const
    const { serviceId: service, ownMinutes: minutes } = visit
    return lostRace(trx, { clinicId, service, therapist, location, start, minutes })
  })
}
