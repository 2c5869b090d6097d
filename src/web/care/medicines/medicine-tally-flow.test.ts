/** What a person types about too much of a medicine becomes facts, or a sentence that says what to type. */
import { describe, expect, test } from 'vitest'
import { emptyState } from './medicine-state.ts'
import { readFacts } from './medicine-tally-flow.ts'

describe('a weight', () => {
  const read = (typed: string) => readFacts(new Map([['fact.weightKg', [typed]]]), emptyState)
  test.each([
    ['10', 10],
    ['10.0', 10],
    ['62.5', 62.5],
    ['400', 400],
  ])('of %s kg counts', (typed, weight) => {
    expect(read(typed)).toMatchObject({ problems: [], state: { weightKg: weight } })
  })
  test.each([['9.9'], ['400.1'], ['0'], ['-70'], ['ten']])('of %s is asked for again, and is not kept', (typed) => {
    const { state, problems } = read(typed)
    expect(problems.map(({ field }) => field)).toEqual(['fact.weightKg'])
    expect(state.weightKg).toBeUndefined()
  })
  test('left blank stays unanswered; "not sure" is kept as that', () => {
    expect(read('')).toEqual({ state: emptyState, given: {}, problems: [] })
    const unsure = new Map([['unsure.weightKg', ['yes']]])
    expect(readFacts(unsure, emptyState).state.weightKg).toBe('notSure')
  })
})
