import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween } from '../evidence/calendar.ts'
import { blockedReasons, withinLock } from '../movement/block-list.ts'
import { doseFor } from '../movement/doses.ts'
import { movements } from '../movement/movements.ts'
import { type MovementProfile, nothingKnown } from '../movement/profile.ts'
import type { DirectionWord } from '../programme/events.ts'
import { type PhaseNumber, phases } from '../programme/phases.ts'
import { lockOf, type ProgrammeState } from '../programme/state.ts'
import { begun, building, moment, restoring, story, well } from '../programme/story.proof.ts'
import { asEpochMs, dayMs } from '../evidence/time.ts'
import { closedByRecord, gate, whyNotHarder } from './gate.ts'
import { deskDone, deskItems } from './desk.ts'
import { deskItemIds, type Weekday, weekdayOf, weekdays } from './events.ts'
import { liftingLadder, liftingMovements } from './lifting.ts'
import { anybody, habits } from './prevention.proof.ts'
import { breakSeconds, breakSet, type SmallSet, warmUpSet } from './small-sets.ts'
import { apart, chosenDays, firstDays, strengthPlan } from './strength.ts'

const itemsOf = (set: SmallSet) => {
  if (set.kind !== 'set') throw new Error(set.because)
  return set.items
}
const base = begun().state(0)
/** Any phase, direction and lock, all checks clear now. */
const anyState = fc
  .record({
    phase: fc.constantFrom<PhaseNumber>(1, 2, 3, 4),
    way: fc.constantFrom<DirectionWord>(
      'back',
      'either',
      'backOnly',
      'forwardOnly',
      'stopBack',
      'stopForward',
      'stopBoth',
      'notDone',
    ),
    gentle: fc.boolean(),
    flare: fc.boolean(),
    rung: fc.integer({ min: -1, max: 12 }),
  })
  .map(
    ({ phase, way, gentle, flare, rung }): ProgrammeState => ({
      ...base,
      phase,
      flare: flare ? { since: moment(0).day, usualBefore: 2 } : null,
      cards: Object.fromEntries(phases[phase].content.map(({ card }) => [card, { rung, offOn: null, half: false }])),
      direction: { v: 1, id: 'd', ...moment(0, 9), kind: 'directionFound', direction: way },
      locks: gentle ? [{ event: 'l', lock: 'gentle', level: 'soon', ...moment(0), mistaken: false }] : [],
    }),
  )

describe('for anybody, in any phase, direction or lock', () => {
  test('no break and no warm-up has a blocked movement, one without a dose or one twice, and a break is two minutes at most', () => {
    let served = 0
    fc.assert(
      fc.property(anybody, anyState, (profile, state) => {
        for (const [set, phase] of [
          [breakSet(state, profile, moment(0)), 'calm'],
          [warmUpSet(state, profile, moment(0)), phases[state.phase].dose],
        ] as const) {
          if (set.kind === 'first') continue
          const items = itemsOf(set)
          const ids = items.map(({ movement }) => movement)
          expect(new Set(ids).size).toBe(ids.length)
          served += ids.length
          for (const id of ids) {
            expect(blockedReasons(id, profile), id).toEqual([])
            expect(withinLock(id, lockOf(state) === 'open' ? 'open' : 'gentle'), id).toBe(true)
            expect(doseFor(id, phase, profile), id).not.toBeNull()
          }
        }
        const pause = breakSet(state, profile, moment(0))
        const seconds = pause.kind === 'set' ? pause.items.reduce((sum, one) => sum + one.seconds, 0) : 0
        expect(seconds).toBeLessThanOrEqual(breakSeconds)
      }),
      { numRuns: 500 },
    )
    expect(served).toBeGreaterThan(200)
  })
  test('no strength day has a blocked movement, and no two are side by side', () => {
    const pair = fc
      .tuple(fc.constantFrom(...weekdays), fc.constantFrom(...weekdays))
      .filter(([one, other]) => apart(one, other))
    let days = 0
    fc.assert(
      fc.property(
        anybody,
        anyState,
        pair,
        fc.array(fc.integer({ min: -9, max: 0 }), { maxLength: 4 }),
        (profile, state, chosen, done) => {
          const sessions = [...new Set(done)].sort((a, b) => a - b).map((day) => strengthDone(day))
          const plan = strengthPlan({ ...state, sessions }, profile, chosen, moment(0))
          if (plan.kind !== 'days') return
          days += 1
          const [one, two] = plan.days
          expect(daysBetween(one.day, two.day)).toBeGreaterThanOrEqual(2)
          expect(daysBetween(moment(0).day, one.day)).toBeGreaterThanOrEqual(0)
          for (const { day, weekday, set } of plan.days) {
            expect(weekdayOf(day)).toBe(weekday)
            expect(chosen).toContain(weekday)
            for (const before of sessions) expect(daysBetween(before.day, day)).not.toBe(1)
            for (const { movement } of [...(set?.items ?? []), ...(set?.later ?? [])])
              expect(blockedReasons(movement, profile), movement).toEqual([])
          }
        },
      ),
      { numRuns: 600 },
    )
    expect(days).toBeGreaterThan(30)
  })
})

