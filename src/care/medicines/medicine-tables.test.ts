/**
 * Every figure of the medicine room (evidence.md §4.2 to §4.4, I2) and what comes of it on both sides of its border, through
 * the functions that the pages call, as tables that a person reviews: medicine-tables.txt beside this test.
 */
import { describe, test } from 'vitest'
import { reviewedOutlines, stretches } from '../../../scripts/outlines/page-outline.ts'
import type { Answer, Answers } from '../check/types.ts'
import { asEpochMs, type EpochMs, hourMs } from '../evidence/time.ts'
import * as advice from './advice.ts'
import { assessMedicines, type MedicineContext, type MedicineProfile } from './assess.ts'
import { gateGroups, gateItems, gateNumbers, repliesFromTicks } from './conditions.ts'
import * as limits from './limits.ts'
import { overdoseAdvice } from './overdose.ts'
import { factsFromProfile, type OverdoseFacts, overdoseQuestions, replyFacts } from './overdose-facts.ts'
import { type Dose, milligramsPerUnit, products } from './products.ts'
import { medicines, rowById } from './table.ts'
import {
  codeineForTooLong,
  daysInARow,
  limitMg,
  milligramsLeft,
  mustReaskA1ToA3,
  nextAllowedAt,
  planDose,
  recordDose,
  refusalWords,
  type TallyPerson,
} from './tally.ts'
import { links, skipsPregnancy, toldInCheck, toldInChecks } from './told-in-check.ts'
import { isTooMuch, toldGrounds, type ToldTooMuch } from './too-much-told.ts'

const reviewed = reviewedOutlines(new URL('./medicine-tables.txt', import.meta.url))
const now = asEpochMs(Date.UTC(2026, 5, 10, 12))
const ago = (hours: number): EpochMs => asEpochMs(now - Math.round(hours * hourMs))
const dose = (ingredient: 'paracetamol' | 'ibuprofen' | 'codeine', milligrams: number, hours: number): Dose => ({
  product: 'test',
  units: 1,
  milligrams: { [ingredient]: milligrams },
  takenAt: ago(hours),
})
const noneTold = Object.fromEntries(gateItems.map(({ id }) => [id, 'no']))
const healthy: MedicineProfile = { replies: noneTold, ageYears: 40, weightKg: 70 }
const clear: MedicineContext = { level: 'self-care', saddleBladderBowel: 'no' }
const person: TallyPerson = { ageYears: 40, weightKg: 70 }
const verdicts = (profile: Partial<MedicineProfile>, context: Partial<MedicineContext> = {}): string => {
  const found = assessMedicines({ ...healthy, ...profile }, { ...clear, ...context })
  return medicines.map((medicine) => found.medicines[medicine].verdict).join(' ')
}
const reasons = (profile: Partial<MedicineProfile>, context: Partial<MedicineContext> = {}): string => {
  const found = assessMedicines({ ...healthy, ...profile }, { ...clear, ...context })
  return JSON.stringify(found)
}

describe('the figures and words', () => {
  test('of limits, doses and advice', () => {
    const { knownWeightKg, countedWeightKg, ...figures } = limits
    // In the order of their names, whoever loads them.
    const named = (all: object) =>
      Object.entries(all)
        .map(([name, what]) => `${name}: ${JSON.stringify(what)}`)
        .toSorted()
    reviewed.checkLines('figures', [
      ...named(figures),
      ...named(advice),
      `a known weight: ${stretches(-1, 501, (kg) => String(knownWeightKg(kg) !== undefined))}`,
      `a weight beside "under 50 kg": ${stretches(40, 60, (weightKg) => String(countedWeightKg({ weightKg, underFiftyKg: 'yes' }) !== undefined))}`,
      ...Object.entries(overdoseQuestions).map(([name, words]) => `${name}: ${words}`),
      replyFacts.join(' '),
      ...Object.entries(refusalWords).map(([name, words]) => `${name}: ${words}`),
    ])
  })
  test('of every product', () => {
    reviewed.checkLines(
      'products',
      products.map(
        (product) => `${JSON.stringify(product)} ${JSON.stringify(milligramsPerUnit({ product: product.id }))}`,
      ),
    )
  })
  test('of every row of the table and item of the gate', () => {
    reviewed.checkLines(
      'rows',
      [...rowById.values()].map((row) => JSON.stringify(row)),
    )
    reviewed.checkLines('gate', [
      ...gateGroups.map((group) => JSON.stringify(group)),
      ...gateItems.map((item) => JSON.stringify(item)),
      JSON.stringify(gateNumbers),
    ])
    reviewed.checkLines(
      'ticks',
      gateGroups.map(
        ({ id }) =>
          `${id}: ${JSON.stringify([repliesFromTicks(id, ['none']), repliesFromTicks(id, ['notSure']), repliesFromTicks(id, [])].map((replies) => [...new Set(Object.values(replies))]))}`,
      ),
    )
  })
})

