/** What a search reads of many clinics at once is what a booking reads inside each of them, and nothing of one that has not opened. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { makeTestClinic } from '../booking/test-clinic.ts'
import { asPublic, inClinic } from '../db/connection.ts'
import { testDatabase } from '../db/test-database.ts'
import type { AvailabilityInput } from './input.ts'
import { type AvailabilityQuestion, loadAvailability, loadAvailabilityOfMany } from './load-availability.ts'

const db = testDatabase()
const clinics: string[] = []
beforeAll(async () => {
  for (const rooms of [0, 1, 2])
    clinics.push((await makeTestClinic(db, { therapists: 2, rooms, machines: rooms })).clinicId)
  // The class of the neighbours that is over, with whoever was in it, once more in days that are to come.
  await unchecked(`
    create temp table again on commit drop as select appointment_id as old, uuidv7() as new from clinic.appointments
      where clinic_id in (${ids()}) and (state = 'class' or class_id is not null);
    insert into clinic.appointments select (jsonb_populate_record(a, jsonb_build_object('appointment_id', again.new,
        'class_id', (select new from again g where g.old = a.class_id), 'booking_key', case when a.booking_key is not null then uuidv7() end, 'hold_key', null,
        'starts_at', '2090-03-20T10:00:00Z', 'ends_at', '2090-03-20T11:00:00Z'))).*
      from clinic.appointments a join again on old = a.appointment_id;
    insert into clinic.class_places select (jsonb_populate_record(p, jsonb_build_object('class_id', again.new))).*
      from clinic.class_places p join again on old = p.class_id;`)
})
const ids = () => clinics.map((id) => `'${id}'`).join()
/** Without the checks of what is there for the first time. */
const unchecked = (text: string) =>
  db.admin.query(`begin; set local role none; set local session_replication_role = replica; ${text} commit`)

/** The neighbours' visits, classes, holds and blocks of 2090: before their hold ends and after it. */
const questions: readonly AvailabilityQuestion[] = [
  { now: Temporal.Instant.from('2090-03-05T08:00Z'), firstDay: '2090-03-01', lastDay: '2090-04-30' },
  { now: Temporal.Instant.from('2090-03-06T10:00Z'), firstDay: '2090-03-01', lastDay: '2090-04-30' },
]
/** When all that they had was over long ago. */
const past = Temporal.Now.zonedDateTimeISO('UTC').subtract({ days: 401 }).toPlainDate()
const longAgo = { now: Temporal.Now.instant(), firstDay: past.toString(), lastDay: past.add({ days: 40 }).toString() }

const ofEach = (clinic: string, question: AvailabilityQuestion) =>
  inClinic(db.app, clinic, (trx) => loadAvailability(trx, question))
const ofMany = (question: AvailabilityQuestion, asked: readonly string[] = clinics) =>
  asPublic(db.app, (trx) => loadAvailabilityOfMany(trx, asked, question))
/** Lists in one order, since those that are asked in none come as they lie. */
const ordered = (input: AvailabilityInput | undefined) =>
  Object.entries(input ?? {}).map(([name, list]) => [
    name,
    Array.isArray(list) ? list.map((one) => JSON.stringify(one)).toSorted() : list,
  ])

test('of every clinic it is what the clinic itself reads: visits, bent ones, classes, blocks, holds that run and that ended', async () => {
  const [busy, taken]: [number[], number[]] = [[], []]
  for (const question of questions) {
    const many = await ofMany(question)
    expect([...many.keys()].toSorted()).toEqual(clinics.toSorted())
    for (const [clinic, input] of many) {
      expect(ordered(input)).toEqual(ordered(await ofEach(clinic, question)))
      expect(input.locations.length).toBeGreaterThan(1)
      busy.push(input.busy.length)
      taken.push(...input.meetings.map((meeting) => meeting.taken))
    }
  }
  // The hold of the neighbours is busy the day before, and from its end on not.
  expect(busy.slice(3, 6)).toEqual(busy.slice(0, 3).map((before) => before - 1))
  expect(taken).toEqual([1, 1, 1, 1, 1, 1])
})

