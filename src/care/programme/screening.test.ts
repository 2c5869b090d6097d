import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkState } from '../check/check.ts'
import { asEpochMs, hourMs } from '../evidence/time.ts'
import { fullCheckDone, type MiniQuestion, type ProgrammeEvent } from './events.ts'
import { stateAt } from './fold.ts'
import { mayMove, miniIsClear, miniQuestions, screeningDue, weekDue } from './screening.ts'
import { lockOf } from './state.ts'
import { begun, moment, story } from './story.proof.ts'

const due = (told: ReturnType<typeof story>, day: number, hour = 12) =>
  screeningDue(told.state(day, hour), moment(day, hour)).due
const may = (told: ReturnType<typeof story>, day: number, hour = 12) =>
  mayMove(told.state(day, hour), moment(day, hour))

describe('which check is due', () => {
  test('a full check before the first plan', () => {
    expect(due(story(), 0)).toBe('full')
    expect(due(begun(), 0)).toBe('none')
  })
  test('a plan begun a day or more after its check asks again', () => {
    const late = (hour: number) => story().full(-1, hour).start()
    expect(due(late(7.51), 0)).not.toBe('full')
    expect(due(late(7.5), 0)).toBe('full')
  })
  test('the mini-check on each new day, though the last result is younger than 24 hours', () => {
    const told = story().full(0, 20).write(moment(0, 20.5), {
      kind: 'programmeStarted',
      episodeDay: '2026-03-02',
      painDayOne0to10: 6,
      ageYears: 40,
      firstEver: 'no',
    })
    expect(due(told, 0, 23)).toBe('none')
    expect(due(told, 1, 0.5)).toBe('mini')
    expect(due(told.mini(1, 0.6), 1, 1)).toBe('none')
  })
  test('a result of exactly 24 hours no longer counts, one minute less does (H-04)', () => {
    // The same day for the person on both sides of the border: they have flown west.
    const told = begun()
    const later = (ms: number) => ({ at: asEpochMs(moment(0, 7).at + 24 * hourMs + ms), day: moment(0).day })
    const at = (ms: number) => screeningDue(stateAt(told.events, later(ms)), later(ms)).due
    expect(at(-60_000)).toBe('none')
    expect(at(0)).toBe('mini')
  })
  test('a clear check from the future does not count', () => {
    const told = begun().mini(3)
    const now = moment(2)
    expect(screeningDue(stateAt(told.events, now), now).due).toBe('mini')
  })
  test('nor does one from later the same day, by a clock that was put back since', () => {
    const told = begun().mini(2, 12)
    const from = moment(2, 12).at
    const at = (ms: number) => screeningDue(told.state(2, 12), { at: asEpochMs(from + ms), day: moment(2).day }).due
    expect(at(0)).toBe('none')
    expect(at(-1)).toBe('mini')
    expect(at(-3 * hourMs)).toBe('mini')
  })
  test('a check from the future that leaves only the gentle part counts: a wrong clock opens nothing', () => {
    const now = moment(2)
    const told = begun().full(3, 8, { level: 'soon', lock: 'gentle' })
    expect(lockOf(stateAt(begun().events, now))).toBe('open')
    expect(lockOf(stateAt(told.events, now))).toBe('gentle')
  })
  test('in every phase', () => {
    for (const phase of [1, 2, 3, 4] as const) {
      const state = { ...begun().state(1), phase }
      expect(screeningDue(state, moment(1)).due).toBe('mini')
    }
  })
  test('full checks at weeks 2, 4, 6 and 12: not a day before, and until one is done', () => {
    for (const week of [2, 4, 6, 12]) {
      const told = begun().full(week * 7 - 1)
      expect(weekDue(told.state(week * 7 - 1), moment(week * 7 - 1)), `${week}`).toBeNull()
      expect(weekDue(told.state(week * 7), moment(week * 7)), `${week}`).toBe(week)
      expect(due(told, week * 7 + 3), `${week}`).toBe('full')
      expect(due(told.full(week * 7 + 3, 9), week * 7 + 3, 10), `${week}`).toBe('none')
    }
  })
  test('a red session asks the mini-check again on the same day', () => {
    const told = begun().session(0, 10, {
      painBefore0to10: 5,
      movements: [{ card: 'M09', movement: 'M09', peak0to10: 7, done: 'all' }],
    })
    expect(due(told, 0)).toBe('mini')
    expect(due(told.mini(0, 11), 0)).toBe('none')
  })
  test('a good session that is told after a red entry does not take the short check away', () => {
    const told = begun().mini(1, 7).morning(1, 6, { plainCause: 'yes' }).session(1, 10, { painBefore0to10: 2 })
    expect(due(told, 1)).toBe('mini')
    expect(due(told.mini(1, 11), 1)).toBe('none')
  })
  test('a morning or a check-in of 6 is a red entry and asks the mini-check again, 5 does not', () => {
    const morning = (pain: number) => begun().mini(1, 7).morning(1, pain, { plainCause: 'yes' })
    expect(due(morning(5), 1)).toBe('none')
    expect(due(morning(6), 1)).toBe('mini')
    expect(due(morning(6).mini(1, 9), 1)).toBe('none')
    const checkIn = (pain0to10: number) => begun().mini(1, 7).checkIn(1, { pain0to10 })
    expect(due(checkIn(5), 1)).toBe('none')
    expect(due(checkIn(6), 1)).toBe('mini')
  })
})

