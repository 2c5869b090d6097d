import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sources } from '../evidence/sources.ts'
import type { MedicineContext, MedicineProfile } from './assess.ts'
import { assessMedicines, rowsFor, verdictOf } from './assess.ts'
import type { ConditionId, Replies, Reply } from './conditions.ts'
import { gateGroups, gateItems, itemsOf, repliesFromTicks } from './conditions.ts'
import { limits } from './limits.ts'
import type { Medicine, Verdict } from './table.ts'
import { medicines, tableRows, verdicts } from './table.ts'

const atHome: MedicineContext = { level: 'self-care', saddleBladderBowel: 'no' }
const allNo = Object.fromEntries(gateItems.map(({ id }) => [id, 'no'])) as Record<ConditionId, Reply>
const adult: MedicineProfile = { replies: allNo, ageYears: 40, weightKg: 70 }
const having = (...yes: ConditionId[]): MedicineProfile => ({ ...adult, replies: replying('yes', ...yes) })
const replying = (reply: Reply, ...ids: ConditionId[]): Replies => ({
  ...allNo,
  ...Object.fromEntries(ids.map((id) => [id, reply])),
})
const verdictsOf = (profile: MedicineProfile, context = atHome): Verdict[] => {
  const assessment = assessMedicines(profile, context)
  return medicines.map((medicine) => assessment.medicines[medicine].verdict)
}
const rank = (verdict: Verdict) => verdicts.indexOf(verdict)
const worse = (one: Verdict, other: Verdict) => (rank(one) > rank(other) ? one : other)

/**
 * evidence.md §4.3 copied by hand, row by row, as "ibuprofen gel paracetamol codeine", with the people it speaks of.
 * Written from the brief and not from table.ts. `-` in the brief for the under 16s is `notOffered`.
 */
