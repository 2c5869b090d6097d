/** What the medicine room is told of a person, where no page can show the difference. */
import { expect, test } from 'vitest'
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { nothingYet } from '../../../care/programme/state.ts'
import { checkEvent, noon } from '../plan/plan.fixtures.ts'
import { profileOf, standsOn } from './medicine-person.ts'
import { emptyState } from './medicine-state.ts'

test('replies that were given with another check count for nothing until they are given again', () => {
  const now = asEpochMs(1_800_000_000_000)
  const stands = standsOn({ kind: 'none' }, null, now)
  const state = { ...emptyState, check: '0f5c1d4e-5b7a-4f3e-8d1c-2a6b7c8d9e0f', replies: { liver: 'no' } } as const
  expect(profileOf(state, stands, [], now).replies).toEqual({})
})

test('too much that was told by mistake, and put right in the same check, is not held against a dose; unconfirmed it is', () => {
  const told = (changed: readonly { question: string; from: string; to: string }[]) => {
    const slip = { ...checkEvent({ I2: 'overOther', 'I2.risk': [] }, asEpochMs(noon - 60_000)), id: 'slip' }
    const mended = { ...checkEvent({}), changed } as NotebookEvent
    return standsOn({ kind: 'none' }, { events: [slip, mended], state: nothingYet }, noon).told.tooMuch
  }
  expect(told([{ question: 'I2', from: 'overOther', to: 'within' }])).toEqual([])
  expect(told([])).toHaveLength(1)
})
