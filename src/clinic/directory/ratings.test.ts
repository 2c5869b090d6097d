import { describe, expect, test } from 'vitest'
import { lowestLikely, meanMark, noRating, type Rating, reviewCount } from './ratings.ts'

const rated = (...marks: [number, number, number, number, number]): Rating => ({ marks, notShown: {} })

describe('the order by reviews', () => {
  test('puts twenty good marks above one perfect one', () => {
    expect(lowestLikely(rated(0, 0, 0, 4, 16))).toBeGreaterThan(lowestLikely(rated(0, 0, 0, 0, 1)))
  })

  test('puts one good mark above none, and none level with one of 1', () => {
    expect(lowestLikely(rated(0, 0, 0, 0, 1))).toBeGreaterThan(lowestLikely(noRating))
    expect(lowestLikely(noRating)).toBe(0)
    expect(lowestLikely(rated(1, 0, 0, 0, 0))).toBe(0)
  })

  // By hand, Wilson 1927 with z = 1.96: 10 of 10 is 10 / (10 + 3.8416).
  test('is Wilson’s lower bound', () => {
    expect(lowestLikely(rated(0, 0, 0, 0, 10))).toBeCloseTo(10 / 13.8416, 6)
    expect(lowestLikely(rated(5, 0, 0, 0, 5))).toBeCloseTo(0.236_589, 4)
    // Five of 3 are as half a whole each.
    expect(lowestLikely(rated(0, 0, 10, 0, 0))).toBeCloseTo(0.236_589, 4)
  })

  test('rises with more of the same, and never leaves 0 to 1', () => {
    const bounds = [1, 10, 100, 10_000].map((count) => lowestLikely(rated(0, 0, 0, count, count)))
    expect(bounds.toSorted((one, other) => one - other)).toEqual(bounds)
    for (const bound of bounds) expect(bound).toBeLessThan(1)
  })
})

describe('a rating', () => {
  test('has its count and its mean, and no mean without a review', () => {
    expect(reviewCount(rated(1, 0, 0, 1, 2))).toBe(4)
    expect(meanMark(rated(1, 0, 0, 1, 2))).toBe(3.75)
    expect(meanMark(noRating)).toBeUndefined()
  })
})
