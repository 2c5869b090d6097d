/**
 * The store of the record: the sentences of its contract for the one in memory and for the one on a device (IndexedDB, here
 * in memory too; e2e/record-store.test.ts asks the same of a real browser). Then what only the device's does: a browser that
 * refuses, never answers, or has thrown the record away.
 */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { asEpochMs, endOfTimeMs } from '../care/evidence/time.ts'
import { correctClocks } from '../care/record/notebook-clock.ts'
import { inOrder, type NotebookEvent } from '../care/record/notebook.ts'
import { createCareApp } from '../web/care/app.tsx'
import type { CareHome, NotebookStore } from '../web/care/home.ts'
import { memoryNotebook } from '../web/care/plan/plan.fixtures.ts'
import { everyPost } from '../web/care/record/every-post.fixtures.ts'
import { courseAt } from '../web/care/record/record-fold.ts'
import { keep } from '../web/care/record/record-keep.ts'
import { samples } from '../web/care/record/record-event.fixtures.ts'
import { waitedFor } from '../../scripts/passing-clock.ts'
import { heldBackEvents, type TextPlace } from './held-back-events.ts'
import { openNotebook } from './record-store.ts'
import { storeContract } from './record-store.contract.ts'

const noon = asEpochMs(Date.UTC(2026, 10, 23, 12))
/** Texts that outlive a worker, as the cache storage does. */
const place = () => {
  const texts = new Map<string, string>()
  const kept: TextPlace = {
    get: async (name) => texts.get(name) ?? null,
    put: async (name, text) => void texts.set(name, text),
  }
  return kept
}
/** A worker that starts on this device. */
const started = (texts: TextPlace = place()) =>
  openNotebook(
    () => crypto.randomUUID(),
    () => noon,
    'build',
    heldBackEvents(texts),
  )
const id = (number: number) => `0f5c1d4e-5b7a-4f3e-8d1c-${number.toString(16).padStart(12, '0')}`
const step = (number: number, what = 'walk'): NotebookEvent => ({
  v: 1,
  id: id(number),
  at: noon,
  kind: 'stepDone',
  step: what,
})
const stop: NotebookEvent = { v: 1, id: id(900), at: noon, day: '2026-11-23', kind: 'stopped', sign: 'chest' }

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const ids = (events: readonly NotebookEvent[]) => events.map((event) => event.id).sort()

describe.each<readonly [string, () => NotebookStore]>([
  ['in memory', () => memoryNotebook()],
  ['on a device', () => started()],
])('the store %s', (_where, open) => {
  test.each(Object.entries(storeContract))('%s', async (_says, holds) => {
    await holds(open())
  })
})

/** Makes writing fail as a full device does, from the given put on. */
function refuse(after = 0): () => void {
  const { put } = IDBObjectStore.prototype
  let puts = 0
  IDBObjectStore.prototype.put = function refusing(...told) {
    puts += 1
    if (puts > after) throw new DOMException('full', 'QuotaExceededError')
    return put.apply(this, told)
  }
  return () => {
    IDBObjectStore.prototype.put = put
  }
}
/** Never answers what is asked. */
function silence(method: 'get' | 'getAll' | 'count' | 'put' | 'clear'): () => void {
  const usual = IDBObjectStore.prototype[method]
  // A request that nobody ever answers.
  const never = { addEventListener: () => undefined, removeEventListener: () => undefined }
  Object.assign(IDBObjectStore.prototype, { [method]: () => Object.setPrototypeOf(never, IDBRequest.prototype) })
  return () => {
    Object.assign(IDBObjectStore.prototype, { [method]: usual })
  }
}
let mend: () => void = () => undefined
afterEach(() => {
  mend()
  mend = () => undefined
})
/** How much of the clock passes until it fails, in milliseconds. */
const failsIn = async (work: () => Promise<unknown>): Promise<number> =>
  (await waitedFor(() => expect(work()).rejects.toThrow())).ms

