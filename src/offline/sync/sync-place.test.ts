/** What a device remembers of its locked copy, in the browser's own storage. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import { asEpochMs } from '../../care/evidence/time.ts'
import { waitedFor } from '../../../scripts/passing-clock.ts'
import { deviceNotebook } from '../device.fixtures.ts'
import { lockKey } from './sealed-record.ts'
import { syncPlace } from './sync-place.ts'
import { withLockedCopy } from './with-locked-copy.ts'

const key = await lockKey(new Uint8Array(16).fill(3))
const at = asEpochMs(1_800_000_000_000)
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
const remembered = async () => [(await syncPlace.read())?.at, await syncPlace.sentCopy()]

test('nothing at first; then the key, and when both were in step, if they ever were', async () => {
  expect(await remembered()).toEqual([undefined, false])
  await syncPlace.write({ key, at: null })
  expect(await remembered()).toEqual([null, true])
  await syncPlace.write({ key, at })
  expect(await remembered()).toEqual([at, true])
  expect((await syncPlace.read())?.key).toBeInstanceOf(CryptoKey)
})

test('that a copy went to the account before there is a key, and after the key is forgotten, until all is', async () => {
  await syncPlace.noteCopy()
  expect(await remembered()).toEqual([undefined, true])
  await syncPlace.write({ key, at })
  await syncPlace.forgetKey()
  expect(await remembered()).toEqual([undefined, true])
  await syncPlace.forget()
  expect(await remembered()).toEqual([undefined, false])
})

test('erasing the record forgets the key too, and a place that never answers keeps nobody waiting', async () => {
  await syncPlace.write({ key, at })
  const notebook = withLockedCopy(deviceNotebook([]), syncPlace)
  expect(await notebook.hasLockedCopy?.()).toBe(true)
  await notebook.erase()
  expect([await notebook.hasLockedCopy?.(), await syncPlace.read()]).toEqual([false, null])
  const dead = { ...syncPlace, sentCopy: () => new Promise<boolean>(() => undefined) }
  const { result, ms } = await waitedFor(async () => await withLockedCopy(deviceNotebook([]), dead).hasLockedCopy?.())
  expect([result, ms < 2000]).toEqual([false, true])
})

test('that the copy may be gone is kept until both are in step again, and where nothing is on it is not noted', async () => {
  const gone = async () => (await syncPlace.read())?.gone
  await syncPlace.noteGone('account')
  await syncPlace.write({ key, at })
  expect(await gone()).toBeUndefined()
  await syncPlace.noteGone('account')
  expect([await gone(), (await syncPlace.read())?.at]).toEqual(['account', at])
  await syncPlace.write({ key, at })
  expect(await gone()).toBeUndefined()
})
