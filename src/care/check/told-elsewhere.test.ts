/**
 * A sign on one screen, and what makes it worse, or takes its explanation away, on another: the worse of two answers counts
 * (evidence.md §2.3), whichever screen it was given on. Each row has the same story beside it without the second answer.
 */
import { describe, expect, test } from 'vitest'
import type { Answers, Level } from './types.ts'
import { answerAs } from './vignettes/answer-as.ts'

const man = (age: number, more: Answers): Answers => ({ sex: 'male', age, ...more })
const woman = (age: number, more: Answers): Answers => ({ sex: 'female', age, ...more })
const pregnant = (more: Answers): Answers =>
  woman(30, { pregnancy: 'pregnant', weeks: 30, 'H2.waves': 'no', H2: 'discussedSame', ...more })

const shivers: Answers = { B2: 'yes', 'B2.kind': 'fever' }
const bath: Answers = { B2: 'yes', 'B2.kind': 'bath' }
const stinging: Answers = { D4: 'yes', 'D4.catheter': 'no' }
const pressed: Answers = { C3: 'yes', 'C3.kind': ['sharp'], 'C3.press': 'yes', clotRisk: [] }
const rib: Answers = { C1: 'yes', 'C1.kind': 'breath', 'C3.press': 'yes', clotRisk: [] }
const moment: Answers = { 'C5.collapse': 'yes', 'C5.kind': 'moment' }
const cancer: Answers = { F1: 'yes', 'F1.skin': 'no' }
const colic: Answers = { D5: 'yes', 'D5.signs': [], kidney: [] }
const over: Answers = { I2: 'overParacetamol', 'I2.perKg': 'no', 'I2.risk': [] }
const bump: Answers = { E1: 'yes', 'E1.kind': 'slow', injuryWhen: 'last7' }
const aneurysm: Answers = { 'C5.known': 'yes', 'C5.new': 'no' }
const stiff: Answers = { E7: 'yes', 'E7.what': 'usual' }
const ownWaves: Answers = { changes: 'ownWaves', history: 'checked' }
const pelvic: Answers = { D7: 'yes', 'D7.kind': 'fever' }
const child = (more: Answers): Answers => man(14, more)

/** The story, its level, what is told elsewhere, the level with it, and the rule that then speaks. */
type Row = readonly [story: string, said: Answers, alone: Level, elsewhere: Answers, together: Level, rule: string]

function told(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    test.each(rows)('%s', (_, said, alone, elsewhere, together, rule) => {
      expect(answerAs(said).result.level).toBe(alone)
      const { result } = answerAs({ ...said, ...elsewhere })
      expect(result.level).toBe(together)
      expect(result.reasons.map(({ id }) => id)).toContain(rule)
    })
  })
}

