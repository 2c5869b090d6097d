import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideNextMorning } from './decide.ts'
import type { SessionDone, StopSign } from './events.ts'
import { harderIn, ladder } from './ladder.ts'
import { phases, programmeCards } from './phases.ts'
import { begun, moment, restoring, rolls, story, tilt } from './story.proof.ts'

describe('advance', () => {
  test('three good sessions and a morning no worse: one step more, in words', () => {
    const told = begun().goodDay(0).morning(1, 2)
    const decision = told.last(1)
    expect(decision).toMatchObject({ kind: 'advance', after: 'morning' })
    expect(decision.words).toMatch(/^One step more: .+\. Why: your last three sessions and mornings went well\.$/)
    const [before, after] = [story().full(0).start().goodDay(0).state(0, 23).cards, told.state(1).cards]
    expect(programmeCards.filter((card) => before[card]?.rung !== after[card]?.rung)).toHaveLength(1)
  })
  test('two sessions are not enough', () => {
    expect(begun().session(0, 10).session(0, 14).morning(1, 2).last(1).kind).toBe('hold')
  })
  test('nothing gets harder on the day itself', () => {
    expect(begun().goodDay(0).last(0)).toMatchObject({ kind: 'hold', reasons: [{ id: 'wait' }] })
  })
  test('effort 3 is on target in phase 1, 4 is above', () => {
    expect(begun().goodDay(0, { effort0to10: 3 }).morning(1, 2).last(1).kind).toBe('advance')
    expect(begun().goodDay(0, { effort0to10: 4 }).morning(1, 2).last(1).kind).toBe('hold')
  })
  test('effort 5 is on target in phase 2, 6 is above', () => {
    const movements = [{ card: 'M15', movement: 'M15', peak0to10: 1, done: 'all' }] as const
    const mornings = (effort0to10: number) => {
      const told = restoring()
      for (let day = 1; day < 4; day++) told.session(day, 12, { effort0to10, movements }).morning(day + 1, 2)
      return told.last(4)
    }
    expect(mornings(5).kind).toBe('advance')
    expect(mornings(6)).toMatchObject({ kind: 'hold', reasons: [{ id: 'effort' }] })
  })
  test('a morning that was missed holds, since nobody knows how it went', () => {
    const told = restoring().session(1, 12).session(2, 10).session(3, 10).morning(4, 2)
    expect(told.last(4)).toMatchObject({ kind: 'hold', reasons: [{ id: 'no-morning' }] })
  })
  test('one morning of the last three that was one worse holds, though this one is good', () => {
    const movements = [{ card: 'M15', movement: 'M15', peak0to10: 1, done: 'all' }] as const
    const withMorning = (morning: number) => {
      const told = restoring().session(1, 12, { movements }).morning(2, morning)
      return told.session(2, 12, { movements }).morning(3, 2).session(3, 12, { movements }).morning(4, 2).last(4)
    }
    expect(withMorning(2).kind).toBe('advance')
    expect(withMorning(3)).toMatchObject({ kind: 'hold', reasons: [{ id: 'morning-worse' }] })
  })
  test('not sure about the peak or the effort never counts as good', () => {
    const unsure: Partial<SessionDone>[] = [
      { effort0to10: 'notSure' },
      { painBefore0to10: 'notSure' },
      { movements: [tilt, { ...rolls, peak0to10: 'notSure' }] },
      { movements: [] },
    ]
    for (const part of unsure)
      expect(begun().goodDay(0, part).morning(1, 2).last(1).kind, JSON.stringify(part)).toBe('hold')
  })
  test('at least 60 % of the planned sessions: 8 in 4 days of phase 1 is enough, 7 is not', () => {
    const days = (counts: readonly number[]) => {
      const told = begun()
      for (const [day, count] of counts.entries()) {
        if (day > 0) told.morning(day, 2, { poorSleep: 'yes' })
        for (let turn = 0; turn < count; turn++) told.session(day, 10 + turn * 3)
      }
      return told.morning(counts.length, 2).last(counts.length)
    }
    expect(days([2, 2, 2, 2]).kind).toBe('advance')
    expect(days([2, 1, 2, 2])).toMatchObject({ kind: 'hold', reasons: [{ id: 'share' }] })
  })
  test('a movement still at half holds, until it was green once more', () => {
    const nextMorning = (movements: SessionDone['movements']) =>
      begun()
        .session(0, 8, { painBefore0to10: 4, movements: [{ ...rolls, peak0to10: 6 }] })
        .morning(1, 2)
        .goodDay(1, { movements })
        .morning(2, 2)
        .last(2)
    expect(nextMorning([tilt])).toMatchObject({ kind: 'hold', reasons: [{ id: 'half' }] })
    expect(nextMorning([tilt, rolls]).kind).toBe('advance')
  })
  test('the new step is tried once before the next one', () => {
    const told = begun().goodDay(0).morning(1, 2)
    expect(told.morning(2, 2).last(2)).toMatchObject({ kind: 'hold', reasons: [{ id: 'new-step' }] })
  })
  test('smaller steps for somebody who found it hard: one repetition or minute at a time', () => {
    const told = restoring()
    told.write(moment(1, 9.5), { kind: 'helpAnswered', offerEarlierPhysio: true, askI3: false })
    const walk = { card: 'M15', movement: 'M15', peak0to10: 1, done: 'all' } as const
    for (let day = 1; day < 4; day++) told.session(day, 12, { movements: [walk] }).morning(day + 1, 2)
    expect(told.last(4).change).toMatchObject({ card: 'M15', from: 2, to: 3 })
  })
})

