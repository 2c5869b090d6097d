/**
 * A course of visits at one rhythm: every date is asked of the one function, shown with what is near where it cannot be had,
 * and held and booked all together or not at all. Each visit is then a visit like any other, moved or cancelled by itself.
 */
import { sql } from 'kysely'
import { acceptSlot, type Refusal } from '../availability/accept-slot.ts'
import { loadAvailability } from '../availability/load-availability.ts'
import { listSlots } from '../availability/slots.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { heldStill } from './held-still.ts'
import { type Held, heldWith, holdIn, lostRace } from './holds.ts'
import { bookInClinic, databaseNow, lockTherapists, removeHolds, type WantedTime } from './slot-claims.ts'

/** How many visits a course has. */
export const courseVisits = { least: 2, most: 12 } as const

/** A course at one place with one therapist. Moments are milliseconds since 1970. */
export interface CourseTimes extends Omit<WantedTime, 'start' | 'by'> {
  readonly starts: readonly number[]
}

/** The dates of a rhythm, at one time of the place's clock: ten stays ten when the clocks change. */
export function courseDates(first: number, zone: string, visits: number, everyDays: number): readonly number[] {
  const start = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(zone)
  return Array.from({ length: visits }, (_, at) => start.add({ days: at * everyDays }).epochMilliseconds)
}

/** One date, whether it can be had, and times near it with the same therapist at the same place, the nearest first. */
export interface CourseDate {
  readonly start: number
  readonly why: Refusal | null
  readonly near: readonly number[]
}

const dayMs = 24 * 60 * 60_000
/** Times to swap a date for: so many, and not further off than the half of a week. */
const mostNear = 6
const nearMs = 3.5 * dayMs

/** Looks at each date of a course. Holds nothing. */
export function proposeCourse(db: Database, course: CourseTimes): Promise<readonly CourseDate[]> {
  const { clinicId, service, therapist, location, starts } = course
  return inClinic(db, clinicId, async (trx) => {
    const now = Temporal.Instant.fromEpochMilliseconds(await databaseNow(trx))
    const day = (ms: number) =>
      Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDate().toString()
    const input = await loadAvailability(trx, {
      now,
      firstDay: day(Math.min(...starts) - nearMs - dayMs),
      lastDay: day(Math.max(...starts) + nearMs + dayMs),
      service,
      therapists: [therapist],
    })
    const { slots } = listSlots(input, { service, therapist, location })
    const lengthMs = (input.services.find(({ id }) => id === service)?.minutes ?? 0) * 60_000
    return starts.map((start, at): CourseDate => {
      const accepted = acceptSlot(input, { service, therapist, location, start })
      const others = starts.filter((_, other) => other !== at)
      const isTwice = starts.indexOf(start) < at
      const near = slots
        .map((slot) => slot.start)
        .filter((time) => time !== start && Math.abs(time - start) <= nearMs)
        .filter((time) => others.every((other) => Math.abs(other - time) >= lengthMs))
        .sort((one, other) => Math.abs(one - start) - Math.abs(other - start))
        .slice(0, mostNear)
      return { start, why: accepted.ok ? (isTwice ? 'taken' : null) : accepted.why, near }
    })
  })
}

/** Carries a refusal out of the transaction, which is thereby undone. */
class NotHeld extends Error {
  readonly refusal: Exclude<Held, { readonly ok: true }>
  constructor(refusal: Exclude<Held, { readonly ok: true }>) {
    super('a date of the course cannot be had')
    this.refusal = refusal
  }
}

/**
 * Holds every date, or none. The hold that is answered stands for them all.
 * @param key a UUID of the page on which the button stands: pressed again it leads to the same holds; null where there is none
 */
export async function holdCourse(
  db: Database,
  course: CourseTimes,
  heldBy: Uint8Array | null,
  key: string | null = null,
): Promise<Held> {
  const first = { ...course, start: course.starts[0] ?? 0 }
  try {
    return await bookInClinic(
      db,
      course.clinicId,
      (trx) => holdCourseIn(trx, course, heldBy, key),
      () => inClinic(db, course.clinicId, (trx) => lostRace(trx, first)),
    )
  } catch (error) {
    if (error instanceof NotHeld) return error.refusal
    throw error
  }
}

/** The same inside a transaction that is under way. @throws where a date cannot be had: then all is to be undone */
async function holdCourseIn(
  trx: ClinicTransaction,
  course: CourseTimes,
  heldBy: Uint8Array | null,
  key: string | null,
): Promise<Held> {
  const { clinicId, service, therapist, location, starts } = course
  await lockTherapists(trx, [therapist])
  const pressed = key === null ? undefined : await heldWith(trx, key)
  if (pressed?.stands && (await isOfDates(trx, pressed.hold.appointmentId, starts)))
    return { ok: true, hold: pressed.hold }
  // Other dates on the same page: those that it held would be in their way. What was booked keeps the key.
  if (pressed) await letGoCourse(trx, pressed.hold.appointmentId)
  const isSpent = pressed !== undefined && key !== null && (await heldWith(trx, key)) !== undefined
  const ids = await holdEach(trx, course, heldBy, isSpent ? null : key)
  const [first] = ids
  if (!first) throw new Error('a course of no visits')
  await trx
    .insertInto('courses')
    .values({
      clinic_id: clinicId,
      course_id: first.appointmentId,
      service_id: service,
      therapist_id: therapist,
      location_id: location,
      starts_at: starts.map((start) => new Date(start)),
    })
    .execute()
  await joinCourse(trx, first.appointmentId, ids, heldBy)
  return { ok: true, hold: first }
}

