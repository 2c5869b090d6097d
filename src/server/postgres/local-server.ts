/**
 * PostgreSQL of our own: started from npm's programs, on a folder of its own, reachable only from this machine.
 * One Unclench uses a folder at a time. Who does holds a lock inside the server, which ends with its connection however
 * it ended; so a server without a holder is one that outlived its Unclench, and is stopped and started again.
 */
import { closeSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { findHome, type Home, passwordOf, readSecret } from './home.ts'
import { type Address, chooseAddress, launch, openLog } from './launch.ts'
import { ensureCluster, adminRole, reasonIn } from './make-cluster.ts'
import { findPrograms, type Programs } from './programs.ts'
import { codeOf, pause, type Result, wordsOf } from './result.ts'
import { endServer, forgetStaleNote, isAlive, isServerOf, isWritten, readNote } from './running.ts'

/** How to reach a database, as a role that owns it. */
export interface ConnectionSettings {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
  /** How the way there is encrypted, where the address says so. */
  readonly ssl?: pg.ClientConfig['ssl']
}

/** A server that runs, and is ours until it is stopped. */
export interface LocalServer {
  readonly settings: ConnectionSettings
  readonly secret: string
  readonly home: Home
  readonly pid: number
  /** Settled when it is gone, by us or by itself. */
  readonly ended: Promise<void>
  /** Ends it. Resolves within 12 seconds to whether it ended in order. */
  stop(): Promise<boolean>
}

/** Why a server cannot be had; `taken` if another Unclench uses the folder. */
export type NoServer = { readonly taken: boolean }

/** What a start may be told. */
export interface LocalServerOptions {
  /** The folder for the database and its secret, absolute. */
  readonly folder: string
  /** Where to go as root when an ordinary user cannot reach that folder. */
  readonly elsewhere?: string
  /** The secret, if it is not kept in the folder. */
  readonly secret?: string | undefined
  /** A port of 127.0.0.1 to listen on instead of a Unix socket; where those are missing, any free one. */
  readonly port?: number
}

const databaseName = 'unclench'
/** The number of the lock that says whose server it is. */
const holderLock = 5_180_118
/** Replaying what a crash left may take long; a usual start takes a third of a second. */
const readyWithinMs = 60_000
const connectWithinMs = 2000
/** How long a connection may outlive a killed Unclench before its server counts as used. */
const letGoWithinMs = 2500
/** How long a server may have no holder because who started it is still on the way. */
const onTheWayMs = 600
/** A note that stays empty for so long was left by a crash. */
const unwrittenMs = 2000
/** How long processes of a server that was killed may need to end by themselves. */
const orphansEndWithinMs = 10_000

/** Starts the server of a folder, making its database the first time. Every wait in it has an end. */
export async function startLocalServer(
  options: LocalServerOptions,
): Promise<Result<{ server: LocalServer }, NoServer>> {
  try {
    const prepared = await prepare(options)
    if (!prepared.ok) return { ...prepared, taken: false }
    const free = await freeFolder(prepared.place)
    if (!free.ok) return free
    return await startOn(prepared.place, options.port)
  } catch (error) {
    const full = codeOf(error) === 'ENOSPC'
    const why = full ? 'The disk is full. Make room, then start again.' : `The database cannot start: ${wordsOf(error)}`
    return { ok: false, taken: false, why }
  }
}

/**
 * The settings of the server that runs in a folder; `undefined` if none does. For commands beside a running Unclench.
 * @param folder the folder that the settings name, absolute
 */
export async function findRunningServer(
  options: LocalServerOptions,
): Promise<{ readonly settings: ConnectionSettings; readonly secret: string } | undefined> {
  const found = await findHome(options.folder, options.elsewhere)
  if (!found.ok || !existsSync(join(found.home.data, 'PG_VERSION'))) return undefined
  const read = options.secret ? { ok: true as const, secret: options.secret } : readSecret(found.home.folder)
  const note = readNote(found.home.data)
  if (!read.ok || !note || !isServerOf(found.home.data, note.pid)) return undefined
  const settings = settingsFor(note, read.secret)
  const client = await connect({ ...settings, database: 'postgres' })
  if (!client.ok) return undefined
  const used = !(await takeLock(client.client, 0))
  await client.client.end()
  return used ? { settings, secret: read.secret } : undefined
}

/** All that a start needs to know of the place. */
interface Place {
  readonly home: Home
  readonly programs: Programs
  readonly secret: string
}

async function prepare(options: LocalServerOptions): Promise<Result<{ place: Place }>> {
  const found = await findHome(options.folder, options.elsewhere)
  if (!found.ok) return found
  const { home } = found
  const read = options.secret ? { ok: true as const, secret: options.secret } : readSecret(home.folder)
  if (!read.ok) return read
  const programs = await findPrograms(home.folder, home.user)
  if (!programs.ok) return programs
  const cluster = await ensureCluster(home, programs.programs, passwordOf(read.secret, adminRole))
  if (!cluster.ok) return cluster
  return { ok: true, place: { home, programs: programs.programs, secret: read.secret } }
}

/** Sees that no server runs on the folder: stops one that nobody uses, and says so if somebody does. */
async function freeFolder({ home, secret }: Place): Promise<Result<object, NoServer>> {
  const begun = Date.now()
  const deadline = begun + 15_000
  let why = ''
  for (;;) {
    forgetStaleNote(home.data, Date.now() - begun > unwrittenMs)
    const note = readNote(home.data)
    if (!note || (isWritten(note) && !isAlive(note.pid))) return { ok: true }
    const reached = isWritten(note) ? await connect({ ...settingsFor(note, secret), database: 'postgres' }) : starting
    if (reached.ok) return (await stopIfUnused(home, note.pid, reached.client)) ? { ok: true } : taken(home)
    if (reached.code === '28P01')
      return {
        ok: false,
        taken: false,
        why: 'The database refuses our password: the secret is not the one it was made with.',
      }
    why = reached.why
    if (Date.now() > deadline) break
    // It is starting, or ending.
    await pause(100)
  }
  const pid = readNote(home.data)?.pid
  return {
    ok: false,
    taken: false,
    why: `The database runs already as process ${pid} but does not answer (${why}). Stop it: kill -INT ${pid}`,
  }
}

const starting = { ok: false, why: 'it is just starting', code: undefined } as const

const taken = (home: Home) => ({
  ok: false as const,
  taken: true,
  why: `Another Unclench uses the database in ${home.folder}. Stop that one, or set UNCLENCH_DATA to another folder.`,
})

async function stopIfUnused(home: Home, pid: number, client: pg.Client): Promise<boolean> {
  const unused = (await staysFree(client)) && (await takeLock(client, 0))
  if (unused) await endServer(pid, () => !isServerOf(home.data, pid))
  await client.end().catch(() => undefined)
  return unused
}

/**
 * Whether nobody takes the lock for a while. Who started the server may be on the way to it; and of one that was killed,
 * the connection may need a moment to end.
 */
async function staysFree(client: pg.Client): Promise<boolean> {
  const deadline = Date.now() + letGoWithinMs
  let freeSince = Number.POSITIVE_INFINITY
  for (;;) {
    const { rowCount } = await client.query(
      `select from pg_locks where locktype = 'advisory' and classid = 0 and objid = $1 and objsubid = 1`,
      [holderLock],
    )
    const now = Date.now()
    freeSince = rowCount ? Number.POSITIVE_INFINITY : Math.min(freeSince, now)
    if (now - freeSince >= onTheWayMs) return true
    if (now >= deadline) return false
    await pause(100)
  }
}

/** Takes the lock that says whose server it is. False if somebody else has it all this time. */
async function takeLock(client: pg.Client, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [holderLock])
    if (rows[0]?.held) return true
    if (Date.now() >= deadline) return false
    await pause(100)
  }
}

