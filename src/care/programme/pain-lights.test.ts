import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LegAnswer } from './events.ts'
import { lightOf } from './pain-lights.ts'

describe('the light of one movement', () => {
  test('3 is green, 4 is amber', () => {
    expect(lightOf(3, 3, 'none')).toBe('green')
    expect(lightOf(3, 4, 'none')).toBe('amber')
  })
  test('5 is amber, 6 is red', () => {
    expect(lightOf(5, 5, 'none')).toBe('amber')
    expect(lightOf(5, 6, 'none')).toBe('red')
  })
  test('one more than the start is no rise, two more is red even when low', () => {
    expect(lightOf(1, 2, 'none')).toBe('green')
    expect(lightOf(1, 3, 'none')).toBe('red')
    expect(lightOf(0, 2, 'none')).toBe('red')
  })
  test('starting at 6 or more, no rise is amber and any rise is red', () => {
    for (const start of [6, 7, 8, 9]) {
      expect(lightOf(start, start, 'none'), `${start}`).toBe('amber')
      expect(lightOf(start, start + 1, 'none'), `${start}`).toBe('red')
    }
    expect(lightOf(7, 6, 'none')).toBe('amber')
  })
  test('pain further down the leg, pain that lasts, or not sure, is red whatever the score', () => {
    for (const leg of ['further', 'lasting', 'notSure'] as const) expect(lightOf(0, 0, leg), leg).toBe('red')
    for (const leg of ['none', 'same', 'nearer'] as const) expect(lightOf(0, 0, leg), leg).toBe('green')
  })
  test('with a start that nobody knows, a peak that may be a rise of 2 is never green', () => {
    expect(lightOf('notSure', 1, 'none')).toBe('green')
    expect(lightOf('notSure', 2, 'none')).toBe('amber')
    expect(lightOf('notSure', 6, 'none')).toBe('red')
  })
  test('a peak that nobody knows is never green', () => {
    expect(lightOf(0, 'notSure', 'none')).toBe('amber')
    expect(lightOf(0, Number.NaN, 'none')).toBe('amber')
  })
  test('more pain, or a worse leg, never turns a light back', () => {
    const rank = { green: 0, amber: 1, red: 2 }
    const score = fc.integer({ min: 0, max: 10 })
    const leg = fc.constantFrom<LegAnswer>('none', 'same', 'nearer', 'further', 'lasting', 'notSure')
    fc.assert(
      fc.property(score, score, score, leg, (start, peak, more, answer) => {
        const light = rank[lightOf(start, peak, answer)]
        expect(rank[lightOf(start, Math.min(10, peak + more), answer)]).toBeGreaterThanOrEqual(light)
        expect(rank[lightOf(start, peak, 'further')]).toBeGreaterThanOrEqual(light)
      }),
    )
  })
})
