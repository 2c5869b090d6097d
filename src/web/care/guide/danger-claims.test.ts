/**
 * What the guide says of danger signs, held against the rules: the check is answered with the plainest case of each sign, and
 * must find the level that the claim names; and a sentence of the guide names no other level than the claims it rests on.
 */
import { describe, expect, test } from 'vitest'
import type { Answers, Level } from '../../../care/check/types.ts'
import type { Claim } from '../../../care/evidence/claim.ts'
import { type ClaimId, claimOf, claims } from '../../../care/evidence/claims.ts'
import { claimsOnDangerSigns } from '../../../care/evidence/claims/danger-signs.ts'
import { entriesOf, isKeyOf } from '../../../care/evidence/closed-sets.ts'
import { articles } from '../../../care/guide/articles.ts'
import { guideQuestions } from '../../../care/guide/questions.ts'
import { guideTreatments } from '../../../care/guide/treatments.ts'
import { claimsIn, type Sentence, textOf } from '../../../care/guide/types.ts'
import { finishedAnswers } from '../plan/plan.fixtures.ts'

const midBack: Answers = { place: ['midBack'], F6: 'yes' }
const pregnant: Answers = { sex: 'female', pregnancy: 'pregnant' }
const born: Answers = { sex: 'female', pregnancy: 'birth6w' }
const thinBones: Answers = { fxRisk: ['osteoporosis'], centre: 'middle' }
const numbLeg: Answers = { A8: 'yes', 'A8.trend': 'same', 'A8.when': 'new' }
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
  'check-in-day-3-to-5': [[{ duration: 'days3', painNow: 8, sinceDay1: 'worse' }, 'urgent']],
  'slow-at-2-weeks': [
    [{ duration: 'weeks2', painNow: 3, sinceDay1: 'same' }, 'soon'],
    [{ duration: 'weeks2', painNow: 2, sinceDay1: 'clearlyBetter' }, 'self-care'],
  ],
  'slow-at-6-weeks': [[{ duration: 'weeks4', sinceDay1: 'bitBetter', age: 30 }, 'soon']],
  'spasm-no-paralysis': [
    [{ A6: 'yes', 'A6.test': 'cannotTry', 'A6.signs': ['cannotStand'], 'A6.when': 'new' }, 'emergency'],
  ],
  'night-pain-check': [[{ F3: 'nothing' }, 'soon']],
  'slow-over-50': [
    [{ duration: 'weeks4', age: 50, history: 'first', trend: 'same' }, 'soon'],
    [{ duration: 'weeks4', age: 60 }, 'soon'],
  ],
  'pattern-stenosis': [[{ A5: 'yes', 'A5.pattern': 'walking', 'A5.when': 'old', 'A5.checked': 'no' }, 'soon']],
  'heavy-legs-new': [[{ A5: 'yes', 'A5.pattern': 'weakOrNumb', 'A5.when': 'new' }, 'emergency']],
  'thoughts-of-ending': [
    [{ I3: 'thoughts' }, 'urgent'],
    [{ I3: 'plan' }, 'emergency'],
    [{ I3: 'acted' }, 'emergency'],
  ],
  'paracetamol-over': [
    [{ I2: 'overParacetamol', 'I2.perKg': 'no', 'I2.risk': [] }, 'urgent'],
    [{ I2: 'overParacetamol', 'I2.perKg': 'yes', 'I2.risk': [] }, 'emergency'],
  ],
  'packet-over': [
    [{ I2: 'overOther', 'I2.risk': [] }, 'urgent'],
    [{ I2: 'overOther', 'I2.risk': ['drowsy'] }, 'emergency'],
  ],
  'overdose-on-purpose': [[{ I2: 'onPurpose' }, 'emergency']],
  'not-safe-at-home': [[{ I4: 'danger' }, 'emergency']],
  'long-journey-clot': [[{ C4: 'yes' }, 'urgent']],
  'clot-in-the-lung': [
    [{ C3: 'yes', 'C3.kind': ['breathless'] }, 'emergency'],
    [{ C3: 'yes', 'C3.kind': ['blood'] }, 'emergency'],
  ],
  'hard-knock-now': [[{ startAfter: 'fall', injuryWhen: 'last7', E1: 'yes', 'E1.kind': 'serious' }, 'emergency']],
  'hurt-keep-still': [
    [{ startAfter: 'fall', injuryWhen: 'last7', E1: 'yes', 'E1.kind': 'serious', walk: 'cannot' }, 'emergency'],
  ],
  'dark-pee-now': [[{ D8: 'yes' }, 'emergency']],
  'ibuprofen-stop': [[{ D2: 'yes' }, 'emergency']],
  'pregnancy-new-pain': [[{ ...pregnant, weeks: 14, H2: 'newNot' }, 'urgent']],
  'pregnancy-early': [[{ ...pregnant, weeks: 13 }, 'self-care']],
  'pregnancy-early-signs': [
    [{ ...pregnant, weeks: 8, D6: ['mild'] }, 'urgent'],
    ...['faint', 'shoulderTip', 'severeLow', 'heavyBleed'].map(
      (sign) => [{ ...pregnant, weeks: 8, D6: [sign] }, 'emergency'] as const,
    ),
  ],
  'pregnancy-call-now': [
    ...['bleeding', 'tightenings', 'babyLess', 'headSight', 'swelling', 'ribs'].map(
      (sign) => [{ ...pregnant, weeks: 30, H2: 'discussedSame', H1: [sign] }, 'urgent'] as const,
    ),
    [{ ...pregnant, weeks: 30, H2: 'discussedSame', 'H2.waves': 'yes' }, 'urgent'],
  ],
  'pregnancy-999': ['collapse', 'heavyBleed', 'severeTummy'].map(
    (sign) => [{ ...pregnant, weeks: 30, H2: 'discussedSame', H1: [sign] }, 'emergency'] as const,
  ),
  'pregnancy-two-weeks': [[{ ...pregnant, weeks: 30, H2: 'oldNot', duration: 'weeks3' }, 'soon']],
  'after-birth-numb': [
    [{ ...born, A1: 'yes', 'A1.when': 'new', 'A1.seat': 'no' }, 'emergency'],
    [{ ...born, A2: 'yes', 'A2.kind': 'cannotGo', 'A2.when': 'new' }, 'emergency'],
    [{ ...born, A8: 'yes', 'A8.trend': 'same', 'A8.when': 'new' }, 'emergency'],
  ],
  'after-birth-today': [
    ...['heavyBleed', 'badHeadache', 'womb'].map((sign) => [{ ...born, H4: [sign] }, 'urgent'] as const),
    [{ ...born, C4: 'yes' }, 'urgent'],
  ],
  'under-16-gp': [[{ age: 15 }, 'soon']],
  'child-today': [
    [{ age: 9 }, 'urgent'],
    [{ age: 14, 'I7.limp': 'yes' }, 'urgent'],
    [{ age: 14, F2: 'yes' }, 'urgent'],
    [{ age: 14, F3: 'nothing' }, 'urgent'],
    [{ age: 14, A8: 'yes', 'A8.trend': 'same', 'A8.when': 'new' }, 'urgent'],
  ],
  'teen-lean-back': [[{ age: 17, E8: 'yes', duration: 'weeks2' }, 'soon']],
  'teen-two-weeks': [
    [{ age: 17 }, 'self-care'],
    [{ age: 17, duration: 'weeks2' }, 'soon'],
  ],
  'bones-fall-today': [[{ ...thinBones, startAfter: 'fall', injuryWhen: 'last7' }, 'urgent']],
  'bones-cannot-walk': [
    [{ ...thinBones, startAfter: 'fall', injuryWhen: 'last7', walk: 'cannot' }, 'emergency'],
    [{ ...thinBones, startAfter: 'fall', injuryWhen: 'last7', ...numbLeg }, 'emergency'],
  ],
  'older-sudden-pain': [
    [
      { age: 50, painNow: 8, startAfter: 'nothing', history: 'first', changes: 'constant', 'changes.try': 'no' },
      'emergency',
    ],
  ],
  'blood-thinner-knock': [[{ I1: 'yes', 'I1.signs': [], startAfter: 'fall', injuryWhen: 'last7' }, 'urgent']],
  'lump-today': [[{ E6: 'yes', 'E6.kind': 'new' }, 'urgent']],
  'height-loss': [[{ E6: 'yes', 'E6.kind': 'slow' }, 'soon']],
}
/** What no single check can find, since it is told over days or by somebody's course, or stands beside its level. */
const notOfTheCheck: readonly string[] = [
  ...['leg-pain-further-book', 'leg-pain-weeks-specialist', 'pressed-nerves-rare', 'pressed-nerves-can-be-mild'],
  ...['do-not-drive-weak-legs', 'alcohol-and-pills', 'codeine-hides', 'urgent-no-ibuprofen', 'not-easing-by-day-5'],
  // Said by the medicine page, with this level.
  'ibuprofen-stop-today',
]

