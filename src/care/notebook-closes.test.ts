/** What a device that cannot write holds back all the same: only what makes things more careful. */
import { expect, test } from 'vitest'
import { asEpochMs } from './evidence/time.ts'
import type { NotebookEvent } from './notebook.ts'
import { closes } from './notebook-closes.ts'
import type { MiniCheckDone } from './programme/events.ts'

const base = { id: 'a', at: asEpochMs(1_800_000_000_000), day: '2027-01-15' } as const
const clear = { A1: 'no', A2: 'no', A3: 'no', A5: 'no', A6: 'no', B2: 'no', anythingNew: 'no' } as const
const mini = (answers: MiniCheckDone['answers']): NotebookEvent => ({ ...base, v: 1, kind: 'miniCheckDone', answers })

test('a short check is held back when it found something, was not sure or is not whole; a clear one is not', () => {
  expect(closes(mini(clear))).toBe(false)
  expect(closes(mini({ ...clear, A1: 'yes' }))).toBe(true)
  expect(closes(mini({ ...clear, B2: 'notSure' }))).toBe(true)
  const { A3: _, ...rest } = clear
  expect(closes(mini(rest))).toBe(true)
})

test('a check is held back when it closed something, be it only the gentle part left', () => {
  const check = (movement: 'open' | 'gentle' | 'locked'): NotebookEvent => ({
    ...{ ...base, v: 2, kind: 'checkFinished', check: 'c', answers: {}, level: 'soon', protocolVersion: 'p' },
    movement,
    changed: [],
  })
  expect(closes(check('open'))).toBe(false)
  expect(closes(check('gentle'))).toBe(true)
  expect(closes(check('locked'))).toBe(true)
})
