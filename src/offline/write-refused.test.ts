/** What was told last stays last, whatever the clock said when it was told. */
import { expect, test } from 'vitest'
import { lastPlace, placeOf } from '../care/evidence/order.ts'
import { asEpochMs, type EpochMs } from '../care/evidence/time.ts'
import type { NotebookEvent } from '../care/record/notebook.ts'
import { afterAll } from './write-refused.ts'

const step = (at: number): NotebookEvent => ({ v: 1, id: `s${at}`, at: asEpochMs(at), kind: 'stepDone', step: 'walk' })
const last = asEpochMs(100)

test.each<readonly [string, readonly number[], EpochMs | null, boolean]>([
  ['all after it keep their places', [101, 150], last, true],
  ['at the very place of it are moved', [100], last, false],
  ['one before it and one after: both are moved, in their order', [150, 90], last, false],
  ['one after it and one before: both are moved, in their order', [90, 150], last, false],
  ['an empty record moves nothing', [1], null, true],
])('%s', (_says, times, after, stay) => {
  const placed = afterAll(times.map(step), after)
  const places = placed.map(placeOf)
  expect(placed.map(({ id }) => id)).toEqual(times.map((at) => `s${at}`))
  expect(places.every((place, index) => place > (index === 0 ? (after ?? 0) : (places[index - 1] as number)))).toBe(
    true,
  )
  expect(places.every((place, index) => place === times[index])).toBe(stay)
  expect(lastPlace(placed)).toBe(places.at(-1))
})
