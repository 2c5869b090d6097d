/** Choosing again, over a real PostgreSQL with two servers: one question, one visit, nothing to pay, and staff see the truth. */
import { beforeEach, describe, expect, test } from 'vitest'
import { often } from '../../../../scripts/short-form.ts'
import { addAbsence, addClosure, removeAbsence } from '../../calendar/days-off.ts'
import { moveByStaff } from '../../calendar/staff-move.ts'
import { bookedByStaff, joinClinic, wantedAt } from '../../calendar/test-calendar.ts'
import { lastCommand, undoCommand } from '../../calendar/undo.ts'
import { inClinic } from '../../db/connection.ts'
import { sharedDatabase, twoServers } from '../../db/test-database.ts'
import type { Member } from '../../people/members.ts'
import { holdSlot } from '../holds.ts'
import { databaseNow } from '../slot-claims.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../test-clinic.ts'
import { askToChoose } from './ask-to-choose.ts'
import { askedPeople } from './asked-people.ts'
import { askForCall, cancelInstead, chooseTime, findAsk, openAsk, openAskOf, timesToChoose } from './choice.ts'

const db = sharedDatabase()
const server = twoServers(db)
const rounds = Number(process.env.ROUNDS ?? often(3, 2))

let clinic: TestClinic
let sol: Member
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2 })
  sol = await joinClinic(db, clinic.clinicId)
})

const at = (wall: string, therapist = 0) => wantedAt(clinic, wall, therapist)
const to = (wall: string, therapist = 1) => ({
  therapist: clinic.therapists[therapist] ?? '',
  location: clinic.locationId,
  start: dayAfterTomorrow(wall),
})
const theDay = () =>
  Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00'))
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toString()
const away = async (therapist = 0) => {
  const wish = { therapistId: clinic.therapists[therapist] ?? '', firstDay: theDay(), lastDay: theDay() }
  const added = await addAbsence(db.app, sol, wish)
  if (!added.ok) throw new Error(added.why)
  return added.id
}
const ask = (appointmentId: string, version = 0) =>
  askToChoose(db.app, sol, [{ appointmentId, version }]).then((asked) => asked.get(appointmentId))
const askIdOf = async (appointmentId: string) => {
  const { rows } = await db.admin.query<{ id: string }>(
    'select choose_again_id as id from clinic.choose_again where appointment_id = $1 order by asked_at desc limit 1',
    [appointmentId],
  )
  return { clinicId: clinic.clinicId, askId: rows[0]?.id ?? '' }
}
/** A visit whose therapist is away, and the question about it. */
const unkept = async (more: Parameters<typeof bookedByStaff>[3] = {}) => {
  const visit = await bookedByStaff(db, sol, at('10:00'), more)
  const absence = await away()
  expect(await ask(visit)).toEqual({ ok: true, already: false })
  return { visit, absence, id: await askIdOf(visit) }
}
const rowOf = async (visit: string) =>
  (
    await db.admin.query<{
      state: string
      starts_at: Date
      version: number
      price_pence: number
      late_fee_pence: number
      therapist_id: string
    }>('select * from clinic.appointments where appointment_id = $1', [visit])
  ).rows[0]
const mails = async (kind: string) =>
  (await db.admin.query('select 1 from clinic.mails where clinic_id = $1 and kind = $2', [clinic.clinicId, kind]))
    .rowCount
const staffSee = () => inClinic(db.app, clinic.clinicId, async (trx) => askedPeople(trx, await databaseNow(trx)))
const count = async (what: string, visit: string) =>
  Number(
    (await db.admin.query(`select count(*) as n from clinic.${what} where appointment_id = $1`, [visit])).rows[0]?.n,
  )

