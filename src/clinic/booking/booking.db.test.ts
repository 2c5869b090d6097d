/** Holding, booking, moving and cancelling against a real PostgreSQL, one at a time. */
import { beforeEach, describe, expect, test } from 'vitest'
import { inClinic } from '../db/connection.ts'
import { sharedDatabase } from '../db/test-database.ts'
import { unseal } from '../people/seal.ts'
import { cancelVisit } from './cancel.ts'
import { type BookingDetails, confirmBooking } from './confirm.ts'
import { holdSlot, keepHold, leaveHold, mostHolds, releaseHold, renewHold } from './holds.ts'
import { moveVisit } from './move.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from './test-clinic.ts'
import { findVisit } from './visit-view.ts'

const db = sharedDatabase()
const robin: BookingDetails = {
  personName: 'Robin Ashdown',
  contactName: 'Robin Ashdown',
  email: 'robin@example.org',
  payer: 'self',
}

const holdMinutes = 5

let clinic: TestClinic
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
})

const wanted = (wall: string, therapist = 0) => ({
  clinicId: clinic.clinicId,
  service: clinic.serviceId,
  therapist: clinic.therapists[therapist] ?? '',
  location: clinic.locationId,
  start: dayAfterTomorrow(wall),
})
const holdAt = async (wall: string, therapist = 0) => {
  const held = await holdSlot(db.app, wanted(wall, therapist), null)
  if (!held.ok) throw new Error(`not held: ${held.why}`)
  return held.hold.appointmentId
}
const bookAt = async (wall: string, details = robin, therapist = 0) => {
  const booked = await confirmBooking(
    db.app,
    db.secret,
    await holdAt(wall, therapist),
    wanted(wall, therapist),
    details,
  )
  if (!booked.ok) throw new Error(`not booked: ${booked.why}`)
  return booked.appointmentId
}
const count = async (table: string, where = 'true') => {
  const { rows } = await db.admin.query<{ n: number }>(
    `select count(*)::int as n from clinic.${table} where clinic_id = $1 and ${where}`,
    [clinic.clinicId],
  )
  return rows[0]?.n ?? -1
}
const endHolds = () =>
  db.admin.query(`update clinic.appointments set hold_ends_at = now() - interval '1 second' where state = 'held'`)
const visitId = (appointmentId: string) => ({ clinicId: clinic.clinicId, appointmentId })

