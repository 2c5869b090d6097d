/**
 * A record of a year, looked at under every clock that a browser can have: each page answers, and soon, since nothing counts
 * day by day from what was told to a now that is thousands of years away.
 */
import { expect, test } from 'vitest'
import { asEpochMs, readClock } from '../../care/evidence/time.ts'
import type { NotebookEvent } from '../../care/record/notebook.ts'
import { createCareApp } from './app.tsx'
import { memoryNotebook } from './plan/plan.fixtures.ts'
import { freshId } from './programme/programme.fixtures.ts'
import { yearOfUse } from './record/year-of-use.fixtures.ts'

const year = yearOfUse(1, 400)
/** Told while the clock stood there. */
const toldFarOff = (['1970-01-01', '2200-01-01', '9969-12-31'] as const).map((day): NotebookEvent => {
  const at = asEpochMs(Date.parse(`${day}T09:00Z`))
  return { v: 2, id: freshId(), at, day, kind: 'diaryEntry', painNow0to10: 4, signs: ['saddle'] }
})
/** What the processor may spend on one page, in milliseconds; a page takes some tens. */
const longestMs = 1500

test.each([
  ['1970', Number.NaN],
  ['1950', Date.UTC(1950, 5, 1)],
  ['2026', Date.UTC(2026, 10, 24, 9)],
  ['2200', Date.UTC(2200, 0, 1)],
  ['9969', Date.UTC(9969, 11, 31, 23)],
  ['275760', 8_640_000_000_000_000],
])('with a clock that stands in %s, and entries from 1970 to 9969', async (_year, clockMs) => {
  const app = createCareApp({
    kind: 'device',
    notebook: memoryNotebook([...year, ...toldFarOff]),
    now: () => readClock(clockMs),
    newId: () => freshId(),
    assets: { css: '/assets/site.css', islands: {} },
    buildId: 'test',
  })
  const paths = [
    ...new Set(app.routes.flatMap(({ method, path }) => (method === 'GET' && !/[:*]/.test(path) ? path : []))),
  ]
  expect(paths.length).toBeGreaterThan(40)
  for (const path of paths) {
    const began = process.cpuUsage()
    const { status } = await app.request(path)
    const { user, system } = process.cpuUsage(began)
    expect(status, path).toBeLessThan(500)
    expect((user + system) / 1000, path).toBeLessThan(longestMs)
  }
})
