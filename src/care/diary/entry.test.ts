import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asEpochMs } from '../evidence/time.ts'
import { entry, march } from './diary.fixtures.ts'
import { diaryDays } from './days.ts'
import { type DiaryEvent, type EntryFields, entries, mostTasks, noteLimit, signAnswers, tasks } from './entry.ts'
import { checkedEntry } from './entry-sound.ts'

const base = { v: 1, at: asEpochMs(0), day: march(0) } as const
const chosen = (task: string, at = 0, name = task): DiaryEvent => ({
  ...base,
  at: asEpochMs(at),
  id: `choose-${task}-${at}`,
  kind: 'taskChosen',
  task,
  name,
})
const dropped = (task: string, at: number): DiaryEvent => ({
  ...base,
  at: asEpochMs(at),
  id: `drop-${task}-${at}`,
  kind: 'taskDropped',
  task,
})

describe('the entries of a diary', () => {
  test('come oldest first and once, however the record was merged', () => {
    const events = [entry(2, { painNow0to10: 2 }), entry(0, { painNow0to10: 5 }), entry(1, { painNow0to10: 4 })]
    fc.assert(
      fc.property(fc.shuffledSubarray([...events, ...events], { minLength: 6, maxLength: 6 }), (shuffled) => {
        expect(entries(shuffled).map(({ painNow0to10 }) => painNow0to10)).toEqual([5, 4, 2])
      }),
    )
  })

  test('leave out one that was taken back, even when the taking back arrives first', () => {
    const wrong = entry(0, { painNow0to10: 9 })
    const back: DiaryEvent = { ...base, id: 'back', kind: 'entryWithdrawn', entry: wrong.id }
    expect(entries([back, wrong, entry(1, { painNow0to10: 3 })]).map(({ day }) => day)).toEqual([march(1)])
  })
})

describe('a day of the diary', () => {
  test('has the mean of its entries as pain', () => {
    const [day] = diaryDays([entry(0, { painNow0to10: 3 }), entry(0, { painNow0to10: 6 }, 20)])
    expect(day).toMatchObject({ day: march(0), pain0to10: 4.5, worst0to10: 6 })
  })

  test('goes by the last average when one was told', () => {
    const [day] = diaryDays([
      entry(0, { painNow0to10: 3, painAverage0to10: 5 }),
      entry(0, { painNow0to10: 6, painWorst0to10: 8 }, 20),
    ])
    expect(day).toMatchObject({ pain0to10: 5, worst0to10: 8 })
  })

  test('keeps what was told last of each thing, and never makes up what was not told', () => {
    const [day] = diaryDays([
      entry(0, { painNow0to10: 3, sleep: 'bad', sittingHours: 2 }),
      entry(0, { painNow0to10: 3, sittingHours: 7 }, 20),
    ])
    expect(day).toMatchObject({ sleep: 'bad', sittingHours: 7 })
    expect(day && 'stress' in day).toBe(false)
    expect(day && 'lifting' in day).toBe(false)
  })

  test('is counted from one date to the next over a month and a leap day', () => {
    const numbers = diaryDays([
      { ...entry(0, { painNow0to10: 1 }), id: 'a', day: '2028-02-28' },
      { ...entry(0, { painNow0to10: 1 }), id: 'b', day: '2028-03-01' },
    ]).map(({ number }) => number)
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(2)
  })
})

describe('own tasks', () => {
  test('are three at most; a fourth does not push one out', () => {
    const four = ['a', 'b', 'c', 'd'].map((task, at) => chosen(task, at))
    expect(tasks(four).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(mostTasks).toBe(3)
  })

  test('make room when one is dropped', () => {
    const events = [chosen('a', 0), chosen('b', 1), chosen('c', 2), dropped('b', 3), chosen('d', 4)]
    expect(tasks(events).map(({ id }) => id)).toEqual(['a', 'c', 'd'])
  })

  test('keep their scores in order, and take a new name', () => {
    const events = [
      chosen('a', 0, 'Lift my child'),
      chosen('a', 1, 'Lift my son'),
      entry(3, { painNow0to10: 2, taskScores: [{ task: 'a', score0to10: 6 }] }),
      entry(1, {
        painNow0to10: 5,
        taskScores: [
          { task: 'a', score0to10: 2 },
          { task: 'gone', score0to10: 9 },
        ],
      }),
    ]
    expect(tasks(events)).toEqual([
      {
        id: 'a',
        name: 'Lift my son',
        scores: [
          { day: march(1), score0to10: 2 },
          { day: march(3), score0to10: 6 },
        ],
      },
    ])
  })
})

describe('an entry is sound', () => {
  const problems = (fields: Partial<EntryFields>) => {
    const checked = checkedEntry({ painNow0to10: 4, ...fields })
    return checked.ok ? [] : checked.why.map(({ field }) => field)
  }

  test('with nothing but the pain now', () => {
    expect(checkedEntry({ painNow0to10: 0 })).toEqual({ ok: true, value: { painNow0to10: 0 } })
  })

  test.each([
    ['painNow0to10', 0, -1],
    ['painNow0to10', 10, 11],
    ['painNow0to10', 4, 4.5],
    ['painNow0to10', 4, Number.NaN],
    ['painWorst0to10', 10, 11],
    ['painAverage0to10', 0, -1],
    ['sittingHours', 24, 24.5],
    ['sittingHours', 0, -0.5],
    ['sittingHours', 7.5, Number.NaN],
    ['confidence0to10', 10, 11],
    ['globalChange', -5, -6],
    ['globalChange', 5, 6],
  ] as const)('%s at %s, and not at %s', (field, fine, wrong) => {
    expect(problems({ [field]: fine })).toEqual([])
    expect(problems({ [field]: wrong })).toEqual([field])
  })

  test('only when the usual pain is not above the worst', () => {
    expect(problems({ painWorst0to10: 5, painAverage0to10: 5 })).toEqual([])
    expect(problems({ painWorst0to10: 5, painAverage0to10: 6 })).toEqual(['painAverage0to10'])
  })

  test('with a note of 2,000 letters and not of one more', () => {
    expect(problems({ note: 'a'.repeat(noteLimit) })).toEqual([])
    expect(problems({ note: 'a'.repeat(noteLimit + 1) })).toEqual(['note'])
  })

  test('only with words of the lists, each once', () => {
    expect(problems({ signs: signAnswers.map(({ value }) => value), places: ['lowBack-left', 'tailbone'] })).toEqual([])
    expect(problems({ signs: ['weak', 'weak'] })).toEqual(['signs'])
    expect(problems({ places: ['lowBack-left', 'lowBack-left'] })).toEqual(['places'])
    expect(problems(JSON.parse('{"places":["knee"],"leg":"up","sleep":"ok","helped":["magic"]}'))).toEqual([
      'places',
      'leg',
      'sleep',
      'helped',
    ])
  })

  test('with three task scores of 0 to 10, and tells every problem at once', () => {
    const score = (task: string, score0to10: number) => ({ task, score0to10 })
    expect(problems({ taskScores: [score('a', 0), score('b', 10), score('c', 5)] })).toEqual([])
    expect(problems({ taskScores: [score('a', 0), score('b', 10), score('c', 5), score('d', 5)] })).toEqual([
      'taskScores',
    ])
    expect(problems({ painNow0to10: 12, taskScores: [score('a', 11)] })).toEqual(['painNow0to10', 'taskScores'])
  })
})
