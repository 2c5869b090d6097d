/** Slips of the finger: what a misspelt word is read as, and what it never is. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessed } from './find-signs.ts'
import { names } from './names.ts'
import { slipsBetween, slipsIn, vocabularyOf, wordsMeant } from './spelling.ts'

const vocabulary = vocabularyOf(
  new Set([
    'numb',
    'fever',
    'warfarin',
    'cant',
    'pee',
    'shit',
    'shift',
    'the',
    'important',
    'impotent',
    'chest',
    'cyst',
  ]),
  new Set(['numb', 'fever', 'warfarin', 'cant', 'pee', 'shit', 'impotent', 'chest', 'cyst']),
)
const meant = (word: string): string => wordsMeant(word, vocabulary).join(' ')

/** The same distance, without shortcuts. */
function plainDistance(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= one.length; i++)
    for (let j = 1; j <= other.length; j++) {
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const costs = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1)]
      const row = table[i]
      if (row) row[j] = Math.min(...costs, swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY)
    }
  return at(one.length, other.length)
}

describe('a misspelt word', () => {
  test.each([
    ['nubm', 'numb'],
    ['nummb', 'numb'],
    ['nunb', 'numb'],
    ['feaver', 'fever'],
    ['warfrin', 'warfarin'],
    ['wafarrin', 'warfarin'],
    ['chst', 'chest'],
    ['cantpee', 'cant pee'],
    ['numbbbbb', 'numb'],
  ])('%s is read as %s', (typed, word) => {
    expect(meant(typed)).toBe(word)
  })

  test.each(['shift', 'important', 'lamb', 'bum', 'fe', 'xyzzyx', 'x'.repeat(40)])('%s stays what it is', (typed) => {
    expect(meant(typed)).toBe(typed)
  })

  test('of three letters holds no slip, of four to seven one, of eight two', () => {
    expect([3, 4, 7, 8].map(slipsIn)).toEqual([0, 1, 1, 2])
  })

  test('is as many slips away as the plain table says, up to the most that is asked for', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (one, other, most) => {
        expect(Math.min(slipsBetween(one, other, most), most + 1)).toBe(Math.min(plainDistance(one, other), most + 1))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a name', () => {
  test('of the list would be read as another word: one that would not can go', () => {
    expect(names.filter((name) => guessed(name) === name)).toEqual([])
    expect([...names]).toEqual([...new Set(names)].toSorted())
  })

  test('stands there only where nobody would type it for a word of danger', () => {
    const typedForIt =
      'leek leake bowles bowes bowers heron angus paine legg foote brooke numm hurst choke violet colin brian'
    expect(names.filter((name) => typedForIt.split(' ').includes(name))).toEqual([])
  })
})