describe('the question', () => {
  test('is asked once, in one mail, however often and on however many servers it is pressed', async () => {
    const visit = await bookedByStaff(db, sol, at('10:00'))
    await away()
    const all = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6, 7].map((number) =>
        askToChoose(server(number), sol, [{ appointmentId: visit, version: 0 }]),
      ),
    )
    const outcomes = all.map((one) => one.get(visit))
    expect(outcomes.every((one) => one?.ok)).toBe(true)
    expect(outcomes.filter((one) => one?.ok && !one.already)).toHaveLength(1)
    expect(await mails('choose-again')).toBe(1)
  })

  test('is not asked of a visit that stands, was changed since, is over, has no email, or is another clinic’s', async () => {
    const visit = await bookedByStaff(db, sol, at('10:00'))
    expect(await ask(visit)).toEqual({ ok: false, why: 'stands' })
    await away()
    expect(await ask(visit, 7)).toEqual({ ok: false, why: 'stale' })
    expect(await ask(crypto.randomUUID())).toEqual({ ok: false, why: 'gone' })
    const other = await makeTestClinic(db)
    const stranger = await joinClinic(db, other.clinicId)
    const asked = await askToChoose(db.app, stranger, [{ appointmentId: visit, version: 0 }])
    expect(asked.get(visit)).toEqual({ ok: false, why: 'gone' })
    await db.admin.query(`update clinic.contacts set email = null where clinic_id = $1`, [clinic.clinicId])
    expect(await ask(visit)).toEqual({ ok: false, why: 'noEmail' })
    await db.admin.query(`update clinic.appointments set state = 'arrived' where appointment_id = $1`, [visit])
    expect(await ask(visit)).toEqual({ ok: false, why: 'over' })
    expect(await mails('choose-again')).toBe(0)
  })

  test('is asked where the place is shut too, and not of another place’s visits', async () => {
    const visit = await bookedByStaff(db, sol, at('10:00'))
    const closed = { firstDay: theDay(), lastDay: theDay(), part: { from: 600, to: 601 }, reason: 'No water' }
    await addClosure(db.app, sol, { ...closed, locationId: clinic.locationId })
    expect(await ask(visit)).toMatchObject({ ok: true })
    const next = await bookedByStaff(db, sol, at('10:45'))
    expect(await ask(next)).toEqual({ ok: false, why: 'stands' })
  })

  test('shows times with the same therapist on other days, and with others at the same hour', async () => {
    const { id } = await unkept()
    const found = await findAsk(db.app, id)
    if (!found) throw new Error('no question')
    const { same, others } = await timesToChoose(db.app, found)
    expect(same.length).toBeGreaterThan(0)
    expect(same.every(({ therapist }) => therapist === clinic.therapists[0])).toBe(true)
    expect(others.every(({ therapist }) => therapist === clinic.therapists[1])).toBe(true)
    expect(others.map(({ start }) => start)).toContain(dayAfterTomorrow('10:00'))
    const day = theDay()
    expect(same.every(({ start }) => new Date(start).toISOString().slice(0, 10) !== day)).toBe(true)
  })
})

