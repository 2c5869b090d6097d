/** What the start of a check does about newer questions, by all that may be known when it is pressed. */
import { expect, test } from 'vitest'
import { type AtStart, startDecider } from './worker-update.ts'

const nobody = { looked: false, ready: false, coming: false, nowMs: 0 }
const asked = (is: boolean) => async () => is
const quiet: AtStart = { ...nobody, serverHasOther: asked(false), checkInSight: asked(false) }
const here = { ...quiet, ready: true }

test('it goes where nothing newer is known of, and looks where one is here, is coming or is at the server', async () => {
  expect(await startDecider()(quiet)).toBe('go')
  expect(await startDecider()({ ...quiet, looked: true, checkInSight: asked(true) })).toBe('go')
  for (const known of [here, { ...quiet, coming: true }, { ...quiet, serverHasOther: asked(true) }]) {
    expect(await startDecider()(known)).toBe('look')
    expect(await startDecider()({ ...known, looked: true })).toBe('goWithDate')
    expect(await startDecider()({ ...known, checkInSight: asked(true) })).toBe('goWithDate')
  }
})

test('the server is asked only where nothing newer is here or coming', async () => {
  let times = 0
  const serverHasOther = async () => {
    times += 1
    return true
  }
  for (const known of [here, { ...quiet, coming: true }]) await startDecider()({ ...known, serverHasOther })
  expect(times).toBe(0)
  await startDecider()({ ...quiet, serverHasOther })
  expect(times).toBe(1)
})

test('having looked in vain it does not look again for a while, unless the newer one has come or the clock was put back', async () => {
  const at = async (nowMs: number, known: Partial<AtStart> = {}) => {
    const decide = startDecider()
    await decide({ ...quiet, coming: true, looked: true, nowMs: 0 })
    return await decide({ ...quiet, coming: true, nowMs, ...known })
  }
  const whiles = await Promise.all([0, 599_999, 600_000, -1].map((ms) => at(ms)))
  expect(whiles).toEqual(['goWithDate', 'goWithDate', 'look', 'look'])
  expect(await at(1000, { ready: true })).toBe('look')
  const decide = startDecider()
  await decide({ ...quiet, coming: true, looked: true })
  await decide(quiet)
  expect(await decide({ ...quiet, coming: true })).toBe('look')
})