describe('hold', () => {
  test('peak 3 advances, peak 4 and 5 hold', () => {
    const peaked = (peak0to10: number) =>
      begun()
        .goodDay(0, { painBefore0to10: 3, movements: [{ ...tilt, peak0to10 }] })
        .morning(1, 3)
        .last(1)
    expect(peaked(3).kind).toBe('advance')
    expect(peaked(4)).toMatchObject({ kind: 'hold', reasons: [{ id: 'amber' }] })
  })
  test('a morning 1 worse holds and says so', () => {
    const decision = begun().goodDay(0).morning(1, 3).last(1)
    expect(decision.kind).toBe('hold')
    expect(decision.words).toMatch(/^Same again: this morning was 3, one more than before\./)
  })
  test('poor sleep or illness holds', () => {
    expect(begun().goodDay(0).morning(1, 2, { poorSleep: 'yes' }).last(1).reasons[0]?.id).toBe('sleep')
    expect(begun().goodDay(0).morning(1, 2, { ill: 'yes' }).last(1).reasons[0]?.id).toBe('ill')
    expect(begun().goodDay(0).morning(1, 2, { poorSleep: 'no', ill: 'no' }).last(1).kind).toBe('advance')
  })
  test('not sure about sleep or illness holds too, and says so', () => {
    for (const part of [{ poorSleep: 'notSure' }, { ill: 'notSure' }] as const) {
      const decision = begun().goodDay(0).morning(1, 2, part).last(1)
      expect(decision, JSON.stringify(part)).toMatchObject({ kind: 'hold', reasons: [{ id: 'sleep-or-ill-unknown' }] })
    }
  })
  test('in a time of rest positions and walks nothing gets harder, however good the mornings', () => {
    const state = begun().goodDay(0).state(0, 23)
    const morning = { v: 1, id: 'm', ...moment(1, 8), kind: 'morningNoted', pain0to10: 2 } as const
    expect(decideNextMorning(state, morning).kind).toBe('advance')
    const eased = decideNextMorning({ ...state, easeOnlySince: moment(0) }, morning)
    expect(eased).toMatchObject({ kind: 'hold', reasons: [{ id: 'ease' }] })
  })
  test('a movement that the person stopped as too sore is not good, whatever its number', () => {
    expect(
      begun()
        .goodDay(0, { movements: [{ ...tilt, done: 'tooSore' }] })
        .morning(1, 2)
        .last(1).kind,
    ).toBe('hold')
  })
})

