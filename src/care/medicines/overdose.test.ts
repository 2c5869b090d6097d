import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EpochMs } from '../evidence/time.ts'
import { asEpochMs, dayMs, hourMs } from '../evidence/time.ts'
import type { MedicineProfile } from './assess.ts'
import { gateItems } from './conditions.ts'
import { limits } from './limits.ts'
import type { OverdoseFact, OverdoseFacts } from './overdose-facts.ts'
import { overdoseAdvice } from './overdose.ts'
import { factsFromProfile, overdoseQuestions } from './overdose-facts.ts'
import type { Dose } from './products.ts'

const now = asEpochMs(Date.UTC(2026, 5, 10, 12))
const ago = (hours: number) => asEpochMs(now - hours * hourMs)
const paracetamol = (milligrams: number, takenAt: EpochMs = ago(1)): Dose => ({
  product: 'paracetamol500',
  units: milligrams / 500,
  milligrams: { paracetamol: milligrams },
  takenAt,
})
const ibuprofen = (milligrams: number): Dose => ({
  product: 'ibuprofen200',
  units: milligrams / 200,
  milligrams: { ibuprofen: milligrams },
  takenAt: ago(1),
})
/** Everything asked, everything "no", 70 kg: 75 mg per kg is 5,250 mg. */
const well: OverdoseFacts = {
  weightKg: 70,
  liverDisease: 'no',
  heavyDrinking: 'no',
  eatingDisorder: 'no',
  pregnant: 'no',
  liverMedicine: 'no',
  sickOrTummyPain: 'no',
  drowsyOrSlowBreathing: 'no',
  moreThanOneDay: 'no',
  onPurpose: 'no',
}
const level = (doses: readonly Dose[], facts: OverdoseFacts = well) => overdoseAdvice(doses, now, facts)?.level

