/** Booking through the pages as a browser posts them, over a real PostgreSQL. */
import { beforeEach, describe, expect, test } from 'vitest'
import { unseal } from '../../../clinic/people/seal.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { bookingPages, filledIn, robin } from './test-pages.ts'
import { bookingPaths } from './booking-paths.ts'

const pages = bookingPages()
const { db, house, app, get, post, slug, hold, carried, book, everything } = pages
let clinic: TestClinic
beforeEach(() => {
  clinic = pages.clinic()
})

const endHolds = () =>
  db.admin.query(`update clinic.appointments set hold_ends_at = now() - interval '1 second' where state = 'held'`)

describe('from a time to a visit', () => {
  test('is looked at, held, filled in and booked, and the private link shows it', async () => {
    const time = bookingPaths.time(slug(), clinic.serviceId, dayAfterTomorrow('10:00'))
    expect((await get(time)).body).toContain('10:00 (London time)')
    const path = await hold()
    const form = await get(path)
    expect(form.body).toMatch(/Held for you until <strong>\d\d:\d\d<\/strong> \(London time\)/)
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
    house.address = '203.0.113.7'
    const held = (at: number) =>
      post(`/book/${slug(at % 2)}`, {
        service: clinic.serviceId,
        start: String(dayAfterTomorrow(`${String(8 + Math.floor(at / 2)).padStart(2, '0')}:00`)),
      })
    for (let at = 0; at < 12; at += 1) expect((await held(at)).status).toBe(303)
    expect((await held(12)).status).toBe(429)
    house.address = '203.0.113.8'
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
        expect(asked.body).toMatch(isHeld && act !== 'leave' ? /id="note-danger"/ : /<h1[^>]*>Get help first/)
        const told = await post(path, { ...note, [question]: 'yes' })
        expect(told.body).toContain('Get help first')
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
      'href="tel:999"',
      'href="/check"',
      'href="#note-danger"',
      'href="#payer"',
    ]
    const places = [...order, 'Held for you until', '<h1', 'name="name"'].map(at)
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('is answered while the database is away', async () => {
    const path = await hold()
    house.away = true
    expect((await post(path, { ...robin, ...carried(), note })).body).toContain('Get help first')
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
            expect(stopped.body).toContain('Get help first')
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
      expect((await post(path, form)).body).toContain('Get help first')
    expect((await db.admin.query(`select from clinic.persons where clinic_id = $1`, [clinic.clinicId])).rows).toEqual(
      [],
    )
  })

  test('written into the form after it had booked is answered, and the visit is not said to be gone', async () => {
    const path = await hold()
    const booked = await post(path, { ...robin, ...carried() })
    const stopped = await post(path, { ...robin, ...carried(), note })
    expect(stopped.body).toContain('Get help first')
    expect(stopped.body).toContain('Your visit stands, but do not wait for it.')
    expect(stopped.body).not.toContain('Nothing was booked')
    expect((await get(booked.to)).body).toContain('Your visit is booked')
  })

  test('as the reason for cancelling is answered with the check, and says what became of the visit', async () => {
    const visit = await book()
    const reason = 'I cannot come, I am numb between my legs since last night'
    const first = await post(`${visit}/cancel`, { reason })
    expect(first.body).toContain('Get help first')
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
      house.away = true
      expect((await post(path, { ...robin, ...carried(), note: throat })).body).toContain(said)
      house.away = false
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
  house.away = true
  for (const path of [visit, `${visit}/cancel`]) {
    const looked = await get(path)
    expect([looked.status, looked.body.includes('What was booked before stands as it was.')]).toEqual([503, true])
  }
  // It may have been done, and only the answer be lost.
  const pressed = await post(`${visit}/cancel`, {})
  expect([pressed.status, pressed.body.includes('stands as it was')]).toEqual([503, false])
  expect(pressed.body).toContain('we cannot say whether it was done')
  // "I can't come" is of the visit there too, and what stands beside it is heard.
  const away = async (reason: string) => (await post(`${visit}/cancel`, { reason })).body
  expect(await away("I can't come")).not.toMatch(/sex/i)
  expect(await away("I can't come, I am numb between my legs")).toMatch(/href="tel:999"/)
  expect(await away("Since the fall I can't come during sex")).toMatch(/sex/i)
  house.away = false
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
  const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
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
    expect(sent.body).toContain('Get help first')
    expect(sent.body).toContain('999')
    const { rows } = await db.admin.query(`select from clinic.appointments where clinic_id = $1 and state <> 'held'`, [
      clinic.clinicId,
    ])
    expect(rows).toEqual([])
    const visit = await book('14:00')
    expect((await post(`${visit}/check`, { share: 'yes', sharedCheck: check(level) })).body).toContain('Get help first')
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

  test('is told on the visit with the day it was made and when it was sent, and gives way to a newer one', async () => {
    const of = (day: string, words: string) =>
      check('soon').replace(
        '\r\n\r\n- Pain',
        `\r\n\r\nAs told on ${day}. Since then they have told of ${words}\r\n\r\n- Pain`,
      )
    const visit = await book('10:00', { share: 'yes', sharedCheck: of('2 Feb 2026', 'something new') })
    const sentAt = async () => (await shared()).map((row) => new Date(String(Object(row).shared_at)).getTime())[0]
    const before = await get(visit)
    expect(textOf(before.body)).toMatch(
      /You shared your check with Therapist 1\. It was made on 2 Feb 2026\. You sent it on \w+/,
    )
    expect(before.body).not.toContain('something new')
    // Shown by the page's script alone, where this device has a newer one than that moment.
    const at = Number(/data-shared-at="(\d+)" hidden/.exec(before.body)?.[1])
    expect(Math.abs(at - ((await sentAt()) ?? 0))).toBeLessThan(1000)
    expect(before.body).toContain('What you shared is older than your last check.')
    await post(`${visit}/check`, { share: 'yes', sharedCheck: of('3 Feb 2026', 'nothing') })
    expect(textOf((await get(visit)).body)).toContain('It was made on 3 Feb 2026.')
    await db.admin.query(`update clinic.appointments set state = 'finished' where clinic_id = $1`, [clinic.clinicId])
    const over = await get(visit)
    expect(textOf(over.body)).toContain('It was made on 3 Feb 2026.')
    expect(over.body).not.toContain('data-shared-at')
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
