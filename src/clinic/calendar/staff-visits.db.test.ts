/** Booking and moving by staff against a real PostgreSQL: who wins, what is bent and written down, what can be taken back. */
import { beforeEach, describe, expect, test } from 'vitest'
import { dayList } from '../booking/day-list.ts'
import { holdSlot } from '../booking/holds.ts'
import { moveVisit } from '../booking/move.ts'
import { staffDay } from '../booking/staff-day.ts'
import { staffVisit } from '../booking/staff-visit.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../booking/test-clinic.ts'
import { testDatabase } from '../db/test-database.ts'
import type { Member } from '../people/members.ts'
import { bookedByStaff, joinClinic, wantedAt } from './test-calendar.ts'
import { bookByStaff, lookAtBooking } from './staff-booking.ts'
import { lookAtMove, moveByStaff, type StaffMove } from './staff-move.ts'
import { lastCommand, undoCommand } from './undo.ts'

const db = testDatabase()
let clinic: TestClinic
let sol: Member
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
  sol = await joinClinic(db, clinic.clinicId)
})

const key = () => crypto.randomUUID()
const nadia = { name: 'Nadia Fleet', phone: '020 7946 8152' }
const at = (wall: string, therapist = 0) => wantedAt(clinic, wall, therapist)
const rowsOf = async (table: string, where = 'true') =>
  (await db.admin.query(`select * from clinic.${table} where clinic_id = $1 and ${where}`, [clinic.clinicId])).rows
const visit = async (id: string) => (await rowsOf('appointments', `appointment_id = '${id}'`))[0]
const move = (appointmentId: string, wall: string, more: Partial<StaffMove> = {}): StaffMove => ({
  appointmentId,
  version: 0,
  therapist: clinic.therapists[0] ?? '',
  location: clinic.locationId,
  start: dayAfterTomorrow(wall),
  ...more,
})

