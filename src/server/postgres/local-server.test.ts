/** The real PostgreSQL, started, killed, found again and stopped. Each test has a folder of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { newMemoryFolder } from '../../../scripts/memory-folder.ts'
import { often, someOf } from '../../../scripts/short-form.ts'
import { type LocalServer, type LocalServerOptions, startLocalServer } from './local-server.ts'
import { pause } from './result.ts'
import { isAlive } from './running.ts'

const asRoot = process.getuid?.() === 0

/** A new folder that an ordinary user can reach, gone after the test. */
function newFolder(): string {
  const folder = newMemoryFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

let made = ''
/** A folder with a database that an earlier test made, and left whole: for tests that are not about how one is made. */
async function usedFolder(): Promise<string> {
  made ||= await newWithDatabase(newMemoryFolder())
  return made
}
let copied = ''
/** A new folder with a database of its own, copied, since making one takes most of a start. */
async function newWithDatabase(folder = newFolder()): Promise<string> {
  if (copied === '') {
    copied = newMemoryFolder()
    const started = await startLocalServer({ folder: copied })
    if (!started.ok) throw new Error(started.why)
    await started.server.stop()
  }
  // With its owner, who is not us where we are root.
  execFileSync('cp', ['-a', `${copied}/.`, folder])
  return folder
}
afterAll(() => {
  for (const folder of [made, copied]) if (folder) rmSync(folder, { recursive: true, force: true })
})

/** Starts, and stops after the test. */
async function start(options: LocalServerOptions): Promise<LocalServer> {
  const started = await startLocalServer(options)
  if (!started.ok) throw new Error(started.why)
  onTestFinished(async () => void (await started.server.stop()))
  return started.server
}

const refusedWords = async (options: LocalServerOptions) => {
  const started = await startLocalServer(options)
  if (!started.ok) return started
  await started.server.stop()
  throw new Error('It started, and should not have.')
}

async function ask(server: LocalServer, sql: string): Promise<unknown> {
  const client = new pg.Client({ ...server.settings, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

/** Another Unclench: a process of its own that starts the server of a folder, and tells its number. */
async function otherUnclench(folder: string): Promise<{ readonly process: ChildProcess; readonly serverPid: number }> {
  const source = join(import.meta.dirname, 'local-server.ts')
  const script = `
    const { startLocalServer } = await import(${JSON.stringify(source)})
    const started = await startLocalServer({ folder: ${JSON.stringify(folder)} })
    console.log(started.ok ? started.server.pid : started.why)
    setTimeout(() => process.exit(), 60_000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void other.kill('SIGKILL'))
  const said = await new Promise<string>((resolve) => other.stdout?.once('data', (chunk) => resolve(String(chunk))))
  onTestFinished(() => void (isAlive(Number(said)) && process.kill(Number(said), 'SIGQUIT')))
  return { process: other, serverPid: Number(said) }
}

/** What a start leaves that is killed while it makes a database, by a process that is no more. @returns where it lies */
async function leaveHalfMade(folder: string): Promise<string> {
  const dead = spawn('true')
  await new Promise((resolve) => dead.once('exit', resolve))
  const half = join(folder, `postgres.new-${dead.pid}-00ff00ff`)
  mkdirSync(half)
  writeFileSync(join(half, 'PG_VERSION'), '18\n')
  return half
}

const gone = async (pid: number) => {
  for (let tries = 0; isAlive(pid) && tries < 200; tries += 1) await pause(50)
  return !isAlive(pid)
}

describe('a server of our own', () => {
  test('starts in a new folder, whatever language is claimed and whatever a killed start left half made; keeps what is committed, and is whole again at the next', async () => {
    const folder = newFolder()
    const half = await leaveHalfMade(folder)
    const before = { LANG: process.env.LANG, LC_ALL: process.env.LC_ALL }
    onTestFinished(() => void Object.assign(process.env, before))
    process.env.LC_ALL = 'xx_YY.nonsense'
    delete process.env.LANG
    const first = await start({ folder })
    expect(existsSync(half)).toBe(false)
    // Its secret is its owner's, and it never makes another.
    expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o600)
    const secret = readFileSync(join(folder, 'secrets'), 'utf8')
    expect(await ask(first, "select upper('é')")).toBe('É')
    await ask(first, 'create table kept as select 7 as n')
    expect(await first.stop()).toBe(true)
    expect(isAlive(first.pid)).toBe(false)
    expect(await ask(await start({ folder }), 'select n from kept')).toBe(7)
    expect(readFileSync(join(folder, 'secrets'), 'utf8')).toBe(secret)
    delete process.env.LC_ALL
  })

  test('writes through to the disk, speaks UTF-8, checks its pages, is closed to the network, and lets nobody in without the password', async () => {
    const server = await start({ folder: await usedFolder() })
    const asked = `select concat_ws(' ', current_setting('fsync'), current_setting('server_encoding'),
      current_setting('data_checksums'), '[' || current_setting('listen_addresses') || ']',
      (select datlocale from pg_database where datname = current_database()))`
    expect(await ask(server, asked)).toBe('on UTF8 on [] C.UTF-8')
    for (const password of ['', 'wrong'])
      await expect(ask({ ...server, settings: { ...server.settings, password } }, 'select 1')).rejects.toThrow(
        /password/,
      )
  })

  test('says that the secret is another one when it was lost', async () => {
    const folder = await newWithDatabase()
    rmSync(join(folder, 'secrets'))
    expect((await refusedWords({ folder })).why).toContain('the secret is not the one it was made with')
  })

  test('writes nothing that people typed into its log, though it is refused', async () => {
    const folder = await usedFolder()
    const server = await start({ folder })
    await ask(server, 'create table person (mail text unique)')
    await ask(server, "insert into person values ('ann@example.org')")
    await expect(ask(server, "insert into person values ('ann@example.org')")).rejects.toThrow(/unique/)
    await expect(ask(server, "select 'ann@example.org'::int")).rejects.toThrow(/invalid/)
    await server.stop()
    const log = readFileSync(join(folder, 'postgres.log'), 'utf8')
    expect(log).toContain('unique constraint')
    expect(log).not.toContain('Key (')
    expect(log).not.toContain('insert into')
  })

  test('starts in a folder whose path is too long for a socket', async () => {
    const folder = join(newFolder(), 'a'.repeat(100))
    mkdirSync(folder)
    await newWithDatabase(folder)
    const server = await start({ folder })
    expect(await ask(server, 'select 1')).toBe(1)
    expect(server.settings.host).toMatch(/^\/tmp\/unclench-[0-9a-f]{12}$/)
    onTestFinished(() => rmSync(server.settings.host, { recursive: true, force: true }))
  })
})

describe('after a crash', () => {
  test('a server killed with -9 is noticed, and the next start has all that was committed', async () => {
    const folder = await newWithDatabase()
    const server = await start({ folder })
    await ask(server, 'create table kept as select 7 as n')
    process.kill(server.pid, 'SIGKILL')
    await server.ended
    expect(await ask(await start({ folder }), 'select n from kept')).toBe(7)
  })

  test('one of its own processes killed with -9 ends the whole, so that the lock on the folder is never lost alone', async () => {
    const server = await start({ folder: await usedFolder() })
    const client = new pg.Client(server.settings)
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
    await server.ended
    expect(isAlive(server.pid)).toBe(false)
  })

  test('a note that names a process which is another program by now is not believed', async () => {
    const folder = await usedFolder()
    const server = await start({ folder })
    const note = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8')
    await server.stop()
    // Ours is a living process of the same user, as PostgreSQL sees it, where the tests do not run as root.
    const sleeper = spawn('sleep', ['60'], asRoot && server.home.user ? { uid: server.home.user.uid } : {})
    onTestFinished(() => void sleeper.kill('SIGKILL'))
    const path = join(folder, 'postgres', 'postmaster.pid')
    writeFileSync(path, note.replace(/^\d+/, String(sleeper.pid)))
    if (server.home.user) chownSync(path, server.home.user.uid, server.home.user.gid)
    expect(await ask(await start({ folder }), 'select 1')).toBe(1)
    expect(isAlive(sleeper.pid ?? 0)).toBe(true)
  })
})

describe('one folder', () => {
  test('whose note is empty is that of a server which is just starting: no second one is started beside it', async () => {
    const folder = await usedFolder()
    const server = await start({ folder })
    const path = join(folder, 'postgres', 'postmaster.pid')
    const note = readFileSync(path)
    writeFileSync(path, '')
    const second = refusedWords({ folder })
    setTimeout(() => writeFileSync(path, note), 500)
    expect((await second).taken).toBe(true)
    expect(await ask(server, 'select 1')).toBe(1)
    await server.stop()
    // One that stays so was left by a crash.
    writeFileSync(path, '')
    if (server.home.user) chownSync(path, server.home.user.uid, server.home.user.gid)
    expect(await ask(await start({ folder }), 'select 1')).toBe(1)
  })

  test('whose server was killed is started again once nothing of it writes any more', async () => {
    const folder = await usedFolder()
    const server = await start({ folder })
    const client = new pg.Client(server.settings)
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const backend = rows[0]?.pid ?? 0
    process.kill(backend, 'SIGSTOP')
    process.kill(server.pid, 'SIGKILL')
    await server.ended
    const starting = start({ folder })
    const first = await Promise.race([starting.then(() => 'beside it'), pause(1000).then(() => 'not yet')])
    process.kill(backend, 'SIGCONT')
    expect([first, await ask(await starting, 'select 1')]).toEqual(['not yet', 1])
  })

  test('is used by one Unclench at a time: the second is told who has it, and the first goes on', async () => {
    const folder = await usedFolder()
    const other = await otherUnclench(folder)
    const second = await refusedWords({ folder })
    expect(second.taken).toBe(true)
    expect(second.why).toContain('Another Unclench uses the database')
    expect(isAlive(other.serverPid)).toBe(true)
  })

  test('is free again when its Unclench is killed with -9: the server that outlived it is stopped first', async () => {
    const folder = await newWithDatabase()
    const other = await otherUnclench(folder)
    other.process.kill('SIGKILL')
    const server = await start({ folder })
    expect(await ask(server, 'select 1')).toBe(1)
    expect(server.pid).not.toBe(other.serverPid)
    expect(await gone(other.serverPid)).toBe(true)
  })

  test('opened by several at one moment, even a new one, goes to one of them', async () => {
    const folder = newFolder()
    const several = often(4, 2)
    const all = await Promise.all(Array.from({ length: several }, () => startLocalServer({ folder })))
    for (const one of all) if (one.ok) onTestFinished(async () => void (await one.server.stop()))
    const losers = all.filter((one) => !one.ok)
    expect(losers).toHaveLength(several - 1)
    for (const loser of losers) expect(loser).toMatchObject({ taken: true })
  })
})

describe('data that is not ours to touch', () => {
  test.each(someOf(['17', '19'], 2))('of PostgreSQL %s is told in words and left as it is', async (major) => {
    const folder = await newWithDatabase()
    const path = join(folder, 'postgres', 'PG_VERSION')
    writeFileSync(path, `${major}\n`)
    const control = readFileSync(join(folder, 'postgres', 'global', 'pg_control'))
    expect((await refusedWords({ folder })).why).toContain(
      `is of PostgreSQL ${major}, and this is 18. It is left as it is.`,
    )
    expect(readFileSync(path, 'utf8')).toBe(`${major}\n`)
    expect(readFileSync(join(folder, 'postgres', 'global', 'pg_control'))).toEqual(control)
  })

  test('a folder of other files is not overwritten', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'postgres'))
    writeFileSync(join(folder, 'postgres', 'photo.jpg'), 'mine')
    expect((await refusedWords({ folder })).why).toContain('it holds files but no database')
    expect(readFileSync(join(folder, 'postgres', 'photo.jpg'), 'utf8')).toBe('mine')
  })

  test('a folder that cannot be made is told in words', async () => {
    const folder = join(newFolder(), 'file')
    writeFileSync(folder, '')
    expect((await refusedWords({ folder })).why).toContain(folder)
  })
})

describe('the address', () => {
  test('a port that is taken is left to whoever has it, and another one used', async () => {
    const holder = createServer()
    onTestFinished(() => void holder.close())
    const port = await new Promise<number>((resolve) =>
      holder.listen(0, '127.0.0.1', () => {
        const address = holder.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      }),
    )
    const server = await start({ folder: await usedFolder(), port })
    expect(server.settings.port).not.toBe(port)
    expect(await ask(server, 'select 1')).toBe(1)
  })
})

describe.runIf(asRoot)('as root', () => {
  test('the server runs as an ordinary user', async () => {
    const server = await start({ folder: await usedFolder() })
    expect(server.home.user?.uid).toBeGreaterThan(0)
    expect(statSync(`/proc/${server.pid}`).uid).toBe(server.home.user?.uid)
  })

  test('a folder closed to that user is left, the data lies elsewhere, and that is said', async () => {
    const closed = newFolder()
    chmodSync(closed, 0o700)
    const elsewhere = newFolder()
    const folder = join(closed, 'data')
    const server = await start({ folder, elsewhere })
    expect(server.home.data.startsWith(elsewhere)).toBe(true)
    expect(server.home.notice).toContain(`cannot reach ${folder}`)
    await ask(server, 'create table kept as select 7 as n')
    await server.stop()
    expect(await ask(await start({ folder, elsewhere }), 'select n from kept')).toBe(7)
  })

  test('a database that is there and cannot be reached any more is never replaced by an empty one', async () => {
    const parent = newFolder()
    const folder = join(parent, 'data')
    mkdirSync(folder)
    await newWithDatabase(folder)
    const elsewhere = newFolder()
    chmodSync(parent, 0o700)
    expect((await refusedWords({ folder, elsewhere })).why).toContain('cannot reach it')
    chmodSync(parent, 0o711)
    await start({ folder, elsewhere })
  })

  test('data that belongs to another user goes on belonging to that one', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'postgres'), { mode: 0o700 })
    chownSync(join(folder, 'postgres'), 65_534, 65_534)
    const server = await start({ folder })
    expect(statSync(`/proc/${server.pid}`).uid).toBe(65_534)
  })

  test('programs that the user cannot reach are copied beside the data, with the links between them', async () => {
    const { findPrograms } = await import('./programs.ts')
    const found = await findPrograms(newFolder(), { name: 'postgres', uid: 65_534, gid: 65_534 })
    expect(found.ok && found.programs.version).toMatch(/^18\./)
  })
})

test('a disk that is full is told in words', async () => {
  const { reasonIn } = await import('./make-cluster.ts')
  const said = 'x\n2026-01-01 FATAL:  could not write lock file "postmaster.pid": No space left on device\n'
  expect(reasonIn(said)).toBe('the disk is full. Make room, then start again.')
})
