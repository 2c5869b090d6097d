/** Waiting for a place in a class, and moving one's own to another date; over a real PostgreSQL with two servers. */
import { beforeEach, describe, expect, test } from 'vitest'
import { addAbsence } from '../../calendar/days-off.ts'
import { planClasses } from '../../calendar/plan-classes.ts'
import { cancelByStaff } from '../../calendar/staff-cancel.ts'
import { joinClinic } from '../../calendar/test-calendar.ts'
import { undoCancel } from '../../calendar/undo-cancel.ts'
import { sharedDatabase, twoServers } from '../../db/test-database.ts'
import { callOffClass } from '../call-off-class.ts'
import { cancelVisit } from '../cancel.ts'
import { confirmBooking } from '../confirm.ts'
import { holdSlot } from '../holds.ts'
import { moveVisit } from '../move.ts'
import { freeTimesToMove } from '../offered-time.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../test-clinic.ts'
import { lastEvent } from '../test-staff.ts'
import { passOffer, takeOffer } from './answer-offer.ts'
import { findOffer } from './offer-view.ts'
import { sweepOffers } from './sweep-offers.ts'
import { findWaitingPlace, type Joining, joinWaitingList } from './waiting-list.ts'

const db = sharedDatabase()
const server = twoServers(db)

const first = () => dayAfterTomorrow('18:00')
const next = () =>
  Temporal.Instant.fromEpochMilliseconds(first()).toZonedDateTimeISO('Europe/London').add({ weeks: 1 })
    .epochMilliseconds
let clinic: TestClinic
let service: string
let classes: readonly string[]
let doer: Awaited<ReturnType<typeof joinClinic>>
/** Two meetings of two places, a week apart. */
beforeEach(async () => {
  clinic = await makeTestClinic(db)
  const { rows } = await db.admin.query<{ id: string }>(
    `insert into clinic.services (clinic_id, treatment, name, minutes, price_pence, notice_minutes, places, free_until_hours)
     values ($1, 'strength-class', 'Strength class', 60, 1800, 0, 2, 24) returning service_id as id`,
    [clinic.clinicId],
  )
  service = rows[0]?.id ?? ''
  await db.admin.query('insert into clinic.service_therapists values ($1, $2, $3)', [
    clinic.clinicId,
    service,
    clinic.therapists[0],
  ])
  doer = await joinClinic(db, clinic.clinicId)
  const at = { service, therapist: clinic.therapists[0] ?? '', location: clinic.locationId }
  const planned = await planClasses(db.app, doer, { ...at, starts: [first(), next()] })
  if (!planned.ok) throw new Error(planned.why)
  classes = planned.classIds
})

const wanted = (start = first()) => ({
  ...{ clinicId: clinic.clinicId, service, therapist: clinic.therapists[0] ?? '', location: clinic.locationId, start },
})
const detailsOf = (name: string) => ({
  ...{ personName: name, contactName: name, email: `${name.toLowerCase()}@example.org`, payer: 'self' as const },
})
async function book(name: string, start = first()): Promise<string> {
  const held = await holdSlot(server(0), wanted(start), null)
  if (!held.ok) throw new Error(`not held: ${held.why}`)
  const booked = await confirmBooking(server(1), db.secret, held.hold.appointmentId, wanted(start), detailsOf(name))
  if (!booked.ok) throw new Error(`not booked: ${booked.why}`)
  return booked.appointmentId
}
const wait = async (name: string, more: Partial<Joining> = {}) => {
  const today = Temporal.Now.plainDateISO('Europe/London')
  const days = { firstDay: today.toString(), lastDay: today.add({ days: 5 }).toString() }
  const joined = await joinWaitingList(server(0), {
    ...{ clinicId: clinic.clinicId, joinKey: crypto.randomUUID(), service, therapist: null },
    wish: { location: null, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440, ...days },
    ...(!more.movesVisit && { details: detailsOf(name) }),
    ...more,
  })
  if (!joined.ok) throw new Error(`not on the list: ${joined.why}`)
  return joined.entryId
}
const cancel = (appointmentId: string) => cancelVisit(server(1), { clinicId: clinic.clinicId, appointmentId })
const offers = async () =>
  (
    await db.admin.query<{ id: string; state: string; name: string }>(
      `select offer_id as id, o.state, coalesce(person_name, 'mover') as name from clinic.offers o
       join clinic.waiting_entries e using (clinic_id, waiting_entry_id) where o.clinic_id = $1 order by o.made_at, name`,
      [clinic.clinicId],
    )
  ).rows
