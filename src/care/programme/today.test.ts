import { describe, expect, test } from 'vitest'
import { phases } from './phases.ts'
import { fullCheckWeeks } from './screening.ts'
import { begun, building, moment, restoring, story, well } from './story.proof.ts'
import type { Decision } from './state.ts'
import {
  besideCall,
  hidesFutureSessions,
  mayDoOneMore,
  nothingToBook,
  type TaskKind,
  tasksBesideCall,
  today,
  weekInSight,
} from './today.ts'

const at = (told: ReturnType<typeof story>, day: number, hour = 12) =>
  today(told.state(day, hour), well, moment(day, hour))
const order = (told: ReturnType<typeof story>, day: number, hour = 12) => {
  const { next, then } = at(told, day, hour)
  return [next, ...then].map(({ kind }) => kind)
}

describe('what to do today', () => {
  test('nothing begun: start', () => {
    expect(order(story(), 0)).toEqual(['start'])
  })
  test('a new day: pain, short check, then the movements, with why and minutes', () => {
    expect(order(begun(), 1)).toEqual(['morning', 'miniCheck', 'session'])
    const { next } = at(begun().morning(1, 2).mini(1), 1)
    expect(next).toMatchObject({ kind: 'session', title: 'Your movements: 1 of 3 today' })
    expect(next.minutes).toBeGreaterThan(0)
    expect(next.why).not.toBe('')
  })
  test('a stop sign: the full check comes first', () => {
    const told = begun().write(moment(0, 11), { kind: 'stopped', sign: 'fall' })
    expect(order(told, 0)[0]).toBe('fullCheck')
  })
  test('the full check stands there once, also where it is the last thing before the next phase', () => {
    const told = begun().goodDay(0).morning(1, 2).abilities(1).write(moment(1, 8.5), { kind: 'stopped', sign: 'fall' })
    expect(order(told, 1).filter((kind) => kind === 'fullCheck')).toHaveLength(1)
    const due = begun().goodDay(0).morning(13, 2).goodDay(13).morning(14, 2).abilities(14)
    expect(order(due, 14, 9).filter((kind) => kind === 'fullCheck')).toHaveLength(1)
  })
  test('whoever must be seen first is told that, and not to do a check, also when something was told since', () => {
    const told = begun()
      .full(1, 8, { level: 'urgent', lock: 'locked' })
      .write(moment(1, 9), { kind: 'stopped', sign: 'fall' })
    expect(order(told, 1)).toEqual(['seeClinician'])
  })
  test('a call for help comes before all else', () => {
    expect(order(begun().checkIn(1, { toiletAndDrink: 'no' }), 1)[0]).toBe('getHelp')
  })
  test('locked: be seen, and no movement anywhere', () => {
    const told = begun().full(0, 9, { level: 'urgent', lock: 'locked' })
    expect(order(told, 0)).toEqual(['seeClinician'])
  })
  test('the check-in of day 3 is asked', () => {
    expect(order(begun().morning(2, 3).mini(2), 2)).toEqual(['checkIn', 'session'])
  })
  test('ready for the next phase but for what must be asked, then the check, then the change', () => {
    const told = begun().goodDay(0).morning(1, 2).mini(1)
    expect(order(told, 1)[0]).toBe('abilities')
    told.abilities(1)
    expect(order(told, 1)[0]).toBe('fullCheck')
    told.full(1, 9)
    expect(order(told, 1)[0]).toBe('changePhase')
  })
  test('all sessions done: done for today, and one more is no duty', () => {
    const { then } = at(begun().morning(0, 2).goodDay(0), 0, 20)
    expect(then.at(-1)).toMatchObject({ kind: 'rest', why: 'One more is fine if you feel like it.' })
  })
  test('the direction is asked again after 3 days, not after 2', () => {
    const told = begun().write(moment(0, 9), { kind: 'directionFound', direction: 'either' })
    expect(order(told, 2)).not.toContain('askDirection')
    expect(order(told, 3)).toContain('askDirection')
  })
  test('the day after strength is a walk', () => {
    const movements = [{ card: 'M10', movement: 'M08', peak0to10: 1, done: 'all' }] as const
    const told = building().session(6, 10, { movements }).morning(7, 2).mini(7)
    expect(order(told, 7)).toContain('walk')
    expect(order(told, 7)).not.toContain('session')
  })
})

