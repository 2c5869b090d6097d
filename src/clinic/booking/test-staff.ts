/** For tests: members of a clinic, booked visits, and visits whose time has come. */
import type { TestDatabase } from '../db/test-database.ts'
import type { Role } from '../people/members.ts'
import { type BookingDetails, confirmBooking } from './confirm.ts'
import { holdSlot } from './holds.ts'
import { dayAfterTomorrow, type TestClinic } from './test-clinic.ts'

const one = async (db: TestDatabase, text: string, values: readonly unknown[]): Promise<string> => {
  const { rows } = await db.admin.query<{ id: string }>(text, [...values])
  return rows[0]?.id ?? ''
}

/** A member who has joined. @returns its id */
export const makeMember = (
  db: TestDatabase,
  clinicId: string,
  role: Role,
  { name = 'Amara Larch', therapistId = null }: { readonly name?: string; readonly therapistId?: string | null } = {},
): Promise<string> =>
  one(
    db,
    `insert into clinic.members (clinic_id, name, email, role, therapist_id, account_id, joined_at)
     values ($1, $2, uuidv7() || '@clinic.example', $3, $4, uuidv7(), now()) returning member_id as id`,
    [clinicId, name, role, therapistId],
  )

/** Books the day after tomorrow at this time, with the first therapist. @returns the visit's id */
export async function bookedVisit(
  db: TestDatabase,
  clinic: TestClinic,
  wall: string,
  details: Partial<BookingDetails> & { readonly personName: string },
  therapist = clinic.therapists[0] ?? '',
): Promise<string> {
  const wanted = {
    ...{ clinicId: clinic.clinicId, service: clinic.serviceId, therapist, location: clinic.locationId },
    start: dayAfterTomorrow(wall, clinic.zone),
  }
  const held = await holdSlot(db.app, wanted, null)
  if (!held.ok) throw new Error(held.why)
  const booked = await confirmBooking(db.app, db.secret, held.hold.appointmentId, wanted, {
    contactName: details.personName,
    email: 'somebody@example.org',
    payer: 'self',
    ...details,
  })
  if (!booked.ok) throw new Error(booked.why)
  return booked.appointmentId
}

/** As if the visit began so long from now. @param ahead "5 minutes", "-1 hour" */
export async function visitIsAt(db: TestDatabase, appointmentId: string, ahead: string): Promise<void> {
  await db.admin.query(
    `update clinic.appointments set ends_at = now() + $2::interval + (ends_at - starts_at), starts_at = now() + $2::interval,
       free_until = now() + $2::interval - interval '1 day' where appointment_id = $1`,
    [appointmentId, ahead],
  )
}

/** What a page that is shown now would carry. */
export const lastEvent = (db: TestDatabase, appointmentId: string): Promise<string> =>
  one(
    db,
    'select event_id as id from clinic.appointment_events where appointment_id = $1 order by event_id desc limit 1',
    [appointmentId],
  )