test('of what is over the public reads nothing, while its clinic does; what is under way, and what was just now, it reads', async () => {
  for (const [clinic, input] of await ofMany(longAgo)) {
    expect([input.busy, input.meetings]).toEqual([[], []])
    expect((await ofEach(clinic, longAgo)).busy.length).toBeGreaterThan(0)
  }
  const [clinic = ''] = clinics
  const seen = async () =>
    (
      await db.directory
        .selectFrom('directory.busy' as 'busy')
        .select(['begins_at'])
        .where('clinic_id', '=', clinic)
        .execute()
    ).length
  const before = await seen()
  const add = (from: string, to: string) =>
    unchecked(`insert into clinic.claims (clinic_id, appointment_id, resource_id, during)
      select clinic_id, appointment_id, gen_random_uuid(), tstzrange(now() + '${from}', now() + '${to}')
      from clinic.appointments where clinic_id = '${clinic}' limit 1;`)
  await add('-10 days', '-9 days')
  expect(await seen()).toBe(before)
  await add('-2 days', '1 minute')
  await add('-1 hour', '-1 minute')
  expect(await seen()).toBe(before + 2)
})

test('so it is for those who are asked for alone', async () => {
  const [question] = questions
  if (!question) throw new Error('nothing is asked')
  for (const [clinic, whole] of await ofMany(question)) {
    const therapists = whole.therapists.slice(0, 1).map(({ id }) => id)
    const input = (await ofMany({ ...question, therapists })).get(clinic)
    expect(input?.therapists).toHaveLength(1)
    expect(ordered(input)).toEqual(ordered(await ofEach(clinic, { ...question, therapists })))
    const service = whole.therapists[0]?.services[0] ?? ''
    expect(ordered((await ofMany({ ...question, service })).get(clinic))).toEqual(
      ordered(await ofEach(clinic, { ...question, service })),
    )
  }
})

test('of a clinic that has not opened nothing is read, and it still reads itself', async () => {
  const [clinic = ''] = clinics
  const [question] = questions
  if (!question) throw new Error('nothing is asked')
  await db.admin.query('update clinic.clinics set opened_at = null where clinic_id = $1', [clinic])
  const input = (await ofMany(question)).get(clinic)
  const views = ['registered', 'busy', 'holds', 'visit_places', 'meetings']
  const shown = await asPublic(db.app, async (trx) => {
    const counts: boolean[][] = []
    for (const view of views) {
      const rows = (of: string) => sql`select from ${sql.table(`directory.${view}`)} where clinic_id = ${of} limit 1`
      const [closed, open] = [await rows(clinic).execute(trx), await rows(clinics[1] ?? '').execute(trx)]
      counts.push([closed.rows.length > 0, open.rows.length > 0])
    }
    return counts
  })
  await db.admin.query('update clinic.clinics set opened_at = now() where clinic_id = $1', [clinic])
  expect(shown).toEqual(views.map(() => [false, true]))
  expect(input).toMatchObject({ locations: [], services: [], therapists: [], rooms: [], machines: [], busy: [] })
  expect(input).toMatchObject({ closures: [], meetings: [] })
  expect((await ofMany(question)).get(clinic)?.therapists.length).toBeGreaterThan(1)
})

test('is one statement, however many clinics they are, which the connection plans once', async () => {
  const [question] = questions
  if (!question) throw new Error('nothing is asked')
  const planned = await asPublic(db.app, async (trx) => {
    for (const asked of [clinics.slice(0, 1), clinics, clinics.slice(1)])
      await loadAvailabilityOfMany(trx, asked, question)
    // But for those that only tests have (scripts/plan-once.ts).
    const { rows } = await sql<{ name: string; anew: number }>`
      select name, custom_plans::int as anew from pg_prepared_statements
      where length(name) < 43 and name like '%many'`.execute(trx)
    return rows
  })
  expect(planned).toEqual([{ name: 'free times of many', anew: 0 }])
})
