/**
 * One visit on every surface, through HTTP and in the mails as they arrive: whoever books, wherever the server stands and on
 * whichever side of a clock change, reads one sentence for one moment.
 */
import ICAL from 'ical.js'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { wallClockSentence, wallTimes } from '../src/clinic/availability/wall-clock.ts'
import { privateToken } from '../src/clinic/booking/private-link.ts'
import { makeTestClinic, type TestClinic } from '../src/clinic/booking/test-clinic.ts'
import { joinClinic } from '../src/clinic/calendar/test-calendar.ts'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import { createApi } from '../src/server/api.ts'
import { mailerBeside } from '../src/server/mailer.ts'
import { createConsoleApp } from '../src/web/console/console-app.tsx'
import { consoleHome } from '../src/web/console/console.fixtures.ts'
import { type OwnServer, startInProcess } from './in-process.ts'
import { pause } from './installation.ts'
import { book, hold, personOf } from './person.ts'

const db = testDatabase({ withoutNeighbours: 'reads every mail that is sent' })
let server: OwnServer
let clinic: TestClinic
const ownZone = process.env.TZ
beforeAll(async () => {
  server = await startInProcess(db)
})
afterAll(() => server.stop())
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 1 })
  // Open day and night, and bookable as far ahead as any service may be.
  await db.admin.query(`update clinic.hours set from_time = '00:00', to_time = '24:00' where clinic_id = $1`, [
    clinic.clinicId,
  ])
  await db.admin.query(`update clinic.services set window_days = 366 where clinic_id = $1`, [clinic.clinicId])
  return () => {
    if (ownZone === undefined) delete process.env.TZ
    else process.env.TZ = ownZone
  }
})

const atMs = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)
const said = (start: number, zone: string) => wallClockSentence(atMs(start), zone, Temporal.Now.instant())
const read = async (path: string) => (await fetch(`${server.origin}${path}`)).text()

interface Mail {
  readonly subject: string
  readonly texts: readonly string[]
  /** The moment in its calendar part, and what that says. */
  readonly event: { readonly start: number; readonly says: string } | undefined
}

function eventOf(file: string) {
  const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')
  const start = event?.getFirstPropertyValue('dtstart')
  if (!(start instanceof ICAL.Time)) throw new Error('no event')
  return { start: start.toJSDate().getTime(), says: String(event?.getFirstPropertyValue('description')) }
}

/** Every mail that is sent about a visit from booking to its last reminder, as a mail program reads it. */
async function mailsOf(appointmentId: string): Promise<readonly Mail[]> {
  await db.admin.query(
    `update clinic.mails set due_at = now(), next_try_at = now() where appointment_id = $1 and state = 'queued'`,
    [appointmentId],
  )
  const messages: Buffer[] = []
  const settings = {
    from: 'bookings@unclench.test',
    outbox: null,
    deliver: ({ message }: { readonly message: Buffer }) => {
      messages.push(message)
      return Promise.resolve({ ok: true } as const)
    },
  }
  const mailer = mailerBeside(
    settings,
    () => server.origin,
    () => undefined,
  )(server.ready, { ...db.address, user: 'postgres', password: '' })
  const waiting = () =>
    db.admin.query(`select from clinic.mails where state in ('queued', 'sending') and due_at <= now()`)
  while ((await waiting()).rows.length > 0) await pause(20)
  await mailer.stop()
  return Promise.all(
    messages.map(async (message) => {
      const mail = await simpleParser(message)
      const part = mail.attachments.find(({ contentType }) => contentType === 'text/calendar')
      return {
        subject: mail.subject ?? '',
        texts: [mail.text ?? '', mail.html || ''],
        event: part && eventOf(part.content.toString()),
      }
    }),
  )
}

let people = 500
/** Books this moment as a browser does. @returns the visit's page and id */
async function bookAt(start: number) {
  people += 1
  const person = personOf(people)
  const time = { slug: `therapist-${clinic.therapists[0]}`, service: clinic.serviceId, start }
  const held = await hold(person, server.origin, time)
  if (held.what !== 'held') throw new Error(JSON.stringify(held))
  const form = await read(held.form.path)
  const booked = await book(person, server.origin, held.form)
  if (booked.what !== 'booked') throw new Error(JSON.stringify(booked))
  const { rows } = await db.admin.query<{ id: string }>(
    `select appointment_id as id from clinic.appointments where clinic_id = $1 and starts_at = $2`,
    [clinic.clinicId, atMs(start).toString()],
  )
  return { visit: booked.visit, form, appointmentId: rows[0]?.id ?? '', time }
}

/** What the staff see of it: the visit, the list of its day, and the day on paper. */
async function staffPages(appointmentId: string, day: string) {
  const member = await joinClinic(db, clinic.clinicId)
  const data = { app: server.ready.app, directory: server.ready.directory, secret: db.secret }
  const app = createConsoleApp(consoleHome({ signedIn: { ok: true, member }, data }))
  const get = async (path: string) => (await app.request(path)).text()
  return {
    visit: await get(`/console/visits/${appointmentId}`),
    list: await get(`/console/calendar?view=list&day=${day}`),
    paper: await get(`/console/days/${day}/print?of=all`),
  }
}