describe('regress', () => {
  test('a red movement is off today and comes back at half', () => {
    const told = begun().session(0, 10, { painBefore0to10: 5, movements: [tilt, { ...rolls, peak0to10: 6 }] })
    const decision = told.last(0)
    expect(decision).toMatchObject({ kind: 'regress', stepBack: { size: 'once' } })
    expect(decision.words).toContain('went up to 6')
    expect(told.state(0).cards.M09).toMatchObject({ offOn: '2026-03-02', half: true })
    expect(told.state(0).cards.M08?.half).toBe(false)
  })
  test('one stopped as too sore whose number nobody knows is red: off today, and half next time', () => {
    const told = begun().session(0, 10, { movements: [tilt, { ...rolls, peak0to10: 'notSure', done: 'tooSore' }] })
    expect(told.last(0)).toMatchObject({ kind: 'regress', stepBack: { size: 'once', off: ['M09'] } })
    expect(told.last(0).words).toMatch(/^Stepping back: you stopped .+ as too sore\. Leave out /)
    // With its number the number decides.
    const known = begun().session(0, 10, { movements: [{ ...rolls, peak0to10: 2, done: 'tooSore' }] })
    expect(known.last(0)).toMatchObject({ kind: 'hold', reasons: [{ id: 'too-sore' }] })
  })
  test.each(['breathing', 'M17'] as const)('%s is never left out, whatever it was: it eases and rests', (card) => {
    const rest = { card, movement: card === 'M17' ? 'M17b' : card, peak0to10: 6, done: 'all' } as typeof rolls
    const told = begun().session(0, 10, { painBefore0to10: 3, movements: [rest, { ...rolls, peak0to10: 6 }] })
    expect(told.last(0)).toMatchObject({ kind: 'regress', stepBack: { off: ['M09'] } })
  })
  test('only the movement that was red is off when the others were fine', () => {
    const told = begun().session(0, 10, {
      painBefore0to10: 4,
      movements: [
        { ...tilt, peak0to10: 4 },
        { ...rolls, peak0to10: 6 },
      ],
    })
    expect(told.state(0).cards).toMatchObject({ M08: { half: false }, M09: { half: true } })
  })
  test('after one green session at half it is whole again, on a later day', () => {
    const red = begun().session(0, 10, { painBefore0to10: 4, movements: [{ ...rolls, peak0to10: 6 }] })
    expect(red.session(0, 15, { movements: [rolls] }).state(0, 20).cards.M09?.half).toBe(true)
    expect(red.session(1, 10, { movements: [rolls] }).state(1, 20).cards.M09?.half).toBe(false)
  })
  test('a morning 2 or more worse steps back, in words with both numbers', () => {
    const decision = begun()
      .goodDay(0, { painBefore0to10: 3, movements: [{ ...tilt, peak0to10: 3 }] })
      .morning(1, 5)
      .last(1)
    expect(decision.kind).toBe('regress')
    expect(decision.words).toMatch(/^Stepping back: this morning was 5, two more than before\./)
  })
  test('leg pain that spread steps back and asks for the full check (H-10)', () => {
    for (const leg of ['further', 'lasting', 'notSure'] as const) {
      const told = begun().session(0, 10, { leg })
      expect(told.last(0).kind, leg).toBe('regress')
      expect(told.state(0).fullDue, leg).not.toBeNull()
    }
    for (const leg of ['none', 'same', 'nearer'] as const)
      expect(begun().session(0, 10, { leg }).last(0).kind, leg).toBe('hold')
  })

  const red: Partial<SessionDone> = { painBefore0to10: 4, movements: [{ ...rolls, peak0to10: 6 }] }
  test('a second day within 7 takes every movement down a level; 7 days later it does not', () => {
    expect(begun().session(0, 10, red).session(6, 10, red).last(6).stepBack?.size).toBe('level')
    expect(begun().session(0, 10, red).session(7, 10, red).last(7).stepBack?.size).toBe('once')
  })
  test('a bad morning counts for the day before, so seven days are counted up to that day', () => {
    const calm: Partial<SessionDone> = { painBefore0to10: 3, movements: [{ ...tilt, peak0to10: 3 }] }
    // Days 0 and 6 are two in 7, though it is told on day 7; days 0 and 7 are not.
    expect(begun().session(0, 10, red).session(6, 10, calm).morning(7, 5).last(7).stepBack?.size).toBe('level')
    expect(begun().session(0, 10, red).session(7, 10, calm).morning(8, 5).last(8).stepBack?.size).toBe('once')
  })
  test('a sore session and a bad morning after yesterday’s are two, whichever of them is told first today', () => {
    const calm: Partial<SessionDone> = { painBefore0to10: 3, movements: [{ ...tilt, peak0to10: 3 }] }
    const yesterday = () => begun().session(0, 10, calm)
    expect(yesterday().morning(1, 5).session(1, 10, red).last(1).stepBack?.size).toBe('level')
    const late = yesterday().session(1, 10, red).write(moment(1, 11), { kind: 'morningNoted', pain0to10: 5 })
    expect(late.last(1).stepBack?.size).toBe('level')
  })
  test('twice on one day counts once', () => {
    expect(begun().session(0, 10, red).session(0, 15, red).last(0).stepBack?.size).toBe('once')
  })
  test('a second sore session of a day that has counted already lowers nothing a second time', () => {
    const told = begun().session(0, 10, red).session(1, 10, red)
    expect(told.last(1).stepBack?.size).toBe('level')
    expect(told.session(1, 15, red).last(1).stepBack?.size).toBe('once')
  })
  test('a red session and its own bad morning count as one day', () => {
    const told = begun()
      .session(0, 10, { painBefore0to10: 3, movements: [{ ...rolls, peak0to10: 6 }] })
      .morning(1, 5)
    expect(told.last(1).stepBack?.size).toBe('once')
    expect(told.state(1).stepBackDays).toEqual(['2026-03-02'])
  })
  test('down a level puts every line to its first step when it has no lower level', () => {
    const told = begun().goodDay(0).morning(1, 2).goodDay(1).morning(2, 2).session(2, 10, red).session(3, 10, red)
    const rungs = Object.values(told.state(3).cards).map((card) => card?.rung)
    expect(rungs.every((rung) => rung !== undefined && rung <= 0)).toBe(true)
  })
  test('three days in 7 in phase 1: rest positions and walking, full check, booking', () => {
    const told = begun().session(0, 10, red).session(1, 10, red).session(6, 10, red)
    expect(told.last(6)).toMatchObject({ kind: 'regress', stepBack: { size: 'phase' }, offerBooking: true })
    expect(told.state(6)).toMatchObject({ phase: 1, easeOnlySince: { day: '2026-03-08' } })
    expect(told.state(6).fullDue).not.toBeNull()
    expect(told.state(6).bookingOffered).not.toBeNull()
  })
  test('the way back from rest: a clear full check, and then a morning no higher than the one before', () => {
    const told = begun().session(0, 10, red).session(1, 10, red).session(2, 10, red).morning(3, 4)
    expect(told.state(3).easeOnlySince).not.toBeNull()
    told.full(3, 9).morning(4, 5)
    expect(told.state(4).easeOnlySince).not.toBeNull()
    expect(told.morning(5, 5).state(5).easeOnlySince).toBeNull()
  })
  test('no way back on the day itself, however clear the check and however good a second morning', () => {
    const told = begun().session(0, 10, red).session(1, 10, red).morning(2, 4).session(2, 10, red).full(2, 12)
    expect(told.write(moment(2, 13), { kind: 'morningNoted', pain0to10: 2 }).state(2, 14).easeOnlySince).not.toBeNull()
    expect(told.morning(3, 2).state(3).easeOnlySince).toBeNull()
  })
  test('three days in 7 in phase 2: back to phase 1', () => {
    const told = restoring().session(2, 10, red).session(3, 10, red).session(5, 10, red)
    expect(told.state(5)).toMatchObject({ phase: 1, phaseSince: '2026-03-07' })
  })
  test('regress beats hold: a bad morning after an amber day with poor sleep', () => {
    const amber: Partial<SessionDone> = { painBefore0to10: 3, movements: [{ ...tilt, peak0to10: 4 }], effort0to10: 9 }
    expect(begun().goodDay(0, amber).morning(1, 5, { poorSleep: 'yes' }).last(1).kind).toBe('regress')
  })
})

