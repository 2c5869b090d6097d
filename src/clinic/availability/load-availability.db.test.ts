/** What the search is given is what stands in a real database. */
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { inClinic } from '../db/connection.ts'
import { testDatabase } from '../db/test-database.ts'
import { acceptSlot } from './accept-slot.ts'
import { clock, london } from './availability.fixtures.ts'
import { loadAvailability } from './load-availability.ts'
import { listSlots } from './slots.ts'

const db = testDatabase({ withoutNeighbours: 'compares whole clinics, one of them empty' })
const id = (of: string) => `00000000-0000-7000-8000-${of.padStart(12, '0')}`
const [clinic, other, soho, bow, physio, ana, ben, room] = ['c1', 'c2', 'a1', 'a2', '51', '71', '72', '91'].map(id)
const now = Temporal.Instant.from('2027-03-01T08:00Z')
const run = (text: string, ...values: unknown[]) => db.admin.query(text, values)

beforeAll(async () => {
  for (const one of [clinic, other])
    await run(`insert into clinic.clinics (clinic_id, name, email, phone) values ($1, 'C', 'a@b.c', '1')`, one)
  for (const [location, longitude] of [
    [soho, 0],
    [bow, 0.0721],
  ])
    await run(
      `insert into clinic.locations (clinic_id, location_id, name, street, town, postcode, latitude, longitude, zone, country)
       values ($1, $2, 'L', 'S', 'London', 'E2 7AA', 51.5, $3, 'Europe/London', 'england')`,
      ...[clinic, location, longitude],
    )
  for (const [resource, kind] of [
    [ana, 'therapist'],
    [ben, 'therapist'],
    [room, 'room'],
  ])
    await run('insert into clinic.resources values ($1, $2, $3)', clinic, resource, kind)
  await run(
    `insert into clinic.services (clinic_id, service_id, treatment, name, minutes, price_pence, pause_after, room_kind, notice_minutes)
     values ($1, $2, 'physiotherapy', 'S', 45, 0, 15, 'couch', 0)`,
    ...[clinic, physio],
  )
  for (const therapist of [ana, ben]) {
    await run(
      `insert into clinic.therapists (clinic_id, therapist_id, name, folded_name, profession) values ($1, $2, 'T', 't', 'x')`,
      ...[clinic, therapist],
    )
    await run('insert into clinic.service_therapists values ($1, $2, $3)', clinic, physio, therapist)
    await run(
      `insert into clinic.hours (clinic_id, therapist_id, location_id, weekday, from_time, to_time, valid_from)
       values ($1, $2, $3, 2, '10:00', '12:00', '2027-01-01')`,
      ...[clinic, therapist, soho],
    )
  }
  await run(
    `insert into clinic.rooms (clinic_id, room_id, location_id, name, room_kind) values ($1, $2, $3, 'R', 'couch')`,
    ...[clinic, room, soho],
  )
})

beforeEach(async () => {
  for (const table of ['claims', 'appointments', 'closures', 'absences', 'registrations'])
    await run(`delete from clinic.${table}`)
  await registered('2027-12-31', '2027-01-05')
})

/** What the register said of Ana; nobody has ever looked for Ben. */
const registered = (validUntil: string, lookedUpOn: string) =>
  run(
    `insert into clinic.registrations (clinic_id, therapist_id, body, number, valid_until, looked_up_by, looked_up_on)
     values ($1, $2, 'HCPC', 'PH1', $3, 'Ruth', $4)`,
    ...[clinic, ana, validUntil, lookedUpOn],
  )

/** A held visit of Ana's from 10:00 to 11:00 on Tuesday 2 March, pause included. */
async function held(holdEndsAt: string): Promise<void> {
  const { rows } = await run(
    `insert into clinic.appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at,
       pause_before, pause_after, price_pence, free_until, late_fee_pence, hold_ends_at)
     values ($1, 'held', $2, $3, $4, '2027-03-02T10:00Z', '2027-03-02T10:45Z', 0, 15, 0, now(), 0, $5)
     returning appointment_id`,
    ...[clinic, physio, ana, soho, holdEndsAt],
  )
  for (const resource of [ana, room])
    await run(
      `insert into clinic.claims values ($1, $2, $3, tstzrange('2027-03-02T10:00Z', '2027-03-02T11:00Z'))`,
      ...[clinic, rows[0].appointment_id, resource],
    )
}

async function load(clinicId = clinic, more = {}) {
  const question = { now, firstDay: '2027-03-02', lastDay: '2027-03-16', ...more }
  return inClinic(db.app, clinicId ?? '', (trx) => loadAvailability(trx, question))
}
const wish = { service: physio ?? '' }
const times = async (clinicId = clinic, more = {}) =>
  listSlots(await load(clinicId, more), wish).slots.map(
    ({ start }) => `${new Date(start).getUTCDate()} ${clock(start)}`,
  )
