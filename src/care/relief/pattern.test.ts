import { describe, expect, test } from 'vitest'
import { type AfterDirection, directionResult } from './direction-test.ts'
import { patternOf } from './pattern.ts'
import { clearAnswers, plain, planFor } from './people.proof.ts'
import { fullProfile, type PartialProfile } from './profile.ts'
import { yellowFlagQuestions, yellowFlags } from './yellow-flags.ts'

const pattern = (given: PartialProfile, answers = {}) =>
  patternOf(fullProfile({ ...plain, ...given }, { ...clearAnswers, ...answers })).id

describe('the first pattern that fits (§3)', () => {
  const pregnant = { sex: 'female', pregnancy: 'pregnant', weeks: 20 }
  test('each one alone', () => {
    expect(pattern({})).toBe('PT0')
    expect(pattern({ worsens: ['sitting'], eases: ['walking'] })).toBe('PT1')
    expect(pattern({ worsens: ['standing'], eases: ['sitting'], heavyLegs: 'no' })).toBe('PT2')
    expect(pattern({ legPain: 'belowKnee', legSide: 'left' })).toBe('PT3')
    expect(pattern({ heavyLegs: 'yes' })).toBe('PT4')
    expect(pattern({}, { place: ['midBack'], F6: 'yes' })).toBe('PT5')
    expect(pattern({ pelvic: 'yes' }, pregnant)).toBe('PT6')
    expect(pattern({}, { duration: 'months3' })).toBe('PT7')
  })
  test('in the order PT6, PT4, PT3, PT5, PT7, PT1, PT2, PT0', () => {
    const everything: PartialProfile = {
      pelvic: 'yes',
      heavyLegs: 'yes',
      legPain: 'belowKnee',
      legSide: 'left',
      worsens: ['sitting', 'standing'],
      eases: ['walking', 'sitting'],
    }
    const mid = { place: ['midBack'], F6: 'yes', duration: 'months3' }
    expect(pattern(everything, { ...pregnant, ...mid })).toBe('PT6')
    expect(pattern({ ...everything, pelvic: 'no' }, { ...pregnant, ...mid })).toBe('PT4')
    expect(pattern({ ...everything, heavyLegs: 'no' }, mid)).toBe('PT3')
    expect(pattern({ ...everything, heavyLegs: 'no', legPain: 'none' }, mid)).toBe('PT5')
    expect(pattern({ ...everything, heavyLegs: 'no', legPain: 'none' }, { duration: 'months3' })).toBe('PT7')
    expect(pattern({ ...everything, heavyLegs: 'no', legPain: 'none' })).toBe('PT1')
  })
  test('both legs, or pain above the knee, is not the one-leg pattern', () => {
    expect(pattern({ legPain: 'belowKnee', legSide: 'both' })).toBe('PT0')
    expect(pattern({ legPain: 'aboveKnee', legSide: 'left' })).toBe('PT0')
  })
  test('the plan says “behaves like” and names what to go slow with', () => {
    const plan = planFor({ worsens: ['sitting'], eases: ['walking'] })
    expect(plan.pattern).toMatchObject({
      id: 'PT1',
      goSlow: expect.arrayContaining([expect.stringContaining('knees to your chest')]),
    })
  })
})

