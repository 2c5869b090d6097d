/** A day is rescued by private links: asked from the staff's page, mailed, answered behind the link; over a real PostgreSQL. */
import ICAL from 'ical.js'
import { simpleParser } from 'mailparser'
import { beforeEach, describe, expect, test } from 'vitest'
import { cancelVisit } from '../../../clinic/booking/cancel.ts'
import { findFeed, makeFeed } from '../../../clinic/booking/calendar-feeds.ts'
import { dayList } from '../../../clinic/booking/day-list.ts'
import { privateToken } from '../../../clinic/booking/private-link.ts'
import { enterGrant } from '../../../clinic/booking/grants.ts'
import { lastEvent } from '../../../clinic/booking/test-staff.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { bookedByStaff, joinClinic, wantedAt } from '../../../clinic/calendar/test-calendar.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { beside } from '../../../clinic/db/test-rival.ts'
import { sendDueMails } from '../../../clinic/mail/send-mails.ts'
import type { Member } from '../../../clinic/people/members.ts'
import { calendarPaths } from '../../console/calendar/calendar-paths.ts'
import { consolePaths } from '../../console/console-paths.ts'
import { createConsoleApp } from '../../console/console-app.tsx'
import { consoleHome } from '../../console/console.fixtures.ts'
import { browserOf, dataOf, homeOver } from '../booking/test-pages.ts'
import { bookingPaths } from '../booking/booking-paths.ts'
import { timeValue } from './choose-form.ts'

const db = testDatabase()
let clinic: TestClinic
let sol: Member
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2 })
  sol = await joinClinic(db, clinic.clinicId)
})

const { get: ask, post } = browserOf(homeOver(db))
const staff = async (path: string, fields?: Readonly<Record<string, string>>) => {
  const app = createConsoleApp(consoleHome({ signedIn: { ok: true, member: sol }, data: dataOf(db) }))
  const response = await app.request(`http://clinic.test${path}`, {
    ...(fields && { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: 'http://clinic.test' } }),
  })
  return { status: response.status, body: heard(await response.text()) }
}
const raw = async (path: string) => {
  const app = createConsoleApp(consoleHome({ signedIn: { ok: true, member: sol }, data: dataOf(db) }))
  return { text: await (await app.request(`http://clinic.test${path}`)).text() }
}
/** What a reader hears: the text without its marks. */
const heard = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
const day = () =>
  Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00'))
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toString()
const rescue = () => calendarPaths.rescueOf({ therapist: clinic.therapists[0], first: day(), last: day() })
const nadia = { name: 'Nadia Fleet', email: 'nadia@example.org', phone: '020 7946 8152' }
const visitPath = (appointmentId: string) =>
  bookingPaths.visit(privateToken(db.secret, 'visit', { clinicId: clinic.clinicId, appointmentId }))

/** A visit that cannot be kept, and its person asked from the staff's page. */
async function rescued(whom = nadia, more: { readonly packageNumber?: string } = {}) {
  const visit = await bookedByStaff(db, sol, wantedAt(clinic, '10:00'), { whom, ...more })
  await staff(calendarPaths.away, { whose: clinic.therapists[0] ?? '', first: day(), last: day() })
  const posted = await staff(rescue(), { [`to-${visit}`]: 'ask 0' })
  expect(posted.status).toBe(303)
  const { rows } = await db.admin.query<{ id: string }>(
    'select choose_again_id as id from clinic.choose_again where appointment_id = $1',
    [visit],
  )
  const link = { clinicId: clinic.clinicId, appointmentId: rows[0]?.id ?? '' }
  return { visit, path: bookingPaths.again(privateToken(db.secret, 'choose-again', link)) }
}
const time = (wall: string, therapist = 1) =>
  timeValue({
    start: dayAfterTomorrow(wall),
    therapist: clinic.therapists[therapist] ?? '',
    location: clinic.locationId,
  })
