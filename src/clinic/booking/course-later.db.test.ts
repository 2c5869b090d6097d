/** A course changed from one visit on, over a real PostgreSQL: all or nothing, each date truly checked, the others untouched. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { cancelLaterByStaff, moveLaterByStaff } from '../calendar/staff-course.ts'
import { joinClinic } from '../calendar/test-calendar.ts'
import { lastCommand, undoCommand } from '../calendar/undo.ts'
import { connect, type Database } from '../db/connection.ts'
import { rolePassword } from '../db/roles.ts'
import { testDatabase } from '../db/test-database.ts'
import { confirmBooking } from './confirm.ts'
import { cancelLater, costOf, laterVisits } from './course-later.ts'
import { lookAtLater, moveLater, shiftedDates } from './move-course.ts'
import { courseDates, holdCourse } from './courses.ts'
import { enterGrant } from './grants.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from './test-clinic.ts'
import { bookedVisit } from './test-staff.ts'

const db = testDatabase()
const rounds = Number(process.env.ROUNDS ?? often(10, 4))
const other: { server?: Database } = {}
const dayMs = 86_400_000
const free = { feePence: 0, usedUp: 0 }
const late = { feePence: 3000, usedUp: 0 }
const byPerson = { by: { byWhom: 'person' } } as const
let clinic: TestClinic
/** The visits of the course, in order. */
let ids: readonly string[]

beforeAll(() => {
  other.server = connect(db.address, 'unclench_app', rolePassword(db.secret, 'unclench_app'), 8)
})
afterAll(() => other.server?.destroy())
beforeEach(async () => {
  clinic = await makeTestClinic(db, { rooms: 1 })
  ids = await bookedCourse()
})

const rowsOf = async (table: string, where = 'true', order = '1') =>
  (
    await db.admin.query(`select * from clinic.${table} where clinic_id = $1 and ${where} order by ${order}`, [
      clinic.clinicId,
    ])
  ).rows
async function bookedCourse(): Promise<readonly string[]> {
  const starts = courseDates(dayAfterTomorrow('10:00'), 'Europe/London', 4, 7)
  const course = { ...wanted(starts[0] ?? 0), starts }
  const held = await holdCourse(db.app, course, null)
  if (!held.ok) throw new Error(held.why)
  const details = { personName: 'Robin', contactName: 'Robin', email: 'robin@example.org', payer: 'self' } as const
  const booked = await confirmBooking(db.app, db.secret, held.hold.appointmentId, wanted(starts[0] ?? 0), details)
  if (!booked.ok) throw new Error(booked.why)
  return (await rowsOf('appointments', `course_id is not null`, 'starts_at')).map(
    ({ appointment_id }) => appointment_id,
  )
}
const wanted = (start: number) => ({
  ...{ clinicId: clinic.clinicId, service: clinic.serviceId, therapist: clinic.therapists[0] ?? '' },
  ...{ location: clinic.locationId, start },
})
const from = (at: number) => ({ clinicId: clinic.clinicId, appointmentId: ids[at] ?? '' })
const later = (at: number) => laterVisits(db.app, from(at))
const visit = async (at: number) => (await rowsOf('appointments', `appointment_id = '${ids[at]}'`))[0]
/** All of these visits to the byte, with their claims, mails and what happened. */
const bytes = async (...at: readonly number[]) => {
  const own = at.map((one) => `'${ids[one]}'`).join()
  const tables = ['appointments', 'claims', 'mails', 'appointment_events']
  return JSON.stringify(await Promise.all(tables.map((table) => rowsOf(table, `appointment_id in (${own})`))))
}
/** Nine visits paid ahead, of which the four of the course are drawn. @param validUntil ISO day, the last for one */
async function paidAhead(validUntil: string | null, lateCancelUses = true): Promise<void> {
  const sol = await joinClinic(db, clinic.clinicId)
  const grant = { payer: 'package', insurer: null, reference: 'PK-204', personName: 'Robin', visits: 9 } as const
  await enterGrant(db.app, sol, { ...grant, validUntil, lateCancelUses })
  await db.admin.query(
    `with draws as (insert into clinic.grant_draws (clinic_id, appointment_id, grant_id)
       select a.clinic_id, a.appointment_id, g.grant_id from clinic.appointments a join clinic.grants g using (clinic_id)
       where a.clinic_id = $1 and a.course_id is not null returning grant_id)
     update clinic.grants set used = 4 where grant_id in (select grant_id from draws)`,
    [clinic.clinicId],
  )
}
const startsOf = async () => (await Promise.all([0, 1, 2, 3].map(visit))).map((row) => row.starts_at.getTime())
const moveBy = async (at: number, ms: number) => {
  const visits = await later(at)
  return { ...from(at), dates: shiftedDates(visits, (visits[0]?.startsAt ?? 0) + ms), ...byPerson }
}

