/** Changing a clinic that has visits: what stands stays as it was booked, and what no longer fits is listed first. */
import { beforeEach, describe, expect, test } from 'vitest'
import { makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { loadAvailability } from '../../../clinic/availability/load-availability.ts'
import { listSlots } from '../../../clinic/availability/slots.ts'
import { makeMember } from '../../../clinic/booking/test-staff.ts'
import { answerHoliday, proposedHolidays } from '../../../clinic/calendar/holiday-answers.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { movedNeighbours, sharedDatabase } from '../../../clinic/db/test-database.ts'
import type { Member, Role } from '../../../clinic/people/members.ts'
import { browser } from './clinic.fixtures.ts'
import { sentAtReturn } from '../../ui/at-return.fixtures.ts'

const db = sharedDatabase()
const soon = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 3 }).withPlainTime('19:00')
const shared: { clinic?: TestClinic; visit?: string } = {}
const clinic = () => {
  if (!shared.clinic) throw new Error('no clinic yet')
  return shared.clinic
}
const therapist = () => clinic().therapists[0] ?? ''

const one = async (text: string, values: readonly unknown[]) =>
  (await db.admin.query<{ id: string }>(text, [...values])).rows[0]?.id ?? ''

beforeEach(async () => {
  shared.clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
  const { clinicId, locationId, serviceId } = clinic()
  const person = await one(
    `insert into clinic.persons (clinic_id, name) values ($1, 'Nadia') returning person_id as id`,
    [clinicId],
  )
  const contact = await one(
    `insert into clinic.contacts (clinic_id, name, email) values ($1, 'Nadia', 'n@people.example') returning contact_id as id`,
    [clinicId],
  )
  shared.visit = await one(
    `insert into clinic.appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before,
       pause_after, price_pence, free_until, late_fee_pence, person_id, contact_id, payer, booking_key)
     values ($1, 'confirmed', $2, $3, $4, $5, $6, 0, 0, 6200, $5, 3000, $7, $8, 'self', gen_random_uuid())
     returning appointment_id as id`,
    [clinicId, serviceId, therapist(), locationId, iso(0), iso(45), person, contact],
  )
})
const iso = (minutes: number) => soon.add({ minutes }).toInstant().toString()

const memberAs = (role: Role): Member => ({
  ...{ clinicId: clinic().clinicId, memberId: crypto.randomUUID(), accountId: crypto.randomUUID() },
  ...{ name: 'Wren Holly', email: 'wren@lantern.example', role, therapistId: null },
})
const at = () => browser(db, memberAs('owner'), Temporal.Now.instant())

/** The visit's row, whole. */
const visitRow = async () =>
  (await db.admin.query('select a.*, xmin from clinic.appointments a where appointment_id = $1', [shared.visit])).rows

/** How many times can be had of a therapist in the days round the visit. */
const slots = (service = clinic().serviceId) =>
  inClinic(db.app, clinic().clinicId, async (trx) => {
    const day = soon.toPlainDate().toString()
    const now = Temporal.Now.instant()
    const input = await loadAvailability(trx, { now, firstDay: day, lastDay: day, service, therapists: [therapist()] })
    return input.therapists.length === 0 ? 0 : listSlots(input, { service, therapist: therapist() }).slots.length
  })

describe('a place that is new', () => {
  test('is shut on the bank holidays on which the clinic has said that it is, of its own nation', async () => {
    const { clinicId } = clinic()
    const [first, second] = await proposedHolidays(db.app, clinicId)
    if (!first || !second) throw new Error('none proposed')
    const memberId = await makeMember(db, clinicId, 'owner')
    for (const [{ day, nation }, isClosed] of [[first, true] as const, [second, false] as const])
      await answerHoliday(db.app, { ...memberAs('owner'), memberId }, { day, nation, isClosed })
    const shut = async (name: string) =>
      (
        await db.admin.query<{ day: string; reason: string }>(
          `select c.first_day::text as day, c.reason from clinic.closures c join clinic.locations l using (clinic_id, location_id)
           where clinic_id = $1 and l.name = $2`,
          [clinicId, name],
        )
      ).rows
    const opened = {
      placeName: 'Mile End',
      street: '1 Old Road',
      town: 'London',
      postcode: 'E3 9ZZ',
      position: '51.52, -0.03',
    }
    const made = await at().send('/console/clinic/places/new', opened)
    expect(made.status).toBe(303)
    expect(await shut('Mile End')).toEqual([{ day: first.day, reason: first.name }])
    await at().send('/console/clinic/places/new', { ...opened, placeName: 'Leith', country: 'scotland' })
    expect(await shut('Leith')).toEqual([])
    // What a therapist is kept free for between the two, though both stand at one door here.
    expect((await at().get('/console/clinic/place')).text).toContain('Leith and Mile End 15 minutes')
  })
})