describe('a visit booked by the desk', () => {
  test('takes its time and room like any other, and is told by mail half a minute later', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    expect(await rowsOf('claims', `appointment_id = '${id}'`)).toHaveLength(2)
    expect(await holdSlot(db.app, at('10:30'), null)).toMatchObject({ ok: false, why: 'taken' })
    const [mail] = await rowsOf('mails', `kind = 'confirmation'`)
    expect(mail.due_at.getTime() - mail.created_at.getTime()).toBe(30_000)
    expect(await rowsOf('appointment_events')).toMatchObject([{ by_whom: 'staff', member_id: sol.memberId }])
  })

  test('needs no email: who gave a phone alone is booked, and no mail waits for them', async () => {
    await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
    expect(await rowsOf('contacts')).toMatchObject([{ email: null, phone: '020 7946 8152' }])
    expect(await rowsOf('mails')).toEqual([])
  })

  test('by telephone asks nobody to ring them about it; once it is moved, whoever has no email is to be rung', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
    const day = Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00'))
      .toZonedDateTimeISO('Europe/London')
      .toPlainDate()
      .toString()
    const toRing = async () => [
      (await staffDay(db.app, { member: sol, day, therapistId: undefined })).visits.map(({ notReached }) => notReached),
      (await dayList(db.app, db.secret, clinic.clinicId, day)).map(({ notReached }) => notReached),
      [(await staffVisit(db.app, db.secret, sol, id))?.mails.notReached],
    ]
    expect(await toRing()).toEqual([[null], [null], [null]])
    expect((await moveByStaff(db.app, sol, move(id, '12:00'))).ok).toBe(true)
    const ring = 'Has no email: phone.'
    expect(await toRing()).toEqual([[ring], [ring], [ring]])
  })

  test('is one, however often the button is pressed', async () => {
    const booking = { key: key(), wanted: at('10:00'), whom: nadia }
    const both = await Promise.all([bookByStaff(db.app, sol, booking), bookByStaff(db.app, sol, booking)])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(await rowsOf('appointments')).toHaveLength(1)
    expect(await rowsOf('persons')).toHaveLength(1)
  })

  test('asks whether a second visit of the same person at that time is meant', async () => {
    await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
    const second = { key: key(), wanted: at('10:15', 1), whom: nadia }
    expect(await bookByStaff(db.app, sol, second)).toMatchObject({ ok: false, why: 'overlaps' })
    const habits = [
      { name: 'NADIA FLEET', phone: '+44 20 7946 8152' },
      { name: 'Nádia  Fleet', phone: '02079468152' },
    ]
    for (const whom of habits)
      expect(await bookByStaff(db.app, sol, { ...second, key: key(), whom })).toMatchObject({ why: 'overlaps' })
    // Somebody else at the same telephone is nobody's second visit, nor is the same name with no way to reach them in common.
    expect(await bookByStaff(db.app, sol, { ...second, key: key(), secondIsMeant: true })).toMatchObject({ ok: true })
    clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
    sol = await joinClinic(db, clinic.clinicId)
    await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
    const other = { name: 'Nadia Fleet', phone: '020 7946 0999' }
    expect(await bookByStaff(db.app, sol, { key: key(), wanted: at('10:15', 1), whom: other })).toMatchObject({
      ok: true,
    })
    const family = { name: 'Sami Fleet', phone: nadia.phone }
    expect(await bookByStaff(db.app, sol, { key: key(), wanted: at('11:00', 1), whom: family })).toMatchObject({
      ok: true,
    })
  })

  test('of somebody the clinic knows makes no second person', async () => {
    await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
    const [person] = await rowsOf('persons')
    await bookedByStaff(db, sol, at('12:00'), { whom: { personId: person.person_id } })
    expect(await rowsOf('persons')).toHaveLength(1)
    expect(
      await bookByStaff(db.app, sol, { key: key(), wanted: at('14:00'), whom: { personId: key() } }),
    ).toMatchObject({ ok: false, why: 'nobody' })
  })

  test('of two members of staff on one time one wins, and the other is told who has it and what is free', async () => {
    for (let round = 0; round < 10; round += 1) {
      const wanted = { ...at('08:00'), start: dayAfterTomorrow('08:00') + round * 60 * 60_000 }
      const both = await Promise.all(
        ['A', 'B'].map((name) => bookByStaff(db.app, sol, { key: key(), wanted, whom: { ...nadia, name } })),
      )
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      const lost = both.find(({ ok }) => !ok)
      expect(lost).toMatchObject({ why: 'taken', canBend: true, inTheWay: [{ kind: 'visit', from: wanted.start }] })
    }
  })

  test('over a hold is refused while the hold lasts', async () => {
    await holdSlot(db.app, at('10:00'), null)
    const booked = await bookByStaff(db.app, sol, { key: key(), wanted: at('10:00'), whom: nadia })
    expect(booked).toMatchObject({ ok: false, why: 'taken', inTheWay: [{ kind: 'hold', person: null }] })
  })

  test('is looked at beforehand: a hold that has ended is named no more', async () => {
    await holdSlot(db.app, at('10:00'), null)
    const look = () => lookAtBooking(db.app, at('10:15'), [clinic.locationId])
    expect(await look()).toMatchObject({ ok: false, why: 'taken', inTheWay: [{ kind: 'hold' }] })
    await bookedByStaff(db, sol, at('10:45'))
    await db.admin.query(
      `update clinic.appointments set hold_ends_at = now() - interval '1 second' where state = 'held'`,
    )
    expect(await look()).toMatchObject({ ok: false, why: 'taken', inTheWay: [{ kind: 'visit' }] })
  })

  test('never lies in the past or at another clinic, whatever the reason', async () => {
    const other = await makeTestClinic(db)
    const past = { ...at('10:00'), start: dayAfterTomorrow('10:00') - 4 * 24 * 60 * 60_000 }
    for (const wanted of [past, { ...wantedAt(other, '10:00'), clinicId: clinic.clinicId }]) {
      const booked = await bookByStaff(db.app, sol, { key: key(), wanted, whom: nadia, reason: 'In pain' })
      expect(booked).toMatchObject({ ok: false, canBend: false })
    }
    expect(await rowsOf('appointments')).toEqual([])
  })
})

