/** A day's stamp against a real PostgreSQL: another one after each thing that staff must not miss, and the same after the rest. */
import { beforeEach, describe, expect, test } from 'vitest'
import { holdSlot } from '../booking/holds.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../booking/test-clinic.ts'
import { lastEvent } from '../booking/test-staff.ts'
import { inClinic } from '../db/connection.ts'
import { sharedDatabase } from '../db/test-database.ts'
import type { Member } from '../people/members.ts'
import { addBlock, deleteBlock } from './blocks.ts'
import { cancelByStaff } from './staff-cancel.ts'
import { moveByStaff } from './staff-move.ts'
import { type StampedDays, stampOfDays } from './stamp-of-days.ts'
import { bookedByStaff, joinClinic, wantedAt } from './test-calendar.ts'

const db = sharedDatabase()
let clinic: TestClinic
let sol: Member
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
  sol = await joinClinic(db, clinic.clinicId)
})

const at = (wall: string, therapist = 0) => wantedAt(clinic, wall, therapist)
const dayOf = (ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/London').toPlainDate()
const day = () => dayOf(dayAfterTomorrow('10:00'))
const stamp = (more: Partial<StampedDays> = {}) =>
  inClinic(db.app, clinic.clinicId, (trx) =>
    stampOfDays(trx, { firstDay: day().toString(), lastDay: day().toString(), ...more }),
  )
const block = () => ({
  ...{ key: crypto.randomUUID(), resourceId: clinic.therapists[0] ?? '', reason: '' },
  ...{ from: dayAfterTomorrow('15:00'), to: dayAfterTomorrow('16:00') },
})

describe('the stamp of a day', () => {
  test('is another one after each thing that was done, and as before once it was undone', async () => {
    const seen = [await stamp()]
    const id = await bookedByStaff(db, sol, at('10:00'))
    seen.push(await stamp())
    const to = { therapist: clinic.therapists[0] ?? '', location: clinic.locationId, start: dayAfterTomorrow('11:00') }
    expect(await moveByStaff(db.app, sol, { appointmentId: id, version: 0, ...to })).toMatchObject({ ok: true })
    seen.push(await stamp())
    await db.admin.query(
      `update clinic.appointments set state = 'arrived', changed_at = now() where appointment_id = $1`,
      [id],
    )
    seen.push(await stamp())
    const blocked = await addBlock(db.app, sol, block())
    seen.push(await stamp())
    expect(new Set(seen).size).toBe(5)
    if (!blocked.ok) throw new Error(blocked.why)
    await inClinic(db.app, clinic.clinicId, (trx) => deleteBlock(trx, blocked.blockId))
    expect(await stamp()).toBe(seen[3])
    for (const one of seen) expect(one).toMatch(/^[0-9a-f]{32}$/)
  })

  test('is another one after a cancel', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    const before = await stamp()
    const act = { clinicId: clinic.clinicId, memberId: sol.memberId, appointmentId: id, seen: await lastEvent(db, id) }
    expect(await cancelByStaff(db.app, { ...act, reason: 'They rang.', who: 'clinic' })).toMatchObject({ ok: true })
    expect(await stamp()).not.toBe(before)
  })

  test('is the same after a time that somebody holds, and after what befalls another day or another therapist', async () => {
    const [next, other] = [day().add({ days: 1 }).toString(), clinic.therapists[1]]
    const was = async () => [await stamp({ firstDay: next, lastDay: next }), await stamp({ therapistId: other })]
    const before = [await was(), await stamp()]
    expect(await holdSlot(db.app, at('10:00'), null)).toMatchObject({ ok: true })
    expect(await stamp()).toBe(before[1])
    await bookedByStaff(db, sol, at('12:00'))
    await addBlock(db.app, sol, block())
    expect(await was()).toEqual(before[0])
    expect(await stamp({ therapistId: clinic.therapists[0] })).toBe(await stamp())
    expect(await stamp({ lastDay: next })).toBe(await stamp())
  })
})
