/** The days of a week of free times. */
import { describe, expect, test } from 'vitest'
import type { Slot } from '../../clinic/availability/input.ts'
import { daysOf, weekFrom } from './week.ts'
import { isoDayWords, weekWords } from './words.ts'

const today = Temporal.PlainDate.from('2026-12-28')
const slot = (start: string, location = 'here') => ({ start: Date.parse(start), location }) as Slot

describe('the days of a week', () => {
  test('are all seven, in order, each with its own times', () => {
    const days = daysOf(weekFrom(today, undefined), [slot('2026-12-29T09:00Z'), slot('2026-12-29T10:00Z')], () => 'UTC')
    expect(days.map(({ day, times }) => [day, times.length])).toEqual([
      ...[
        ['2026-12-28', 0],
        ['2026-12-29', 2],
      ],
      ...['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'].map((day) => [day, 0]),
    ])
  })

  test('are those of the place: a time that falls beside the week there is not lost', () => {
    const zoneOf = ({ location }: Slot) => (location === 'far' ? 'Pacific/Honolulu' : 'UTC')
    const days = daysOf(weekFrom(today, undefined), [slot('2026-12-28T03:00Z', 'far')], zoneOf)
    expect(days[0]).toMatchObject({ day: '2026-12-27', times: [{ location: 'far' }] })
    expect(days).toHaveLength(8)
  })
})

describe('how far ahead a week can be booked', () => {
  test.each([
    // The window's end, the week asked for: until, and where the week after is.
    [60, '2027-01-04', undefined, '2027-01-11'],
    [10, '2027-01-01', undefined, undefined],
    [9, '2027-01-01', '2027-01-06', undefined],
    [9, '2027-01-20', '2027-01-06', undefined],
    [7, '2026-12-28', undefined, '2027-01-04'],
    [6, '2026-12-28', undefined, undefined],
  ])('%d days: the week from %s says %s, and leads on to %s', (windowDays, from, until, after) => {
    expect(weekFrom(today, from, windowDays)).toMatchObject({ firstDay: from, until, after })
  })
})

describe('a day in words', () => {
  test.each([
    ['2026-12-28', { short: 'Today', number: '28', full: 'Today, Monday 28 December', brief: 'today' }],
    ['2026-12-31', { short: 'Thu', number: '31', full: 'Thursday 31 December', brief: 'Thu 31 December' }],
    ['2027-01-01', { short: 'Fri', number: '1', full: 'Friday 1 January 2027', brief: 'Fri 1 January 2027' }],
  ])('%s', (day, words) => {
    expect(isoDayWords(day, '2026-12-28')).toEqual(words)
  })

  test('a week says the year only of an end that is in another', () => {
    expect(weekWords('2026-12-28', '2027-01-03', '2026-12-28')).toBe('28 Dec to 3 Jan 2027')
    expect(weekWords('2027-01-04', '2027-01-10', '2026-12-28')).toBe('4 Jan 2027 to 10 Jan 2027')
    expect(weekWords('2026-12-01', '2026-12-07', '2026-12-28')).toBe('1 Dec to 7 Dec')
  })
})
