import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayNumber, daysBetween, type IsoDate } from './calendar.ts'

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10) as IsoDate

test('days are counted as the platform counts them, over leap years and centuries', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: -5000, max: 5000 }), (number, shift) => {
      const day = iso(number * 86_400_000)
      expect(dayNumber(day)).toBe(number)
      expect(addDays(day, shift)).toBe(iso((number + shift) * 86_400_000))
      expect(daysBetween(day, addDays(day, shift))).toBe(shift)
    }),
  )
})
test('a text that is no date throws', () => {
  for (const text of ['2026-13-01', '2026-00-10', '2026-01-32', 'soon', '2026'])
    expect(() => dayNumber(text as IsoDate)).toThrow()
})