/** As they stand after the battery was empty, or when somebody played with them. */
const clocks = [
  ['1970', asEpochMs(0), '1969-12-31'],
  ['2016', asEpochMs(Date.UTC(2016, 6, 22)), '2016-07-22'],
  ['2150', asEpochMs(Date.UTC(2150, 0, 1)), '2150-01-01'],
  ['2199', asEpochMs(Date.UTC(2200, 0, 1) - 1), '2199-12-31'],
  ['2200', asEpochMs(Date.UTC(2200, 0, 1)), '2200-01-01'],
  ['9969', asEpochMs(endOfTimeMs - 1), '9969-12-31'],
  // As builds wrote it that read the clock as it came.
  ['12026', asEpochMs(Date.UTC(12_026, 10, 27)), '12026-11-27'],
  ['275760', asEpochMs(8_640_000_000_000_000), '275760-09-13'],
] as const

test.each(clocks)(
  'an emergency told while the clock stood in %s is closed still, after a calm check made with the clock right',
  async (_year, at, day) => {
    const store = started()
    const told = { ...samples.checkFinished, v: 2, protocolVersion: 'p', changed: [] } as const
    await store.append({ ...told, id: id(1), check: id(2), at, day, level: 'emergency', movement: 'locked' })
    const calm = { ...told, id: id(3), check: id(4), at: noon, day: '2026-11-23', answers: {} } as const
    await keep({ kind: 'device', notebook: store, now: () => noon }, [
      { ...calm, level: 'self-care', movement: 'open' },
    ])
    const events = await store.all()
    expect(events.map(({ kind }) => kind)).toEqual(['checkFinished', 'checkFinished'])
    const now = { at: noon, day: '2026-11-23' } as const
    const { state } = courseAt(correctClocks(events, now), now)
    expect(state.locks.map(({ event }) => event)).toEqual([id(1)])
  },
)

test('a stop told after an entry that stands at the last place of the order, as a hostile file may bring it, is read', async () => {
  const store = started()
  await store.append({ ...step(1), order: asEpochMs(endOfTimeMs + 1_000_000_000) })
  const device = { kind: 'device', notebook: store, now: () => noon } as const
  await keep(device, [stop])
  await keep(device, [step(2)])
  const events = inOrder(await store.all())
  expect(events.map((event) => event.id)).toEqual([id(1), id(2), id(900)])
  expect(events).toContainEqual(expect.objectContaining({ kind: 'stopped', sign: 'chest' }))
})

/** Puts something in the place of an entry, as another build or a fault may. */
const putRaw = (key: string, value: unknown) =>
  new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('unclench')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const tx = opening.result.transaction('events', 'readwrite')
      tx.objectStore('events').put(value, key)
      tx.oncomplete = () => resolve(opening.result.close())
    }
  })

describe('the same record, looked at again', () => {
  test('is the very same events, with what was added since', async () => {
    const store = started()
    await store.appendAll([step(1), stop])
    const first = await store.all()
    await store.append(step(2))
    const again = await store.all()
    expect(ids(again)).toEqual([id(1), id(2), id(900)])
    for (const event of first) expect(again.find((one) => one.id === event.id)).toBe(event)
  })

  test('is read anew where an entry was changed or damaged meanwhile', async () => {
    const store = started()
    await store.appendAll([step(1), stop])
    await store.all()
    await putRaw(id(1), step(1, 'breathe'))
    expect(await store.all()).toContainEqual(step(1, 'breathe'))
    await putRaw(stop.id, { ...stop, sign: 7 })
    expect((await store.all()).map(({ kind }) => kind).sort()).toEqual(['stepDone', 'unreadable'])
  })

  test('holds nothing any more once it was erased', async () => {
    const store = started()
    await store.append(stop)
    await store.all()
    await store.erase()
    expect(await store.all()).toEqual([])
  })
})