describe('who may take what', () => {
  test('by each item, yes and not sure', () => {
    reviewed.checkLines(
      'verdicts by item',
      gateItems.map(
        ({ id }) =>
          `${id}: yes ${verdicts({ replies: { ...noneTold, [id]: 'yes' } })}; not sure ${verdicts({ replies: { ...noneTold, [id]: 'notSure' } })}`,
      ),
    )
    reviewed.checkLines(
      'reasons by item',
      gateItems.map(({ id }) => {
        const found = assessMedicines({ ...healthy, replies: { ...noneTold, [id]: 'yes' } }, clear)
        return `${id}: ${medicines.map((medicine) => found.medicines[medicine].reasons.map(({ row, verdict }) => `${row} ${verdict}`).join(', ')).join(' | ')}`
      }),
    )
  })
  test('by each number, and each place in the check', () => {
    const pregnant = { ...noneTold, pregnant: 'yes' } as const
    reviewed.checkLines('verdicts by number', [
      `ibuprofen, gel, paracetamol, codeine`,
      `age: ${stretches(0, 121, (ageYears) => verdicts({ ageYears }))}`,
      `age not known: ${verdicts({ ageYears: 'notSure' })} ${verdicts({ ageYears: 40.5 })} ${verdicts({ ageYears: -1 })}`,
      `weight: ${stretches(0, 80, (weightKg) => verdicts({ weightKg }))}; not sure ${verdicts({ weightKg: 'notSure' })}`,
      `weeks: ${stretches(0, 46, (pregnancyWeeks) => verdicts({ replies: pregnant, pregnancyWeeks }))}; not sure ${verdicts({ replies: pregnant, pregnancyWeeks: 'notSure' })}`,
      `weeks beside no: ${stretches(0, 46, (pregnancyWeeks) => verdicts({ pregnancyWeeks }))}`,
      `days of ibuprofen: ${stretches(0, 15, (ibuprofenDays) => verdicts({ ibuprofenDays }))}; at 17 ${stretches(0, 6, (ibuprofenDays) => verdicts({ ibuprofenDays, ageYears: 17 }))}`,
      `days of paracetamol on warfarin: ${stretches(0, 6, (paracetamolDays) => verdicts({ paracetamolDays, replies: { ...noneTold, warfarin: 'yes' } }))}`,
      ...(['self-care', 'soon', 'urgent', 'emergency', 'notChecked'] as const).map(
        (level) =>
          `${level}: ${verdicts({}, { level })}; liver ${verdicts({ replies: { ...noneTold, liver: 'yes' } }, { level })}`,
      ),
      ...(['yes', 'no', 'notSure'] as const).map(
        (saddleBladderBowel) => `saddle ${saddleBladderBowel}: ${verdicts({}, { saddleBladderBowel })}`,
      ),
      `too much: ${verdicts({}, { tooMuch: true })}`,
    ])
    reviewed.checkLines('whole answers', [
      reasons({}),
      reasons({ ageYears: 17 }),
      reasons({ replies: pregnant, pregnancyWeeks: 10 }),
      reasons({ replies: pregnant, pregnancyWeeks: 30 }),
      reasons({}, { level: 'urgent' }),
      reasons({ replies: {} }),
      reasons({ replies: { ...noneTold, warfarin: 'yes' }, paracetamolDays: 3 }),
    ])
  })
})

