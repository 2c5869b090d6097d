/**
 * Holding a time while the form is filled: five minutes, and five more once. On leaving the form it is let go soon after, where a
 * script may say so (islands/own-hold.ts); without one, and where that word is lost, it ends when it was said to.
 */
import { createHmac } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { acceptSlot } from '../availability/accept-slot.ts'
import type { AvailabilityInput } from '../availability/input.ts'
import { withTaken } from '../availability/with-taken.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import {
  acceptWanted,
  availabilityNear,
  bookInClinic,
  insertClaims,
  lockTherapists,
  type NotBooked,
  removeEndedHolds,
  removeHolds,
  termsOf,
  type WantedTime,
} from './slot-claims.ts'

/** How long a hold lasts, and how many times one network address may hold at once in a clinic. */
const holdMinutes = 5
/** How long a time is still kept for whoever has left its form, in seconds: a reload leaves it too, and comes back. */
const graceSeconds = 15
export const mostHolds = 12
/** When a hold ends that is made now. */
export const holdEnd = sql<Date>`now() + make_interval(mins => ${holdMinutes})`

/** Who holds, without the address itself: a keyed hash, kept no longer than the hold. */
export const holderOf = (secret: Uint8Array, address: string): Uint8Array =>
  createHmac('sha256', secret).update(`held by ${address}`).digest()

/** A time kept for somebody, until `endsAt` (milliseconds since 1970, the database's clock; NaN once it is booked). */
export interface Hold {
  readonly clinicId: string
  readonly appointmentId: string
  readonly endsAt: number
}

/** `tooMany`: this address holds as many times as it may; one must be let go or end first. */
export type Held =
  | { readonly ok: true; readonly hold: Hold }
  | NotBooked
  | { readonly ok: false; readonly why: 'tooMany' }

/**
 * Holds a time, or says why not and what is free near it.
 * @param heldBy a keyed hash of the caller's network address; null where there is none (staff)
 * @param key a UUID of the page on which the button stands: pressed again it leads to the same hold; null where there is none
 */
export function holdSlot(
  db: Database,
  wanted: WantedTime,
  heldBy: Uint8Array | null,
  key: string | null = null,
): Promise<Held> {
  return bookInClinic(
    db,
    wanted.clinicId,
    (trx) => holdIn(trx, wanted, heldBy, key),
    () => inClinic(db, wanted.clinicId, (trx) => lostRace(trx, wanted)),
  )
}

/** The same inside a transaction that is under way. */
export async function holdIn(
  trx: ClinicTransaction,
  wanted: WantedTime,
  heldBy: Uint8Array | null,
  key: string | null = null,
): Promise<Held> {
  await lockTherapists(trx, [wanted.therapist])
  const pressed = key === null ? undefined : await heldWith(trx, key)
  if (pressed?.stands) return { ok: true, hold: pressed.hold }
  await removeEndedHolds(trx)
  if (heldBy && (await countHolds(trx, heldBy)) >= mostHolds) return { ok: false, why: 'tooMany' }
  const accepted = await acceptWanted(trx, wanted)
  if (!accepted.ok) return accepted
  const { slot } = accepted
  const row = await trx
    .insertInto('appointments')
    .values({
      clinic_id: wanted.clinicId,
      state: 'held',
      service_id: slot.service,
      ...(await termsOf(trx, slot)),
      hold_ends_at: holdEnd,
      held_by: heldBy ? Buffer.from(heldBy) : null,
      // What the key once held is over: this hold has none.
      hold_key: pressed ? null : key,
    })
    .returning(['appointment_id', 'hold_ends_at'])
    .executeTakeFirstOrThrow()
  await insertClaims(trx, wanted.clinicId, row.appointment_id, slot)
  const endsAt = row.hold_ends_at?.getTime() ?? Number.NaN
  return { ok: true, hold: { clinicId: wanted.clinicId, appointmentId: row.appointment_id, endsAt } }
}

/** What this page's button has held, while it lasts and once it is booked. */
export const findHoldOfKey = (db: Database, clinicId: string, key: string): Promise<Hold | undefined> =>
  inClinic(db, clinicId, async (trx) => {
    const pressed = await heldWith(trx, key)
    return pressed?.stands ? pressed.hold : undefined
  })

/** What this page's button has held, and whether that stands; `undefined` where it has held nothing. */
export async function heldWith(trx: ClinicTransaction, key: string) {
  const { rows } = await sql<{ clinic_id: string; appointment_id: string; hold_ends_at: Date | null; stands: boolean }>`
    select clinic_id, appointment_id, hold_ends_at,
      case when state = 'held' then hold_ends_at > now() else state in ('confirmed', 'arrived', 'finished') end as stands
    from appointments where clinic_id = clinic.current_clinic() and hold_key = ${key}`.execute(trx)
  const [row] = rows
  if (!row) return undefined
  const { clinic_id: clinicId, appointment_id: appointmentId, hold_ends_at: ends, stands } = row
  return { stands, hold: { clinicId, appointmentId, endsAt: ends?.getTime() ?? Number.NaN } }
}