/** Every row of every table that it may touch, as text. */
const everything = async () => {
  const tables = ['appointments', 'claims', 'mails', 'choose_again', 'appointment_events', 'freed_times']
  const rows = await Promise.all(
    tables.map(async (table) => (await db.admin.query(`select t::text from clinic.${table} t order by 1`)).rows),
  )
  return JSON.stringify(rows)
}
async function sent(): Promise<readonly { readonly to: string; readonly text: string }[]> {
  const mails: { to: string; text: string }[] = []
  await db.admin.query(`update clinic.mails set next_try_at = now(), due_at = now() where state = 'queued'`)
  const link =
    (kind: 'visit' | 'choose-again', make: (token: string) => string) =>
    (clinicId: string, id: string, linkRound: number) =>
      `https://u.example${make(privateToken(db.secret, kind, { clinicId, appointmentId: id, linkRound }))}`
  await sendDueMails({
    db: db.app,
    sender: {
      from: 'bookings@unclench.example',
      visitLink: link('visit', bookingPaths.visit),
      chooseAgainLink: link('choose-again', bookingPaths.again),
      checkLink: 'https://u.example/check',
      bookAgainLink: () => 'https://u.example/find',
      offerLink: () => 'https://u.example/offers/x',
      waitingLink: () => 'https://u.example/waiting/x',
      reviewLink: () => 'https://u.example/reviews/x',
      stopLink: () => 'https://u.example/reviews/x/stop',
      staffReviewsLink: 'https://u.example/console/reviews',
      talkLink: (kind, clinicId, id) => `https://u.example/${kind}/${clinicId}.${id}`,
    },
    deliver: (mail) => {
      mails.push({ to: mail.to, text: mail.message.toString('utf8').replaceAll('=\r\n', '') })
      return Promise.resolve({ ok: true })
    },
  })
  return mails
}

test('from the staff’s page to the chosen time: one mail, one button, one choice, and staff see each step', async () => {
  const { visit, path } = await rescued()
  expect((await staff(rescue())).body).toContain('The link was not opened yet.')
  const mails = (await sent()).filter(({ text }) => text.includes('Subject: Please choose another time'))
  expect(mails.map(({ to }) => to)).toEqual(['nadia@example.org'])
  expect(mails[0]?.text).toContain(path)
  const first = await ask(path)
  expect(first.status).toBe(200)
  expect(heard(first.body)).toContain('Lantern Physio cannot keep your visit on')
  expect(first.body).not.toContain('name="time"')
  expect((await post(path, { do: 'open' })).to).toBe(path)
  expect((await staff(rescue())).body).toContain('nothing chosen yet')
  const page = await ask(path)
  expect(page.body).toContain(time('10:00'))
  expect(heard(page.body)).toContain('The price stays £62')
  expect(heard(page.body)).toContain(
    'Once you have a new time: Free to move or cancel until 24 hours before. After that, cancelling costs £30, and you move it by ringing the clinic.',
  )
  expect((await post(path, { do: 'take', time: time('10:00') })).to).toBe(visitPath(visit))
  expect(heard((await ask(visitPath(visit))).body)).toContain('Your visit is changed')
  expect(heard((await ask(path)).body)).toContain('Your visit has a new time')
  const seen = (await staff(rescue())).body
  expect(seen).toContain('Everybody has another time')
  expect(seen).toContain('Nadia Fleet')
  expect(seen).toMatch(/Chose \w+ \d+ \w+, 10:00 to 10:45 \(London time\), with Therapist 2/)
})

test('whoever paid ahead is told there that a late cancel of the new time also uses one up', async () => {
  const two = { payer: 'package', insurer: null, reference: 'PACK 12', visits: 2, validUntil: null } as const
  await enterGrant(db.app, sol, { ...two, personName: nadia.name, lateCancelUses: true })
  const { path } = await rescued(nadia, { packageNumber: 'PACK 12' })
  await post(path, { do: 'open' })
  const page = heard((await ask(path)).body)
  expect(page).toContain('It stays one of the visits that you paid ahead.')
  expect(page).toContain('A late cancel also uses up one of the visits paid for ahead.')
})

