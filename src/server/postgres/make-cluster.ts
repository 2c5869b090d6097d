/**
 * The database's own folder: made once, whole or not at all, and never touched when another PostgreSQL made it.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { giveTo, type Home } from './home.ts'
import { ourMajor, type Programs } from './programs.ts'
import { codeOf, type Result, wordsOf } from './result.ts'
import { isAlive } from './running.ts'
import { runProgram } from './run-program.ts'

/** The superuser of a database of our own: it makes the roles and runs the migrations. */
export const adminRole = 'unclench_admin'

/** Making a database writes 40 MB and takes about a second; a slow disk may need many. */
const makeWithinMs = 55_000

/** Sees that the folder holds a database that we can read, making one if there is none. */
export async function ensureCluster(home: Home, programs: Programs, password: string): Promise<Result<object>> {
  try {
    if (!isMade(home.data)) return await makeCluster(home, programs, password)
    const major = readFileSync(join(home.data, 'PG_VERSION'), 'utf8').trim()
    return major === String(ourMajor) ? { ok: true } : { ok: false, why: otherVersion(home, major) }
  } catch (error) {
    const advice = codeOf(error) === 'EACCES' ? ' It belongs to another user: start as that one, or as root.' : ''
    return { ok: false, why: `The database in ${home.data} cannot be read: ${wordsOf(error)}.${advice}` }
  }
}

/** True for a folder with a database, false for none or an empty one; throws for anything else. */
function isMade(data: string): boolean {
  if (!existsSync(data)) return false
  const found = readdirSync(data)
  if (found.includes('PG_VERSION')) return true
  if (found.length === 0) return false
  throw new Error('it holds files but no database. Move them away')
}

const otherVersion = (home: Home, major: string) =>
  `The database in ${home.data} is of PostgreSQL ${major}, and this is ${ourMajor}. It is left as it is. ` +
  `Make a backup with the Unclench that wrote it, move the folder away, and restore the backup here.`

/** Makes a database beside its place and moves it there, so that one broken off is never taken for whole. */
async function makeCluster(home: Home, programs: Programs, password: string): Promise<Result<object>> {
  sweepHalfMade(home)
  const mark = `${process.pid}-${randomBytes(4).toString('hex')}`
  const half = `${home.data}.new-${mark}`
  const passwordFile = `${home.data}.word-${mark}`
  try {
    mkdirSync(half, { mode: 0o700 })
    giveTo(home.user, half)
    writeFileSync(passwordFile, password, { mode: 0o600 })
    giveTo(home.user, passwordFile)
    const { code, said } = await runProgram(programs.initdb, initArguments(half, passwordFile), home.user, makeWithinMs)
    if (code !== 0) return { ok: false, why: `The database cannot be made: ${reasonIn(said)}` }
    renameSync(half, home.data)
    return { ok: true }
  } catch (error) {
    // Another start was quicker: its database is as good as ours.
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '') && isMade(home.data)) return { ok: true }
    throw error
  } finally {
    rmSync(half, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
  }
}

const initArguments = (folder: string, passwordFile: string) => [
  `--pgdata=${folder}`,
  `--username=${adminRole}`,
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--no-instructions',
]

/** Removes what starts left that were killed while they made a database. */
function sweepHalfMade(home: Home): void {
  const folder = dirname(home.data)
  const ours = new RegExp(`^${basename(home.data)}\\.(new|word)-(\\d+)-[0-9a-f]+$`)
  for (const name of readdirSync(folder)) {
    const pid = ours.exec(name)?.[2]
    if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** What PostgreSQL said, as one sentence for the person who runs this. */
export function reasonIn(said: string): string {
  if (/No space left on device|disk full/i.test(said)) return 'the disk is full. Make room, then start again.'
  if (/shared memory/i.test(said) && /could not/i.test(said))
    return `the machine has no shared memory for it (in a container: --shm-size=256m). It says: ${lastLine(said)}`
  return lastLine(said)
}

/** The last line that tells of an error, without its time and process. */
function lastLine(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '')
  const telling =
    lines.findLast((line) => /\b(FATAL|PANIC|ERROR|error|could not|did not end)\b/.test(line)) ?? lines.at(-1)
  return (
    telling
      ?.replace(/^.*?\b(FATAL|PANIC|ERROR):\s*/, '')
      .replace(/^initdb: (error: )?/, '')
      .trim() ?? 'it says nothing'
  )
}