describe('a hold', () => {
  test('keeps the time and its room from everybody else', async () => {
    await holdAt('10:00')
    expect(await holdSlot(db.app, wanted('10:00'), null)).toMatchObject({ ok: false, why: 'taken' })
    expect(await holdSlot(db.app, wanted('10:30'), null)).toMatchObject({ ok: false, why: 'taken' })
    expect(await count('claims')).toBe(2)
  })

  test('that is refused says what is free near it, and leaves nothing behind', async () => {
    await holdAt('10:00')
    const refused = await holdSlot(db.app, wanted('10:00'), null)
    if (refused.ok || refused.why === 'tooMany') throw new Error('held twice')
    expect(refused.near.length).toBeGreaterThan(2)
    expect(await count('appointments')).toBe(1)
  })

  test('ends after five minutes, and its time can be had again', async () => {
    await holdAt('10:00')
    await endHolds()
    await holdAt('10:00')
    expect(await count('appointments')).toBe(1)
    expect(await count('claims')).toBe(2)
  })

  test('ends five minutes from now by the database’s clock, and one that is renewed five minutes later', async () => {
    const minutesLeft = async () => {
      const { rows } = await db.admin.query<{ left: number }>(
        `select (extract(epoch from hold_ends_at - now()) / 60)::float8 as left from clinic.appointments where clinic_id = $1`,
        [clinic.clinicId],
      )
      return rows[0]?.left ?? 0
    }
    const held = await holdSlot(db.app, wanted('10:00'), null)
    if (!held.ok) throw new Error('not held')
    expect(await minutesLeft()).toBeGreaterThan(holdMinutes - 1)
    expect(await minutesLeft()).toBeLessThanOrEqual(holdMinutes)
    const renewed = await renewHold(db.app, held.hold)
    expect(await minutesLeft()).toBeGreaterThan(2 * holdMinutes - 1)
    expect(await minutesLeft()).toBeLessThanOrEqual(2 * holdMinutes)
    expect(renewed).toMatchObject({ ok: true, endsAt: held.hold.endsAt + holdMinutes * 60_000 })
  })

  test('that has ended and is being confirmed at this moment keeps nobody else waiting', async () => {
    const ended = await holdAt('10:00')
    await endHolds()
    await inClinic(db.app, clinic.clinicId, async (trx) => {
      await trx.selectFrom('appointments').selectAll().where('appointment_id', '=', ended).forUpdate().execute()
      await holdAt('15:00')
    })
    expect(await count('appointments')).toBe(2)
  })

  test('that has ended but is being confirmed at this moment: who wants its time is told what else is free', async () => {
    const ended = await holdAt('10:00')
    await endHolds()
    const lost = await inClinic(db.app, clinic.clinicId, async (trx) => {
      await trx.selectFrom('appointments').selectAll().where('appointment_id', '=', ended).forUpdate().execute()
      return holdSlot(db.app, wanted('10:00'), null)
    })
    if (lost.ok || lost.why !== 'taken') throw new Error('had, or not taken')
    const ofTherapist = lost.near.filter(({ therapist }) => therapist === clinic.therapists[0])
    expect(lost.near.length).toBeGreaterThan(2)
    for (const { start, end } of ofTherapist)
      expect(end <= dayAfterTomorrow('10:00') || start >= dayAfterTomorrow('10:45')).toBe(true)
  })

  test('keeps the pause after it as well', async () => {
    clinic = await makeTestClinic(db, { pauseAfter: 10 })
    await holdAt('10:00')
    expect(await holdSlot(db.app, wanted('10:45'), null)).toMatchObject({ ok: false, why: 'taken' })
    await holdAt('11:00')
    expect(await count('claims', `upper(during) - lower(during) = interval '55 minutes'`)).toBe(2)
  })

  const heldAt = async (wall: string) => {
    const held = await holdSlot(db.app, wanted(wall), null)
    if (!held.ok) throw new Error('not held')
    return held.hold
  }

  test('is given five minutes more than was said, however soon that is asked for', async () => {
    const hold = await heldAt('10:00')
    const renewed = await renewHold(db.app, hold)
    expect(renewed.ok && renewed.endsAt - hold.endsAt).toBe(5 * 60_000)
  })

  test('is free soon after its form is left, and stays where they come back to it', async () => {
    const hold = await heldAt('10:00')
    const end = async () => (await findVisit(db.app, hold))?.holdEndsAt ?? 0
    await leaveHold(db.app, hold)
    expect(hold.endsAt - (await end())).toBeGreaterThan(4 * 60_000)
    await keepHold(db.app, hold)
    expect(await end()).toBe(hold.endsAt)
    // Renewed on coming back, it has all that was promised.
    await leaveHold(db.app, hold)
    expect(await renewHold(db.app, hold)).toEqual({ ok: true, endsAt: hold.endsAt + 5 * 60_000 })
    await leaveHold(db.app, hold)
    await keepHold(db.app, hold)
    expect(await end()).toBe(hold.endsAt + 5 * 60_000)
    // Once it has ended, coming back takes it from nobody.
    await endHolds()
    await keepHold(db.app, hold)
    await holdAt('10:00')
  })

  test('that became a visit is left as it is by a page that is left', async () => {
    const id = await bookAt('10:00')
    await leaveHold(db.app, visitId(id))
    expect(await findVisit(db.app, visitId(id))).toMatchObject({ state: 'confirmed', holdEndsAt: null })
  })

  test('can be renewed once', async () => {
    const hold = visitId(await holdAt('10:00'))
    expect(await renewHold(db.app, hold)).toMatchObject({ ok: true })
    expect(await renewHold(db.app, hold)).toEqual({ ok: false, why: 'used' })
    await endHolds()
    expect(await renewHold(db.app, hold)).toEqual({ ok: false, why: 'ended' })
  })

  test('that became a visit is not let go by a page that was left open', async () => {
    const id = await bookAt('10:00')
    await releaseHold(db.app, visitId(id))
    expect(await findVisit(db.app, visitId(id))).toMatchObject({ state: 'confirmed' })
    expect(await count('claims')).toBe(2)
  })

  test('that has ended is not renewed: its time is everybody’s', async () => {
    const hold = visitId(await holdAt('10:00'))
    await endHolds()
    expect(await renewHold(db.app, hold)).toEqual({ ok: false, why: 'ended' })
    await holdAt('10:00')
  })

  test('is let go on leaving, twice without harm', async () => {
    const hold = visitId(await holdAt('10:00'))
    await releaseHold(db.app, hold)
    await releaseHold(db.app, hold)
    expect([await count('appointments'), await count('claims')]).toEqual([0, 0])
  })

  test('one address holds a dozen times and no more, until one is let go', async () => {
    const address = Buffer.from('one address')
    const times = Array.from({ length: mostHolds }, (_, at) => `${String(8 + at).padStart(2, '0')}:00`)
    const held = []
    for (const [at, wall] of times.slice(0, 11).entries())
      held.push(await holdSlot(db.app, wanted(wall, at % 2), address))
    held.push(await holdSlot(db.app, wanted('08:00', 1), address))
    expect(held.every(({ ok }) => ok)).toBe(true)
    expect(await holdSlot(db.app, wanted('09:00', 0), address)).toEqual({ ok: false, why: 'tooMany' })
    expect(await holdSlot(db.app, wanted('09:00', 0), Buffer.from('another'))).toMatchObject({ ok: true })
  })

  test.each([
    ['in the past', -3],
    ['outside the hours', 0],
  ])('is not had %s', async (_what, days) => {
    const start = dayAfterTomorrow('07:00') + days * 86_400_000
    expect(await holdSlot(db.app, { ...wanted('10:00'), start }, null)).toMatchObject({ ok: false })
    expect(await count('appointments')).toBe(0)
  })

  test('is not had with a therapist of another clinic', async () => {
    const other = await makeTestClinic(db)
    const foreign = { ...wanted('10:00'), therapist: other.therapists[0] ?? '' }
    expect(await holdSlot(db.app, foreign, null)).toMatchObject({ ok: false, why: 'unknown' })
  })
})