describe('choosing', () => {
  test('shows only times that can be chosen, also where the visit outlasts what is in its way', async () => {
    await db.admin.query('update clinic.services set minutes = 50 where service_id = $1', [clinic.serviceId])
    const { id } = await unkept()
    await db.admin.query(
      `update clinic.absences set from_time = '08:00', to_time = '10:30' where clinic_id = $1 and therapist_id = $2`,
      [clinic.clinicId, clinic.therapists[0]],
    )
    const found = await findAsk(db.app, id)
    if (!found) throw new Error('no question')
    const [nearest] = (await timesToChoose(db.app, found)).same.filter(({ start }) => start > dayAfterTomorrow('10:00'))
    if (!nearest) throw new Error('nothing to choose')
    expect(await chooseTime(db.app, id, nearest)).toEqual({ ok: true })
  })

  test('moves the visit, once, at the price and fee that were agreed, and it is told of as a move', async () => {
    const { visit, id } = await unkept()
    await db.admin.query('update clinic.services set price_pence = 9900, late_fee_pence = 9900 where clinic_id = $1', [
      clinic.clinicId,
    ])
    expect(await chooseTime(db.app, id, to('10:00'))).toEqual({ ok: true })
    expect(await chooseTime(db.app, id, to('10:00'))).toEqual({ ok: true })
    expect(await chooseTime(db.app, id, to('12:00'))).toEqual({ ok: false, why: 'answered' })
    expect(await rowOf(visit)).toMatchObject({
      ...{ state: 'confirmed', version: 1, price_pence: 6200, late_fee_pence: 3000 },
      ...{ therapist_id: clinic.therapists[1], starts_at: new Date(dayAfterTomorrow('10:00')) },
    })
    expect(await count('claims', visit)).toBe(1)
    expect(await mails('moved')).toBe(1)
    expect(await findAsk(db.app, id)).toMatchObject({ state: 'stands', isOldTime: false })
    expect((await staffSee())[0]).toMatchObject({ fate: 'moved', ring: null })
  })

  test('is never too late by the hours of cancelling, since it is the clinic’s doing', async () => {
    const { visit, id } = await unkept()
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour' where appointment_id = $1`,
      [visit],
    )
    expect(await chooseTime(db.app, id, to('11:00'))).toEqual({ ok: true })
  })

  test('of a time that went meanwhile says so, and the old visit and the question stay', async () => {
    const { visit, id } = await unkept()
    expect((await holdSlot(db.app, at('10:00', 1), null)).ok).toBe(true)
    expect(await chooseTime(db.app, id, to('10:00'))).toMatchObject({ ok: false, why: 'taken' })
    expect(await rowOf(visit)).toMatchObject({ version: 0, therapist_id: clinic.therapists[0] })
    expect(await count('claims', visit)).toBe(1)
    expect(await findAsk(db.app, id)).toMatchObject({ state: 'open' })
    expect(await chooseTime(db.app, id, to('10:00', 0))).toMatchObject({ ok: false, why: 'away' })
  })

  test('of two different times at once, with a cancel and a move by staff, has one fate', async () => {
    for (let round = 0; round < rounds; round += 1) {
      clinic = await makeTestClinic(db, { therapists: 3 })
      sol = await joinClinic(db, clinic.clinicId)
      const { visit, id } = await unkept()
      const outcomes = await Promise.all([
        chooseTime(server(0), id, to('10:00', 1)),
        chooseTime(server(1), id, to('12:00', 2)),
        cancelInstead(server(0), id),
        moveByStaff(server(1), sol, { appointmentId: visit, version: 0, ...to('15:00', 1) }),
      ])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      const row = await rowOf(visit)
      expect(row?.version).toBe(1)
      expect(await count('claims', visit)).toBe(row?.state === 'confirmed' ? 1 : 0)
      expect((await findAsk(db.app, id))?.state).not.toBe('open')
    }
  })

  test('of four people for one time is one winner, and each loser can choose again', async () => {
    for (let round = 0; round < rounds; round += 1) {
      clinic = await makeTestClinic(db, { therapists: 2 })
      sol = await joinClinic(db, clinic.clinicId)
      const visits: string[] = []
      for (const wall of ['09:00', '10:00', '11:00', '12:00']) visits.push(await bookedByStaff(db, sol, at(wall)))
      await away()
      await askToChoose(
        db.app,
        sol,
        visits.map((appointmentId) => ({ appointmentId, version: 0 })),
      )
      const ids = await Promise.all(visits.map(askIdOf))
      const outcomes = await Promise.all(ids.map((id, number) => chooseTime(server(number), id, to('10:00'))))
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes.filter((one) => !one.ok).every((one) => 'near' in one && one.near.length > 0)).toBe(true)
      expect((await staffSee()).filter(({ fate }) => fate === 'moved')).toHaveLength(1)
    }
  })
})

describe('cancelling instead', () => {
  test('costs nothing inside the last hours too, and is told once', async () => {
    const { visit, id } = await unkept()
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour' where appointment_id = $1`,
      [visit],
    )
    expect(await cancelInstead(db.app, id)).toEqual({ ok: true })
    expect(await cancelInstead(db.app, id)).toEqual({ ok: true })
    expect(await rowOf(visit)).toMatchObject({ state: 'cancelled', version: 1 })
    expect(await mails('cancelled')).toBe(1)
    expect((await staffSee())[0]).toMatchObject({ fate: 'cancelled', ring: null })
    expect(await chooseTime(db.app, id, to('10:00'))).toEqual({ ok: false, why: 'answered' })
  })
})

