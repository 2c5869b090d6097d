/** A town with a thousand places: nobody is left out because others are nearer. */
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../db/test-database.ts'
import { type Search, searchTherapists } from './search-therapists.ts'

const db = testDatabase({ withoutNeighbours: 'a clinic and all its places are written in one statement' })
const now = Temporal.Instant.from('2037-11-27T08:00:00Z')
const centre = { latitude: 51.5, longitude: -0.1 }
const [clinics, placesEach] = [50, 20]

/** A thousand places, each a little further north, one therapist in each. All work on Mondays from nine to noon. */
beforeAll(async () => {
  for (let clinic = 0; clinic < clinics; clinic += 1)
    await db.admin.query(
      `with made as (
         insert into clinic.clinics (name, email, phone, opened_at)
         values ('Clinic ' || $1::text, 'a@b.example', '020 7946 0000', now()) returning clinic_id
       ), service as (
         insert into clinic.services (clinic_id, treatment, name, minutes, price_pence, notice_minutes, window_days)
         select clinic_id, 'physiotherapy-first', 'First visit', 45, 6000, 0, 60 from made returning service_id
       ), number as (
         select n, uuidv7() as id, uuidv7() as place from generate_series(1, $2::int) n
       ), slug as (
         insert into clinic.slugs select 'clinic', 'clinic-' || $1::text, clinic_id, clinic_id from made
         union all select 'therapist', 'therapist-' || $1::text || '-' || n, clinic_id, id from made, number returning 1
       ), place as (
         insert into clinic.locations (clinic_id, location_id, name, street, town, postcode, latitude, longitude, zone, country)
         select clinic_id, place, 'Place', '1 Row', 'London', 'E2 9ZZ', $3::float8 + ($1::int * $2::int + n) * 0.00003, $4::float8,
           'Europe/London', 'england' from made, number returning 1
       ), thing as (
         insert into clinic.resources (clinic_id, resource_id, kind) select clinic_id, id, 'therapist' from made, number returning 1
       ), therapist as (
         insert into clinic.therapists (clinic_id, therapist_id, name, folded_name, profession)
         select clinic_id, id, 'T ' || ($1::int * $2::int + n), 't', 'physiotherapist' from made, number returning 1
       ), registration as (
         insert into clinic.registrations (clinic_id, therapist_id, body, number, valid_until, looked_up_by, looked_up_on)
         select clinic_id, id, 'HCPC', 'PH-DEMO', '2040-01-01', 'Test', '2026-01-01' from made, number returning 1
       ), gives as (
         insert into clinic.service_therapists select clinic_id, service_id, id from made, service, number returning 1
       )
       insert into clinic.hours (clinic_id, therapist_id, location_id, weekday, from_time, to_time, valid_from)
       select clinic_id, id, place, 1, '09:00', '12:00', '2020-01-01' from made, number`,
      [clinic, placesEach, centre.latitude, centre.longitude],
    )
})

const ask = (more: Partial<Search> = {}) =>
  searchTherapists(
    db,
    { treatment: 'physiotherapy-first', from: centre, radiusMiles: 3, sort: 'nearest', ...more },
    now,
  )
const givesEvenings = (name: string) =>
  db.admin.query(
    `update clinic.hours h set from_time = '17:00', to_time = '20:00' from clinic.therapists t
     where t.clinic_id = h.clinic_id and t.therapist_id = h.therapist_id and t.name = $1`,
    [name],
  )

test('without a wish for certain times the nearest are shown, and it is said that there are more', async () => {
  const { found, isCut } = await ask()
  expect([found.length, found[0]?.name, isCut]).toEqual([200, 'T 1', true])
})

test('a time that only the thousandth has is found, in the radius and, where it grows, beyond it', async () => {
  await givesEvenings('T 1000')
  const near = await ask({ evenings: true })
  expect([near.found.map(({ name }) => name), near.grew, near.isCut]).toEqual([['T 1000'], false, false])
  const far = await ask({ evenings: true, radiusMiles: 1 })
  expect([far.found.map(({ name }) => name), far.grew]).toEqual([['T 1000'], true])
})

test('a time that many have further off comes with those who are nearer first', async () => {
  await db.admin.query(
    `update clinic.hours h set from_time = '17:00', to_time = '20:00' from clinic.therapists t
     where t.clinic_id = h.clinic_id and t.therapist_id = h.therapist_id and substr(t.name, 3)::int > 350`,
  )
  const { found, isCut } = await ask({ evenings: true })
  expect([found.length >= 50, found[0]?.name, isCut]).toEqual([true, 'T 351', true])
})

test('who is asked for and is nowhere is not made up, and the search ends', async () => {
  const { found } = await ask({ weekends: true })
  expect(found).toEqual([])
})
