/**
 * What is told in two places, in the gate and in the check, or of two things at once: what the medicine room makes of both, as
 * tables that a person reviews, in told-twice-tables.txt beside this test (evidence.md §4.2 to §4.4, I2).
 */
import { describe, expect, test } from 'vitest'
import { reviewedOutlines, stretches } from '../../../scripts/outlines/page-outline.ts'
import { questions } from '../check/questions/all.ts'
import type { Answers } from '../check/types.ts'
import { answerIfSaid } from '../check/vignettes/answer-as.ts'
import { asEpochMs, type EpochMs, hourMs } from '../evidence/time.ts'
import { toldAgainstCheck } from './against-check.ts'
import { assessMedicines, type MedicineContext, type MedicineProfile } from './assess.ts'
import { gateItems, type Reply } from './conditions.ts'
import { overdoseAdvice } from './overdose.ts'
import { factsFromProfile, type OverdoseFacts, replyFacts } from './overdose-facts.ts'
import type { Dose } from './products.ts'
import { medicines } from './table.ts'
import type { ToldTooMuch } from './too-much-told.ts'

const reviewed = reviewedOutlines(new URL('./told-twice-tables.txt', import.meta.url))
const now = asEpochMs(Date.UTC(2026, 5, 10, 12))
const ago = (hours: number): EpochMs => asEpochMs(now - Math.round(hours * hourMs))
const noneTold = Object.fromEntries(gateItems.map(({ id }) => [id, 'no'])) as Readonly<Record<string, Reply>>
const healthy: MedicineProfile = { replies: noneTold, ageYears: 40, weightKg: 70 }
const clear: MedicineContext = { level: 'self-care', saddleBladderBowel: 'no' }
const assess = (profile: Partial<MedicineProfile> = {}, context: Partial<MedicineContext> = {}) =>
  assessMedicines({ ...healthy, ...profile }, { ...clear, ...context })
type Found = ReturnType<typeof assess>
const inWords = ({ medicines: found, together }: Found) => {
  const each = medicines.map((medicine) => {
    const { verdict, reasons, remarks, dose } = found[medicine]
    const why = reasons.map(({ row, verdict: of, notSure, text }) => `${row} ${of}${notSure ? '?' : ''} “${text}”`)
    return `${medicine} ${verdict}${dose ? ', with a dose' : ''}${why.map((one) => `, ${one}`).join('')}${remarks.map(({ text }) => ` (${text.slice(0, 40)})`).join('')}`
  })
  return `${each.join(' | ')}${together ? ' | together' : ''}`
}