/** What a calendar reads in a file: the status and the words. */
const inCalendar = (file: string) =>
  new ICAL.Component(ICAL.parse(file))
    .getAllSubcomponents('vevent')
    .map((event) => `${event.getFirstPropertyValue('status')} ${event.getFirstPropertyValue('summary')}`)
/** The same of the mail with this subject, as it goes out. */
async function inMail(subject: string) {
  const mail = (await sent()).find(({ text }) => text.includes(`Subject: ${subject}`))
  const { attachments } = await simpleParser(mail?.text ?? '')
  return attachments.flatMap(({ content, contentType }) =>
    contentType === 'text/calendar' ? inCalendar(content.toString('utf8')) : [],
  )
}

test('what cannot be kept is certain in no calendar: not in its file, a feed or a mail, until another time is chosen', async () => {
  const { visit, path } = await rescued()
  const file = () => ask(`${visitPath(visit)}/visit.ics`)
  const { rows } = await db.admin.query<{ person_id: string }>(
    'select person_id from clinic.appointments where appointment_id = $1',
    [visit],
  )
  const of = { clinicId: clinic.clinicId, personId: rows[0]?.person_id ?? '' }
  await makeFeed(db.app, db.secret, of, { isNew: true, withInitials: false })
  const feed = await findFeed(db.app, db.secret, of)
  const fed = () => ask(`/feeds/${feed?.token}.ics`)
  const unkept = ['TENTATIVE Choose another time: Lantern Physio']
  expect(inCalendar((await file()).body)).toEqual(unkept)
  expect(inCalendar((await fed()).body)).toEqual(unkept)
  expect(await inMail('Please choose another time')).toEqual(unkept)
  await post(path, { do: 'open' })
  expect((await post(path, { do: 'take', time: time('10:00') })).to).toBe(visitPath(visit))
  const kept = ['CONFIRMED Visit: Lantern Physio']
  expect(inCalendar((await file()).body)).toEqual(kept)
  expect(inCalendar((await fed()).body)).toEqual(kept)
  expect(await inMail('Changed')).toEqual(kept)
})

test('a machine that opens the link, by any way of looking, three times, changes nothing, opened or not', async () => {
  const { path } = await rescued()
  for (const step of ['fresh', 'opened']) {
    if (step === 'opened') await post(path, { do: 'open' })
    const before = await everything()
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET', 'HEAD', 'OPTIONS']) await ask(path, method)
    expect(await everything(), step).toBe(before)
  }
})

test('a form without a known button, or with a time that is none, changes nothing', async () => {
  const { path } = await rescued()
  await post(path, { do: 'open' })
  const before = await everything()
  await post(path, {})
  await post(path, { do: 'drop table' })
  for (const wrong of ['', 'x', `${'9'.repeat(13)} a b`, '<script>', 'x'.repeat(50_000)]) {
    const answered = await post(path, { do: 'take', time: wrong })
    expect(answered.status).toBe(422)
    expect(answered.body).toContain('Choose a time.')
  }
  expect((await post(path, { do: 'take', time: time('03:00') })).status).toBe(409)
  expect(await everything()).toBe(before)
})

test('of a link with one letter changed, of another kind, or of an address that was put right since, is told that it opens nothing', async () => {
  const { path, visit } = await rescued()
  const changed = path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A')
  expect((await ask(changed)).status).toBe(404)
  expect((await ask(visitPath(visit).replace('/visits/', '/visits/again/'))).status).toBe(404)
  expect((await ask(path.replace('/visits/again/', '/visits/'))).status).toBe(404)
  await db.admin.query('update clinic.contacts set link_round = 1 where clinic_id = $1', [clinic.clinicId])
  expect((await ask(path)).status).toBe(404)
  expect((await post(path, { do: 'cancel' })).status).toBe(404)
})

