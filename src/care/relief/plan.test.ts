import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levels, type Answers } from '../check/types.ts'
import { sources } from '../evidence/sources.ts'
import { asEpochMs, dayMs } from '../evidence/time.ts'
import { blockedReasons } from '../movement/block-list.ts'
import { movements } from '../movement/movements.ts'
import { anyProfile, anySituation } from './arbitrary.proof.ts'
import { limitsOn } from './choose.ts'
import { holds } from '../check/condition-met.ts'
import { limits } from './limits.ts'
import { inOurTerms, movementProfileOf } from './movement-facts.ts'
import { reliefTerms } from './pattern.ts'
import { blockRules } from '../movement/block-rules.ts'
import { cardsOf, clearCheck, clock, finishedAt, inSlot, kindsOf, plain, planFor, stepsOf } from './people.proof.ts'
import { makePlan, stepOf } from './plan.ts'
import { fullProfile, type PartialProfile, profileFromAnswers, questionsToAsk } from './profile.ts'
import { stepById } from './steps.ts'

const makeAt = (ageMs: number) => makePlan(clearCheck, plain, { now: asEpochMs(finishedAt + ageMs), hour: 14 })
const why = (plan: ReturnType<typeof makePlan>) => (plan.kind === 'locked' ? plan.why : 'plan')

test.each([
  ['yes', true],
  ['notSure', true],
  ['no', false],
])('a leg that is numb or tingly, %s: the plan says to stop when that spreads: %s', (A8, isSaid) => {
  const { stopEverything } = planFor({}, { A8 })
  expect(stopEverything.some((line) => line.includes('spreads'))).toBe(isSaid)
  expect(stopEverything.length).toBeGreaterThan(4)
})

describe('when there is a plan at all', () => {
  test('without a check, or with one still going on, there is none', () => {
    expect(why(makePlan(null, plain, clock))).toBe('unfinished')
    expect(why(makePlan({ ...clearCheck, complete: false }, plain, clock))).toBe('unfinished')
  })
  test('a check is good until one millisecond before 24 hours, and not at 24 hours', () => {
    expect(why(makeAt(dayMs - 1))).toBe('plan')
    expect(why(makeAt(dayMs))).toBe('expired')
  })
  test('a check from the future (a wrong clock) or without a time does not count', () => {
    expect(why(makeAt(0))).toBe('plan')
    expect(why(makeAt(-1))).toBe('expired')
    expect(why(makeAt(Number.NaN))).toBe('expired')
  })
  test('emergency and urgent lock everything, even when a broken record says open or is old', () => {
    for (const level of ['emergency', 'urgent'] as const) {
      const check = { ...clearCheck, level, movement: 'open' as const }
      expect(why(makePlan(check, plain, clock))).toBe(level)
      expect(why(makePlan(check, plain, { ...clock, now: asEpochMs(finishedAt + 9 * dayMs) }))).toBe(level)
    }
  })
  test('a locked check of any level gives no steps', () => {
    for (const level of levels)
      expect(makePlan({ ...clearCheck, level, movement: 'locked' }, plain, clock).kind).toBe('locked')
  })
  test('what stands in place of a plan names help, and no step', () => {
    for (const level of ['emergency', 'urgent'] as const) {
      const plan = makePlan({ ...clearCheck, level }, plain, clock)
      if (plan.kind !== 'locked') throw new Error('not locked')
      expect(plan.instead[0]?.link).toBe('result')
      expect(JSON.stringify(plan)).not.toMatch(/heat|massage|stretch|tilt|ball/i)
    }
  })
  test('only the urgent page speaks of paracetamol: temperature first, and only if the medicine page says OK', () => {
    const texts = (level: 'emergency' | 'urgent') => {
      const plan = makePlan({ ...clearCheck, level }, plain, clock)
      return plan.kind === 'locked' ? plan.instead : []
    }
    expect(texts('emergency').some(({ link }) => link === 'medicines')).toBe(false)
    const urgent = texts('urgent')
    expect(urgent.findIndex(({ text }) => text.includes('temperature'))).toBeLessThan(
      urgent.findIndex(({ link }) => link === 'medicines'),
    )
  })
  test('a SOON result that locks leaves only breathing, rest, heat and usual gentle walking', () => {
    const plan = makePlan({ ...clearCheck, level: 'soon', movement: 'gentle' }, plain, clock)
    if (plan.kind !== 'plan') throw new Error('locked')
    expect(plan.movement).toBe('gentle')
    expect([...kindsOf(plan)].filter((kind) => ['move', 'massage', 'cold', 'test', 'relax'].includes(kind))).toEqual([])
    expect(inSlot(plan, 'warmth')?.card).toBe('heat-pack')
    expect(inSlot(plan, 'walk')?.card).toBe('walk')
    expect(plan.pattern).toBeNull()
    expect(plan.directionTest.offered).toBe(false)
  })
  test('a SOON result that does not lock gives the whole plan', () => {
    const plan = makePlan({ ...clearCheck, level: 'soon' }, plain, clock)
    expect(plan.kind === 'plan' && kindsOf(plan).has('move')).toBe(true)
  })
  test('under 16 the plan stays gentle even if a record says open; at 16 it opens; not knowing the age is under 16', () => {
    expect(planFor({}, { age: 15 }).movement).toBe('gentle')
    expect(planFor({}, { age: 'notSure' }).movement).toBe('gentle')
    expect(planFor({}, { age: 16 }).movement).toBe('open')
  })
})

