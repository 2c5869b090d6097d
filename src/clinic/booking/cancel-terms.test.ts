/** What a cancel costs, over all terms, hours and states: one function says it, and never a fee for what the clinic cannot keep. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLate, termsNow } from '../availability/terms-now.ts'
import { cancelTerms, isDearer } from './cancel-terms.ts'

const moment = fc.integer({ min: 0, max: 4_000_000_000_000 })
const pence = fc.integer({ min: 0, max: 50_000 })
const visit = fc
  .record({ startsAt: moment, hours: fc.integer({ min: 0, max: 336 }), lateFeePence: pence })
  .map(({ hours, ...rest }) => ({ ...rest, freeUntil: rest.startsAt - hours * 3_600_000 }))
const why = fc.constantFrom('away' as const, 'closed' as const)
const standing = { state: 'confirmed' } as const

test('what the clinic cannot keep is free at every minute until it begins, whatever was agreed', () => {
  fc.assert(
    fc.property(visit, why, moment, (agreed, off, now) => {
      const terms = cancelTerms({ ...agreed, ...standing, off }, now)
      const said = now < agreed.startsAt ? { kind: 'free', until: agreed.startsAt } : { kind: 'over' }
      expect(terms).toEqual(said)
      expect(termsNow(agreed, off)).toEqual({ freeUntil: agreed.startsAt, lateFeePence: 0 })
      // Staff may still cancel it afterwards, as nobody was there.
      expect(isLate(agreed.freeUntil, off, now)).toBe(false)
    }),
  )
})

test('what it can keep costs what was agreed, from the minute that was agreed', () => {
  fc.assert(
    fc.property(visit, moment, fc.integer({ min: -2, max: 2 }), fc.boolean(), (agreed, any, more, isNear) => {
      const now = isNear ? agreed.freeUntil + more : any
      const terms = cancelTerms({ ...agreed, ...standing, off: undefined }, now)
      if (now >= agreed.startsAt) expect(terms).toEqual({ kind: 'over' })
      else if (now < agreed.freeUntil) expect(terms).toEqual({ kind: 'free', until: agreed.freeUntil })
      else expect(terms).toEqual({ kind: 'late', feePence: agreed.lateFeePence })
      expect(isLate(agreed.freeUntil, undefined, now)).toBe(now >= agreed.freeUntil)
      const { freeUntil, lateFeePence } = agreed
      expect(termsNow(agreed, undefined)).toEqual({ freeUntil, lateFeePence })
    }),
  )
})

test.each(['arrived', 'finished', 'no-show', 'cancelled', 'late-cancelled'] as const)('%s is over', (state) => {
  const agreed = { startsAt: 2, freeUntil: 1, lateFeePence: 1 }
  for (const off of [undefined, 'away' as const])
    expect(cancelTerms({ ...agreed, state, off }, 0)).toEqual({ kind: 'over' })
})

test('it is dearer where the fee is, or one visit more is used up', () => {
  const agreed = { feePence: 3000, usedUp: 1 }
  expect(isDearer(agreed, agreed)).toBe(false)
  expect(isDearer({ feePence: 0, usedUp: 0 }, agreed)).toBe(false)
  expect(isDearer({ feePence: 3001, usedUp: 0 }, agreed)).toBe(true)
  expect(isDearer({ feePence: 0, usedUp: 2 }, agreed)).toBe(true)
})