const evidence: readonly (readonly [string, string, ...MedicineProfile[]])[] = [
  ['Allergy to aspirin or any NSAID', 'no no ok ok', having('nsaidAllergy')],
  ['Allergy to paracetamol / codeine', 'ok ok no no', having('paracetamolOrCodeineAllergy')],
  ['Ulcer, bleed or hole, ever', 'no ask ok ask', having('ulcer')],
  ['Indigestion; alendronate-type, nicorandil', 'ask ok ok ask', having('indigestion'), having('stomachRiskTablets')],
  ["Crohn's, ulcerative colitis", 'ask ask ok ask', having('inflamedBowel')],
  [
    'Warfarin, DOAC, heparin, bleeding disorder',
    'no ask ok ask',
    having('warfarin'),
    having('bloodThinner'),
    having('bleedingDisorder'),
  ],
  ['Warfarin and regular paracetamol over 3 days', 'no ask ask ask', { ...having('warfarin'), paracetamolDays: 4 }],
  ['Low-dose aspirin, clopidogrel …', 'ask ask ok ok', having('antiplatelet')],
  ['SSRI, SNRI', 'ask ok ok ask', having('antidepressant')],
  ['Steroid tablets', 'ask ok ok ok', having('steroids')],
  ['Kidney', 'no ask ask no', having('kidney')],
  ['Heart failure', 'no ask ok ask', having('heartFailure')],
  ['Heart attack, angina, stroke, TIA, leg circulation', 'no ask ok ask', having('heartOrCirculation')],
  ['High blood pressure, controlled', 'ask ok ok ok', having('pressureControlled')],
  ['High blood pressure, not controlled', 'no ask ok ok', having('pressureNotControlled')],
  ['ACE inhibitor or ARB', 'ask ok ok ok', having('aceInhibitorOrArb')],
  ['Diuretic', 'ask ok ok ok', having('diuretic')],
  ['Triple whammy', 'no ask ok ok', having('aceInhibitorOrArb', 'diuretic')],
  ['Dehydrated', 'no ask ok ask', having('dehydrated')],
  ['Asthma, NSAID taken safely', 'ok ok ok ask', having('asthmaSafe')],
  ['Asthma, never tried, severe, polyps', 'ask ask ok ask', having('asthmaUntried')],
  ['Asthma worsened by NSAID', 'no no ok ask', having('asthmaWorse')],
  ['COPD, sleep apnoea, slow breathing', 'ask ok ok no', having('slowBreathing')],
  ['Pregnant under 20 weeks', 'no no ok no', { ...having('pregnant'), pregnancyWeeks: 19 }],
  ['Pregnant 20 weeks or more', 'no no ok no', { ...having('pregnant'), pregnancyWeeks: 20 }, having('pregnant')],
  ['Trying to conceive', 'ask ask ok ask', having('tryingToConceive')],
  ['Breastfeeding, healthy full-term baby', 'ok ok ok no', having('breastfeeding')],
  ['Breastfeeding otherwise', 'ask ask ask no', having('breastfeeding', 'babyEarlyOrUnwell')],
  ['Age 16–17', 'ok ok ok no', { ...adult, ageYears: 16 }, { ...adult, ageYears: 17 }],
  ['Age 65–74', 'ask ok ok ask', { ...adult, ageYears: 65 }, { ...adult, ageYears: 74 }],
  ['Age 75 or over, or frail', 'no ask ask no', { ...adult, ageYears: 75 }, having('frail')],
  ['Liver disease', 'no ask ask no', having('liver')],
  ['Liver disease, cirrhosis or severe', 'no ask no no', having('liver', 'liverSevere')],
  ['Alcohol', 'ask ok ask no', having('alcohol')],
  [
    'Under 50 kg, eating disorder, malnourished',
    'ask ok ask ask',
    having('lowWeight'),
    having('eatingDisorder'),
    { ...adult, weightKg: 49.9 },
  ],
  ['Already taking an NSAID', 'no no ok ok', having('alreadyNsaid')],
  ['Already taking paracetamol', 'ok ok no no', having('alreadyParacetamol')],
  ['Lithium', 'no ask ok ok', having('lithium')],
  ['Methotrexate', 'no ask ok ok', having('methotrexate')],
  ['Ciclosporin, tacrolimus', 'no ask ok ok', having('ciclosporinOrTacrolimus')],
  ['Digoxin; sulfonylurea; quinolone', 'ask ok ok ok', having('digoxinGliclazideQuinolone')],
  ['Phenytoin (both of its rows)', 'ask ok ask ask', having('phenytoin')],
  ['Carbamazepine … (liver medicines)', 'ok ok ask ask', having('liverMedicines')],
  ['Flucloxacillin with kidney or liver trouble', 'ask ok ask ok', having('flucloxacillin')],
  ['Benzodiazepine …; drug dependence', 'ok ok ok no', having('sedativesOrOpioids'), having('drugDependence')],
  [
    'Tricyclic …; prostate; epilepsy',
    'ok ok ok ask',
    having('drowsyMedicines'),
    having('slowStream'),
    having('epilepsy'),
  ],
  [
    'Chemotherapy, transplant, biologic, no spleen',
    'no ask ask ask',
    having('immuneMedicines'),
    having('noSpleen'),
    { ...adult, told: [{ id: 'weakImmune', reply: 'yes', short: 'a weak immune system', same: false }] },
  ],
  ['Sickle cell disease', 'ask ask ask ask', having('sickleCell')],
  ['Lupus', 'ask ok ok ok', having('lupus')],
  ['Chickenpox or shingles', 'no no ok ok', having('chickenpoxOrShingles')],
  ['Operation in 7 days', 'ask ask ok ask', having('operationSoon')],
  ['Under 16', 'notOffered notOffered notOffered no', { ...adult, ageYears: 15 }],
  ['Constipation now (rule above the table)', 'ok ok ok no', having('constipation')],
]