describe('the question ends', () => {
  test('when staff set another time, and begins anew when that is taken back', async () => {
    const { visit, id } = await unkept()
    expect(await moveByStaff(db.app, sol, { appointmentId: visit, version: 0, ...to('15:00') })).toMatchObject({
      ok: true,
    })
    expect(await findAsk(db.app, id)).toMatchObject({ state: 'stands', isOldTime: false })
    expect(await chooseTime(db.app, id, to('10:00'))).toEqual({ ok: false, why: 'answered' })
    expect((await staffSee())[0]).toMatchObject({ fate: 'byClinic', ring: null })
    const last = await lastCommand(db.app, sol)
    expect(await undoCommand(db.app, db.secret, sol, last?.commandId ?? '')).toMatchObject({ ok: true })
    expect(await findAsk(db.app, id)).toMatchObject({ state: 'open' })
    expect(await openAskOf(db.app, { clinicId: clinic.clinicId, appointmentId: visit })).toBe(id.askId)
  })

  test('when the therapist is back: whoever had the mail is told that their visit stands, nobody else', async () => {
    const { visit, absence, id } = await unkept()
    const other = await bookedByStaff(db, sol, at('12:00', 1))
    await away(1)
    await ask(other)
    await db.admin.query(
      `update clinic.mails set state = 'handed-over', handed_over_at = now() where kind = 'choose-again' and clinic_id = $1`,
      [clinic.clinicId],
    )
    await removeAbsence(db.app, sol, absence)
    expect(await findAsk(db.app, id)).toMatchObject({ state: 'stands', isOldTime: true })
    expect(await mails('stands-again')).toBe(1)
    expect(await findAsk(db.app, await askIdOf(other))).toMatchObject({ state: 'open' })
    // Away once more: asked once more, with a mail of its own.
    await away()
    expect(await ask(visit)).toEqual({ ok: true, already: false })
    expect(await mails('choose-again')).toBe(3)
  })

  test('without a mail where the question had not gone yet', async () => {
    const { absence } = await unkept()
    await removeAbsence(db.app, sol, absence)
    expect(await mails('stands-again')).toBe(0)
  })

  test('when its hour comes: nothing can be chosen, and somebody must ring', async () => {
    const { visit, id } = await unkept()
    const soon = (hours: number) =>
      db.admin.query(
        `with moved as (update clinic.appointments set starts_at = now() + make_interval(mins => $2), ends_at = now() + make_interval(mins => $2 + 45)
           where appointment_id = $1 returning clinic_id, appointment_id, starts_at)
         update clinic.choose_again c set starts_at = m.starts_at from moved m
         where c.clinic_id = m.clinic_id and c.appointment_id = m.appointment_id`,
        [visit, hours * 60],
      )
    // The absence goes along with the hour.
    await db.admin.query(`update clinic.absences set first_day = current_date - 1 where clinic_id = $1`, [
      clinic.clinicId,
    ])
    await soon(4)
    expect((await staffSee())[0]).toMatchObject({ fate: 'asked', ring: null })
    await soon(2)
    expect((await staffSee())[0]).toMatchObject({ fate: 'asked', ring: 'soon' })
    await soon(-1)
    expect((await staffSee())[0]).toMatchObject({ fate: 'tooLate', ring: 'tooLate' })
    expect(await findAsk(db.app, id)).toMatchObject({ state: 'over' })
    expect(await chooseTime(db.app, id, to('10:00'))).toEqual({ ok: false, why: 'answered' })
    expect(await cancelInstead(db.app, id)).toEqual({ ok: false, why: 'answered' })
  })
})

test('staff see who has not opened, who has, who wants to be rung and whose mail came back, those to ring first', async () => {
  const people = ['Ash', 'Bo', 'Cleo', 'Dee']
  const ids: Awaited<ReturnType<typeof askIdOf>>[] = []
  const visits: string[] = []
  for (const [number, name] of people.entries())
    visits.push(
      await bookedByStaff(db, sol, at(`${9 + number * 2}:00`.padStart(5, '0')), {
        whom: { name, email: `${name.toLowerCase()}@example.org` },
      }),
    )
  await away()
  for (const visit of visits) {
    await ask(visit)
    ids.push(await askIdOf(visit))
  }
  const [, bo, cleo, dee] = ids
  if (!bo || !cleo || !dee) throw new Error('not asked')
  await openAsk(db.app, bo)
  await askForCall(db.app, cleo, '020 7946 0123')
  await askForCall(db.app, cleo, undefined)
  await db.admin.query(`update clinic.mails set state = 'bounced' where choose_again_id = $1`, [dee.askId])
  expect((await staffSee()).map(({ person, fate, ring, phone }) => [person, fate, ring, phone])).toEqual([
    ['Cleo', 'opened', 'wants', '020 7946 0123'],
    ['Dee', 'asked', 'notReached', null],
    ['Ash', 'asked', null, null],
    ['Bo', 'opened', null, null],
  ])
})