describe('a long record', () => {
  const long = Array.from({ length: 120 }, (_, at) => step(at))
  /** How often all entries are read one by one while something is done. */
  async function readings(work: () => Promise<unknown>): Promise<number> {
    const { getAll } = IDBObjectStore.prototype
    let times = 0
    IDBObjectStore.prototype.getAll = function counting(...asked) {
      times += 1
      return getAll.apply(this, asked)
    }
    await work().finally(() => {
      IDBObjectStore.prototype.getAll = getAll
    })
    return times
  }
  const builtBy = (build: string) =>
    openNotebook(
      () => crypto.randomUUID(),
      () => noon,
      build,
      heldBackEvents(place()),
    )
  /** One whose copy has been made. */
  async function copied(events = long): Promise<ReturnType<typeof started>> {
    const store = started()
    await store.appendAll(events)
    await store.all()
    await vi.waitFor(async () => expect(await readings(() => store.all())).toBe(0))
    return store
  }

  test('is read from its copy, by the worker that made it and by the next, with what either added since', async () => {
    const store = await copied()
    const next = started()
    expect(await readings(async () => expect(await next.all()).toEqual(inOrder(long)))).toBe(0)
    await next.append(stop)
    await store.append(step(500))
    for (const one of [store, next, started()])
      expect(await readings(async () => expect(ids(await one.all())).toEqual(ids([...long, stop, step(500)])))).toBe(0)
  })

  test('has no copy while it is short', async () => {
    const store = started()
    await store.appendAll(long.slice(0, 99))
    for (const one of [store, store, started()]) expect(await readings(() => one.all())).toBe(1)
  })

  test('is read anew by another build, which makes its own copy', async () => {
    await copied()
    const other = builtBy('next build')
    expect(await readings(async () => expect(await other.all()).toEqual(inOrder(long)))).toBe(1)
    await vi.waitFor(async () => expect(await readings(() => builtBy('next build').all())).toBe(0))
  })

  test('is copied anew when much was added since, and more than a copy bears is read anew', async () => {
    const store = await copied()
    for (const [from, count, most] of [
      [1000, 300, 0],
      [2000, 300, 0],
      [3000, 301, 1],
    ] as const) {
      const more = Array.from({ length: count }, (_, add) => step(from + add, 'x'.repeat(190)))
      await store.appendAll(more)
      expect(await readings(() => store.all())).toBe(most)
      await vi.waitFor(async () => expect(await readings(() => started().all())).toBe(0))
    }
    expect(await started().all()).toHaveLength(120 + 300 + 300 + 301)
  })

  test('does not hide behind its copy that an entry came which nobody can read, and gives that out', async () => {
    const store = await copied()
    expect(await store.setAside()).toEqual([])
    await store.keepNewer?.([{ id: id(700), raw: { v: 9, kind: 'fromALaterBuild' } }])
    for (const one of [store, started()]) {
      expect((await one.all()).filter(({ kind }) => kind === 'unreadable')).toMatchObject([{ entries: 1 }])
      expect(await one.setAside()).toEqual(['{"v":9,"kind":"fromALaterBuild"}'])
    }
  })

  test('does not hide behind its copy, or what was read before, an entry of a build that knows of no copy', async () => {
    const store = await copied()
    await store.append(step(500))
    await store.all()
    await putRaw(stop.id, stop)
    for (const one of [store, started()]) expect(ids(await one.all())).toContain(stop.id)
  })

  test('is given more time on a slow device, by its length: two milliseconds for each entry', async () => {
    const many = (from: number) => Array.from({ length: 400 }, (_, at) => step(from + at))
    await started().appendAll(many(0))
    mend = silence('getAll')
    for (const ask of ['all', 'setAside'] as const) expect(await failsIn(started()[ask])).toBe(1500 + 800)
    mend()
    const store = await copied(many(400))
    mend = silence('clear')
    expect(await failsIn(() => store.erase())).toBe(1500 + 2 * 800)
  })

  test('is gone with its copy once it was erased', async () => {
    const store = await copied()
    await store.erase()
    await store.append(stop)
    for (const one of [store, started()]) expect(ids(await one.all())).toEqual([stop.id])
  })
})

