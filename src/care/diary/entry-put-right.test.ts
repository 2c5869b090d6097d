import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, type IsoDate } from '../evidence/calendar.ts'
import { asEpochMs } from '../evidence/time.ts'
import { entry, march } from './diary.fixtures.ts'
import { chartData } from './chart-data.ts'
import { asLived, diaryDays } from './days.ts'
import { type DiaryEntry, type DiaryEvent, type EntryFields, entries, entryNow } from './entry.ts'

/** Written on a day, in the order of the hours. */
const put = (day: number, hour: number, fields: EntryFields, more: Partial<DiaryEntry> = {}): DiaryEntry => ({
  ...entry(day, fields, hour),
  ...more,
})
const takenBack = (day: number, hour: number, one: string): DiaryEvent => {
  const { id, at, day: date } = entry(day, { painNow0to10: 0 }, hour)
  return { v: 1, id: `back-${id}`, at, day: date, kind: 'entryWithdrawn', entry: one }
}
const pains = (events: readonly DiaryEvent[]) => entries(events).map(({ painNow0to10 }) => painNow0to10)

describe('an entry about an earlier day', () => {
  const late = put(3, 9, { painNow0to10: 8, sleep: 'bad' }, { about: march(2) })
  test('stands on its own day, and its own day alone', () => {
    const days = diaryDays([put(1, 20, { painNow0to10: 4 }), put(3, 8, { painNow0to10: 3 }), late])
    expect(days.map(({ day, pain0to10 }) => [day, pain0to10])).toEqual([
      [march(1), 4],
      [march(2), 8],
      [march(3), 3],
    ])
    expect(entries([late])[0]).toMatchObject({ day: march(2), writtenOn: march(3), toldLate: true, at: late.at })
  })
  test('comes after what was told on that day itself, and before the day after it', () => {
    const day = [put(2, 8, { painNow0to10: 5, sleep: 'good' }), put(2, 20, { painNow0to10: 6 })]
    const events = [...day, put(3, 8, { painNow0to10: 3 }), late]
    expect(pains(events)).toEqual([5, 6, 8, 3])
    expect(diaryDays(events)[0]).toMatchObject({ sleep: 'bad', worst0to10: 8 })
  })
  test('is not the last entry of a diary that goes on to today', () => {
    const days = diaryDays([put(1, 8, { painNow0to10: 4 }), put(3, 8, { painNow0to10: 3 }), late])
    expect(asLived(days).at(-1)?.day).toBe(march(3))
    const start = { day: march(1), painAge: 'acute' } as const
    expect(chartData(days, start, [], march(3)).words.join(' ')).toContain(
      'On the last day that you told us about, it was 3 out of 10.',
    )
  })
  test('before the first of all is the first', () => {
    expect(pains([put(3, 8, { painNow0to10: 3 }), late])).toEqual([8, 3])
  })
})

