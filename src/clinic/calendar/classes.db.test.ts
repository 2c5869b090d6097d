/** Classes against a real PostgreSQL: as many people as there are places, whoever presses when, and nobody told what is not so. */
import { beforeEach, describe, expect, test } from 'vitest'
import { callOffClass } from '../booking/call-off-class.ts'
import { cancelVisit } from '../booking/cancel.ts'
import { confirmBooking } from '../booking/confirm.ts'
import { holdCourse } from '../booking/courses.ts'
import { holdMove } from '../booking/hold-move.ts'
import { holdSlot, releaseHold } from '../booking/holds.ts'
import { moveLater } from '../booking/move-course.ts'
import { moveVisit } from '../booking/move.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../booking/test-clinic.ts'
import { inClinic } from '../db/connection.ts'
import { sharedDatabase } from '../db/test-database.ts'
import type { Member } from '../people/members.ts'
import { classesToCome, findClass } from './class-list.ts'
import { planClasses } from './plan-classes.ts'
import { bookByStaff } from './staff-booking.ts'
import { moveByStaff } from './staff-move.ts'
import { joinClinic } from './test-calendar.ts'
import { lastEvent } from '../booking/test-staff.ts'
import { cancelByStaff } from './staff-cancel.ts'
import { undoCancel } from './undo-cancel.ts'
import { lastCommand, undoCommand } from './undo.ts'

const db = sharedDatabase()
const dayMs = 24 * 60 * 60_000
let clinic: TestClinic
let sol: Member
let classService: string
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2, rooms: 1 })
  sol = await joinClinic(db, clinic.clinicId)
  const { rows } = await db.admin.query<{ service_id: string }>(
    `insert into clinic.services (clinic_id, treatment, name, minutes, price_pence, room_kind, notice_minutes, places)
     values ($1, 'strength-class', 'Strength class', 60, 1800, 'treatment', 0, 4) returning service_id`,
    [clinic.clinicId],
  )
  classService = rows[0]?.service_id ?? ''
  for (const therapist of clinic.therapists)
    await db.admin.query('insert into clinic.service_therapists values ($1, $2, $3)', [
      clinic.clinicId,
      classService,
      therapist,
    ])
})

const six = () => dayAfterTomorrow('18:00')
const planned = (starts: readonly number[] = [six()], therapist = 0) =>
  planClasses(db.app, sol, {
    ...{ service: classService, therapist: clinic.therapists[therapist] ?? '', location: clinic.locationId, starts },
  })
const classAt = async (...starts: number[]) => {
  const answer = await planned(starts.length > 0 ? starts : [six()])
  if (!answer.ok) throw new Error(`not planned: ${answer.why}`)
  return answer.classIds
}
const wanted = (start = six()) => ({
  ...{ clinicId: clinic.clinicId, service: classService, therapist: clinic.therapists[0] ?? '' },
  ...{ location: clinic.locationId, start },
})
const details = (name: string) => ({
  ...{ personName: name, contactName: name, email: `${name.toLowerCase()}@example.org`, payer: 'self' as const },
})
async function book(name: string, start = six()) {
  const held = await holdSlot(db.app, wanted(start), null)
  return held.ok ? confirmBooking(db.app, db.secret, held.hold.appointmentId, wanted(start), details(name)) : held
}
async function booked(name: string, start = six()): Promise<string> {
  const answer = await book(name, start)
  if (!answer.ok) throw new Error(`not booked: ${answer.why}`)
  return answer.appointmentId
}
const rowsOf = async (table: string, where = 'true') =>
  (await db.admin.query(`select * from clinic.${table} where clinic_id = $1 and ${where}`, [clinic.clinicId])).rows
const placesTaken = async () =>
  (await rowsOf('appointments', 'class_place is not null')).map(({ class_place }) => class_place).sort()
const inClass = (classId: string) => inClinic(db.app, clinic.clinicId, (trx) => findClass(trx, sol, classId))

