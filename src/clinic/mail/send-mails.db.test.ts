/** Mail against a real database and a real mail server that answers, refuses, hangs and dies. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { simpleParser } from 'mailparser'
import nodeIcal from 'node-ical'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { isWhole, often } from '../../../scripts/short-form.ts'
import { connect, inClinic } from '../db/connection.ts'
import { testDatabase } from '../db/test-database.ts'
import { type Deliver, type DeliveryLimits, outboxDelivery, smtpDelivery } from './deliver.ts'
import { perhapsTwice, takeDueMails, tooLate, writeOutcome } from './due-mails.ts'
import { loadMailTruths } from './mail-truth.ts'
import { type MailClinic, makeMailClinic, makeVisit } from './mail.fixtures.ts'
import type { MailSender } from './mail-message.ts'
import { queueMails } from './mail-rows.ts'
import { sendDueMails, startMailer, waitAfter } from './send-mails.ts'

const db = testDatabase()
const hour = 3_600_000
const shared: { clinic?: MailClinic } = {}
const clinic = () => {
  if (!shared.clinic) throw new Error('no clinic yet')
  return shared.clinic
}
const sender: MailSender = {
  from: 'bookings@unclench.example',
  visitLink: (clinicId, appointmentId) => `https://unclench.example/visits/${clinicId}.${appointmentId}`,
  checkLink: 'https://unclench.example/check',
  bookAgainLink: (slug, service) => `https://unclench.example/therapists/${slug}?service=${service}`,
  reviewLink: () => 'https://unclench.example/reviews/token',
  stopLink: () => 'https://unclench.example/reviews/token/stop',
  staffReviewsLink: 'https://unclench.example/console/reviews',
  talkLink: (kind, clinicId, id) => `https://unclench.example/${kind}/${clinicId}.${id}`,
  offerLink: (clinicId, offerId) => `https://unclench.example/offers/${clinicId}.${offerId}`,
  waitingLink: (clinicId, entryId) => `https://unclench.example/waiting/${clinicId}.${entryId}`,
  chooseAgainLink: (clinicId, askId) => `https://unclench.example/visits/again/${clinicId}.${askId}`,
}
/** Longer than any machine is busy for; and for a mail server that says nothing, which is waited for to the end. */
const limits: DeliveryLimits = { connect: 15_000, silence: 15_000, whole: 60_000 }
const hasty: DeliveryLimits = { connect: 300, silence: 300, whole: 600 }

beforeAll(async () => {
  shared.clinic = await makeMailClinic(db.admin)
})

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await db.admin.query('update clinic.installation set mail_held_since = null')
  await db.admin.query('delete from clinic.mails')
})

/** A visit a week ahead, told of as confirmed. */
async function book(wish: { hours?: number; address?: string; contactName?: string } = {}) {
  const { hours = 7 * 24, address = 'robin@example.org', contactName = 'Robin Ashdown' } = wish
  const startsAt = Date.now() + hours * hour
  const { clinicId } = clinic()
  const appointmentId = await makeVisit(db.admin, clinic(), { startsAt, address, contactName })
  const change = { clinicId, appointmentId, address, startsAt }
  const tell = (what: 'confirmed' | 'moved' | 'cancelled', version: number) =>
    inClinic(db.app, clinicId, (trx) => queueMails(trx, { ...change, what, version }))
  await tell('confirmed', 0)
  return {
    appointmentId,
    tell,
    /** Changes the visit as a booking would, and tells of it. */
    change: async (what: 'moved' | 'cancelled', version: number) => {
      await db.admin.query('update clinic.appointments set version = $2, state = $3 where appointment_id = $1', [
        appointmentId,
        version,
        what === 'moved' ? 'confirmed' : 'cancelled',
      ])
      await tell(what, version)
    },
  }
}

