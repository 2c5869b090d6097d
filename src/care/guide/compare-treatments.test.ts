/** Treatments side by side: in each order nothing is lost, the surest stand first, and those that are alike stay as they came. */
import { describe, expect, test } from 'vitest'
import { keysOf } from '../evidence/closed-sets.ts'
import { compared, gradeOf, orderIds, treatmentOrders } from './compare-treatments.ts'
import { guideTreatments } from './treatments.ts'
import { treatmentGroups } from './types.ts'

const slugs = (list: readonly { readonly slug: string }[]) => list.map(({ slug }) => slug)

test('every order on offer has its words, and they are all on the list', () => {
  expect([...orderIds]).toEqual(['sure', 'name', 'nice'])
  expect(orderIds.map((id) => treatmentOrders[id].length > 0)).toEqual([true, true, true])
})

describe.each(orderIds)('in the order “%s”', (by) => {
  test('every treatment is there once, and the list that was given stays as it was', () => {
    const before = slugs(guideTreatments)
    expect(before.length).toBeGreaterThan(30)
    expect(slugs(compared(guideTreatments, { by })).toSorted()).toEqual(before.toSorted())
    expect(slugs(guideTreatments)).toEqual(before)
  })

  test.each(keysOf(treatmentGroups))('the group “%s” holds its own and no other, in that order too', (group) => {
    const found = compared(guideTreatments, { group, by })
    expect(found.length).toBeGreaterThan(0)
    expect(slugs(found)).toEqual(slugs(compared(guideTreatments, { by }).filter((one) => one.group === group)))
    expect(found.length).toBe(guideTreatments.filter((one) => one.group === group).length)
  })
})

test('the surest stand first, those that trials speak against near the end, and the untested last', () => {
  const ranks = ['strong', 'moderate', 'weak', 'none', 'against', undefined]
  const found = compared(guideTreatments, { by: 'sure' }).map((one) => ranks.indexOf(gradeOf(one)))
  expect(found).toEqual(found.toSorted((one, other) => one - other))
  expect(new Set(found).size).toBeGreaterThan(3)
  expect(found.every((rank) => rank >= 0)).toBe(true)
})

test('those of one grade stay in the order of the guide', () => {
  for (const grade of ['moderate', 'weak', 'against'] as const) {
    const alike = (list: typeof guideTreatments) => slugs(list.filter((one) => gradeOf(one) === grade))
    expect(alike(compared(guideTreatments, { by: 'sure' }))).toEqual(alike(guideTreatments))
  }
})

test('names go from A to Z whatever the size of their letters: TENS does not stand before Tape', () => {
  const names = compared(guideTreatments, { by: 'name' }).map(({ name }) => name.toLowerCase())
  expect(names).toEqual(names.toSorted())
  const [one, other] = guideTreatments
  if (!one || !other) throw new Error('there are treatments')
  const pair = [
    { ...one, name: 'tape' },
    { ...other, name: 'TENS' },
  ]
  expect(compared(pair, { by: 'name' }).map(({ name }) => name)).toEqual(['tape', 'TENS'])
  expect(compared(pair.toReversed(), { by: 'name' }).map(({ name }) => name)).toEqual(['tape', 'TENS'])
})

test('what NICE offers stands before what it says no to, then what it says nothing of; of two alike the surer is first', () => {
  const order = ['yes', 'may', 'only-with-exercise', 'not-routinely', 'do-not', 'nothing', undefined]
  const found = compared(guideTreatments, { by: 'nice' })
  const ranks = found.map(({ guidelines }) => order.indexOf(guidelines.nice?.says))
  expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))
  const grades = ['strong', 'moderate', 'weak', 'none', 'against', undefined]
  for (const [at, one] of found.entries()) {
    const next = found[at + 1]
    if (next && ranks[at] === ranks[at + 1])
      expect(grades.indexOf(gradeOf(one))).toBeLessThanOrEqual(grades.indexOf(gradeOf(next)))
  }
})

test('of no treatments there are none', () => {
  expect(compared([], { by: 'sure' })).toEqual([])
})
