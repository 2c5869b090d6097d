/** What a device's clock says, as a moment that can be told. */
import { expect, test } from 'vitest'
import { timeOrderedId, madeAt } from './ids.ts'
import { dayMs, endOfTimeMs, readClock } from './time.ts'

const furthestMs = 8_640_000_000_000_000

test('a clock from 1970 to the end of 9969 is read as it is', () => {
  for (const ms of [0, 1, Date.UTC(2026, 10, 27), Date.UTC(2199, 11, 31), Date.UTC(2200, 0, 1), endOfTimeMs - 1])
    expect(readClock(ms)).toBe(ms)
  expect(new Date(endOfTimeMs).toISOString()).toBe('9970-01-01T00:00:00.000Z')
})

test.each([
  -1,
  -dayMs,
  Date.UTC(1900, 2, 1),
  -furthestMs,
  endOfTimeMs,
  endOfTimeMs + 1,
  Date.UTC(12_026, 1, 28),
  furthestMs,
])(
  'a clock that stands at %d is read on the same date and day of the week, 400 years away or some times that',
  (ms) => {
    const read = readClock(ms)
    expect(read).toBeGreaterThanOrEqual(0)
    expect(read).toBeLessThan(endOfTimeMs)
    const [date, told] = [new Date(ms), new Date(read)]
    expect([
      told.getUTCDay(),
      told.getUTCDate(),
      told.getUTCMonth(),
      told.getUTCHours(),
      told.getUTCMilliseconds(),
    ]).toEqual([
      ...[date.getUTCDay(), date.getUTCDate(), date.getUTCMonth(), date.getUTCHours(), date.getUTCMilliseconds()],
    ])
    expect(Math.abs(told.getUTCFullYear() - date.getUTCFullYear()) % 400).toBe(0)
  },
)

test('it goes on counting there, so that what was told grows old', () => {
  expect(readClock(-dayMs + 1) - readClock(-dayMs)).toBe(1)
  expect(readClock(endOfTimeMs + dayMs) - readClock(endOfTimeMs)).toBe(dayMs)
})

test('a clock that says nothing is read as 1970; parts of a millisecond are left', () => {
  for (const nothing of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    expect(readClock(nothing)).toBe(0)
  expect(readClock(12.9)).toBe(12)
})

test('an id holds every moment that is read', () => {
  for (const ms of [-1, 0, endOfTimeMs - 1, endOfTimeMs, furthestMs])
    expect(madeAt(timeOrderedId(readClock(ms), new Uint8Array(10)))).toBe(readClock(ms))
})
