/** How soon an article says that somebody needs help is never later than the check says for the same story. */
import { describe, expect, test } from 'vitest'
import type { Answers, Level } from '../check/types.ts'
import { answerAs } from '../check/vignettes/answer-as.ts'
import { articleOf } from './articles.ts'
import type { ArticleSlug } from './shelves.ts'
import { textOf } from './types.ts'

const wordsOf = (slug: ArticleSlug) => {
  const article = articleOf(slug)
  if (article === undefined) throw new Error(`no article ${slug}`)
  const { short, heard, sections, whenNot } = article
  return [
    ...short,
    ...heard.map(({ known }) => known),
    ...sections.flatMap((section) => ('lines' in section ? section.lines : [])),
    ...whenNot,
  ]
    .map(textOf)
    .join('\n')
}

const adult: Answers = { age: 35 }
const pregnant: Answers = { age: 30, sex: 'female', pregnancy: 'pregnant' }
const newSince: Answers = { 'A2.kind': 'changed', 'A2.when': 'new' }

/** What an article says, a story it is said of, and what the check says of that story. */
const stories: readonly (readonly [ArticleSlug, string, Answers, Level])[] = [
  // The first days
  ['the-first-day', 'a change in how you pee or poo? Go to A&E', { ...adult, ...newSince, A2: 'yes' }, 'emergency'],
  [
    'the-first-day',
    'Can’t get to the toilet or get a drink? Ring 111',
    { ...adult, I5: 'no', 'I5.stuck': 'no' },
    'urgent',
  ],
  ['the-first-day', 'Stuck on the floor alone? Ring 999', { ...adult, I5: 'no', 'I5.stuck': 'yes' }, 'emergency'],
  // How it goes
  [
    'how-long-it-takes',
    'Worse than on day 1, and bad, from day 3 on? Ring 111',
    { ...adult, duration: 'days3', painNow: 8, trend: 'worse', sinceDay1: 'worse' },
    'urgent',
  ],
  ['how-long-it-takes', 'Not clearly better at 2 weeks?', { ...adult, duration: 'weeks2', sinceDay1: 'same' }, 'soon'],
  ['how-long-it-takes', 'From 60 on, see a GP', { age: 60, duration: 'weeks4', sinceDay1: 'clearlyBetter' }, 'soon'],
  // Daily life
  ['sleep', 'Does pain wake you, with no position', { ...adult, F3: 'nothing', 'F3.weekly': 'no' }, 'soon'],
  [
    'sleep',
    'Hot, shivery, or drenched in sweat at night? Ring 111',
    { ...adult, B2: 'yes', 'B2.kind': 'hot' },
    'urgent',
  ],
  ['stress-and-mood', 'Ring 111 and choose option 2, today', { ...adult, I3: 'thoughts' }, 'urgent'],
  ['stress-and-mood', 'Do you have a plan for it, or have you acted? Ring 999', { ...adult, I3: 'plan' }, 'emergency'],
  ['driving', 'A hot, swollen or sore calf', { ...adult, C4: 'yes' }, 'urgent'],
  ['driving', 'New trouble breathing', { ...adult, C3: 'yes', 'C3.kind': ['breathless'] }, 'emergency'],
  [
    'sport',
    'crash in the last 7 days? Go to A&E',
    { ...adult, E1: 'yes', 'E1.kind': 'serious', injuryWhen: 'last7' },
    'emergency',
  ],
  ['sport', 'Pee like cola', { ...adult, D8: 'yes' }, 'emergency'],
  ['sport', 'Under 20, with pain on leaning back', { age: 18, E8: 'yes' }, 'soon'],
  // Pregnancy and birth
  [
    'pregnancy-and-after-birth',
    'New back pain from 14 weeks on? Ring',
    { ...pregnant, weeks: 14, 'H2.waves': 'no', H2: 'newNot' },
    'urgent',
  ],
  ['pregnancy-and-after-birth', 'Before 14 weeks, after a plain strain', { ...pregnant, weeks: 13 }, 'self-care'],
  [
    'pregnancy-and-after-birth',
    'Pain in waves',
    { ...pregnant, weeks: 30, 'H2.waves': 'yes', H2: 'discussedSame' },
    'urgent',
  ],
  [
    'pregnancy-and-after-birth',
    'a baby that moves less',
    { ...pregnant, weeks: 30, H1: ['babyLess'], 'H2.waves': 'no', H2: 'discussedSame' },
    'urgent',
  ],
  [
    'pregnancy-and-after-birth',
    'a swollen face',
    { ...pregnant, weeks: 30, H1: ['swelling'], 'H2.waves': 'no', H2: 'discussedSame' },
    'urgent',
  ],
  [
    'pregnancy-and-after-birth',
    'bad tummy pain that does not stop',
    { ...pregnant, weeks: 30, H1: ['severeTummy'], 'H2.waves': 'no', H2: 'discussedSame' },
    'emergency',
  ],
  [
    'pregnancy-and-after-birth',
    'tummy pain or bleeding needs a call today',
    { ...pregnant, weeks: 8, D6: ['mild'] },
    'urgent',
  ],
  [
    'pregnancy-and-after-birth',
    'at the tip of the shoulder',
    { ...pregnant, weeks: 8, D6: ['shoulderTip'] },
    'emergency',
  ],
  // Young and older
  ['children-and-teens', 'Under 16, back pain is one for the GP', { age: 15 }, 'soon'],
  ['children-and-teens', 'Is under 10', { age: 9 }, 'urgent'],
  ['children-and-teens', 'Has pain at night, even if it eases', { age: 15, F3: 'eases' }, 'urgent'],
  ['children-and-teens', 'Limps', { age: 15, 'I7.limp': 'yes' }, 'urgent'],
  ['children-and-teens', 'A plain strain can be looked after at home', { age: 16 }, 'self-care'],
  [
    'children-and-teens',
    'Not back to normal at 2 weeks',
    { age: 19, duration: 'weeks2', sinceDay1: 'clearlyBetter', painNow: 1 },
    'soon',
  ],
  [
    'older-backs',
    'from age 70: ring 111 today',
    { age: 70, startAfter: 'jolt', centre: 'middle', injuryWhen: 'last7' },
    'urgent',
  ],
  [
    'older-backs',
    'with thin bones',
    { age: 50, fxRisk: ['osteoporosis'], startAfter: 'fall', centre: 'middle', injuryWhen: 'last7' },
    'urgent',
  ],
  ['older-backs', 'A new lump or a change of shape', { age: 60, E6: 'yes', 'E6.kind': 'new' }, 'urgent'],
  ['older-backs', 'A slow loss of height', { age: 60, E6: 'yes', 'E6.kind': 'slow' }, 'soon'],
  [
    'older-backs',
    'From 50 on, sudden very bad pain',
    { age: 50, startHow: 'sudden', painNow: 8, changes: 'constant', 'changes.try': 'no' },
    'emergency',
  ],
  [
    'older-backs',
    'On a blood thinner? A fall or a knock',
    { age: 60, I1: 'yes', 'I1.signs': [], startAfter: 'fall', injuryWhen: 'last7' },
    'urgent',
  ],
]

describe('how soon an article says that help is needed', () => {
  test.each(stories)('%s: “%s” is what the check says of %j', (slug, words, told, level) => {
    expect(wordsOf(slug)).toContain(words)
    expect(answerAs(told).result.level).toBe(level)
  })
})
