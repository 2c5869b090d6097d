/** Somebody books again and again: staff see one person, and nobody outside learns or changes a thing. Over a real PostgreSQL. */
import { beforeEach, describe, expect, test } from 'vitest'
import { joinClinic } from '../../calendar/test-calendar.ts'
import { bookByStaff } from '../../calendar/staff-booking.ts'
import { sharedDatabase } from '../../db/test-database.ts'
import type { Member } from '../../people/members.ts'
import { fetchFeed, findFeed, makeFeed, personOfVisit } from '../calendar-feeds.ts'
import { type BookingDetails, confirmBooking } from '../confirm.ts'
import { holdCourse } from '../courses.ts'
import { findPeople, personVisits } from '../find-people.ts'
import { holdSlot } from '../holds.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../test-clinic.ts'
import { sayDifferent } from './may-be-same.ts'

const db = sharedDatabase()
let clinic: TestClinic
let sol: Member
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 4 })
  sol = await joinClinic(db, clinic.clinicId)
})

const at = (wall: string, therapist = 0) => ({
  ...{ clinicId: clinic.clinicId, service: clinic.serviceId, therapist: clinic.therapists[therapist] ?? '' },
  ...{ location: clinic.locationId, start: dayAfterTomorrow(wall) },
})
const robin = {
  ...{ personName: 'Robin Ashdown', contactName: 'Robin Ashdown', email: 'robin@example.org' },
  ...{ phone: '020 7946 0001', payer: 'self' as const },
}
async function book(wall: string, more: Partial<BookingDetails> = {}, therapist = 0): Promise<string> {
  const held = await holdSlot(db.app, at(wall, therapist), null)
  if (!held.ok) throw new Error(held.why)
  const booked = await confirmBooking(db.app, db.secret, held.hold.appointmentId, at(wall, therapist), {
    ...robin,
    ...more,
  })
  if (!booked.ok) throw new Error(booked.why)
  return booked.appointmentId
}
const found = async (name = 'robin') => (await findPeople(db.app, sol, name)).found
const visitsOf = async (personId: string) =>
  ((await personVisits(db.app, sol, personId))?.visits ?? []).map(({ appointmentId }) => appointmentId).toSorted()

describe('one person', () => {
  test('who books three times, in any habit of writing, stands once, with all visits, from whichever record one comes', async () => {
    const visits = [
      await book('09:00'),
      await book('11:00', { personName: 'robin  ASHDOWN', email: 'Robin@Example.org' }),
      await book('13:00', { personName: 'Robín Ashdown' }),
    ]
    const people = await found()
    expect(people).toMatchObject([{ name: 'Robin Ashdown', records: 3, lastVisit: dayAfterTomorrow('13:00') }])
    for (const visit of visits) {
      const personId = await personOfVisit(db.app, { clinicId: clinic.clinicId, appointmentId: visit })
      expect(await visitsOf(personId ?? '')).toEqual(visits.toSorted())
    }
  })

  test('who books with four therapists at once stands once, and no booking waits for another in a circle', async () => {
    const booked = await Promise.all(
      [0, 1, 2, 3].map((therapist) => book(`${9 + therapist}:00`.padStart(5, '0'), {}, therapist)),
    )
    expect(new Set(booked).size).toBe(4)
    expect(await found()).toMatchObject([{ records: 4 }])
  })

  test('who books a course has one record for all of it', async () => {
    const starts = ['09:00', '11:00', '13:00'].map((wall) => dayAfterTomorrow(wall))
    const held = await holdCourse(db.app, { ...at('09:00'), starts }, null)
    if (!held.ok) throw new Error(held.why)
    await confirmBooking(db.app, db.secret, held.hold.appointmentId, at('09:00'), robin)
    const people = await found()
    expect(people).toMatchObject([{ records: 1 }])
    expect(await visitsOf(people[0]?.personId ?? '')).toHaveLength(3)
  })
})

describe('two people', () => {
  test('who share an address stay two: parent and child, or somebody of the same name elsewhere', async () => {
    await book('09:00')
    await book('11:00', { personName: 'Kit Ashdown' })
    await book('13:00', { email: 'other@example.org' })
    expect((await found()).map(({ records }) => records)).toEqual([1, 1])
    expect(await found('kit')).toMatchObject([{ name: 'Kit Ashdown', records: 1 }])
  })

  test('of one name and one address are two again once staff say so', async () => {
    const ids = await Promise.all(
      [await book('09:00'), await book('11:00')].map((appointmentId) =>
        personOfVisit(db.app, { clinicId: clinic.clinicId, appointmentId }),
      ),
    )
    expect(await found()).toHaveLength(1)
    await sayDifferent(db.app, sol, ids[0] ?? '', ids[1] ?? '')
    expect(await found()).toHaveLength(2)
    expect(await visitsOf(ids[0] ?? '')).toHaveLength(1)
  })
})

describe('a stranger who knows somebody’s name and address', () => {
  test('changes nothing of theirs: staff see and use the phone of the first record, and each visit keeps its own', async () => {
    await book('09:00')
    const strange = await book('11:00', { phone: '0900 666 666', note: 'Sell me things' })
    const [person] = await found()
    expect(person).toMatchObject({ phone: '020 7946 0001', records: 2 })
    const again = await bookByStaff(db.app, sol, {
      ...{ key: crypto.randomUUID(), wanted: at('15:00', 1), whom: { personId: person?.personId ?? '' } },
    })
    if (!again.ok) throw new Error(again.why)
    const { rows } = await db.admin.query<{ appointment_id: string; phone: string }>(
      `select a.appointment_id, c.phone from clinic.appointments a join clinic.contacts c using (clinic_id, contact_id)
       where a.clinic_id = $1`,
      [clinic.clinicId],
    )
    const phoneOf = (id: string) => rows.find(({ appointment_id }) => appointment_id === id)?.phone
    expect(phoneOf(again.appointmentId)).toBe('020 7946 0001')
    expect(phoneOf(strange)).toBe('0900 666 666')
  })

  test('learns nothing, whichever of the two booked first: their feed holds their own visit alone', async () => {
    for (const [first, second] of [
      ['09:00', '11:00'],
      ['13:00', '15:00'],
    ] as const) {
      const [mine, theirs] = [await book(first), await book(second)]
      for (const appointmentId of [mine, theirs]) {
        const personId = (await personOfVisit(db.app, { clinicId: clinic.clinicId, appointmentId })) ?? ''
        const of = { clinicId: clinic.clinicId, personId }
        await makeFeed(db.app, db.secret, of, { isNew: true, withInitials: false })
        const feed = await fetchFeed(db.app, (await findFeed(db.app, db.secret, of))?.token ?? '')
        expect(feed?.visits.map((visit) => visit.appointmentId)).toEqual([appointmentId])
      }
    }
  })
})

test('every record that a page stands for is written down as looked at', async () => {
  await book('09:00')
  await book('11:00')
  await found()
  const { rows } = await db.admin.query(`select distinct person_id from clinic.reads where clinic_id = $1`, [
    clinic.clinicId,
  ])
  expect(rows).toHaveLength(2)
})
