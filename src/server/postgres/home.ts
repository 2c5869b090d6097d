/**
 * Where the database lives, whose it is, and the secret that its passwords come from.
 * Never: opens a new, empty database beside one that is there and cannot be reached.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { chownSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { codeOf, type Result, wordsOf } from './result.ts'
import { chooseUser, runProgram, type User } from './run-program.ts'

/** A place for the database: the folder above it, the database's own folder, and who it belongs to. */
export interface Home {
  readonly folder: string
  readonly data: string
  readonly user: User | undefined
  /** What the person should know of the place, or nothing. */
  readonly notice: string | undefined
}

/** Where data goes as root when the chosen folder cannot be reached by an ordinary user. */
const forRoot = '/var/lib/unclench'

const databaseIn = (folder: string) => join(folder, 'postgres')

/**
 * Finds or makes the folder for the database.
 * @param wanted the folder that the settings name, as an absolute path
 * @param elsewhere where to go as root instead, if need be
 */
export async function findHome(wanted: string, elsewhere = forRoot): Promise<Result<{ home: Home }>> {
  const chosen = chooseUser(ownerOf(databaseIn(wanted)))
  if (!chosen.ok) return chosen
  const first = await tryHome(wanted, chosen.user)
  if (first.ok || !first.closed || !chosen.user) return first
  if (existsSync(databaseIn(wanted)))
    return {
      ok: false,
      why: `The database is in ${wanted}, and ${chosen.user.name} cannot reach it. Open the folders above it: chmod a+x.`,
    }
  const name = `${basename(wanted)}-${createHash('sha256').update(wanted).digest('hex').slice(0, 8)}`
  const other = join(elsewhere, name)
  const again = chooseUser(ownerOf(databaseIn(other)))
  const second = again.ok ? await tryHome(other, again.user) : again
  if (!second.ok) return second
  const notice = `The database lies in ${other}, since ${chosen.user.name}, as whom it runs, cannot reach ${wanted}.`
  return { ok: true, home: { ...second.home, notice } }
}

const ownerOf = (path: string) => (existsSync(path) ? statSync(path).uid : undefined)

async function tryHome(folder: string, user: User | undefined): Promise<Result<{ home: Home }, { closed: boolean }>> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
  } catch (error) {
    return { ok: false, closed: false, why: `The folder ${folder} cannot be made: ${wordsOf(error)}.` }
  }
  const reached = user ? await runProgram('/bin/sh', ['-c', 'cd "$0"', folder], user, 10_000) : { code: 0 }
  if (user && reached.code !== 0) return { ok: false, closed: true, why: `${user.name} cannot reach ${folder}.` }
  return { ok: true, home: { folder, data: databaseIn(folder), user, notice: undefined } }
}

/** Gives a file or folder to the user that PostgreSQL runs as. */
export function giveTo(user: User | undefined, path: string): void {
  if (user) chownSync(path, user.uid, user.gid)
}

/** The fewest characters of a secret that somebody chose. */
export const shortestSecret = 32

/**
 * The secret of this installation: read from `secrets` in its folder, or made at random the first time.
 * Two that make it at one moment end with the same.
 */
export function readSecret(folder: string): Result<{ secret: string }> {
  const path = join(folder, 'secrets')
  try {
    if (!existsSync(path)) makeSecret(path)
    const secret = readFileSync(path, 'utf8').trim()
    if (secret.length >= shortestSecret) return { ok: true, secret }
    return { ok: false, why: `${path} is damaged. Put it back from a copy: the database's passwords come from it.` }
  } catch (error) {
    return { ok: false, why: `${path} cannot be read or written: ${wordsOf(error)}.` }
  }
}

function makeSecret(path: string): void {
  const half = `${path}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  writeFileSync(half, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(half, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(half, { force: true })
  }
}

/** The password of one database role, always the same from the same secret. */
export const passwordOf = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')
