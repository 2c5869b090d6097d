/**
 * A record of a year, looked at under every clock that a browser can have: each page answers, and soon, since nothing counts
 * day by day from what was told to a now that is thousands of years away.
 */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { someOf } from '../../../scripts/short-form.ts'
import { readClock } from '../../care/evidence/time.ts'
import { createCareApp } from './app.tsx'
import { memoryNotebook } from './plan/plan.fixtures.ts'
import { freshId } from './programme/programme.fixtures.ts'
import { samples } from './record/record-event.fixtures.ts'
import { readEvent } from './record/record-event.ts'
import { yearOfUse } from './record/year-of-use.fixtures.ts'

const aYear = yearOfUse(1, 400)
/** What clocks said when things were told, and which day it was then; also as builds wrote it that read them as they came. */
const toldUnder = [
  [-8_640_000_000_000_000, '1969-12-31'],
  [0, '1970-01-01'],
  [Date.UTC(2200, 0, 1), '2200-01-01'],
  [Date.UTC(9969, 11, 31), '9969-12-31'],
  [Date.UTC(12_026, 10, 27), '12026-11-27'],
  [8_640_000_000_000_000, '275760-09-13'],
] as const
/** One entry of each kind, told under each of them. */
const toldFarOff = toldUnder.flatMap(([at, day]) =>
  Object.values(samples).flatMap((sample) => {
    const { about: _about, replaces: _replaces, ...told } = { about: '', replaces: '', ...sample }
    return readEvent({ ...told, id: randomUUID(), at, ...('day' in sample && { day }) }) ?? []
  }),
)

/** What the processor may spend on one page, in milliseconds; a page takes some tens. */
const longestMs = 1500

/** The years that a clock can stand in. */
const clocks = [
  ['1970', Number.NaN],
  ['1950', Date.UTC(1950, 5, 1)],
  ['2026', Date.UTC(2026, 10, 24, 9)],
  ['2200', Date.UTC(2200, 0, 1)],
  ['9969', Date.UTC(9969, 11, 31, 23)],
  ['275760', 8_640_000_000_000_000],
] as const

test.each(clocks)(
  'with a clock that stands in %s, and entries of each kind told under clocks as far off',
  async (year, clockMs) => {
    const app = createCareApp({
      kind: 'device',
      notebook: memoryNotebook([...aYear, ...toldFarOff]),
      now: () => readClock(clockMs),
      newId: () => freshId(),
      assets: { css: '/assets/site.css', islands: {} },
      buildId: 'test',
    })
    const paths = [
      ...new Set(app.routes.flatMap(({ method, path }) => (method === 'GET' && !/[:*]/.test(path) ? path : []))),
    ]
    expect(paths.length).toBeGreaterThan(40)
    expect(toldFarOff.length).toBe(toldUnder.length * Object.keys(samples).length)
    // In the short form every third of them, by turns.
    const turn = clocks.findIndex(([name]) => name === year)
    for (const path of someOf(paths, 3, turn)) {
      const began = process.cpuUsage()
      const { status } = await app.request(path)
      const { user, system } = process.cpuUsage(began)
      expect(status, path).toBeLessThan(500)
      expect((user + system) / 1000, path).toBeLessThan(longestMs)
    }
  },
)