describe('stop', () => {
  test('a jump of 3 without a clear reason stops; 2 does not; a clear reason makes it a step back', () => {
    const jump = (to: number, plainCause?: 'yes' | 'no' | 'notSure') =>
      begun()
        .goodDay(0)
        .morning(1, to, plainCause ? { plainCause } : {})
        .last(1).kind
    expect(jump(5)).toBe('stop')
    expect(jump(5, 'notSure')).toBe('stop')
    expect(jump(4)).toBe('regress')
    expect(jump(5, 'yes')).toBe('regress')
  })
  test('a morning that jumps stops, and steps back as well: 3 worse is never milder than 2 worse', () => {
    const told = begun().goodDay(0).morning(1, 5)
    expect(told.last(1)).toMatchObject({ kind: 'stop', stepBack: { size: 'once', countsFor: '2026-03-02' } })
    expect(told.state(1)).toMatchObject({ stepBackDays: ['2026-03-02'], cards: { M08: { half: true } } })
    expect(told.state(1).fullDue).not.toBeNull()
    const third = begun().goodDay(0).morning(1, 4).goodDay(1).morning(2, 4).goodDay(2).morning(3, 5)
    expect(third.last(3)).toMatchObject({ kind: 'stop', stepBack: { size: 'phase' }, offerBooking: true })
    // A jump with no session on the day before has nothing to step back from.
    expect(begun().morning(0, 2).morning(2, 5).last(2).stepBack).toBeUndefined()
  })
  test('a check-in that says worse, or whose pain has jumped, asks for the full check; better or 2 more does not', () => {
    const due = (part: Parameters<ReturnType<typeof begun>['checkIn']>[1]) =>
      begun().morning(1, 4).checkIn(1, part).state(1).fullDue
    expect(due({ trend: 'worse' })).not.toBeNull()
    expect(due({ trend: 'same', pain0to10: 7 })).not.toBeNull()
    expect(due({ trend: 'same', pain0to10: 6 })).toBeNull()
    expect(due({ trend: 'better', pain0to10: 4 })).toBeNull()
  })
  test('no easing at all on day 3 to 5 asks for the full check; on day 2 it does not, and better never does', () => {
    for (const trend of ['same', 'notSure'] as const) {
      expect(begun().checkIn(1, { trend }).state(1).fullDue, trend).toBeNull()
      expect(begun().checkIn(2, { trend }).state(2).fullDue, trend).not.toBeNull()
    }
    expect(begun().checkIn(2, { trend: 'better' }).state(2).fullDue).toBeNull()
    expect(begun().checkIn(2, { trend: 'same' }).full(2, 10).state(2).fullDue).toBeNull()
  })
  test('every stop sign asks for the full check before anything else', () => {
    const signs: readonly StopSign[] = [
      'dangerSign',
      'weaknessOrNumbness',
      'legNumbnessSpreads',
      'fall',
      'fever',
      'chest',
    ]
    for (const sign of signs) {
      const told = begun().write(moment(0, 11), { kind: 'stopped', sign })
      expect(told.last(0).kind, sign).toBe('stop')
      expect(told.state(0).fullDue, sign).not.toBeNull()
    }
  })
})

