import { describe, expect, test } from 'vitest'
import { phaseReadiness } from './advance-phase.ts'
import type { SessionDone } from './events.ts'
import type { Decision, ProgrammeState } from './state.ts'
import { begun, building, moment, restoring, tilt } from './story.proof.ts'

const missing = (told: ReturnType<typeof begun>, day: number, hour = 9) =>
  phaseReadiness(told.state(day, hour), moment(day, hour))
    .criteria.filter(({ met }) => !met)
    .map(({ id }) => id)

describe('phase 1 to 2', () => {
  const at = (usual0to10: number, pain = 2) =>
    begun()
      .goodDay(0, { painBefore0to10: pain, movements: [{ ...tilt, peak0to10: pain }] })
      .morning(1, pain, { usual0to10 })
      .full(1, 8.1)
  test('usual pain 5 is enough, 6 is not', () => {
    expect(missing(at(5).abilities(1), 1)).toEqual([])
    expect(missing(at(6).abilities(1), 1)).toEqual(['usual-pain'])
  })
  test('amber pain alone does not bar it: pain 5 in the movements, 5 in the morning', () => {
    expect(missing(at(5, 5).abilities(1), 1)).toEqual([])
  })
  test('walking 5 minutes and sitting 15 must be a clear yes', () => {
    expect(missing(at(3).abilities(1, { canWalk5Minutes: 'notSure' }), 1)).toEqual(['walk'])
    expect(missing(at(3).abilities(1, { canSit15Minutes: 'no' }), 1)).toEqual(['sit'])
    expect(missing(at(3), 1)).toEqual(['walk', 'sit'])
  })
  test('the full check counts for less than 24 hours', () => {
    const told = begun().goodDay(0).full(1, 9).morning(1, 2).abilities(1)
    expect(missing(told, 2, 8.99)).not.toContain('check')
    expect(missing(told, 2, 9)).toContain('check')
  })
  test('a time of rest positions and walks bars it, whatever else is met', () => {
    const told = begun().goodDay(0).morning(1, 2).full(1, 8.1).abilities(1)
    const state = { ...told.state(1, 9), easeOnlySince: moment(0) }
    const open = phaseReadiness(state, moment(1, 9)).criteria.filter(({ met }) => !met)
    expect(open.map(({ id }) => id)).toEqual(['no-flare'])
  })
  test('a full check that something was told after does not open the next phase', () => {
    const told = begun().goodDay(0).morning(1, 2).full(1, 8.1).abilities(1)
    expect(missing(told, 1)).toEqual([])
    told.write(moment(1, 8.5), { kind: 'miniCheckDone', answers: { A1: 'yes' } })
    expect(missing(told, 1)).toContain('check')
    expect(told.phase(1, 2).state(1).phase).toBe(1)
  })
  test('a check that asked to be seen does not open the next phase, even once cleared', () => {
    const told = begun().goodDay(0).full(0, 20, { level: 'soon', lock: 'gentle' }).morning(1, 2).abilities(1)
    expect(missing(told, 1)).toEqual(expect.arrayContaining(['check', 'no-flare']))
    told.write(moment(1, 8.6), { kind: 'clinicianCleared', who: 'GP' })
    expect(missing(told, 1)).toEqual(['check'])
  })
  test('a step back in the last three sessions bars it', () => {
    const red: Partial<SessionDone> = { painBefore0to10: 2, movements: [{ ...tilt, peak0to10: 4 }] }
    const told = begun().session(0, 10).session(0, 14).session(0, 18, red).morning(1, 2).full(1, 8.1).abilities(1)
    expect(missing(told, 1)).toContain('no-step-back')
  })
  test('so does a morning 2 worse after one of them, though all that followed went well', () => {
    const told = (worse: number) =>
      restoring().session(1, 10).morning(2, worse).session(2, 10).session(3, 10).morning(4, 2).full(4, 8.1).abilities(4)
    expect(missing(told(4), 4)).toContain('no-step-back')
    expect(missing(told(3), 4)).not.toContain('no-step-back')
  })
  test('a worse morning, poor sleep or illness bars it for today', () => {
    const base = () => begun().goodDay(0).full(1, 7.5).abilities(1)
    expect(missing(base().morning(1, 3), 1)).toEqual(['good-day'])
    expect(missing(base().morning(1, 2, { poorSleep: 'yes' }), 1)).toEqual(['good-day'])
    expect(missing(base().morning(1, 2, { ill: 'yes' }), 1)).toEqual(['good-day'])
  })
})

