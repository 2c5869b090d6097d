/** What a person's clock showed when something was written down, wherever they are now. */
import { expect, test } from 'vitest'
import { asEpochMs } from '../../care/evidence/time.ts'
import { timeWords } from './diary/diary-words.ts'
import { clockThen, dayOf, minutesAhead } from './moment.ts'
import { whenMade, whenWords } from './when-words.ts'

const device = { kind: 'device' } as const
/** Seven in the morning of the 24th in Auckland. */
const inAuckland = { at: asEpochMs(Date.UTC(2026, 10, 23, 18)), offsetMinutes: 13 * 60 }

test('an entry made at seven in Auckland says seven, in the diary, the table and my record, on a phone in London', () => {
  expect(timeWords(inAuckland, device)).toBe('07:00')
  expect(clockThen(inAuckland, device)).toBe('07:00')
  expect(whenMade(inAuckland, device)).toBe('24 November 2026 at 07:00')
})
test('an entry of before the clock was kept is shown on the clock of today, as it always was', () => {
  const { at } = inAuckland
  expect(whenMade({ at }, device)).toBe(whenWords(at, device))
  expect(timeWords({ at }, device)).toBe(clockThen({ at }, device))
})
test('the day on a device is that of its own zone, with two digits for month and day; on a server that of London', () => {
  const late = asEpochMs(Date.UTC(2026, 5, 30, 23, 30))
  expect(dayOf(late, { kind: 'server' })).toBe('2026-07-01')
  expect(dayOf(asEpochMs(Date.UTC(2026, 0, 1)), { kind: 'server' })).toBe('2026-01-01')
  const there = new Date(2026, 2, 4, 0, 0)
  expect(dayOf(asEpochMs(there.getTime()), device)).toBe('2026-03-04')
  expect(dayOf(asEpochMs(there.getTime() - 1), device)).toBe('2026-03-03')
  expect(whenWords(asEpochMs(there.getTime()), device)).toBe('4 March 2026 at 00:00')
  expect(whenWords(late, { kind: 'server' })).toBe('1 July 2026 at 00:30')
})
test('the clock of a device is kept in minutes ahead of UTC; the server keeps none', () => {
  const { at } = inAuckland
  expect(minutesAhead(at, device)).toBe(-new Date(at).getTimezoneOffset())
  expect(minutesAhead(at, { kind: 'server' })).toBe(0)
})