describe('the record and its browser', () => {
  test('a newer build that changes the stores is let in at once, and this one reads and writes on', async () => {
    const store = started()
    await store.append(step(1))
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('unclench', 2)
      opening.onblocked = () => reject(new Error('held back by the older build'))
      opening.onsuccess = () => resolve(opening.result.close())
    })
    await store.append(stop)
    for (const one of [store, started()]) expect(ids(await one.all())).toEqual([id(1), stop.id])
  })

  test('whatever writes waits for the disk, so that a phone whose battery ends keeps what it said it kept', async () => {
    const asked: unknown[] = []
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = function noting(stores, mode, how) {
      if (mode === 'readwrite') asked.push(how?.durability)
      return transaction.call(this, stores, mode, how)
    }
    mend = () => Object.assign(IDBDatabase.prototype, { transaction })
    const store = started()
    await store.append(stop)
    await store.keepNewer?.([{ id: id(700), raw: { v: 9 } }])
    await store.drafts.put(id(1), 'a check under way')
    await store.erase()
    expect(asked).toEqual(['strict', 'strict', 'strict', 'strict'])
  })

  test('an entry of a newer build takes nothing from one that stands under its id, and of several all or none are kept', async () => {
    const store = started()
    await store.append(stop)
    const raw = { v: 9, kind: 'fromALaterBuild' }
    await store.keepNewer?.([{ id: stop.id, raw }])
    expect(await store.all()).toEqual([stop])
    mend = refuse(1)
    await expect(store.keepNewer?.([1, 2].map((number) => ({ id: id(number), raw })))).rejects.toThrow()
    mend()
    expect(await store.all()).toEqual([stop])
  })

  test('entries of a file keep their own places; what is told comes last', async () => {
    const store = started()
    await store.append({ ...step(1), at: asEpochMs(noon + 1000) })
    await store.appendAll([stop], { owner: undefined })
    expect(inOrder(await store.all()).map((event) => event.id)).toEqual([stop.id, id(1)])
  })

  test('a record that is there is not lost, however often it is looked at', async () => {
    const texts = place()
    const store = started(texts)
    await store.append(step(1))
    await store.all()
    await store.all()
    expect([await store.isLost?.(), await started(texts).isLost?.()]).toEqual([false, false])
  })

  test('a database that would not open once is opened at the next call', async () => {
    const store = started()
    const { open } = indexedDB
    Object.assign(indexedDB, {
      open: () => {
        throw new DOMException('no', 'UnknownError')
      },
    })
    await expect(store.all()).rejects.toThrow()
    Object.assign(indexedDB, { open })
    await store.append(step(1))
    expect(ids(await store.all())).toEqual([id(1)])
  })

  test('an entry that the browser itself cannot read hides no other, and counts as one that nobody can read', async () => {
    const store = started()
    await store.appendAll([step(1), stop])
    const { get, getAll } = IDBObjectStore.prototype
    const broken = () => {
      throw new DOMException('broken', 'DataError')
    }
    IDBObjectStore.prototype.getAll = broken
    IDBObjectStore.prototype.get = function reading(key) {
      return key === id(1) ? broken() : get.call(this, key)
    }
    mend = () => Object.assign(IDBObjectStore.prototype, { get, getAll })
    const events = await started().all()
    expect(events.map(({ kind }) => kind).sort()).toEqual(['stopped', 'unreadable'])
    expect(await started().setAside()).toEqual([`This entry could not be read at all: ${id(1)}`])
  })

  test('other pages are told after something was written or held back', async () => {
    let times = 0
    const changed = () => {
      times += 1
    }
    const store = openNotebook(
      () => crypto.randomUUID(),
      () => noon,
      'build',
      heldBackEvents(place()),
      changed,
    )
    await store.append(step(1))
    expect(times).toBe(1)
    mend = refuse()
    await expect(store.append(stop)).rejects.toThrow()
    expect(times).toBe(2)
    mend()
    // Of a locked copy that holds nothing else that is new here.
    await store.keepNewer?.([{ id: id(7), raw: { v: 99, id: id(7), at: noon, kind: 'ofALaterBuild' } }])
    expect(times).toBe(3)
  })
})

