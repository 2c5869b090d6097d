/**
 * A visit that the clinic cannot keep, since its therapist is away then or its place shut, costs nothing to cancel or to move,
 * whether anybody was asked to choose again or not: over a real PostgreSQL, by whichever way, one at a time and at once.
 */
import { beforeEach, describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { addAbsence, addClosure, removeAbsence } from '../calendar/days-off.ts'
import { cancelByStaff } from '../calendar/staff-cancel.ts'
import { cancelLaterByStaff } from '../calendar/staff-course.ts'
import { moveByStaff } from '../calendar/staff-move.ts'
import { bookedByStaff, joinClinic, wantedAt } from '../calendar/test-calendar.ts'
import { undoCancel } from '../calendar/undo-cancel.ts'
import { sharedDatabase, twoServers } from '../db/test-database.ts'
import { takeDueMails } from '../mail/due-mails.ts'
import { mailContent } from '../mail/mail-texts.ts'
import type { Member } from '../people/members.ts'
import { cancelVisit } from './cancel.ts'
import { cancelLater, costOf, laterVisits } from './course-later.ts'
import { enterGrant, listGrants } from './grants.ts'
import { holdMove } from './hold-move.ts'
import { moveVisit } from './move.ts'
import { priceIfMoved } from './moved-price.ts'
import { moveLater, shiftedDates } from './move-course.ts'
import { staffVisit } from './staff-visit.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from './test-clinic.ts'
import { bookedVisit, lastEvent, visitIsAt } from './test-staff.ts'
import { findVisit } from './visit-view.ts'

const db = sharedDatabase()
const server = twoServers(db)
const rounds = Number(process.env.ROUNDS ?? often(20, 6))
let clinic: TestClinic
let sol: Member
let id: string

beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2 })
  sol = await joinClinic(db, clinic.clinicId, { role: 'owner' })
  id = await bookedVisit(db, clinic, '10:00', { personName: 'Robin', email: 'robin@example.org' })
  await db.admin.query(`update clinic.appointments set free_until = now() - interval '1 hour' where clinic_id = $1`, [
    clinic.clinicId,
  ])
})

const day = () => Temporal.Now.plainDateISO('Europe/London').add({ days: 2 }).toString()
const days = () => ({ firstDay: day(), lastDay: day() })
const isAway = () => addAbsence(db.app, sol, { therapistId: clinic.therapists[0] ?? '', ...days() })
const isShut = () => addClosure(db.app, sol, { locationId: clinic.locationId, reason: 'Flood', ...days() })
const back = async () => {
  const { rows } = await db.admin.query('select absence_id as id from clinic.absences where clinic_id = $1', [
    clinic.clinicId,
  ])
  for (const row of rows) await removeAbsence(db.app, sol, row.id)
}
const own = (appointmentId = id) => ({ clinicId: clinic.clinicId, appointmentId })
const view = async () => {
  const found = await findVisit(db.app, own())
  if (!found) throw new Error('no visit')
  return found
}
const row = async (appointmentId = id) =>
  (await db.admin.query('select * from clinic.appointments where appointment_id = $1', [appointmentId])).rows[0]
const act = async () => ({ ...own(), memberId: sol.memberId, seen: await lastEvent(db, id) })
const byStaff = async (who: 'person' | 'waived' = 'person', isShownFree = false) =>
  cancelByStaff(db.app, { ...(await act()), reason: 'They rang.', who, isShownFree })
const seenByStaff = async () => staffVisit(db.app, db.secret, sol, id)
const timeAt = (wall: string, therapist = 1) => ({
  ...{ clinicId: clinic.clinicId, therapist: clinic.therapists[therapist] ?? '', location: clinic.locationId },
  ...{ start: dayAfterTomorrow(wall), service: clinic.serviceId },
})
const free = { feePence: 0, usedUp: 0 }
const fee = { feePence: 3000, usedUp: 0 }

/** Nine visits paid ahead, of which this one is drawn; a late cancel uses it up. */
async function paidAhead(): Promise<void> {
  const grant = { payer: 'package', insurer: null, reference: 'PK-204', personName: 'Robin', visits: 9 } as const
  await enterGrant(db.app, sol, { ...grant, validUntil: null, lateCancelUses: true })
  await db.admin.query(
    `with draws as (insert into clinic.grant_draws (clinic_id, appointment_id, grant_id)
       select clinic_id, $2, grant_id from clinic.grants where clinic_id = $1 returning grant_id)
     update clinic.grants set used = 1 where grant_id in (select grant_id from draws)`,
    [clinic.clinicId, id],
  )
}
const left = async () => (await listGrants(db.app, clinic.clinicId))[0]?.left

