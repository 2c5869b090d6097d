/** A time that is held or offered, and that the clinic then gives no more: nobody is booked with somebody who is not there. */
import { beforeEach, describe, expect, test } from 'vitest'
import { addBlock } from '../../calendar/blocks.ts'
import { addAbsence, addClosure } from '../../calendar/days-off.ts'
import { moveByStaff } from '../../calendar/staff-move.ts'
import { joinClinic } from '../../calendar/test-calendar.ts'
import { sharedDatabase, twoServers } from '../../db/test-database.ts'
import type { Member } from '../../people/members.ts'
import { cancelVisit } from '../cancel.ts'
import { confirmBooking } from '../confirm.ts'
import { holdCourse } from '../courses.ts'
import { holdSlot } from '../holds.ts'
import { moveVisit } from '../move.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../test-clinic.ts'
import { takeOffer } from './answer-offer.ts'
import { findOffer } from './offer-view.ts'
import { sweepOffers } from './sweep-offers.ts'
import { findWaitingPlace, joinWaitingList } from './waiting-list.ts'

const db = sharedDatabase()
const server = twoServers(db)

let clinic: TestClinic
let sol: Member
beforeEach(async () => {
  clinic = await makeTestClinic(db, { rooms: 1, pauseAfter: 5 })
  sol = await joinClinic(db, clinic.clinicId)
})

const at = (start: number) => ({
  clinicId: clinic.clinicId,
  service: clinic.serviceId,
  therapist: clinic.therapists[0] ?? '',
  location: clinic.locationId,
  start,
})
const detailsOf = (name: string) => ({
  ...{ personName: name, contactName: name, email: `${name.toLowerCase()}@example.org`, payer: 'self' as const },
})
const london = (wall: string) =>
  Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow(wall)).toZonedDateTimeISO('Europe/London')
const theDay = () => ({
  firstDay: london('10:00').toPlainDate().toString(),
  lastDay: london('10:00').toPlainDate().toString(),
})
const admin = (text: string) => db.admin.query(text, [clinic.clinicId])

async function hold(wall: string): Promise<string> {
  const held = await holdSlot(server(0), at(dayAfterTomorrow(wall)), null)
  if (!held.ok) throw new Error(`not held: ${held.why}`)
  return held.hold.appointmentId
}
const confirm = (holdId: string, wall: string, name: string) =>
  confirmBooking(server(1), db.secret, holdId, at(dayAfterTomorrow(wall)), detailsOf(name))
async function book(name: string, wall: string): Promise<string> {
  const booked = await confirm(await hold(wall), wall, name)
  if (!booked.ok) throw new Error(`not booked: ${booked.why}`)
  return booked.appointmentId
}
const cancel = (appointmentId: string) => cancelVisit(server(0), { clinicId: clinic.clinicId, appointmentId })
async function wait(name: string, movesVisit?: string): Promise<string> {
  const today = Temporal.Now.plainDateISO('Europe/London')
  const days = { firstDay: today.toString(), lastDay: today.add({ days: 30 }).toString() }
  const joined = await joinWaitingList(server(0), {
    ...{ clinicId: clinic.clinicId, joinKey: crypto.randomUUID(), service: clinic.serviceId, therapist: null },
    wish: { location: null, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440, ...days },
    ...(movesVisit === undefined ? { details: detailsOf(name) } : { movesVisit }),
  })
  if (!joined.ok) throw new Error(`not on the list: ${joined.why}`)
  return joined.entryId
}
interface Asked {
  readonly id: string
  readonly says: string
}
async function offers(): Promise<readonly Asked[]> {
  const { rows } = await db.admin.query<Asked>(
    `select offer_id as id, coalesce(person_name, 'mover') || ' ' || o.state as says from clinic.offers o
     join clinic.waiting_entries e using (clinic_id, waiting_entry_id) where o.clinic_id = $1 order by o.made_at`,
    [clinic.clinicId],
  )
  return rows
}
const asked = async () => (await offers()).map(({ says }) => says)
const offerId = async () => ({ clinicId: clinic.clinicId, offerId: (await offers())[0]?.id ?? '' })
/** Of ten o'clock, to Ash; Bo is next. */
async function offered() {
  const visit = await book('Robin', '10:00')
  await wait('Ash')
  await wait('Bo')
  await cancel(visit)
  expect(await asked()).toEqual(['Ash open'])
  return offerId()
}
const visits = async () =>
  (await admin(`select 1 from clinic.appointments where clinic_id = $1 and state = 'confirmed'`)).rowCount
const holds = async () =>
  (await admin(`select 1 from clinic.appointments where clinic_id = $1 and state = 'held'`)).rowCount

