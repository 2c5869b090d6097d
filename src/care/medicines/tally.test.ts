import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EpochMs } from '../evidence/time.ts'
import { asEpochMs, dayMs, hourMs } from '../evidence/time.ts'
import type { CountedIngredient } from './limits.ts'
import { limits } from './limits.ts'
import { overdoseAdvice } from './overdose.ts'
import type { Dose, ProductId } from './products.ts'
import { milligramsPerUnit, products } from './products.ts'
import type { TallyPerson } from './tally.ts'
import {
  codeineForTooLong,
  daysInARow,
  limitMg,
  milligramsLeft,
  milligramsTaken,
  mustReaskA1ToA3,
  nextAllowedAt,
  planDose,
  recordDose,
} from './tally.ts'

const now = asEpochMs(Date.UTC(2026, 5, 10, 12))
const ago = (hours: number, from = now) => asEpochMs(from - hours * hourMs)
const person: TallyPerson = { ageYears: 40, weightKg: 70 }
const paracetamol = (milligrams: number, takenAt: EpochMs): Dose => ({
  product: 'paracetamol500',
  units: milligrams / 500,
  milligrams: { paracetamol: milligrams },
  takenAt,
})
const ibuprofen = (milligrams: number, takenAt: EpochMs): Dose => ({
  product: 'ibuprofen200',
  units: milligrams / 200,
  milligrams: { ibuprofen: milligrams },
  takenAt,
})
const plan = (doses: readonly Dose[], product: ProductId, units: number, at = now, who = person) => {
  const outcome = planDose(doses, { product, units }, at, who)
  return outcome.ok ? 'yes' : outcome.why
}

describe('the 24 hours', () => {
  test('a dose stops counting when it is exactly 24 hours old', () => {
    expect(milligramsTaken([paracetamol(1000, ago(24))], 'paracetamol', now, person)).toBe(0)
  })
  test('a dose one millisecond younger still counts', () => {
    expect(milligramsTaken([paracetamol(1000, asEpochMs(now - dayMs + 1))], 'paracetamol', now, person)).toBe(1000)
  })
  test('midnight changes nothing', () => {
    const beforeMidnight = asEpochMs(Date.UTC(2026, 5, 9, 23, 59))
    const doses = [paracetamol(1000, beforeMidnight)]
    expect(milligramsLeft(doses, 'paracetamol', asEpochMs(beforeMidnight + 2 * 60_000), person)).toBe(3000)
  })
  test('products add up', () => {
    const outcome = recordDose(
      [paracetamol(500, ago(5))],
      { product: 'lemsipMaxSachet', units: 1 },
      ago(4),
      now,
      person,
    )
    if (!outcome.ok) throw new Error(outcome.why)
    const after = recordDose(outcome.value.doses, { product: 'nuromol', units: 1 }, ago(1), now, person)
    if (!after.ok) throw new Error(after.why)
    expect(milligramsTaken(after.value.doses, 'paracetamol', now, person)).toBe(2000)
    expect(milligramsTaken(after.value.doses, 'ibuprofen', now, person)).toBe(200)
  })

  // The nights of 29 March and 25 October 2026 in London. The dose is at 22:00 on the wall, the evening before.
  test.each([
    ['forward', Date.UTC(2026, 2, 28, 22), 23, 'overLimit'],
    ['back', Date.UTC(2026, 9, 24, 21), 25, 'yes'],
  ] as const)('the clocks go %s: 24 elapsed hours count, not the time on the wall', (_, moment, dayHours, planned) => {
    const taken = asEpochMs(moment)
    const sameWallTime = asEpochMs(taken + dayHours * hourMs)
    const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' })
    expect([london.format(taken), london.format(sameWallTime)]).toEqual(['22:00', '22:00'])
    const doses = [1, 2, 3, 4].map(() => paracetamol(1000, taken))
    expect(milligramsLeft(doses, 'paracetamol', asEpochMs(taken + dayMs - 1), person)).toBe(0)
    expect(milligramsLeft(doses, 'paracetamol', asEpochMs(taken + dayMs), person)).toBe(4000)
    expect(plan(doses, 'paracetamol500', 2, sameWallTime)).toBe(planned)
  })

  test('the gap over the spring night is elapsed time: 6 hours later on the wall is 5 hours, so too soon', () => {
    // 00:30 GMT; 06:30 on the wall is 05:30 UTC.
    const beforeSpring = asEpochMs(Date.UTC(2026, 2, 29, 0, 30))
    const wallSixHoursLater = asEpochMs(beforeSpring + 5 * hourMs)
    expect(plan([ibuprofen(200, beforeSpring)], 'ibuprofen200', 1, wallSixHoursLater)).toBe('tooSoon')
  })

  test('after the clock is set back, a dose that seems to be in the future still counts and is named', () => {
    const doses = [paracetamol(1000, asEpochMs(now + 3 * hourMs))]
    expect(milligramsLeft(doses, 'paracetamol', now, person)).toBe(3000)
    expect(plan(doses, 'paracetamol500', 1)).toBe('laterThanNow')
    expect(plan(doses, 'ibuprofen200', 1)).toBe('yes')
  })
})

