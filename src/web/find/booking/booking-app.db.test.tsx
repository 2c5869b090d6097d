/** Booking through the pages as a browser posts them, over a real PostgreSQL. */
import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { unseal } from '../../../clinic/people/seal.ts'
import { privateToken, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { freeTimesToMove } from '../../../clinic/booking/offered-time.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import type { BookingHome, FindData } from '../find-home.ts'
import { createBookingApp } from './booking-app.tsx'
import { bookingPaths } from './booking-paths.ts'

const db = testDatabase()
const frame = {
  assets: { css: '/site.css', islands: {} },
  css: '/find.css',
  homeHref: '/',
  leaveHref: '/leave',
  checkHref: '/check',
  planHref: '/plan',
  emergencyHref: '/emergency',
  headerFor: () => ({ kind: 'alone' }) as const,
  footLinks: [],
  footNote: '',
}
let away = false
let address: string | undefined
const home: BookingHome = {
  frame,
  data: (): FindData | undefined => (away ? undefined : { app: db.app, directory: db.directory, secret: db.secret }),
  addressOf: () => address,
}
const app = () => createBookingApp(home)

let clinic: TestClinic
beforeEach(async () => {
  away = false
  address = undefined
  clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
})

const get = async (path: string, method = 'GET') => {
  const response = await app().request(path, { method })
  return { status: response.status, body: await response.text(), response, to: response.headers.get('Location') ?? '' }
}
const post = async (path: string, fields: Readonly<Record<string, string>>) => {
  const response = await app().request(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: response.status, body: await response.text(), to: response.headers.get('Location') ?? '' }
}
const slug = (therapist = 0) => `therapist-${clinic.therapists[therapist]}`
const hold = async (wall = '10:00', therapist = 0) => {
  const { to, status } = await post(`/book/${slug(therapist)}`, {
    service: clinic.serviceId,
    start: String(dayAfterTomorrow(wall)),
  })
  expect(status).toBe(303)
  return to
}
const carried = (wall = '10:00', therapist = 0) => ({
  service: clinic.serviceId,
  therapist: clinic.therapists[therapist] ?? '',
  location: clinic.locationId,
  start: String(dayAfterTomorrow(wall)),
})
const robin = { do: 'book', name: 'Robin Ashdown', email: 'robin@example.org', payer: 'self' }
const book = async (wall = '10:00', more: Readonly<Record<string, string>> = {}) => {
  const booked = await post(await hold(wall), { ...robin, ...carried(wall), ...more })
  expect(booked.status).toBe(303)
  return booked.to
}
/** What a browser would post from the page's form: what stands in it, and what a person changes. */
const filledIn = (html: string, changed: Readonly<Record<string, string>> = {}) => {
  const form = html.slice(html.indexOf('<div class="booking"'))
  const part = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  const inputs = [...form.matchAll(/<input [^>]*>/g)].flatMap(([tag]) => {
    const isChoice = /type="(radio|checkbox)"/.test(tag)
    return isChoice && !/ checked/.test(tag) ? [] : [[part(tag, 'name') ?? '', part(tag, 'value') ?? '']]
  })
  const note = /<textarea[^>]*name="note"[^>]*>([^<]*)/.exec(form)?.[1] ?? ''
  return { ...Object.fromEntries(inputs), do: 'book', note, ...changed }
}
const endHolds = () =>
  db.admin.query(`update clinic.appointments set hold_ends_at = now() - interval '1 second' where state = 'held'`)

/** Every row of every table that a visit may touch, as text. */
const everything = async () => {
  const tables = ['appointments', 'claims', 'persons', 'contacts', 'appointment_events', 'mails', 'shared_checks']
  const rows = await Promise.all(
    tables.map(async (table) => (await db.admin.query(`select t::text from clinic.${table} t order by 1`)).rows),
  )
  return JSON.stringify(rows)
}

describe('from a time to a visit', () => {
  test('is looked at, held, filled in and booked, and the private link shows it', async () => {
    const time = bookingPaths.time(slug(), clinic.serviceId, dayAfterTomorrow('10:00'))
    expect((await get(time)).body).toContain('10:00 (London time)')
    const path = await hold()
    const form = await get(path)
    expect(form.body).toMatch(/Held for you until <strong>\d\d:\d\d:\d\d/)
    const booked = await post(path, { ...robin, ...carried() })
    const visit = await get(booked.to)
    expect(visit.status).toBe(200)
    for (const words of [
      'Your visit is booked',
      '10:00 to 10:45',
      'Therapist 1',
      '14 Lantern Yard',
      'Robin Ashdown',
      '£62',
    ])
      expect(visit.body).toContain(words)
  })

  test('is the same time however its moment is written in the address, with milliseconds or another offset', async () => {
    const path = `/book/${slug()}?service=${clinic.serviceId}&at=`
    const start = Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00'))
    const offset = start.toZonedDateTimeISO('Asia/Tokyo').toString({ timeZoneName: 'never' })
    for (const at of [start.toString({ fractionalSecondDigits: 3 }), offset, encodeURIComponent(offset)])
      expect((await get(path + at)).body).toContain('10:00 (London time)')
    for (const at of ['2026-12-01', '10:00', '2026-13-01T10:00:00Z', '2026-12-01T10:00:00'])
      expect((await get(path + at)).status).toBe(404)
  })

  test('the button that holds a time, pressed twice at once and once more later, is one hold and leads to it', async () => {
    const time = await get(bookingPaths.time(slug(), clinic.serviceId, dayAfterTomorrow('10:00')))
    const press = /name="press" value="([^"]*)"/.exec(time.body)?.[1] ?? ''
    const taken = { service: clinic.serviceId, start: String(dayAfterTomorrow('10:00')), press }
    const path = bookingPaths.timePattern.replace(':slug', slug())
    const answers = await Promise.all([post(path, taken), post(path, taken)])
    answers.push(await post(path, taken))
    expect(new Set(answers.map(({ status, to }) => `${status} ${to}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(303)
    const other = await post(path, { ...taken, press: crypto.randomUUID() })
    expect(other.status).toBe(409)
  })

  test.each(['9999-12-31T00:00:00Z', '0001-01-01T00:00:00Z', '1970-01-02T00:00:00Z'])(
    'a time of another age is answered in words: %s',
    async (at) => {
      const { pathname } = new URL(bookingPaths.time(slug(), clinic.serviceId, 0), 'http://localhost')
      const looked = await get(`${pathname}?${new URLSearchParams({ service: clinic.serviceId, at })}`)
      expect([404, 409]).toContain(looked.status)
      const held = await post(pathname, { service: clinic.serviceId, start: String(Date.parse(at)) })
      expect([404, 409]).toContain(held.status)
    },
  )

  test('the same form pressed three times is one visit, and each answer leads to it', async () => {
    const path = await hold()
    const answers = [await post(path, { ...robin, ...carried() }), await post(path, { ...robin, ...carried() })]
    answers.push(await post(path, { ...robin, ...carried() }))
    expect(new Set(answers.map(({ to }) => to)).size).toBe(1)
    expect(
      (await db.admin.query(`select from clinic.appointments where clinic_id = $1`, [clinic.clinicId])).rows,
    ).toHaveLength(1)
    // Back to the form leads to the visit as well.
    expect((await get(path)).to).toBe(answers[0]?.to)
  })

  test('a form that was booked with, changed and sent again: the first booking stands, and the page says what was not taken', async () => {
    const path = await hold()
    const first = { ...robin, ...carried(), note: 'My knee too.', phone: '020 7946 0001' }
    const booked = await post(path, first)
    expect(booked.status).toBe(303)
    expect(await post(path, first)).toMatchObject({ status: 303, to: booked.to })
    const before = await everything()
    for (const [changed, words] of [
      [{ email: 'other@example.org' }, 'the email address'],
      [{ name: 'Sasha Ashdown' }, 'your name'],
      [{ phone: '' }, 'the phone number'],
      [{ note: 'My hip too.' }, 'the note'],
      [{ payer: 'insurer', insurer: 'AXA Health' }, 'how it is paid'],
      [{ forWhom: 'other', personName: 'Kit' }, 'the name of who comes'],
      [{ name: '' }, 'What you changed'],
    ] as const) {
      const again = await post(path, { ...first, ...changed })
      expect([words, again.status]).toEqual([words, 409])
      expect(again.body).toContain(words)
      expect(again.body).toContain('Your first booking stands')
      expect(again.body).toContain('10:00 (London time)')
      expect(again.body).toContain('robin@example.org')
      expect(again.body).toContain(booked.to)
    }
    expect(await everything()).toBe(before)
    await post(`${booked.to}/cancel`, { version: '0' })
    const gone = await post(path, { ...first, note: 'My hip too.' })
    expect(gone.body).toContain('This visit was cancelled')
    expect(gone.body).not.toContain('stands')
  })

  test.each([
    ['a package number beside "I pay"', { payer: 'self', package: 'PACK 12' }],
    ['an insurer’s number beside "I pay"', { payer: 'self', authorisation: 'AUTH 7' }],
    [
      'a package number beside an insurer',
      { payer: 'insurer', insurer: 'AXA Health', insurerIsMeant: 'AXA Health', package: 'PACK 12' },
    ],
  ])('%s is asked about before it is left out', async (_what, paid) => {
    const path = await hold()
    const asked = await post(path, { ...robin, ...carried(), ...paid })
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('You typed a number for another way to pay.')
    expect(asked.body).toContain('name="numberOut"')
    expect(asked.body).toMatch(/value="(PACK 12|AUTH 7)"/)
    expect((await post(path, { ...robin, ...carried(), ...paid, numberOut: 'yes' })).status).toBe(303)
  })

  test.each([
    ['that nobody knows', 'Blorb Mutual', 'We do not know this insurer'],
    ['that the clinic does not list', 'Aviva', 'The clinic does not list Aviva'],
  ])('an insurer %s is asked about once, and can be booked with all the same', async (_what, insurer, words) => {
    const path = await hold()
    const asked = await post(path, { ...robin, ...carried(), payer: 'insurer', insurer })
    expect(asked.status).toBe(422)
    expect(asked.body).toContain(words)
    expect(asked.body).toContain('You can always pay yourself.')
    const form = { ...robin, ...carried(), payer: 'insurer', insurer }
    // A tick that was set for another insurer is not one for this: it is asked about anew.
    const other = await post(path, { ...form, insurerIsMeant: 'Some other Mutual' })
    expect(other.status).toBe(422)
    expect(other.body).toContain(words)
    expect(other.body).toContain(`name="insurerIsMeant" value="${insurer}"`)
    expect(other.body).not.toMatch(/name="insurerIsMeant"[^>]* checked/)
    expect((await post(path, { ...form, insurerIsMeant: insurer })).status).toBe(303)
  })

  test('an insurer that the clinic lists is booked with at once, by any of its names', async () => {
    await db.admin.query(
      `insert into clinic.service_insurers (clinic_id, service_id, insurer) values ($1, $2, 'bupa')`,
      [clinic.clinicId, clinic.serviceId],
    )
    const form = { ...robin, ...carried(), payer: 'insurer', insurer: 'BUPA UK' }
    expect((await post(await hold(), form)).status).toBe(303)
  })

  test('the form says of each kind of insurer what to know; of one that was typed, what is true of it', async () => {
    const path = await hold()
    const { body } = await get(path)
    expect(body).toMatch(/Health insurance:.*Ring them before.*excess.*Cash plan, such as.*Simplyhealth.*receipt/s)
    const plan = await post(path, { ...robin, ...carried(), name: '', payer: 'insurer', insurer: 'Simply Health' })
    expect(plan.body).toContain('send the receipt to the plan')
    expect(plan.body).not.toContain('Ring them')
  })

  test('a time that is held, by whoever, says until when; one that is booked, or blocked, says that it is taken', async () => {
    const time = bookingPaths.time(slug(), clinic.serviceId, dayAfterTomorrow('10:00'))
    const form = await get(await hold())
    const looked = await get(time)
    expect(looked.status).toBe(409)
    expect(looked.body).toContain('That time is held for somebody')
    expect(looked.body).toMatch(/It is held until [A-Z][^<]+ \(London time\)\./)
    // The window that holds it is led back to its form: both carry the same mark.
    const [, mark] = /data-holds="([^"]+)"/.exec(form.body) ?? []
    expect(looked.body).toContain(`<p data-own-hold="${mark}" hidden`)
    // Half over it lies a visit too: then no end of the hold sets it free.
    await endHolds()
    await book('10:00')
    for (const { body } of [
      await get(time),
      await get(bookingPaths.time(slug(), clinic.serviceId, dayAfterTomorrow('10:15'))),
    ]) {
      expect(body).not.toContain('It is held until')
      expect(body).not.toContain('data-own-hold')
    }
  })

  test('who was overtaken is told so, is shown times near it, and has the form again as it was typed', async () => {
    const path = await hold()
    await post(path, { do: 'leave' })
    await book('10:00', { name: 'Faster', email: 'faster@example.org' })
    const lost = await post(path, { ...robin, ...carried(), phone: '020 7946 0001' })
    expect(lost.status).toBe(409)
    expect(lost.body).toContain('That time is taken')
    const buttons = [...lost.body.matchAll(/<form method="post" action="(\/book\/[^"]+)">(.*?)<\/form>/gs)]
    expect(buttons.length).toBeGreaterThan(2)
    const [, action = '', inside = ''] = buttons[0] ?? []
    const fields = Object.fromEntries(
      [...inside.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    )
    const again = await post(action, fields)
    for (const typed of ['Robin Ashdown', 'robin@example.org', '020 7946 0001'])
      expect(again.body).toContain(`value="${typed}"`)
  })

  test.each([
    ['past', -30],
    ['too far ahead', 400],
  ])('an address whose time is %s promises no times near it, and leads to those that are free', async (_, days) => {
    const start = dayAfterTomorrow('10:00') + days * 86_400_000
    const { status, body } = await get(bookingPaths.time(slug(), clinic.serviceId, start))
    expect(status).toBe(409)
    expect(body).not.toContain('These times are free near it')
    expect(body).toContain('Nothing is free within a week of it')
    expect(body).toContain(`href="/therapists/${slug()}/times?service=${clinic.serviceId}"`)
    expect(body).toContain('href="/find"')
  })

  test('an ended hold is not said to be held, offers no five minutes more, and can still be booked', async () => {
    const path = await hold()
    await endHolds()
    const form = await get(path)
    expect(form.body).toContain('This time is not held any more.')
    expect(form.body).not.toContain('Held for you until')
    expect(form.body).not.toContain('Add 5 minutes')
    expect((await post(path, filledIn(form.body, robin))).status).toBe(303)
  })

  test('an ended hold whose price or length has changed since is held once more and said so, and is booked by another press', async () => {
    const path = await hold()
    const form = await get(path)
    const service = (set: string) =>
      db.admin.query(`update clinic.services set ${set} where service_id = $1`, [clinic.serviceId])
    await endHolds()
    await service('price_pence = 9900, minutes = 30')
    const asked = await post(path, filledIn(form.body, robin))
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('The clinic has changed this visit since: 30 minutes, £99.')
    expect(asked.body).toContain('value="Robin Ashdown"')
    const next = /<form id="details" method="post" action="([^"]+)"/.exec(asked.body)?.[1] ?? ''
    expect(next).not.toBe(path)
    await service('price_pence = 6200, minutes = 45')
    const booked = await post(next, filledIn(asked.body, robin))
    expect(booked.status).toBe(303)
    expect((await get(booked.to)).body).toContain('30 min')
  })

  test('an ended hold that was booked all the same leads to its visit, not to "nothing was booked"', async () => {
    const path = await hold()
    await endHolds()
    const booked = await post(path, { ...robin, ...carried() })
    expect(booked.status).toBe(303)
    expect((await get(path)).to).toBe(booked.to)
    expect((await post(path, { do: 'leave' })).to).toBe(booked.to)
    expect((await post(path, { ...robin, ...carried(), name: '' })).body).toContain(booked.to)
    expect((await get(booked.to)).body).toContain('Your visit is booked')
  })

  test('a page left open that lets the time go after it was booked shows the visit, which stands', async () => {
    const path = await hold()
    const booked = await post(path, { ...robin, ...carried() })
    const left = await post(path, { do: 'leave' })
    expect([left.status, left.to]).toEqual([303, booked.to])
    expect((await get(booked.to)).body).toContain('Your visit is booked')
  })

  test('one network address can hold a dozen times in a clinic, then is told so', async () => {
    address = '203.0.113.7'
    const held = (at: number) =>
      post(`/book/${slug(at % 2)}`, {
        service: clinic.serviceId,
        start: String(dayAfterTomorrow(`${String(8 + Math.floor(at / 2)).padStart(2, '0')}:00`)),
      })
    for (let at = 0; at < 12; at += 1) expect((await held(at)).status).toBe(303)
    expect((await held(12)).status).toBe(429)
    address = '203.0.113.8'
    expect((await held(12)).status).toBe(303)
    const { rows } = await db.admin.query<{ all: string }>(
      `select string_agg(a::text, '') as all from clinic.appointments a`,
    )
    for (const form of ['203.0.113', Buffer.from('203.0.113').toString('hex')]) expect(rows[0]?.all).not.toContain(form)
  })

  test('that a second visit is meant was said of one time: it does not go along to another', async () => {
    await book('10:00')
    const path = await hold('10:00', 1)
    await post(path, { do: 'leave' })
    const faster = { ...robin, name: 'Faster', email: 'faster@example.org', ...carried('10:00', 1) }
    expect((await post(await hold('10:00', 1), faster)).status).toBe(303)
    const lost = await post(path, { ...robin, ...carried('10:00', 1), secondIsMeant: 'yes' })
    const [, action = '', inside = ''] =
      /<form method="post" action="(\/book\/[^"]+)">(.*?)<\/form>/s.exec(lost.body) ?? []
    const again = await post(action, { ...filledIn(`<div class="booking">${inside}`) })
    expect(again.body).toContain('value="robin@example.org"')
    expect(again.body).not.toContain('secondIsMeant')
  })

  test('for somebody else is theirs, and the letters go to whoever booked', async () => {
    const visit = await book('10:00', { forWhom: 'other', personName: 'Ada Ashdown' })
    expect((await get(visit)).body).toContain('For Ada Ashdown')
    const { rows } = await db.admin.query(
      `select p.name as person, k.name as contact, k.email from clinic.persons p join clinic.contacts k using (clinic_id)
       where clinic_id = $1`,
      [clinic.clinicId],
    )
    expect(rows).toEqual([{ person: 'Ada Ashdown', contact: 'Robin Ashdown', email: 'robin@example.org' }])
  })

  test('five minutes more lose nothing that was typed, and ask what a note of danger asks', async () => {
    const path = await hold()
    const renewed = await post(path, { ...robin, ...carried(), note: 'I use a stick', do: 'renew' })
    expect(renewed.status).toBe(200)
    expect(filledIn(renewed.body)).toMatchObject({ name: robin.name, email: robin.email, note: 'I use a stick' })
    expect(renewed.body).not.toContain('Add 5 minutes')
    expect(renewed.body).not.toContain('class="error')
    const told = await post(path, { ...robin, ...carried(), note: 'I am numb between my legs', do: 'renew' })
    expect(told.body).toMatch(/999|A&amp;E/)
    expect(filledIn(told.body)).toMatchObject({ name: robin.name, note: 'I am numb between my legs' })
    expect((await post(path, filledIn(renewed.body))).status).toBe(303)
    // Pressed on a page left open.
    expect((await post(path, { ...robin, ...carried(), do: 'renew' })).to).toMatch(/^\/visits\//)
  })

  test.each(['book', 'renew', 'look', 'leave'])(
    'what a note tells of danger is answered first by “%s”, held or not',
    async (act) => {
      const note = { ...robin, ...carried(), note: 'I am numb between my legs', do: act }
      const path = await hold()
      const [, question = ''] = /name="(danger-[^"]+)"/.exec((await post(path, { ...note, do: 'book' })).body) ?? []
      for (const isHeld of [true, false]) {
        if (!isHeld) await post(path, { do: 'leave' })
        const asked = await post(path, note)
        expect(asked.body).toMatch(isHeld && act !== 'leave' ? /id="note-danger"/ : /<h1[^>]*>Do the check first/)
        const told = await post(path, { ...note, [question]: 'yes' })
        expect(told.body).toContain('Do the check first')
        expect(told.body).not.toContain('Held for you until')
      }
    },
  )

  test('five minutes more are had once, and a time let go is free again', async () => {
    const path = await hold()
    expect((await get(path)).body).toContain('Add 5 minutes')
    expect((await post(path, { do: 'renew' })).to).toBe(path)
    expect((await get(path)).body).not.toContain('Add 5 minutes')
    expect((await post(path, { do: 'leave' })).body).toContain('not held any more')
    expect((await get(path)).status).toBe(410)
    await hold()
  })
})

describe('what was typed', () => {
  test.each([
    ['no name', { name: ' ' }, 'Enter your name.'],
    ['no address', { email: '' }, 'Enter your email address.'],
    ['two addresses in one field', { email: 'a@example.org, b@example.org' }, 'Enter one email address only.'],
    ['nobody to pay', { payer: '' }, 'Choose who pays.'],
    ['an insurer without a name', { payer: 'insurer' }, 'Enter your insurer'],
    ['somebody else without a name', { forWhom: 'other' }, 'Enter the name of the person who comes.'],
    ['a telephone that is none', { phone: 'ring me' }, 'at least 5 digits'],
    ['a note of ten thousand letters', { note: 'x'.repeat(10_000) }, 'Use 2000 characters or fewer'],
    ['a name that is a book', { name: 'x'.repeat(5000) }, 'Use 120 characters or fewer'],
    ['an address that looks like a slip', { email: 'robin@gmial.com' }, 'Did you mean robin@gmail.com?'],
  ])('%s: said at its field, and nothing is lost or booked', async (_what, wrong, words) => {
    const path = await hold()
    const again = await post(path, { ...robin, ...carried(), membership: 'DEMO 4471', ...wrong })
    expect(again.status).toBe(422)
    expect(again.body).toContain(words)
    expect(again.body).toContain('DEMO 4471')
    expect((await db.admin.query(`select from clinic.persons where clinic_id = $1`, [clinic.clinicId])).rows).toEqual(
      [],
    )
  })

  test.each(['Sade', 'José Ñuñez', 'עדה', '王小明', 'O’Hara', 'Müller-Lüdenscheidt', '👩‍🦰 Bo', 'N'])(
    'a name like %s is kept as it was written',
    async (name) => {
      expect((await get(await book('10:00', { name }))).body).toContain(`For ${name}`)
    },
  )

  test('markup in any field is shown as it was typed and does nothing', async () => {
    const evil = '"><script>alert(1)</script>'
    const path = await hold()
    const again = await post(path, { ...robin, ...carried(), name: evil, phone: evil, note: evil, membership: evil })
    expect(again.body).not.toContain('<script>alert')
    const visit = await get(await book('12:00', { name: evil, note: evil }))
    expect(visit.body).not.toContain('<script>alert')
    expect(visit.body).toContain('&lt;script>')
  })

  test('a slip of the address that is meant is taken', async () => {
    expect((await get(await book('10:00', { email: 'robin@gmial.com', addressIsMeant: 'yes' }))).status).toBe(200)
  })
})

describe('danger in a note', () => {
  const note = 'Since this morning I am numb between my legs'

  test('asks the check’s own question before anything is booked', async () => {
    const asked = await post(await hold(), { ...robin, ...carried(), note })
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('numb between my legs')
    expect((await db.admin.query(`select from clinic.persons where clinic_id = $1`, [clinic.clinicId])).rows).toEqual(
      [],
    )
  })

  test('999 and the check stand first of all on the page that asks, above the time that is held and every other problem', async () => {
    const { body } = await post(await hold(), { ...robin, ...carried(), note, payer: '' })
    const main = body.slice(body.indexOf('<main'))
    const at = (words: string) => main.indexOf(words)
    const order = [
      'id="problems"',
      'You wrote “',
      'href="/check"',
      'href="tel:999"',
      'href="#note-danger"',
      'href="#payer"',
    ]
    const places = [...order, 'Held for you until', '<h1', 'name="name"'].map(at)
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('is answered while the database is away', async () => {
    const path = await hold()
    away = true
    expect((await post(path, { ...robin, ...carried(), note })).body).toContain('Do the check first')
    expect((await post(path, { ...robin, ...carried() })).status).toBe(503)
  })

  test('who answered no is not told of 999 again when something else is to be put right', async () => {
    const path = await hold()
    const noes = noesTo((await post(path, { ...robin, ...carried(), note })).body)
    const { body } = await post(path, { ...robin, ...carried(), note, ...noes, payer: '' })
    expect(body).toContain('href="#payer"')
    expect(body).not.toContain('class="if-so"')
  })

  /** Every question that the page asks about the note, answered no. */
  const noesTo = (body: string) =>
    Object.fromEntries([...body.matchAll(/name="(danger-[^"]+)"/g)].map(([, name = '']) => [name, 'no']))

  test.each(['yes', 'notSure'])(
    'one question answered "%s" leads to the check, whatever else is wrong, and when the time is gone too',
    async (said) => {
      const path = await hold()
      const noes = noesTo((await post(path, { ...robin, ...carried(), note })).body)
      const questions = Object.keys(noes)
      expect(questions.length).toBeGreaterThan(0)
      for (const gone of [false, true]) {
        if (gone) await post(path, { do: 'leave' })
        for (const wrong of [{}, { name: '' }, { payer: '' }, { note: `${note} ${'x'.repeat(3000)}` }])
          for (const question of questions) {
            const answers = { ...noes, [question]: said }
            const stopped = await post(path, { ...robin, ...carried(), note, ...wrong, ...answers })
            expect(stopped.body).toContain('Do the check first')
            expect(stopped.body).toContain('Nothing was booked')
            expect(stopped.body).toContain('tel:999')
          }
      }
    },
  )

  test('is asked together with what else is wrong, and not lost with the time', async () => {
    const path = await hold()
    const wrong = { ...robin, ...carried(), note, payer: '' }
    const asked = await post(path, wrong)
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('Choose who pays.')
    expect(asked.body).toMatch(/name="danger-[^"]+"/)
    await post(path, { do: 'leave' })
    for (const form of [wrong, { ...wrong, payer: 'self' }])
      expect((await post(path, form)).body).toContain('Do the check first')
    expect((await db.admin.query(`select from clinic.persons where clinic_id = $1`, [clinic.clinicId])).rows).toEqual(
      [],
    )
  })

  test('written into the form after it had booked is answered, and the visit is not said to be gone', async () => {
    const path = await hold()
    const booked = await post(path, { ...robin, ...carried() })
    const stopped = await post(path, { ...robin, ...carried(), note })
    expect(stopped.body).toContain('Do the check first')
    expect(stopped.body).toContain('Your visit stands, but do not wait for it.')
    expect(stopped.body).not.toContain('Nothing was booked')
    expect((await get(booked.to)).body).toContain('Your visit is booked')
  })

  test('as the reason for cancelling is answered with the check, and says what became of the visit', async () => {
    const visit = await book()
    const reason = 'I cannot come, I am numb between my legs since last night'
    const first = await post(`${visit}/cancel`, { reason })
    expect(first.body).toContain('Do the check now')
    expect(first.body).toContain('numb between my legs')
    expect(first.body).toContain('tel:999')
    expect(first.body).toContain('Your visit is cancelled.')
    expect((await get(visit)).body).toContain('Your visit is cancelled')
    expect((await post(`${await book('12:00')}/cancel`, { reason: 'I feel better' })).status).toBe(303)
  })

  test('answered "no" stays answered while an odd address and a second visit are asked about', async () => {
    const odd = { email: 'robin@gmial.com' }
    await book('10:00', { ...odd, addressIsMeant: 'yes' })
    const path = await hold('10:00', 1)
    const first = await post(path, { ...robin, ...carried('10:00', 1), ...odd, note })
    expect(first.body).toContain('Did you mean')
    const noes = noesTo(first.body)
    const second = await post(path, filledIn(first.body, { ...noes, addressIsMeant: 'yes' }))
    expect(second.body).toContain('Tick the box if this one is meant as well')
    expect((await post(path, filledIn(second.body, { secondIsMeant: 'yes' }))).status).toBe(303)
  })

  describe('that is not of the back', () => {
    const throat = 'My lips are swelling since breakfast'
    const said = 'This is about backs only. If it feels like an emergency, call 999 now.'

    test('is answered with one plain way above the form, once; nothing typed is lost, and the same form then books', async () => {
      const path = await hold()
      const first = await post(path, { ...robin, ...carried(), note: throat })
      expect(first.status).toBe(200)
      expect(first.body.indexOf(said)).toBeGreaterThan(0)
      expect(first.body.indexOf(said)).toBeLessThan(first.body.indexOf('<div class="booking"'))
      const { rows } = await db.admin.query('select from clinic.persons where clinic_id = $1', [clinic.clinicId])
      expect(rows).toEqual([])
      const again = filledIn(first.body)
      expect(again).toMatchObject({ name: 'Robin Ashdown', email: 'robin@example.org', note: throat, told: 'yes' })
      expect((await post(path, { ...again, payer: 'self' })).status).toBe(303)
    })

    test('is said beside what else is wrong, and not a second time', async () => {
      const path = await hold()
      const wrong = await post(path, { ...robin, ...carried(), note: throat, payer: '' })
      expect(wrong.status).toBe(422)
      expect(wrong.body).toContain(said)
      expect(wrong.body.indexOf(said)).toBeLessThan(wrong.body.indexOf('id="problems"'))
      const second = await post(path, filledIn(wrong.body, { payer: '' }))
      expect(second.status).toBe(422)
      expect(second.body).not.toContain(said)
      expect((await post(path, filledIn(second.body, { payer: 'self' }))).status).toBe(303)
    })

    test('is said when the time is gone, was booked already, and while the database is away', async () => {
      const path = await hold()
      away = true
      expect((await post(path, { ...robin, ...carried(), note: throat })).body).toContain(said)
      away = false
      await post(path, { ...robin, ...carried() })
      const booked = await post(path, { ...robin, ...carried(), note: throat })
      expect(booked.body).toContain(said)
      expect(booked.body).toContain('Your visit stands.')
      const other = await hold('12:00')
      await post(other, { do: 'leave' })
      const gone = await post(other, { ...robin, ...carried('12:00'), note: throat })
      expect(gone.body).toContain(said)
      expect(gone.body).toContain('Nothing was booked.')
    })

    test('as the reason for cancelling is answered too, and the visit is cancelled', async () => {
      const path = await book()
      const cancelled = await post(`${path}/cancel`, { reason: throat })
      expect(cancelled.body).toContain(said)
      expect(cancelled.body).toContain('Your visit is cancelled.')
    })
  })

  test('answered "no" books', async () => {
    const path = await hold()
    const noes = noesTo((await post(path, { ...robin, ...carried(), note })).body)
    expect((await post(path, { ...robin, ...carried(), note, ...noes })).status).toBe(303)
  })
})

describe('a private link', () => {
  test('looked at by a robot, any way and three times, changes not one byte', async () => {
    const visit = await book()
    const before = await everything()
    for (let time = 0; time < 3; time += 1)
      for (const path of [visit, `${visit}/visit.ics`, `${visit}/cancel`, `${visit}/move`])
        for (const method of ['GET', 'HEAD', 'OPTIONS']) await get(path, method)
    expect(await everything()).toBe(before)
  })

  test('of a visit that is still a hold opens nothing', async () => {
    const subject = readPrivateToken(db.secret, 'hold', (await hold()).split('/').at(-1) ?? '')
    if (!subject) throw new Error('no hold')
    expect((await get(bookingPaths.visit(privateToken(db.secret, 'visit', subject)))).status).toBe(404)
  })

  test('of another installation opens nothing', async () => {
    const subject = readPrivateToken(db.secret, 'visit', (await book()).split('/').at(-1) ?? '')
    if (!subject) throw new Error('no visit')
    const foreign = Buffer.alloc(32, 7)
    expect((await get(bookingPaths.visit(privateToken(db.secret, 'visit', subject)))).status).toBe(200)
    expect((await get(bookingPaths.visit(privateToken(foreign, 'visit', subject)))).status).toBe(404)
    expect((await get(bookingPaths.hold(privateToken(foreign, 'hold', subject)))).status).toBe(404)
  })

  test('shows pages that nothing on the way may keep', async () => {
    const visit = await book()
    for (const page of [await hold('12:00'), visit, `${visit}/cancel`, `${visit}/move`, `${visit}/visit.ics`])
      expect((await get(page)).response.headers.get('Cache-Control')).toBe('no-store')
  })

  test('with any one letter changed is refused in the same words as one that never was', async () => {
    const visit = await book()
    const token = visit.split('/').at(-1) ?? ''
    const never = (await get(`/visits/${'A'.repeat(64)}`)).body
    for (let at = 0; at < token.length; at += 1) {
      const changed = `${token.slice(0, at)}${token[at] === 'B' ? 'C' : 'B'}${token.slice(at + 1)}`
      const refused = await get(`/visits/${changed}`)
      expect([refused.status, refused.body]).toEqual([404, never])
    }
  })

  test.each(['.', '),', '>', '”', '%20'])(
    'copied with what stood after it in a sentence (%s) opens all the same',
    async (after) => {
      const visit = await book()
      expect((await get(visit + after)).status).toBe(200)
      expect((await get(`${visit.slice(0, -1)}${after}`)).status).toBe(404)
    },
  )

  test('of a visit that the list lost, put back from a copy, says whom to ring before anybody sets out; no post is done', async () => {
    const lost = { clinicId: clinic.clinicId, appointmentId: crypto.randomUUID() }
    const path = bookingPaths.visit(privateToken(db.secret, 'visit', lost))
    const { rows } = await db.admin.query<{ phone: string }>('select phone from clinic.clinics where clinic_id = $1', [
      clinic.clinicId,
    ])
    for (const answered of [await get(path), await get(`${path}/cancel`), await post(`${path}/cancel`, {})]) {
      expect(answered.status).toBe(404)
      expect(answered.body).toContain('The clinic’s list does not have this visit')
      expect(answered.body).toContain(rows[0]?.phone ?? 'no phone')
    }
    const elsewhere = { clinicId: crypto.randomUUID(), appointmentId: crypto.randomUUID() }
    expect((await get(bookingPaths.visit(privateToken(db.secret, 'visit', elsewhere)))).body).toContain(
      'opens no visit',
    )
  })

  test('of a hold opens no visit, and of a visit no hold', async () => {
    const path = await hold()
    const booked = (await post(path, { ...robin, ...carried() })).to
    expect((await get(path.replace('/book/hold/', '/visits/'))).status).toBe(404)
    expect((await get(booked.replace('/visits/', '/book/hold/'))).status).toBe(404)
  })

  test('says before and after the booking that no letter can be sent here, and to have it at the visit', async () => {
    const words = 'You cannot send a file here. Have it with you at the visit'
    expect((await get(await hold())).body).toContain(words)
    const visit = await book('12:00')
    expect((await get(visit)).body).toContain(words)
    await post(`${visit}/cancel`, {})
    expect((await get(visit)).body).not.toContain(words)
  })

  test('leads to the visit’s present state after twenty moves', async () => {
    const visit = await book()
    for (let time = 0; time < 20; time += 1) {
      const to = { ...carried(time % 2 ? '11:00' : '15:00') }
      expect((await post(`${visit}/move`, to)).to).toBe(visit)
    }
    expect((await get(visit)).body).toContain('11:00 to 11:45')
  })

  test('gives a calendar file at the right moment, which a cancellation, late or not, takes back under the same name', async () => {
    const visit = await book()
    const read = async () => {
      const file = await get(`${visit}/visit.ics`)
      const calendar = new ICAL.Component(ICAL.parse(file.body))
      const event = calendar.getFirstSubcomponent('vevent')
      const start = event?.getFirstPropertyValue('dtstart')
      return {
        method: calendar.getFirstPropertyValue('method'),
        mime: file.response.headers.get('Content-Type'),
        uid: event?.getFirstPropertyValue('uid'),
        sequence: Number(event?.getFirstPropertyValue('sequence')),
        start: start instanceof ICAL.Time ? start.toJSDate().getTime() : 0,
      }
    }
    const first = await read()
    expect(first).toMatchObject({ method: 'PUBLISH', start: dayAfterTomorrow('10:00'), sequence: 0 })
    await db.admin.query(`update clinic.appointments set free_until = now() - interval '1 hour' where clinic_id = $1`, [
      clinic.clinicId,
    ])
    await post(`${visit}/cancel`, {})
    const last = await read()
    expect(last).toMatchObject({ method: 'CANCEL', uid: first.uid, sequence: 1 })
    expect(last.mime).toContain('method=CANCEL')
  })
})

describe('moving and cancelling', () => {
  test('a new time is looked at beside the old one before it is taken', async () => {
    const visit = await book()
    const list = (await get(`${visit}/move`)).body
    const href = /href="(\/visits\/[^"]+\/move\?[^"]+)"/.exec(list)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const before = await everything()
    const looked = (await get(href)).body
    expect(looked).toContain('It is now on')
    expect(looked).not.toContain('one of several visits')
    expect(await everything()).toBe(before)
  })

  test('every time that is listed to move to can be had; its own is not among them', async () => {
    // 50 minutes are no whole number of quarters: what begins when the visit ends is free only while it stands.
    await db.admin.query('update clinic.services set minutes = 50 where service_id = $1', [clinic.serviceId])
    const visit = await book()
    const day = Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00')).toString().slice(0, 10)
    const list = (await get(`${visit}/move?from=${day}`)).body
    const hrefs = [...list.matchAll(/href="(\/visits\/[^"]+\/move\?[^"]*start=[^"]+)"/g)]
      .map(([, href = '']) => href.replaceAll('&amp;', '&'))
      .slice(0, 60)
    expect(hrefs.length).toBeGreaterThan(9)
    const looked = await Promise.all(hrefs.map(async (href) => ({ href, status: (await get(href)).status })))
    expect(looked.filter(({ status }) => status !== 200)).toEqual([])
  })

  test('a price that has changed since the booking is said before the press that takes it', async () => {
    const visit = await book()
    const to = {
      therapist: clinic.therapists[0] ?? '',
      location: clinic.locationId,
      start: String(dayAfterTomorrow('12:00')),
    }
    const look = () => get(`${visit}/move?${new URLSearchParams(to)}`)
    expect((await look()).body).not.toContain('The price has changed')
    await db.admin.query('update clinic.services set price_pence = 7000 where service_id = $1', [clinic.serviceId])
    const asked = (await look()).body.replaceAll(/<[^>]+>/g, '')
    expect(asked).toContain('If you move it, it costs £70 and not £62.')
    expect((await post(`${visit}/move`, to)).status).toBe(303)
    expect((await get(visit)).body).toContain('£70')
  })

  test('a reason that is too long cancels nothing and is not cut: all of it stands in the form; danger in it is answered first', async () => {
    const visit = await book()
    const long = 'My train is at another hour now. '.repeat(20).trim()
    const answered = await post(`${visit}/cancel`, { reason: long })
    expect(answered.status).toBe(422)
    expect(answered.body).toContain('Nothing was cancelled yet. Use 500 characters or fewer')
    expect(answered.body).toContain(`${long}</textarea>`)
    const danger = await post(`${visit}/cancel`, { reason: `${long} and I am numb between my legs` })
    expect(danger.body).toContain('tel:999')
    expect(danger.body).toContain('Your visit is not cancelled yet')
    expect((await get(visit)).body).toContain('Your visit is booked')
    expect((await get(`${visit}/cancel`)).body).not.toContain('maxlength')
    expect((await post(`${visit}/cancel`, { reason: long.slice(0, 500).trim() })).to).toBe(visit)
  })

  describe('a new time that is held', () => {
    const to = (wall: string) => ({
      ...{ therapist: clinic.therapists[0] ?? '', location: clinic.locationId, start: String(dayAfterTomorrow(wall)) },
    })
    const lookAt = (visit: string, wall: string) => `${visit}/move?${new URLSearchParams(to(wall))}`
    const held = async () =>
      (
        await db.admin.query(`select from clinic.appointments where clinic_id = $1 and moves_id is not null`, [
          clinic.clinicId,
        ])
      ).rows.length
    const fieldsIn = (html: string) =>
      Object.fromEntries(
        [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      )
    const holdAt = async (visit: string, wall: string) => {
      const page = await get(lookAt(visit, wall))
      const { to: at } = await post(`${visit}/move`, { ...fieldsIn(page.body), do: 'hold' })
      expect(at).toBe(lookAt(visit, wall))
      return { at, page: await get(at) }
    }

    test('says until when, on what terms, and that the old one stays; one press moves it, and Back leads to the visit', async () => {
      const visit = await book()
      const { at, page } = await holdAt(visit, '15:00')
      const text = page.body.replaceAll(/<[^>]+>/g, '')
      for (const words of [
        'Held for you until',
        'You keep that until you move it',
        'Once it is moved: Free to move or cancel until',
      ])
        expect(text).toContain(words)
      expect(page.body).toMatch(/data-countdown="(300|2\d\d)"/)
      expect((await get(visit)).body).toContain('10:00 to 10:45')
      expect((await post(`${visit}/move`, { ...fieldsIn(page.body), do: 'move' })).to).toBe(visit)
      expect((await get(visit)).body).toContain('15:00 to 15:45')
      expect(await held()).toBe(0)
      expect((await get(at)).to).toBe(visit)
      // The same press again, from a page that was kept.
      expect((await post(`${visit}/move`, { ...fieldsIn(page.body), do: 'move' })).to).toBe(visit)
    })

    test('is renewed, let go by a button or on leaving, and a word of one tab leaves the hold of another alone', async () => {
      const visit = await book()
      const { at } = await holdAt(visit, '15:00')
      expect((await post(at, { do: 'renew' })).to).toBe(at)
      expect((await get(at)).body).not.toContain('value="renew"')
      expect((await post(at, { do: 'away' })).status).toBe(204)
      expect((await get(at)).body).toMatch(/data-countdown="(\d|1[0-5])"/)
      await post(at, { do: 'back' })
      expect((await get(at)).body).toMatch(/data-countdown="(600|5\d\d)"/)
      const other = await holdAt(visit, '17:00')
      for (const word of ['away', 'leave']) await post(at, { do: word })
      expect((await get(other.at)).body).toMatch(/data-countdown="(300|2\d\d)"/)
      // The first tab is told that its time is not held, and can hold it again.
      expect((await get(at)).body).toContain('Hold it for 5 minutes')
      expect((await post(other.at, { do: 'leave' })).to).toBe(`${visit}/move`)
      expect(await held()).toBe(0)
      expect((await get(visit)).body).toContain('10:00 to 10:45')
    })

    test('whose end has come is moved all the same while it is free, but never at another price than was read', async () => {
      const visit = await book()
      const { page } = await holdAt(visit, '15:00')
      await db.admin.query('update clinic.services set price_pence = 7000 where service_id = $1', [clinic.serviceId])
      await db.admin.query(
        `update clinic.appointments set hold_ends_at = now() where state = 'held' and clinic_id = $1`,
        [clinic.clinicId],
      )
      const again = await post(`${visit}/move`, { ...fieldsIn(page.body), do: 'move' })
      expect(again.status).toBe(409)
      const text = again.body.replaceAll(/<[^>]+>/g, '')
      expect(text).toContain('Your visit is not moved yet.')
      expect(text).toContain('it costs £70 and not £62')
      expect((await get(visit)).body).toContain('10:00 to 10:45')
      expect((await post(`${visit}/move`, { ...fieldsIn(again.body), do: 'move' })).to).toBe(visit)
      expect((await get(visit)).body).toContain('15:00 to 15:45')
    })

    test('by somebody else is answered with what is free near it, and the visit stands', async () => {
      const visit = await book()
      await hold('15:00')
      const answered = await post(`${visit}/move`, { ...to('15:00'), do: 'hold' })
      expect(answered.status).toBe(409)
      expect(answered.body).toContain('These times are free near the other')
      expect((await get(visit)).body).toContain('10:00 to 10:45')
    })

    test('keeps the price that was read, whatever the clinic changes meanwhile', async () => {
      const visit = await book()
      const { page } = await holdAt(visit, '15:00')
      await db.admin.query('update clinic.services set price_pence = 7000 where service_id = $1', [clinic.serviceId])
      expect((await post(`${visit}/move`, { ...fieldsIn(page.body), do: 'move' })).to).toBe(visit)
      expect((await get(visit)).body).toContain('£62')
    })
  })

  test('a time near its own that cannot be had is answered with others, and never with the one it has', async () => {
    const visit = await book()
    const to = (wall: string) => ({
      ...{ therapist: clinic.therapists[0] ?? '', location: clinic.locationId, start: String(dayAfterTomorrow(wall)) },
    })
    const { therapist, location, start } = to('10:00')
    const own = `therapist=${therapist}&amp;location=${location}&amp;start=${start}`
    expect((await get(`${visit}/move`)).body).toContain(own.slice(0, own.indexOf('&amp;start')))
    for (const { status, body } of [
      await get(`${visit}/move?${new URLSearchParams(to('10:05'))}`),
      await post(`${visit}/move`, to('10:05')),
    ]) {
      expect(status).toBe(409)
      expect(body).toContain('These times are free near the other')
      expect(body).not.toContain(own)
    }
  })

  test('every later week is reached from the soonest times, and no time of a day is passed over', async () => {
    const visit = await book()
    const hrefsOf = (html: string) =>
      [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
    const startsOf = (html: string) => [...html.matchAll(/move\?[^"]*start=(\d+)/g)].map(([, start]) => Number(start))
    let page = (await get(`${visit}/move`)).body
    const seen = new Set(startsOf(page))
    let next = hrefsOf(page).find((href) => href.includes('/move?from='))
    for (let week = 0; next && week < 60; week += 1) {
      page = (await get(next)).body
      for (const start of startsOf(page)) seen.add(start)
      const [, after] = /href="([^"]+)" aria-label="The week after"/.exec(page) ?? []
      next = startsOf(page).length === 0 ? undefined : after?.replaceAll('&amp;', '&')
    }
    const { serviceId: service, clinicId, therapists } = clinic
    const wish = { clinicId, service, minutes: 45, therapist: therapists[0] ?? '' }
    const all = { firstDay: Temporal.Now.plainDateISO('Europe/London').toString(), lastDay: '' }
    all.lastDay = Temporal.PlainDate.from(all.firstDay).add({ days: 70 }).toString()
    const { free } = await freeTimesToMove(db.app, wish, 9999, all)
    expect(free.length).toBeGreaterThan(1000)
    expect(free.filter(({ start }) => start > Date.now() + 3_600_000 && !seen.has(start))).toEqual([])
    // The last that can be booked says until when; one after it is not said to have no time.
    expect(page).toContain('You can book until')
    const beyond = (await get(`${visit}/move?from=9999-12-31`)).body
    expect(beyond).toContain('These days cannot be booked yet. You can book until')
    expect(beyond).not.toContain('There is no free time')
    for (const from of ['2026-02-30', 'x', '9999-12-31', '-000001-01-01'])
      expect((await get(`${visit}/move?from=${from}`)).status).toBe(200)
  })

  test.each([
    ['treatment that was withdrawn', 'update clinic.services set withdrawn_at = now() where clinic_id = $1'],
    [
      'therapist whose registration has ended',
      'update clinic.registrations set valid_until = current_date - 1 where clinic_id = $1',
    ],
  ])('of a %s says that there is no other time here, and whom to ring', async (_, statement) => {
    const visit = await book()
    await db.admin.query(statement, [clinic.clinicId])
    for (const path of [`${visit}/move`, `${visit}/move?from=2099-01-01`]) {
      const { status, body } = await get(path)
      expect(status).toBe(200)
      expect(body).toContain('It cannot be booked online any more')
      expect(body).toMatch(/To move it, ring Lantern Physio/)
      for (const wrong of ['No time is free', 'Later days', 'no free time', 'The week after'])
        expect(body).not.toContain(wrong)
    }
  })

  test('to another place says which, in the list, before the button, and where a time is lost', async () => {
    const visit = await book()
    const { rows } = await db.admin.query<{ id: string }>(
      `insert into clinic.locations (clinic_id, name, street, town, postcode, latitude, longitude, zone, country)
       values ($1, 'Tottenham', '2 Row', 'London', 'N15', 51.572, -0.055, 'Europe/London', 'england') returning location_id as id`,
      [clinic.clinicId],
    )
    await db.admin.query('update clinic.services set room_kind = null where clinic_id = $1', [clinic.clinicId])
    await db.admin.query('update clinic.hours set location_id = $2 where clinic_id = $1', [
      ...[clinic.clinicId, rows[0]?.id],
    ])
    const list = (await get(`${visit}/move`)).body
    expect(list).toMatch(/\d\d:\d\d<small> Tottenham<\/small>/)
    const href = /href="(\/visits\/[^"]+\/move\?[^"]+)"/.exec(list)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await get(href)).body).toMatch(/Move it to [^<]+, Tottenham\?/)
    const lost = await get(href.replace(/start=\d+/, `start=${dayAfterTomorrow('10:07')}`))
    expect(lost.body).toContain('<small>Therapist 1, Tottenham</small>')
  })

  test('to a time that somebody has leaves it, says so, and shows others', async () => {
    await book('15:00', { name: 'Else', email: 'else@example.org' })
    const visit = await book('10:00')
    const refused = await post(`${visit}/move`, carried('15:00'))
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Your visit stands as it was')
    expect((await get(visit)).body).toContain('10:00 to 10:45')
  })

  test('that is cancelled is never said to stand: not by a page left open, by Back, or by asking for an earlier time', async () => {
    const visit = await book()
    await post(`${visit}/cancel`, {})
    for (const { body } of [
      await get(`${visit}/move`),
      await post(`${visit}/move`, carried('15:00')),
      await get(`${visit}/earlier`),
    ]) {
      expect(body).toContain('This visit is cancelled')
      expect(body).not.toContain('stands')
    }
  })

  test('cancelled already, is said to be, by the page for cancelling', async () => {
    const visit = await book()
    await post(`${visit}/cancel`, {})
    const page = await get(`${visit}/cancel`)
    expect(page.body).toContain('This visit is cancelled already')
    expect(page.body).not.toContain('cannot be changed')
  })

  test('is not offered to be moved to a minute that nobody could have, and to what it overlaps itself it is', async () => {
    const visit = await book()
    const { therapist, location } = carried()
    const to = async (start: number) => get(`${visit}/move?therapist=${therapist}&location=${location}&start=${start}`)
    const before = await everything()
    for (const start of [
      dayAfterTomorrow('10:07'),
      dayAfterTomorrow('03:00'),
      dayAfterTomorrow('19:45'),
      Date.UTC(2020, 0, 1),
    ]) {
      const page = await to(start)
      expect([start, page.status]).toEqual([start, 409])
      expect(page.body).toContain('That time is not free')
      expect(page.body).not.toContain('Hold it for 5 minutes</button>')
    }
    expect((await to(dayAfterTomorrow('10:15'))).body).toContain('Hold it for 5 minutes</button>')
    expect((await to(dayAfterTomorrow('10:00'))).body).not.toContain('Hold it for 5 minutes</button>')
    expect(await everything()).toBe(before)
  })

  test.each(['x', '', '-1', '1e0', ' 0'])(
    'with the version %j, which is none, is neither moved nor cancelled',
    async (version) => {
      const visit = await book()
      const before = await everything()
      expect((await post(`${visit}/cancel`, { version })).status).toBe(409)
      const { therapist, location } = carried()
      const to = { therapist, location, start: String(dayAfterTomorrow('15:00')) }
      expect((await post(`${visit}/move`, { ...to, version })).status).toBe(409)
      expect(await everything()).toBe(before)
    },
  )

  test('the cost of cancelling stands before the button, and cancelling twice is one', async () => {
    const visit = await book()
    expect((await get(`${visit}/cancel`)).body).toContain('It costs nothing until')
    await db.admin.query(`update clinic.appointments set free_until = now() - interval '1 hour' where clinic_id = $1`, [
      clinic.clinicId,
    ])
    expect((await get(`${visit}/cancel`)).body).toContain('It now costs £30.')
    expect((await post(`${visit}/cancel`, {})).to).toBe(visit)
    expect((await post(`${visit}/cancel`, {})).to).toBe(visit)
    expect((await get(visit)).body).toContain('Your visit is cancelled')
    expect(
      (await db.admin.query(`select from clinic.mails where clinic_id = $1 and kind = 'cancelled'`, [clinic.clinicId]))
        .rows,
    ).toHaveLength(1)
  })
})

describe('nonsense', () => {
  test.each([
    '/book/nobody?service=x&at=y',
    '/book/x?service=00000000-0000-7000-8000-000000000000&at=2026-12-01T10:00:00Z',
    '/book/hold/x',
    '/visits/x',
    `/visits/${'A'.repeat(64)}/move?therapist=x&start=99999999999999999`,
  ])('%s is answered in words', async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(404)
    expect(body).toContain('999')
  })

  test.each([
    { therapist: 'x', location: 'y', start: 'z' },
    { therapist: '00000000-0000-7000-8000-000000000000', location: '00000000-0000-7000-8000-000000000000', start: '1' },
    {},
  ])('a move to %o leaves the visit where it is', async (to) => {
    const visit = await book()
    const refused = await post(`${visit}/move`, to)
    expect(refused.status).toBeLessThan(500)
    expect((await get(visit)).body).toContain('10:00 to 10:45')
  })

  test('a booking for a foreign therapist, service or place books nothing', async () => {
    const other = await makeTestClinic(db)
    const path = await hold()
    await post(path, { do: 'leave' })
    for (const foreign of [
      { therapist: other.therapists[0] ?? '' },
      { service: other.serviceId },
      { location: other.locationId },
      { therapist: 'x' },
      { start: '-1' },
    ]) {
      const refused = await post(path, { ...robin, ...carried(), ...foreign })
      expect(refused.status).toBe(409)
    }
    expect(
      (await db.admin.query(`select from clinic.appointments where clinic_id = $1`, [clinic.clinicId])).rows,
    ).toEqual([])
  })

  test('a body that is no form changes nothing', async () => {
    const visit = await book()
    const response = await app().request(`${visit}/cancel`, {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'Content-Type': 'application/json' },
    })
    expect(response.status).toBe(422)
    expect((await get(visit)).body).toContain('Your visit is booked')
  })
})

test('with the database away every page says so, and what was booked stands', async () => {
  const visit = await book()
  away = true
  for (const path of [visit, `${visit}/cancel`]) expect((await get(path)).status).toBe(503)
  expect((await post(`${visit}/cancel`, {})).status).toBe(503)
  away = false
  expect((await get(visit)).body).toContain('Your visit is booked')
})

describe('sharing the check', () => {
  const check = (level: string) =>
    `Unclench check, form 1\r\n\r\nLevel: ${level}\r\n\r\n- Pain: 4 of 10 in my left side`
  const shared = async () =>
    (
      await db.admin.query<{ sealed: Buffer; clinic_id: string; appointment_id: string }>(
        'select * from clinic.shared_checks where clinic_id = $1',
        [clinic.clinicId],
      )
    ).rows
  const opened = async () =>
    (await shared()).map(({ sealed, clinic_id: clinicId, appointment_id: appointmentId }) =>
      unseal(db.secret, { kind: 'shared-check', clinicId, appointmentId }, sealed),
    )

  test('is off at first: what comes without a tick is not looked at', async () => {
    const form = await get(await hold())
    expect(form.body).toMatch(/data-share="true" hidden/)
    expect(form.body).not.toMatch(/name="share" value="yes" checked/)
    await book('12:00', { sharedCheck: check('soon') })
    expect(await shared()).toEqual([])
  })

  test('keeps exactly what was sent, sealed, and shows it on no page of the private link', async () => {
    const visit = await book('10:00', { share: 'yes', sharedCheck: check('soon') })
    expect(await opened()).toEqual([check('soon').replaceAll('\r\n', '\n')])
    const { body } = await get(visit)
    expect(body).toContain('You shared your check with Therapist 1')
    expect(body).not.toContain('left side')
    expect(await everything()).not.toContain('left side')
  })

  test('stops letters for a week to whoever shared it, and to nobody else of the clinic', async () => {
    const pauses = async () =>
      (
        await db.admin.query<{ address: string; days: number }>(
          `select address, round(extract(epoch from until - now()) / 86400)::int as days
           from clinic.letter_pauses where clinic_id = $1`,
          [clinic.clinicId],
        )
      ).rows
    await book('12:00', { email: 'wren@example.org' })
    expect(await pauses()).toEqual([])
    await book('14:00', { email: 'Heron@Example.org', share: 'yes', sharedCheck: check('self-care') })
    expect(await pauses()).toEqual([{ address: 'heron@example.org', days: 7 }])
  })

  test('never shows the text again in a form that comes back; its tick stays', async () => {
    const path = await hold()
    const sent = await post(path, { ...robin, ...carried(), email: '', share: 'yes', sharedCheck: check('soon') })
    expect(sent.status).toBe(422)
    expect(sent.body).toMatch(/name="share" value="yes" checked/)
    expect(sent.body).not.toContain('left side')
  })

  test.each(['', 'hello', check('fine'), `${check('soon')}${'x'.repeat(12_001)}`])(
    'books nothing with a check that is none, and says so',
    async (sharedCheck) => {
      const sent = await post(await hold(), { ...robin, ...carried(), share: 'yes', sharedCheck })
      expect(sent.status).toBe(422)
      expect(sent.body).toContain('Your check did not come with the form.')
      expect(await shared()).toEqual([])
    },
  )

  test.each(['emergency', 'urgent'])('of a check that says %s leads to help, and books nothing', async (level) => {
    const path = await hold()
    const sent = await post(path, { ...robin, ...carried(), share: 'yes', sharedCheck: check(level) })
    expect(sent.body).toContain('Do the check first')
    expect(sent.body).toContain('999')
    const { rows } = await db.admin.query(`select from clinic.appointments where clinic_id = $1 and state <> 'held'`, [
      clinic.clinicId,
    ])
    expect(rows).toEqual([])
    const visit = await book('14:00')
    expect((await post(`${visit}/check`, { share: 'yes', sharedCheck: check(level) })).body).toContain(
      'Do the check first',
    )
    expect(await shared()).toEqual([])
  })

  test('works after booking too, and is taken back, twice as well as once', async () => {
    const visit = await book()
    const share = () => post(`${visit}/check`, { share: 'yes', sharedCheck: check('self-care') })
    expect(await share()).toMatchObject({ status: 303, to: visit })
    expect(await share()).toMatchObject({ status: 303 })
    expect(await shared()).toHaveLength(1)
    await post(`${visit}/check`, { share: 'yes', sharedCheck: check('soon') })
    expect((await opened())[0]).toContain('Level: soon')
    for (let time = 0; time < 2; time += 1)
      expect(await post(`${visit}/check`, { do: 'take-back' })).toMatchObject({ status: 303, to: visit })
    expect(await shared()).toEqual([])
  })

  test('can be taken back after the visit, and is not shared with one that is over or cancelled', async () => {
    const visit = await book('10:00', { share: 'yes', sharedCheck: check('soon') })
    const become = (state: string) =>
      db.admin.query('update clinic.appointments set state = $1 where clinic_id = $2', [state, clinic.clinicId])
    await become('finished')
    expect((await get(visit)).body).toContain('Take it back')
    await post(`${visit}/check`, { do: 'take-back' })
    for (const state of ['finished', 'cancelled', 'no-show']) {
      await become(state)
      expect((await post(`${visit}/check`, { share: 'yes', sharedCheck: check('soon') })).status).toBe(409)
    }
    expect(await shared()).toEqual([])
  })
})

describe('the mail of a demonstration', () => {
  const demonstration = (more: Partial<BookingHome> = {}) =>
    createBookingApp({
      ...home,
      frame: { ...frame, isDemonstration: () => true },
      readMail: async (id) => `Hello <b>Robin</b>.\nhttps://unclench.test/visits/x\n${id}`,
      ...more,
    })
  const of = async (from: ReturnType<typeof createBookingApp>, path: string) => {
    const response = await from.request(path)
    return { status: response.status, body: await response.text() }
  }

  test('is read from the private link of its visit, and no other’s', async () => {
    const [visit, other] = [await book('10:00'), await book('12:00', { name: 'Sam Other', email: 'sam@example.org' })]
    const shown = demonstration()
    expect((await of(shown, visit)).body).toContain('This demonstration sends no mail.')
    expect((await of(shown, `${visit}/mails`)).body).toContain('One is being written just now.')
    await db.admin.query(
      `update clinic.mails set state = 'handed-over', handed_over_at = now() where kind = 'confirmation'`,
    )
    const [mine, theirs] = [await of(shown, `${visit}/mails`), await of(shown, `${other}/mails`)]
    expect(mine.body).toContain('Hello &lt;b>Robin')
    expect(mine.body).toContain('<a href="https://unclench.test/visits/x"')
    const idIn = (html: string) => /[\da-f]{8}-[\da-f-]{27}/.exec(html)?.[0]
    expect(idIn(mine.body)).toBeDefined()
    expect(idIn(theirs.body)).not.toBe(idIn(mine.body))
  })

  test.each([
    ['a clinic of somebody’s own', { frame }],
    ['where a mail server is named', { readMail: undefined }],
  ])('is not there for %s', async (_, more) => {
    const visit = await book()
    const shown = demonstration(more)
    expect((await of(shown, visit)).body).not.toContain('sends no mail')
    expect((await of(shown, `${visit}/mails`)).status).toBe(404)
  })
})

describe('beside the visit', () => {
  test('a friend is sent to the therapist’s own page, by an address that carries nothing else', async () => {
    const { body } = await get(await book())
    expect(body).toContain(`<a href="/therapists/${slug()}">Recommend Therapist 1 to a friend</a>`)
  })

  test('the page for a doctor or physio is a link away, made from what is on their own device', async () => {
    const { body } = await get(await book())
    expect(body).toContain('<a href="/report">Make one page for a doctor or physio</a>')
  })

  test('the form says what to do with a letter from a GP', async () => {
    expect((await get(await hold())).body).toContain(
      'If your GP gave you a letter, say so here. You cannot send a file here.',
    )
  })
})
