/** Blocks, absences, closures and bank holidays: nothing is booked in them, and nobody in them is dropped. */
import { beforeEach, describe, expect, test } from 'vitest'
import { holdSlot } from '../booking/holds.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../booking/test-clinic.ts'
import { sharedDatabase } from '../db/test-database.ts'
import type { Member } from '../people/members.ts'
import { addBlock, removeBlock } from './blocks.ts'
import { bookedByStaff, joinClinic, wantedAt } from './test-calendar.ts'
import { addAbsence, addClosure, hitByAbsence, hitByClosure, removeAbsence, removeClosure } from './days-off.ts'
import { answerHoliday, proposedHolidays } from './holiday-answers.ts'
import { findRescues, rescueVisits } from './rescue.ts'
import { bookByStaff } from './staff-booking.ts'
import { moveByStaff } from './staff-move.ts'
import { lastCommand, undoCommand } from './undo.ts'

const db = sharedDatabase()
let clinic: TestClinic
let sol: Member
let amara: Member
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
  sol = await joinClinic(db, clinic.clinicId)
  amara = await joinClinic(db, clinic.clinicId, { role: 'therapist', therapistId: clinic.therapists[0] ?? '' })
})

const key = () => crypto.randomUUID()
const at = (wall: string, therapist = 0) => wantedAt(clinic, wall, therapist)
const theDay = () =>
  Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00'))
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toString()
const block = (from: string, to: string, therapist = 0) => ({
  key: key(),
  resourceId: clinic.therapists[therapist] ?? '',
  from: dayAfterTomorrow(from),
  to: dayAfterTomorrow(to),
  reason: 'Team meeting',
})
const away = (therapist = 0) => ({
  therapistId: clinic.therapists[therapist] ?? '',
  firstDay: theDay(),
  lastDay: theDay(),
})
const count = async (table: string) =>
  (await db.admin.query(`select 1 from clinic.${table} where clinic_id = $1`, [clinic.clinicId])).rowCount

