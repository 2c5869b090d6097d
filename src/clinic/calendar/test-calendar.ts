/** For tests: a member of staff of a test clinic, and a visit booked by one. */
import type { TestClinic } from '../booking/test-clinic.ts'
import { dayAfterTomorrow } from '../booking/test-clinic.ts'
import type { TestDatabase } from '../db/test-database.ts'
import type { Member, Role } from '../people/members.ts'
import { bookByStaff, type StaffBooking, type Whom } from './staff-booking.ts'

/** Somebody who has joined the clinic. */
export async function joinClinic(
  db: TestDatabase,
  clinicId: string,
  {
    role = 'reception',
    name = 'Sol Maple',
    therapistId = null,
  }: Partial<Pick<Member, 'role' | 'name' | 'therapistId'>> = {},
): Promise<Member> {
  const accountId = crypto.randomUUID()
  const email = `${crypto.randomUUID()}@lantern.example`
  const { rows } = await db.admin.query<{ member_id: string }>(
    `insert into clinic.members (clinic_id, name, email, role, therapist_id, account_id, joined_at)
     values ($1, $2, $3, $4, $5, $6, now()) returning member_id`,
    [clinicId, name, email, role satisfies Role, therapistId, accountId],
  )
  return { clinicId, memberId: rows[0]?.member_id ?? '', accountId, name, email, role, therapistId }
}

/** A time at a test clinic on the day after tomorrow. @param wall "10:00" */
export const wantedAt = (clinic: TestClinic, wall: string, therapist = 0) => ({
  clinicId: clinic.clinicId,
  service: clinic.serviceId,
  therapist: clinic.therapists[therapist] ?? '',
  location: clinic.locationId,
  start: dayAfterTomorrow(wall),
})

/** Books by staff and gives the visit's id. */
export async function bookedByStaff(
  db: TestDatabase,
  doer: Member,
  wanted: StaffBooking['wanted'],
  more: Partial<StaffBooking> & { readonly whom?: Whom } = {},
): Promise<string> {
  const whom = { name: `Robin ${crypto.randomUUID().slice(0, 8)}`, email: 'robin@example.org', phone: '020 7946 0001' }
  const booked = await bookByStaff(db.app, doer, { key: crypto.randomUUID(), wanted, whom, ...more })
  if (!booked.ok) throw new Error(`not booked: ${booked.why}`)
  return booked.appointmentId
}