describe('a time that went meanwhile', () => {
  test('is told of at its radio, with what is free now, and the visit stays', async () => {
    const { path, visit } = await rescued()
    await post(path, { do: 'open' })
    await bookedByStaff(db, sol, wantedAt(clinic, '10:00', 1))
    const answered = await post(path, { do: 'take', time: time('10:00') })
    expect(answered.status).toBe(409)
    expect(answered.body).toContain('That time is no longer free')
    expect(answered.body).not.toContain(time('10:00'))
    expect(answered.body).toContain(time('10:45'))
    expect((await post(path, { do: 'take', time: time('10:45') })).to).toBe(visitPath(visit))
  })
})

describe('whoever does not choose', () => {
  test('cancels at no cost, and is not offered the fee of the old terms anywhere', async () => {
    const { path, visit } = await rescued()
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour' where appointment_id = $1`,
      [visit],
    )
    const page = await ask(visitPath(visit))
    expect(heard(page.body)).toContain('The clinic cannot keep this visit')
    expect(heard(page.body)).toContain('Another time costs nothing more, and you can cancel there at no cost.')
    for (const ofOldTerms of ['Cancelling now costs', 'please ring the clinic', 'late cancel', 'Free to move'])
      expect(heard(page.body)).not.toContain(ofOldTerms)
    expect(page.body).toContain(path)
    expect(page.body).not.toContain(`${visitPath(visit)}/cancel`)
    for (const way of ['cancel', 'move']) expect((await ask(`${visitPath(visit)}/${way}`)).to).toBe(path)
    expect((await post(`${visitPath(visit)}/cancel`, { reason: 'No time' })).status).toBe(303)
    expect(heard((await ask(visitPath(visit))).body)).not.toContain('which costs')
    expect(heard((await ask(path)).body)).toContain('This visit is cancelled')
  })

  test('reads of a visit that was moved before that it cannot be kept, and not that it is at that hour now', async () => {
    const visit = await bookedByStaff(db, sol, wantedAt(clinic, '10:00'), { whom: nadia })
    const [therapist = ''] = clinic.therapists
    const to = { start: String(dayAfterTomorrow('11:00')), therapist, location: clinic.locationId }
    expect((await staff(calendarPaths.move(visit), { ...to, version: '0', tell: 'mail' })).status).toBe(303)
    expect(heard((await ask(visitPath(visit))).body)).toContain('Now it is')
    await staff(calendarPaths.away, { whose: therapist, first: day(), last: day() })
    await staff(rescue(), { [`to-${visit}`]: 'ask 1' })
    const page = heard((await ask(visitPath(visit))).body)
    expect(page).toContain('Please do not come then, and choose another time.')
    expect(page).not.toContain('Now it is')
  })

  test('asks to be rung, on another number if they like, and heads the staff’s day', async () => {
    const { path } = await rescued()
    expect((await post(path, { do: 'call', phone: '12' })).status).toBe(422)
    expect((await post(path, { do: 'call', phone: '07700 900 123' })).to).toBe(path)
    const page = heard((await ask(path)).body)
    expect(page).toContain('The clinic knows that you want to be rung.')
    for (const number of ['07700 900 123', nadia.phone]) expect(page).not.toContain(number)
    const today = (await staff(consolePaths.today)).body
    expect(today).toContain('Wants to be rung. 07700 900 123')
    expect((await staff(calendarPaths.asked)).body).toContain('07700 900 123')
  })

  test('is said to be asked on the staff’s page of the visit, with the mail of it, and no reminder is promised', async () => {
    const { visit, path } = await rescued()
    const visitOfStaff = async () => heard((await staff(consolePaths.visit(visit))).body)
    const before = await visitOfStaff()
    expect(before).toMatch(
      /They were asked to choose another time, and not to come at this one\. Asked [^.]+\. The link/,
    )
    expect(before).toMatch(/Question to choose another time to nadia@example\.org/)
    expect(before).toMatch(/Second reminder to [^:]+: goes out [^.]+, if the visit stands after all\./)
    await post(path, { do: 'call', phone: '07700 900 123' })
    expect(await visitOfStaff()).toContain('Wants to be rung. 07700 900 123')
    const other = await bookedByStaff(db, sol, wantedAt(clinic, '15:00', 1))
    expect(heard((await staff(consolePaths.visit(other))).body)).not.toContain('asked to choose')
  })

  test('is marked in every list of the day, and where they come next, while the question is open', async () => {
    const { path } = await rescued()
    await bookedByStaff(db, sol, wantedAt(clinic, '15:00', 1), { whom: { ...nadia, name: 'Owen Effra' } })
    const lists = async () => {
      const inCalendar = (['day', 'week', 'list'] as const).map((view) =>
        calendarPaths.view({ day: day(), view, who: clinic.therapists[0] ?? '' }),
      )
      const pages = await Promise.all(
        [consolePaths.day(day()), consolePaths.printDay(day(), 'all'), consolePaths.today, ...inCalendar].map((at) =>
          staff(at),
        ),
      )
      const told = await dayList(db.app, db.secret, clinic.clinicId, day())
      return {
        words: pages.map((page) => page.body.match(/asked to choose another time/g)?.length ?? 0),
        told: told.map(({ person, isAsked }) => `${person} ${isAsked}`),
      }
    }
    // A day and a week of the calendar say it in their table and in their list, of which a screen shows one.
    const marked = [1, 1, 1, 2, 2, 1]
    expect(await lists()).toEqual({ words: marked, told: ['Nadia Fleet true', 'Owen Effra false'] })
    // The link was opened, and nothing is chosen.
    await post(path, { do: 'open' })
    expect((await lists()).words).toEqual(marked)
    await db.admin.query('delete from clinic.absences where clinic_id = $1', [clinic.clinicId])
    expect(await lists()).toEqual({ words: Array(6).fill(0), told: ['Nadia Fleet false', 'Owen Effra false'] })
  })

  test('costs nothing either when it is cancelled from a page that was open before they were asked', async () => {
    const { visit } = await rescued()
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour' where appointment_id = $1`,
      [visit],
    )
    const cancelled = await cancelVisit(db.app, { clinicId: clinic.clinicId, appointmentId: visit })
    expect(cancelled).toEqual({ ok: true, already: false, late: false, feePence: 0 })
  })

  test('costs nothing when staff cancel it for them, however late, and is said to', async () => {
    const { visit } = await rescued()
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour', late_fee_pence = 3000 where appointment_id = $1`,
      [visit],
    )
    const page = (await staff(consolePaths.cancel(visit))).body
    expect(page).toContain('They do. It costs them nothing.')
    expect(page).not.toMatch(/£30|this time/)
    const press = { who: 'person', reason: 'Will not wait', seen: await lastEvent(db, visit) }
    expect((await staff(consolePaths.cancel(visit), press)).status).toBe(303)
    const { rows } = await db.admin.query('select state from clinic.appointments where appointment_id = $1', [visit])
    expect(rows).toEqual([{ state: 'cancelled' }])
    const mails = (await sent()).filter(({ text }) => text.includes('Subject: Cancelled'))
    expect(mails.length).toBeGreaterThan(0)
    expect(mails.every(({ text }) => text.includes('You have nothing to pay for it.'))).toBe(true)
    // The same press heard twice.
    expect((await staff(consolePaths.cancel(visit), press)).status).toBe(303)
  })

  test('whose fee has begun while the page of its cancel stood open is not cancelled at it unsaid', async () => {
    const visit = await bookedByStaff(db, sol, wantedAt(clinic, '10:00'), { whom: nadia })
    const page = (await raw(consolePaths.cancel(visit))).text
    const shown = /name="shownFee" value="(\w+)"/.exec(page)?.[1] ?? ''
    expect(shown).toBe('none')
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour', late_fee_pence = 3000 where appointment_id = $1`,
      [visit],
    )
    const press = { who: 'person', reason: 'Rang us', seen: await lastEvent(db, visit), shownFee: shown }
    const refused = await staff(consolePaths.cancel(visit), press)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Nothing was cancelled: it costs them something now. Choose again who cancels.')
    expect(refused.body).toContain('They do. It costs them £30, as agreed.')
    expect(refused.body).toContain('Rang us')
    const stateOf = async () =>
      (await db.admin.query('select state from clinic.appointments where appointment_id = $1', [visit])).rows[0]?.state
    expect(await stateOf()).toBe('confirmed')
    expect((await staff(consolePaths.cancel(visit), { ...press, shownFee: 'some' })).status).toBe(303)
    expect(await stateOf()).toBe('late-cancelled')
    expect((await staff(consolePaths.cancel(visit), { ...press, shownFee: 'some' })).status).toBe(303)
  })

  test('gets no reminder of a visit that will not take place', async () => {
    const { visit } = await rescued()
    await sent()
    const { rows } = await db.admin.query<{ why: string }>(
      `select why from clinic.mails where appointment_id = $1 and kind like 'reminder%' and state = 'dropped'`,
      [visit],
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ why }) => why === 'They were asked to choose another time.')).toBe(true)
  })
})