describe('blocked time', () => {
  test('cannot be booked, held or moved into, to the minute on both sides', async () => {
    expect(await addBlock(db.app, sol, block('10:00', '11:00'))).toMatchObject({ ok: true, already: false })
    for (const wall of ['09:30', '10:00', '10:45'])
      expect(await holdSlot(db.app, at(wall), null), wall).toMatchObject({ ok: false, why: 'taken' })
    expect(await holdSlot(db.app, at('09:15'), null)).toMatchObject({ ok: true })
    expect(await holdSlot(db.app, at('11:00'), null)).toMatchObject({ ok: true })
    const other = await bookedByStaff(db, sol, at('14:00'))
    const moved = { appointmentId: other, version: 0, ...at('10:15'), reason: undefined }
    expect(await moveByStaff(db.app, sol, moved)).toMatchObject({
      ok: false,
      why: 'taken',
      inTheWay: [{ kind: 'block', reason: 'Team meeting' }],
    })
  })

  test('is refused over a visit, a hold or another block, naming it; an ended hold is in nobody’s way', async () => {
    await bookedByStaff(db, sol, at('10:00'), { whom: { name: 'Nadia Fleet', phone: '020 7946 8152' } })
    expect(await addBlock(db.app, sol, block('10:30', '11:00'))).toMatchObject({
      ok: false,
      why: 'taken',
      inTheWay: [{ kind: 'visit', person: 'Nadia Fleet' }],
    })
    await holdSlot(db.app, at('12:00'), null)
    expect(await addBlock(db.app, sol, block('12:00', '13:00'))).toMatchObject({ inTheWay: [{ kind: 'hold' }] })
    await db.admin.query(
      `update clinic.appointments set hold_ends_at = now() - interval '1 second' where state = 'held'`,
    )
    expect(await addBlock(db.app, sol, block('12:00', '13:00'))).toMatchObject({ ok: true })
    expect(await addBlock(db.app, sol, block('12:30', '13:30'))).toMatchObject({ inTheWay: [{ kind: 'block' }] })
  })

  test('and a hold at the same moment: one of them has the time', async () => {
    for (let round = 0; round < 10; round += 1) {
      const start = dayAfterTomorrow('08:00') + round * 60 * 60_000
      const [held, blocked] = await Promise.all([
        holdSlot(db.app, { ...at('08:00'), start }, null),
        addBlock(db.app, sol, { ...block('08:00', '09:00'), from: start, to: start + 45 * 60_000 }),
      ])
      expect([held.ok, blocked.ok].filter(Boolean)).toHaveLength(1)
    }
  })

  test('is a therapist’s own to make and to take away; another’s is not', async () => {
    expect(await addBlock(db.app, amara, block('10:00', '11:00', 1))).toEqual({ ok: false, why: 'notYours' })
    const made = await addBlock(db.app, sol, block('10:00', '11:00', 1))
    if (!made.ok) throw new Error(made.why)
    expect(await removeBlock(db.app, amara, made.blockId)).toEqual({ ok: false, why: 'notYours' })
    expect(await addBlock(db.app, amara, block('10:00', '11:00'))).toMatchObject({ ok: true })
    const stranger = await joinClinic(db, (await makeTestClinic(db)).clinicId)
    expect(await removeBlock(db.app, stranger, made.blockId)).toEqual({ ok: false, why: 'notYours' })
    expect(await addBlock(db.app, stranger, block('15:00', '16:00'))).toEqual({ ok: false, why: 'unknown' })
    expect(await count('blocks')).toBe(2)
  })

  test('can be taken away, and that can be taken back unless somebody has booked', async () => {
    const made = await addBlock(db.app, sol, block('10:00', '11:00'))
    if (!made.ok) throw new Error(made.why)
    const undo = async () => undoCommand(db.app, db.secret, sol, (await lastCommand(db.app, sol))?.commandId ?? key())
    await removeBlock(db.app, sol, made.blockId)
    expect(await undo()).toMatchObject({ ok: true, what: 'unblock' })
    expect(await holdSlot(db.app, at('10:00'), null)).toMatchObject({ ok: false })
    const again = await db.admin.query('select block_id from clinic.blocks where clinic_id = $1', [clinic.clinicId])
    await removeBlock(db.app, sol, again.rows[0].block_id)
    await holdSlot(db.app, at('10:00'), null)
    expect(await undo()).toEqual({ ok: false, why: 'taken' })
  })

  test('has a length, and lies ahead', async () => {
    expect(await addBlock(db.app, sol, block('10:00', '10:00'))).toEqual({ ok: false, why: 'wrong' })
    expect(await addBlock(db.app, sol, block('11:00', '10:00'))).toEqual({ ok: false, why: 'wrong' })
    expect(await addBlock(db.app, sol, { ...block('10:00', '11:00'), from: 0, to: 60_000 })).toMatchObject({
      why: 'past',
    })
  })
})