describe('a booking', () => {
  test('is one visit, one event and its mails, and knows who comes', async () => {
    const id = await bookAt('10:00')
    expect(await findVisit(db.app, visitId(id))).toMatchObject({
      state: 'confirmed',
      person: 'Robin Ashdown',
      email: 'robin@example.org',
      pricePence: 6200,
      startsAt: dayAfterTomorrow('10:00'),
      endsAt: dayAfterTomorrow('10:45'),
    })
    expect(await count('appointment_events')).toBe(1)
    expect(await count('mails', `kind = 'confirmation'`)).toBe(1)
  })

  test('confirmed twice from the same form is one visit, and the second answer is the first', async () => {
    const hold = await holdAt('10:00')
    const first = await confirmBooking(db.app, db.secret, hold, wanted('10:00'), robin)
    const second = await confirmBooking(db.app, db.secret, hold, wanted('10:00'), robin)
    expect(second).toEqual({ ...first, already: true })
    expect([
      await count('appointments'),
      await count('persons'),
      await count('mails', `kind = 'confirmation'`),
    ]).toEqual([1, 1, 1])
  })

  test('after the hold has ended is had all the same while nobody else took the time, once', async () => {
    const hold = await holdAt('10:00')
    await endHolds()
    const first = await confirmBooking(db.app, db.secret, hold, wanted('10:00'), robin)
    expect(first).toMatchObject({ ok: true, already: false })
    expect(await confirmBooking(db.app, db.secret, hold, wanted('10:00'), robin)).toEqual({ ...first, already: true })
    expect(await count('appointments')).toBe(1)
  })

  test('after the hold has ended and somebody was faster loses, and is told what is near', async () => {
    const hold = await holdAt('10:00')
    await endHolds()
    await bookAt('10:00', { ...robin, personName: 'Somebody Else', email: 'else@example.org' })
    const lost = await confirmBooking(db.app, db.secret, hold, wanted('10:00'), robin)
    expect(lost).toMatchObject({ ok: false, why: 'taken' })
    expect(await count('persons')).toBe(1)
  })

  test('of a second visit at the same time asks whether it is meant', async () => {
    await bookAt('10:00')
    const hold = await holdAt('10:00', 1)
    expect(await confirmBooking(db.app, db.secret, hold, wanted('10:00', 1), robin)).toMatchObject({
      ok: false,
      why: 'overlaps',
    })
    const meant = { ...robin, secondIsMeant: true }
    expect(await confirmBooking(db.app, db.secret, hold, wanted('10:00', 1), meant)).toMatchObject({ ok: true })
  })

  test.each([
    ['10:15', false],
    ['10:30', false],
    ['10:45', true],
  ])('of a second visit at %s beside one until 10:45 is had without a question: %s', async (wall, isHad) => {
    await bookAt('10:00')
    const outcome = await confirmBooking(db.app, db.secret, await holdAt(wall, 1), wanted(wall, 1), robin)
    expect(outcome.ok).toBe(isHad)
  })

  test('of a second visit at the same time by somebody else of the same address is not asked about', async () => {
    await bookAt('10:00')
    await bookAt('10:00', { ...robin, personName: 'Ada Ashdown' }, 1)
  })

  test('again at the time of a visit that was cancelled is not asked about', async () => {
    await cancelVisit(db.app, visitId(await bookAt('10:00')))
    await bookAt('10:00')
  })

  test('keeps the terms of the day it was booked: free until a day before it begins', async () => {
    expect(await findVisit(db.app, visitId(await bookAt('10:00')))).toMatchObject({
      freeUntil: dayAfterTomorrow('10:00') - 24 * 3_600_000,
      lateFeePence: 3000,
      pricePence: 6200,
    })
  })

  test('by somebody who pays alone keeps no number of an insurer', async () => {
    await bookAt('10:00', { ...robin, insurer: 'Kestrel', membershipNumber: 'M1', authorisationNumber: 'A1' })
    expect(await count('appointments', 'coalesce(insurer, membership_number, authorisation_number) is not null')).toBe(
      0,
    )
    const insured = {
      ...robin,
      payer: 'insurer',
      insurer: 'Kestrel',
      membershipNumber: 'M1',
      authorisationNumber: 'A1',
    }
    await bookAt('12:00', { ...insured, payer: 'insurer' })
    expect(
      await count('appointments', `(insurer, membership_number, authorisation_number) = ('Kestrel', 'M1', 'A1')`),
    ).toBe(1)
  })

  test('keeps the telephone number that was given, for when no letter arrives', async () => {
    await bookAt('10:00', { ...robin, phone: '020 7946 0001' })
    expect(await count('contacts', `phone = '020 7946 0001' and email = 'robin@example.org'`)).toBe(1)
  })

  test('by one mother for two children makes persons of their own and overwrites nobody', async () => {
    const mother = { contactName: 'Mo Dray', email: 'mo@example.org', payer: 'self' } as const
    await bookAt('10:00', { ...mother, personName: 'Ada Dray' })
    await bookAt('11:00', { ...mother, personName: 'Ben Dray' })
    await bookAt('12:00', { ...mother, personName: 'A Stranger', contactName: 'Stranger' })
    const { rows } = await db.admin.query(`select name from clinic.persons where clinic_id = $1 order by name`, [
      clinic.clinicId,
    ])
    expect(rows.map(({ name }) => name)).toEqual(['A Stranger', 'Ada Dray', 'Ben Dray'])
  })

  test('keeps note and shared check sealed: a search of the database finds neither', async () => {
    await bookAt('10:00', { ...robin, note: 'It pulls in my left calf', sharedCheck: 'Safe to start at home' })
    const { rows } = await db.admin.query<{ all: string }>(
      `select (select string_agg(a::text, '') from clinic.appointments a) || (select string_agg(s::text, '') from clinic.shared_checks s) as all`,
    )
    expect(rows[0]?.all).toMatch(/\\x/)
    for (const secret of ['left calf', 'Safe to start'])
      for (const form of [secret, Buffer.from(secret).toString('hex')]) expect(rows[0]?.all).not.toContain(form)
  })

  test('opens what it sealed for its own visit and purpose only, and seals the same words differently each time', async () => {
    const words = { note: 'It pulls in my left calf', sharedCheck: 'Safe to start at home' }
    const ids = [await bookAt('10:00', { ...robin, ...words }), await bookAt('12:00', { ...robin, ...words })]
    const sealed = await Promise.all(
      ids.map(async (id) => {
        const { rows } = await db.admin.query<{ note: Buffer; check: Buffer }>(
          `select a.note_sealed as note, s.sealed as check from clinic.appointments a
           join clinic.shared_checks s using (clinic_id, appointment_id) where appointment_id = $1`,
          [id],
        )
        return rows[0] ?? { note: Buffer.of(), check: Buffer.of() }
      }),
    )
    const [one, other] = sealed
    if (!one || !other) throw new Error('nothing sealed')
    const own = { clinicId: clinic.clinicId, appointmentId: ids[0] ?? '' }
    const open = (kind: 'note' | 'shared-check', bytes: Buffer, of = own, secret = db.secret) =>
      unseal(secret, { kind, ...of }, bytes)
    expect(open('note', one.note)).toBe(words.note)
    expect(open('shared-check', one.check)).toBe(words.sharedCheck)
    expect(open('note', other.note)).toBeUndefined()
    expect(open('shared-check', other.check)).toBeUndefined()
    expect(open('shared-check', one.note)).toBeUndefined()
    expect(open('note', one.note, { ...own, clinicId: ids[0] ?? '' })).toBeUndefined()
    expect(open('note', one.note, own, Buffer.alloc(32))).toBeUndefined()
    const beginnings = sealed.flatMap(({ note, check }) => [note, check]).map((bytes) => bytes.toString('hex', 0, 12))
    expect(new Set(beginnings).size).toBe(4)
  })

  test('keeps its pauses and price when the service changes later', async () => {
    const id = await bookAt('10:00')
    await db.admin.query('update clinic.services set price_pence = 9900, pause_after = 30 where service_id = $1', [
      clinic.serviceId,
    ])
    expect(await findVisit(db.app, visitId(id))).toMatchObject({ pricePence: 6200 })
  })
})

