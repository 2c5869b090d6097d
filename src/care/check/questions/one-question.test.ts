/**
 * One question asks one thing. A yes/no that joins several with "or" or a further question mark is a list of ways to say
 * one yes; one that joins with "and" is a trap, since the answers may differ: it says "Is all of this true?" instead.
 * Whatever joins things stands below with its reason, so that a new one has to be thought about.
 */
import { describe, expect, test } from 'vitest'
import type { Question } from '../types.ts'
import { questions } from './all.ts'

const allTrue = 'Is all of this true? '

/** Why these may name several things in one question. */
const reasons: Readonly<Record<string, readonly string[]>> = {
  'Words of the clinical brief, kept whole: a list of ways to say one yes. Any of them alone raises the same level.': [
    ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A10', 'A11', 'B1', 'C1', 'C2', 'C3', 'D2', 'E1'],
  ],
  'A list of ways to say one yes; a follow-up asks which, because the level depends on it.': [
    ...['D1', 'D7', 'E6', 'B2', 'C5.collapse', 'I12', 'I4', 'F5', 'steroids'],
  ],
  'A list of ways to say one yes, which counts the same whichever it is.': [
    ...['A3.again', 'A4.again', 'A7.fast', 'A8', 'C4', 'C5.new', 'aortic', 'G2', 'I1', 'B5', 'I9', 'I2.maybe', 'F7'],
    ...['E7', 'pregnancy', 'H2.waves', 'G1.onOff'],
  ],
  'One sign with its parts: it is the sign only when they come together, and a person who has one says so elsewhere.': [
    ...['C6', 'D3', 'D8', 'G4', 'E5', 'I5.stuck', 'B2.kidney'],
  ],
  'Two names of one thing, or the place where it is.': [
    ...['A9', 'A9.weak', 'F6', 'F1.skin', 'A6.signs', 'A6.chair', 'I2.perKg'],
    ...['E1.checked', ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9'].map((flag) => `${flag}.checked`)],
  ],
  'Read as one ladder on the page, where each rung says exactly one thing.': ['walk', 'I5'],
}
const explained = Object.values(reasons).flat()

/** Does the question, without its examples in brackets, join things? */
const joins = ({ kind, ask }: Pick<Question, 'kind' | 'ask'>): boolean => {
  if (kind === 'text' || ask.startsWith(allTrue)) return false
  const plain = ask.replace(/\([^)]*\)/g, '')
  return (plain.match(/\?/g)?.length ?? 0) > 1 || /\b(?:and|or)\b/i.test(plain)
}

describe('one question, one question', () => {
  test('whatever joins things has its reason here', () => {
    expect(
      questions
        .filter((question) => joins(question) && !explained.includes(question.id))
        .map(({ id, ask }) => `${id}: ${ask}`),
    ).toEqual([])
  })

  test('no reason is given twice', () => {
    expect(new Set(explained).size).toBe(explained.length)
  })

  test('no reason is left over: each is for a question that still joins things', () => {
    const needed = new Set(questions.filter(joins).map(({ id }) => id))
    expect(explained.filter((id) => !needed.has(id))).toEqual([])
  })

  test('a yes/no that holds only when several things do, says so', () => {
    const several = questions.filter(({ kind, ask }) => kind === 'yesNo' && ask.startsWith(allTrue))
    expect(several.length).toBeGreaterThan(3)
    for (const { id, ask } of several) {
      expect(ask.slice(allTrue.length), id).toMatch(/^[A-Z][^?]*\.$/)
      expect(ask.slice(allTrue.length).split('. ').length, id).toBeGreaterThan(1)
    }
  })

  test('the guard sees what it is for', () => {
    expect(joins({ kind: 'yesNo', ask: 'Does it sting? And is there no fever?' })).toBe(true)
    expect(joins({ kind: 'yesNo', ask: 'Is one calf sore?' })).toBe(false)
    expect(joins({ kind: 'yesNo', ask: 'Did it start (in the car or at home)?' })).toBe(false)
  })
})