told('two signs of one danger', [
  [
    'stinging pee with shivers, and a catheter',
    woman(30, { ...stinging, ...shivers }),
    'urgent',
    { 'D4.catheter': 'yes' },
    'emergency',
    'B2-emergency',
  ],
  [
    'stinging pee with shivers, and not sure of a catheter',
    woman(30, { ...stinging, ...shivers }),
    'urgent',
    { 'D4.catheter': 'notSure' },
    'emergency',
    'B2-emergency',
  ],
  [
    'side pain with drinks that do not stay down, and steroid tablets: adrenal crisis',
    woman(58, { D3: 'yes', kidney: ['noFluids'] }),
    'urgent',
    { steroids: 'yes', 'steroids.long': 'short' },
    'emergency',
    'D1-emergency',
  ],
  [
    'a fever told of the pelvis, and bad steady pain at rest',
    woman(30, { ...pelvic, painNow: 8 }),
    'urgent',
    { changes: 'constant', painEasiest: 8 },
    'emergency',
    'B2-emergency',
  ],
  [
    'a fever told of the pelvis, and a pregnancy',
    woman(30, pelvic),
    'urgent',
    { pregnancy: 'maybe' },
    'urgent',
    'B2-maternity',
  ],
  [
    'sickle cell disease, and a band of pain round the chest',
    woman(29, { I11: 'yes' }),
    'urgent',
    { place: ['band'] },
    'emergency',
    'I11-emergency',
  ],
  [
    'too much paracetamol, and a very low weight',
    woman(30, over),
    'urgent',
    { fxRisk: ['thin'] },
    'emergency',
    'I2-emergency',
  ],
  [
    'shingles, and a painful red eye',
    man(60, { G4: 'yes', 'G4.eye': 'no' }),
    'urgent',
    { G2: 'yes' },
    'urgent',
    'G4-urgent-now',
  ],
  ['pregnant, and pain under the ribs', pregnant({}), 'self-care', { place: ['side'] }, 'urgent', 'H1-urgent'],
  [
    'a child, limping from pain',
    child({}),
    'soon',
    { A7: 'yes', 'A7.kind': 'painOnly', 'A7.when': 'new' },
    'urgent',
    'I7-urgent',
  ],
  ['a child whose pain comes only at night', child({}), 'soon', { changes: 'night' }, 'urgent', 'I7-urgent'],
  ['pain only at night that nothing changes', man(40, {}), 'self-care', { changes: 'night' }, 'soon', 'F3-soon'],
  ['cancer, and pain only at night', man(40, cancer), 'soon', { changes: 'night', F3: 'eases' }, 'urgent', 'F1-urgent'],
  [
    'cancer, and pain that is worse than weeks ago',
    man(39, { ...cancer, duration: 'weeks3', painNow: 4, sinceDay1: 'same' }),
    'soon',
    { sinceDay1: 'worse' },
    'urgent',
    'F1-urgent',
  ],
])

told('an explanation that something else takes away', [
  [
    'hot after a bath, and not sure of steroid tablets',
    man(45, bath),
    'self-care',
    { steroids: 'notSure' },
    'emergency',
    'B2-emergency',
  ],
  [
    'hot after a bath, and not sure of painkillers',
    man(45, bath),
    'self-care',
    { I2: 'notSure', 'I2.maybe': 'no' },
    'urgent',
    'B2-urgent',
  ],
  [
    'a sharp pain that is sore to press, and clammy for a moment',
    man(39, rib),
    'self-care',
    moment,
    'emergency',
    'C1-emergency-clammy',
  ],
  [
    'sore to press, and hormone blockers for cancer',
    woman(56, pressed),
    'self-care',
    { fxRisk: ['hormoneBlock'] },
    'emergency',
    'C3-emergency',
  ],
  [
    'sore to press, and cancer in the bones',
    man(46, pressed),
    'self-care',
    { ...cancer, capain: ['knownBone'] },
    'emergency',
    'C3-emergency',
  ],
  [
    'faint for a moment, and waves of pain to the groin',
    man(39, moment),
    'self-care',
    colic,
    'emergency',
    'C5-emergency',
  ],
  [
    'faint for a moment, and tummy pain in early pregnancy',
    woman(39, { ...moment, pregnancy: 'maybe', D6: [] }),
    'self-care',
    { D6: ['mild'] },
    'emergency',
    'C5-emergency',
  ],
  [
    'faint for a moment, and a band of pain round the tummy',
    man(39, moment),
    'self-care',
    { place: ['band'] },
    'emergency',
    'C5-emergency',
  ],
  ['a slow bump, and not able to walk', man(25, bump), 'self-care', { walk: 'cannot' }, 'emergency', 'E1-emergency'],
])

