/** Staff change a course from one visit on, through the pages as a browser posts them, over a real PostgreSQL. */
import { beforeEach, expect, test } from 'vitest'
import { askToChoose } from '../../../clinic/booking/choose-again/ask-to-choose.ts'
import { confirmBooking } from '../../../clinic/booking/confirm.ts'
import { courseDates, holdCourse } from '../../../clinic/booking/courses.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { addAbsence } from '../../../clinic/calendar/days-off.ts'
import { joinClinic } from '../../../clinic/calendar/test-calendar.ts'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import type { Member } from '../../../clinic/people/members.ts'
import { createConsoleApp } from '../console-app.tsx'
import { consoleHome } from '../console.fixtures.ts'

const db = sharedDatabase()
let clinic: TestClinic
let member: Member
let visit: string

beforeEach(async () => {
  clinic = await makeTestClinic(db)
  member = await joinClinic(db, clinic.clinicId)
  const starts = courseDates(dayAfterTomorrow('10:00'), 'Europe/London', 3, 7)
  const { clinicId, serviceId: service, locationId: location } = clinic
  const wanted = { clinicId, service, location, therapist: clinic.therapists[0] ?? '', start: starts[0] ?? 0 }
  const held = await holdCourse(db.app, { ...wanted, starts }, null)
  if (!held.ok) throw new Error(held.why)
  const details = { personName: 'Robin', contactName: 'Robin', email: 'robin@example.org', payer: 'self' } as const
  const booked = await confirmBooking(db.app, db.secret, held.hold.appointmentId, wanted, details)
  if (!booked.ok) throw new Error(booked.why)
  visit = booked.appointmentId
})

const ask = async (path: string, fields?: URLSearchParams, as = member) => {
  const data = { app: db.app, directory: db.directory, secret: db.secret }
  const app = createConsoleApp(consoleHome({ signedIn: { ok: true, member: as }, data }))
  const answer = await app.request(`/console/visits/${visit}${path}`, fields && { method: 'POST', body: fields })
  return { status: answer.status, body: await answer.text(), to: answer.headers.get('Location') }
}
const rows = async () =>
  (
    await db.admin.query(
      'select state, starts_at from clinic.appointments where clinic_id = $1 order by appointment_id',
      [clinic.clinicId],
    )
  ).rows
/** The hidden fields of the form that is posted to this address, and the first of each of its lists. */
function fieldsOf(body: string, action: string, more: Readonly<Record<string, string>> = {}): URLSearchParams {
  const fields = new URLSearchParams(more)
  const form =
    body.slice(body.indexOf(`method="post" action="/console/visits/${visit}${action}"`)).split('</form>')[0] ?? ''
  for (const [, name = '', value = ''] of form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g))
    fields.append(name, value)
  for (const [, inside = ''] of form.matchAll(/<select[^>]*name="start"[^>]*>(.*?)<\/select>/gs))
    fields.append('start', /value="(\d*)"/.exec(inside)?.[1] ?? '')
  return fields
}

test('they are cancelled together, with who and why; then there is nothing to change', async () => {
  expect((await ask('')).body).toContain('Move or cancel this and the 2 later ones')
  const page = await ask('/later')
  const asked = await ask('/later/cancel', fieldsOf(page.body, '/later/cancel'))
  expect([asked.status, (await rows())[0].state]).toEqual([422, 'confirmed'])
  const fields = fieldsOf(page.body, '/later/cancel', { who: 'clinic', reason: 'We close.' })
  expect((await ask('/later/cancel', fields)).to).toBe(`/console/visits/${visit}`)
  expect((await rows()).map(({ state }) => state)).toEqual(Array(3).fill('cancelled'))
  expect((await ask('/later')).status).toBe(409)
  expect((await ask('')).body).toContain('Undo “cancelled”')
})

test.each([
  ['person', 'late-cancelled', 'person'],
  ['waived', 'cancelled', 'person'],
  ['clinic', 'cancelled', 'staff'],
])(
  'with the first late, cancelled by the %s, are %s, and it is written whose wish it was',
  async (who, state, byWhom) => {
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour', late_fee_pence = 3000 where appointment_id = $1`,
      [visit],
    )
    const page = await ask('/later')
    expect(page.body).toContain('They do, and we take no fee this time.')
    const fields = fieldsOf(page.body, '/later/cancel', { who, reason: 'Ill.' })
    expect((await ask('/later/cancel', fields)).to).toBe(`/console/visits/${visit}`)
    expect((await rows()).map((row) => row.state)).toEqual([state, 'cancelled', 'cancelled'])
    const { rows: ends } = await db.admin.query(
      `select distinct by_whom from clinic.appointment_events where clinic_id = $1 and what like '%cancelled'`,
      [clinic.clinicId],
    )
    expect(ends).toEqual([{ by_whom: byWhom }])
  },
)