describe('a rule that staff bend', () => {
  test('lets somebody be squeezed in with a reason, marked and written down; without one nothing is booked', async () => {
    await bookedByStaff(db, sol, at('10:00'))
    const squeezed = { key: key(), wanted: at('10:15'), whom: nadia }
    expect(await bookByStaff(db.app, sol, squeezed)).toMatchObject({ ok: false, why: 'taken', canBend: true })
    const booked = await bookByStaff(db.app, sol, { ...squeezed, reason: 'In great pain' })
    if (!booked.ok) throw new Error(booked.why)
    expect(await visit(booked.appointmentId)).toMatchObject({ bent_rule: 'taken', bent_reason: 'In great pain' })
    const claims = await rowsOf('claims', `appointment_id = '${booked.appointmentId}'`)
    expect(claims.map(({ resource_id }) => resource_id)).not.toContain(clinic.therapists[0])
    expect(await rowsOf('appointment_events', `bent_rule = 'taken'`)).toMatchObject([{ reason: 'In great pain' }])
  })

  test('leaves the public nothing of that time: not what the visit overlaps, and not the rest of it', async () => {
    await bookedByStaff(db, sol, at('10:00'))
    const squeezed = await bookedByStaff(db, sol, at('10:30'), { whom: nadia, reason: 'In great pain' })
    // 10:45 is free of the first visit, and only the one that was squeezed in has it.
    expect(await holdSlot(db.app, at('10:45'), null)).toMatchObject({ ok: false, why: 'taken' })
    expect(await holdSlot(db.app, at('11:15'), null)).toMatchObject({ ok: true })
    await db.admin.query(`update clinic.appointments set state = 'cancelled' where appointment_id = $1`, [squeezed])
    expect(await holdSlot(db.app, at('10:45'), null)).toMatchObject({ ok: false, why: 'taken' })
  })

  test('may be the hours or the notice, and each is named as what it is', async () => {
    await db.admin.query('update clinic.services set notice_minutes = 10000 where clinic_id = $1', [clinic.clinicId])
    const early = { key: key(), wanted: at('07:00'), whom: nadia }
    expect(await bookByStaff(db.app, sol, early)).toMatchObject({ why: 'outsideHours', canBend: true })
    const soon = { key: key(), wanted: at('12:00'), whom: nadia }
    expect(await bookByStaff(db.app, sol, soon)).toMatchObject({ why: 'insideNotice', canBend: true })
    const id = await bookedByStaff(db, sol, at('12:00'), { reason: 'Agreed by phone' })
    expect(await visit(id)).toMatchObject({ bent_rule: 'insideNotice' })
    expect(await rowsOf('claims', `appointment_id = '${id}'`)).toHaveLength(2)
  })

  test('is no mark on the visit any more once it has been moved to a time in order', async () => {
    await bookedByStaff(db, sol, at('10:00'))
    const id = await bookedByStaff(db, sol, at('10:15'), { reason: 'In pain' })
    expect(await moveVisit(db.app, { ...move(id, '10:45'), clinicId: clinic.clinicId })).toMatchObject({ ok: true })
    expect(await visit(id)).toMatchObject({ bent_rule: null, bent_reason: null })
    expect(await rowsOf('claims', `appointment_id = '${id}'`)).toHaveLength(2)
  })
})

describe('a move by staff', () => {
  test('is answered beforehand as it will be, and asking changes nothing', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await bookedByStaff(db, sol, at('12:00'))
    const before = await rowsOf('claims')
    expect(await lookAtMove(db.app, sol, move(id, '12:15'))).toMatchObject({ ok: false, why: 'taken', canBend: true })
    expect(await lookAtMove(db.app, sol, move(id, '10:15'))).toMatchObject({ ok: true, already: false })
    expect(await rowsOf('claims')).toEqual(before)
    expect(await visit(id)).toMatchObject({ version: 0 })
    expect(await moveByStaff(db.app, sol, move(id, '10:15'))).toMatchObject({ ok: true, version: 1 })
  })

  test('pressed twice is one move and one mail', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await moveByStaff(db.app, sol, move(id, '12:00'))
    expect(await moveByStaff(db.app, sol, move(id, '12:00'))).toMatchObject({ ok: true, already: true })
    expect(await rowsOf('mails', `kind = 'moved'`)).toHaveLength(1)
  })

  test('from a page that is old is refused with what happened meanwhile', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    const wren = await joinClinic(db, clinic.clinicId, { name: 'Wren Holly' })
    await moveByStaff(db.app, wren, move(id, '12:00'))
    expect(await moveByStaff(db.app, sol, move(id, '14:00'))).toMatchObject({
      ok: false,
      why: 'stale',
      since: [{ what: 'moved', by: 'Wren Holly', startsAt: dayAfterTomorrow('12:00') }],
    })
    expect(await visit(id)).toMatchObject({ version: 1 })
  })

  test('sends no mail about it to somebody who knows, and the reminders follow the new time', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await moveByStaff(db.app, sol, move(id, '12:00', { isTold: true }))
    const waiting = await rowsOf('mails', `state = 'queued'`)
    expect(waiting.map(({ kind }) => kind)).not.toContain('moved')
    const reminder = waiting.find(({ kind }) => kind === 'reminder-2h')
    expect(reminder.due_at.getTime()).toBe(dayAfterTomorrow('10:00'))
  })

  test('of two members of staff to one time one wins', async () => {
    const ids = [await bookedByStaff(db, sol, at('10:00')), await bookedByStaff(db, sol, at('11:00'))]
    const both = await Promise.all(ids.map((id) => moveByStaff(db.app, sol, move(id, '14:00'))))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await rowsOf('claims')).toHaveLength(4)
  })

  test('that is outrun each time is told that the time is free at this moment, and that no reason is asked for it', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await db.admin.query(`create function clinic.outrun() returns trigger language plpgsql as
      $$ begin raise exception 'somebody was quicker' using errcode = '23P01'; end $$`)
    await db.admin.query(
      'create trigger outrun before insert on clinic.claims for each row execute function clinic.outrun()',
    )
    try {
      const moved = await moveByStaff(db.app, sol, move(id, '12:00', { reason: 'In pain' }))
      expect(moved).toMatchObject({ ok: false, why: 'taken', canBend: false, inTheWay: [] })
      expect(moved).toMatchObject({ near: [{ start: dayAfterTomorrow('12:00') }] })
    } finally {
      await db.admin.query('drop trigger outrun on clinic.claims')
      await db.admin.query('drop function clinic.outrun')
    }
    expect(await visit(id)).toMatchObject({ version: 0 })
    expect(await rowsOf('claims')).toHaveLength(2)
  })

  test('of a visit of another clinic finds none', async () => {
    const other = await makeTestClinic(db)
    const stranger = await joinClinic(db, other.clinicId)
    const id = await bookedByStaff(db, sol, at('10:00'))
    expect(await moveByStaff(db.app, stranger, move(id, '12:00'))).toEqual({ ok: false, why: 'gone' })
  })

  test('is over once they have arrived', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await db.admin.query(`update clinic.appointments set state = 'arrived' where appointment_id = $1`, [id])
    expect(await moveByStaff(db.app, sol, move(id, '12:00'))).toEqual({ ok: false, why: 'over' })
  })
})

