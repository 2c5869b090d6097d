/** A visit made longer or shorter by staff, against a real PostgreSQL: what it takes, who wins, who hears of it, and back. */
import { beforeEach, describe, expect, test } from 'vitest'
import { holdSlot } from '../booking/holds.ts'
import { freeTimesToMove } from '../booking/offered-time.ts'
import { moveVisit } from '../booking/move.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../booking/test-clinic.ts'
import { takeDueMails } from '../mail/due-mails.ts'
import { sharedDatabase } from '../db/test-database.ts'
import type { Member } from '../people/members.ts'
import { moveByStaff, type StaffMove } from './staff-move.ts'
import { bookedByStaff, joinClinic, wantedAt } from './test-calendar.ts'
import { lastCommand, undoCommand } from './undo.ts'

const db = sharedDatabase()
let clinic: TestClinic
let sol: Member
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2, rooms: 2, machines: 2, pauseAfter: 15 })
  sol = await joinClinic(db, clinic.clinicId)
})

const at = (wall: string, therapist = 0) => wantedAt(clinic, wall, therapist)
const visit = async (id: string) =>
  (await db.admin.query('select * from clinic.appointments where appointment_id = $1', [id])).rows[0]
const claims = async (id: string) =>
  (
    await db.admin.query(
      `select upper(during) as until, lower(during) as since from clinic.claims where appointment_id = $1`,
      [id],
    )
  ).rows
const length = (appointmentId: string, minutes: number, more: Partial<StaffMove> = {}): StaffMove => ({
  ...{ appointmentId, version: 0, minutes, start: dayAfterTomorrow('10:00') },
  ...{ therapist: clinic.therapists[0] ?? '', location: clinic.locationId, ...more },
})

describe('a visit made longer', () => {
  test('is offered those times to move to that it fits into as it is now, and no other', async () => {
    await bookedByStaff(db, sol, at('12:00'))
    const { clinicId, service, therapist } = at('10:00')
    const offered = async (minutes: number) => {
      const { free } = await freeTimesToMove(db.app, { clinicId, service, therapist, minutes }, 5000)
      expect(free.length).toBeGreaterThan(0)
      for (const { start, end } of free) expect(end - start).toBe(minutes * 60_000)
      return free.map(({ start }) => start)
    }
    expect(await offered(45)).toContain(dayAfterTomorrow('11:00'))
    expect(await offered(90)).not.toContain(dayAfterTomorrow('11:00'))
  })

  test('takes therapist, room and machine with their pauses until its new end, in one step', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    expect(await moveByStaff(db.app, sol, length(id, 60))).toEqual({ ok: true, already: false, version: 1 })
    expect((await visit(id)).ends_at.getTime()).toBe(dayAfterTomorrow('11:00'))
    const all = await claims(id)
    expect(all).toHaveLength(3)
    for (const { since, until } of all)
      expect([since.getTime(), until.getTime()]).toEqual([dayAfterTomorrow('10:00'), dayAfterTomorrow('11:15')])
    // Nobody gets a quarter of an hour of it.
    expect(await holdSlot(db.app, at('11:00'), null)).toMatchObject({ ok: false, why: 'taken' })
    expect(await holdSlot(db.app, at('11:15'), null)).toMatchObject({ ok: true })
  })

  test('costs what was agreed, whatever the service costs by now', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    const { price_pence, late_fee_pence } = await visit(id)
    await db.admin.query('update clinic.services set price_pence = 9900, late_fee_pence = 5000 where clinic_id = $1', [
      clinic.clinicId,
    ])
    expect((await moveByStaff(db.app, sol, length(id, 60))).ok).toBe(true)
    expect(await visit(id)).toMatchObject({ price_pence, late_fee_pence })
  })

  test('ends exactly where the next begins, and not a minute later', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await bookedByStaff(db, sol, at('11:15'), { whom: { name: 'Kit Elm', phone: '020 7946 0003' } })
    expect(await moveByStaff(db.app, sol, length(id, 61))).toMatchObject({
      ...{ ok: false, why: 'taken', canBend: true },
      // Its pause would run into the next visit by a minute, and that one is named.
      inTheWay: [{ kind: 'visit', person: 'Kit Elm', from: dayAfterTomorrow('11:15') }],
    })
    expect(await moveByStaff(db.app, sol, length(id, 60))).toMatchObject({ ok: true })
  })

  test('into another is refused, names who and when, and changes nothing', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await bookedByStaff(db, sol, at('11:00'), { whom: { name: 'Kit Elm', phone: '020 7946 0003' } })
    const before = [await visit(id), await claims(id)]
    expect(await moveByStaff(db.app, sol, length(id, 75))).toMatchObject({
      ...{ ok: false, why: 'taken' },
      inTheWay: [{ kind: 'visit', person: 'Kit Elm', from: dayAfterTomorrow('11:00') }],
    })
    expect([await visit(id), await claims(id)]).toEqual(before)
    // With a reason it may, as anything else may.
    expect(await moveByStaff(db.app, sol, length(id, 75, { reason: 'Both know.' }))).toMatchObject({ ok: true })
    expect(await visit(id)).toMatchObject({ bent_rule: 'taken', bent_reason: 'Both know.' })
  })

  test('beyond the therapist’s hours is refused, and up to them is not', async () => {
    const id = await bookedByStaff(db, sol, at('18:45'))
    const start = dayAfterTomorrow('18:45')
    expect(await moveByStaff(db.app, sol, length(id, 61, { start }))).toMatchObject({ why: 'outsideHours' })
    expect(await moveByStaff(db.app, sol, length(id, 60, { start }))).toMatchObject({ ok: true })
  })

  test('by two of staff at once is one change; the other is told what happened', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    const kim = await joinClinic(db, clinic.clinicId, { name: 'Kim Reed' })
    const both = await Promise.all([moveByStaff(db.app, sol, length(id, 60)), moveByStaff(db.app, kim, length(id, 90))])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ why: 'stale', since: [{ what: 'moved' }] })
  })

  test('at the moment in which the time after it is booked leaves one of them with it', async () => {
    for (const wall of ['09:00', '12:00', '15:00', '17:00']) {
      const start = dayAfterTomorrow(wall)
      const id = await bookedByStaff(db, sol, at(wall))
      const next = { ...at(wall), start: start + 60 * 60_000 }
      const [longer, held] = await Promise.all([
        moveByStaff(db.app, sol, length(id, 90, { start })),
        holdSlot(db.app, next, null),
      ])
      expect([longer.ok, held.ok].filter(Boolean)).toHaveLength(1)
    }
  })

  test('twice by one press is once', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await moveByStaff(db.app, sol, length(id, 60))
    expect(await moveByStaff(db.app, sol, length(id, 60))).toEqual({ ok: true, already: true, version: 1 })
  })

  test('is taken back like any other command, with all that it took', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    const before = await claims(id)
    await moveByStaff(db.app, sol, length(id, 90))
    const last = await lastCommand(db.app, sol)
    expect(await undoCommand(db.app, db.secret, sol, last?.commandId ?? '')).toMatchObject({ ok: true })
    expect((await visit(id)).ends_at.getTime()).toBe(dayAfterTomorrow('10:45'))
    expect(await claims(id)).toEqual(before)
  })

  test('stays as long when it is moved, by staff and by the person', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await moveByStaff(db.app, sol, length(id, 90))
    const to = { clinicId: clinic.clinicId, appointmentId: id, location: clinic.locationId }
    const therapist = clinic.therapists[1] ?? ''
    expect(await moveVisit(db.app, { ...to, therapist, start: dayAfterTomorrow('13:00') })).toMatchObject({ ok: true })
    expect((await visit(id)).ends_at.getTime()).toBe(dayAfterTomorrow('14:30'))
    const { minutes: _, ...wish } = length(id, 0, { version: 2, start: dayAfterTomorrow('16:00') })
    expect(await moveByStaff(db.app, sol, wish)).toMatchObject({ ok: true })
    expect((await visit(id)).ends_at.getTime()).toBe(dayAfterTomorrow('17:30'))
  })

  test('needs no reason where only its beginning bent a rule, and keeps the one that it has', async () => {
    await db.admin.query('update clinic.services set notice_minutes = 10000 where clinic_id = $1', [clinic.clinicId])
    const id = await bookedByStaff(db, sol, at('10:00'), { reason: 'Agreed by phone.' })
    expect(await moveByStaff(db.app, sol, length(id, 60))).toMatchObject({ ok: true })
    expect(await visit(id)).toMatchObject({ bent_rule: 'insideNotice', bent_reason: 'Agreed by phone.' })
  })
})