describe('the order of a bad first day', () => {
  test('rest, breathing, heat, tiny movements, then a short walk', () => {
    const [first] = planFor({}).sections
    expect(first?.steps.map(({ slot }) => slot)).toEqual(['ease', 'breathe', 'warmth', 'tilt', 'move', 'walk'])
    expect(first?.steps.map(({ minutes }) => minutes)).toEqual([10, 5, 15, 2, 2, 2])
  })
  test('by day the sections run through the day; at night the rest of the night comes next', () => {
    const order = (hour: number) => planFor({}, {}, hour).sections.map(({ id }) => id)
    const day = ['firstHour', 'restOfToday', 'tonight', 'tomorrow']
    const night = ['firstHour', 'tonight', 'restOfToday', 'tomorrow']
    for (const hour of [6, 14, 21]) expect(order(hour), String(hour)).toEqual(day)
    for (const hour of [22, 23, 0, 2, 5]) expect(order(hour), String(hour)).toEqual(night)
  })
  test('at 2 a.m. heat says to stay awake; at 2 p.m. it does not', () => {
    const heat = (hour: number) => inSlot(planFor({}, {}, hour), 'warmth')?.how.join(' ')
    expect(heat(2)).toContain('Stay awake')
    expect(heat(14)).not.toContain('Stay awake')
  })
  test('each night ends with packs out of the bed, and each day begins with the check', () => {
    const plan = planFor({})
    expect(plan.sections.find(({ id }) => id === 'tonight')?.steps.some(({ card }) => card === 'nothing-on-skin')).toBe(
      true,
    )
    expect(plan.sections.find(({ id }) => id === 'tomorrow')?.steps[0]?.card).toBe('check-again')
  })
  test('says which bottle and which water: under 2 years old, not boiling, covered (H-14)', () => {
    const how = inSlot(planFor({ have: ['bottle'] }), 'warmth')?.how.join(' ')
    expect(how).toContain('less than 2 years old')
    expect(how).toContain('not boiling')
    expect(how).toContain('cover')
  })
  test('a heat timer looks at the skin every 5 minutes and never runs over 20', () => {
    const timer = inSlot(planFor({}), 'warmth')?.timer
    expect(timer).toEqual({ kind: 'heat', seconds: 900, skinCheckEverySeconds: 300 })
  })
})

