/** Who stands large on Today: whoever is here and waits, or comes next; never somebody whose time another's has followed. */
import { expect, test } from 'vitest'
import type { ListedVisit, StaffDay } from '../../../clinic/booking/staff-day.ts'
import { nextOf } from './today-page.tsx'

const minuteMs = 60_000
const at = (wall: string) => Date.UTC(2026, 10, 30, Number(wall.slice(0, 2)), Number(wall.slice(3)))
const visit = (wall: string, state: ListedVisit['state'] = 'confirmed', therapistId = 'amara') =>
  // Only what decides.
  ({ startsAt: at(wall), endsAt: at(wall) + 30 * minuteMs, state, therapistId, person: wall }) as ListedVisit
const next = (wall: string, visits: readonly ListedVisit[], day = '2026-11-30') =>
  nextOf({ visits, day, today: '2026-11-30', now: at(wall) } as StaffDay)?.person

test('whoever is here stays next, also past the end of their time, until that of the next has come', () => {
  const day = [visit('09:00', 'arrived'), visit('10:00'), visit('10:30')]
  expect(['08:50', '09:20', '09:59', '10:00', '10:31'].map((now) => next(now, day))).toEqual([
    ...['09:00', '09:00', '09:00', '10:00', '10:30'],
  ])
})

test('nobody whose visit was not said to be done hides who has come after them', () => {
  expect(next('09:40', [visit('09:00', 'arrived'), visit('10:00', 'arrived')])).toBe('10:00')
  expect(next('10:10', [visit('09:00', 'arrived'), visit('10:00', 'finished'), visit('11:00')])).toBe('11:00')
})

test('the time of a colleague’s patient ends nobody else’s', () => {
  const day = [visit('09:00', 'arrived'), visit('09:30', 'confirmed', 'mei')]
  expect(next('09:45', day)).toBe('09:00')
})

test('who did not come, and another day, is nobody', () => {
  expect(next('10:00', [visit('09:00', 'no-show'), visit('09:00')])).toBeUndefined()
  expect(next('10:00', [visit('11:00')], '2026-12-01')).toBeUndefined()
})
