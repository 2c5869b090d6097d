/** Classes as staff and the public see them, over a real PostgreSQL. */
import { beforeEach, describe, expect, test } from 'vitest'
import { cancelVisit } from '../../../clinic/booking/cancel.ts'
import { confirmBooking } from '../../../clinic/booking/confirm.ts'
import { holdSlot } from '../../../clinic/booking/holds.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { joinWaitingList } from '../../../clinic/booking/waiting/waiting-list.ts'
import { joinClinic } from '../../../clinic/calendar/test-calendar.ts'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import type { Member } from '../../../clinic/people/members.ts'
import { createConsoleApp } from '../console-app.tsx'
import { consoleHome } from '../console.fixtures.ts'
import { calendarPaths } from './calendar-paths.ts'

const db = sharedDatabase()
let clinic: TestClinic
let sol: Member
let service: string
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
  sol = await joinClinic(db, clinic.clinicId)
  const { rows } = await db.admin.query<{ service_id: string }>(
    `insert into clinic.services (clinic_id, treatment, name, minutes, price_pence, room_kind, notice_minutes, places)
     values ($1, 'strength-class', 'Strength class', 60, 1800, 'treatment', 0, 3) returning service_id`,
    [clinic.clinicId],
  )
  service = rows[0]?.service_id ?? ''
  await db.admin.query('insert into clinic.service_therapists values ($1, $2, $3)', [
    ...[clinic.clinicId, service, clinic.therapists[0]],
  ])
})

const six = () => dayAfterTomorrow('18:00')
const day = () => Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 2 }).toPlainDate().toString()
const appOf = (member: Member) =>
  createConsoleApp(
    consoleHome({
      signedIn: { ok: true, member },
      data: { app: db.app, directory: db.directory, secret: db.secret },
    }),
  )
const get = async (path: string, member = sol) => {
  const answered = await appOf(member).request(`http://clinic.test${path}`)
  return { status: answered.status, text: heard(await answered.text()) }
}
const post = async (path: string, fields: Record<string, string>, member = sol) => {
  const answered = await appOf(member).request(`http://clinic.test${path}`, {
    ...{ method: 'POST', body: new URLSearchParams(fields), headers: { Origin: 'http://clinic.test' } },
  })
  return { status: answered.status, where: answered.headers.get('Location'), text: heard(await answered.text()) }
}
const heard = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const form = (more: Record<string, string> = {}) => ({
  ...{ service, therapist: clinic.therapists[0] ?? '', place: clinic.locationId, day: day(), time: '18:00' },
  ...{ meetings: '2', every: '7', ...more },
})
const classIds = async () =>
  (
    await db.admin.query<{ id: string }>(
      `select appointment_id as id from clinic.appointments where clinic_id = $1 and state = 'class' order by starts_at`,
      [clinic.clinicId],
    )
  ).rows.map(({ id }) => id)
async function placeIn(start: number, name = 'Bea Holt'): Promise<string> {
  const wanted = {
    clinicId: clinic.clinicId,
    service,
    therapist: clinic.therapists[0] ?? '',
    location: clinic.locationId,
  }
  const held = await holdSlot(db.app, { ...wanted, start }, null)
  if (!held.ok) throw new Error(held.why)
  const details = { personName: name, contactName: name, email: 'a@example.org', payer: 'self' } as const
  await confirmBooking(db.app, db.secret, held.hold.appointmentId, { ...wanted, start }, details)
  return held.hold.appointmentId
}
const booked = (name: string) => placeIn(six(), name)