/** A change to the plain person, what must not appear, and the same person without it. */
const neverWith = (given: PartialProfile, kind: 'heat' | 'cold' | 'massage', answers: Answers = {}) => {
  const wish: PartialProfile = kind === 'cold' ? { warmOrCold: 'cold' } : {}
  expect(kindsOf(planFor(wish)).has(kind), 'without it').toBe(true)
  expect(kindsOf(planFor({ ...wish, ...given }, answers)).has(kind), 'with it').toBe(false)
  expect(
    inSlot(planFor({ ...wish, ...given }, answers), kind === 'massage' ? 'massage' : 'warmth')?.insteadOf.length,
  ).toBeGreaterThan(0)
}

describe('heat (§4.1)', () => {
  for (const item of ['numb', 'broken', 'newBruise', 'circulation', 'rub', 'diabeticNerves', 'notSure'])
    test(`not with ${item}, and the plan says why`, () =>
      neverWith({ skin: [item], have: ['bed', 'heatPack', 'bottle', 'bath', 'shower'] }, 'heat'))
  test('not after alcohol or a sedative, nor when not sure', () => {
    neverWith({ drowsy: 'yes' }, 'heat')
    neverWith({ drowsy: 'notSure' }, 'heat')
  })
  test('not where lasting numbness was found in the check', () => neverWith({}, 'heat', { I12: 'yes' }))
  test('a knock under 48 hours old may have cold instead', () => {
    const step = inSlot(planFor({ skin: ['newBruise'] }), 'warmth')
    expect(step?.kind).toBe('cold')
  })
  test('in pregnancy: warm, not hot, away from the tummy', () => {
    const how = inSlot(planFor({}, { sex: 'female', pregnancy: 'pregnant', weeks: 10 }), 'warmth')?.how.join(' ')
    expect(how).toContain('warm, not hot, and away from your tummy')
  })
  test('a bottle is never filled with boiling water', () => {
    expect(inSlot(planFor({ have: ['bottle'] }), 'warmth')?.how.join(' ')).toContain('not boiling')
  })
  test('with nothing at hand, rest and soft breathing take its place', () => {
    expect(inSlot(planFor({ have: ['bed'] }), 'warmth')?.card).toBe('rest-and-breathe')
  })
})

describe('cold (§4.1)', () => {
  for (const item of ['numb', 'diabeticNerves', 'broken', 'circulation', 'coldAllergy', 'notSure'])
    test(`not with ${item}`, () => {
      const plan = planFor({ warmOrCold: 'cold', skin: [item] })
      expect(kindsOf(plan).has('cold')).toBe(false)
    })
  test('not with sickle cell disease', () => {
    expect(kindsOf(planFor({ warmOrCold: 'cold' }, { I11: 'yes' })).has('cold')).toBe(false)
  })
  test('only when chosen, or for a fresh knock', () => {
    expect(kindsOf(planFor({ warmOrCold: 'warm' })).has('cold')).toBe(false)
    expect(kindsOf(planFor({ warmOrCold: 'cold' })).has('cold')).toBe(true)
  })
})