/** Every mail, oldest first: kind, state, tries, and why. */
async function mails() {
  const { rows } = await db.admin.query<{
    mail_id: string
    kind: string
    state: string
    attempts: number
    why: string | null
    wait: number
  }>(
    `select mail_id, kind, state, attempts, why, extract(epoch from next_try_at - now())::float8 as wait
     from clinic.mails order by version, due_at, kind`,
  )
  return rows
}
const states = async () => (await mails()).map(({ kind, state }) => `${kind} ${state}`)
/** Sets the clock of all waiting mail on: what would be tried within these hours is tried now. */
const letPass = (hours: number) =>
  db.admin.query(
    `update clinic.mails set next_try_at = next_try_at - make_interval(secs => $1), due_at = due_at - make_interval(secs => $1),
     useless_after = useless_after - make_interval(secs => $1)`,
    [hours * 3600],
  )

interface Received {
  readonly to: readonly string[]
  readonly from: string | false
  readonly raw: string
}
interface SinkAnswer {
  readonly code?: number
  readonly at?: 'greeting' | 'mail' | 'rcpt' | 'data'
  readonly text?: string
}

/** A real mail server. @param answer its refusal, which may change between mails @param slowMs before it takes one */
async function smtpSink(answer: () => SinkAnswer = () => ({}), slowMs = 0) {
  const received: Received[] = []
  const refuse = (at: SinkAnswer['at']) => {
    const { code, at: where = 'rcpt', text = 'No.' } = answer()
    return code && where === at ? Object.assign(new Error(text), { responseCode: code }) : undefined
  }
  const server = new SMTPServer({
    authOptional: true,
    // Who calls is known: no name server is asked.
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onConnect: (_session, done) => done(refuse('greeting')),
    onMailFrom: (_address, _session, done) => done(refuse('mail')),
    onRcptTo: (_address, _session, done) => done(refuse('rcpt')),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const refused = refuse('data')
        if (refused) return done(refused)
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          to: rcptTo.map(({ address }) => address),
          from: mailFrom ? mailFrom.address : false,
          raw: Buffer.concat(parts).toString(),
        })
        setTimeout(done, slowMs)
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${port}`, received }
}

/** A server that speaks as told, byte for byte. */
async function rawServer(onConnection: (socket: Socket) => void): Promise<string> {
  const open = new Set<Socket>()
  const server: Server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    onConnection(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  closing.push(
    () =>
      new Promise<void>((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  )
  return `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

const sweep = (deliver: Deliver) => sendDueMails({ db: db.app, sender, deliver })

describe('the organizer of a visit in a calendar', () => {
  const invited = async (from: string) => {
    const sent: Buffer[] = []
    const deliver: Deliver = ({ message }) => {
      sent.push(message)
      return Promise.resolve({ ok: true })
    }
    await sendDueMails({ db: db.app, sender: { ...sender, from }, deliver })
    const files = await Promise.all(
      sent.map(async (raw) => (await simpleParser(raw)).attachments.find(({ filename }) => filename?.endsWith('.ics'))),
    )
    return files.flatMap((file) => {
      const [event] = file ? Object.values(nodeIcal.sync.parseICS(file.content.toString())) : []
      const part = file && new ICAL.Component(ICAL.parse(file.content.toString())).getFirstSubcomponent('vevent')
      if (!part || event?.type !== 'VEVENT') return []
      const organizer = part.getFirstProperty('organizer')
      // As a calendar does: of the same event and the same organizer, or it is another’s.
      return [{ of: `${event.uid} ${organizer?.getFirstValue()}`, sentBy: organizer?.getFirstParameter('sent-by') }]
    })
  }

  test('stays as at the first invitation, whatever address mail comes from later', async () => {
    const visit = await book()
    const [first] = await invited('bookings@unclench.example')
    expect(first?.of).toMatch(/ mailto:bookings@unclench\.example$/)
    await visit.change('moved', 1)
    const [moved] = await invited('visits@new.example')
    expect(moved).toEqual({ of: first?.of, sentBy: 'mailto:visits@new.example' })
    await visit.change('cancelled', 2)
    expect(await invited('third@new.example')).toEqual([{ of: first?.of, sentBy: 'mailto:third@new.example' }])
  })

  test('is whoever sent one first: a try that failed was none', async () => {
    await book()
    const away: Deliver = () => Promise.resolve({ ok: false, why: 'tryAgain', because: 'away' })
    await sendDueMails({ db: db.app, sender, deliver: away })
    await db.admin.query('update clinic.mails set next_try_at = now()')
    expect((await invited('visits@new.example'))[0]).toMatchObject({
      of: expect.stringContaining('visits@new.example'),
    })
  })
})
const over = (url: string) => smtpDelivery(url, limits)

describe('a clinic that has not opened', () => {
  test('sends nothing about a visit or a request; what waits goes once it opens', async () => {
    await book()
    await db.admin.query(
      `insert into clinic.assessment_requests (clinic_id, request_key, service_id, name, email)
       values ($1, uuidv7(), $2, 'Robin', 'robin@example.org')`,
      [clinic().clinicId, clinic().serviceId],
    )
    await db.admin.query(
      `insert into clinic.mails (clinic_id, request_id, version, kind, address, due_at, next_try_at, useless_after)
       select clinic_id, request_id, 0, 'request', email, now(), now(), now() + interval '1 day' from clinic.assessment_requests
       where clinic_id = $1`,
      [clinic().clinicId],
    )
    const sent: string[] = []
    const deliver: Deliver = ({ to }) => {
      sent.push(to)
      return Promise.resolve({ ok: true })
    }
    const sweep = () => sendDueMails({ db: db.app, sender, deliver })
    await db.admin.query('update clinic.clinics set opened_at = null where clinic_id = $1', [clinic().clinicId])
    expect(await sweep()).toMatchObject({ sent: 0, failed: 0, held: false })
    expect(new Set((await mails()).map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(new Set(['queued 0']))
    await db.admin.query('update clinic.clinics set opened_at = now() where clinic_id = $1', [clinic().clinicId])
    expect(await sweep()).toMatchObject({ sent: 2 })
    expect(sent.toSorted()).toEqual(['robin@example.org', 'robin@example.org'])
    await db.admin.query('delete from clinic.mails')
    await db.admin.query('delete from clinic.assessment_requests where clinic_id = $1', [clinic().clinicId])
  })
})

describe('a mail that is due', () => {
  test('goes to the one stored address, from ours, once, and is written down as handed over', async () => {
    const sink = await smtpSink()
    const { appointmentId } = await book({ contactName: 'Smith, Jane' })
    expect(await sweep(over(sink.url))).toEqual({ held: false, sent: 1, failed: 0, cutShort: false })
    await sweep(over(sink.url))
    expect(sink.received.map(({ to, from }) => [to, from])).toEqual([
      [['robin@example.org'], 'bookings@unclench.example'],
    ])
    const mail = await simpleParser(sink.received[0]?.raw ?? '')
    expect(mail.subject).toMatch(/^Booked: .*\(London time\)$/)
    expect(mail.text).toContain(`https://unclench.example/visits/${clinic().clinicId}.${appointmentId}`)
    expect(mail.text).not.toContain('bowels')
    expect(await states()).toEqual(['confirmation handed-over', 'reminder-48h queued', 'reminder-2h queued'])
  })

  test('says when the door is open on the day of the visit, as the clinic says it then', async () => {
    const { clinicId, locationId } = clinic()
    const day = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 7 }).toPlainDate()
    const open = async (weekday: number | null, own: string | null, from: string, to: string) =>
      db.admin.query('insert into clinic.opening_hours values ($1, default, $2, $3, $4, $5, $6)', [
        ...[clinicId, locationId, weekday, own, from, to],
      ])
    const said = async () => {
      await book()
      const [taken] = await takeDueMails(db.app, clinicId, { most: 1, leaseMs: 180_000 })
      await db.admin.query('delete from clinic.mails')
      return taken?.visit.place.open
    }
    expect(await said()).toBeUndefined()
    await open((day.dayOfWeek % 7) + 1, null, '07:00', '09:00')
    expect(await said()).toEqual([])
    await open(day.dayOfWeek, null, '08:00', '18:00')
    await open(null, day.add({ days: 1 }).toString(), '10:00', '11:00')
    expect(await said()).toEqual([{ from: '08:00', to: '18:00' }])
    await open(null, day.toString(), '08:00', '12:00')
    expect(await said()).toEqual([{ from: '08:00', to: '12:00' }])
    await db.admin.query('delete from clinic.opening_hours where clinic_id = $1', [clinicId])
  })

  test('and its reminders go at their hours, each once, however many sweeps there are', async () => {
    const sink = await smtpSink()
    await book()
    for (const hours of [0, 119, 2, 45, 2]) {
      await letPass(hours)
      await Promise.all(Array.from({ length: often(20, 8) }, () => sweep(over(sink.url))))
    }
    const subjects = await Promise.all(
      sink.received.map(async ({ raw }) => (await simpleParser(raw)).subject?.split(':')[0]),
    )
    expect(subjects).toEqual(['Booked', 'Reminder', 'Reminder'])
    expect(await states()).toEqual(['confirmation handed-over', 'reminder-48h handed-over', 'reminder-2h handed-over'])
  })

  test('waits while a restored backup holds all mail, and goes when it is released', async () => {
    const sink = await smtpSink()
    await book()
    await db.admin.query('update clinic.installation set mail_held_since = now()')
    expect(await sweep(over(sink.url))).toMatchObject({ held: true, sent: 0 })
    expect([sink.received.length, (await states())[0]]).toEqual([0, 'confirmation queued'])
    await db.admin.query('update clinic.installation set mail_held_since = null')
    expect(await sweep(over(sink.url))).toMatchObject({ held: false, sent: 1 })
  })

  test('of many clinics and visits: eight servers over one database send each once', async () => {
    const sink = await smtpSink()
    const many = often(40, 16)
    for (let number = 0; number < many; number += 1) await book({ address: `robin${number}@example.org` })
    await Promise.all(Array.from({ length: 8 }, () => sweep(over(sink.url))))
    // On a busy machine a connection may fail; that mail waits, and goes when it is due again.
    for (let again = 0; again < 10 && sink.received.length < many; again += 1) {
      await db.admin.query(`update clinic.mails set next_try_at = now() where state = 'queued'`)
      await sweep(over(sink.url))
    }
    expect(sink.received.length).toBe(many)
    expect(new Set(sink.received.map(({ to }) => to[0])).size).toBe(many)
  })

  test('whose stored address is not one plain recipient never reaches a mail server', async () => {
    const sink = await smtpSink()
    for (const address of [
      '"robin@else.net"@example.org',
      'a@b.org, c@d.org',
      'robin@example.org\r\nRCPT TO:<x@y.org>',
    ])
      await book({ address })
    expect(await sweep(over(sink.url))).toMatchObject({ sent: 0, failed: 3 })
    expect(sink.received).toEqual([])
    expect((await mails()).filter(({ state }) => state === 'bounced').length).toBe(3)
  })
})

describe('a mail that is not true any more', () => {
  test.each([
    ['moved', `version = 1`, 'The visit was changed before this was sent.'],
    ['cancelled', `state = 'cancelled'`, 'The visit was cancelled before this was sent.'],
    ['begun', `state = 'arrived'`, 'The visit has begun.'],
    ['past', `starts_at = now() - interval '1 s', ends_at = now() + interval '1 h'`, tooLate],
  ])('because the visit is %s is dropped with the reason, unsent', async (_what, set, why) => {
    const sink = await smtpSink()
    const { appointmentId } = await book()
    await db.admin.query(`update clinic.appointments set ${set} where appointment_id = $1`, [appointmentId])
    await sweep(over(sink.url))
    expect(sink.received).toEqual([])
    expect((await mails())[0]).toMatchObject({ state: 'dropped', why })
  })

  test('booked, moved three times and cancelled while the mail server was away: one mail goes, the last', async () => {
    const sink = await smtpSink()
    const visit = await book()
    await sweep(over('smtp://127.0.0.1:1'))
    for (const version of [1, 2, 3]) await visit.change('moved', version)
    await visit.change('cancelled', 4)
    await letPass(1)
    await sweep(over(sink.url))
    const subjects = await Promise.all(
      sink.received.map(async ({ raw }) => (await simpleParser(raw)).subject?.split(':')[0]),
    )
    expect(subjects).toEqual(['Cancelled'])
    expect((await mails()).filter(({ state }) => state === 'queued' || state === 'sending')).toEqual([])
  })

  test('a mail server down for six hours of sweeps: one reminder, and the one that is overdue is dropped', async () => {
    const sink = await smtpSink()
    await book({ hours: 2.5 })
    await book({ hours: 51 })
    // On a busy machine the mail server of the test may be slow to answer the first time.
    for (let turn = 0; turn < 5 && sink.received.length < 2; turn += 1) {
      await sweep(over(sink.url))
      await letPass(1 / 60)
    }
    const sweeps = often(360, 30)
    for (let nth = 0; nth < sweeps; nth += 1) {
      await letPass(6 / sweeps)
      await sweep(over('smtp://127.0.0.1:1'))
    }
    await letPass(1)
    for (let turn = 0; turn < 5; turn += 1) await sweep(over(sink.url))
    const kinds = await Promise.all(
      sink.received.map(async ({ raw }) => (await simpleParser(raw)).subject?.split(':')[0]),
    )
    expect(kinds).toEqual(['Booked', 'Booked', 'Reminder'])
    const reminders = (await mails()).filter(({ kind }) => kind.startsWith('reminder'))
    expect(reminders.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'reminder-2h given-up',
      'reminder-2h queued',
      'reminder-48h handed-over',
    ])
  })

  test('one that nobody tried in time is dropped and says so', async () => {
    const sink = await smtpSink()
    await book({ hours: 60 })
    await sweep(over(sink.url))
    await letPass(37)
    await sweep(over(sink.url))
    expect((await mails())[1]).toMatchObject({
      kind: 'reminder-48h',
      state: 'dropped',
      why: tooLate,
    })
  })
})