describe('a course cancelled from one visit on', () => {
  test('frees each of its times, tells each, and leaves those before it to the byte', async () => {
    const before = await bytes(0)
    const seen = await later(1)
    expect(seen.map(({ appointmentId }) => appointmentId)).toEqual(ids.slice(1))
    const done = await cancelLater(db.app, { ...from(1), seen, agreed: free, ...byPerson })
    expect(done).toEqual({ ok: true, cancelled: 3, cost: free })
    expect(await bytes(0)).toBe(before)
    expect((await Promise.all([1, 2, 3].map(visit))).map(({ state }) => state)).toEqual(Array(3).fill('cancelled'))
    expect(await rowsOf('mails', `kind = 'cancelled'`)).toHaveLength(3)
    expect(await rowsOf('claims')).toHaveLength(2)
    // The same press heard again: told the same, and nothing is done twice. Whoever has seen something else has come too late.
    const wish = { ...from(1), agreed: free, ...byPerson }
    expect(await cancelLater(db.app, { ...wish, seen })).toMatchObject({ ok: true, cancelled: 3 })
    expect(await rowsOf('mails', `kind = 'cancelled'`)).toHaveLength(3)
    const older = seen.map((one) => ({ ...one, version: one.version - 1 }))
    expect(await cancelLater(db.app, { ...wish, seen: older })).toEqual({ ok: false, why: 'gone' })
  })

  test('leaves a visit of the course that is somebody else’s by now', async () => {
    const { person_id } = await visit(2)
    await db.admin.query(
      `with other as (insert into clinic.persons (clinic_id, name) values ($1, 'Kit Elm') returning person_id)
       update clinic.appointments set person_id = other.person_id from other where appointment_id = $2`,
      [clinic.clinicId, ids[2]],
    )
    expect((await visit(2)).person_id).not.toBe(person_id)
    expect((await later(1)).map(({ appointmentId }) => appointmentId)).toEqual([ids[1], ids[3]])
  })

  test.each([true, false])('says of each whether a late cancel uses up what was paid ahead: %s', async (uses) => {
    await paidAhead(null, uses)
    expect((await later(1)).map(({ lateUsesOne }) => lateUsesOne)).toEqual([uses, uses, uses])
  })

  test('costs what was said, or nothing is done and it says what it costs now', async () => {
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour' where appointment_id = $1`,
      [ids[0]],
    )
    const seen = await later(0)
    expect(costOf(seen)).toEqual(late)
    const before = await bytes(0, 1, 2, 3)
    const cancel = (agreed: typeof free) => cancelLater(db.app, { ...from(0), seen, agreed, ...byPerson })
    expect(await cancel(free)).toEqual({ ok: false, why: 'fee', cost: late })
    expect(await cancel({ ...late, usedUp: 1 })).toMatchObject({ why: 'fee' })
    expect(await bytes(0, 1, 2, 3)).toBe(before)
    expect(await cancel(late)).toEqual({ ok: true, cancelled: 4, cost: late })
    expect((await Promise.all([0, 1].map(visit))).map(({ state }) => state)).toEqual(['late-cancelled', 'cancelled'])
  })

  test('says how many visits paid ahead it uses up beside the fee, and is held to that too', async () => {
    await paidAhead(null)
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour', late_fee_pence = 0 where appointment_id = any($1)`,
      [ids.slice(0, 2)],
    )
    const seen = await later(0)
    expect(costOf(seen)).toEqual({ feePence: 0, usedUp: 2 })
    const cancel = (usedUp: number) =>
      cancelLater(db.app, { ...from(0), seen, agreed: { feePence: 0, usedUp }, ...byPerson })
    expect(await cancel(0)).toMatchObject({ ok: false, why: 'fee' })
    expect(await cancel(2)).toMatchObject({ ok: true, cancelled: 4 })
    expect((await rowsOf('grants'))[0].used).toBe(2)
  })

  test('from an old page changes nothing: one of them was changed since', async () => {
    const seen = await later(0)
    await moveLater(db.app, await moveBy(3, 3_600_000))
    const before = await bytes(0, 1, 2, 3)
    expect(await cancelLater(db.app, { ...from(0), seen, agreed: free, ...byPerson })).toEqual({
      ok: false,
      why: 'stale',
    })
    expect(await bytes(0, 1, 2, 3)).toBe(before)
  })

  test('by staff costs nothing, and each can be put back by itself', async () => {
    const sol = await joinClinic(db, clinic.clinicId)
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour' where appointment_id = $1`,
      [ids[0]],
    )
    const wish = { ...from(0), seen: await later(0), reason: 'Ill.', who: 'clinic', shown: late } as const
    const done = await cancelLaterByStaff(db.app, sol, wish)
    expect(done).toEqual({ ok: true, cancelled: 4, cost: free })
    expect(
      (await rowsOf('appointment_events', `what = 'cancelled'`)).map(({ by_whom, reason }) => [by_whom, reason]),
    ).toEqual(Array(4).fill(['staff', 'Ill.']))
    const last = await lastCommand(db.app, sol)
    expect(await undoCommand(db.app, db.secret, sol, last?.commandId ?? '')).toMatchObject({ ok: true })
    expect((await visit(3)).state).toBe('confirmed')
  })
})

