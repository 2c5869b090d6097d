/** The clinic half for machines, from search to cancelled visit, on a real database. */
import { describe, expect, test } from 'vitest'
import { enterGrant } from '../../clinic/booking/grants.ts'
import { askToChoose } from '../../clinic/booking/choose-again/ask-to-choose.ts'
import { addAbsence } from '../../clinic/calendar/days-off.ts'
import { joinClinic } from '../../clinic/calendar/test-calendar.ts'
import { dayAfterTomorrow } from '../../clinic/booking/test-clinic.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { ownRows } from '../../clinic/db/test-neighbours.ts'
import { createApi } from '../api.ts'
import { clinicCalls } from './clinic-calls.ts'
import { callsOn, isoAt, robin } from './test-calls.ts'

const db = testDatabase()
const { home, ask, lantern } = callsOn(db)

const visitsOf = async (clinicId: string) =>
  (await db.admin.query('select state from clinic.appointments where clinic_id = $1', [clinicId])).rows

describe('from the search to a visit', () => {
  test('somebody is found, read, and their times are listed as a person would read them', async () => {
    const { slug, serviceId, clinicId } = await lantern()
    const found = await ask('GET', '/api/v1/therapists?place=E2&service=physiotherapy-first')
    expect(found.status).toBe(200)
    expect(found.body.found.map(({ therapist }: { therapist: string }) => therapist)).toContain(slug)
    const therapist = await ask('GET', `/api/v1/therapists/${slug}`)
    expect(therapist.body.services[0]).toMatchObject({ id: serviceId, proof: { is: 'graded' } })
    const clinic = await ask('GET', `/api/v1/clinics/clinic-${clinicId}`)
    expect(ownRows(clinic.body.therapists)).toEqual([expect.objectContaining({ therapist: slug })])
    const times = await ask('GET', `/api/v1/therapists/${slug}/times?service=${serviceId}`)
    expect(times.body.times[0].says).toMatch(/day \d+ \w+.*, \d\d:\d\d \(London time\)$/)
  })

  test('tells when the door of a place is open where its clinic has said so: of a visit on its day', async () => {
    const { slug, clinicId, locationId, book } = await lantern()
    const places = async () => [
      (await ask('GET', `/api/v1/therapists/${slug}`)).body.locations[0],
      (await ask('GET', `/api/v1/clinics/clinic-${clinicId}`)).body.locations.find(
        ({ id }: { id: string }) => id === locationId,
      ),
    ]
    for (const place of await places()) expect(place).not.toHaveProperty('opening')
    const visit = `/api/v1/visits/${await book()}`
    expect((await ask('GET', visit)).body.location).not.toHaveProperty('open')
    const day = Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00')).toZonedDateTimeISO('Europe/London')
    await db.admin.query(
      `insert into clinic.opening_hours (clinic_id, location_id, weekday, day, from_time, to_time)
       values ($1, $2, $3, null, '08:00', '18:00'), ($1, $2, null, $4, '09:00', '12:00')`,
      [clinicId, locationId, day.dayOfWeek, day.toPlainDate().toString()],
    )
    const opening = {
      week: [{ weekday: day.dayOfWeek, from: '08:00', to: '18:00' }],
      different: [{ day: day.toPlainDate().toString(), spans: [{ from: '09:00', to: '12:00' }] }],
    }
    for (const place of await places()) expect(place.opening).toEqual(opening)
    expect((await ask('GET', visit)).body.location.open).toEqual([{ from: '09:00', to: '12:00' }])
  })

  test('what is to be treated is asked by body alone', async () => {
    await lantern()
    const byBody = await ask('POST', '/api/v1/therapists/search', { need: 'sciatica' })
    expect(byBody.status).toBe(200)
    const byAddress = await ask('GET', '/api/v1/therapists?need=nonsense')
    expect(byAddress.body.ignored).toEqual(['need'])
  })

  test.each([
    ['pays=nobody', ['nobody']],
    ['pays=bupa&evenings=yes&video=', []],
    ['pays=self+pay', []],
    ['evenings=maybe', ['evenings=maybe']],
    ['zzz=1&toString=2', ['zzz=1', 'toString=2']],
    ['place=E2&place=E3', ['place=E3']],
    ['miles=-1&gender=x', ['-1', 'x']],
  ])('what was left out of %s is named', async (query, ignored) => {
    const { status, body } = await ask('GET', `/api/v1/therapists?${query}`)
    expect({ status, ignored: body.ignored }).toEqual({ status: 200, ignored })
  })

  test('a time is held, renewed once, booked once however often it is sent, and read back', async () => {
    const { clinicId, call } = await lantern()
    const held = await ask('POST', '/api/v1/holds', call('10:00'))
    expect([held.status, held.body.renewable]).toEqual([201, true])
    const { hold } = held.body
    expect((await ask('POST', `/api/v1/holds/${hold}/renew`)).body.renewable).toBe(false)
    expect((await ask('POST', `/api/v1/holds/${hold}/renew`)).status).toBe(409)
    const booked = await ask('POST', `/api/v1/holds/${hold}/visit`, robin)
    expect([booked.status, booked.body.state]).toEqual([201, 'confirmed'])
    const again = await ask('POST', `/api/v1/holds/${hold}/visit`, robin)
    expect([again.status, again.body.visit]).toEqual([200, booked.body.visit])
    const other = await ask('POST', `/api/v1/holds/${hold}/visit`, { ...robin, email: 'other@example.org' })
    expect([other.status, other.body.detail]).toEqual([409, expect.stringContaining('that visit stands')])
    expect(other.body.errors).toEqual([{ pointer: '/email', detail: 'Not taken.' }])
    expect(await visitsOf(clinicId)).toHaveLength(1)
    expect((await ask('GET', `/api/v1/visits/${booked.body.visit}`)).body).toMatchObject({
      person: 'Robin Ashdown',
      time: { start: isoAt('10:00') },
    })
    expect((await ask('GET', `/api/v1/holds/${hold}`)).body.visit).toBe(booked.body.visit)
    expect((await ask('DELETE', `/api/v1/holds/${hold}`)).status).toBe(409)
  })

  test.each(['+00:00', '+01:00', '-05:30'])('a time may be told with any offset, as with %s', async (offset) => {
    const { call } = await lantern()
    const at = Temporal.Instant.from(isoAt('10:00'))
    const start = at.toZonedDateTimeISO(offset).toString({ timeZoneName: 'never' })
    const held = await ask('POST', '/api/v1/holds', { ...call('10:00'), start })
    expect([start.endsWith(offset), held.status]).toEqual([true, 201])
    expect(held.body.time.start).toBe(isoAt('10:00'))
  })

  test('of sixteen who hold one time at once one has it, and the others are told what is free', async () => {
    const { call } = await lantern()
    const answers = await Promise.all(Array.from({ length: 16 }, () => ask('POST', '/api/v1/holds', call('10:00'))))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const { status, body } of answers.filter((one) => one.status !== 201)) {
      expect([status, body.why]).toEqual([409, 'taken'])
      expect(body.near.length).toBeGreaterThan(0)
    }
  })

  test('a time that was let go is free again, and cannot be booked with the old hold', async () => {
    const { hold, call } = await lantern()
    const token = await hold()
    expect((await ask('DELETE', `/api/v1/holds/${token}`)).status).toBe(200)
    expect((await ask('POST', `/api/v1/holds/${token}/visit`, robin)).status).toBe(410)
    expect((await ask('POST', '/api/v1/holds', call('10:00'))).status).toBe(201)
  })
})