const settingsFor = ({ host, port }: { host: string; port: number }, secret: string): ConnectionSettings => ({
  host,
  port,
  user: adminRole,
  password: passwordOf(secret, adminRole),
  database: databaseName,
})

/** Connects, with an end to it. */
async function connect(
  settings: ConnectionSettings,
): Promise<Result<{ client: pg.Client }, { code: string | undefined }>> {
  const client = new pg.Client({ ...settings, connectionTimeoutMillis: connectWithinMs, query_timeout: 10_000 })
  // A connection that breaks later is noticed where it is used.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return { ok: true, client }
  } catch (error) {
    await client.end().catch(() => undefined)
    return { ok: false, why: wordsOf(error), code: codeOf(error) }
  }
}

/**
 * Starts the program, on another port if the first is taken, and waits until it can be used. Where a server was killed, its
 * processes may still end: PostgreSQL does not start beside them.
 */
async function startOn(
  place: Place,
  wantedPort: number | undefined,
): Promise<Result<{ server: LocalServer }, NoServer>> {
  const orphansEndBy = Date.now() + orphansEndWithinMs
  let [port, tries] = [wantedPort, 1]
  for (;;) {
    const address = await chooseAddress(place.home, port)
    const started = await startOnce(place, address)
    if (started.ok || started.taken) return started
    if (/pre-existing shared memory block/i.test(started.log) && Date.now() < orphansEndBy) {
      await pause(200)
      continue
    }
    if (tries === 4 || !/address already in use/i.test(started.log)) return started
    port = 0
    tries += 1
  }
}