describe('paracetamol', () => {
  test('4.0 g is not over; 4.5 g is, and without any other danger that is ring 111 now', () => {
    expect(level([paracetamol(4000)])).toBeUndefined()
    expect(level([paracetamol(4001)])).toBe('urgent')
    expect(level([paracetamol(4500)])).toBe('urgent')
    expect(overdoseAdvice([paracetamol(4500)], now, well)).toMatchObject({
      within: 'now',
      routes: ['111', 'ae'],
      stillToAsk: [],
    })
  })
  test('75 mg or more for each kg is an emergency', () => {
    expect(level([paracetamol(5249)])).toBe('urgent')
    expect(level([paracetamol(5250)])).toBe('emergency')
    expect(level([paracetamol(4499)], { ...well, weightKg: 60 })).toBe('urgent')
    expect(level([paracetamol(4500)], { ...well, weightKg: 60 })).toBe('emergency')
  })
  test('under 50 kg it is over from 75 mg for each kg, and then always an emergency', () => {
    expect(level([paracetamol(3000)], { ...well, weightKg: 40 })).toBeUndefined()
    expect(level([paracetamol(3001)], { ...well, weightKg: 40 })).toBe('emergency')
    expect(level([paracetamol(4000)], { ...well, weightKg: 50 })).toBeUndefined()
    expect(level([paracetamol(3900)], { ...well, weightKg: 49 })).toBe('emergency')
  })
  test('a weight not known counts as a dangerous amount', () => {
    const { weightKg: _, ...unweighed } = well
    expect(level([paracetamol(4500)], { ...unweighed, underFiftyKg: 'no' })).toBe('emergency')
    expect(overdoseAdvice([paracetamol(4500)], now, { ...unweighed, underFiftyKg: 'no' })?.stillToAsk).toEqual([
      'weightKg',
    ])
    expect(
      overdoseAdvice([paracetamol(4500)], now, { ...well, weightKg: 'notSure', underFiftyKg: 'no' }),
    ).toMatchObject({ level: 'emergency', stillToAsk: [] })
  })
  test('under 50 kg with no weight: over 3,750 mg is over for sure; more than one dose needs the weight or 111', () => {
    const light: OverdoseFacts = { ...well, weightKg: 'notSure', underFiftyKg: 'yes' }
    expect(level([paracetamol(1000)], light)).toBeUndefined()
    expect(overdoseAdvice([paracetamol(1500)], now, light)).toMatchObject({ level: 'urgent', stillToAsk: ['weightKg'] })
    expect(level([paracetamol(3750)], light)).toBe('urgent')
    expect(level([paracetamol(3751)], light)).toBe('emergency')
    expect(level([paracetamol(1500)], { ...light, underFiftyKg: 'notSure' })).toBe('urgent')
  })
  test.each([
    'liverDisease',
    'heavyDrinking',
    'eatingDisorder',
    'pregnant',
    'liverMedicine',
    'sickOrTummyPain',
    'drowsyOrSlowBreathing',
    'moreThanOneDay',
    'onPurpose',
  ] as const)('over and %s: an emergency on yes and on not sure', (fact) => {
    expect(level([paracetamol(4500)], { ...well, [fact]: 'yes' })).toBe('emergency')
    expect(level([paracetamol(4500)], { ...well, [fact]: 'notSure' })).toBe('emergency')
    const { [fact]: _, ...notAsked } = well
    expect(overdoseAdvice([paracetamol(4500)], now, notAsked)).toMatchObject({ level: 'emergency', stillToAsk: [fact] })
  })
  test('4 g with any of these is still not over', () => {
    expect(
      level([paracetamol(4000)], { ...well, liverDisease: 'yes', pregnant: 'yes', sickOrTummyPain: 'yes' }),
    ).toBeUndefined()
  })
  test('two days of too much in the record are an emergency; one day is not', () => {
    const oneDay = [23, 17, 11, 5, 0].map((hours) => paracetamol(1000, ago(hours)))
    expect(level(oneDay)).toBe('urgent')
    const twoDays = [...oneDay, ...oneDay.map((dose) => ({ ...dose, takenAt: asEpochMs(dose.takenAt - dayMs) }))]
    expect(level(twoDays)).toBe('emergency')
  })
  test('any 24 hours count, not only the last: too much the day before yesterday is still answered', () => {
    expect(level([paracetamol(4500, ago(50))])).toBe('urgent')
    expect(level([paracetamol(4500, ago(7 * 24))])).toBeUndefined()
    expect(level([paracetamol(4500, asEpochMs(ago(7 * 24) + 1))])).toBe('urgent')
  })
  test('doses exactly 24 hours apart are not in one window', () => {
    expect(level([paracetamol(2500, ago(25)), paracetamol(2000, ago(1))])).toBeUndefined()
    expect(level([paracetamol(2500, asEpochMs(ago(25) + 1)), paracetamol(2000, ago(1))])).toBe('urgent')
  })
  test('what a clinician has seen is settled; a new dose on top is not', () => {
    const seen = { ...well, seenByClinicianAt: ago(10) }
    expect(level([paracetamol(4500, ago(12))], seen)).toBeUndefined()
    expect(level([paracetamol(4500, ago(12)), paracetamol(500, ago(9))], seen)).toBe('urgent')
  })
  test('a clinician visit in the future (a wrong clock) settles nothing', () => {
    expect(level([paracetamol(4500)], { ...well, seenByClinicianAt: asEpochMs(now + hourMs) })).toBe('urgent')
  })
  test('"less than 50 kg" beside a weight of 60 kg is a contradiction, and the worse answer wins', () => {
    expect(level([paracetamol(3800)], { ...well, weightKg: 60, underFiftyKg: 'yes' })).toBe('emergency')
    expect(level([paracetamol(3800)], { ...well, weightKg: 60, underFiftyKg: 'no' })).toBeUndefined()
  })
  test('a dose in the future (a wrong clock) counts', () => {
    expect(level([paracetamol(4500, asEpochMs(now + dayMs))])).toBe('urgent')
  })
  test('an unknown amount that may be over is an emergency; "could not be over" is not', () => {
    const some: Dose = { product: 'paracetamol500', milligrams: { paracetamol: 500 }, takenAt: ago(2) }
    expect(overdoseAdvice([some], now, well)).toMatchObject({ level: 'emergency', stillToAsk: ['mayBeOver'] })
    expect(level([some], { ...well, mayBeOver: 'yes' })).toBe('emergency')
    expect(level([some], { ...well, mayBeOver: 'notSure' })).toBe('emergency')
    expect(level([some], { ...well, mayBeOver: 'no' })).toBeUndefined()
  })
})

