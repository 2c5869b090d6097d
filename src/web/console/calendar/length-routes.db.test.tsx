/** Changing how long a visit takes, as staff do it and as the person reads of it. */
import { beforeEach, describe, expect, test } from 'vitest'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { visitIsAt } from '../../../clinic/booking/test-staff.ts'
import { bookedByStaff, joinClinic, wantedAt } from '../../../clinic/calendar/test-calendar.ts'
import { moveByStaff } from '../../../clinic/calendar/staff-move.ts'
import { lastCommand, undoCommand } from '../../../clinic/calendar/undo.ts'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import type { Member } from '../../../clinic/people/members.ts'
import { createConsoleApp } from '../console-app.tsx'
import { consoleHome } from '../console.fixtures.ts'

const db = sharedDatabase()
let clinic: TestClinic
let sol: Member
let visit: string
beforeEach(async () => {
  clinic = await makeTestClinic(db)
  sol = await joinClinic(db, clinic.clinicId)
  visit = await bookedByStaff(db, sol, wantedAt(clinic, '10:00'))
})

const ask = async (path: string, fields?: Record<string, string>, who = sol) => {
  const app = createConsoleApp(
    consoleHome({
      signedIn: { ok: true, member: who },
      data: { app: db.app, directory: db.directory, secret: db.secret },
    }),
  )
  const answer = await app.request(path, fields && { method: 'POST', body: new URLSearchParams(fields) })
  const body = await answer.text()
  const links = [...body.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
  const text = body.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
  return { status: answer.status, text, links, to: answer.headers.get('Location') }
}
const path = () => `/console/calendar/length/${visit}`
const endOf = async () =>
  (
    await db.admin.query('select ends_at from clinic.appointments where appointment_id = $1', [visit])
  ).rows[0].ends_at.getTime()

describe('the length of a visit', () => {
  test('is looked at by address, which changes nothing, and changed by the button', async () => {
    expect((await ask(`${path()}?minutes=60`)).text).toContain('All of that time is free.')
    expect(await endOf()).toBe(dayAfterTomorrow('10:45'))
    expect(await ask(path(), { version: '0', minutes: '60' })).toMatchObject({
      status: 303,
      to: `/console/visits/${visit}`,
    })
    expect(await endOf()).toBe(dayAfterTomorrow('11:00'))
    const page = (await ask(`/console/visits/${visit}`)).text
    expect(page).toContain('10:00 (London time), until 11:00. First visit, 60 min')
    expect(page).toContain('Length changed by Sol Maple')
    expect(page).not.toContain('Moved')
  })

  test('is said to have changed of a visit of which nothing was written down before, and to a colleague’s old page', async () => {
    await db.admin.query('delete from clinic.appointment_events where appointment_id = $1', [visit])
    await ask(path(), { version: '0', minutes: '60' })
    const page = (await ask(`/console/visits/${visit}`)).text
    expect(page).toContain('Length changed by Sol Maple')
    expect(page).not.toContain('Moved')
    const late = await ask(path(), { version: '0', minutes: '90' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Sol Maple: Length changed')
    expect(late.text).not.toMatch(/moved/i)
    expect(late.links).toContain(path())
    expect(late.links).not.toContain(`/console/calendar/move/${visit}`)
  })

  test('taken back is a length that changed, and a move stays a move', async () => {
    await ask(path(), { version: '0', minutes: '60' })
    const command = (await lastCommand(db.app, sol))?.commandId ?? ''
    expect(await undoCommand(db.app, db.secret, sol, command)).toMatchObject({ ok: true })
    expect(await endOf()).toBe(dayAfterTomorrow('10:45'))
    await db.admin.query(`delete from clinic.appointment_events where appointment_id = $1 and what = 'confirmed'`, [
      visit,
    ])
    const to = { therapist: clinic.therapists[0] ?? '', location: clinic.locationId, start: dayAfterTomorrow('13:00') }
    const { rows } = await db.admin.query('select version from clinic.appointments where appointment_id = $1', [visit])
    await moveByStaff(db.app, sol, { ...to, appointmentId: visit, version: rows[0]?.version })
    const moved = (await lastCommand(db.app, sol))?.commandId ?? ''
    expect(await undoCommand(db.app, db.secret, sol, moved)).toMatchObject({ ok: true })
    const page = (await ask(`/console/visits/${visit}`)).text
    expect(page.match(/Length changed by/g) ?? []).toHaveLength(1)
    expect(page.match(/Moved to [^.]*13:00/g)).toHaveLength(1)
  })

  test.each(['zzz', 'Told', ''])('with “%s” for who tells them is not taken as told', async (tell) => {
    await ask(path(), { version: '0', minutes: '60', tell })
    const { rows } = await db.admin.query(
      `select kind from clinic.mails where appointment_id = $1 and version = 1 and kind = 'moved'`,
      [visit],
    )
    expect(rows).toHaveLength(1)
  })

  test('into the next visit is refused with its person and its time, before and after the button', async () => {
    await bookedByStaff(db, sol, wantedAt(clinic, '11:00'), { whom: { name: 'Kit Elm', phone: '020 7946 0003' } })
    const looked = await ask(`${path()}?minutes=75`)
    expect(looked.text).toContain('Kit Elm, 11:00 to 11:45')
    const pressed = await ask(path(), { version: '0', minutes: '75', reason: '' })
    expect(pressed.status).toBe(409)
    expect(pressed.text).toContain('Kit Elm, 11:00 to 11:45')
    expect(pressed.text).toContain('Say why, in a few words.')
    expect(pressed.text).toMatch(/Error: Length of a visit/)
    expect(await endOf()).toBe(dayAfterTomorrow('10:45'))
  })

  test('into a time that somebody else got meanwhile says that, and asks for a reason only once its field was there', async () => {
    await bookedByStaff(db, sol, wantedAt(clinic, '11:00'), { whom: { name: 'Kit Elm', phone: '020 7946 0003' } })
    const lost = await ask(path(), { version: '0', minutes: '75' })
    expect(lost.status).toBe(409)
    expect(lost.text).toContain('Nothing was changed: this time went or changed while you typed.')
    expect(lost.text).not.toContain('Say why, in a few words.')
  })

  test('counts a reason for what it was asked about alone', async () => {
    await bookedByStaff(db, sol, wantedAt(clinic, '11:00'), { whom: { name: 'Kit Elm', phone: '020 7946 0003' } })
    const long = { version: '0', minutes: '75', reason: 'They need it' }
    const lost = await ask(path(), { ...long, bends: 'outsideHours' })
    expect(lost.status).toBe(409)
    expect(lost.text).toContain('Nothing was changed: this time went or changed while you typed.')
    expect(await endOf()).toBe(dayAfterTomorrow('10:45'))
    expect((await ask(path(), { ...long, bends: 'taken' })).status).toBe(303)
  })

  test.each(['', '0', '4', '241', '60.5', '-45', 'an hour', '6'.repeat(100_000)])(
    'is asked again after “%s”, and nothing is changed',
    async (minutes) => {
      const answer = await ask(path(), { version: '0', minutes })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('Enter whole minutes, from 5 to 240.')
      expect(await endOf()).toBe(dayAfterTomorrow('10:45'))
    },
  )

  test.each(['5', ' 240 '])('may be %s', async (minutes) => {
    expect((await ask(path(), { version: '0', minutes })).status).toBe(303)
  })

  test('of another clinic’s visit, of one that is over, and from an old page is not changed', async () => {
    const stranger = await joinClinic(db, (await makeTestClinic(db)).clinicId)
    expect((await ask(path(), { version: '0', minutes: '60' }, stranger)).status).toBe(404)
    expect((await ask(path(), undefined, stranger)).status).toBe(404)
    await ask(path(), { version: '0', minutes: '60' })
    const late = await ask(path(), { version: '0', minutes: '90' })
    expect(late).toMatchObject({ status: 409 })
    expect(late.text).toContain('It was changed meanwhile')
    await visitIsAt(db, visit, '-1 minute')
    expect((await ask(`${path()}?minutes=90`)).text).toContain('Its length cannot be changed')
    await visitIsAt(db, visit, '1 hour')
    expect((await ask(`${path()}?minutes=90`)).status).toBe(200)
    await db.admin.query(`update clinic.appointments set state = 'arrived' where appointment_id = $1`, [visit])
    expect((await ask(`${path()}?minutes=90`)).text).toContain('Its length cannot be changed')
  })
})
