/** Staff offer a free time to one who waits, over a real PostgreSQL with two servers: by the rule of every offer, and once. */
import { beforeEach, describe, expect, test } from 'vitest'
import { sharedDatabase, twoServers } from '../../db/test-database.ts'
import { makeMember } from '../test-staff.ts'
import { confirmBooking } from '../confirm.ts'
import { holdSlot } from '../holds.ts'
import { moveVisit } from '../move.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../test-clinic.ts'
import { passOffer, takeOffer } from './answer-offer.ts'
import { offerByHand, timesToOffer } from './offer-by-hand.ts'
import { findOffer } from './offer-view.ts'
import { sweepOffers } from './sweep-offers.ts'
import { type Joining, joinWaitingList, leaveWaitingList } from './waiting-list.ts'

const db = sharedDatabase()
const server = twoServers(db)
let clinic: TestClinic
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2 })
})

const detailsOf = (name: string) => ({
  ...{ personName: name, contactName: name, email: `${name.toLowerCase()}@example.org`, payer: 'self' as const },
})
const day = () => Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00')).toZonedDateTimeISO('Europe/London')
async function wait(name: string, more: Partial<Joining> = {}): Promise<{ clinicId: string; entryId: string }> {
  const only = day().toPlainDate().toString()
  const joined = await joinWaitingList(server(0), {
    ...{ clinicId: clinic.clinicId, joinKey: crypto.randomUUID(), service: clinic.serviceId, therapist: null },
    wish: {
      ...{ location: null, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 600, toMinute: 720 },
      ...{ firstDay: only, lastDay: only },
    },
    ...(more.movesVisit === undefined && { details: detailsOf(name) }),
    ...more,
  })
  if (!joined.ok) throw new Error(joined.why)
  return { clinicId: clinic.clinicId, entryId: joined.entryId }
}
const timeAt = (wall: string, therapist = 0) => ({
  ...{ therapist: clinic.therapists[therapist] ?? '', location: clinic.locationId, start: dayAfterTomorrow(wall) },
})
async function book(wall: string, therapist = 0): Promise<string> {
  const wanted = { clinicId: clinic.clinicId, service: clinic.serviceId, ...timeAt(wall, therapist) }
  const held = await holdSlot(server(0), wanted, null)
  if (!held.ok) throw new Error(held.why)
  const booked = await confirmBooking(server(0), db.secret, held.hold.appointmentId, wanted, detailsOf('Robin'))
  if (!booked.ok) throw new Error(booked.why)
  return booked.appointmentId
}
const offers = async () => {
  const { rows } = await db.admin.query<{ id: string; says: string }>(
    `select o.offer_id as id, coalesce(e.person_name, 'mover') || ' ' || o.state as says from clinic.offers o
     join clinic.waiting_entries e using (clinic_id, waiting_entry_id)
     where o.clinic_id = $1 order by o.made_at, o.offer_id`,
    [clinic.clinicId],
  )
  return rows
}
const asked = async () => (await offers()).map(({ says }) => says)
const openOffer = async () => ({
  clinicId: clinic.clinicId,
  offerId: (await offers()).find(({ says }) => says.endsWith(' open'))?.id ?? '',
})