describe('above the packet, and not too much in 24 hours', () => {
  const { onPurpose: _purpose, drowsyOrSlowBreathing: _drowsy, ...asked } = well
  const answered = (facts: OverdoseFacts): OverdoseFacts => ({ ...asked, ...facts })
  const para = (mg: number, hours: number) => paracetamol(mg, ago(hours))
  const ibu = (mg: number, hours: number): Dose => ({ ...ibuprofen(mg), takenAt: ago(hours) })

  test('eight paracetamol at once: take no more until it is known that it was not on purpose and nobody is drowsy', () => {
    const advice = overdoseAdvice([para(4000, 0)], now, asked)
    expect(advice).toMatchObject({ level: 'packet', stillToAsk: ['onPurpose', 'drowsyOrSlowBreathing'] })
    expect(advice?.because.join()).toContain('at most 1,000 mg at one time. Then wait 4 hours')
    expect(level([para(4000, 0)], answered({ onPurpose: 'no' }))).toBe('packet')
    expect(level([para(4000, 0)], well)).toBeUndefined()
    expect(level([para(4000, 0)], answered({ onPurpose: 'yes' }))).toBe('emergency')
    expect(level([para(4000, 0)], answered({ onPurpose: 'no', drowsyOrSlowBreathing: 'notSure' }))).toBe('emergency')
    expect(level([para(4001, 0)], asked)).toBe('emergency')
  })
  test('two full doses inside the gap are too soon, at the gap they are not', () => {
    const gap = limits.paracetamol.gapHours
    expect(level([para(1000, gap), para(1000, 0)], asked)).toBeUndefined()
    expect(level([para(1000, gap - 0.01), para(1000, 0)], asked)).toBe('packet')
    expect(level([ibu(400, 6), ibu(400, 0)], asked)).toBeUndefined()
    expect(level([ibu(400, 5.99), ibu(400, 0)], asked)).toBe('packet')
    expect(level([para(1000, 0)], asked)).toBeUndefined()
  })
  test('more ibuprofen at one time than a packet dose is over the packet limit: ring 111 now', () => {
    expect(level([ibu(400, 0)], asked)).toBeUndefined()
    expect(level([ibu(600, 0)])).toBe('urgent')
    expect(level([ibu(400, 0.99), ibu(200, 0)])).toBe('urgent')
    expect(level([ibu(400, 1), ibu(200, 0)], well)).toBeUndefined()
  })
  test('a day later the next dose may be asked about again', () => {
    expect(level([para(2000, 23.99)], asked)).toBe('packet')
    expect(level([para(2000, 24)], asked)).toBeUndefined()
  })
})

describe('ibuprofen and codeine', () => {
  test('1,200 mg is the packet limit; past it ring 111 now; drowsy is an emergency', () => {
    const three = [20, 13, 6].map((hours) => ({ ...ibuprofen(400), takenAt: ago(hours) }))
    expect(level(three)).toBeUndefined()
    expect(level([...three, { ...ibuprofen(200), takenAt: ago(0) }])).toBe('urgent')
    expect(level([ibuprofen(1400)], { ...well, drowsyOrSlowBreathing: 'yes' })).toBe('emergency')
    expect(level([ibuprofen(1400)], { ...well, drowsyOrSlowBreathing: 'notSure' })).toBe('emergency')
    expect(level([ibuprofen(1400)], { ...well, liverDisease: 'yes' })).toBe('urgent')
  })
  test('more than the packet says, in their own words', () => {
    expect(level([], { ...well, overPacketLimit: 'yes' })).toBe('urgent')
    expect(level([], { ...well, overPacketLimit: 'notSure' })).toBe('urgent')
    expect(level([], { ...well, overPacketLimit: 'no' })).toBeUndefined()
    expect(level([], { ...well, overPacketLimit: 'yes', drowsyOrSlowBreathing: 'yes' })).toBe('emergency')
  })
  test('an unknown number of ibuprofen tablets asks about the packet', () => {
    const some: Dose = { product: 'ibuprofen200', milligrams: { ibuprofen: 200 }, takenAt: ago(2) }
    expect(overdoseAdvice([some], now, well)).toMatchObject({ level: 'urgent', stillToAsk: ['overPacketLimit'] })
    expect(level([some], { ...well, overPacketLimit: 'no' })).toBeUndefined()
    // Answered already: nothing is left to ask, whatever else of it is open.
    for (const overPacketLimit of ['yes', 'notSure'] as const)
      for (const facts of [well, { weightKg: 70 }, { underFiftyKg: 'notSure' as const }, {}])
        expect(overdoseAdvice([some], now, { ...facts, overPacketLimit })?.stillToAsk).not.toContain('overPacketLimit')
  })
})