describe('a second start within 7 days', () => {
  const red: Partial<SessionDone> = { painBefore0to10: 4, movements: [{ ...rolls, peak0to10: 6 }] }
  const again = (day: number) => {
    const told = begun().session(0, 10, red).session(1, 10, red).session(2, 10, red)
    return told
      .write(moment(2, 11), { kind: 'directionFound', direction: 'stopBack' })
      .full(day, 13)
      .write(moment(day, 14), {
        kind: 'programmeStarted',
        episodeDay: '2026-03-02',
        painDayOne0to10: 6,
        ageYears: 40,
        firstEver: 'no',
      })
  }
  test('is no way round three step-backs, nor round a way that sent pain down the leg', () => {
    const state = again(3).state(3, 15)
    expect(state.easeOnlySince).not.toBeNull()
    expect(state.direction?.direction).toBe('stopBack')
    expect(state.stepBackDays).toHaveLength(3)
  })
  test('later it begins afresh, and an answer that left nothing out is asked again', () => {
    const state = again(9).state(9, 15)
    expect(state).toMatchObject({ easeOnlySince: null, direction: null })
    const told = begun().write(moment(0, 8), { kind: 'directionFound', direction: 'back' })
    told.write(moment(1, 14), {
      kind: 'programmeStarted',
      episodeDay: '2026-03-02',
      painDayOne0to10: 6,
      ageYears: 40,
      firstEver: 'no',
    })
    expect(told.state(1, 15).direction).toBeNull()
  })
})