describe('phase 2 to 3', () => {
  const at = (usual0to10: number, part: Partial<SessionDone> = {}, tasks: 'some' | 'most' | 'all' = 'most') => {
    const told = restoring()
    for (let day = 1; day <= 4; day++) told.session(day, 10, { effort0to10: 5, ...part })
    return told.morning(5, 2, { usual0to10 }).full(5, 8.1).abilities(5, { normalTasks: tasks })
  }
  test('usual pain 3 is enough, 4 is not', () => {
    expect(missing(at(3), 5)).not.toContain('usual-pain')
    expect(missing(at(4), 5)).toContain('usual-pain')
  })
  test('most tasks are enough, some are not', () => {
    expect(missing(at(2), 5)).not.toContain('tasks')
    expect(missing(at(2, {}, 'some'), 5)).toContain('tasks')
  })
  test('effort 5 at the whole dose is enough; 6 is not, nor a session left half-way', () => {
    expect(missing(at(2), 5)).not.toContain('whole-dose')
    expect(missing(at(2, { effort0to10: 6 }), 5)).toContain('whole-dose')
    expect(missing(at(2, { movements: [{ ...tilt, done: 'part' }] }), 5)).toContain('whole-dose')
  })
})

describe('phase 3 to 4', () => {
  const built = (days: number, score = 7, usual0to10 = 2, pain = 2) => {
    const told = building()
    for (let day = 5; day < 5 + days; day += 3) told.session(day, 10, { effort0to10: 6 })
    const last = 5 + days
    return {
      told: told
        .morning(last, pain, { usual0to10 })
        .full(last, 8.1)
        .abilities(last, { taskScores0to10: [9, score] }),
      last,
    }
  }
  const lacks = (found: ReturnType<typeof built>) => missing(found.told, found.last)
  test('14 days in the phase are enough, 13 are not', () => {
    expect(lacks(built(14))).not.toContain('two-weeks')
    expect(lacks(built(13))).toContain('two-weeks')
  })
  test('6 of every 10 planned sessions of these 14 days: 3 of 4 are enough, 2 are not, nor an earlier third', () => {
    const trained = (days: readonly number[]) => {
      const told = building()
      for (const day of days) told.session(day, 10, { effort0to10: 6 })
      return missing(told.morning(25, 2, { usual0to10: 2 }).full(25, 8.1).abilities(25), 25)
    }
    expect(trained([11, 16, 21])).not.toContain('two-weeks')
    expect(trained([16, 21])).toContain('two-weeks')
    expect(trained([10, 16, 21])).toContain('two-weeks')
    expect(trained([])).toContain('two-weeks')
  })
  test('every task 7 is enough; one 6 is not, nor none chosen', () => {
    expect(lacks(built(14, 7))).not.toContain('task-scores')
    expect(lacks(built(14, 6))).toContain('task-scores')
  })
  test('usual pain 2 is enough, 3 is not', () => {
    expect(lacks(built(14, 7, 2))).not.toContain('usual-pain')
    expect(lacks(built(14, 7, 3))).toContain('usual-pain')
  })
  test('phase 4 is the last', () => {
    const { told, last } = built(14)
    told.phase(last, 4)
    const state = told.state(last)
    expect(state.phase).toBe(4)
    expect(phaseReadiness(state, moment(last)).next).toBeNull()
  })
})