const asked = async () => (await offers()).map(({ name, state }) => `${name} ${state}`)
const open = async () => ({
  clinicId: clinic.clinicId,
  offerId: (await offers()).find(({ state }) => state === 'open')?.id ?? '',
})
/** Who has which place of a class, holds too. */
const placesOf = async (classId = classes[0]) =>
  (
    await db.admin.query<{ class_place: number; state: string }>(
      'select class_place, state from clinic.appointments where class_id = $1 and class_place is not null order by 1',
      [classId],
    )
  ).rows.map(({ class_place, state }) => `${class_place} ${state}`)

test('a place that is cancelled is kept for whoever has waited longest, and nobody slips in', async () => {
  const mine = await book('Robin')
  await book('Kit')
  await wait('Ash')
  await wait('Bo')
  await cancel(mine)
  expect(await asked()).toEqual(['Ash open'])
  expect(await placesOf()).toEqual(['1 held', '2 confirmed'])
  expect(await holdSlot(server(0), wanted(), null)).toMatchObject({ ok: false, why: 'taken', ofClass: true })
  await passOffer(server(0), await open())
  expect(await asked()).toEqual(['Ash passed', 'Bo open'])
  const offer = await open()
  const taken = await Promise.all([0, 1, 2, 3].map((number) => takeOffer(server(number), db.secret, offer)))
  expect(taken.filter((one) => one.ok && !one.already)).toHaveLength(1)
  expect(await placesOf()).toEqual(['1 confirmed', '2 confirmed'])
  expect(await asked()).toEqual(['Ash passed', 'Bo taken'])
})

test('two places that are cancelled at once go to two who wait, each one', async () => {
  const both = [await book('Robin'), await book('Kit')]
  for (const name of ['Ash', 'Bo', 'Cleo']) await wait(name)
  await Promise.all(both.map(cancel))
  await sweepOffers(server(0))
  expect((await asked()).toSorted()).toEqual(['Ash open', 'Bo open'])
  expect(await placesOf()).toEqual(['1 held', '2 held'])
})

test('nobody left: the place is public again, and nobody is asked twice for the same class', async () => {
  const mine = await book('Robin')
  await book('Kit')
  await wait('Ash')
  await cancel(mine)
  await passOffer(server(0), await open())
  expect(await placesOf()).toEqual(['2 confirmed'])
  await cancel(await book('Lee'))
  expect(await asked()).toEqual(['Ash passed'])
})

test('one’s place moves to another date of the class, once, and is offered to whoever waits for the first', async () => {
  const mine = await book('Robin')
  await book('Kit')
  await wait('Ash')
  const { free } = await freeTimesToMove(
    db.app,
    { clinicId: clinic.clinicId, service, minutes: 45, therapist: clinic.therapists[0] ?? '' },
    30,
  )
  expect(free.map(({ start }) => start)).toEqual([next()])
  const { therapist, location } = wanted()
  const move = () =>
    moveVisit(server(0), { clinicId: clinic.clinicId, appointmentId: mine, therapist, location, start: next() })
  expect(await move()).toEqual({ ok: true, already: false })
  expect(await move()).toEqual({ ok: true, already: true })
  expect(await placesOf(classes[1])).toEqual(['1 confirmed'])
  expect(await asked()).toEqual(['Ash open'])
})

test('a date that is full when the button is pressed leaves the place where it is', async () => {
  const mine = await book('Robin')
  await book('One', next())
  await book('Two', next())
  const { therapist, location } = wanted()
  const moved = await moveVisit(server(0), {
    ...{ clinicId: clinic.clinicId, appointmentId: mine, therapist, location, start: next() },
  })
  expect(moved).toMatchObject({ ok: false, why: 'taken', ofClass: true })
  expect(await placesOf()).toEqual(['1 confirmed'])
  const swapped = await Promise.all(
    (['One', 'Two'] as const).map(async (_, number) => {
      const { rows } = await db.admin.query<{ appointment_id: string }>(
        'select appointment_id from clinic.appointments where class_id = $1 and class_place = $2',
        [classes[1], number + 1],
      )
      const id = rows[0]?.appointment_id ?? ''
      return moveVisit(server(number), {
        clinicId: clinic.clinicId,
        appointmentId: id,
        therapist,
        location,
        start: first(),
      })
    }),
  )
  // One place was left there: one of the two has it, and the other keeps theirs.
  expect(swapped.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await placesOf()).toEqual(['1 confirmed', '2 confirmed'])
  expect(await placesOf(classes[1])).toHaveLength(1)
})