describe('a mail server that', () => {
  test.each([
    ['mail', 550],
    ['rcpt', 550],
    ['rcpt', 553],
    ['data', 554],
  ] as const)('refuses for good (at %s, %d): bounced, with its words, and never tried again', async (at, code) => {
    const sink = await smtpSink(() => ({ at, code, text: '5.1.1 No such <b>user</b> here' }))
    await book()
    await sweep(over(sink.url))
    await letPass(1)
    await sweep(over(sink.url))
    const [mail] = await mails()
    expect(mail).toMatchObject({ state: 'bounced', attempts: 1 })
    expect(mail?.why).toBe(`The mail server refused it. It said: ${code} 5.1.1 No such <b>user</b> here`)
  })

  test.each([
    ['rcpt', 451],
    ['rcpt', 421],
    ['data', 452],
    ['mail', 450],
    ['greeting', 421],
    ['greeting', 554],
  ] as const)('asks to wait (at %s, %d): tried again later and later, and then it goes', async (at, code) => {
    const now = { code }
    const sink = await smtpSink(() => ({ at, ...now, text: '4.7.1 Come back later' }))
    await book()
    // In the short form the longer waits with one of them.
    const waits = isWhole || code === 451 ? [1, 2, 4] : [1]
    for (const minutes of waits) {
      await sweep(over(sink.url))
      await sweep(over(sink.url))
      const [mail] = await mails()
      expect(mail).toMatchObject({ state: 'queued', why: expect.stringContaining('Come back later') })
      // By the database's own clock, which has gone on since.
      expect(Math.ceil((mail?.wait ?? 0) / 60)).toBe(minutes)
      await letPass(minutes / 60)
    }
    Object.assign(now, { code: 0 })
    await sweep(over(sink.url))
    expect((await mails())[0]).toMatchObject({ state: 'handed-over', attempts: waits.length + 1, why: null })
    expect(sink.received.length).toBe(1)
  })

  test.each([
    ['never greets', (_socket: Socket) => undefined],
    ['hangs after the greeting', (socket: Socket) => socket.write('220 here\r\n')],
    ['closes at once', (socket: Socket) => socket.end()],
    ['speaks no SMTP', (socket: Socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
    [
      'never ends its answer',
      (socket: Socket) => {
        socket.write('220 here\r\n')
        const timer = setInterval(() => socket.write('250-and more\r\n'), 100)
        socket.on('close', () => clearInterval(timer))
      },
    ],
  ])('%s: noticed in time, the rest of the sweep waits, and nothing is lost', async (_what, onConnection) => {
    const url = await rawServer(onConnection)
    // More than the five that go at a time.
    const many = often(12, 6)
    for (let number = 0; number < many; number += 1) await book({ address: `robin${number}@example.org` })
    expect(await sweep(smtpDelivery(url, hasty))).toMatchObject({ sent: 0, failed: 5, cutShort: true })
    const confirmations = (await mails()).filter(({ kind }) => kind === 'confirmation')
    expect(confirmations.map(({ state }) => state)).toEqual(Array.from({ length: many }, () => 'queued'))
    expect(confirmations.filter(({ attempts }) => attempts > 0).length).toBe(5)
    const sink = await smtpSink()
    await letPass(1)
    await sweep(over(sink.url))
    expect(new Set(sink.received.map(({ to }) => to[0])).size).toBe(many)
  })

  test('accepts and dies before its answer: tried again, and both are seen to be one by their Message-ID', async () => {
    const taken: string[] = []
    const url = await rawServer((socket) => {
      socket.write('220 here\r\n')
      let all = ''
      socket.on('data', (part) => {
        all += part
        if (all.endsWith('\r\n.\r\n')) {
          taken.push(all)
          socket.destroy()
        } else if (/DATA\r\n$/.test(all)) socket.write('354 go\r\n')
        else if (!/DATA\r\n/.test(all)) socket.write('250 ok\r\n')
      })
    })
    await book()
    await sweep(over(url))
    expect(taken.length).toBe(1)
    expect((await mails())[0]).toMatchObject({ state: 'queued', attempts: 1 })
    const sink = await smtpSink()
    await letPass(1)
    await sweep(over(sink.url))
    const id = (raw = '') => /^Message-ID: (.*)$/im.exec(raw)?.[1]
    expect(id(sink.received[0]?.raw)).toBe(id(taken[0]))
    expect(id(taken[0])).toBe(`<${(await mails())[0]?.mail_id}@unclench.example>`)
    expect((await mails())[0]).toMatchObject({ state: 'handed-over', why: perhapsTwice })
  })
})

describe('waiting between tries', () => {
  test('doubles from a minute and is never longer than half an hour', () => {
    expect([1, 2, 3, 5, 6, 7, 60, 2000].map((attempt) => waitAfter(attempt) / 60_000)).toEqual([
      1, 2, 4, 16, 30, 30, 30, 30,
    ])
  })
})

describe('a server that is killed', () => {
  test('between taking a mail and sending it: another sends it when the lease ends, and not before', async () => {
    const sink = await smtpSink()
    const { appointmentId } = await book()
    const taken = await takeDueMails(db.app, clinic().clinicId, { most: 5, leaseMs: 180_000 })
    expect(taken.length).toBe(1)
    await sweep(over(sink.url))
    expect(sink.received).toEqual([])
    await letPass(181 / 3600)
    await sweep(over(sink.url))
    expect([sink.received.length, (await mails())[0]?.state]).toEqual([1, 'handed-over'])
    // Nobody knows whether the one that was killed had sent it.
    expect((await mails())[0]?.why).toBe(perhapsTwice)
    const truths = await loadMailTruths(db.app, clinic().clinicId, [appointmentId], Date.now())
    const says = [...truths.values()].flatMap((truth) => truth.mails.map((mail) => mail.says))
    expect(says[0]).toContain('it may come twice')
  })

  test('again and again, at any moment of its sending: every mail arrives, and what came twice is seen to be one', async () => {
    const sink = await smtpSink(() => ({}), 4)
    const mailCount = often(30, 10)
    for (let number = 0; number < mailCount; number += 1) await book({ address: `robin${number}@example.org` })
    const { address, secret } = db
    const told = JSON.stringify({ address, secret: Buffer.from(secret).toString('hex'), url: sink.url })
    let kills = 0
    while ((await mails()).some(({ kind, state }) => kind === 'confirmation' && state !== 'handed-over')) {
      expect(kills).toBeLessThan(40)
      const child = spawn(process.execPath, [join(import.meta.dirname, 'mail-sender.fixtures.ts'), told], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'exit')
      await once(child.stdout, 'data')
      // Killed at the fourth mail, and each one mail later than the one before, or at the end: so they die at different steps,
      // and none for ever before the first mails are written down, which go five at a time.
      const had = sink.received.length
      const isOver = async () =>
        (await mails()).every(({ kind, state }) => kind !== 'confirmation' || state === 'handed-over')
      for (let waited = 0; sink.received.length < had + 4 + kills && waited < 400; waited += 1) {
        await new Promise((resolve) => setTimeout(resolve, 5))
        if (waited % 10 === 9 && (await isOver())) break
      }
      await new Promise((resolve) => setTimeout(resolve, kills % 7))
      child.kill('SIGKILL')
      await ended
      kills += 1
      await letPass(181 / 3600)
    }
    expect(kills).toBeGreaterThan(1)
    const ids = sink.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])
    expect(new Set(ids).size).toBe(mailCount)
    // A kill can double no more than what was on its way at that moment.
    expect(ids.length - mailCount).toBeLessThanOrEqual(kills * 5)
    for (const { raw, to } of sink.received) expect(raw).toContain(String(to[0]))
    // Each kill is a program that has to start: on a busy machine that takes seconds.
  }, 600_000)

  test.each(['bounced', 'dropped', 'given-up'])(
    'a mail that is %s by then is not handed over any more',
    async (state) => {
      await book()
      const [late] = await takeDueMails(db.app, clinic().clinicId, { most: 5, leaseMs: 0 })
      if (!late) throw new Error('not taken')
      await db.admin.query('update clinic.mails set state = $2 where mail_id = $1', [late.mailId, state])
      await writeOutcome(db.app, late, { what: 'handed-over' })
      const { rows } = await db.admin.query('select state, handed_over_at from clinic.mails where mail_id = $1', [
        late.mailId,
      ])
      expect(rows).toEqual([{ state, handed_over_at: null }])
    },
  )

  test('a try that comes back after its lease changes nothing, but that it was handed over', async () => {
    await book()
    const [late] = await takeDueMails(db.app, clinic().clinicId, { most: 5, leaseMs: 0 })
    const [second] = await takeDueMails(db.app, clinic().clinicId, { most: 5, leaseMs: 180_000 })
    if (!late || !second) throw new Error('not taken')
    await writeOutcome(db.app, late, { what: 'bounced', why: 'late' })
    await writeOutcome(db.app, late, { what: 'failed', why: 'late', waitMs: 0 })
    expect((await mails())[0]).toMatchObject({ state: 'sending', why: perhapsTwice })
    await writeOutcome(db.app, late, { what: 'handed-over' })
    await writeOutcome(db.app, second, { what: 'failed', why: 'later', waitMs: 0 })
    expect((await mails())[0]).toMatchObject({ state: 'handed-over', why: perhapsTwice })
  })
})

