/** The list of a day: who comes, whom no mail reached first, and what they wrote, with the right secret only. */
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../db/test-database.ts'
import { confirmBooking } from './confirm.ts'
import { dayList } from './day-list.ts'
import { holdSlot } from './holds.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from './test-clinic.ts'

const db = testDatabase()
let clinic: TestClinic
const day = () => Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 2 }).toPlainDate().toString()

beforeAll(async () => {
  clinic = await makeTestClinic(db)
  for (const [wall, name, insurer] of [
    ['09:00', 'Ada', undefined],
    ['08:00', 'Bo', 'AXA Health'],
  ] as const) {
    const wanted = {
      clinicId: clinic.clinicId,
      service: clinic.serviceId,
      therapist: clinic.therapists[0] ?? '',
      location: clinic.locationId,
      start: dayAfterTomorrow(wall),
    }
    const held = await holdSlot(db.app, wanted, null)
    if (!held.ok) throw new Error(held.why)
    await confirmBooking(db.app, db.secret, held.hold.appointmentId, wanted, {
      personName: name,
      contactName: name,
      email: `${name.toLowerCase()}@example.org`,
      payer: insurer ? 'insurer' : 'self',
      insurer,
      membershipNumber: insurer && 'DEMO 4471',
      note: `${name} likes stairs`,
    })
  }
})

test('is in the order of the day, with what was written and who pays', async () => {
  expect(await dayList(db.app, db.secret, clinic.clinicId, day())).toMatchObject([
    {
      times: '08:00 to 08:45',
      person: 'Bo',
      note: 'Bo likes stairs',
      payer: 'AXA Health, membership DEMO 4471',
      notReached: null,
    },
    { times: '09:00 to 09:45', person: 'Ada', note: 'Ada likes stairs', payer: 'pays themselves' },
  ])
})

test('whom no mail has reached stands first, with the reason', async () => {
  await db.admin.query(
    `update clinic.mails set state = 'bounced', why = 'No such mailbox.' where address = 'ada@example.org' and kind = 'confirmation'`,
  )
  const [first] = await dayList(db.app, db.secret, clinic.clinicId, day())
  expect(first).toMatchObject({ person: 'Ada', notReached: 'Not reached by mail: phone. No such mailbox.' })
})

test('whoever is here, stayed away or cancelled by themselves is not to be rung, as on the screens', async () => {
  for (const state of ['arrived', 'finished', 'no-show', 'cancelled', 'late-cancelled']) {
    await db.admin.query(`update clinic.appointments set state = $1 where starts_at = $2`, [
      state,
      new Date(dayAfterTomorrow('09:00')),
    ])
    const visits = await dayList(db.app, db.secret, clinic.clinicId, day())
    expect([state, visits.find(({ person }) => person === 'Ada')?.notReached]).toEqual([state, null])
  }
  await db.admin.query(`update clinic.appointments set state = 'confirmed' where starts_at = $1`, [
    new Date(dayAfterTomorrow('09:00')),
  ])
})

test('a visit for which staff bent a rule says why', async () => {
  await db.admin.query(
    `update clinic.appointments set bent_rule = 'taken', bent_reason = 'In great pain' where starts_at = $1`,
    [new Date(dayAfterTomorrow('08:00'))],
  )
  const visits = await dayList(db.app, db.secret, clinic.clinicId, day())
  expect(visits.map(({ person, bentReason }) => [person, bentReason])).toContainEqual(['Bo', 'In great pain'])
  expect(visits.map(({ person, bentReason }) => [person, bentReason])).toContainEqual(['Ada', null])
})

test('with another secret the notes stay shut, and the day before is another day', async () => {
  const visits = await dayList(db.app, Buffer.alloc(32, 7), clinic.clinicId, day())
  expect(visits.map(({ note }) => note)).toEqual([null, null])
  const before = Temporal.PlainDate.from(day()).subtract({ days: 1 }).toString()
  expect(await dayList(db.app, db.secret, clinic.clinicId, before)).toEqual([])
})