test('on purpose is an emergency whatever the record shows', () => {
  const advice = overdoseAdvice([], now, { onPurpose: 'yes' })
  expect(advice).toMatchObject({ level: 'emergency', stillToAsk: [] })
  expect(advice?.steps.join(' ')).toContain('116 123')
  expect(level([], { onPurpose: 'notSure' })).toBe('emergency')
})

test('nothing recorded and nothing said: no advice', () => {
  expect(level([], {})).toBeUndefined()
})

test('large amounts are written so that they can be read', () => {
  expect(overdoseAdvice([paracetamol(12500)], now, well)?.because.join(' ')).toContain('12,500 mg')
})

describe('what always holds', () => {
  const rank = (found: string | undefined) => ['urgent', 'emergency'].indexOf(found ?? '') + 1
  const dose = fc.record({
    hours: fc.integer({ min: 0, max: 80 }),
    mg: fc.integer({ min: 1, max: 12 }).map((n) => n * 500),
  })
  const doses = fc.array(dose, { maxLength: 6 }).map((list) => list.map(({ hours, mg }) => paracetamol(mg, ago(hours))))
  const reply = fc.constantFrom('yes', 'no', 'notSure', undefined)
  const facts = fc
    .record({
      weightKg: fc.constantFrom<number | 'notSure' | undefined>(40, 49, 50, 60, 90, 'notSure', undefined),
      underFiftyKg: reply,
      liverDisease: reply,
      heavyDrinking: reply,
      eatingDisorder: reply,
      pregnant: reply,
      liverMedicine: reply,
      sickOrTummyPain: reply,
      drowsyOrSlowBreathing: reply,
      moreThanOneDay: reply,
      onPurpose: reply,
    })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, fact]) => fact !== undefined)) as OverdoseFacts)

  test('one more dose never lowers the level', () => {
    fc.assert(
      fc.property(doses, dose, facts, (taken, more, told) => {
        const longer = [...taken, paracetamol(more.mg, ago(more.hours))]
        expect(rank(level(longer, told))).toBeGreaterThanOrEqual(rank(level(taken, told)))
      }),
    )
  })
  test('yes or not sure instead of no never lowers the level', () => {
    const fact = fc.constantFrom<Exclude<OverdoseFact, 'weightKg'>>(
      'underFiftyKg',
      'liverDisease',
      'heavyDrinking',
      'eatingDisorder',
      'pregnant',
      'liverMedicine',
      'sickOrTummyPain',
      'drowsyOrSlowBreathing',
      'moreThanOneDay',
      'onPurpose',
    )
    fc.assert(
      fc.property(doses, facts, fact, fc.constantFrom('yes', 'notSure'), (taken, told, which, to) => {
        expect(rank(level(taken, { ...told, [which]: to }))).toBeGreaterThanOrEqual(
          rank(level(taken, { ...told, [which]: 'no' })),
        )
      }),
    )
  })
  test('over 4 g always gets advice, and 75 mg per kg of it an emergency', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4001, max: 20_000 }), facts, (mg, told) => {
        const found = level([paracetamol(mg)], told)
        expect(found).toBeDefined()
        const weight = typeof told.weightKg === 'number' ? told.weightKg : 0
        if (mg >= 75 * weight) expect(found).toBe('emergency')
      }),
    )
  })
  test('a known weight is not asked again, even when it contradicts "under 50 kg"', () => {
    const advice = overdoseAdvice([paracetamol(1500)], now, { ...well, weightKg: 90, underFiftyKg: 'yes' })
    expect(advice?.stillToAsk ?? []).not.toContain('weightKg')
  })
  /** Of both medicines, of known and of unknown size, with what the packet says answered or not. */
  const unknownSize = fc
    .constantFrom<Dose['milligrams']>({ ibuprofen: 200 }, { paracetamol: 500 })
    .chain((milligrams) => dose.map(({ hours }): Dose => ({ product: 'other', milligrams, takenAt: ago(hours) })))
  const ofEachKind = fc.tuple(doses, fc.array(unknownSize, { maxLength: 2 })).map((two) => two.flat())
  const asked = fc.tuple(facts, reply, reply).map(
    ([told, overPacketLimit, mayBeOver]): OverdoseFacts => ({
      ...told,
      ...(overPacketLimit && { overPacketLimit }),
      ...(mayBeOver && { mayBeOver }),
    }),
  )
  test('an open question is named only while its answer can still lower the level', () => {
    fc.assert(
      fc.property(ofEachKind, asked, (taken, told) => {
        const advice = overdoseAdvice(taken, now, told)
        for (const fact of advice?.stillToAsk ?? []) {
          expect(told[fact]).toBeOneOf(fact === 'weightKg' ? [undefined, 'notSure'] : [undefined])
          expect(overdoseQuestions[fact]).toBeDefined()
        }
      }),
    )
  })
})