describe('beside a danger', () => {
  const open = begun().state(0, 12)
  const gentle = begun().full(0, 9, { level: 'soon', lock: 'gentle' }).state(0, 12)
  const locked = begun().full(0, 9, { level: 'urgent', lock: 'locked' }).state(0, 12)

  test('nothing to book is shown while all is closed, or a sign waits that asks for help now or today (H-23)', () => {
    for (const state of [open, gentle]) {
      expect(nothingToBook(state, null)).toBe(false)
      expect(nothingToBook(state, { how: 'check' })).toBe(false)
      expect(nothingToBook(state, { how: 'today' })).toBe(true)
      expect(nothingToBook(state, { how: 'now' })).toBe(true)
    }
    expect(nothingToBook(locked, null)).toBe(true)
    expect(nothingToBook(locked, { how: 'check' })).toBe(true)
  })

  test('no session ahead is spoken of while a check or a call comes first, or anything is closed', () => {
    const first = (kind: TaskKind) => ({ kind, title: '', why: '', minutes: 0 })
    for (const kind of ['fullCheck', 'getHelp', 'seeClinician'] as const)
      expect(hidesFutureSessions(open, first(kind))).toBe(true)
    for (const kind of ['start', 'morning', 'miniCheck', 'checkIn', 'session', 'walk', 'rest'] as const) {
      expect(hidesFutureSessions(open, first(kind))).toBe(false)
      expect(hidesFutureSessions(gentle, first(kind))).toBe(true)
      expect(hidesFutureSessions(locked, first(kind))).toBe(true)
    }
  })

  test('of what was decided and is to be done only what holds back, a check and being seen stand beside a call', () => {
    const decided = (kind: Decision['kind']) => ({
      ...{ ...moment(0, 12), kind, words: '', reasons: [] },
      after: 'morning' as const,
    })
    const kinds = ['advance', 'hold', 'regress', 'stop', 'restart', 'phaseUp', 'phaseBack'] as const
    expect(besideCall(kinds.map(decided)).map(({ kind }) => kind)).toEqual(['regress', 'stop', 'phaseBack'])
    const tasks = ['start', 'getHelp', 'seeClinician', 'fullCheck', 'morning', 'miniCheck', 'session', 'rest'] as const
    const left = tasksBesideCall(tasks.map((kind) => ({ kind, title: '', why: '', minutes: 0 })))
    expect(left.map(({ kind }) => kind)).toEqual(['seeClinician', 'fullCheck'])
  })
})

describe('what changed', () => {
  test('the decisions since the last session of an earlier day, newest first', () => {
    const { changed } = at(begun().goodDay(0).morning(1, 2), 1)
    expect(changed[0]).toMatchObject({ kind: 'advance' })
    expect(changed.at(-1)).toMatchObject({ kind: 'hold', after: 'session' })
  })
  test('after days away: welcome, no blame', () => {
    expect(at(begun().goodDay(0), 9).welcomeBack).toMatch(/^Welcome back\./)
    expect(at(begun().goodDay(0), 7).welcomeBack).toBeNull()
  })
})

describe('the week', () => {
  test('three days back and three ahead; the past carries no plan', () => {
    const { week } = at(restoring().session(1, 10), 2)
    expect(week.map(({ fromToday }) => fromToday)).toEqual([-3, -2, -1, 0, 1, 2, 3])
    for (const day of week) expect(day.sessionsPlanned === null).toBe(day.fromToday < 0)
    expect(week[2]).toMatchObject({ day: '2026-03-03', sessionsDone: 1, morningPain: 2 })
  })
  test('strength days ahead are never next to each other', () => {
    const { week } = at(building(), 6)
    const ahead = week.filter(({ fromToday }) => fromToday >= 0).map(({ sessionsPlanned }) => sessionsPlanned)
    for (const [index, planned] of ahead.entries()) if (planned) expect(ahead[index + 1] ?? 0).toBe(0)
  })
  test('nothing ahead is planned in sight while movements are locked or a check is due; what was done stays', () => {
    const ahead = (told: ReturnType<typeof story>, day: number) => {
      const now = at(told, day)
      const inSight = weekInSight(told.state(day, 12), now)
      expect(inSight.map(({ sessionsDone }) => sessionsDone)).toEqual(now.week.map(({ sessionsDone }) => sessionsDone))
      return inSight.some(({ sessionsPlanned }) => sessionsPlanned !== null)
    }
    expect(ahead(begun().goodDay(0), 1)).toBe(true)
    expect(ahead(begun().full(1, 9, { level: 'soon', lock: 'gentle' }), 1)).toBe(false)
    expect(ahead(begun().full(1, 9, { level: 'urgent', lock: 'locked' }), 1)).toBe(false)
    expect(ahead(begun().write(moment(0, 11), { kind: 'stopped', sign: 'fall' }), 0)).toBe(false)
    expect(ahead(begun().write(moment(0, 11), { kind: 'miniCheckDone', answers: { A1: 'notSure' } }), 0)).toBe(false)
  })
  test('one more session is offered up to the most of the phase, and not while a check comes first', () => {
    const may = (told: ReturnType<typeof story>, day: number) => mayDoOneMore(told.state(day, 20), moment(day, 20))
    const [, most] = phases[1].sessionsADay
    const done = (sessions: number) => {
      const told = begun()
      for (let index = 0; index < sessions; index += 1) told.session(0, 9 + index)
      return told
    }
    expect(may(done(most - 1), 0)).toBe(true)
    expect(may(done(most), 0)).toBe(false)
    expect(may(done(0), 1)).toBe(false)
    expect(may(done(most).mini(1), 1)).toBe(true)
  })
  test('says on which days a full check is due', () => {
    for (const week of fullCheckWeeks)
      expect(at(begun(), week * 7).week.find(({ fromToday }) => fromToday === 0)?.fullCheckDue).toBe(true)
    expect(at(begun(), 13).week.find(({ fromToday }) => fromToday === 0)?.fullCheckDue).toBe(false)
  })
})