describe('a class is planned', () => {
  test('with its therapist, its room and its places; a second press plans nothing more', async () => {
    const [classId] = await classAt()
    expect(await rowsOf('claims', `appointment_id = '${classId}'`)).toHaveLength(2)
    expect(await rowsOf('class_places')).toHaveLength(4)
    expect(await planned()).toEqual({ ok: true, already: true, classIds: [classId] })
    expect(await rowsOf('appointments')).toHaveLength(1)
  })

  test('two presses at one moment plan one', async () => {
    const both = await Promise.all([planned(), planned()])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(await rowsOf('appointments')).toHaveLength(1)
  })

  test('all of a row or none: where one date is taken, it is named', async () => {
    const visit = { ...wanted(six() + 7 * dayMs), service: clinic.serviceId }
    expect((await holdSlot(db.app, visit, null)).ok).toBe(true)
    expect(await planned([six(), six() + 7 * dayMs])).toEqual({
      ...{ ok: false, why: 'notFree' },
      refused: [{ start: six() + 7 * dayMs, why: 'taken' }],
    })
    expect(await rowsOf('appointments', `state = 'class'`)).toEqual([])
  })

  test('not twice at once, not in one room at once, not for a service of one, not by somebody who may not', async () => {
    await classAt()
    expect(await planned([six() + 30 * 60_000])).toMatchObject({ ok: false, why: 'notFree' })
    expect(await planned([six()], 1)).toMatchObject({ ok: false, refused: [{ why: 'noRoom' }] })
    const single = { service: clinic.serviceId, therapist: clinic.therapists[0] ?? '', location: clinic.locationId }
    expect(await planClasses(db.app, sol, { ...single, starts: [six()] })).toEqual({ ok: false, why: 'notAClass' })
    const ana = await joinClinic(db, clinic.clinicId, {
      role: 'therapist',
      therapistId: clinic.therapists[1] ?? null,
    })
    expect(await planClasses(db.app, ana, { ...single, service: classService, starts: [six()] })).toEqual({
      ...{ ok: false, why: 'notYours' },
    })
  })

  test('keeps its time from every other visit', async () => {
    await classAt()
    const visit = { ...wanted(), service: clinic.serviceId }
    expect(await holdSlot(db.app, visit, null)).toMatchObject({ ok: false, why: 'taken' })
    const other = { ...visit, therapist: clinic.therapists[1] ?? '' }
    expect(await holdSlot(db.app, other, null)).toMatchObject({ ok: false, why: 'noRoom' })
  })
})