const ways: Readonly<Record<string, () => Promise<unknown>>> = {
  'the therapist is away that day': () =>
    addAbsence(db.app, sol, { therapistId: clinic.therapists[0] ?? '', ...theDay() }),
  'the therapist is away at that hour': () =>
    addAbsence(db.app, sol, { therapistId: clinic.therapists[0] ?? '', ...theDay(), part: { from: 540, to: 660 } }),
  'the clinic is shut': () => addClosure(db.app, sol, { locationId: null, ...theDay(), reason: 'Flood' }),
  'the place is shut': () => addClosure(db.app, sol, { locationId: clinic.locationId, ...theDay(), reason: 'Flood' }),
  'the hours begin later': () => admin(`update clinic.hours set from_time = '11:00' where clinic_id = $1`),
  'the service is withdrawn': () => admin('update clinic.services set withdrawn_at = now() where clinic_id = $1'),
  'the therapist gives it no more': () =>
    admin('update clinic.service_therapists set withdrawn_at = now() where clinic_id = $1'),
  'the therapist has left': () => admin('update clinic.therapists set left_at = now() where clinic_id = $1'),
  'the registration ends before': () =>
    admin('update clinic.registrations set valid_until = current_date where clinic_id = $1'),
  'the room is out of use': () => admin('update clinic.rooms set withdrawn_at = now() where clinic_id = $1'),
}
const everyWay = Object.entries(ways)

describe.each(everyWay)('where %s', (_, make) => {
  test('a hold made before is not booked, and keeps the time no longer', async () => {
    const held = await hold('10:00')
    await make()
    expect(await confirm(held, '10:00', 'Ash')).toMatchObject({ ok: false, near: expect.any(Array) })
    expect(await visits()).toBe(0)
    expect(await holds()).toBe(0)
  })

  test('a course that is held is not booked, not one visit of it', async () => {
    const starts = [dayAfterTomorrow('10:00'), london('10:00').add({ weeks: 1 }).epochMilliseconds]
    const held = await holdCourse(server(0), { ...at(0), starts }, null)
    if (!held.ok) throw new Error(held.why)
    await make()
    expect(await confirm(held.hold.appointmentId, '10:00', 'Ash')).toMatchObject({ ok: false })
    expect(await visits()).toBe(0)
  })

  test('an offer says so, is not taken, and the next is not asked', async () => {
    const offer = await offered()
    await make()
    expect(await findOffer(db.app, offer)).toMatchObject({ state: 'gone', endedWhy: 'time' })
    expect(await takeOffer(server(0), db.secret, offer)).toMatchObject({ ok: false, near: expect.any(Array) })
    expect(await asked()).toEqual(['Ash ended'])
    expect([await visits(), await holds()]).toEqual([0, 0])
    expect(await findOffer(db.app, offer)).toMatchObject({ state: 'gone', endedWhy: 'time', entryState: 'waiting' })
  })

  test('an offer that nobody looks at ends with the next sweep', async () => {
    const offer = await offered()
    await make()
    await sweepOffers(server(1))
    expect(await asked()).toEqual(['Ash ended'])
    expect(await holds()).toBe(0)
    expect(await findOffer(db.app, offer)).toMatchObject({ state: 'gone', endedWhy: 'time' })
  })
})

describe('what is kept', () => {
  test('a block is not put over a hold: it is named', async () => {
    await hold('10:00')
    const wish = { key: crypto.randomUUID(), resourceId: clinic.therapists[0] ?? '' }
    expect(
      await addBlock(db.app, sol, { ...wish, from: dayAfterTomorrow('09:00'), to: dayAfterTomorrow('12:00') }),
    ).toMatchObject({ ok: false, why: 'taken', inTheWay: [{ kind: 'hold' }] })
  })

  test('a hold stands whatever notice, window or length come to be after it, and off the steps', async () => {
    const before = await book('Robin', '10:00')
    const held = await hold('10:50')
    await cancel(before)
    await admin(`update clinic.services set notice_minutes = 14400, window_days = 1, minutes = 30 where clinic_id = $1`)
    expect(await confirm(held, '10:50', 'Ash')).toMatchObject({ ok: true, appointmentId: held })
  })

  test('an absence on another day ends nothing', async () => {
    const offer = await offered()
    const day = london('10:00').add({ days: 1 }).toPlainDate().toString()
    await addAbsence(db.app, sol, { therapistId: clinic.therapists[0] ?? '', firstDay: day, lastDay: day })
    await sweepOffers(server(1))
    expect(await findOffer(db.app, offer)).toMatchObject({ state: 'open' })
    expect(await takeOffer(server(0), db.secret, offer)).toMatchObject({ ok: true })
  })

  test('a hold of a room that is out of use has the other room', async () => {
    clinic = await makeTestClinic(db, { rooms: 2 })
    const held = await hold('10:00')
    await admin(`update clinic.rooms set withdrawn_at = now() where clinic_id = $1 and room_id in
      (select resource_id from clinic.claims where clinic_id = $1)`)
    expect(await confirm(held, '10:00', 'Ash')).toMatchObject({ ok: true })
    const { rowCount } = await admin(`select from clinic.claims c join clinic.rooms r on r.room_id = c.resource_id
      where c.clinic_id = $1 and r.withdrawn_at is null`)
    expect(rowCount).toBe(1)
  })
})

