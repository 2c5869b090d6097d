/**
 * The clinic half's database, beside the care half: brought up while pages are served already, watched, and brought up
 * again when it is lost. The care half never waits for it.
 */
import { sql } from 'kysely'
import pg from 'pg'
import { type AccountDatabase, connect, connectAccounts, type Database } from '../clinic/db/connection.ts'
import { migrate } from '../clinic/db/migrate.ts'
import { type LoginRole, rolePassword } from '../clinic/db/roles.ts'
import { isDemonstration } from '../clinic/directory/read-profiles.ts'
import type { Config } from './config.ts'
import { demonstrate } from './demonstration.ts'
import { findHome, readSecret } from './postgres/home.ts'
import { type ConnectionSettings, type LocalServer, type NoServer, startLocalServer } from './postgres/local-server.ts'
import { codeOf, type Result, wordsOf } from './postgres/result.ts'

/** The database, as the server and as public search see it, and the installation's secret. */
export interface ReadyDatabase {
  readonly app: Database
  readonly directory: Database
  /** Who signs in: a role that reads nothing of a clinic. */
  readonly auth: AccountDatabase
  readonly secret: Uint8Array
  /** Everything in it is invented. */
  readonly isDemonstration: boolean
}

/**
 * Something that runs while the database is there, such as the mailer.
 * @param owner how the role that owns the database connects, for the little that the server's own role may not do
 */
export type Beside = (database: ReadyDatabase, owner: ConnectionSettings) => { readonly stop: () => Promise<void> }

/** What can be had of the clinic half at this moment. */
export type ClinicState =
  | { readonly state: 'starting' }
  | ({ readonly state: 'ready' } & ReadyDatabase)
  | { readonly state: 'unavailable'; readonly why: string }

/** The clinic half of a running server. */
export interface Clinic {
  /** How it is now; it may change from one request to the next. */
  current(): ClinicState
  /** Settled with the reason when another Unclench has the data folder: then this one should end. */
  readonly taken: Promise<string>
  /** Ends it in order, within 15 seconds. */
  stop(): Promise<void>
}

/** How long after each failure it is tried again; the last of them from then on. */
const tryAgainAfterMs = [1000, 2000, 5000, 15_000, 30_000]
/** How often a database that is ready is asked whether it still is, and how long it may take to answer. */
const askEveryMs = 5000
const answersWithinMs = 5000
const closesWithinMs = 2000

/**
 * Brings the clinic half up, and keeps it up until it is stopped. Returns at once.
 * @param say hears each change on one line
 * @param beside what is started each time the database is there, and stopped before it is closed
 */
export function startClinic(config: Config, say: (line: string) => void, beside?: Beside): Clinic {
  const stopping = new AbortController()
  const taken = Promise.withResolvers<string>()
  let now: ClinicState = { state: 'starting' }
  const change = (next: ClinicState) => {
    const news = next.state === 'unavailable' && (now.state !== 'unavailable' || now.why !== next.why)
    if (news && !stopping.signal.aborted) say(`Find is not available: ${next.why}`)
    if (next.state === 'ready' && now.state === 'unavailable') say('Find is available again.')
    now = next
  }
  const running = keepUp(config, { change, say, taken: taken.resolve, signal: stopping.signal, beside })
  return {
    current: () => now,
    taken: taken.promise,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

interface Keeping {
  readonly change: (next: ClinicState) => void
  readonly say: (line: string) => void
  readonly taken: (why: string) => void
  readonly signal: AbortSignal
  readonly beside: Beside | undefined
}

async function keepUp(config: Config, keeping: Keeping): Promise<void> {
  const { change, signal } = keeping
  if (config.database.kind === 'off') return change({ state: 'unavailable', why: 'DATABASE_URL is "off".' })
  for (let failures = 0; !signal.aborted; failures += 1) {
    const opened = await openDatabase(config).catch((error) => ({
      ok: false as const,
      taken: false,
      why: wordsOf(error),
    }))
    if (opened.ok) {
      failures = -1
      if (opened.notice) keeping.say(opened.notice)
      const { app, directory, auth, secret } = opened
      const ready = { app, directory, auth, secret, isDemonstration: await isDemonstration(app).catch(() => false) }
      change({ state: 'ready', ...ready })
      const running = keeping.beside?.(ready, opened.settings)
      const why = await whileItAnswers(opened, signal)
      change({ state: 'unavailable', why })
      await running?.stop()
      await opened.close()
      continue
    }
    change({ state: 'unavailable', why: opened.why })
    if (opened.taken) return keeping.taken(opened.why)
    await pauseUnless(signal, tryAgainAfterMs[Math.min(failures, tryAgainAfterMs.length - 1)] ?? 0)
  }
}

/** Waits, or less if it is told to stop. */
function pauseUnless(signal: AbortSignal, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })
}

