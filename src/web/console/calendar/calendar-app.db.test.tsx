/** The staff's calendar as a browser asks for it, over a real PostgreSQL. */
import { beforeEach, describe, expect, test } from 'vitest'
import { enterGrant } from '../../../clinic/booking/grants.ts'
import { holdSlot } from '../../../clinic/booking/holds.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { bookedByStaff, joinClinic, wantedAt } from '../../../clinic/calendar/test-calendar.ts'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import type { Member } from '../../../clinic/people/members.ts'
import { createConsoleApp } from '../console-app.tsx'
import { consoleHome } from '../console.fixtures.ts'
import { calendarPaths } from './calendar-paths.ts'
import { dayOf, dayWords } from './calendar-words.ts'

const db = sharedDatabase()
let clinic: TestClinic
let sol: Member
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
  sol = await joinClinic(db, clinic.clinicId)
})

const day = () =>
  Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00'))
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toString()
const nadia = { name: 'Nadia Fleet', phone: '020 7946 8152' }
const at = (wall: string, therapist = 0) => wantedAt(clinic, wall, therapist)
const appOf = (member: Member) =>
  createConsoleApp(
    consoleHome({
      signedIn: { ok: true, member },
      data: { app: db.app, directory: db.directory, secret: db.secret },
    }),
  )