describe('planning a dose', () => {
  test('paracetamol to exactly 4 g is allowed, past it is not', () => {
    const three = [23, 16, 9].map((hours) => paracetamol(1000, ago(hours)))
    expect(plan(three, 'paracetamol500', 2)).toBe('yes')
    const more = [paracetamol(1500, ago(23)), paracetamol(1000, ago(16)), paracetamol(1000, ago(9))]
    // Three at once is above the packet, so two questions come first.
    expect(plan(more, 'paracetamol500', 1)).toBe('tooMuchAlready')
    const answered: TallyPerson = { ...person, onPurpose: 'no', drowsyOrSlowBreathing: 'no' }
    expect(plan(more, 'paracetamol500', 1, now, answered)).toBe('yes')
    expect(plan(more, 'paracetamol500', 2, now, answered)).toBe('overLimit')
  })
  test('ibuprofen to exactly 1,200 mg is allowed, past it is not', () => {
    expect(plan([ibuprofen(400, ago(20)), ibuprofen(400, ago(12))], 'ibuprofen400', 1)).toBe('yes')
    expect(plan([ibuprofen(600, ago(20)), ibuprofen(400, ago(12))], 'ibuprofen400', 1)).toBe('overLimit')
  })
  test.each([
    ['ibuprofen', 6, 'ibuprofen200'],
    ['paracetamol', 4, 'paracetamol500'],
  ] as const)('%s: %s hours apart is allowed, a millisecond less is not', (ingredient, gapHours, product) => {
    const dose = (takenAt: EpochMs): Dose => ({ product, units: 1, milligrams: { [ingredient]: 200 }, takenAt })
    expect(plan([dose(ago(gapHours))], product, 1)).toBe('yes')
    expect(plan([dose(asEpochMs(ago(gapHours) + 1))], product, 1)).toBe('tooSoon')
  })
  test('each ingredient of a joint product has its own gap', () => {
    expect(plan([ibuprofen(200, ago(5))], 'nuromol', 1)).toBe('tooSoon')
    expect(plan([ibuprofen(200, ago(6))], 'nuromol', 1)).toBe('yes')
    expect(plan([ibuprofen(200, ago(1))], 'paracetamol500', 1)).toBe('yes')
  })
  test('too many times: ibuprofen 3, paracetamol 4 in 24 hours', () => {
    const times = (make: typeof ibuprofen, count: number, mg: number) =>
      Array.from({ length: count }, (_, at) => make(mg, ago(6 + at * 4)))
    expect(plan(times(ibuprofen, 2, 200), 'ibuprofen200', 1)).toBe('yes')
    expect(plan(times(ibuprofen, 3, 200), 'ibuprofen200', 1)).toBe('tooManyTimes')
    expect(plan(times(paracetamol, 3, 500), 'paracetamol500', 1)).toBe('yes')
    expect(plan(times(paracetamol, 4, 500), 'paracetamol500', 1)).toBe('tooManyTimes')
  })
  test('too much at once', () => {
    expect(plan([], 'ibuprofen400', 1)).toBe('yes')
    expect(plan([], 'ibuprofen200', 3)).toBe('tooMuchAtOnce')
    expect(plan([], 'paracetamol500', 2)).toBe('yes')
    expect(plan([], 'paracetamol500', 3)).toBe('tooMuchAtOnce')
  })
  test('codeine and everything not counted is never planned', () => {
    for (const product of ['coCodamol8', 'nurofenPlus', 'paramol', 'tramacet', 'anadinExtra'] as const) {
      expect(plan([], product, 1)).toBe('askFirst')
    }
  })
  test('under 16, or with no age, nothing is planned', () => {
    expect(plan([], 'paracetamol500', 1, now, { ...person, ageYears: 15 })).toBe('under16')
    expect(plan([], 'paracetamol500', 1, now, { ...person, ageYears: 16 })).toBe('yes')
    expect(plan([], 'paracetamol500', 1, now, { weightKg: 70 })).toBe('ageNotKnown')
    expect(plan([], 'paracetamol500', 1, now, { ...person, ageYears: Number.NaN })).toBe('ageNotKnown')
  })
  test('under 50 kg the paracetamol limit is 75 mg per kg, and without a weight there is none', () => {
    expect(limitMg('paracetamol', { weightKg: 40 })).toBe(3000)
    expect(limitMg('paracetamol', { weightKg: 50 })).toBe(4000)
    expect(plan([], 'paracetamol500', 1, now, { ageYears: 40 })).toBe('weightNeeded')
    expect(plan([], 'paracetamol500', 1, now, { ageYears: 40, underFiftyKg: 'yes' })).toBe('weightNeeded')
    expect(plan([], 'paracetamol500', 1, now, { ageYears: 40, underFiftyKg: 'no' })).toBe('yes')
    expect(plan([], 'ibuprofen200', 1, now, { ageYears: 40 })).toBe('yes')
  })
  test('nonsense is refused with a reason', () => {
    for (const units of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(plan([], 'paracetamol500', units)).toBe('notAnAmount')
    }
    expect(planDose([], { product: 'other', units: 1, milligrams: {} }, now, person)).toMatchObject({
      why: 'unknownProduct',
    })
    expect(planDose([], { product: 'gone' as ProductId, units: 1 }, now, person)).toMatchObject({
      why: 'unknownProduct',
    })
  })
  test('typed milligrams of another product count', () => {
    const typed = { product: 'other', units: 2, milligrams: { paracetamol: 325 } } as const
    expect(planDose([], typed, now, person)).toMatchObject({ ok: true, value: { milligrams: { paracetamol: 650 } } })
  })
  test('a broken amount or time in the record never opens a gap', () => {
    const brokenTime = paracetamol(1000, asEpochMs(Number.NaN))
    const brokenAmount: Dose = { ...paracetamol(500, ago(10)), milligrams: { paracetamol: Number.NaN } }
    expect(plan([brokenTime], 'paracetamol500', 1)).toBe('tooSoon')
    expect(plan([brokenAmount], 'paracetamol500', 1)).toBe('overLimit')
  })
})

