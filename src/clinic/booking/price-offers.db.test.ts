/** Offers with a code, over a real PostgreSQL with two servers: the price is true, the last use is one person's, a cancel gives it back. */
import { beforeEach, describe, expect, test } from 'vitest'
import { bookByStaff, type StaffBooking } from '../calendar/staff-booking.ts'
import { moveByStaff } from '../calendar/staff-move.ts'
import { joinClinic } from '../calendar/test-calendar.ts'
import { lastCommand, undoCommand } from '../calendar/undo.ts'
import { sharedDatabase, twoServers } from '../db/test-database.ts'
import { ownRows } from '../db/test-neighbours.ts'
import { endOffer, listOffers, makeOffer, type NewOffer } from '../letters/offers.ts'
import { lookAtOffer, offerOfVisit, priceWith } from '../letters/price-offers.ts'
import { cancelVisit } from './cancel.ts'
import { type BookingDetails, confirmBooking } from './confirm.ts'
import { courseDates, holdCourse } from './courses.ts'
import { holdSlot } from './holds.ts'
import { moveVisit } from './move.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from './test-clinic.ts'
import { makeMember } from './test-staff.ts'

const db = sharedDatabase()
const server = twoServers(db)

let clinic: TestClinic
let memberId = ''
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 8 })
  memberId = await makeMember(db, clinic.clinicId, 'owner')
})

const day = (days: number) => Temporal.Now.plainDateISO('Europe/London').add({ days }).toString()
const offer = async (more: Partial<NewOffer> = {}) => {
  const wish: NewOffer = {
    ...{ code: 'Spring-10', words: 'A first visit in spring', takes: { kind: 'percent', off: 10 } },
    ...{ services: [clinic.serviceId], firstDay: day(0), lastDay: day(30), mostUses: 3 },
    ...more,
  }
  const offerId = crypto.randomUUID()
  expect(await makeOffer(db.app, { clinicId: clinic.clinicId, memberId }, offerId, wish)).toEqual({ ok: true })
  return offerId
}
const wanted = (wall: string, therapist = 0) => ({
  ...{ clinicId: clinic.clinicId, service: clinic.serviceId, therapist: clinic.therapists[therapist] ?? '' },
  ...{ location: clinic.locationId, start: dayAfterTomorrow(wall) },
})
const robin: BookingDetails = {
  ...{ personName: 'Robin Ashdown', contactName: 'Robin Ashdown', email: 'robin@example.org' },
  ...{ payer: 'self', offerCode: 'spring 10' },
}
async function book(wall: string, more: Partial<BookingDetails> = {}, therapist = 0) {
  const held = await holdSlot(server(therapist), wanted(wall, therapist), null)
  if (!held.ok) throw new Error(`not held: ${held.why}`)
  const details = { ...robin, ...more }
  return confirmBooking(server(therapist + 1), db.secret, held.hold.appointmentId, wanted(wall, therapist), details)
}
const booked = async (wall: string, more: Partial<BookingDetails> = {}) => {
  const outcome = await book(wall, more)
  if (!outcome.ok) throw new Error(outcome.why)
  return { clinicId: clinic.clinicId, appointmentId: outcome.appointmentId }
}
const used = async () => ownRows(await listOffers(db.app, clinic.clinicId)).map((one) => one.used)
const uses = async () =>
  (await db.admin.query('select from clinic.price_offer_uses where clinic_id = $1', [clinic.clinicId])).rows.length
const priceOf = async (appointmentId: string) =>
  (
    await db.admin.query<{ price: number; fee: number }>(
      'select price_pence as price, late_fee_pence as fee from clinic.appointments where appointment_id = $1',
      [appointmentId],
    )
  ).rows[0]

test.each([
  ['percent', 10, 6200, 5580],
  ['percent', 33, 6205, 4157],
  ['percent', 99, 1, 0],
  ['amount', 750, 6200, 5450],
  ['amount', 6200, 6200, 0],
  ['amount', 6201, 6200, 0],
] as const)('%s %i takes %i pence to %i', (kind, off, usual, price) => {
  expect(priceWith({ kind, off }, usual)).toBe(price)
})

