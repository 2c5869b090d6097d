/** Both sides of the borders of the plan's limits, and what is not known. */
import { expect, test } from 'vitest'
import { type Fields, holds } from '../check/condition-met.ts'
import { limits } from './limits.ts'
import { reliefTerms } from './pattern.ts'

const meets = (id: string, fields: Fields): boolean => {
  const limit = limits.find((one) => one.id === id)
  if (!limit) throw new Error(`no limit ${id}`)
  return holds(limit.who, fields, reliefTerms)
}

test.each(['pregnant-16-weeks', 'test-pregnant'])(
  '%s: not at 15 weeks, at 16, and where nobody knows the week',
  (id) => {
    const at = (weeks: number | 'notSure') => meets(id, { pregnancy: 'pregnant', weeks })
    expect([at(15), at(16), at('notSure')]).toEqual([false, true, true])
    expect(meets(id, { pregnancy: 'no', weeks: 20 })).toBe(false)
  },
)

test('too sore to press from 8, and for the direction test from 6, and where nobody knows how sore', () => {
  const from = (id: string, border: number) => [border - 1, border, 'notSure'].map((painNow) => meets(id, { painNow }))
  expect(from('massage-pain-8', 8)).toEqual([false, true, true])
  expect(from('test-pain', 6)).toEqual([false, true, true])
})

test.each(['heat-drowsy', 'cold-drowsy'])('%s: also when the person is not sure of drink or sleepy medicine', (id) => {
  expect(['yes', 'notSure', 'no'].map((drowsy) => meets(id, { drowsy }))).toEqual([true, true, false])
})