describe('self-massage (§4.1)', () => {
  for (const item of ['bruiseEasily', 'sore', 'numb', 'broken', 'newBruise', 'notSure'])
    test(`not with skin: ${item}`, () => neverWith({ skin: [item] }, 'massage'))
  for (const [name, answers] of Object.entries({
    'a blood thinner': { I1: 'yes' },
    'not sure of a blood thinner': { I1: 'notSure' },
    'thin bones': { fxRisk: ['osteoporosis'] },
    'long steroids': { steroids: 'yes', 'steroids.long': 'long' },
    'steroids for nobody knows how long': { steroids: 'yes' },
    'a past cancer': { F1: 'yes' },
    'a fever': { B2: 'yes' },
    'a rash': { G4: 'yes' },
    'a fresh fall': { startAfter: 'fall', injuryWhen: 'last7' },
    'a sore calf': { C4: 'yes' },
  } satisfies Record<string, Answers>)) {
    test(`not with ${name}`, () => neverWith({}, 'massage', answers))
  }
  test.each(['surgery', 'fusion', 'notSure'])('not with health: %s', (item) => neverWith({ health: [item] }, 'massage'))
  test('not when nobody knows whether a past cancer is in a bone', () => neverWith({}, 'massage', { F1: 'notSure' }))
  test('not from pain 8 on; at 7 it is', () => {
    neverWith({ painNow: 8 }, 'massage')
    expect(kindsOf(planFor({ painNow: 7 })).has('massage')).toBe(true)
  })
  test('not after an injection or operation on the spine that only the check was told of', () => {
    for (const answers of [
      { infRisk: ['procedure'] },
      { B5: 'yes', 'B5.when': 'older' },
      { B5: 'yes' },
      { B5: 'notSure' },
    ])
      neverWith({ health: [] }, 'massage', answers)
  })
  test('a removed skin cancer and an old fall do not stop it', () => {
    expect(kindsOf(planFor({}, { F1: 'yes', 'F1.skin': 'yes' })).has('massage')).toBe(true)
    expect(kindsOf(planFor({}, { startAfter: 'fall', injuryWhen: 'older' })).has('massage')).toBe(true)
  })
  test('in pregnancy not on the low back; a roller at the upper back is fine', () => {
    const pregnant = { sex: 'female', pregnancy: 'pregnant', weeks: 10 }
    expect(inSlot(planFor({}, pregnant), 'massage')?.card).toBe('massage-roller')
    expect(inSlot(planFor({ have: ['ball'] }, pregnant), 'massage')?.kind).toBe('relax')
  })
})

describe('movements after what only the check was told of', () => {
  const profileWith = (answers: Answers, given: PartialProfile = {}) =>
    movementProfileOf(fullProfile({ ...plain, ...given }, { ...clearCheck.answers, ...answers }))
  test('an injection or operation on the spine in the last 3 months blocks them, whoever has cleared the person', () => {
    expect(blockedReasons('M08', profileWith({}))).toEqual([])
    for (const answers of [
      { infRisk: ['procedure'] },
      { B5: 'yes', 'B5.when': 'older' },
      { B5: 'yes' },
      { B5: 'notSure' },
    ])
      expect(blockedReasons('M08', profileWith(answers)).map(({ rule }) => rule)).toContain('surgery-or-hernia')
  })

  describe('after a birth, planks, side planks and dead bugs wait for the check at 6 to 8 weeks (§2.4, ruling 9)', () => {
    const waiting = ['M11', 'M11-wall', 'M13', 'M13-wall', 'M14', 'M14-heel-slide'] as const
    const blocked = (pregnancy: string, birthCheck?: 'yes' | 'no' | 'notSure') => {
      const profile = profileWith({ sex: 'female', pregnancy }, birthCheck ? { birthCheck } : {})
      return waiting.filter((id) => blockedReasons(id, profile).some(({ rule }) => /birth/.test(rule)))
    }
    test('in the first 6 weeks, whatever is said of the check', () => {
      for (const said of ['yes', 'no', 'notSure', undefined] as const) expect(blocked('birth6w', said)).toEqual(waiting)
    })
    test('from 6 weeks to 6 months until the check is said to be done; not sure and not asked are not done', () => {
      for (const said of ['no', 'notSure', undefined] as const) expect(blocked('birth6m', said)).toEqual(waiting)
      expect(blocked('birth6m', 'yes')).toEqual([])
    })
    test('everything else is as for others from 6 weeks on', () => {
      const profile = profileWith({ sex: 'female', pregnancy: 'birth6m' })
      for (const id of ['M01', 'M05', 'M09', 'M10', 'M12'] as const)
        expect([id, blockedReasons(id, profile)]).toEqual([id, []])
    })
    test('nobody else is asked about that check or held back by it', () => {
      const asked = (answers: Answers) => questionsToAsk(profileFromAnswers(answers)).map(({ id }) => id)
      expect(asked({ ...clearCheck.answers, sex: 'female', pregnancy: 'birth6m' })).toContain('birthCheck')
      for (const pregnancy of ['no', 'maybe', 'pregnant', 'birth6w'])
        expect(asked({ ...clearCheck.answers, sex: 'female', pregnancy })).not.toContain('birthCheck')
      expect(blocked('no')).toEqual([])
    })
  })
})

