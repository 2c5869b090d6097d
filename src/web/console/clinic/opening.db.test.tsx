/** When the door of a place is open: set by staff, told to people, and nothing that takes a time away. */
import { beforeEach, describe, expect, test } from 'vitest'
import { loadAvailability } from '../../../clinic/availability/load-availability.ts'
import { listSlots } from '../../../clinic/availability/slots.ts'
import { makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import type { Member, Role } from '../../../clinic/people/members.ts'
import { createFindApp } from '../../find/find-app.tsx'
import type { FindPageProps } from '../../find/frame.tsx'
import { frame } from '../../find/find.fixtures.ts'
import { as, browser } from './clinic.fixtures.ts'

const db = sharedDatabase()
const monday = Temporal.Instant.from('2026-11-30T09:00:00Z')
let clinic: TestClinic
beforeEach(async () => {
  clinic = await makeTestClinic(db)
})

const owner = (): Member => ({
  ...{ clinicId: clinic.clinicId, memberId: crypto.randomUUID(), accountId: crypto.randomUUID() },
  ...{ name: 'Wren Holly', email: 'wren@lantern.example', role: 'owner', therapistId: null },
})
const at = (role: Role = 'owner') => browser(db, as(owner(), role), monday)
const path = () => `/console/clinic/places/${clinic.locationId}/opening`
const week = { day1: '8-18', day2: '8:00–13:00 and 2pm to 6pm', day6: '9 to noon', day7: 'shut' }
const rows = async () => {
  const { rows } = await db.admin.query<{ says: string }>(
    `select coalesce(weekday::text, day::text) || ' ' || left(from_time::text, 5) || ' ' || left(to_time::text, 5) as says
     from clinic.opening_hours where clinic_id = $1 order by weekday, day, from_time`,
    [clinic.clinicId],
  )
  return rows.map(({ says }) => says)
}

describe('the week', () => {
  test('is typed as people write it, kept, and shown as it was kept', async () => {
    expect(await at().send(path(), week, path())).toMatchObject({ status: 303, location: path() })
    const kept = ['1 08:00 18:00', '2 08:00 13:00', '2 14:00 18:00', '6 09:00 12:00']
    expect(await rows()).toEqual(kept)
    const page = await at().get(path())
    expect(page.html).toMatch(/name="day2"[^>]*value="08:00–13:00 and 14:00–18:00"/)
    // What is shown is read as what it was, and a press without a change keeps it.
    expect((await at().resend(page, {}, path())).status).toBe(303)
    expect(await rows()).toEqual(kept)
    expect((await at().get('/console/clinic/place')).text).toContain('Saturday: 09:00–12:00')
  })

  test.each([
    ['words', 'in the morning', 'Monday: Enter times such as 8:00–18:00'],
    ['one time', '8:00', 'Monday: Enter times such as'],
    ['three ends', '8-12-14', 'Monday: Enter times such as'],
    ['one good and one bad', '8-12, xx', 'Monday: Enter times such as'],
    ['a comma alone', ',', 'Monday: Enter times such as'],
    ['an end before its start', '18-8', 'Monday: the end must be after the start.'],
    ['two that overlap', '8-13, 12-18', 'Monday: two times of this day overlap.'],
  ])('of %s is refused, says which day, and keeps what was typed', async (_, typed, says) => {
    const answer = await at().send(path(), { ...week, day1: typed }, path())
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(says)
    expect(answer.html).toContain(`value="${typed}"`)
    expect(await rows()).toEqual([])
  })

  test('that somebody else has changed since is not written over unseen; the same press twice is one', async () => {
    const [mine, theirs] = [await at().get(path()), await at().get(path())]
    expect((await at().resend(theirs, { day1: '7-12' }, path())).status).toBe(303)
    expect((await at().resend(theirs, { day1: '7-12' }, path())).status).toBe(303)
    expect((await at().resend(mine, week, path())).status).toBe(409)
    expect(await rows()).toEqual(['1 07:00 12:00'])
  })

  test('is the clinic’s to change: not for therapists and reception, nor of a place of another clinic', async () => {
    for (const role of ['therapist', 'reception'] as const) expect((await at(role).get(path())).status).toBe(404)
    const page = await at().get(path())
    for (const role of ['therapist', 'reception'] as const)
      expect((await at(role).resend(page, week, path())).status).toBe(404)
    const other = await makeTestClinic(db)
    const foreign = `/console/clinic/places/${other.locationId}/opening`
    expect((await at().get(foreign)).status).toBe(404)
    for (const to of [foreign, `${foreign}/day`])
      expect((await at().post(to, new URLSearchParams({ ...week, day: '24/12/2026', spans: '8-12' }))).status).toBe(404)
    expect(
      (await db.admin.query('select from clinic.opening_hours where clinic_id = $1', [other.clinicId])).rows,
    ).toEqual([])
  })
})

describe('a day that differs', () => {
  const dayPath = () => `${path()}/day`
  beforeEach(async () => void (await at().send(path(), week, path())))

  test('stands in place of the week, is kept once, and is taken away again', async () => {
    const day = { day: '24/12/2026', spans: '8-12' }
    for (const spans of ['8-11', '8-12', '8-12'])
      expect((await at().send(path(), { ...day, spans }, dayPath())).status).toBe(303)
    expect((await rows()).at(-1)).toBe('2026-12-24 08:00 12:00')
    expect((await at().get(path())).text).toContain('24 December 2026: 08:00–12:00')
    const away = await at().send(path(), {}, dayPath())
    expect(away.status).toBe(303)
    expect((await rows()).at(-1)).toBe('6 09:00 12:00')
  })

  test('that a colleague has changed since is not written over unseen; the same press twice, and another day, are kept', async () => {
    const [mine, theirs] = [await at().get(path()), await at().get(path())]
    const keep = (page: typeof mine, day: string, spans: string) => at().resend(page, { day, spans }, dayPath())
    expect((await keep(theirs, '24/12/2026', '9-11')).status).toBe(303)
    expect((await keep(theirs, '24/12/2026', '9-11')).status).toBe(303)
    const late = await keep(mine, '24/12/2026', '8-12')
    expect([late.status, late.html.includes('value="8-12"')]).toEqual([409, true])
    expect((await keep(mine, '26/12/2026', '8-12')).status).toBe(303)
    expect((await rows()).slice(-2)).toEqual(['2026-12-24 09:00 11:00', '2026-12-26 08:00 12:00'])
  })

  test('is shown beside what people read of it, where a day off of the clinic cuts it', async () => {
    for (const day of ['24/12/2026', '25/12/2026', '26/12/2026'])
      await at().send(path(), { day, spans: '8-12' }, dayPath())
    await db.admin.query(
      `insert into clinic.closures (clinic_id, location_id, first_day, last_day, from_time, to_time, reason)
       values ($1, null, '2026-12-25', '2026-12-25', null, null, 'x'),
         ($1, $2, '2026-12-26', '2026-12-26', '10:00', '24:00', 'x')`,
      [clinic.clinicId, clinic.locationId],
    )
    const { text } = await at().get(path())
    expect(text).toMatch(/24 December 2026: 08:00–12:00 Take away/)
    expect(text).toContain('25 December 2026: 08:00–12:00. The clinic has time off then, so people read: shut.')
    expect(text).toContain('26 December 2026: 08:00–12:00. The clinic has time off then, so people read: 08:00–10:00.')
  })

  test.each([
    ['a day that has gone', { day: '29/11/2026', spans: '8-12' }, 'Choose today or a day to come.'],
    ['no day', { day: '31/11/2026', spans: '8-12' }, 'Enter the day as a day'],
    ['no times', { day: '24/12/2026', spans: '' }, 'A day on which the place is shut is a closure'],
    [
      'times that overlap',
      { day: '24/12/2026', spans: '8-12, 11-13' },
      'Thursday 24 December: two times of this day overlap.',
    ],
  ])('refuses %s, and keeps what was typed', async (_, typed, says) => {
    const answer = await at().send(path(), typed, dayPath())
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(says)
    expect(answer.html).toContain(`value="${typed.day}"`)
    expect(await rows()).toHaveLength(4)
  })
})

describe('hours of a therapist outside of it', () => {
  const slots = () =>
    inClinic(db.app, clinic.clinicId, async (trx) => {
      const input = await loadAvailability(trx, {
        ...{ now: monday, firstDay: '2026-12-01', lastDay: '2026-12-08', service: clinic.serviceId },
      })
      return listSlots(input, { service: clinic.serviceId }).slots
    })

  test('are named to staff, where hours are set and where the opening is, and no time is cut', async () => {
    const before = await slots()
    expect(before.length).toBeGreaterThan(0)
    await at().send(path(), { day1: '10:00-10:30' }, path())
    expect(await slots()).toEqual(before)
    for (const page of [path(), '/console/clinic/hours']) {
      const { text } = await at().get(page)
      expect(text).toContain('The door may be shut then.')
      expect(text).toMatch(/Monday \d\d:\d\d–\d\d:\d\d; the door: 10:00–10:30/)
      expect(text).toMatch(/Tuesday \d\d:\d\d–\d\d:\d\d; the door: shut/)
    }
  })

  test('are none where they lie within, and none where nothing was said of when it is open', async () => {
    // Hours of the neighbours, at another place of the clinic, are named there too.
    const own = async () => (await at().get('/console/clinic/hours')).text.includes('Monday 08:00–20:00; the door')
    expect(await own()).toBe(false)
    const allDay = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`day${day}`, '0:00-24:00']))
    await at().send(path(), allDay, path())
    expect(await own()).toBe(false)
    await at().send(path(), { day1: '8:00-19:59' }, path())
    expect(await own()).toBe(true)
  })
})

