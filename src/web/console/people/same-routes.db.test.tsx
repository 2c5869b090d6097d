/** Making one record of two as staff do it, page by page. */
import { beforeEach, describe, expect, test } from 'vitest'
import { makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { bookedVisit } from '../../../clinic/booking/test-staff.ts'
import { joinClinic } from '../../../clinic/calendar/test-calendar.ts'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import type { Member } from '../../../clinic/people/members.ts'
import { createConsoleApp } from '../console-app.tsx'
import { consoleHome } from '../console.fixtures.ts'

const db = sharedDatabase()
let clinic: TestClinic
let member: Member
let older: string
let newer: string
const ended: string[] = []

const signIns = {
  known: (addresses: readonly string[]) => Promise.resolve(addresses),
  end: (address: string) => {
    ended.push(address)
    return Promise.resolve()
  },
}
const app = (who = member) =>
  createConsoleApp({
    ...consoleHome({
      signedIn: { ok: true, member: who },
      data: { app: db.app, directory: db.directory, secret: db.secret },
    }),
    signIns: () => signIns,
  })
const get = async (path: string, who = member) => {
  const response = await app(who).request(path)
  return { status: response.status, body: await response.text(), to: response.headers.get('Location') }
}
const post = async (path: string, fields: Readonly<Record<string, string>>, who = member) => {
  const response = await app(who).request(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: response.status, body: await response.text(), to: response.headers.get('Location') }
}
const personOf = async (visit: string) =>
  String(
    (await db.admin.query('select person_id from clinic.appointments where appointment_id = $1', [visit])).rows[0]
      .person_id,
  )
const path = () => `/console/people/${older}/same/${newer}`
const seen = async () => /name="seen" value="([^"]+)"/.exec((await get(path())).body)?.[1] ?? ''

beforeEach(async () => {
  ended.length = 0
  clinic = await makeTestClinic(db)
  member = await joinClinic(db, clinic.clinicId)
  const phone = '020 7946 0152'
  older = await personOf(
    await bookedVisit(db, clinic, '10:00', { personName: 'Nadia <b>Fleet</b>', email: 'work@example.org', phone }),
  )
  newer = await personOf(
    await bookedVisit(db, clinic, '12:00', { personName: 'N <b>Fleet</b>', email: 'home@example.org', phone }),
  )
})

describe('two records of one person', () => {
  test('are told on the page of people, listed once, and laid side by side with what differs to choose', async () => {
    expect((await get('/console/people')).body).toContain('Two records may be one person')
    const list = (await get('/console/people/same')).body
    expect(list.match(/Compare/g)).toHaveLength(1)
    expect(list).not.toContain('<b>Fleet')
    const { body } = await get(path())
    expect(body).toContain('work@example.org')
    expect(body).toContain('home@example.org')
    expect(body.match(/type="radio"/g)).toHaveLength(4)
    expect(body).toContain('They sign in with both.')
  })

  test('are not made one before it is chosen what stays, and what was chosen stays chosen', async () => {
    const answer = await post(path(), { seen: await seen(), name: newer })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Choose what stays: email and sign-in.')
    expect(answer.body).toMatch(new RegExp(`name="name"[^>]*value="${newer}"[^>]*checked`))
    expect((await post(path(), { seen: await seen(), name: member.memberId, contact: newer })).status).toBe(422)
    expect((await get(path())).status).toBe(200)
  })

  test('are one afterwards: the page says so from what is kept, the other address is signed out, the old page leads on', async () => {
    const fields = { seen: await seen(), name: older, contact: newer }
    const answer = await post(path(), fields)
    expect(answer).toMatchObject({ status: 303, to: `/console/people/${older}` })
    expect(ended).toEqual(['work@example.org'])
    const { body } = await get(`/console/people/${older}`)
    expect(body).toContain('made this one record of two')
    expect(body).toContain('2 visits')
    expect((await get(`/console/people/${newer}`)).to).toBe(`/console/people/${older}`)
    // A second tap, and Back and again.
    expect(await post(path(), fields)).toMatchObject({ status: 303, to: `/console/people/${older}` })
    expect((await get('/console/people')).body).not.toContain('may be one person')
  })

  test('are two again when it is undone', async () => {
    await post(path(), { seen: await seen(), name: older, contact: newer })
    const { body } = await get(`/console/people/${older}`)
    const merge = /name="merge" value="([^"]+)"/.exec(body)?.[1] ?? ''
    expect(await post(`/console/people/${older}/unmerge`, { merge })).toMatchObject({ status: 303, to: path() })
    expect((await get(path())).status).toBe(200)
    expect((await post(`/console/people/${older}/unmerge`, { merge })).status).toBe(303)
    expect((await get(`/console/people/${older}`)).body).not.toContain('made this one record')
  })

  test('are never asked about again once they are two people', async () => {
    expect(await post(`${path()}/different`, {})).toMatchObject({ status: 303, to: '/console/people/same' })
    expect((await get('/console/people/same')).body).toContain('No two records look like one person.')
    expect((await get('/console/people')).body).not.toContain('may be one person')
    expect((await get(`/console/people/${older}`)).body).not.toContain('May be the same')
  })

  test('of whom a colleague answered that they are two are not made one from a page that does not say so', async () => {
    const fields = { seen: await seen(), name: older, contact: newer }
    const colleague = await joinClinic(db, clinic.clinicId, { name: 'Ash Rowan' })
    await post(`${path()}/different`, {}, colleague)
    const answer = await post(path(), fields)
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('it was answered that they are two people. Nothing was done. Look again')
    expect(answer.body).toContain('<bdi>Ash Rowan</bdi> answered that they are two people')
    expect(answer.body).not.toContain('/different"')
    expect(ended).toEqual([])
    expect((await get(`/console/people/${newer}`)).status).toBe(200)
    // A page that says so can be decided on anew: an answer may have been wrong.
    expect((await get(path())).body).toContain('<bdi>Ash Rowan</bdi> answered that they are two people')
    expect((await post(path(), { ...fields, seen: await seen() })).status).toBe(303)
  })

  test('that were made one lead whoever answers on an old page to the record that stays', async () => {
    await post(path(), { seen: await seen(), name: older, contact: newer })
    const kept = { status: 303, to: `/console/people/${older}` }
    expect(await post(`${path()}/different`, {})).toMatchObject(kept)
    expect(await get(path())).toMatchObject(kept)
    const stranger = await joinClinic(db, (await makeTestClinic(db)).clinicId, { role: 'owner' })
    expect((await get(path(), stranger)).status).toBe(404)
  })

  test('that changed since the page was opened are shown as they stand now', async () => {
    const then = await seen()
    await db.admin.query(`update clinic.contacts set name = 'Noor' where email = 'home@example.org'`)
    const answer = await post(path(), { seen: then, name: older, contact: newer })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('One of the two has changed meanwhile.')
    expect(ended).toEqual([])
  })

  test('of another clinic are nobody’s here, and hostile ids are answered alike', async () => {
    const stranger = await joinClinic(db, (await makeTestClinic(db)).clinicId, { role: 'owner' })
    expect((await get(path(), stranger)).status).toBe(404)
    expect((await post(path(), { seen: '', name: older, contact: older }, stranger)).status).toBe(404)
    expect((await post(`${path()}/different`, {}, stranger)).status).toBe(404)
    expect((await post(`/console/people/${older}/unmerge`, { merge: newer }, stranger)).status).toBe(404)
    for (const bad of [`/console/people/${older}/same/${older}`, `/console/people/${older}/same/x'--`])
      expect([(await get(bad)).status, (await post(bad, {})).status]).toEqual([404, 404])
  })
})