describe('while too much was taken and nobody has seen to it', () => {
  const tooMuch = [paracetamol(4500, ago(30))]
  test('no dose is planned, of any medicine, though it would fit the last 24 hours, and no time is named', () => {
    for (const product of ['paracetamol500', 'ibuprofen200'] as const) {
      const outcome = planDose(tooMuch, { product, units: 1 }, now, person)
      expect(outcome).toMatchObject({ ok: false, why: 'tooMuchAlready', advice: { over: ['paracetamol'] } })
      expect(outcome).not.toHaveProperty('nextAllowedAt')
    }
  })
  test('it is planned again once a clinician has seen the person, and not a moment before', () => {
    expect(plan(tooMuch, 'paracetamol500', 1, now, { ...person, seenByClinicianAt: ago(29) })).toBe('yes')
    expect(plan(tooMuch, 'paracetamol500', 1, now, { ...person, seenByClinicianAt: ago(31) })).toBe('tooMuchAlready')
  })
})

describe('what the check was told of too much', () => {
  const other = (at: EpochMs): TallyPerson => ({ ...person, told: [{ what: 'other', at, drowsy: 'no' }] })
  /** Seen since, so that only the tally is left. */
  const seen = (at: EpochMs): TallyPerson => ({ ...other(at), seenByClinicianAt: asEpochMs(at + 1) })
  test('counts as the whole limit for 24 hours, even once a clinician has seen the person', () => {
    expect(milligramsTaken([], 'paracetamol', now, seen(ago(1)))).toBe(4000)
    expect(milligramsLeft([], 'paracetamol', now, seen(ago(1)))).toBe(0)
    expect(milligramsLeft([], 'ibuprofen', now, seen(ago(1)))).toBe(0)
    const almost = asEpochMs(now - dayMs + 1)
    expect(plan([], 'paracetamol500', 1, now, seen(almost))).toBe('amountUnknown')
    expect(plan([], 'paracetamol500', 1, now, seen(ago(24)))).toBe('yes')
  })
  test('bars every dose for 7 days while nobody has seen to it', () => {
    expect(plan([], 'ibuprofen200', 1, now, other(asEpochMs(ago(7 * 24) + 1)))).toBe('tooMuchAlready')
    expect(plan([], 'ibuprofen200', 1, now, other(ago(7 * 24)))).toBe('yes')
  })
  test('too much paracetamol alone leaves the tally of ibuprofen', () => {
    const no = 'no' as const
    const told: TallyPerson['told'] = [
      {
        what: 'paracetamol',
        at: ago(1),
        drowsy: no,
        perKg: no,
        days: no,
        liver: no,
        light: no,
        medicines: no,
        unwell: no,
      },
    ]
    expect(milligramsLeft([], 'ibuprofen', now, { ...person, told })).toBe(1200)
    expect(milligramsLeft([], 'paracetamol', now, { ...person, told })).toBe(0)
  })
  test('of whatever it was that nobody can name, it fills the tally of both', () => {
    const no = 'no' as const
    for (const what of [{ what: 'unknown', mayBeOver: 'yes' }, { what: 'onPurpose' }, { what: 'other' }] as const) {
      const who = { ...person, told: [{ ...what, at: ago(1), drowsy: no }], seenByClinicianAt: now }
      expect(plan([], 'ibuprofen200', 1, now, who), what.what).toBe('amountUnknown')
      expect(plan([], 'paracetamol500', 1, now, who), what.what).toBe('amountUnknown')
    }
  })
  test('a check that a wrong clock put into the future counts', () => {
    expect(milligramsLeft([], 'ibuprofen', now, other(asEpochMs(now + 3 * dayMs)))).toBe(0)
    expect(plan([], 'ibuprofen200', 1, now, seen(asEpochMs(now + 3 * dayMs)))).toBe('laterThanNow')
  })
})

