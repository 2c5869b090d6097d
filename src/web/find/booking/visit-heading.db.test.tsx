/** What the page of a visit is headed by: what has just happened, and later what stands. Over a real PostgreSQL. */
import { beforeEach, expect, test } from 'vitest'
import { tellOfChange } from '../../../clinic/booking/visit-changes.ts'
import { readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { browserOf, carriedBy, homeOver, robin } from './test-pages.ts'

const db = testDatabase()
let clinic: TestClinic
let visit: string
const own = () => readPrivateToken(db.secret, 'visit', visit.split('/').at(-1) ?? '')?.appointmentId ?? ''
const { ask } = browserOf(homeOver(db))
const seen = async () => {
  const { body } = await ask(visit)
  const plain = (html: string | undefined) => (html ?? '').replaceAll(/<[^>]+>/g, '').trim()
  return [plain(/<h1[^>]*>(.*?)<\/h1>/s.exec(body)?.[1]), plain(/<p class="big-line">(.*?)<\/p>/s.exec(body)?.[1])]
}
const anHourLater = () =>
  db.admin.query(`update clinic.appointment_events set at = at - interval '1 hour' where appointment_id = $1`, [own()])
const carried = (wall = '10:00') => carriedBy(clinic, wall)
const moveTo = (wall: string) => ask(`${visit}/move`, { ...carried(wall), do: 'move' })
/** What staff do leads here by the same event; the console has pages of its own for it. */
const byStaff = (what: 'moved' | 'cancelled' | 'confirmed', state: string, wall: string, undoes = false) =>
  inClinic(db.app, clinic.clinicId, async (trx) => {
    const startsAt = new Date(dayAfterTomorrow(wall))
    const { version } = await trx
      .updateTable('appointments')
      .set((eb) => ({ state, version: eb('version', '+', 1) }))
      .where('appointment_id', '=', own())
      .returning('version')
      .executeTakeFirstOrThrow()
    const told = { clinicId: clinic.clinicId, appointmentId: own(), version, what, undoes, startsAt }
    await tellOfChange(trx, { ...told, byWhom: 'staff', address: null })
  })

beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2 })
  const { to } = await ask(`/book/therapist-${clinic.therapists[0]}`, carried('10:00'))
  visit = (await ask(to, { ...robin, ...carried('10:00') })).to
})

test('a visit that was just booked says so, and so it does later', async () => {
  expect(await seen()).toEqual(['Your visit is booked', ''])
  await anHourLater()
  expect(await seen()).toEqual(['Your visit is booked', ''])
})

test('a visit that was just moved says so, with what it was and what it is now; later what stands', async () => {
  await moveTo('15:00')
  const words = expect.stringMatching(/^You moved it\. It was .+, 10:00 \(.+\)\. Now it is .+, 15:00 \(.+\)\.$/)
  expect(await seen()).toEqual(['Your visit is moved', words])
  await anHourLater()
  expect(await seen()).toEqual(['Your visit is booked', words])
  await moveTo('17:00')
  expect((await seen())[1]).toMatch(/It was .+, 15:00 .+ Now it is .+, 17:00/)
})

test('a visit that its person cancelled says so, and later that this one is cancelled', async () => {
  await ask(`${visit}/cancel`, { version: '0' })
  expect(await seen()).toEqual(['Your visit is cancelled', expect.stringMatching(/^You cancelled it, .*\d\d:\d\d/)])
  await anHourLater()
  expect(await seen()).toEqual(['This visit is cancelled', expect.stringMatching(/^You cancelled it, .*\d\d:\d\d/)])
})

test('what the clinic did is said to be the clinic’s: a move, another length, a cancel, and a cancel taken back', async () => {
  await byStaff('moved', 'confirmed', '10:00')
  const same = 'Lantern Physio changed it. It begins at the same time as before.'
  expect(await seen()).toEqual(['The clinic changed your visit', same])
  await byStaff('cancelled', 'cancelled', '10:00')
  expect(await seen()).toEqual([
    'The clinic cancelled your visit',
    expect.stringMatching(/^Lantern Physio cancelled it, .*\d\d:\d\d/),
  ])
  await byStaff('confirmed', 'confirmed', '10:00', true)
  const back = 'It had been cancelled. Lantern Physio has taken that back.'
  expect(await seen()).toEqual(['Your visit stands after all', back])
  await anHourLater()
  expect(await seen()).toEqual(['Your visit is booked', back])
})

test('a cancel of the person that staff took back is not said to have been the clinic’s', async () => {
  await ask(`${visit}/cancel`, {})
  await byStaff('confirmed', 'confirmed', '10:00', true)
  expect((await seen())[1]).toBe('It had been cancelled. Lantern Physio has taken that back.')
})

test('a visit says when the door of its place is open that day, and whom to ring before a shut one', async () => {
  expect((await ask(visit)).body).not.toContain('The door is')
  const { dayOfWeek } = Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00')).toZonedDateTimeISO(
    'Europe/London',
  )
  const open = (from: string) =>
    db.admin.query(
      `insert into clinic.opening_hours (clinic_id, location_id, weekday, from_time, to_time) values ($1, $2, $3, $4, '18:00')`,
      [clinic.clinicId, clinic.locationId, dayOfWeek, from],
    )
  await open('12:00')
  expect((await ask(visit)).body).toContain(
    'The door is open 12:00–18:00 that day. If you find it shut, ring Lantern Physio: 020 7946 0000.',
  )
  await db.admin.query('delete from clinic.opening_hours where clinic_id = $1', [clinic.clinicId])
  await open('08:00')
  expect((await ask(visit)).body).toContain('The door is open 08:00–18:00.')
})

test('a visit that has come since is headed by that, and says nothing of how it was moved', async () => {
  await moveTo('15:00')
  await db.admin.query(`update clinic.appointments set state = 'arrived' where appointment_id = $1`, [own()])
  expect(await seen()).toEqual(['You have arrived', ''])
})
