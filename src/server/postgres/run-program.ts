/**
 * Runs PostgreSQL's own programs: as whom, in which surroundings, and with an end to each wait.
 * PostgreSQL refuses to run as root; as root we run it as an ordinary user that the machine already has.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Result } from './result.ts'

/** An ordinary user of this machine, by the numbers that the system knows it by. */
export interface User {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Who may stand in for root, the first that the machine has. */
const standIns = ['postgres', 'nobody']

/**
 * The user that PostgreSQL's programs run as; `undefined` means the one that runs us.
 * @param ownerUid who owns the data already, and so must go on doing so
 */
export function chooseUser(ownerUid: number | undefined): Result<{ readonly user: User | undefined }> {
  if (process.getuid?.() !== 0) return { ok: true, user: undefined }
  const known = usersOfThisMachine()
  const wanted =
    ownerUid === undefined || ownerUid === 0
      ? standIns.map((name) => known.find((user) => user.name === name)).find((user) => user)
      : known.find((user) => user.uid === ownerUid)
  if (wanted) return { ok: true, user: wanted }
  const missing = ownerUid ? `number ${ownerUid}, who owns the data` : `called ${standIns.join(' or ')}`
  return { ok: false, why: `PostgreSQL does not run as root, and this machine has no user ${missing}.` }
}

function usersOfThisMachine(): readonly User[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
      .filter(({ name, uid }) => name !== '' && uid > 0)
  } catch {
    return []
  }
}

/** What to add to `spawn` so that a program runs as this user. */
export const asUser = (user: User | undefined): { readonly uid?: number; readonly gid?: number } =>
  user ? { uid: user.uid, gid: user.gid } : {}

/** Our own surroundings without what would bend PostgreSQL: its own settings, and a language it may not know. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

/** How a program ended: its exit code (-1 if it could not run or was ended by us) and what it said. */
export interface Ended {
  readonly code: number
  readonly said: string
}

/**
 * Runs a program to its end.
 * @param limitMs after this it is killed, and that is said
 */
export function runProgram(
  program: string,
  args: readonly string[],
  user: User | undefined,
  limitMs: number,
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = {
      cwd: '/',
      env: plainEnvironment(),
      timeout: limitMs,
      killSignal: 'SIGKILL',
      ...asUser(user),
    } as const
    const child = spawn(program, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const hear = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-20_000)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', (error) => resolve({ code: -1, said: error.message }))
    child.once('close', (code, signal) => {
      const late = signal === 'SIGKILL' ? `\nit did not end within ${limitMs / 1000} seconds` : ''
      resolve({ code: code ?? -1, said: said + late })
    })
  })
}