describe('a device that is full', () => {
  test('keeps nothing of what belongs together, and says so', async () => {
    const store = started()
    await store.append(step(1))
    mend = refuse(1)
    await expect(store.appendAll([step(2), step(3)])).rejects.toThrow()
    mend()
    expect(ids(await store.all())).toEqual([id(1)])
  })
  test('still knows what closes something, in this worker and in the next; what opens something is not held back', async () => {
    const texts = place()
    const store = started(texts)
    await store.append(step(1))
    mend = refuse()
    await expect(store.appendAll([stop, step(2), { ...samples.checkFinished, movement: 'open' }])).rejects.toThrow()
    expect(ids(await store.all())).toEqual([id(1), stop.id])
    expect(ids(await started(texts).all())).toEqual([id(1), stop.id])
  })
  test('keeps nothing of a file that does not fit, and loses nothing that it held back before', async () => {
    const texts = place()
    const store = started(texts)
    mend = refuse()
    await expect(store.append(stop)).rejects.toThrow()
    const filed = Array.from({ length: 200 }, (_, at) => ({ ...stop, id: id(1000 + at) }))
    await expect(store.appendAll(filed, { owner: undefined })).rejects.toThrow()
    expect(ids(await store.all())).toEqual([stop.id])
    expect(ids(await started(texts).all())).toEqual([stop.id])
  })
  test('writes it down with the next thing that fits, once', async () => {
    const texts = place()
    const store = started(texts)
    mend = refuse()
    await expect(store.append(stop)).rejects.toThrow()
    mend()
    await store.append(step(2))
    expect(ids(await store.all())).toEqual([id(2), stop.id])
    expect(await texts.get('held-back')).toBe('')
    expect(ids(await started(texts).all())).toEqual([id(2), stop.id])
  })
  test('counts it after all that was written before, though the clock was put back between', async () => {
    const day = 86_400_000
    const texts = place()
    const store = started(texts)
    const ahead = asEpochMs(noon + 2 * day)
    const clear: NotebookEvent = {
      ...{ v: 2, id: id(1), at: ahead, day: '2026-11-25', kind: 'checkFinished', movement: 'open', check: id(2) },
      ...{ answers: {}, level: 'self-care', protocolVersion: 'p', changed: [] },
    }
    await store.append(clear)
    const home = { kind: 'device', notebook: store, now: () => noon } as const
    mend = refuse()
    expect((await keep(home, [stop])).ok).toBe(false)
    const order = async (of: NotebookStore) => inOrder(await of.all()).map(({ kind }) => kind)
    expect(await order(store)).toEqual(['checkFinished', 'stopped'])
    expect(await order(started(texts))).toEqual(['checkFinished', 'stopped'])
    mend()
    await store.append(step(3))
    expect(await order(started(texts))).toEqual(['checkFinished', 'stopped', 'stepDone'])
  })
  test('and what was told while nobody could read the record comes after what is in it', async () => {
    const store = started()
    await store.append({ ...step(1), at: asEpochMs(noon + 1000) })
    await store.append(stop)
    expect(inOrder(await store.all()).map(({ kind }) => kind)).toEqual(['stepDone', 'stopped'])
  })
  test('of two things held back, the one told last stays last', async () => {
    const store = started()
    mend = refuse()
    const first = { ...stop, id: id(901), at: asEpochMs(noon + 1000) }
    for (const event of [first, stop]) await store.append(event).catch(() => undefined)
    mend()
    expect(inOrder(await store.all()).map((event) => event.id)).toEqual([id(901), id(900)])
    await store.append(step(1))
    expect(inOrder(await store.all()).map((event) => event.id)).toEqual([id(901), id(900), id(1)])
  })
  test.each(clocks)('still knows a stop told while the clock of the device stood in %s', async (_year, at, day) => {
    const texts = place()
    mend = refuse()
    await expect(started(texts).append({ ...stop, at, day })).rejects.toThrow()
    expect(ids(await started(texts).all())).toEqual([stop.id])
  })
  describe('something that a newer build held back, and this one cannot read,', () => {
    const newer = { v: 9, id: id(700), at: noon, kind: 'fromALaterBuild' }
    const damaged = 'no list {'
    const withHeld = async (text: string) => {
      const texts = place()
      await texts.put('held-back', text)
      return texts
    }
    const unreadIn = async (store: NotebookStore) =>
      (await store.all()).flatMap((event) => (event.kind === 'unreadable' ? event.entries : []))

    test.each([
      ['as a newer build wrote it', JSON.stringify([newer]), '"fromALaterBuild"'],
      ['beside one that can be read', JSON.stringify([newer, stop]), '"fromALaterBuild"'],
      ['not in a list', JSON.stringify(newer), '"fromALaterBuild"'],
      ['damaged', damaged, damaged],
    ])('%s, counts as unreadable and can be saved, in this worker and in the next', async (_how, text, words) => {
      const texts = await withHeld(text)
      for (const store of [started(texts), started(texts)]) {
        expect(await unreadIn(store)).toEqual([1])
        expect((await store.setAside()).join()).toContain(words)
      }
      // What can be read is not lost with it.
      expect(ids(await started(texts).all()).includes(stop.id)).toBe(text.includes(stop.id))
    })
    test('counts too while the device takes nothing, and is not lost when more is held back', async () => {
      const texts = await withHeld(JSON.stringify([newer]))
      mend = refuse()
      const store = started(texts)
      expect(await unreadIn(store)).toEqual([1])
      await expect(store.append(stop)).rejects.toThrow()
      for (const one of [store, started(texts)]) {
        expect(await unreadIn(one)).toEqual([1])
        expect((await one.setAside()).join()).toContain('"fromALaterBuild"')
        expect(ids(await one.all())).toContain(stop.id)
      }
      mend()
      const later = started(texts)
      await later.append(step(1))
      expect([await unreadIn(later), ids(await later.all()).includes(stop.id)]).toEqual([[1], true])
    })
    test('is gone once the record is erased', async () => {
      const texts = await withHeld(JSON.stringify([newer]))
      await started(texts).erase()
      expect(await started(texts).all()).toEqual([])
    })
  })
  test('erases what was held back too', async () => {
    const texts = place()
    const store = started(texts)
    mend = refuse()
    await expect(store.append(stop)).rejects.toThrow()
    mend()
    await store.erase()
    expect(await started(texts).all()).toEqual([])
  })
})

