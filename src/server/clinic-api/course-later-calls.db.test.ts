/** A course changed from one visit on, and waiting for an earlier time, by calls of machines on a real database. */
import { expect, test } from 'vitest'
import { askToChoose } from '../../clinic/booking/choose-again/ask-to-choose.ts'
import { privateToken } from '../../clinic/booking/private-link.ts'
import { addAbsence } from '../../clinic/calendar/days-off.ts'
import { joinClinic } from '../../clinic/calendar/test-calendar.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { callsOn, isoAt, robin } from './test-calls.ts'

const db = testDatabase()
const { ask, lantern, secret } = callsOn(db)

const weeksOn = (wall: string, weeks: number) =>
  Temporal.Instant.from(isoAt(wall)).toZonedDateTimeISO('Europe/London').add({ weeks }).toInstant().toString()

/** A course of three that was booked, and the address of its second visit. */
async function course() {
  const clinic = await lantern()
  const { slug, serviceId, locationId } = clinic
  const starts = [0, 1, 2].map((weeks) => weeksOn('10:00', weeks))
  const held = await ask('POST', '/api/v1/courses', {
    ...{ therapist: slug, service: serviceId, location: locationId, starts },
  })
  const { course: visits } = (await ask('POST', `/api/v1/holds/${held.body.hold}/visit`, robin)).body
  const tokens: readonly string[] = visits.map(({ visit }: { visit: string }) => visit)
  const states = async () =>
    (await ask('GET', `/api/v1/visits/${tokens[0]}`)).body.course.map(
      ({ start, state }: { start: string; state: string }) => [start, state],
    )
  return { ...clinic, starts, tokens, states, second: `/api/v1/visits/${tokens[1]}` }
}

const seenOf = (visits: readonly { visit: string; version: number }[]) =>
  visits.map(({ visit, version }) => ({ visit, version }))

test('tells of a visit and those after it what changing them costs, and cancels them at that cost alone', async () => {
  const { second, starts, tokens, states, serviceId, slug } = await course()
  const { body } = await ask('GET', `${second}/later`)
  expect(body).toMatchObject({ cancelling: { feePence: 0, usedUp: 0 }, onceMovedPence: 12_400 })
  expect(body.visits).toMatchObject([
    { visit: tokens[1], time: { start: starts[1], therapist: slug, service: serviceId }, pricePence: 6200 },
    { visit: tokens[2], time: { start: starts[2] }, cancelling: { feePence: 0 } },
  ])
  const visits = seenOf(body.visits)
  const dearer = await ask('POST', `${second}/later/cancel`, { visits, cancelling: { feePence: 100, usedUp: 0 } })
  expect([dearer.status, dearer.body.why, dearer.body.cancelling]).toEqual([409, 'cost', { feePence: 0, usedUp: 0 }])
  const one = await ask('POST', `${second}/later/cancel`, { visits: visits.slice(1), cancelling: body.cancelling })
  expect([one.status, one.body.why]).toEqual([409, 'stale'])
  expect((await states()).map(([, state]: [string, string]) => state)).toEqual(Array(3).fill('confirmed'))
  const done = await ask('POST', `${second}/later/cancel`, { visits, cancelling: body.cancelling })
  expect([done.status, done.body.state]).toEqual([200, 'cancelled'])
  expect((await states()).map(([, state]: [string, string]) => state)).toEqual(['confirmed', 'cancelled', 'cancelled'])
  const again = await ask('POST', `${second}/later/cancel`, { visits, cancelling: body.cancelling })
  expect([again.status, again.body.state, again.body.version]).toEqual([200, 'cancelled', done.body.version])
  const later = visits.map(({ visit, version }) => ({ visit, version: version + 1 }))
  const other = await ask('POST', `${second}/later/cancel`, { visits: later, cancelling: body.cancelling })
  expect([other.status, other.body.why]).toEqual([409, 'gone'])
})

test('a token of nobody, of another kind or clinic is none of the visits, and nothing is changed', async () => {
  const { second, tokens, states, hold } = await course()
  const before = await states()
  const { body } = await ask('GET', `${second}/later`)
  const seen = seenOf(body.visits)
  for (const visit of [
    '',
    'nope',
    'A'.repeat(64),
    await hold('16:00'),
    (await course()).tokens[1] ?? '',
    tokens[0] ?? '',
  ])
    for (const visits of [[{ visit, version: 0 }], [...seen.slice(1), { visit, version: 0 }]]) {
      const cancelled = await ask('POST', `${second}/later/cancel`, { visits, cancelling: body.cancelling })
      const dates = visits.map((one) => ({ ...one, start: weeksOn('12:00', 1) }))
      const { onceMovedPence } = body
      const moved = await ask('POST', `${second}/later/move`, { dates, onceMovedPence })
      expect([visit, cancelled.body.why, moved.body.why]).toEqual([visit, 'stale', 'stale'])
    }
  expect(await states()).toEqual(before)
})