describe('when the next dose fits', () => {
  test('after the gap', () => {
    expect(nextAllowedAt([ibuprofen(200, ago(1))], { ibuprofen: 200 }, now, person)).toBe(now + 5 * hourMs)
  })
  test('when the oldest dose turns 24 hours old', () => {
    const doses = [20, 15, 10, 5].map((hours) => paracetamol(1000, ago(hours)))
    expect(nextAllowedAt(doses, { paracetamol: 1000 }, now, person)).toBe(now + 4 * hourMs)
  })
  test('when what the check was told of too much turns 24 hours old, once that was seen to', () => {
    const told: TallyPerson = { ...person, told: [{ what: 'other', at: ago(3), drowsy: 'no' }] }
    const seen = { ...told, seenByClinicianAt: ago(2) }
    expect(nextAllowedAt([], { paracetamol: 500 }, now, seen)).toBe(now + 21 * hourMs)
    expect(nextAllowedAt([ibuprofen(200, ago(1))], { paracetamol: 500 }, now, seen)).toBe(now + 21 * hourMs)
  })
  test('now, if it fits now; never, if it is too much at once', () => {
    expect(nextAllowedAt([], { paracetamol: 500 }, now, person)).toBe(now)
    expect(nextAllowedAt([], { paracetamol: 1500 }, now, person)).toBeUndefined()
  })
  test('is always a time at which the plan is allowed, and never one when it was allowed before', () => {
    const anyDose = fc.record({ hours: fc.integer({ min: 1, max: 40 }), tablets: fc.integer({ min: 1, max: 3 }) })
    // Too much of it has been seen to: only the limits are left.
    const seen: TallyPerson = { ...person, seenByClinicianAt: ago(0.5) }
    fc.assert(
      fc.property(fc.array(anyDose, { maxLength: 8 }), fc.integer({ min: 1, max: 2 }), (taken, units) => {
        const doses = taken.map(({ hours, tablets }) => paracetamol(tablets * 500, ago(hours)))
        const at = nextAllowedAt(doses, { paracetamol: units * 500 }, now, seen)
        if (at === undefined) throw new Error('it must fit some day')
        expect(plan(doses, 'paracetamol500', units, at, seen)).toBe('yes')
        if (at > now) expect(plan(doses, 'paracetamol500', units, asEpochMs(at - 1), seen)).not.toBe('yes')
      }),
    )
  })
})