describe('the offer of an earlier time', () => {
  /** Ash has four o'clock and is offered ten; Bo is next. */
  async function earlier() {
    const freed = await book('Robin', '10:00')
    const mine = await book('Ash', '16:00')
    const entryId = await wait('mover', mine)
    await wait('Bo')
    await cancel(freed)
    expect(await asked()).toEqual(['mover open'])
    return { mine, entryId, offer: await offerId() }
  }

  test('ends when the visit is cancelled: the next is asked for its time, and nobody is told that a visit stays', async () => {
    const { mine, entryId, offer } = await earlier()
    await cancel(mine)
    const [first, ...next] = await asked()
    expect([first, next]).toEqual(['mover ended', ['Bo open']])
    const time = await findOffer(db.app, { ...offer, offerId: (await offers())[1]?.id ?? '' })
    expect(time?.startsAt).toBe(dayAfterTomorrow('10:00'))
    expect(await findOffer(db.app, offer)).toMatchObject({
      state: 'gone',
      endedWhy: 'visit',
      entryState: 'left',
      moves: { stands: false },
    })
    expect(await findWaitingPlace(db.app, { ...clinic, entryId })).toMatchObject({ state: 'left', openOffer: null })
    expect(await takeOffer(server(0), db.secret, offer)).toEqual({ ok: false, why: 'over' })
  })

  test('ends when the visit moves to a time before it, and stands when it moves to one after it', async () => {
    const { mine, offer } = await earlier()
    const move = (wall: string) => moveVisit(server(0), { ...at(dayAfterTomorrow(wall)), appointmentId: mine })
    expect(await move('15:00')).toMatchObject({ ok: true })
    expect(await findOffer(db.app, offer)).toMatchObject({
      state: 'open',
      moves: { startsAt: dayAfterTomorrow('15:00') },
    })
    expect(await move('09:00')).toMatchObject({ ok: true })
    expect(await findOffer(db.app, offer)).toMatchObject({
      state: 'gone',
      entryState: 'waiting',
      moves: { stands: true },
    })
    await sweepOffers(server(1))
    expect(await asked()).toContain('Bo open')
  })

  test('is not made of the very time that its person has just moved away from; the next is asked too, and the wish goes on to the new day', async () => {
    const mine = await book('Ash', '10:00')
    const entryId = await wait('mover', mine)
    await wait('Bo')
    const later = london('16:00').add({ days: 1 })
    const move = { ...at(later.epochMilliseconds), appointmentId: mine }
    expect(await moveVisit(server(0), move)).toMatchObject({ ok: true })
    await sweepOffers(server(1))
    const times = await db.admin.query<{ entry: string; starts_at: Date }>(
      'select waiting_entry_id as entry, starts_at from clinic.offer_times where clinic_id = $1',
      [clinic.clinicId],
    )
    const own = times.rows.filter(({ entry }) => entry === entryId).map(({ starts_at }) => starts_at.getTime())
    expect(own).not.toContain(dayAfterTomorrow('10:00'))
    expect(await asked()).toContain('Bo open')
    const place = await findWaitingPlace(db.app, { ...clinic, entryId })
    expect(place).toMatchObject({ state: 'waiting', wish: { lastDay: later.toPlainDate().toString() } })
  })

  test('may be of the time from which the clinic has moved the visit', async () => {
    const mine = await book('Ash', '10:00')
    await wait('mover', mine)
    const to = { therapist: clinic.therapists[0] ?? '', location: clinic.locationId, start: dayAfterTomorrow('16:00') }
    const moved = await moveByStaff(db.app, sol, { appointmentId: mine, version: 0, ...to })
    expect(moved).toMatchObject({ ok: true })
    await sweepOffers(server(1))
    expect(await asked()).toEqual(['mover open'])
  })

  test.each(['arrived', 'finished', 'no-show'])('ends with the next sweep when the visit is %s', async (state) => {
    const { mine, offer } = await earlier()
    await db.admin.query('update clinic.appointments set state = $2 where appointment_id = $1', [mine, state])
    expect(await findOffer(db.app, offer)).toMatchObject({ state: 'gone' })
    await sweepOffers(server(1))
    expect((await asked())[0]).toBe('mover ended')
  })
})