describe('without a mail server', () => {
  const outbox = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unclench-outbox-'))
    closing.push(() => rm(folder, { recursive: true, force: true }))
    return folder
  }

  test('mail is real files, readable by the owner only', async () => {
    const folder = join(await outbox(), 'outbox')
    await book()
    await sweep(outboxDelivery(folder))
    const [file = '', ...more] = await readdir(folder)
    expect([file, more]).toEqual([`${(await mails())[0]?.mail_id}.eml`, []])
    expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)
    expect((await simpleParser(await readFile(join(folder, file)))).subject).toMatch(/^Booked: /)
  })

  test('staff read that it is a file and that nobody was sent it, not that a mail server took it', async () => {
    const { appointmentId } = await book()
    await sweep(outboxDelivery(await outbox()))
    const truths = await loadMailTruths(db.app, clinic().clinicId, [appointmentId], Date.now())
    const [says] = truths.get(appointmentId)?.mails.map((mail) => mail.says) ?? []
    expect(says).toContain('written to a file')
    expect(says).toContain('nobody was sent it')
    expect(says).not.toContain('handed over')
  })

  test('a mail written again after a kill is still one file, and no half one is left', async () => {
    const folder = await outbox()
    await book()
    await sweep(outboxDelivery(folder))
    await db.admin.query(
      `update clinic.mails set state = 'sending', handed_over_at = null, next_try_at = now() where state = 'handed-over'`,
    )
    await sweep(outboxDelivery(folder))
    expect((await readdir(folder)).length).toBe(1)
    expect((await states())[0]).toBe('confirmation handed-over')
  })

  test('a folder that cannot be written: the mail waits and says why', async () => {
    await book()
    const file = join(await outbox(), 'a-file')
    await sweep(outboxDelivery(file))
    await rm(file, { recursive: true })
    await writeFile(file, '')
    await letPass(1)
    await book()
    await sweep(outboxDelivery(file))
    expect((await mails()).filter(({ why }) => why === 'The folder for mail cannot be written.').length).toBe(1)
  })
})