describe('the full matrix', () => {
  for (const [name, row, ...people] of evidence) {
    test(name, () => {
      const expected = row.split(' ') as Verdict[]
      for (const person of people) {
        const rows = rowsFor(person)
        const fromTable = medicines.map((medicine) =>
          rows.reduce<Verdict>((worst, active) => worse(worst, verdictOf(active, medicine)), 'ok'),
        )
        expect(fromTable).toEqual(expected)
        // On screen codeine is never better than "ask".
        expect(verdictsOf(person)).toEqual(expected.map((cell, at) => (at === 3 ? worse(cell, 'ask') : cell)))
      }
    })
  }

  test('covers every row of the table and every item of the gate', () => {
    const people = evidence.flatMap(([, , ...profiles]) => profiles)
    const rowsSeen = new Set(people.flatMap((profile) => rowsFor(profile).map(({ row }) => row.id)))
    const covered = [...rowsSeen, 'ageUnknown', 'ibuprofenForTooLong'].toSorted()
    expect(covered).toEqual(tableRows.map(({ id }) => id as string).toSorted())
    for (const { id } of gateItems) expect(people.some(({ replies }) => replies[id] === 'yes')).toBe(true)
  })

  test('with nothing to tell, all is OK but codeine', () => {
    expect(verdictsOf(adult)).toEqual(['ok', 'ok', 'ok', 'ask'])
  })

  test('any two rows together give the worse of the two, and the triple whammy more', () => {
    const ids = gateItems.map(({ id }) => id)
    let pairs = 0
    for (const one of ids) {
      for (const other of ids) {
        if (one === other) continue
        pairs++
        const [a, b, together] = [having(one), having(other), having(one, other)].map((person) => verdictsOf(person))
        const whammy = [one, other].toSorted().join() === 'aceInhibitorOrArb,diuretic'
        const expected = whammy ? ['no', 'ask', 'ok', 'ask'] : a?.map((verdict, at) => worse(verdict, b?.[at] ?? 'no'))
        expect(together, `${one} with ${other}`).toEqual(expected)
      }
    }
    expect(pairs).toBe(ids.length * (ids.length - 1))
  })
})

describe('age', () => {
  const at = (ageYears: number | 'notSure' | undefined) =>
    verdictsOf(ageYears === undefined ? { replies: allNo, weightKg: 70 } : { ...adult, ageYears }).join(' ')
  test.each([
    [15, 'notOffered notOffered notOffered no'],
    [15.99, 'notOffered notOffered notOffered no'],
    [16, 'ok ok ok no'],
    [17, 'ok ok ok no'],
    [18, 'ok ok ok ask'],
    [64, 'ok ok ok ask'],
    [65, 'ask ok ok ask'],
    [74, 'ask ok ok ask'],
    [75, 'no ask ask no'],
    [120, 'no ask ask no'],
  ])('%s', (age, expected) => expect(at(age)).toBe(expected))

  test.each([undefined, 'notSure' as const, Number.NaN, -1, 121, Number.POSITIVE_INFINITY])(
    'an age of %s gives no dose of anything',
    (age) => expect(at(age)).toBe('notOffered notOffered notOffered no'),
  )

  test('at 16 and 17 ibuprofen says packet dose and 3 days; at 18 it says 10 days', () => {
    const words = (ageYears: number) =>
      JSON.stringify(assessMedicines({ ...adult, ageYears }, atHome).medicines.ibuprofen)
    expect(words(17)).toContain('at most 3 days')
    expect(words(17)).toContain('Follow the dose on the packet')
    expect(words(17)).not.toContain('10 days')
    expect(words(18)).toContain('10 days')
    expect(words(18)).not.toContain('at most 3 days')
  })

  test('taking both together is said to adults only', () => {
    expect(assessMedicines({ ...adult, ageYears: 17 }, atHome).together).toBeUndefined()
    expect(assessMedicines(adult, atHome).together).toBeDefined()
    expect(assessMedicines(having('ulcer'), atHome).together).toBeUndefined()
  })
})