describe('writing down what was taken', () => {
  test('too much is written down, and answered with advice', () => {
    const outcome = recordDose([], { product: 'paracetamol500', units: 9 }, now, now, person)
    expect(outcome).toMatchObject({ ok: true, value: { doses: { length: 1 }, advice: { over: ['paracetamol'] } } })
  })
  test('too soon is written down', () => {
    const outcome = recordDose([paracetamol(500, ago(1))], { product: 'paracetamol500', units: 1 }, now, now, person)
    expect(outcome).toMatchObject({ ok: true, value: { doses: { length: 2 } } })
    if (outcome.ok) expect(outcome.value.advice).toBeUndefined()
  })
  test('so is a codeine product, and a dose by a child', () => {
    expect(recordDose([], { product: 'coCodamol8', units: 2 }, now, now, { ageYears: 12 }).ok).toBe(true)
  })
  test('a time later than now is refused, but the danger in it is not hidden', () => {
    const portion = { product: 'paracetamol500', units: 20 } as const
    expect(recordDose([], portion, now, now, person).ok).toBe(true)
    const outcome = recordDose([], portion, asEpochMs(now + 1), now, person)
    expect(outcome).toMatchObject({ ok: false, why: 'inFuture', advice: { level: 'emergency' } })
  })
  test('not knowing how many is written down and bars further plans', () => {
    const outcome = recordDose([], { product: 'paracetamol500', units: 'notSure' }, ago(10), now, person)
    if (!outcome.ok) throw new Error(outcome.why)
    expect(outcome.value.advice?.level).toBe('emergency')
    expect(plan(outcome.value.doses, 'paracetamol500', 1)).toBe('amountUnknown')
    expect(milligramsLeft(outcome.value.doses, 'paracetamol', now, person)).toBe(0)
  })
  test('asks for the weight when the limit hangs on it', () => {
    const recorded = (who: TallyPerson) => recordDose([], { product: 'paracetamol500', units: 1 }, now, now, who)
    expect(recorded({ ageYears: 40 })).toMatchObject({ value: { weightNeeded: true } })
    expect(recorded(person)).toMatchObject({ value: { weightNeeded: false } })
  })
  test('any order of the record gives the same tally and the same advice', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(hours, (list) => {
        const doses = list.map((hour) => paracetamol(1000, ago(hour)))
        const turned = doses.toReversed()
        expect(milligramsTaken(turned, 'paracetamol', now, person)).toBe(
          milligramsTaken(doses, 'paracetamol', now, person),
        )
        expect(overdoseAdvice(turned, now, person)).toEqual(overdoseAdvice(doses, now, person))
      }),
    )
  })
})

test('following the plan alone never goes over a limit, over any stretch of 24 hours', () => {
  const step = fc.record({
    waitMinutes: fc.integer({ min: 0, max: 600 }),
    product: fc.constantFrom<ProductId>('paracetamol500', 'lemsipSachet', 'ibuprofen200', 'ibuprofen400', 'nuromol'),
    units: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let at = now
      const doses: Dose[] = []
      for (const { waitMinutes, product, units } of steps) {
        at = asEpochMs(at + waitMinutes * 60_000)
        const outcome = planDose(doses, { product, units }, at, person)
        if (outcome.ok) doses.push(outcome.value)
      }
      for (const ingredient of ['ibuprofen', 'paracetamol'] as const satisfies readonly CountedIngredient[]) {
        for (const { takenAt } of doses) {
          expect(
            milligramsTaken(
              doses.filter((dose) => dose.takenAt <= takenAt),
              ingredient,
              takenAt,
              person,
            ),
          ).toBeLessThanOrEqual(limits[ingredient].mostIn24hMg)
        }
      }
      expect(overdoseAdvice(doses, at, person)).toBeUndefined()
    }),
  )
})

