import { expect, test } from 'vitest'
import { checkState } from './check.ts'
import { questionById } from './questions/all.ts'
import { clinicianSummary, summaryText } from './summary.ts'
import type { Answers, CheckResult } from './types.ts'
import { answersWith } from './told.fixtures.ts'
import { answerAs } from './vignettes/answer-as.ts'

function finished(answers: Answers): CheckResult {
  const state = checkState(answers)
  if (!state.complete) throw new Error(`still asks ${state.ask.join(', ')}`)
  return state
}

const saddle: Answers = { A1: 'no', A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new', A3: 'no', A4: 'no', A5: 'no' }

test('what to say at the desk names the sign and what to check for', () => {
  const summary = clinicianSummary(saddle, finished(saddle))
  expect(summary.say).toContain('change in peeing')
  expect(summary.say).toContain('cauda equina syndrome')
})

test('flags carry their clarifiers, in the short words of a clinician', () => {
  const summary = clinicianSummary(saddle, finished(saddle))
  expect(summary.flags.map(({ label, answer }) => `${label}: ${answer}`)).toEqual([
    'Change in peeing: Yes',
    'Peeing: changed or leaking',
    'Started: in the last 2 weeks',
  ])
})

test('the important noes list only what was asked and answered no', () => {
  const summary = clinicianSummary(saddle, finished(saddle))
  expect(summary.importantNoes).toContain('Numb or odd feeling between the legs (saddle area)')
  expect(summary.importantNoes).not.toContain('Change in peeing')
  expect(summary.importantNoes).not.toContain('Cancer ever')
})

test('what was said about safety at home is in no summary, even when it decided the level', () => {
  const answers: Answers = { ...saddle, A2: 'no', I4: 'danger' }
  const state = checkState(answers)
  expect(state.complete).toBe(true)
  const text = summaryText(clinicianSummary(answers, finished(answers)), finished(answers), '23 November 2026, 02:16')
  expect(text).not.toMatch(/I4|danger|hurt|unsafe|safety/i)
})

test('words about safety at home are in no summary, and a sign of the body in the same words still counts', () => {
  const worry = 'my husband hit me and I cant feel when I pee'
  const answers: Answers = { ...saddle, A2: 'no', worry, 'said.I4': 'yes', 'said.A2': 'yes' }
  const summary = clinicianSummary(answers, finished({ ...saddle, A2: 'yes' }))
  expect(JSON.stringify(summary)).not.toMatch(/hit me|I4|safety|note/i)
  expect(summary.flags[0]).toEqual({ question: 'A2', label: 'Change in peeing', answer: 'Yes' })
})

test('what somebody was not sure about is said as that, and never as something they have', () => {
  const unsure: Answers = { ...saddle, A1: 'notSure', 'A1.when': 'notSure', A2: 'no' }
  const { say } = clinicianSummary(unsure, finished({ ...unsure, 'A1.seat': 'no' }))
  expect(say).toContain('Not sure about: numb or odd feeling between the legs')
  expect(say).not.toMatch(/Also|I have n/)
})

test('what somebody would rather not say is not said aloud for them', () => {
  const { say } = clinicianSummary({ ...saddle, A4: 'preferNot' }, finished(saddle))
  expect(say).not.toContain('during sex')
})

test('help needed to reach the toilet is said as what one cannot do, not as what one can', () => {
  const stuck: Answers = { ...saddle, A2: 'no', I5: 'no', 'I5.stuck': 'yes' }
  const { say } = clinicianSummary(stuck, finished(saddle))
  expect(say).toContain('cannot get to the toilet or a drink')
})

test('the sign that decided is said first, however many others were told', () => {
  const many: Answers = { A1: 'no', A2: 'no', A3: 'no', A4: 'no', A5: 'no', A6: 'no', A8: 'yes', A9: 'yes', A7: 'no' }
  const told: Answers = { ...many, 'A8.trend': 'same', 'A9.weak': 'no', B1: 'yes' }
  const { say } = clinicianSummary(told, finished(told))
  expect(say).toMatch(/Also: (?:signs of sepsis|confus|very unwell|sepsis)/i)
})

test('someone who answers for another speaks of them, not of themselves', () => {
  const { say } = clinicianSummary({ ...saddle, who: 'with' }, finished(saddle))
  expect(say).toContain('I am asking for someone who has back pain')
  expect(say).not.toContain('I have')
})

test('the text names the protocol and says that nobody was examined', () => {
  const result = finished(saddle)
  const text = summaryText(clinicianSummary(saddle, result), result, '23 November 2026, 02:16')
  expect(text).toContain(result.protocolVersion)
  expect(text).toContain('not examined')
  expect(text).toContain('EMERGENCY')
})

/** What was ticked and then explained, and the words it is then said in. */
const explained: readonly (readonly [question: string, told: Answers, words: string])[] = [
  ['A3', { A3: 'yes', 'A3.kind': 'constipated', 'A3.again': 'no', 'A3.when': 'new' }, 'only constipated'],
  ['B2', { B2: 'yes', 'B2.kind': 'bath' }, 'hot after a bath or effort, then measured normal'],
  ['B2', { sex: 'female', age: 52, B2: 'yes', 'B2.kind': 'hot', 'B2.flushes': 'yes' }, 'usual hot flushes'],
  ['E1', { E1: 'yes', 'E1.kind': 'slow', injuryWhen: 'last7' }, 'a slow bump'],
  ['C5.collapse', { 'C5.collapse': 'yes', 'C5.kind': 'moment' }, 'for a moment'],
  ['C3', { C3: 'yes', 'C3.kind': ['sharp'], 'C3.press': 'yes', clotRisk: [] }, 'a sharp pain on breathing in'],
  ['C1', { C1: 'yes', 'C1.kind': 'skin', 'G4.eye': 'no' }, 'sore skin in a strip'],
  ['F1', { F1: 'yes', 'F1.skin': 'yes' }, 'only a basal-cell'],
  ['A7', { A7: 'yes', 'A7.kind': 'painOnly', 'A7.when': 'new' }, 'limping or slow because of pain'],
  [
    'A6',
    { A6: 'yes', 'A6.test': 'canBoth', 'A6.signs': [], 'A6.when': 'new' },
    'a leg that feels weak because it hurts',
  ],
  ['A2', { A2: 'yes', 'A2.kind': 'stinging', 'A2.when': 'new', 'D4.catheter': 'no' }, 'stinging or going often'],
  ['A5', { A5: 'yes', 'A5.pattern': 'aches', 'A5.when': 'new' }, 'both thighs ache'],
]

test.each(explained)('%s that was explained (%o) is said as what it was', (id, told, words) => {
  const { result, answers } = answerAs({ sex: 'male', age: 35, ...told })
  const { say } = clinicianSummary(answers, result)
  expect(say).toContain(words)
  expect(say.toLowerCase()).not.toContain(questionById.get(id)?.short.toLowerCase())
})

test.each<[string, Answers]>([
  ['A6', { A6: 'yes', 'A6.test': 'weaker', 'A6.signs': ['worsening'], 'A6.when': 'old', 'A6.checked': 'yes' }],
  ['A7', { A7: 'yes', 'A7.kind': 'real', 'A7.fast': 'yes', 'A7.when': 'old', 'A7.checked': 'yes' }],
  ['A8', { A8: 'yes', 'A8.trend': 'spreading', 'A8.when': 'old', 'A8.checked': 'yes' }],
])('%s that began earlier and is getting worse is never said to be unchanged', (id, told) => {
  const { result, answers } = answerAs({ sex: 'male', age: 35, ...told })
  const summary = clinicianSummary(answers, result)
  expect(JSON.stringify([summary.say, summary.flags])).not.toContain('unchanged')
  expect(summary.say).toContain('earlier, and may be getting worse')
  const same = clinicianSummary({ [id]: 'yes', [`${id}.when`]: 'old' }, result)
  expect(same.say).toContain('earlier and unchanged')
})

test('a plan that was written is told, not the milder tick beside it', () => {
  for (const I3 of ['thoughts', 'no']) {
    const told: Answers = { sex: 'male', age: 35, I3, worry: 'going to hang myself at the weekend' }
    const { result, answers } = answerAs(told)
    const summary = clinicianSummary(answers, result)
    expect(summary.say).toContain('a plan or intent to end life')
    expect(JSON.stringify(summary)).not.toContain('no plan')
  }
})

test.each<[readonly string[], string]>([
  [['elsewhere'], 'I have pain that is not in the back'],
  [['leg'], 'I have leg pain'],
  [['neck'], 'I have neck pain'],
  [['band'], 'I have pain in a band round chest or tummy'],
  [['neck', 'side'], 'I have pain in these places: neck; side'],
  [['leg', 'lowBack'], 'I have back pain'],
  [['notSure'], 'I have back pain'],
])('pain in %j is said as “%s”', (place, words) => {
  const { result, answers } = answerAs({ sex: 'male', age: 35, place, F6: 'no' })
  expect(clinicianSummary(answers, result).say).toContain(words)
})

test('what was not sure and then told for certain is said once, as told', () => {
  const answers: Answers = { D2: 'notSure', 'said.D2.sure': 'yes' }
  const { say } = clinicianSummary(answers, finished(answers))
  expect(say).toContain('Also: black poo or vomiting blood')
  expect(say).not.toContain('Not sure about')
})

test.each<[string, Answers, 'not sure' | 'settled']>([
  ['not asked again', {}, 'not sure'],
  ['asked again and so', { 'said.D2': 'yes' }, 'settled'],
  ['asked once more and so', { 'said.D2.sure': 'yes' }, 'settled'],
  ['asked plainly and so', { 'said.D2.plain': 'yes' }, 'settled'],
  ['asked again and still not sure', { 'said.D2': 'notSure' }, 'not sure'],
  ['asked again and not so', { 'said.D2': 'no', 'said.D2.sure': 'no' }, 'not sure'],
  ['another sign asked again and so', { 'said.A2': 'yes' }, 'not sure'],
])('a sign that one was not sure of: %s', (_, said, word) => {
  const answers: Answers = { ...saddle, D2: 'notSure', ...said }
  const { say } = clinicianSummary(answers, finished(answers))
  // By its own name, not only by that of the question that asked again.
  expect(/Not sure about: black poo or vomiting blood[;.]/.test(say)).toBe(word === 'not sure')
})

test.each<[string, Answers, boolean]>([
  ['D2', { D2: 'yes' }, true],
  ['D2', { D2: 'notSure' }, true],
  ['D2', { D2: 'no' }, false],
  ['A4', { A4: 'preferNot' }, true],
  ['I5', { I5: 'no' }, true],
  ['I5', { I5: 'notSure' }, true],
  ['I5', { I5: 'yes' }, false],
  ['B4', { B4: ['sweats'] }, true],
  ['B4', { B4: ['notSure'] }, true],
  ['B4', { B4: [] }, false],
  ['I3', { I3: 'thoughts' }, true],
  ['I3', { I3: 'notSure' }, true],
  ['I3', { I3: 'no' }, false],
  ['H2', { H2: 'newNot' }, true],
  ['H2', { H2: 'discussedChanged' }, true],
  ['H2', { H2: 'discussedSame' }, false],
  ['infRisk', { infRisk: ['immune'] }, false],
  ['walk', { walk: 'cannot' }, false],
])('of the danger questions, %s is a flag only where it says something: %j', (id, told, isFlag) => {
  const answers: Answers = { ...saddle, ...told }
  const { flags } = clinicianSummary(answers, finished(saddle))
  expect(flags.some(({ question }) => question === id)).toBe(isFlag)
})

test('what could be behind it, and what to ask for, are those of the level alone; nothing is asked for at home', () => {
  const answers: Answers = { A10: 'yes' }
  const result = finished(answers)
  const [deciding] = result.reasons
  if (!deciding) throw new Error('no reason')
  const lesser = { ...deciding, id: 'lesser', level: 'soon', couldMean: 'something lesser' } as const
  const both = { ...result, reasons: [lesser, deciding] }
  const summary = clinicianSummary(answers, both)
  expect(summary.couldMean).toEqual([deciding.couldMean])
  expect(summary.say).toContain(`I was told to ask for a check for: ${deciding.couldMean}.`)
  const atHome = { ...both, level: 'self-care', reasons: [{ ...lesser, level: 'self-care' }] } as const
  expect(clinicianSummary(answers, atHome).say).not.toContain('told to ask')
})

test.each<[Answers, readonly string[]]>([
  [{ B1: 'yes' }, []],
  [{ I1: 'yes' }, []],
  // Three signs are said aloud already.
  [{ A8: 'yes', A9: 'yes', I1: 'yes' }, ['takes a blood thinner, or bleeds with ease']],
  [{ A8: 'yes', A9: 'yes', I1: 'notSure' }, ['not sure about: takes a blood thinner, or bleeds with ease']],
  [{ I1: 'no', I2: 'within', infRisk: [], medicines: '', age: 50, sex: 'male' }, []],
  [{ I2: 'overParacetamol' }, ['paracetamol over the limit']],
  [{ infRisk: ['immune'] }, ['weak immune system']],
  [{ infRisk: ['notSure'] }, ['not sure about: infection risk']],
  [{ medicines: 'warfarin' }, ['medicines taken: warfarin']],
  // Said alone, "possible" and "too much, on purpose" would tell nobody of what.
  [{ sex: 'female', age: 30, pregnancy: 'maybe' }, ['possibly pregnant']],
  [{ I2: 'onPurpose' }, ['took too much painkiller, on purpose']],
])('what whoever sees them next should hear besides, of %j', (told, expected) => {
  const answers: Answers = { ...saddle, ...told }
  expect(clinicianSummary(answers, finished(saddle)).alsoSay).toEqual(expected)
})

test('how long it has lasted is said where it is known', () => {
  const sayOf = (duration: string) => clinicianSummary({ ...saddle, duration }, finished(saddle)).say
  expect(sayOf('weeks6')).toMatch(/^I have back pain \(/)
  expect(sayOf('notSure')).toMatch(/^I have back pain\. /)
})

test('the text says so where nothing was answered no, where no rule fired, and gives the own words there were', () => {
  const result = finished(saddle)
  const text = (answers: Answers, of = result) => summaryText(clinicianSummary(answers, of), of, 'today')
  expect(text(saddle)).toContain('Answered no\nNumb or odd')
  expect(text({ A2: 'yes' })).toContain('Answered no\nnothing asked was answered no')
  expect(text(saddle, { ...result, reasons: [] })).toContain('Rules: none')
  expect(text({ ...saddle, worry: 'It came on at work' })).toContain('In their own words: It came on at work')
  expect(text({ ...saddle, worry: '' })).not.toContain('In their own words')
})

test('a sign that was ticked, and meant again by what was written, is said and listed once', () => {
  const answers: Answers = { D2: 'yes', worry: 'I passed black poo', 'said.D2': 'yes' }
  const summary = clinicianSummary(answers, finished(answers))
  expect(summary.say.match(/black poo/g)).toHaveLength(1)
  expect(summary.flags.filter(({ label }) => /black poo/i.test(label))).toHaveLength(1)
  expect(JSON.stringify(summary)).not.toContain('asked again')
})

test('what does not apply to a person is no sign of theirs; what they would rather not say is', () => {
  const flagged = (A4: string) =>
    clinicianSummary({ ...saddle, A4 }, finished({ ...saddle, A4: 'no' })).flags.map(({ question }) => question)
  expect(flagged('doesNotApply')).not.toContain('A4')
  expect(flagged('no')).not.toContain('A4')
  for (const answer of ['yes', 'notSure', 'preferNot']) expect(flagged(answer), answer).toContain('A4')
})

test.each<[Answers, RegExp, RegExp]>([
  [
    { sex: 'female', A2: 'yes', 'A2.kind': 'usual', 'A2.when': 'old', 'A2.checked': 'yes' },
    /Also: a leak from/,
    /prostate/,
  ],
  [{ sex: 'male', A2: 'yes', 'A2.kind': 'usual', 'A2.when': 'old', 'A2.checked': 'yes' }, /a leak or prostate/, /x{9}/],
  [
    { sex: 'female', pregnancy: 'pregnant', weeks: 14, H2: 'newNot' },
    /in pregnancy, new or worse .* the midwife/,
    /not discuss/,
  ],
  [{ sex: 'female', pregnancy: 'pregnant', weeks: 14, H2: 'notSure' }, /whether the midwife knows/, /about: midwife\./],
  [{ age: 14 }, /a check for: causes of pain in children\./, /differ/],
  [
    { C3: 'yes', 'C3.kind': ['sharp'], 'C3.press': 'no', clotRisk: ['hormones'] },
    /breathing in; .*HRT tablets\./,
    /x{9}/,
  ],
  [{ C3: 'yes', 'C3.kind': ['sharp'], 'C3.press': 'no', clotRisk: ['notSure'] }, /Not sure about: clot risk\./, /x{9}/],
  [{ C3: 'yes', 'C3.kind': ['blood'], clotRisk: [] }, /coughing blood/, /none|clot risk/i],
  [{ I3: 'acted' }, /self-harm, done already/, /themselves/],
])('of %j it is said aloud as it is', (told, words, never) => {
  const answers = answersWith({ sex: 'male', age: 35, ...told })
  const { say } = clinicianSummary(answers, finished(answers))
  expect(say).toMatch(words)
  expect(say).not.toMatch(never)
})

test('what makes an emergency of a sign is said once, and not again among what else to say', () => {
  const told = { C3: 'yes', 'C3.kind': ['sharp'], 'C3.press': 'no', clotRisk: ['journey'], steroids: 'yes' } as const
  const answers = answersWith({ sex: 'male', age: 35, ...told, 'steroids.long': 'short' })
  const { say, alsoSay } = clinicianSummary(answers, finished(answers))
  expect(say).toContain('journey over 4 hours')
  expect(alsoSay.join()).not.toContain('journey')
  expect(alsoSay).toContain('steroid tablets')
})
