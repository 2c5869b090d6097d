import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChangeKind, globalChange, painChange, painChangeOf, taskChange, tasksChange } from './change.ts'
import { days, march } from './diary.fixtures.ts'
import type { IsoDate } from '../evidence/calendar.ts'
import { asEpochMs } from '../evidence/time.ts'
import { chartData } from './chart-data.ts'
import { asLived, diaryDays } from './days.ts'
import type { DiaryEvent, Task } from './entry.ts'

const score = fc.integer({ min: 0, max: 10 })

describe('a change in pain', () => {
  const borders: readonly (readonly [then: number, now: number, kind: ChangeKind, why: string])[] = [
    [7, 5, 'better', '2 points'],
    [7, 6, 'noClearChange', '1 point of 7'],
    [5, 3.5, 'better', 'exactly 30 %'],
    [5, 3.6, 'noClearChange', 'less than 30 % and less than 2 points'],
    [3, 2, 'noClearChange', 'a third, and still 1 point'],
    [1, 0, 'noClearChange', 'all of it, and still 1 point'],
    [3, 1.9, 'better', 'more than 1 point and more than 30 %'],
    [10, 8, 'better', '2 points, though 20 %'],
    [10, 8.1, 'noClearChange', 'neither'],
    [5, 7, 'worse', '2 points up'],
    [5, 6, 'noClearChange', '1 point up'],
    [0, 2, 'worse', '2 points up from none'],
    [0, 1, 'noClearChange', '1 point up from none'],
    [4, 4, 'noClearChange', 'none'],
  ]
  test.each(borders)('from %s to %s is %s: %s', (then, now, kind) => {
    expect(painChange(then, now).kind).toBe(kind)
  })

  test('of 1 point or less is never called better or worse', () => {
    fc.assert(
      fc.property(score, fc.double({ min: -1, max: 1, noNaN: true }), (then, step) => {
        expect(painChange(then, then + step).kind).toBe('noClearChange')
        expect(painChange(then, then + step).words).not.toMatch(/better|come down|gone up|most people notice/)
      }),
    )
  })

  test('of 2 points is always called by its name', () => {
    fc.assert(
      fc.property(score, fc.integer({ min: 2, max: 10 }), (then, step) => {
        expect(painChange(then, then - step).kind).toBe('better')
        expect(painChange(then, then + step).kind).toBe('worse')
      }),
    )
  })

  test('of a diary goes from the first day to the mean of the last three', () => {
    expect(painChangeOf(days(7))).toBeNull()
    expect(painChangeOf([])).toBeNull()
    expect(painChangeOf(days(7, 6, 5, 4))).toMatchObject({ kind: 'better', points: -2 })
    expect(painChangeOf(days(7, 6, 6, 6))).toMatchObject({ kind: 'noClearChange', points: -1 })
  })

  test('of a diary says of a number that is not the last one what it is', () => {
    expect(painChangeOf(days(7, 4, 5, 4, 3, 2))?.words).toBe(
      'Your pain has come down from 7 to 3 (the average of your last 3 days). That is a change most people notice.',
    )
    expect(painChangeOf(days(5, 4, 5, 4))?.words).toBe(
      'Your pain was 5 and is 4.3 (the average of your last 3 days). That is too small to call a change.',
    )
    // The last number itself needs no word more.
    expect(painChangeOf(days(7, 3, 3, 3))?.words).toBe(
      'Your pain has come down from 7 to 3. That is a change most people notice.',
    )
  })

  test('of a diary is ups and downs while the last day says otherwise', () => {
    const upAndDown = 'Your pain goes up and down. No clear change yet.'
    expect(painChangeOf(days(7, 2, 2, 7))).toMatchObject({ kind: 'noClearChange', words: upAndDown })
    expect(painChangeOf(days(7, 7, 7, 2))).toMatchObject({ kind: 'noClearChange', words: upAndDown })
  })

  test('of a diary leaves days before the last week out', () => {
    expect(painChangeOf(days(7, 7, 7, null, null, null, null, null, null, 3))).toMatchObject({ points: -4 })
  })
})

const task = (id: string, ...scores: number[]): Task => ({
  id,
  name: `Task ${id}`,
  scores: scores.map((score0to10, index) => ({ day: march(index), score0to10 })),
})

describe('a change in own tasks', () => {
  test.each([
    [2, 5, 'better'],
    [2, 4, 'noClearChange'],
    [5, 2, 'worse'],
    [5, 3, 'noClearChange'],
  ] as const)('of one task from %s to %s is %s', (then, now, kind) => {
    expect(taskChange('Drive', then, now).kind).toBe(kind)
    expect(tasksChange([task('a', then, now)])?.kind).toBe(kind)
  })

  test('of several takes 2 points on the average', () => {
    expect(tasksChange([task('a', 2, 5), task('b', 2, 3)])?.kind).toBe('better')
    expect(tasksChange([task('a', 2, 5), task('b', 2, 2)])?.kind).toBe('noClearChange')
    expect(tasksChange([task('a', 5, 2), task('b', 5, 4)])?.kind).toBe('worse')
  })

  test('looks only at tasks scored twice', () => {
    expect(tasksChange([task('a'), task('b', 4)])).toBeNull()
    expect(tasksChange([task('a', 1, 4), task('b', 9)])).toMatchObject({ kind: 'better', points: 3 })
  })
})

describe("the person's own word", () => {
  test.each([
    [5, 'better'],
    [2, 'better'],
    [1, 'noClearChange'],
    [0, 'noClearChange'],
    [-1, 'worse'],
    [-5, 'worse'],
  ] as const)('%s counts as %s', (answer, kind) => {
    expect(globalChange(answer).kind).toBe(kind)
  })
})

describe('somebody who flies west over midnight', () => {
  // Pain 2 on the 27th in Auckland, then 6 on the 26th in Los Angeles.
  const at = (ms: number) => asEpochMs(Date.UTC(2026, 10, 26, 20) + ms)
  const entry = (id: string, ms: number, day: IsoDate, painNow0to10: number): DiaryEvent => ({
    ...{ v: 2, id, at: at(ms), day, kind: 'diaryEntry', painNow0to10 },
  })
  const flight = diaryDays([entry('a', 0, '2026-11-27', 2), entry('b', 3_600_000, '2026-11-26', 6)])
  test('is worse when it got worse, not better', () => {
    expect(painChangeOf(flight)).toMatchObject({ kind: 'worse', words: expect.stringContaining('gone up from 2 to 6') })
  })
  test('has as last entry the last that was made', () => {
    const start = { day: '2026-11-20', painAge: 'acute' } as const
    expect(chartData(flight, start, [], '2026-11-26').words.join(' ')).toContain(
      'On the last day that you told us about, it was 6 out of 10.',
    )
  })
  test('and days in their usual order are as they were', () => {
    const usual = diaryDays([entry('a', 0, '2026-11-26', 6), entry('b', 3_600_000, '2026-11-27', 2)])
    expect(asLived(usual)).toEqual(usual)
    expect(painChangeOf(usual)?.kind).toBe('better')
  })
})
