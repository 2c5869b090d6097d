/** Offers as staff make and end them, and a letter that carries one, over a real PostgreSQL. */
import { expect, test } from 'vitest'
import { bookedVisit, makeMember } from '../../../clinic/booking/test-staff.ts'
import { makeTestClinic } from '../../../clinic/booking/test-clinic.ts'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import { findLetter } from '../../../clinic/letters/read-letters.ts'
import type { Role } from '../../../clinic/people/members.ts'
import { createConsoleApp } from '../console-app.tsx'
import { consoleHome } from '../console.fixtures.ts'

const db = sharedDatabase()
const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }

async function staff(role: Role = 'owner') {
  const clinic = await makeTestClinic(db)
  const { clinicId } = clinic
  const memberId = await makeMember(db, clinicId, role)
  const who = { name: 'Amara', email: 'a@clinic.example', role, therapistId: null }
  const member = { clinicId, memberId, accountId: crypto.randomUUID(), ...who }
  const data = { app: db.app, directory: db.directory, secret: db.secret }
  const app = createConsoleApp(consoleHome({ signedIn: { ok: true, member }, data }))
  const see = async (path = '/console/offers') => (await app.request(path)).text()
  const send = async (fields: Readonly<Record<string, string>>, path = '/console/offers') => {
    const response = await app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() })
    return { status: response.status, body: await response.text(), to: response.headers.get('Location') ?? '' }
  }
  // The form that makes one is the last of the page.
  const keyIn = (body: string) => [...body.matchAll(/name="offer" value="([^"]+)"/g)].at(-1)?.[1] ?? ''
  const made = async (more: Readonly<Record<string, string>> = {}) =>
    send({ ...spring(clinic.serviceId), offer: keyIn(await see()), ...more })
  return { clinic, see, send, made, keyIn }
}
const day = (days: number) => Temporal.Now.plainDateISO('Europe/London').add({ days }).toString()
const spring = (service: string) => ({
  ...{ words: 'A first visit in spring', code: 'SPRING10', kind: 'percent', percent: '10', service },
  ...{ firstDay: day(0), lastDay: day(30), mostUses: '50' },
})

test('an offer is made once though its form is sent twice, listed with what is used, and ended', async () => {
  const { see, send, clinic, keyIn } = await staff()
  const offer = keyIn(await see())
  for (let times = 0; times < 2; times += 1)
    expect((await send({ ...spring(clinic.serviceId), offer })).status).toBe(303)
  const visit = await bookedVisit(db, clinic, '10:00', { personName: 'Robin', offerCode: 'spring10' })
  const page = await see()
  expect(page.match(/<strong><bdi>SPRING10/g)).toHaveLength(1)
  for (const words of ['A first visit in spring', '10 % off: First visit.', '1 of 50 used'])
    expect(page).toContain(words)
  expect(await see(`/console/visits/${visit}`)).toMatch(/£55\.80.*Offer <bdi>SPRING10<\/bdi>; usually £62/s)
  await send({ do: 'end', offer })
  expect(await see()).toContain('ended')
})

test('a form that has made its offer says so when it is changed and sent again, and then makes another one', async () => {
  const { see, send, clinic, keyIn } = await staff()
  const typed = spring(clinic.serviceId)
  const offer = keyIn(await see())
  await send({ ...typed, offer })
  for (const more of [{ code: 'SUMMER10' }, { percent: '20' }, { words: 'Other words' }, { lastDay: day(31) }]) {
    const again = await send({ ...typed, ...more, offer })
    expect(again.status).toBe(422)
    expect(again.body).toContain('<a href="#offers">This form has made an offer already: SPRING10 is in the list.')
    expect(again.body).toContain('id="offers"')
    expect(again.body).not.toContain('Another offer')
  }
  const { body } = await send({ ...typed, code: 'SUMMER10', offer })
  expect((await send({ ...typed, code: 'SUMMER10', offer: keyIn(body) })).status).toBe(303)
  await send({ do: 'end', offer })
  expect((await send({ ...typed, offer })).body).toContain('has made an offer already')
  expect((await see()).match(/of 50 used/g)).toHaveLength(1)
})

