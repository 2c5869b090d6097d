/**
 * What runs already: living processes, and the PostgreSQL server of a folder, which may have outlived who started it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pause } from './result.ts'

/** Is there a process of this number? */
export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** What a server writes of itself in its folder: process, address. */
export interface Noted {
  readonly pid: number
  readonly host: string
  readonly port: number
}

/** The note of a server in its folder, whether or not it still runs; `undefined` if there is none that can be read. */
export function readNote(data: string): Noted | undefined {
  const path = join(data, 'postmaster.pid')
  if (!existsSync(path)) return undefined
  const [pid, , , port, socketFolder, listens] = readFileSync(path, 'utf8').split('\n')
  const host = socketFolder?.trim() || listens?.trim() || ''
  return { pid: Number(pid), host, port: Number(port) }
}

/**
 * Whether the process that a note names is that folder's server. A number may have been given to another program since;
 * PostgreSQL itself cannot tell, and would not start.
 */
export function isServerOf(data: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    if (whereItRuns(pid) === realpathSync(data)) return true
    const command = readFileIfAny(`/proc/${pid}/cmdline`).split('\0')
    return /postgres$/.test(command[0] ?? '') && command.includes(data)
  }
  if (process.platform === 'win32') return true
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', timeout: 5000 })
  return /postgres/.test(stdout) && stdout.includes(data)
}

function whereItRuns(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function readFileIfAny(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Has the server written who it is? It makes its note empty, and writes into it in the next moment. */
export const isWritten = ({ pid }: Noted): boolean => Number.isSafeInteger(pid) && pid > 0

/**
 * Takes away a note whose process is another program by now, so that PostgreSQL starts. That of a process which has gone is left:
 * PostgreSQL replaces it itself, and sees by it whether anything of the old server still writes. Without its note a second
 * server would start on the same data.
 * @param isRemnant whether one that is empty was left by a crash, and not made a moment ago by a server that is starting
 */
export function forgetStaleNote(data: string, isRemnant: boolean): void {
  const note = readNote(data)
  if (!note) return
  const isStale = isWritten(note) ? isAlive(note.pid) && !isServerOf(data, note.pid) : isRemnant
  if (isStale) rmSync(join(data, 'postmaster.pid'), { force: true })
}

/** How long a server may take to end in order, and then at once, before it is killed. */
const stopSteps = [
  ['SIGINT', 8000],
  ['SIGQUIT', 2000],
  ['SIGKILL', 2000],
] as const

/**
 * Ends a server: in order, or else at once; what was committed is safe in either case.
 * @param hasEnded whether it is gone
 * @returns whether it ended in order
 */
export async function endServer(pid: number, hasEnded: () => boolean): Promise<boolean> {
  for (const [signal, limitMs] of stopSteps) {
    try {
      process.kill(pid, signal)
    } catch {
      return hasEnded()
    }
    for (let waited = 0; waited < limitMs; waited += 20) {
      if (hasEnded()) return signal === 'SIGINT'
      await pause(20)
    }
  }
  return false
}
