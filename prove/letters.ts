/**
 * A letter to many readers through the built server and a real mail server, with SIGKILL in the middle, and once more from
 * rows as they were the night before. The one in doubt after a kill waits for the end of its lease, so the clock of that row
 * is set on.
 */
import { SMTPServer } from 'smtp-server'
import type pg from 'pg'
import { seededRandom } from '../src/care/diary/seeded-random.ts'
import { makeDueLetter, makeReaders } from '../src/clinic/letters/letters.fixtures.ts'
import { makeMailClinic } from '../src/clinic/mail/mail.fixtures.ts'
import { startLocalServer } from '../src/server/postgres/local-server.ts'
import { poolOf, startServer } from './installation.ts'
import { inScratchFolder } from './scratch-folder.ts'

/** What happened, and what is wrong. */
export interface LettersReport {
  readonly readers: number
  readonly kills: number
  readonly twice: number
  readonly named: number
  readonly seconds: number
  /** How many had it again after the rows of the night before were put back; none may. */
  readonly again: number
  readonly wrong: readonly string[]
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
/** Nothing arrives any more for so long: it hangs. */
const hangsAfterMs = 90_000

async function openSink() {
  const got: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    // Who calls is known: no name server is asked.
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, session, done) => {
      stream.resume()
      stream.on('end', () => {
        got.push(session.envelope.rcptTo[0]?.address ?? '')
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const url = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return { got, url, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

/** @param kills how often the server is killed on the way */
export function sendThroughKills(readers: number, kills: number, seed: number): Promise<LettersReport> {
  return inScratchFolder(async (folder) => {
    const started = await startLocalServer({ folder, port: 0 })
    if (!started.ok) throw new Error(started.why)
    const { settings, secret, stop } = started.server
    const { user, password, host, port, database } = settings
    const admin = poolOf(settings)
    const sink = await openSink()
    const surroundings = {
      DATABASE_URL: `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`,
      ...{ UNCLENCH_SECRET: secret, UNCLENCH_DATA: folder },
      ...{ SMTP_URL: sink.url, UNCLENCH_MAIL_FROM: 'letters@unclench.example', UNCLENCH_URL: 'http://localhost:3000' },
    }
    try {
      return await run({ admin, surroundings, got: sink.got, readers, kills, seed })
    } finally {
      await admin.end()
      await sink.close()
      await stop()
    }
  })
}

interface Run {
  readonly admin: pg.Pool
  readonly surroundings: Readonly<Record<string, string>>
  readonly got: readonly string[]
  readonly readers: number
  readonly kills: number
  readonly seed: number
}

async function run({ admin, surroundings, got, readers, kills, seed }: Run): Promise<LettersReport> {
  const random = seededRandom(seed)
  const ours = () => got.filter((to) => to.endsWith(`@${host}`))
  let server = await startServer(surroundings)
  try {
    const letterId = await makeLetter(admin, readers)
    const began = performance.now()
    for (let killed = 0; killed < kills; killed += 1) {
      await arrive(ours, Math.floor((readers * (killed + 1)) / (kills + 1)))
      await pause(random() * 10)
      await server.kill('SIGKILL')
      await endLeases(admin)
      server = await startServer(surroundings)
    }
    await finish(admin, letterId, ours)
    const seconds = (performance.now() - began) / 1000
    const first = ours()
    const named = await namedAsDoubtful(admin, letterId)
    await putBackLastNight(admin, letterId)
    await pause(10_000)
    const whileHeld = ours().length - first.length
    await admin.query('update clinic.installation set mail_held_since = null')
    await finish(admin, letterId, ours)
    const again = ours().length - first.length
    const twice = [...Map.groupBy(first, (to) => to)].filter(([, times]) => times.length > 1).map(([to]) => to)
    const wrong = [
      ...(new Set(first).size === readers ? [] : [`${readers - new Set(first).size} readers were left out`]),
      ...(first.length - readers <= kills ? [] : [`${first.length - readers} came twice after ${kills} kills`]),
      ...twice.filter((to) => !named.has(to)).map((to) => `${to} had it twice and is not named`),
      ...(whileHeld === 0 ? [] : [`${whileHeld} went out while all mail was held`]),
      ...(again === 0 ? [] : [`${again} went out again from the rows of the night before`]),
    ]
    return { readers, kills, twice: twice.length, named: named.size, seconds, again, wrong }
  } finally {
    await server.kill('SIGKILL')
  }
}

const host = 'proof.example'

/** Readers of a clinic of their own, and a letter that is due, as fast as it will go. @returns its id */
async function makeLetter(admin: pg.Pool, readers: number): Promise<string> {
  const clinic = await makeMailClinic(admin, 'Proof Physio')
  await makeReaders(admin, clinic, readers, host)
  return makeDueLetter(admin, clinic)
}

/** What a dead server had in hand is due now, and not when its lease ends. */
const endLeases = (admin: pg.Pool) =>
  admin.query(`update clinic.letter_mails set next_try_at = now() where state = 'sending'`)

async function namedAsDoubtful(admin: pg.Pool, letterId: string): Promise<ReadonlySet<string>> {
  const { rows } = await admin.query<{ address: string }>(
    'select address from clinic.letter_mails where letter_id = $1 and in_doubt',
    [letterId],
  )
  return new Set(rows.map(({ address }) => address))
}

/** The letter has its time and nobody has it, as a backup of the night before would say; all mail is held, as after a restore. */
async function putBackLastNight(admin: pg.Pool, letterId: string): Promise<void> {
  await admin.query('update clinic.installation set mail_held_since = now()')
  await admin.query('delete from clinic.letter_mails where letter_id = $1', [letterId])
  await admin.query(
    `update clinic.letters set state = 'scheduled', started_at = null, finished_at = null where letter_id = $1`,
    [letterId],
  )
}

async function arrive(ours: () => readonly string[], count: number): Promise<void> {
  let [had, since] = [0, performance.now()]
  while (ours().length < count) {
    if (ours().length > had) [had, since] = [ours().length, performance.now()]
    if (performance.now() - since > hangsAfterMs) throw new Error(`no letter for long; ${had} of ${count} came`)
    await pause(20)
  }
}

async function finish(admin: pg.Pool, letterId: string, ours: () => readonly string[]): Promise<void> {
  let [left, since] = ['', performance.now()]
  for (;;) {
    const { rows } = await admin.query<{ state: string; left: string }>(
      `select state, (select count(*) from clinic.letter_mails m where m.letter_id = l.letter_id
         and m.state in ('queued', 'sending')) || ' ' || state as left from clinic.letters l where letter_id = $1`,
      [letterId],
    )
    if (rows[0]?.state === 'finished') return
    if (rows[0]?.left !== left) [left, since] = [rows[0]?.left ?? '', performance.now()]
    if (performance.now() - since > hangsAfterMs) throw new Error(`the letter hangs: ${left}; ${ours().length} came`)
    await pause(200)
  }
}