describe('the mini-check', () => {
  test('only seven plain noes are clear', () => {
    const reply = fc.constantFrom('yes', 'no', 'notSure', undefined)
    fc.assert(
      fc.property(fc.array(reply, { minLength: 7, maxLength: 7 }), (replies) => {
        const answers = Object.fromEntries(miniQuestions.map((id, index) => [id, replies[index]]))
        expect(miniIsClear({ answers: answers as Record<MiniQuestion, 'no'> })).toBe(
          replies.every((one) => one === 'no'),
        )
      }),
    )
  })
  test('anything else asks for the full check', () => {
    const told = begun().write(moment(1, 9), { kind: 'miniCheckDone', answers: { A1: 'no', A2: 'notSure' } })
    expect(due(told, 1)).toBe('full')
    expect(may(told, 1).ok).toBe(false)
  })
})

test('a morning that steps back asks the short check again, though the day has had one', () => {
  const told = (pain: number) => begun().session(0, 10).full(1, 7).morning(1, pain)
  expect(due(told(3), 1)).toBe('none')
  expect(told(4).state(1).decisions.at(-1)?.kind).toBe('regress')
  expect(due(told(4), 1)).toBe('mini')
})

describe('a lock (H-08)', () => {
  test('urgent and emergency lock everything, whatever their own lock says', () => {
    for (const level of ['urgent', 'emergency'] as const)
      expect(may(begun().full(0, 9, { level, lock: 'open' }), 0)).toMatchObject({ ok: false, why: 'locked' })
  })
  test('a clear check later does not open it; a clinician does, and then the day needs its mini-check', () => {
    const told = begun().full(0, 9, { level: 'urgent', lock: 'locked' }).full(0, 11)
    expect(may(told, 0)).toMatchObject({ ok: false, why: 'locked' })
    told.write(moment(1, 7), { kind: 'clinicianCleared', who: 'Dr Khan' })
    expect(told.state(1).clearedBy).toEqual({ who: 'Dr Khan', on: '2026-03-03' })
    expect(may(told, 1)).toMatchObject({ ok: false, why: 'miniCheck' })
    expect(may(told.mini(1), 1)).toEqual({ ok: true, lock: 'open' })
  })
  test('a clearing from the future opens nothing', () => {
    const told = begun().full(0, 9, { level: 'urgent', lock: 'locked' })
    told.write(moment(5), { kind: 'clinicianCleared', who: 'GP' })
    expect(may(told, 0)).toMatchObject({ ok: false, why: 'locked' })
  })
  test('SOON with a suspicion of fracture, cancer or infection leaves the gentle part only', () => {
    expect(may(begun().full(0, 9, { level: 'soon', lock: 'gentle' }), 0)).toEqual({ ok: true, lock: 'gentle' })
  })
  test('SOON without one leaves all of it', () => {
    expect(may(begun().full(0, 9, { level: 'soon', lock: 'open' }), 0)).toEqual({ ok: true, lock: 'open' })
  })
  test('a new episode does not open a lock', () => {
    const told = begun().full(0, 9, { level: 'urgent', lock: 'locked' })
    told.write(moment(20), {
      kind: 'programmeStarted',
      episodeDay: '2026-03-22',
      painDayOne0to10: 5,
      ageYears: 40,
      firstEver: 'no',
    })
    expect(may(told, 20, 13)).toMatchObject({ ok: false, why: 'locked' })
  })
})

test('the event of a check carries its level and lock', () => {
  const result = checkState({ A10: 'yes' })
  if (!result.complete) throw new Error('not complete')
  const event: ProgrammeEvent = fullCheckDone({ v: 1, id: 'x', ...moment(0) }, result)
  expect(event).toMatchObject({ kind: 'fullCheckDone', level: 'emergency', lock: 'locked' })
})