test('one that the clinic cannot keep costs nothing, however late it is, and the others what was agreed', async () => {
  const late = async () =>
    db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour', late_fee_pence = 3000 where clinic_id = $1`,
      [clinic.clinicId],
    )
  await late()
  expect((await ask('/later')).body).toContain('It costs them £90, as agreed.')
  const day = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 2 }).toPlainDate().toString()
  await addAbsence(db.app, member, { therapistId: clinic.therapists[0] ?? '', firstDay: day, lastDay: day })
  await askToChoose(db.app, member, [{ appointmentId: visit, version: 0 }])
  const page = await ask('/later')
  expect(page.body).toContain('It costs them £60, as agreed.')
  const fields = fieldsOf(page.body, '/later/cancel', { who: 'person', reason: 'Ill.' })
  expect((await ask('/later/cancel', fields)).to).toBe(`/console/visits/${visit}`)
  expect((await rows()).map((row) => row.state).toSorted()).toEqual(['cancelled', 'late-cancelled', 'late-cancelled'])
  const { rows: first } = await db.admin.query('select state from clinic.appointments where appointment_id = $1', [
    visit,
  ])
  expect(first).toEqual([{ state: 'cancelled' }])
})

test('there is nothing to let somebody off where nothing is late', async () => {
  const page = await ask('/later')
  expect(page.body).toContain('They do. It costs them nothing.')
  expect(page.body).not.toContain('this time')
})

test('they are moved together to a day and time that was looked at first', async () => {
  const before = await rows()
  const day = new Date(dayAfterTomorrow('10:00') + 86_400_000).toISOString().slice(0, 10)
  expect((await ask(`/later/move?day=${day}&time=nonsense`)).status).toBe(422)
  const skipped = await ask('/later/move?day=2027-03-28&time=01:30')
  expect([skipped.status, skipped.body]).toEqual([422, expect.stringContaining('There is no 01:30 on that day')])
  const night = await ask(`/later/move?day=${day}&time=03:00`)
  expect(night.body).toContain('3 of the 3 new dates are not free')
  const page = await ask(`/later/move?day=${day}&time=11:00`)
  expect(page.body).toContain('Every new date is free.')
  expect(await rows()).toEqual(before)
  await db.admin.query('update clinic.services set price_pence = 7000 where clinic_id = $1', [clinic.clinicId])
  expect((await ask(`/later/move?day=${day}&time=11:00`)).body).toContain(
    'Each visit that moves costs £70 and not £62.',
  )
  const dearer = await ask('/later/move', fieldsOf(page.body, '/later/move'))
  expect([dearer.status, dearer.body]).toEqual([409, expect.stringContaining('The price has changed since that page')])
  expect(await rows()).toEqual(before)
  expect((await ask('/later/move', fieldsOf(dearer.body, '/later/move'))).to).toBe(`/console/visits/${visit}`)
  const wall = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/London')
  expect((await rows()).map(({ starts_at }) => wall(starts_at).toPlainDateTime().toString())).toEqual(
    before.map(({ starts_at }) => wall(starts_at).add({ days: 1 }).withPlainTime('11:00').toPlainDateTime().toString()),
  )
  expect((await ask('')).body).toContain('It costs £70 since then, £62 before.')
  // A second tap is told what the first was; a colleague with the same page, that it was done before them.
  const again = fieldsOf(page.body, '/later/move')
  expect((await ask('/later/move', again)).to).toBe(`/console/visits/${visit}`)
  const colleague = await joinClinic(db, clinic.clinicId, { name: 'Ash Rowan' })
  expect((await ask('/later/move', again, colleague)).status).toBe(409)
})

test('another clinic’s staff find nothing there', async () => {
  const stranger = await joinClinic(db, (await makeTestClinic(db)).clinicId)
  for (const path of ['/later', '/later/move?day=2027-01-01&time=10:00'])
    expect((await ask(path, undefined, stranger)).status).toBe(404)
  expect((await ask('/later/cancel', new URLSearchParams({ who: 'clinic', reason: 'x' }), stranger)).status).toBe(404)
})