/**
 * Overtaken each time: the time went, and what is free near it. The list may still show it: a hold that has ended is not
 * busy, though somebody confirms it at this moment. So it is looked at as taken.
 */
export async function lostRace(trx: ClinicTransaction, wanted: WantedTime): Promise<NotBooked> {
  const input = await availabilityNear(trx, wanted)
  const accepted = acceptSlot(input, wanted)
  if (!accepted.ok) return accepted
  const { slot } = accepted
  // A class may have more than one place left; all of them are looked at as taken.
  const full = Array.from({ length: slot.inClass?.placesLeft ?? 1 }).reduce<AvailabilityInput>(
    (now) => withTaken(now, slot),
    input,
  )
  const asTaken = acceptSlot(full, wanted)
  // It is never had now: its therapist, or the last place of its class, is among what is taken.
  return asTaken.ok ? { ok: false, why: 'taken', near: [] } : asTaken
}

/** How many times this network address holds in the clinic. */
export async function countHolds(trx: ClinicTransaction, heldBy: Uint8Array): Promise<number> {
  const { count } = await trx
    .selectFrom('appointments')
    // A course of visits is one.
    .select((eb) => eb.fn.count<string>(eb.fn.coalesce('course_id', 'appointment_id')).distinct().as('count'))
    .where('state', '=', 'held')
    .where('held_by', '=', Buffer.from(heldBy))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * Gives a hold five minutes more than it was said to have, once; all of a course with its first.
 * @returns the new end; `used` when it was renewed before; `ended` when it is gone
 */
export function renewHold(
  db: Database,
  { clinicId, appointmentId }: Pick<Hold, 'clinicId' | 'appointmentId'>,
): Promise<{ readonly ok: true; readonly endsAt: number } | { readonly ok: false; readonly why: 'used' | 'ended' }> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ hold_ends_at: Date }>`
      update appointments set hold_renewed = true, hold_ends_at = ${endAsSaid(2)}
      where clinic_id = ${clinicId} and (appointment_id = ${appointmentId} or course_id = ${appointmentId})
      and state = 'held' and not hold_renewed and hold_ends_at > now() returning hold_ends_at`.execute(trx)
    const [renewed] = rows
    if (renewed) return { ok: true, endsAt: renewed.hold_ends_at.getTime() } as const
    const held = await findHold(trx, appointmentId)
    return { ok: false, why: held ? 'used' : 'ended' } as const
  })
}

/** The end that a form has shown, whether somebody has left it since or not. @param times how often five minutes were given */
const endAsSaid = (times: 1 | 2) => sql<Date>`created_at + make_interval(mins => ${holdMinutes * times})`

/**
 * The form of a hold was left: its time is free in a moment, unless they come back to it. Nothing happens to what is booked.
 * All of a course with its first.
 */
export function leaveHold(db: Database, hold: Pick<Hold, 'clinicId' | 'appointmentId'>): Promise<void> {
  return setEnd(db, hold, sql<Date>`least(hold_ends_at, now() + make_interval(secs => ${graceSeconds}))`)
}

/** They came back, by a reload or by Back: it ends again when it was said to. */
export function keepHold(db: Database, hold: Pick<Hold, 'clinicId' | 'appointmentId'>): Promise<void> {
  return setEnd(
    db,
    hold,
    sql<Date>`greatest(hold_ends_at, case when hold_renewed then ${endAsSaid(2)} else ${endAsSaid(1)} end)`,
  )
}

function setEnd(
  db: Database,
  { clinicId, appointmentId }: Pick<Hold, 'clinicId' | 'appointmentId'>,
  end: RawBuilder<Date>,
): Promise<void> {
  return inClinic(db, clinicId, async (trx) => {
    await sql`
      update appointments set hold_ends_at = ${end}
      where clinic_id = ${clinicId} and (appointment_id = ${appointmentId} or course_id = ${appointmentId})
      and state = 'held' and hold_ends_at > now()`.execute(trx)
  })
}

/** Lets a time go, or those of a course. Nothing happens to one that is gone already, or booked. */
export function releaseHold(
  db: Database,
  { clinicId, appointmentId }: Pick<Hold, 'clinicId' | 'appointmentId'>,
): Promise<void> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ appointment_id: string }>`
      select appointment_id from appointments
      where clinic_id = ${clinicId} and (appointment_id = ${appointmentId} or course_id = ${appointmentId})
      and state = 'held' order by appointment_id for update`.execute(trx)
    await removeHolds(
      trx,
      rows.map((row) => row.appointment_id),
    )
  })
}

/** A hold of a booking that still lasts, locked until the transaction ends. One that would move a visit books nothing. */
export async function findHold(trx: ClinicTransaction, appointmentId: string) {
  return trx
    .selectFrom('appointments')
    .selectAll()
    .where('appointment_id', '=', appointmentId)
    .where('state', '=', 'held')
    .where('hold_ends_at', '>', sql<Date>`now()`)
    .where('moves_id', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}
