/**
 * What every store of the record does, as sentences: for the one in memory, the one over `fake-indexeddb`, and the one in a
 * real browser. Plain functions that throw where a sentence does not hold, since a page has no test runner.
 */
import { asEpochMs } from '../care/evidence/time.ts'
import type { NotebookEvent } from '../care/record/notebook.ts'
import type { NotebookStore } from '../web/care/home.ts'
import { samples } from '../web/care/record/record-event.fixtures.ts'

const noon = asEpochMs(Date.UTC(2026, 10, 23, 12))
const id = (number: number) => `0f5c1d4e-5b7a-4f3e-8d1c-${number.toString(16).padStart(12, '0')}`
const draft = id(5)
const step = (number: number, what = 'walk'): NotebookEvent => ({
  v: 1,
  id: id(number),
  at: noon,
  kind: 'stepDone',
  step: what,
})

/** Data in one order of its fields, so that equal things are equal as text. */
const inOneOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOneOrder)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([key, inner]) => [key, inOneOrder(inner)]),
        )
      : value

/** @throws when the two are not the same data */
function same(found: unknown, wanted: unknown): void {
  const [one, other] = [JSON.stringify(inOneOrder(found)), JSON.stringify(inOneOrder(wanted))]
  if (one !== other) throw new Error(`found ${one}, not ${other}`)
}

const byId = (events: readonly NotebookEvent[]) => [...events].sort((one, other) => (one.id < other.id ? -1 : 1))
const ids = (events: readonly NotebookEvent[]) => byId(events).map((event) => event.id)

/** By sentence: what is asked of a store that is new and empty. */
export const storeContract: Readonly<Record<string, (store: NotebookStore) => Promise<void>>> = {
  'is empty at first': async (store) => {
    same(await store.all(), [])
  },
  'gives back every kind of event as it was written': async (store) => {
    await store.appendAll(Object.values(samples))
    same(byId(await store.all()), byId(Object.values(samples)))
  },
  'keeps an id once: what was there first stays': async (store) => {
    await store.append(step(1, 'first'))
    await store.appendAll([step(1, 'second'), step(2)])
    const kept = byId(await store.all())
    same(ids(kept), [id(1), id(2)])
    // The first may have been given its place in the order, but says what it said.
    same({ ...kept[0], order: undefined }, { ...step(1, 'first'), order: undefined })
    await store.appendAll([step(3, 'third'), step(3, 'fourth')])
    same({ ...byId(await store.all())[2], order: undefined }, { ...step(3, 'third'), order: undefined })
  },
  'has one owner, until it is erased; a record that moves in brings its own': async (store) => {
    const owner = await store.owner()
    same(await store.owner(), owner)
    await store.append(step(2))
    same(await store.owner(), owner)
    await store.appendAll([step(1)], { owner: '11111111-1111-4111-8111-111111111111' })
    same(await store.owner(), '11111111-1111-4111-8111-111111111111')
    await store.erase()
    same((await store.owner()) === '11111111-1111-4111-8111-111111111111', false)
  },
  'erases events and drafts': async (store) => {
    await store.append(step(1))
    await store.drafts.put(draft, 'a check under way')
    await store.erase()
    same(await store.all(), [])
    same(await store.drafts.get(draft), null)
  },
  'keeps a draft, puts another in its place, and forgets it': async ({ drafts }) => {
    same(await drafts.get(draft), null)
    await drafts.put(draft, 'one')
    await drafts.put(draft, 'two')
    same(await drafts.get(draft), 'two')
    await drafts.remove(draft)
    same(await drafts.get(draft), null)
  },
  'takes many at once and two at the same time, and loses none': async (store) => {
    const many = (from: number) => Array.from({ length: 400 }, (_, index) => step(from + index))
    await Promise.all([store.appendAll(many(0)), store.appendAll(many(300))])
    same(ids(await store.all()), ids(many(0).concat(many(400).slice(0, 300))))
  },
}
