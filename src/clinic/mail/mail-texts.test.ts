/** What the mails say, in both their forms, and that nothing of a person's health or of a stranger's making is in them. */
import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { safetyNet } from '../../care/check/safety-net.ts'
import { mailHtml } from './mail-html.ts'
import { composeMail, type MailSender } from './mail-message.ts'
import { mailPlain } from './mail-plain.ts'
import type { VisitMailKind } from './mail-plan.ts'
import type { MailKind } from './mail-rows.ts'
import { type MailedVisit, type MailLinks, mailContent, pounds } from './mail-texts.ts'

const kinds = [
  'confirmation',
  'moved',
  'cancelled',
  'reminder-48h',
  'reminder-2h',
] as const satisfies readonly MailKind[]
const startsAt = Date.UTC(2026, 11, 1, 8, 20)
const now = Date.UTC(2026, 10, 27, 12)
const day = 86_400_000
const links: MailLinks = {
  visit: 'https://unclench.example/visits/abc',
  check: 'https://unclench.example/check',
  bookAgain: 'https://unclench.example/therapists/ines?service=s1',
}
const visitOf = (changed: Partial<MailedVisit> = {}): MailedVisit => ({
  appointmentId: '0198a000-0000-7000-8000-000000000001',
  clinicId: '0198a000-0000-7000-8000-0000000000c1',
  linkRound: 0,
  version: 2,
  organizer: null,
  startsAt,
  endsAt: startsAt + 45 * 60_000,
  freeUntil: startsAt - day,
  lateFeePence: 3000,
  pricePence: 6200,
  byWhom: 'person',
  late: false,
  contactName: 'Robin Ashdown',
  personName: 'Robin Ashdown',
  insurer: null,
  service: { id: 's1', name: 'First visit', minutes: 45, byVideo: false },
  therapist: { name: 'Ines Quillfeather', profession: 'physiotherapist', bookableSlug: 'ines' },
  clinic: { name: 'Lantern Physio', phone: '020 7946 0414', email: 'hello@lantern.example' },
  place: {
    id: 'l1',
    street: '14 Lantern Yard',
    town: 'London',
    postcode: 'E2 9ZZ',
    zone: 'Europe/London',
    wayThere: '6 minutes’ walk from Bethnal Green station.',
    stepFree: true,
  },
  demonstration: true,
  ...changed,
})
const sender: MailSender = {
  from: 'bookings@unclench.example',
  visitLink: () => links.visit,
  checkLink: links.check,
  bookAgainLink: (slug, service) => `https://unclench.example/therapists/${slug}?service=${service}`,
  reviewLink: () => 'https://unclench.example/reviews/token',
  stopLink: () => 'https://unclench.example/reviews/token/stop',
  staffReviewsLink: 'https://unclench.example/console/reviews',
  talkLink: (kind, clinicId, id) => `https://unclench.example/${kind}/${clinicId}.${id}`,
  offerLink: (clinicId, offerId) => `https://unclench.example/offers/${clinicId}.${offerId}`,
  waitingLink: (clinicId, entryId) => `https://unclench.example/waiting/${clinicId}.${entryId}`,
  chooseAgainLink: (clinicId, askId) => `https://unclench.example/visits/again/${clinicId}.${askId}`,
}
const plainOf = (kind: VisitMailKind, visit = visitOf(), at = now, to = links) =>
  mailPlain(mailContent(kind, visit, to, at))
const messageOf = (kind: MailKind, visit = visitOf(), address = 'robin@example.org') =>
  composeMail(sender, { mailId: '0198a000-0000-7000-8000-00000000000a', kind, address, visit, now })