describe('an entry that is put right', () => {
  const wrong = put(1, 8, { painNow0to10: 9, sleep: 'bad' })
  const evening = put(1, 20, { painNow0to10: 2, sleep: 'good' })
  const right = put(2, 9, { painNow0to10: 4, sleep: 'broken' }, { about: march(1), replaces: wrong.id })
  test('counts in its new words, in the place of the old ones', () => {
    expect(pains([wrong, evening, right])).toEqual([4, 2])
    expect(diaryDays([wrong, evening, right])).toMatchObject([{ day: march(1), pain0to10: 3, sleep: 'good' }])
    expect(entries([wrong, evening, right])[0]).toMatchObject({ first: { id: wrong.id }, writtenOn: march(2) })
    expect(entries([wrong, evening, right])[0]?.toldLate).toBeUndefined()
  })
  test('onto another day, as a file can have it, is late there too: it may hide no change of that day', () => {
    const moved = put(2, 9, { painNow0to10: 4 }, { replaces: wrong.id })
    expect(entries([wrong, evening, moved]).find(({ id }) => id === moved.id)).toMatchObject({
      day: march(2),
      toldLate: true,
    })
  })
  test('by two devices counts once, in the words that came last', () => {
    const other = put(2, 10, { painNow0to10: 5 }, { about: march(1), replaces: wrong.id })
    const again = put(2, 11, { painNow0to10: 6 }, { about: march(1), replaces: right.id })
    expect(pains([other, wrong, right])).toEqual([5])
    expect(pains([again, other, wrong, right])).toEqual([6])
    for (const { id } of [wrong, right, other, again])
      expect(entryNow([again, other, wrong, right], id)?.id).toBe(again.id)
  })
  test('and then taken back leaves nothing; its old words do not come back', () => {
    expect(pains([wrong, right, takenBack(2, 12, right.id)])).toEqual([])
    expect(entryNow([wrong, right, takenBack(2, 12, right.id)], wrong.id)).toBeUndefined()
  })
  test('stays, when somebody takes back the old words that they still see elsewhere', () => {
    expect(pains([wrong, right, takenBack(2, 12, wrong.id)])).toEqual([4])
  })
  test('that the record does not hold stands for it', () => {
    expect(pains([right, evening])).toEqual([2, 4])
  })
  test('by each other in a circle, as only a changed file can say, still ends', () => {
    const one = put(1, 8, { painNow0to10: 1 }, { replaces: 'two', id: 'one' })
    const two = put(1, 9, { painNow0to10: 2 }, { replaces: 'one', id: 'two' })
    expect(pains([one, two])).toEqual([2])
    expect(pains([{ ...one, replaces: 'one' }])).toEqual([1])
  })
})

/** What a person does, one thing after another; `of` picks one of the entries written before, by number. */
type Act =
  | { readonly do: 'write'; readonly back: number; readonly told: EntryFields }
  | { readonly do: 'putRight'; readonly of: number; readonly told: EntryFields }
  | { readonly do: 'takeBack'; readonly of: number }

const told: fc.Arbitrary<EntryFields> = fc
  .record({
    painNow0to10: fc.integer({ min: 0, max: 10 }),
    painAverage0to10: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    sleep: fc.option(fc.constantFrom('good' as const, 'bad' as const), { nil: undefined }),
  })
  .map(({ painNow0to10, painAverage0to10, sleep }) => ({
    painNow0to10,
    ...(painAverage0to10 !== undefined && { painAverage0to10 }),
    ...(sleep && { sleep }),
  }))
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('write' as const), back: fc.integer({ min: 0, max: 3 }), told }),
  fc.record({ do: fc.constant('putRight' as const), of: fc.nat(), told }),
  fc.record({ do: fc.constant('takeBack' as const), of: fc.nat() }),
)

/** The plainest diary there could be: a list of lines that are written over and struck out. */
interface Line {
  readonly day: IsoDate
  readonly late: boolean
  /** The newest words last; each with the id under which they were kept. */
  readonly words: { readonly id: string; readonly told: EntryFields }[]
  struck: boolean
}

/** Plays the acts, one every ten hours, into the record and into the plain diary. */
function play(acts: readonly Act[]): { readonly events: readonly DiaryEvent[]; readonly lines: readonly Line[] } {
  const events: DiaryEvent[] = []
  const lines: Line[] = []
  for (const [index, one] of acts.entries()) {
    const hours = 8 + index * 10
    const at = asEpochMs(entry(0, { painNow0to10: 0 }, hours).at)
    const made = { id: `act-${index}`, at, day: addDays(march(0), Math.floor(hours / 24)) }
    const kept = lines.flatMap((line) => line.words.map(({ id }) => ({ line, id })))
    if (one.do === 'write') {
      const day = addDays(made.day, -one.back)
      lines.push({ day, late: one.back > 0, words: [{ id: made.id, told: one.told }], struck: false })
      events.push({ v: 2, ...made, kind: 'diaryEntry', ...one.told, ...(one.back > 0 && { about: day }) })
      continue
    }
    const target = kept[one.of % Math.max(1, kept.length)]
    if (!target) continue
    const { line, id } = target
    if (one.do === 'takeBack') {
      if (line.words.at(-1)?.id === id) line.struck = true
      events.push({ v: 1, ...made, kind: 'entryWithdrawn', entry: id })
      continue
    }
    line.words.push({ id: made.id, told: one.told })
    line.struck = false
    const about = line.day === made.day ? {} : { about: line.day }
    events.push({ v: 2, ...made, kind: 'diaryEntry', ...one.told, ...about, replaces: id })
  }
  return { events, lines: lines.filter(({ struck }) => !struck) }
}