describe('pregnancy', () => {
  const ibuprofenAt = (pregnancyWeeks?: number | 'notSure') =>
    assessMedicines({ ...having('pregnant'), ...(pregnancyWeeks === undefined ? {} : { pregnancyWeeks }) }, atHome)
      .medicines.ibuprofen
  const rowAt = (weeks?: number | 'notSure') => ibuprofenAt(weeks).reasons.map(({ row }) => row)
  const saysMustNot = (weeks?: number | 'notSure') => ibuprofenAt(weeks).remarks.some(({ text }) => text.includes('28'))

  test('the row changes at week 20', () => {
    expect(rowAt(19)).toEqual(['pregnantUnder20'])
    expect(rowAt(20)).toEqual(['pregnant20'])
  })
  test('the wording gets stronger at week 28', () => {
    expect(saysMustNot(19)).toBe(false)
    expect(saysMustNot(27)).toBe(false)
    expect(saysMustNot(28)).toBe(true)
  })
  test.each([undefined, 'notSure' as const, Number.NaN, -3, 99])('a week of %s takes the stricter row', (weeks) => {
    expect(rowAt(weeks)).toEqual(['pregnant20'])
    expect(saysMustNot(weeks)).toBe(true)
  })
  test('a week given beside a "no" is a contradiction, and the worse answer wins', () => {
    expect(verdictsOf({ ...adult, pregnancyWeeks: 12 })).toEqual(['no', 'no', 'ok', 'no'])
  })
  test('paracetamol stays OK with "lowest dose, shortest time"', () => {
    const { paracetamol } = assessMedicines(having('pregnant'), atHome).medicines
    expect(paracetamol.remarks.some(({ text }) => text.includes('lowest dose'))).toBe(true)
  })
})

describe('not sure and not answered', () => {
  const strict: ConditionId[] = [
    'nsaidAllergy',
    'paracetamolOrCodeineAllergy',
    'asthmaWorse',
    'pregnant',
    'warfarin',
    'bloodThinner',
    'bleedingDisorder',
    'kidney',
    'heartFailure',
    'heartOrCirculation',
    'ulcer',
  ]
  test('not sure of allergy, pregnancy, blood thinner, kidney, heart or ulcer is NO; of the rest ASK', () => {
    for (const { id } of gateItems) {
      const yes = verdictsOf(having(id))
      const notSure = verdictsOf({ replies: replying('notSure', id), ageYears: 40 })
      medicines.forEach((medicine, at) => {
        // Codeine is at best ASK, so only where a yes is NO can "not sure" be stricter than that.
        if (medicine === 'codeine') {
          const barred = yes[at] === 'no' && strict.includes(id)
          if (barred || !strict.includes(id)) expect(notSure[at], `${id} and codeine`).toBe(barred ? 'no' : 'ask')
          return
        }
        const expected = yes[at] === 'ok' ? 'ok' : strict.includes(id) ? 'no' : 'ask'
        expect(notSure[at], `${id} and ${medicine}`).toBe(expected)
      })
    }
  })
  test('an unanswered item counts as not sure', () => {
    for (const { id } of gateItems) {
      const { [id]: _, ...rest } = allNo
      const profile: MedicineProfile = { replies: rest, ageYears: 40 }
      const told: MedicineProfile = { replies: { ...rest, [id]: 'notSure' }, ageYears: 40 }
      // A sub-question is settled by a "no" above it.
      const settled = id === 'liverSevere' || id === 'babyEarlyOrUnwell'
      expect(verdictsOf(profile), id).toEqual(settled ? verdictsOf({ ...adult, replies: allNo }) : verdictsOf(told))
      expect(assessMedicines(profile, atHome).unanswered, id).toEqual(settled ? [] : [id])
    }
  })
  test('with nothing answered, nothing is offered', () => {
    expect(verdictsOf({ replies: {}, ageYears: 40, weightKg: 70, pregnancyWeeks: 3 })).toEqual(
      Array(4).fill('notOffered'),
    )
  })
  test('with everything not sure, nothing is OK', () => {
    const replies = Object.fromEntries(gateItems.map(({ id }) => [id, 'notSure' as const]))
    expect(verdictsOf({ ...adult, replies })).toEqual(['no', 'no', 'no', 'no'])
  })
  test('not sure of one half of the triple whammy keeps the gel at ASK', () => {
    const replies = { ...allNo, aceInhibitorOrArb: 'yes', diuretic: 'notSure' } as const
    expect(verdictsOf({ ...adult, replies })).toEqual(['ask', 'ask', 'ok', 'ask'])
  })
  test('a reply that is no reply (from a broken record) counts as yes', () => {
    const replies = { ...allNo, lithium: 'perhaps' as Reply }
    expect(verdictsOf({ ...adult, replies })).toEqual(verdictsOf(having('lithium')))
  })
})

