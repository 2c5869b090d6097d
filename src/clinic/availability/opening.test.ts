/** When a door is open: the week, a day of its own, closures; and what is said of it. */
import { expect, test } from 'vitest'
import { covers, differentDays, differentLines, type Opening, openOn, spansWords, weekLines } from './opening.ts'

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' }))
const opening: Opening = {
  // Out of order, as rows may come.
  week: [{ weekday: 6, from: '13:30', to: '15:00' }, { weekday: 6, from: '09:00', to: '13:00' }, ...weekdays],
  days: [
    { day: '2026-12-24', from: '08:00', to: '12:00' },
    { day: '2026-12-27', from: '10:00', to: '24:00' },
  ],
  shut: [
    { firstDay: '2026-12-25', lastDay: '2026-12-26' },
    { firstDay: '2026-12-28', lastDay: '2026-12-28', part: { from: '12:00', to: '14:00' } },
    { firstDay: '2026-12-29', lastDay: '2026-12-29', part: { from: '07:00', to: '09:00' } },
    { firstDay: '2026-12-30', lastDay: '2026-12-30', part: { from: '18:00', to: '20:00' } },
  ],
}
const on = (day: string) => openOn(opening, day)?.map(({ from, to }) => `${from}–${to}`)

test.each([
  ['a day of the week', '2026-12-23', ['08:00–18:00']],
  ['two stretches, in order', '2026-12-19', ['09:00–13:00', '13:30–15:00']],
  ['a weekday without any', '2026-12-20', []],
  ['a day of its own, in place of the week’s', '2026-12-24', ['08:00–12:00']],
  ['a day of its own on a weekday without any', '2026-12-27', ['10:00–24:00']],
  ['the first day of a closure', '2026-12-25', []],
  ['its last day, though two stretches', '2026-12-26', []],
  ['shut in the middle', '2026-12-28', ['08:00–12:00', '14:00–18:00']],
  ['shut at the beginning', '2026-12-29', ['09:00–18:00']],
  ['shut from when it shuts anyhow', '2026-12-30', ['08:00–18:00']],
])('%s', (_, day, open) => {
  expect(on(day)).toEqual(open)
})

test('of a place that has not said when it is open, nothing is known on any day', () => {
  const silent = { ...opening, week: [] }
  expect(openOn(silent, '2026-12-24')).toBeUndefined()
  expect(differentDays(silent, '2026-12-01', 40)).toEqual([])
})

test('a week is said in lines, days that are alike together', () => {
  expect(weekLines(opening)).toEqual([
    'Monday to Friday: 08:00–18:00',
    'Saturday: 09:00–13:00 and 13:30–15:00',
    'Sunday: shut',
  ])
  const two = opening.week.map((span) => (span.weekday === 2 ? { ...span, from: '09:00' } : span))
  expect(weekLines({ week: two })).toContain('Wednesday to Friday: 08:00–18:00')
  const three = two.map((span) => (span.weekday === 5 ? { ...span, from: '09:30' } : span))
  expect(weekLines({ week: three })).toContain('Wednesday and Thursday: 08:00–18:00')
  expect(spansWords(['09:00', '11:00', '13:00'].map((from) => ({ from, to: `${from.slice(0, 2)}:30` })))).toBe(
    '09:00–09:30, 11:00–11:30 and 13:00–13:30',
  )
})

test('the days that differ are those on which it is open otherwise, and no others', () => {
  expect(differentLines(differentDays(opening, '2026-12-19', 14))).toEqual([
    'Thursday 24 December: 08:00–12:00',
    'Friday 25 December and Saturday 26 December: shut',
    'Sunday 27 December: 10:00–24:00',
    'Monday 28 December: 08:00–12:00 and 14:00–18:00',
    'Tuesday 29 December: 09:00–18:00',
  ])
  // Counted days: the last is not looked at any more.
  expect(differentDays(opening, '2026-12-22', 2)).toEqual([])
})

test.each([
  ['within one', '09:00', '12:00', true],
  ['all of two that touch', '08:00', '18:00', true],
  ['over a break', '17:00', '20:00', false],
  ['before', '07:59', '09:00', false],
  ['after', '19:00', '21:01', false],
])('a stretch %s is held: %s–%s', (_, from, to, held) => {
  const spans = [
    { from: '13:00', to: '18:00' },
    { from: '08:00', to: '13:00' },
    { from: '19:00', to: '21:00' },
  ]
  expect(covers(spans, { from, to })).toBe(held)
})