test('the therapist is back: the mail says that the visit stands, and so does the link', async () => {
  const { visit, path } = await rescued({ ...nadia, name: '<b>Nadia</b> evil.example' })
  await sent()
  await db.admin.query(`update clinic.absences set last_day = last_day where clinic_id = $1`, [clinic.clinicId])
  const { rows } = await db.admin.query<{ absence_id: string }>(
    'select absence_id from clinic.absences where clinic_id = $1',
    [clinic.clinicId],
  )
  await staff(calendarPaths.absence(rows[0]?.absence_id ?? ''), { do: 'remove' })
  const mails = await sent()
  expect(mails.map(({ text }) => /Subject: ([^:\r]+)/.exec(text)?.[1])).toContain('Your visit stands after all')
  expect(mails.every(({ text }) => !text.includes('evil.example'))).toBe(true)
  expect(heard((await ask(path)).body)).toContain('Your visit stands after all')
  expect(heard((await ask(visitPath(visit))).body)).toContain('Your visit is booked')
})

test('staff who press for somebody without email, or whose visit changed, are told why, and nobody is moved', async () => {
  const visit = await bookedByStaff(db, sol, wantedAt(clinic, '10:00'), {
    whom: { name: 'Kit Orme', phone: '020 7946 0002' },
  })
  await staff(calendarPaths.away, { whose: clinic.therapists[0] ?? '', first: day(), last: day() })
  const page = await staff(rescue())
  expect(page.body).toContain('Has no email: phone.')
  expect(page.body).not.toContain('Let them choose')
  const posted = await staff(rescue(), { [`to-${visit}`]: 'ask 0' })
  expect(posted.status).toBe(409)
  expect(posted.body).toContain('They have no email: phone.')
})