describe('a course moved from one visit on', () => {
  test('goes to the same distance each, also where another of its visits has been, and leaves those before it to the byte', async () => {
    const before = await bytes(0)
    const starts = await startsOf()
    expect(await moveLater(db.app, await moveBy(1, 7 * dayMs))).toEqual({ ok: true, moved: 3 })
    expect(await bytes(0)).toBe(before)
    expect(await startsOf()).toEqual([starts[0], starts[2], starts[3], (starts[3] ?? 0) + 7 * dayMs])
    expect(await rowsOf('claims')).toHaveLength(8)
    expect(await rowsOf('mails', `kind = 'moved'`)).toHaveLength(3)
    expect((await Promise.all([1, 2, 3].map(visit))).map(({ version }) => version)).toEqual([1, 1, 1])
  })

  test('is moved as a whole or not at all: each date is checked, and says what is near it', async () => {
    const starts = await startsOf()
    await bookedVisit(db, clinic, '12:00', { personName: 'Kit', email: 'kit@example.org' })
    await db.admin.query(
      `with kit as (update clinic.appointments set starts_at = starts_at + interval '14 days', ends_at = ends_at + interval '14 days'
         where course_id is null and clinic_id = $1 returning appointment_id)
       update clinic.claims set during = tstzrange(lower(during) + interval '14 days', upper(during) + interval '14 days')
       where appointment_id in (select appointment_id from kit)`,
      [clinic.clinicId],
    )
    const before = await bytes(0, 1, 2, 3)
    const wish = await moveBy(0, 2 * 3_600_000)
    const moved = await moveLater(db.app, wish)
    expect(moved).toMatchObject({
      ok: false,
      why: 'dates',
      dates: [{ why: null }, { why: null }, { why: 'taken' }, { why: null }],
    })
    const near = moved.ok || moved.why !== 'dates' ? [] : (moved.dates[2]?.near ?? [])
    expect(near.length).toBeGreaterThan(0)
    expect(await lookAtLater(db.app, wish)).toMatchObject({
      ok: true,
      dates: [{ why: null }, { why: null }, { why: 'taken', near }, { why: null }],
    })
    expect(await bytes(0, 1, 2, 3)).toBe(before)
    const swapped = wish.dates.map((date, at) => (at === 2 ? { ...date, start: near[0] ?? 0 } : date))
    expect(await moveLater(db.app, { ...wish, dates: swapped })).toEqual({ ok: true, moved: 4 })
    expect((await startsOf())[2]).toBe(near[0])
    expect((await startsOf())[0]).toBe((starts[0] ?? 0) + 2 * 3_600_000)
  })

  test('past the last day of the number that pays for it is refused as a whole by the person, says which, and is done by staff', async () => {
    const starts = await startsOf()
    const lastOf = new Date(starts[3] ?? 0).toISOString().slice(0, 10)
    await paidAhead(lastOf)
    const before = await bytes(0, 1, 2, 3)
    const wish = await moveBy(1, dayMs)
    const dates = [{ why: null }, { why: null }, { why: 'grantOver', near: [] }]
    expect(await lookAtLater(db.app, wish)).toMatchObject({ ok: true, dates })
    expect(await moveLater(db.app, wish)).toMatchObject({ ok: false, why: 'dates', dates })
    expect(await bytes(0, 1, 2, 3)).toBe(before)
    // On that last day, an hour later, it still pays.
    expect(await moveLater(db.app, await moveBy(1, 3_600_000))).toEqual({ ok: true, moved: 3 })
    expect(await moveLaterByStaff(db.app, await joinClinic(db, clinic.clinicId), await moveBy(1, dayMs))).toEqual({
      ...{ ok: true, moved: 3 },
    })
  })

  test('two of its dates on one time are refused', async () => {
    const wish = await moveBy(2, 3_600_000)
    const both = wish.dates.map((date) => ({ ...date, start: wish.dates[0]?.start ?? 0 }))
    expect(await moveLater(db.app, { ...wish, dates: both })).toMatchObject({
      ok: false,
      why: 'dates',
      dates: [{ why: null }, { why: 'taken' }],
    })
  })

  test('within the hours before the first a person must ring; staff may, and take one back', async () => {
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour' where appointment_id = $1`,
      [ids[0]],
    )
    const wish = await moveBy(0, 3_600_000)
    expect(await moveLater(db.app, wish)).toEqual({ ok: false, why: 'late' })
    const starts = await startsOf()
    const sol = await joinClinic(db, clinic.clinicId)
    expect(await moveLaterByStaff(db.app, sol, wish)).toEqual({ ok: true, moved: 4 })
    const last = await lastCommand(db.app, sol)
    expect(await undoCommand(db.app, db.secret, sol, last?.commandId ?? '')).toMatchObject({ ok: true, what: 'move' })
    expect(await startsOf()).toEqual([...starts.slice(0, 3).map((start) => start + 3_600_000), starts[3]])
  })

  test('of somebody else’s course, or another clinic’s, nothing is found', async () => {
    const stranger = await makeTestClinic(db)
    const wish = await moveBy(0, 3_600_000)
    expect(await laterVisits(db.app, { ...from(0), clinicId: stranger.clinicId })).toEqual([])
    expect(await moveLater(db.app, { ...wish, clinicId: stranger.clinicId })).toEqual({ ok: false, why: 'gone' })
  })

  test('against people who want one of its new dates at the same moment: all or nothing, and never two in one time', async () => {
    for (let round = 0; round < rounds; round += 1) {
      clinic = await makeTestClinic(db, { rooms: 1 })
      ids = await bookedCourse()
      const starts = await startsOf()
      const wish = await moveBy(0, 3 * 3_600_000)
      const [moved, booked] = await Promise.all([
        moveLater(other.server ?? db.app, wish),
        bookedVisit(db, clinic, '13:15', { personName: 'Kit', email: 'kit@example.org' }).catch(() => undefined),
      ])
      expect([moved.ok, booked !== undefined].filter(Boolean)).toHaveLength(1)
      expect(await startsOf()).toEqual(starts.map((start) => (moved.ok ? start + 3 * 3_600_000 : start)))
      expect(await rowsOf('claims')).toHaveLength(moved.ok ? 8 : 10)
    }
  })
})

test('each date keeps its hour on the clock when the clocks change', () => {
  const at = (wall: string) => Temporal.ZonedDateTime.from(`${wall}[Europe/London]`).epochMilliseconds
  const one = (wall: string) => ({
    ...{ appointmentId: wall, version: 0, startsAt: at(wall), therapist: '', location: '', zone: 'Europe/London' },
    ...{
      terms: { kind: 'free', until: 0 } as const,
      lateUsesOne: false,
      off: undefined,
      pricePence: 0,
      onceMovedPence: 0,
    },
  })
  const moved = shiftedDates([one('2027-03-19T10:00'), one('2027-03-26T10:00')], at('2027-03-21T11:15'))
  expect(moved.map(({ start }) => start)).toEqual([at('2027-03-21T11:15'), at('2027-03-28T11:15')])
})
