/** What a person types about too much of a medicine becomes facts, or a sentence that says what to type. */
import { describe, expect, test } from 'vitest'
import { idBeside } from '../../../care/evidence/ids.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import { type DoseEntry, doseLines, emptyState } from './medicine-state.ts'
import { readFacts, readPortion } from './medicine-tally-flow.ts'

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

describe('how many, and how much in one', () => {
  const typed = (fields: Readonly<Record<string, string | readonly string[]>>) => {
    const read = readPortion(new Map(Object.entries(fields).map(([name, text]) => [name, [text].flat()])))
    return read.ok ? read.value.words : read.problems.map(({ field }) => field).join(' ')
  }
  const more = (unitsTyped: string) => typed({ product: 'ibuprofen200', units: 'more', unitsTyped })
  test.each([
    ['0', 'unitsTyped'],
    ['0.01', '0.01 × Ibuprofen 200 mg tablet'],
    ['999.99', '999.99 × Ibuprofen 200 mg tablet'],
    ['1000', 'unitsTyped'],
    ['-1', 'unitsTyped'],
    ['three', 'unitsTyped'],
    ['', 'unitsTyped'],
  ])('"%s" typed is %s', (text, words) => expect(more(text)).toBe(words))

  const own = (mg: string) => typed({ product: 'other', units: '1', 'mg.ibuprofen': mg })
  test.each([
    ['4.99', 'mg.ibuprofen'],
    ['5', '1 × ibuprofen 5 mg'],
    [' 200 ', '1 × ibuprofen 200 mg'],
    ['0', 'mg.ibuprofen'],
    ['', 'mg.ibuprofen'],
    ['1g', 'mg.ibuprofen'],
  ])('"%s" mg typed is %s', (text, words) => expect(own(text)).toBe(words))

  test('a nought beside another medicine is none of it', () => {
    expect(typed({ product: 'other', units: '1', 'mg.ibuprofen': '0', 'mg.codeine': '8' })).toBe('1 × codeine 8 mg')
    const both = { 'mg.ibuprofen': '200', 'mg.codeine': '12.8' }
    expect(typed({ product: 'other', units: '1', ...both })).toBe('1 × ibuprofen 200 mg with codeine 12.8 mg')
  })
  test('of two fields of one name the last counts: it is the one that the person sees', () => {
    expect(typed({ product: ['paracetamol500', 'ibuprofen200'], units: ['1', '2'] })).toBe(
      '2 × Ibuprofen 200 mg tablet',
    )
    expect(typed({ product: 'other', units: '1', 'mg.ibuprofen': ['200', '400'] })).toBe('1 × ibuprofen 400 mg')
    const facts = new Map([
      ['fact.onPurpose', ['no', 'yes']],
      ['fact.weightKg', ['50', '70']],
    ])
    expect(readFacts(facts, emptyState)).toMatchObject({ given: { onPurpose: 'yes' }, state: { weightKg: 70 } })
  })
  test('what is not known is asked for: which one, which of the list, and how many', () => {
    expect(typed({ product: 'nothing', units: '1' })).toBe('product')
    expect(typed({ product: 'list', listed: 'nothing', units: '1' })).toBe('listed')
    expect(typed({ product: 'ibuprofen200', units: '' })).toBe('units')
    expect(typed({ product: 'ibuprofen200', units: 'notSure' })).toBe('Ibuprofen 200 mg tablet, not sure how many')
  })
})

test('a line of the tally is known only where each of its parts is; the newest stands first', () => {
  const part = (act: string, index: number, takenAt: number, known = true): DoseEntry => ({
    ...{ id: idBeside(act, 'part', index), ingredient: 'ibuprofen', milligrams: 200, product: 'x' },
    ...{ takenAt: asEpochMs(takenAt), ...(!known && { amountKnown: false as const }) },
  })
  const [one, two, three] = ['1', '2', '3'].map((n) => `0f5c1d4e-5b7a-4f3e-8d1c-2a6b7c8d9e${n}0`)
  if (!one || !two || !three) throw new Error('three acts')
  const lines = doseLines([
    ...[part(one, 0, 1000), part(one, 1, 1000)],
    ...[part(three, 0, 3000, false), part(three, 1, 3000)],
    ...[part(two, 0, 2000), part(two, 1, 2000, false)],
  ])
  expect(lines.map(({ takenAt, amountKnown, parts }) => [takenAt, amountKnown, parts.length])).toEqual([
    [3000, false, 2],
    [2000, false, 2],
    [1000, true, 2],
  ])
})
