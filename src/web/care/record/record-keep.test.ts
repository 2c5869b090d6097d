/** The one way into the record, where the record cannot be read. */
import { expect, test } from 'vitest'
import { placeOf } from '../../../care/evidence/order.ts'
import { asEpochMs, dayMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { keep } from './record-keep.ts'

const stop = (id: string, at: number): NotebookEvent => ({
  ...{ v: 1, id, at: asEpochMs(at), day: '2026-11-23', kind: 'stopped', sign: 'fall' },
})

test('what is told while the record cannot be read comes after what was held back, and is told once', async () => {
  // Told under a clock that was ahead.
  const held = stop('held', noon + 3 * dayMs)
  const notebook = {
    ...memoryNotebook(),
    all: () => Promise.reject(new Error('no store')),
    heldBack: async () => [held],
  }
  const kept = await keep({ kind: 'device', notebook, now: () => noon }, [held, stop('new', noon)])
  if (!kept.ok) throw new Error(kept.why)
  expect(kept.events.map(({ id }) => id)).toEqual(['new'])
  expect(kept.events.every((event) => placeOf(event) > placeOf(held))).toBe(true)
})