describe('classes in the calendar', () => {
  test('are planned by form, shown in day, list and their own list, and lead to who comes', async () => {
    expect((await get(calendarPaths.classes)).text).toContain('No class is planned.')
    expect(await post(calendarPaths.classes, form())).toMatchObject({ status: 303, where: calendarPaths.classes })
    const [classId = '', ...more] = await classIds()
    expect(more).toHaveLength(1)
    await booked('Nadia Fleet')
    for (const path of [calendarPaths.classes, calendarPaths.view({ day: day() })])
      expect((await get(path)).text).toMatch(/Strength class\s+1 of 3 places taken/)
    const list = await get(calendarPaths.view({ day: day(), view: 'list' }))
    expect(list.text).toMatch(/18:00 to 19:00\s+Strength class\s+1 of 3 places taken/)
    expect(list.text).not.toContain('Nadia Fleet')
    expect((await get(calendarPaths.class(classId))).text).toContain('Nadia Fleet')
  })

  test('that are full are said to be full to staff who book or move by hand, and cannot be bent', async () => {
    await post(calendarPaths.classes, form())
    for (const name of ['Nadia Fleet', 'Kit Elm', 'Owen Effra']) await booked(name)
    const [therapist, location] = [clinic.therapists[0] ?? '', clinic.locationId]
    const wish = { service, therapist, location, start: six() }
    const looked = await get(calendarPaths.newVisitAt(wish))
    const who = {
      name: 'Jo Bell',
      phone: '020 7946 0009',
      reason: 'They insist.',
      key: crypto.randomUUID(),
      do: 'book',
    }
    const pressed = await post(calendarPaths.newVisit, { ...wish, start: String(six()), ...who })
    const id = await placeIn(dayAfterTomorrow('18:00') + 7 * 86_400_000)
    const moved = await get(calendarPaths.moveTo(id, { start: six(), therapist, location }))
    for (const { text } of [looked, pressed, moved]) {
      expect(text).toContain('The class is full.')
      expect(text).not.toContain('is not free then')
    }
    const { rows } = await db.admin.query(
      'select from clinic.appointments where class_id is not null and clinic_id = $1',
      [clinic.clinicId],
    )
    expect(rows).toHaveLength(4)
  })

  test('say of a place without a name whether it is kept for the waiting list or being booked', async () => {
    await post(calendarPaths.classes, form({ meetings: '1' }))
    const [classId = ''] = await classIds()
    const [therapist, location] = [clinic.therapists[0] ?? '', clinic.locationId]
    const wanted = { clinicId: clinic.clinicId, service, therapist, location, start: six() }
    const ids = [await booked('Nadia Fleet'), await booked('Kit Elm')]
    expect(await holdSlot(db.app, wanted, null)).toMatchObject({ ok: true })
    const everywhere = async (words: string) => {
      const views = [{ day: day() }, { day: day(), view: 'list' }] as const
      for (const path of [calendarPaths.classes, ...views.map(calendarPaths.view)])
        expect((await get(path)).text).toContain(words)
      const page = (await get(calendarPaths.class(classId))).text
      expect(page).toContain(`${words.charAt(0).toUpperCase()}${words.slice(1)}.`)
    }
    await everywhere('full, 3 of 3, 1 of them being booked')
    const details = { personName: 'Ash', contactName: 'Ash', email: 'ash@example.org', payer: 'self' as const }
    const days = { firstDay: Temporal.Now.plainDateISO('Europe/London').toString(), lastDay: day() }
    await joinWaitingList(db.app, {
      ...{ clinicId: clinic.clinicId, joinKey: crypto.randomUUID(), service, therapist: null, details },
      wish: { location: null, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440, ...days },
    })
    await cancelVisit(db.app, { clinicId: clinic.clinicId, appointmentId: ids[0] ?? '' })
    await everywhere('full, 3 of 3, 1 of them kept for the waiting list, 1 being booked')
    await db.admin.query(
      `delete from clinic.appointments a where clinic_id = $1 and state = 'held' and not exists
      (select from clinic.offer_times where hold_id = a.appointment_id)`,
      [clinic.clinicId],
    )
    await cancelVisit(db.app, { clinicId: clinic.clinicId, appointmentId: ids[1] ?? '' })
    await everywhere('1 of 3 places taken, 1 of them kept for the waiting list')
    await db.admin.query(
      `update clinic.appointments set hold_ends_at = now() where clinic_id = $1 and state = 'held'`,
      [clinic.clinicId],
    )
    await everywhere('0 of 3 places taken')
    expect((await get(calendarPaths.classes)).text).not.toContain('for the waiting list')
  })

  test('a press of the button twice plans nothing more', async () => {
    await Promise.all([post(calendarPaths.classes, form()), post(calendarPaths.classes, form())])
    expect(await classIds()).toHaveLength(2)
  })

  test('nothing is planned where one date cannot be had, and the date is named with the reason', async () => {
    await post(calendarPaths.classes, form({ meetings: '1' }))
    const again = await post(calendarPaths.classes, form({ time: '18:30', meetings: '1' }))
    expect(again.status).toBe(409)
    expect(again.text).toContain('Nothing was planned.')
    expect(again.text).toContain('Therapist 1 is not free then.')
    expect(await classIds()).toHaveLength(1)
  })

  test.each([
    ['day', '31 February'],
    ['time', '25:00'],
    ['service', 'DROP TABLE'],
    ['therapist', ''],
    ['place', 'x'.repeat(5000)],
  ])('nonsense as %s is told, and what was typed stays', async (field, value) => {
    const answered = await post(calendarPaths.classes, form({ [field]: value }))
    expect(answered.status).toBe(422)
    expect(await classIds()).toEqual([])
  })

  test('a therapist plans their own, and nobody else’s', async () => {
    const own = await joinClinic(db, clinic.clinicId, { role: 'therapist', therapistId: clinic.therapists[0] ?? null })
    const other = await joinClinic(db, clinic.clinicId, {
      role: 'therapist',
      therapistId: clinic.therapists[1] ?? null,
    })
    expect((await post(calendarPaths.classes, form(), other)).text).toContain('You may plan your own classes only.')
    expect((await post(calendarPaths.classes, form(), own)).status).toBe(303)
  })

  test('called off: a reason is asked for, those who come are named, and a second press shows it as it is', async () => {
    await post(calendarPaths.classes, form({ meetings: '1' }))
    const [classId = ''] = await classIds()
    await booked('Nadia Fleet')
    expect((await post(calendarPaths.class(classId), { reason: ' ' })).status).toBe(422)
    const off = await post(calendarPaths.class(classId), { reason: 'The studio is flooded.' })
    expect(off.text).toContain('1 visit was cancelled free of charge.')
    expect(off.text).toMatch(/Nadia Fleet[\s\S]{0,200}cancelled/)
    expect(off.text).not.toMatch(/Nadia Fleet[\s\S]{0,200}booked/)
    expect(await post(calendarPaths.class(classId), { reason: 'Again.' })).toMatchObject({ status: 303 })
    expect((await get(calendarPaths.class(classId))).text).toMatch(/Called off by Sol Maple, [A-Z][^.]+, \d\d:\d\d/)
    const colleague = await joinClinic(db, clinic.clinicId, { name: 'Wren Dell' })
    const late = await post(calendarPaths.class(classId), { reason: 'The heating.' }, colleague)
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/This class was called off already\s+Called off by Sol Maple, [A-Z][^.]+, \d\d:\d\d/)
    expect((await get(calendarPaths.view({ day: day() }))).text).not.toContain('places taken')
  })

  test('another clinic’s staff find no such class, and cannot call it off', async () => {
    await post(calendarPaths.classes, form({ meetings: '1' }))
    const [classId = ''] = await classIds()
    const stranger = await joinClinic(db, (await makeTestClinic(db)).clinicId, { role: 'owner' })
    expect((await get(calendarPaths.class(classId), stranger)).status).toBe(404)
    expect((await post(calendarPaths.class(classId), { reason: 'Mine.' }, stranger)).status).toBe(404)
    expect((await get(calendarPaths.class(classId))).text).not.toContain('Called off')
  })
})