describe('places of a class', () => {
  test.each([8, 16])(
    '%i people who press at once for four places: four come, each in a place of their own',
    async (people) => {
      await classAt(six(), six() + 7 * dayMs)
      const outcomes = await Promise.all(Array.from({ length: people }, (_, at) => book(`P${at}`)))
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(4)
      expect(await placesTaken()).toEqual([1, 2, 3, 4])
      for (const outcome of outcomes)
        if (!outcome.ok) expect(outcome).toMatchObject({ why: 'taken', near: [{ start: six() + 7 * dayMs }] })
      expect(await rowsOf('mails', `kind = 'confirmation'`)).toHaveLength(4)
      expect(await rowsOf('appointments', `state = 'held'`)).toEqual([])
    },
  )

  test('a place that is held is taken, and let go or run out it is free', async () => {
    await classAt()
    await Promise.all(['A', 'B', 'C'].map((name) => booked(name)))
    const held = await holdSlot(db.app, wanted(), null)
    if (!held.ok) throw new Error('not held')
    expect(await book('D')).toMatchObject({ ok: false, why: 'taken' })
    await releaseHold(db.app, held.hold)
    const again = await holdSlot(db.app, wanted(), null)
    if (!again.ok) throw new Error('not held')
    await db.admin.query(
      `update clinic.appointments set hold_ends_at = now() - interval '1 second' where state = 'held'`,
    )
    expect(await book('D')).toMatchObject({ ok: true })
    expect(await confirmBooking(db.app, db.secret, again.hold.appointmentId, wanted(), details('E'))).toMatchObject({
      ...{ ok: false, why: 'taken' },
    })
  })

  test('one form sent often takes one place', async () => {
    await classAt()
    const held = await holdSlot(db.app, wanted(), null)
    if (!held.ok) throw new Error('not held')
    const press = () => confirmBooking(db.app, db.secret, held.hold.appointmentId, wanted(), details('A'))
    const all = await Promise.all([press(), press(), press(), press()])
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true, true])
    expect(await placesTaken()).toEqual([1])
  })

  test('the same person is asked before taking two, and each may take a second when it is meant', async () => {
    await classAt()
    await booked('A')
    expect(await book('A')).toMatchObject({ ok: false, why: 'overlaps' })
  })

  test('a place that is cancelled or moved away is free at once', async () => {
    const later = six() + 7 * dayMs
    await classAt(six(), later)
    const ids = await Promise.all(['A', 'B', 'C', 'D'].map((name) => booked(name)))
    expect(await cancelVisit(db.app, { clinicId: clinic.clinicId, appointmentId: ids[1] ?? '' })).toMatchObject({
      ...{ ok: true, already: false },
    })
    expect(await placesTaken()).toHaveLength(3)
    await booked('E')
    expect(await moveVisit(db.app, { ...wanted(later), appointmentId: ids[0] ?? '' })).toMatchObject({ ok: true })
    await booked('F')
    expect(await book('G')).toMatchObject({ ok: false, why: 'taken' })
  })

  test('a visit does not move into a class in which the same person has a place, alone or with those of its course', async () => {
    const [later, last] = [six() + dayMs, six() + 2 * dayMs]
    await classAt(six(), later, last)
    const [first, other] = [await booked('Robin'), await booked('Ash', later)]
    const held = await holdCourse(db.app, { ...wanted(later), starts: [later, last] }, null)
    if (!held.ok) throw new Error('not held')
    const course = { ...details('ROBIN'), email: 'Robin@Example.org' }
    await confirmBooking(db.app, db.secret, held.hold.appointmentId, wanted(later), course)
    const own = await rowsOf('appointments', `course_id is not null order by starts_at`)
    const ids: readonly string[] = own.map(({ appointment_id }) => appointment_id)
    const [near = '', far = ''] = ids
    const toFirst = { ...wanted(), appointmentId: near }
    expect(await moveVisit(db.app, toFirst)).toEqual({ ok: false, why: 'hasPlace' })
    expect(await holdMove(db.app, toFirst, null)).toEqual({ ok: false, why: 'hasPlace' })
    const moving = { clinicId: clinic.clinicId, appointmentId: near, by: { byWhom: 'person' as const } }
    const onto = (one: number, two: number) => [
      { appointmentId: near, version: 0, start: one },
      { appointmentId: far, version: 0, start: two },
    ]
    const refused = await moveLater(db.app, { ...moving, dates: onto(six(), later) })
    expect(refused).toMatchObject({ ok: false, why: 'dates', dates: [{ why: 'hasPlace' }, { why: null }] })
    // Whom it is not, and what has been given up, is in nobody's way.
    expect(await moveVisit(db.app, { ...wanted(), appointmentId: other })).toMatchObject({ ok: true })
    await cancelVisit(db.app, { clinicId: clinic.clinicId, appointmentId: first })
    expect(await moveLater(db.app, { ...moving, dates: onto(six(), later) })).toEqual({ ok: true, moved: 2 })
  })

  test('a move to a full class leaves the visit where it is', async () => {
    const later = six() + 7 * dayMs
    await classAt(six(), later)
    const id = await booked('A')
    await Promise.all(['B', 'C', 'D', 'E'].map((name) => booked(name, later)))
    expect(await moveVisit(db.app, { ...wanted(later), appointmentId: id })).toMatchObject({ ok: false, why: 'taken' })
    expect(await rowsOf('appointments', `appointment_id = '${id}'`)).toMatchObject([{ class_place: 1 }])
  })

  test('no place is in two classes, and none is beyond its class: the database itself refuses', async () => {
    const [first] = await classAt(six(), six() + 7 * dayMs)
    const [a, b] = [await booked('A'), await booked('B')]
    const set = (text: string) => db.admin.query(`update clinic.appointments set ${text}`)
    await expect(set(`class_place = 1 where appointment_id = '${b}'`)).rejects.toThrow('one_person_in_a_place')
    await expect(set(`class_place = 5 where appointment_id = '${a}'`)).rejects.toThrow('foreign key')
    expect((await inClass(first ?? ''))?.taken).toBe(2)
  })
})