describe('an invitation that came back', () => {
  test('is shown on Team with why to an owner, and to nobody else', async () => {
    const member = await one(
      `insert into clinic.members (clinic_id, name, email, role) values ($1, 'Odo', 'odo@lantern.example', 'reception')
       returning member_id as id`,
      [clinic().clinicId],
    )
    const team = async (role: Role) =>
      (await browser(db, memberAs(role), Temporal.Now.instant()).get('/console/clinic/team')).text
    expect(await team('owner')).not.toContain('Invitation came back')
    await db.admin.query(
      `insert into clinic.invitations (clinic_id, member_id, came_back) values ($1, $2, '550 No such user')`,
      [clinic().clinicId, member],
    )
    expect(await team('owner')).toContain('Nobody got it at odo@lantern.example : 550 No such user')
    expect(await team('manager')).not.toContain('550')
  })
})

describe('new hours', () => {
  const path = () => `/console/clinic/hours/${therapist()}`
  const changePath = async () => {
    const { html } = await at().get('/console/clinic/hours')
    const found = [...html.matchAll(/href="([^"]*\?rota=[^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    return found.find((href) => href.includes(therapist())) ?? ''
  }
  const shorter = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].flatMap((day) => [
      [`from-${day}-a`, '8:00'],
      [`to-${day}-a`, '19:30'],
    ]),
  )

  test('that would leave a visit outside list it first, and save nothing', async () => {
    const before = await visitRow()
    const answer = await at().send(await changePath(), shorter)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('One visit would lie outside these hours')
    expect(answer.text).toContain('19:00 (London time)')
    expect(answer.html).toContain('value="19:30"')
    // Hours that are put right by Return are looked at again, and not saved as if these visits were meant.
    expect(sentAtReturn(answer.html, 'name="from-1-a"')).toBe('')
    expect(await visitRow()).toEqual(before)
    const { rows } = await db.admin.query('select distinct to_time from clinic.hours where therapist_id = $1', [
      therapist(),
    ])
    expect(rows).toEqual([{ to_time: '20:00:00' }])
  })

  test('that are meant are saved, the visit stands as it was, and stays listed until somebody moves it', async () => {
    const before = await visitRow()
    const listed = await at().send(await changePath(), shorter)
    const answer = await at().resend(listed, { meant: 'yes' })
    expect(answer).toMatchObject({ status: 303, location: '/console/clinic/hours' })
    expect(await visitRow()).toEqual(before)
    const home = await at().get('/console/clinic')
    expect(home.text).toContain('One visit lies outside the hours')
    expect(home.html).toContain(`/console/visits/${shared.visit}`)
  })

  test('that are longer are kept for those who wait; shorter ones free nothing', async () => {
    await db.admin.query(
      `insert into clinic.waiting_entries (clinic_id, join_key, service_id, weekdays, from_time, to_time, first_day,
         last_day, person_name, contact_name, email, payer) values ($1, gen_random_uuid(), $2, '{1,2,3,4,5,6,7}', '00:00', '24:00', current_date,
         current_date + 30, 'Ash', 'Ash', 'ash@example.org', 'self')`,
      [clinic().clinicId, clinic().serviceId],
    )
    const noted = async () =>
      (
        await db.admin.query(
          'select therapist_id from clinic.freed_times where clinic_id = $1 and during @> $2::timestamptz',
          [clinic().clinicId, iso(0)],
        )
      ).rows
    await at().resend(await at().send(await changePath(), shorter), { meant: 'yes' })
    expect(await noted()).toEqual([])
    const longer = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`to-${day}-a`, '20:30']))
    expect((await at().send(await changePath(), { ...shorter, ...longer })).status).toBe(303)
    expect(await noted()).toEqual([{ therapist_id: therapist() }])
  })

  test('that hold every visit are saved at once, from today on, and the past keeps what it had', async () => {
    const longer = { ...shorter, ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`to-${day}-a`, '21:00'])) }
    expect((await at().send(await changePath(), longer)).status).toBe(303)
    const today = Temporal.Now.plainDateISO('Europe/London')
    const { rows } = await db.admin.query(
      `select to_time, valid_from::text, valid_until::text, count(*)::int as n from clinic.hours where therapist_id = $1
       group by 1, 2, 3 order by 2`,
      [therapist()],
    )
    expect(rows).toEqual([
      { to_time: '20:00:00', valid_from: '2020-01-01', valid_until: today.subtract({ days: 1 }).toString(), n: 7 },
      { to_time: '21:00:00', valid_from: today.toString(), valid_until: null, n: 7 },
    ])
  })

  test('pressed twice are saved once, and over another’s change are refused with everything typed', async () => {
    const page = await at().get(path())
    const more = { 'from-1-a': '20:00', 'to-1-a': '21:00' }
    expect((await at().resend(page, more)).status).toBe(303)
    expect((await at().resend(page, more)).status).toBe(303)
    const late = await at().resend(page, { ...more, 'to-1-a': '22:00' })
    expect(late.status).toBe(409)
    expect(late.html).toContain('value="22:00"')
    const { rows } = await db.admin.query(`select from clinic.hours where therapist_id = $1 and from_time = '20:00'`, [
      therapist(),
    ])
    expect(rows).toHaveLength(1)
  })

  test('cannot begin before this week, or have somebody in two places', async () => {
    const monday = Temporal.Now.plainDateISO('Europe/London')
    const early = monday.subtract({ days: monday.dayOfWeek }).toString()
    expect((await at().send(path(), { 'from-1-a': '8', 'to-1-a': '9', validFrom: early })).text).toContain(
      'this week or later',
    )
    const other = await one(
      `insert into clinic.locations (clinic_id, name, street, town, postcode, latitude, longitude, zone, country)
       values ($1, 'Bow', '1 Bow', 'London', 'E3 9ZZ', 51.5, 0, 'Europe/London', 'england') returning location_id as id`,
      [clinic().clinicId],
    )
    const clash = await at().send(path(), { 'from-1-a': '8', 'to-1-a': '9', place: other })
    expect(clash.status).toBe(422)
    expect(clash.text).toContain('At this time they are at Bethnal Green.')
  })
})