describe('a visit with a code', () => {
  test('costs less, whatever habit the code is typed in, and the usual price is known beside it', async () => {
    await offer()
    const visit = await booked('10:00')
    expect(await priceOf(visit.appointmentId)).toEqual({ price: 5580, fee: 3000 })
    expect(await offerOfVisit(db.app, visit)).toEqual({ code: 'Spring-10', usualPence: 6200 })
    expect([await used(), await uses()]).toEqual([[1], 1])
  })

  test('that makes it free costs nothing late either', async () => {
    await offer({ takes: { kind: 'free', off: null } })
    const { appointmentId } = await booked('10:00')
    expect(await priceOf(appointmentId)).toEqual({ price: 0, fee: 0 })
  })

  test('has the price that was shown before it was booked, and looking uses nothing', async () => {
    await offer()
    const held = await holdSlot(db.app, wanted('10:00'), null)
    if (!held.ok) throw new Error(held.why)
    const look = { clinicId: clinic.clinicId, appointmentId: held.hold.appointmentId, code: 'SPRING10' }
    for (let times = 0; times < 2; times += 1)
      expect(await lookAtOffer(db.app, db.secret, look)).toMatchObject({ ok: true, usualPence: 6200, pricePence: 5580 })
    expect([await used(), await uses()]).toEqual([[0], 0])
  })

  test('keeps what it takes off when it is moved, also where the usual price has changed', async () => {
    await offer()
    const visit = await booked('10:00')
    await db.admin.query('update clinic.services set price_pence = 7000 where service_id = $1', [clinic.serviceId])
    const move = { ...visit, therapist: clinic.therapists[0] ?? '', location: clinic.locationId }
    expect(await moveVisit(db.app, { ...move, start: dayAfterTomorrow('14:00') })).toMatchObject({ ok: true })
    expect(await priceOf(visit.appointmentId)).toMatchObject({ price: 6300 })
    expect(await offerOfVisit(db.app, visit)).toMatchObject({ usualPence: 7000 })
    expect([await used(), await uses()]).toEqual([[1], 1])
  })

  test('keeps what it takes off when staff make it longer and when they take that back', async () => {
    await offer()
    const sol = await joinClinic(db, clinic.clinicId)
    const visit = await booked('10:00')
    const stood = [await priceOf(visit.appointmentId), await offerOfVisit(db.app, visit)]
    const longer = { appointmentId: visit.appointmentId, version: 0, minutes: 60, start: dayAfterTomorrow('10:00') }
    const where = { therapist: clinic.therapists[0] ?? '', location: clinic.locationId }
    expect(await moveByStaff(db.app, sol, { ...longer, ...where })).toMatchObject({ ok: true })
    expect([await priceOf(visit.appointmentId), await offerOfVisit(db.app, visit)]).toEqual(stood)
    await db.admin.query('update clinic.services set price_pence = 7000 where service_id = $1', [clinic.serviceId])
    expect(await moveByStaff(db.app, sol, { ...longer, ...where, version: 1, minutes: 75 })).toMatchObject({ ok: true })
    // Longer, it costs what was agreed, whatever the service costs by now.
    expect([await priceOf(visit.appointmentId), await offerOfVisit(db.app, visit)]).toEqual(stood)
    // Taken back, both prices are those of before, and the use is still this visit's.
    const last = await lastCommand(db.app, sol)
    expect(await undoCommand(db.app, db.secret, sol, last?.commandId ?? '')).toMatchObject({ ok: true })
    expect([await priceOf(visit.appointmentId), await offerOfVisit(db.app, visit)]).toEqual(stood)
    // And the person moves it: as long as staff made it, at the price of that day less the offer.
    expect(await moveVisit(db.app, { ...visit, ...where, start: dayAfterTomorrow('14:00') })).toMatchObject({
      ok: true,
    })
    expect([await priceOf(visit.appointmentId), await used(), await uses()]).toEqual([
      { price: 6300, fee: 3000 },
      [1],
      1,
    ])
  })

  test('whose address was mended counts for the address that it is written to now', async () => {
    await offer()
    const { appointmentId } = await booked('10:00', { email: 'robbin@example.org' })
    await db.admin.query(
      `update clinic.contacts set email = 'Robin@example.org' where contact_id =
        (select contact_id from clinic.appointments where appointment_id = $1)`,
      [appointmentId],
    )
    expect(await book('12:00', { secondIsMeant: true })).toMatchObject({ ok: false, because: 'usedByYou' })
    await booked('14:00', { email: 'kit@example.org' })
    expect(await used()).toEqual([2])
  })

  test.each(['in time', 'late'])(
    'gives the use back when it is cancelled %s, once, and can be used again',
    async (when) => {
      await offer({ mostUses: 1 })
      const visit = await booked('10:00')
      if (when === 'late')
        await db.admin.query(
          `update clinic.appointments set free_until = now() - interval '1 s' where appointment_id = $1`,
          [visit.appointmentId],
        )
      await Promise.all(Array.from({ length: 6 }, (_, at) => cancelVisit(server(at), visit)))
      expect([await used(), await uses()]).toEqual([[0], 0])
      await booked('12:00')
      expect(await used()).toEqual([1])
    },
  )

  test('that is cancelled late costs what was agreed with it and no more, and its row says the price that was agreed', async () => {
    await offer({ takes: { kind: 'amount', off: 5000 } })
    const visit = await booked('10:00')
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 s' where appointment_id = $1`,
      [visit.appointmentId],
    )
    // Of 62 pounds 12 are left: less than the fee of 30.
    expect(await cancelVisit(db.app, visit)).toMatchObject({ ok: true, late: true, feePence: 1200 })
    expect(await cancelVisit(db.app, visit)).toMatchObject({ already: true, feePence: 1200 })
    expect(await priceOf(visit.appointmentId)).toEqual({ price: 1200, fee: 1200 })
    expect(await offerOfVisit(db.app, visit)).toBeUndefined()
  })

  test('of a course counts for its first visit alone', async () => {
    await offer()
    const starts = courseDates(dayAfterTomorrow('10:00'), 'Europe/London', 3, 7)
    const held = await holdCourse(db.app, { ...wanted('10:00'), starts }, null)
    if (!held.ok) throw new Error(held.why)
    expect(await confirmBooking(db.app, db.secret, held.hold.appointmentId, wanted('10:00'), robin)).toMatchObject({
      ok: true,
    })
    const { rows } = await db.admin.query<{ price: number }>(
      'select price_pence as price from clinic.appointments where clinic_id = $1 order by starts_at',
      [clinic.clinicId],
    )
    expect(rows.map(({ price }) => price)).toEqual([5580, 6200, 6200])
  })
})