test('a search whose words for a place may mean danger says so beside its answer', async () => {
  const heard = await ask('POST', '/api/v1/therapists/search', { place: 'chest pain and cannot breathe' })
  expect([heard.status, heard.body.danger?.say]).toEqual([422, expect.stringContaining('call 999')])
  const plain = await ask('POST', '/api/v1/therapists/search', { place: 'Qwertyzzz' })
  expect([plain.status, plain.body.danger]).toEqual([422, undefined])
})

test('a body that is refused for its shape says what its words may mean, and nothing is done', async () => {
  const { book, slug, serviceId } = await lantern()
  const visit = `/api/v1/visits/${await book()}`
  const words = `I am numb between my legs. ${'x'.repeat(10_001)}`
  const calls: readonly (readonly [string, object])[] = [
    [`${visit}/cancel`, { reason: words }],
    [`${visit}/cancel`, { reason: words.slice(0, 40), version: 'x' }],
    ['/api/v1/waiting', { therapist: slug, service: serviceId, name: words }],
    ['/api/v1/questions', { key: 'x', who: 'me', words }],
    ['/api/v1/therapists/search', { place: words }],
  ]
  for (const [path, body] of calls) {
    const refused = await ask('POST', path, body)
    expect([path, refused.status, refused.body.danger?.say]).toEqual([path, 422, expect.stringContaining('call 999')])
  }
  for (const body of ['null', '7', '"x"', '[]', '[["x"]]'])
    expect([body.slice(0, 9), (await ask('POST', `${visit}/cancel`, body)).status]).toEqual([body.slice(0, 9), 422])
  expect((await ask('GET', visit)).body.state).toBe('confirmed')
})

