import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directionSet } from '../programme/direction.ts'
import { type AfterDirection, directionFelt, directionResult } from './direction-test.ts'

const better = fc.constantFrom('back', 'forward', 'either', 'notSure')
const leg = fc.constantFrom('no', 'back', 'forward', 'both', 'notSure')
const pattern = fc.constantFrom('PT0', 'PT1', 'PT2', 'PT3', 'PT4', 'PT5', 'PT6', 'PT7')

test('a way helps only where it is better in something, higher in nothing, and lasts', () => {
  const same = { painBefore0to10: 4, painAfter0to10: 4, place: 'same', moreNumb: 'no', movingEasier: 'no' } as const
  const back = (part: Partial<AfterDirection>) =>
    directionResult({ ...same, lasted: 'yes', ...part }, { ...same, lasted: 'no' }).direction
  expect(back({})).toBe('either')
  for (const better of [{ painAfter0to10: 3 }, { place: 'nearer' }, { movingEasier: 'yes' }] as const) {
    expect(back(better), JSON.stringify(better)).toBe('back')
    expect(back({ ...better, lasted: 'no' })).toBe('either')
    expect(back({ ...better, lasted: 'notSure' })).toBe('either')
    if (!('painAfter0to10' in better)) expect(back({ ...better, painAfter0to10: 5 })).toBe('either')
    expect(back({ ...better, moreNumb: 'notSure' })).toBe('stopBack')
  }
})

test('a way that sends pain further down a leg stays out, whatever feels better (H-10)', () => {
  fc.assert(
    fc.property(better, leg, pattern, (one, other, which) => {
      const { leaveOut } = directionSet(directionFelt(one, other), which)
      const expected = other === 'no' ? [] : other === 'both' || other === 'notSure' ? ['back', 'forward'] : [other]
      expect([...leaveOut].sort()).toEqual(expected)
    }),
  )
})

test('without leg pain, what feels better is what counts', () => {
  expect(directionFelt('back', 'no')).toBe('back')
  expect(directionFelt('either', 'no')).toBe('either')
  expect(directionFelt('notSure', 'no')).toBe('notSure')
  expect(directionFelt('forward', 'back')).toBe('forwardOnly')
  expect(directionFelt('back', 'back')).toBe('stopBack')
})
