/**
 * Faults: people book over HTTP while the mail server misbehaves, answers are lost or the clock steps. Then the fault ends, and
 * whoever had no answer sends the same form once more. Every acknowledged visit must be there, nobody twice, and each with
 * its one mail: no mail may be lost, sent about nothing, or sent twice but where its first arrival was never confirmed.
 */
import { connect } from 'node:net'
import type pg from 'pg'
import type { TestClinic } from '../src/clinic/booking/test-clinic.ts'
import { perhapsTwice } from '../src/clinic/mail/due-mails.ts'
import type { BreakableWay } from './breakable-way.ts'
import { pause } from './installation.ts'
import type { MailSink, MailWeather } from './mail-sink.ts'
import { book, bookUntilThere, type FilledForm, hold, type Outcome, type Person, personOf } from './person.ts'
import { faultsOfBookings } from './what-must-hold.ts'

/** Where people book, what can be broken there, and how to look at what really happened. */
export interface FaultGround {
  readonly origin: () => string
  readonly admin: pg.Pool
  readonly clinic: TestClinic
  readonly sink: MailSink
  readonly way: BreakableWay
  /** Sets the clock by so much from what it really is; 0 puts it right. */
  readonly stepClock: (ms: number) => Promise<void> | void
  /** No mail is in hand for longer than this once the fault is over, milliseconds. */
  readonly inHandMs: number
}

/** What came of one fault. */
export interface FaultReport {
  readonly fault: string
  /** How often it was seen to happen. */
  readonly harm: number
  readonly acknowledged: number
  /** Had no answer, or were told that booking does not work just now, and sent the same form again. */
  readonly sentAgain: number
  readonly mails: number
  /** The addresses whose mail came twice, its first arrival never having been confirmed. */
  readonly twice: readonly string[]
  /** Told for good that the address takes no mail. */
  readonly refused: number
  readonly wrong: readonly string[]
}

/** Something that goes wrong from `begin` on, until `end`. */
interface Fault {
  readonly name: string
  readonly begin: (ground: FaultGround) => Promise<void> | void
  readonly end: (ground: FaultGround) => Promise<void> | void
  /** How often it happened so far. */
  readonly harm: (ground: FaultGround) => number
  /** How somebody presses Book meanwhile. */
  readonly press?: typeof book
}

const mailFault = (weather: MailWeather): Fault => ({
  name: `the mail server ${mailWords[weather]}`,
  begin: ({ sink }) => sink.become(weather),
  end: ({ sink }) => sink.become('takes'),
  // Of one that is away nobody hears.
  harm: ({ sink }) => (weather === 'away' ? 1 : sink.harm()),
})

const mailWords: Readonly<Record<MailWeather, string>> = {
  takes: 'takes all',
  away: 'is away',
  slow: 'is slow',
  silent: 'takes a mail and never says so',
  'refuses for now': 'refuses everything for now',
  'refuses some': 'refuses some addresses for good',
  dies: 'accepts a mail, then dies',
}

function lostCommits(): Fault {
  let lost = () => 0
  return {
    name: 'each third commit is done, and its answer lost on the way back from the database',
    begin: ({ way }) => {
      lost = way.loseCommits(3)
    },
    end: ({ way }) => way.mend(),
    harm: () => lost(),
  }
}

function hungUp(): Fault {
  let times = 0
  return {
    name: 'the line of whoever books is lost between commit and answer',
    begin: () => undefined,
    end: () => undefined,
    harm: () => times,
    press: async (_person, origin, form) => {
      await pressAndHangUp(origin, form)
      times += 1
      return { what: 'unanswered' }
    },
  }
}

function steppedClock(name: string, ms: number): Fault {
  return {
    name: `the clock steps ${name}`,
    begin: ({ stepClock }) => stepClock(ms),
    end: ({ stepClock }) => stepClock(0),
    harm: () => 1,
  }
}