describe('days away', () => {
  const up = () => begun().goodDay(0).morning(1, 2).goodDay(1).morning(2, 2).session(2, 10)
  const rungSum = (day: number) =>
    Object.values(up().state(day).cards).reduce((sum, card) => sum + Math.max(0, card?.rung ?? 0), 0)
  test('7 days change nothing; more than 7 start one step lower, once, with no blame', () => {
    expect(rungSum(9)).toBe(rungSum(2))
    expect(rungSum(10)).toBeLessThan(rungSum(2))
    expect(rungSum(30)).toBe(rungSum(10))
    expect(up().state(10).decisions.at(-1)?.words).toMatch(/^Welcome back\. It has been 8 days\. That is fine\./)
  })
  test('a session of which nobody knows the day ends no time away, and one step lower is said without a number', () => {
    const later = () => up().session(9, 10, { dayNotKnown: true })
    const sum = (day: number) =>
      Object.values(later().state(day).cards).reduce((all, card) => all + Math.max(0, card?.rung ?? 0), 0)
    expect(sum(12)).toBe(rungSum(10))
    expect(sum(30)).toBe(rungSum(10))
    const restarts = later()
      .state(12)
      .decisions.filter(({ kind }) => kind === 'restart')
    expect(restarts.map(({ words }) => words)).toEqual([
      'Welcome back. It may have been more than a week. That is fine. We start one step lower.',
    ])
  })
  test('where no day of any session is known, it is counted from the start', () => {
    const only = begun().session(9, 10, { dayNotKnown: true })
    expect(only.state(10).decisions.filter(({ kind }) => kind === 'restart')).toHaveLength(1)
  })
})

describe('the ladder', () => {
  test('from one step to the next exactly one thing gets harder, in every phase', () => {
    let looked = 0
    for (const phase of [1, 2, 3, 4] as const)
      for (const { card } of phases[phase].content) {
        const rungs = ladder(phase, card)
        for (const [index, rung] of rungs.entries()) {
          const next = rungs[index + 1]
          if (!next) continue
          looked += 1
          expect(harderIn(rung, next), `${phase} ${card} ${index}`).toHaveLength(1)
        }
      }
    expect(looked).toBeGreaterThan(20)
  })
})

test('whatever is told, no decision makes more than one thing harder, and each has words', () => {
  const score = fc.integer({ min: 0, max: 10 })
  const day = fc.record({
    pain: score,
    rise: fc.integer({ min: 0, max: 3 }),
    effort: score,
    leg: fc.constantFrom('none', 'same', 'further', 'notSure'),
    sessions: fc.integer({ min: 0, max: 4 }),
    cause: fc.constantFrom('yes', 'no'),
  })
  fc.assert(
    fc.property(fc.array(day, { maxLength: 12 }), (days) => {
      const told = begun()
      for (const [index, { pain, rise, effort, leg, sessions, cause }] of days.entries()) {
        if (index > 0) told.morning(index, pain, { plainCause: cause as 'yes' })
        for (let turn = 0; turn < sessions; turn++)
          told.session(index, 10 + turn, {
            painBefore0to10: pain,
            effort0to10: effort,
            leg: leg as 'none',
            movements: [{ ...tilt, peak0to10: Math.min(10, pain + rise) }],
          })
      }
      const state = told.state(days.length, 6)
      for (const decision of state.decisions) {
        expect(decision.words.length).toBeGreaterThan(20)
        if (decision.change) expect(decision.kind).toBe('advance')
        if (decision.kind === 'advance') expect(decision.change).toBeDefined()
      }
    }),
    { numRuns: 200 },
  )
})
