/** Two claims on one thing never overlap: the database refuses it, for therapist, room and machine alike. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { inClinic } from './connection.ts'
import { testDatabase } from './test-database.ts'

const db = testDatabase()
const clinicId = '00000000-0000-7000-8000-0000000000c1'
const otherClinic = '00000000-0000-7000-8000-0000000000c2'
/** A made id per kind and clinic. */
const resource = (kind: string, clinic: string) =>
  `00000000-0000-7000-80${clinic.slice(-2)}-${Buffer.from(kind.slice(0, 6)).toString('hex').padEnd(12, '0')}`

/** A clinic with one visit for each claim that a test makes, and one resource of each kind. */
async function makeClinic(clinic_id: string): Promise<void> {
  await db.admin.query(`insert into clinic.clinics (clinic_id, name, email, phone) values ($1, 'C', 'a@b.c', '1')`, [
    clinic_id,
  ])
  await db.admin.query(
    `insert into clinic.locations (clinic_id, location_id, name, street, town, postcode, latitude, longitude, zone, country)
     values ($1, $1, 'L', 'S', 'London', 'E2 7AA', 51.5, 0, 'Europe/London', 'england')`,
    [clinic_id],
  )
  for (const kind of ['therapist', 'room', 'machine'])
    await db.admin.query('insert into clinic.resources (clinic_id, resource_id, kind) values ($1, $2, $3)', [
      clinic_id,
      resource(kind, clinic_id),
      kind,
    ])
  await db.admin.query(
    `insert into clinic.therapists (clinic_id, therapist_id, name, folded_name, profession) values ($1, $2, 'T', 't', 'physiotherapist')`,
    [clinic_id, resource('therapist', clinic_id)],
  )
  await db.admin.query(
    `insert into clinic.services (clinic_id, service_id, treatment, name, minutes, price_pence) values ($1, $1, 'x', 'S', 45, 0)`,
    [clinic_id],
  )
  await db.admin.query(`insert into clinic.service_therapists values ($1, $1, $2)`, [
    clinic_id,
    resource('therapist', clinic_id),
  ])
}

/** Claims one resource from and to a minute of one hour; each claim belongs to a visit of its own. */
async function claim(kind: string, from: string, to: string, clinic = clinicId): Promise<void> {
  await inClinic(db.app, clinic, async (trx) => {
    const { rows } = await sql<{ appointment_id: string }>`
      insert into appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before,
        pause_after, price_pence, free_until, late_fee_pence, hold_ends_at)
      values (${clinic}, 'held', ${clinic}, ${resource('therapist', clinic)}, ${clinic}, now(), now() + interval '45 min', 0,
        0, 0, now(), 0, now()) returning appointment_id`.execute(trx)
    await sql`insert into claims values (${clinic}, ${rows[0]?.appointment_id}, ${resource(kind, clinic)},
      tstzrange(${`2027-03-02T${from}Z`}, ${`2027-03-02T${to}Z`}))`.execute(trx)
  })
}

beforeAll(async () => {
  await makeClinic(clinicId)
  await makeClinic(otherClinic)
  for (const kind of ['therapist', 'room', 'machine']) await claim(kind, '10:00', '11:00')
})

describe.each(['therapist', 'room', 'machine'])('a %s', (kind) => {
  test.each([
    ['the same hour', '10:00', '11:00'],
    ['the last minute of it', '10:59', '11:30'],
    ['the first minute of it', '09:30', '10:01'],
    ['an hour round it', '09:00', '12:00'],
    ['a minute inside it', '10:30', '10:31'],
  ])('is not claimed twice for %s', async (_what, from, to) => {
    await expect(claim(kind, from, to)).rejects.toMatchObject({ code: '23P01', constraint: 'claims_never_overlap' })
  })

  test('may be claimed up to that hour and from its end', async () => {
    await claim(kind, '09:15', '10:00')
    await claim(kind, '11:00', '11:45')
  })

  test('of another clinic is another thing', async () => {
    await claim(kind, '10:00', '11:00', otherClinic)
  })

  test('cannot be claimed for no time, or without an end', async () => {
    await expect(claim(kind, '13:00', '13:00')).rejects.toMatchObject({ code: '23514' })
    const endless = sql`insert into claims select clinic_id, appointment_id, ${resource(kind, clinicId)}, '[2030-01-01,)' from appointments limit 1`
    await expect(inClinic(db.app, clinicId, (trx) => endless.execute(trx))).rejects.toMatchObject({ code: '23514' })
  })
})

describe('a visit', () => {
  const change = (set: string) =>
    db.admin.query(`update clinic.appointments set ${set} where clinic_id = $1`, [clinicId])

  test.each([
    ['stands as confirmed without knowing who comes', `state = 'confirmed', hold_ends_at = null`],
    ['is held without an end', 'hold_ends_at = null'],
    ['ends before it starts', 'ends_at = starts_at'],
  ])('never %s', async (_what, set) => {
    await expect(change(set)).rejects.toMatchObject({ code: '23514' })
  })
})