describe('a visit that stands', () => {
  test('keeps its price, length and policy when the service changes', async () => {
    const before = await visitRow()
    const service = `/console/clinic/services/${clinic().serviceId}`
    expect((await at().send(service, { price: '99', minutes: '30', pauseAfter: '20' }, service)).status).toBe(303)
    // A notice of three days hides times on whatever day and hour this is asked: that is seen first.
    const asked = await at().send('/console/clinic/rules', { notice: '72', freeUntilHours: '48', lateFee: '50' })
    const [, meantFewer = ''] = /name="meantFewer" value="([^"]+)"/.exec(asked.html) ?? []
    expect((await at().resend(asked, { meantFewer })).status).toBe(303)
    expect(await visitRow()).toEqual(before)
    const { rows } = await db.admin.query(
      'select price_pence, minutes, free_until_hours, late_fee_pence from clinic.services where service_id = $1',
      [clinic().serviceId],
    )
    expect(rows).toEqual([{ price_pence: 9900, minutes: 30, free_until_hours: 48, late_fee_pence: 5000 }])
    // The rules are those of every service; nothing else of another one changes.
    const moved = await movedNeighbours(db)
    expect(moved.filter((row) => !row.startsWith('clinic.services:'))).toEqual([])
    const { rows: others } = await db.admin.query(
      `select distinct price_pence from clinic.services where clinic_id = $1 and service_id <> $2 order by 1`,
      [clinic().clinicId, clinic().serviceId],
    )
    expect(others.map(({ price_pence }) => price_pence)).toEqual([1300, 5100])
  })

  test('at a place that gets another address is told to staff: nobody else would say so before a reminder does', async () => {
    const place = '/console/clinic/place'
    await db.admin.query(`update clinic.locations set postcode = 'E2 9ZZ' where location_id = $1`, [
      clinic().locationId,
    ])
    const same = await at().send(place, { wayThere: 'The blue door.', position: '51.527, -0.055' }, place)
    expect([same.status, same.location]).toEqual([303, place])
    const moved = await at().send(place, { street: '9 New Road' }, place)
    expect(moved.status).toBe(303)
    const page = await at().get(moved.location ?? '')
    expect(page.text).toContain('The new address is kept. 1 visit is booked there, and nobody was told.')
    expect((await at().get(`${place}?moved=<b>`)).text).not.toContain('nobody was told')
  })

  test('at a place that gets another address is written about once, at the wish of staff, and rung where there is no email', async () => {
    const { clinicId, locationId } = clinic()
    const owner = { ...memberAs('owner'), memberId: await makeMember(db, clinicId, 'owner') }
    const mine = () => browser(db, owner, Temporal.Now.instant())
    const place = '/console/clinic/place'
    const tell = `/console/clinic/places/${locationId}/tell`
    const told = async () =>
      (
        await db.admin.query(
          `select m.version, m.kind, m.address from clinic.mails m where clinic_id = $1 and m.kind = 'moved' order by version`,
          [clinicId],
        )
      ).rows
    await db.admin.query(`update clinic.locations set postcode = 'E2 9ZZ' where location_id = $1`, [locationId])
    await mine().send(place, { wayThere: 'The blue door.', position: '51.527, -0.055' }, place)
    const moved = await mine().send(place, { street: '9 New Road' }, place)
    const page = await mine().get(moved.location ?? '')
    const done = await mine().resend(page, {}, tell)
    expect((await mine().get(done.location ?? '')).text).toContain('A mail about 1 visit waits to be sent')
    expect(await told()).toEqual([{ version: 1, kind: 'moved', address: 'n@people.example' }])
    const again = await mine().resend(page, {}, tell)
    expect((await mine().get(again.location ?? '')).text).toContain('No mail about the new address is left to write.')
    expect(await told()).toHaveLength(1)
    await db.admin.query('update clinic.contacts set email = null, phone = $2 where clinic_id = $1', [
      clinicId,
      '1234567',
    ])
    const back = await mine().get((await mine().send(place, { street: '10 New Road' }, place)).location ?? '')
    const rung = await mine().resend(back, {}, tell)
    expect((await mine().get(rung.location ?? '')).text).toContain('For 1 visit there is no email: ring them.')
    // A second tap does not take away whom to ring.
    const tapped = await mine().resend(back, {}, tell)
    expect((await mine().get(tapped.location ?? '')).text).toContain('For 1 visit there is no email: ring them.')
    expect(await told()).toHaveLength(1)
  })

  test('at a place with a clock of its own keeps it when its address is changed', async () => {
    const { locationId } = clinic()
    const place = '/console/clinic/place'
    await db.admin.query(
      `update clinic.locations set postcode = 'E2 9ZZ', zone = 'Atlantic/Azores' where location_id = $1`,
      [locationId],
    )
    await at().send(place, { street: '9 New Road', position: '51.527, -0.055' }, place)
    const { rows } = await db.admin.query('select street, zone from clinic.locations where location_id = $1', [
      locationId,
    ])
    expect(rows).toEqual([{ street: '9 New Road', zone: 'Atlantic/Azores' }])
  })

  test('stays when its therapist no longer gives the service, and no new one can be had', async () => {
    const before = await visitRow()
    expect(await slots()).toBeGreaterThan(0)
    const service = `/console/clinic/services/${clinic().serviceId}`
    expect((await at().send(service, { therapists: clinic().therapists[1] ?? '' }, service)).status).toBe(303)
    expect(await visitRow()).toEqual(before)
    expect(await slots()).toBe(0)
    expect((await at().send(service, { therapists: [...clinic().therapists] }, service)).status).toBe(303)
    expect(await slots()).toBeGreaterThan(0)
  })

  test('stays when its service is taken off the list, and no new one can be had', async () => {
    const before = await visitRow()
    const service = `/console/clinic/services/${clinic().serviceId}`
    expect((await at().send(service, {}, `${service}/withdraw`)).status).toBe(303)
    expect(await visitRow()).toEqual(before)
    expect(await slots()).toBe(0)
    expect((await at().get(service)).status).toBe(404)
  })

  test('keeps its room when that goes out of use; without any room no new one can be had', async () => {
    for (const _ of [1, 2]) {
      expect(await slots()).toBeGreaterThan(0)
      const { html } = await at().get('/console/clinic/rooms')
      const { rows } = await db.admin.query<{ room_id: string }>(
        'select room_id from clinic.rooms where clinic_id = $1 and withdrawn_at is null',
        [clinic().clinicId],
      )
      const room = `/console/clinic/rooms/${rows[0]?.room_id}/withdraw`
      expect(html).toContain(`action="${room}"`)
      expect((await at().send('/console/clinic/rooms', {}, room)).status).toBe(303)
    }
    expect(await slots()).toBe(0)
    expect((await at().get('/console/clinic/services')).status).toBe(200)
  })

  test('keeps its therapist in the team: they leave when no visit is left, and nobody finds them then', async () => {
    const person = `/console/clinic/team/${therapist()}`
    const refused = await at().send(person, {}, `${person}/leave`)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('One visit with them stands. Move or cancel it first')
    expect(await slots()).toBeGreaterThan(0)
    await db.admin.query(`update clinic.appointments set state = 'cancelled' where appointment_id = $1`, [shared.visit])
    expect((await at().send(person, {}, `${person}/leave`)).status).toBe(303)
    expect(await slots()).toBe(0)
    expect((await at().get(person)).status).toBe(404)
  })
})

