import { describe, expect, test } from 'vitest'
import type { Answers } from '../check/types.ts'
import { fullProfile } from './profile.ts'
import { reviewsFor } from './reviews.ts'

/** A grown-up of 40 of whom the check knows nothing that makes bones weak. */
const plain: Answers = { age: 40, fxRisk: [], infRisk: [] }
/** Ids of the looks to come. */
const looks = (answers: Answers, thinBones: 'yes' | 'no' | 'notSure' = 'no') => {
  const told = { ...plain, ...answers }
  return reviewsFor({ ...fullProfile({}, told), thinBones }, told).map(({ id }) => id)
}

describe('when to look again', () => {
  test('for everybody: in 1 to 2 days, on day 4, after 1 week and after 2', () => {
    expect(looks({})).toEqual(['day-1-2', 'day-4', 'week-1', 'week-2'])
  })

  test.each<readonly [string, Answers]>([
    ['osteoporosis', { fxRisk: ['osteoporosis'] }],
    ['an early menopause', { fxRisk: ['menopause'] }],
    ['a treatment that blocks hormones', { fxRisk: ['hormoneBlock'] }],
    ['being very thin', { fxRisk: ['thin'] }],
    ['rheumatoid arthritis', { fxRisk: ['ra'] }],
    ['a parent who broke a hip', { fxRisk: ['parentHip'] }],
    ['not being sure of these', { fxRisk: ['notSure'] }],
    ['heavy drinking', { infRisk: ['drinking'] }],
    ['being 65', { age: 65 }],
    ['an age that nobody knows', { age: 'notSure' }],
  ])('also at 48 hours with %s, since bones may break more easily', (_what, answers) => {
    expect(looks(answers)).toContain('fragile-48')
  })

  test.each(['yes', 'notSure'] as const)('also at 48 hours where thin bones are “%s”', (thinBones) => {
    expect(looks({}, thinBones)).toContain('fragile-48')
  })

  test('not at 48 hours at 64, nor with another risk of infection', () => {
    expect(looks({ age: 64, infRisk: ['diabetes'] })).not.toContain('fragile-48')
  })

  test.each([
    [15, false],
    [16, true],
    [19, true],
    [20, false],
  ])('at %d a visit after 2 weeks: %s', (age, asked) => {
    expect(looks({ age }).includes('week-2-young')).toBe(asked)
  })
})