const get = async (path: string, member = sol) => {
  const answered = await appOf(member).request(`http://clinic.test${path}`)
  return { status: answered.status, where: answered.headers.get('Location'), text: await answered.text() }
}
const post = async (path: string, fields: Record<string, string>, member = sol) => {
  const answered = await appOf(member).request(`http://clinic.test${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: 'http://clinic.test' },
  })
  return { status: answered.status, where: answered.headers.get('Location'), text: await answered.text() }
}
/** What a reader hears: the text without its marks. */
const heard = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#39;|&#x27;/g, '’')
    .replace(/\s+/g, ' ')
const one = async (sql: string) => (await db.admin.query(sql, [clinic.clinicId])).rows[0]
/** The next last Sunday of March, on which the clocks of London go forward. */
function nextClocksForward(): Temporal.PlainDate {
  const today = Temporal.Now.plainDateISO('Europe/London')
  const sundays = [0, 1].map((years) => {
    const end = Temporal.PlainDate.from({ year: today.year + years, month: 3, day: 31 })
    return end.subtract({ days: end.dayOfWeek % 7 })
  })
  return sundays.find((sunday) => Temporal.PlainDate.compare(sunday, today) > 0) ?? today
}

const nameOfDay = () =>
  Temporal.PlainDate.from(day()).toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })

describe('the calendar', () => {
  test.each(['day', 'week', 'list'] as const)(
    'as a %s names each visit with day, time, person, therapist and state',
    async (view) => {
      await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
      const { status, text } = await get(calendarPaths.view({ day: day(), view, who: clinic.therapists[0] ?? '' }))
      expect(status).toBe(200)
      if (view === 'list') expect(heard(text)).toContain('10:00 to 10:45 Nadia Fleet First visit')
      else
        expect(heard(text)).toContain(
          `${nameOfDay()}, 10:00 to 10:45 Nadia Fleet First visit, with Therapist 1, booked`,
        )
    },
  )

  test('as a table has a column head, a row head and a named link for each free half hour', async () => {
    const { text } = await get(calendarPaths.view({ day: day() }))
    expect(text).toMatch(/<th scope="col"[^>]*>Therapist 1<\/th>/)
    expect(text).toContain('<th scope="row">10:30</th>')
    expect(heard(text)).toContain(`${nameOfDay()}, 10:30, Therapist 2: free`)
    // Said only where a script can do it.
    expect(text).toMatch(/<p[^>]* data-drags[^>]* hidden[^>]*>\s*A visit can be dragged too/)
  })

  test('shows holds, blocks, bent rules and who is away, in the table and in the list', async () => {
    await holdSlot(db.app, at('09:00'), null)
    await bookedByStaff(db, sol, at('10:00'))
    await bookedByStaff(db, sol, at('10:15'), { whom: nadia, reason: 'In great pain' })
    await post(calendarPaths.newBlock, {
      ...{ key: crypto.randomUUID(), resource: clinic.therapists[0] ?? '', day: day() },
      ...{ from: '12:00', to: '13:00', reason: 'Team meeting' },
    })
    await post(calendarPaths.away, { whose: clinic.therapists[1] ?? '', first: day(), last: day() })
    const { text } = await get(calendarPaths.view({ day: day() }))
    const [table = '', list = ''] = text.split('class="cal-list')
    for (const half of [table, list]) {
      expect(heard(half)).toContain('On hold')
      expect(heard(half)).toContain('Team meeting')
      expect(heard(half)).toContain('Overlaps on purpose')
      expect(heard(half)).toContain('Away')
    }
  })

  test('writes down who saw whose name, once for a quarter of an hour', async () => {
    await bookedByStaff(db, sol, at('10:00'))
    await get(calendarPaths.view({ day: day() }))
    await get(calendarPaths.view({ day: day(), view: 'week' }))
    expect(await one(`select count(*)::int as n from clinic.reads where clinic_id = $1`)).toEqual({ n: 1 })
  })

  test('of a visit that is dragged over the table writes down one look, not one for each place', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    for (const wall of ['12:00', '12:15', '12:30'])
      await get(`${calendarPaths.move(id)}/look?start=${dayAfterTomorrow(wall)}`)
    expect(await one(`select count(*)::int as n from clinic.reads where clinic_id = $1`)).toEqual({ n: 1 })
  })

  test('keeps a script in a name inert, and no name in the title or an address', async () => {
    await bookedByStaff(db, sol, at('10:00'), { whom: { ...nadia, name: '<script>alert(1)</script>' } })
    const { text } = await get(calendarPaths.view({ day: day() }))
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script>alert')
    expect(text.match(/<title>(.*?)<\/title>/)?.[1]).not.toContain('alert')
    for (const [, href] of text.matchAll(/href="([^"]*)"/g)) expect(href).not.toContain('alert')
  })

  test('takes any nonsense in its address as not said', async () => {
    for (const query of [
      'day=2026-02-30',
      'day=99999-01-01',
      'view=<b>',
      `who=${crypto.randomUUID()}`,
      'day=2026-11-27&day=',
    ])
      expect((await get(`${calendarPaths.calendar}?${query}`)).status, query).toBe(200)
  })

  test('shows nothing of another clinic', async () => {
    await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
    const stranger = await joinClinic(db, (await makeTestClinic(db)).clinicId)
    expect((await get(calendarPaths.view({ day: day() }), stranger)).text).not.toContain('Nadia')
  })
})

describe('moving', () => {
  const booked = (wall = '10:00') => bookedByStaff(db, sol, at(wall), { whom: nadia })
  const to = (wall: string, therapist = 0) => ({
    start: String(dayAfterTomorrow(wall)),
    therapist: clinic.therapists[therapist] ?? '',
    location: clinic.locationId,
  })

  test('shows the clash and what is free near it before anything is done', async () => {
    const id = await booked()
    await bookedByStaff(db, sol, at('12:00'), { whom: { ...nadia, name: 'Owen Effra' } })
    const looked = await get(
      calendarPaths.moveTo(id, { start: dayAfterTomorrow('12:15'), therapist: clinic.therapists[0] ?? '' }),
    )
    expect(heard(looked.text)).toContain('Therapist 1 is not free then.')
    expect(heard(looked.text)).toContain('Owen Effra, 12:00 to 12:45')
    expect(looked.text).toContain('class="near-times"')
    expect(await one(`select version from clinic.appointments where clinic_id = $1 order by starts_at`)).toEqual({
      version: 0,
    })
    const short = await get(`${calendarPaths.move(id)}/look?${new URLSearchParams({ ...to('12:15') })}`)
    expect(JSON.parse(short.text)).toMatchObject({ fits: false, says: expect.stringContaining('Owen Effra') })
  })

  test('says that the price has changed since the visit was booked, before it is moved at the new one', async () => {
    const id = await booked()
    const look = async () =>
      heard(
        (await get(calendarPaths.moveTo(id, { start: dayAfterTomorrow('12:00'), therapist: to('12:00').therapist })))
          .text,
      )
    expect(await look()).not.toContain('Moved, it costs')
    await db.admin.query('update clinic.services set price_pence = 7000 where service_id = $1', [clinic.serviceId])
    expect(await look()).toMatch(/It was booked at £62\. Moved, it costs what the service does now: ?£70/)
    // A page that was open before the price changed moves nothing, and says it.
    const open = await post(calendarPaths.move(id), { ...to('12:00'), version: '0', price: '6200' })
    expect(open.status).toBe(409)
    expect(heard(open.text)).toMatch(/Moved, it costs what the service does now: ?£70/)
    expect(heard(open.text)).toContain('Nothing was moved: what it costs changed while you typed. It is £70 now.')
    expect(open.text).toMatch(/<title>Error: Move a visit\?/)
    expect(await one('select price_pence from clinic.appointments where clinic_id = $1')).toEqual({ price_pence: 6200 })
    await post(calendarPaths.move(id), { ...to('12:00'), version: '0', price: '7000' })
    expect(await one('select price_pence from clinic.appointments where clinic_id = $1')).toEqual({ price_pence: 7000 })
  })

  test('by a quarter, a day or to another therapist is a link each, so that keys alone do it', async () => {
    const id = await booked()
    const { text } = await get(
      calendarPaths.moveTo(id, { start: dayAfterTomorrow('12:00'), therapist: clinic.therapists[0] ?? '' }),
    )
    for (const words of ['15 minutes earlier', '15 minutes later', 'A day earlier', 'A day later', 'With Therapist 2'])
      expect(text).toMatch(new RegExp(`<a href="/console/calendar/move/[^"]+">${words}</a>`))
  })

  test('is done by one press, shown in the calendar, and can be taken back there', async () => {
    const id = await booked()
    const moved = await post(calendarPaths.move(id), { ...to('12:00'), version: '0', tell: 'told' })
    expect(moved).toMatchObject({ status: 303, where: calendarPaths.view({ day: day() }) })
    const calendar = await get(moved.where ?? '')
    expect(heard(calendar.text)).toContain('12:00 to 12:45 Nadia Fleet')
    // Whose visit it was, and when that is: "at 07:52" alone was read as the hour of the visit.
    expect(heard(calendar.text)).toMatch(
      new RegExp(
        `At \\d\\d:\\d\\d you moved a visit or changed it: Nadia Fleet, ${nameOfDay()}, 12:00 \\(London time\\)`,
      ),
    )
    const command = /name="command" value="([^"]+)"/.exec(calendar.text)?.[1] ?? ''
    expect(await post(calendarPaths.undo, { command })).toMatchObject({ status: 303 })
    expect(heard((await get(calendarPaths.view({ day: day() }))).text)).toContain('10:00 to 10:45 Nadia Fleet')
    // A second tap is told what the first was; who comes back to it much later, that it is too late.
    expect(await post(calendarPaths.undo, { command })).toMatchObject({ status: 303 })
    await db.admin.query(
      `update clinic.commands set undone_at = undone_at - interval '2 hours' where command_id = $1`,
      [command],
    )
    const again = await post(calendarPaths.undo, { command })
    expect(again.status).toBe(409)
    expect(heard(again.text)).toContain('taken back already')
    expect(again.text).toContain(`href="/console/visits/${id}"`)
  })

  test('to a time that somebody else got meanwhile says that, and asks for a reason only once its field was there', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await bookedByStaff(db, sol, at('12:00'))
    const lost = await post(calendarPaths.move(id), { ...to('12:15'), version: '0', tell: 'told' })
    expect(lost.status).toBe(409)
    expect(heard(lost.text)).toContain('Nothing was moved: this time went or changed while you typed.')
    expect(heard(lost.text)).not.toContain('Say why, in a few words.')
  })

  test('counts a reason for what it was asked about alone, and a price that changed is no missing reason', async () => {
    const id = await booked()
    const askedAt = await get(
      calendarPaths.moveTo(id, { start: dayAfterTomorrow('12:05'), therapist: clinic.therapists[0] ?? '' }),
    )
    expect(heard(askedAt.text)).toContain('Visits do not begin at that minute.')
    expect(askedAt.text).toContain('name="bends" value="notAStart"')
    await bookedByStaff(db, sol, at('12:00'), { whom: { ...nadia, name: 'Owen Effra' } })
    const odd = { ...to('12:05'), version: '0', reason: 'Their bus comes then', bends: 'notAStart' }
    const lost = await post(calendarPaths.move(id), odd)
    expect(lost.status).toBe(409)
    expect(heard(lost.text)).toContain('Nothing was moved: this time went or changed while you typed.')
    expect(lost.text).toContain('name="bends" value="taken"')
    expect(lost.text).toContain('value="Their bus comes then"')
    const stale = await post(calendarPaths.move(id), { ...odd, bends: 'taken', price: '1' })
    expect(stale.status).toBe(409)
    expect(heard(stale.text)).toContain('Nothing was moved: what it costs changed while you typed. It is £62 now.')
    expect(heard(stale.text)).toContain('Therapist 1 is not free then.')
    expect(heard(stale.text)).not.toMatch(/That time is free|Say why/)
    expect(stale.text).toContain('value="Their bus comes then"')
    expect(await one('select max(version)::int as version from clinic.appointments where clinic_id = $1')).toEqual({
      version: 0,
    })
    expect((await post(calendarPaths.move(id), { ...odd, bends: 'taken', price: '6200' })).status).toBe(303)
  })

  test('against a rule asks why, keeps what was typed, and does nothing without a reason', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    await bookedByStaff(db, sol, at('12:00'))
    const refused = await post(calendarPaths.move(id), { ...to('12:15'), version: '0', reason: '', tell: 'told' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('<a href="#reason">Say why, in a few words.</a>')
    expect(refused.text).toMatch(/<title>Error: Move a visit\?/)
    expect(refused.text).toMatch(/value="told" checked/)
    // One that is too long is not cut: it is asked for once more, with all of it.
    const long = 'Both of them agreed. '.repeat(30).trim()
    const tooLong = await post(calendarPaths.move(id), { ...to('12:15'), version: '0', reason: long })
    expect(tooLong.status).toBe(409)
    expect(heard(tooLong.text)).toContain('Use 500 characters or fewer.')
    expect(tooLong.text).toContain(`value="${long}"`)
    const bent = await post(calendarPaths.move(id), { ...to('12:15'), version: '0', reason: 'Agreed with both' })
    expect(bent.status).toBe(303)
    expect(heard((await get(calendarPaths.bent)).text)).toContain('“Agreed with both”')
  })

  test('from an old page says what happened meanwhile', async () => {
    const id = await booked()
    await post(calendarPaths.move(id), { ...to('12:00'), version: '0' })
    const late = await post(calendarPaths.move(id), { ...to('14:00'), version: '0' })
    expect(late.status).toBe(409)
    expect(heard(late.text)).toContain('Sol Maple: Moved')
  })

  test.each(['', '/look'])('another clinic’s visit is as if it did not exist%s', async (more) => {
    const id = await booked()
    const stranger = await joinClinic(db, (await makeTestClinic(db)).clinicId)
    const theirs = await get(`${calendarPaths.move(id)}${more}`, stranger)
    const nobodys = await get(`${calendarPaths.move(crypto.randomUUID())}${more}`, stranger)
    expect(theirs.status).toBe(404)
    expect(theirs.text).toBe(nobodys.text)
    expect((await post(calendarPaths.move(id), { ...to('12:00'), version: '0' }, stranger)).status).toBe(404)
  })
})