describe('the running mailer', () => {
  test('sends by itself, goes on after trouble, and ends when told', async () => {
    const sink = await smtpSink()
    const lines: string[] = []
    const running = startMailer({ db: db.app, sender, deliver: over(sink.url) }, (line) => lines.push(line), 20)
    await book()
    await expect.poll(() => sink.received.length, { timeout: 60_000 }).toBe(1)
    await running.stop()
    await book()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect([sink.received.length, lines]).toEqual([1, []])
  })

  test('ends at once though the mail server hangs, and the mail waits for its next try', async () => {
    const url = await rawServer(() => undefined)
    await book()
    const running = startMailer({ db: db.app, sender, deliver: smtpDelivery(url) }, () => undefined, 20)
    await expect.poll(async () => (await mails())[0]?.state, { timeout: 60_000 }).toBe('sending')
    // Without an end to wait for: stopped is what the mail says, not given up after a minute.
    await running.stop()
    expect((await mails())[0]).toMatchObject({
      state: 'queued',
      why: 'Our server was stopped while it was being sent.',
    })
  })

  test('says that mail waits where the database is away, without anybody’s name', async () => {
    const away = connect({ host: '127.0.0.1', port: 1, database: 'none' }, 'unclench_app', 'x')
    const lines: string[] = []
    const running = startMailer(
      { db: away, sender, deliver: over('smtp://127.0.0.1:1') },
      (line) => lines.push(line),
      20,
    )
    await expect.poll(() => lines.length, { timeout: 60_000 }).toBeGreaterThan(1)
    await running.stop()
    await away.destroy()
    expect(new Set(lines)).toEqual(new Set(['Mail waits: this round could not finish (ECONNREFUSED).']))
  })
})
