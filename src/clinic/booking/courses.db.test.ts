/** Courses of visits over a real PostgreSQL, with two servers: every date truly checked, all or nothing, each by itself. */
import { beforeEach, describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { sharedDatabase, twoServers } from '../db/test-database.ts'
import { cancelVisit } from './cancel.ts'
import { confirmBooking } from './confirm.ts'
import { type CourseTimes, courseDates, holdCourse, proposeCourse, visitsOfCourse } from './courses.ts'
import { holderOf, holdSlot, mostHolds, releaseHold, renewHold } from './holds.ts'
import { moveVisit } from './move.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from './test-clinic.ts'

const db = sharedDatabase()
const server = twoServers(db)
const rounds = Number(process.env.ROUNDS ?? often(5, 2))

let clinic: TestClinic
beforeEach(async () => {
  clinic = await makeTestClinic(db, { rooms: 1 })
})

const london = 'Europe/London'
const weekly = (wall = '10:00', visits = 6): CourseTimes => ({
  clinicId: clinic.clinicId,
  service: clinic.serviceId,
  therapist: clinic.therapists[0] ?? '',
  location: clinic.locationId,
  starts: courseDates(dayAfterTomorrow(wall), london, visits, 7),
})
const first = (course: CourseTimes) => ({ ...course, start: course.starts[0] ?? 0 })
const details = { personName: 'Robin', contactName: 'Robin', email: 'robin@example.org', payer: 'self' } as const
const confirm = (holdId: string, course: CourseTimes, more = {}, at = 0) =>
  confirmBooking(server(at), db.secret, holdId, first(course), { ...details, ...more })
async function hold(course: CourseTimes, heldBy: Uint8Array | null = null): Promise<string> {
  const held = await holdCourse(server(0), course, heldBy)
  if (!held.ok) throw new Error(`not held: ${held.why}`)
  return held.hold.appointmentId
}
async function bookOne(start: number, name = 'Kit') {
  const wanted = { ...first(weekly()), start }
  const held = await holdSlot(server(1), wanted, null)
  if (!held.ok) return held
  const who = { ...details, personName: name, email: `${name.toLowerCase()}@example.org` }
  return confirmBooking(server(0), db.secret, held.hold.appointmentId, wanted, who)
}
const count = async (table: string, only = 'true'): Promise<number> => {
  const { rows } = await db.admin.query<{ count: number }>(
    `select count(*)::int as count from clinic.${table} where clinic_id = $1 and ${only}`,
    [clinic.clinicId],
  )
  return rows[0]?.count ?? 0
}
const wallOf = (ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(london).toPlainTime().toString()

describe('the dates of a course', () => {
  test('stay at ten on the clock when the clocks change', () => {
    const start = Temporal.ZonedDateTime.from('2027-03-14T10:00[Europe/London]').epochMilliseconds
    const dates = courseDates(start, london, 8, 7)
    expect(new Set(dates.map(wallOf))).toEqual(new Set(['10:00:00']))
    // One of the weeks is an hour shorter.
    expect((dates[7] ?? 0) - start).toBe(7 * 7 * 86_400_000 - 3_600_000)
  })

  test('are each checked: those that cannot be had say why, with times near them; nothing is held', async () => {
    const course = weekly('10:00', 6)
    const [, second = 0, , fourth = 0] = course.starts
    await bookOne(second)
    await db.admin.query(
      `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day)
       values ($1, $2, ($3::timestamptz at time zone 'Europe/London')::date, ($3::timestamptz at time zone 'Europe/London')::date)`,
      [clinic.clinicId, course.therapist, new Date(fourth).toISOString()],
    )
    const before = await count('appointments')
    const dates = await proposeCourse(server(0), course)
    expect(dates.map(({ why }) => why)).toEqual([null, 'taken', null, 'away', null, null])
    for (const at of [1, 3]) {
      const near = dates[at]?.near ?? []
      expect(near.length).toBeGreaterThan(2)
      for (const time of near) expect(Math.abs(time - (course.starts[at] ?? 0))).toBeLessThan(4 * 86_400_000)
    }
    expect(await count('appointments')).toBe(before)
    // What is offered instead can be had.
    const swapped = course.starts.map((start, at) => (dates[at]?.why ? (dates[at].near[0] ?? 0) : start))
    expect((await holdCourse(server(0), { ...course, starts: swapped }, null)).ok).toBe(true)
  })

  test('beyond the days that can be booked say so', async () => {
    const dates = await proposeCourse(server(0), weekly('10:00', 12))
    expect(dates.at(-1)?.why).toBe('beyondWindow')
  })

  test('that are the same twice are one too many', async () => {
    const course = weekly('10:00', 2)
    const twice = { ...course, starts: [first(course).start, first(course).start] }
    expect((await proposeCourse(server(0), twice)).map(({ why }) => why)).toEqual([null, 'taken'])
    expect(await holdCourse(server(0), twice, null)).toMatchObject({ ok: false, why: 'taken' })
    expect(await count('appointments')).toBe(0)
  })
})

describe('a course', () => {
  test('with one date gone holds nothing at all', async () => {
    const course = weekly()
    await bookOne(course.starts[4] ?? 0)
    expect(await holdCourse(server(0), course, null)).toMatchObject({ ok: false, why: 'taken' })
    expect([await count('appointments'), await count('courses')]).toEqual([1, 0])
  })

  test('is booked as so many visits, each with its own confirmation, claims and address', async () => {
    const course = weekly()
    const id = await hold(course)
    const booked = await confirm(id, course, { note: 'Stairs are hard.' })
    expect(booked).toMatchObject({ ok: true, already: false })
    const { rows } = await db.admin.query<{ state: string; claims: number; mails: number; note: boolean }>(
      `select state, note_sealed is not null as note,
         (select count(*)::int from clinic.claims c where c.appointment_id = a.appointment_id) as claims,
         (select count(*)::int from clinic.mails m where m.appointment_id = a.appointment_id and kind = 'confirmation') as mails
       from clinic.appointments a where clinic_id = $1 order by starts_at`,
      [clinic.clinicId],
    )
    const visit = { state: 'confirmed', claims: 2, mails: 1, note: false }
    expect(rows).toEqual([{ ...visit, note: true }, visit, visit, visit, visit, visit])
  })

  test('pressed sixteen times at once on two servers is one course', async () => {
    const course = weekly()
    const id = await hold(course)
    const outcomes = await Promise.all(Array.from({ length: 16 }, (_, at) => confirm(id, course, {}, at)))
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.already)).toHaveLength(1)
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.appointmentId)).size).toBe(1)
    expect([await count('appointments'), await count('mails', `kind = 'confirmation'`)]).toEqual([6, 6])
  })

  test.each([2, 4, 16])(
    '%i people who want the same course at once: one has all of it, the others nothing',
    async (people) => {
      for (let round = 0; round < rounds; round += 1) {
        clinic = await makeTestClinic(db, { rooms: 1 })
        const course = weekly('10:00', 4)
        const outcomes = await Promise.all(
          Array.from({ length: people }, (_, at) => holdCourse(server(at), course, null)),
        )
        expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
        expect([await count('appointments'), await count('courses')]).toEqual([4, 1])
      }
    },
  )

  test('against single visits on its dates at the same moment: all or nothing, never two in one time', async () => {
    for (let round = 0; round < rounds; round += 1) {
      clinic = await makeTestClinic(db, { rooms: 1 })
      const course = weekly('10:00', 4)
      const [held, ...singles] = await Promise.all([
        holdCourse(server(0), course, null),
        ...course.starts.slice(1).map((start, at) => bookOne(start, `P${at}`)),
      ])
      const won = singles.filter(({ ok }) => ok).length
      if (held.ok) expect(won).toBe(0)
      else expect(won).toBeGreaterThan(0)
      expect(await count('appointments')).toBe(held.ok ? 4 : won)
    }
  })

  test('whose hold has ended is taken anew as a whole, or not at all', async () => {
    const course = weekly()
    const end = () =>
      db.admin.query(
        `update clinic.appointments set hold_ends_at = now() - interval '1 s' where state = 'held' and clinic_id = $1`,
        [clinic.clinicId],
      )
    const id = await hold(course)
    await end()
    expect((await confirm(id, course)).ok).toBe(true)
    expect(await count('appointments')).toBe(6)
    const later = weekly('15:00')
    const second = await hold(later)
    await end()
    await bookOne(later.starts[3] ?? 0)
    expect(await confirm(second, later)).toMatchObject({ ok: false, why: 'taken' })
    // What stood before: six of the first course and the single one; the ended holds may still lie there, and block nobody.
    expect(await count('appointments', `state = 'confirmed'`)).toBe(7)
  })

  test('counts as one of the times that somebody holds, is renewed as one, and let go as one', async () => {
    const me = holderOf(db.secret, '203.0.113.9')
    const id = await hold(weekly(), me)
    for (let more = 1; more < mostHolds; more += 1) {
      const start = (weekly(`${8 + more}:00`.padStart(5, '0')).starts[0] ?? 0) + 86_400_000
      expect((await holdSlot(server(0), { ...first(weekly()), start }, me)).ok).toBe(true)
    }
    const own = { clinicId: clinic.clinicId, appointmentId: id }
    expect((await renewHold(server(0), own)).ok).toBe(true)
    const ends = await db.admin.query(
      'select distinct hold_ends_at, hold_renewed from clinic.appointments where course_id = $1',
      [id],
    )
    expect(ends.rows).toHaveLength(1)
    await releaseHold(server(1), own)
    expect(await visitsOfCourse(db.app, own)).toEqual([])
    expect((await holdCourse(server(0), weekly(), null)).ok).toBe(true)
  })

  test('has one of its visits moved or cancelled, and the others are untouched to the byte', async () => {
    const course = weekly()
    const id = await hold(course)
    await confirm(id, course)
    const visits = await visitsOfCourse(db.app, { clinicId: clinic.clinicId, appointmentId: id })
    const others = async () =>
      (
        await db.admin.query(
          `select a::text from clinic.appointments a where clinic_id = $1 and appointment_id <> all($2) order by 1`,
          [clinic.clinicId, [visits[2]?.appointmentId, visits[4]?.appointmentId]],
        )
      ).rows
    const before = await others()
    const moved = await moveVisit(server(0), {
      clinicId: clinic.clinicId,
      appointmentId: visits[2]?.appointmentId ?? '',
      therapist: course.therapist,
      location: course.location,
      start: (course.starts[2] ?? 0) + 3_600_000,
    })
    const cancelled = await cancelVisit(server(1), {
      clinicId: clinic.clinicId,
      appointmentId: visits[4]?.appointmentId ?? '',
    })
    expect([moved.ok, cancelled.ok]).toEqual([true, true])
    expect(await others()).toEqual(before)
  })

  test('of somebody who has a visit on one of its dates asks whether that is meant', async () => {
    const course = weekly()
    const id = await hold(course)
    const other = await makeSecondTherapist()
    const wanted = { ...first(course), therapist: other, start: course.starts[3] ?? 0 }
    const held = await holdSlot(server(0), wanted, null)
    if (!held.ok) throw new Error(held.why)
    await confirmBooking(server(0), db.secret, held.hold.appointmentId, wanted, details)
    expect(await confirm(id, course)).toMatchObject({ ok: false, why: 'overlaps', startsAt: course.starts[3] })
    expect((await confirm(id, course, { secondIsMeant: true })).ok).toBe(true)
  })
})