describe('codeine in the record', () => {
  const coCodamol = (hours: number): Dose => ({
    product: 'coCodamol8',
    units: 2,
    milligrams: { paracetamol: 1000, codeine: 16 },
    takenAt: ago(hours),
  })
  test('asks A1–A3 again at once if never asked, and every 24 hours', () => {
    expect(mustReaskA1ToA3([coCodamol(0)], undefined, now)).toBe(true)
    expect(mustReaskA1ToA3([coCodamol(30), coCodamol(1)], ago(24), now)).toBe(true)
    expect(mustReaskA1ToA3([coCodamol(30), coCodamol(1)], asEpochMs(ago(24) + 1), now)).toBe(false)
  })
  test('asks a last time 24 hours after the last dose, then stops', () => {
    expect(mustReaskA1ToA3([coCodamol(40)], ago(39), now)).toBe(true)
    expect(mustReaskA1ToA3([coCodamol(64)], ago(40), now)).toBe(false)
  })
  test('without an opioid it does not ask; a last time later than now counts as never', () => {
    expect(mustReaskA1ToA3([paracetamol(1000, now)], undefined, now)).toBe(false)
    expect(mustReaskA1ToA3([coCodamol(1)], asEpochMs(now + hourMs), now)).toBe(true)
  })
  test('more than 3 days in a row is too long', () => {
    expect(codeineForTooLong([coCodamol(72), coCodamol(48), coCodamol(24), coCodamol(1)], now)).toBe(true)
    expect(codeineForTooLong([coCodamol(71), coCodamol(48), coCodamol(24), coCodamol(1)], now)).toBe(false)
    expect(
      codeineForTooLong(
        [100, 75, 50, 25, 0].map((hours) => paracetamol(1000, ago(hours))),
        now,
      ),
    ).toBe(false)
  })
})

describe('days in a row', () => {
  test('day 1 is the day of the first dose; a day is 24 elapsed hours', () => {
    expect(daysInARow([], 'ibuprofen', now)).toBe(0)
    expect(daysInARow([ibuprofen(200, now)], 'ibuprofen', now)).toBe(1)
    expect(daysInARow([ibuprofen(200, asEpochMs(ago(24) + 1)), ibuprofen(200, now)], 'ibuprofen', now)).toBe(1)
    expect(daysInARow([ibuprofen(200, ago(24)), ibuprofen(200, now)], 'ibuprofen', now)).toBe(2)
  })
  test('48 hours without a dose end the run', () => {
    expect(daysInARow([ibuprofen(200, ago(72)), ibuprofen(200, ago(24))], 'ibuprofen', now)).toBe(2)
    expect(daysInARow([ibuprofen(200, asEpochMs(ago(72) + 1)), ibuprofen(200, ago(24))], 'ibuprofen', now)).toBe(3)
    expect(daysInARow([ibuprofen(200, ago(48))], 'ibuprofen', now)).toBe(0)
  })
})

test('doses of one painkiller change nothing of what is counted of another', () => {
  const hours = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 6 })
  const counts = (doses: readonly Dose[], ingredient: CountedIngredient) => [
    daysInARow(doses, ingredient, now),
    milligramsTaken(doses, ingredient, now, person),
    milligramsLeft(doses, ingredient, now, person),
    nextAllowedAt(doses, { [ingredient]: limits[ingredient].singleMaxMg }, now, person),
    overdoseAdvice(doses, now, { ...person, onPurpose: 'no', drowsyOrSlowBreathing: 'no' })?.level,
  ]
  fc.assert(
    fc.property(hours, hours, (one, other) => {
      const pain = one.map((hour) => paracetamol(500, ago(hour)))
      const swelling = other.map((hour) => ibuprofen(200, ago(hour)))
      expect(counts([...pain, ...swelling], 'paracetamol')).toEqual(counts(pain, 'paracetamol'))
      expect(counts([...pain, ...swelling], 'ibuprofen')).toEqual(counts(swelling, 'ibuprofen'))
    }),
    { numRuns: 60 },
  )
})

describe('products', () => {
  test('ids are unique and every strength is above 0', () => {
    expect(new Set(products.map(({ id }) => id)).size).toBe(products.length)
    for (const { milligrams } of products) {
      expect(Object.values(milligrams).length).toBeGreaterThan(0)
      for (const mg of Object.values(milligrams)) expect(mg).toBeGreaterThan(0)
    }
  })
  test('typed amounts that are nothing are left out', () => {
    expect(
      milligramsPerUnit({ product: 'other', milligrams: { paracetamol: 500, ibuprofen: 0, codeine: -3 } }),
    ).toEqual({ paracetamol: 500 })
    expect(milligramsPerUnit({ product: 'other', milligrams: { codeine: 0.5, ibuprofen: 1 } })).toEqual({
      codeine: 0.5,
      ibuprofen: 1,
    })
    expect(milligramsPerUnit({ product: 'other', milligrams: { ibuprofen: Number.NaN } })).toBeUndefined()
  })
})