describe('a new visit', () => {
  const fields = (wall: string) => ({
    ...{ key: crypto.randomUUID(), start: String(dayAfterTomorrow(wall)), service: clinic.serviceId },
    ...{ therapist: clinic.therapists[0] ?? '', location: clinic.locationId, do: 'book' },
  })

  test('is looked at, then booked for somebody with a phone alone', async () => {
    const { service, therapist, start } = fields('10:00')
    const looked = await get(calendarPaths.newVisitAt({ service, therapist, start: Number(start) }))
    expect(heard(looked.text)).toContain('That time is free.')
    const booked = await post(calendarPaths.newVisit, { ...fields('10:00'), ...nadia })
    expect(booked).toMatchObject({ status: 303, where: calendarPaths.view({ day: day() }) })
  })

  test('names what each service costs beside how long it takes, before and after it is chosen', async () => {
    expect(heard((await get(calendarPaths.newVisit)).text)).toContain('First visit, 45 minutes, £62')
    const { service, therapist, start } = fields('10:00')
    const looked = heard((await get(calendarPaths.newVisitAt({ service, therapist, start: Number(start) }))).text)
    expect(looked).toContain('45 minutes, £62 where they pay themselves.')
    expect(looked).toContain('First visit, 45 minutes, £62')
    await db.admin.query('update clinic.services set price_pence = 0 where service_id = $1', [clinic.serviceId])
    expect(heard((await get(calendarPaths.newVisitAt({ service, therapist, start: Number(start) }))).text)).toContain(
      '45 minutes, free.',
    )
  })

  test('is not booked over another that came meanwhile by a reason that was asked for something else', async () => {
    await db.admin.query('update clinic.services set notice_minutes = 14400 where service_id = $1', [clinic.serviceId])
    const { service, therapist, start } = fields('10:00')
    const looked = await get(calendarPaths.newVisitAt({ service, therapist, start: Number(start) }))
    expect(looked.text).toContain('name="bends" value="insideNotice"')
    expect(looked.text).toContain('value="Agreed by phone."')
    await bookedByStaff(db, sol, at('10:00'), { reason: 'Agreed by phone.', whom: { ...nadia, name: 'Owen Effra' } })
    const form = { ...fields('10:00'), ...nadia, reason: 'Agreed by phone.', bends: 'insideNotice' }
    const lost = await post(calendarPaths.newVisit, form)
    expect(lost.status).toBe(409)
    expect(heard(lost.text)).toContain('Nothing was booked: this time went or changed while you typed.')
    expect(lost.text).toContain('name="bends" value="taken"')
    // What stood there for another rule is no reason for this one.
    expect(lost.text).not.toContain('value="Agreed by phone."')
    expect((await post(calendarPaths.newVisit, { ...form, reason: 'Twins', bends: 'taken' })).status).toBe(303)
  })

  test('needs a name and a way to reach them, and loses nothing that was typed', async () => {
    const { status, text } = await post(calendarPaths.newVisit, {
      ...fields('10:00'),
      name: 'Nadia Fleet',
      insurer: 'Bupa',
    })
    expect(status).toBe(422)
    expect(heard(text)).toContain('Enter a phone number or an email.')
    expect(text).toContain('value="Nadia Fleet"')
    expect(text).toContain('value="Bupa"')
    expect(await one('select count(*)::int as n from clinic.persons where clinic_id = $1')).toEqual({ n: 0 })
  })

  test('on an insurer that the clinic does not list is asked about once, with what to tell them', async () => {
    const form = { ...fields('10:00'), ...nadia, insurer: 'Blorb Mutual' }
    const asked = await post(calendarPaths.newVisit, form)
    expect(asked.status).toBe(422)
    expect(heard(asked.text)).toContain('We do not know this insurer')
    expect(heard(asked.text)).toContain('They can always pay themselves.')
    expect(heard(asked.text)).toContain('send the receipt to the plan')
    expect((await post(calendarPaths.newVisit, { ...form, insurerIsMeant: form.insurer })).status).toBe(303)
  })

  test('keeps what they know of their insurance and who wrote their letter, and counts a visit that the insurer granted', async () => {
    await enterGrant(db.app, sol, {
      ...{ payer: 'insurer', insurer: 'Bupa', reference: 'AUT-1', personName: 'Nadia Fleet', visits: 1 },
      ...{ validUntil: null, lateCancelUses: false },
    })
    const at = fields('10:00')
    expect((await get(calendarPaths.newVisitAt({ ...at, start: Number(at.start) }))).text).not.toContain('referredBy')
    await db.admin.query('update clinic.services set needs_referral = true where service_id = $1', [clinic.serviceId])
    expect((await get(calendarPaths.newVisitAt({ ...at, start: Number(at.start) }))).text).toContain(
      'name="referredBy"',
    )
    const known = { membership: 'M-7', authorisation: 'AUT-1', excess: '£100', referredBy: 'Dr Sorrel Ney' }
    const lone = await post(calendarPaths.newVisit, { ...at, ...nadia, ...known })
    expect([lone.status, heard(lone.text).includes('Enter the insurer, or empty the fields below it.')]).toEqual([
      422,
      true,
    ])
    for (const typed of ['M-7', 'AUT-1', '£100', 'Dr Sorrel Ney']) expect(lone.text).toContain(`value="${typed}"`)
    const insured = { ...nadia, ...known, insurer: 'Bupa', insurerIsMeant: 'Bupa' }
    expect((await post(calendarPaths.newVisit, { ...at, ...insured })).status).toBe(303)
    expect(
      await one(
        `select payer, insurer, membership_number as m, authorisation_number as a, excess_pence as e, referred_by as r
         from clinic.appointments where clinic_id = $1 and state = 'confirmed'`,
      ),
    ).toEqual({ payer: 'insurer', insurer: 'Bupa', m: 'M-7', a: 'AUT-1', e: 10000, r: 'Dr Sorrel Ney' })
    expect(await one('select used from clinic.grants where clinic_id = $1')).toEqual({ used: 1 })
    const more = await post(calendarPaths.newVisit, { ...fields('14:00'), ...insured })
    expect([more.status, heard(more.text).includes('This number has not enough visits left.')]).toEqual([409, true])
  })

  test('takes the code of an offer, and says at its field why one takes nothing off', async () => {
    const answered = await post(calendarPaths.newVisit, { ...fields('10:00'), ...nadia, offer: 'spring-10' })
    expect(answered.status).toBe(409)
    expect(heard(answered.text)).toContain('This clinic has no offer with this code.')
    expect(answered.text).toContain('value="spring-10"')
    const both = await post(calendarPaths.newVisit, { ...fields('10:00'), ...nadia, offer: 'x', insurer: 'Bupa' })
    expect(heard(both.text)).toContain('Take out the code or the insurer.')
    expect(await one('select count(*)::int as n from clinic.persons where clinic_id = $1')).toEqual({ n: 0 })
  })

  test('finds who is known by a part of the name, with what tells them apart, and books for them', async () => {
    await post(calendarPaths.newVisit, { ...fields('10:00'), ...nadia })
    const found = await post(calendarPaths.newVisit, { ...fields('12:00'), name: 'fleet', do: 'look' })
    expect(found.status).toBe(200)
    expect(heard(found.text)).toContain('phone 020 7946 8152')
    const person = /name="person" value="([0-9a-f-]{36})"/.exec(found.text)?.[1] ?? ''
    expect((await post(calendarPaths.newVisit, { ...fields('12:00'), person })).status).toBe(303)
    expect(await one('select count(*)::int as n from clinic.persons where clinic_id = $1')).toEqual({ n: 1 })
  })

  test('whose time somebody else got meanwhile says that, and asks for a reason only once its field was there', async () => {
    await bookedByStaff(db, sol, at('10:00'))
    const lost = await post(calendarPaths.newVisit, { ...fields('10:00'), ...nadia })
    expect(lost.status).toBe(409)
    expect(heard(lost.text)).toContain('Nothing was booked: this time went or changed while you typed.')
    expect(heard(lost.text)).not.toContain('Say why, in a few words.')
  })

  test('looked at for another time keeps what was typed of who comes, and whom somebody chose', async () => {
    await post(calendarPaths.newVisit, { ...fields('10:00'), ...nadia })
    const typed = { name: 'fleet', phone: '020 7946 0001', email: 'n@example.org', insurer: 'Bupa' }
    const known = await post(calendarPaths.newVisit, { ...fields('12:00'), ...typed, do: 'look' })
    const person = /name="person" value="([^"]{36})"/.exec(known.text)?.[1] ?? ''
    const other = {
      otherService: clinic.serviceId,
      otherTherapist: clinic.therapists[1] ?? '',
      day: day(),
      time: '14:00',
    }
    const asIs = {
      otherService: clinic.serviceId,
      otherTherapist: clinic.therapists[0] ?? '',
      day: day(),
      time: '12:00',
    }
    // Return in a field: where no other time was typed it looks for the person.
    const byReturn = await post(calendarPaths.newVisit, { ...fields('12:00'), ...typed, ...asIs, do: 'enter' })
    expect(heard(byReturn.text)).toContain('Which of them?')
    const taken = `${dayAfterTomorrow('15:00')} ${clinic.therapists[0]} ${clinic.locationId}`
    for (const [way, hour] of [
      [{ ...other, do: 'when' }, '14:00'],
      [{ ...other, do: 'enter' }, '14:00'],
      [{ ...other, at: taken }, '15:00'],
    ] as const) {
      const { status, text } = await post(calendarPaths.newVisit, { ...fields('12:00'), ...typed, person, ...way })
      expect(status).toBe(200)
      expect(heard(text)).toContain(`${nameOfDay()}, ${hour}`)
      for (const kept of Object.values(typed)) expect(text).toContain(`value="${kept}"`)
      expect(text).toMatch(new RegExp(`name="person" value="${person}" checked`))
      expect(text).toContain(`name="start" value="${dayAfterTomorrow(hour)}"`)
    }
    const wrong = await post(calendarPaths.newVisit, {
      ...fields('12:00'),
      ...typed,
      ...other,
      time: 'noon',
      do: 'when',
    })
    expect([wrong.status, heard(wrong.text).includes('Enter a time like 09:30.')]).toEqual([422, true])
    expect(wrong.text).toContain('value="n@example.org"')
    expect(await one('select count(*)::int as n from clinic.appointments where clinic_id = $1')).toEqual({ n: 1 })
  })

  test('lost at the last step says who has it, how long, and what is near; the form is still filled', async () => {
    await bookedByStaff(db, sol, at('10:00'), { whom: { ...nadia, name: 'Owen Effra' } })
    const { status, text } = await post(calendarPaths.newVisit, { ...fields('10:00'), ...nadia })
    expect(status).toBe(409)
    expect(heard(text)).toMatch(/Owen Effra, 10:00 to 10:45, taken \d+ seconds ago/)
    expect(text).toContain('value="Nadia Fleet"')
    expect(text).toContain('class="near-times"')
  })
})