describe('a note that may mean danger', () => {
  const note = 'numb between my legs since this morning'

  test('is asked about before anything is booked', async () => {
    const { hold, clinicId } = await lantern()
    const token = await hold()
    const asked = await ask('POST', `/api/v1/holds/${token}/visit`, { ...robin, note })
    expect([asked.status, asked.body.why]).toEqual([422, 'askAboutNote'])
    const { question } = asked.body.asked[0]
    const danger = await ask('POST', `/api/v1/holds/${token}/visit`, {
      ...robin,
      note,
      aboutNote: { [question]: 'notSure' },
    })
    expect([danger.status, danger.body.why]).toEqual([409, 'checkFirst'])
    expect(danger.body.detail).toContain('999')
    expect(await visitsOf(clinicId)).toEqual([{ state: 'held' }])
  })

  test('is asked about in each line of a booking but a name', async () => {
    const token = await (await lantern()).hold()
    const call = (more: object) => ask('POST', `/api/v1/holds/${token}/visit`, { ...robin, ...more })
    for (const field of ['referredBy', 'insurer', 'membership', 'authorisation', 'package', 'offer']) {
      const heard = await call({ [field]: 'I cannot feel my legs and wet myself' })
      expect([field, heard.status, heard.body]).toMatchObject([field, 422, { why: 'askAboutNote' }])
      const other = await call({ [field]: 'he is having a seizure' })
      expect([field, other.status, other.body]).toMatchObject([field, 409, { why: 'otherEmergency' }])
    }
  })

  test('is answered first, even where the rest of the form is wrong', async () => {
    const { hold } = await lantern()
    const aboutNote = { A1: 'no', A5: 'yes', A8: 'no' }
    const danger = await ask('POST', `/api/v1/holds/${await hold()}/visit`, { note, aboutNote })
    expect([danger.status, danger.body.why]).toEqual([409, 'checkFirst'])
  })

  test('in a reason for cancelling is said beside what became of the visit', async () => {
    const { book } = await lantern()
    const cancelled = await ask('POST', `/api/v1/visits/${await book()}/cancel`, { reason: note })
    expect(cancelled.body).toMatchObject({ state: 'cancelled' })
    expect(cancelled.body.danger.heard[0]).toMatchObject({ question: 'A1', quote: note })
  })
})

describe('what is not of the back', () => {
  const note = 'My throat is closing up'

  test('is told before anything is booked, and booked once they were told', async () => {
    const { hold, clinicId } = await lantern()
    const token = await hold()
    const first = await ask('POST', `/api/v1/holds/${token}/visit`, { ...robin, note })
    expect([first.status, first.body.why]).toEqual([409, 'otherEmergency'])
    expect(first.body.detail).toContain('999')
    expect(await visitsOf(clinicId)).toEqual([{ state: 'held' }])
    expect((await ask('POST', `/api/v1/holds/${token}/visit`, { ...robin, note, told: 'yes' })).status).toBe(201)
  })

  test('in a reason for cancelling is said beside what became of the visit', async () => {
    const { book } = await lantern()
    const cancelled = await ask('POST', `/api/v1/visits/${await book()}/cancel`, { reason: note })
    expect(cancelled.body).toMatchObject({
      state: 'cancelled',
      otherEmergency: { say: expect.stringContaining('999') },
    })
  })
})

