/** `npm start` as a person meets it: the script itself, run as its own process. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { isWhole, someOf, wholeFormOnly } from '../scripts/short-form.ts'

const root = join(import.meta.dirname, '..')
/** Copies of the project to delete. */
const folders: string[] = []
const started: { child: ChildProcessByStdio<null, Readable, Readable>; ended: Promise<number | null> }[] = []

/** Runs the script and gathers what it says; `until` waits for words, `ended` for its exit code. */
function start(port: string, folder = root) {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: folder,
    // Several run in one folder; the database has tests of its own in src/server.
    env: { DATABASE_URL: 'off', ...process.env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  started.push({ child, ended })
  const until = (words: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const match = said.match(words)
        if (match) resolve(match)
      }
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString()
          look()
        })
      void ended.then(() => reject(new Error(`It ended, having said: ${said}`)))
    })
  return { child, ended, until }
}

/** Runs it to its end and returns everything it said. */
async function startInVain(port: string, folder = root) {
  const { child, ended } = start(port, folder)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return { code: await ended, said }
}

afterEach(async () => {
  // A promise made at the start, since an end that has already been is not told again.
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGTERM')
    await ended
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('npm start', () => {
  test.each(someOf(['SIGINT', 'SIGTERM'] as const, 2))(
    'prints its address, answers, and stops cleanly on %s',
    async (signal) => {
      const { child, ended, until } = start('0')
      const [, address = ''] = await until(/^Unclench is running: (http:\/\/localhost:\d+)$/m)
      const page = await fetch(address)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('<!doctype html>')
      child.kill(signal)
      expect(await ended).toBe(0)
      await expect(fetch(address)).rejects.toThrow()
    },
  )

  test('a start that is killed outright leaves no server behind', async () => {
    const { child, until } = start('0')
    const [, address = ''] = await until(/^Unclench is running: (http:\/\/localhost:\d+)$/m)
    child.kill('SIGKILL')
    await expect
      .poll(
        () =>
          fetch(address).then(
            () => 'up',
            () => 'gone',
          ),
        { timeout: 10_000 },
      )
      .toBe('gone')
  })

  test('says in one line that a port is taken', async () => {
    const blocker = createServer()
    const port = await new Promise<number>((resolve) => {
      blocker.listen(0, () => resolve((blocker.address() as { port: number }).port))
    })
    expect(await startInVain(String(port))).toEqual({
      code: 1,
      said: `Port ${port} is taken. Try: PORT=${port + 1} npm start\n`,
    })
    await new Promise((resolve) => blocker.close(resolve))
  })

  // In the short form two of them: what is a port is asked in one place.
  test.each(someOf(['abc', '-1', '3000.5', '70000', ' ', '1e3'], 4))(
    'says in one line that "%s" is no port',
    async (port) => {
      expect(await startInVain(port)).toEqual({
        code: 1,
        said: `PORT must be a whole number from 0 to 65535, not "${port}". Try: PORT=3001 npm start\n`,
      })
    },
  )
})

test('the lock names the parts of every package for every platform, so that a clean install works on each', () => {
  const lock: { packages: Record<string, { optionalDependencies?: Record<string, string> }> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  )
  const known = Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, ''))
  const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies }) =>
    Object.keys(optionalDependencies ?? {}),
  )
  expect(wanted.length).toBeGreaterThan(30)
  expect(wanted.filter((name) => !known.includes(name))).toEqual([])
})

describe('a folder that is not as it was left', () => {
  /**
   * A copy of what a start needs, so that harm done to it harms nobody else. The packages are shared, and those of a folder
   * below it, as the Chromium of the tests, are left out.
   * @param more what else is copied: `src` where something is built, `dist` where it was
   */
  function copy(...more: readonly string[]): string {
    const folder = mkdtempSync(join(tmpdir(), 'unclench-start-'))
    for (const part of ['scripts', 'package.json', 'package-lock.json', 'vite.config.ts', ...more])
      cpSync(join(root, part), join(folder, part), {
        recursive: true,
        filter: (from) => !from.endsWith('/node_modules'),
      })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    folders.push(folder)
    return folder
  }
  const listening = /^Unclench is running: (http:\/\/localhost:\d+)$/m

  test('two starts at once, with nothing built: both run', wholeFormOnly, async () => {
    const folder = copy('src')
    const addresses = await Promise.all([start('0', folder), start('0', folder)].map(({ until }) => until(listening)))
    for (const [, address = ''] of addresses) expect((await fetch(address)).status).toBe(200)
  })

  /** Instead of our sources: what writes a server that answers, and a file of a page. It fails beside another build. */
  const quickBuild = `import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
    const server = \`import { createServer } from 'node:http'
      process.once('SIGTERM', () => process.exit())
      const server = createServer((_asked, answer) => answer.end('here'))
      server.listen(0, () => console.log('Unclench is running: http://localhost:' + server.address().port))\`
    const buildApp = async ({ environments }) => {
      for (const one of Object.values(environments)) one.isBuilt = true
      writeFileSync('building', '', { flag: 'wx' })
      await new Promise((resolve) => setTimeout(resolve, 500))
      for (const folder of ['server', 'client/assets']) mkdirSync('dist/' + folder, { recursive: true })
      writeFileSync('dist/server/main.js', server + ' '.repeat(1000))
      writeFileSync('dist/client/assets/page.css', '')
      rmSync('building')
    }
    export default { builder: { buildApp } }`

  test('a built file that was cut off, or is gone, is built again, also by two starts at once', async () => {
    const folder = isWhole ? copy('src', 'dist') : copy()
    if (!isWhole) writeFileSync(join(folder, 'vite.config.ts'), quickBuild)
    // Built by a start, or by `npm test`, which both note of what it was built.
    if (!existsSync(join(folder, 'dist/.sources'))) {
      const first = start('0', folder)
      await first.until(listening)
      first.child.kill('SIGTERM')
      expect(await first.ended).toBe(0)
    }
    truncateSync(join(folder, 'dist/server/main.js'), 1000)
    rmSync(join(folder, 'dist/client/assets'), { recursive: true })
    const addresses = await Promise.all([start('0', folder), start('0', folder)].map(({ until }) => until(listening)))
    for (const [, address = ''] of addresses) expect((await fetch(address)).status).toBe(200)
    expect(statSync(join(folder, 'dist/server/main.js')).size).toBeGreaterThan(1000)
    expect(statSync(join(folder, 'dist/client/assets')).isDirectory()).toBe(true)
  })

  test('a lock that was cut off is said in one line', async () => {
    const folder = copy()
    truncateSync(join(folder, 'package-lock.json'), 1000)
    expect(await startInVain('0', folder)).toEqual({
      code: 1,
      said: 'package-lock.json is damaged. Try: git checkout package-lock.json\n',
    })
  })
})