describe.each([
  ['its therapist is away', isAway, 'away'],
  ['its place is shut', isShut, 'closed'],
] as const)('while %s', (_name, begin, off) => {
  test('its person cancels at no fee, and what was paid ahead comes back', async () => {
    await paidAhead()
    expect(await view()).toMatchObject({ off: undefined, lateFeePence: 3000 })
    await begin()
    const { startsAt } = await view()
    expect(await view()).toMatchObject({ off, freeUntil: startsAt, lateFeePence: 0, agreedFeePence: 3000 })
    expect(await cancelVisit(db.app, own())).toMatchObject({ ok: true, late: false, feePence: 0 })
    expect([(await row()).state, await left()]).toEqual(['cancelled', 9])
    expect(await view()).toMatchObject({ off: undefined })
  })

  test('staff who cancel at its person’s wish take no fee, as their page said', async () => {
    await paidAhead()
    expect((await seenByStaff())?.isLate).toBe(true)
    await begin()
    expect((await seenByStaff())?.isLate).toBe(false)
    expect(await byStaff('person', true)).toMatchObject({ ok: true })
    expect([(await row()).state, await left()]).toEqual(['cancelled', 9])
    // Put back, it stands as before, and costs nothing as long as nobody is there.
    expect(await undoCancel(db.app, db.secret, await act())).toMatchObject({ ok: true })
    expect([(await view()).off, await left()]).toEqual([off, 8])
    expect(await cancelVisit(db.app, own())).toMatchObject({ late: false })
  })

  test('it is moved online at any hour, at the price that was agreed', async () => {
    await db.admin.query('update clinic.services set price_pence = 9900, late_fee_pence = 5000 where clinic_id = $1', [
      clinic.clinicId,
    ])
    // With the other therapist a day later, whom neither keeps away.
    const to = { ...timeAt('15:00'), start: dayAfterTomorrow('15:00') + 24 * 3_600_000 }
    expect(await moveVisit(db.app, { ...to, ...own() })).toMatchObject({ why: 'late' })
    await begin()
    expect(await priceIfMoved(db.app, await view())).toBe(6200)
    expect(await holdMove(db.app, { ...to, ...own() }, null)).toMatchObject({ ok: true })
    expect(await priceIfMoved(db.app, await view(), 9900)).toBe(6200)
    expect(await moveVisit(db.app, { ...to, ...own() })).toEqual({ ok: true, already: false })
    expect(await row()).toMatchObject({ price_pence: 6200, late_fee_pence: 3000 })
    expect(await view()).toMatchObject({ off: undefined, startsAt: to.start })
  })

  test('a mail that goes out meanwhile says so, and names no fee', async () => {
    await begin()
    await db.admin.query(`update clinic.mails set due_at = now(), next_try_at = now() where appointment_id = $1`, [id])
    const mails = await takeDueMails(db.app, clinic.clinicId, { most: 9, leaseMs: 60_000 })
    const said = mails.map(({ visit }) => mailContent('reminder-48h', visit, links, Date.now()))
    expect(said.length).toBeGreaterThan(0)
    for (const one of said) {
      const words = JSON.stringify(one)
      expect(words).toMatch(off === 'away' ? /Therapist 1 is away then/ : /The place is shut then/)
      expect(words).toContain('Moving or cancelling it costs nothing while that is so.')
      expect(words).toContain('See, move or cancel my visit')
      expect(words).not.toContain('£30')
    }
  })
})

const links = { visit: 'https://unclench.example/v', check: 'https://unclench.example/c', bookAgain: null }

test('what costs nothing is held to: once the therapist is back, nothing is cancelled at a fee that was not said', async () => {
  await isAway()
  await back()
  const before = await row()
  expect(await cancelVisit(db.app, { ...own(), agreed: free })).toEqual({ ok: false, why: 'fee', cost: fee })
  expect(await byStaff('person', true)).toEqual({ ok: false, why: 'fee' })
  expect(await row()).toEqual(before)
  expect(await cancelVisit(db.app, { ...own(), agreed: { ...fee, usedUp: 1 } })).toMatchObject({ late: true })
})

test('a visit paid ahead is not used up at a cost that was not said', async () => {
  await paidAhead()
  const cost = { ...fee, usedUp: 1 }
  expect(await cancelVisit(db.app, { ...own(), agreed: fee })).toEqual({ ok: false, why: 'fee', cost })
  expect(await left()).toBe(8)
  expect(await cancelVisit(db.app, { ...own(), agreed: cost })).toMatchObject({ ok: true, late: true })
})

test('a time that was held while nobody is there is still the visit’s once the therapist is back', async () => {
  await isAway()
  await holdMove(db.app, { ...timeAt('15:00'), ...own() }, null)
  await back()
  expect(await moveVisit(db.app, { ...timeAt('15:00'), ...own() })).toEqual({ ok: true, already: false })
})