test('whoever has a place on a later date can wait for the earlier one', async () => {
  const early = await book('Kit')
  await book('Lee')
  const mine = await book('Robin', next())
  await wait('mover', { movesVisit: mine })
  await cancel(early)
  expect(await takeOffer(server(0), db.secret, await open())).toMatchObject({ ok: true, appointmentId: mine })
  expect(await placesOf()).toEqual(['1 confirmed', '2 confirmed'])
  expect(await placesOf(classes[1])).toEqual([])
})

test('a class that is planned anew is offered to those who wait for it; one that is called off to nobody', async () => {
  await book('Robin')
  await wait('Ash')
  await callOffClass(db.app, doer, classes[0] ?? '', 'The hall is flooded')
  await sweepOffers(server(0))
  expect(await asked()).toEqual([])
  const at = { service, therapist: clinic.therapists[0] ?? '', location: clinic.locationId }
  expect(await planClasses(db.app, doer, { ...at, starts: [first() + 60 * 60_000] })).toMatchObject({ ok: true })
  await Promise.all([sweepOffers(server(0)), sweepOffers(server(1))])
  expect(await asked()).toEqual(['Ash open'])
})

test('two people do not join as a pair for a class: each has a place of their own', async () => {
  const pair = { ...detailsOf('Parent'), secondPerson: 'Child' }
  await expect(wait('Parent', { details: pair })).rejects.toThrow('unknown')
})

test('whoever has a place in the class already is not asked for another of it, in any habit of typing: the next is', async () => {
  const mine = await book('Robin')
  await book('Kit')
  await wait('Kit', { details: { ...detailsOf('kit'), email: 'KIT@example.org' } })
  await wait('Ash')
  await cancel(mine)
  expect(await asked()).toEqual(['Ash open'])
})

test('whoever stands on the list twice is asked once for one time, and leaving one place asks nobody twice', async () => {
  const mine = await book('Robin')
  await book('Kit')
  await wait('Ash')
  await wait('Ash', { details: { ...detailsOf('ASH'), email: 'ash@example.org' } })
  await wait('Bo')
  await cancel(mine)
  expect(await asked()).toEqual(['Ash open'])
  await passOffer(server(0), await open())
  expect(await asked()).toEqual(['Ash passed', 'Bo open'])
})

test('two people of one address are two: each is asked', async () => {
  const mine = await book('Robin')
  await book('Kit')
  await wait('Kim', { details: { ...detailsOf('Kim'), email: 'kit@example.org' } })
  await cancel(mine)
  expect(await asked()).toEqual(['Kim open'])
})

test('a place that is held or offered in a class is not booked once its therapist is away, nor once it is called off', async () => {
  const visits = [await book('Robin'), await book('Kit')]
  await wait('Ash')
  await cancel(visits[0] ?? '')
  await cancel(visits[1] ?? '')
  const held = await holdSlot(server(0), wanted(), null)
  if (!held.ok) throw new Error(held.why)
  const confirm = () => confirmBooking(server(1), db.secret, held.hold.appointmentId, wanted(), detailsOf('Bo'))
  const [offer] = await offers()
  const offerId = { clinicId: clinic.clinicId, offerId: offer?.id ?? '' }
  expect(await findOffer(db.app, offerId)).toMatchObject({ state: 'open' })
  const day = Temporal.Instant.fromEpochMilliseconds(first())
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toString()
  await addAbsence(db.app, doer, { therapistId: clinic.therapists[0] ?? '', firstDay: day, lastDay: day })
  expect(await confirm()).toMatchObject({ ok: false, why: 'away', ofClass: true })
  expect(await findOffer(db.app, offerId)).toMatchObject({ state: 'gone' })
  expect(await takeOffer(server(0), db.secret, offerId)).toMatchObject({ ok: false, why: 'away' })
  await db.admin.query('delete from clinic.absences where clinic_id = $1', [clinic.clinicId])
  const again = await holdSlot(server(0), wanted(), null)
  if (!again.ok) throw new Error(again.why)
  await callOffClass(db.app, doer, classes[0] ?? '', 'The hall is wet')
  expect(await confirmBooking(server(1), db.secret, again.hold.appointmentId, wanted(), detailsOf('Bo'))).toMatchObject(
    { ok: false, why: 'notAStart' },
  )
})