describe('a class whose therapist is away, or whose place is shut', () => {
  const away = () => ({ whose: clinic.therapists[0] ?? '', first: day(), last: day(), from: '', to: '', reason: '' })
  const shut = (more: Record<string, string> = {}) => ({ ...away(), whose: 'all', reason: 'Boiler', ...more })
  const asked = (path: string, fields: Record<string, string>) => get(`${path}?${new URLSearchParams(fields)}`)

  test('is named before that is written, and after, with nobody in it too', async () => {
    await post(calendarPaths.classes, form())
    const named = /One class stands in it.*18:00 to 19:00 [^:]*: Strength class , with [^,]+, 0 of 3 places taken/
    for (const [path, fields] of [
      [calendarPaths.away, away()],
      [calendarPaths.closures, shut()],
    ] as const) {
      expect((await asked(path, fields)).text).toMatch(named)
      const written = await post(path, fields)
      expect((await get(written.where ?? '')).text).toMatch(named)
    }
    const later = Temporal.PlainDate.from(day()).add({ days: 1 }).toString()
    expect((await asked(calendarPaths.away, { ...away(), first: later, last: later })).text).not.toContain(
      'class stands',
    )
  })

  test('does not look as usual: the list and its own page say why nobody can join', async () => {
    await post(calendarPaths.classes, form())
    const [first = '', second = ''] = await classIds()
    const pages = () =>
      Promise.all(
        [calendarPaths.class(first), calendarPaths.class(second), calendarPaths.classes].map((path) => get(path)),
      )
    for (const { text } of await pages()) expect(text).not.toContain('nobody can join')
    await post(calendarPaths.away, { ...away(), from: '17:30' })
    const [one, other, list] = await pages()
    expect(one?.text).toMatch(/is away then: nobody can join\. It stays planned until you call it off\./)
    expect(other?.text).not.toContain('nobody can join')
    expect(list?.text.match(/is away then: nobody can join\./g)).toHaveLength(1)
    await post(calendarPaths.closures, shut())
    expect((await get(calendarPaths.classes)).text).toMatch(/is shut then: nobody can join\./)
  })

  test('is as usual where the hours off end before it', async () => {
    await post(calendarPaths.classes, form({ meetings: '1' }))
    await db.admin.query(
      `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day, from_time, to_time)
       values ($1, $2, $3, $3, '08:00', '18:00')`,
      [clinic.clinicId, clinic.therapists[0], day()],
    )
    expect((await get(calendarPaths.classes)).text).not.toContain('nobody can join')
  })
})