describe('taking back', () => {
  const undo = async (doer = sol) =>
    undoCommand(db.app, db.secret, doer, (await lastCommand(db.app, doer))?.commandId ?? key())

  test('a move puts time, room and therapist back, and nobody is written to who was not', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await db.admin.query(
      `update clinic.mails set state = 'handed-over', handed_over_at = now() where kind = 'confirmation'`,
    )
    const before = await rowsOf('claims')
    await moveByStaff(db.app, sol, move(id, '12:00', { therapist: clinic.therapists[1] ?? '' }))
    expect(await undo()).toEqual({ ok: true, what: 'move', subjectId: id, wereTold: false })
    const place = ({ resource_id, during }: Record<string, unknown>) => ({ resource_id, during })
    expect((await rowsOf('claims')).map(place)).toEqual(before.map(place))
    const visitNow = await visit(id)
    expect(visitNow.starts_at.getTime()).toBe(dayAfterTomorrow('10:00'))
    expect(visitNow.version).toBe(2)
    const waiting = await rowsOf('mails', `state = 'queued'`)
    const told = waiting.map(({ kind, version }) => `${kind} ${version}`)
    expect(told).toContain('reminder-2h 2')
    expect(told.filter((row) => !/^reminder-(48h|2h) 2$/.test(row))).toEqual([])
    expect(await undo()).toMatchObject({ ok: false, why: 'nothing' })
  })

  test('a move of which a mail has gone is told by another', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await moveByStaff(db.app, sol, move(id, '12:00'))
    await db.admin.query(`update clinic.mails set state = 'handed-over', handed_over_at = now() where kind = 'moved'`)
    expect(await undo()).toMatchObject({ ok: true, wereTold: true })
    expect(await rowsOf('mails', `state = 'queued' and kind = 'moved'`)).toHaveLength(1)
  })

  test('a booking before its mail has gone leaves no mail at all', async () => {
    await bookedByStaff(db, sol, at('10:00'))
    expect(await undo()).toMatchObject({ ok: true, what: 'book', wereTold: false })
    expect(await rowsOf('mails', `state = 'queued'`)).toEqual([])
    expect(await rowsOf('claims')).toEqual([])
    expect(await holdSlot(db.app, at('10:00'), null)).toMatchObject({ ok: true })
  })

  test('is refused plainly when the old time has gone, the visit was changed, or it was somebody else', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await moveByStaff(db.app, sol, move(id, '12:00'))
    await bookedByStaff(db, await joinClinic(db, clinic.clinicId), at('10:00'))
    const last = await lastCommand(db.app, sol)
    expect(await undo()).toEqual({ ok: false, why: 'taken' })
    const wren = await joinClinic(db, clinic.clinicId)
    expect(await undoCommand(db.app, db.secret, wren, last?.commandId ?? '')).toEqual({ ok: false, why: 'nothing' })
    await moveByStaff(db.app, wren, move(id, '14:00', { version: 1 }))
    expect(await undo()).toEqual({ ok: false, why: 'changed' })
  })
})
