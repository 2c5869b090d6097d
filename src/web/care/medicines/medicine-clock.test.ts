import { expect, test } from 'vitest'
import { asEpochMs } from '../../../care/evidence/time.ts'
import { lastTimeShown, momentWords } from './medicine-clock.ts'

const uk = { kind: 'server' } as const
const at = (text: string) => asEpochMs(Date.parse(text))

test('a typed time is the last time the clock showed it: today up to now, else yesterday', () => {
  const now = at('2026-11-23T02:10:30Z')
  expect(lastTimeShown('02:10', now, uk)).toBe(at('2026-11-23T02:10:00Z'))
  expect(lastTimeShown('02:11', now, uk)).toBe(at('2026-11-22T02:11:00Z'))
  expect(lastTimeShown('22:30', now, uk)).toBe(at('2026-11-22T22:30:00Z'))
})

test('in the hour that the autumn change repeats, the later one counts: no gap is cut short', () => {
  const now = at('2026-10-25T06:00:00Z')
  expect(lastTimeShown('01:30', now, uk)).toBe(at('2026-10-25T01:30:00Z'))
  expect(lastTimeShown('06:30', at('2026-10-25T06:10:00Z'), uk)).toBe(at('2026-10-24T05:30:00Z'))
})

test('in summer the clock is an hour ahead, and the hour that spring skips is taken from the day before', () => {
  expect(lastTimeShown('09:00', at('2026-07-01T08:30:00Z'), uk)).toBe(at('2026-07-01T08:00:00Z'))
  expect(lastTimeShown('01:30', at('2026-03-29T01:10:00Z'), uk)).toBe(at('2026-03-28T01:30:00Z'))
})

test.each(['', '24:00', '7', '12:60', 'noon', '-1:00'])('%s is no time', (typed) => {
  expect(lastTimeShown(typed, at('2026-11-23T02:10:00Z'), uk)).toBeUndefined()
})

test('a moment is said with its day', () => {
  const now = at('2026-11-23T02:10:00Z')
  expect(momentWords(at('2026-11-23T01:05:00Z'), now, uk)).toBe('01:05 today')
  expect(momentWords(at('2026-11-22T23:40:00Z'), now, uk)).toBe('23:40 yesterday')
  expect(momentWords(at('2026-11-24T00:00:00Z'), now, uk)).toBe('00:00 tomorrow')
  expect(momentWords(at('2026-11-20T08:00:00Z'), now, uk)).toContain('20 November')
})
