/** A question that was stopped: what is kept of it, when it comes back, and when it is forgotten. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test } from 'vitest'
import { asEpochMs, dayMs } from '../care/evidence/time.ts'
import { checkEvent } from '../web/care/plan/plan.fixtures.ts'
import type { DeviceHome } from './checks-under-way.ts'
import { deviceNotebook, noon } from './device.fixtures.ts'
import { forgetSent, keepQuestion, questionNow } from './kept-question.ts'
import { type DeviceNotebook, openNotebook } from './record-store.ts'

const key = '7c0e7f9a-2f6e-4c1b-9d57-0c8f2f1f3a11'
const words = 'Can I swim? I am numb when I wipe.'
let at = noon
let notebook: DeviceNotebook
const home = (): DeviceHome => ({
  ...{ kind: 'device', notebook, now: () => at, newId: () => crypto.randomUUID() },
  ...{ assets: { css: '', islands: {} }, buildId: 'test' },
})
const form = (fields: Readonly<Record<string, string>> = {}) => {
  const made = new FormData()
  for (const [name, value] of Object.entries({ key, words, email: 'r@example.org', ...fields })) made.set(name, value)
  return made
}
const minutes = (count: number) => asEpochMs(noon + count * 60_000)
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  at = noon
  notebook = deviceNotebook()
})

describe('comes back', () => {
  test.each([
    ['after a clear check', [checkEvent({}, minutes(5))], 'clear'],
    ['not after one that closes a part of the movements', [checkEvent({ F1: 'yes' }, minutes(5))], 'waiting'],
    ['not before any check', [], 'waiting'],
    ['not after a check that was done before it was stopped', [checkEvent({}, minutes(-5))], 'waiting'],
    ['not after an emergency', [checkEvent({ A1: 'yes' }, minutes(5))], 'waiting'],
    ['not after an urgent result', [checkEvent({ D1: 'yes' }, minutes(5))], 'waiting'],
  ] as const)('%s', async (_, events, state) => {
    expect(await questionNow(home())).toBeNull()
    expect(await keepQuestion(home(), form())).toBe(true)
    await notebook.appendAll(events)
    at = minutes(6)
    expect(await questionNow(home())).toEqual(state === 'clear' ? { state, key, words } : { state, key })
  })

  test('not while a danger waits that was told after that check', async () => {
    await keepQuestion(home(), form())
    await notebook.append(checkEvent({}, minutes(5)))
    await notebook.append({
      v: 1,
      id: crypto.randomUUID(),
      at: minutes(6),
      day: '2026-11-26',
      kind: 'stopped',
      sign: 'chest',
    })
    at = minutes(7)
    expect(await questionNow(home())).toEqual({ state: 'waiting', key })
  })
})

describe('is forgotten', () => {
  beforeEach(async () => {
    notebook = openNotebook(
      () => crypto.randomUUID(),
      () => at,
      'build',
    )
    await keepQuestion(home(), form())
    expect(await questionNow(home())).toEqual({ state: 'waiting', key })
  })

  test('when it was sent, also with other words; not when another one was', async () => {
    await forgetSent(home(), form({ key: crypto.randomUUID(), words: 'May I run?' }))
    expect(await questionNow(home())).not.toBeNull()
    await forgetSent(home(), form({ words: 'Can I swim?' }))
    expect(await questionNow(home())).toBeNull()
  })

  test('with the record', async () => {
    await notebook.erase()
    expect(await questionNow(home())).toBeNull()
  })

  test('after 30 days', async () => {
    at = asEpochMs(noon + 30 * dayMs)
    expect(await questionNow(home())).toBeNull()
    at = noon
    expect(await questionNow(home())).toBeNull()
  })
})

test('its words alone are kept: no address, no name of a clinic', async () => {
  await keepQuestion(home(), form({ clinic: 'Lantern', who: 'all' }))
  expect(await notebook.question.get()).toEqual({ key, words, at: noon })
})

test('one that speaks of somebody who hurts them is kept nowhere: whoever may see the phone may be the one', async () => {
  expect(await keepQuestion(home(), form({ words: 'My husband hits me and my back hurts.' }))).toBe(false)
  expect(await notebook.question.get()).toBeNull()
})

test('a device that takes nothing is not said to keep it', async () => {
  const refusing = { ...notebook.question, put: async () => Promise.reject(new Error('full')) }
  expect(await keepQuestion({ ...home(), notebook: { ...notebook, question: refusing } }, form())).toBe(false)
})
