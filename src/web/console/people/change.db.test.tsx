/** Staff change how somebody is called and reached, page by page: typed, looked at, done, and written down. Over a real PostgreSQL. */
import { beforeEach, describe, expect, test } from 'vitest'
import { makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { bookedVisit } from '../../../clinic/booking/test-staff.ts'
import { joinClinic } from '../../../clinic/calendar/test-calendar.ts'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import type { Member } from '../../../clinic/people/members.ts'
import { createConsoleApp } from '../console-app.tsx'
import { consoleHome } from '../console.fixtures.ts'
import { consolePaths } from '../console-paths.ts'

const db = sharedDatabase()
let clinic: TestClinic
let sol: Member
let visit: string
let robin: string

const appOf = (member: Member) =>
  createConsoleApp(
    consoleHome({
      signedIn: { ok: true, member },
      data: { app: db.app, directory: db.directory, secret: db.secret },
    }),
  )
const heard = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const ask = async (path: string, member = sol, fields?: Readonly<Record<string, string>>) => {
  const answered = await appOf(member).request(`http://clinic.test${path}`, {
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    headers: { Origin: 'http://clinic.test' },
  })
  const html = await answered.text()
  return { status: answered.status, html, text: heard(html), to: answered.headers.get('Location') }
}
const personOf = async (id: string) =>
  (
    await db.admin.query<{ id: string }>('select person_id as id from clinic.appointments where appointment_id = $1', [
      id,
    ])
  ).rows[0]?.id ?? ''
const contact = async () =>
  (
    await db.admin.query<{ name: string; email: string | null; phone: string | null }>(
      `select c.name, c.email, c.phone from clinic.contacts c join clinic.appointments a using (clinic_id, contact_id)
       where a.appointment_id = $1`,
      [visit],
    )
  ).rows[0]
const page = () => consolePaths.changePerson(robin)
/** What the form of a page that is shown now would carry and say. */
const opened = async (html?: string): Promise<Record<string, string>> => {
  const shown = html ?? (await ask(page())).html
  const fields = [...shown.matchAll(/<input(?:"[^"]*"|[^">])*>/g)].map(([input]) => input)
  const of = (input: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? ''
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return Object.fromEntries(
    fields
      .filter((input) => of(input, 'type') !== 'checkbox' && of(input, 'type') !== 'submit')
      .map((input) => [of(input, 'name'), plain(of(input, 'value'))]),
  )
}

beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2 })
  sol = await joinClinic(db, clinic.clinicId)
  const details = { personName: 'Robin Ashdown', email: 'robin@example.org', phone: '020 7946 0152' }
  visit = await bookedVisit(db, clinic, '10:00', details)
  robin = await personOf(visit)
})

test('what it changes and touches is said before, with the address to read back; then it is done and stands on their page', async () => {
  for (const where of [consolePaths.person(robin), consolePaths.visit(visit)])
    expect((await ask(where)).html).toContain(page())
  const first = await opened()
  expect(first).toMatchObject({ name: 'Robin Ashdown', email: 'robin@example.org', phone: '020 7946 0152' })
  const looked = await ask(page(), sol, { ...first, name: 'Robin Brook', email: 'new@example.org', do: 'look' })
  expect(looked.status).toBe(200)
  expect(looked.text).toContain('Name: from Robin Ashdown to Robin Brook .')
  expect(looked.text).toContain('Email: from robin@example.org to new@example.org .')
  expect(looked.text).not.toContain('Phone: ')
  expect(looked.text).toContain('Read new@example.org back to them, letter by letter.')
  expect(looked.text).toContain('They hear anew of 1 visit to come')
  expect((await contact())?.email).toBe('robin@example.org')
  const carried = await opened(looked.html)
  const again = await ask(page(), sol, { ...carried, do: 'back' })
  expect(await opened(again.html)).toMatchObject({ name: 'Robin Brook', email: 'new@example.org' })
  const done = await ask(page(), sol, { ...carried, do: 'change' })
  expect([done.status, done.to]).toEqual([303, consolePaths.person(robin)])
  expect(await contact()).toEqual({ name: 'Robin Brook', email: 'new@example.org', phone: '020 7946 0152' })
  const after = await ask(consolePaths.person(robin))
  expect(after.text).toMatch(/Email: from robin@example\.org to new@example\.org \. Sol Maple did it, /)
  expect(after.text).toMatch(/Name: from Robin Ashdown to Robin Brook \. Sol Maple did it, /)
  // A second tap of the same button.
  expect((await ask(page(), sol, { ...carried, do: 'change' })).to).toBe(consolePaths.person(robin))
})

