/** Steps at the door and cancelling by staff, over a real PostgreSQL: two at once, stale pages, another clinic's ids. */
import { beforeEach, describe, expect, test } from 'vitest'
import { sharedDatabase } from '../db/test-database.ts'
import { cancelByStaff } from '../calendar/staff-cancel.ts'
import { stepVisit, undoStep } from './door.ts'
import type { StaffAct } from './staff-act.ts'
import { staffDay } from './staff-day.ts'
import { bookedVisit, lastEvent, makeMember, visitIsAt } from './test-staff.ts'
import { makeTestClinic, type TestClinic } from './test-clinic.ts'

const db = sharedDatabase()
let clinic: TestClinic
let member: string
let appointmentId: string

beforeEach(async () => {
  clinic = await makeTestClinic(db)
  member = await makeMember(db, clinic.clinicId, 'reception')
  appointmentId = await bookedVisit(db, clinic, '10:00', { personName: 'Nadia' })
  await visitIsAt(db, appointmentId, '5 minutes')
})

const act = async (seen?: string): Promise<StaffAct> => ({
  clinicId: clinic.clinicId,
  memberId: member,
  appointmentId,
  seen: seen ?? (await lastEvent(db, appointmentId)),
})
const state = async () =>
  (await db.admin.query('select state, version from clinic.appointments where appointment_id = $1', [appointmentId]))
    .rows[0]
const events = async () =>
  (
    await db.admin.query(
      'select what, by_whom, member_id, undoes, reason from clinic.appointment_events where appointment_id = $1 order by event_id',
      [appointmentId],
    )
  ).rows
const mails = async () =>
  (await db.admin.query('select kind from clinic.mails where appointment_id = $1', [appointmentId])).rows

