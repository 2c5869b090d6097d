/** The clinic half beside the care half: with its database, without, and while it comes and goes. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { newMemoryFolder } from '../../scripts/memory-folder.ts'
import type { Database } from '../clinic/db/connection.ts'
import { type Clinic, type ClinicState, startClinic } from './clinic.ts'
import type { Config } from './config.ts'
import { startLocalServer } from './postgres/local-server.ts'
import { pause } from './postgres/result.ts'

function folderUntil(atTheEnd: (remove: () => void) => void): string {
  const folder = newMemoryFolder()
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
const newFolder = () => folderUntil(onTestFinished)

let made = ''
/** A folder in which there is a database already, with its demonstration: making one takes seconds, and is not asked about. */
async function madeFolder(): Promise<string> {
  if (made) return made
  made = folderUntil((remove) => removals.push(remove))
  const { clinic } = start(own(made))
  await waitFor(clinic, 'ready')
  await clinic.stop()
  return made
}
const removals: (() => void)[] = []
afterAll(() => {
  for (const remove of removals) remove()
})

const own = (dataFolder: string): Config => ({ dataFolder, secret: undefined, database: { kind: 'own' } })

function start(config: Config): { readonly clinic: Clinic; readonly said: string[] } {
  const said: string[] = []
  const clinic = startClinic(config, (line) => said.push(line))
  onTestFinished(() => clinic.stop())
  return { clinic, said }
}

async function waitFor<S extends ClinicState['state']>(
  clinic: Clinic,
  state: S,
): Promise<Extract<ClinicState, { state: S }>> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const now = clinic.current()
    if (is(now, state)) return now
    await pause(25)
  }
  throw new Error(`It is ${JSON.stringify(clinic.current())}`)
}

const is = <S extends ClinicState['state']>(now: ClinicState, state: S): now is Extract<ClinicState, { state: S }> =>
  now.state === state

const serverPid = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

test('comes up beside the pages: it is not waited for, and then both roles can ask', async () => {
  const folder = folderUntil((remove) => removals.push(remove))
  const { clinic, said } = start(own(folder))
  expect(clinic.current()).toEqual({ state: 'starting' })
  const { app, directory } = await waitFor(clinic, 'ready')
  expect(await app.selectFrom('installation').select('demonstration').execute()).toEqual([{ demonstration: true }])
  await expect(directory.selectFrom('installation').select('demonstration').execute()).rejects.toThrow(/does not exist/)
  expect(said).toEqual([])
  // It is stopped before the next test, which may have the folder.
  made = folder
})

test('comes back by itself when its server is killed with -9, and says both', async () => {
  const folder = await madeFolder()
  const { clinic, said } = start(own(folder))
  await waitFor(clinic, 'ready')
  process.kill(serverPid(folder), 'SIGKILL')
  expect((await waitFor(clinic, 'unavailable')).why).toContain('ended by itself')
  const { app } = await waitFor(clinic, 'ready')
  expect(await app.selectFrom('installation').select('demonstration').execute()).toHaveLength(1)
  expect(said).toEqual([expect.stringMatching(/^Find is not available: /), 'Find is available again.'])
})

test('stops in order, and leaves no server and no note behind', async () => {
  const folder = await madeFolder()
  const { clinic, said } = start(own(folder))
  await waitFor(clinic, 'ready')
  await clinic.stop()
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
  expect(said).toEqual([])
})

test('stopped while it is still starting leaves no server behind', async () => {
  const folder = await madeFolder()
  const { clinic } = start(own(folder))
  await clinic.stop()
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('a second one on the same folder is told that it is taken', async () => {
  const folder = await madeFolder()
  const first = start(own(folder))
  await waitFor(first.clinic, 'ready')
  const second = start(own(folder))
  expect(await second.clinic.taken).toContain('Another Unclench uses the database')
  expect(first.clinic.current().state).toBe('ready')
})

test('without a database it says so once, in words and without the password, and goes on trying', async () => {
  const settings = { host: '127.0.0.1', port: 1, user: 'u', password: 'hush', database: 'd' }
  const { clinic, said } = start({
    dataFolder: newFolder(),
    secret: 's'.repeat(32),
    database: { kind: 'server', settings },
  })
  await waitFor(clinic, 'unavailable')
  await pause(1500)
  expect(said).toHaveLength(1)
  expect(said[0]).toContain('Find is not available: the database cannot be used')
  expect(said[0]).not.toContain('hush')
})

describe('a copy for the search', () => {
  const names = async (database: Database) =>
    (await sql<{ name: string }>`select name from directory.clinics`.execute(database)).rows.map(({ name }) => name)
  const served = async () => {
    const started = await startLocalServer({ folder: await madeFolder() })
    if (!started.ok) throw new Error(started.why)
    const { settings, secret } = started.server
    onTestFinished(async () => void (await started.server.stop()))
    return { settings, config: { dataFolder: newFolder(), secret, database: { kind: 'server' as const, settings } } }
  }

  test('is asked by the search alone; what books asks the database itself', async () => {
    const { settings, config } = await served()
    const readFrom = { ...settings, database: 'copy' }
    const inside = async (database: string, ...statements: readonly string[]) => {
      const client = new pg.Client({ ...settings, database })
      await client.connect()
      for (const statement of statements) await client.query(statement)
      await client.end()
    }
    await inside('postgres', 'drop database if exists copy', `create database copy template ${settings.database}`)
    await inside('copy', `update clinic.clinics set name = name || ' (copy)'`)
    const { clinic } = start({ ...config, database: { ...config.database, readFrom } })
    const { directory, app } = await waitFor(clinic, 'ready')
    expect(await names(directory)).not.toHaveLength(0)
    for (const name of await names(directory)) expect(name).toContain('(copy)')
    expect((await sql<{ base: string }>`select current_database() as base`.execute(app)).rows).toEqual([
      { base: settings.database },
    ])
  })

  test('that does not answer is told once, and the search asks the database itself', async () => {
    const { settings, config } = await served()
    const { clinic, said } = start({ ...config, database: { ...config.database, readFrom: { ...settings, port: 1 } } })
    const { directory } = await waitFor(clinic, 'ready')
    expect(await names(directory)).not.toHaveLength(0)
    expect(said).toEqual(['The copy that DATABASE_READ_URL names does not answer: searches ask the database itself.'])
  })
})

test('switched off, it is unavailable and touches no folder', async () => {
  const folder = join(newFolder(), 'data')
  const { clinic } = start({ dataFolder: folder, secret: undefined, database: { kind: 'off' } })
  expect((await waitFor(clinic, 'unavailable')).why).toContain('off')
  expect(existsSync(folder)).toBe(false)
})
