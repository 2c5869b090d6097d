/** What a treatment says of itself is what the claim drawn beside it measured: the same thing, the same figures, the same people. */
import { describe, expect, test } from 'vitest'
import type { Claim } from '../evidence/claim.ts'
import { claimOf, claims } from '../evidence/claims.ts'
import { keysOf } from '../evidence/closed-sets.ts'
import { movements } from '../movement/movements.ts'
import { topics } from '../prevention/topics.ts'
import { articles } from './articles.ts'
import { guideQuestions } from './questions.ts'
import { guideTreatments } from './treatments.ts'
import { claimed, claimsIn, type Sentence, textOf, type Treatment } from './types.ts'

/** What can be measured, by the words that speak of it. */
const measured = {
  pain: /\bpain\b/i,
  doing: /daily life|do things|do more/i,
  return: /comes? back|bad spell|next one/i,
  relief: /\brelief\b/i,
} as const
const spokenOf = (text: string) => keysOf(measured).filter((what) => measured[what].test(text))

const numbersIn = (text: string) => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number)
/** Figures in words, and the figures that they may stand for. */
const inWords: readonly (readonly [RegExp, from: number, to: number])[] = [
  [/\ba third\b/i, 30, 37],
  [/\b(?:nearly half|nearly halves)\b/i, 42, 50],
]

/** What is wrong between the sentence of a treatment and the claim that is drawn beside it. */
function disagreements({ slug, claim, does }: Pick<Treatment, 'slug' | 'claim' | 'does'>): readonly string[] {
  const { says, effect }: Claim = claimOf(claim)
  const found: string[] = []
  if (!does.claims.includes(claim)) found.push(`${slug} does not rest on ${claim}`)
  if (effect) {
    const [drawn, said] = [spokenOf(effect.of), spokenOf(does.text)]
    if (drawn.join() !== said.join()) found.push(`${slug} says ${said.join() || 'nothing'}, draws ${drawn.join()}`)
    for (const [words, from, to] of inWords)
      if (words.test(does.text) && (effect.found < from || effect.found > to))
        found.push(`${slug}: “${does.text}” for ${effect.found}`)
    const others = does.claims.filter((id) => id !== claim && claimOf(id).effect)
    if (others.length > 0) found.push(`${slug} rests on ${others.join()} too, which is not drawn`)
  }
  const known = [
    ...numbersIn(`${says} ${effect?.of ?? ''}`),
    ...(effect ? [Math.round(effect.found), effect.scale.from, effect.scale.to] : []),
  ]
  const loose = numbersIn(does.text).filter((figure) => !known.includes(figure))
  if (loose.length > 0) found.push(`${slug} gives ${loose.join()}`)
  return found
}

describe('each treatment', () => {
  test('says what the claim beside it measured, with its figures', () => {
    expect(guideTreatments.flatMap(disagreements)).toEqual([])
  })
  test.each([
    ['pain beside what people can do', 'active-function', 'A little less pain than bed rest'],
    ['less than was found', 'exercise-prevents', 'Nearly halves the chance that it comes back'],
    ['another figure', 'ibuprofen-eases', 'About 9 points out of 100 less pain'],
    ['nothing of what is drawn', 'ibuprofen-eases', 'Helps a little'],
  ] as const)('and one that says %s would be found', (_, claim, text) => {
    expect(disagreements({ slug: 'planted', claim, does: { text, claims: [claim] } })).toHaveLength(1)
  })
  const namelessPoints = (texts: readonly string[]) =>
    texts.filter((text) => /\bpoints?\b/.test(text) && !/(?:less pain|more relief)/.test(text))
  test('that counts points says of what', () => {
    expect(namelessPoints(guideTreatments.map(({ does }) => does.text))).toEqual([])
    expect(namelessPoints(['4 points out of 100, in long-term pain'])).toHaveLength(1)
  })
  test('two that no trial compared are not drawn apart: any exercise counts the same', () => {
    const claimFor = (slug: string) => guideTreatments.find((one) => one.slug === slug)?.claim
    expect(claimFor('strengthening')).toBe(claimFor('core-strength'))
  })
})

/** Claims on exercise together with lessons: what is said of them is not so of exercise alone. */
const together = keysOf(claims).filter((id) => /learn(?:ed|ing) about backs/i.test(claimOf(id).says))
const namesLearning = (text: string) => /\b(?:learn|lesson)/i.test(text)
const pages: readonly { readonly at: string; readonly lines: readonly Sentence[] }[] = [
  ...Object.values(articles).flatMap((one) =>
    one
      ? [
          {
            at: one.slug,
            lines: [
              ...[...one.short, ...one.heard.map(({ known }) => known), ...one.whenNot],
              ...one.sections.flatMap((section) => ('lines' in section ? section.lines : [])),
              // The line under its link, with the first grade.
              ...one.bars.slice(0, 1).map((id) => claimed(one.about, id)),
            ],
          },
        ]
      : [],
  ),
  ...guideTreatments.map(({ slug, what, does, heard, risks, notFor }) => ({
    at: slug,
    lines: [...what, does, ...heard.map(({ known }) => known), ...risks, ...notFor],
  })),
  ...guideQuestions.map(({ slug, answer }) => ({ at: slug, lines: answer })),
]
const halfSaid = (all: typeof pages) =>
  all.flatMap(({ at, lines }) =>
    lines
      .filter((line) => claimsIn(line).some((id) => together.includes(id)) && !namesLearning(textOf(line)))
      .map((line) => `${at}: ${textOf(line)}`),
  )

describe('what exercise did together with lessons', () => {
  test('is known: exercise, walking, and the days that walkers stayed well', () => {
    expect(together.toSorted()).toEqual(['learning-exercise-prevent', 'walking-days', 'walking-prevents'])
  })
  test('is nowhere said of exercise alone', () => {
    expect(halfSaid(pages)).toEqual([])
  })
  test('and a sentence that leaves the lessons out would be found', () => {
    const text = 'Strength nearly halves the chance.'
    expect(halfSaid([{ at: 'planted', lines: [{ text, claims: ['learning-exercise-prevent'] }] }])).toHaveLength(1)
  })
  test('nor on the cards and pages that give its figures', () => {
    const texts = [
      ...Object.values(topics).flatMap(({ proof }) => proof),
      ...Object.values(movements).map(({ why }) => why),
    ].filter((text) => /nearly half|208 days/.test(text))
    expect(texts.length).toBeGreaterThan(1)
    expect(texts.filter((text) => !namesLearning(text))).toEqual([])
  })
  test('and gives no grade to a page on strength alone', () => {
    expect(topics.strength.grade).toBe(claimOf('exercise-prevents').grade)
  })
})
