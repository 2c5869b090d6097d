/**
 * What the server holds when nobody asks anything: by itself without a database, and with its own PostgreSQL, a minute after
 * the last of a few pages. Read from Linux; elsewhere there are no rows.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Report, Row } from '../table.ts'
import { serveOurs } from '../serving.ts'

/** Connections that rest are let go after ten seconds, and Node tidies up within the minute. */
const idleMs = 60_000
const [limitAlone, limitInAll] = [150, 200]

export async function idleMemory(): Promise<Report> {
  if (!existsSync('/proc/self/smaps_rollup')) return { wrong: [], rows: [] }
  const folder = mkdtempSync(join(tmpdir(), 'unclench-idle-'))
  try {
    const alone = await whileIdle(undefined, ['/', '/check', '/api/v1/check/questions'], residentOf)
    const pages = ['/', '/check', '/find', '/find?place=E2&service=physiotherapy-first', '/guide']
    const both = await whileIdle({ UNCLENCH_DATA: folder }, pages, (pid) => residentOf(pid) + heldBelow(pid))
    return {
      wrong: [],
      rows: [
        row('Resident memory of the server, idle after its first pages', alone, limitAlone),
        row('The same with its own PostgreSQL, what is shared counted once', both, limitInAll),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const row = (what: string, megabytes: number, limit: number): Row => ({
  what,
  ours: `${megabytes.toFixed(0)} MB`,
  against: `under ${limit} MB`,
  met: megabytes < limit,
})

async function whileIdle(
  around: Parameters<typeof serveOurs>[0],
  pages: readonly string[],
  look: (pid: number) => number,
): Promise<number> {
  const server = await serveOurs(around)
  try {
    for (const path of pages) await (await fetch(server.url + path)).text()
    await wait(idleMs)
    return look(server.process.pid ?? 0)
  } finally {
    await server.stop()
  }
}

/** All of the memory of one process that is in use now, in MB. */
const residentOf = (pid: number): number => kilobytesIn(`/proc/${pid}/status`, /VmRSS:\s+(\d+) kB/) / 1000

/** What the processes below one hold, in MB; of a page that several share each counts its part. */
function heldBelow(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  return children.reduce(
    (sum, child) => sum + kilobytesIn(`/proc/${child}/smaps_rollup`, /^Pss:\s+(\d+) kB/m) / 1000 + heldBelow(child),
    0,
  )
}

const kilobytesIn = (file: string, pattern: RegExp): number => Number(readFileSync(file, 'utf8').match(pattern)?.[1])