describe('a code', () => {
  test('is looked at without using it, used by the booking, and refused with its reason', async () => {
    const { hold, clinicId, serviceId } = await lantern()
    const { rows } = await db.admin.query(
      `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
       values ($1, 'Amara', uuidv7() || '@clinic.example', 'owner', uuidv7(), now()) returning member_id`,
      [clinicId],
    )
    await db.admin.query(
      `with offer as (insert into clinic.price_offers (clinic_id, code, folded_code, words, kind, off, first_day, last_day, most_uses, made_by)
         values ($1, 'SPRING10', 'SPRING10', 'Ten off', 'percent', 10, current_date - 1, current_date + 1, 9, $3) returning price_offer_id)
       insert into clinic.price_offer_services select $1, price_offer_id, $2 from offer`,
      [clinicId, serviceId, rows[0].member_id],
    )
    const token = await hold()
    const price = (offer: string) => ask('POST', `/api/v1/holds/${token}/price`, { offer })
    expect((await price('spring-10')).body).toEqual({ usualPence: 6200, pricePence: 5580 })
    expect([(await price('WINTER')).status, (await price('WINTER')).body.errors[0].pointer]).toEqual([409, '/offer'])
    const refused = await ask('POST', `/api/v1/holds/${token}/visit`, { ...robin, offer: 'WINTER' })
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([409, '/offer'])
    const booked = await ask('POST', `/api/v1/holds/${token}/visit`, { ...robin, offer: 'spring 10' })
    expect([booked.status, booked.body.pricePence]).toEqual([201, 5580])
    expect((await price('SPRING10')).status).toBe(409)
  })
})

test.each<[Readonly<Record<string, string>>, string]>([
  [{ payer: 'package', package: 'PK-0' }, '/package'],
  [{ payer: 'insurer', insurer: 'bupa', membership: '1', authorisation: 'AU-0' }, '/authorisation'],
])('a number of which no visit is left is named by the field that it was sent in: %j', async (paid, pointer) => {
  const { hold, clinicId } = await lantern()
  const sol = await joinClinic(db, clinicId)
  const payer = paid.payer === 'package' ? ('package' as const) : ('insurer' as const)
  await enterGrant(db.app, sol, {
    ...{ payer, insurer: paid.insurer ?? null, reference: paid.package ?? paid.authorisation ?? '' },
    ...{ personName: robin.name, visits: 1, validUntil: null, lateCancelUses: true },
  })
  await db.admin.query('update clinic.grants set used = visits where clinic_id = $1', [clinicId])
  const token = await hold()
  const path = `/api/v1/holds/${token}/visit`
  if (paid.insurer) {
    const unlisted = await ask('POST', path, { ...robin, ...paid })
    expect([unlisted.status, unlisted.body.errors?.[0].pointer]).toEqual([409, '/insurer'])
  }
  const refused = await ask('POST', path, { ...robin, ...paid, insurerIsMeant: 'yes' })
  expect([refused.status, refused.body.errors?.[0].pointer]).toEqual([409, pointer])
})

describe('a course', () => {
  const quote = (call: object, more = {}) =>
    ask('POST', '/api/v1/courses/quote', { ...call, visits: 3, everyDays: 7, ...more })

  test('is quoted with each date, held as a whole, booked once, and refused as a whole', async () => {
    const { call, slug, serviceId, clinicId, locationId } = await lantern()
    const quoted = await quote(call('10:00'))
    expect(quoted.body).toMatchObject({
      location: locationId,
      pricePence: 6200,
      dates: [{ why: null }, { why: null }, { why: null }],
    })
    expect(quoted.body.dates[0].time).toMatchObject({ start: isoAt('10:00'), therapist: slug })
    expect(await visitsOf(clinicId)).toEqual([])
    const starts = quoted.body.dates.map(({ time }: { time: { start: string } }) => time.start)
    const wish = { therapist: slug, service: serviceId, location: locationId, starts }
    const held = await ask('POST', '/api/v1/courses', wish)
    expect([held.status, held.body.course]).toEqual([201, starts])
    expect((await ask('POST', `/api/v1/holds/${held.body.hold}/visit`, robin)).status).toBe(201)
    expect((await ask('POST', `/api/v1/holds/${held.body.hold}/visit`, robin)).status).toBe(200)
    expect(await visitsOf(clinicId)).toEqual(Array(3).fill({ state: 'confirmed' }))
    const booked = (await ask('GET', `/api/v1/holds/${held.body.hold}`)).body
    expect(booked.course.map(({ start }: { start: string }) => start)).toEqual(starts)
    const last = `/api/v1/visits/${booked.course[2].visit}`
    expect((await ask('GET', last)).body).toMatchObject({ time: { start: starts[2] }, course: booked.course })
    expect((await ask('POST', `${last}/cancel`, {})).body.state).toBe('cancelled')
    const states = (await ask('GET', `/api/v1/visits/${booked.visit}`)).body.course
    expect(states.map(({ state }: { state: string }) => state)).toEqual(['confirmed', 'confirmed', 'cancelled'])
    const again = await ask('POST', '/api/v1/courses', { ...wish, starts: [isoAt('12:00'), ...starts.slice(1)] })
    expect([again.status, again.body.why]).toEqual([409, 'taken'])
    expect(await visitsOf(clinicId)).toHaveLength(3)
    const taken = await quote(call('10:15'))
    expect([taken.status, taken.body.why]).toEqual([409, 'taken'])
  })

  test.each([{ visits: 1 }, { visits: 13 }, { everyDays: 5 }, { start: 'tomorrow' }])(
    'of %j is not understood',
    async (more) => {
      expect((await quote((await lantern()).call('10:00'), more)).status).toBe(422)
    },
  )
})

