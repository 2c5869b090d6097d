/** The waiting list as staff use it in a browser without scripts, over a real PostgreSQL. */
import { beforeEach, expect, test } from 'vitest'
import { takeOffer } from '../../../clinic/booking/waiting/answer-offer.ts'
import { joinWaitingList } from '../../../clinic/booking/waiting/waiting-list.ts'
import { bookedVisit, makeMember } from '../../../clinic/booking/test-staff.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import type { Member, Role } from '../../../clinic/people/members.ts'
import { browser } from '../clinic/clinic.fixtures.ts'

const db = sharedDatabase()
let clinic: TestClinic
beforeEach(async () => {
  clinic = await makeTestClinic(db)
})

const memberOf = async (role: Role, of = clinic): Promise<Member> => ({
  ...{ clinicId: of.clinicId, memberId: await makeMember(db, of.clinicId, role), accountId: crypto.randomUUID() },
  ...{ name: 'Amara Larch', email: 'amara@lantern.example', role, therapistId: null },
})
const at = async (role: Role = 'reception', of = clinic) =>
  browser(db, await memberOf(role, of), Temporal.Now.instant())

const onDay = () =>
  Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00')).toZonedDateTimeISO('Europe/London').toPlainDate()
async function wait(name: string, movesVisit?: string): Promise<string> {
  const joined = await joinWaitingList(db.app, {
    ...{ clinicId: clinic.clinicId, joinKey: crypto.randomUUID(), service: clinic.serviceId, therapist: null },
    wish: {
      ...{ location: null, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 720 },
      ...{ firstDay: onDay().toString(), lastDay: onDay().toString() },
    },
    ...(movesVisit !== undefined && { movesVisit }),
    ...(movesVisit === undefined && {
      details: {
        ...{ personName: name, contactName: 'Noor Fleet', email: 'noor@example.org', phone: '020 7946 0152' },
        payer: 'self' as const,
      },
    }),
  })
  if (!joined.ok) throw new Error(joined.why)
  return joined.entryId
}
const list = '/console/waiting'
const openOffers = async () =>
  (
    await db.admin.query<{ id: string }>(
      `select offer_id as id from clinic.offers o join clinic.waiting_entries e using (clinic_id, waiting_entry_id)
     where o.clinic_id = $1 and o.state = 'open' and e.email like '%example.org'`,
      [clinic.clinicId],
    )
  ).rows

test('who waits is listed with what for, which days, since when and how to reach them; names are shown as text', async () => {
  await wait('Nadia <b>Fleet</b>')
  const { text, html } = await (await at()).get(list)
  expect(html).toContain('Nadia &lt;b>Fleet&lt;/b>')
  expect(text).toMatch(
    /First visit with anybody who gives it\s*\. Any day, before noon, until .*\. Waits since .* \(London time\)/,
  )
  for (const says of ['Noor Fleet', 'noor@example.org', '020 7946 0152']) expect(text).toContain(says)
})

test('who would move a visit is listed with the visit, and it is written down that somebody looked', async () => {
  const visit = await bookedVisit(db, clinic, '11:00', { personName: 'Ash', email: 'ash@example.org' })
  await wait('', visit)
  const { html, text } = await (await at()).get(list)
  expect(html).toContain(`href="/console/visits/${visit}"`)
  expect(text).toContain('and wants an earlier time.')
  const { rows } = await db.admin.query('select what from clinic.reads where appointment_id = $1', [visit])
  expect(rows).toEqual([{ what: 'visit' }])
})

test('whose days are over, whose visit was cancelled, and who has a time, are not listed', async () => {
  const [over, cancelled, waits] = ['Over', 'Gone', 'Stays']
  const visit = await bookedVisit(db, clinic, '11:00', { personName: cancelled, email: 'gone@example.org' })
  await wait('', visit)
  const entry = await wait(over)
  await wait(waits)
  const before = (await (await at()).get(list)).text
  for (const name of [over, cancelled, waits]) expect(before).toContain(name)
  await db.admin.query(`update clinic.appointments set state = 'cancelled' where appointment_id = $1`, [visit])
  await db.admin.query(
    `update clinic.waiting_entries set first_day = current_date - 2, last_day = current_date - 1 where waiting_entry_id = $1`,
    [entry],
  )
  const { text } = await (await at()).get(list)
  expect(text).toContain(waits)
  for (const name of [over, cancelled]) expect(text).not.toContain(name)
  // Nor is whoever has come.
  await db.admin.query(
    `update clinic.appointments set state = 'confirmed', starts_at = now() - interval '1 minute' where appointment_id = $1`,
    [visit],
  )
  expect((await (await at()).get(list)).text).not.toContain(cancelled)
})