test('the facts of the gate are taken over, and what was not answered stays open', () => {
  const no = Object.fromEntries(gateItems.map(({ id }) => [id, 'no' as const]))
  expect(factsFromProfile({ replies: no, weightKg: 62 })).toStrictEqual({
    weightKg: 62,
    underFiftyKg: 'no',
    liverDisease: 'no',
    heavyDrinking: 'no',
    eatingDisorder: 'no',
    pregnant: 'no',
    liverMedicine: 'no',
  })
  expect(factsFromProfile({ replies: { phenytoin: 'yes', liver: 'notSure' } })).toStrictEqual({
    liverMedicine: 'yes',
    liverDisease: 'notSure',
  })
  expect(factsFromProfile({ replies: {}, pregnancyWeeks: 12 })).toStrictEqual({ pregnant: 'yes' })
})

test('what the check was told of stays open though the gate says no: yellow skin may be the liver', () => {
  const told = [{ id: 'liver', reply: 'notSure', short: 'yellow skin or eyes', same: false }] as const
  expect(factsFromProfile({ replies: { liver: 'no', liverSevere: 'no' }, told }).liverDisease).toBe('notSure')
  expect(factsFromProfile({ replies: { liver: 'no', liverSevere: 'no' }, told: [] }).liverDisease).toBe('no')
})

test('"less than 50 kg" told to the check stands beside a weight that was typed, whatever else the check was told', () => {
  const light = { id: 'lowWeight', reply: 'yes', short: 'a weight under 50 kg', same: true } as const
  const liver = { id: 'liver', reply: 'notSure', short: 'yellow skin or eyes', same: false } as const
  const facts = (told: NonNullable<MedicineProfile['told']>) =>
    factsFromProfile({ replies: { lowWeight: 'no' }, weightKg: 62, told }).underFiftyKg
  expect(facts([light])).toBe('yes')
  expect(facts([light, liver])).toBe('yes')
  expect(facts([liver, light])).toBe('yes')
  // What the check heard is not the same as a low weight here: the weight that was typed says more.
  expect(facts([{ ...light, same: false }, liver])).toBe('no')
  expect(facts([liver])).toBe('no')
})

describe('the weight is asked only where it can change what to do', () => {
  test.each<[string, boolean, readonly Dose[], OverdoseFacts]>([
    ['not of 3 g of paracetamol', false, [paracetamol(3000)], {}],
    ['of 3 g and less than 50 kg', true, [paracetamol(3000)], { underFiftyKg: 'yes' }],
    ['of 5 g of paracetamol', true, [paracetamol(5000)], {}],
    ['not of too much ibuprofen', false, [ibuprofen(4000)], {}],
    ['not of too much ibuprofen and less than 50 kg', false, [ibuprofen(4000)], { underFiftyKg: 'yes' }],
  ])('%s', (_, isAsked, doses, facts) => {
    expect(overdoseAdvice(doses, now, facts)?.stillToAsk.includes('weightKg')).toBe(isAsked)
  })
})
