/** The built server as its own process, as `npm start` runs it, with whatever surroundings a proof wants. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type ConnectionSettings, findRunningServer } from '../src/server/postgres/local-server.ts'
import { readNote } from '../src/server/postgres/running.ts'

const root = join(import.meta.dirname, '..')
const program = join(root, 'dist/server/main.js')
const startsWithinMs = 60_000

/** A server that runs. */
export interface Running {
  readonly origin: string
  readonly child: ChildProcess
  /** Everything it has said so far. */
  readonly said: () => string
  /** From the start of the process until Find answered. */
  readonly readyAfterMs: number
  readonly kill: (signal: NodeJS.Signals) => Promise<void>
}

/**
 * Starts the server and waits until Find answers.
 * @param surroundings added to ours; UNCLENCH_DATA or DATABASE_URL says where its database is
 */
export async function startServer(
  surroundings: Readonly<Record<string, string>>,
  wrap: readonly string[] = [],
): Promise<Running> {
  if (!existsSync(program)) throw new Error('There is no build. Run the build first.')
  const began = performance.now()
  const command = [...wrap, process.execPath, program]
  const child = spawn(command[0] ?? '', command.slice(1), {
    cwd: root,
    env: { ...process.env, PORT: '0', NODE_ENV: 'production', ...surroundings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let isMeant = false
  // Whoever then finds nobody at its address would not know why.
  child.once('exit', (code, signal) => {
    if (!isMeant) console.error(`The server ended by itself (${code ?? signal}). It said last: ${said.slice(-2000)}`)
  })
  const kill = async (signal: NodeJS.Signals) => {
    isMeant = true
    child.kill(signal)
    await ended
  }
  while (performance.now() - began < startsWithinMs && child.exitCode === null) {
    const origin = /http:\/\/localhost:\d+/.exec(said)?.[0]
    if (origin && (await findAnswers(origin)))
      return { origin, child, said: () => said, readyAfterMs: performance.now() - began, kill }
    await pause(100)
  }
  await kill('SIGKILL')
  throw new Error(`The server did not get ready: ${said}`)
}

/** Find answers with 503 until its database is there. */
async function findAnswers(origin: string): Promise<boolean> {
  try {
    const { status, body } = await fetch(`${origin}/find`, { signal: AbortSignal.timeout(5000) })
    await body?.cancel()
    return status === 200
  } catch {
    return false
  }
}

/** Waits until Find answers again, after its database was lost. */
export async function untilReady({ origin, said }: Pick<Running, 'origin' | 'said'>): Promise<void> {
  const deadline = performance.now() + startsWithinMs
  while (performance.now() < deadline) {
    if (await findAnswers(origin)) return
    await pause(50)
  }
  throw new Error(`Find did not come back: ${said()}`)
}

/** The database of the installation in a folder, as its owner. */
export async function databaseIn(folder: string): Promise<ConnectionSettings> {
  const found = await findRunningServer({ folder })
  if (!found) throw new Error(`No database runs in ${folder}.`)
  return found.settings
}

/** The process of the database in a folder. */
export function databaseProcess(folder: string): number {
  const note = readNote(join(folder, 'postgres'))
  if (!note) throw new Error(`No database runs in ${folder}.`)
  return note.pid
}

/** A pool of connections that survives the loss of its server. */
export function poolOf(settings: ConnectionSettings, max = 4): pg.Pool {
  const pool = new pg.Pool({ ...settings, max })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** @param ms milliseconds */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