test('a time is offered from the page of one of them, shown with its end, and passed on when they do not want it', async () => {
  const entry = await wait('Ash')
  await wait('Bo')
  const page = await (await at()).get(`${list}/${entry}`)
  const [, time = ''] = /name="time" value="([^"]+)"/.exec(page.html) ?? []
  expect(page.text).toMatch(/08:00 \(London time\), Therapist 1, Bethnal Green/)
  expect(page.text).toMatch(/[Aa]nswer until .* \(London time\)/)
  const offered = await (await at()).resend(page, { time }, `${list}/${entry}/offer`)
  expect(offered).toMatchObject({ status: 303, location: list })
  // A second press of the page that still stands open, by somebody else, does it no second time.
  expect((await (await at('owner')).resend(page, { time }, `${list}/${entry}/offer`)).status).toBe(303)
  expect(await openOffers()).toHaveLength(1)
  const shown = await (await at()).get(list)
  expect(shown.text).toMatch(/Kept for them: .*, with Therapist 1, Bethnal Green\. .*They can answer until/)
  const passed = await (await at()).resend(shown, {}, `${list}/${entry}/pass`)
  expect(passed.status).toBe(303)
  const after = await (await at()).get(list)
  // Now the next is asked, and nobody is listed twice.
  expect(after.text.match(/Asked before: [^.]*\./g)).toContain(
    'Asked before: 0 passed on by them, 1 by your team, 0 ended before they answered.',
  )
  expect(shown.text).not.toContain('Asked before: 0 passed on by them, 1 by your team, 0')
  expect(after.text.match(/Kept for them: [^,]*, [^,]*, with Therapist 1/g)).toHaveLength(1)
  expect(after.html.match(new RegExp(`href="${list}/${entry}"`, 'g'))).toHaveLength(1)
  expect(after.html).not.toContain(`action="${list}/${entry}/pass"`)
  // The page that was shown before passes on nothing that came after.
  const [bos] = await openOffers()
  await (await at()).resend(shown, {}, `${list}/${entry}/pass`)
  expect(await openOffers()).toEqual([bos])
})

test('a time that is kept for one of them is said to be so in the calendar and to whoever wants to book it, and not that somebody is booking', async () => {
  const entry = await wait('Ash')
  const staff = await at()
  const page = await staff.get(`${list}/${entry}`)
  const [, time = ''] = /name="time" value="([^"]+)"/.exec(page.html) ?? []
  await staff.resend(page, { time }, `${list}/${entry}/offer`)
  const { text } = await staff.get(`/console/calendar?view=day&who=all&day=${onDay()}`)
  // Once in the table, once in the list.
  expect(text.match(/Kept for somebody on the waiting list/g)).toHaveLength(2)
  expect(text).not.toContain('somebody is booking it')
  const wanted = new URLSearchParams({ service: clinic.serviceId, therapist: clinic.therapists[0] ?? '' })
  const refused = await staff.get(`/console/calendar/new?${wanted}&day=${onDay()}&time=08:00`)
  expect(refused.text).toContain('Kept for somebody on the waiting list, 08:00 to')
  expect(refused.text).not.toContain('booking online right now')
})

test('a time that is gone, or none, is refused in words, and who has an offer is offered no second', async () => {
  const [ash, bo] = [await wait('Ash'), await wait('Bo')]
  const page = await (await at()).get(`${list}/${ash}`)
  const times = [...page.html.matchAll(/name="time" value="([^"]+)"/g)].map(([, value = '']) => value)
  const none = await (await at()).resend(page, {}, `${list}/${ash}/offer`)
  expect([none.status, none.text.includes('Choose a time.')]).toEqual([422, true])
  const junk = await (await at()).resend(page, { time: 'a.b.c' }, `${list}/${ash}/offer`)
  expect(junk.status).toBe(422)
  const boPage = await (await at()).get(`${list}/${bo}`)
  expect((await (await at()).resend(page, { time: times[0] ?? '' }, `${list}/${ash}/offer`)).status).toBe(303)
  const gone = await (await at()).resend(boPage, { time: times[0] ?? '' }, `${list}/${bo}/offer`)
  expect([gone.status, gone.text.includes('This time is not free any more.')]).toEqual([409, true])
  const second = await (await at()).resend(page, { time: times.at(-1) ?? '' }, `${list}/${ash}/offer`)
  expect([second.status, second.text.includes('Another time is kept for them already.')]).toEqual([409, true])
})