describe('a therapist who is away', () => {
  test('has the visits named that it hits before and after, and none is dropped', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await bookedByStaff(db, sol, at('10:00', 1))
    const expected = [{ appointmentId: id }]
    expect(await hitByAbsence(db.app, clinic.clinicId, away())).toMatchObject(expected)
    expect(await addAbsence(db.app, sol, away())).toMatchObject({ ok: true, hit: expected })
    expect(await holdSlot(db.app, at('12:00'), null)).toMatchObject({ ok: false, why: 'away' })
    expect(await count('appointments')).toBe(2)
    await addAbsence(db.app, sol, away())
    expect(await count('absences')).toBe(1)
  })

  test('from an hour on keeps the visits before it', async () => {
    await bookedByStaff(db, sol, at('09:00'))
    const later = await bookedByStaff(db, sol, at('10:00'))
    const part = { ...away(), part: { from: 585, to: 1440 } }
    expect(await addAbsence(db.app, sol, part)).toMatchObject({ ok: true, hit: [{ appointmentId: later }] })
    expect(await holdSlot(db.app, at('08:00'), null)).toMatchObject({ ok: true })
  })

  test('is marked by themselves or by who may change times, and nobody else', async () => {
    expect(await addAbsence(db.app, amara, away(1))).toEqual({ ok: false, why: 'notYours' })
    expect(await addAbsence(db.app, amara, away())).toMatchObject({ ok: true })
    const stranger = await joinClinic(db, (await makeTestClinic(db)).clinicId)
    expect(await addAbsence(db.app, stranger, away())).toEqual({ ok: false, why: 'unknown' })
  })

  test('is rescued in one go: each visit to its own time, the one that cannot move named and still there', async () => {
    const ids = []
    for (const wall of ['10:00', '11:00', '12:00']) ids.push(await bookedByStaff(db, sol, at(wall)))
    await bookedByStaff(db, sol, at('10:00', 1))
    const marked = await addAbsence(db.app, sol, away())
    if (!marked.ok) throw new Error(marked.why)
    const rescues = await findRescues(db.app, clinic.clinicId, marked.hit)
    const firsts = rescues.map(({ offers: [best] }) => `${best?.therapist} ${best?.start}`)
    expect(new Set(firsts).size).toBe(3)
    expect(rescues[1]?.offers[0]).toMatchObject({ therapist: clinic.therapists[1], start: dayAfterTomorrow('11:00') })
    const choices = rescues.flatMap(({ visit: { appointmentId, version }, offers: [best] }) =>
      best ? [{ appointmentId, version, ...best }] : [],
    )
    // Meanwhile somebody else takes the time that the last was offered.
    const last = choices.at(-1)
    if (!last) throw new Error('nothing offered')
    await bookedByStaff(db, sol, { ...at('10:00', 1), start: last.start, therapist: last.therapist })
    await db.admin.query('update clinic.services set price_pence = 9900 where clinic_id = $1', [clinic.clinicId])
    const results = await rescueVisits(db.app, sol, choices)
    // The clinic could not keep their time: each costs what was agreed.
    const { rows: prices } = await db.admin.query<{ price_pence: number }>(
      'select distinct price_pence from clinic.appointments where clinic_id = $1 and version = 1',
      [clinic.clinicId],
    )
    expect(prices).toEqual([{ price_pence: 6200 }])
    expect([...results.values()].map(({ ok }) => ok)).toEqual([true, true, false])
    expect(results.get(last.appointmentId)).toMatchObject({ why: 'taken' })
    expect(await hitByAbsence(db.app, clinic.clinicId, away())).toMatchObject([{ appointmentId: ids[2] }])
  })

  test('whose two visits both fit one time alone has it offered to one of them', async () => {
    await bookedByStaff(db, sol, at('10:00'))
    await bookedByStaff(db, sol, at('11:00'))
    // The other therapist is free from 10:30 to 11:15 alone, and the day after.
    await addBlock(db.app, sol, block('08:00', '10:30', 1))
    await addBlock(db.app, sol, block('11:15', '20:00', 1))
    const marked = await addAbsence(db.app, sol, away())
    if (!marked.ok) throw new Error(marked.why)
    const rescues = await findRescues(db.app, clinic.clinicId, marked.hit)
    const starts = rescues.map(({ offers: [best] }) => best?.start)
    expect(starts[0]).toBe(dayAfterTomorrow('10:30'))
    expect(starts[1]).not.toBe(starts[0])
  })

  test('offers each a time that can be had by itself: whoever stands above is left for later, and nobody is refused', async () => {
    clinic = await makeTestClinic(db, { therapists: 2, pauseAfter: 5 })
    sol = await joinClinic(db, clinic.clinicId)
    for (const wall of ['10:00', '10:50', '11:40']) await bookedByStaff(db, sol, at(wall))
    const marked = await addAbsence(db.app, sol, away())
    if (!marked.ok) throw new Error(marked.why)
    const rescues = await findRescues(db.app, clinic.clinicId, marked.hit)
    for (const { visit, offers } of rescues.toReversed()) {
      const [best] = offers
      if (!best) throw new Error('nothing offered')
      const choice = { appointmentId: visit.appointmentId, version: visit.version, ...best }
      expect((await rescueVisits(db.app, sol, [choice])).get(visit.appointmentId)).toMatchObject({ ok: true })
    }
  })

  test('has those named first who have no email, with their phone', async () => {
    await bookedByStaff(db, sol, at('10:00'))
    await bookedByStaff(db, sol, at('12:00'), { whom: { name: 'Nadia Fleet', phone: '020 7946 8152' } })
    const marked = await addAbsence(db.app, sol, away())
    if (!marked.ok) throw new Error(marked.why)
    const [first] = await findRescues(db.app, clinic.clinicId, marked.hit)
    expect(first).toMatchObject({ visit: { person: 'Nadia Fleet', phone: '020 7946 8152' }, ring: expect.any(String) })
  })
})

