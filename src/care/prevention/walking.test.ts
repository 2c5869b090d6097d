import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../evidence/calendar.ts'
import { begun, building, moment, story, well } from '../programme/story.proof.ts'
import type { WalkFelt } from './events.ts'
import { habits } from './prevention.proof.ts'
import { standings } from './walk-permission.ts'
import { walkToday } from './walk-today.ts'
import { walkingGoal, walkingPlan, walkingSteps } from './walking.ts'

/** In phase 3 with a clear check at the start of each of these weeks. */
const checkedWeekly = (weeks: number) => {
  const told = building()
  for (let week = 1; week <= weeks; week += 1) told.full(week * 7, 7)
  return told
}
/** Somebody between episodes, who only checks now and then. */
const onlyChecks = (...days: number[]) => days.reduce((told, day) => told.full(day, 7), story())

/** What of it is written down by the evening of this day. */
const toldBy = (told: ReturnType<typeof habits>, day: number) => ({
  ...told,
  events: told.events.filter(({ at }) => at <= moment(day, 20).at),
})

const planOf = (told: ReturnType<typeof habits>, programme: ReturnType<typeof story>, day: number) => {
  const plan = walkingPlan(told.events, standings(programme.events), moment(day, 20))
  if (!plan) throw new Error('no plan')
  return plan
}