describe('weight', () => {
  test.each([
    [49.9, 'ask'],
    [50, 'ok'],
  ] as const)('%s kg: paracetamol %s', (weightKg, expected) => {
    expect(assessMedicines({ ...adult, weightKg }, atHome).medicines.paracetamol.verdict).toBe(expected)
  })
  test('a tick is worse than a number, and a number fills in for a missing tick', () => {
    expect(assessMedicines({ ...having('lowWeight'), weightKg: 80 }, atHome).medicines.paracetamol.verdict).toBe('ask')
    const { lowWeight: _, ...rest } = allNo
    expect(assessMedicines({ ...adult, replies: rest }, atHome).medicines.paracetamol.verdict).toBe('ok')
    expect(assessMedicines({ ...adult, replies: rest, weightKg: 0 }, atHome).medicines.paracetamol.verdict).toBe('ask')
  })
})

describe('how long', () => {
  const days = (ageYears: number, ibuprofenDays: number) =>
    assessMedicines({ ...adult, ageYears, ibuprofenDays }, atHome).medicines.ibuprofen.verdict
  test('ibuprofen past day 10 is ASK, at 16 and 17 past day 3', () => {
    expect([days(40, 10), days(40, 11), days(17, 3), days(17, 4)]).toEqual(['ok', 'ask', 'ok', 'ask'])
  })
  test('warfarin and paracetamol: day 3 OK with a remark, day 4 ASK', () => {
    const on = (paracetamolDays: number) =>
      assessMedicines({ ...having('warfarin'), paracetamolDays }, atHome).medicines.paracetamol
    expect(on(3).verdict).toBe('ok')
    expect(on(3).remarks.some(({ text }) => text.includes('INR'))).toBe(true)
    expect(on(4).verdict).toBe('ask')
  })
})

describe('level of the check', () => {
  test('at emergency nothing is shown', () => {
    expect(verdictsOf(adult, { ...atHome, level: 'emergency' })).toEqual(Array(4).fill('notOffered'))
  })
  test('without a finished check nothing is shown', () => {
    expect(verdictsOf(adult, { ...atHome, level: 'notChecked' })).toEqual(Array(4).fill('notOffered'))
  })
  test('at urgent only paracetamol, temperature first', () => {
    const { medicines: shown } = assessMedicines(adult, { ...atHome, level: 'urgent' })
    expect(medicines.map((medicine) => shown[medicine].verdict)).toEqual([
      'notOffered',
      'notOffered',
      'ok',
      'notOffered',
    ])
    expect(shown.paracetamol.remarks[0]?.text).toContain('Take your temperature first')
    expect(shown.paracetamol.dose).toBeDefined()
  })
  test('at urgent no paracetamol unless the table says OK', () => {
    for (const id of ['kidney', 'liver', 'paracetamolOrCodeineAllergy'] as const) {
      expect(verdictsOf(having(id), { ...atHome, level: 'urgent' })).toEqual(Array(4).fill('notOffered'))
    }
  })
  test('soon is like self-care', () => {
    expect(verdictsOf(adult, { ...atHome, level: 'soon' })).toEqual(verdictsOf(adult))
  })
})

