/** Calendar feeds as calendar programs fetch them, read back by two parsers, over a real PostgreSQL. */
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { privateToken } from '../../../clinic/booking/private-link.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { makeVisit } from '../../../clinic/mail/mail.fixtures.ts'
import type { Member } from '../../../clinic/people/members.ts'
import { createConsoleApp } from '../../console/console-app.tsx'
import { consoleHome } from '../../console/console.fixtures.ts'
import { visitUid } from '../../../interop/visit-calendar.ts'
import type { BookingHome } from '../find-home.ts'
import { frame } from '../find.fixtures.ts'
import { createBookingApp } from '../booking/booking-app.tsx'

const db = testDatabase()
const dataNow = () => ({ app: db.app, directory: db.directory, secret: db.secret })
const home: BookingHome = {
  frame,
  data: dataNow,
  addressOf: () => undefined,
  origin: () => 'https://unclench.test',
}
const app = createBookingApp(home)
let clinic: TestClinic
let member: Member
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2 })
  const therapistId = clinic.therapists[0] ?? ''
  const accountId = crypto.randomUUID()
  const { rows } = await db.admin.query<{ id: string }>(
    `insert into clinic.members (clinic_id, name, email, role, therapist_id, account_id, joined_at)
     values ($1, 'Ines Q', 'ines@lantern.example', 'therapist', $2, $3, now()) returning member_id as id`,
    [clinic.clinicId, therapistId, accountId],
  )
  const memberId = rows[0]?.id ?? ''
  member = {
    ...{ clinicId: clinic.clinicId, memberId, accountId, therapistId },
    name: 'Ines Q',
    email: 'x@y.example',
    role: 'therapist',
  }
})

const visit = async (wall: string, person = 'Robin Ashdown', therapist = 0) => {
  const { clinicId, locationId, serviceId, therapists } = clinic
  const ids = { clinicId, locationId, serviceId, therapistId: therapists[therapist] ?? '' }
  const startsAt = dayAfterTomorrow(wall)
  const appointmentId = await makeVisit(db.admin, ids, { startsAt, personName: person, contactName: person })
  const page = `/visits/${privateToken(db.secret, 'visit', { clinicId, appointmentId })}/calendar`
  return { appointmentId, startsAt, page }
}
const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers })
  return { status: answer.status, body: await answer.text(), headers: answer.headers }
}
const post = (path: string, what: string) =>
  app.request(path, { method: 'POST', body: new URLSearchParams({ do: what }) })
const staff = (fields?: Readonly<Record<string, string>>, who = member) =>
  createConsoleApp(consoleHome({ signedIn: { ok: true, member: who }, data: dataNow() })).request(
    '/console/feed',
    fields && { method: 'POST', body: new URLSearchParams(fields) },
  )