describe('who signs in', () => {
  const invite = async (email: string, role: string) => {
    const typed = { name: `Ann ${role}`, treats: 'no', signsIn: 'yes', email, role }
    const answer = await at().send('/console/clinic/team/new', typed)
    expect(answer.status, answer.text).toBe(303)
    return one('select member_id as id from clinic.members where clinic_id = $1 and email = $2', [
      clinic().clinicId,
      email,
    ])
  }
  const join = (id: string) =>
    db.admin.query('update clinic.members set account_id = gen_random_uuid(), joined_at = now() where member_id = $1', [
      id,
    ])
  const pressed = (id: string, fields: Record<string, string>, who = at()) =>
    who.post(`/console/clinic/members/${id}`, new URLSearchParams(fields))

  test('is one address each, whatever its capitals', async () => {
    await invite('sol@lantern.example', 'reception')
    const typed = { name: 'Other', treats: 'no', signsIn: 'yes', email: 'SOL@lantern.example', role: 'owner' }
    const again = await at().send('/console/clinic/team/new', typed)
    expect(again.status).toBe(422)
    expect(again.text).toContain('Ann reception has this address already.')
  })

  test('is part of adding somebody: where the address is refused, no therapist is left behind', async () => {
    await invite('taken@lantern.example', 'reception')
    const both = { name: 'Half Added', treats: 'yes', profession: 'osteopath', signsIn: 'yes', role: 'therapist' }
    expect((await at().send('/console/clinic/team/new', { ...both, email: 'taken@lantern.example' })).status).toBe(422)
    const { rows } = await db.admin.query(`select from clinic.therapists where name = 'Half Added'`)
    expect(rows).toEqual([])
  })

  test('is changed and ended by an owner, but never the last owner', async () => {
    const first = await invite('one@lantern.example', 'owner')
    await join(first)
    for (const fields of [{ do: 'remove' }, { do: 'role', role: 'reception' }]) {
      const refused = await pressed(first, fields)
      expect(refused.status).toBe(409)
      expect(refused.text).toContain('A clinic needs an owner, and this is the last one.')
    }
    await join(await invite('two@lantern.example', 'owner'))
    expect((await pressed(first, { do: 'role', role: 'manager' })).status).toBe(303)
    expect((await pressed(first, { do: 'remove' })).status).toBe(303)
    expect((await at().get(`/console/clinic/members/${first}`)).status).toBe(404)
  })

  test('is nothing that managers, therapists or reception reach', async () => {
    const id = await invite('three@lantern.example', 'reception')
    for (const role of ['manager', 'therapist', 'reception'] as const) {
      const them = browser(db, memberAs(role), Temporal.Now.instant())
      expect((await them.get(`/console/clinic/members/${id}`)).status).toBe(404)
      expect((await pressed(id, { do: 'role', role: 'owner' }, them)).status).toBe(404)
    }
    expect(await one('select role as id from clinic.members where member_id = $1', [id])).toBe('reception')
  })
})
