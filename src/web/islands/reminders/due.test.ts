import { describe, expect, test } from 'vitest'
import type { ReminderNote } from '../../../care/prevention/reminders.ts'
import { isDue, nextDue } from './due.ts'

const note = (title: string, days: ReminderNote['days'], times: ReminderNote['times']): ReminderNote => ({
  title,
  href: '/prevent',
  days,
  times,
})
// 2 March 2026 is a Monday.
const at = (date: number, hour: number, minute = 0, second = 0) => new Date(2026, 2, date, hour, minute, second)

describe('the next note', () => {
  const walk = note('walk', [1, 4], ['09:00', '18:00'])
  test('is the next time of today, then of the next day that is named', () => {
    expect(nextDue([walk], at(2, 8))?.at).toEqual(at(2, 9))
    expect(nextDue([walk], at(2, 9))?.at).toEqual(at(2, 18))
    expect(nextDue([walk], at(2, 8, 59, 59))?.at).toEqual(at(2, 9))
    expect(nextDue([walk], at(2, 18))?.at).toEqual(at(5, 9))
    expect(nextDue([walk], at(5, 18))?.at).toEqual(at(9, 9))
  })
  test('a day once a week comes again after seven days', () => {
    expect(nextDue([note('x', [7], ['20:00'])], at(8, 20))?.at).toEqual(at(15, 20))
    expect(nextDue([note('x', [7], ['20:00'])], at(8, 19))?.at).toEqual(at(8, 20))
  })
  test('two at the same time come together, an earlier one alone', () => {
    const other = note('diary', [1], ['18:00'])
    expect(nextDue([walk, other], at(2, 9))?.notes.map(({ title }) => title)).toEqual(['walk', 'diary'])
    expect(nextDue([other, walk], at(2, 8))?.notes.map(({ title }) => title)).toEqual(['walk'])
  })
  test('is none without notes, or for notes without a time', () => {
    expect(nextDue([], at(2, 9))).toBeNull()
    expect(nextDue([note('x', [1], [])], at(2, 9))).toBeNull()
  })
})

test('a note is shown from its time on, for five minutes and no longer', () => {
  const due = { at: at(2, 9), notes: [] }
  expect([at(2, 8, 59, 59), at(2, 9), at(2, 9, 5), at(2, 9, 5, 1)].map((now) => isDue(due, now))).toEqual([
    false,
    true,
    true,
    false,
  ])
})