const strengthDone = (day: number) => ({
  ...moment(day, 10),
  id: `s${day}`,
  phase: 3 as const,
  painBefore: 1,
  peak: 1,
  effort: 5,
  leg: 'none' as const,
  light: 'green' as const,
  movements: [
    { card: 'M10' as const, movement: 'M10' as const, peak0to10: 1, done: 'all' as const, light: 'green' as const },
  ],
  wholeDose: true,
  nextMorning: null,
})

describe('the break set', () => {
  const at = (profile: Partial<MovementProfile> = {}, told = building().full(7, 7)) =>
    breakSet(told.state(7), { ...well, ...profile }, moment(7))
  test('is two minutes of small moves, as often a day as the least of its cards allows', () => {
    expect(itemsOf(at()).map(({ movement, reps }) => [movement, reps])).toEqual([
      ['M18', 5],
      ['M05-sitting', 5],
      ['M06-small', 5],
    ])
    expect(at()).toMatchObject({ timesADay: 3, half: null })
    expect(itemsOf(at()).reduce((sum, { seconds }) => sum + seconds, 0)).toBe(breakSeconds)
  })
  test('is not shown while a check is due or the check locked it', () => {
    expect(at({}, building())).toMatchObject({ kind: 'first' })
    expect(at({}, story())).toMatchObject({ kind: 'first', why: 'fullCheck' })
    expect(at({}, story().full(7, 7, { level: 'urgent', lock: 'locked' }))).toMatchObject({ why: 'locked' })
    expect(itemsOf(at({}, story().full(7, 7)))).toHaveLength(3)
    expect(itemsOf(at({}, story().full(7, 7, { level: 'soon', lock: 'gentle' })))).toEqual([])
  })
  test('asks for the pain now, and for more about somebody we know too little of', () => {
    expect(at({ painNow0to10: 'notSure' })).toMatchObject({ kind: 'first', why: 'morning' })
    expect(at({ painNow0to10: 'notSure' }, story().full(7, 7))).toMatchObject({ kind: 'first', why: 'entry' })
    expect(at({ ...nothingKnown, painNow0to10: 2 })).toMatchObject({ kind: 'first', why: 'profile' })
    // Known and blocked is not the same: no questions would change it.
    expect(itemsOf(at({ recentSurgeryOrHernia: 'yes' }))).toEqual([])
  })
  test('is half from a pain of 4, and leaves out the way that sent pain down the leg', () => {
    expect(itemsOf(at({ painNow0to10: 3 }))[0]?.reps).toBe(5)
    expect(itemsOf(at({ painNow0to10: 4 }))[0]?.reps).toBe(3)
    const told = building().full(7, 7).write(moment(7, 8), { kind: 'directionFound', direction: 'forwardOnly' })
    for (const { movement } of itemsOf(at({}, told))) expect(movements[movement].card).not.toBe('M18')
  })
})

describe('the warm-up', () => {
  test('is what the strength phases warm up with', () => {
    const set = warmUpSet(building().full(7, 7).state(7), well, moment(7))
    expect(itemsOf(set).map(({ movement, reps }) => [movement, reps])).toEqual([
      ['M08', 10],
      ['M05', 8],
    ])
  })
})