interface Opened extends Omit<ReadyDatabase, 'isDemonstration'> {
  readonly settings: ConnectionSettings
  readonly notice: string | undefined
  /** Settled when our own server is gone; never for one that somebody else runs. */
  readonly lost: Promise<void>
  close(): Promise<void>
}

/** Resolves to why, when the database no longer answers or the end is asked for. */
async function whileItAnswers(opened: Opened, signal: AbortSignal): Promise<string> {
  const lost = opened.lost.then(() => 'the database ended by itself. It is started again.')
  for (;;) {
    const first = await Promise.race([lost, pauseUnless(signal, askEveryMs)])
    if (typeof first === 'string') return first
    if (signal.aborted) return 'the server is stopping.'
    // The copy too: a search that it leaves unanswered is asked of the database itself once all is opened anew.
    const failed = (await answersNow(opened.app)) ?? (await answersNow(opened.directory))
    if (failed) return failed
  }
}

/** Why it does not answer in time; undefined where it does. */
function answersNow(database: Database): Promise<string | undefined> {
  const late = new Promise<string>((resolve) =>
    setTimeout(resolve, answersWithinMs, 'the database does not answer.').unref(),
  )
  return Promise.race([answers(database), late])
}

async function answers(database: Database): Promise<string | undefined> {
  try {
    await sql`select 1`.execute(database)
    return undefined
  } catch (error) {
    return `the database does not answer (${codeOf(error) ?? wordsOf(error)}).`
  }
}

async function openDatabase(config: Config): Promise<Result<Opened, NoServer>> {
  if (config.database.kind === 'server') {
    const secret = await secretOf(config)
    if (!secret.ok) return { ...secret, taken: false }
    return openOn(config.database.settings, secret.secret, undefined, config.database.readFrom)
  }
  const started = await startLocalServer({ folder: config.dataFolder, secret: config.secret })
  if (!started.ok) return started
  const { server } = started
  const opened = await openOn(server.settings, server.secret, server)
  // Our own database begins with the demonstration; one that somebody else runs is theirs to fill.
  if (opened.ok) await demonstrate(opened.app, opened.secret)
  return opened
}

/** The secret of the installation: told, or kept in the data folder. */
export async function secretOf(config: Config): Promise<Result<{ secret: string }>> {
  if (config.secret) return { ok: true, secret: config.secret }
  const found = await findHome(config.dataFolder)
  return found.ok ? readSecret(found.home.folder) : found
}

async function openOn(
  settings: ConnectionSettings,
  secret: string,
  server: LocalServer | undefined,
  readFrom?: ConnectionSettings,
): Promise<Result<Opened, NoServer>> {
  const migrated = await bringUpToDate(settings, secret)
  if (!migrated.ok) {
    await server?.stop()
    return { ...migrated, taken: false }
  }
  const as = (role: LoginRole, at = settings) => connect(at, role, rolePassword(Buffer.from(secret), role))
  const app = as('unclench_app')
  const { directory, notice } = await directoryAt(as, readFrom)
  const auth = connectAccounts(settings, rolePassword(Buffer.from(secret), 'unclench_auth'))
  const close = async () => {
    const closed = Promise.all([app.destroy(), directory.destroy(), auth.destroy()]).catch(() => undefined)
    // A pool waits for what is still asked of it, and that may be a server that is gone.
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, closesWithinMs).unref())])
    await server?.stop()
  }
  const lost = server?.ended ?? new Promise<void>(() => undefined)
  const said = server?.home.notice ?? notice
  return { ok: true, settings, app, directory, auth, secret: Buffer.from(secret), notice: said, lost, close }
}

/** What the public search asks: the copy where one is named and answers, or else the database itself, and then it says so. */
async function directoryAt(
  as: (role: LoginRole, at?: ConnectionSettings) => Database,
  readFrom: ConnectionSettings | undefined,
): Promise<{ readonly directory: Database; readonly notice: string | undefined }> {
  if (!readFrom) return { directory: as('unclench_directory'), notice: undefined }
  const copy = as('unclench_directory', readFrom)
  if ((await answersNow(copy)) === undefined) return { directory: copy, notice: undefined }
  await copy.destroy().catch(() => undefined)
  const notice = 'The copy that DATABASE_READ_URL names does not answer: searches ask the database itself.'
  return { directory: as('unclench_directory'), notice }
}

/** Connects as the role that may change the schema, and runs the migrations that are missing. */
export async function bringUpToDate(
  settings: ConnectionSettings,
  secret: string,
): Promise<Result<{ readonly ran: readonly string[]; readonly version: number }>> {
  const admin = new pg.Client({ ...settings, connectionTimeoutMillis: 5000 })
  admin.on('error', () => undefined)
  try {
    await admin.connect()
    const outcome = await migrate(admin, Buffer.from(secret))
    return outcome.ok ? outcome : { ok: false, why: outcome.because }
  } catch (error) {
    return { ok: false, why: `the database cannot be used: ${wordsOf(error)}` }
  } finally {
    await admin.end().catch(() => undefined)
  }
}