describe('breathing and letting go (§4.1)', () => {
  test('asthma or COPD breathes at its own pace', () => {
    expect(inSlot(planFor({ health: ['lungs'] }), 'breathe')?.card).toBe('easy-breathing')
    expect(inSlot(planFor({}), 'breathe')?.timer).toEqual({
      kind: 'breath',
      seconds: 300,
      inhaleSeconds: 4,
      exhaleSeconds: 6,
    })
  })
  test('heart disease gets the light version', () => {
    expect(inSlot(planFor({ health: ['heart'] }), 'wind-down')?.card).toBe('relax-lightly')
    expect(inSlot(planFor({}), 'wind-down')?.card).toBe('relax-muscles')
  })
})

const placesOnBack = (given: PartialProfile, answers: Answers) =>
  stepsOf(planFor(given, answers)).filter(
    (step) =>
      step.card === 'sleep-back' || (step.movement !== undefined && movements[step.movement].traits.includes('onBack')),
  )
describe('movements (§5.0)', () => {
  const pregnantAt = (weeks: number): Answers => ({ sex: 'female', pregnancy: 'pregnant', weeks })
  test('flat on the back at 15 weeks and 6 days (15), not at 16 weeks and 0 days', () => {
    expect(placesOnBack({ eases: ['lyingBack'] }, pregnantAt(15)).length).toBeGreaterThan(0)
    expect(placesOnBack({ eases: ['lyingBack'] }, pregnantAt(16))).toEqual([])
  })
  test('a week not known, or a possible pregnancy of unknown length, is the careful side', () => {
    expect(placesOnBack({}, { sex: 'female', pregnancy: 'pregnant', weeks: 'notSure' })).toEqual([])
    expect(placesOnBack({}, { sex: 'female', pregnancy: 'notSure' })).toEqual([])
  })
  test('never on the front in pregnancy, from the first week', () => {
    const back: PartialProfile = { worsens: ['bending'], eases: ['walking', 'lyingFront'] }
    expect(cardsOf(planFor(back))).toContain('front-lying')
    const cards = cardsOf(planFor(back, pregnantAt(4)))
    expect(cards).not.toContain('front-lying')
    expect(cards).not.toContain('front-pillow')
  })
  test('pain of 5, 6, 7 and 8', () => {
    const moveAt = (painNow: number) => inSlot(planFor({ painNow }), 'move')?.card
    const chair: PartialProfile = { have: ['chair'], floor: 'no' }
    expect(moveAt(5)).toBe('knee-rolls-bed')
    expect(moveAt(7)).toBe('knee-rolls-bed')
    expect(moveAt(8)).toBe('tilt-sitting')
    expect(inSlot(planFor({ ...chair, painNow: 5 }), 'move')?.card).toBe('seated-twist')
    // At 6 in a chair only tilts are left, so the one tilt stands once.
    expect(inSlot(planFor({ ...chair, painNow: 6 }), 'move')).toBeUndefined()
    expect(inSlot(planFor({ ...chair, painNow: 6 }), 'tilt')?.card).toBe('tilt-sitting')
  })
  test('from 6 of 10 any rise is a stop', () => {
    expect(inSlot(planFor({ painNow: 5 }), 'tilt')?.stop.join()).not.toContain('rises at all')
    expect(inSlot(planFor({ painNow: 6 }), 'tilt')?.stop.join()).toContain('rises at all')
  })
  test('who cannot get to the floor gets bed and chair versions only', () => {
    for (const floor of ['no', 'notSure'] as const)
      for (const step of stepsOf(planFor({ floor })))
        expect(step.movement && movements[step.movement].place).not.toBe('floor')
  })
  test('knee to chest for a forward direction, but not with pain below the knee, a slipped disc pattern or a hernia', () => {
    const forward: PartialProfile = { worsens: ['standing'], eases: ['sitting'], heavyLegs: 'no' }
    expect(inSlot(planFor(forward), 'move')?.card).toBe('knee-to-chest-bed')
    expect(
      cardsOf(planFor({ ...forward, legPain: 'belowKnee', legSide: 'left' })).some((card) =>
        card.startsWith('knee-to'),
      ),
    ).toBe(false)
    expect(kindsOf(planFor({ ...forward, health: ['hernia'] })).has('move')).toBe(false)
  })
  test('after an operation the plan points to the surgeon’s own plan', () => {
    expect(inSlot(planFor({ health: ['surgery'] }), 'tilt')?.card).toBe('own-plan')
  })
  test('back-bends need a back that likes them, and no slipped bone or narrow canal', () => {
    const back: PartialProfile = { worsens: ['bending', 'lyingFront'], eases: ['standing'] }
    expect(inSlot(planFor(back), 'move')?.card).toBe('back-bends')
    for (const item of ['slip', 'stenosis', 'notSure'])
      expect(cardsOf(planFor({ ...back, health: [item] }))).not.toContain('back-bends')
  })
  test('a stiff or fused spine has no twist', () => {
    expect(cardsOf(planFor({}, { E7: 'yes' })).some((card) => /rolls|twist|book/.test(card))).toBe(false)
  })
  test('thin bones lean half-way only', () => {
    const lean = inSlot(planFor({ eases: ['sitting'] }, { fxRisk: ['osteoporosis'] }), 'ease')
    expect(lean?.card).toBe('lean-on-table')
    expect(lean?.how).toContain('Lean half-way only.')
  })
  test('a hip replacement never leans past a right angle', () => {
    expect(cardsOf(planFor({ eases: ['sitting'], health: ['hip'] }))).not.toContain('lean-on-table')
  })
  test('over 75 or after a fall: walk with something firm to hold', () => {
    const walk = (age: number) => inSlot(planFor({}, { age }), 'walk')?.how.join(' ')
    expect(walk(75)).not.toContain('firm')
    expect(walk(76)).toContain('firm')
  })
  test('who cannot stand marches on a chair; with no chair, changes position', () => {
    expect(inSlot(planFor({}, { walk: 'cannot' }), 'walk')?.card).toBe('march-sitting')
    expect(cardsOf(planFor({ have: ['bed'] }, { walk: 'cannot' }))).toContain('change-position')
  })
})