test('taken off with a reason, they are listed as such; without one they stay, and what was typed too', async () => {
  const entry = await wait('Ash')
  const [one, off] = [`${list}/${entry}`, `${list}/${entry}/off`]
  const empty = await (await at()).send(one, { reason: ' ' }, off)
  expect([empty.status, empty.text.includes('Enter why they wish it.')]).toEqual([422, true])
  const long = await (await at()).send(one, { reason: 'x'.repeat(201) }, off)
  expect([long.status, long.html.includes('x'.repeat(201))]).toEqual([422, true])
  const page = await (await at()).get(one)
  const reason = 'Rang: <i>has</i> a time elsewhere'
  expect(await (await at()).resend(page, { reason }, off)).toMatchObject({ status: 303, location: list })
  expect((await (await at()).resend(page, { reason: 'Again' }, off)).status).toBe(303)
  const { html, text } = await (await at()).get(list)
  expect(html).toContain('Rang: &lt;i>has&lt;/i> a time elsewhere')
  expect(text).toMatch(/Taken off in the last two weeks Ash , First visit: .*Amara Larch/)
  expect(text).not.toContain('Again')
  expect((await (await at()).get(one)).status).toBe(404)
  await db.admin.query(
    `update clinic.waiting_entries set changed_at = now() - interval '15 days' where waiting_entry_id = $1`,
    [entry],
  )
  expect((await (await at()).get(list)).text).not.toContain('a time elsewhere')
})

test('who took their time meanwhile is said to have a visit, whatever was pressed; it stands', async () => {
  const entry = await wait('Ash')
  const page = await (await at()).get(`${list}/${entry}`)
  const [, time = ''] = /name="time" value="([^"]+)"/.exec(page.html) ?? []
  await (await at()).resend(page, { time }, `${list}/${entry}/offer`)
  const [offer] = await openOffers()
  const shown = await (await at()).get(list)
  const taken = await takeOffer(db.app, db.secret, { clinicId: clinic.clinicId, offerId: offer?.id ?? '' })
  const visit = taken.ok ? taken.appointmentId : ''
  const pressed = [
    await (await at()).resend(shown, {}, `${list}/${entry}/pass`),
    await (await at()).resend(page, { reason: 'Rang' }, `${list}/${entry}/off`),
    await (await at()).resend(page, { reason: '' }, `${list}/${entry}/off`),
    await (await at()).resend(page, { time }, `${list}/${entry}/offer`),
  ]
  for (const { status, text, html } of pressed) {
    expect(status).toBe(409)
    expect(text).toContain('They took the time before you pressed')
    expect(html).toContain(`href="/console/visits/${visit}"`)
  }
  const { rows } = await db.admin.query('select state from clinic.appointments where appointment_id = $1', [visit])
  expect(rows).toEqual([{ state: 'confirmed' }])
})

test('to whoever waits no more nothing is offered, and it is said', async () => {
  const entry = await wait('Ash')
  const page = await (await at()).get(`${list}/${entry}`)
  const [, time = ''] = /name="time" value="([^"]+)"/.exec(page.html) ?? []
  await (await at()).resend(page, { reason: 'Rang' }, `${list}/${entry}/off`)
  const { status, text } = await (await at()).resend(page, { time }, `${list}/${entry}/offer`)
  expect([status, text.includes('They wait no more. Nothing was offered.')]).toEqual([409, true])
  expect(await openOffers()).toEqual([])
})

test('every role of the clinic may; another clinic finds nobody and changes nothing', async () => {
  const entry = await wait('Ash')
  for (const role of ['owner', 'manager', 'therapist', 'reception'] as const)
    expect((await (await at(role)).get(list)).text).toContain('Ash')
  const page = await (await at()).get(`${list}/${entry}`)
  const [, time = ''] = /name="time" value="([^"]+)"/.exec(page.html) ?? []
  expect((await (await at()).resend(page, { time }, `${list}/${entry}/offer`)).status).toBe(303)
  const [offer] = await openOffers()
  const other = await makeTestClinic(db)
  const theirs = await at('owner', other)
  expect((await theirs.get(list)).text).not.toContain('Ash')
  expect((await theirs.get(`${list}/${entry}`)).status).toBe(404)
  const post = (what: string, fields: Record<string, string>) =>
    theirs.post(`${list}/${entry}/${what}`, new URLSearchParams(fields))
  await post('pass', { offer: offer?.id ?? '' })
  await post('off', { reason: 'Mine' })
  await post('offer', { time })
  expect(await openOffers()).toEqual([offer])
  expect((await (await at()).get(list)).text).toContain('Ash')
  const taken = await takeOffer(db.app, db.secret, { clinicId: clinic.clinicId, offerId: offer?.id ?? '' })
  expect(taken.ok).toBe(true)
})

test('looking, as often as anybody likes, changes nothing', async () => {
  const entry = await wait('Ash')
  const all = async () =>
    (
      await db.admin.query(
        `select (select count(*) from clinic.offers where clinic_id = $1) as offers,
         (select count(*) from clinic.appointments where clinic_id = $1) as held,
         (select json_agg(e order by waiting_entry_id) from clinic.waiting_entries e where clinic_id = $1) as entries`,
        [clinic.clinicId],
      )
    ).rows
  const before = await all()
  for (const path of [list, `${list}/${entry}`, `${list}/${entry}`])
    expect((await (await at()).get(path)).status).toBe(200)
  for (const path of [`${list}/${entry}/offer`, `${list}/${entry}/pass`, `${list}/${entry}/off`])
    expect((await (await at()).get(path)).status).toBe(303)
  expect(await all()).toEqual(before)
})