describe('staff and a class', () => {
  const act = async (appointmentId: string) => ({
    ...{ clinicId: clinic.clinicId, memberId: sol.memberId, appointmentId },
    seen: await lastEvent(db, appointmentId),
  })

  test('book into it while there is room, and bend no rule beyond its places', async () => {
    await classAt()
    const booking = (name: string) => ({
      ...{ key: crypto.randomUUID(), wanted: wanted(), whom: { name, phone: '020 7946 0001' }, reason: 'They asked.' },
    })
    for (const name of ['A', 'B', 'C', 'D']) expect((await bookByStaff(db.app, sol, booking(name))).ok).toBe(true)
    expect(await bookByStaff(db.app, sol, booking('E'))).toMatchObject({ ok: false, why: 'taken', canBend: false })
    const between = { ...booking('E'), wanted: wanted(six() + 15 * 60_000) }
    expect(await bookByStaff(db.app, sol, between)).toMatchObject({ ok: false, why: 'notAStart', canBend: false })
  })

  test('take back a move into another class while a place of the old one is left, and not once it is full', async () => {
    const later = six() + 7 * dayMs
    await classAt(six(), later)
    const id = await booked('A')
    const move = { ...wanted(later), appointmentId: id, version: 0 }
    expect(await moveByStaff(db.app, sol, move)).toMatchObject({ ok: true })
    const command = await lastCommand(db.app, sol)
    expect(await undoCommand(db.app, db.secret, sol, command?.commandId ?? '')).toMatchObject({ ok: true })
    expect(await placesTaken()).toEqual([1])
    expect(await moveByStaff(db.app, sol, { ...move, version: 2 })).toMatchObject({ ok: true })
    await booked('B')
    const undo = async () => undoCommand(db.app, db.secret, sol, (await lastCommand(db.app, sol))?.commandId ?? '')
    expect(await undo()).toMatchObject({ ok: true })
    expect(await placesTaken()).toEqual([1, 2])
    expect(await moveByStaff(db.app, sol, { ...move, version: 4 })).toMatchObject({ ok: true })
    for (const name of ['C', 'D', 'E']) await booked(name)
    expect(await undo()).toEqual({ ok: false, why: 'taken', ofClass: true })
  })

  test('do not take back a move out of a class that was called off since', async () => {
    const later = six() + 7 * dayMs
    const [classId = ''] = await classAt(six(), later)
    const id = await booked('A')
    expect(await moveByStaff(db.app, sol, { ...wanted(later), appointmentId: id, version: 0 })).toMatchObject({
      ok: true,
    })
    const moved = await lastCommand(db.app, sol)
    await callOffClass(db.app, sol, classId, 'The studio is flooded.')
    expect(await undoCommand(db.app, db.secret, sol, moved?.commandId ?? '')).toEqual({ ok: false, why: 'calledOff' })
    const [visit] = await rowsOf('appointments', `appointment_id = '${id}'`)
    expect(visit.starts_at.getTime()).toBe(later)
  })

  test('take back a cancel where a place is left, and not where the class is full or called off', async () => {
    const [classId = ''] = await classAt()
    const id = await booked('A')
    const cancel = async () => cancelByStaff(db.app, { ...(await act(id)), reason: 'The wrong row.', who: 'clinic' })
    const undo = async () => undoCancel(db.app, db.secret, await act(id))
    await booked('B')
    await cancel()
    await booked('C')
    expect(await undo()).toMatchObject({ ok: true })
    expect(await placesTaken()).toEqual([1, 2, 3])
    await cancel()
    for (const name of ['D', 'E']) await booked(name)
    expect(await undo()).toEqual({ ok: false, why: 'taken', ofClass: true })
    await callOffClass(db.app, sol, classId, 'The studio is flooded.')
    expect(await undo()).toEqual({ ok: false, why: 'calledOff' })
    expect(await placesTaken()).toEqual([])
  })

  test('see who is in it; that they looked is written down', async () => {
    const [classId = ''] = await classAt()
    await booked('A')
    const seen = await inClass(classId)
    expect(seen).toMatchObject({ service: 'Strength class', places: 4, taken: 1, people: [{ person: 'A' }] })
    expect(await rowsOf('reads')).toHaveLength(1)
    const other = await makeTestClinic(db)
    const stranger = await joinClinic(db, other.clinicId)
    expect(await inClinic(db.app, other.clinicId, (trx) => findClass(trx, stranger, classId))).toBeUndefined()
  })

  test('call it off: each who comes is told once, its time is free, and a second press tells nobody again', async () => {
    const [classId = ''] = await classAt()
    await Promise.all(['A', 'B'].map((name) => booked(name)))
    const held = await holdSlot(db.app, wanted(), null)
    const off = () => callOffClass(db.app, sol, classId, 'The studio is flooded.')
    const both = await Promise.all([off(), off()])
    expect(both).toEqual(
      expect.arrayContaining([
        { ok: true, already: false, cancelled: 2 },
        { ok: true, already: true, cancelled: 0 },
      ]),
    )
    expect(await rowsOf('mails', `kind = 'cancelled'`)).toHaveLength(2)
    expect(await rowsOf('claims')).toEqual([])
    expect(await rowsOf('appointments', `state in ('held', 'confirmed')`)).toEqual([])
    expect(
      held.ok && (await confirmBooking(db.app, db.secret, held.hold.appointmentId, wanted(), details('C'))),
    ).toMatchObject({ ok: false })
    expect(await inClinic(db.app, clinic.clinicId, classesToCome)).toEqual([])
    expect((await holdSlot(db.app, { ...wanted(), service: clinic.serviceId }, null)).ok).toBe(true)
  })

  test('do not call off what has begun, or what is none of theirs', async () => {
    const [classId = ''] = await classAt()
    const other = await joinClinic(db, (await makeTestClinic(db)).clinicId)
    expect(await callOffClass(db.app, other, classId, 'Mine.')).toEqual({ ok: false, why: 'gone' })
    await db.admin.query(
      `update clinic.appointments set starts_at = now() - interval '5 minutes', ends_at = now() + interval '55 minutes'
       where appointment_id = $1`,
      [classId],
    )
    expect(await callOffClass(db.app, sol, classId, 'Late.')).toEqual({ ok: false, why: 'over' })
  })
})