describe('a code', () => {
  test.each([
    ['that nobody made', {}, { offerCode: 'AUTUMN10' }, 'unknown'],
    ['whose first day is tomorrow', { firstDay: day(1) }, {}, 'notYet'],
    ['whose last day was yesterday', { firstDay: day(-9), lastDay: day(-1) }, {}, 'over'],
  ] as const)('%s books nothing', async (_what, made, typed, because) => {
    await offer(made)
    expect(await book('10:00', typed)).toEqual({ ok: false, why: 'noOffer', because })
    const { rows } = await db.admin.query(`select from clinic.persons where clinic_id = $1`, [clinic.clinicId])
    expect([rows.length, await used()]).toEqual([0, [0]])
  })

  test('works on its last day, and is over once staff end it; a visit that has it keeps it', async () => {
    const offerId = await offer({ firstDay: day(0), lastDay: day(0) })
    const visit = await booked('10:00')
    for (let times = 0; times < 2; times += 1) await endOffer(db.app, clinic.clinicId, offerId)
    expect(await book('12:00', { email: 'kit@example.org' })).toMatchObject({ because: 'over' })
    expect(await priceOf(visit.appointmentId)).toMatchObject({ price: 5580 })
  })

  test('is for the services that it names', async () => {
    const { rows } = await db.admin.query<{ id: string }>(
      `insert into clinic.services (clinic_id, treatment, name, minutes, price_pence)
       values ($1, 'massage', 'Massage', 30, 4000) returning service_id as id`,
      [clinic.clinicId],
    )
    await offer({ services: [rows[0]?.id ?? ''] })
    expect(await book('10:00')).toMatchObject({ because: 'otherService' })
  })

  test('counts once for each address, however its capitals are written; another address may use it', async () => {
    await offer()
    await booked('10:00')
    expect(await book('12:00', { email: 'ROBIN@example.org', personName: 'Somebody Else' })).toMatchObject({
      because: 'usedByYou',
    })
    await booked('14:00', { email: 'kit@example.org' })
    expect(await used()).toEqual([2])
  })

  test('does nothing for a visit that an insurer pays', async () => {
    await offer()
    const { appointmentId } = await booked('10:00', { payer: 'insurer', insurer: 'AXA Health' })
    expect([await priceOf(appointmentId), await used()]).toEqual([{ price: 6200, fee: 3000 }, [0]])
  })

  test('pressed twenty times with one hold is used once', async () => {
    await offer()
    const held = await holdSlot(db.app, wanted('10:00'), null)
    if (!held.ok) throw new Error(held.why)
    const { appointmentId } = held.hold
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        confirmBooking(server(at), db.secret, appointmentId, wanted('10:00'), robin),
      ),
    )
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect([await used(), await uses()]).toEqual([[1], 1])
  })

  test.each([2, 8])('with one use left, %i people at once: one has it, the others are not booked', async (people) => {
    await offer({ mostUses: 1 })
    const outcomes = await Promise.all(
      Array.from({ length: people }, (_, at) =>
        book('10:00', { email: `p${at}@example.org`, personName: `P ${at}` }, at),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.ok && one.why === 'noOffer' && one.because === 'usedUp')).toHaveLength(
      people - 1,
    )
    expect([await used(), await uses()]).toEqual([[1], 1])
  })

  test('of another clinic is nobody’s here, and no other clinic’s service can be named', async () => {
    await offer()
    const { serviceId } = clinic
    clinic = await makeTestClinic(db)
    expect(await book('10:00')).toMatchObject({ because: 'unknown' })
    memberId = await makeMember(db, clinic.clinicId, 'owner')
    const wish: NewOffer = {
      ...{ code: 'THEIRS', words: 'Theirs', takes: { kind: 'free', off: null }, services: [serviceId] },
      ...{ firstDay: day(0), lastDay: day(1), mostUses: 1 },
    }
    const made = await makeOffer(db.app, { clinicId: clinic.clinicId, memberId }, crypto.randomUUID(), wish)
    expect(made).toEqual({ ok: false, why: 'services' })
  })
})