test('from 4 of 10 the counter counts half', () => {
  const reps = (painNow: number) => {
    const timer = inSlot(planFor({ painNow }), 'tilt')?.timer
    return timer?.kind === 'reps' ? timer.reps : undefined
  }
  expect([3, 4].map(reps)).toEqual([8, 4])
})
test('each reason stands once, with all that it rules out', () => {
  const reasons = inSlot(planFor({ painNow: 8 }), 'move')?.insteadOf ?? []
  expect(reasons.map(({ limit }) => limit)).toEqual(['movement-pain-8'])
  expect(reasons[0]?.of).toContain('knee rolls')
})

describe('reviews', () => {
  const ids = (answers: Answers) => planFor({}, answers).reviews.map(({ id }) => id)
  test('24 to 48 hours, day 4, 1 week and 2 weeks for all', () => {
    expect(ids({})).toEqual(['day-1-2', 'day-4', 'week-1', 'week-2'])
  })
  test('at 16 to 19 a review at 2 weeks, not at 15 or 20', () => {
    expect([15, 16, 19, 20].map((age) => ids({ age }).includes('week-2-young'))).toEqual([false, true, true, false])
  })
  test('fragile bones look again at 48 hours', () => {
    expect(ids({ fxRisk: ['osteoporosis'] })).toContain('fragile-48')
    expect(ids({ fxRisk: ['parentHip'] })).toContain('fragile-48')
    expect([64, 65].map((age) => ids({ age }).includes('fragile-48'))).toEqual([false, true])
  })
})

