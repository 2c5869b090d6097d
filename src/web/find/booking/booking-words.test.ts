/** What changing one's mind costs, and by which way: the words agree with what can be done. */
import { expect, test } from 'vitest'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { coursePolicyWords, policyWords, servicePolicyWords } from './booking-words.ts'

const now = Date.UTC(2026, 10, 27, 12)
const hour = 3_600_000
const visitOf = (lateFeePence: number, freeUntil = now + 24 * hour) =>
  ({ freeUntil, lateFeePence, startsAt: now + 48 * hour, place: { zone: 'Europe/London' } }) as VisitView

test('a fee is of cancelling alone, and after the free time a visit is moved by telephone', () => {
  const until = 'Free to move or cancel until Saturday 28 November, 12:00 (London time).'
  expect(policyWords(visitOf(3000), now)).toBe(
    `${until} After that, cancelling costs £30, and you move it by ringing the clinic.`,
  )
  expect(policyWords(visitOf(0), now)).toBe(
    `${until} After that, cancelling still costs nothing, and you move it by ringing the clinic.`,
  )
  expect(policyWords(visitOf(3000, now), now)).toBe('Cancelling now costs £30. To move it, please ring the clinic.')
  expect(policyWords(visitOf(0, now), now)).toBe('To move it now, please ring the clinic. Cancelling costs nothing.')
})

test('a visit that is free until it begins has no time after that', () => {
  expect(policyWords(visitOf(3000, now + 48 * hour), now)).toBe(
    'Free to move or cancel until Sunday 29 November, 12:00 (London time).',
  )
})

test('the same of each visit of a course', () => {
  expect(coursePolicyWords(visitOf(3000), now)).toBe(
    'Each visit is free to move or cancel until 24 hours before it. After that, cancelling that one costs £30, and you move it by ringing the clinic.',
  )
  expect(coursePolicyWords(visitOf(0), now)).toContain('After that, cancelling that one still costs nothing, and')
  expect(coursePolicyWords(visitOf(0, now + 48 * hour), now)).toBe(
    'Each visit is free to move or cancel until it begins.',
  )
})

test('the same of a service, before a time is chosen', () => {
  const words = (freeUntilHours: number, lateFeePence: number) => servicePolicyWords({ freeUntilHours, lateFeePence })
  expect(words(24, 3000)).toBe(
    'Free to move or cancel until 24 hours before. After that, cancelling costs £30, and you move it by ringing the clinic.',
  )
  expect(words(1, 0)).toContain('until 1 hour before. After that, cancelling still costs nothing, and')
  expect(words(0, 3000)).toBe('Free to move or cancel until it begins.')
})