describe('how much, and when', () => {
  test('the tally, dose by dose and hour by hour', () => {
    const may = (
      taken: readonly Dose[],
      mg: number,
      ingredient: 'paracetamol' | 'ibuprofen' = 'paracetamol',
      who: TallyPerson = person,
      at = now,
    ) => {
      const planned = planDose(
        taken,
        { product: 'other', milligrams: { [ingredient]: mg }, units: 1 } as never,
        at,
        who,
      )
      return planned.ok ? 'yes' : planned.why
    }
    const asked = (
      product: string,
      units: number | 'notSure',
      taken: readonly Dose[] = [],
      who: TallyPerson = person,
    ) => {
      const planned = planDose(taken, { product, units } as never, now, who)
      return planned.ok
        ? 'yes'
        : `${planned.why} ${planned.nextAllowedAt === undefined ? '' : (planned.nextAllowedAt - now) / hourMs}`
    }
    const hours = (mg: number, ingredient: 'paracetamol' | 'ibuprofen', each: number, count: number) =>
      Array.from({ length: count }, (_, index) => dose(ingredient, mg, each * (index + 1)))
    reviewed.checkLines('tally', [
      `paracetamol at once, in hundreds: ${stretches(0, 12, (hundreds) => may([], hundreds * 100))}`,
      ...products.map(({ id }) => `${id}: ${stretches(1, 6, (units) => asked(id, units))}`),
      ...(['paracetamol500', 'ibuprofen200'] as const).flatMap((product) => [
        `${product}, hours after one: ${stretches(0, 30, (after) => asked(product, 1, [dose(product === 'ibuprofen200' ? 'ibuprofen' : 'paracetamol', 200, after)]).split(' ')[0] ?? '')}`,
        `${product}, how many before: ${stretches(0, 8, (count) => asked(product, 1, hours(product === 'ibuprofen200' ? 200 : 500, product === 'ibuprofen200' ? 'ibuprofen' : 'paracetamol', product === 'ibuprofen200' ? 6 : 4, count)))}`,
        `${product}, amounts: ${asked(product, 'notSure')} ${asked(product, 0)} ${asked(product, -1)} ${asked(product, Number.NaN)}`,
      ]),
      `unknown: ${asked('none-such', 1)}`,
      `paracetamol in the day, in 500s: ${stretches(0, 9, (many) =>
        asked(
          'paracetamol500',
          1,
          Array.from({ length: many }, () => dose('paracetamol', 500, 10)),
        ),
      )}`,
      `one of 2,000 to 4,500 mg ten hours ago: ${stretches(4, 9, (many) => asked('paracetamol500', 2, [dose('paracetamol', many * 500, 10)]))}`,
      `ibuprofen of 400 to 1,400 mg ten hours ago: ${stretches(2, 7, (many) => asked('ibuprofen200', 1, [dose('ibuprofen', many * 200, 10)]))}`,
      `size unknown: ${asked('paracetamol500', 1, [{ product: 'x', milligrams: { paracetamol: 500 }, takenAt: ago(10) }], { ...person, mayBeOver: 'no' })}`,
      `ahead of the clock: ${asked('paracetamol500', 1, [dose('paracetamol', 500, -1)])}`,
      `age: ${stretches(10, 125, (ageYears) => asked('paracetamol500', 1, [], { ...person, ageYears }))}; ${asked('paracetamol500', 1, [], { weightKg: 70 })}`,
      `weight: ${stretches(10, 60, (weightKg) => String(limitMg('paracetamol', { weightKg })))}; ${(['yes', 'no', 'notSure'] as const).map((underFiftyKg) => limitMg('paracetamol', { underFiftyKg })).join(' ')}; ibuprofen ${limitMg('ibuprofen', {})}`,
      `left after each hour: ${stretches(0, 26, (after) => String(milligramsLeft([dose('paracetamol', 1000, after), dose('paracetamol', 500, 2)], 'paracetamol', now, person)))}`,
      `next, by hours since the last of four: ${stretches(0, 12, (after) => {
        const at = nextAllowedAt(
          [0, 5, 10, 15].map((more) => dose('paracetamol', 1000, after + more)),
          { paracetamol: 1000 },
          now,
          person,
        )
        return at === undefined ? 'never' : String((at - now) / hourMs)
      })}`,
      `never: ${nextAllowedAt([], { paracetamol: 1001 }, now, person)}`,
      `written down: ${[0, 1, -1]
        .map((hoursAgo) => {
          const kept = recordDose([], { product: 'paracetamol500', units: 1 }, ago(hoursAgo), now, {})
          return kept.ok ? `kept, weight needed ${kept.value.weightNeeded}` : kept.why
        })
        .join(' ')}`,
    ])
    const run = (days: number, gap: number, ingredient: 'ibuprofen' | 'codeine' = 'ibuprofen') =>
      Array.from({ length: days }, (_, index) => dose(ingredient, 200, index * gap))
    reviewed.checkLines('runs of days', [
      `a dose each 24 hours: ${stretches(0, 12, (days) => String(daysInARow(run(days, 24), 'ibuprofen', now)))}`,
      `two doses with so many hours between: ${stretches(1, 60, (gap) => String(daysInARow(run(2, gap), 'ibuprofen', now)))}`,
      `the last so many hours ago: ${stretches(0, 60, (after) => String(daysInARow([dose('ibuprofen', 200, after)], 'ibuprofen', now)))}`,
      `codeine for so many days: ${stretches(0, 6, (days) => String(codeineForTooLong(run(days, 24, 'codeine'), now)))}`,
      `asked so many hours ago, codeine now: ${stretches(0, 50, (after) => String(mustReaskA1ToA3([dose('codeine', 8, 0)], ago(after), now)))}`,
      `asked 24 hours ago, codeine so many hours ago: ${stretches(0, 60, (after) => String(mustReaskA1ToA3([dose('codeine', 8, after)], ago(24), now)))}`,
      `asked 24 hours ago, codeine now and so many hours ago: ${stretches(0, 60, (after) => String(mustReaskA1ToA3([dose('codeine', 8, after), dose('codeine', 8, 0)], ago(24), now)))}`,
      `never asked: ${mustReaskA1ToA3([dose('codeine', 8, 90)], undefined, now)} ${mustReaskA1ToA3([], undefined, now)} ${mustReaskA1ToA3([dose('codeine', 8, 0)], ago(-1), now)} ${mustReaskA1ToA3([dose('ibuprofen', 8, 0)], undefined, now)}`,
      ...['dihydrocodeine', 'tramadol'].map(
        (opioid) =>
          `${opioid}: ${mustReaskA1ToA3([{ product: 'x', units: 1, milligrams: { [opioid]: 10 }, takenAt: now }], undefined, now)}`,
      ),
    ])
  })
  test('too much, by amount, weight and fact', () => {
    const well: OverdoseFacts = {
      weightKg: 70,
      ...Object.fromEntries(replyFacts.filter((fact) => fact !== 'underFiftyKg').map((fact) => [fact, 'no'])),
    }
    const level = (taken: readonly Dose[], facts: OverdoseFacts = well) => {
      const found = overdoseAdvice(taken, now, facts)
      return found ? `${found.level} ${found.over.join('+')}` : 'none'
    }
    const whole = (taken: readonly Dose[], facts: OverdoseFacts = well) =>
      JSON.stringify(overdoseAdvice(taken, now, facts))
    const grams = (many: number) => [dose('paracetamol', many * 250, 1)]
    reviewed.checkLines('too much', [
      ...[30, 40, 49, 50, 53, 54, 60, 70, 'notSure' as const].map(
        (weightKg) =>
          `paracetamol in quarter grams at ${weightKg} kg: ${stretches(3, 24, (many) => level(grams(many), { ...well, weightKg }))}`,
      ),
      ...[49, 50, 51].map((weightKg) => `4.5 g at ${weightKg} kg: ${whole(grams(18), { ...well, weightKg })}`),
      `ibuprofen in 200s, ten hours apart: ${stretches(0, 9, (many) => level(Array.from({ length: many }, (_, index) => dose('ibuprofen', 200, index * 2 + 1))))}`,
      `ibuprofen at once in 200s: ${stretches(0, 9, (many) => level([dose('ibuprofen', many * 200, 1)]))}`,
      `two ibuprofen of 400 so many tenths of an hour apart: ${stretches(0, 15, (tenths) => level([dose('ibuprofen', 400, 1), dose('ibuprofen', 400, 1 + tenths / 10)]))}`,
      `paracetamol of 1,000 twice, quarters of an hour apart: ${stretches(0, 20, (quarters) => level([dose('paracetamol', 1000, 1), dose('paracetamol', 1000, 1 + quarters / 4)], { weightKg: 70 }))}`,
      `4.5 g over so many hours: ${stretches(1, 30, (hours) => level([dose('paracetamol', 3000, 1), dose('paracetamol', 1500, 1 + hours)]))}`,
      `4.5 g so many hours ago: ${stretches(0, 200, (hours) => level([dose('paracetamol', 4500, hours)]))}`,
      `ahead of the clock: ${level([dose('paracetamol', 4500, -5)])}`,
      `seen by a clinician so many hours ago: ${stretches(-2, 6, (hours) => level([dose('paracetamol', 4500, 2)], { ...well, seenByClinicianAt: ago(hours) }))}`,
      ...replyFacts.flatMap((fact) =>
        (['yes', 'notSure', 'no'] as const).map(
          (reply) =>
            `${fact} ${reply}: with 4.5 g ${level(grams(18), { ...well, [fact]: reply })}; with 1.5 g at once ${level([dose('paracetamol', 1500, 1)], { ...well, [fact]: reply })}; with nothing ${level([], { ...well, [fact]: reply })}`,
        ),
      ),
      ...replyFacts.map(
        (fact) => `${fact} not asked: ${whole(grams(18), { ...well, [fact]: undefined } as OverdoseFacts)}`,
      ),
      whole(grams(18)),
      whole(grams(22)),
      whole(grams(18), {}),
      whole([dose('ibuprofen', 800, 1)]),
      whole([dose('ibuprofen', 1600, 1)]),
      whole([dose('paracetamol', 1500, 1)], {}),
      whole([], { ...well, onPurpose: 'yes' }),
      whole([], { ...well, emergencyTold: true }),
      whole([], { ...well, overPacketLimit: 'yes' }),
      whole([{ product: 'x', milligrams: { paracetamol: 500 }, takenAt: ago(1) }], {}),
      whole([{ product: 'x', milligrams: { ibuprofen: 200 }, takenAt: ago(1) }], { weightKg: 70 }),
    ])
    reviewed.checkLines(
      'facts of a profile',
      gateItems
        .map(
          ({ id }) =>
            `${id}: ${JSON.stringify(factsFromProfile({ ...healthy, replies: { ...noneTold, [id]: 'yes' } }))}`,
        )
        .filter((line, index, all) => index === 0 || line.split(': ')[1] !== all[0]?.split(': ')[1]),
    )
  })
  test('what the check was told', () => {
    const base: Answers = { A1: 'no', A2: 'no', A3: 'no' }
    const told = (answers: Answers) =>
      JSON.stringify(toldInCheck({ answers: { ...base, ...answers }, finishedAt: now }, now))
    reviewed.checkLines('told in the check', [
      ...links.flatMap(({ question, values }) =>
        [...values, 'notSure'].map(
          (value) =>
            `${question} ${value}: ${told({ [question]: question.endsWith('isk') || question === 'kidney' ? [value] : value })}`,
        ),
      ),
      ...(['yes', 'no', 'notSure'] as const).map((A2) => `A2 ${A2}: ${told({ A2 })}`),
      `nothing asked: ${JSON.stringify(toldInCheck({ answers: {}, finishedAt: null }, now))}`,
      ...[
        { I2: 'within' },
        { I2: 'notSure' },
        { I2: 'notSure', 'I2.maybe': 'no' },
        { I2: 'notSure', 'I2.maybe': 'yes' },
        { I2: 'overOther', 'I2.risk': ['drowsy'] },
        { I2: 'overParacetamol', 'I2.perKg': 'no', 'I2.risk': [] },
        { I2: 'overParacetamol', 'I2.perKg': 'yes', 'I2.risk': ['days', 'liver', 'light', 'medicines', 'unwell'] },
        { I2: 'onPurpose' },
      ].map((answers) => `${JSON.stringify(answers)}: ${told(answers as Answers)}`),
      `another check so many hours old: ${stretches(0, 30, (hours) => String(toldInChecks({ answers: base, finishedAt: now }, [{ answers: { ...base, I1: 'yes' }, finishedAt: ago(hours) }], now).rows.length))}`,
      `this check so many hours old: ${stretches(0, 200, (hours) => JSON.stringify(toldInChecks({ answers: { ...base, I1: 'yes', A1: 'yes' }, finishedAt: ago(hours) }, [], now)))}`,
      ...(['yes', 'no', 'notSure'] as const).flatMap((A1) =>
        (['yes', 'no', 'notSure'] as const).map((other) => {
          const check = (A2: Answer) => ({ answers: { ...base, A2 }, finishedAt: now })
          return `this check's A1 ${A1}, another's A2 ${other}: ${toldInChecks({ answers: { ...base, A1 }, finishedAt: now }, [check(other)], now).saddleBladderBowel}, alone ${toldInChecks(null, [check(other)], now).saddleBladderBowel}`
        }),
      ),
      `no check: ${JSON.stringify(toldInChecks(null, [], now))}`,
      `cleared: ${JSON.stringify(toldInChecks({ answers: { ...base, I2: 'onPurpose' }, finishedAt: now, cleared: true }, [], now).tooMuch)}`,
      `pregnancy skipped: ${stretches(50, 70, (age) => String(skipsPregnancy({ age, sex: 'female' })))} ${skipsPregnancy({ sex: 'male' })} ${skipsPregnancy({})}`,
    ])
    const paracetamol: ToldTooMuch = {
      at: now,
      what: 'paracetamol',
      drowsy: 'no',
      perKg: 'no',
      days: 'no',
      liver: 'no',
      light: 'no',
      medicines: 'no',
      unwell: 'no',
    }
    const facts = [
      'underFiftyKg',
      'liverDisease',
      'heavyDrinking',
      'eatingDisorder',
      'pregnant',
      'liverMedicine',
      'sickOrTummyPain',
      'drowsyOrSlowBreathing',
      'moreThanOneDay',
    ] as const
    reviewed.checkLines('grounds of too much told', [
      ...facts.flatMap((fact) =>
        (['yes', 'notSure'] as const).map(
          (reply) =>
            `${fact} ${reply}: ${toldGrounds(paracetamol, { [fact]: reply })
              .filter((ground) => ground.reply !== 'no')
              .map((ground) => `${ground.reply} ${ground.text}`)
              .join(' ')}`,
        ),
      ),
      ...(['drowsy', 'perKg', 'days', 'liver', 'light', 'medicines', 'unwell'] as const).map(
        (name) =>
          `${name}: ${toldGrounds({ ...paracetamol, [name]: 'yes' }, {})
            .filter(({ reply }) => reply !== 'no')
            .map(({ text }) => text)
            .join(' ')}`,
      ),
      `weight: ${stretches(45, 55, (weightKg) =>
        toldGrounds(paracetamol, { weightKg })
          .filter(({ reply }) => reply !== 'no')
          .length.toString(),
      )}`,
      ...(['yes', 'no', 'notSure'] as const).map(
        (mayBeOver) =>
          `unknown ${mayBeOver}: ${isTooMuch({ at: now, what: 'unknown', mayBeOver, drowsy: 'no' })} ${JSON.stringify(toldGrounds({ at: now, what: 'unknown', mayBeOver, drowsy: 'no' }, {}))}`,
      ),
      JSON.stringify(toldGrounds({ at: now, what: 'onPurpose', drowsy: 'no' }, {})),
      JSON.stringify(toldGrounds({ at: now, what: 'other', drowsy: 'notSure' }, {})),
    ])
  })
  test('and the file has no table that is not looked at', reviewed.end)
})