/** Whoever came back to the page and chose other dates asks for those, and not for what it held before. */
async function isOfDates(trx: ClinicTransaction, holdId: string, starts: readonly number[]): Promise<boolean> {
  const held = await findCourseTimes(trx, holdId)
  return held !== undefined && held.starts.join() === starts.join()
}

async function letGoCourse(trx: ClinicTransaction, holdId: string): Promise<void> {
  const { rows } = await sql<{ appointment_id: string }>`select appointment_id from appointments
    where clinic_id = clinic.current_clinic() and course_id = ${holdId} and state = 'held' for update`.execute(trx)
  await removeHolds(
    trx,
    rows.map(({ appointment_id }) => appointment_id),
  )
}

async function holdEach(
  trx: ClinicTransaction,
  course: CourseTimes,
  heldBy: Uint8Array | null,
  key: string | null = null,
) {
  const { clinicId, service, therapist, location, starts } = course
  const ids: { clinicId: string; appointmentId: string; endsAt: number }[] = []
  for (const [at, start] of starts.entries()) {
    // The whole course counts as one of the times that somebody holds.
    const [by, press] = at === 0 ? [heldBy, key] : [null, null]
    const held = await holdIn(trx, { clinicId, service, therapist, location, start }, by, press)
    if (!held.ok) throw new NotHeld(held)
    ids.push(held.hold)
  }
  return ids
}

async function joinCourse(
  trx: ClinicTransaction,
  courseId: string,
  holds: readonly { readonly appointmentId: string }[],
  heldBy: Uint8Array | null,
): Promise<void> {
  await trx
    .updateTable('appointments')
    .set({ course_id: courseId, held_by: heldBy ? Buffer.from(heldBy) : null })
    .where(
      'appointment_id',
      'in',
      holds.map(({ appointmentId }) => appointmentId),
    )
    .execute()
}

/** The times of a course, by its first hold, whether that still lasts or not; `undefined` for what is no course. */
export async function findCourseTimes(trx: ClinicTransaction, holdId: string): Promise<CourseTimes | undefined> {
  const { rows } = await sql<CourseRow>`select clinic_id, service_id, therapist_id, location_id, starts_at from courses
    where clinic_id = clinic.current_clinic() and course_id = ${holdId}`.execute(trx)
  const [row] = rows
  return (
    row && {
      clinicId: row.clinic_id,
      service: row.service_id,
      therapist: row.therapist_id,
      location: row.location_id,
      starts: row.starts_at.map((start) => start.getTime()),
    }
  )
}

interface CourseRow {
  readonly clinic_id: string
  readonly service_id: string
  readonly therapist_id: string
  readonly location_id: string
  readonly starts_at: readonly Date[]
}

/**
 * The holds of a course, in order of their times, each locked: those that were held, or where one of them has ended, or its
 * time is not given any more, all of them anew.
 * @throws where a date cannot be had any more: then all is to be undone
 */
export async function holdsOfCourse(
  trx: ClinicTransaction,
  courseId: string,
  course: CourseTimes,
): Promise<readonly string[]> {
  const { rows } = await sql<{ appointment_id: string; lasts: boolean }>`
    select appointment_id, hold_ends_at > now() as lasts from appointments
    where clinic_id = clinic.current_clinic() and course_id = ${courseId} and state = 'held'
    order by starts_at for update`.execute(trx)
  const ids = rows.map(({ appointment_id }) => appointment_id)
  const last = rows.length === course.starts.length && rows.every(({ lasts }) => lasts)
  if (last && (await heldStill(trx, ids))) return ids
  await removeHolds(trx, ids)
  const anew = await holdEach(trx, course, null)
  await joinCourse(trx, courseId, anew, null)
  return anew.map(({ appointmentId }) => appointmentId)
}

/** What a course answers when it could not be held. Anything else is a bug and goes on. */
export function courseRefusal(error: unknown): Exclude<Held, { readonly ok: true }> {
  if (error instanceof NotHeld) return error.refusal
  throw error
}

/** One visit or hold of a course. */
export interface CourseVisit {
  readonly appointmentId: string
  readonly startsAt: number
  readonly state: string
}

/** All visits of the course that a hold or visit belongs to, itself included, in order; none where it belongs to none. */
export function visitsOfCourse(
  db: Database,
  { clinicId, appointmentId }: { readonly clinicId: string; readonly appointmentId: string },
): Promise<readonly CourseVisit[]> {
  return inClinic(db, clinicId, async (trx) => {
    const rows = await trx
      .selectFrom('appointments as a')
      .innerJoin('appointments as own', 'own.course_id', 'a.course_id')
      .select(['a.appointment_id', 'a.starts_at', 'a.state'])
      .where('own.appointment_id', '=', appointmentId)
      .orderBy('a.starts_at')
      .execute()
    return rows.map((row) => ({
      appointmentId: row.appointment_id,
      startsAt: row.starts_at.getTime(),
      state: row.state,
    }))
  })
}
