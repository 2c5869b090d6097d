/** What the articles say of movements and medicines is what the rules and tables say: who leaves out what, and how much. */
import { describe, expect, test } from 'vitest'
import { ages, codeineMostDays, ibuprofenMostDays, limits } from '../medicines/limits.ts'
import { blockedReasons } from '../movement/block-list.ts'
import { well } from '../movement/movement.fixtures.ts'
import type { MovementProfile } from '../movement/profile.ts'
import type { MovementId } from '../movement/types.ts'
import { articleOf } from './articles.ts'
import { doseWords } from './movement-dose.ts'
import { questionOf } from './questions.ts'
import type { ArticleSlug } from './shelves.ts'
import { type Sentence, textOf } from './types.ts'

const blocked = (id: MovementId, told: Partial<MovementProfile>) => blockedReasons(id, { ...well, ...told }).length > 0

const linesOf = (slug: ArticleSlug): readonly Sentence[] => {
  const article = articleOf(slug)
  if (article === undefined) throw new Error(`no article ${slug}`)
  const { short, heard, sections, whenNot } = article
  return [
    ...short,
    ...heard.map(({ known }) => known),
    ...sections.flatMap((section) => ('lines' in section ? section.lines : [])),
    ...whenNot,
  ]
}
const wordsOf = (slug: ArticleSlug) => linesOf(slug).map(textOf).join('\n')
const ledTo = (slug: ArticleSlug) =>
  (articleOf(slug)?.leads ?? []).flatMap((lead) => (lead.to === 'movement' ? [lead.movement] : []))

/** What an article says that somebody leaves out, and for whom the rules leave it out. */
const leftOut: readonly (readonly [ArticleSlug, string, readonly MovementId[], Partial<MovementProfile>])[] = [
  ['stretches', 'Leave it out if bending hurts', ['M01', 'M04'], { pattern: 'PT1' }],
  ['stretches', 'Leave it out if arching hurts', ['M03'], { pattern: 'PT2' }],
  ['stretches', 'or with pain below the knee', ['M01', 'M04'], { radicularSide: 'left' }],
  ['stretches', 'Are you pregnant, or did you have tummy surgery', ['M03'], { pregnancyWeeks: 8 }],
  ['stretches', 'with a narrowed or slipped spine', ['M03'], { stenosis: 'yes' }],
  ['stretches', 'with a narrowed or slipped spine', ['M03'], { spondylolisthesis: 'yes' }],
  ['stretches', 'Pregnant, thin bones, or pain below the knee', ['M06'], { pregnancyWeeks: 8 }],
  ['stretches', 'Pregnant, thin bones, or pain below the knee', ['M06'], { osteoporosisOrSteroids: 'yes' }],
  ['stretches', 'Pregnant, thin bones, or pain below the knee', ['M06'], { radicularSide: 'right' }],
  ['stretches', 'Do only the rounding', ['M05', 'M05-cow'], { pattern: 'PT2' }],
  ['stretches', 'Do only the rounding', ['M05', 'M05-cow'], { pregnancyWeeks: 8 }],
  ['stretches', 'Do only the rounding', ['M05', 'M05-cow'], { stenosis: 'yes' }],
  ['stretches', 'Do only the rounding', ['M05', 'M05-cow'], { spondylolisthesis: 'yes' }],
  ['stretches', 'Do only the sinking', ['M05', 'M05-cat'], { pattern: 'PT1' }],
  ['stretches', 'Do only the sinking', ['M05', 'M05-cat'], { osteoporosisOrSteroids: 'yes' }],
  ['stretches', 'Not with a joined, once broken or stiff', ['M06', 'M06-small'], { fusionFractureOrStiffSpine: 'yes' }],
  ['stretches', 'No deep bends and no far twists', ['M04', 'M06'], { osteoporosisOrSteroids: 'yes' }],
  ['stretches', 'At 6 out of 10 or more, leave these', ['M01', 'M03', 'M04', 'M05', 'M06', 'M07'], { painNow0to10: 6 }],
  ['stretches', 'From 16 weeks, do not lie flat', ['M01', 'M07'], { pregnancyWeeks: 16 }],
  ['stretches', 'or a hernia', ['M01', 'M03', 'M04', 'M05', 'M06', 'M07'], { recentSurgeryOrHernia: 'yes' }],
  ['strength', 'No bridge, no long holds', ['M10'], { pressureHeartOrEyes: 'yes' }],
  ['strength', 'At 6 out of 10 or more', ['M10', 'M11-wall', 'M12', 'M19'], { painNow0to10: 6 }],
  ['strength', 'Thin bones? Stay with the easier planks', ['M11'], { osteoporosisOrSteroids: 'yes' }],
  ['strength', 'Easier planks only', ['M11', 'M13'], { pregnancyWeeks: 4 }],
  ['strength', 'From 16 weeks, no bridge', ['M10'], { pregnancyWeeks: 16 }],
  ['strength', 'planks and dead bugs wait for your check', ['M11-wall', 'M13-wall', 'M14'], { weeksAfterBirth: 8 }],
  ['strength', 'In the first 6 weeks after a birth', ['M10', 'M12', 'M19'], { weeksAfterBirth: 5 }],
  ['lifting', 'Is your pain 6 out of 10 or more', ['M16'], { painNow0to10: 6 }],
  ['rest-or-moving', 'At 8 or more', ['M09', 'M18'], { painNow0to10: 8 }],
  ['pregnancy-and-after-birth', 'Never lie on your front', ['M02-prone', 'M17c'], { pregnancyWeeks: 1 }],
  ['pregnancy-and-after-birth', 'Leave out standing on one leg', ['M20-back', 'M20-side'], { pelvicGirdle: 'yes' }],
  ['older-backs', 'One knee to the chest, not both', ['M01-double'], { osteoporosisOrSteroids: 'yes' }],
]