describe('away, shut and blocked', () => {
  test('an absence shows whom it hits before it is marked, then offers each another time, and moves all in one go', async () => {
    await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
    await bookedByStaff(db, sol, at('11:00'))
    const days = { whose: clinic.therapists[0] ?? '', first: day(), last: day() }
    const looked = await get(`${calendarPaths.away}?${new URLSearchParams(days)}`)
    expect(heard(looked.text)).toContain('2 visits stand in it.')
    expect(await one('select count(*)::int as n from clinic.absences where clinic_id = $1')).toEqual({ n: 0 })
    const marked = await post(calendarPaths.away, days)
    expect(marked.status).toBe(303)
    const rescue = await get(marked.where ?? '')
    // Who has no email comes first, with a phone to ring.
    expect(heard(rescue.text)).toMatch(/Nadia Fleet, .*Has no email: phone. 020 7946 8152.*Robin/)
    const all = [...rescue.text.matchAll(/name="(to-[^"]+)" value="([^"]+)"/g)]
    const choices = Object.fromEntries(all.toReversed().map(([, name, value]) => [name ?? '', value ?? '']))
    expect(Object.keys(choices)).toHaveLength(2)
    const moved = await post(marked.where ?? '', choices)
    expect(moved.status).toBe(303)
    const done = heard((await get(moved.where ?? '')).text)
    expect(done).toContain('Everybody has another time')
    expect(done).toContain('Moved in the last day')
  })

  test('one press for all moves nobody who must be rung, and nobody to another hour: it asks them', async () => {
    const written = { name: 'Wanda Mail', email: 'wanda@example.org', phone: '' }
    await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
    const sameHour = await bookedByStaff(db, sol, at('11:00'), { whom: written })
    // Neither therapist has this hour for her: the other one has somebody too.
    const otherHour = await bookedByStaff(db, sol, at('14:00'), { whom: { ...written, name: 'Olga Other' } })
    await bookedByStaff(db, sol, at('14:00', 1))
    const marked = await post(calendarPaths.away, { whose: clinic.therapists[0] ?? '', first: day(), last: day() })
    const { text } = await get(marked.where ?? '')
    const checked = Object.fromEntries(
      [...text.matchAll(/name="to-([^"]+)" value="([^"]+)" checked/g)].map(([, id, value]) => [id ?? '', value ?? '']),
    )
    const { [sameHour]: same, [otherHour]: other, ...rung } = checked
    expect(Object.values(rung)).toEqual(['later'])
    expect(same).toContain(`${dayAfterTomorrow('11:00')} ${clinic.therapists[1]} `)
    expect(other).toMatch(/^ask \d+$/)
  })

  test('a rescue that is taken back says that the therapist is away then, and leads to the visit', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
    const { where } = await post(calendarPaths.away, { whose: clinic.therapists[0] ?? '', first: day(), last: day() })
    const other = clinic.therapists[1] ?? ''
    await post(where ?? '', { [`to-${id}`]: `0 ${dayAfterTomorrow('10:00')} ${other} ${clinic.locationId}` })
    const calendar = await get(calendarPaths.view({ day: day() }))
    const command = /name="command" value="([^"]+)"/.exec(calendar.text)?.[1] ?? ''
    const undone = await post(calendarPaths.undo, { command })
    expect(undone.status).toBe(200)
    expect(heard(undone.text)).toContain('Its therapist is away then. The visit stands until you move or cancel it.')
    expect(undone.text).toContain(`href="/console/visits/${id}"`)
  })

  test('a rescue of days in which nobody comes says so, and names nobody who was asked about other days', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'), { whom: { ...nadia, email: 'nadia@example.org' } })
    const whose = clinic.therapists[0] ?? ''
    const { where } = await post(calendarPaths.away, { whose, first: day(), last: day() })
    await post(where ?? '', { [`to-${id}`]: 'ask 0' })
    expect(heard((await get(where ?? '')).text)).toContain('Asked to choose by link')
    const next = Temporal.PlainDate.from(day()).add({ days: 1 }).toString()
    const other = await post(calendarPaths.away, { whose, first: next, last: next })
    const page = heard((await get(other.where ?? '')).text)
    expect(page).toContain('No visit stands in that time')
    expect(page).not.toContain('Everybody has another time')
    expect(page).not.toContain('Nadia Fleet')
  })

  test('who is marked away from a later day is away from its morning on: the hour put there is meant for today', async () => {
    const asked = await get(calendarPaths.away)
    const [, hour = ''] = /name="from"[^>]*value="(\d\d:\d\d)"/.exec(asked.text) ?? []
    const [, proposed = ''] = /name="proposed" value="([^"]+)"/.exec(asked.text) ?? []
    expect(proposed).toBe(`${dayOf(Date.now(), 'Europe/London')}T${hour}`)
    const days = { whose: clinic.therapists[1] ?? '', first: day(), last: day(), from: hour, proposed }
    const looked = await get(`${calendarPaths.away}?${new URLSearchParams(days)}`)
    expect(heard(looked.text)).toContain(`The whole of ${dayWords(day(), Date.now())}.`)
    expect(looked.text).not.toMatch(/name="from" value="\d/)
    expect(looked.text).toContain(`name="proposed" value="${proposed}"`)
    const meant = await get(`${calendarPaths.away}?${new URLSearchParams({ ...days, from: '13:05' })}`)
    expect(heard(meant.text)).toContain(`From 13:05 on ${dayWords(day(), Date.now())} to the end of that day.`)
  })

  test('who is marked away today is away from now on, so that what is past stays as it was', async () => {
    const asked = await get(calendarPaths.away)
    expect(asked.text).toMatch(/type="time" id="from" name="from" value="\d\d:(00|15|30|45)"/)
    expect((await get(calendarPaths.awayOf(clinic.therapists[0] ?? '', day()))).text).toContain('name="from" value')
    expect((await get(calendarPaths.awayOf(clinic.therapists[0] ?? '', day()))).text).not.toMatch(
      /name="from" value="\d/,
    )
  })

  test('one visit whose time has gone meanwhile is named with the reason, and the others are moved', async () => {
    const first = await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
    const second = await bookedByStaff(db, sol, at('11:00'))
    const days = { whose: clinic.therapists[0] ?? '', first: day(), last: day() }
    const { where } = await post(calendarPaths.away, days)
    await bookedByStaff(db, sol, at('10:00', 1))
    const other = clinic.therapists[1] ?? ''
    const choice = (wall: string) => `0 ${dayAfterTomorrow(wall)} ${other} ${clinic.locationId}`
    const moved = await post(where ?? '', { [`to-${first}`]: choice('10:00'), [`to-${second}`]: choice('11:00') })
    expect(moved.status).toBe(409)
    expect(heard(moved.text)).toContain('One visit could not be moved.')
    expect(heard(moved.text)).toContain('Not moved. The therapist is not free then.')
    expect(heard(moved.text)).toContain('Moved in the last day')
  })

  test('a visit that a colleague has moved or cancelled meanwhile is told as that, and not as standing where it was', async () => {
    const first = await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
    const second = await bookedByStaff(db, sol, at('11:00'))
    const days = { whose: clinic.therapists[0] ?? '', first: day(), last: day() }
    const where = (await post(calendarPaths.away, days)).where ?? ''
    const other = clinic.therapists[1] ?? ''
    const choice = (wall: string) => `0 ${dayAfterTomorrow(wall)} ${other} ${clinic.locationId}`
    await post(where, { [`to-${first}`]: choice('10:00') })
    await db.admin.query(`update clinic.appointments set state = 'cancelled', version = 1 where appointment_id = $1`, [
      second,
    ])
    const late = await post(where, { [`to-${first}`]: choice('12:00'), [`to-${second}`]: choice('13:00') })
    expect(late.status).toBe(409)
    const said = heard(late.text)
    expect(said).toMatch(/Nadia Fleet was moved meanwhile, to [^.]+ 10:00[^.]*\. Your press changed nothing there\./)
    expect(said).toContain('One visit was moved away or cancelled meanwhile. Your press changed nothing there.')
    expect(said).not.toContain('could not be moved')
    expect(said).not.toContain('where they were')
  })

  test('a closure shows whom it hits before it is written, and a bank holiday is asked once', async () => {
    await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
    const days = { whose: 'all', first: day(), last: day(), reason: 'New boiler' }
    const looked = await get(`${calendarPaths.closures}?${new URLSearchParams(days)}`)
    expect(heard(looked.text)).toContain('One visit stands in it.')
    expect(heard(looked.text)).toContain('Christmas Day')
    expect((await post(calendarPaths.closures, days)).where).toContain(calendarPaths.rescue)
    const nation = 'england-and-wales'
    const holiday = /name="day" value="(\d{4}-12-25)"/.exec(looked.text)?.[1] ?? ''
    await post(calendarPaths.holidays, { nation, day: holiday, do: 'open' })
    expect((await get(calendarPaths.closures)).text).not.toContain(`value="${holiday}"`)
  })

  test.each(['9999-12-31', '2100-01-01', '2028-12-31', '2026-02-30', 'x'])(
    'days off until %s are not written down as one day, and it is said, looked at or pressed',
    async (last) => {
      const days = { whose: 'all', first: '2027-05-04', last, reason: 'New boiler' }
      const therapist = clinic.therapists[0] ?? ''
      for (const [path, fields] of [
        [calendarPaths.closures, days],
        [calendarPaths.away, { ...days, whose: therapist }],
      ] as const) {
        const answers = [await get(`${path}?${new URLSearchParams(fields)}`), await post(path, fields)]
        for (const { status, text } of answers) {
          expect(status).toBe(422)
          expect(heard(text)).toContain('Enter a last day within a year of the first.')
          expect(text).toContain(`value="${last}"`)
        }
      }
      expect(await one('select (select count(*) from clinic.closures where clinic_id = $1) as n')).toEqual({ n: '0' })
      expect(await one('select (select count(*) from clinic.absences where clinic_id = $1) as n')).toEqual({ n: '0' })
    },
  )

  test('from 24:00 of a day on is neither that day nor the next: nobody is named, and it is said, looked at or pressed', async () => {
    await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
    const eve = Temporal.PlainDate.from(day()).subtract({ days: 1 }).toString()
    const days = { whose: 'all', first: eve, last: eve, from: '24:00', reason: 'New boiler' }
    for (const [path, fields] of [
      [calendarPaths.closures, days],
      [calendarPaths.away, { ...days, whose: clinic.therapists[0] ?? '' }],
    ] as const)
      for (const { status, text } of [await get(`${path}?${new URLSearchParams(fields)}`), await post(path, fields)]) {
        expect(status).toBe(422)
        expect(heard(text)).toContain('Enter a time before midnight, or choose the next day as the first.')
        expect(heard(text)).not.toContain('One visit stands in it.')
      }
  })

  test('a year and a day off is taken, a day more is not', async () => {
    const days = { whose: 'all', first: '2027-05-04', reason: 'Building' }
    expect((await post(calendarPaths.closures, { ...days, last: '2028-05-05' })).status).toBe(422)
    expect((await post(calendarPaths.closures, { ...days, last: '2028-05-04' })).status).toBe(303)
  })

  describe('a time that the clocks leave out on a day', () => {
    // In London 01:00 to 02:00 is left out on the last Sunday of March.
    const said = 'There is no 01:30 on that day: the clocks go forward. Enter 00:30 or 02:30.'
    const sunday = nextClocksForward()
    const day = sunday.toString()
    test('is not moved by an hour unsaid: not for a new visit, not for a move, not for a block', async () => {
      const therapist = clinic.therapists[0] ?? ''
      const visit = await bookedByStaff(db, sol, at('10:00'), { whom: nadia })
      const wish = { day, time: '01:30', therapist, service: clinic.serviceId }
      const block = { key: crypto.randomUUID(), resource: therapist, day }
      for (const answer of [
        await get(`${calendarPaths.newVisit}?${new URLSearchParams(wish)}`),
        await get(`${calendarPaths.move(visit)}?${new URLSearchParams(wish)}`),
        await post(calendarPaths.newBlock, { ...block, from: '01:30', to: '03:00' }),
        await post(calendarPaths.newBlock, { ...block, from: '00:30', to: '01:30' }),
      ]) {
        expect(answer.status).toBe(422)
        expect(heard(answer.text)).toContain(said)
        expect(answer.text).toContain('value="01:30"')
      }
      expect(await one('select (select count(*) from clinic.blocks where clinic_id = $1) as n')).toEqual({ n: '0' })
    })
    test.each(['00:59', '02:00'])('%s stands on both sides of it and is taken', async (time) => {
      const wish = { day, time, therapist: clinic.therapists[0] ?? '', service: clinic.serviceId }
      const { status, text } = await get(`${calendarPaths.newVisit}?${new URLSearchParams(wish)}`)
      expect(status).toBe(200)
      const named = sunday.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
      expect(heard(text)).toContain(`${named.replace(',', '')}, ${time}`)
    })
    test('nor is a day or a time that cannot be read left out', async () => {
      const wish = {
        day: '9999-01-01',
        time: '09:30',
        therapist: clinic.therapists[0] ?? '',
        service: clinic.serviceId,
      }
      const late = await get(`${calendarPaths.newVisit}?${new URLSearchParams(wish)}`)
      expect([late.status, heard(late.text).includes('Enter a day that there is, before the year 2100.')]).toEqual([
        422,
        true,
      ])
      const odd = await get(`${calendarPaths.newVisit}?${new URLSearchParams({ ...wish, day, time: '25:00' })}`)
      expect([odd.status, heard(odd.text).includes('Enter a time like 09:30.')]).toEqual([422, true])
    })
  })

  test('a therapist changes their own times and nobody else’s', async () => {
    const amara = await joinClinic(db, clinic.clinicId, { role: 'therapist', therapistId: clinic.therapists[0] ?? '' })
    const days = { first: day(), last: day(), reason: 'x' }
    expect((await post(calendarPaths.away, { ...days, whose: clinic.therapists[1] ?? '' }, amara)).status).toBe(404)
    expect((await post(calendarPaths.closures, { ...days, whose: 'all' }, amara)).status).toBe(404)
    expect((await post(calendarPaths.away, { ...days, whose: clinic.therapists[0] ?? '' }, amara)).status).toBe(303)
    expect((await get(calendarPaths.closures, amara)).text).not.toContain('Shut other days')
  })

  test('blocked time is opened again by one press, and what stands in a time is named before it is blocked', async () => {
    const block = {
      key: crypto.randomUUID(),
      resource: clinic.therapists[0] ?? '',
      day: day(),
      from: '12:00',
      to: '13:00',
      reason: '',
    }
    await bookedByStaff(db, sol, at('12:30'), { whom: nadia })
    const refused = await post(calendarPaths.newBlock, block)
    expect(refused.status).toBe(409)
    expect(heard(refused.text)).toContain('Nadia Fleet, 12:30 to 13:15')
    expect((await post(calendarPaths.newBlock, { ...block, from: '11:00', to: '12:00' })).status).toBe(303)
    const long = 'Team meeting '.repeat(30).trim()
    const tooLong = await post(calendarPaths.newBlock, { ...block, from: '14:00', to: '15:00', reason: long })
    expect(tooLong.status).toBe(422)
    expect(heard(tooLong.text)).toContain('Use 200 characters or fewer.')
    expect(tooLong.text).toContain(`value="${long}"`)
    const { block_id } = await one('select block_id from clinic.blocks where clinic_id = $1')
    const shown = await get(calendarPaths.block(block_id))
    expect(heard(shown.text)).toContain('11:00 to 12:00')
    // Both ways from here lead to the day that they came from.
    const itsDay = calendarPaths.view({ day: day() })
    expect(shown.text).toMatch(new RegExp(`href="${itsDay.replace('?', '\\?')}"[^>]*>Leave it`))
    expect(await post(calendarPaths.block(block_id), {})).toMatchObject({ status: 303, where: itsDay })
    expect((await get(calendarPaths.block(block_id))).status).toBe(404)
    // Their own press once more leads on; a colleague is told by whom and when.
    expect(await post(calendarPaths.block(block_id), {})).toMatchObject({ status: 303, where: itsDay })
    const colleague = await joinClinic(db, clinic.clinicId, { name: 'Wren Dell' })
    const late = await post(calendarPaths.block(block_id), {}, colleague)
    expect(late.status).toBe(409)
    expect(heard(late.text)).toContain('This time was opened already')
    expect(heard(late.text)).toMatch(
      new RegExp(`${sol.name} opened it, [A-Z][^.]+, \\d\\d:\\d\\d[^.]*\\. Nothing was done now`),
    )
    expect((await post(calendarPaths.block(crypto.randomUUID()), {})).status).toBe(404)
  })

  test('no page changes anything but who has read what', async () => {
    const id = await bookedByStaff(db, sol, at('10:00'))
    const tables = ['appointments', 'claims', 'blocks', 'absences', 'closures', 'commands', 'mails', 'holiday_answers']
    const state = async () =>
      Promise.all(
        tables.map(
          async (table) =>
            (
              await db.admin.query(`select * from clinic.${table} t where clinic_id = $1 order by t::text`, [
                clinic.clinicId,
              ])
            ).rows,
        ),
      )
    const before = await state()
    const { calendar, newVisit, newBlock, away, closures, bent } = calendarPaths
    const days = `first=${day()}&last=${day()}`
    const to = { start: dayAfterTomorrow('12:00'), therapist: clinic.therapists[0] ?? '' }
    const pages = [calendar, newVisit, newBlock, away, closures, bent, `${away}?${days}&whose=${to.therapist}`]
    pages.push(`${closures}?${days}&whose=all&reason=x`, calendarPaths.move(id), calendarPaths.moveTo(id, to))
    pages.push(calendarPaths.rescueOf({ therapist: to.therapist, first: day(), last: day() }))
    for (const path of pages) expect((await get(path)).status, path).toBe(200)
    expect(await state()).toEqual(before)
  })
})
