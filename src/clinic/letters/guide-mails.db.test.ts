/** Printed guides by mail over a real PostgreSQL: one mail for one wish, whatever dies, and nothing left of who asked for what. */
import { simpleParser } from 'mailparser'
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../db/test-database.ts'
import type { Delivered, Delivery } from '../mail/deliver.ts'
import {
  areGuidesStopped,
  askForGuide,
  forgetGuideMails,
  guideAddressHash,
  mostOfAddress,
  mostOfNetwork,
  noGuidesToken,
  openGuideWish,
  readNoGuidesToken,
  stopGuides,
} from './guide-mails.ts'
import { type GuideMailer, sendGuideMails } from './send-guide-mails.ts'
import { bouncesWords, takeBounces } from './take-bounces.ts'

const db = testDatabase()
let sent: Delivery[] = []
let answer: (delivery: Delivery) => Promise<Delivered>
const well = (): Promise<Delivered> => Promise.resolve({ ok: true })
/** A wish of our own; each from a network of its own, unless told. */
let networks = 0
const ask = (address: string, guide: 'flare-plan' | 'movements' = 'flare-plan', network?: string) => {
  networks += 1
  return askForGuide(db.app, db.secret, {
    address,
    guide,
    network: network ?? `10.9.${networks >> 8}.${networks & 255}`,
  })
}
const mailer = (): GuideMailer => ({
  db: db.app,
  secret: db.secret,
  from: 'bookings@unclench.example',
  deliver: async (delivery) => {
    const delivered = await answer(delivery)
    if (delivered.ok) sent.push(delivery)
    return delivered
  },
  links: ({ name }, noGuides) => ({
    file: `https://unclench.example/guide/pdf/${name}.pdf`,
    live: 'https://unclench.example/programme/flare',
    check: 'https://unclench.example/check',
    notMe: `https://unclench.example/guide/pdf/no-mail/${noGuides}`,
  }),
})
const send = () => sendGuideMails(mailer(), new AbortController().signal)
const rowsOf = async (address: string) =>
  (
    await db.admin.query<{ id: string; sealed: Buffer | null; what: Buffer | null; tries: number }>(
      `select guide_mail_id as id, sealed, asked_what as what, tries from clinic.guide_mails where asked_of = $1 order by 1`,
      [guideAddressHash(db.secret, address)],
    )
  ).rows
const later = (address: string, by: string) =>
  db.admin.query(
    `update clinic.guide_mails set asked_at = asked_at - $2::interval, next_try_at = now() where asked_of = $1`,
    [guideAddressHash(db.secret, address), by],
  )