/** Somebody else at the same clinic, with a room of their own. */
async function makeSecondTherapist(): Promise<string> {
  const { clinicId, locationId, serviceId } = clinic
  const made = await db.admin.query<{ id: string }>(
    `insert into clinic.resources (clinic_id, kind) values ($1, 'therapist'), ($1, 'room') returning resource_id as id`,
    [clinicId],
  )
  const [id = '', room = ''] = made.rows.map((row) => row.id)
  await db.admin.query(
    `insert into clinic.therapists (clinic_id, therapist_id, name, folded_name, profession, hide_gaps)
     values ($1, $2, 'Second', 'second', 'physiotherapist', false)`,
    [clinicId, id],
  )
  await db.admin.query(
    `insert into clinic.registrations (clinic_id, therapist_id, body, number, valid_until, looked_up_by, looked_up_on)
     values ($1, $2, 'HCPC', 'PH-DEMO', '2040-01-01', 'Test', '2026-01-01')`,
    [clinicId, id],
  )
  await db.admin.query('insert into clinic.service_therapists values ($1, $2, $3)', [clinicId, serviceId, id])
  await db.admin.query(
    `insert into clinic.hours (clinic_id, therapist_id, location_id, weekday, from_time, to_time, valid_from)
     select $1, $2, $3, day, '08:00', '20:00', '2020-01-01' from generate_series(1, 7) day`,
    [clinicId, id, locationId],
  )
  await db.admin.query(
    `insert into clinic.rooms (clinic_id, room_id, location_id, name, room_kind) values ($1, $2, $3, 'Second', 'treatment')`,
    [clinicId, room, locationId],
  )
  return id
}
