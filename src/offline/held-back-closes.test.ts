/**
 * What a newer build held back and this one cannot read may have been a stop: it closes movements, the plan and the programme
 * until a new check, exactly as an entry of the record does that cannot be read (H-11). The store of a real worker, whole pages.
 */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asEpochMs } from '../care/evidence/time.ts'
import { device, freshId, momentAt } from '../web/care/programme/programme.fixtures.ts'
import { heldBackEvents, type TextPlace } from './held-back-events.ts'
import { openNotebook } from './record-store.ts'

const { put } = IDBObjectStore.prototype
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  IDBObjectStore.prototype.put = put
})

function place(): TextPlace {
  const texts = new Map<string, string>()
  return { get: async (name) => texts.get(name) ?? null, put: async (name, text) => void texts.set(name, text) }
}
/** A worker that starts on this device at an hour of the first day. */
const started = (texts: TextPlace, hour: number) =>
  openNotebook(freshId, () => asEpochMs(momentAt(0, hour)), 'build', heldBackEvents(texts))

/** What stands behind a door that is open. */
const movement = /href="\/movements\/[^"]+"/
const step = /href="\/plan\/step\//
const seen = async (home: ReturnType<typeof device>) => ({
  movements: movement.test((await home.get('/movements')).html),
  plan: step.test((await home.get('/plan')).html),
})
const shut = { movements: false, plan: false }
const newer = JSON.stringify([{ v: 9, id: freshId(), at: momentAt(0, 8), kind: 'fromALaterBuild' }])

/** A device with a clear check and a plan; then the texts beside its record are these, and a new worker starts. */
async function afterwards(heldBack: string) {
  const texts = place()
  const first = device(started(texts, 7))
  await first.check(0, 7)
  await first.plan(0, 7.2)
  expect(await seen(first.at(0, 7.5))).toEqual({ movements: true, plan: true })
  await texts.put('held-back', heldBack)
  return { texts, home: device(started(texts, 9)).at(0, 9) }
}

test.each([
  ['as a newer build wrote it', newer],
  ['damaged', 'no list {'],
])(
  'something held back, %s, closes what was open, and a check and a plan made after it open it again',
  async (_how, text) => {
    const { home } = await afterwards(text)
    expect(await seen(home)).toEqual(shut)
    await home.check(0, 9.5)
    await home.plan(0, 9.6)
    expect(await seen(home.at(0, 9.7))).toEqual({ movements: true, plan: true })
  },
)

test('it closes them too while the device takes nothing, in this worker and the next', async () => {
  const { texts, home } = await afterwards(newer)
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  expect(await seen(home)).toEqual(shut)
  expect(await seen(device(started(texts, 10)).at(0, 10))).toEqual(shut)
})

test('with nothing held back the same device is open', async () => {
  const { home } = await afterwards('')
  expect(await seen(home)).toEqual({ movements: true, plan: true })
})
