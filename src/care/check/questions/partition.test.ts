/**
 * The answers of a question leave no hole and do not overlap: whatever a person would say of themselves in their own
 * words, one answer fits, and it counts as it should.
 */
import { describe, expect, test } from 'vitest'
import { answerAs } from '../vignettes/answer-as.ts'
import { questionById, valuesOf } from './all.ts'

/** What a person says, and the one answer that fits. */
const fits: readonly (readonly [question: string, said: string, answer: string])[] = [
  ['place', 'only my leg hurts, below the buttock', 'leg'],
  ['place', 'one buttock', 'buttock'],
  ['place', 'between the shoulder blades', 'midBack'],
  ['place', 'my shoulder', 'shoulder'],
  ['place', 'no back pain at all, only my knee', 'elsewhere'],
  ['changes', 'bending makes it worse', 'moves'],
  ['changes', 'moving makes no difference, it comes and goes', 'ownWaves'],
  ['changes', 'moving makes no difference, it never stops', 'constant'],
  ['changes', 'it only comes at night', 'night'],
  ['history', 'never had back pain', 'first'],
  ['history', 'the same kind of spasm as last year', 'same'],
  ['history', 'years of the same ache, looked at by my GP', 'checked'],
  ['history', 'I once had a slipped disc, this is no such thing', 'different'],
  ['history', 'an ache for years that nobody looked at', 'different'],
  ['pregnancy', 'my baby is five weeks old', 'birth6w'],
  ['pregnancy', 'my baby is three months old', 'birth6m'],
  ['injuryWhen', 'a week ago today', 'last7'],
  ['injuryWhen', 'eight days ago', 'older'],
]

describe('every person finds an answer', () => {
  test.each(fits)('%s: “%s” is %s', (id, _, answer) => {
    const question = questionById.get(id)
    expect(question && valuesOf(question)).toContain(answer)
  })

  test.each(['place', 'changes', 'history'])('%s has no answer that nobody gives', (id) => {
    const question = questionById.get(id)
    if (!question) throw new Error(id)
    const given = fits.filter(([asked]) => asked === id).map(([, , answer]) => answer)
    const others: Readonly<Record<string, readonly string[]>> = {
      place: ['lowBack', 'neck', 'side', 'tailbone', 'band'],
    }
    expect([...new Set([...given, ...(others[id] ?? []), 'notSure'])].sort()).toEqual([...valuesOf(question)].sort())
  })
})

describe('an answer that is new counts like its kin', () => {
  const at = (age: number, changes: string) =>
    answerAs({ age, changes, history: 'same', duration: 'days3', startHow: 'gradual' }).result

  test('pain that comes only at night, whatever one does, counts as pain that moving does not change, and as night pain that nothing eases', () => {
    for (const age of [50, 70]) expect(at(age, 'night').level).toBe(at(age, 'ownWaves').level)
    for (const age of [30, 49]) expect(at(age, 'night').reasons.map(({ id }) => id)).toEqual(['F3-soon'])
    expect(at(49, 'night').level).not.toBe(at(50, 'night').level)
    expect(at(50, 'night').reasons.map(({ id }) => id)).toContain('C5-urgent')
  })
})
