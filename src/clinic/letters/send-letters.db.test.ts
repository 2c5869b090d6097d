/** Letters against a real database and a real mail server that takes, refuses and dies; with kills, and with last night's rows. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { shareCheck } from '../booking/shared-check.ts'
import { inClinic } from '../db/connection.ts'
import { testDatabase } from '../db/test-database.ts'
import { ownRows } from '../db/test-neighbours.ts'
import { smtpDelivery } from '../mail/deliver.ts'
import { type MailClinic, makeMailClinic, makeVisit } from '../mail/mail.fixtures.ts'
import { openLetters, takeNextLetter } from './due-letters.ts'
import { makeDueLetter, makeReaders } from './letters.fixtures.ts'
import { type LetterMailer, sendDueLetters } from './send-letters.ts'
import { openLeftBook } from './left-book.ts'
import { openSentBook } from './sent-book.ts'
import { leaveLetters } from './leave-letters.ts'
import { chooseTopics } from './subscribe.ts'
import { findLetter, missedItsTime } from './read-letters.ts'
import { letLetterGoOn, sendToMissing, stopLetter, takeLetterBack } from './write-letters.ts'

const db = testDatabase()
let clinic: MailClinic
let folder = ''
const closing: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  // What an earlier test left unsent is not this one's.
  await db.admin.query(`delete from clinic.letter_mails`)
  await db.admin.query(`delete from clinic.letter_acts`)
  await db.admin.query(`delete from clinic.letters`)
  clinic = await makeMailClinic(db.admin)
  folder = await mkdtemp(join(tmpdir(), 'letters-'))
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await db.admin.query('update clinic.installation set mail_held_since = null')
  await rm(folder, { recursive: true, force: true })
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A real mail server. @param refuse the answer to a recipient, or nothing to take it */
async function smtpSink(refuse: (to: string) => { code: number; text: string } | undefined = () => undefined) {
  const received: { to: string; raw: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    // Who calls is known: no name server is asked.
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const refused = refuse(address)
      done(refused && Object.assign(new Error(refused.text), { responseCode: refused.code }))
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const [to] = session.envelope.rcptTo
        received.push({ to: to?.address ?? '', raw: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, received }
}

const link = (what: string) => (clinicId: string, id: string) =>
  `https://unclench.example/letters/${what}/${clinicId}.${id}`
const mailer = (url: string, more: Partial<LetterMailer> = {}): LetterMailer => ({
  db: db.app,
  from: 'bookings@unclench.example',
  links: {
    origin: 'https://unclench.example',
    guide: 'https://unclench.example/guide',
    check: 'https://unclench.example/check',
    yes: link('yes'),
    mine: link('mine'),
    leave: link('leave'),
  },
  deliver: smtpDelivery(url, { connect: 5000, silence: 5000, whole: 10_000 }),
  book: openSentBook(folder, db.secret),
  left: openLeftBook(folder, db.secret),
  ...more,
})
const round = (url: string, more: Partial<LetterMailer> = {}) =>
  sendDueLetters(mailer(url, more), new AbortController().signal)
const letterOf = async (id: string) => {
  const letter = await findLetter(db.app, clinic.clinicId, id)
  if (!letter) throw new Error('no letter')
  return letter
}
const rows = async () =>
  (
    await db.admin.query<{ address: string; state: string; why: string | null; in_doubt: boolean }>(
      `select address, state, why, in_doubt from clinic.letter_mails where kind = 'letter' order by address`,
    )
  ).rows
const subscriberOf = async (address: string) =>
  (
    await db.admin.query<{ id: string }>(
      'select subscriber_id as id from clinic.letter_subscribers where clinic_id = $1 and address = $2',
      [clinic.clinicId, address],
    )
  ).rows[0]?.id ?? ''

describe('a letter whose time has come', () => {
  test('goes once to each who said yes to its topic, with the one-click headers, a plain pair and a postal address', async () => {
    const sink = await smtpSink()
    await makeReaders(db.admin, clinic, 2)
    await db.admin.query(
      `insert into clinic.letter_subscribers (clinic_id, address, topics, asked_topics, confirmed_at, left_at) values
       ($1, 'other@readers.example', '{clinic-news}', '{clinic-news}', now(), null),
       ($1, 'asked@readers.example', '{}', '{keep-away}', null, null),
       ($1, 'left@readers.example', '{keep-away}', '{keep-away}', now(), now())`,
      [clinic.clinicId],
    )
    const id = await makeDueLetter(db.admin, clinic)
    await round(sink.url)
    await round(sink.url)
    expect(sink.received.map(({ to }) => to).toSorted()).toEqual(['reader0@readers.example', 'reader1@readers.example'])
    expect(await letterOf(id)).toMatchObject({ state: 'finished', counts: { readers: 2, handedOver: 2, waiting: 0 } })
    const mail = await simpleParser(sink.received[0]?.raw ?? '')
    const own = `https://unclench.example/letters/leave/${clinic.clinicId}.${await subscriberOf(sink.received[0]?.to ?? '')}`
    expect(sink.received[0]?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(mail.headers.get('list')).toMatchObject({ unsubscribe: { url: own } })
    for (const part of [mail.text ?? '', mail.html || '']) {
      expect(part).toContain('Whichever feels good.')
      expect(part).toContain('https://unclench.example/guide/heat-or-ice')
      expect(part).toContain('14 Lantern Yard, London, E2 9ZZ')
      expect(part).toContain(own)
      expect(part).toContain('Nothing in it tells us that you read it')
    }
  })

  test('of a clinic that has not opened goes to nobody, and goes once it opens', async () => {
    const sink = await smtpSink()
    await makeReaders(db.admin, clinic, 2)
    await makeDueLetter(db.admin, clinic)
    const open = (at: string) =>
      db.admin.query(`update clinic.clinics set opened_at = ${at} where clinic_id = $1`, [clinic.clinicId])
    await open('null')
    await round(sink.url)
    expect(sink.received).toEqual([])
    await open('now()')
    await round(sink.url)
    expect(sink.received).toHaveLength(2)
  })

  test('is not sent a day later, when what it says may be over: it waits until somebody gives it a time again', async () => {
    const sink = await smtpSink()
    await makeReaders(db.admin, clinic, 2)
    const id = await makeDueLetter(db.admin, clinic)
    const wasDue = (ago: string) =>
      db.admin.query('update clinic.letters set send_at = now() - $2::interval where letter_id = $1', [id, ago])
    await wasDue('24 hours 1 minute')
    await round(sink.url)
    expect(sink.received).toEqual([])
    const letter = await letterOf(id)
    if (!letter) throw new Error('no letter')
    expect(letter.state).toBe('scheduled')
    expect([-60_000, 60_000].map((ms) => missedItsTime(letter, (letter.sendAt ?? 0) + 86_400_000 + ms))).toEqual([
      false,
      true,
    ])
    await wasDue('23 hours 59 minutes')
    await round(sink.url)
    expect(sink.received).toHaveLength(2)
  })

  test('holds no picture, and no link but those to the guide and the check that is not the reader’s own way out', async () => {
    const sink = await smtpSink()
    await makeReaders(db.admin, clinic, 2)
    await makeDueLetter(db.admin, clinic)
    await round(sink.url)
    const mails = await Promise.all(sink.received.map(({ raw }) => simpleParser(raw)))
    const linksOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '')
    const [one = '', other = ''] = mails.map(({ html }) => html || '')
    expect(`${one}${other}`).not.toMatch(/<img|url\(|<script|<link|@import/i)
    const shared = linksOf(one).filter((href) => !/\/letters\/(leave|mine)\//.test(href))
    expect(shared).toEqual(linksOf(other).filter((href) => !/\/letters\/(leave|mine)\//.test(href)))
    expect(shared).toEqual([
      'https://unclench.example/guide/heat-or-ice',
      'https://unclench.example/guide',
      'https://unclench.example/check',
    ])
  })

  test('is not sent to who left, changed their topics, or shared a check, between its beginning and their turn', async () => {
    const sink = await smtpSink()
    await makeReaders(db.admin, clinic, 4)
    const id = await makeDueLetter(db.admin, clinic)
    await openLetters(db.app, clinic.clinicId)
    const key = { clinicId: clinic.clinicId, subscriberId: await subscriberOf('reader0@readers.example') }
    await leaveLetters(db.app, key, 'mail-program', () => Promise.resolve())
    await db.admin.query(
      `update clinic.letter_subscribers set topics = '{clinic-news}' where address = 'reader1@readers.example'`,
    )
    const startsAt = Date.now() + 86_400_000
    const appointmentId = await makeVisit(db.admin, clinic, { startsAt, address: 'Reader2@readers.example' })
    expect(await shareCheck(db.app, db.secret, { clinicId: clinic.clinicId, appointmentId }, 'whatever it says')).toBe(
      true,
    )
    await round(sink.url)
    await round(sink.url)
    expect(sink.received.map(({ to }) => to)).toEqual(['reader3@readers.example'])
    expect((await rows()).map(({ why }) => why)).toEqual([
      'They left the letters before this was sent.',
      'They want no letters about this any more.',
      'They get no letters this week.',
      null,
    ])
    expect(await letterOf(id)).toMatchObject({
      state: 'finished',
      counts: { readers: 4, handedOver: 1, dropped: 3, left: 1 },
    })
  })

  test('leaves nothing for long of who was asked', async () => {
    const keep = (ago: string) =>
      db.admin.query(
        `insert into clinic.letter_asks values (sha256(convert_to($1::text, 'UTF8')), sha256('network'), now() - $1::text::interval)`,
        [ago],
      )
    await keep('49 hours')
    await keep('47 hours')
    await round('smtp://127.0.0.1:1')
    expect((await db.admin.query('select from clinic.letter_asks')).rows).toHaveLength(1)
  })

  test('goes again to who shared a check once the week is over', async () => {
    const sink = await smtpSink()
    await makeReaders(db.admin, clinic, 1)
    await db.admin.query(
      `insert into clinic.letter_pauses values ($1, 'reader0@readers.example', now() - interval '1 second')`,
      [clinic.clinicId],
    )
    await makeDueLetter(db.admin, clinic)
    await round(sink.url)
    expect(sink.received).toHaveLength(1)
  })

  test('is sent at its own pace: at one a minute, the next is not taken after half of it, and is at its end', async () => {
    await makeReaders(db.admin, clinic, 3)
    await makeDueLetter(db.admin, clinic, 1)
    expect(await openLetters(db.app, clinic.clinicId)).toBe(true)
    const take = () => takeNextLetter(db.app, clinic.clinicId, 600_000)
    const letHalfAMinutePass = () =>
      db.admin.query(
        `update clinic.letters set next_send_at = next_send_at - interval '30 seconds' where clinic_id = $1 and state = 'running'`,
        [clinic.clinicId],
      )
    expect(await take()).toBeDefined()
    expect(await take()).toBeUndefined()
    await letHalfAMinutePass()
    expect(await take()).toBeUndefined()
    await letHalfAMinutePass()
    expect(await take()).toBeDefined()
  })

  test('can be taken back until it runs, stopped while it runs, and goes on with those who wait', async () => {
    const sink = await smtpSink()
    await makeReaders(db.admin, clinic, 3)
    const who = { clinicId: clinic.clinicId, memberId: '' }
    const id = await makeDueLetter(db.admin, clinic)
    who.memberId = (
      await db.admin.query('select member_id from clinic.members where clinic_id = $1', [clinic.clinicId])
    ).rows[0]?.member_id
    expect(await takeLetterBack(db.app, who, id)).toEqual({ ok: true })
    await round(sink.url)
    expect(sink.received).toEqual([])
    await db.admin.query(
      `update clinic.letters set state = 'scheduled', send_at = now(), pieces = '[]' where letter_id = $1`,
      [id],
    )
    await openLetters(db.app, clinic.clinicId)
    expect(await takeLetterBack(db.app, who, id)).toEqual({ ok: false, why: 'state' })
    for (let times = 0; times < 2; times += 1) expect(await stopLetter(db.app, who, id)).toEqual({ ok: true })
    await round(sink.url)
    expect(sink.received).toEqual([])
    expect(await letterOf(id)).toMatchObject({ state: 'stopped', counts: { waiting: 3 } })
    expect(await letLetterGoOn(db.app, who, id)).toEqual({ ok: true })
    await round(sink.url)
    expect(sink.received).toHaveLength(3)
  })
})

describe('a mail server', () => {
  test('that knows no such user ends letters to that address; one that has a full box, wants us to wait or blocks us does not', async () => {
    const answers: Readonly<Record<string, { code: number; text: string }>> = {
      'reader0@readers.example': { code: 550, text: '5.1.1 No such user' },
      'reader1@readers.example': { code: 552, text: '5.2.2 Mailbox full' },
      'reader2@readers.example': { code: 451, text: '4.7.1 Greylisted, try again' },
      'reader3@readers.example': { code: 550, text: 'Relay access denied' },
    }
    const sink = await smtpSink((to) => answers[to])
    await makeReaders(db.admin, clinic, 5)
    const id = await makeDueLetter(db.admin, clinic)
    await round(sink.url)
    expect((await rows()).map(({ state }) => state)).toEqual(['bounced', 'bounced', 'queued', 'bounced', 'handed-over'])
    const { rows: stops } = await db.admin.query(
      'select address, purpose, because from clinic.mail_stops where clinic_id = $1',
      [clinic.clinicId],
    )
    expect(stops).toMatchObject([{ address: 'reader0@readers.example', purpose: 'letters' }])
    expect(stops[0]?.because).toContain('No such user')
    expect((await letterOf(id)).state).toBe('running')
    const next = await makeDueLetter(db.admin, clinic)
    await round(sink.url)
    expect((await letterOf(next)).counts.readers).toBe(4)
  })

  test('that refused some for a while gets them once more by one press, and nobody twice', async () => {
    let isFull = true
    const sink = await smtpSink((to) =>
      isFull && to.startsWith('reader1@') ? { code: 552, text: '5.2.2 Mailbox full' } : undefined,
    )
    await makeReaders(db.admin, clinic, 3)
    const id = await makeDueLetter(db.admin, clinic)
    const { rows: members } = await db.admin.query('select member_id from clinic.members where clinic_id = $1', [
      clinic.clinicId,
    ])
    await round(sink.url)
    await round(sink.url)
    expect((await letterOf(id)).state).toBe('finished')
    isFull = false
    await sendToMissing(db.app, { clinicId: clinic.clinicId, memberId: members[0]?.member_id }, id)
    await round(sink.url)
    await round(sink.url)
    expect(sink.received.map(({ to }) => to).toSorted()).toEqual([0, 1, 2].map((n) => `reader${n}@readers.example`))
    expect(await letterOf(id)).toMatchObject({ state: 'finished', counts: { handedOver: 3, bounced: 0 } })
  })

  test('that says 421, or takes the line and says nothing, is tried again later and later, and staff read why', async () => {
    const hangs = createServer((socket) => void socket.on('error', () => undefined))
    await new Promise<void>((resolve) => hangs.listen(0, '127.0.0.1', resolve))
    const at = hangs.address()
    const hanging = `smtp://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
    closing.push(() => new Promise<void>((resolve) => void hangs.close(() => resolve())))
    const busy = await smtpSink(() => ({ code: 421, text: '4.3.2 Closing, come back' }))
    await makeReaders(db.admin, clinic, 1)
    const id = await makeDueLetter(db.admin, clinic)
    const limits = { connect: 200, silence: 200, whole: 800 }
    for (const [url, minutes, why] of [
      [busy.url, 1, 'Closing, come back'],
      [hanging, 2, 'did not answer in time'],
      [busy.url, 4, 'Closing, come back'],
    ] as const) {
      await round(url, { deliver: smtpDelivery(url, limits) })
      await round(url, { deliver: smtpDelivery(url, limits) })
      const { rows: waiting } = await db.admin.query<{ state: string; why: string; wait: number }>(
        'select state, why, extract(epoch from next_try_at - now())::float8 as wait from clinic.letter_mails',
      )
      expect(waiting).toMatchObject([{ state: 'queued', why: expect.stringContaining(why) }])
      expect(waiting[0]?.wait).toBeGreaterThan(minutes * 60 - 10)
      expect(waiting[0]?.wait).toBeLessThanOrEqual(minutes * 60)
      expect(await letterOf(id)).toMatchObject({ state: 'running', counts: { waiting: 1, handedOver: 0 } })
      await db.admin.query('update clinic.letter_mails set next_try_at = now()')
    }
    await round((await smtpSink()).url)
    await round('smtp://127.0.0.1:1')
    expect(await letterOf(id)).toMatchObject({ state: 'finished', counts: { handedOver: 1 } })
  })

  test('that is away loses nothing', async () => {
    await makeReaders(db.admin, clinic, 2)
    const id = await makeDueLetter(db.admin, clinic)
    expect(await round('smtp://127.0.0.1:1')).toMatchObject({ away: true, sent: 0 })
    const sink = await smtpSink()
    await db.admin.query('update clinic.letter_mails set next_try_at = now()')
    await round(sink.url)
    expect(sink.received).toHaveLength(2)
    expect((await letterOf(id)).counts.handedOver).toBe(2)
  })
})

describe('whatever dies', () => {
  test('nobody is left out, and nobody gets it twice but the one that was on its way at a kill, who is named', async () => {
    const [readers, each] = [often(50, 20), often(20, 8)]
    const sink = await smtpSink()
    await makeReaders(db.admin, clinic, readers)
    const id = await makeDueLetter(db.admin, clinic)
    const { address, secret } = db
    const told = JSON.stringify({
      address,
      secret: Buffer.from(secret).toString('hex'),
      url: sink.url,
      folder,
      leaseMs: 50,
    })
    let kills = 0
    while ((await letterOf(id)).state !== 'finished') {
      expect(kills).toBeLessThan(60)
      const child = spawn(process.execPath, [join(import.meta.dirname, 'letter-sender.fixtures.ts'), told], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'exit')
      await once(child.stdout, 'data')
      // Killed at the next letter, each time a little later after it came, so that they die at different steps.
      const had = sink.received.length
      const isWhole = async () =>
        new Set(sink.received.map(({ to }) => to)).size === readers && (await letterOf(id)).state === 'finished'
      for (let waited = 0; sink.received.length < had + each && waited < 2000; waited += 1) {
        await pause(5)
        if (await isWhole()) break
      }
      await pause(kills)
      child.kill('SIGKILL')
      await ended
      kills += 1
    }
    expect(kills).toBeGreaterThan(1)
    const times = Map.groupBy(sink.received, ({ to }) => to)
    expect(times.size).toBe(readers)
    const twice = [...times].filter(([, got]) => got.length > 1)
    expect(twice.length).toBeLessThanOrEqual(kills)
    const named = (await rows()).filter(({ in_doubt }) => in_doubt).map((row) => row.address)
    for (const [to, got] of twice) {
      expect(named).toContain(to)
      const ids = got.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])
      expect(new Set(ids).size).toBe(1)
    }
    expect((await letterOf(id)).counts).toMatchObject({ readers, handedOver: readers, inDoubt: named.length })
  }, 120_000)

  test('a database put back from the night before sends nothing until it is released, and then to nobody who had it', async () => {
    const sink = await smtpSink()
    const readers = often(20, 6)
    await makeReaders(db.admin, clinic, readers)
    const id = await makeDueLetter(db.admin, clinic)
    await round(sink.url)
    expect(sink.received).toHaveLength(readers)
    // The night before it had a time and no rows; one reader has come since.
    await db.admin.query('delete from clinic.letter_mails')
    await db.admin.query(
      `update clinic.letters set state = 'scheduled', started_at = null, finished_at = null where letter_id = $1`,
      [id],
    )
    await makeReaders(db.admin, clinic, 1, 'new.example')
    await db.admin.query('update clinic.installation set mail_held_since = now()')
    expect(await round(sink.url)).toMatchObject({ held: true, sent: 0 })
    expect((await letterOf(id)).state).toBe('scheduled')
    await db.admin.query('update clinic.installation set mail_held_since = null')
    await round(sink.url)
    await round(sink.url)
    expect(sink.received.slice(readers).map(({ to }) => to)).toEqual(['reader0@new.example'])
    expect(await letterOf(id)).toMatchObject({
      state: 'finished',
      counts: { readers: readers + 1, handedOver: readers + 1 },
    })
  })

  test('a database put back from the night before writes to nobody who has left since, and shows that they did', async () => {
    const sink = await smtpSink()
    await makeReaders(db.admin, clinic, 4)
    const keyOf = async (n: number) => ({
      clinicId: clinic.clinicId,
      subscriberId: await subscriberOf(`reader${n}@readers.example`),
    })
    const { note } = openLeftBook(folder, db.secret)
    for (const n of [0, 1, 2]) await leaveLetters(db.app, await keyOf(n), n === 0 ? 'page' : 'mail-program', note)
    await pause(5)
    // This one came back, and the backup is from after that.
    expect(await chooseTopics(db.app, await keyOf(2), ['keep-away'])).toEqual({ ok: true })
    await db.admin.query(
      `update clinic.letter_subscribers set left_at = null where clinic_id = $1 and address like 'reader_@readers.example'`,
      [clinic.clinicId],
    )
    const id = await makeDueLetter(db.admin, clinic)
    // The backup had its row already, as one that was on its way has.
    await openLetters(db.app, clinic.clinicId)
    await round(sink.url)
    await round(sink.url)
    expect(sink.received.map(({ to }) => to).toSorted()).toEqual(['reader2@readers.example', 'reader3@readers.example'])
    expect(await letterOf(id)).toMatchObject({ state: 'finished', counts: { handedOver: 2, dropped: 2 } })
    const { rows: left } = await db.admin.query(
      `select address, (select what from clinic.letter_consents c where c.subscriber_id = s.subscriber_id order by at desc limit 1)
       from clinic.letter_subscribers s where clinic_id = $1 and left_at is not null order by address`,
      [clinic.clinicId],
    )
    expect(left).toEqual([0, 1].map((n) => ({ address: `reader${n}@readers.example`, what: 'left' })))
  })

  test('no letter goes while the book of who left cannot be read', async () => {
    const sink = await smtpSink()
    await makeReaders(db.admin, clinic, 1)
    await makeDueLetter(db.admin, clinic)
    await mkdir(join(folder, 'left.txt'))
    await expect(round(sink.url)).rejects.toThrow()
    expect(sink.received).toEqual([])
  })

  test('the book beside the database holds no address, is the owner’s alone, and outlives a line that was cut short', async () => {
    const sink = await smtpSink()
    await makeReaders(db.admin, clinic, 2)
    const id = await makeDueLetter(db.admin, clinic)
    await round(sink.url)
    const [file = ''] = await readdir(folder)
    const text = await readFile(join(folder, file), 'utf8')
    expect(file).toBe(`${id}.txt`)
    expect(text.split('\n').filter(Boolean)).toHaveLength(2)
    expect(text).not.toContain('reader')
    expect((await stat(join(folder, file))).mode & 0o077).toBe(0)
    const key = (address: string) => ({ clinicId: clinic.clinicId, letterId: id, address })
    const cut = openSentBook(folder, db.secret)
    await import('node:fs/promises').then((fs) => fs.appendFile(join(folder, file), 'abc'))
    await cut.add(key('late@readers.example'))
    const again = openSentBook(folder, db.secret)
    expect(await again.has(key('LATE@readers.example'))).toBe(true)
    expect(await again.has(key('reader1@readers.example'))).toBe(true)
    expect(await again.has(key('nobody@readers.example'))).toBe(false)
  })

  test('two servers side by side send each once', async () => {
    const sink = await smtpSink()
    const readers = often(60, 20)
    await makeReaders(db.admin, clinic, readers)
    await makeDueLetter(db.admin, clinic)
    await Promise.all([round(sink.url), round(sink.url)])
    await round(sink.url)
    expect(new Set(sink.received.map(({ to }) => to)).size).toBe(readers)
    expect(sink.received).toHaveLength(readers)
  })

  test('a letter of another clinic is not touched', async () => {
    const other = await makeMailClinic(db.admin, 'Other')
    await makeReaders(db.admin, other, 1)
    await makeDueLetter(db.admin, other)
    await openLetters(db.app, clinic.clinicId)
    expect(await takeNextLetter(db.app, clinic.clinicId, 1000)).toBeUndefined()
    const mails = await inClinic(db.app, clinic.clinicId, (trx) => trx.selectFrom('letter_mails').selectAll().execute())
    expect(ownRows(mails)).toEqual([])
  })
})