describe('the direction test (§3.1)', () => {
  const offered = (given: PartialProfile, answers = {}) => planFor(given, answers).directionTest.offered
  test('pain of 5 may, pain of 6 may not', () => {
    expect([5, 6].map((painNow) => offered({ painNow }))).toEqual([true, false])
  })
  test('15 weeks pregnant may, 16 may not', () => {
    expect([15, 16].map((weeks) => offered({ pelvic: 'no' }, { sex: 'female', pregnancy: 'pregnant', weeks }))).toEqual(
      [true, false],
    )
  })
  test('not with thin bones, nor when that is not known', () => {
    expect(offered({}, { fxRisk: ['osteoporosis'] })).toBe(false)
    expect(offered({}, { fxRisk: ['notSure'] })).toBe(false)
  })

  const none: AfterDirection = {
    painBefore0to10: 4,
    painAfter0to10: 4,
    place: 'same',
    moreNumb: 'no',
    movingEasier: 'no',
    lasted: 'no',
  }
  const helps: AfterDirection = { ...none, painAfter0to10: 2, lasted: 'yes' }
  const worse: AfterDirection = { ...none, place: 'further' }
  const outcome = (back: AfterDirection, forward: AfterDirection) => directionResult(back, forward).direction
  test('lower, more central or easier, lasting a minute, sets the direction', () => {
    expect(outcome(helps, none)).toBe('back')
    expect(outcome(none, { ...none, place: 'nearer', lasted: 'yes' })).toBe('forward')
    expect(outcome({ ...none, movingEasier: 'yes', lasted: 'yes' }, none)).toBe('back')
  })
  test('a change that does not last sets nothing', () =>
    expect(outcome({ ...helps, lasted: 'no' }, none)).toBe('either'))
  test('further down the leg or more numb stops that direction, even when the score is lower', () => {
    expect(outcome({ ...helps, place: 'further' }, none)).toBe('stopBack')
    expect(outcome(none, { ...helps, moreNumb: 'yes' })).toBe('stopForward')
    expect(outcome(none, { ...none, place: 'notSure' })).toBe('stopForward')
    expect(outcome(helps, worse)).toBe('backOnly')
    expect(outcome(worse, helps)).toBe('forwardOnly')
  })
  test('both further down: no stretches, and book to be seen', () => {
    const result = directionResult(worse, worse)
    expect(result).toMatchObject({ direction: 'stopBoth', level: 'soon' })
    const plan = planFor({ direction: 'stopBoth' })
    expect(plan.sections.flatMap(({ steps }) => steps).some(({ kind }) => kind === 'move')).toBe(false)
    expect(plan.bookACheckIf.join()).toContain('both directions')
  })
  test('no difference: either is fine, ask again in 3 days', () => {
    expect(directionResult(none, none)).toMatchObject({
      direction: 'either',
      askAgainDays: 3,
      text: 'Either is fine. Comfort decides.',
    })
  })
  test('the direction that helped is the one the plan starts with', () => {
    const move = (direction: PartialProfile['direction']) =>
      planFor(direction ? { direction } : {}).sections[0]?.steps.find(({ slot }) => slot === 'move')?.card
    expect(move('back')).toBe('front-lying')
    expect(move('forward')).toBe('knee-to-chest-bed')
    expect(move('either')).toBe('knee-rolls-bed')
    expect(move('backOnly')).toBe('front-lying')
    expect(move('stopBack')).toBe('knee-rolls-bed')
  })
})

describe('yellow flags (§3.2)', () => {
  const fine = { worry: 5, hope: 5, mood: 'someDays', load: 'little', stopped: 'no' }
  test('one difficult answer changes nothing, two offer an earlier physio', () => {
    expect(yellowFlags(fine).offerEarlierPhysio).toBe(false)
    expect(yellowFlags({ ...fine, worry: 6 }).offerEarlierPhysio).toBe(false)
    expect(yellowFlags({ ...fine, worry: 6, hope: 4 }).offerEarlierPhysio).toBe(true)
  })
  test('low on most days asks about thoughts of ending one’s life', () => {
    expect(yellowFlags({ ...fine, mood: 'mostDays' }).askI3).toBe(true)
    expect(yellowFlags(fine).askI3).toBe(false)
  })
  test('every answer that counts as difficult is one that the questions offer', () => {
    const offered = new Set<string>(
      yellowFlagQuestions.flatMap((one) => ('options' in one ? one.options.map(({ value }) => value) : [])),
    )
    expect(offered.has('mostDays') && offered.has('lot')).toBe(true)
    const scores = yellowFlagQuestions.flatMap((one) => (one.kind === 'number' ? [[one.min, one.max]] : []))
    expect(scores, 'from not at all to very').toEqual([
      [0, 10],
      [0, 10],
    ])
    expect(yellowFlagQuestions.map(({ id }) => id)).toEqual(Object.keys(fine))
  })
})
