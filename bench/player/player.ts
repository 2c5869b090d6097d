/**
 * How late the player's cues are in a hidden, throttled tab, against the wall clock: ten minutes of paced breathing
 * (`PLAYER_MINUTES=3` or `5` for a quick look). And how many bytes its script has.
 * A cue is the moment at which the page shows and says it; a chime is the moment for which it is set on the sound's clock.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { relaxCourses } from '../../src/care/player/relax.ts'
import { timelineOf } from '../../src/care/player/timeline.ts'
import { root, serveOurs } from '../serving.ts'
import { kilobytes, type Report } from '../table.ts'
import { hiddenTab } from './hidden-tab.ts'

const driftLimitMs = 50
const sizeLimit = 25_000

/** Runs in the page before anything else: writes down when cues show, for when chimes are set, how often timers run. */
const witness = `
  globalThis.seen = { cues: [], chimes: [], ticks: [] }
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (when) {
    const { contextTime, performanceTime } = this.context.getOutputTimestamp()
    seen.chimes.push(performance.timeOrigin + performanceTime + (when - contextTime) * 1000)
    return start.call(this, when)
  }
  setInterval(() => seen.ticks.push(Date.now()), 100)
  document.addEventListener('DOMContentLoaded', () => {
    const player = document.querySelector('[data-player]')
    new MutationObserver(() => {
      seen.cues.push([Number(player.dataset.cue), Date.now(), document.visibilityState])
    }).observe(player, { attributeFilter: ['data-cue'] })
  })
`

interface Seen {
  readonly cues: readonly (readonly [number, number, string])[]
  readonly chimes: readonly number[]
  /** When a plain timer of 100 ms ran. */
  readonly ticks: readonly number[]
}

export async function playerDrift(): Promise<Report> {
  const minutes = Number(process.env.PLAYER_MINUTES ?? '10')
  const course = relaxCourses.find(({ id }) => id === `breathe-${minutes}`)
  if (!course) throw new Error('PLAYER_MINUTES can be 3, 5 or 10.')
  const { cues, totalMs } = timelineOf([course.item])
  const ours = await serveOurs()
  const { tab, stop } = await hiddenTab(`${ours.url}/relax/${course.id}`, witness)
  try {
    await until(() => tab.evaluate<boolean>(`!!document.querySelector('[data-player]:not([hidden])')`))
    await tab.press('[data-switch="chimes"]')
    await tab.press('[data-go]')
    await until(() => tab.evaluate<boolean>('seen.cues.length > 0'))
    await tab.hide()
    await new Promise((resolve) => setTimeout(resolve, totalMs + 2000))
    const seen = await tab.evaluate<Seen>('seen')
    const ticksAMinute = slowestMinute(seen.ticks)
    const [first] = seen.cues
    if (!first) throw new Error('The player gave no cue.')
    const hidden = seen.cues.filter(([, , state]) => state === 'hidden')
    const drifts = hidden.map(([atMs, wall]) => Math.abs(wall - first[1] - (atMs - first[0]))).sort((a, b) => a - b)
    const most = drifts.at(-1) ?? Number.NaN
    const usual = drifts[Math.floor(drifts.length * 0.95)] ?? Number.NaN
    const atEnd = seen.cues.at(-1)
    const endDrift = atEnd ? atEnd[1] - first[1] - (atEnd[0] - first[0]) : Number.NaN
    const chimeTimes = cues.filter(({ chime }) => chime !== null).map(({ atMs }) => atMs)
    // A chime may be set more than once; the last setting of each is the one that is heard.
    const chimes = chimeTimes.map((atMs) => {
      const nearest = seen.chimes.filter((planned) => Math.abs(planned - first[1] - atMs) < 500)
      return Math.abs((nearest.at(-1) ?? Number.NaN) - first[1] - atMs)
    })
    const chimeMost = Math.max(...chimes.slice(1))
    const wanted = new Set(cues.map(({ atMs }) => atMs)).size
    const what = `${minutes} minutes in a hidden tab`
    const limit = `under ${driftLimitMs} ms`
    const missing = wanted - new Set(seen.cues.map(([atMs]) => atMs)).size
    return {
      wrong: [
        ...(hidden.length > seen.cues.length / 2 ? [] : ['The tab was not hidden, so nothing was measured.']),
        ...(ticksAMinute < 120
          ? []
          : [`Timers ran ${Math.round(ticksAMinute)} times a minute: nothing was throttled.`]),
        ...(missing > 0 ? [`${missing} of ${wanted} cues never came.`] : []),
      ],
      rows: [
        {
          what: `${what}: furthest of ${hidden.length} cues (19 of 20 by)`,
          ours: `${most} ms (${usual} ms)`,
          against: limit,
          met: most < driftLimitMs,
        },
        {
          what: '… drift of the last cue against the wall clock',
          ours: `${endDrift} ms`,
          against: limit,
          met: Math.abs(endDrift) < driftLimitMs,
        },
        {
          what: `… furthest of ${chimes.length - 1} chimes from its moment`,
          ours: `${chimeMost.toFixed(1)} ms`,
          against: limit,
          met: chimeMost < driftLimitMs,
        },
        {
          what: '… a plain timer of 100 ms there, in its slowest minute',
          ours: `${Math.round(ticksAMinute)} times`,
          against: '600 in front',
        },
        size(),
      ],
    }
  } finally {
    stop()
    await ours.stop()
  }
}

/** Fewest times that the timer ran in any whole minute of the run. */
function slowestMinute(ticks: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const tick of ticks) {
    const minute = Math.floor((tick - (ticks[0] ?? 0)) / 60_000)
    counts.set(minute, (counts.get(minute) ?? 0) + 1)
  }
  const whole = [...counts].slice(0, -1).map(([, count]) => count)
  return Math.min(...whole)
}

/** The island and everything that it loads. */
function size(): Report['rows'][number] {
  const folder = join(root, 'dist/client/assets')
  const files = readdirSync(folder)
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const [island = ''] = files.filter((name) => /^player-.*\.js$/.test(name))
  const loaded = [island, ...[...read(island).matchAll(/from\s*["']\.\/([^"']+)["']/g)].map(([, name = '']) => name)]
  const bytes = loaded.reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0)
  return {
    what: 'Player script with all it loads, gzip',
    ours: kilobytes(bytes),
    against: `at most ${kilobytes(sizeLimit)}`,
    met: bytes <= sizeLimit,
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The player did not come up in 10 seconds.')
}
