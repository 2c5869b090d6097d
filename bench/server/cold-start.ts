/** From `npm start`'s own program (everything installed and built) to the last byte of the first page. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { median, milliseconds, type Report } from '../table.ts'
import { root } from '../serving.ts'

const starts = 5
const startLimitMilliseconds = 2000

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