describe('the waiting list', () => {
  const wish = { who: 'any', days: [1, 2, 3, 4, 5, 6, 7], part: 'any', weeks: 4 }
  const wren = { name: 'Wren Ashdown', email: 'wren@example.org', payer: 'self' }
  async function waiting() {
    const clinic = await lantern()
    const body = { therapist: clinic.slug, service: clinic.serviceId, key: crypto.randomUUID(), ...wish, ...wren }
    const joined = await ask('POST', '/api/v1/waiting', body)
    return { ...clinic, body, joined, at: `/api/v1/waiting/${joined.body.waiting}` }
  }

  test('is joined once however often it is sent, seen, and left', async () => {
    const { body, joined, at, clinicId } = await waiting()
    expect([joined.status, joined.body.state, joined.body.offer]).toEqual([201, 'waiting', null])
    expect((await ask('POST', '/api/v1/waiting', body)).body.waiting).toBe(joined.body.waiting)
    const { rows } = await db.admin.query('select from clinic.waiting_entries where clinic_id = $1', [clinicId])
    expect(rows).toHaveLength(1)
    expect((await ask('GET', at)).body).toEqual(joined.body)
    expect((await ask('DELETE', at)).body.state).toBe('left')
    expect((await ask('DELETE', at)).body.state).toBe('left')
  })

  test.each([
    { name: 'Ida Ashdown' },
    { email: 'ida@example.org' },
    { days: [1] },
    { part: 'morning' },
    { who: 'one' },
    { secondPerson: 'Owen Ashdown' },
  ])('gives nobody the place of another wish whose key they send: %j', async (more) => {
    const { body, at, joined, clinicId } = await waiting()
    const answer = await ask('POST', '/api/v1/waiting', { ...body, ...more })
    expect([answer.status, answer.body.why]).toEqual([409, 'keyUsed'])
    expect(JSON.stringify(answer.body)).not.toContain(joined.body.waiting)
    expect((await ask('GET', at)).body).toEqual(joined.body)
    const { rows } = await db.admin.query('select from clinic.waiting_entries where clinic_id = $1', [clinicId])
    expect(rows).toHaveLength(1)
  })

  test('asks about danger in each of its lines but a name, before anybody is on it', async () => {
    const { slug, serviceId, clinicId } = await lantern()
    const call = (more: object) =>
      ask('POST', '/api/v1/waiting', {
        ...{ therapist: slug, service: serviceId, key: crypto.randomUUID(), ...wish, ...wren },
        ...more,
      })
    for (const field of ['referredBy', 'insurer', 'membership', 'authorisation', 'package']) {
      const words = { [field]: 'I cannot feel my legs and wet myself' }
      const heard = await call(words)
      expect([field, heard.status, heard.body]).toMatchObject([field, 422, { why: 'askAboutNote' }])
      const other = await call({ [field]: 'he is having a seizure' })
      expect([field, other.status, other.body]).toMatchObject([field, 409, { why: 'otherEmergency' }])
      const yes = heard.body.asked.map(({ question }: { question: string }) => [question, 'yes'])
      expect((await call({ ...words, aboutNote: Object.fromEntries(yes) })).body.why).toBe('checkFirst')
    }
    const { rows } = await db.admin.query('select from clinic.waiting_entries where clinic_id = $1', [clinicId])
    expect(rows).toHaveLength(0)
  })

  test('offers a freed time, which is taken once and is a visit', async () => {
    const { book, at } = await waiting()
    await ask('POST', `/api/v1/visits/${await book()}/cancel`, {})
    const offer = `/api/v1/offers/${(await ask('GET', at)).body.offer}`
    const open = await ask('GET', offer)
    expect(open.body).toMatchObject({ state: 'open', times: [{ start: isoAt('10:00') }], visits: [] })
    expect([open.body.service.pricePence, open.body.lateFeePence, open.body.usedUp]).toEqual([6200, 3000, 0])
    expect(Date.parse(open.body.times[0].start) - Date.parse(open.body.freeUntil)).toBe(24 * 3_600_000)
    const taken = await ask('POST', `${offer}/take`, {})
    expect([taken.status, taken.body.state]).toEqual([200, 'taken'])
    expect((await ask('POST', `${offer}/take`, {})).body.visits).toEqual(taken.body.visits)
    expect((await ask('GET', `/api/v1/visits/${taken.body.visits[0]}`)).body).toMatchObject({
      ...{ state: 'confirmed', person: 'Wren Ashdown' },
    })
    expect((await ask('GET', at)).body.state).toBe('booked')
    const declined = await ask('POST', `${offer}/decline`)
    expect([declined.status, declined.body.why]).toEqual([409, 'taken'])
  })

  test('has an offer declined: it is over then, and the time is free', async () => {
    const { book, at, call } = await waiting()
    await ask('POST', `/api/v1/visits/${await book()}/cancel`, {})
    const offer = `/api/v1/offers/${(await ask('GET', at)).body.offer}`
    expect((await ask('POST', '/api/v1/holds', call('10:00'))).status).toBe(409)
    expect((await ask('POST', `${offer}/decline`)).body.state).toBe('passed')
    expect((await ask('POST', `${offer}/take`, {})).status).toBe(410)
    expect((await ask('POST', '/api/v1/holds', call('10:00'))).status).toBe(201)
  })

  test('names each field that is wrong', async () => {
    const { body } = await waiting()
    const wrong = await ask('POST', '/api/v1/waiting', {
      ...body,
      key: crypto.randomUUID(),
      days: [],
      weeks: 3,
      email: 'x',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/days', '/weeks', '/email'])
  })

  test('answers a changed token, another kind of token and nonsense in one shape', async () => {
    const { joined, hold } = await waiting()
    const token: string = joined.body.waiting
    const changed = `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`
    const answers = await Promise.all(
      [changed, await hold('12:00'), 'x', '%00'].flatMap((bad) => [
        ask('GET', `/api/v1/waiting/${encodeURIComponent(bad)}`),
        ask('DELETE', `/api/v1/waiting/${encodeURIComponent(bad)}`),
        ask('POST', `/api/v1/offers/${encodeURIComponent(bad)}/decline`),
        ask('POST', `/api/v1/offers/${encodeURIComponent(bad)}/take`, {}),
      ]),
    )
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers[0]?.status).toBe(404)
    expect((await ask('GET', `/api/v1/offers/${token}`)).status).toBe(404)
  })
})

describe('a visit', () => {
  test('is moved to a time that is listed, and to none that is not', async () => {
    const { book } = await lantern()
    const token = await book()
    const { times } = (await ask('GET', `/api/v1/visits/${token}/times`)).body
    expect(times.length).toBeGreaterThan(10)
    const start = isoAt('15:00')
    expect((await ask('POST', `/api/v1/visits/${token}/move`, { start })).body).toMatchObject({
      time: { start },
      version: 1,
      lastChange: { what: 'moved', byWhom: 'person', was: isoAt('10:00'), visits: 1 },
    })
    const night = await ask('POST', `/api/v1/visits/${token}/move`, { start: isoAt('03:00') })
    expect([night.status, night.body.why]).toEqual([409, 'outsideHours'])
  })

  test('holds a new time while its terms are read, keeps its own, and is moved at the price that was told', async () => {
    const { book, clinicId } = await lantern()
    const at = `/api/v1/visits/${await book()}`
    expect((await ask('GET', `${at}/move/hold`)).status).toBe(410)
    const held = await ask('POST', `${at}/move/hold`, { start: isoAt('15:00') })
    expect([held.status, held.body]).toMatchObject([200, { renewable: true, time: { start: isoAt('15:00') } }])
    expect(held.body).not.toHaveProperty('hold')
    expect((await ask('GET', at)).body.time.start).toBe(isoAt('10:00'))
    const renewed = await ask('POST', `${at}/move/hold/renew`)
    expect([renewed.status, renewed.body.renewable]).toEqual([200, false])
    expect((await ask('POST', `${at}/move/hold/renew`)).status).toBe(409)
    await db.admin.query('update clinic.services set price_pence = 9900 where clinic_id = $1', [clinicId])
    const moved = await ask('POST', `${at}/move`, { start: isoAt('15:00') })
    expect(moved.body).toMatchObject({ time: { start: isoAt('15:00') }, pricePence: held.body.pricePence })
    await ask('POST', `${at}/move/hold`, { start: isoAt('16:00') })
    expect((await ask('DELETE', `${at}/move/hold`)).body).toEqual({ let: 'go' })
    expect((await ask('GET', `${at}/move/hold`)).status).toBe(410)
  })

  test('is not moved past the last day of the number that pays for it: it is left as it is, and the day is said', async () => {
    const { book, clinicId } = await lantern()
    const lastDay = isoAt('10:00').slice(0, 10)
    const grant = { payer: 'package', insurer: null, reference: 'PK 7', visits: 3, validUntil: lastDay } as const
    const sol = await joinClinic(db, clinicId)
    await enterGrant(db.app, sol, { ...grant, personName: 'Robin Ashdown', lateCancelUses: true })
    const at = `/api/v1/visits/${await book('10:00', { payer: 'package', package: 'PK 7' })}`
    const nextDay = Temporal.Instant.from(isoAt('10:00')).add({ hours: 24 }).toString()
    const refused = await ask('POST', `${at}/move`, { start: nextDay })
    expect([refused.status, refused.body.why, refused.body.lastDay]).toEqual([409, 'grantOver', lastDay])
    expect(refused.body.detail).toContain('It was left as it is.')
    expect((await ask('GET', at)).body).toMatchObject({
      state: 'confirmed',
      version: 0,
      time: { start: isoAt('10:00') },
    })
    expect((await ask('POST', `${at}/move`, { start: isoAt('15:00') })).body.version).toBe(1)
  })

  test('that was changed since it was read is neither moved nor cancelled by a call that says what it had read', async () => {
    const { book } = await lantern()
    const token = await book()
    const at = `/api/v1/visits/${token}`
    expect((await ask('POST', `${at}/move`, { start: isoAt('15:00'), version: 0 })).body.version).toBe(1)
    for (const [act, body] of [
      ['move', { start: isoAt('11:00'), version: 0 }],
      ['cancel', { version: 0 }],
    ] as const) {
      const refused = await ask('POST', `${at}/${act}`, body)
      expect([refused.status, refused.body.why]).toEqual([409, 'stale'])
    }
    expect((await ask('GET', at)).body).toMatchObject({ state: 'confirmed', time: { start: isoAt('15:00') } })
    expect((await ask('POST', `${at}/cancel`, { version: 1 })).body.state).toBe('cancelled')
  })

  test('that the clinic cannot keep says so, and costs nothing to cancel however late', async () => {
    const { book, clinicId, therapists } = await lantern()
    const token = await book()
    const at = `/api/v1/visits/${token}`
    expect((await ask('GET', at)).body).not.toHaveProperty('cannotBeKept')
    const row = await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour', late_fee_pence = 3000
       where clinic_id = $1 returning appointment_id as id, starts_at::date::text as day`,
      [clinicId],
    )
    const [{ id, day }] = row.rows
    const sol = await joinClinic(db, clinicId)
    await addAbsence(db.app, sol, { therapistId: therapists[0] ?? '', firstDay: day, lastDay: day })
    // Before anybody is asked too: it says what is so, and an earlier time is not waited for as if it stood.
    const unasked = (await ask('GET', at)).body
    expect(unasked.cannotBeKept).toEqual({ say: expect.stringContaining('Moving or cancelling it costs nothing.') })
    expect(unasked).toMatchObject({ freeUntil: unasked.time.start, lateFeePence: 0 })
    const waits = await ask('POST', `${at}/earlier`, { who: 'any', days: [1, 2, 3], part: 'any' })
    expect([waits.status, waits.body.why]).toEqual([409, 'cannotBeKept'])
    await askToChoose(db.app, sol, [{ appointmentId: id, version: 0 }])
    const { body } = await ask('GET', at)
    expect(body).toMatchObject({ state: 'confirmed', cannotBeKept: { say: expect.stringContaining('do not come') } })
    expect(body.cannotBeKept.chooseAgain).toMatch(/^\/visits\/again\//)
    expect(body).toMatchObject({ freeUntil: body.time.start, lateFeePence: 0 })
    expect((await ask('POST', `${at}/cancel`, {})).body.state).toBe('cancelled')
    expect((await ask('GET', at)).body).not.toHaveProperty('cannotBeKept')
  })

  test('is not cancelled at more than the caller was told', async () => {
    const { book, clinicId } = await lantern()
    const at = `/api/v1/visits/${await book()}`
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour', late_fee_pence = 3000 where clinic_id = $1`,
      [clinicId],
    )
    const cost = { feePence: 3000, usedUp: 0 }
    const told = await ask('POST', `${at}/cancel`, { cancelling: { feePence: 2999, usedUp: 0 } })
    expect([told.status, told.body.why, told.body.cancelling]).toEqual([409, 'cost', cost])
    expect((await ask('GET', at)).body.state).toBe('confirmed')
    expect((await ask('POST', `${at}/cancel`, { cancelling: cost })).body.state).toBe('late-cancelled')
  })

  test('is cancelled once, and stays readable', async () => {
    const { book } = await lantern()
    const token = await book()
    for (let times = 0; times < 2; times += 1)
      expect((await ask('POST', `/api/v1/visits/${token}/cancel`, {})).body.state).toBe('cancelled')
  })
})