told('the usual pain that is not', [
  [
    'a known aneurysm with the usual pain, and never back pain before',
    man(68, { ...aneurysm, history: 'same' }),
    'self-care',
    { history: 'first' },
    'emergency',
    'C5-emergency',
  ],
  [
    'a known aneurysm with the usual pain, and unlike any before',
    man(68, { ...aneurysm, history: 'same' }),
    'self-care',
    { I10: 'yes' },
    'emergency',
    'C5-emergency',
  ],
  [
    'a stiff spine with the usual pain, and unlike any before',
    man(55, stiff),
    'self-care',
    { I10: 'yes' },
    'urgent',
    'E7-urgent',
  ],
  [
    'a stiff spine with the usual pain, and never back pain before',
    man(35, stiff),
    'self-care',
    { history: 'first' },
    'urgent',
    'E7-urgent',
  ],
  [
    'a stiff spine with the usual pain, never before, sudden and bad',
    man(35, { ...stiff, startHow: 'sudden', painNow: 8, aortic: 'no' }),
    'self-care',
    { history: 'first' },
    'emergency',
    'E7-emergency',
  ],
  [
    'checked before and unchanged, in waves, and worse',
    man(60, ownWaves),
    'self-care',
    { trend: 'worse' },
    'urgent',
    'C5-urgent',
  ],
  [
    'checked before and unchanged, in waves, and unlike any before',
    man(60, ownWaves),
    'self-care',
    { I10: 'yes' },
    'urgent',
    'C5-urgent',
  ],
  [
    'checked before and unchanged for weeks, and worse',
    man(30, { history: 'checked', duration: 'weeks6', sinceDay1: 'same', painNow: 4 }),
    'self-care',
    { sinceDay1: 'worse' },
    'soon',
    'I6-two-weeks',
  ],
  [
    'checked before and unchanged for weeks at 61, and worse',
    man(61, { history: 'checked', duration: 'weeks6', sinceDay1: 'same', painNow: 2 }),
    'self-care',
    { sinceDay1: 'worse' },
    'soon',
    'F4-soon',
  ],
  [
    'the midwife knows and it has not changed, and worse',
    pregnant({}),
    'self-care',
    { trend: 'worse' },
    'urgent',
    'H2-urgent',
  ],
  [
    'the midwife does not know of a pain of over 2 weeks, and it is worse',
    pregnant({ H2: 'oldNot', duration: 'weeks3', sinceDay1: 'clearlyBetter' }),
    'soon',
    { trend: 'worse' },
    'urgent',
    'H2-urgent',
  ],
  [
    'the midwife does not know of a pain of over 2 weeks, and this one is of days',
    pregnant({ H2: 'oldNot', duration: 'weeks3', sinceDay1: 'clearlyBetter' }),
    'soon',
    { duration: 'days3' },
    'urgent',
    'H2-urgent',
  ],
  [
    'healing after back surgery as expected, and worse',
    man(60, { B5: 'yes', 'B5.when': 'weeks6', 'B5.how': 'asExpected' }),
    'urgent',
    { trend: 'worse' },
    'urgent',
    'B5-urgent',
  ],
])

test('nothing is put into a mouth: the reasons name what was told on either screen', () => {
  const because = (said: Answers, rule: string) => answerAs(said).result.reasons.find(({ id }) => id === rule)?.because
  expect(because(woman(30, { ...stinging, ...shivers, 'D4.catheter': 'yes' }), 'B3-soon')).toContain('catheter')
  expect(because(child({ A7: 'yes', 'A7.kind': 'painOnly', 'A7.when': 'new' }), 'I7-urgent')).toContain(
    'limping or slow',
  )
  expect(because(pregnant({ place: ['side'] }), 'H1-urgent')).toContain('pain under the ribs')
  const crisis = woman(58, { D3: 'yes', kidney: ['noFluids'], steroids: 'yes', 'steroids.long': 'short' })
  expect(because(crisis, 'D1-emergency')).toContain('not keeping drinks down on steroid tablets')
  const weeks = man(39, { ...cancer, duration: 'weeks3', painNow: 4, sinceDay1: 'worse' })
  expect(because(weeks, 'F1-urgent')).toContain('worse than at first')
  expect(because(weeks, 'F1-urgent')).not.toContain('week by week')
})