test('a check is under way until it is kept as finished, and under way again when it is changed', async () => {
  const store = started()
  const kept = async () => (await store.allDrafts()).map(({ trail, finished }) => [trail, finished])
  await store.drafts.put(id(1), 'one')
  expect(await kept()).toEqual([['one', false]])
  await store.drafts.put(id(1), 'two', true)
  expect(await kept()).toEqual([['two', true]])
  await store.drafts.put(id(1), 'three', false)
  expect(await kept()).toEqual([['three', false]])
})

test('entries that cannot be read count from when the last of them was found, not from the first', async () => {
  let now = noon
  const newId = () => crypto.randomUUID()
  const store = openNotebook(newId, () => now, 'build', heldBackEvents(place()))
  const doubt = async () => (await store.all()).find(({ kind }) => kind === 'unreadable')
  await store.keepNewer?.([{ id: id(1), raw: '{"v":9}' }])
  expect(await doubt()).toMatchObject({ entries: 1, at: noon })
  now = asEpochMs(noon + 60_000)
  expect(await doubt()).toMatchObject({ entries: 1, at: noon })
  await store.keepNewer?.([{ id: id(2), raw: '{"v":9}' }])
  expect(await doubt()).toMatchObject({ entries: 2, at: noon + 60_000 })
})

test('an entry that cannot be read is set aside when its own comes in again; nothing else is', async () => {
  const store = started()
  await store.keepNewer?.([{ id: id(1), raw: '{"v":9}' }])
  await store.appendAll([step(1), step(2)])
  expect(ids(await store.all())).toEqual([id(1), id(2)])
  expect(await store.setAside()).toEqual([JSON.stringify('{"v":9}')])
})

