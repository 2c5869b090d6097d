/** For tests: one clinic in London with as many therapists, rooms and machines as asked, open every day from eight to eight. */
import type { TestDatabase } from '../db/test-database.ts'

/** The ids of what was made. */
export interface TestClinic {
  readonly clinicId: string
  readonly locationId: string
  readonly serviceId: string
  readonly therapists: readonly string[]
  /** IANA zone of its place. */
  readonly zone: string
}

interface Wish {
  readonly therapists?: number
  readonly rooms?: number
  readonly machines?: number
  readonly minutes?: number
  readonly pauseAfter?: number
  readonly zone?: string
}

/** The clinic itself comes first, by itself: its neighbours move in behind it, and what is there by then is theirs. */
const clinicAlone = `insert into clinic.clinics (name, email, phone, opened_at)
  values ('Lantern Physio', 'hello@lantern.example', '020 7946 0000', now()) returning clinic_id as "clinicId"`

/** All the rest in one statement, since hundreds of tests begin with it. Its values: as `makeTestClinic` gives them. */
const allOfIt = `with clinic as (select $9::uuid as clinic_id),
  place as (
    insert into clinic.locations (clinic_id, name, street, town, postcode, latitude, longitude, zone, country)
      select clinic_id, 'Bethnal Green', '14 Lantern Yard', 'London', 'E2 9ZZ', 51.527, -0.055, $1::text, 'england'
        from clinic returning clinic_id, location_id),
  service as (
    insert into clinic.services (clinic_id, treatment, name, minutes, price_pence, pause_after, room_kind, machine_kind,
        notice_minutes, window_days, free_until_hours, late_fee_pence)
      select clinic_id, 'physiotherapy-first', 'First visit', $2::int, 6200, $3::int, $4::text, $5::text, 0, 60, 24, 3000
        from clinic returning clinic_id, service_id),
  resource as (
    insert into clinic.resources (clinic_id, kind)
      select clinic_id, kind from clinic, (values ('therapist', $6::int), ('room', $7::int), ('machine', $8::int)) wanted (kind, count),
        generate_series(1, count) returning clinic_id, resource_id, kind),
  numbered as (
    select *, row_number() over (partition by kind order by resource_id) as number from resource),
  therapist as (
    insert into clinic.therapists (clinic_id, therapist_id, name, folded_name, profession, hide_gaps)
      select clinic_id, resource_id, 'Therapist ' || number, 'therapist ' || number, 'physiotherapist', false
        from numbered where kind = 'therapist' returning clinic_id, therapist_id),
  slug as (
    insert into clinic.slugs
      select 'clinic', 'clinic-' || clinic_id, clinic_id, clinic_id from clinic
      union all select 'therapist', 'therapist-' || therapist_id, clinic_id, therapist_id from therapist),
  registration as (
    insert into clinic.registrations (clinic_id, therapist_id, body, number, valid_until, looked_up_by, looked_up_on)
      select clinic_id, therapist_id, 'HCPC', 'PH-DEMO', '2040-01-01', 'Test', '2026-01-01' from therapist),
  given as (
    insert into clinic.service_therapists select clinic_id, service_id, therapist_id from service join therapist using (clinic_id)),
  hours as (
    insert into clinic.hours (clinic_id, therapist_id, location_id, weekday, from_time, to_time, valid_from)
      select clinic_id, therapist_id, location_id, weekday, '08:00', '20:00', '2020-01-01'
        from place join therapist using (clinic_id), generate_series(1, 7) weekday),
  room as (
    insert into clinic.rooms (clinic_id, room_id, location_id, name, room_kind)
      select clinic_id, resource_id, location_id, 'Room ' || number, 'treatment'
        from place join numbered using (clinic_id) where kind = 'room'),
  machine as (
    insert into clinic.machines (clinic_id, machine_id, location_id, name, machine_kind)
      select clinic_id, resource_id, location_id, 'Laser ' || number, 'laser'
        from place join numbered using (clinic_id) where kind = 'machine')
  select clinic_id as "clinicId", location_id as "locationId", service_id as "serviceId",
      array(select resource_id::text from numbered where kind = 'therapist' order by number) as therapists
    from place join service using (clinic_id)`

/** Makes it, opened to the public. Rooms and machines are asked for by its one service where there are any. */
export async function makeTestClinic(db: Pick<TestDatabase, 'admin'>, wish: Wish = {}): Promise<TestClinic> {
  const { therapists = 1, rooms = 0, machines = 0, minutes = 45, pauseAfter = 0, zone = 'Europe/London' } = wish
  const kinds = [rooms > 0 ? 'treatment' : null, machines > 0 ? 'laser' : null]
  const values = [zone, minutes, pauseAfter, ...kinds, therapists, rooms, machines]
  const { rows: opened } = await db.admin.query<{ clinicId: string }>(clinicAlone, [])
  const { rows } = await db.admin.query<Omit<TestClinic, 'zone'>>(allOfIt, [...values, opened[0]?.clinicId])
  const [made] = rows
  if (!made) throw new Error('no clinic was made')
  return { ...made, zone }
}

/** A moment on the day after tomorrow at this hour of the place's clock, in milliseconds. @param wall "10:00" */
export const dayAfterTomorrow = (wall: string, zone = 'Europe/London'): number =>
  Temporal.Now.zonedDateTimeISO(zone).add({ days: 2 }).withPlainTime(wall).epochMilliseconds

/**
 * A zone in which it is between eleven and noon: what is some hours from now, or was, is of the same day there, whenever the
 * tests are run.
 */
export function zoneBeforeNoon(): string {
  const hoursAhead = 11 - Temporal.Now.zonedDateTimeISO('UTC').hour
  // These names count the other way.
  return hoursAhead === 0 ? 'UTC' : `Etc/GMT${hoursAhead > 0 ? '-' : '+'}${Math.abs(hoursAhead)}`
}