test('one that nobody came to is cancelled by staff at no fee afterwards too', async () => {
  await visitIsAt(db, id, '-1 hour')
  await db.admin.query(
    `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day)
     select clinic_id, therapist_id, current_date - 1, current_date + 1 from clinic.appointments where appointment_id = $1`,
    [id],
  )
  expect(await seenByStaff()).toMatchObject({ isLate: false, off: undefined })
  expect(await byStaff('person', true)).toMatchObject({ ok: true })
  expect((await row()).state).toBe('cancelled')
  // The same press heard once more.
  expect(await byStaff('person', true)).toMatchObject({ ok: true, already: true })
})

test('one that staff book on a day off is kept, and costs what was agreed', async () => {
  await isAway()
  const bent = { reason: 'She comes in for him.', bends: 'away' }
  id = await bookedByStaff(db, sol, wantedAt(clinic, '16:00'), bent)
  await db.admin.query(
    `update clinic.appointments set free_until = now() - interval '1 hour' where appointment_id = $1`,
    [id],
  )
  expect(await view()).toMatchObject({ off: undefined, lateFeePence: 3000 })
  expect(await cancelVisit(db.app, own())).toMatchObject({ late: true, feePence: 3000 })
})

test('moved by staff it costs what was agreed, and one that could be kept what its service does now', async () => {
  await db.admin.query('update clinic.services set price_pence = 9900 where clinic_id = $1', [clinic.clinicId])
  const move = async (wall: string) => {
    const { service: _, clinicId: __, ...to } = timeAt(wall)
    return moveByStaff(db.app, sol, { ...to, appointmentId: id, version: (await row()).version })
  }
  await isAway()
  expect((await move('15:00')).ok).toBe(true)
  expect((await row()).price_pence).toBe(6200)
  expect((await move('17:00')).ok).toBe(true)
  expect((await row()).price_pence).toBe(9900)
})

describe('of a course', () => {
  const inCourse = () =>
    db.admin.query(
      `with course as (
         insert into clinic.courses (clinic_id, course_id, service_id, therapist_id, location_id, starts_at)
         select clinic_id, appointment_id, service_id, therapist_id, location_id, array[starts_at, starts_at + interval '7 days']
         from clinic.appointments where appointment_id = $1 returning course_id)
       update clinic.appointments set course_id = (select course_id from course) where appointment_id = $1`,
      [id],
    )
  const seen = () => laterVisits(db.app, own())

  test('only what the clinic can keep costs, cancelled or moved together', async () => {
    await inCourse()
    expect(costOf(await seen())).toEqual(fee)
    await isAway()
    await db.admin.query('update clinic.services set price_pence = 9900 where clinic_id = $1', [clinic.clinicId])
    const later = await seen()
    expect(later).toMatchObject([{ off: 'away', onceMovedPence: 6200, terms: { kind: 'free' } }])
    expect(costOf(later)).toEqual(free)
    const wish = { ...own(), by: { byWhom: 'person' } } as const
    const dates = shiftedDates(later, (later[0]?.startsAt ?? 0) + 24 * 3_600_000)
    expect(await moveLater(db.app, { ...wish, dates })).toEqual({ ok: true, moved: 1 })
    expect(await row()).toMatchObject({ price_pence: 6200, late_fee_pence: 3000 })
  })

  test.each(['person', 'staff'] as const)('cancelled together by %s it costs nothing', async (whom) => {
    await inCourse()
    await isAway()
    const wish = { ...own(), seen: await seen() }
    const done =
      whom === 'person'
        ? await cancelLater(db.app, { ...wish, agreed: free, by: { byWhom: 'person' } })
        : await cancelLaterByStaff(db.app, sol, { ...wish, who: 'person', shown: free, reason: 'They rang.' })
    expect(done).toMatchObject({ ok: true, cost: free })
    expect((await row()).state).toBe('cancelled')
  })
})

test('whoever cancels as the therapist is marked away pays the fee before it or nothing after it, and never half', async () => {
  for (let round = 0; round < rounds; round += 1) {
    clinic = await makeTestClinic(db, { therapists: 1 })
    sol = await joinClinic(db, clinic.clinicId, { role: 'owner' })
    id = await bookedVisit(db, clinic, '10:00', { personName: 'Robin', email: 'robin@example.org' })
    await paidAhead()
    await db.admin.query(`update clinic.appointments set free_until = now() - interval '1 hour' where clinic_id = $1`, [
      clinic.clinicId,
    ])
    const [cancelled] = await Promise.all([cancelVisit(server(1), { ...own(), agreed: free }), isAway()])
    const { state } = await row()
    // It said that it costs nothing: so it does, or nothing is done.
    if (cancelled.ok) expect([cancelled.late, state, await left()]).toEqual([false, 'cancelled', 9])
    else expect([cancelled.why, state, await left()]).toEqual(['fee', 'confirmed', 8])
  }
})