describe('what was typed', () => {
  test.each([
    ['no name', { name: ' ' }, 'Enter the name of the person who comes.'],
    ['a name that is too long', { name: 'x'.repeat(121) }, 'Use 120 characters or fewer.'],
    ['an email that is none', { email: 'robin@' }, 'Enter an email'],
    ['an email that is a slip', { email: 'robin@gmial.com' }, 'Did you mean robin@gmail.com?'],
    ['a phone that is none', { phone: '12' }, 'Enter a phone number with at least 5 digits.'],
    ['a phone that is too long', { phone: '1'.repeat(41) }, 'Use 40 characters or fewer.'],
    ['neither email nor phone', { email: '', phone: '' }, 'Enter a phone number or an email.'],
  ])('is asked for again: %s', async (_, typed, words) => {
    const answer = await ask(page(), sol, { ...(await opened()), ...typed, do: 'change' })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('<title>Error: Change name, email or phone')
    expect(answer.text).toContain(words)
    expect(await contact()).toMatchObject({ name: 'Robin Ashdown', email: 'robin@example.org' })
  })

  test('goes through where an email that looks like a slip is meant', async () => {
    const typed = { ...(await opened()), email: 'robin@gmial.com', addressIsMeant: 'yes', do: 'change' }
    expect((await ask(page(), sol, typed)).status).toBe(303)
    expect((await contact())?.email).toBe('robin@gmial.com')
  })

  test('is shown as it was typed, and never read as a page; what nobody can see is taken out', async () => {
    const hostile = '<img src=x onerror=alert(1)>"\u202eeve\u0000'
    const looked = await ask(page(), sol, { ...(await opened()), name: hostile, do: 'look' })
    expect(looked.html).not.toContain('<img src=x')
    for (const hidden of ['\u202e', '\u0000']) expect(looked.html).not.toContain(hidden)
    await ask(page(), sol, { ...(await opened(looked.html)), do: 'change' })
    const after = await ask(consolePaths.person(robin))
    expect(after.html).not.toContain('<img src=x')
    expect((await contact())?.name).toBe('<img src=x onerror=alert(1)>"eve')
  })

  test('that is no form leads to what stands now', async () => {
    const empty = await ask(page(), sol, {})
    expect([empty.status, empty.text.includes('Something of them has changed meanwhile.')]).toEqual([409, true])
    const forged = { name: 'X', email: 'x@example.org', phone: '', do: 'change', seen: 'x', shown: '{"name":1}' }
    expect((await ask(page(), sol, forged)).status).toBe(409)
    expect(await contact()).toMatchObject({ name: 'Robin Ashdown' })
  })
})

test('of two who change one person the second is told by whom, and what they did not touch is not put back', async () => {
  const ana = await joinClinic(db, clinic.clinicId, { name: 'Ana Quill' })
  const mine = { ...(await opened()), name: 'Robin Brook' }
  const hers = { ...(await opened()), phone: '020 7946 0999', do: 'change' }
  expect((await ask(page(), ana, hers)).status).toBe(303)
  for (const press of ['look', 'change']) {
    const told = await ask(page(), sol, { ...mine, do: press })
    expect(told.status).toBe(409)
    expect(told.text).toMatch(/Ana Quill changed something of them, .* Nothing of yours was done\./)
    expect(await opened(told.html)).toMatchObject({ name: 'Robin Brook', phone: '020 7946 0999' })
  }
  const told = await ask(page(), sol, { ...mine, do: 'look' })
  expect((await ask(page(), sol, { ...(await opened(told.html)), do: 'change' })).status).toBe(303)
  expect(await contact()).toEqual({ name: 'Robin Brook', email: 'robin@example.org', phone: '020 7946 0999' })
})

test('who is written to for a child is changed apart from the child', async () => {
  const child = await bookedVisit(db, clinic, '12:00', {
    ...{ personName: 'Kit Ashdown', contactName: 'Robin Ashdown', email: 'robin@example.org' },
  })
  const path = consolePaths.changePerson(await personOf(child))
  const form = await opened((await ask(path)).html)
  expect(form).toMatchObject({ name: 'Kit Ashdown', contactName: 'Robin Ashdown' })
  const looked = await ask(path, sol, { ...form, contactName: 'Dee Ashdown', email: 'dee@example.org', do: 'look' })
  expect(looked.text).toContain('Who is written to: from Robin Ashdown to Dee Ashdown .')
  expect(looked.text).toMatch(/Robin Ashdown is reached at the same email or phone, and keeps it\./)
  expect((await ask(path, sol, { ...form, contactName: '', do: 'look' })).text).toContain(
    'Enter the name of whoever is written to.',
  )
  await ask(path, sol, { ...(await opened(looked.html)), do: 'change' })
  expect(await contact()).toMatchObject({ name: 'Robin Ashdown', email: 'robin@example.org' })
})

test('two of one name and email are said to be shown as one from then on, with the page that says they are two', async () => {
  const son = await personOf(
    await bookedVisit(db, clinic, '12:00', { personName: 'Robin Ashdown', email: 'junior@example.org' }),
  )
  const looked = await ask(page(), sol, { ...(await opened()), email: 'junior@example.org', do: 'look' })
  expect(looked.text).toContain('Robin Ashdown (1 visit) would then have the same name and email')
  expect(looked.html).toContain(`href="${consolePaths.compare(robin, son)}"`)
})

test('everybody who books may do it, for people of their own clinic, and for nobody who was forgotten', async () => {
  for (const role of ['owner', 'manager', 'therapist', 'reception'] as const) {
    const member = await joinClinic(db, clinic.clinicId, { role })
    const form = await opened((await ask(page(), member)).html)
    expect((await ask(page(), member, { ...form, name: `Robin ${role}`, do: 'change' })).status).toBe(303)
  }
  const stranger = await joinClinic(db, (await makeTestClinic(db)).clinicId, { role: 'owner' })
  const form = await opened()
  expect((await ask(page(), stranger)).status).toBe(404)
  expect((await ask(page(), stranger, { ...form, name: 'Taken', do: 'change' })).status).toBe(404)
  expect((await ask(consolePaths.changePerson(stranger.memberId))).status).toBe(404)
  await db.admin.query(`insert into clinic.erasures (clinic_id, person_id, kept_until) values ($1, $2, '2040-01-01')`, [
    clinic.clinicId,
    robin,
  ])
  for (const fields of [undefined, { ...form, name: 'Taken', do: 'change' }]) {
    const refused = await ask(page(), sol, fields)
    expect([refused.status, refused.text.includes('asked to be forgotten')]).toEqual([409, true])
  }
  expect((await ask(consolePaths.person(robin))).html).not.toContain(page())
  expect((await contact())?.name).toBe('Robin reception')
})