/** The levels that a text names by what it tells people to do. */
const namedBy: readonly (readonly [Level, RegExp])[] = [
  ['emergency', /\b999\b|A&E|\bemergency\b|\bgo now\b/i],
  ['urgent', /\btoday\b|\bsame day\b/i],
  ['soon', /\bbook\b|\bbe seen\b(?! today)|\blooked at\b|\bwithin (?:days|1 to 2 weeks)\b/i],
]
const levelsNamed = (text: string): readonly Level[] =>
  namedBy.flatMap(([level, words]) => (words.test(text) ? [level] : []))

const sentences: readonly Sentence[] = [
  ...Object.values(articles).flatMap(({ short, heard, sections, whenNot }) => [
    ...[...short, ...heard.map(({ known }) => known), ...whenNot],
    ...sections.flatMap((section) => (section.kind === 'from-rules' ? [] : section.lines)),
  ]),
  ...guideQuestions.flatMap(({ answer }) => answer),
  ...guideTreatments.flatMap(({ what, does, risks, notFor, heard }) => [
    ...[...what, does, ...risks, ...notFor],
    ...heard.map(({ known }) => known),
  ]),
]

describe('each claim on a danger sign', () => {
  test('is held against the check, or is named as one that it does not ask', () => {
    const held = new Set([...Object.keys(cases), ...notOfTheCheck])
    const onDanger = entriesOf<ClaimId, Claim>(claims).flatMap(([id, { kind, says }]) =>
      isKeyOf(claimsOnDangerSigns, id) || (kind === 'safety' && levelsNamed(says).length > 0) ? [id] : [],
    )
    expect(onDanger.length).toBeGreaterThan(50)
    expect(onDanger.filter((id) => !held.has(id))).toEqual([])
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