describe('a closure', () => {
  const closed = () => ({ locationId: null, firstDay: theDay(), lastDay: theDay(), reason: 'New boiler' })

  test('names the visits that it hits, closes everybody’s day, and drops nobody', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    expect(await hitByClosure(db.app, clinic.clinicId, closed())).toMatchObject([{ appointmentId: id }])
    expect(await addClosure(db.app, sol, closed())).toMatchObject({ ok: true, hit: [{ appointmentId: id }] })
    for (const therapist of [0, 1])
      expect(await holdSlot(db.app, at('14:00', therapist), null)).toMatchObject({ ok: false, why: 'closed' })
    expect(
      await bookByStaff(db.app, sol, { key: key(), wanted: at('14:00'), whom: { name: 'N', phone: '12345' } }),
    ).toMatchObject({ why: 'closed', canBend: true })
    expect(await count('appointments')).toBe(1)
  })

  test('and an absence can be taken away, and the day is open again', async () => {
    const closure = await addClosure(db.app, sol, closed())
    const absence = await addAbsence(db.app, sol, away())
    if (!closure.ok || !absence.ok) throw new Error('not written')
    expect(await removeClosure(db.app, amara, closure.id)).toEqual({ ok: false, why: 'notYours' })
    expect(await removeClosure(db.app, sol, closure.id)).toEqual({ ok: true })
    expect(await holdSlot(db.app, at('14:00'), null)).toMatchObject({ why: 'away' })
    expect(await removeAbsence(db.app, amara, absence.id)).toEqual({ ok: true })
    expect(await holdSlot(db.app, at('14:00'), null)).toMatchObject({ ok: true })
  })

  test('is made by who may change times, at a place of their own clinic', async () => {
    expect(await addClosure(db.app, amara, closed())).toEqual({ ok: false, why: 'notYours' })
    const other = await makeTestClinic(db)
    expect(await addClosure(db.app, sol, { ...closed(), locationId: other.locationId })).toEqual({
      ok: false,
      why: 'unknown',
    })
  })
})

describe('bank holidays', () => {
  test('are proposed, and shut the clinic only where somebody says so, one by one, once', async () => {
    const proposed = await proposedHolidays(db.app, clinic.clinicId)
    expect(proposed.length).toBeGreaterThanOrEqual(8)
    const [first, second] = proposed
    if (!first || !second) throw new Error('none proposed')
    expect(await count('closures')).toBe(0)
    expect(await answerHoliday(db.app, amara, { ...first, isClosed: true })).toEqual({ ok: false, why: 'notYours' })
    await answerHoliday(db.app, sol, { ...first, isClosed: true })
    await answerHoliday(db.app, sol, { ...first, isClosed: true })
    await answerHoliday(db.app, sol, { ...second, isClosed: false })
    // One at each of the clinic’s two places.
    expect(await count('closures')).toBe(2)
    expect(await proposedHolidays(db.app, clinic.clinicId)).toHaveLength(proposed.length - 2)
    expect(await answerHoliday(db.app, sol, { nation: 'scotland', day: first.day, isClosed: true })).toEqual({
      ok: false,
      why: 'unknown',
    })
  })
})