const tuesday = (day: number) => ['10:00', '11:00'].map((time) => `${day} ${time}`)

test('a registered therapist is offered with room and pauses, in order and as accepted', async () => {
  const input = await load()
  const { slots, hidden } = listSlots(input, wish)
  expect(slots[0]).toMatchObject({
    therapist: ana,
    location: soho,
    start: london('2027-03-02T10:00'),
    claimTo: london('2027-03-02T11:00'),
    resources: [ana, room],
  })
  for (const slot of [...slots, ...hidden]) expect(acceptSlot(input, slot)).toEqual({ ok: true, slot })
  expect(await times()).toEqual([...tuesday(2), ...tuesday(9), ...tuesday(16)])
})

test('a hold is busy until its end, and from that very moment not', async () => {
  await held('2027-03-01T08:00:01Z')
  expect((await load()).busy).toHaveLength(2)
  expect((await times())[0]).toBe('2 11:00')
  await run('delete from clinic.claims')
  await run('delete from clinic.appointments')
  await held('2027-03-01T08:00:00Z')
  expect((await load()).busy).toEqual([])
  expect((await times())[0]).toBe('2 10:00')
})

test('the newest look at the register counts, and its last day is the last that is offered', async () => {
  await registered('2027-03-09', '2027-02-01')
  expect(await times()).toEqual([...tuesday(2), ...tuesday(9)])
  await registered('2027-03-08', '2027-02-02')
  expect(await times()).toEqual(tuesday(2))
  await run('delete from clinic.registrations')
  expect(await times()).toEqual([])
})

test('closures and absences arrive whole, last day and weekly rhythm included', async () => {
  await run(
    `insert into clinic.closures (clinic_id, first_day, last_day, reason) values ($1, '2027-02-27', '2027-03-02', 'x')`,
    clinic,
  )
  expect(await times()).toEqual([...tuesday(9), ...tuesday(16)])
  await run(
    `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day, every_weeks, from_time, to_time)
     values ($1, $2, '2027-02-16', '2027-03-09', 1, '11:00', '24:00')`,
    ...[clinic, ana],
  )
  expect(await times()).toEqual(['9 10:00', ...tuesday(16)])
})

test('locations 5 km apart are 35 minutes apart, and one location none', async () => {
  const { travel } = await load()
  expect(travel.find(({ from, to }) => from === soho && to === bow)?.minutes).toBe(35)
})

test('another clinic sees none of it, and a therapist or service alone can be asked for', async () => {
  const foreign = await load(other)
  expect([foreign.therapists, foreign.locations, foreign.rooms, foreign.busy, foreign.services]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ])
  expect(await times(other)).toEqual([])
  expect((await load(clinic, { therapists: [ana] })).therapists).toHaveLength(1)
  expect((await load(clinic, { therapists: [ben] })).therapists).toEqual([])
  expect((await load(clinic, { service: id('99') })).therapists).toEqual([])
})

test('a service with places is a class: none of its times is listed or accepted as a visit of one', async () => {
  const question = { now, firstDay: '2027-03-01', lastDay: '2027-03-03' }
  const load = () => inClinic(db.app, clinic ?? '', (trx) => loadAvailability(trx, question))
  const wanted = {
    service: physio ?? '',
    therapist: ana ?? '',
    location: soho ?? '',
    start: london('2027-03-02T10:00'),
  }
  const before = await load()
  expect(listSlots(before, { service: physio ?? '' }).slots.length).toBeGreaterThan(0)
  expect(acceptSlot(before, wanted)).toMatchObject({ ok: true })
  await run('update clinic.services set places = 6 where service_id = $1', physio)
  const after = await load()
  await run('update clinic.services set places = null where service_id = $1', physio)
  expect(listSlots(after, { service: physio ?? '' }).slots).toEqual([])
  expect(acceptSlot(after, wanted)).toMatchObject({ ok: false, why: 'notAStart', near: [] })
})

test('is read with one statement, which the connection plans once for all who ask', async () => {
  const question = { now, firstDay: '2027-03-02', lastDay: '2027-03-16' }
  const planned = await inClinic(db.app, clinic ?? '', async (trx) => {
    const { therapists } = await loadAvailability(trx, question)
    // But for those that only tests have (scripts/plan-once.ts).
    const { rows } = await sql<{
      name: string
    }>`select name from pg_prepared_statements where length(name) < 43`.execute(trx)
    return { therapists, rows }
  })
  expect(planned.therapists).toHaveLength(1)
  expect(planned.rows).toEqual([{ name: 'free times' }])
})