describe('staff who book by hand', () => {
  const byStaff = async (wall: string, more: Partial<StaffBooking> = {}, therapist = 0) =>
    bookByStaff(server(therapist), await joinClinic(db, clinic.clinicId), {
      ...{ key: crypto.randomUUID(), wanted: wanted(wall, therapist) },
      whom: { name: 'Robin Ashdown', email: 'robin@example.org' },
      ...{ offer: { code: 'spring 10', secret: db.secret } },
      ...more,
    })

  test('use a code under the same limits: the price, one use for each address, whoever booked first, and a use for a phone', async () => {
    await offer()
    const first = await byStaff('09:00')
    if (!first.ok) throw new Error(first.why)
    const id = { clinicId: clinic.clinicId, appointmentId: first.appointmentId }
    expect(await offerOfVisit(db.app, id)).toEqual({ code: 'Spring-10', usualPence: 6200 })
    const { rows } = await db.admin.query('select price_pence from clinic.appointments where appointment_id = $1', [
      first.appointmentId,
    ])
    expect(rows).toEqual([{ price_pence: 5580 }])
    expect(await byStaff('11:00')).toEqual({ ok: false, why: 'noOffer', because: 'usedByYou' })
    expect(await book('11:00')).toMatchObject({ ok: false, why: 'noOffer', because: 'usedByYou' })
    const byPhone = (phone: string) => ({ whom: { name: 'Kit Orme', phone } })
    expect(await byStaff('13:00', byPhone('020 7946 0002'))).toMatchObject({ ok: true })
    expect(await byStaff('15:00', byPhone('+44 20 7946 0002'))).toMatchObject({ ok: false, because: 'usedByYou' })
    expect(await byStaff('15:00', byPhone('020 7946 0003'))).toMatchObject({ ok: true })
    expect(await used()).toEqual([3])
    expect(await byStaff('17:00', byPhone('020 7946 0004'))).toMatchObject({ ok: false, because: 'usedUp' })
  })

  test('who type a code that is none, or not for this, book nothing; with an insurer no code is used', async () => {
    await offer()
    expect(await byStaff('09:00', { offer: { code: 'summer', secret: db.secret } })).toMatchObject({
      because: 'unknown',
    })
    const { rows } = await db.admin.query('select from clinic.appointments where clinic_id = $1', [clinic.clinicId])
    expect(rows).toEqual([])
    expect(await byStaff('09:00', { insurer: 'Healix' })).toMatchObject({ ok: true })
    expect(await used()).toEqual([0])
  })

  test('and the public at the same moment: the last use is one visit’s, and no more', async () => {
    await offer({ mostUses: 1 })
    const outcomes = await Promise.all(
      [0, 1, 2, 3].map((therapist) =>
        therapist % 2 === 0
          ? byStaff('09:00', { whom: { name: `R${therapist}`, email: `r${therapist}@example.org` } }, therapist)
          : book('09:00', { personName: `R${therapist}`, email: `r${therapist}@example.org` }, therapist),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await used()).toEqual([1])
  })

  test('what is taken back gives its use back', async () => {
    await offer()
    const sol = await joinClinic(db, clinic.clinicId)
    const booking = {
      key: crypto.randomUUID(),
      wanted: wanted('09:00'),
      offer: { code: 'Spring 10', secret: db.secret },
    }
    await bookByStaff(db.app, sol, { ...booking, whom: { name: 'Kit', email: 'kit@example.org' } })
    const last = await lastCommand(db.app, sol)
    expect(await undoCommand(db.app, db.secret, sol, last?.commandId ?? '')).toMatchObject({ ok: true })
    expect(await used()).toEqual([0])
  })
})
