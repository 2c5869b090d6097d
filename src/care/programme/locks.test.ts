/** What a dangerous check closes, and what alone opens it again (evidence.md §2.1, §2.4 ruling 14; H-08). */
import { describe, expect, test } from 'vitest'
import type { IsoDate } from '../evidence/calendar.ts'
import type { ClinicianCleared, TooMuchFound } from './events.ts'
import { type DangerLock, tooMuchIn, whyNotCleared } from './locks.ts'
import { mayMove } from './screening.ts'
import { lockOf } from './state.ts'
import { begun, moment, story } from './story.proof.ts'
import { correctClocks } from '../record/notebook-clock.ts'
import type { NotebookEvent } from '../record/notebook.ts'
import { programmeEvents } from '../record/person.ts'
import { stateAt } from './fold.ts'

type Told = ReturnType<typeof begun>
type Visit = Partial<Omit<ClinicianCleared, 'kind' | 'v' | 'id' | 'at' | 'day'>>

const danger = { level: 'urgent', lock: 'locked' } as const
const idOf = (told: Told) => told.events.at(-1)?.id ?? ''
const visit = (told: Told, day: number, hour: number, part: Visit = {}) =>
  told.write(moment(day, hour), { kind: 'clinicianCleared', who: 'GP', ...part })
const lock = (told: Told, day: number, hour = 23) => lockOf(told.state(day, hour))

describe('a visit', () => {
  test('on the day after the check opens it; on the same day only if it came after, and that is said', () => {
    expect(lock(visit(begun().full(0, 9, danger), 1, 9), 1)).toBe('open')
    expect(lock(visit(begun().full(0, 9, danger), 0, 15), 0)).toBe('locked')
    const told = begun().full(0, 9, danger)
    expect(lock(visit(told, 0, 15, { seenAfter: idOf(told) }), 0)).toBe('open')
  })
  test('before the day of the check opens nothing, even when it is told later, or said to be after it', () => {
    const yesterday = { seenOn: moment(0).day }
    const told = begun().full(1, 9, danger)
    expect(lock(visit(told, 2, 9, yesterday), 2)).toBe('locked')
    expect(lock(visit(told, 2, 10, { ...yesterday, seenAfter: idOf(begun().full(1, 9, danger)) }), 2)).toBe('locked')
  })
  test('of a day that is later only because somebody flew east since the check opens nothing', () => {
    const told = begun().full(0, 23, danger)
    const [at] = [moment(0, 23).at]
    const flown = { kind: 'clinicianCleared', who: 'GP', seenOn: moment(1).day, offsetMinutes: 840 } as const
    expect(lock(told.write({ at, day: moment(1).day }, flown), 1)).toBe('locked')
    expect(lock(visit(told, 2, 9, { seenOn: moment(2).day, offsetMinutes: 840 }), 2)).toBe('open')
  })
  test('between two checks opens the first alone', () => {
    const told = begun().full(0, 9, danger).full(2, 9, danger)
    visit(told, 3, 9, { seenOn: moment(1).day })
    expect(lock(told, 3)).toBe('locked')
    expect(told.state(3).locks.map(({ day }) => day)).toEqual([moment(2).day])
    expect(lock(visit(told, 4, 9, { seenOn: moment(3).day }), 4)).toBe('open')
  })
  test('that was after the first of two checks on one day says nothing about the second', () => {
    const told = begun().full(0, 9, danger)
    const first = idOf(told)
    told.full(0, 11, danger)
    expect(lock(visit(told, 0, 12, { seenAfter: first }), 0)).toBe('locked')
    expect(told.state(0, 23).locks).toHaveLength(1)
  })
  test('that is still to come has cleared nobody', () => {
    const told = begun().full(0, 9, danger)
    expect(lock(visit(told, 1, 9, { seenOn: moment(2).day }), 1)).toBe('locked')
    expect(lock(visit(told, 1, 10, { seenOn: '2100-01-01' as IsoDate, seenAfter: 'e0002' }), 3)).toBe('locked')
  })
  test('is taken at the person’s word where the check is dated ahead of the telling: the clock was wrong', () => {
    // Made on a clock three days ahead, and so written first.
    const told = begun().write({ ...moment(0, 9), day: moment(3).day }, { kind: 'fullCheckDone', ...full })
    const id = idOf(told)
    expect(lock(visit(told, 0, 15), 0)).toBe('locked')
    expect(lock(visit(told, 0, 16, { seenAfter: id }), 0)).toBe('open')
  })
  test('is told as clearing the person only if it opened something', () => {
    expect(visit(begun().full(0, 9, danger), 0, 15).state(0, 23).clearedBy).toBeNull()
    expect(visit(begun().full(0, 9, danger), 1, 15).state(1, 23).clearedBy).toMatchObject({ who: 'GP' })
  })
})
const full = { ...danger, protocolVersion: 'test' } as const

describe('nothing else opens a lock', () => {
  test('not a clear check 12 minutes later, nor a week of them', () => {
    const told = begun().full(0, 9, { level: 'emergency', lock: 'locked' }).full(0, 9.2)
    for (let day = 1; day < 8; day += 1) told.full(day, 9)
    expect(mayMove(told.state(7), moment(7))).toMatchObject({ ok: false, why: 'locked' })
  })
  test('not a second start of the programme', () => {
    const told = begun().full(0, 9, danger).start().full(1, 9)
    expect(lock(told, 1)).toBe('locked')
  })
  test('not without a programme either', () => {
    expect(lock(story().full(0, 9, danger).full(1), 1)).toBe('locked')
  })
  test('what left the gentle part stays gentle after a check that does not tell of it', () => {
    const told = begun().full(0, 9, { level: 'soon', lock: 'gentle' }).full(0, 10)
    expect(lock(told, 0)).toBe('gentle')
    expect(lock(visit(told, 1, 9), 1)).toBe('open')
  })
  test('a check that asked for the gentle part never loosens one that closed all', () => {
    expect(lock(begun().full(0, 9, danger).full(0, 10, { level: 'soon', lock: 'gentle' }), 0)).toBe('locked')
  })
})