/** What is seen of a page: no tags, blanks as one. */
const seen = (html: string) =>
  html
    .replace(/<(style|title)>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

test('a move whose price is another says both; no other mail does, and none where it stayed', () => {
  const facts = (kind: VisitMailKind, more: Partial<MailedVisit>) =>
    JSON.stringify(mailContent(kind, visitOf(more), links, now).facts)
  const dearer = { pricePence: 7000, priceBefore: 6200 }
  expect(facts('moved', dearer)).toContain('The price is £70. It was £62 before.')
  expect(facts('moved', { ...dearer, insurer: 'bupa' })).toContain(
    'If they do not, the price is £70. It was £62 before.',
  )
  expect(facts('moved', { ...dearer, prepaid: true })).not.toContain('£')
  expect(facts('moved', { priceBefore: 6200 })).not.toContain('before')
  expect(facts('reminder-48h', dearer)).not.toContain('before')
})

describe('a mail', () => {
  test('the confirmation says it all, in plain words', () => {
    expect(plainOf('confirmation')).toMatchInlineSnapshot(`
      "Hello Robin Ashdown. You are booked for

      Tuesday 1 December, 08:20 (London time)

      Ines Quillfeather, physiotherapist
      First visit, 45 minutes: 08:20 to 09:05.

      14 Lantern Yard, London, E2 9ZZ
      6 minutes’ walk from Bethnal Green station.
      You can get in without steps.

      The price is £62.

      See, move or cancel my visit:
      https://unclench.example/visits/abc

      You can cancel free until Monday 30 November, 08:20 (London time). After that it costs £30.
      A file for your calendar is with this mail. Taking the visit out of your calendar does not cancel it.

      DO NOT WAIT FOR THIS VISIT WITH THESE SIGNS.
      Go to A&E or call 999 if:
      * You feel numb or tingly: between the legs, private parts, bottom or back passage.
      * Peeing changes: you can’t start, can’t feel it, or leak.
      * You leak poo, or can’t feel it.
      * Sex feels numb.
      * Both legs are painful, numb or weak.
      * A leg or foot is getting weak.
      * Your chest hurts, or it is hard to breathe.
      * You get a sudden tearing or terrible pain in the tummy or back. Or you collapse.
      * You feel very unwell, confused, or can’t stop shaking.

      Do the check again:
      https://unclench.example/check

      -- 
      Anyone with this mail can open your visit, so do not pass it on.
      We send this because a visit was booked. It is not a newsletter, and nothing in it tells us that you read it.
      Lantern Physio, 14 Lantern Yard, London, E2 9ZZ. 020 7946 0414.
      This is a demonstration: the clinic and its people are made up.
      "
    `)
  })

  test.each(kinds)(
    '%s: the time is one London sentence, the same in subject, text, HTML and calendar',
    async (kind) => {
      const mail = await simpleParser(await messageOf(kind))
      const sentence = 'Tuesday 1 December, 08:20 (London time)'
      expect(mail.subject).toContain(sentence)
      expect(mail.text).toContain(sentence)
      expect(seen(String(mail.html))).toContain(sentence)
      const calendar = mail.attachments.find(({ contentType }) => contentType === 'text/calendar')?.content.toString()
      if (calendar) expect(calendar.replaceAll('\r\n ', '').replaceAll('\\,', ',')).toContain(sentence)
      expect(Boolean(calendar)).toBe(!kind.startsWith('reminder'))
    },
  )

  test.each(kinds)('%s: the text says what the HTML says', (kind) => {
    const content = mailContent(kind, visitOf(), links, now)
    const shown = seen(mailHtml(content)).toLowerCase()
    const lines = mailPlain(content)
      .split('\n')
      .map((line) =>
        line
          .replace(/^\* |:$/g, '')
          .trim()
          .toLowerCase(),
      )
      .filter((line) => line !== '' && line !== '--' && !line.startsWith('https://'))
    expect(lines.length).toBeGreaterThan(15)
    for (const line of lines) expect(shown).toContain(line)
  })

  test.each(kinds)('%s: names every danger sign of the check, in its words', (kind) => {
    const text = plainOf(kind)
    expect(text).toContain(safetyNet.goNow.title)
    for (const sign of safetyNet.goNow.items) expect(text).toContain(sign)
    expect(text).toContain(links.check)
  })

  test.each(kinds)('%s: leads to the visit, the check and free times, and fetches nothing', (kind) => {
    const html = mailHtml(mailContent(kind, visitOf(), links, now))
    const addresses = [...html.matchAll(/https?:\/\/[^"'\s)<]+/g)].map(([address]) => address)
    expect([...new Set(addresses)].sort()).toEqual(
      [kind === 'cancelled' ? links.bookAgain : links.visit, links.check].sort(),
    )
    expect(html).not.toMatch(/<(img|script|link|iframe|form|object|video|audio)|url\(|@import|src=|background=/i)
    expect(html).toContain('prefers-color-scheme: dark')
    expect(html).toContain('max-width: 600px')
    expect(Buffer.byteLength(html)).toBeLessThan(20_000)
  })
})

describe('who did it', () => {
  test.each([
    ['cancelled', 'person', 'You cancelled your visit on'],
    ['cancelled', 'staff', 'Lantern Physio cancelled your visit on'],
    ['cancelled', null, 'Cancelled: your visit on'],
    ['moved', 'person', 'You moved your visit to'],
    ['moved', 'staff', 'Lantern Physio moved your visit to'],
  ] as const)('%s by %s: %s', (kind, byWhom, words) => {
    expect(plainOf(kind, visitOf({ byWhom }))).toContain(words)
  })

  test('a visit that begins as before was changed, not moved to where it stood', () => {
    const visit = visitOf({ byWhom: 'staff', keepsStart: true })
    expect(plainOf('moved', visit)).toContain('Lantern Physio changed your visit on')
    expect(plainOf('moved', visitOf({ byWhom: 'person', keepsStart: true }))).toContain('You changed your visit on')
    expect(plainOf('moved', visit)).not.toContain('moved')
  })

  test('a visit that is longer or shorter says so in its subject and its first words, and nothing of a move', () => {
    const visit = visitOf({ byWhom: 'staff', keepsStart: true, onlyLength: true })
    expect(mailContent('moved', visit, links, visit.startsAt - 1).subject).toMatch(/^Length changed: /)
    expect(plainOf('moved', visit)).toContain('Lantern Physio changed the length of your visit on')
    expect(plainOf('moved', visit)).not.toContain('moved')
    const elsewhere = visitOf({ byWhom: 'staff', keepsStart: true, onlyLength: false })
    expect(mailContent('moved', elsewhere, links, visit.startsAt - 1).subject).toMatch(/^Changed: /)
  })

  test('a mother reads for which child it is', () => {
    const visit = visitOf({ contactName: 'Mo Dray', personName: 'Bea Dray' })
    expect(plainOf('confirmation', visit)).toContain('Hello Mo Dray. Bea Dray is booked for')
    expect(plainOf('cancelled', visit)).toContain('You cancelled the visit of Bea Dray on')
  })
})

describe('the price and the terms', () => {
  test('pounds', () => {
    expect([0, 5, 100, 6200, 6250, 6205].map(pounds)).toEqual(['£0', '£0.05', '£1', '£62', '£62.50', '£62.05'])
  })

  test('free until, in money and time; to the moment', () => {
    const free = 'You can cancel free until Monday 30 November, 08:20 (London time). After that it costs £30.'
    expect(plainOf('reminder-48h', visitOf(), startsAt - day - 1)).toContain(free)
    expect(plainOf('reminder-48h', visitOf(), startsAt - day)).toContain('To cancel now costs £30.')
    expect(plainOf('reminder-2h', visitOf({ lateFeePence: 0 }), startsAt - 1)).toContain('It costs nothing to cancel.')
  })

  test('the button and the terms speak of a move only while one is free: after that the clinic is rung for it', () => {
    const [before, after] = [startsAt - day - 1, startsAt - day]
    const ring = 'To move it, ring Lantern Physio: 020 7946 0414.'
    for (const kind of ['confirmation', 'moved', 'reminder-48h', 'reminder-2h'] as const)
      for (const fee of [0, 3000]) {
        const [early, late] = [before, after].map((at) => plainOf(kind, visitOf({ lateFeePence: fee }), at))
        expect(early).toContain('See, move or cancel my visit:')
        expect(early).not.toContain(ring)
        expect(late).toContain('See or cancel my visit:')
        expect(late).toContain(ring)
      }
    // The clinic cannot keep its time: whoever is asked chooses another by themselves until it begins.
    const asked = plainOf('reminder-2h', visitOf({ isAskedToChoose: true }), after)
    expect(asked).toContain('See, move or cancel my visit:')
    expect(asked).not.toContain(ring)
  })

  test('a late cancel that uses up a visit says so beside its fee, before and after', () => {
    const paid = { lateUsesOne: true, prepaid: true }
    const before = startsAt - 1
    const ahead = plainOf('reminder-2h', visitOf(paid), before)
    expect(ahead).toContain('To cancel now costs £30 and one of the visits you paid for ahead.')
    expect(plainOf('confirmation', visitOf({ lateUsesOne: true }))).toContain(
      'After that it costs £30 and one of the visits your insurer agreed to.',
    )
    expect(plainOf('reminder-2h', visitOf({ ...paid, lateFeePence: 0 }), before)).toContain(
      'To cancel now costs one of the visits you paid for ahead.',
    )
    expect(plainOf('cancelled', visitOf({ ...paid, late: true }))).toContain(
      'This was later, so it costs £30 and one of the visits you paid for ahead.',
    )
    expect(plainOf('cancelled', visitOf({ ...paid, late: true, lateFeePence: 0 }))).not.toContain('nothing to pay')
  })

  test('a late cancel says what it costs and why; any other that there is nothing to pay', () => {
    expect(plainOf('cancelled', visitOf({ late: true }))).toContain(
      'Only a cancel before Monday 30 November, 08:20 (London time) is free. This was later, so it costs £30.',
    )
    for (const visit of [visitOf(), visitOf({ byWhom: 'staff' }), visitOf({ late: true, lateFeePence: 0 })])
      expect(plainOf('cancelled', visit)).toContain('You have nothing to pay for it.')
  })

  test('a cash plan is not said to pay: they do, and send the receipt', () => {
    const text = plainOf('confirmation', visitOf({ insurer: 'Simplyhealth' }))
    expect(text).toContain('Pay the clinic, and send the receipt to Simplyhealth.')
    expect(text).not.toContain('Simplyhealth pays')
  })

  test('an insurer pays once they agree, and what it costs if not', () => {
    const text = plainOf('confirmation', visitOf({ insurer: 'AXA Health' }))
    expect(text).toContain('AXA Health pays, once they agree to it.\nIf they do not, the price is £62.')
  })

  test('where nobody can book again online, the telephone stands there', () => {
    const text = plainOf('cancelled', visitOf(), now, { ...links, bookAgain: null })
    expect(text).toContain('To book again, ring Lantern Physio: 020 7946 0414.')
    expect(text).not.toContain('therapists')
  })
})

describe('the message', () => {
  test('comes from the installation’s address alone; the clinic’s is only where answers go', async () => {
    for (const kind of kinds) {
      const mail = await simpleParser(await messageOf(kind))
      expect(mail.from?.value).toEqual([{ name: 'Lantern Physio', address: 'bookings@unclench.example' }])
      expect(mail.replyTo?.value.map(({ address }) => address)).toEqual(['hello@lantern.example'])
      expect(mail.messageId).toBe('<0198a000-0000-7000-8000-00000000000a@unclench.example>')
    }
  })

  test.each([
    ['confirmation', 'REQUEST'],
    ['moved', 'REQUEST'],
    ['cancelled', 'CANCEL'],
  ] as const)('%s: the part and the file in it say %s alike', async (kind, method) => {
    const raw = (await messageOf(kind)).toString()
    expect(raw).toMatch(new RegExp(`Content-Type: text/calendar; charset=utf-8; method=${method}\\r\\n`))
    const mail = await simpleParser(raw)
    const files = mail.attachments.filter(({ contentType }) => /calendar|ics/.test(contentType))
    expect(files.length).toBe(2)
    expect(new Set(files.map(({ content }) => content.toString()))).toHaveProperty('size', 1)
    expect(files[0]?.content.toString()).toContain(`METHOD:${method}\r\n`)
  })

  test('is of the same calendar entry from whatever address it comes: a move would leave the old entry standing', async () => {
    const order = { mailId: '0198a000-0000-7000-8000-00000000000a', address: 'robin@example.org', now }
    const uidFrom = async (from: string, kind: MailKind) => {
      const mail = await simpleParser(await composeMail({ ...sender, from }, { ...order, kind, visit: visitOf() }))
      const file = mail.attachments.find(({ contentType }) => contentType === 'text/calendar')?.content.toString()
      return /^UID:(.+)\r$/m.exec(file ?? '')?.[1]
    }
    const first = await uidFrom('bookings@unclench.example', 'confirmation')
    expect(first).toContain('0198a000-0000-7000-8000-000000000001')
    expect(await uidFrom('mail@another.example', 'moved')).toBe(first)
  })

  test('at which nobody would be there is certain in no calendar', async () => {
    const order = { mailId: 'm', kind: 'confirmation' as const, address: 'robin@example.org', now }
    const mail = await simpleParser(await composeMail(sender, { ...order, visit: visitOf({ off: 'away' }) }))
    const file = mail.attachments.find(({ contentType }) => contentType === 'text/calendar')?.content.toString()
    expect(file).toMatch(/SUMMARY:Ring first: [\s\S]*STATUS:TENTATIVE/)
  })

  test('with another file attached still holds text, HTML and calendar as alternatives', async () => {
    const raw = await composeMail(sender, {
      mailId: 'm',
      kind: 'confirmation',
      address: 'robin@example.org',
      visit: visitOf(),
      now,
      attachments: [{ filename: 'way.pdf', content: Buffer.from('%PDF-1.7'), contentType: 'application/pdf' }],
    })
    const types = [...raw.toString().matchAll(/^Content-Type: ([a-z]+\/[a-z]+)/gim)].map(([, type]) => type)
    expect(types).toEqual([
      ...['multipart/mixed', 'multipart/alternative', 'text/plain', 'text/html', 'text/calendar'],
      ...['application/pdf', 'application/ics'],
    ])
  })

  test.each(['Smith, Jane', 'O’Hara "Bo"', 'محمد علي', '李小龍', 'Zoë 🦴 Łuck', 'J.Smith', 'Dr. Ng'])(
    '%s is one recipient, name intact',
    async (contactName) => {
      const mail = await simpleParser(
        await messageOf('confirmation', visitOf({ contactName, personName: contactName })),
      )
      const to = Array.isArray(mail.to) ? mail.to : mail.to ? [mail.to] : []
      expect(to.flatMap(({ value }) => value)).toEqual([{ name: contactName, address: 'robin@example.org' }])
      expect(mail.text).toContain(`Hello ${contactName}.`)
    },
  )

  test.each([
    'Jane\r\nBcc: else@example.net',
    'Jane\u2028Bcc: else@example.net',
    '<script>alert(1)</script>',
    '<img src="https://evil.example/x">',
    'Win £500 at www.evil.example',
    'https://evil.example',
    'evil.com',
    'EVIL.COM',
    '=?utf-8?q?evil?=',
    'else@example.net',
    'Jane <else@example.net>',
    '\u202eenaJ',
    '"><b>',
  ])('%j as a name brings no header, link or mark of its own', async (name) => {
    const visit = visitOf({ contactName: name, personName: `${name} 2`, insurer: name })
    for (const kind of kinds) {
      const raw = (await messageOf(kind, visit)).toString()
      expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im)
      const mail = await simpleParser(raw)
      const to = Array.isArray(mail.to) ? mail.to : mail.to ? [mail.to] : []
      expect(to.flatMap(({ value }) => value).map(({ address }) => address)).toEqual(['robin@example.org'])
      expect(`${mail.text}${String(mail.html)}`).not.toMatch(/evil|EVIL|else@|<script|<img|<b>|\u202e/)
    }
  })

  test('HTML in what a clinic wrote is inert too', () => {
    const bad = '<b onclick=x>&"\'</b>'
    const visit = visitOf({
      clinic: { name: bad, phone: bad, email: 'hello@lantern.example' },
      service: { id: 's', name: bad, minutes: 45, byVideo: false },
      therapist: { name: bad, profession: bad, bookableSlug: null },
      place: { id: 'l', street: bad, town: bad, postcode: bad, zone: 'Europe/London', wayThere: bad, stepFree: false },
    })
    for (const kind of kinds) expect(mailHtml(mailContent(kind, visit, links, now))).not.toContain('<b ')
  })
})
