/**
 * What comes after the plan: what to expect, when to look again, when to book a check, what stops everything
 * (evidence.md §2.1, §2.2, §5.0, §6.3, §6.4).
 * Never: a promise of a date.
 */
import { any, atLeast, is, ticked } from '../check/condition.ts'
import { type Answers, type Condition, notSure } from '../check/types.ts'
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import { holds } from '../check/condition-met.ts'
import type { ReliefProfile } from './profile-questions.ts'

/** A moment to look again, counted from the start of the plan. */
export interface Review {
  readonly id: string
  readonly when: string
  readonly what: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

const ours = { sources: ['unclench-design'], tag: 'C' } as const
/** Any `FXRISK` of the check (evidence.md §1.0, E2), or thin bones not ruled out. */
const fragile: Condition = any(
  is('thinBones', 'yes', notSure),
  ticked('fxRisk', 'osteoporosis', 'menopause', 'hormoneBlock', 'thin', 'ra', 'parentHip', notSure),
  ticked('infRisk', 'drinking'),
  atLeast('age', 65),
)
const from16To19: Condition = {
  all: [
    { q: 'age', atLeast: 16 },
    { q: 'age', below: 20 },
  ],
}

/** Every moment to look again, and for whom, if not for everybody. */
export const allReviews: readonly (Review & { readonly forWhom?: Condition })[] = [
  {
    id: 'day-1-2',
    when: 'In 24 to 48 hours',
    ...ours,
    what: 'Do the check again. Call 111 if you cannot get to the toilet or a drink. Is your pain still 8 or more after 24 hours of a medicine that is safe for you? If it is not easing, call 111 too.',
  },
  {
    id: 'fragile-48',
    when: 'At 48 hours and at 1 week',
    ...ours,
    forWhom: fragile,
    what: 'Your bones may break more easily. If the pain is not easing, book to be seen.',
  },
  {
    id: 'day-4',
    when: 'On day 4',
    ...ours,
    what: 'Is it better, the same or worse? Worse than the first day and bad: call 111 today. The same: change direction, ask a pharmacist, or book a physio.',
  },
  {
    id: 'week-1',
    when: 'At 1 week',
    ...ours,
    what: 'Do more of your normal day. Ask for help if you are stuck.',
  },
  {
    id: 'week-2',
    when: 'At 2 weeks',
    ...ours,
    what: 'Is it still 3 or more out of 10, and not about a third better? Then book a physio or GP.',
  },
  {
    id: 'week-2-young',
    when: 'At 2 weeks, because you are 16 to 19',
    forWhom: from16To19,
    what: 'If you are not back to normal, book a GP or physio now. Do not wait for 4 to 6 weeks.',
    sources: ['nice-cks-back'],
    tag: 'V2',
  },
]

/** When to look again, for this person. */
export function reviewsFor(profile: ReliefProfile, answers: Answers): readonly Review[] {
  const known = { ...answers, ...profile }
  return allReviews
    .filter(({ forWhom }) => !forWhom || holds(forWhom, known))
    .map(({ forWhom: _, ...review }) => review)
}

/** Content of the "expect" line of the safety-net. */
export const whatToExpect: readonly string[] = [
  'Sharp catching pain when you move is common for a few days.',
  'Most people are clearly better in 2 weeks. Many still have some ache at 6 weeks.',
  'No step here is an instant cure. They help you to be more at ease and keep going.',
]

/** Content of the "book a check if" line of the safety-net. */
export const bookACheckIf: readonly string[] = [
  'It has not eased at all by day 4 or 5.',
  'It is less than about a third better at 2 weeks.',
  'It has not settled by 4 to 6 weeks.',
  'The pain moves further down a leg.',
]

/** Stop all steps and do the check again (evidence.md §5.0). */
export const stopEverything: readonly string[] = [
  'You feel numb or tingly between your legs, or your peeing or pooing changes.',
  'A leg or foot gets weak or numb.',
  'You get chest pain, hard breathing or dizziness.',
  'You feel sudden sharp pain on the bones of your back.',
  'You get a fever, or anything new that worries you.',
]

/** Added for people whose leg or foot is numb or tingly already. */
export const tingleGrows = 'The numb or tingly part of your leg spreads or gets more numb.'
