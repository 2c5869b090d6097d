/** What is said of a cancel or a move that is not taken back. */
import { expect, test } from 'vitest'
import { notUndoneWords } from './calendar-words.ts'

const now = Date.parse('2026-11-29T09:00:00Z')
const said = (not: Parameters<typeof notUndoneWords>[0]) => notUndoneWords(not, 'Europe/London', now)
const offered = { ok: false, why: 'offered', answerUntil: now + 60_000, putBackUntil: now + 3_600_000 } as const

test('a place in a class is said to be offered, being booked or gone as a place, a time as a time', () => {
  expect(said({ ok: false, why: 'taken' })).toContain('The old time, or its room, has gone')
  expect(said({ ok: false, why: 'held' })).toContain('Somebody is booking its time')
  expect(said({ ...offered, what: 'move' })).toContain('Its old time is offered to somebody who waits.')
  const ofClass = true
  expect(said({ ok: false, why: 'taken', ofClass })).toBe('The class is full now. It stays as it is.')
  expect(said({ ok: false, why: 'held', ofClass })).toContain('booking the last place in the class')
  expect(said({ ...offered, what: 'cancel', ofClass })).toContain('Its place in the class is offered to somebody')
})
