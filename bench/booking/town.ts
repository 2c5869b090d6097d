/** A town of clinics written straight into a database, for searches over many therapists. */
import type pg from 'pg'

/** What to write. Clinics stand in rings around Bethnal Green, the first of them nearest. */
export interface TownWish {
  /** The first clinic's number; towns are written piece by piece. */
  readonly from: number
  readonly clinics: number
  readonly therapistsEach: number
  /** Days from tomorrow on, weekends included, with visits back to back over six tenths of ten hours. */
  readonly busyDays: number
}

/**
 * Writes it in one transaction, and lets PostgreSQL look through what is there, as its own housekeeping would within minutes: it
 * would otherwise begin in the middle of what is measured.
 */
export async function writeTown(admin: pg.Pool, { from, clinics, therapistsEach, busyDays }: TownWish): Promise<void> {
  const client = await admin.connect()
  try {
    await client.query('begin')
    await client.query(
      `create temporary table town on commit drop as
         select gen_random_uuid() as clinic_id, gen_random_uuid() as location_id, gen_random_uuid() as service_id,
           gen_random_uuid() as person_id, gen_random_uuid() as contact_id, n
         from generate_series($1::int, $2::int) n`,
      [from, from + clinics - 1],
    )
    await client.query(
      `create temporary table staff on commit drop as
         select t.*, gen_random_uuid() as therapist_id, m from town t, generate_series(1, $1::int) m`,
      [therapistsEach],
    )
    for (const statement of statements) await client.query(statement)
    await client.query(visits, [busyDays])
    await client.query(claims)
    await client.query('commit')
    await client.query('vacuum (analyze)')
  } finally {
    client.release()
  }
}

const statements = [
  `insert into clinic.clinics (clinic_id, name, email, phone, opened_at)
     select clinic_id, 'Clinic ' || n, 'hello@clinic.example', '020 7946 0000', now() from town`,
  `insert into clinic.slugs select 'clinic', 'clinic-' || clinic_id, clinic_id, clinic_id from town`,
  `insert into clinic.locations (clinic_id, location_id, name, street, town, postcode, latitude, longitude, zone, country)
     select clinic_id, location_id, 'Clinic ' || n, '1 Lantern Yard', 'London', 'E2 9ZZ',
       51.527 + 0.0006 * sqrt(n) * sin(n * 2.4), -0.055 + 0.001 * sqrt(n) * cos(n * 2.4), 'Europe/London', 'england' from town`,
  `insert into clinic.services (clinic_id, service_id, treatment, name, minutes, price_pence, notice_minutes, window_days)
     select clinic_id, service_id, 'physiotherapy-first', 'First visit', 45, 6200, 120, 60 from town`,
  `insert into clinic.resources (clinic_id, resource_id, kind) select clinic_id, therapist_id, 'therapist' from staff`,
  `insert into clinic.therapists (clinic_id, therapist_id, name, folded_name, profession, gender, hide_gaps)
     select clinic_id, therapist_id, 'Therapist ' || n || ' ' || m, 'therapist ' || n || ' ' || m, 'physiotherapist',
       case when m % 2 = 0 then 'woman' else 'man' end, m % 2 = 0 from staff`,
  `insert into clinic.slugs select 'therapist', 'therapist-' || therapist_id, clinic_id, therapist_id from staff`,
  `insert into clinic.registrations (clinic_id, therapist_id, body, number, valid_until, looked_up_by, looked_up_on)
     select clinic_id, therapist_id, 'HCPC', 'PH-DEMO', '2040-01-01', 'Bench', '2026-01-01' from staff`,
  'insert into clinic.service_therapists select clinic_id, service_id, therapist_id from staff',
  `insert into clinic.hours (clinic_id, therapist_id, location_id, weekday, from_time, to_time, valid_from)
     select clinic_id, therapist_id, location_id, weekday, '08:00', '18:00', '2020-01-01' from staff, generate_series(1, 5) weekday`,
  `insert into clinic.persons (clinic_id, person_id, name) select clinic_id, person_id, 'Somebody' from town`,
  `insert into clinic.contacts (clinic_id, contact_id, name, email)
     select clinic_id, contact_id, 'Somebody', 'somebody@people.example' from town`,
]

/** Thirteen times of 45 minutes a day, eight of them taken: which, depends on the day and the therapist. */
const visits = `create temporary table visit on commit drop as
  select s.*, gen_random_uuid() as appointment_id,
    (current_date + d)::timestamp at time zone 'Europe/London' + interval '8 hours' + k * interval '45 minutes' as starts_at
  from staff s, generate_series(1, $1::int) d, generate_series(0, 12) k where (k * 8 + d * 5 + m * 3) % 13 < 8`

const claims = `with made as (
    insert into clinic.appointments (clinic_id, appointment_id, state, service_id, therapist_id, location_id, starts_at,
      ends_at, pause_before, pause_after, price_pence, free_until, late_fee_pence, person_id, contact_id, payer, booking_key)
    select clinic_id, appointment_id, 'confirmed', service_id, therapist_id, location_id, starts_at,
      starts_at + interval '45 minutes', 0, 0, 6200, starts_at, 0, person_id, contact_id, 'self', gen_random_uuid()
    from visit)
  insert into clinic.claims (clinic_id, appointment_id, resource_id, during)
  select clinic_id, appointment_id, therapist_id, tstzrange(starts_at, starts_at + interval '45 minutes') from visit`
