/** Times that no list offers, asked for by hand at every door of the public: refused with what is free near them, and nothing is written. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { someOf } from '../scripts/short-form.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../src/clinic/booking/test-clinic.ts'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import { createApi } from '../src/server/api.ts'
import { type OwnServer, startInProcess } from './in-process.ts'
import { book, hold, personOf } from './person.ts'
import { wholeDatabase } from './whole-database.ts'

const db = testDatabase()
let server: OwnServer
let clinic: TestClinic
let people = 700
/** Somebody who has not booked before. */
const nobodyYet = () => {
  people += 1
  return personOf(people)
}
beforeAll(async () => {
  server = await startInProcess(db)
})
afterAll(() => server.stop())

const minute = 60_000
const iso = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString()
const slug = () => `therapist-${clinic.therapists[0]}`
const timeAt = (start: number) => ({ slug: slug(), service: clinic.serviceId, start })
const held = async (start: number) => {
  const answer = await hold(nobodyYet(), server.origin, timeAt(start))
  if (answer.what !== 'held') throw new Error(JSON.stringify(answer))
  return answer.form
}
const booked = async (start: number) => {
  const answer = await book(nobodyYet(), server.origin, await held(start))
  if (answer.what !== 'booked') throw new Error(JSON.stringify(answer))
  return answer.visit
}
/** The next whole quarter of an hour, as the list counts from the opening. */
const soon = () => Math.ceil(Date.now() / (15 * minute)) * 15 * minute

/** What is wrong with each: a pause, the steps, the hours, the notice, and yesterday. */
const forged: Readonly<Record<string, () => number>> = {
  'in the pause after a visit': () => dayAfterTomorrow('10:45'),
  'off the steps': () => dayAfterTomorrow('13:07'),
  'outside the hours': () => dayAfterTomorrow('19:30'),
  'inside the notice': () => soon() + 30 * minute,
  past: () => dayAfterTomorrow('12:00') - 3 * 24 * 60 * minute,
  'too far ahead': () => dayAfterTomorrow('12:00') + 90 * 24 * 60 * minute,
}

const post = (path: string, fields: Readonly<Record<string, string>>) =>
  fetch(`${server.origin}${path}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })
const api = () =>
  createApi({
    data: () => ({ app: db.app, directory: db.directory, secret: db.secret }),
    now: () => Temporal.Now.instant(),
    addressOf: () => undefined,
  })
const call = (path: string, body: object) =>
  api().request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  })

/** What a person would bend a rule with, if the public could. */
const bend = { reason: 'In great pain', secondIsMeant: 'yes', by: 'staff' }
type Door = (start: number) => Promise<Response> | Response
/** Each is opened before the time is forged: what a person had by then is theirs. */
const doors: Readonly<Record<string, () => Promise<Door>>> = {
  'looking at a time': async () => (start) =>
    fetch(`${server.origin}/book/${slug()}?${new URLSearchParams({ service: clinic.serviceId, at: iso(start) })}`),
  'holding it': async () => (start) =>
    post(`/book/${slug()}`, { ...bend, service: clinic.serviceId, start: String(start) }),
  'booking it with the form of a hold that was let go': async () => {
    const { path, fields } = await held(dayAfterTomorrow('14:00'))
    await post(path, { do: 'leave' })
    return (start) => post(path, { ...fields, ...bend, start: String(start) })
  },
  'moving a visit': async () => {
    const visit = await booked(dayAfterTomorrow('15:00'))
    const to = { therapist: clinic.therapists[0] ?? '', location: clinic.locationId }
    return (start) => post(`${visit}/move`, { ...bend, ...to, start: String(start) })
  },
  'holding it by a machine': async () => (start) =>
    call('/api/v1/holds', { therapist: slug(), service: clinic.serviceId, start: iso(start) }),
  'moving a visit by a machine': async () => {
    const visit = (await booked(dayAfterTomorrow('16:00'))).replace('/visits/', '/api/v1/visits/')
    return (start) => call(`${visit}/move`, { start: iso(start) })
  },
}

beforeEach(async () => {
  clinic = await makeTestClinic(db, { pauseAfter: 10 })
  await db.admin.query(`update clinic.services set notice_minutes = 120, free_until_hours = 1 where clinic_id = $1`, [
    clinic.clinicId,
  ])
  // So that "inside the notice" is inside the hours, whenever this runs.
  await db.admin.query(
    `update clinic.hours set from_time = '00:00', to_time = '24:00' where clinic_id = $1 and weekday <> $2`,
    [
      clinic.clinicId,
      Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('12:00')).toZonedDateTimeISO('Europe/London').dayOfWeek,
    ],
  )
  await booked(dayAfterTomorrow('10:00'))
})

describe.each(Object.keys(doors))('%s', (door) => {
  // In the short form each door refuses every second of them, by turns.
  test.each(someOf(Object.keys(forged), 2, Object.keys(doors).indexOf(door)))(
    'that is %s is refused with what is free near it, and writes nothing',
    async (what) => {
      const knock = await doors[door]?.()
      const start = forged[what]?.() ?? 0
      if (!knock) throw new Error('no such door')
      const before = await wholeDatabase(db.admin)
      const answer = await knock(start)
      const says = await answer.text()
      expect(answer.status).toBe(409)
      const near = [...says.matchAll(/class="time"/g)].length + [...says.matchAll(/"says":/g)].length
      // Nothing can be free near a time that is months away.
      if (what !== 'too far ahead') expect(near, says.slice(0, 2000)).toBeGreaterThan(1)
      expect(await wholeDatabase(db.admin)).toEqual(before)
    },
  )
})
