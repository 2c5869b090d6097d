/**
 * What the guide says of danger signs, held against the rules: the check is answered with the plainest case of each sign, and
 * must find the level that the claim names; and a sentence of the guide names no other level than the claims it rests on.
 */
import { describe, expect, test } from 'vitest'
import type { Answers, Level } from '../../../care/check/types.ts'
import { claimOf } from '../../../care/evidence/claims.ts'
import { claimsOnDangerSigns } from '../../../care/evidence/claims/danger-signs.ts'
import { articles } from '../../../care/guide/articles.ts'
import { guideQuestions } from '../../../care/guide/questions.ts'
import { claimsIn, type Sentence, textOf } from '../../../care/guide/types.ts'
import { finishedAnswers } from '../plan/plan.fixtures.ts'

const midBack: Answers = { place: ['midBack'], F6: 'yes' }
const notStrain: Answers = { startAfter: 'nothing', startHow: 'gradual', history: 'first' }

/** What somebody says whom a claim speaks of, and how soon the check sends them. The first who is the one that it is about. */
const cases: Readonly<Record<string, readonly (readonly [Answers, Level])[]>> = {
  'leg-weaker-now': [
    [{ A6: 'yes', 'A6.test': 'weaker', 'A6.signs': ['worsening'], 'A6.when': 'new' }, 'emergency'],
    [{ A6: 'yes', 'A6.test': 'cannotTry', 'A6.signs': ['noMovement'], 'A6.when': 'new' }, 'emergency'],
  ],
  'leg-weak-today': [[{ A6: 'yes', 'A6.test': 'weaker', 'A6.signs': [], 'A6.when': 'new' }, 'urgent']],
  'heel-and-toe-test': [
    [{ A6: 'yes', 'A6.test': 'cannotTry', 'A6.signs': [], 'A6.when': 'new' }, 'urgent'],
    [{ A6: 'yes', 'A6.test': 'canBoth', 'A6.signs': [], 'A6.when': 'new' }, 'self-care'],
    [{ A6: 'yes', 'A6.test': 'knee', 'A6.chair': 'no', 'A6.signs': [], 'A6.when': 'new' }, 'urgent'],
  ],
  'numb-leg-spreading-today': [[{ A8: 'yes', 'A8.trend': 'spreading', 'A8.when': 'new' }, 'urgent']],
  'numb-leg-steady-book': [[{ A8: 'yes', 'A8.trend': 'same', 'A8.when': 'new' }, 'soon']],
  'hands-or-steps-today': [[{ A7: 'yes', 'A7.kind': 'real', 'A7.fast': 'no', 'A7.when': 'new' }, 'urgent']],
  'hands-or-steps-now': [
    [{ A7: 'yes', 'A7.kind': 'real', 'A7.fast': 'yes', 'A7.when': 'new' }, 'emergency'],
    [{ A7: 'yes', 'A7.kind': 'real', 'A7.fast': 'no', 'A7.when': 'new', place: ['neck'], painNow: 8 }, 'emergency'],
  ],
  'neck-signs-now': [[{ A11: 'yes' }, 'emergency']],
  'chest-now': [[{ C1: 'yes', 'C1.kind': 'tight' }, 'emergency']],
  'heart-signs-now': [[{ ...midBack, C1: 'yes', 'C1.kind': 'tight' }, 'emergency']],
  'tearing-now': [
    [{ C2: 'yes' }, 'emergency'],
    [{ 'C5.collapse': 'yes', 'C5.kind': 'faint' }, 'emergency'],
  ],
  'weight-loss-today': [[{ F2: 'yes' }, 'urgent']],
  'mid-back-today': [
    [{ ...midBack, changes: 'constant', 'changes.try': 'no' }, 'urgent'],
    [{ ...midBack, place: ['midBack', 'band'] }, 'urgent'],
    [{ ...midBack, F1: 'yes' }, 'urgent'],
  ],
  'mid-back-over-50': [
    [{ ...midBack, ...notStrain, age: 50 }, 'urgent'],
    [{ ...midBack, age: 50 }, 'soon'],
    [{ ...midBack, age: 49 }, 'self-care'],
  ],
  'mid-back-under-50-book': [
    [{ ...midBack, ...notStrain, age: 49 }, 'soon'],
    [{ ...midBack, age: 49 }, 'self-care'],
  ],
  'cancer-days': [
    [{ F1: 'yes' }, 'soon'],
    [{ F1: 'yes', changes: 'constant', 'changes.try': 'no' }, 'urgent'],
    [{ F1: 'yes', F3: 'nothing' }, 'urgent'],
  ],
  'big-accident-now': [[{ startAfter: 'fall', E1: 'yes', 'E1.kind': 'serious' }, 'emergency']],
  'past-spasms-no-sign': [
    [{ history: 'same' }, 'self-care'],
    [{ I9: 'yes' }, 'self-care'],
    [{ I9: 'yes', A8: 'yes', 'A8.trend': 'same', 'A8.when': 'new' }, 'urgent'],
  ],
  'cough-alone-common': [
    [{ F7: 'yes' }, 'self-care'],
    [{ F7: 'yes', F1: 'yes' }, 'urgent'],
  ],
  'night-turn-common': [
    [{ F3: 'rolling' }, 'self-care'],
    [{ F3: 'nothing' }, 'soon'],
  ],
  'after-procedure-now': [
    [{ B5: 'yes', 'B5.when': 'weeks6', 'B5.how': 'wound' }, 'emergency'],
    [{ B5: 'yes', 'B5.when': 'weeks6', 'B5.how': 'worse' }, 'urgent'],
  ],
  'both-legs-now': [[{ A5: 'yes', 'A5.pattern': 'painOrTingling', 'A5.when': 'new' }, 'emergency']],
  'nerve-signs-now': [
    [{ A1: 'yes', 'A1.when': 'new', 'A1.seat': 'no' }, 'emergency'],
    [{ A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' }, 'emergency'],
    [{ A3: 'yes', 'A3.kind': 'leak', 'A3.when': 'new' }, 'emergency'],
  ],
  'fever-today': [[{ B2: 'yes', 'B2.kind': 'fever' }, 'urgent']],
  'cannot-cope-today': [
    [{ I5: 'no', 'I5.stuck': 'no' }, 'urgent'],
    [{ I5: 'no', 'I5.stuck': 'yes' }, 'emergency'],
  ],
  'bad-after-a-day': [[{ painNow: 8, trend: 'same', 'I5.medicine': 'yes' }, 'urgent']],
  'score-alone': [[{ painNow: 9, duration: 'days0' }, 'self-care']],
  'steady-pain-today': [[{ duration: 'days3', changes: 'constant', 'changes.try': 'no' }, 'urgent']],
}
/** Danger signs that the check does not ask, or that are told beside its level. */
const notOfTheCheck: readonly string[] = [
  ...['leg-pain-further-book', 'leg-pain-weeks-specialist', 'pressed-nerves-rare', 'pressed-nerves-can-be-mild'],
  ...['do-not-drive-weak-legs', 'alcohol-and-pills'],
]

/** The levels that a text names by what it tells people to do. */
const namedBy: readonly (readonly [Level, RegExp])[] = [
  ['emergency', /\b999\b|A&E|\bemergency\b|\bgo now\b/i],
  ['urgent', /\btoday\b|\bsame day\b/i],
  ['soon', /\bbook\b|\bbe seen\b|\blooked at\b|\bwithin (?:days|1 to 2 weeks)\b/i],
]
const levelsNamed = (text: string): readonly Level[] =>
  namedBy.flatMap(([level, words]) => (words.test(text) ? [level] : []))

const sentences: readonly Sentence[] = [
  ...Object.values(articles).flatMap(({ short, heard, sections, whenNot }) => [
    ...[...short, ...heard.map(({ known }) => known), ...whenNot],
    ...sections.flatMap((section) => (section.kind === 'from-rules' ? [] : section.lines)),
  ]),
  ...guideQuestions.flatMap(({ answer }) => answer),
]

describe('each claim on a danger sign', () => {
  test('is held against the check, or is named as one that it does not ask', () => {
    const held = new Set([...Object.keys(cases), ...notOfTheCheck])
    expect(Object.keys(claimsOnDangerSigns).filter((id) => !held.has(id))).toEqual([])
  })

  test.each(Object.entries(cases))('%s: the check sends the same people as soon', (_id, people) => {
    for (const [told, level] of people) expect([told, finishedAnswers(told).result.level]).toEqual([told, level])
  })
})

describe('a sentence of the guide', () => {
  test('names no other level than the claims on danger signs that it rests on', () => {
    const dangers = new Set(Object.keys(cases))
    const onDanger = sentences.filter((sentence) => claimsIn(sentence).some((id) => dangers.has(id)))
    expect(onDanger.length).toBeGreaterThan(60)
    const others = onDanger.flatMap((sentence) => {
      const allowed = claimsIn(sentence).flatMap((id) => [
        ...levelsNamed(claimOf(id).says),
        ...(cases[id] ?? []).map(([, level]) => level),
      ])
      return levelsNamed(textOf(sentence))
        .filter((level) => !allowed.includes(level))
        .map((level) => `${level}: ${textOf(sentence)}`)
    })
    expect(others).toEqual([])
  })

  test('a level that is too low or too high would be seen', () => {
    expect(levelsNamed('Numb between the legs? Book a visit.')).toEqual(['soon'])
    expect(levelsNamed('Go to A&E or call 999 now.')).toEqual(['emergency'])
    expect(levelsNamed('Speak to someone today.')).toEqual(['urgent'])
    expect(levelsNamed('It eases when you lie down.')).toEqual([])
  })
})