/** Every row of every table of the clinics and the accounts, as text. */
const everything = async () => {
  const { rows } = await db.admin.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace in ('clinic'::regnamespace, 'auth'::regnamespace)`,
  )
  const all = await Promise.all(
    rows.map(async ({ name }) => (await db.admin.query(`select to_jsonb(t)::text as row from ${name} t`)).rows),
  )
  return JSON.stringify(all)
}

beforeEach(async () => {
  answer = well
  // What an earlier test left waiting.
  await db.admin.query(`update clinic.guide_mails set next_try_at = now() where next_try_at < '2090-01-01'`)
  await send()
  sent = []
})

test('one wish is one mail, with its links, in both forms, from our own address and to one recipient', async () => {
  expect(await ask('robin@people.example')).toEqual({ ok: true })
  await send()
  await send()
  expect(sent.map(({ to }) => to)).toEqual(['robin@people.example'])
  const mail = await simpleParser(sent[0]?.message ?? Buffer.alloc(0))
  expect(mail.from?.value).toEqual([{ name: 'Unclench', address: 'bookings@unclench.example' }])
  expect(mail.subject).toBe('The guide that you asked for')
  const token = noGuidesToken(db.secret, 'robin@people.example')
  expect(mail.text).toBe(`Hello. Here is the guide “My flare plan”.

To read it on a screen
The page with the same, and with sources and timers.
https://unclench.example/programme/flare

Get the PDF:
https://unclench.example/guide/pdf/flare-plan.pdf

The link gives the newest version, each time. You need no name and no password.

${mail.text?.slice(mail.text.indexOf('THESE SIGNS'), mail.text.indexOf('\n\n-- '))}

-- 
Somebody asked for this guide and typed this address. This is the only mail that comes of it, and you are on no list.
We have forgotten the address again. Nothing in this mail tells us that you read it or what you pressed.
Sent by Unclench, unclench.example, bookings@unclench.example.
It was not you? Stop such mail:
https://unclench.example/guide/pdf/no-mail/${token}
`)
  const html = mail.html || ''
  for (const words of ['Get the PDF', 'My flare plan', 'These signs cannot wait', token]) expect(html).toContain(words)
  expect(html).not.toMatch(/<img|<script|with unclench|url\(/)
  expect(mail.attachments).toEqual([])
})

test('of address and guide nothing is left in any table once the mail has gone, and no list has it', async () => {
  await ask('forgotten@people.example')
  const [waits] = await rowsOf('forgotten@people.example')
  expect(await everything()).not.toMatch(/forgotten@people\.example|flare-plan/)
  expect(openGuideWish(db.secret, waits?.id ?? '', waits?.sealed ?? Buffer.alloc(0))).toEqual({
    ...{ guide: 'flare-plan', address: 'forgotten@people.example' },
  })
  await send()
  expect(await rowsOf('forgotten@people.example')).toEqual([{ ...waits, sealed: null, tries: 1 }])
  await later('forgotten@people.example', '61 minutes')
  await send()
  // Not even which guide it was, for whoever has the secret and the address.
  expect((await rowsOf('forgotten@people.example'))[0]?.what).toBeNull()
  await later('forgotten@people.example', '7 days')
  await send()
  expect(await rowsOf('forgotten@people.example')).toEqual([])
  const { rows } = await db.admin.query(
    `select from clinic.letter_subscribers where folded_address like 'forgotten@people%'
     union all select from clinic.mails where address like 'forgotten@people%'`,
  )
  expect(rows).toEqual([])
})

describe('bounds', () => {
  test('a second press, twenty at once, and other capitals are one mail; another guide is another', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => ask(at % 2 ? 'twice@people.example' : 'Twice@People.example')),
    )
    await ask('twice@people.example', 'movements')
    await send()
    await ask('twice@people.example')
    await send()
    expect(sent).toHaveLength(2)
    await later('twice@people.example', '61 minutes')
    await ask('twice@people.example')
    await send()
    expect(sent).toHaveLength(3)
  })

  test('one address gets so many in a day and no more, and whoever asks is told the same', async () => {
    for (let time = 0; time < mostOfAddress + 2; time += 1) {
      expect(await ask('many@people.example')).toEqual({ ok: true })
      await later('many@people.example', '61 minutes')
    }
    await send()
    expect(sent).toHaveLength(mostOfAddress)
  })

  test('one network asks for so many in an hour, also when all come at once; another still may', async () => {
    const asked = await Promise.all(
      Array.from({ length: mostOfNetwork + 5 }, (_, at) => ask(`n${at}@people.example`, 'flare-plan', '192.0.2.7')),
    )
    expect(asked.filter(({ ok }) => ok)).toHaveLength(mostOfNetwork)
    expect(asked.filter(({ ok }) => !ok)).toEqual(Array(5).fill({ ok: false, why: 'tooMany' }))
    expect(await ask('other@people.example')).toEqual({ ok: true })
  })
})

describe('a mail server that is in trouble', () => {
  test('that is away or asks to wait loses nothing: it is tried again, and after two days the address is gone', async () => {
    await ask('waits@people.example')
    answer = () => Promise.resolve({ ok: false, why: 'serverAway', because: 'away' })
    await send()
    await send()
    // Once: the second round has nothing that is due.
    expect(await rowsOf('waits@people.example')).toMatchObject([{ tries: 1, sealed: expect.any(Buffer) }])
    await later('waits@people.example', '1 hour')
    answer = () => Promise.resolve({ ok: false, why: 'tryAgain', because: 'later' })
    await send()
    expect(await rowsOf('waits@people.example')).toMatchObject([{ tries: 2, sealed: expect.any(Buffer) }])
    await later('waits@people.example', '2 days')
    answer = well
    await send()
    expect([sent.length, await rowsOf('waits@people.example')]).toMatchObject([0, [{ sealed: null }]])
  })

  test('a kill after handing over sends the same message again, known by its id, and never another', async () => {
    await ask('killed@people.example')
    const ids: string[] = []
    answer = ({ mailId }) => {
      ids.push(mailId)
      throw new Error('killed')
    }
    await expect(send()).rejects.toThrow('killed')
    // Its lease is on: nobody else takes it.
    answer = well
    await send()
    expect(sent.map(({ to }) => to)).toEqual([])
    await later('killed@people.example', '0 seconds')
    await send()
    expect(sent.map(({ mailId }) => mailId)).toEqual(ids)
  })

  test('a refusal for good stops guides to that address; one that speaks of us does not', async () => {
    await ask('dead@people.example')
    await ask('spam@people.example')
    answer = ({ to }) =>
      Promise.resolve({
        ...{ ok: false, why: 'bounced' },
        because: to.startsWith('dead') ? '550 5.1.1 no such user' : '550 5.7.1 looks like spam',
      })
    await send()
    const stopped = (address: string) => areGuidesStopped(db.app, guideAddressHash(db.secret, address))
    expect([await stopped('dead@people.example'), await stopped('spam@people.example')]).toEqual([true, false])
    expect((await rowsOf('dead@people.example')).map(({ sealed }) => sealed)).toEqual([null])
  })

  test('two senders side by side send each once', async () => {
    for (let at = 0; at < 12; at += 1) await ask(`side${at}@people.example`)
    await Promise.all([send(), send(), send()])
    expect(sent.map(({ to }) => to).toSorted()).toEqual(
      Array.from({ length: 12 }, (_, at) => `side${at}@people.example`).toSorted(),
    )
  })

  test('while a restored backup holds mail none goes', async () => {
    await ask('held@people.example')
    await db.admin.query('update clinic.installation set mail_held_since = now()')
    await send()
    expect(sent.map(({ to }) => to)).toEqual([])
    await db.admin.query('update clinic.installation set mail_held_since = null')
    await send()
    expect(sent).toHaveLength(1)
  })
})

describe('whoever did not ask', () => {
  test('stops it by a link of their own: what waits goes nowhere, and for three months no guide comes', async () => {
    await ask('notme@people.example')
    const of = readNoGuidesToken(db.secret, noGuidesToken(db.secret, 'NotMe@people.example'))
    await stopGuides(db.app, of ?? new Uint8Array(), 'not-me')
    await ask('notme@people.example', 'movements')
    await send()
    expect(sent.map(({ to }) => to)).toEqual([])
    // Mail that comes back later does not shorten it.
    await stopGuides(db.app, of ?? new Uint8Array(), 'bounced')
    const { rows } = await db.admin.query(
      `select why, until > now() + interval '89 days' as long from clinic.guide_mail_stops where asked_of = $1`,
      [of],
    )
    expect(rows).toEqual([{ why: 'not-me', long: true }])
    await db.admin.query(`update clinic.guide_mail_stops set until = now() - interval '1 second' where asked_of = $1`, [
      of,
    ])
    await ask('notme@people.example', 'movements')
    await send()
    expect(sent).toHaveLength(1)
    const { rows: left } = await db.admin.query('select from clinic.guide_mail_stops where asked_of = $1', [of])
    expect(left).toEqual([])
  })

  test('a link with any one letter changed, of another secret, or cut short opens nothing', () => {
    const token = noGuidesToken(db.secret, 'a@people.example')
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A'
      expect(readNoGuidesToken(db.secret, `${token.slice(0, at)}${other}${token.slice(at + 1)}`)).toBeUndefined()
    }
    expect(readNoGuidesToken(new Uint8Array(32), token)).toBeUndefined()
    for (const cut of ['', token.slice(1), `${token}A`, '../../etc'])
      expect(readNoGuidesToken(db.secret, cut)).toBeUndefined()
  })

  test('whoever asks to be forgotten has nothing left here but the wish to get none', async () => {
    await ask('erased@people.example')
    await forgetGuideMails(db.app, db.secret, 'Erased@people.example')
    expect(await rowsOf('erased@people.example')).toEqual([])
  })
})

describe('a report that it came back', () => {
  const report = (mailId: string, address: string, status = '5.1.1', action = 'failed') =>
    `Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n
Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ${address}\nAction: ${action}\nStatus: ${status}\n
--b\nContent-Type: message/rfc822\n\nMessage-ID: <${mailId}@unclench.example>\n\nhello\n--b--\n`
  const read = async (text: string, secret?: Uint8Array) =>
    bouncesWords(await takeBounces(db.app, [], [text], secret)).join()

  test('stops guides to that address and to no other, once, and only for whoever runs the installation', async () => {
    await ask('back@people.example')
    await send()
    const [{ id = '' } = {}] = await rowsOf('back@people.example')
    const isStopped = () => areGuidesStopped(db.app, guideAddressHash(db.secret, 'back@people.example'))
    expect(await read(report(id, 'back@people.example'))).toContain('about a mail that is not ours')
    expect(await read(report(id, 'else@people.example'), db.secret)).toContain('about another address')
    expect(await read(report(id, 'back@people.example', '4.2.2', 'delayed'), db.secret)).toContain('still on the way')
    expect(await read(report(id, 'back@people.example', '5.2.2'), db.secret)).toContain('did not arrive this time')
    expect(await isStopped()).toBe(false)
    // A bare 550: in a report it speaks of the address, as it need not in the connection.
    expect(await read(report(id, 'Back@people.example', '5.0.0'), db.secret)).toContain(
      '1 about a guide that was asked',
    )
    expect(await isStopped()).toBe(true)
    expect(await read(report(id, 'back@people.example'), db.secret)).toContain('written down before')
  })
})