describe('the times to choose from', () => {
  test('are those that are free and suit, the earliest first, with how long there is to answer', async () => {
    await book('10:00', 0)
    const ash = await wait('Ash')
    const choices = await timesToOffer(db.app, ash)
    expect(choices.map(({ start, therapist }) => [start, therapist])).toEqual(
      expect.arrayContaining([
        [dayAfterTomorrow('10:00'), clinic.therapists[1]],
        [dayAfterTomorrow('10:45'), clinic.therapists[0]],
      ]),
    )
    const starts = choices.map(({ start }) => start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    // The whole visit lies between ten and noon of that one day, and the first therapist has a visit at ten.
    expect(Math.min(...starts)).toBe(dayAfterTomorrow('10:00'))
    expect(Math.max(...starts)).toBeLessThanOrEqual(dayAfterTomorrow('11:15'))
    expect(choices.filter(({ therapist }) => therapist === clinic.therapists[0])[0]?.start).toBe(
      dayAfterTomorrow('10:45'),
    )
    for (const { askedAt, answerUntil, start } of choices) {
      expect(answerUntil).toBeGreaterThan(askedAt)
      expect(answerUntil).toBeLessThanOrEqual(start)
    }
    expect(choices[0]).toMatchObject({ place: { name: 'Bethnal Green', zone: 'Europe/London' } })
  })

  test('are six of a day at most, so that other days are among them', async () => {
    const wish = { location: null, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 600, toMinute: 660 }
    const last = day().add({ days: 1 }).toPlainDate().toString()
    const ash = await wait('Ash', { wish: { ...wish, firstDay: day().toPlainDate().toString(), lastDay: last } })
    const starts = (await timesToOffer(db.app, ash)).map(({ start }) => start)
    const [ten, quarter] = [dayAfterTomorrow('10:00'), dayAfterTomorrow('10:15')]
    const next = (ms: number) =>
      Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/London').add({ days: 1 }).epochMilliseconds
    expect(starts).toEqual([ten, ten, quarter, quarter, next(ten), next(ten), next(quarter), next(quarter)])
    const wide = await wait('Bo', {
      wish: { ...wish, toMinute: 720, firstDay: day().toPlainDate().toString(), lastDay: last },
    })
    expect((await timesToOffer(db.app, wide)).filter(({ start }) => start < next(ten))).toHaveLength(6)
  })

  test('are of the one therapist who was asked for, and none for whoever waits no more', async () => {
    const ash = await wait('Ash', { therapist: clinic.therapists[1] ?? '' })
    const choices = await timesToOffer(db.app, ash)
    expect(new Set(choices.map(({ therapist }) => therapist))).toEqual(new Set([clinic.therapists[1]]))
    expect(await leaveWaitingList(server(0), ash)).toBe(true)
    expect(await timesToOffer(db.app, ash)).toEqual([])
    expect(await timesToOffer(db.app, { ...ash, clinicId: (await makeTestClinic(db)).clinicId })).toEqual([])
  })

  test('are before the visit that would be moved', async () => {
    const mine = await book('11:00')
    const mover = await wait('Ash', { movesVisit: mine })
    const starts = (await timesToOffer(db.app, mover)).map(({ start }) => start)
    expect(starts.length).toBeGreaterThan(0)
    expect(Math.max(...starts)).toBeLessThan(dayAfterTomorrow('11:00'))
  })

  test('may overlap the visit that would be moved, whose own time is in no way of them, and can be taken', async () => {
    const mine = await book('10:30')
    const mover = await wait('Ash', { movesVisit: mine, therapist: clinic.therapists[0] ?? '' })
    const starts = (await timesToOffer(db.app, mover)).map(({ start }) => start)
    expect(starts).toEqual([dayAfterTomorrow('10:00'), dayAfterTomorrow('10:15')])
    expect(await offerByHand(server(0), mover, timeAt('10:15'))).toEqual({ ok: true, already: false })
    const offer = await openOffer()
    expect(await findOffer(db.app, offer)).toMatchObject({ state: 'open', startsAt: dayAfterTomorrow('10:15') })
    await sweepOffers(server(1))
    // What is kept beside the visit is nobody else's.
    const taken = { clinicId: clinic.clinicId, service: clinic.serviceId, ...timeAt('09:45') }
    expect(await holdSlot(server(1), taken, null)).toMatchObject({ ok: false })
    expect(await takeOffer(server(0), db.secret, offer)).toMatchObject({ ok: true, appointmentId: mine })
    const { rows } = await db.admin.query(
      'select starts_at from clinic.appointments where clinic_id = $1 and appointment_id = $2',
      [clinic.clinicId, mine],
    )
    expect(rows).toEqual([{ starts_at: new Date(dayAfterTomorrow('10:15')) }])
  })

  test('that overlap it are let go when it moves away, since part of them was its own', async () => {
    const mine = await book('10:30')
    const mover = await wait('Ash', { movesVisit: mine, therapist: clinic.therapists[0] ?? '' })
    await offerByHand(server(0), mover, timeAt('10:15'))
    const offer = await openOffer()
    const later = { clinicId: clinic.clinicId, appointmentId: mine, ...timeAt('16:00') }
    expect(await moveVisit(server(0), later)).toMatchObject({ ok: true })
    expect(await findOffer(db.app, offer)).toMatchObject({ state: 'gone', endedWhy: 'visit' })
  })

  test('are as long as the visit that would be moved', async () => {
    const mine = await book('11:00')
    await db.admin.query(
      `update clinic.appointments set ends_at = starts_at + interval '1 hour' where appointment_id = $1`,
      [mine],
    )
    const mover = await wait('Ash', { movesVisit: mine })
    const lengths = (await timesToOffer(db.app, mover)).map(({ start, end }) => (end - start) / 60_000)
    expect(new Set(lengths)).toEqual(new Set([60]))
  })

  test('are, for two who come together, times that follow each other', async () => {
    const pair = await wait('Parent', { details: { ...detailsOf('Parent'), secondPerson: 'Child' } })
    const [first] = await timesToOffer(db.app, pair)
    expect(first).toMatchObject({ start: dayAfterTomorrow('10:00'), secondStart: dayAfterTomorrow('10:45') })
    expect(first?.end).toBe(dayAfterTomorrow('11:30'))
  })
})

describe('a time that is offered by hand', () => {
  test('is kept for them alone, has its one mail and its end, and can be taken', async () => {
    const ash = await wait('Ash')
    await wait('Bo')
    expect(await offerByHand(server(0), ash, timeAt('10:30'))).toEqual({ ok: true, already: false })
    expect(await asked()).toEqual(['Ash open'])
    const wanted = { clinicId: clinic.clinicId, service: clinic.serviceId, ...timeAt('10:30') }
    expect(await holdSlot(server(1), wanted, null)).toMatchObject({ ok: false, why: 'taken' })
    const { rows } = await db.admin.query(
      `select m.kind, m.address, m.due_at = o.asked_at as in_the_day, o.answer_until = m.useless_after as ends
       from clinic.mails m join clinic.offers o using (clinic_id, offer_id) where o.clinic_id = $1`,
      [clinic.clinicId],
    )
    expect(rows).toEqual([{ kind: 'offer', address: 'ash@example.org', in_the_day: true, ends: true }])
    expect(await takeOffer(server(1), db.secret, await openOffer())).toMatchObject({ ok: true, already: false })
    expect((await asked())[0]).toBe('Ash taken')
  })

  test('goes to the next whom it suits when it is passed on, and is not offered to the first again', async () => {
    const ash = await wait('Ash')
    await wait('Bo')
    await offerByHand(server(0), ash, timeAt('10:30'))
    await passOffer(server(0), await openOffer())
    expect(await asked()).toEqual(['Ash passed', 'Bo open'])
    await passOffer(server(0), await openOffer())
    expect(await asked()).toEqual(['Ash passed', 'Bo passed'])
    expect(await offerByHand(server(0), ash, timeAt('10:30'))).toEqual({ ok: false, why: 'notFree' })
  })

  test('is refused where it is not free, does not suit, or is nobody’s to offer; nothing is written then', async () => {
    await book('10:00')
    const ash = await wait('Ash')
    const other = await makeTestClinic(db)
    const foreign = {
      therapist: other.therapists[0] ?? '',
      location: other.locationId,
      start: dayAfterTomorrow('10:00'),
    }
    for (const time of [timeAt('10:00'), timeAt('10:15'), timeAt('12:00'), timeAt('10:31', 1), foreign])
      expect(await offerByHand(server(0), ash, time)).toEqual({ ok: false, why: 'notFree' })
    const elsewhere = { ...timeAt('10:45'), location: crypto.randomUUID() }
    expect(await offerByHand(server(0), ash, elsewhere)).toEqual({ ok: false, why: 'notFree' })
    await leaveWaitingList(server(0), ash)
    expect(await offerByHand(server(0), ash, timeAt('10:45'))).toEqual({ ok: false, why: 'notWaiting' })
    const theirs = { clinicId: other.clinicId, entryId: ash.entryId }
    expect(await offerByHand(server(0), theirs, timeAt('10:45'))).toEqual({ ok: false, why: 'notWaiting' })
    expect(await asked()).toEqual([])
    const { rows } = await db.admin.query(
      `select from clinic.freed_times where clinic_id = $1 and freed_at > now() - interval '1 minute'`,
      [clinic.clinicId],
    )
    expect(rows).toHaveLength(0)
  })

  test.each([2, 8])('pressed %i times at once on two servers is one offer', async (presses) => {
    const ash = await wait('Ash')
    const all = await Promise.all(
      Array.from({ length: presses }, (_, nth) => offerByHand(server(nth), ash, timeAt('10:30'))),
    )
    expect(all.every(({ ok }) => ok)).toBe(true)
    expect(all.filter((one) => one.ok && !one.already)).toHaveLength(1)
    expect(await asked()).toEqual(['Ash open'])
  })

  test('to two who come together is both times or none, and pressed again is one offer still', async () => {
    const pair = await wait('Parent', { details: { ...detailsOf('Parent'), secondPerson: 'Child' } })
    expect(await offerByHand(server(0), pair, timeAt('10:00'))).toEqual({ ok: true, already: false })
    expect(await offerByHand(server(1), pair, timeAt('10:00'))).toEqual({ ok: true, already: true })
    expect(await offerByHand(server(1), pair, timeAt('10:45'))).toEqual({ ok: false, why: 'hasOffer' })
    expect(await asked()).toEqual(['Parent open'])
  })

  test('by two receptionists at once: one time goes to one of two people, and one person has one offer', async () => {
    const [ash, bo] = [await wait('Ash'), await wait('Bo')]
    const sameTime = await Promise.all([ash, bo].map((entry, nth) => offerByHand(server(nth), entry, timeAt('10:30'))))
    expect(sameTime.filter(({ ok }) => ok)).toHaveLength(1)
    expect(sameTime.filter(({ ok }) => !ok)).toEqual([{ ok: false, why: 'notFree' }])
    clinic = await makeTestClinic(db, { therapists: 2 })
    const cleo = await wait('Cleo')
    const times = [timeAt('10:30', 0), timeAt('11:00', 1)]
    const samePerson = await Promise.all(times.map((time, nth) => offerByHand(server(nth), cleo, time)))
    expect(samePerson.filter(({ ok }) => ok)).toHaveLength(1)
    expect(samePerson.filter(({ ok }) => !ok)).toEqual([{ ok: false, why: 'hasOffer' }])
    expect(await asked()).toEqual(['Cleo open'])
  })

  test('to somebody who is taken off at that moment is theirs or nobody’s, and never kept for one who left', async () => {
    for (let round = 0; round < 6; round += 1) {
      const ash = await wait(`Ash${round}`)
      const time = timeAt(['10:00', '10:45', '11:15'][round % 3] ?? '', round % 2)
      await Promise.all([offerByHand(server(0), ash, time), leaveWaitingList(server(1), ash)])
      const { rows } = await db.admin.query(
        `select from clinic.offers o join clinic.waiting_entries e using (clinic_id, waiting_entry_id)
         where o.clinic_id = $1 and e.state = 'left' and o.state = 'open' and e.person_name like 'Ash%'`,
        [clinic.clinicId],
      )
      expect(rows).toHaveLength(0)
    }
  })
})

describe('taken off the list by staff', () => {
  const kept = async (entryId: string) => {
    const { rows } = await db.admin.query<{ state: string; by: string | null; reason: string | null }>(
      'select state, left_by as by, left_reason as reason from clinic.waiting_entries where waiting_entry_id = $1',
      [entryId],
    )
    return rows[0]
  }

  test('is written down with who and why, once; what was kept for them goes to the next', async () => {
    const [ash] = [await wait('Ash'), await wait('Bo')]
    await offerByHand(server(0), ash, timeAt('10:30'))
    const [first, second] = [
      await makeMember(db, clinic.clinicId, 'reception'),
      await makeMember(db, clinic.clinicId, 'manager'),
    ]
    const off = (memberId: string, reason: string) => leaveWaitingList(server(0), ash, { memberId, reason })
    expect(await off(first, 'Rang: has a time elsewhere')).toBe(true)
    expect(await off(second, 'Second tap')).toBe(false)
    expect(await kept(ash.entryId)).toEqual({ state: 'left', by: first, reason: 'Rang: has a time elsewhere' })
    expect(await asked()).toEqual(['Ash passed', 'Bo open'])
  })

  test('does nothing to whoever has taken a time, and says nothing of one who leaves by themselves', async () => {
    const [ash, bo] = [await wait('Ash'), await wait('Bo')]
    await offerByHand(server(0), ash, timeAt('10:30'))
    await takeOffer(server(0), db.secret, await openOffer())
    const memberId = await makeMember(db, clinic.clinicId, 'reception')
    expect(await leaveWaitingList(server(0), ash, { memberId, reason: 'Late' })).toBe(false)
    expect(await kept(ash.entryId)).toEqual({ state: 'booked', by: null, reason: null })
    expect(await leaveWaitingList(server(0), bo)).toBe(true)
    expect(await kept(bo.entryId)).toEqual({ state: 'left', by: null, reason: null })
  })
})
