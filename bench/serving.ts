/** Servers for the benchmarks: ours as `npm start` runs it, and any other program that prints its address. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { serverFlags } from '../scripts/server-flags.mjs'

/** The project's folder. */
export const root = join(import.meta.dirname, '..')

/** Longest that a server may take to end. */
const mostEndingMs = 20_000

/** A server that answers. */
export interface Serving {
  readonly url: string
  readonly process: ChildProcess
  readonly stop: () => Promise<void>
}

/** Our built server on a free port of this machine. @param around its surroundings; nothing: no database */
export const serveOurs = (around?: Readonly<Record<string, string>>): Promise<Serving> =>
  serve('dist/server/main.js', around, serverFlags)

/**
 * Runs a program under this Node until it prints an address.
 * @param around its surroundings beside ours
 * @param flags for Node
 * @throws when it ends before that, with what it said
 */
export function serve(
  program: string,
  around: Readonly<Record<string, string>> = { DATABASE_URL: 'off' },
  flags: readonly string[] = [],
): Promise<Serving> {
  const child = spawn(process.execPath, [...flags, program], {
    cwd: root,
    env: { ...process.env, PORT: '0', NODE_ENV: 'production', ...around },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // Asked, not killed: a database of its own has to end with it.
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), mostEndingMs)
    await ended
    clearTimeout(late)
  }
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (text: Buffer) => {
      said += text.toString()
      const url = said.match(/http:\/\/[\w.:]+\d/)?.[0]
      if (url) resolve({ url, process: child, stop })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${said}`)))
  })
}
