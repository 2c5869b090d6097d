/**
 * What every booking does in the database: take its locks in one order, ask the one function whether the time can be had,
 * and write the claims. Two people never get one time: the exclusion constraint on claims refuses the second.
 */
import { sql } from 'kysely'
import { type Acceptance, acceptSlot, type Refusal, type Wanted } from '../availability/accept-slot.ts'
import type { AvailabilityInput, Slot } from '../availability/input.ts'
import { loadAvailability } from '../availability/load-availability.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'

/** A time that somebody wants, in a clinic. */
export interface WantedTime extends Wanted {
  readonly clinicId: string
  /** Of a visit whose length staff have changed; otherwise it takes as long as its service. */
  readonly minutes?: number | undefined
}

/** Nothing was booked. `near`: free times close by, the nearest first. */
export interface NotBooked {
  readonly ok: false
  readonly why: Refusal
  readonly near: readonly Slot[]
  /** What was wanted is a place in a class: taken means that it is full. */
  readonly ofClass?: true
  /** It was one that was called off (class-called-off.ts). */
  readonly isCalledOff?: true
}

/** An answer about where a visit could go, that does not name the time which it has already as one that is free near it. */
export const withoutOwn = <T extends { readonly near: readonly Slot[] }>(
  answer: T,
  own: { readonly therapistId: string; readonly locationId: string; readonly startsAt: number },
): T => ({
  ...answer,
  near: answer.near.filter(
    ({ therapist, location, start }) =>
      !(therapist === own.therapistId && location === own.locationId && start === own.startsAt),
  ),
})

/** PostgreSQL: a claim overlaps another; two transactions waited for each other; the same form was heard twice at once. */
const raceCodes = new Set(['23P01', '40P01', '40001', '23505'])
/** How often somebody may be overtaken (another takes the last room while we look) before we say so. */
const mostTries = 5
/** Days on either side of the wanted one that are looked at for times near it. */
const daysNear = 7
const dayMs = 24 * 60 * 60_000

/** The database's own time, in milliseconds: several servers' clocks may differ. */
export async function databaseNow(trx: ClinicTransaction): Promise<number> {
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(trx)
  return rows[0]?.now.getTime() ?? Number.NaN
}

/**
 * Runs `work` in a transaction of the clinic, and again when it was overtaken in a race.
 * @param lost what to answer when it was overtaken each time
 */
export async function bookInClinic<T>(
  db: Database,
  clinicId: string,
  work: (trx: ClinicTransaction) => Promise<T>,
  lost: () => Promise<T>,
): Promise<T> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    try {
      return await inClinic(db, clinicId, work)
    } catch (error) {
      if (!isRace(error)) throw error
    }
  }
  return lost()
}

const isRace = (error: unknown) => error instanceof Error && 'code' in error && raceCodes.has(String(error.code))

/**
 * Locks the therapists first and always in one order: of two transactions over one therapist the second waits here, and
 * neither can wait for the other in a circle.
 */
export async function lockTherapists(trx: ClinicTransaction, therapistIds: readonly string[]): Promise<void> {
  await sql`select from therapists where clinic_id = clinic.current_clinic() and therapist_id in (${sql.join(therapistIds)})
    order by therapist_id for no key update`.execute(trx)
}

/** Takes away holds that have ended, with their claims. One that somebody is confirming at this moment is left to them. */
export async function removeEndedHolds(trx: ClinicTransaction): Promise<void> {
  const { rows } = await sql<{ appointment_id: string }>`
    select appointment_id from appointments
    where clinic_id = clinic.current_clinic() and state = 'held' and hold_ends_at <= now()
    order by appointment_id for update skip locked`.execute(trx)
  await removeHolds(
    trx,
    rows.map(({ appointment_id }) => appointment_id),
  )
}

/** Takes holds away, with their claims. */
export async function removeHolds(trx: ClinicTransaction, appointmentIds: readonly string[]): Promise<void> {
  if (appointmentIds.length === 0) return
  await trx.deleteFrom('claims').where('appointment_id', 'in', appointmentIds).execute()
  await trx
    .deleteFrom('appointments')
    .where('appointment_id', 'in', appointmentIds)
    .where('state', '=', 'held')
    .execute()
}

/** Lets go what is held to move a visit to. */
export async function removeMoveHold(trx: ClinicTransaction, appointmentId: string): Promise<void> {
  const held = await trx
    .selectFrom('appointments')
    .select('appointment_id')
    .where('moves_id', '=', appointmentId)
    .execute()
  await removeHolds(
    trx,
    held.map((hold) => hold.appointment_id),
  )
}

/**
 * Gives up what a visit takes, or its place in a class, and lets go the time that is held to move it to: that hold claims only
 * what the visit did not have.
 * @returns the stretch of its therapist's time that is free with it, or in which a place is; `undefined` where it took none
 */
export async function removeClaims(
  trx: ClinicTransaction,
  appointmentId: string,
): Promise<
  { readonly clinicId: string; readonly therapistId: string; readonly from: number; readonly to: number } | undefined