describe('codeine', () => {
  const codeine = (saddleBladderBowel?: Reply) =>
    assessMedicines(adult, { level: 'self-care', ...(saddleBladderBowel ? { saddleBladderBowel } : {}) }).medicines
      .codeine
  test('is NO with a counted A1–A3, and while that is not sure or not known', () => {
    expect(codeine('no').verdict).toBe('ask')
    expect(codeine('yes').verdict).toBe('no')
    expect(codeine('notSure').verdict).toBe('no')
    expect(codeine().verdict).toBe('no')
  })
  test('is told to be habit-forming, for 3 days, and asked about daily', () => {
    const words = codeine('no')
      .remarks.map(({ text }) => text)
      .join(' ')
    for (const part of ['3 days', 'habit', 'drive', 'every day']) expect(words).toContain(part)
  })
})

describe('what always holds', () => {
  const reply = fc.constantFrom<Reply>('yes', 'no', 'notSure')
  const replies = fc.record(
    Object.fromEntries(gateItems.map(({ id }) => [id, reply])) as Record<ConditionId, typeof reply>,
    { requiredKeys: [] },
  )
  const profile = fc.record({
    replies,
    ageYears: fc.integer({ min: 0, max: 100 }),
    weightKg: fc.integer({ min: 30, max: 120 }),
    pregnancyWeeks: fc.constantFrom<number | 'notSure'>(5, 19, 20, 30, 'notSure'),
  })
  const context = fc.record({
    level: fc.constantFrom<MedicineContext['level']>('self-care', 'soon', 'urgent', 'emergency', 'notChecked'),
    saddleBladderBowel: reply,
  })
  const anyItem = fc.constantFrom(...gateItems.map(({ id }) => id as ConditionId))

  test('saying yes or not sure instead of no never makes a verdict better', () => {
    fc.assert(
      fc.property(profile, context, anyItem, fc.constantFrom<Reply>('yes', 'notSure'), (person, where, id, to) => {
        const before = verdictsOf({ ...person, replies: { ...person.replies, [id]: 'no' } }, where)
        const after = verdictsOf({ ...person, replies: { ...person.replies, [id]: to } }, where)
        after.forEach((verdict, at) => {
          expect(rank(verdict)).toBeGreaterThanOrEqual(rank(before[at] ?? 'ok'))
        })
      }),
    )
  })
  test('codeine is never OK and never has a dose; a dose comes with OK and with nothing else', () => {
    fc.assert(
      fc.property(profile, context, (person, where) => {
        const { medicines: shown } = assessMedicines(person, where)
        expect(shown.codeine.verdict).not.toBe('ok')
        expect(shown.codeine.dose).toBeUndefined()
        for (const medicine of medicines) {
          const { verdict, dose, reasons } = shown[medicine]
          expect(dose !== undefined).toBe(verdict === 'ok')
          expect(reasons.length > 0).toBe(verdict !== 'ok')
          expect(reasons.reduce<Verdict>((worst, one) => worse(worst, one.verdict), 'ok')).toBe(verdict)
        }
      }),
    )
  })
  test('under 16 never sees a dose, and emergency never sees anything', () => {
    fc.assert(
      fc.property(profile, context, fc.integer({ min: 0, max: 15 }), (person, where, ageYears) => {
        const young = assessMedicines({ ...person, ageYears }, where).medicines
        for (const medicine of medicines) expect(young[medicine].dose).toBeUndefined()
        expect(verdictsOf(person, { ...where, level: 'emergency' })).toEqual(Array(4).fill('notOffered'))
      }),
    )
  })
  test('no NSAID or codeine is ever shown at urgent', () => {
    fc.assert(
      fc.property(profile, reply, (person, saddleBladderBowel) => {
        const shown = verdictsOf(person, { level: 'urgent', saddleBladderBowel })
        expect([shown[0], shown[1], shown[3]]).toEqual(Array(3).fill('notOffered'))
      }),
    )
  })
})

