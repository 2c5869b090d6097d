/** What is kept beside the record, where its place is slow, or holds more than is kept. */
import { afterEach, expect, test, vi } from 'vitest'
import { asEpochMs } from '../care/evidence/time.ts'
import type { NotebookEvent } from '../care/record/notebook.ts'
import { MemoryCaches } from './device.fixtures.ts'
import { heldBackEvents } from './held-back-events.ts'

const id = (number: number) => `0f5c1d4e-5b7a-4f3e-8d1c-${number.toString(16).padStart(12, '0')}`
const stop = (number: number): NotebookEvent => ({
  ...{ v: 1, id: id(number), at: asEpochMs(1_800_000_000_000), day: '2027-01-15', kind: 'stopped', sign: 'chest' },
})
const placeOf = (text: string | null) => ({ get: async () => text, put: async () => undefined })

afterEach(() => {
  vi.unstubAllGlobals()
})

test('in a browser the next worker finds the mark and what was held back, each where it was put', async () => {
  vi.stubGlobal('caches', new MemoryCaches())
  const beside = heldBackEvents()
  await beside.setMark('there')
  await beside.holdBack([stop(1)])
  const next = heldBackEvents()
  expect([await next.mark(), await next.heldBack()]).toEqual(['there', [stop(1)]])
})

test('of more than a hundred the newest are kept', async () => {
  const beside = heldBackEvents(placeOf(null))
  await beside.holdBack(Array.from({ length: 120 }, (_, number) => stop(number)))
  expect((await beside.heldBack()).map((event) => event.id)).toEqual(
    Array.from({ length: 100 }, (_, at) => id(20 + at)),
  )
})

test('what is put while it is still being read stays', async () => {
  let read: (text: string) => void = () => undefined
  const beside = heldBackEvents({
    get: () =>
      new Promise((resolve) => {
        read = resolve
      }),
    put: async () => undefined,
  })
  const asked = beside.mark()
  await beside.setMark('there')
  read('lost')
  expect([await asked, await beside.mark()]).toEqual(['there', 'there'])
})

test('what cannot be read goes by its own id, and by its text where it has none', async () => {
  const raw = { v: 9, id: id(7), kind: 'fromALaterBuild' }
  const beside = heldBackEvents(placeOf(JSON.stringify([raw, 'x'])))
  expect(await beside.heldUnread()).toEqual([
    { id: id(7), raw },
    { id: '"x"', raw: 'x' },
  ])
})