describe('a move', () => {
  const to = (wall: string, appointmentId: string, therapist = 0) => ({ ...wanted(wall, therapist), appointmentId })

  test('keeps the visit and its id, raises its version, and frees the old time', async () => {
    const id = await bookAt('10:00')
    expect(await moveVisit(db.app, to('15:00', id))).toEqual({ ok: true, already: false })
    expect(await findVisit(db.app, visitId(id))).toMatchObject({ version: 1, startsAt: dayAfterTomorrow('15:00') })
    await holdAt('10:00')
  })

  test('is written down as what happened, and mailed with its new time', async () => {
    const id = await bookAt('10:00')
    await moveVisit(db.app, to('15:00', id))
    const moved = new Date(dayAfterTomorrow('15:00')).toISOString()
    expect(
      await count(
        'appointment_events',
        `what = 'moved' and version = 1 and by_whom = 'person' and starts_at = '${moved}'`,
      ),
    ).toBe(1)
    expect(
      await count('mails', `kind = 'moved' and version = 1 and state = 'queued' and address = 'robin@example.org'`),
    ).toBe(1)
    const due = `kind = 'reminder-2h' and state = 'queued' and due_at = '${moved}'::timestamptz - interval '2 hours'`
    expect(await count('mails', due)).toBe(1)
    expect(await count('mails', `kind = 'reminder-2h' and state = 'queued'`)).toBe(1)
  })

  test('to the time of a hold that has ended is had', async () => {
    const id = await bookAt('10:00')
    await holdAt('15:00')
    await endHolds()
    expect(await moveVisit(db.app, to('15:00', id))).toEqual({ ok: true, already: false })
  })

  test('takes its free time with it', async () => {
    const id = await bookAt('10:00')
    await moveVisit(db.app, to('15:00', id))
    expect(await findVisit(db.app, visitId(id))).toMatchObject({
      freeUntil: dayAfterTomorrow('15:00') - 24 * 3_600_000,
    })
  })

  test('to a time that overlaps its own is had', async () => {
    const id = await bookAt('10:00')
    expect(await moveVisit(db.app, to('10:15', id))).toEqual({ ok: true, already: false })
    expect(await count('claims')).toBe(2)
  })

  test('to a time that somebody has leaves the old visit untouched', async () => {
    await bookAt('15:00', { ...robin, personName: 'Else' })
    const id = await bookAt('10:00')
    const before = await findVisit(db.app, visitId(id))
    expect(await moveVisit(db.app, to('15:00', id))).toMatchObject({ ok: false, why: 'taken' })
    expect(await findVisit(db.app, visitId(id))).toEqual(before)
    expect(await count('claims')).toBe(4)
  })

  test('pressed twice is one move; twenty moves are twenty versions of one visit', async () => {
    const id = await bookAt('10:00')
    await moveVisit(db.app, to('11:00', id))
    expect(await moveVisit(db.app, to('11:00', id))).toEqual({ ok: true, already: true })
    for (let at = 0; at < 19; at += 1)
      expect(await moveVisit(db.app, to(at % 2 ? '11:00' : '16:00', id, at % 2))).toMatchObject({ ok: true })
    expect(await findVisit(db.app, visitId(id))).toMatchObject({ version: 20, state: 'confirmed' })
    expect(await count('appointments')).toBe(1)
  })

  test('inside the last day is for the clinic to do', async () => {
    const id = await bookAt('10:00')
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour' where appointment_id = $1`,
      [id],
    )
    expect(await moveVisit(db.app, to('15:00', id))).toEqual({ ok: false, why: 'late' })
  })
})