describe('who may take what', () => {
  const replies = ['yes', 'notSure'] as const satisfies readonly Reply[]
  test('by the gate, as it is said', () => {
    reviewed.checkLines(
      'the gate, in words',
      gateItems.flatMap(({ id }) =>
        replies.map((reply) => `${id} ${reply}: ${inWords(assess({ replies: { ...noneTold, [id]: reply } }))}`),
      ),
    )
  })
  test('by each of the gate beside one that bars', () => {
    const barred = { ...noneTold, nsaidAllergy: 'yes', liver: 'yes', liverSevere: 'yes' } as const
    const remarks = (given: MedicineProfile['replies']) =>
      Object.values(assess({ replies: given }).medicines).map(({ remarks: all }) =>
        all.map(({ text }) => text.slice(0, 30)).join(', '),
      )
    reviewed.checkLines(
      'remarks beside one that bars',
      gateItems.map(({ id }) => `${id}: ${remarks({ ...barred, [id]: 'yes' }).join(' | ')}`),
    )
  })
  test('by the gate and the check together', () => {
    const lines = gateItems.flatMap(({ id }) =>
      replies.flatMap((heard) =>
        [...replies, 'no' as const].map((reply) => {
          const told = [{ id, reply: heard, short: 'what was told', same: true }]
          const { medicines: found } = assess({ told, replies: { ...noneTold, [id]: reply } })
          const all = medicines.map((one) =>
            found[one].reasons
              .filter(({ row }) => row !== 'neverSuggested')
              .map(({ verdict, notSure, text }) => `${verdict}${notSure ? '?' : ''} “${text.slice(0, 30)}”`)
              .join(', '),
          )
          return `${id}, check ${heard}, gate ${reply}: ${all.join(' | ')}`
        }),
      ),
    )
    reviewed.checkLines('the gate and the check', lines)
  })
  test('by the level of the check, each with what stands in the way of paracetamol', () => {
    const ways = {
      nothing: noneTold,
      'liver not sure': { ...noneTold, liver: 'notSure' },
      'liver severe': { ...noneTold, liver: 'yes', liverSevere: 'yes' },
      'nothing answered': {},
    } as const
    reviewed.checkLines(
      'levels, in words',
      (['self-care', 'soon', 'urgent', 'emergency', 'notChecked'] as const).flatMap((level) =>
        Object.entries(ways).map(
          ([what, given]) => `${level}, ${what}: ${inWords(assess({ replies: given }, { level }))}`,
        ),
      ),
    )
    reviewed.checkLines(
      'a warning sign of A1 to A3',
      (['yes', 'notSure', 'no', undefined] as const).map((sign) => {
        const { reasons } = assess({}, sign ? { saddleBladderBowel: sign } : { saddleBladderBowel: undefined as never })
          .medicines.codeine
        return `${sign}: ${reasons.map(({ row, notSure, sources }) => `${row}${notSure ? '?' : ''} ${sources.join(' ')}`).join(', ')}`
      }),
    )
  })
  test('by age, weeks and days, and what is said with it', () => {
    const pregnant = { ...noneTold, pregnant: 'yes' } as const
    reviewed.checkLines('numbers, in words', [
      ...[-1, 0, 1, 15, 16, 17, 18, 19, 40].map((ageYears) => `age ${ageYears}: ${inWords(assess({ ageYears }))}`),
      ...[16, 17, 18].map(
        (ageYears) =>
          `days of ibuprofen at ${ageYears}: ${stretches(0, 14, (ibuprofenDays) => assess({ ageYears, ibuprofenDays }).medicines.ibuprofen.verdict)}`,
      ),
      ...(['yes', 'notSure'] as const).flatMap((reply) =>
        [19, 20, 27, 28, 29].map(
          (pregnancyWeeks) =>
            `pregnant ${reply}, week ${pregnancyWeeks}: ${inWords(assess({ replies: { ...pregnant, pregnant: reply }, pregnancyWeeks }))}`,
        ),
      ),
      `pregnant not sure, week not known: ${inWords(assess({ replies: { ...pregnant, pregnant: 'notSure' } }))}`,
    ])
  })
  test('the two tablets stand together only where each may be taken, and nobody is told that the check heard what it did not', () => {
    for (const { id } of gateItems)
      for (const reply of replies) {
        const found = assess({ replies: { ...noneTold, [id]: reply } })
        const each = [found.medicines.ibuprofen, found.medicines.paracetamol]
        expect(found.together !== undefined, id).toBe(each.every(({ verdict }) => verdict === 'ok'))
        const said = medicines.flatMap((one) => found.medicines[one].reasons.map(({ text }) => text)).join()
        expect(said, id).not.toMatch(/In the check|told the check/)
      }
  })
  test('of what the gate was told, and the check of the opposite', () => {
    const answers: Answers = Object.fromEntries(
      questions.flatMap(({ id }) => {
        const answer = answerIfSaid(id, { age: 35 })
        return answer === undefined ? [] : [[id, answer]]
      }),
    )
    const calm = { ...answers, steroids: 'no' }
    const said: Readonly<Record<string, Answers>> = {
      calm,
      'steroids, long ago': { ...calm, steroids: 'yes', 'steroids.long': 'past' },
      'steroids, now': { ...calm, steroids: 'yes', 'steroids.long': 'yes' },
      fever: { ...calm, B2: 'yes', 'B2.kind': 'fever' },
      'all of it': { ...calm, infRisk: ['immune', 'drinking', 'liver'], I1: 'yes', I11: 'yes', pregnancy: 'yes' },
      nothing: {},
    }
    reviewed.checkLines(
      'against the check',
      gateItems.flatMap(({ id }) => {
        const heard = (reply: Reply) =>
          Object.entries(said).map(
            ([what, told]) => `${what} ${toldAgainstCheck({ ...noneTold, [id]: reply }, told).join(', ') || '-'}`,
          )
        const [yes, notSure] = [heard('yes'), heard('notSure')].map((one) => one.join('; '))
        return yes?.replaceAll(/[a-z, ]+ -(; )?/gi, '') === '' && yes === notSure
          ? []
          : [`${id} yes: ${yes}`, `${id} not sure: ${notSure}`]
      }),
    )
  })
})