test('a place that is offered in a class ends with the class that is called off: its page says so at once, and nobody else is asked', async () => {
  const mine = await book('Robin')
  await book('Kit')
  await wait('Ash')
  await wait('Bo')
  await cancel(mine)
  const offer = await open()
  const entryId = (await findOffer(db.app, offer))?.entryId ?? ''
  expect(await findWaitingPlace(db.app, { ...offer, entryId })).toMatchObject({ openOffer: offer.offerId })
  await callOffClass(db.app, doer, classes[0] ?? '', 'The hall is wet')
  const found = await findOffer(db.app, offer)
  expect(found).toMatchObject({ state: 'gone', entryState: 'waiting' })
  // Nor does their place on the list say that a time is kept for them.
  const place = { clinicId: clinic.clinicId, entryId: found?.entryId ?? '' }
  expect(await findWaitingPlace(db.app, place)).toMatchObject({ state: 'waiting', openOffer: null })
  expect(await takeOffer(server(0), db.secret, offer)).toMatchObject({ ok: false })
  await sweepOffers(server(1))
  expect(await asked()).toEqual(['Ash ended'])
  expect(await placesOf()).toEqual([])
})

describe('a place in a class that staff cancelled', () => {
  const act = async (appointmentId: string) => ({
    ...{ clinicId: clinic.clinicId, memberId: doer.memberId, appointmentId },
    seen: await lastEvent(db, appointmentId),
  })
  const cancelled = async (appointmentId: string) =>
    cancelByStaff(db.app, { ...(await act(appointmentId)), reason: 'The wrong row.', who: 'clinic' })
  const undone = async (appointmentId: string) => undoCancel(db.app, db.secret, await act(appointmentId))

  test('stands again where whoever was to be asked for it knows nothing of that yet, and they wait on', async () => {
    const mine = await book('Robin')
    await book('Kit')
    await wait('Ash')
    await cancelled(mine)
    expect(await asked()).toEqual(['Ash open'])
    expect(await undone(mine)).toMatchObject({ ok: true })
    expect(await asked()).toEqual(['Ash ended'])
    expect(await placesOf()).toEqual(['1 confirmed', '2 confirmed'])
  })

  test('stays cancelled while somebody who was written to may take it, which is told with when they must have answered', async () => {
    const mine = await book('Robin')
    await book('Kit')
    await wait('Ash')
    await cancelled(mine)
    await db.admin.query(
      `update clinic.mails set state = 'handed-over', handed_over_at = now() where offer_id is not null`,
    )
    expect(await undone(mine)).toMatchObject({ ok: false, why: 'offered', ofClass: true, what: 'cancel' })
    expect(await asked()).toEqual(['Ash open'])
    await passOffer(server(0), await open())
    expect(await undone(mine)).toMatchObject({ ok: true })
  })

  test('takes another free place, and ends no offer for that', async () => {
    const [mine, kits] = [await book('Robin'), await book('Kit')]
    await wait('Ash')
    await cancelled(mine)
    await cancelled(kits)
    expect(await placesOf()).toEqual(['1 held'])
    expect(await undone(mine)).toMatchObject({ ok: true })
    expect(await asked()).toEqual(['Ash open'])
    expect(await placesOf()).toEqual(['1 held', '2 confirmed'])
  })

  test('ends one offer and no more where both places are offered: the one that was made last', async () => {
    const [mine, kits] = [await book('Robin'), await book('Kit')]
    for (const name of ['Ash', 'Bo']) await wait(name)
    await cancelled(mine)
    await cancelled(kits)
    expect(await asked()).toEqual(['Ash open', 'Bo open'])
    expect(await undone(mine)).toMatchObject({ ok: true })
    expect(await asked()).toEqual(['Ash open', 'Bo ended'])
    expect(await placesOf()).toEqual(['1 held', '2 confirmed'])
    expect(await undone(kits)).toMatchObject({ ok: true })
    expect(await asked()).toEqual(['Ash ended', 'Bo ended'])
  })

  test('is not put back where its place is being booked or is taken, and that is told as of a place', async () => {
    const mine = await book('Robin')
    await book('Kit')
    await cancelled(mine)
    const held = await holdSlot(server(0), wanted(), null)
    if (!held.ok) throw new Error(held.why)
    expect(await undone(mine)).toEqual({ ok: false, why: 'held', ofClass: true })
    await confirmBooking(server(1), db.secret, held.hold.appointmentId, wanted(), detailsOf('Lee'))
    expect(await undone(mine)).toEqual({ ok: false, why: 'taken', ofClass: true })
  })
})
