/** The demonstration as staff first see it: days half done, checks to read, words that wait, all through the usual doors. */
import { beforeAll, expect, test } from 'vitest'
import { readSharedCheck } from '../care/record/shared-check.ts'
import { proposedHolidays } from '../clinic/calendar/holiday-answers.ts'
import { testDatabase } from '../clinic/db/test-database.ts'
import { unseal } from '../clinic/people/seal.ts'
import { demonstrate } from './demonstration.ts'

const db = testDatabase({ withoutNeighbours: 'counts all that the demonstration puts in' })
const secret = Buffer.alloc(32, 7)
/** A Friday, half way through the morning. */
const now = Temporal.Instant.from('2026-11-27T10:40:00Z')

beforeAll(async () => {
  expect(await demonstrate(db.app, secret, now)).toMatchObject({ ok: true, clinics: 8 })
})

test('what is over today is done, and nothing that is still to come', async () => {
  const { rows } = await db.admin.query<{ state: string; over: boolean; count: number }>(
    `select state, ends_at <= $1 as over, count(*)::int as count from clinic.appointments
     where state in ('confirmed', 'finished') and class_id is null and starts_at >= '2026-11-27' group by 1, 2 order by 1`,
    [now.toString()],
  )
  expect(rows).toEqual([
    { state: 'confirmed', over: false, count: expect.any(Number) },
    { state: 'finished', over: true, count: expect.any(Number) },
  ])
})

test('the next visit of each therapist comes with a check that its person could have sent, sealed', async () => {
  const { rows } = await db.admin.query<{
    clinic_id: string
    appointment_id: string
    sealed: Buffer
    is_next: boolean
  }>(
    `select s.clinic_id, s.appointment_id, s.sealed,
       not exists (select from clinic.appointments b where b.therapist_id = a.therapist_id and b.state = 'confirmed'
         and b.ends_at > $1 and b.starts_at < a.starts_at) as is_next
     from clinic.shared_checks s join clinic.appointments a using (clinic_id, appointment_id)`,
    [now.toString()],
  )
  const { rows: treating } = await db.admin.query(
    "select distinct therapist_id from clinic.appointments where state = 'confirmed' and ends_at > $1",
    [now.toString()],
  )
  expect(rows.length).toBe(treating.length)
  expect(rows.every(({ is_next }) => is_next)).toBe(true)
  const levels = rows.map(({ clinic_id: clinicId, appointment_id: appointmentId, sealed }) => {
    const text = unseal(secret, { kind: 'shared-check', clinicId, appointmentId }, sealed)
    const read = readSharedCheck(text ?? '')
    return read.ok ? read.level : 'unreadable'
  })
  // Whoever must be seen today books nothing, so no such check comes with a visit.
  expect([...new Set(levels)].toSorted()).toEqual(['self-care', 'soon'])
})

test('is shut on the bank holidays ahead and on Christmas itself, and says so to staff', async () => {
  const { rows } = await db.admin.query<{ day: string; clinics: number }>(
    `select first_day::text as day, count(*)::int as clinics from clinic.closures
     where location_id is null and first_day = last_day group by 1 order by 1`,
  )
  // Boxing Day falls on a Saturday, on which some work: the day itself and the one that stands for it.
  expect(rows).toEqual(
    ['2026-12-25', '2026-12-26', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03'].map((day) => ({
      ...{ day, clinics: 8 },
    })),
  )
  const { rows: booked } = await db.admin.query(
    `select from clinic.appointments a join clinic.closures c using (clinic_id)
     where c.first_day = c.last_day and (a.starts_at at time zone 'Europe/London')::date = c.first_day`,
  )
  expect(booked).toEqual([])
  const { rows: clinics } = await db.admin.query<{ id: string }>('select clinic_id as id from clinic.clinics limit 1')
  const proposed = await proposedHolidays(db.app, clinics[0]?.id ?? '')
  expect(proposed.filter(({ day }) => day <= '2027-05-03')).toEqual([])
})

test('questions and a comment wait where a clinic takes them, and no mail is written for any of it', async () => {
  const count = async (text: string) => (await db.admin.query<{ n: number }>(`select count(*)::int as n ${text}`)).rows
  expect(await count("from clinic.questions where state = 'open'")).toEqual([{ n: 6 }])
  expect(await count("from clinic.comments where state = 'waiting'")).toEqual([{ n: 2 }])
  expect(await count('from clinic.mails')).toEqual([{ n: 0 }])
})

test('a second time it changes nothing', async () => {
  expect(await demonstrate(db.app, secret, now)).toEqual({ ok: false, why: 'there-already' })
  const { rows } = await db.admin.query('select count(*)::int as n from clinic.questions')
  expect(rows).toEqual([{ n: 6 }])
})