describe('what is refused', () => {
  test('a changed token, a hold’s token for a visit and nonsense, all in one shape', async () => {
    const { hold, book } = await lantern()
    const [held, token] = [await hold('12:00'), await book('10:00')]
    const changed = `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`
    const answers = await Promise.all(
      [changed, held, 'x', '%00', '💩'].map((bad) => ask('GET', `/api/v1/visits/${encodeURIComponent(bad)}`)),
    )
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers[0]?.status).toBe(404)
  })

  test.each([
    ['nothing', '', 400],
    ['no JSON', 'hello', 400],
    ['a field that we do not know', '{"therapist":"x","service":"y","start":"z","admin":true}', 422],
    ['a name twice', '{"start":"2026-12-01T10:00:00Z","start":"2026-12-02T10:00:00Z"}', 422],
    [
      'a moment that is none',
      `{"therapist":"x","service":"${'0'.repeat(8)}-0000-4000-8000-000000000000","start":"tomorrow"}`,
      422,
    ],
    ['more than is read', `{"therapist":"${'x'.repeat(200_000)}"}`, 413],
  ])('a hold with %s', async (_what, body, status) => {
    expect((await ask('POST', '/api/v1/holds', body)).status).toBe(status)
  })

  test.each(['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z'])('a time of another age: %s', async (start) => {
    const { call } = await lantern()
    expect((await ask('POST', '/api/v1/holds', { ...call('10:00'), start })).status).toBe(409)
  })

  test('a therapist whose name no database can read', async () => {
    const { call } = await lantern()
    expect((await ask('POST', '/api/v1/holds', { ...call('10:00'), therapist: '\u0000' })).status).toBe(422)
  })

  test('a booking with nothing filled in, each field named', async () => {
    const { hold } = await lantern()
    const refused = await ask('POST', `/api/v1/holds/${await hold()}/visit`, {})
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/name',
      '/email',
      '/payer',
    ])
  })

  test('another method is told which there are', async () => {
    const answer = await ask('PUT', '/api/v1/holds')
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST'])
  })

  test('every call, while the database is away', async () => {
    const away = createApi({ ...home, data: () => undefined })
    for (const { method, path } of clinicCalls) {
      const answer = await ask(
        method.toUpperCase(),
        path.replaceAll(/:\w+/g, 'x'),
        method === 'post' ? {} : undefined,
        away,
      )
      expect([path, answer.status]).toEqual([path, 503])
    }
  })
})
