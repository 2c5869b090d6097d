/** Every length of time has one band, and the words people use fall where a person would say they do. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionById } from './all.ts'
import { bandOf, lengthBands, lengthUnits } from './how-long.ts'

describe('how long it has lasted', () => {
  test.each([
    [0, 'days', 'days0'],
    [1, 'days', 'days0'],
    [1.9, 'days', 'days0'],
    [2, 'days', 'days2'],
    [3, 'days', 'days3'],
    [6, 'days', 'days3'],
    [7, 'days', 'weeks1'],
    [1, 'weeks', 'weeks1'],
    [10, 'days', 'weeks1'],
    [13, 'days', 'weeks1'],
    [14, 'days', 'weeks2'],
    [2, 'weeks', 'weeks2'],
    [2.5, 'weeks', 'weeks2'],
    [20, 'days', 'weeks2'],
    [3, 'weeks', 'weeks3'],
    [27, 'days', 'weeks3'],
    [4, 'weeks', 'weeks4'],
    [1, 'months', 'weeks4'],
    [41, 'days', 'weeks4'],
    [6, 'weeks', 'weeks6'],
    [2, 'months', 'weeks6'],
    [12, 'weeks', 'weeks6'],
    [90, 'days', 'weeks6'],
    [91, 'days', 'months3'],
    [3, 'months', 'months3'],
    [13, 'weeks', 'months3'],
    [0.5, 'years', 'months3'],
    [20, 'years', 'months3'],
  ] as const)('%s %s is %s', (amount, unit, band) => {
    expect(bandOf(amount, unit)).toBe(band)
  })

  test('bands touch: each begins later than the one before, the first at nothing', () => {
    const starts = lengthBands.map(({ fromDays }) => fromDays)
    expect(starts[0]).toBe(0)
    expect([...new Set(starts)].sort((one, other) => one - other)).toEqual(starts)
  })

  test('longer is never a shorter band', () => {
    const rank = (band: string) => lengthBands.findIndex(({ value }) => value === band)
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5000, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (days, more) => {
          expect(rank(bandOf(days + more, 'days'))).toBeGreaterThanOrEqual(rank(bandOf(days, 'days')))
          for (const unit of lengthUnits) expect(rank(bandOf(days, unit))).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  test('the question offers these bands and no others', () => {
    const question = questionById.get('duration')
    if (question?.kind !== 'choice') throw new Error('no question of how long')
    expect(question.options.map(({ value }) => value)).toEqual(lengthBands.map(({ value }) => value))
  })
})
