import { describe, expect, test } from 'vitest'
import { often, someOf } from '../../../scripts/short-form.ts'
import { clinic, hours, therapist } from './availability.fixtures.ts'
import { dayNumber, isoDay, weekdayOf } from './calendar-days.ts'
import { listSlots } from './slots.ts'
import { localDay, zoneDays } from './zone-days.ts'
import { changes, clockReadings, shown } from './zone-reference.fixtures.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

describe('every clock change from 2020 to 2040, against a second implementation', () => {
  test.each([
    ['Europe/London', 42],
    ['America/New_York', 42],
    ['Australia/Lord_Howe', 42],
    // At midnight: a day that begins at 01:00, and one whose first hour comes twice.
    ['Asia/Beirut', 41],
    ['America/Havana', 42],
    ['Atlantic/Azores', 41],
    ['America/Guadeloupe', 0],
    ['Pacific/Kiritimati', 0],
  ])('%s', (zone, least) => {
    const found = changes(zone, 2020, 2040)
    expect(found.length).toBeGreaterThanOrEqual(least)
    const [first, last] = [dayNumber('2019-12-31'), dayNumber('2041-01-01')]
    const days = zoneDays(zone, first, last)
    const faults: string[] = []
    // In the short form every third: forward and back take turns.
    for (const change of someOf(found, 3)) {
      const around = clockReadings(zone, change - 4 * hourMs, change + 4 * hourMs)
      for (let minute = -90; minute <= 240; minute += often(5, 15)) {
        const wall = shown(change, zone) + (minute - 60) * minuteMs
        const wallDay = Math.floor(wall / dayMs)
        const ofDay = (wall - wallDay * dayMs) / minuteMs
        if (days.firstAt(wallDay, ofDay) !== around.first(wall)) faults.push(`first ${isoDay(wallDay)} ${ofDay}`)
        if (days.lastAt(wallDay, ofDay) !== around.last(wall)) faults.push(`last ${isoDay(wallDay)} ${ofDay}`)
      }
      for (const moment of [change - 1, change, change + hourMs])
        if (days.dayOf(moment) !== localDay(moment, zone)) faults.push(`day of ${moment}`)
    }
    expect(faults).toEqual([])
  })
})

describe('at the hour itself, in London', () => {
  const night = (day: string, from: number, to: number, more = {}) =>
    clinic({
      firstDay: day,
      lastDay: day,
      services: [
        {
          id: 'physio',
          minutes: 30,
          pauseBefore: 0,
          pauseAfter: 0,
          noticeMinutes: 0,
          windowDays: 999,
          stepMinutes: 30,
        },
      ],
      therapists: [therapist({ hours: [hours(7, from, to)], ...more })],
    })
  const starts = (input: ReturnType<typeof clinic>) =>
    listSlots(input, { service: 'physio' }).slots.map(({ start }) => new Date(start).toISOString().slice(11, 16))

  test('in spring there is no visit in the hour that the clock jumps over, and hours from inside it begin at the jump', () => {
    expect(starts(night('2026-03-29', 0, 180))).toEqual(['00:00', '00:30', '01:00', '01:30'])
    expect(starts(night('2026-03-29', 90, 150))).toEqual(['01:00'])
    expect(starts(night('2026-03-29', 60, 120))).toEqual([])
  })

  test('in autumn hours over the change are an hour longer, and hours inside the double hour are the first of the two', () => {
    expect(starts(night('2026-10-25', 60, 150))).toEqual(['00:00', '00:30', '01:00', '01:30', '02:00'])
    expect(starts(night('2026-10-25', 60, 90))).toEqual(['00:00'])
  })

  test('an absence inside the double hour lasts to the end of the second', () => {
    const absences = [{ firstDay: '2026-10-25', part: { from: 60, to: 90 } }]
    expect(starts(night('2026-10-25', 0, 180, { absences }))).toEqual(['23:00', '23:30', '01:30', '02:00', '02:30'])
  })
})

test('a day that a zone left out has no length, and nothing happens on it', () => {
  const days = zoneDays('Pacific/Apia', dayNumber('2011-12-29'), dayNumber('2011-12-31'))
  const gone = dayNumber('2011-12-30')
  expect(days.startOf(gone)).toBe(days.startOf(gone + 1))
  expect(days.firstAt(gone, 600)).toBe(days.startOf(gone + 1))
  expect(days.lastAt(gone, 600)).toBe(days.startOf(gone + 1))
})

test('days are numbers and back, weekdays count from Monday, and what is no day is refused', () => {
  expect([isoDay(0), dayNumber('1970-01-01'), weekdayOf(0), weekdayOf(-4)]).toEqual(['1970-01-01', 0, 4, 7])
  expect(isoDay(dayNumber('2028-02-29'))).toBe('2028-02-29')
  for (const wrong of ['2027-02-29', '2026-3-1', '', '2026-13-01', '2026-03-01T10:00'])
    expect(() => dayNumber(wrong)).toThrow('is no day')
  expect(() => zoneDays('Europe/London', 0, 1).startOf(9)).toThrow('outside the days')
})

test('what was worked out before is given again for the very same days of the very same place alone', () => {
  const spring = dayNumber('2026-03-29')
  const asked = ['Europe/London', 'Europe/Paris', 'America/New_York'].flatMap((zone) =>
    Array.from({ length: 40 }, (_, days) => [zone, spring - days, spring + 1] as const),
  )
  for (const round of [1, 2])
    for (const [zone, first, last] of asked) {
      const days = zoneDays(zone, first, last)
      expect([round, days.zone, days.first, days.last]).toEqual([round, zone, first, last])
      expect(() => days.startOf(first - 3)).toThrow(RangeError)
      expect(days.startOf(first)).toBe(Temporal.PlainDate.from(isoDay(first)).toZonedDateTime(zone).epochMilliseconds)
    }
})

test('what is no day is refused however often it is asked', () => {
  for (let asked = 0; asked < 3; asked += 1)
    for (const text of ['2026-02-30', '2026-2-3', '', '2026-02-03T00:00'])
      expect(() => dayNumber(text), text).toThrow(RangeError)
  for (let day = 0; day < 10_000; day += 1) expect(dayNumber(isoDay(day))).toBe(day)
  expect(dayNumber('1970-01-01')).toBe(0)
})
