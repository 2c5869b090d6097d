/**
 * Any profile and any situation, for property tests and proofs: drawn from the questions of the profile themselves.
 */
import fc from 'fast-check'
import type { Situation } from './choose.ts'
import { profileQuestions, profileValues, type ReliefProfile } from './profile-questions.ts'

const answerTo = (question: (typeof profileQuestions)[number]): fc.Arbitrary<unknown> => {
  if (question.kind === 'number')
    return fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: question.min, max: question.max }) },
      fc.constant('notSure'),
    )
  const values = profileValues(question)
  if (question.kind !== 'ticks') return fc.constantFrom(...values)
  const sure = values.filter((value) => value !== 'notSure')
  return fc.oneof(
    { weight: 5, arbitrary: fc.subarray(sure, { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.subarray([...values]) },
    fc.constant(['notSure']),
  )
}

export const anyProfile = fc.record(
  Object.fromEntries(profileQuestions.map((question) => [question.id, answerTo(question)])),
) as unknown as fc.Arbitrary<ReliefProfile>

export const anySituation: fc.Arbitrary<Situation> = fc
  .tuple(anyProfile, fc.integer({ min: 0, max: 23 }), fc.constantFrom('self-care' as const, 'soon' as const))
  .map(([profile, hour, level]) => ({ ...profile, hour, level }))