const hourMs = 3_600_000
/** All that can go wrong while the machine has room on its disk. Each is made anew, since some count. */
export const allFaults = (): readonly Fault[] => [
  ...(['away', 'slow', 'refuses for now', 'refuses some', 'dies', 'silent'] as const).map(mailFault),
  lostCommits(),
  hungUp(),
  steppedClock('an hour ahead', hourMs),
  steppedClock('an hour back', -hourMs),
  steppedClock('two days ahead', 48 * hourMs),
]

let people = 3_000_000
/** The people of each fault have times of their own, from this one on. */
let times = 0

/** @param count how many people book while it lasts */
export async function suffer(ground: FaultGround, fault: Fault, count: number): Promise<FaultReport> {
  const { sink, admin, origin } = ground
  const [wrong, acknowledged]: [string[], Map<string, string>] = [[], new Map()]
  const again: { readonly person: Person; readonly form: FilledForm }[] = []
  const note = (person: Person, form: FilledForm, outcome: Outcome) => {
    if (outcome.what === 'booked') acknowledged.set(person.email, outcome.visit)
    else if (outcome.what === 'unanswered' || outcome.what === 'away') again.push({ person, form })
    else wrong.push(`somebody was answered: ${JSON.stringify(outcome)}`)
  }
  const arrived = sink.arrivals.length
  const began = people
  // They have the form open before it begins: a lost hold is nothing that anybody was promised.
  const open = await Promise.all(Array.from({ length: count }, () => openForm(ground)))
  await fault.begin(ground)
  for (const { person, form } of open) note(person, form, await (fault.press ?? book)(person, origin(), form))
  await untilHarm(ground, fault)
  const harm = fault.harm(ground)
  await fault.end(ground)
  if (harm === 0) wrong.push('the fault was never seen to happen')
  const sentAgain = again.splice(0)
  for (const { person, form } of sentAgain) note(person, form, (await bookUntilThere(person, origin(), form)).outcome)
  if (again.length > 0) wrong.push(`${again.length} people had no answer when the fault was over`)
  const emails = Array.from({ length: count }, (_, at) => personOf(began + at + 1).email)
  await settle(ground, emails, wrong)
  const came = sink.arrivals.slice(arrived).filter(({ to }) => emails.includes(to))
  wrong.push(
    ...(await faultsOfVisits(ground, emails, acknowledged)),
    ...(await faultsOfMails(admin, emails, came)),
    ...(await faultsOfBookings(admin)),
  )
  const { refused } = await countRefused(admin, emails)
  const twice = [...Map.groupBy(came, ({ to }) => to)].filter(([, all]) => all.length > 1).map(([to]) => to)
  const told = { harm, acknowledged: acknowledged.size, sentAgain: sentAgain.length, mails: came.length }
  return { fault: fault.name, ...told, twice, refused, wrong: [...new Set(wrong)] }
}

async function openForm({ origin, clinic }: FaultGround) {
  people += 1
  const person = personOf(people)
  const start = Temporal.Now.zonedDateTimeISO('Europe/London')
    .add({ days: 5 + Math.floor(times / 16) })
    .withPlainTime('08:00')
    .add({ minutes: (times % 16) * 45 }).epochMilliseconds
  times += 1
  const held = await hold(person, origin(), {
    slug: `therapist-${clinic.therapists[0]}`,
    service: clinic.serviceId,
    start,
  })
  if (held.what !== 'held') throw new Error(`nobody could hold: ${JSON.stringify(held)}`)
  return { person, form: held.form }
}

