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

/** Makes it, opened to the public. Rooms and machines are asked for by its one service where there are any. */
export async function makeTestClinic(db: Pick<TestDatabase, 'admin'>, wish: Wish = {}): Promise<TestClinic> {
  const { therapists = 1, rooms = 0, machines = 0, minutes = 45, pauseAfter = 0, zone = 'Europe/London' } = wish
  const one = async (text: string, values: readonly unknown[]): Promise<string> => {
    const { rows } = await db.admin.query<{ id: string }>(text, [...values])
    return rows[0]?.id ?? ''
  }
  const clinicId = await one(
    `insert into clinic.clinics (name, email, phone, opened_at)
     values ('Lantern Physio', 'hello@lantern.example', '020 7946 0000', now()) returning clinic_id as id`,
    [],
  )
  await one(`insert into clinic.slugs values ('clinic', $1, $2, $2)`, [`clinic-${clinicId}`, clinicId])
  const locationId = await one(
    `insert into clinic.locations (clinic_id, name, street, town, postcode, latitude, longitude, zone, country)
     values ($1, 'Bethnal Green', '14 Lantern Yard', 'London', 'E2 9ZZ', 51.527, -0.055, $2, 'england')
     returning location_id as id`,
    [clinicId, zone],
  )
  const serviceId = await one(
    `insert into clinic.services (clinic_id, treatment, name, minutes, price_pence, pause_after, room_kind, machine_kind,
       notice_minutes, window_days, free_until_hours, late_fee_pence)
     values ($1, 'physiotherapy-first', 'First visit', $2, 6200, $3, $4, $5, 0, 60, 24, 3000) returning service_id as id`,
    [clinicId, minutes, pauseAfter, rooms > 0 ? 'treatment' : null, machines > 0 ? 'laser' : null],
  )
  const resource = (kind: string) =>
    one(`insert into clinic.resources (clinic_id, kind) values ($1, $2) returning resource_id as id`, [clinicId, kind])
  const made: string[] = []
  for (let number = 1; number <= therapists; number += 1) {
    const id = await resource('therapist')
    await one(
      `insert into clinic.therapists (clinic_id, therapist_id, name, folded_name, profession, hide_gaps)
       values ($1, $2, $3, lower($3), 'physiotherapist', false)`,
      [clinicId, id, `Therapist ${number}`],
    )
    await one(`insert into clinic.slugs values ('therapist', $1, $2, $3)`, [`therapist-${id}`, clinicId, id])
    await one(
      `insert into clinic.registrations (clinic_id, therapist_id, body, number, valid_until, looked_up_by, looked_up_on)
       values ($1, $2, 'HCPC', 'PH-DEMO', '2040-01-01', 'Test', '2026-01-01')`,
      [clinicId, id],
    )
    await one('insert into clinic.service_therapists values ($1, $2, $3)', [clinicId, serviceId, id])
    for (let weekday = 1; weekday <= 7; weekday += 1)
      await one(
        `insert into clinic.hours (clinic_id, therapist_id, location_id, weekday, from_time, to_time, valid_from)
         values ($1, $2, $3, $4, '08:00', '20:00', '2020-01-01')`,
        [clinicId, id, locationId, weekday],
      )
    made.push(id)
  }
  for (let number = 1; number <= rooms; number += 1)
    await one(
      `insert into clinic.rooms (clinic_id, room_id, location_id, name, room_kind) values ($1, $2, $3, $4, 'treatment')`,
      [clinicId, await resource('room'), locationId, `Room ${number}`],
    )
  for (let number = 1; number <= machines; number += 1)
    await one(
      `insert into clinic.machines (clinic_id, machine_id, location_id, name, machine_kind) values ($1, $2, $3, $4, 'laser')`,
      [clinicId, await resource('machine'), locationId, `Laser ${number}`],
    )
  return { clinicId, locationId, serviceId, therapists: made, zone }
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