test('an earlier time is not asked for with a visit that cannot be kept, as if it stood: another is chosen', async () => {
  const { path, visit } = await rescued()
  const earlier = `${visitPath(visit)}/earlier`
  const wish = { key: crypto.randomUUID(), who: 'any', part: 'any', day1: 'yes', day4: 'yes' }
  for (const answered of [await ask(earlier), await post(earlier, wish)])
    expect([answered.status, answered.to]).toEqual([303, path])
  const { rowCount } = await db.admin.query('select from clinic.waiting_entries where clinic_id = $1', [
    clinic.clinicId,
  ])
  expect(rowCount).toBe(0)
})

test('a cancel that comes as another time is chosen in another browser says what stands, and can be pressed again', async () => {
  const { visit } = await rescued()
  const text = `with moved as (update clinic.appointments set version = version + 1, starts_at = $2, ends_at = $3
      where appointment_id = $1 returning 1)
    update clinic.choose_again set closed_at = now(), opened_at = now(), outcome = 'moved' from moved where appointment_id = $1`
  const values = [visit, ...['15:00', '15:45'].map((wall) => new Date(dayAfterTomorrow(wall)))]
  const lost = await beside(db, { text, values }, () =>
    post(bookingPaths.cancel(visitPath(visit).split('/').at(-1) ?? ''), {}),
  )
  expect([lost.waited, lost.answer.status]).toEqual([true, 409])
  expect(heard(lost.answer.body)).toMatch(/It is not cancelled\. It stands: [^.]+ 15:00 to .+Cancel it all the same/)
})