describe('what an article says to leave out', () => {
  test.each(leftOut)('%s: “%s” is what the block list says of %j', (slug, words, ids, told) => {
    expect(wordsOf(slug)).toContain(words)
    expect(ids.filter((id) => !blocked(id, told))).toEqual([])
    expect(ids.filter((id) => blocked(id, {}))).toEqual([])
  })
  test('and what it leaves in is open on the near side of each border', () => {
    expect(blocked('M01', { pregnancyWeeks: 15 })).toBe(false)
    for (const told of [
      { pattern: 'PT2' },
      { pregnancyWeeks: 8 },
      { stenosis: 'yes' },
      { spondylolisthesis: 'yes' },
    ] as const)
      expect(blocked('M05-cat', told)).toBe(false)
    for (const told of [{ pattern: 'PT1' }, { osteoporosisOrSteroids: 'yes' }] as const)
      expect(blocked('M05-cow', told)).toBe(false)
    expect(blocked('M10', { pregnancyWeeks: 15 })).toBe(false)
    expect(blocked('M05', { painNow0to10: 5 })).toBe(false)
    expect(blocked('M08', { painNow0to10: 9 })).toBe(false)
    expect(blocked('M09', { painNow0to10: 7 })).toBe(false)
    expect(blocked('M11-wall', { weeksAfterBirth: 9 })).toBe(false)
  })
})

describe('the movements that an article leads to', () => {
  test('are right for those it is written for: in every week of pregnancy, and with thin bones', () => {
    const pregnant = [...Array(41).keys()].flatMap((pregnancyWeeks) =>
      ledTo('pregnancy-and-after-birth').filter((id) => blocked(id, { pregnancyWeeks })),
    )
    expect(pregnant).toEqual([])
    expect(ledTo('older-backs').filter((id) => blocked(id, { osteoporosisOrSteroids: 'yes' }))).toEqual([])
    expect([ledTo('pregnancy-and-after-birth').length, ledTo('older-backs').length]).toEqual([2, 2])
  })
  test('are none in the article on children, whose movements are closed', () => {
    expect(ledTo('children-and-teens')).toEqual([])
  })
})

describe('the figures of medicines in articles and questions', () => {
  const days = (questionOf('how-long-can-i-take-ibuprofen')?.answer ?? []).map(textOf).join('\n')
  test('are those of the medicine table', () => {
    expect(days).toContain(`past ${ibuprofenMostDays.adult} days, or past ${ibuprofenMostDays.from16To17} days`)
    expect(wordsOf('which-painkiller')).toContain(
      `for ${codeineMostDays} days at most, and only from ${ages.codeineFrom}`,
    )
    const most = (questionOf('how-much-can-i-take')?.answer ?? []).map(textOf).join('\n')
    const { ibuprofen, paracetamol } = limits
    expect(most).toContain(
      `${ibuprofen.singleMinMg} to ${ibuprofen.singleMaxMg} mg, ${ibuprofen.gapHours} hours between, at most ${ibuprofen.mostIn24hMg.toLocaleString('en-GB')} mg`,
    )
    expect(most).toContain(
      `${paracetamol.singleMinMg} mg to ${paracetamol.singleMaxMg / 1000} g, at least ${paracetamol.gapHours} hours between, at most ${paracetamol.mostIn24hMg / 1000} g`,
    )
    expect(wordsOf('which-painkiller')).toContain(`From ${ages.older}, ask a pharmacist`)
    expect(wordsOf('older-backs')).toContain(`From ${ages.oldest}, or if frail, no`)
    expect(wordsOf('children-and-teens')).toContain(`We give no doses under ${ages.from}`)
  })
})

describe('the dose of a movement in an article', () => {
  test('is what its card says, and a phase for which the card has none is a mistake that shows at once', () => {
    expect(doseWords('M07', 'restore')).toBe('2 to 3 each side, hold 20 to 30 seconds. Once a day.')
    expect(() => doseWords('M07', 'calm')).toThrow('M07 has no dose in the phase calm')
  })
})