describe('a step at the door', () => {
  test('is written with who took it, and tells nobody by mail', async () => {
    const before = (await mails()).length
    expect(await stepVisit(db.app, await act(), 'arrived')).toEqual({ ok: true, already: false })
    expect(await state()).toEqual({ state: 'arrived', version: 0 })
    expect((await events()).at(-1)).toMatchObject({
      what: 'arrived',
      by_whom: 'staff',
      member_id: member,
      undoes: false,
    })
    expect((await mails()).length).toBe(before)
  })

  test('that finishes the visit asks how it was a day later, once, and not where it was a mistake', async () => {
    await visitIsAt(db, appointmentId, '-5 minutes')
    const invitations = async () =>
      (
        await db.admin.query(
          `select state, round(extract(epoch from due_at - now()) / 3600)::int as hours from clinic.mails
           where appointment_id = $1 and kind = 'review-invitation'`,
          [appointmentId],
        )
      ).rows
    await stepVisit(db.app, await act(), 'arrived')
    expect(await invitations()).toEqual([])
    await stepVisit(db.app, await act(), 'finished')
    expect(await invitations()).toEqual([{ state: 'queued', hours: 24 }])
    await undoStep(db.app, await act())
    expect(await invitations()).toMatchObject([{ state: 'dropped' }])
    await stepVisit(db.app, await act(), 'finished')
    expect(await invitations()).toEqual([{ state: 'queued', hours: 24 }])
  })

  test('tapped twice is taken once', async () => {
    const seen = await act()
    const both = await Promise.all([stepVisit(db.app, seen, 'arrived'), stepVisit(db.app, seen, 'arrived')])
    expect(both.filter((each) => each.ok && !each.already)).toHaveLength(1)
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect((await events()).filter(({ what }) => what === 'arrived')).toHaveLength(1)
  })

  test('of two people who say different things at once, one is heard and the other is told', async () => {
    await visitIsAt(db, appointmentId, '-5 minutes')
    const seen = await act()
    const both = await Promise.all([stepVisit(db.app, seen, 'arrived'), stepVisit(db.app, seen, 'no-show')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.filter((each) => !each.ok && each.why === 'changed')).toHaveLength(1)
  })

  test('that is not in the table, or whose time has not come, does not exist', async () => {
    await visitIsAt(db, appointmentId, '2 days')
    expect(await stepVisit(db.app, await act(), 'arrived')).toEqual({ ok: false, why: 'notNow' })
    expect(await stepVisit(db.app, await act(), 'no-show')).toEqual({ ok: false, why: 'notNow' })
    expect((await state()).state).toBe('confirmed')
  })

  test('of another clinic’s visit finds nothing', async () => {
    const other = await makeTestClinic(db)
    const elsewhere = { ...(await act()), clinicId: other.clinicId }
    expect(await stepVisit(db.app, elsewhere, 'arrived')).toEqual({ ok: false, why: 'gone' })
    expect(await undoStep(db.app, elsewhere)).toEqual({ ok: false, why: 'gone' })
    expect(await cancelByStaff(db.app, { ...elsewhere, reason: 'x', who: 'clinic' })).toEqual({
      ok: false,
      why: 'gone',
    })
  })
})

describe('taking a step back', () => {
  test('leads to where the visit stood, and nothing that happened is forgotten', async () => {
    await visitIsAt(db, appointmentId, '-5 minutes')
    await stepVisit(db.app, await act(), 'no-show')
    expect(await undoStep(db.app, await act())).toEqual({ ok: true, already: false })
    expect((await state()).state).toBe('confirmed')
    expect((await events()).map(({ what, undoes }) => [what, undoes])).toEqual([
      ['confirmed', false],
      ['no-show', false],
      ['confirmed', true],
    ])
  })

  test('tapped twice takes one step back, not two', async () => {
    await stepVisit(db.app, await act(), 'arrived')
    await stepVisit(db.app, await act(), 'finished')
    const seen = await act()
    expect(await undoStep(db.app, seen)).toEqual({ ok: true, already: false })
    expect(await undoStep(db.app, seen)).toEqual({ ok: true, already: true })
    expect((await state()).state).toBe('arrived')
  })

  test('from a page that is not the present any more is refused', async () => {
    await stepVisit(db.app, await act(), 'arrived')
    const seen = await act()
    await stepVisit(db.app, seen, 'finished')
    expect(await undoStep(db.app, seen)).toEqual({ ok: false, why: 'changed' })
    expect((await state()).state).toBe('finished')
  })

  test('is not there where nothing was done at the door', async () => {
    expect(await undoStep(db.app, await act())).toEqual({ ok: false, why: 'notNow' })
  })
})

describe('cancelling by staff', () => {
  const cancel = async (who: 'clinic' | 'person' | 'waived', seen?: string) =>
    cancelByStaff(db.app, { ...(await act(seen)), reason: 'The therapist is ill.', who })

  test('frees the time, tells the person, and says who did it and why', async () => {
    expect(await cancel('clinic')).toEqual({ ok: true, already: false })
    expect(await state()).toEqual({ state: 'cancelled', version: 1 })
    expect((await events()).at(-1)).toMatchObject({
      by_whom: 'staff',
      member_id: member,
      reason: 'The therapist is ill.',
    })
    expect((await mails()).map(({ kind }) => kind)).toContain('cancelled')
    const { rows } = await db.admin.query('select from clinic.claims where appointment_id = $1', [appointmentId])
    expect(rows).toEqual([])
  })

  test('takes the agreed fee where the person asked late, and never where the clinic cancels', async () => {
    await cancel('person')
    expect((await state()).state).toBe('late-cancelled')
    appointmentId = await bookedVisit(db, clinic, '12:00', { personName: 'Owen' })
    await cancel('person')
    expect((await state()).state).toBe('cancelled')
  })

  test.each(['person', 'waived'] as const)(
    'as the %s asked for on the phone is theirs: the mail says so, and nobody is to ring them about it',
    async (who) => {
      expect(await cancel(who)).toEqual({ ok: true, already: false })
      expect((await events()).at(-1)).toMatchObject({ by_whom: 'person', member_id: member })
      await db.admin.query(`update clinic.mails set state = 'bounced' where appointment_id = $1`, [appointmentId])
      const day = Temporal.Now.plainDateISO('Europe/London').toString()
      const { visits } = await staffDay(db.app, { member: { clinicId: clinic.clinicId, memberId: member }, day })
      expect(visits.map(({ person, notReached }) => [person, notReached])).toEqual([['Nadia', null]])
    },
  )

  test('tapped twice tells the person once', async () => {
    const seen = await lastEvent(db, appointmentId)
    await cancel('clinic', seen)
    expect(await cancel('clinic', seen)).toEqual({ ok: true, already: true })
    expect((await mails()).filter(({ kind }) => kind === 'cancelled')).toHaveLength(1)
  })

  test.each([
    ['clinic', 'person', 'cancelled'],
    ['person', 'clinic', 'late-cancelled'],
  ] as const)(
    'that was cancelled by the %s is not said to be cancelled by the %s by whoever comes second',
    async (one, other, is) => {
      const seen = await lastEvent(db, appointmentId)
      await cancel(one, seen)
      expect(await cancel(other, seen)).toEqual({ ok: false, why: 'changed' })
      expect((await state()).state).toBe(is)
      expect((await mails()).filter(({ kind }) => kind === 'cancelled')).toHaveLength(1)
    },
  )

  test('from a page on which the person had not yet arrived is refused', async () => {
    const seen = await lastEvent(db, appointmentId)
    await stepVisit(db.app, await act(), 'arrived')
    expect(await cancel('clinic', seen)).toEqual({ ok: false, why: 'changed' })
    expect(await cancel('clinic')).toEqual({ ok: false, why: 'notNow' })
    expect((await state()).state).toBe('arrived')
  })
})
