/**
 * Storms: people book over HTTP while the server, its database, or both are killed with SIGKILL at a random moment, or while
 * their disk is full. Then it is started again, or has room again, and whoever had no answer sends the same form once more. Whatever was acknowledged must be there, nothing
 * twice, and each visit with its mail.
 */
import { closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { seededRandom } from '../src/care/diary/seeded-random.ts'
import { makeTestClinic, type TestClinic } from '../src/clinic/booking/test-clinic.ts'
import { databaseIn, databaseProcess, pause, poolOf, type Running, startServer, untilReady } from './installation.ts'
import { book, type FilledForm, hold, type Outcome, type Person, personOf } from './person.ts'
import { faultsOfBookings } from './what-must-hold.ts'

/** What is killed in a storm, or filled: a full disk needs one of its own. */
type Struck = 'server' | 'database' | 'both' | 'disk'
const killed: readonly Struck[] = ['server', 'database', 'both']

export interface StormReport {
  readonly storms: number
  readonly acknowledged: number
  /** Sent again after the storm, since no answer had come. */
  readonly sentAgain: number
  readonly lost: number
  readonly struck: Readonly<Record<Struck, number>>
  readonly longestRestartMs: number
  readonly mails: number
  readonly seconds: number
  readonly wrong: readonly string[]
}

const peopleAtOnce = 12
const clinicsBooked = 3
/** How long a disk stays full: so long, and up to as much again. */
const fullForMs = 3000
/** A storm strikes after so many more visits than it began with, or so long, whichever is first; and then a moment later. */
const mostBookedInOne = 30
const longestStormMs = 8000
const longestMomentMs = 150

/** Everything that the storms remember of one installation. */
interface Weather {
  readonly folder: string
  readonly random: () => number
  readonly clinics: readonly TestClinic[]
  readonly acknowledged: Map<string, string>
  readonly unanswered: { readonly person: Person; readonly form: FilledForm }[]
  readonly wrong: string[]
  lost: number
  people: number
}

/**
 * @param folder an empty folder for the installation
 * @param seed decides when it is struck, and which times are wanted
 * @param strikes what is struck, in turn
 */
export async function rideStorms(
  folder: string,
  storms: number,
  seed: number,
  strikes: readonly Struck[] = killed,
): Promise<StormReport> {
  const began = performance.now()
  const random = seededRandom(seed)
  let server = await startServer({ UNCLENCH_DATA: folder })
  const clinics = await makeClinics(folder)
  const weather: Weather = {
    folder,
    random,
    clinics,
    acknowledged: new Map(),
    unanswered: [],
    wrong: [],
    lost: 0,
    people: 0,
  }
  const struck = { server: 0, database: 0, both: 0, disk: 0 }
  let [sentAgain, longestRestartMs] = [0, 0]
  for (let storm = 0; storm < storms; storm += 1) {
    const strike = strikes[storm % strikes.length] ?? 'server'
    struck[strike] += 1
    server = await oneStorm(weather, server, strike)
    longestRestartMs = Math.max(longestRestartMs, server.readyAfterMs)
    sentAgain += await sendAgain(weather, server.origin)
    await withAdmin(folder, async (admin) => weather.wrong.push(...(await faultsOfBookings(admin))))
    if (weather.wrong.length > 20) break
  }
  const mails = await settleMail(weather)
  await lookForAcknowledged(weather, server.origin)
  await server.kill('SIGTERM')
  return {
    storms,
    acknowledged: weather.acknowledged.size,
    sentAgain,
    lost: weather.lost,
    struck,
    longestRestartMs,
    mails,
    seconds: (performance.now() - began) / 1000,
    wrong: [...new Set(weather.wrong)],
  }
}

async function withAdmin<T>(folder: string, work: (admin: pg.Pool) => Promise<T>): Promise<T> {
  const admin = poolOf(await databaseIn(folder))
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

const makeClinics = (folder: string) =>
  withAdmin(folder, async (admin) => {
    const made: TestClinic[] = []
    for (let clinic = 0; clinic < clinicsBooked; clinic += 1)
      made.push(await makeTestClinic({ admin }, { therapists: 6, rooms: 4, machines: 4, minutes: 30 }))
    return made
  })

async function oneStorm(weather: Weather, server: Running, strike: Struck): Promise<Running> {
  const going = { on: true }
  const people = Promise.all(
    Array.from({ length: peopleAtOnce }, () => bookUntilToldToStop(weather, server.origin, going)),
  )
  const strikesAt = weather.acknowledged.size + Math.floor(weather.random() * mostBookedInOne)
  const latest = performance.now() + longestStormMs
  while (weather.acknowledged.size < strikesAt && performance.now() < latest) await pause(5)
  await pause(weather.random() * longestMomentMs)
  if (strike === 'disk') return fillForAWhile(weather, server, () => (going.on = false), people)
  const database = databaseProcess(weather.folder)
  if (strike !== 'server') process.kill(database, 'SIGKILL')
  if (strike !== 'database') await server.kill('SIGKILL')
  // A lost database is noticed by the people too: they go on for a moment, into its absence.
  else await pause(200)
  going.on = false
  await people
  if (strike !== 'database') return startServer({ UNCLENCH_DATA: weather.folder })
  const began = performance.now()
  await untilReady(server)
  return { ...server, readyAfterMs: performance.now() - began }
}

/** Fills the disk while people book, and makes room again. */
async function fillForAWhile(weather: Weather, server: Running, tellToStop: () => void, people: Promise<unknown>) {
  const filler = join(weather.folder, 'filler')
  fillDisk(filler)
  await pause(fullForMs + weather.random() * fullForMs)
  tellToStop()
  await people
  rmSync(filler)
  const began = performance.now()
  await untilReady(server)
  return { ...server, readyAfterMs: performance.now() - began }
}

/** Writes until there is no room, down to the last few bytes. */
function fillDisk(filler: string): void {
  const file = openSync(filler, 'w')
  for (const size of [1 << 20, 1 << 12]) {
    try {
      for (const bytes = Buffer.alloc(size); ; ) if (writeSync(file, bytes) < size) break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    }
  }
  closeSync(file)
}

async function bookUntilToldToStop(weather: Weather, origin: string, going: { readonly on: boolean }): Promise<void> {
  while (going.on) {
    weather.people += 1
    const person = personOf(weather.people)
    const held = await hold(person, origin, someTime(weather))
    if (held.what !== 'held') {
      note(weather, person, undefined, held)
      if (held.what === 'unanswered' || held.what === 'away') await pause(20)
      continue
    }
    note(weather, person, held.form, await book(person, origin, held.form))
  }
}

/** One of the next days' starts; few enough that people meet. */
function someTime({ clinics, random }: Weather) {
  const clinic = clinics[Math.floor(random() * clinics.length)]
  if (!clinic) throw new Error('There is no clinic.')
  const start = Temporal.Now.zonedDateTimeISO('Europe/London')
    .add({ days: 3 + Math.floor(random() * 50) })
    .withPlainTime('08:00')
    .add({ minutes: Math.floor(random() * 46) * 15 }).epochMilliseconds
  const therapist = clinic.therapists[Math.floor(random() * clinic.therapists.length)]
  return { slug: `therapist-${therapist}`, service: clinic.serviceId, start }
}

function note(weather: Weather, person: Person, form: FilledForm | undefined, outcome: Outcome): void {
  if (outcome.what === 'booked') weather.acknowledged.set(person.email, outcome.visit)
  else if (outcome.what === 'lost') weather.lost += 1
  else if (outcome.what === 'unanswered' || outcome.what === 'away') {
    if (form) weather.unanswered.push({ person, form })
  } else weather.wrong.push(`somebody was answered: ${outcome.said}`)
}

async function sendAgain(weather: Weather, origin: string): Promise<number> {
  const again = weather.unanswered.splice(0)
  for (const { person, form } of again) {
    const outcome = await book(person, origin, form)
    if (outcome.what === 'unanswered' || outcome.what === 'away')
      weather.wrong.push('after the storm somebody still had no answer')
    else note(weather, person, undefined, outcome)
  }
  return again.length
}

/** Each acknowledged visit opens from its link, and is one. */
async function lookForAcknowledged({ acknowledged, folder, wrong }: Weather, origin: string): Promise<void> {
  for (const visit of acknowledged.values()) {
    const page = await fetch(`${origin}${visit}`)
    if (!(await page.text()).includes('Your visit is booked'))
      wrong.push(`an acknowledged visit is not there: ${page.status}`)
  }
  await withAdmin(folder, async (admin) => {
    const { rows } = await admin.query<{ email: string; n: number }>(
      `select k.email, count(*)::int as n from clinic.appointments a join clinic.contacts k using (clinic_id, contact_id)
       where k.email like 'p%@example.org' group by 1`,
    )
    for (const { email, n } of rows) if (n !== 1) wrong.push(`${email} has ${n} visits`)
    const there = new Set(rows.map(({ email }) => email))
    for (const email of acknowledged.keys()) if (!there.has(email)) wrong.push(`the visit of ${email} is lost`)
    for (const email of there) if (!acknowledged.has(email)) wrong.push(`${email} has a visit and was never told`)
  })
}

/** Lets the leases of mails end that a killed server had taken, waits until all due is sent, and compares it with the outbox. */
async function settleMail({ folder, wrong }: Weather): Promise<number> {
  return withAdmin(folder, async (admin) => {
    await admin.query(`update clinic.mails set next_try_at = now() where state = 'sending'`)
    const deadline = performance.now() + 120_000
    const due = async () => {
      const { rows } = await admin.query<{ n: number }>(
        `select count(*)::int as n from clinic.mails where state in ('queued', 'sending') and due_at <= now()`,
      )
      return rows[0]?.n ?? 0
    }
    while ((await due()) > 0 && performance.now() < deadline) await pause(250)
    const { rows } = await admin.query<{ mail_id: string }>(
      `select mail_id from clinic.mails where state = 'handed-over'`,
    )
    const files = new Set(readdirSync(join(folder, 'outbox')).filter((name) => name.endsWith('.eml')))
    if ((await due()) > 0) wrong.push(`${await due()} mails were not sent within two minutes`)
    const missing = rows.filter(({ mail_id }) => !files.has(`${mail_id}.eml`)).length
    if (missing > 0) wrong.push(`${missing} mails count as handed over and are nowhere`)
    if (files.size !== rows.length)
      wrong.push(`${files.size} mails were written, and ${rows.length} count as handed over`)
    return rows.length
  })
}
