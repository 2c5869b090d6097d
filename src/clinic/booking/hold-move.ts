/**
 * Holding the new time of a visit while its terms are read: five minutes, and five more once, as for a booking. The old time
 * stays the visit's own. What both have in common, as when the new one begins a quarter of an hour later, the visit's own
 * claims keep already, so the hold claims the rest, and the one constraint decides.
 * Never: moves (move.ts).
 */
import { type RawBuilder, sql } from 'kysely'
import { acceptSlot } from '../availability/accept-slot.ts'
import type { AvailabilityInput, Slot } from '../availability/input.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { heldStill } from './held-still.ts'
import { countHolds, holdEnd, lostRace, mostHolds } from './holds.ts'
import {
  availabilityNear,
  bookInClinic,
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
 * Holds an earlier time for a visit that waits for one, for as long as it is offered: like a time that its person holds
 * themselves, but no other look of theirs lets it go. The caller has locked the therapists.
 * @returns the hold; `undefined` where the time is not to be had
 */
export async function holdEarlier(
  trx: ClinicTransaction,
  appointmentId: string,
  slot: Slot & { readonly clinicId: string },
): Promise<string | undefined> {
  const { clinicId } = slot
  await removeEndedHolds(trx)
  const wanted = { ...slot, minutes: (slot.end - slot.start) / 60_000 }
  const input = await availabilityNear(trx, wanted)
  const accepted = acceptSlot({ ...input, busy: await busyBeside(trx, appointmentId, input.busy) }, wanted)
  if (!accepted.ok) return undefined
  const { appointment_id: holdId } = await trx
    .insertInto('appointments')
    .values({
      ...{ clinic_id: clinicId, state: 'held', service_id: slot.service, ...(await termsOf(trx, accepted.slot)) },
      hold_ends_at: holdEnd,
    })
    .returning('appointment_id')
    .executeTakeFirstOrThrow()
  await insertRest(trx, { clinicId, holdId, appointmentId, slot: accepted.slot })
  return holdId
}

/** What is busy beside a visit: not what it has itself, which a time that overlaps it may have. */
export const busyBeside = (
  trx: ClinicTransaction,
  appointmentId: string,
  busy: AvailabilityInput['busy'],
): Promise<AvailabilityInput['busy']> => busyBut(trx, busy, sql`a.appointment_id = ${appointmentId}`)

/** What is busy to whoever moves this visit: not what it has itself, nor what is held for it. */
export const busyToOthers = (
  trx: ClinicTransaction,
  appointmentId: string,
  busy: AvailabilityInput['busy'],
): Promise<AvailabilityInput['busy']> =>
  busyBut(trx, busy, sql`(a.appointment_id = ${appointmentId} or a.moves_id = ${appointmentId})`)

async function busyBut(
  trx: ClinicTransaction,
  busy: AvailabilityInput['busy'],
  isOf: RawBuilder<unknown>,
): Promise<AvailabilityInput['busy']> {
  const { rows } = await sql<{ resource: string; from: Date; to: Date }>`
    select c.resource_id as resource, lower(c.during) as "from", upper(c.during) as "to" from claims c
    join appointments a on a.clinic_id = c.clinic_id and a.appointment_id = c.appointment_id
    where c.clinic_id = clinic.current_clinic() and ${isOf}`.execute(trx)
  const isOwn = (one: AvailabilityInput['busy'][number]) =>
    rows.some(
      ({ resource, from, to }) => resource === one.resource && from.getTime() === one.from && to.getTime() === one.to,
    )
  return busy.filter((one) => !isOwn(one))
}

/** Claims of a new time what the visit does not have. Of a rest in two parts (a pause that grew on both sides) the longer. */
async function insertRest(
  trx: ClinicTransaction,
  hold: { readonly clinicId: string; readonly holdId: string; readonly appointmentId: string; readonly slot: Slot },
): Promise<void> {
  const { clinicId, holdId, appointmentId, slot } = hold
  if (slot.resources.length === 0) return
  const during = `[${new Date(slot.claimFrom).toISOString()},${new Date(slot.claimTo).toISOString()})`
  const resources: RawBuilder<unknown> = sql.join(slot.resources.map((id) => sql`${id}::uuid`))
  await sql`
    insert into claims (clinic_id, appointment_id, resource_id, during)
    select distinct on (r.id) ${clinicId}, ${holdId}, r.id, rest.part
    from unnest(array[${resources}]) as r (id)
    left join claims own on own.clinic_id = ${clinicId} and own.appointment_id = ${appointmentId} and own.resource_id = r.id
    cross join lateral unnest(
      tstzmultirange(${during}::tstzrange) - coalesce(tstzmultirange(own.during), '{}'::tstzmultirange)) as rest (part)
    order by r.id, upper(rest.part) - lower(rest.part) desc`.execute(trx)
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

/** Overtaken each time: what is free near the time that a visit was to go to. */
export function overtakenMove(
  db: Database,
  { clinicId, appointmentId, therapist, location, start }: MoveWish,
): Promise<NotBooked | NotToMove> {
  return inClinic(db, clinicId, async (trx) => {
    const visit = await lockVisit(trx, appointmentId)
    if (!visit) return { ok: false, why: 'gone' } as const
    const { serviceId: service, ownMinutes: minutes } = visit
    return lostRace(trx, { clinicId, service, therapist, location, start, minutes })
  })
}