test('a bank holiday on which a place is shut already, for a reason of its own, leaves that reason', async () => {
  const [first] = await proposedHolidays(db.app, clinic.clinicId)
  if (!first) throw new Error('none proposed')
  const shut = { locationId: clinic.locationId, firstDay: first.day, lastDay: first.day, reason: 'New floor' }
  await addClosure(db.app, sol, shut)
  expect(await answerHoliday(db.app, sol, { ...first, isClosed: true })).toMatchObject({ ok: true })
  const { rows } = await db.admin.query('select reason from clinic.closures where location_id = $1', [
    clinic.locationId,
  ])
  expect(rows).toEqual([{ reason: 'New floor' }])
})

describe('what is taken away again', () => {
  const closed = () => ({ locationId: null, firstDay: theDay(), lastDay: theDay(), reason: 'New boiler' })
  const noted = async () =>
    (
      await db.admin.query<{ therapist_id: string }>(
        'select therapist_id from clinic.freed_times where clinic_id = $1 and during @> $2::timestamptz order by 1',
        [clinic.clinicId, new Date(dayAfterTomorrow('10:15'))],
      )
    ).rows
      .map(({ therapist_id }) => therapist_id)
      .filter((id) => clinic.therapists.includes(id))
  const undo = async () => undoCommand(db.app, db.secret, sol, (await lastCommand(db.app, sol))?.commandId ?? key())
  beforeEach(async () => {
    await db.admin.query(
      `insert into clinic.waiting_entries (clinic_id, join_key, service_id, weekdays, from_time, to_time, first_day,
         last_day, person_name, contact_name, email, payer) values ($1, gen_random_uuid(), $2, '{1,2,3,4,5,6,7}', '00:00', '24:00', current_date,
         current_date + 30, 'Ash', 'Ash', 'ash@example.org', 'self')`,
      [clinic.clinicId, clinic.serviceId],
    )
  })

  test('a closure that is lifted is kept for those who wait, with everybody who works there', async () => {
    const closure = await addClosure(db.app, sol, closed())
    if (!closure.ok) throw new Error(closure.why)
    expect(await noted()).toEqual([])
    await removeClosure(db.app, sol, closure.id)
    expect(await noted()).toEqual(clinic.therapists.toSorted())
    await removeClosure(db.app, sol, closure.id)
    expect(await noted()).toHaveLength(2)
  })

  test('so is a closure, an absence or a block that is taken back as a slip', async () => {
    await addClosure(db.app, sol, closed())
    expect(await undo()).toMatchObject({ ok: true, what: 'closure' })
    expect(await noted()).toHaveLength(2)
    await addAbsence(db.app, sol, away())
    expect(await undo()).toMatchObject({ ok: true, what: 'absence' })
    expect(await noted()).toHaveLength(3)
    await addBlock(db.app, sol, block('10:00', '11:00', 1))
    expect(await undo()).toMatchObject({ ok: true, what: 'block' })
    expect((await noted()).toSorted()).toEqual([0, 1, 0, 1].map((at) => clinic.therapists[at]).toSorted())
  })

  test('so is an absence that has begun already: the days that are left of it count', async () => {
    const today = Temporal.Now.plainDateISO('Europe/London').toString()
    const absence = await addAbsence(db.app, sol, { ...away(), firstDay: today })
    if (!absence.ok) throw new Error(absence.why)
    await removeAbsence(db.app, sol, absence.id)
    expect(await noted()).toEqual([clinic.therapists[0]])
  })
})
