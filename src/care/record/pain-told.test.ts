import { describe, expect, test } from 'vitest'
import { entry, march } from '../diary/diary.fixtures.ts'
import { morningIdOf } from '../diary/entry-events.ts'
import { dayNumber } from '../evidence/calendar.ts'
import { asEpochMs, dayMs, hourMs } from '../evidence/time.ts'
import type { NotebookEvent } from './notebook.ts'
import { allTold, lastPainTold, painDays } from './pain-told.ts'
import { diaryEvents } from './person.ts'

const uuid = (last: number) => `0f0f0f0f-0000-4000-8000-0000000000${String(last).padStart(2, '0')}`
const when = (day: number, hour: number) =>
  ({ v: 1, at: asEpochMs(dayNumber(march(day)) * dayMs + hour * hourMs), day: march(day) }) as const
const morning = (day: number, pain0to10: number, id = uuid(day)): NotebookEvent => ({
  ...{ ...when(day, 7), id, kind: 'morningNoted', pain0to10 },
})
const session = (day: number, painBefore0to10: number | 'notSure', peak0to10: number): NotebookEvent => ({
  ...{ ...when(day, 10), id: uuid(40 + day), kind: 'sessionDone', painBefore0to10, effort0to10: 2, leg: 'none' },
  movements: [
    { card: 'M08', movement: 'M08', peak0to10, done: 'all' },
    { card: 'M01', movement: 'M01', peak0to10: 9, done: 'skipped' },
  ],
})
const pains = (events: readonly NotebookEvent[]) =>
  painDays(events, diaryEvents(events)).map(({ day, pain0to10, worst0to10 }) => [day, pain0to10, worst0to10])

describe('one story of a person’s pain', () => {
  test('a number told in the morning, before a session or in the diary counts on its day', () => {
    const events = [morning(0, 4), morning(1, 7), session(2, 5, 6), entry(3, { painNow0to10: 2 })]
    expect(pains(events)).toEqual([
      [march(0), 4, 4],
      [march(1), 7, 7],
      [march(2), 5, 6],
      [march(3), 2, 2],
    ])
  })
  test('a day told of twice is the mean of both, wherever they were told', () => {
    expect(pains([morning(0, 4), session(0, 2, 3)])).toEqual([[march(0), 3, 4]])
  })
  test('"not sure" is no number, and what was left out of a session says nothing', () => {
    expect(pains([session(0, 'notSure', 5)])).toEqual([])
    expect(pains([session(0, 2, 3)])).toEqual([[march(0), 2, 3]])
  })
  test('the morning that a diary entry wrote is not told twice, and goes with the entry when it is taken back', () => {
    const made = { ...entry(0, { painNow0to10: 6 }), id: uuid(80) }
    const both = [morning(0, 6, morningIdOf(made.id)), made]
    expect(allTold(both, [made])).toHaveLength(1)
    const back: NotebookEvent = { ...when(0, 9), id: uuid(90), kind: 'entryWithdrawn', entry: made.id }
    expect(pains([...both, back])).toEqual([])
  })
  test('a day told of late stands among its neighbours, and the last number told is the last that was lived', () => {
    const late = { ...entry(5, { painNow0to10: 8 }), about: march(1) }
    const events = [morning(0, 4), morning(2, 3), morning(4, 2), late]
    expect(pains(events).map(([day]) => day)).toEqual([march(0), march(1), march(2), march(4)])
    expect(lastPainTold(events, [late])).toEqual({ day: march(4), pain0to10: 2 })
  })
  test('a check that was gone back to is one telling, with its last number', () => {
    const check = (hour: number, painNow: number): NotebookEvent => ({
      ...{ ...when(0, hour), v: 2, id: uuid(60 + hour), kind: 'checkFinished', check: 'c', movement: 'open' },
      ...{ answers: { painNow }, level: 'self-care', protocolVersion: 'x', changed: [] },
    })
    expect(pains([check(6, 9), check(7, 5)])).toEqual([[march(0), 5, 5]])
  })
})
