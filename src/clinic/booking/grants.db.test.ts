/** Visits granted or paid ahead, over a real PostgreSQL with two servers: none is drawn twice, and none is lost. */
import { beforeEach, describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { sharedDatabase, twoServers } from '../db/test-database.ts'
import { ownRows } from '../db/test-neighbours.ts'
import type { Member } from '../people/members.ts'
import { cancelVisit } from './cancel.ts'
import { type BookingDetails, confirmBooking } from './confirm.ts'
import { courseDates, holdCourse } from './courses.ts'
import { changeGrant, enterGrant, grantOfVisit, listGrants, type NewGrant } from './grants.ts'
import { holdSlot } from './holds.ts'
import { moveVisit } from './move.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from './test-clinic.ts'
import { makeMember } from './test-staff.ts'

const db = sharedDatabase()
const server = twoServers(db)
const rounds = Number(process.env.ROUNDS ?? often(3, 2))

let clinic: TestClinic
let member: Member
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 16 })
  const memberId = await makeMember(db, clinic.clinicId, 'reception')
  const who = { name: 'Amara', email: 'a@clinic.example', role: 'reception', therapistId: null } as const
  member = { clinicId: clinic.clinicId, memberId, accountId: crypto.randomUUID(), ...who }
})

const six: NewGrant = {
  payer: 'insurer',
  insurer: 'AXA Health',
  reference: 'AX 12-34',
  personName: 'Robin Ashdown',
  visits: 6,
  validUntil: null,
  lateCancelUses: true,
}
const grant = (more: Partial<NewGrant> = {}) => enterGrant(db.app, member, { ...six, ...more })
const robin: BookingDetails = {
  personName: 'Robin Ashdown',
  contactName: 'Robin Ashdown',
  email: 'robin@example.org',
  payer: 'insurer',
  insurer: 'AXA Health',
  authorisationNumber: 'ax1234',
}
const wanted = (wall: string, therapist = 0) => ({
  clinicId: clinic.clinicId,
  service: clinic.serviceId,
  therapist: clinic.therapists[therapist] ?? '',
  location: clinic.locationId,
  start: dayAfterTomorrow(wall),
})
async function book(wall: string, more: Partial<BookingDetails> = {}, therapist = 0) {
  const held = await holdSlot(server(therapist), wanted(wall, therapist), null)
  if (!held.ok) throw new Error(`not held: ${held.why}`)
  const details = { ...robin, ...more }
  return confirmBooking(server(therapist + 1), db.secret, held.hold.appointmentId, wanted(wall, therapist), details)
}
const left = async () => ownRows(await listGrants(db.app, clinic.clinicId)).map((one) => `${one.left} of ${one.visits}`)
const draws = async () =>
  (await db.admin.query('select from clinic.grant_draws where clinic_id = $1', [clinic.clinicId])).rows.length