test('the fiftieth offer sent twice is made once, and one whose last day is past is not made', async () => {
  const { send, see, made, keyIn, clinic } = await staff()
  const past = await made({ firstDay: day(-9), lastDay: day(-1) })
  expect(past.status).toBe(422)
  expect(past.body).toContain('The last day is past.')
  for (let at = 1; at < 50; at += 1) await made({ code: `SPRING${at + 100}` })
  const fiftieth = { ...spring(clinic.serviceId), lastDay: day(0), offer: keyIn(await see()) }
  const both = await Promise.all([send(fiftieth), send(fiftieth)])
  expect([...both, await send(fiftieth)].map(({ status }) => status)).toEqual([303, 303, 303])
  expect((await made({ code: 'MORE10' })).body).toContain('There are fifty offers already.')
})

test('a code that another offer has, words about health, and a service of another clinic are refused with what was typed', async () => {
  const { made, see } = await staff()
  await made()
  const other = await staff()
  for (const [more, words] of [
    [{ code: 'spring 10' }, 'Another offer has this code.'],
    [{ code: 'NEW10', words: 'For your sciatica' }, 'is about somebody’s health'],
    [{ code: 'NEW10', words: 'The best in London' }, 'Nobody has shown who is better'],
    [{ code: 'NEW10', service: other.clinic.serviceId }, 'Choose at least one service.'],
  ] as const) {
    const refused = await made(more)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(words)
    expect(refused.body).toContain('50')
  }
  expect((await see()).match(/of 50 used/g)).toHaveLength(1)
})

test('whoever may not write letters sees and makes none, and nobody those of another clinic', async () => {
  const reception = await staff('reception')
  expect(await reception.see()).not.toContain('Offers with a code')
  expect((await reception.made()).status).toBe(404)
  const [one, other] = [await staff(), await staff()]
  await one.made({ code: 'MEADOW10' })
  expect(await one.see()).toContain('MEADOW10')
  expect(await other.see()).not.toContain('MEADOW10')
})

test('a letter carries an offer to readers of the clinic’s news alone, and says it as it stood when its time was set', async () => {
  const { made, see, send, clinic, keyIn } = await staff()
  await made()
  const form = await see('/console/letters/new')
  const offerId = /name="offer" value="([\da-f-]{36})"/.exec(form)?.[1] ?? ''
  const letter = /name="letter" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const typed = { letter, subject: 'Spring at Lantern', opening: '', offer: offerId }
  expect((await send({ ...typed, topic: 'guide-news' }, '/console/letters')).body).toContain('said yes to offers')
  expect(
    (await send({ ...typed, topic: 'clinic-news', offer: crypto.randomUUID() }, '/console/letters')).body,
  ).toContain('This offer has ended.')
  expect((await send({ ...typed, topic: 'clinic-news' }, '/console/letters')).status).toBe(303)
  expect(await see(`/console/letters/${letter}/look`)).toContain('Type the code SPRING10')
  const late = { do: 'scheduled', version: '0', day: day(30), time: '07:30', perMinute: '200' }
  expect((await send(late, `/console/letters/${letter}/acts`)).body).toContain('ends before readers could use it')
  const soon = { ...late, day: day(2) }
  expect((await send(soon, `/console/letters/${letter}/acts`)).status).toBe(303)
  await db.admin.query(`update clinic.price_offers set words = 'Changed' where clinic_id = $1`, [clinic.clinicId])
  const kept = await findLetter(db.app, clinic.clinicId, letter)
  expect(kept?.offer?.title).toBe('A first visit in spring')
  expect(keyIn(await see())).not.toBe('')
})
