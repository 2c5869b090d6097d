import { expect, test } from 'vitest'
import { wallClockRange, wallClockSentence, wallTimes } from './wall-clock.ts'

const instant = (text: string) => Temporal.Instant.from(text)
const zone = 'Europe/London'
const now = instant('2026-02-20T12:00Z')

test('a visit is said in the words of its own place, summer and winter', () => {
  expect(wallClockSentence(instant('2026-03-03T10:00Z'), zone, now)).toBe('Tuesday 3 March, 10:00 (London time)')
  expect(wallClockSentence(instant('2026-06-02T09:00Z'), zone, now)).toBe('Tuesday 2 June, 10:00 (London time)')
  expect(wallClockSentence(instant('2026-03-03T13:00Z'), 'America/Guadeloupe', now)).toBe(
    'Tuesday 3 March, 09:00 (Guadeloupe time)',
  )
  expect(wallClockSentence(instant('2026-03-03T12:30Z'), 'America/St_Johns', now)).toContain('09:00 (St Johns time)')
})

test('the year is said when it is another year at that place', () => {
  expect(wallClockSentence(instant('2027-03-02T10:00Z'), zone, now)).toBe('Tuesday 2 March 2027, 10:00 (London time)')
  const lastHour = instant('2026-12-31T23:30Z')
  expect(wallClockSentence(instant('2027-01-01T00:00Z'), zone, lastHour)).toContain('1 January 2027')
  // In Kiritimati it is 2027 already.
  expect(wallClockSentence(lastHour, 'Pacific/Kiritimati', lastHour)).toBe('Friday 1 January, 13:30 (Kiritimati time)')
})

test('a time that comes twice says which one it is, the hours beside it say nothing', () => {
  const said = (text: string) => wallClockSentence(instant(text), zone, now)
  expect(said('2026-10-25T00:30Z')).toBe('Sunday 25 October, 01:30 (London time, before the clocks go back)')
  expect(said('2026-10-25T01:30Z')).toBe('Sunday 25 October, 01:30 (London time, after the clocks go back)')
  expect(said('2026-10-24T23:59Z')).toBe('Sunday 25 October, 00:59 (London time)')
  expect(said('2026-10-25T02:00Z')).toBe('Sunday 25 October, 02:00 (London time)')
  expect(said('2026-03-29T01:00Z')).toBe('Sunday 29 March, 02:00 (London time)')
})

test('a range says both ends, and another day in full', () => {
  const range = [instant('2026-03-03T08:20Z'), instant('2026-03-03T09:05Z')] as const
  expect(wallTimes(...range, zone)).toBe('08:20 to 09:05')
  expect(wallClockRange(...range, zone, now)).toBe('Tuesday 3 March, 08:20 to 09:05 (London time)')
  expect(wallTimes(instant('2026-03-03T22:30Z'), instant('2026-03-04T00:15Z'), zone)).toBe(
    '22:30 to Wednesday 4 March, 00:15',
  )
  expect(wallTimes(instant('2026-10-25T00:30Z'), instant('2026-10-25T01:15Z'), zone)).toBe(
    '01:30 before the clocks go back to 01:15 after the clocks go back',
  )
})