describe('what people are told', () => {
  const seen: { data?: FindPageProps['data'] } = {}
  const publicPage = async () => {
    const app = createFindApp({
      frame: {
        ...frame,
        seenAs: (page) => {
          Object.assign(seen, { data: page.data })
          return {}
        },
      },
      databases: () => ({ app: db.app, directory: db.directory }),
      now: () => monday,
    })
    const html = await (await app.request(`/clinics/clinic-${clinic.clinicId}`)).text()
    return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  }

  const ownData = (): Readonly<Record<string, unknown>> => {
    const places = seen.data?.mainEntity as readonly Record<string, unknown>[]
    return places.find(({ name }) => name === 'Lantern Physio, Bethnal Green') ?? {}
  }

  test('nothing before the clinic has said it', async () => {
    const [, after = ''] = (await publicPage()).split('London E2 9ZZ.')
    expect(after.slice(0, 60)).toContain('There are steps.')
    expect(after.slice(0, 60)).not.toContain('door')
    expect(Object.keys(ownData())).toEqual(['@type', 'name', 'telephone', 'address', 'geo'])
  })

  test('the week, a day that differs and a closure stand on the public page and in its structured data', async () => {
    await at().send(path(), week, path())
    await at().send(path(), { day: '7/12/2026', spans: '8-12' }, `${path()}/day`)
    await db.admin.query(
      `insert into clinic.closures (clinic_id, location_id, first_day, last_day, reason)
       values ($1, $2, '2026-12-12', '2026-12-12', 'Paint'), ($1, null, '2027-01-05', '2027-01-05', 'Too far')`,
      [clinic.clinicId, clinic.locationId],
    )
    const text = await publicPage()
    for (const line of ['Monday: 08:00–18:00', 'Tuesday: 08:00–13:00 and 14:00–18:00', 'Wednesday to Friday: shut'])
      expect(text).toContain(line)
    expect(text).toContain('Monday 7 December: 08:00–12:00')
    expect(text).toContain('Saturday 12 December: shut')
    expect(text).not.toContain('January')
    const place = ownData()
    expect(place).toMatchObject({ '@type': 'MedicalClinic', address: { '@type': 'PostalAddress' } })
    expect(place.openingHoursSpecification).toContainEqual({
      ...{
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: 'https://schema.org/Tuesday',
        opens: '14:00',
        closes: '18:00',
      },
    })
    expect(place.specialOpeningHoursSpecification).toEqual([
      {
        ...{ '@type': 'OpeningHoursSpecification', opens: '08:00', closes: '12:00' },
        ...{ validFrom: '2026-12-07', validThrough: '2026-12-07' },
      },
      {
        ...{ '@type': 'OpeningHoursSpecification', opens: '00:00', closes: '00:00' },
        ...{ validFrom: '2026-12-12', validThrough: '2026-12-12' },
      },
    ])
  })
})