describe('too much', () => {
  const well = Object.fromEntries(replyFacts.map((fact) => [fact, 'no'])) as OverdoseFacts
  const asked = { at: ago(1), drowsy: 'no' } as const
  const paracetamol: ToldTooMuch = {
    ...{
      ...asked,
      what: 'paracetamol',
      perKg: 'no',
      days: 'no',
      liver: 'no',
      light: 'no',
      medicines: 'no',
      unwell: 'no',
    },
  }
  const told: Readonly<Record<string, readonly ToldTooMuch[]>> = {
    nothing: [],
    paracetamol: [paracetamol],
    'paracetamol, drowsy': [{ ...paracetamol, drowsy: 'yes' }],
    'another medicine': [{ ...asked, what: 'other' }],
    'on purpose': [{ ...asked, what: 'onPurpose' }],
    'not known how much': [{ ...asked, what: 'unknown', mayBeOver: 'notSure' }],
    'not known how much, but not too much': [{ ...asked, what: 'unknown', mayBeOver: 'no' }],
    'another, settled': [{ ...asked, what: 'other', settled: true }],
    'another, eight days ago': [{ ...asked, what: 'other', at: ago(8 * 24) }],
    'paracetamol and another': [paracetamol, { ...asked, what: 'other' }],
  }
  const dose = (ingredient: 'paracetamol' | 'ibuprofen', mg: number, hours: number, sized = true): Dose => ({
    ...{ product: 'x', milligrams: { [ingredient]: mg }, takenAt: ago(hours), ...(sized && { units: 1 }) },
  })
  const doses: Readonly<Record<string, readonly Dose[]>> = {
    nothing: [],
    'paracetamol 1 g': [dose('paracetamol', 1000, 1)],
    'paracetamol 1.5 g': [dose('paracetamol', 1500, 1)],
    'paracetamol 4.5 g': [dose('paracetamol', 4500, 1)],
    'paracetamol 4.5 g, the first 24 hours before the last': [
      dose('paracetamol', 4500, 25),
      dose('paracetamol', 4500, 1),
    ],
    'paracetamol 3 g three times, from 30 hours ago': [30, 20, 5].map((hours) => dose('paracetamol', 3000, hours)),
    'paracetamol of unknown size': [dose('paracetamol', 500, 1, false)],
    'ibuprofen 1.6 g': [400, 400, 400, 400].map((mg, index) => dose('ibuprofen', mg, 1 + 6 * index)),
    'ibuprofen of unknown size': [dose('ibuprofen', 200, 1, false)],
    'ibuprofen of unknown size after one that is known': [dose('ibuprofen', 200, 9), dose('ibuprofen', 200, 1, false)],
    'both, above the packet': [dose('paracetamol', 1500, 1), dose('ibuprofen', 600, 1)],
  }
  const facts: Readonly<Record<string, OverdoseFacts>> = {
    'nothing asked': {},
    'all no': { ...well, weightKg: 70 },
    'all no, weight not known': well,
    'may be under 50 kg': { underFiftyKg: 'notSure' },
    'may be under 50 kg, all no': { ...well, underFiftyKg: 'notSure' },
    'under 50 kg beside 70': { underFiftyKg: 'yes', weightKg: 70 },
    'on purpose: no': { onPurpose: 'no' },
    drowsy: { ...well, drowsyOrSlowBreathing: 'yes' },
    'on purpose': { ...well, onPurpose: 'yes' },
    'drowsy, and nothing else asked': { drowsyOrSlowBreathing: 'yes' },
    'drowsy, may be under 50 kg, and nothing else asked': { drowsyOrSlowBreathing: 'yes', underFiftyKg: 'notSure' },
    'over the packet, and nothing else asked': { overPacketLimit: 'yes' },
    'all no but days': { ...well, weightKg: 70, moreThanOneDay: 'notSure' },
  }
  const advice = (taken: readonly Dose[], known: OverdoseFacts) => {
    const found = overdoseAdvice(taken, now, known)
    if (!found) return 'nothing'
    const { level, over, because, stillToAsk, routes } = found
    return `${level} of ${over.join(' ')}; ${because.join(' ')}; asks ${stillToAsk.join(' ') || 'nothing'}; ${routes.join(' ')}`
  }
  test('by what was told to the check and what is known', () => {
    reviewed.checkLines(
      'told too much',
      Object.entries(told).flatMap(([what, all]) =>
        Object.entries(facts).map(([known, of]) => `${what}, ${known}: ${advice([], { ...of, told: all })}`),
      ),
    )
  })
  test('by what was taken and what is known', () => {
    reviewed.checkLines(
      'taken too much',
      Object.entries(doses).flatMap(([what, taken]) =>
        Object.entries(facts).map(([known, of]) => `${what}, ${known}: ${advice(taken, of)}`),
      ),
    )
  })
  test('by what the gate and the check say of the person', () => {
    reviewed.checkLines(
      'facts of both',
      (['lowWeight', 'liver', 'alcohol', 'pregnant', 'phenytoin'] as const).flatMap((id) =>
        [true, false].flatMap((same) =>
          [70, 45, undefined].map((weightKg) => {
            const row = { id, reply: 'yes', short: 'it', same } as const
            const { weightKg: _weight, ...rest } = healthy
            const profile = { ...rest, ...(weightKg !== undefined && { weightKg }), told: [row] }
            return `${id}${same ? ', the same' : ''}, ${weightKg ?? 'no'} kg: ${JSON.stringify(factsFromProfile(profile))}`
          }),
        ),
      ),
    )
  })
})

test('the file has no table that is not looked at', reviewed.end)
