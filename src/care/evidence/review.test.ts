import { expect, test } from 'vitest'
import { reviewBy, reviewByEnd, reviewedOn, reviewIsDue } from './review.ts'
import { asEpochMs } from './time.ts'

test('the knowledge is within its review date today; past it, this test keeps everything from being released', () => {
  expect(reviewIsDue(asEpochMs(Date.now())), `review was due by ${reviewBy}`).toBe(false)
})

test('the review date and its last moment say the same day', () => {
  expect(new Date(reviewByEnd - 1).toISOString().slice(0, 10)).toBe(reviewBy)
  expect(new Date(reviewByEnd).toISOString().slice(11)).toBe('00:00:00.000Z')
  expect(Date.parse(reviewedOn)).toBeLessThan(reviewByEnd)
})

test('review is due from the first moment after the day, not a millisecond before', () => {
  expect(reviewIsDue(asEpochMs(reviewByEnd - 1))).toBe(false)
  expect(reviewIsDue(asEpochMs(reviewByEnd))).toBe(true)
})