describe('a grant', () => {
  test('is drawn by a visit with its number in any habit and its name, and both sides see what is left', async () => {
    await grant()
    const booked = await book('10:00', { authorisationNumber: 'Ax-12/34', personName: 'robin  ASHDOWN' })
    if (!booked.ok) throw new Error(booked.why)
    expect(await left()).toEqual(['5 of 6'])
    const own = { clinicId: clinic.clinicId, appointmentId: booked.appointmentId }
    expect(await grantOfVisit(db.app, own)).toMatchObject({ left: 5, visits: 6, insurer: 'AXA Health' })
  })

  test('is not drawn by another name, another number, or somebody who pays', async () => {
    await grant()
    await book('09:00', { personName: 'Kit Orme' })
    await book('10:00', { authorisationNumber: 'AX1235' })
    await book('11:00', { payer: 'self', personName: 'Robin Ashdown' })
    expect(await left()).toEqual(['6 of 6'])
  })

  test('that is used up books nothing more; whoever then pays is booked', async () => {
    await grant({ visits: 1 })
    await book('10:00')
    expect(await book('12:00')).toEqual({ ok: false, why: 'notGranted', because: 'usedUp' })
    expect((await book('14:00', { payer: 'self' })).ok).toBe(true)
    expect([await left(), await draws()]).toEqual([['0 of 1'], 1])
  })

  test('pays on its last day and not on the day after', async () => {
    const day = Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00'))
      .toZonedDateTimeISO('Europe/London')
      .toPlainDate()
    await grant({ validUntil: day.toString() })
    expect((await book('10:00')).ok).toBe(true)
    await grant({ validUntil: day.subtract({ days: 1 }).toString(), reference: 'OLD 1' })
    expect(await book('12:00', { authorisationNumber: 'old1' })).toMatchObject({ because: 'over' })
  })

  test('entered after the visits were booked counts them, as far as it goes', async () => {
    await book('10:00')
    await book('12:00')
    await book('14:00')
    expect(await grant({ visits: 2 })).toEqual({ ok: true, counted: 2 })
    expect([await left(), await draws()]).toEqual([['0 of 2'], 2])
    // More are agreed to under the same number: the third is counted too, and no more than there are.
    const [entered] = await listGrants(db.app, clinic.clinicId)
    const to = (visits: number) => changeGrant(db.app, clinic, entered?.grantId ?? '', { visits, validUntil: null })
    expect(await to(6)).toEqual({ ok: true })
    expect([await left(), await draws()]).toEqual([['3 of 6'], 3])
    expect(await to(2)).toEqual({ ok: false, why: 'used' })
    expect(await left()).toEqual(['3 of 6'])
  })

  test('entered after them counts no visit that was cancelled, is paid otherwise, or is after its last day', async () => {
    const late = await book('10:00')
    if (!late.ok) throw new Error(late.why)
    const asPackage = await book('12:00')
    if (!asPackage.ok) throw new Error(asPackage.why)
    const cancelled = await book('14:00')
    if (!cancelled.ok) throw new Error(cancelled.why)
    await book('16:00')
    await db.admin.query(
      `update clinic.appointments set payer = 'package', insurer = null, membership_number = null where appointment_id = $1`,
      [asPackage.appointmentId],
    )
    await db.admin.query(
      `update clinic.appointments set starts_at = starts_at + interval '9 days', ends_at = ends_at + interval '9 days'
       where appointment_id = $1`,
      [late.appointmentId],
    )
    await cancelVisit(db.app, { clinicId: clinic.clinicId, appointmentId: cancelled.appointmentId })
    const lastDay = Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('20:00')).toZonedDateTimeISO(
      'Europe/London',
    )
    expect(await grant({ validUntil: lastDay.toPlainDate().toString() })).toEqual({ ok: true, counted: 1 })
    expect([await left(), await draws()]).toEqual([['5 of 6'], 1])
  })

  test('of one number and person is entered once', async () => {
    const outcomes = await Promise.all([grant(), grant({ reference: 'ax1234' }), grant()])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('a cancel', () => {
  const cancel = (appointmentId: string, at = 0) =>
    cancelVisit(server(at), { clinicId: clinic.clinicId, appointmentId })
  const makeLate = (id: string) =>
    db.admin.query(`update clinic.appointments set free_until = now() - interval '1 s' where appointment_id = $1`, [id])

  test('in time gives the visit back, once, though it is pressed sixteen times', async () => {
    await grant()
    const booked = await book('10:00')
    if (!booked.ok) throw new Error(booked.why)
    await Promise.all(Array.from({ length: 16 }, (_, at) => cancel(booked.appointmentId, at)))
    expect([await left(), await draws()]).toEqual([['6 of 6'], 0])
  })

  test.each([
    [true, '5 of 6'],
    [false, '6 of 6'],
  ])('that is late, where a late cancel counts as used (%s), leaves %s', async (lateCancelUses, stays) => {
    await grant({ lateCancelUses })
    const booked = await book('10:00')
    if (!booked.ok) throw new Error(booked.why)
    await makeLate(booked.appointmentId)
    await cancel(booked.appointmentId)
    expect(await left()).toEqual([stays])
  })
})

describe('the last visit of a grant', () => {
  test.each([2, 4, 16])(
    '%i booked at once with different therapists: one draws it, nobody else is booked',
    async (people) => {
      for (let round = 0; round < rounds; round += 1) {
        await grant({ visits: 1, reference: `LAST ${round}`, personName: `P ${round}` })
        const who = { personName: `P ${round}`, authorisationNumber: `last${round}`, secondIsMeant: true }
        const outcomes = await Promise.all(
          Array.from({ length: people }, (_, at) =>
            book(`${10 + round}:00`, { ...who, email: `p${at}@example.org` }, at),
          ),
        )
        expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
        expect(outcomes.filter((outcome) => !outcome.ok && outcome.why === 'notGranted')).toHaveLength(people - 1)
      }
      const { rows } = await db.admin.query(`select from clinic.grants where clinic_id = $1 and used <> 1`, [
        clinic.clinicId,
      ])
      expect([rows.length, await draws()]).toEqual([0, rounds])
    },
  )
})

describe('a course', () => {
  const course = async (visits: number) => {
    const starts = courseDates(dayAfterTomorrow('10:00'), 'Europe/London', visits, 7)
    const held = await holdCourse(server(0), { ...wanted('10:00'), starts }, null)
    if (!held.ok) throw new Error(held.why)
    return confirmBooking(server(1), db.secret, held.hold.appointmentId, wanted('10:00'), robin)
  }

  test('draws one for each visit, and where the grant is too small nothing is booked or drawn', async () => {
    await grant({ visits: 4 })
    expect((await course(4)).ok).toBe(true)
    expect(await left()).toEqual(['0 of 4'])
    clinic = await makeTestClinic(db, { therapists: 1 })
    member = { ...member, clinicId: clinic.clinicId, memberId: await makeMember(db, clinic.clinicId, 'reception') }
    await grant({ visits: 3 })
    expect(await course(4)).toMatchObject({ why: 'notGranted', because: 'usedUp' })
    expect([await left(), await draws()]).toEqual([['3 of 3'], 0])
    const { rows } = await db.admin.query(
      `select from clinic.appointments where clinic_id = $1 and state = 'confirmed'`,
      [clinic.clinicId],
    )
    expect(rows).toEqual([])
  })
})

describe('a package that was paid ahead', () => {
  test('pays for a visit with its number; without one that is known nothing is booked', async () => {
    await grant({ payer: 'package', insurer: null, reference: 'TEN-7', visits: 10 })
    expect((await book('10:00', { payer: 'package', authorisationNumber: 'ten 7' })).ok).toBe(true)
    expect(await book('12:00', { payer: 'package', authorisationNumber: 'ten 8' })).toMatchObject({
      because: 'unknown',
    })
    // An insurer's number never draws from a package.
    expect((await book('14:00', { authorisationNumber: 'ten 7' })).ok).toBe(true)
    expect(await left()).toEqual(['9 of 10'])
  })
})

describe('a number whose last day comes', () => {
  const lastDay = Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('12:00'))
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
  /** The first time on the day after that last day which the calendar has. */
  const dayLater = () => ({ ...wanted('10:00'), start: dayAfterTomorrow('10:00') + 24 * 3_600_000 })
  const stands = async () =>
    (await db.admin.query('select starts_at, version from clinic.appointments where clinic_id = $1', [clinic.clinicId]))
      .rows

  test.each(['insurer', 'package'] as const)('of an %s: a visit is not moved past it, and stands', async (payer) => {
    await grant({
      payer,
      insurer: payer === 'insurer' ? 'AXA Health' : null,
      visits: 2,
      validUntil: lastDay.toString(),
    })
    const booked = await book('10:00', { payer })
    if (!booked.ok) throw new Error(booked.why)
    const { appointmentId } = booked
    expect(await moveVisit(db.app, { ...dayLater(), appointmentId })).toEqual({
      ...{ ok: false, why: 'grantOver', lastDay: lastDay.toString() },
    })
    expect(await stands()).toEqual([{ starts_at: new Date(dayAfterTomorrow('10:00')), version: 0 }])
    expect(await moveVisit(db.app, { ...wanted('14:00'), appointmentId })).toMatchObject({ ok: true })
    expect(await left()).toEqual(['1 of 2'])
  })

  test('a visit from another grant goes past it as before', async () => {
    await grant({ visits: 2, validUntil: lastDay.toString() })
    await grant({ visits: 2, reference: 'LONG 1' })
    expect(await book('10:00')).toMatchObject({ ok: true })
    const booked = await book('12:00', { authorisationNumber: 'long1' })
    if (!booked.ok) throw new Error(booked.why)
    expect(await moveVisit(db.app, { ...dayLater(), appointmentId: booked.appointmentId })).toMatchObject({ ok: true })
  })

  test('a visit that is paid otherwise goes past it as before', async () => {
    await grant({ visits: 2, validUntil: lastDay.toString() })
    const booked = await book('10:00', { payer: 'self', authorisationNumber: undefined })
    if (!booked.ok) throw new Error(booked.why)
    expect(await moveVisit(db.app, { ...dayLater(), appointmentId: booked.appointmentId })).toMatchObject({ ok: true })
  })
})

test('another clinic’s grant is nobody’s here', async () => {
  await grant({ visits: 1 })
  clinic = await makeTestClinic(db)
  expect((await book('10:00')).ok).toBe(true)
  expect(await left()).toEqual([])
})