type Started = Result<{ server: LocalServer }, { taken: boolean; log: string }>

async function startOnce(place: Place, address: Address): Promise<Started> {
  const { home, secret } = place
  const log = openLog(home)
  const child = launch(home, place.programs, address, log.descriptor)
  closeSync(log.descriptor)
  const running = { ended: false }
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      running.ended = true
      resolve()
    }
    child.once('error', end)
    child.once('exit', end)
  })
  const stop = () => (running.ended ? Promise.resolve(true) : endServer(child.pid ?? 0, () => running.ended))
  const settings = settingsFor(address, secret)
  const ready = await waitUntilReady(settings, running)
  const said = () => readFileSync(log.path).subarray(log.from).toString()
  if (!ready.ok) {
    const endedItself = running.ended
    await stop()
    // Two starts at one moment: the other one has it.
    if (/lock file "postmaster.pid" already exists/.test(said())) return { ...taken(home), log: '' }
    const why = endedItself ? reasonIn(said()) : ready.why
    return { ok: false, taken: false, log: said(), why: `The database cannot start: ${why}` }
  }
  // Two starts at one moment: ours could not run, and what answers is the other's, who may still be on the way to its lock.
  const isOurs = readNote(home.data)?.pid === child.pid
  if (!isOurs || !(await takeLock(ready.client, letGoWithinMs))) {
    await ready.client.end()
    return { ...taken(home), log: '' }
  }
  try {
    await ensureDatabase(ready.client)
  } catch (error) {
    await stop()
    throw error
  }
  void ended.then(() => ready.client.end().catch(() => undefined))
  return { ok: true, server: { settings, secret, home, pid: child.pid ?? 0, ended, stop } }
}

/** Connects as soon as the server lets us. */
async function waitUntilReady(
  settings: ConnectionSettings,
  running: { readonly ended: boolean },
): Promise<Result<{ client: pg.Client }>> {
  const deadline = Date.now() + readyWithinMs
  let why = ''
  while (!running.ended && Date.now() < deadline) {
    const reached = await connect({ ...settings, database: 'postgres' })
    if (reached.ok) {
      return reached
    }
    if (reached.code === '28P01')
      return { ok: false, why: 'it refuses our password: the secret is not the one it was made with.' }
    why = reached.why
    await pause(30)
  }
  return { ok: false, why: `it was not ready within ${readyWithinMs / 1000} seconds (${why}).` }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
  if (rowCount === 0) await client.query(`create database ${databaseName}`)
}