const feedIn = (html: string) => /https?:\/\/[^/"]+(\/feeds\/[\w-]+\.ics)/.exec(html)?.[1] ?? ''
const eventsOf = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((part) => ({
    uid: String(part.getFirstPropertyValue('uid')),
    sequence: Number(part.getFirstPropertyValue('sequence')),
    status: String(part.getFirstPropertyValue('status')),
    summary: String(part.getFirstPropertyValue('summary')),
    start: new ICAL.Event(part).startDate.toJSDate().getTime(),
  }))

describe('a person’s feed', () => {
  test('is made by a button, holds their own visits alone, and two readers take it at the right instant', async () => {
    const own = await visit('10:00')
    await visit('12:00', 'Somebody Else')
    expect(feedIn((await get(own.page)).body)).toBe('')
    expect((await post(own.page, 'make')).status).toBe(303)
    const path = feedIn((await get(own.page)).body)
    const { body, headers } = await get(path)
    expect(headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(eventsOf(body)).toEqual([
      {
        uid: visitUid(own.appointmentId),
        sequence: 0,
        status: 'CONFIRMED',
        summary: 'Visit: Lantern Physio',
        start: own.startsAt,
      },
    ])
    const read = Object.values(nodeIcal.sync.parseICS(body)).find((part) => part?.type === 'VEVENT')
    expect(read?.type === 'VEVENT' && read.start.getTime()).toBe(own.startsAt)
    expect(body).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:PT15M/)
    expect(body).not.toMatch(/Somebody|Ashdown|bowels|First visit|\/visits\//)
  })

  test('comes as it is, and is packed for nobody: some calendars ask for that and cannot read it', async () => {
    const own = await visit('10:00')
    await post(own.page, 'make')
    const path = feedIn((await get(own.page)).body)
    const packing = new Hono().use(compress()).route('/', app)
    const packed = async (at: string) =>
      (await packing.request(at, { headers: { 'Accept-Encoding': 'gzip' } })).headers.get('Content-Encoding')
    expect([await packed(own.page), await packed(path)]).toEqual(['gzip', null])
  })

  test('promises no visit that was booked by itself: that one has an address of its own', async () => {
    const own = await visit('10:00')
    await visit('12:00')
    await post(own.page, 'make')
    const page = (await get(own.page)).body
    expect(eventsOf((await get(feedIn(page))).body)).toHaveLength(1)
    expect(page).toContain('A visit that you book by itself has an address of its own.')
    expect((await get(own.page.replace('/calendar', ''))).body).not.toContain('all my visits')
  })

  test('says a moved and a cancelled visit with the same UID and a higher number', async () => {
    const own = await visit('10:00')
    await post(own.page, 'make')
    const path = feedIn((await get(own.page)).body)
    const before = (await get(path)).body
    await db.admin.query(
      `update clinic.appointments set state = 'cancelled', version = 1, changed_at = now() + interval '1 minute'
       where appointment_id = $1`,
      [own.appointmentId],
    )
    const after = (await get(path)).body
    expect(eventsOf(after)).toMatchObject([{ uid: eventsOf(before)[0]?.uid, sequence: 1, status: 'CANCELLED' }])
    const warns = (file: string) => file.replaceAll('\r\n ', '').includes('does not cancel the visit')
    expect([warns(before), warns(after)]).toEqual([true, false])
    expect(/LAST-MODIFIED:(\S+)/.exec(after)?.[1]).not.toBe(/LAST-MODIFIED:(\S+)/.exec(before)?.[1])
  })

  test('answers "still the same" until something is changed', async () => {
    const own = await visit('10:00')
    await post(own.page, 'make')
    const path = feedIn((await get(own.page)).body)
    const tag = (await get(path)).headers.get('ETag') ?? ''
    expect(tag).not.toBe('')
    expect((await get(path, { 'If-None-Match': tag })).status).toBe(304)
    await db.admin.query('update clinic.appointments set version = 1 where appointment_id = $1', [own.appointmentId])
    expect((await get(path, { 'If-None-Match': tag })).status).toBe(200)
  })

  test('says so at once when a visit goes out of it, however a calendar asks for what is new', async () => {
    const own = await visit('10:00')
    await post(own.page, 'make')
    const path = feedIn((await get(own.page)).body)
    const first = await get(path)
    const tag = first.headers.get('ETag') ?? ''
    expect(first.body).toContain('STATUS:CONFIRMED')
    await db.admin.query(
      `update clinic.appointments set state = 'cancelled', version = version + 1 where appointment_id = $1`,
      [own.appointmentId],
    )
    const later = new Date(Date.now() + 3_600_000).toUTCString()
    for (const asked of [{ 'If-None-Match': tag }, { 'If-Modified-Since': later }]) {
      const answered = await get(path, asked)
      expect([answered.status, answered.body.includes('STATUS:CONFIRMED')]).toEqual([200, false])
    }
  })

  test('has a visit at which nobody would be there as uncertain, and as certain again once somebody is', async () => {
    const own = await visit('10:00')
    const other = await visit('10:00', 'Robin Ashdown', 1)
    await db.admin.query(
      `update clinic.appointments a set person_id = b.person_id from clinic.appointments b
       where a.appointment_id = $1 and b.appointment_id = $2`,
      [other.appointmentId, own.appointmentId],
    )
    await post(own.page, 'make')
    const path = feedIn((await get(own.page)).body)
    const seen = async () => eventsOf((await get(path)).body).map(({ status, summary }) => `${status} ${summary}`)
    const certain = 'CONFIRMED Visit: Lantern Physio'
    expect(await seen()).toEqual([certain, certain])
    const tag = (await get(path)).headers.get('ETag') ?? ''
    await db.admin.query(
      `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day)
       select clinic_id, therapist_id, starts_at::date, starts_at::date from clinic.appointments where appointment_id = $1`,
      [own.appointmentId],
    )
    expect((await get(path, { 'If-None-Match': tag })).status).toBe(200)
    expect((await seen()).toSorted()).toEqual([certain, 'TENTATIVE Ring first: Lantern Physio'])
    await db.admin.query(`update clinic.appointments set state = 'cancelled' where appointment_id = $1`, [
      own.appointmentId,
    ])
    expect((await seen()).toSorted()).toEqual(['CANCELLED Visit: Lantern Physio', certain])
    await db.admin.query('delete from clinic.absences where clinic_id = $1', [clinic.clinicId])
    await db.admin.query(`update clinic.appointments set state = 'confirmed' where appointment_id = $1`, [
      own.appointmentId,
    ])
    expect(await seen()).toEqual([certain, certain])
  })

  test('stands with one address however often "make" is pressed; a new one ends the old, and it can be ended', async () => {
    const own = await visit('10:00')
    await Promise.all([1, 2, 3].map(() => post(own.page, 'make')))
    const first = feedIn((await get(own.page)).body)
    await post(own.page, 'renew')
    const second = feedIn((await get(own.page)).body)
    expect(second).not.toBe(first)
    expect((await get(first)).status).toBe(404)
    expect((await get(second)).status).toBe(200)
    await post(own.page, 'end')
    const [ended, never] = await Promise.all([get(second), get(second.replace(/.\.ics$/, 'A.ics'))])
    expect([ended.status, ended.body]).toEqual([never.status, never.body])
  })

  test('says when a calendar fetched it last, and is in no table as it stands in the address', async () => {
    const own = await visit('10:00')
    await post(own.page, 'make')
    const path = feedIn((await get(own.page)).body)
    expect((await get(own.page)).body).toContain('No calendar has fetched it yet.')
    await get(path)
    expect((await get(own.page)).body).toContain('A calendar fetched it last on')
    const { rows } = await db.admin.query<{ all: string }>(
      'select string_agg(f::text, $1) as all from clinic.calendar_feeds f',
      [''],
    )
    const token = /feeds\/([\w-]+)/.exec(path)?.[1] ?? ''
    expect(rows[0]?.all).not.toContain(token.slice(22))
  })

  test('is changed by no looking at its page', async () => {
    const own = await visit('10:00')
    for (let time = 0; time < 3; time += 1) await get(own.page)
    expect(
      (await db.admin.query('select from clinic.calendar_feeds where clinic_id = $1', [clinic.clinicId])).rows,
    ).toEqual([])
  })
})

describe('a therapist’s feed', () => {
  const made = async (fields = {}) => {
    await staff({ do: 'make', ...fields })
    return feedIn(await (await staff()).text())
  }

  test('holds their own visits and names nobody, unless initials are asked for', async () => {
    await visit('10:00')
    await visit('12:00', 'Other Person', 1)
    const path = await made()
    expect(eventsOf((await get(path)).body).map(({ summary }) => summary)).toEqual(['Visit'])
    expect(await made({ initials: 'yes' })).toBe(path)
    const { body } = await get(path)
    expect(eventsOf(body).map(({ summary }) => summary)).toEqual(['Visit: RA'])
    expect(body).not.toMatch(/Robin|Ashdown|Other|First visit/)
  })

  test('marks the visits at which they are away, or the place is shut, until they are asked for another time or can be kept', async () => {
    await visit('10:00')
    await visit('14:00', 'Kit Orme')
    const path = await made({ initials: 'yes' })
    const seen = async () => eventsOf((await get(path)).body).map(({ status, summary }) => `${status} ${summary}`)
    const day = `(select min((starts_at at time zone 'Europe/London')::date) from clinic.appointments where clinic_id = $1)`
    expect(await seen()).toEqual(['CONFIRMED Visit: RA', 'CONFIRMED Visit: KO'])
    await db.admin.query(
      `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day, from_time, to_time)
       select clinic_id, therapist_id, ${day}, ${day}, '09:00', '12:00' from clinic.therapists where clinic_id = $1 and therapist_id = $2`,
      [clinic.clinicId, member.therapistId],
    )
    expect(await seen()).toEqual(['TENTATIVE Away then: RA', 'CONFIRMED Visit: KO'])
    const file = (await get(path)).body.replace(/\r\n /g, '')
    expect(file).toContain('Nobody was asked yet to choose another time.')
    expect(file).not.toContain('Ring before you come')
    await db.admin.query('delete from clinic.absences where clinic_id = $1', [clinic.clinicId])
    await db.admin.query(
      `insert into clinic.closures (clinic_id, location_id, first_day, last_day, reason) values ($1, $2, ${day}, ${day}, 'holiday')`,
      [clinic.clinicId, clinic.locationId],
    )
    expect(await seen()).toEqual(['TENTATIVE Shut then: RA', 'TENTATIVE Shut then: KO'])
    expect(eventsOf((await get(await made())).body).map(({ summary }) => summary)).toEqual(['Shut then', 'Shut then'])
    await db.admin.query(`update clinic.appointments set state = 'cancelled' where clinic_id = $1`, [clinic.clinicId])
    expect(await seen()).toEqual(['CANCELLED Visit', 'CANCELLED Visit'])
  })

  test('ends when the member leaves the clinic', async () => {
    await visit('10:00')
    const path = await made()
    expect((await get(path)).status).toBe(200)
    await db.admin.query('update clinic.members set left_at = now() where member_id = $1', [member.memberId])
    expect((await get(path)).status).toBe(404)
  })

  test('is for those who treat: nobody else makes one', async () => {
    const other = { ...member, role: 'owner', therapistId: null } as const
    expect((await staff(undefined, other)).status).toBe(404)
    expect((await staff({ do: 'make' }, other)).status).toBe(404)
  })
})

test.each(['', 'x', 'a'.repeat(54), `${'A'.repeat(54)}`, '%00', `${'_'.repeat(54)}`])(
  '“/feeds/%s.ics” is nothing',
  async (token) => {
    expect((await get(`/feeds/${token}.ics`)).status).toBe(404)
  },
)