describe('a visit made shorter', () => {
  test('lets go of the time after it', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    expect(await holdSlot(db.app, at('10:45'), null)).toMatchObject({ ok: false })
    expect(await moveByStaff(db.app, sol, length(id, 30))).toMatchObject({ ok: true })
    expect(await holdSlot(db.app, at('10:45'), null)).toMatchObject({ ok: true })
  })

  test('is told to the person in a mail that rises in its version like that of a move', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await moveByStaff(db.app, sol, length(id, 30))
    const { rows } = await db.admin.query(
      `select kind, version, state from clinic.mails where appointment_id = $1 and kind in ('moved', 'confirmation') order by version`,
      [id],
    )
    expect(rows).toEqual([
      { kind: 'confirmation', version: 0, state: 'dropped' },
      { kind: 'moved', version: 1, state: 'queued' },
    ])
    await db.admin.query(`update clinic.mails set next_try_at = now() where appointment_id = $1 and kind = 'moved'`, [
      id,
    ])
    const [mail] = await takeDueMails(db.app, clinic.clinicId, { most: 5, leaseMs: 60_000 })
    expect(mail?.visit).toMatchObject({ version: 1, keepsStart: true, onlyLength: true, service: { minutes: 30 } })
    // Moved elsewhere, it is a move again, at the price of that day: its mail knows both.
    await db.admin.query('update clinic.services set price_pence = 7000 where clinic_id = $1', [clinic.clinicId])
    const { minutes: _, ...wish } = length(id, 0, { version: 1, start: dayAfterTomorrow('16:00') })
    await moveByStaff(db.app, sol, wish)
    await db.admin.query(`update clinic.mails set next_try_at = now() where appointment_id = $1 and version = 2`, [id])
    const moved = await takeDueMails(db.app, clinic.clinicId, { most: 5, leaseMs: 60_000 })
    expect(moved.find(({ kind }) => kind === 'moved')?.visit).toMatchObject({
      ...{ keepsStart: false, onlyLength: false },
      ...{ priceBefore: 6200, pricePence: 7000 },
    })
  })
})