describe('told by mistake', () => {
  const mistaken = (told: Told, day: number, hour: number, checks: readonly string[]) =>
    told.write(moment(day, hour), { kind: 'dangerMistaken', checks })
  test('is logged and opens nothing; then a talk is enough, and only for that check', () => {
    const told = begun().full(0, 9, danger)
    const id = idOf(told)
    expect(lock(visit(told, 1, 8, { how: 'spoken' }), 1)).toBe('locked')
    mistaken(told, 1, 9, [id])
    expect(lock(told, 1)).toBe('locked')
    expect(told.state(1, 10).locks).toMatchObject([{ mistaken: true }])
    told.full(1, 10, danger)
    expect(lock(visit(told, 2, 9, { how: 'spoken' }), 2)).toBe('locked')
    expect(told.state(2, 10).locks).toMatchObject([{ mistaken: false }])
  })
  test('a talk before the word "by mistake" opens nothing afterwards', () => {
    const told = begun().full(0, 9, danger)
    const id = idOf(told)
    visit(told, 1, 8, { how: 'spoken' })
    expect(lock(mistaken(told, 1, 9, [id]), 1)).toBe('locked')
    expect(lock(visit(told, 1, 10, { how: 'spoken' }), 1)).toBe('open')
  })
})

describe('why a visit opens nothing yet', () => {
  const why = (part: Visit, said = true) => {
    const told = begun().full(0, 9, danger)
    const event = { v: 1, id: 'x', ...moment(1), kind: 'clinicianCleared', who: 'GP', ...part } as const
    return whyNotCleared(told.state(1).locks, event, said)
  }
  test('it was before; it was only a talk; they have not said that the person may move', () => {
    expect(why({})).toBeNull()
    expect(why({ seenOn: moment(0).day })).toBe('before')
    expect(why({ how: 'spoken' })).toBe('onlySpoken')
    expect(why({}, false)).toBe('mayNotMove')
  })
})

test('a check and a visit, both told under a clock three days ahead, mean the same once it is put right', () => {
  const ahead = (hour: number) => ({ at: moment(3, hour).at, day: moment(3).day })
  const checked: NotebookEvent = {
    ...{ v: 2, id: 'check', ...ahead(9), kind: 'checkFinished', check: 'c', changed: [], protocolVersion: 'p' },
    ...{ answers: { age: 40 }, level: 'urgent', movement: 'locked' },
  }
  const seen: NotebookEvent = {
    ...{ v: 1, id: 'seen', ...ahead(11), kind: 'clinicianCleared', who: 'GP' },
    ...{ seenOn: moment(3).day, seenAfter: 'check' },
  }
  for (const [day, hour] of [
    [0, 12],
    [1, 12],
    [3, 12],
    [9, 12],
  ] as const) {
    const now = moment(day, hour)
    const at = (events: readonly NotebookEvent[]) => lockOf(stateAt(programmeEvents(correctClocks(events, now)), now))
    expect([day, at([checked])]).toEqual([day, 'locked'])
    // The visit counts once its day is here, or once it is told again.
    expect([day, at([checked, seen])]).toEqual([day, day < 3 ? 'locked' : 'open'])
  }
})

describe('too much of a medicine', () => {
  const found = (level: TooMuchFound['level'], hour: number, isNew = false): TooMuchFound => ({
    ...{ kind: 'tooMuchFound', v: 1, id: `found at ${hour}` },
    ...{ ...moment(0, hour), level, isNew },
  })
  const lockAt = (hour: number, part: Partial<DangerLock> = {}): DangerLock => ({
    ...{ event: `lock of ${hour}`, lock: 'locked', level: 'urgent', mistaken: false, tooMuch: true },
    ...moment(0, hour),
    ...part,
  })
  const mistaken = lockAt(8, { mistaken: true })
  const { tooMuch: _, ...ofCheck } = lockAt(8)

  test('an answer that it was not too much opens what it closed within a day, and nothing later', () => {
    expect(tooMuchIn([lockAt(8)], found(null, 31.99))).toEqual([])
    expect(tooMuchIn([lockAt(8)], found(null, 32))).toEqual([lockAt(8)])
  })

  test('it opens nothing of what was called a mistake, and nothing that a check closed', () => {
    expect(tooMuchIn([mistaken, ofCheck], found(null, 9))).toEqual([mistaken, ofCheck])
  })

  test('an answer says how urgent it is of what stands; of a mistake it closes anew', () => {
    expect(tooMuchIn([lockAt(8)], found('emergency', 9))).toEqual([lockAt(8, { level: 'emergency' })])
    const closed = { event: 'found at 9', lock: 'locked', level: 'emergency', mistaken: false, tooMuch: true }
    expect(tooMuchIn([mistaken], found('emergency', 9))).toEqual([mistaken, { ...closed, ...moment(0, 9) }])
    expect(tooMuchIn([mistaken, lockAt(8)], found('emergency', 9))).toEqual([
      mistaken,
      lockAt(8, { level: 'emergency' }),
    ])
  })

  test('what is found anew closes beside what stands', () => {
    expect(tooMuchIn([lockAt(8)], found('urgent', 9, true))).toHaveLength(2)
  })
})
