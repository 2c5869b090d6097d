/** Somebody opens an old link to a class that is full by now. */
import { expect, test } from 'vitest'
import { holdSlot } from '../../../clinic/booking/holds.ts'
import { dayAfterTomorrow, makeTestClinic } from '../../../clinic/booking/test-clinic.ts'
import { planClasses } from '../../../clinic/calendar/plan-classes.ts'
import { joinClinic } from '../../../clinic/calendar/test-calendar.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { createBookingApp } from './booking-app.tsx'
import { callOffClass } from '../../../clinic/booking/call-off-class.ts'
import { browserOf, homeOver, robin } from './test-pages.ts'

const db = testDatabase()
const app = createBookingApp(homeOver(db))

/** A clinic of two places, with a class of one place at the second of them. */
async function fullClass() {
  const clinic = await makeTestClinic(db, { rooms: 1 })
  const one = async (text: string, values: readonly unknown[]) =>
    String((await db.admin.query(text, [...values])).rows[0]?.id)
  await one(
    `insert into clinic.locations (clinic_id, location_id, name, street, town, postcode, latitude, longitude, zone, country)
     values ($1, '00000000-0000-7000-8000-000000000000', 'Aldgate', '1 Row', 'London', 'E1 9ZZ', 51.5, 0, 'Europe/London', 'england')
     returning location_id as id`,
    [clinic.clinicId],
  )
  const service = await one(
    `insert into clinic.services (clinic_id, treatment, name, minutes, price_pence, room_kind, notice_minutes, places)
     values ($1, 'strength-class', 'Strength class', 60, 1800, 'treatment', 0, 2) returning service_id as id`,
    [clinic.clinicId],
  )
  const therapist = clinic.therapists[0] ?? ''
  await one('insert into clinic.service_therapists values ($1, $2, $3) returning service_id as id', [
    ...[clinic.clinicId, service, therapist],
  ])
  const start = dayAfterTomorrow('18:00')
  const at = { service, therapist, location: clinic.locationId }
  const sol = await joinClinic(db, clinic.clinicId)
  const planned = await planClasses(db.app, sol, { ...at, starts: [start, start + 7 * 86_400_000] })
  if (!planned.ok) throw new Error(planned.why)
  const callOff = () => callOffClass(db.app, sol, planned.classIds[0] ?? '', '')
  const hold = () => holdSlot(db.app, { clinicId: clinic.clinicId, ...at, start }, null)
  const path = `/book/therapist-${therapist}`
  const query = `?service=${service}&at=${new Date(start).toISOString().replace('.000', '')}`
  return { hold, path, query, service, start, at, callOff }
}

test('a class that is full says so, not that somebody took a time, and names the next meeting; with a place left it is offered', async () => {
  const { hold, path, query, service, start } = await fullClass()
  await hold()
  const open = await app.request(`${path}${query}`)
  expect([open.status, await open.text()]).toEqual([200, expect.stringContaining('One place is left')])
  await hold()
  const body = new URLSearchParams({ service, start: String(start), press: crypto.randomUUID() })
  for (const answer of [await app.request(`${path}${query}`), await app.request(path, { method: 'POST', body })]) {
    expect(answer.status).toBe(409)
    const text = await answer.text()
    expect(text).toContain('This class is full')
    expect(text).not.toContain('Somebody took')
    expect(text).toContain('near-times')
    const joinPath = /href="(\/waiting\/join\/[^"]+)"/.exec(text)?.[1]?.replace('&amp;', '&') ?? ''
    const join = await app.request(joinPath)
    expect([join.status, await join.text()]).toEqual([
      200,
      expect.stringContaining('join the list once for each of you'),
    ])
  }
})

test('a class that was called off says so, to who opens its old address, holds it, books it or would move there', async () => {
  const { path, query, service, start, at, callOff } = await fullClass()
  const { get, post } = browserOf(homeOver(db))
  const pressed = (when: number) => ({ service, start: String(when), press: crypto.randomUUID() })
  const carriedTo = (when: number) => ({ service, therapist: at.therapist, location: at.location, start: String(when) })
  const [next, mine] = [start + 7 * 86_400_000, (await post(path, pressed(start + 7 * 86_400_000))).to]
  const visit = (await post(mine, { ...robin, ...carriedTo(next) })).to
  const form = (await post(path, pressed(start))).to
  expect(await callOff()).toMatchObject({ ok: true, already: false })
  for (const page of [
    await get(`${path}${query}`),
    await post(path, pressed(start)),
    await post(form, { ...robin, name: 'Ash Ashdown', ...carriedTo(start) }),
  ])
    expect([page.status, page.body.includes('This class was called off')]).toEqual([409, true])
  const to = carriedTo(start)
  for (const page of [await get(`${visit}/move?${new URLSearchParams(to)}`), await post(`${visit}/move`, to)]) {
    expect([page.status, page.body.includes('That class was called off')]).toEqual([409, true])
    expect(page.body).toContain('Your visit stands as it was')
  }
  const other = await get(
    `${path}?service=${service}&at=${new Date(start + 3_600_000).toISOString().replace('.000', '')}`,
  )
  expect([other.status, other.body.includes('called off')]).toEqual([409, false])
})
