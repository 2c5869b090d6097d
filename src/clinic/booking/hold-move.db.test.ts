/** The new time of a visit, held while its terms are read: against a real PostgreSQL, one at a time and several at once. */
import { beforeEach, describe, expect, test } from 'vitest'
import { sharedDatabase, twoServers } from '../db/test-database.ts'
import { cancelVisit } from './cancel.ts'
import { confirmBooking } from './confirm.ts'
import { findMoveHold, holdMove } from './hold-move.ts'
import { holdSlot, keepHold, leaveHold, mostHolds, renewHold } from './holds.ts'
import { moveVisit } from './move.ts'
import { lookToMoveTo } from './offered-time.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from './test-clinic.ts'
import { findVisit } from './visit-view.ts'

const db = sharedDatabase()
const server = twoServers(db)
const robin = { personName: 'Robin', contactName: 'Robin', email: 'robin@example.org', payer: 'self' } as const

let clinic: TestClinic
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
})

const timeAt = (wall: string, therapist = 0) => ({
  ...{ clinicId: clinic.clinicId, therapist: clinic.therapists[therapist] ?? '', location: clinic.locationId },
  ...{ start: dayAfterTomorrow(wall), service: clinic.serviceId },
})
const bookAt = async (wall: string, therapist = 0, email: string = robin.email) => {
  const wanted = timeAt(wall, therapist)
  const held = await holdSlot(db.app, wanted, null)
  if (!held.ok) throw new Error(`not held: ${held.why}`)
  const details = { ...robin, personName: email, email }
  const booked = await confirmBooking(db.app, db.secret, held.hold.appointmentId, wanted, details)
  if (!booked.ok) throw new Error(`not booked: ${booked.why}`)
  return { clinicId: clinic.clinicId, appointmentId: booked.appointmentId }
}
const claimsOf = async (appointmentId: string) => {
  const { rows } = await db.admin.query<{ resource: string; from: Date; to: Date }>(
    `select resource_id as resource, lower(during) as "from", upper(during) as "to" from clinic.claims
     where appointment_id = $1 order by resource_id`,
    [appointmentId],
  )
  return rows
}
const holdsNow = async () => {
  const { rows } = await db.admin.query<{ appointment_id: string }>(
    `select appointment_id from clinic.appointments where clinic_id = $1 and state = 'held'`,
    [clinic.clinicId],
  )
  return rows.map(({ appointment_id }) => appointment_id)
}
const endHolds = () =>
  db.admin.query(
    `update clinic.appointments set hold_ends_at = now() - interval '1 second' where state = 'held' and clinic_id = $1`,
    [clinic.clinicId],
  )
const startOf = async (visit: { clinicId: string; appointmentId: string }) => (await findVisit(db.app, visit))?.startsAt