describe('the gate as data', () => {
  test('every item is in one shown group, and ids are unique', () => {
    const shown = gateGroups.flatMap(({ id }) => itemsOf(id).map((item) => item.id))
    expect(shown.toSorted()).toEqual(gateItems.map(({ id }) => id).toSorted())
    expect(new Set(shown).size).toBe(shown.length)
  })
  test('every reason shown has a source that exists', () => {
    for (const row of tableRows) {
      expect(row.sources.length).toBeGreaterThan(0)
      for (const id of row.sources) expect(Object.keys(sources)).toContain(id)
    }
  })
  test('names people know lead to the right item', () => {
    const named = (word: string) =>
      gateItems.filter((item) => 'names' in item && item.names.some((name) => name.includes(word))).map(({ id }) => id)
    expect(named('Marevan')).toEqual(['warfarin'])
    expect(named('Eliquis')).toEqual(['bloodThinner'])
    expect(named('Xarelto')).toEqual(['bloodThinner'])
    expect(named('Lustral')).toEqual(['antidepressant'])
    expect(named('Entresto')).toEqual(['heartFailure', 'aceInhibitorOrArb'])
  })
  test('ticks become replies', () => {
    expect(repliesFromTicks('lungs', [])).toEqual({})
    expect(repliesFromTicks('lungs', ['kidney', 'rubbish'])).toEqual({})
    expect(Object.values(repliesFromTicks('lungs', ['none']))).toEqual(['no', 'no', 'no', 'no'])
    expect(repliesFromTicks('lungs', ['asthmaSafe', 'none'])).toMatchObject({ asthmaSafe: 'yes', asthmaWorse: 'no' })
    expect(repliesFromTicks('lungs', ['asthmaSafe', 'notSure'])).toMatchObject({
      asthmaSafe: 'yes',
      asthmaWorse: 'notSure',
    })
    expect(repliesFromTicks('lungs', ['none', 'notSure'])).toMatchObject({ asthmaSafe: 'notSure' })
  })
})

test('a reason names the medicine that decided, worst first', () => {
  const { reasons } = assessMedicines(having('steroids', 'kidney'), atHome).medicines.ibuprofen
  expect(reasons.map(({ row, verdict }) => [row, verdict])).toEqual([
    ['kidney', 'no'],
    ['steroids', 'ask'],
  ])
})

test('paracetamol is honest that it may not help much, ibuprofen that it helps a little', () => {
  const shown: Record<Medicine, { effect: { text: string; grade: string } }> = assessMedicines(adult, atHome).medicines
  expect(shown.paracetamol.effect.text).toContain('may not help much')
  expect(shown.ibuprofen.effect).toMatchObject({ grade: 'moderate' })
})

test('heart failure and high blood pressure say "no fizzy tablets" once', () => {
  const { remarks } = assessMedicines(having('heartFailure', 'pressureControlled'), atHome).medicines.paracetamol
  expect(remarks.filter(({ text }) => text.includes('fizzy'))).toHaveLength(1)
})

test('the dose words say the same figures as the limits that the tally keeps', () => {
  const shown = assessMedicines(adult, atHome).medicines
  for (const medicine of ['ibuprofen', 'paracetamol'] as const) {
    const dose = shown[medicine].dose
    if (!dose) throw new Error(`no dose for ${medicine}`)
    const { singleMinMg, singleMaxMg, gapHours, timesIn24h, mostIn24hMg } = limits[medicine]
    const plain = (text: string) => text.replaceAll(',', '')
    expect(plain(dose.howMuch.text)).toContain(`${singleMinMg} mg to ${singleMaxMg} mg`)
    expect(dose.howOften.text).toContain(`${timesIn24h} times a day. Leave at least ${gapHours} hours`)
    expect(plain(dose.mostIn24h.text)).toContain(`${mostIn24hMg} mg (${mostIn24hMg / singleMinMg} tablets`)
  }
})
