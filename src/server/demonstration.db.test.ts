/** The demonstration as staff first see it: days half done, checks to read, words that wait, all through the usual doors. */
import { beforeAll, expect, test } from 'vitest'
import { readSharedCheck } from '../care/record/shared-check.ts'
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