/** A day as the plain diary shows it. */
function plainDays(lines: readonly Line[]) {
  const days = [...new Set(lines.map(({ day }) => day))].sort()
  return days.map((day) => {
    const here = lines.filter((line) => line.day === day)
    const all = [...here.filter(({ late }) => !late), ...here.filter(({ late }) => late)].flatMap(
      ({ words }) => words.at(-1)?.told ?? [],
    )
    const averages = all.flatMap(({ painAverage0to10 }) => painAverage0to10 ?? [])
    const mean = all.reduce((sum, { painNow0to10 }) => sum + painNow0to10, 0) / all.length
    const sleep = all.flatMap((one) => one.sleep ?? []).at(-1)
    return {
      day,
      number: dayNumber(day),
      pain0to10: averages.at(-1) ?? mean,
      worst0to10: Math.max(...all.map(({ painNow0to10 }) => painNow0to10), ...averages),
      ...(here.some(({ late }) => late) && { toldLate: true }),
      ...(sleep && { sleep }),
    }
  })
}

describe('whatever is written, put right and taken back, in whatever order it arrives', () => {
  const acts = fc.array(act, { minLength: 1, maxLength: 14 })
  test('each day shows what the plainest diary would', () => {
    fc.assert(
      fc.property(acts, fc.func(fc.nat()), (done, chance) => {
        const { events, lines } = play(done)
        const shuffled = [...events, ...events.slice(0, 3)].sort((a, b) => chance(a.id) - chance(b.id))
        const shown = diaryDays(shuffled).map(({ place: _place, ...day }) => day)
        expect(shown).toEqual(plainDays(lines))
      }),
      { numRuns: 500 },
    )
  })
  test('days and entries follow each other as they were lived', () => {
    fc.assert(
      fc.property(acts, (done) => {
        const { events, lines } = play(done)
        const days = diaryDays(events)
        expect(asLived(days)).toEqual(days)
        const counted = entries(events)
        expect(counted.map(({ day }) => day)).toEqual([...counted.map(({ day }) => day)].sort())
        expect(counted.map(({ id }) => id).sort()).toEqual(lines.map(({ words }) => words.at(-1)?.id).sort())
      }),
    )
  })
})

test('what counts now of an entry is the one that put that very entry right, in whatever order a file brings them', () => {
  const one = put(1, 8, { painNow0to10: 1 })
  const two = put(2, 8, { painNow0to10: 2 })
  const twoRight = put(3, 8, { painNow0to10: 5 }, { about: march(2), replaces: two.id })
  for (const events of [
    [one, two, twoRight],
    [twoRight, two, one],
  ]) {
    expect(entryNow(events, one.id)?.painNow0to10).toBe(1)
    expect([two, twoRight].map(({ id }) => entryNow(events, id)?.painNow0to10)).toEqual([5, 5])
    expect(entryNow(events, 'none')).toBeUndefined()
  }
  expect(entryNow([one, two, takenBack(4, 8, two.id)], two.id)).toBeUndefined()
})

test('an entry that was told after a clock was put back stays after what was told before, when it is put right', () => {
  const ahead = put(5, 8, { painNow0to10: 7 })
  const told = put(2, 8, { painNow0to10: 3 }, { order: asEpochMs(ahead.at + 1) })
  const right = put(2, 9, { painNow0to10: 4 }, { order: asEpochMs(ahead.at + 2), replaces: told.id })
  expect(pains([ahead, told])).toEqual([7, 3])
  expect(pains([ahead, told, right])).toEqual([7, 4])
})