/** A page that lacks a sentence is named, not printed. */
const says = (where: string, text: string, sentence: string) =>
  expect(text.includes(sentence) ? where : `${where} lacks "${sentence}"`).toBe(where)

/** Everything that anybody can read of one visit says the same moment. */
async function everySurfaceSays(start: number, zone: string) {
  const sentence = said(start, zone)
  const local = atMs(start).toZonedDateTimeISO(zone)
  const day = local.toPlainDate().toString()
  const slug = `therapist-${clinic.therapists[0]}`
  const query = new URLSearchParams({ service: clinic.serviceId, from: day })
  says('list of times', await read(`/therapists/${slug}/times?${query}`), sentence)
  const at = new URLSearchParams({ service: clinic.serviceId, at: atMs(start).toString() })
  says('chosen time', await read(`/book/${slug}?${at}`), sentence)
  const api = createApi({
    data: () => ({ app: db.app, directory: db.directory, secret: db.secret }),
    now: () => Temporal.Now.instant(),
    addressOf: () => undefined,
  })
  const calls = await api.request(`/api/v1/therapists/${slug}/times?${query}`)
  const { times } = (await calls.json()) as { readonly times: readonly { readonly says: string }[] }
  expect(
    times.map(({ says }) => says),
    'times for machines',
  ).toContain(sentence)

  const { visit, form, appointmentId } = await bookAt(start)
  says('form', form, sentence)
  says('private link', await read(visit), sentence)
  const file = eventOf(await read(`${visit}/visit.ics`))
  expect(file.start, 'calendar file').toBe(start)
  says('calendar file', file.says, sentence)
  const token = privateToken(db.secret, 'visit', { clinicId: clinic.clinicId, appointmentId })
  const told = (await (await api.request(`/api/v1/visits/${token}`)).json()) as { readonly time: object }
  expect(told.time).toMatchObject({ start: atMs(start).toString(), says: sentence })

  const mails = await mailsOf(appointmentId)
  expect(mails.length).toBeGreaterThan(1)
  for (const { subject, texts, event } of mails) {
    expect(subject).toContain(sentence)
    for (const text of texts) says(subject, text, sentence)
    if (event) {
      expect(event.start, subject).toBe(start)
      says(subject, event.says, sentence)
    }
  }

  const staff = await staffPages(appointmentId, day)
  says('staff', staff.visit, sentence)
  // In the hour that comes twice each end says which it is.
  const range = wallTimes(atMs(start), atMs(start).add({ minutes: 45 }), zone)
  for (const page of [staff.list, staff.paper]) {
    says('day of the staff', page, range)
    says('day of the staff', page, sentence.slice(0, sentence.indexOf(',')).replace(/ \d{4}$/, ''))
  }
}

/** The next change of this zone's clocks after that moment. */
const nextChange = (zone: string, after = Temporal.Now.instant()) => {
  const change = after.toZonedDateTimeISO(zone).getTimeZoneTransition('next')
  if (!change) throw new Error(`the clocks of ${zone} never change`)
  return change
}

describe('a visit in person', () => {
  test.each(['Europe/Athens', 'America/Los_Angeles', 'Pacific/Auckland'])(
    'is one London sentence on page, form, mail, subject, reminder, calendar file and paper, on a machine in %s',
    async (machine) => {
      process.env.TZ = machine
      const start = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 4 }).withPlainTime('00:30')
      await everySurfaceSays(start.epochMilliseconds, 'Europe/London')
    },
  )

  test('says one moment for the label, the hold, the confirmation, the mail, the file and the staff on both sides of both clock changes', async () => {
    const first = nextChange('Europe/London')
    for (const change of [first, nextChange('Europe/London', first.toInstant())]) {
      const midnight = change.startOfDay()
      for (const start of [
        midnight.subtract({ days: 1 }).withPlainTime('23:30'),
        midnight.withPlainTime('12:30'),
        change.subtract({ minutes: 45 }),
        change,
        midnight.withPlainTime('10:00'),
      ])
        await everySurfaceSays(start.epochMilliseconds, 'Europe/London')
    }
  })

  test('at a place overseas is said on the clock of that place, by a server in Paris', async () => {
    process.env.TZ = 'Europe/Paris'
    const zone = 'America/Guadeloupe'
    await db.admin.query(`update clinic.locations set zone = $2 where clinic_id = $1`, [clinic.clinicId, zone])
    for (const wall of ['00:00', '09:00', '22:45'])
      await everySurfaceSays(
        Temporal.Now.zonedDateTimeISO(zone).add({ days: 3 }).withPlainTime(wall).epochMilliseconds,
        zone,
      )
  })
})