test.each(['9999-12-31T23:59:59Z', '9999-12-28T09:00:00Z', '0001-01-01T00:00:00Z'])(
  'a course that would go as far as %s is told that none of it can be had',
  async (start) => {
    const { second } = await course()
    const looked = await ask('POST', `${second}/later/quote`, { start })
    expect(looked.status).toBe(200)
    for (const { why } of looked.body.dates) expect(why).toEqual(expect.any(String))
  },
)

test('looks where each would go, and moves them all or none at the price that was told', async () => {
  const { second, starts, tokens, states, slug, serviceId } = await course()
  const taken = await ask('POST', '/api/v1/holds', { therapist: slug, service: serviceId, start: weeksOn('14:00', 2) })
  expect(taken.status).toBe(201)
  const quote = async (wall: string) => (await ask('POST', `${second}/later/quote`, { start: weeksOn(wall, 1) })).body
  const hit = await quote('14:00')
  expect(hit.dates).toMatchObject([
    { visit: tokens[1], why: null },
    { visit: tokens[2], why: 'taken', time: { start: weeksOn('14:00', 2) } },
  ])
  expect(hit.dates[1].near.length).toBeGreaterThan(0)
  const toDates = ({ dates }: { dates: { visit: string; version: number; time: { start: string } }[] }) =>
    dates.map(({ visit, version, time: { start } }) => ({ visit, version, start }))
  const refused = await ask('POST', `${second}/later/move`, {
    ...{ dates: toDates(hit), onceMovedPence: hit.onceMovedPence },
  })
  expect([refused.status, refused.body.why, refused.body.dates[1].why]).toEqual([409, 'dates', 'taken'])
  const free = await quote('16:00')
  const other = await ask('POST', `${second}/later/move`, { dates: toDates(free), onceMovedPence: 1 })
  expect([other.status, other.body.why, other.body.onceMovedPence]).toEqual([409, 'price', free.onceMovedPence])
  expect((await states()).map(([start]: [string, string]) => start)).toEqual(starts)
  const call = { dates: toDates(free), onceMovedPence: free.onceMovedPence }
  const moved = await ask('POST', `${second}/later/move`, call)
  expect([moved.status, moved.body.time.start]).toEqual([200, weeksOn('16:00', 1)])
  expect((await states()).map(([start]: [string, string]) => start)).toEqual([
    ...[starts[0], weeksOn('16:00', 1), weeksOn('16:00', 2)],
  ])
  const again = await ask('POST', `${second}/later/move`, call)
  expect([again.status, again.body.version]).toEqual([200, moved.body.version])
  const back = { ...call, dates: call.dates.map((date) => ({ ...date, start: starts[1] })) }
  expect((await ask('POST', `${second}/later/move`, back)).body.why).toBe('stale')
})