test('a wish for a phase that is not ready, or not the next, changes nothing', () => {
  expect(begun().goodDay(0).morning(1, 2).full(1, 8.1).abilities(1).phase(1, 2).state(1).phase).toBe(2)
  expect(begun().goodDay(0).morning(1, 2).abilities(1).phase(1, 2).state(1).phase).toBe(1)
  expect(begun().goodDay(0).morning(1, 2).phase(1, 2).state(1).phase).toBe(1)
  for (const to of [3, 4] as const)
    expect(begun().goodDay(0).morning(1, 2).full(1, 8.1).abilities(1).phase(1, to).state(1).phase).toBe(1)
})
test('going back one phase is always allowed, two never', () => {
  expect(building().state(5, 10).phase).toBe(3)
  expect(building().phase(5, 2, 11).state(5).phase).toBe(2)
  expect(building().phase(5, 1, 11).state(5).phase).toBe(3)
})

describe('what bars the next phase, told one at a time', () => {
  const told = begun().goodDay(0).morning(1, 2).full(1, 8.1).abilities(1)
  const now = moment(1, 9)
  const ready = told.state(1, 9)
  const unmet = (part: Partial<ProgrammeState>) =>
    phaseReadiness({ ...ready, ...part }, now)
      .criteria.filter(({ met }) => !met)
      .map(({ id }) => id)
  const decided = (part: Partial<Decision>, day = 1): Decision => ({
    ...{ kind: 'hold', after: 'morning', words: 'x', reasons: [], ...moment(day, 8.5) },
    ...part,
  })
  const reason = (id: string) => ({ id, words: 'x', sources: [], tag: 'C' }) as const
  const calm = decided({})

  test('nothing does, where nothing is told', () => expect(unmet({ decisions: [calm] })).toEqual([]))

  test.each(['regress', 'stop', 'restart', 'phaseBack'] as const)(
    'a decision to %s today, whatever else was decided',
    (kind) => {
      expect(unmet({ decisions: [calm, decided({ kind }), calm] })).toEqual(['no-step-back'])
      expect(unmet({ decisions: [decided({ kind }, 0), calm] })).toEqual([])
    },
  )
  test.each(['advance', 'hold', 'phaseUp'] as const)('a decision to %s does not', (kind) =>
    expect(unmet({ decisions: [decided({ kind })] })).toEqual([]),
  )

  test('a movement at half, or left out today, among others that are whole', () => {
    const whole = { rung: 1, offOn: null, half: false }
    expect(unmet({ cards: { M08: whole, M09: { ...whole, half: true } } })).toEqual(['no-step-back'])
    expect(unmet({ cards: { M08: { ...whole, offOn: now.day }, M09: whole } })).toEqual(['no-step-back'])
    expect(unmet({ cards: { M08: { ...whole, offOn: moment(0).day }, M09: whole } })).toEqual([])
  })
  test.each(['morning-1', 'sleep', 'ill', 'flare', 'effort', 'ease'])('being held back today by: %s', (id) => {
    expect(unmet({ decisions: [decided({ reasons: [reason('other'), reason(id)] })] })).toEqual(['good-day'])
    expect(unmet({ decisions: [decided({ kind: 'advance', reasons: [reason(id)] })] })).toEqual([])
    expect(unmet({ decisions: [decided({ reasons: [reason(id)] }, 0)] })).toEqual([])
  })
  test('being held back by anything else does not', () =>
    expect(unmet({ decisions: [decided({ reasons: [reason('other')] })] })).toEqual([]))

  test('one red session of the last three, whichever it was, and fewer than three', () => {
    for (const place of [0, 1, 2]) {
      const sessions = ready.sessions.map((session, index) =>
        index === place ? { ...session, light: 'red' as const } : session,
      )
      expect(unmet({ sessions })).toContain('no-step-back')
    }
    expect(unmet({ sessions: ready.sessions.slice(1) })).toContain('no-step-back')
  })
  test('abilities that are told later than now, or more than 7 days ago', () => {
    const abilities = (day: number, hour: number) => ready.abilities && { ...ready.abilities, ...moment(day, hour) }
    expect(unmet({ abilities: abilities(1, 9) })).toEqual([])
    expect(unmet({ abilities: abilities(1, 9.1) })).toEqual(['walk', 'sit'])
    expect(unmet({ abilities: abilities(-6, 9) })).toEqual([])
    expect(unmet({ abilities: abilities(-7, 9) })).toEqual(['walk', 'sit'])
  })
})