describe('a cancellation', () => {
  test('frees the time at once, deletes the shared check, and is told once', async () => {
    const id = await bookAt('10:00', { ...robin, sharedCheck: 'Safe to start at home' })
    expect(await cancelVisit(db.app, visitId(id))).toMatchObject({ ok: true, already: false, late: false, feePence: 0 })
    expect(await cancelVisit(db.app, visitId(id))).toMatchObject({ ok: true, already: true })
    expect([await count('claims'), await count('shared_checks')]).toEqual([0, 0])
    expect(await count('mails', `kind = 'cancelled' and version = 1`)).toBe(1)
    expect(await count('appointment_events', `what = 'cancelled' and version = 1`)).toBe(1)
    expect(await findVisit(db.app, visitId(id))).toMatchObject({ version: 1, state: 'cancelled' })
    await holdAt('10:00')
  })

  test('inside the last day is heard, recorded as late, and costs what the terms said', async () => {
    const id = await bookAt('10:00')
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour' where appointment_id = $1`,
      [id],
    )
    const heard = await cancelVisit(db.app, { ...visitId(id), reason: 'My train stands still' })
    expect(heard).toEqual({ ok: true, already: false, late: true, feePence: 3000 })
    expect(await cancelVisit(db.app, visitId(id))).toEqual({ ok: true, already: true, late: true, feePence: 3000 })
    expect(await count('appointment_events', `what = 'late-cancelled' and reason = 'My train stands still'`)).toBe(1)
    expect(await findVisit(db.app, visitId(id))).toMatchObject({ state: 'late-cancelled' })
  })

  test('after it has begun is not had: the clinic must be rung', async () => {
    const id = await bookAt('10:00')
    await db.admin.query(
      `update clinic.appointments set starts_at = now() - interval '5 min', ends_at = now() + interval '40 min' where appointment_id = $1`,
      [id],
    )
    expect(await cancelVisit(db.app, visitId(id))).toEqual({ ok: false, why: 'over' })
  })

  test('a replay of the booking after it makes no new visit and no mail', async () => {
    const hold = await holdAt('10:00')
    await confirmBooking(db.app, db.secret, hold, wanted('10:00'), robin)
    await cancelVisit(db.app, visitId(hold))
    expect(await confirmBooking(db.app, db.secret, hold, wanted('10:00'), robin)).toMatchObject({
      ok: true,
      already: true,
    })
    expect(await findVisit(db.app, visitId(hold))).toMatchObject({ state: 'cancelled' })
    expect(await count('mails', `kind = 'confirmation'`)).toBe(1)
  })
})
