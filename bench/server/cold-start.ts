/**
 * From `npm start`'s own program (everything installed and built) to the last byte of the first page; then the memory
 * that the idle server holds. The memory is read from Linux; elsewhere that row is left out.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { median, milliseconds, type Report, type Row } from '../table.ts'
import { root, serveOurs } from '../serving.ts'

const starts = 5
const startLimitMilliseconds = 2000
const memoryLimitMegabytes = 150

export async function coldStart(): Promise<Report> {
  const took: number[] = []
  for (let start = 0; start < starts; start += 1) took.push(await timeToFirstPage())
  return {
    wrong: [],
    rows: [
      {
        what: 'npm start to the first page, installed and built',
        ours: milliseconds(median(took)),
        against: `under ${milliseconds(startLimitMilliseconds)}`,
        met: median(took) < startLimitMilliseconds,
      },
      ...(await idleMemory()),
    ],
  }
}

async function timeToFirstPage(): Promise<number> {
  const port = await freePort()
  const start = performance.now()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    while (child.exitCode === null) {
      const page = await fetch(`http://localhost:${port}/`).catch(() => null)
      if (page?.ok) {
        await page.text()
        return performance.now() - start
      }
      await wait(5)
    }
    throw new Error('npm start ended before it served a page.')
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function idleMemory(): Promise<readonly Row[]> {
  const server = await serveOurs()
  try {
    for (const path of ['/', '/check', '/api/v1/check/questions']) await (await fetch(server.url + path)).text()
    await wait(3000)
    const status = `/proc/${server.process.pid}/status`
    if (!existsSync(status)) return []
    const megabytes = Number(readFileSync(status, 'utf8').match(/VmRSS:\s+(\d+) kB/)?.[1]) / 1000
    return [
      {
        what: 'Resident memory of the server, idle after its first pages',
        ours: `${megabytes.toFixed(0)} MB`,
        against: `under ${memoryLimitMegabytes} MB`,
        met: megabytes < memoryLimitMegabytes,
      },
    ]
  } finally {
    await server.stop()
  }
}