describe('for any person at all', () => {
  const anyPlan = (profile: PartialProfile, hour: number, movement: 'open' | 'gentle') =>
    makePlan({ ...clearCheck, answers: {}, movement, level: movement === 'open' ? 'self-care' : 'soon' }, profile, {
      ...clock,
      hour,
    })

  test('no section is empty, ids are unique, and each step says how, why, how sure and when to stop', () => {
    fc.assert(
      fc.property(
        anyProfile,
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom('open', 'gentle'),
        (profile, hour, movement) => {
          const plan = anyPlan(profile, hour, movement)
          if (plan.kind !== 'plan') throw new Error('locked')
          expect(plan.sections.map(({ steps }) => steps.length > 0)).toEqual([true, true, true, true])
          const steps = stepsOf(plan)
          expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
          for (const step of steps) {
            for (const text of [step.title, step.often, step.why, step.evidence, ...step.how, ...step.stop])
              expect(text).toMatch(/\S/)
            expect(step.how.length * step.stop.length * step.sources.length).toBeGreaterThan(0)
            for (const source of step.sources) expect(sources).toHaveProperty(source)
            expect(step.minutes).toBeGreaterThan(0)
            expect(stepOf(plan, step.id)).toBe(step)
          }
        },
      ),
    )
  })
  test('nothing that a limit or the block list rules out is in any section', () => {
    fc.assert(
      fc.property(anyProfile, fc.integer({ min: 0, max: 23 }), (profile, hour) => {
        const plan = anyPlan(profile, hour, 'open')
        if (plan.kind !== 'plan') throw new Error('locked')
        for (const step of stepsOf(plan)) {
          const card = stepById.get(step.card)
          if (!card) throw new Error(`no card ${step.card}`)
          expect(limitsOn(card, { ...plan.profile, hour, level: 'self-care' })).toEqual([])
          if (step.movement) expect(blockedReasons(step.movement, movementProfileOf(plan.profile))).toEqual([])
        }
      }),
    )
  })
  test('the first hour keeps its safe order', () => {
    const order = ['ease', 'breathe', 'warmth', 'tilt', 'move', 'walk']
    fc.assert(
      fc.property(anyProfile, fc.integer({ min: 0, max: 23 }), (profile, hour) => {
        const plan = anyPlan(profile, hour, 'open')
        if (plan.kind !== 'plan') throw new Error('locked')
        const places = plan.sections[0]?.steps.map(({ slot }) => order.indexOf(slot)) ?? []
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(places[0]).toBe(0)
      }),
    )
  })
  test('the same person at the same hour gets the same plan', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        expect(anyPlan(profile, 3, 'open')).toEqual(anyPlan(profile, 3, 'open'))
      }),
      { numRuns: 30 },
    )
  })
  test('the block list means the same in our terms as in its own', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const theirs = movementProfileOf(situation)
        for (const id of [
          'M01-bed',
          'M02-prone',
          'M05',
          'M08-sitting',
          'M09',
          'M15',
          'M17a',
          'M18',
          'M22-bed',
        ] as const) {
          const ours = limits.filter(
            (limit) => limit.movements?.includes(id) && holds(limit.who, situation, reliefTerms),
          )
          expect(ours.map((limit) => limit.id)).toEqual(
            blockedReasons(id, theirs).map(({ rule }) => `movement-${rule}`),
          )
        }
      }),
    )
    // Each rule too, whether or not a movement of the plan meets it: a person with a birth behind her, the check not done.
    fc.assert(
      fc.property(anySituation, fc.constantFrom('birth6w', 'birth6m', 'notSure', 'no'), (anyone, pregnancy) => {
        const situation = { ...anyone, pregnancy }
        const theirs = movementProfileOf(situation)
        for (const { id, when } of blockRules)
          expect([id, holds(inOurTerms(when), situation, reliefTerms)]).toEqual([id, holds(when, theirs)])
      }),
    )
    expect(blockRules.length).toBeGreaterThan(10)
  })
})