> {
  await removeMoveHold(trx, appointmentId)
  const { rows } = await sql<{ clinic_id: string; resource_id: string; is_therapist: boolean; from: Date; to: Date }>`
    delete from claims c using resources r
    where c.clinic_id = clinic.current_clinic() and c.appointment_id = ${appointmentId}
    and r.clinic_id = c.clinic_id and r.resource_id = c.resource_id
    returning c.clinic_id, c.resource_id, r.kind = 'therapist' as is_therapist,
      lower(c.during) as "from", upper(c.during) as "to"`.execute(trx)
  const { rows: places } = await sql<{ clinic_id: string; resource_id: string; from: Date; to: Date }>`
    update appointments set class_place = null
    where clinic_id = clinic.current_clinic() and appointment_id = ${appointmentId} and class_place is not null
    returning clinic_id, therapist_id as resource_id, starts_at as "from", ends_at as "to"`.execute(trx)
  const own = rows.find(({ is_therapist }) => is_therapist) ?? places[0]
  return (
    own && { clinicId: own.clinic_id, therapistId: own.resource_id, from: own.from.getTime(), to: own.to.getTime() }
  )
}

/** Asks the function that also lists, with what the database says at this moment. Call it after `lockTherapists`. */
export async function acceptWanted(trx: ClinicTransaction, wanted: WantedTime): Promise<Acceptance> {
  return acceptSlot(await availabilityNear(trx, wanted), wanted)
}

/** What is free about a time: the days round it, for that service, whoever gives it. @param days on either side */
export async function availabilityNear(
  trx: ClinicTransaction,
  wanted: WantedTime,
  days = { before: daysNear, after: daysNear },
): Promise<AvailabilityInput> {
  const day = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDate().toString()
  const input = await loadAvailability(trx, {
    service: wanted.service,
    now: Temporal.Instant.fromEpochMilliseconds(await databaseNow(trx)),
    firstDay: day(inReach(wanted.start) - dayMs * days.before),
    lastDay: day(inReach(wanted.start) + dayMs * days.after),
  })
  return wanted.minutes === undefined ? input : withLength(input, wanted.service, wanted.minutes)
}

/** The same with another length of one service; a class has the length that it was planned with. */
export const withLength = (input: AvailabilityInput, service: string, minutes: number): AvailabilityInput => ({
  ...input,
  services: input.services.map((one) => (one.id === service && one.places === undefined ? { ...one, minutes } : one)),
})

/**
 * A moment that somebody typed, drawn to the years in which the database can count days; what lies outside is past or too
 * far ahead by any rule. @param ms since 1970
 */
export const inReach = (ms: number): number => Math.min(Math.max(ms, Date.UTC(2000, 0)), Date.UTC(2200, 0))

/** Writes the claims of a visit, the resources in one order; a place in a class has none. A claim that overlaps another throws 23P01. */
export async function insertClaims(
  trx: ClinicTransaction,
  clinicId: string,
  appointmentId: string,
  slot: Slot,
): Promise<void> {
  if (slot.resources.length === 0) return
  const during = `[${new Date(slot.claimFrom).toISOString()},${new Date(slot.claimTo).toISOString()})`
  await trx
    .insertInto('claims')
    .values(
      slot.resources.toSorted().map((resource_id) => ({
        clinic_id: clinicId,
        appointment_id: appointmentId,
        resource_id,
        during,
      })),
    )
    .execute()
}

/** The columns of a visit that follow from the slot and the service's terms at this moment. */
export async function termsOf(trx: ClinicTransaction, slot: Slot) {
  const service = await trx
    .selectFrom('services')
    .select(['price_pence', 'free_until_hours', 'late_fee_pence'])
    .where('service_id', '=', slot.service)
    .executeTakeFirstOrThrow()
  const minuteMs = 60_000
  return {
    therapist_id: slot.therapist,
    location_id: slot.location,
    starts_at: new Date(slot.start),
    ends_at: new Date(slot.end),
    pause_before: Math.round((slot.start - slot.claimFrom) / minuteMs),
    pause_after: Math.round((slot.claimTo - slot.end) / minuteMs),
    price_pence: service.price_pence,
    free_until: new Date(slot.start - service.free_until_hours * 60 * minuteMs),
    late_fee_pence: service.late_fee_pence,
    ...(await placeOf(trx, slot)),
  }
}

/** Thrown where the last place of a class went while we looked; heard as any other race. */
class PlaceWent extends Error {
  readonly code = '23505'
}

/** The lowest free place of the class, if the slot is one. Two who choose it at once are told apart by the database. */
async function placeOf(trx: ClinicTransaction, { inClass }: Slot) {
  if (!inClass) return { class_id: null, class_place: null }
  const place = await freePlace(trx, inClass.id)
  if (place === null) throw new PlaceWent('the last place of the class went')
  return { class_id: inClass.id, class_place: place }
}

/** The lowest place of a class that nobody has; null where it is full. */
export async function freePlace(trx: ClinicTransaction, classId: string): Promise<number | null> {
  const { rows } = await sql<{ place: number | null }>`
    select min(p.place) as place from class_places p
    where p.class_id = ${classId} and not exists (
      select from appointments a
      where a.clinic_id = p.clinic_id and a.class_id = p.class_id and a.class_place = p.place)`.execute(trx)
  return rows[0]?.place ?? null
}