describe('strength days', () => {
  const plan = (chosen: readonly [Weekday, Weekday] = firstDays, told = building().full(7, 7)) =>
    strengthPlan(told.state(7), well, chosen, moment(7))
  test('are apart round the week: Sunday and Monday are neighbours, Sunday and Tuesday are not', () => {
    expect([apart(7, 1), apart(7, 2), apart(1, 1), apart(3, 4), apart(3, 5)]).toEqual([false, true, false, false, true])
  })
  test('come from the person’s choice, and from Tuesday and Friday without one', () => {
    const told = habits().write(1, 9, { kind: 'strengthDaysChosen', weekdays: [1, 4] })
    expect(chosenDays(told.events)).toEqual([1, 4])
    expect(chosenDays([])).toEqual(firstDays)
  })
  test('are the next two that are free, each with its set', () => {
    // Day 7 of the story is Monday, 9 March 2026.
    const made = plan()
    if (made.kind !== 'days') throw new Error(made.because)
    expect(made.days.map(({ day, weekday }) => [day, weekday])).toEqual([
      ['2026-03-10', 2],
      ['2026-03-13', 5],
    ])
    for (const { set } of made.days) expect(set?.items.some(({ role }) => role === 'strength')).toBe(true)
  })
  test('skip the day after strength was done', () => {
    const bridge = [{ card: 'M10', movement: 'M10', peak0to10: 1, done: 'all' }] as const
    const made = plan(firstDays, building().full(7, 7).session(7, 9, { movements: bridge }))
    if (made.kind !== 'days') throw new Error(made.because)
    expect(made.days[0].day).toBe('2026-03-13')
  })
  test('are no more a week than the phase has, also where a full check comes before the first of them', () => {
    const { started, ...now } = building().full(7, 7).state(7)
    if (!started) throw new Error('not started')
    const due = { ...now, started: { ...started, episodeDay: moment(8 - 14).day } }
    const made = strengthPlan({ ...due, sessions: [5, 6].map(strengthDone) }, well, firstDays, moment(7))
    if (made.kind !== 'days') throw new Error(made.because)
    expect(made.days.map(({ day, set }) => [day, set === null])).toEqual([
      [moment(8).day, true],
      [moment(15).day, true],
    ])
  })
  test('wait for phase 3, for the check, and for a gentle lock to end', () => {
    expect(strengthPlan(begun().state(0), well, firstDays, moment(0))).toMatchObject({ kind: 'notYet' })
    expect(strengthPlan(story().state(0), well, firstDays, moment(0))).toMatchObject({ kind: 'notYet' })
    expect(plan(firstDays, building())).toMatchObject({ kind: 'first' })
    expect(plan(firstDays, building().full(7, 7, { level: 'soon', lock: 'gentle' }))).toMatchObject({ kind: 'gentle' })
  })
})