describe('the steps', () => {
  test('from anywhere to 30 minutes on 5 days, one thing at a time, within six months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 180 }), fc.integer({ min: 0, max: 7 }), (minutesNow, daysNow) => {
        const steps = walkingSteps({ minutesNow, daysNow })
        expect(steps.at(-1)).toEqual({ minutes: walkingGoal.minutes, daysAWeek: walkingGoal.daysAWeek })
        expect(steps.length).toBeLessThanOrEqual(walkingGoal.mostWeeks)
        for (const [index, step] of steps.entries()) {
          const before = steps[index - 1]
          if (!before) continue
          const more = [step.minutes - before.minutes, step.daysAWeek - before.daysAWeek]
          // M15: add 1 to 2 minutes. One day more counts as one thing. Never both.
          expect(more.filter((by) => by > 0)).toHaveLength(1)
          expect(more[0]).toBeLessThanOrEqual(2)
          expect(more[1]).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
  test('begin with what the person walks now, and with the shortest walk for who does not walk', () => {
    expect(walkingSteps({ minutesNow: 12, daysNow: 4 })[0]).toEqual({ minutes: 12, daysAWeek: 4 })
    expect(walkingSteps({ minutesNow: 0, daysNow: 0 })[0]).toEqual({ minutes: 2, daysAWeek: 3 })
    expect(walkingSteps({ minutesNow: 90, daysNow: 7 })).toEqual([{ minutes: 30, daysAWeek: 5 }])
  })
})

describe('a week that went well', () => {
  const good = (day = 7) => planOf(habits().start(7, 10, 3).week(7, 10, [0, 2, 4]), checkedWeekly(3), day)
  test('goes one step on at its end, not a day before, and says so', () => {
    expect(good(13).at).toBe(0)
    expect(good(14).at).toBe(1)
    expect(good(14).step).toEqual({ minutes: 10, daysAWeek: 4 })
    expect(good(14).decisions[0]).toMatchObject({ kind: 'forward', words: expect.stringContaining('4 days a week') })
  })
  test('counts a walk in pieces, and holds when fewer than 60 % of the days were whole', () => {
    const pieces = habits().start(7, 10, 3).week(7, 5, [0, 0, 2, 2])
    expect(planOf(pieces, checkedWeekly(3), 14).at).toBe(1)
    const few = habits().start(7, 10, 3).week(7, 10, [0]).week(7, 9, [2, 4])
    expect(planOf(few, checkedWeekly(3), 14)).toMatchObject({ at: 0, decisions: [{ kind: 'hold' }] })
  })
  test('one sore walk holds it', () => {
    const sore = habits().start(7, 10, 3).week(7, 10, [0, 2, 4, 5]).walk(12, 10, 'sore')
    expect(planOf(sore, checkedWeekly(3), 14).at).toBe(0)
  })
  test('at the goal it stays there', () => {
    const there = planOf(habits().start(7, 30, 5).week(7, 30, [0, 1, 2, 3, 4]), checkedWeekly(3), 14)
    expect(there).toMatchObject({ there: true, step: { minutes: 30, daysAWeek: 5 }, decisions: [{ kind: 'there' }] })
  })
})

describe('a walk that was too much', () => {
  const twoSteps = () => habits().start(7, 10, 3).week(7, 10, [0, 2, 4]).week(14, 10, [0, 1, 2, 3])
  test('once: off today, half next time, whole after a fine one', () => {
    const told = twoSteps().walk(21, 12, 'tooSore')
    const plan = planOf(told, checkedWeekly(4), 21)
    expect(plan).toMatchObject({ at: 2, offToday: true, half: true })
    expect(planOf(told, checkedWeekly(4), 22)).toMatchObject({ offToday: false, half: true })
    expect(planOf(told.walk(22, 6), checkedWeekly(4), 22).half).toBe(false)
  })
  test('twice in 7 days: one step back; the eighth day is another matter', () => {
    expect(planOf(twoSteps().walk(21, 12, 'tooSore').walk(27, 12, 'tooSore'), checkedWeekly(4), 27).at).toBe(1)
    expect(planOf(twoSteps().walk(21, 12, 'tooSore').walk(28, 12, 'tooSore'), checkedWeekly(5), 28).at).toBe(2)
  })
  test('three times in 7 days: back to the first step, and help', () => {
    const plan = planOf(twoSteps().walk(21, 12, 'leg').walk(22, 6, 'leg').walk(24, 6, 'tooSore'), checkedWeekly(4), 24)
    expect(plan).toMatchObject({ at: 0, seekHelp: true })
  })
  test('twice on one day counts once', () => {
    expect(planOf(twoSteps().walk(21, 12, 'leg').walk(21, 2, 'leg'), checkedWeekly(4), 21).at).toBe(2)
  })
})

describe('weeks away', () => {
  test('seven days change nothing, eight take one step off, and three months no more than that', () => {
    const told = habits().start(7, 10, 3).week(7, 10, [0, 2, 4]).week(14, 10, [0, 1, 2, 6])
    expect(planOf(told, checkedWeekly(3), 27).at).toBe(2)
    expect(planOf(told, checkedWeekly(3), 28)).toMatchObject({ at: 1 })
    expect(planOf(told, checkedWeekly(3), 110).at).toBe(1)
    const words = planOf(told, checkedWeekly(3), 110).decisions.find(({ kind }) => kind === 'back')?.words
    expect(words).toContain('Welcome back')
    expect(words).not.toMatch(/miss|fail/)
  })
  test('coming back twice takes a step each time', () => {
    const told = habits().start(7, 10, 3).week(7, 10, [0, 2, 4]).week(14, 10, [0, 1, 2, 6]).walk(40, 10)
    expect(planOf(told, checkedWeekly(3), 55).at).toBe(0)
  })
})

describe('never more', () => {
  const week = () => habits().start(7, 10, 3).week(7, 10, [0, 2, 4])
  test.each([
    ['locked', () => building().full(9, 7, { level: 'urgent', lock: 'locked' })],
    ['gently locked', () => building().full(9, 7, { level: 'soon', lock: 'gentle' })],
    ['with a check due', () => building().full(7, 7).write(moment(9, 9), { kind: 'stopped', sign: 'newSymptom' })],
    ['in the calm phase', () => begun().full(9, 7)],
    [
      'in a flare that is over again',
      () => {
        const told = building()
        for (const day of [6, 7, 8]) told.morning(day, 1)
        return told.morning(9, 4).morning(10, 1).full(9, 9)
      },
    ],
  ])('%s', (_, programme) => {
    expect(planOf(week(), programme(), 14).at).toBe(0)
    expect(planOf(week(), building().full(7, 7), 14).at).toBe(1)
  })
  test('without a programme a clear check in the week that is judged, and not one from the week before', () => {
    expect(planOf(week(), onlyChecks(7), 14).at).toBe(1)
    expect(planOf(week(), onlyChecks(6), 14).at).toBe(0)
    expect(planOf(week(), story(), 14).at).toBe(0)
  })
  test('whatever happens: a step at most each week, never one while the programme speaks against it', () => {
    const felt = fc.constantFrom<WalkFelt>('fine', 'fine', 'fine', 'fine', 'sore', 'tooSore', 'leg')
    const walk = fc.record({ day: fc.integer({ min: 0, max: 69 }), minutes: fc.integer({ min: 1, max: 40 }), felt })
    const lockWeek = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(fc.array(walk, { maxLength: 60 }), lockWeek, fc.boolean(), (walks, week, locked) => {
        const programme = checkedWeekly(12)
        if (locked) programme.full(7 + week * 7 + 3, 10, { level: 'urgent', lock: 'locked' })
        const told = habits().start(7, 10, 3)
        for (const one of [...walks].sort((a, b) => a.day - b.day)) told.walk(7 + one.day, one.minutes, one.felt)
        let last = 0
        for (let now = 7; now <= 77; now += 1) {
          const { at, step, steps } = planOf(toldBy(told, now), programme, now)
          expect(steps[at]).toEqual(step)
          if (at > last) {
            expect((now - 7) % 7).toBe(0)
            expect(at - last).toBe(1)
            // A lock stays until a clinician has cleared the person: nobody does here.
            if (locked) expect(now).toBeLessThanOrEqual(7 + week * 7 + 3)
          }
          last = at
        }
      }),
      {
        numRuns: 40,
        examples: [
          [
            [
              { day: 0, minutes: 1, felt: 'fine' },
              { day: 0, minutes: 9, felt: 'fine' },
              { day: 15, minutes: 1, felt: 'leg' },
              { day: 8, minutes: 1, felt: 'leg' },
              { day: 1, minutes: 10, felt: 'fine' },
            ],
            0,
            false,
          ],
        ],
      },
    )
  })
})

test('a walk that a wrong clock put into the future never leads further than the plan is without it', () => {
  const fine = fc.record({ day: fc.integer({ min: 0, max: 20 }), minutes: fc.integer({ min: 5, max: 20 }) })
  const red = fc.record({
    day: fc.integer({ min: 1, max: 30 }),
    felt: fc.constantFrom<WalkFelt>('sore', 'tooSore', 'leg'),
  })
  fc.assert(
    fc.property(fc.array(fine, { maxLength: 30 }), fc.array(red, { minLength: 1, maxLength: 4 }), (walks, ahead) => {
      const told = habits().start(7, 10, 3)
      for (const { day, minutes } of [...walks].sort((a, b) => a.day - b.day)) told.walk(7 + day, minutes)
      const without = planOf(told, checkedWeekly(12), 27)
      for (const { day, felt } of ahead) told.walk(27 + day, 10, felt)
      expect(planOf(told, checkedWeekly(12), 27).at).toBeLessThanOrEqual(without.at)
    }),
    { numRuns: 40, examples: [[[0, 2, 4].map((day) => ({ day, minutes: 10 })), [{ day: 1, felt: 'leg' as const }]]] },
  )
})

describe('the plan itself', () => {
  test('is none before it begins and after it ends, and begins anew when told', () => {
    const told = habits()
    expect(walkingPlan(told.events, [], moment(7))).toBeNull()
    told.start(7, 10, 3).week(7, 10, [0, 2, 4])
    expect(planOf(told.start(15, 20, 5), checkedWeekly(2), 15).step).toEqual({ minutes: 20, daysAWeek: 5 })
    expect(walkingPlan(told.write(16, 9, { kind: 'walkingEnded' }).events, [], moment(17))).toBeNull()
  })
  test('a walk that a wrong clock put into the future counts only when it was too much', () => {
    const told = habits().start(7, 10, 3).walk(9, 10, 'leg')
    expect(planOf(told, building(), 8).offToday).toBe(true)
    expect(planOf(habits().start(7, 10, 3).walk(9, 10), building(), 8).walks).toEqual([])
  })
  test('knows its week', () => {
    expect(planOf(habits().start(7, 10, 3), building(), 20)).toMatchObject({
      week: 2,
      weekFrom: addDays(moment(0).day, 14),
    })
  })
})

describe('the walk of today', () => {
  const today = (told: ReturnType<typeof habits>, programme: ReturnType<typeof story>, profile = {}, day = 7) =>
    walkToday(planOf(told, programme, day), programme.state(day, 20), { ...well, ...profile }, moment(day, 20))
  const start = () => habits().start(7, 20, 5)
  const ready = () => building().full(7, 7)

  test('is the step of the plan', () => {
    expect(today(start(), ready())).toMatchObject({ kind: 'walk', movement: 'M15', minutes: 20, less: null })
  })
  test('waits for the check, and for the pain now', () => {
    expect(today(start(), building())).toMatchObject({ kind: 'first', why: expect.stringMatching(/Check/) })
    expect(today(start(), ready(), { painNow0to10: 'notSure' })).toMatchObject({ kind: 'first', why: 'morning' })
    expect(today(start(), story())).toMatchObject({ kind: 'first', why: 'fullCheck' })
    expect(today(start(), onlyChecks(7))).toMatchObject({ kind: 'walk', minutes: 20 })
    expect(today(start(), onlyChecks(6))).toMatchObject({ kind: 'first', why: 'fullCheck' })
  })
  test('is not shown while locked; with a gentle lock it is the usual one', () => {
    expect(today(start(), building().full(7, 7, { level: 'urgent', lock: 'locked' }))).toMatchObject({ why: 'locked' })
    const gentle = building().full(7, 7, { level: 'soon', lock: 'gentle' })
    const grown = habits().start(0, 10, 3).week(0, 10, [0, 2, 4])
    expect(today(grown, gentle)).toMatchObject({ kind: 'walk', minutes: 10 })
    // Where the plan is no longer than the usual walk, what makes it shorter still does.
    expect(today(start(), gentle)).toMatchObject({ kind: 'walk', minutes: 20, less: null })
    expect(today(start(), gentle, { painNow0to10: 4 })).toMatchObject({ kind: 'walk', minutes: 10 })
  })
  test.each([
    [3, 20],
    [4, 10],
    [5, 10],
    [6, 2],
    [7, 2],
  ])('at pain %i it is %i minutes', (painNow0to10, minutes) => {
    expect(today(start(), ready(), { painNow0to10 })).toMatchObject({ kind: 'walk', minutes })
  })
  test('in the calm phase the programme’s own short walks count', () => {
    expect(today(start(), begun().full(7, 7))).toMatchObject({
      kind: 'programme',
      text: expect.stringContaining('2 to 5'),
    })
  })
  test('is not walking for a foot that drops: a stand-in, or none', () => {
    const walk = today(start(), ready(), { footDrop: 'yes' })
    expect(walk.kind === 'walk' ? walk.movement : walk.kind).not.toBe('M15')
  })
  test('is none after one that was too sore', () => {
    expect(today(start().walk(7, 20, 'tooSore'), ready())).toMatchObject({ kind: 'rest' })
  })
})
