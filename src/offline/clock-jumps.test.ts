import { afterEach, expect, test, vi } from 'vitest'
import { asEpochMs, dayMs, type EpochMs, hourMs } from '../care/evidence/time.ts'
import { clockSlackMs } from '../care/record/notebook-clock.ts'
import { paths } from '../web/care/paths.ts'
import { clockJumps } from './clock-jumps.ts'
import { buildOf, deviceNotebook, MemoryBrowser, never, noon } from './device.fixtures.ts'

const minuteMs = 60_000
afterEach(() => vi.unstubAllGlobals())
/** A device whose clock a test can set, and whose time passes. */
function device(heard: () => EpochMs | undefined = () => undefined, { drafts } = deviceNotebook()) {
  const at = { clock: noon as number, steady: 0 }
  const start = () =>
    clockJumps({ now: () => asEpochMs(at.clock), steady: () => at.steady, drafts, serverClock: { atLeast: heard } })
  const pass = (ms: number) => {
    at.clock += ms
    at.steady += ms
  }
  return { at, start, pass, drafts }
}

test('a clock that is put forward between two pages is noticed: by more than ten minutes', async () => {
  for (const [byMs, isJump] of [
    [clockSlackMs, false],
    [clockSlackMs + 1, true],
  ] as const) {
    const { at, start, pass } = device()
    const jumps = start()
    await jumps.look()
    pass(20 * minuteMs)
    at.clock += byMs
    await jumps.look()
    expect(await jumps.all()).toEqual(isJump ? [{ from: noon, before: noon + 20 * minuteMs, byMs }] : [])
  }
})

test('time that only passes is no jump, nor is a clock that is put back', async () => {
  const { at, start, pass } = device()
  const jumps = start()
  await jumps.look()
  pass(dayMs)
  await jumps.look()
  at.clock -= 5 * hourMs
  await jumps.look()
  expect(await jumps.all()).toEqual([])
  // What is told after that is told by another clock.
  at.clock += 3 * hourMs
  await jumps.look()
  expect(await jumps.all()).toMatchObject([{ from: noon + dayMs - 5 * hourMs, byMs: 3 * hourMs }])
})

test('it is known to the worker that comes after, for a day, and to this one where the store does not answer', async () => {
  const { at, start, pass, drafts } = device()
  const jumps = start()
  await jumps.look()
  at.clock += 5 * hourMs
  await jumps.look()
  const next = start()
  expect(await next.all()).toHaveLength(1)
  pass(dayMs - 1)
  expect(await next.all()).toHaveLength(1)
  pass(1)
  expect(await next.all()).toEqual([])
  await drafts.put('5f0d2c6e-8a61-4c5b-9a57-636c6f636b73', 'damaged')
  expect(await start().all()).toEqual([])

  const silent = device(undefined, { ...deviceNotebook(), drafts: { get: never, put: never, remove: never } })
  const alone = silent.start()
  await alone.look()
  silent.at.clock += 5 * hourMs
  await alone.look()
  expect(await alone.all()).toHaveLength(1)
})

test('where the server’s clock says that it was right before, the device slept: nothing is asked', async () => {
  for (const [heardAt, isJump] of [
    [noon + minuteMs, false],
    [noon + 5 * hourMs, true],
  ] as const) {
    const { at, start } = device(() => asEpochMs(heardAt))
    const jumps = start()
    await jumps.look()
    at.clock += 5 * hourMs
    await jumps.look()
    expect(await jumps.all()).toHaveLength(isJump ? 1 : 0)
  }
})

test('the worker looks at the clock for each page', async () => {
  const browser = new MemoryBrowser([await buildOf('a')])
  vi.stubGlobal('fetch', browser.fetch)
  await browser.update()
  await browser.goto(paths.medicineTally)
  browser.steadyMs = browser.nowMs
  const before = await browser.notebook.allDrafts()
  browser.nowMs += 5 * hourMs
  await browser.goto('/')
  const after = await browser.notebook.allDrafts()
  expect(after.length - before.length).toBe(1)
  expect(after.at(-1)?.trail).toContain(String(5 * hourMs))
  expect(after.at(-1)?.finished).toBe(true)
})