describe('a browser that never answers', () => {
  const never = () => {
    Object.assign(indexedDB, {
      open: () => Object.create(IDBOpenDBRequest.prototype, { addEventListener: { value: () => undefined } }),
    })
  }
  test('is waited for two seconds at most, for every question; and then not again for a while', async () => {
    never()
    const store = started()
    expect(await failsIn(() => store.all())).toBeLessThan(2000)
    const others: readonly (() => Promise<unknown>)[] = [
      () => store.all(),
      () => store.append(step(1)),
      () => store.owner(),
      () => store.erase(),
      () => store.setAside(),
      () => store.allDrafts(),
      () => store.draft(id(1)),
      () => store.drafts.get(id(1)),
      () => store.drafts.put(id(1), 'x'),
      () => store.drafts.remove(id(1)),
    ]
    for (const ask of others) expect(await failsIn(ask)).toBe(0)
  })
  test.each(['get', 'getAll', 'count', 'put'] as const)('at %s is waited for two seconds at most', async (method) => {
    const store = started()
    await store.append(step(1))
    mend = silence(method)
    const ask = {
      get: () => store.owner(),
      getAll: () => store.all(),
      count: () => store.all(),
      put: () => store.append(step(2)),
    }
    expect(await failsIn(ask[method])).toBeLessThan(2500)
  })
  test('has not written what it was told to write and did not answer', async () => {
    const texts = place()
    const store = started(texts)
    await store.append(step(1))
    mend = silence('put')
    await failsIn(() => store.append(step(2)))
    mend()
    expect(ids(await started(texts).all())).toEqual([id(1)])
  })
  test('a danger told by a form then is still known once it answers again', async () => {
    const texts = place()
    mend = silence('count')
    const home = { kind: 'device', notebook: started(texts), now: () => noon } as const
    const { result: kept } = await waitedFor(() => keep(home, [stop, step(1)]))
    expect(kept).toEqual({ ok: false, why: 'refused' })
    mend()
    expect((await started(texts).all()).map(({ kind }) => kind)).toEqual(['stopped'])
  })
  test('every form is answered all the same, and no page is an error', async () => {
    never()
    const home: CareHome = {
      kind: 'device',
      notebook: started(),
      now: () => noon,
      newId: () => crypto.randomUUID(),
      assets: { css: '/site.css', islands: {} },
      buildId: 'test',
    }
    const app = createCareApp(home)
    const held = { session: id(1), entry: id(2), day: '2026-11-23', step: 'today-breath', movements: 3 } as const
    for (const post of everyPost) {
      const body = new FormData()
      for (const [name, value] of Object.entries(post.fields(held))) body.append(name, value)
      const { result: answer, ms } = await waitedFor(async () => app.request(post.at(held), { method: 'POST', body }))
      expect([post.what, answer.status < 500]).toEqual([post.what, true])
      expect(ms).toBeLessThan(3500)
      if (post.first && !post.afterReading)
        expect(await answer.text()).toMatch(/999|111|Check again now|Start the check|check/i)
    }
  })
})

describe('a record that the browser threw away', () => {
  test('is noticed, until somebody was told', async () => {
    const texts = place()
    const before = started(texts)
    await before.append(step(1))
    expect(await before.isLost?.()).toBe(false)
    globalThis.indexedDB = new IDBFactory()
    const after = started(texts)
    expect(await after.all()).toEqual([])
    expect(await after.isLost?.()).toBe(true)
    // Also by a worker that starts after something new was kept.
    await after.append(step(2))
    expect(await started(texts).isLost?.()).toBe(true)
    await after.lossWasTold?.()
    expect(await started(texts).isLost?.()).toBe(false)
  })
  test('is not one that was erased, or that was never there', async () => {
    const texts = place()
    const store = started(texts)
    expect(await store.all()).toEqual([])
    expect(await store.isLost?.()).toBe(false)
    await store.append(step(1))
    await store.erase()
    expect(await started(texts).all()).toEqual([])
    expect(await started(texts).isLost?.()).toBe(false)
  })
})

test('a storage beside the record that fails or never answers takes nothing from it', async () => {
  const dead: TextPlace = { get: () => Promise.reject(new Error('no')), put: () => new Promise<void>(() => undefined) }
  const store = started(dead)
  await waitedFor(() => store.append(step(1)))
  expect(ids(await store.all())).toEqual([id(1)])
  mend = refuse()
  await failsIn(() => store.append(stop))
  expect(ids(await store.all())).toEqual([id(1), stop.id])
})
