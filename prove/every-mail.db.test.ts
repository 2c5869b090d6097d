/** What is true of every mail that goes out, whatever it tells of: who sends it, who gets it, and where its links lead. */
import ICAL from 'ical.js'
import { type ParsedMail, simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import {
  clinicName,
  kindsIn,
  letGo,
  movedTo,
  type OneOfAKind,
  openPost,
  ourAddress,
  type Post,
  sendEveryKind,
  typedName,
} from './every-mail.ts'
import { wholeDatabase } from './whole-database.ts'

const db = testDatabase()
const shared: { post?: Post; all: readonly OneOfAKind[] } = { all: [] }
const post = () => {
  if (!shared.post) throw new Error('no post yet')
  return shared.post
}
beforeAll(async () => {
  shared.post = await openPost(db)
  shared.all = await sendEveryKind(db, shared.post)
})
afterAll(() => shared.post?.server.stop())

const parsed = (delivery: OneOfAKind['delivery']) => simpleParser(delivery.message)
const ofKind = (kind: string) => {
  const found = shared.all.find((one) => one.kind === kind)
  if (!found) throw new Error(`no mail of kind ${kind}`)
  return found.delivery
}
/** Every address of ours that stands anywhere in a mail: text, HTML, headers, files. */
function linksIn(mail: ParsedMail): readonly string[] {
  const said = [
    mail.text ?? '',
    (mail.html || '').replaceAll('&amp;', '&'),
    mail.headerLines.map(({ line }) => line).join('\n'),
    ...mail.attachments.map(({ content }) => content.toString().replaceAll(/\r?\n[ \t]/g, '')),
  ]
  const found = [...said.join('\n').matchAll(/https?:\/\/[^\s"'<>),;]+/g)].map(([link]) => link)
  return [...new Set(found.map((link) => link.replace(/^http:\/\/localhost\//, `${post().server.origin}/`)))]
}
const headingsOf = (html: string) =>
  [...html.matchAll(/<h[1-3][^>]*>([\s\S]*?)<\/h[1-3]>/g)].map(([, words = '']) =>
    words
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
/** As a browser that was never here before. */
async function open(link: string) {
  const response = await fetch(link, { redirect: 'follow' })
  const body = await response.text()
  return { status: response.status, at: new URL(response.url).pathname, body, headings: headingsOf(body) }
}

test('there is one of every kind that the tables know, and of those to sign in and to join', async () => {
  const known = [
    ...(await kindsIn(db, 'clinic.mails')),
    ...(await kindsIn(db, 'clinic.letter_mails')),
    ...(await kindsIn(db, 'clinic.new_start_mails', 'what')),
    ...(await kindsIn(db, 'auth.way_in_notices', 'what')),
  ]
  expect(known.length).toBeGreaterThan(30)
  const sent = new Set(shared.all.map(({ kind }) => kind))
  expect([...sent].toSorted()).toEqual(
    [...new Set([...known, 'invitation', 'invitation-again', 'sign-in', 'guide'])].toSorted(),
  )
})

describe('every mail', () => {
  test('comes from our own address, in its envelope and its head, and answers go to the clinic', async () => {
    const ofClinic = new Set([...(await kindsIn(db, 'clinic.mails')), ...(await kindsIn(db, 'clinic.letter_mails'))])
    for (const { kind, delivery } of shared.all) {
      const mail = await parsed(delivery)
      const name = ofClinic.has(kind) ? clinicName : 'Unclench'
      expect([kind, delivery.from, mail.from?.value]).toEqual([kind, ourAddress, [{ name, address: ourAddress }]])
      const answersTo = mail.replyTo?.value.map(({ address }) => address) ?? []
      expect([kind, answersTo]).toEqual([kind, name === 'Unclench' ? [] : ['hello@lantern.example']])
      for (const { key, line } of mail.headerLines)
        if (!['to', 'list-unsubscribe'].includes(key)) expect(line, kind).not.toContain('@example.org')
      expect(mail.headerLines.map(({ key }) => key).filter((key) => /^(cc|bcc|sender|return-path)$/.test(key))).toEqual(
        [],
      )
    }
  })

  test('goes to the one stored address, and a name with commas and quotes is one recipient and whole', async () => {
    const { rows } = await db.admin.query<{ id: string; address: string }>(
      `select mail_id as id, address from clinic.mails union all select letter_mail_id, address from clinic.letter_mails`,
    )
    const stored = new Map(rows.map(({ id, address }) => [id, address]))
    const named = new Set<string>()
    for (const { kind, delivery } of shared.all) {
      const mail = await parsed(delivery)
      const to = [mail.to ?? []].flat().flatMap(({ value }) => value)
      expect([kind, to.map(({ address }) => address)]).toEqual([kind, [delivery.to]])
      if (stored.has(delivery.mailId)) expect(delivery.to).toBe(stored.get(delivery.mailId))
      if (to[0]?.name === typedName) named.add(kind)
      if (to[0]?.name) expect([typedName, clinicName]).toContain(to[0].name)
    }
    for (const kind of [
      'confirmation',
      'moved',
      'cancelled',
      'reminder-48h',
      'offer',
      'waiting',
      'request',
      'review-invitation',
    ])
      expect([...named]).toContain(kind)
  })

  test('opened by a scanner, each link three times in three ways, changes not one byte, signs nobody in, and uses nothing up', async () => {
    const links = new Set<string>()
    for (const { delivery } of shared.all) for (const link of linksIn(await parsed(delivery))) links.add(link)
    const ours = [...links].filter((link) => link.startsWith(post().server.origin))
    expect(ours.length).toBeGreaterThan(20)
    const before = await wholeDatabase(db.admin)
    for (let time = 0; time < 3; time += 1)
      for (const link of ours)
        for (const method of ['GET', 'HEAD', 'OPTIONS']) {
          const response = await fetch(link, { method, redirect: 'manual' })
          await response.arrayBuffer()
          expect(response.status, link).toBeLessThan(500)
          expect(response.headers.getSetCookie().filter((cookie) => cookie.includes('session'))).toEqual([])
        }
    expect(await wholeDatabase(db.admin)).toEqual(before)
  })

  test('has no link that leads nowhere, to the first page, or to a button that works by looking', async () => {
    for (const { kind, delivery } of shared.all)
      for (const link of linksIn(await parsed(delivery))) {
        if (!link.startsWith(post().server.origin)) continue
        const page = await open(link)
        const where = `${kind}: ${link.slice(post().server.origin.length).replace(/[\w-]{60,}/, '…')}`
        expect([where, page.status]).toEqual([where, 200])
        expect([where, page.at]).not.toEqual([where, '/'])
        if (page.at === '/guide/pdf/flare-plan.pdf') {
          expect([where, page.body.startsWith('%PDF-')]).toEqual([where, true])
          continue
        }
        expect(page.headings.length, where).toBeGreaterThan(0)
        if (!/[\w-]{64}/.test(page.at)) continue
        for (const [form] of page.body.matchAll(/<form[^>]*>/g)) expect(form, where).toContain('method="post"')
      }
  })

  /** In the mail's own words: what the heading of its page must name. */
  const whatOpens: Readonly<Record<string, (mail: ParsedMail) => RegExp>> = {
    ...Object.fromEntries(
      ['confirmation', 'moved', 'reminder-48h', 'reminder-2h', 'offer'].map((kind) => [kind, whenOf]),
    ),
    cancelled: () => /^Therapist 1$/,
    'choose-again': () => /^Please choose another time$/,
    'stands-again': () => /^Your visit stands after all$/,
    waiting: () => /^You are on the waiting list$/,
    'review-invitation': () => /Therapist 1/,
    question: () => /question/i,
    answer: () => /answer/i,
    comment: () => /comment/i,
    'was-it-you': () => /^Was it you\?$/,
    'sign-in': () => /sign in/,
    invitation: () => /^Join Bones, Backs/,
    'invitation-again': () => /Bones, Backs/,
  }
  function whenOf(mail: ParsedMail): RegExp {
    const [, day = '-', time = '-'] =
      /: (\w+ \d+ \w+)(?: \d{4})?, (\d\d:\d\d) \(London time\)$/.exec(mail.subject ?? '') ?? []
    return new RegExp(`${day}.*${time}`)
  }

  test.each(Object.keys(whatOpens))(
    '%s: its button leads to a page whose heading names what the mail is about',
    async (kind) => {
      const mail = await parsed(ofKind(kind))
      const [button = ''] = /<a [^>]*href="([^"]+)"[^>]*background/.exec(mail.html || '')?.slice(1) ?? []
      const page = await open(
        button.replaceAll('&amp;', '&').replace(/^http:\/\/localhost\//, `${post().server.origin}/`),
      )
      expect(page.headings.join('\n')).toMatch(new RegExp(whatOpens[kind]?.(mail).source ?? '-', 'im'))
    },
  )
})

describe('a visit whose links a scanner has opened', () => {
  test('shows what stands, when, with whom and where, to whoever comes after it, with its buttons; and they still work', async () => {
    const [visit = ''] = linksIn(await parsed(ofKind('confirmation'))).filter((link) => link.includes('/visits/'))
    for (const path of ['', '/cancel', '/move'])
      for (const method of ['HEAD', 'GET', 'OPTIONS']) await fetch(`${visit}${path}`, { method })
    const page = await open(visit)
    for (const words of ['Your visit is booked', '10:00 to 10:45', 'Therapist 1', '14 Lantern Yard', 'Cancel it'])
      expect(page.body).toContain(words)
    expect((await post().post(`${new URL(visit).pathname}/cancel`, {})).status).toBe(303)
    expect((await open(visit)).body).toContain('Your visit is cancelled')
  })

  test('that was cancelled is booked again at the same service, therapist and place; where that is not offered, by telephone', async () => {
    const mail = await parsed(ofKind('cancelled'))
    const [again = ''] = linksIn(mail).filter((link) => link.includes('/therapists/'))
    const { clinic } = post()
    expect(again).toContain(`service=${clinic.serviceId}&place=${clinic.locationId}`)
    const page = await open(again)
    expect(page.body).toMatch(new RegExp(`<option value="${clinic.serviceId}" selected`))
    expect(page.body).toContain('class="time"')
    const visit = await post().book('again@example.org', 20)
    await post().post(`${visit}/cancel`, {})
    const pageOf = async () => (await open(`${post().server.origin}${visit}`)).body
    expect(await pageOf()).toContain('Book Therapist 1 again')
    for (const [gone, back] of [
      [
        'update clinic.service_therapists set withdrawn_at = now()',
        'update clinic.service_therapists set withdrawn_at = null',
      ],
      [
        `update clinic.registrations set valid_until = current_date - 2`,
        `update clinic.registrations set valid_until = current_date + 900`,
      ],
      ['update clinic.services set withdrawn_at = now()', 'update clinic.services set withdrawn_at = null'],
    ] as const) {
      await db.admin.query(gone)
      await db.admin.query(
        `update clinic.mails set state = 'queued', next_try_at = now() where kind = 'cancelled' and address = 'again@example.org'`,
      )
      const body = await pageOf()
      await post().flush()
      await db.admin.query(back)
      expect(body, gone).not.toContain('Book Therapist 1 again')
      expect(body).toContain('020 7946 0000')
      const said = (await simpleParser(post().sent.at(-1)?.message ?? '')).text ?? ''
      expect(said).toContain('To book again, ring')
      expect(said).not.toContain('/therapists/')
    }
  })
})

describe('booking again', () => {
  test('at one of several places shows the times there, and leads to those everywhere; what is not offered is said', async () => {
    const { clinic, server } = post()
    const { rows } = await db.admin.query<{ id: string }>(
      `insert into clinic.locations (clinic_id, name, street, town, postcode, latitude, longitude, zone, country)
       values ($1, 'Hoxton', '2 Bell Yard', 'London', 'N1 6ZZ', 51.53, -0.08, 'Europe/London', 'england')
       returning location_id as id`,
      [clinic.clinicId],
    )
    await db.admin.query(
      `insert into clinic.hours (clinic_id, therapist_id, location_id, weekday, from_time, to_time, valid_from)
       select $1, $2, $3, weekday, '20:30', '22:00', '2020-01-01' from generate_series(1, 7) weekday`,
      [clinic.clinicId, clinic.therapists[0], rows[0]?.id],
    )
    const timesOf = async (query: Readonly<Record<string, string>>) => {
      const link = `${server.origin}/therapists/therapist-${clinic.therapists[0]}?${new URLSearchParams(query)}`
      const { body } = await open(link)
      const hours = [...body.matchAll(/class="time"[^>]*>\s*(\d\d):\d\d/g)].map(([, hour]) => Number(hour))
      return { body, late: hours.filter((hour) => hour >= 20).length, day: hours.filter((hour) => hour < 20).length }
    }
    const service = clinic.serviceId
    const there = await timesOf({ service, place: rows[0]?.id ?? '' })
    expect([there.late > 0, there.day]).toEqual([true, 0])
    expect(there.body).toContain('Only at Hoxton.')
    const here = await timesOf({ service, place: clinic.locationId })
    expect([here.late, here.day > 0]).toEqual([0, true])
    for (const place of ['', 'x', '<b>', '01900000-0000-7000-8000-000000000000'])
      expect((await timesOf({ service, place })).body).not.toContain('Only at')
    expect(there.body).not.toContain('cannot be booked online any more')
    expect((await timesOf({ service: '01900000-0000-7000-8000-000000000000' })).body).toContain(
      'What you asked for cannot be booked online any more. Ring 020 7946 0000',
    )
    await db.admin.query('update clinic.hours set valid_until = valid_from where location_id = $1', [rows[0]?.id])
  })
})

describe('the calendar of one visit', () => {
  /** What a calendar holds that keeps RFC 5546 §2.1.4 and heeds a change from its organiser alone. */
  function calendarAfter(files: readonly string[]) {
    const held = new Map<string, { readonly sequence: number; readonly status: string; readonly organizer: string }>()
    for (const file of files) {
      const [event] = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')
      const value = (name: string) => String(event?.getFirstPropertyValue(name))
      const [uid, organizer, sequence] = [value('uid'), value('organizer').toLowerCase(), Number(value('sequence'))]
      const before = held.get(uid)
      if (before && (before.organizer !== organizer || before.sequence > sequence)) continue
      held.set(uid, { sequence, organizer, status: value('status') })
    }
    return [...held.values()].filter(({ status }) => status !== 'CANCELLED')
  }
  const everyOrder = <T>(all: readonly T[]): readonly (readonly T[])[] =>
    all.length < 2
      ? [all]
      : all.flatMap((one, index) => everyOrder(all.filter((_, other) => other !== index)).map((rest) => [one, ...rest]))
  const partsOf = (file: string) => {
    const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')
    const said = (name: string) => {
      const property = event?.getFirstProperty(name)
      if (!property) return undefined
      return `${String(property.getFirstValue()).toLowerCase()} ${property.getFirstParameter('cn') ?? ''}`
    }
    return { uid: said('uid'), organizer: said('organizer'), attendee: said('attendee') }
  }

  test('booked, moved three times and cancelled by its buttons ends empty, in whatever order its mails come and its page’s file is opened', async () => {
    const { flush, book, sent, server } = post()
    const visit = await book('calendar@example.org', 21)
    await flush()
    const fromPage = [await (await fetch(`${server.origin}${visit}/visit.ics`)).text()]
    for (const day of [22, 23, 24]) {
      expect((await post().post(`${visit}/move`, movedTo(post(), day))).status).toBe(303)
      await flush()
    }
    expect((await post().post(`${visit}/cancel`, {})).status).toBe(303)
    await flush()
    fromPage.push(await (await fetch(`${server.origin}${visit}/visit.ics`)).text())
    const mails = sent.filter(({ to }) => to === 'calendar@example.org')
    const files = await Promise.all(
      mails.map(async ({ message }) => {
        const part = (await simpleParser(message)).attachments.find(
          ({ contentType }) => contentType === 'text/calendar',
        )
        const file = part?.content.toString() ?? ''
        const inMime = /text\/calendar;[^;]*; method=(\w+)/.exec(message.toString())?.[1]
        expect(/\r\nMETHOD:(\w+)/.exec(file)?.[1]).toBe(inMime)
        return file
      }),
    )
    expect(files.map((file) => /METHOD:(\w+)/.exec(file)?.[1])).toEqual([...Array(4).fill('REQUEST'), 'CANCEL'])
    const [first = ''] = files
    for (const file of [...files, fromPage[1] ?? '']) expect(partsOf(file)).toEqual(partsOf(first))
    expect(partsOf(fromPage[0] ?? '')).toEqual({ ...partsOf(first), attendee: undefined })
    for (const order of everyOrder(files)) {
      expect(calendarAfter(order)).toEqual([])
      expect(calendarAfter([...order, ...order])).toEqual([])
    }
    // Taken from the page when it was booked, and again when it was cancelled: with no mail at all.
    expect(calendarAfter(fromPage)).toEqual([])
    expect(calendarAfter([fromPage[0] ?? '', ...files])).toEqual([])
  })
})

describe('whoever left the letters', () => {
  const leave = async (email: string) => {
    const { delivery } = shared.all.find((one) => one.kind === 'letter' && one.delivery.to === email) ?? {}
    if (!delivery) throw new Error('no letter')
    const [link = ''] = linksIn(await parsed(delivery)).filter((each) => each.includes('/letters/leave/'))
    return fetch(link, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: 'https://mail.example', 'Sec-Fetch-Site': 'cross-site' },
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
  }

  test('by the button of the mail program, or whose letters came back, is told of a visit, reminded of it, and can sign in', async () => {
    const [one, two] = ['reader0@readers.example', 'reader1@readers.example']
    expect((await leave(one)).status).toBe(200)
    await db.admin.query(
      `insert into clinic.mail_stops (clinic_id, purpose, address, why, because)
       values ($1, 'letters', $2, 'bounced', '550 5.1.1 no such user')`,
      [post().clinic.clinicId, two],
    )
    for (const [index, email] of [one, two].entries()) {
      const from = post().sent.length
      await post().book(email, 30 + index)
      await post().flush()
      await letGo(db)
      await post().flush()
      await post().post('/account/sign-in', { email })
      const subjects = await Promise.all(
        post()
          .sent.slice(from)
          .filter(({ to }) => to === email)
          .map(async (delivery) => (await parsed(delivery)).subject?.split(':')[0]),
      )
      expect(subjects).toEqual(['Booked', 'Reminder', 'Reminder', expect.stringMatching(/sign/i)])
    }
  })
})

describe('a mail server that is in trouble', () => {
  test.each([
    [
      'refuses',
      (_: unknown, _signal: AbortSignal) =>
        Promise.resolve({ ok: false, why: 'tryAgain', because: '451 later' } as const),
    ],
    [
      'hangs',
      (_: unknown, signal: AbortSignal) =>
        new Promise<{ ok: false; why: 'tryAgain'; because: string }>((resolve) => {
          const end = () => resolve({ ok: false, why: 'tryAgain', because: 'hung' })
          if (signal.aborted) end()
          else signal.addEventListener('abort', end)
        }),
    ],
  ] as const)('keeps nobody who books waiting, and what it %s stands with its next try', async (what, answer) => {
    const { book, server } = post()
    let [tries, ended] = [0, 0]
    // It says nothing until everybody has booked: who waited for it would never be done.
    const silence = Promise.withResolvers<void>()
    post().answer.with = async (delivery, signal) => {
      tries += 1
      await silence.promise
      ended += 1
      return await answer(delivery, signal)
    }
    // Whose mail waits when the senders begin.
    await book(`${what}-first@example.org`, what === 'refuses' ? 46 : 47)
    const days = what === 'refuses' ? [40, 41, 42] : [43, 44, 45]
    const stop = post().start()
    for (const day of days) {
      const visit = await book(`${what}${day}@example.org`, day)
      expect((await open(`${server.origin}${visit}`)).headings[0]).toBe('Your visit is booked')
    }
    await expect.poll(() => tries, { timeout: 20_000 }).toBeGreaterThan(0)
    expect(ended).toBe(0)
    silence.resolve()
    const of = async (so: string) =>
      Number(
        (
          await db.admin.query(
            `select count(*) as n from clinic.mails where kind = 'confirmation' and address like $1 and ${so}`,
            [`${what}4%`],
          )
        ).rows[0]?.n,
      )
    await stop()
    post().answer.with = () => Promise.resolve({ ok: true })
    // None is lost: each waits, those that were tried for a later time, and goes once when the server is well again.
    expect(await of(`state = 'queued' and (attempts = 0 or next_try_at > now() and why is not null)`)).toBe(3)
    await db.admin.query(`update clinic.mails set next_try_at = now() where kind = 'confirmation' and state = 'queued'`)
    await post().flush()
    expect(await of(`state = 'handed-over'`)).toBe(3)
    expect(post().sent.filter(({ to }) => to.startsWith(`${what}4`))).toHaveLength(3)
  })
})