test('of a visit that stands alone nothing is changed together; what the clinic cannot keep is chosen anew first', async () => {
  const alone = await lantern()
  const refused = await ask('GET', `/api/v1/visits/${await alone.book()}/later`)
  expect([refused.status, refused.body.why]).toEqual([409, 'gone'])
  const { second, tokens, clinicId, therapists } = await course()
  const rows = await db.admin.query(
    `select appointment_id as id, starts_at::date::text as day from clinic.appointments where clinic_id = $1
     order by starts_at desc limit 1`,
    [clinicId],
  )
  const [{ id, day }] = rows.rows
  const sol = await joinClinic(db, clinicId)
  await addAbsence(db.app, sol, { therapistId: therapists[0] ?? '', firstDay: day, lastDay: day })
  await askToChoose(db.app, sol, [{ appointmentId: id, version: 0 }])
  const kept = await ask('POST', `${second}/later/cancel`, {
    ...{ visits: [{ visit: tokens[1], version: 0 }], cancelling: { feePence: 0, usedUp: 0 } },
  })
  expect([kept.status, kept.body.why]).toEqual([409, 'cannotBeKept'])
  expect(kept.body.chooseAgain).toMatch(/^\/visits\/again\//)
  // Nor is an earlier time waited for with it, as if it stood.
  const waits = await ask('POST', `/api/v1/visits/${tokens[2]}/earlier`, { who: 'any', days: [1, 2, 3], part: 'any' })
  expect([waits.status, waits.body.why, waits.body.chooseAgain]).toEqual([409, 'cannotBeKept', kept.body.chooseAgain])
})

test('a visit waits once for an earlier time, says so, and stands; a changed wish replaces the first', async () => {
  const { book } = await lantern()
  const at = `/api/v1/visits/${await book('15:00')}`
  expect((await ask('GET', at)).body).not.toHaveProperty('waiting')
  const wish = { who: 'one', days: [1, 2, 3, 4, 5, 6, 7], part: 'any' }
  const first = await ask('POST', `${at}/earlier`, wish)
  expect([first.status, first.body.state, first.body.lastDay]).toEqual([201, 'waiting', isoAt('15:00').slice(0, 10)])
  const again = await ask('POST', `${at}/earlier`, { ...wish, part: 'morning' })
  expect(again.body.waiting).toBe(first.body.waiting)
  expect((await ask('GET', at)).body).toMatchObject({ state: 'confirmed', waiting: first.body.waiting })
  const none = await ask('POST', `${at}/earlier`, { ...wish, days: [] })
  expect([none.status, none.body.errors[0].pointer]).toEqual([422, '/days'])
  expect((await ask('DELETE', `/api/v1/waiting/${first.body.waiting}`)).body.state).toBe('left')
  expect((await ask('GET', at)).body).not.toHaveProperty('waiting')
})

test('a visit whose free time to change is over waits for none: only the telephone moves it', async () => {
  const { book, clinicId } = await lantern()
  const at = `/api/v1/visits/${await book('15:00')}`
  await db.admin.query(
    "update clinic.appointments set free_until = now() - interval '1 hour', late_fee_pence = 3000 where clinic_id = $1",
    [clinicId],
  )
  const wish = { who: 'one', days: [1, 2, 3, 4, 5, 6, 7], part: 'any' }
  const refused = await ask('POST', `${at}/earlier`, wish)
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('Please ring')])
  expect((await ask('GET', at)).body).not.toHaveProperty('waiting')
})

test('a clinic’s free times name each time once with somebody who is free then; an empty week names the next', async () => {
  const { clinicId, serviceId, slug, call } = await lantern()
  const times = (from = '') => ask('GET', `/api/v1/clinics/clinic-${clinicId}/times?service=${serviceId}${from}`)
  const week = await times(`&from=${isoAt('10:00').slice(0, 10)}`)
  const starts: readonly string[] = week.body.times.map(({ start }: { start: string }) => start)
  expect(starts).toContain(isoAt('10:00'))
  expect(new Set(starts).size).toBe(starts.length)
  expect(week.body.times[0].therapist).toBe(slug)
  expect(week.body).not.toHaveProperty('later')
  expect((await ask('POST', '/api/v1/holds', call('10:00'))).status).toBe(201)
  const after = await times(`&from=${isoAt('10:00').slice(0, 10)}`)
  expect(after.body.times.map(({ start }: { start: string }) => start)).not.toContain(isoAt('10:00'))
  const alone = `/api/v1/therapists/${slug}/times?service=${serviceId}&from=${isoAt('10:00').slice(0, 10)}`
  expect((await ask('GET', alone)).body).toEqual(after.body)
  await db.admin.query(`update clinic.hours set valid_from = current_date + 15 where clinic_id = $1`, [clinicId])
  const empty = await times()
  expect(empty.body.times).toEqual([])
  expect(empty.body.later.start > empty.body.lastDay).toBe(true)
  expect((await times('&from=tomorrow')).status).toBe(422)
  expect((await ask('GET', `/api/v1/clinics/nobody/times?service=${serviceId}`)).status).toBe(404)
  expect((await ask('GET', `/api/v1/clinics/clinic-${clinicId}/times?service=x`)).status).toBe(422)
})

test('a token of ours under which its clinic has nothing, as after an older copy was put back, says whom to ring', async () => {
  const { clinicId } = await lantern()
  const subject = { clinicId, appointmentId: crypto.randomUUID() }
  const asked = [
    ['visit', '/api/v1/visits/', ''],
    ['visit', '/api/v1/visits/', '/later'],
    ['waiting', '/api/v1/waiting/', ''],
    ['offer', '/api/v1/offers/', ''],
    ['question', '/api/v1/questions/', ''],
  ] as const
  for (const [kind, before, after] of asked) {
    const told = await ask('GET', `${before}${privateToken(secret, kind, subject)}${after}`)
    expect([told.status, told.body.why, told.body.detail]).toEqual([
      404,
      'lost',
      expect.stringMatching(/Ring them: 0\d/),
    ])
    const foreign = await ask('GET', `${before}${privateToken(Buffer.alloc(32, 1), kind, subject)}${after}`)
    expect([foreign.status, foreign.body.why]).toEqual([404, undefined])
  }
})