describe('a held move', () => {
  test('keeps the new time from others, and the old one stays the visit’s', async () => {
    const visit = await bookAt('10:00')
    expect(await holdMove(db.app, { ...timeAt('15:00'), ...visit }, null)).toEqual({ ok: true, already: false })
    for (const wall of ['10:00', '15:00', '15:15'])
      expect(await holdSlot(db.app, timeAt(wall), null), wall).toMatchObject({ ok: false, why: 'taken' })
    expect(await startOf(visit)).toBe(dayAfterTomorrow('10:00'))
    expect(await moveVisit(db.app, { ...timeAt('15:00'), ...visit })).toEqual({ ok: true, already: false })
    expect(await startOf(visit)).toBe(dayAfterTomorrow('15:00'))
    expect(await holdsNow()).toEqual([])
    expect((await holdSlot(db.app, timeAt('10:00'), null)).ok).toBe(true)
  })

  test.each(['10:15', '09:45', '10:30', '09:15'])(
    'to %s, which overlaps its own time, claims the rest, and has the whole once it is moved',
    async (wall) => {
      const visit = await bookAt('10:00')
      const own = await claimsOf(visit.appointmentId)
      expect((await holdMove(db.app, { ...timeAt(wall), ...visit }, null)).ok).toBe(true)
      const [hold = ''] = await holdsNow()
      for (const { resource, from, to } of await claimsOf(hold)) {
        const beside = own.find((one) => one.resource === resource)
        if (beside) expect(from >= beside.to || to <= beside.from).toBe(true)
      }
      for (const taken of [wall, '10:00']) expect((await holdSlot(db.app, timeAt(taken), null)).ok, taken).toBe(false)
      expect(await moveVisit(db.app, { ...timeAt(wall), ...visit })).toEqual({ ok: true, already: false })
      const claims = await claimsOf(visit.appointmentId)
      expect(claims.map(({ from }) => from.getTime())).toEqual(claims.map(() => dayAfterTomorrow(wall)))
      expect(claims).toHaveLength(own.length)
    },
  )

  test('to the same hour with another therapist has a room, and one visit’s worth of claims', async () => {
    const visit = await bookAt('10:00')
    expect((await holdMove(db.app, { ...timeAt('10:00', 1), ...visit }, null)).ok).toBe(true)
    expect((await moveVisit(db.app, { ...timeAt('10:00', 1), ...visit })).ok).toBe(true)
    const claims = await claimsOf(visit.appointmentId)
    expect(claims).toHaveLength(2)
    expect(claims.map(({ resource }) => resource)).toContain(clinic.therapists[1])
  })

  test('asked for twice, at once or one after the other, is one hold; of another time it lets the first go', async () => {
    const visit = await bookAt('10:00')
    const wish = { ...timeAt('15:00'), ...visit }
    const both = await Promise.all([holdMove(server(0), wish, null), holdMove(server(1), wish, null)])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(await holdsNow()).toHaveLength(1)
    await holdMove(db.app, wish, null)
    expect(await holdsNow()).toHaveLength(1)
    await holdMove(db.app, { ...timeAt('17:00'), ...visit }, null)
    expect(await holdsNow()).toHaveLength(1)
    expect((await holdSlot(db.app, timeAt('15:00'), null)).ok).toBe(true)
    expect(await findMoveHold(db.app, wish)).toBeUndefined()
  })

  test('where somebody else holds the time is told so, with what is free near it, and the visit stands', async () => {
    const visit = await bookAt('10:00')
    await holdSlot(db.app, timeAt('15:00'), null)
    const refused = await holdMove(db.app, { ...timeAt('15:00'), ...visit }, null)
    expect(refused).toMatchObject({ ok: false, why: 'taken' })
    expect('near' in refused && refused.near.length).toBeGreaterThan(0)
    const own = dayAfterTomorrow('10:00')
    expect(
      'near' in refused &&
        refused.near.some(({ start, therapist }) => start === own && therapist === clinic.therapists[0]),
    ).toBe(false)
    expect(await startOf(visit)).toBe(own)
  })

  test('that has ended is nobody’s: another has the time, and the visit stands; free, it is moved all the same', async () => {
    const visit = await bookAt('10:00')
    await holdMove(db.app, { ...timeAt('15:00'), ...visit }, null)
    await endHolds()
    expect((await moveVisit(db.app, { ...timeAt('15:00'), ...visit })).ok).toBe(true)
    await holdMove(db.app, { ...timeAt('17:00'), ...visit }, null)
    await endHolds()
    await bookAt('17:00', 0, 'other@example.org')
    expect(await moveVisit(db.app, { ...timeAt('17:00'), ...visit })).toMatchObject({ ok: false, why: 'taken' })
    expect(await startOf(visit)).toBe(dayAfterTomorrow('15:00'))
  })

  test('is renewed once, let go on leaving, and kept on coming back, as the hold of a booking is', async () => {
    const visit = await bookAt('10:00')
    const wish = { ...timeAt('15:00'), ...visit }
    await holdMove(db.app, wish, null)
    const held = await findMoveHold(db.app, wish)
    const hold = { clinicId: clinic.clinicId, appointmentId: held?.appointmentId ?? '' }
    await leaveHold(db.app, hold)
    expect((await findMoveHold(db.app, wish))?.endsAt).toBeLessThan(held?.endsAt ?? 0)
    await keepHold(db.app, hold)
    expect((await findMoveHold(db.app, wish))?.endsAt).toBe(held?.endsAt)
    expect((await renewHold(db.app, hold)).ok).toBe(true)
    expect((await renewHold(db.app, hold)).ok).toBe(false)
    expect((await findMoveHold(db.app, wish))?.endsAt).toBe((held?.endsAt ?? 0) + 300_000)
  })

  test('keeps the price and the free hours that were read while it lasted', async () => {
    const visit = await bookAt('10:00')
    await holdMove(db.app, { ...timeAt('15:00'), ...visit }, null)
    await db.admin.query('update clinic.services set price_pence = 9900 where service_id = $1', [clinic.serviceId])
    const freeUntil = `update clinic.appointments set free_until = created_at + interval '1 millisecond' where appointment_id = $1`
    await db.admin.query(freeUntil, [visit.appointmentId])
    await db.admin.query(
      `update clinic.appointments set created_at = created_at - interval '1 minute' where moves_id = $1`,
      [visit.appointmentId],
    )
    expect((await moveVisit(db.app, { ...timeAt('15:00'), ...visit })).ok).toBe(true)
    expect((await findVisit(db.app, visit))?.pricePence).toBe(6200)
  })

  test('goes with a cancel, and books nothing for anybody', async () => {
    const visit = await bookAt('10:00')
    await holdMove(db.app, { ...timeAt('10:15'), ...visit }, null)
    const [hold = ''] = await holdsNow()
    const booked = await confirmBooking(db.app, db.secret, hold, timeAt('10:15'), { ...robin, secondIsMeant: true })
    expect(booked.ok).toBe(false)
    await cancelVisit(db.app, visit)
    expect(await holdsNow()).toEqual([])
    expect((await holdSlot(db.app, timeAt('10:15'), null)).ok).toBe(true)
  })

  test('is in nobody’s own way when the time is looked at again, and counts among the holds of an address', async () => {
    const visit = await bookAt('10:00')
    const own = await findVisit(db.app, visit)
    if (!own) throw new Error('no visit')
    await holdMove(db.app, { ...timeAt('15:00'), ...visit }, new Uint8Array([1]))
    expect((await lookToMoveTo(db.app, own, timeAt('15:15'))).ok).toBe(true)
    const { rows } = await db.admin.query(`select from clinic.appointments where held_by = '\\x01'`)
    expect(rows).toHaveLength(1)
    expect(mostHolds).toBeGreaterThan(1)
  })

  test('where the therapist is away since is not had, and the visit stands', async () => {
    const visit = await bookAt('10:00')
    await holdMove(db.app, { ...timeAt('15:00'), ...visit }, null)
    await db.admin.query('update clinic.hours set to_time = $2 where clinic_id = $1', [clinic.clinicId, '14:00'])
    expect(await moveVisit(db.app, { ...timeAt('15:00'), ...visit })).toMatchObject({ ok: false })
    expect(await startOf(visit)).toBe(dayAfterTomorrow('10:00'))
  })

  test('against sixteen who want the time at once: one has it, and nothing is left over', async () => {
    const visits = await Promise.all([0, 1].map((at) => bookAt(at ? '11:00' : '10:00', at, `${at}@example.org`)))
    const race = Array.from({ length: 16 }, (_, at) => {
      const [visit] = visits
      if (at === 0 && visit) return holdMove(server(at), { ...timeAt('15:00'), ...visit }, null)
      return holdSlot(server(at), timeAt('15:00'), null)
    })
    expect((await Promise.all(race)).filter(({ ok }) => ok)).toHaveLength(1)
    expect(await holdsNow()).toHaveLength(1)
  })
})