describe('the door without a programme', () => {
  const at = (ms: number) => gate(story().full(0, 7).state(0), well, { day: moment(0).day, at: asEpochMs(ms) })
  const checkedAt = moment(0, 7).at
  test('a check counts for less than 24 hours: to the last millisecond, and not one longer', () => {
    expect(at(checkedAt + dayMs - 1)).toEqual({ ok: true, lock: 'open' })
    expect(at(checkedAt + dayMs)).toMatchObject({ ok: false, why: 'fullCheck' })
    expect(at(checkedAt - 1)).toMatchObject({ ok: false, why: 'fullCheck' })
  })
  test('after somebody cleared a person of a gentle result, only a new check opens more than the gentle part', () => {
    const told = story().full(0, 20, { level: 'soon', lock: 'gentle' })
    told.write(moment(1, 9), { kind: 'clinicianCleared', who: 'GP' })
    expect(gate(told.state(1), well, moment(1))).toEqual({ ok: true, lock: 'gentle' })
    expect(gate(told.full(1, 10).state(1), well, moment(1))).toEqual({ ok: true, lock: 'open' })
  })
  test('is shut by each thing that the record holds, be it the only one; where nothing was ever told, one may look round', () => {
    const shut = (told: ReturnType<typeof story>) => closedByRecord(told.state(0), well, moment(0))
    expect(shut(story())).toBeNull()
    expect(shut(story().write(moment(0, 8), { kind: 'stopped', sign: 'fall' }))).toMatchObject({ why: 'fullCheck' })
    expect(shut(story().write(moment(0, 8), { kind: 'miniAsked', because: 'sore' }))).toMatchObject({
      why: 'fullCheck',
    })
    const toMuch = { kind: 'tooMuchFound', level: 'urgent', isNew: true } as const
    expect(shut(story().write(moment(0, 8), toMuch))).toMatchObject({ why: 'locked' })
    expect(shut(story().full(0, 7))).toBeNull()
  })
  test('walks of one’s own get longer from phase 3 on: not in phase 1 or 2, and always without a programme', () => {
    expect(whyNotHarder(begun().state(0))).toContain('day-by-day plan')
    expect(whyNotHarder(restoring().state(1))).toContain('day-by-day plan')
    expect(whyNotHarder(building().state(5))).toBeNull()
    expect(whyNotHarder(story().full(0).state(0))).toBeNull()
  })
  test('in a time of rest and walks the reason is that, and not the programme', () => {
    const red = {
      painBefore0to10: 4,
      movements: [{ card: 'M09', movement: 'M09', peak0to10: 6, done: 'all' }],
    } as const
    const told = begun().session(0, 10, red).session(1, 10, red).session(2, 10, red).full(3, 9)
    expect(whyNotHarder(told.state(3))).toBe('For now you rest and walk.')
  })
})

describe('the lifting ladder', () => {
  test('is the hinge from a chair to weights, and shows where the programme is', () => {
    expect(liftingMovements).toEqual(['M16-sitting', 'M16-held', 'M16', 'M16-loaded'])
    const made = liftingLadder(building().full(7, 7).state(7), well, moment(7))
    if (made.kind !== 'ladder') throw new Error(made.because)
    expect(made.steps.map(({ here }) => here)).toEqual([false, false, true, false])
    expect(made.steps.map(({ later }) => later)).toEqual([false, false, false, true])
    expect(made.loadKg).toBe(0)
  })
  test('has no weights for somebody without a programme', () => {
    const made = liftingLadder(story().full(7, 7).state(7), well, moment(7))
    if (made.kind !== 'ladder') throw new Error(made.because)
    expect(made.steps.map(({ dose }) => dose !== null)).toEqual([true, true, true, false])
  })
  test('says why a step is not for somebody, and shows nothing before a check', () => {
    const made = liftingLadder(building().full(7, 7).state(7), { ...well, unsteady: 'yes' }, moment(7))
    if (made.kind !== 'ladder') throw new Error(made.because)
    expect(made.steps.find(({ movement }) => movement === 'M16')?.because).not.toEqual([])
    expect(made.steps.find(({ movement }) => movement === 'M16-sitting')?.because).toEqual([])
    expect(liftingLadder(story().state(0), well, moment(0))).toMatchObject({ kind: 'first' })
  })
  test('what nobody was asked is asked first, and what is known to be wrong is said', () => {
    const state = story().full(7, 7).state(7)
    const asked = liftingLadder(state, { ...nothingKnown, painNow0to10: 2 }, moment(7))
    expect(asked).toMatchObject({ kind: 'first', why: 'profile' })
    const told = liftingLadder(state, { ...nothingKnown, painNow0to10: 8 }, moment(7))
    expect(told).toMatchObject({ kind: 'ladder' })
    expect(told.kind === 'ladder' && told.steps.every(({ because }) => because.length > 0)).toBe(true)
  })
})

test('the desk list is what the person last said, in our order, each item once', () => {
  expect(deskItems.map(({ id }) => id).sort()).toEqual([...deskItemIds].sort())
  const told = habits()
    .write(0, 9, { kind: 'deskNoted', done: ['move', 'feet'] })
    .write(1, 9, { kind: 'deskNoted', done: ['screen', 'move'] })
  expect(deskDone(told.events)).toEqual(['move', 'screen'])
  expect(deskDone([])).toEqual([])
})
