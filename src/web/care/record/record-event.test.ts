/** Every kind of event comes back from JSON as it was; older versions are brought up to date; nonsense is refused. */
import { describe, expect, test } from 'vitest'
import { endOfTimeMs } from '../../../care/evidence/time.ts'
import { weekdayOf } from '../../../care/prevention/events.ts'
import { sampleId as id, samples } from './record-event.fixtures.ts'
import { readEvent } from './record-event.ts'

test.each(Object.values(samples).map((event) => [event.kind, event] as const))(
  'an event of the kind %s comes back from JSON as it was',
  (_kind, event) => {
    expect(readEvent(JSON.parse(JSON.stringify(event)))).toEqual(event)
  },
)

test.each(Object.values(samples).map((event) => [event.kind, event] as const))(
  'an event of the kind %s with an unknown version, a nonsense day or no moment is refused',
  (_kind, event) => {
    expect(readEvent({ ...event, v: 9 })).toBeNull()
    expect(readEvent({ ...event, at: 'today' })).toBeNull()
    if ('day' in event)
      for (const day of ['2027-02-30', '27-1-1', '', null]) expect(readEvent({ ...event, day })).toBeNull()
  },
)

describe('an entry is read whatever the clock of a device says', () => {
  const { stopped } = samples
  const readAt = (at: number, day: string) => readEvent({ ...stopped, at, day })

  test.each([
    [0, '1969-12-31'],
    [0, '1970-01-01'],
    [Date.UTC(2016, 1, 29), '2016-02-29'],
    [Date.UTC(2199, 11, 31), '2199-12-31'],
    [Date.UTC(2200, 0, 1), '2200-01-01'],
    [Date.UTC(2400, 1, 29), '2400-02-29'],
    [endOfTimeMs - 1, '9970-01-01'],
  ])('at %d on %s: as it was written', (at, day) => {
    expect(readAt(at, day)).toMatchObject({ at, day })
  })

  test.each([
    [-1, '1969-12-29', 0, '1969-12-29'],
    [-8_640_000_000_000_000, '1900-01-01', 0, '1900-01-01'],
    [endOfTimeMs, '9999-12-31', endOfTimeMs - 1, '9999-12-31'],
    [Date.UTC(12_026, 10, 27), '12026-11-27', endOfTimeMs - 1, '9626-11-27'],
    [8_640_000_000_000_000, '275760-09-13', endOfTimeMs - 1, '9760-09-13'],
  ] as const)('at %d on %s: within the time that can be told', (at, day, read, readDay) => {
    expect(readAt(at, day)).toMatchObject({ at: read, day: readDay })
    expect(weekdayOf(readDay)).toBe(weekdayOf(day))
  })

  test('what no clock can say is refused, and so is a day that does not exist', () => {
    for (const at of [8_640_000_000_000_001, -8_640_000_000_000_001, 1.5, Number.NaN, '0'])
      expect(readEvent({ ...stopped, at })).toBeNull()
    for (const day of [
      '1899-12-31',
      '0026-11-27',
      '02026-11-27',
      '1000000-01-01',
      '2100-02-29',
      '1970-00-10',
      '12026-02-30',
    ])
      expect(readEvent({ ...stopped, day }), day).toBeNull()
  })

  test('a place in the order, and a dose of some hours before 1970, are read too', () => {
    expect(readEvent({ ...stopped, order: endOfTimeMs + 5 })).toMatchObject({ order: endOfTimeMs + 5 })
    expect(readEvent({ ...stopped, order: 8_640_000_000_000_000 })).toMatchObject({
      order: endOfTimeMs + 1_000_000_000,
    })
    const { doseTaken } = samples
    expect(readEvent({ ...doseTaken, at: 600_000, takenAt: -3_600_000 })).toMatchObject({ at: 600_000, takenAt: 0 })
  })

  test('a sign of danger told of a day before 1970, or across a year of five digits, is read', () => {
    const { replaces: _other, ...plain } = samples.diaryEntry
    const told = (day: string, about: string) => readEvent({ ...plain, signs: ['saddle'], day, about })
    expect(told('1970-01-02', '1969-12-28')).toMatchObject({ about: '1969-12-28', signs: ['saddle'] })
    expect(told('12026-01-03', '12025-12-28')).toMatchObject({ day: '9626-01-03', about: '9625-12-28' })
  })
})

test('an entry that the diary would not take is refused', () => {
  expect(readEvent({ ...samples.diaryEntry, painNow0to10: 11 })).toBeNull()
  expect(readEvent({ ...samples.diaryEntry, sittingHours: 30 })).toBeNull()
  expect(readEvent({ ...samples.diaryEntry, places: ['moon'] })).toBeNull()
})

test('an entry is about a day before it was written, at most 14 days; one that puts another right may be about any', () => {
  const { replaces: _other, about: _day, ...plain } = samples.diaryEntry
  const first = (about: string) => readEvent({ ...plain, day: '2027-01-15', about })
  expect(first('2027-01-14')).toMatchObject({ about: '2027-01-14' })
  expect(first('2027-01-01')).toMatchObject({ about: '2027-01-01' })
  for (const day of ['2027-01-15', '2027-01-16', '2026-12-31', 'yesterday']) expect(first(day)).toBeNull()
  const right = (about: string) => readEvent({ ...samples.diaryEntry, about })
  expect(right('2026-03-01')).toMatchObject({ about: '2026-03-01' })
  expect(right('2027-01-15')).toBeNull()
})

test('an entry of the first version is about its own day and puts nothing right', () => {
  const { replaces: _other, about: _day, ...plain } = samples.diaryEntry
  expect(readEvent({ ...plain, v: 1 })).toEqual(plain)
})

test('a reminder without a time or a day, at no time of day, or on no day of the week is refused', () => {
  const { reminderSet } = samples
  expect(readEvent({ ...reminderSet, times: ['09:30'] })).toMatchObject({ times: ['09:30'] })
  for (const times of [[], ['9:30'], ['24:00'], { everyMinutes: 0, from: '09:00', to: '17:00' }, 'noon'])
    expect(readEvent({ ...reminderSet, times })).toBeNull()
  for (const days of [[], [0], [8], [1.5], ['1']]) expect(readEvent({ ...reminderSet, days })).toBeNull()
})

test('a check as the first build kept it gets its day, and the most that its level can have allowed', () => {
  const first = {
    v: 1,
    id: id(1),
    at: Date.UTC(2026, 10, 23, 2, 14),
    kind: 'checkFinished',
    check: id(99),
    answers: { A1: 'no', age: 43 },
    protocolVersion: 'abc',
    changed: [],
  }
  const lockAt = (level: string) => readEvent({ ...first, level })
  expect(lockAt('self-care')).toMatchObject({ v: 2, day: '2026-11-23', movement: 'open', level: 'self-care' })
  expect(lockAt('soon')).toMatchObject({ movement: 'gentle' })
  expect(lockAt('urgent')).toMatchObject({ movement: 'locked' })
  expect(lockAt('emergency')).toMatchObject({ movement: 'locked' })
  expect(readEvent({ ...first, level: 'fine' })).toBeNull()
})
