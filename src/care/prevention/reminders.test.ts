import { describe, expect, test } from 'vitest'
import { addDays, type IsoDate } from '../evidence/calendar.ts'
import { type ClockTime, preventionEvents, reminderKinds, type Weekday, weekdayNames, weekdayOf } from './events.ts'
import { habits } from './prevention.proof.ts'
import { firstDayOf, reminders, reminderWords, timesOf } from './reminders.ts'

const set = (_day: number, times: readonly ClockTime[], days: readonly Weekday[] = [1, 3]) =>
  ({ kind: 'reminderSet', what: 'walk', times, days }) as const

describe('reminders', () => {
  test('the last one set counts, with days and times in order and once', () => {
    const told = habits()
      .write(0, 9, set(0, ['18:00']))
      .write(1, 9, set(1, ['12:30', '08:00', '12:30'], [5, 1, 5]))
    expect(reminders(told.events).on).toEqual([
      { what: 'walk', days: [1, 5], times: ['08:00', '12:30'], every: null, setOn: addDays('2026-03-02', 1) },
    ])
  })
  test('cancelling one leaves the others; cancelling all leaves none', () => {
    const told = habits()
      .write(0, 9, set(0, ['18:00']))
      .write(0, 9, { kind: 'reminderSet', what: 'diary', times: ['20:00'], days: [7] })
    expect(reminders(told.write(1, 9, { kind: 'reminderCancelled', what: 'walk' }).events).on).toHaveLength(1)
    expect(reminders(told.write(1, 9, { kind: 'reminderCancelled', what: 'all' }).events).on).toEqual([])
    expect(reminders(told.write(2, 9, set(2, ['18:00'])).events).on).toHaveLength(1)
  })
  test('what a calendar was once given stays known, so that it can be taken back', () => {
    const told = habits()
      .write(0, 9, set(0, ['08:00', '18:00']))
      .write(1, 9, set(1, ['18:00']))
    const [walk] = reminders(told.events).history
    expect(walk).toMatchObject({ firstId: 'p0000', changes: 2, gone: [{ time: '08:00' }] })
    told.write(2, 9, { kind: 'reminderCancelled', what: 'all' })
    expect(reminders(told.events).history[0]?.gone.map(({ time }) => time)).toEqual(['08:00', '18:00'])
    expect(reminders(told.events).history[0]).toMatchObject({ firstId: 'p0000', changes: 3, now: null })
    told.write(3, 9, set(3, ['08:00']))
    expect(reminders(told.events).history[0]?.gone.map(({ time }) => time)).toEqual(['18:00'])
  })
  test('by the minute: from, then on, not after the end', () => {
    const every = (everyMinutes: number, from: ClockTime, to: ClockTime) => timesOf({ everyMinutes, from, to })
    expect(every(30, '09:00', '10:30')).toEqual(['09:00', '09:30', '10:00', '10:30'])
    expect(every(30, '09:00', '10:29')).toEqual(['09:00', '09:30', '10:00'])
    expect(every(30, '10:00', '09:00')).toEqual([])
    expect(every(20, '00:00', '23:59').length).toBeLessThanOrEqual(60)
  })
  test('no words on a locked screen tell of a back or of pain, and by default of nothing', () => {
    expect(reminders([]).wording).toBe('hidden')
    for (const what of reminderKinds) {
      expect(reminderWords(what, 'hidden')).toBe('Reminder')
      for (const wording of ['hidden', 'move'] as const)
        expect(reminderWords(what, wording)).not.toMatch(/back|pain|spasm|health|check|walk|exercise|unclench/i)
    }
  })
  test('the first day is today when it is one of the days, else the next that is', () => {
    expect(firstDayOf([1], '2026-03-02')).toBe('2026-03-02')
    expect(firstDayOf([7], '2026-03-02')).toBe('2026-03-08')
  })
})

test('weekdays by the calendar, years before 1970 too', () => {
  for (const [day, name] of [
    ['2026-03-02', 'Monday'],
    ['2024-02-29', 'Thursday'],
    ['1970-01-01', 'Thursday'],
    ['1969-12-28', 'Sunday'],
    ['2000-01-01', 'Saturday'],
  ] as const)
    expect(weekdayNames[weekdayOf(day as IsoDate)]).toBe(name)
})

test('a record gives its events of prevention, oldest first, each once, and nothing else', () => {
  const told = habits().walk(3, 10).start(1, 10, 3)
  const mixed = [...told.events, ...told.events, { kind: 'stepDone' }]
  expect(preventionEvents(mixed).map(({ kind }) => kind)).toEqual(['walkingStarted', 'walkDone'])
})
