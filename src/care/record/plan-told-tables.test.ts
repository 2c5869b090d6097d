/**
 * What is told anew while somebody answers for the plan, as a table that a person reviews: plan-told-tables.txt beside this
 * test. Each line: before and now, then what is taken from it, what it raises and which events it writes.
 */
import { afterAll, test } from 'vitest'
import { reviewedOutlines } from '../../../scripts/outlines/page-outline.ts'
import { notSure } from '../check/types.ts'
import { answersWith } from '../check/told.fixtures.ts'
import { addDays } from '../evidence/calendar.ts'
import { stateAt } from '../programme/fold.ts'
import type { PartialProfile } from '../relief/profile.ts'
import { moment, uuid } from './moments.fixtures.ts'
import { type AnsweredForPlan, planToldEvents, toldForPlan } from './plan-told.ts'

const reviewed = reviewedOutlines(new URL('./plan-told-tables.txt', import.meta.url))
afterAll(() => reviewed.end())

const now = moment(12)
const answers = answersWith({ age: 35, painNow: 4 })
const calm: PartialProfile = { painNow: 4, legPain: 'none', walk: 'can' }
const wordsOf = (data: object | undefined) =>
  Object.entries(data ?? {})
    .flatMap(([name, value]) => (value === undefined ? [] : `${name} ${JSON.stringify(value).replaceAll('"', '')}`))
    .join(', ')

/** What becomes of this, told over a plan that was made of `calm`. */
function toldBy(part: Partial<AnsweredForPlan>): string {
  const told = toldForPlan({ before: calm, told: calm, answers, last: null, today: now.day, ...part })
  if (!told) return 'nothing new'
  const { raised, events } = planToldEvents(told, {
    ...{ now, id: uuid(1), earlier: [], programme: stateAt([], now), note: 'keep' },
  })
  const { fields, isNumber, isMilder, also, walk } = told
  return [
    wordsOf(fields),
    isNumber ? '' : 'no number',
    isMilder ? 'only milder' : '',
    also.map(({ because, questions }) => `${because} (${questions})`).join(),
    walk ?? '',
    `asks ${raised.screen ?? 'nothing'}${raised.locksMovement ? ', closes' : ''}, told ${wordsOf(raised.answers) || 'none'}`,
    `writes ${events.map(({ kind }) => kind).join(', ') || 'nothing'}`,
  ]
    .filter((words) => words !== '')
    .join(' | ')
}
/** A first plan was asked nothing before: what is `undefined` here is not there at all. */
type Before = { readonly [Field in keyof PartialProfile]: PartialProfile[Field] | undefined }
function asProfile(given: Before): PartialProfile {
  // Each value is the profile's own; only those that are missing are gone.
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as PartialProfile
}
const over = (before: Before, told: PartialProfile, more: Partial<AnsweredForPlan> = {}) =>
  `${wordsOf(before) || 'first plan'} -> ${wordsOf(told)}: ${toldBy({ before: asProfile({ ...calm, ...before }), told: { ...calm, ...told }, ...more })}`
const pains = ['none', 'aboveKnee', 'belowKnee', notSure] as const

test('how far down a leg', () => {
  reviewed.checkLines(
    'how far down a leg',
    [undefined, ...pains].flatMap((was) => pains.map((is) => over({ legPain: was }, { legPain: is, painNow: 5 }))),
  )
  reviewed.checkLines(
    'how far down a leg, and the same number as before',
    pains.flatMap((was) => pains.map((is) => over({ legPain: was }, { legPain: is }))),
  )
})

test('both legs', () => {
  const sides = ['left', 'both', notSure] as const
  const before = [{ legPain: 'none' }, ...sides.map((legSide) => ({ legPain: 'aboveKnee', legSide }) as const)] as const
  const now = [
    { legPain: 'none', legSide: 'both' },
    ...sides.map((legSide) => ({ legPain: 'aboveKnee', legSide }) as const),
  ] as const
  reviewed.checkLines(
    'both legs',
    (['no', 'yes'] as const).flatMap((A5) =>
      before.flatMap((was) => now.map((is) => `A5 ${A5}: ${over(was, is, { answers: { ...answers, A5 } })}`)),
    ),
  )
  reviewed.checkLines(
    'both legs at the first plan',
    (['no', 'yes', notSure] as const).flatMap((A5) =>
      now.map((is) => `A5 ${A5}: ${over({ legPain: undefined }, is, { answers: { ...answers, A5 } })}`),
    ),
  )
})

test('the number of the pain', () => {
  const yesterday = addDays(now.day, -1)
  const lasts = [null, { day: now.day, pain0to10: 6 }, { day: yesterday, pain0to10: 6 }] as const
  reviewed.checkLines(
    'the number',
    ([undefined, 4, 6] as const).flatMap((was) =>
      lasts.flatMap((last) =>
        ([2, 4, 6, 7, notSure] as const).map(
          (is) =>
            `${last ? `last ${last.pain0to10} ${last.day === now.day ? 'today' : 'yesterday'}` : 'none before'}, ${over({ painNow: was }, { painNow: is }, { last })}`,
        ),
      ),
    ),
  )
})

test('a number below that of the check', () => {
  reviewed.checkLines(
    'below the number of the check, which was 8',
    ([undefined, 8] as const).flatMap((painNow) =>
      [5, 6, 7, 9].map((is) => over({ painNow }, { painNow: is }, { answers: { ...answers, painNow: 8 } })),
    ),
  )
})

test('standing and walking', () => {
  const walks = ['can', 'help', 'cannot', notSure] as const
  reviewed.checkLines(
    'walking',
    [undefined, ...walks].flatMap((was) => walks.map((is) => over({ walk: was }, { walk: is }))),
  )
  reviewed.checkLines(
    'walking, the check having heard of it',
    walks.flatMap((walk) =>
      walks.map((is) => `check ${walk}: ${over({ walk: undefined }, { walk: is }, { answers: { ...answers, walk } })}`),
    ),
  )
})

test('more told beside the number, which is milder than that of the check, or which nobody knows', () => {
  const more = [
    { legPain: 'aboveKnee', legSide: 'both' },
    { legPain: 'belowKnee', legSide: 'left' },
    { walk: 'cannot' },
  ] as const
  const first: Before = { painNow: undefined, legPain: undefined, walk: undefined }
  reviewed.checkLines(
    'beside the number, of the check 8, which heard of no pain in both legs',
    [first, { painNow: 8 }].flatMap((was) =>
      more.flatMap((told) =>
        ([5, 7, notSure] as const).map((painNow) =>
          over(was, { ...told, painNow }, { answers: { ...answers, painNow: 8, A5: 'no' } }),
        ),
      ),
    ),
  )
})