/** Sends the form, and is gone as soon as the first byte of the answer comes. */
function pressAndHangUp(origin: string, { path, fields }: FilledForm): Promise<void> {
  const { hostname, port, host } = new URL(origin)
  const body = new URLSearchParams(fields).toString()
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    socket.once('error', reject)
    socket.once('data', () => socket.destroy())
    socket.once('close', () => resolve())
    socket.end(
      `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    )
  })
}

const harmWithinMs = 20_000
/** Mail goes out a few seconds after a visit: waits until the fault was met. */
async function untilHarm(ground: FaultGround, fault: Fault): Promise<void> {
  const deadline = performance.now() + harmWithinMs
  while (fault.harm(ground) === 0 && performance.now() < deadline) await pause(20)
}

const settlesWithinMs = 120_000

/** Lets the waits between tries pass, and the leases of what nobody has in hand, until all that is due is decided. */
async function settle({ admin, inHandMs }: FaultGround, emails: readonly string[], wrong: string[]): Promise<void> {
  const began = performance.now()
  for (;;) {
    const states = performance.now() - began > inHandMs ? ['queued', 'sending'] : ['queued']
    const { rows } = await admin.query<{ n: number }>(
      `with waiting as (update clinic.mails set next_try_at = case when state = any($2) then now() else next_try_at end
         where kind = 'confirmation' and state in ('queued', 'sending') and lower(address) = any($1) returning 1)
       select count(*)::int as n from waiting`,
      [emails, states],
    )
    if (rows[0]?.n === 0) return
    if (performance.now() - began > settlesWithinMs) {
      wrong.push(`${rows[0]?.n} mails did not go within two minutes`)
      return
    }
    await pause(250)
  }
}

/** Each acknowledged visit opens from its link; nobody has two, or one that they were never told of. */
async function faultsOfVisits(
  { origin, admin }: FaultGround,
  emails: readonly string[],
  acknowledged: ReadonlyMap<string, string>,
): Promise<string[]> {
  const wrong: string[] = []
  for (const visit of acknowledged.values()) {
    const page = await fetch(`${origin()}${visit}`)
    if (!(await page.text()).includes('Your visit is booked'))
      wrong.push(`an acknowledged visit is not there: ${page.status}`)
  }
  const { rows } = await admin.query<{ email: string; n: number }>(
    `select k.email, count(*)::int as n from clinic.appointments a join clinic.contacts k using (clinic_id, contact_id)
     where k.email = any($1) group by 1`,
    [emails],
  )
  const there = new Map(rows.map(({ email, n }) => [email, n]))
  for (const email of emails) {
    const n = there.get(email) ?? 0
    if (n !== (acknowledged.has(email) ? 1 : 0))
      wrong.push(`${email} has ${n} visits, acknowledged ${acknowledged.has(email)}`)
  }
  return wrong
}

interface ConfirmationRow {
  readonly mail_id: string
  readonly email: string
  readonly state: string
  readonly why: string | null
}

/** Each visit's confirmation came once, or was refused for good and says so; twice only where its arrival was not confirmed. */
async function faultsOfMails(admin: pg.Pool, emails: readonly string[], came: MailSink['arrivals']): Promise<string[]> {
  const { rows } = await admin.query<ConfirmationRow>(
    `select m.mail_id, k.email, m.state, m.why from clinic.appointments a
     join clinic.contacts k using (clinic_id, contact_id)
     join clinic.mails m using (clinic_id, appointment_id)
     where k.email = any($1) and m.kind = 'confirmation'`,
    [emails],
  )
  const wrong: string[] = []
  for (const { mail_id, email, state, why } of rows) {
    const own = came.filter(({ mailId }) => mailId === mail_id)
    const confirmed = own.filter(({ unsaid }) => !unsaid).length
    if (state === 'handed-over' && confirmed !== 1)
      wrong.push(`the mail to ${email} counts as handed over and came ${confirmed} times`)
    // Whoever looks at the visit is told of it.
    if (own.length > 1 && why !== perhapsTwice) wrong.push(`the mail to ${email} came twice and says: ${why}`)
    if (state === 'bounced' && (own.length > 0 || !why)) wrong.push(`the mail to ${email} counts as refused: ${why}`)
    if (state !== 'handed-over' && state !== 'bounced') wrong.push(`the mail to ${email} is ${state}: ${why}`)
  }
  const known = new Set(rows.map(({ mail_id }) => mail_id))
  const aboutNothing = came.filter(({ mailId }) => !known.has(mailId)).length
  if (aboutNothing > 0) wrong.push(`${aboutNothing} mails came about nothing that stands`)
  return wrong
}

async function countRefused(admin: pg.Pool, emails: readonly string[]) {
  const { rows } = await admin.query<{ n: number }>(
    `select count(*)::int as n from clinic.mails where address = any($1) and state = 'bounced'`,
    [emails],
  )
  return { refused: rows[0]?.n ?? 0 }
}
