import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days, march } from './diary.fixtures.ts'
import { flares, usualBefore } from './flare-days.ts'

describe('a flare', () => {
  test('begins 2 points above the usual of the week before, and not at less', () => {
    expect(flares(days(3, 3, 3, 5))).toEqual([
      { from: march(3), to: march(3), over: false, usualBefore0to10: 3, peak0to10: 5 },
    ])
    expect(flares(days(3, 3, 3, 4.9))).toEqual([])
  })

  test('needs three noted days in the 7 before it', () => {
    expect(flares(days(3, 3, 9))).toEqual([])
    expect(flares(days(3, 3, 3, 9))).toHaveLength(1)
    expect(flares(days(3, 3, 3, null, null, null, null, 9))).toHaveLength(1)
    expect(flares(days(3, 3, 3, null, null, null, null, null, 9))).toEqual([])
  })

  test('ends when pain is less than 2 points above what was usual before it', () => {
    expect(flares(days(3, 3, 3, 6, 7, 5, 4.9, 3))).toEqual([
      { from: march(3), to: march(5), over: true, usualBefore0to10: 3, peak0to10: 7 },
    ])
  })

  test('does not last for good: after a week the week itself is the usual', () => {
    const long = flares(days(2, 2, 2, 6, 6, 6, 6, 6, 6, 6, 6, 6))
    expect(long).toHaveLength(1)
    expect(long[0]).toMatchObject({ over: true, to: march(9) })
  })

  test('can come twice', () => {
    expect(flares(days(2, 2, 2, 6, 2, 2, 2, 2, 2, 2, 2, 6))).toHaveLength(2)
  })

  test('is never found in a diary that only gets better', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 30 }), (pains) => {
        expect(flares(days(...pains.sort((a, b) => b - a)))).toEqual([])
      }),
    )
  })

  test('never overlaps another, and its peak is 2 points above its usual', () => {
    const pain = fc.option(fc.integer({ min: 0, max: 10 }), { freq: 5 })
    fc.assert(
      fc.property(fc.array(pain, { maxLength: 31 }), (pains) => {
        const found = flares(days(...pains))
        for (const [index, { from, to, usualBefore0to10, peak0to10 }] of found.entries()) {
          expect(from <= to).toBe(true)
          expect(peak0to10 - usualBefore0to10).toBeGreaterThanOrEqual(2 - 1e-9)
          const next = found[index + 1]
          if (next) expect(next.from > to).toBe(true)
        }
        expect(found.slice(0, -1).every(({ over }) => over)).toBe(true)
      }),
    )
  })

  test('compares with the 7 days before, that day not among them', () => {
    const diary = days(9, 2, 2, 2, 2, 2, 2, 2, 8)
    expect(usualBefore(diary, diary[8]?.number ?? 0)).toBe(2)
  })
})
