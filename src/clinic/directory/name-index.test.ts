import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOneSlipApart } from '../town/one-slip.ts'
import { folded, squeezed } from './folded.ts'
import { indexNames } from './name-index.ts'

const people = [
  'Siobhán O’Hara',
  'Ann Smith-Jones',
  'Łukasz Nowak',
  'Marie Bélanger',
  'José Núñez',
  'Bo Li',
  'Åsa Strauß',
]
const index = indexNames(people.map((name) => ({ item: name, names: [name] })))
const found = (text: string) => index.find(text, 5).found.map(({ item }) => item)

describe('a name is found', () => {
  test.each([
    ...[
      "O'Hara",
      'O’Hara',
      'Ohara',
      'o hara',
      'OHARA',
      'siobhan',
      'Siobhan Ohara',
      'ohar',
      'Ohxra',
      'Ohraa',
      'Siobhn OHara',
    ].map((text) => [text, 'Siobhán O’Hara'] as const),
    ...['Smith-Jones', 'Smith Jones', 'smithjones', 'Jones', 'smyth jones', 'Smith-Jonse'].map(
      (text) => [text, 'Ann Smith-Jones'] as const,
    ),
    ...['Belanger', 'Bélanger', 'BELANGER', 'belan', 'Belangre'].map((text) => [text, 'Marie Bélanger'] as const),
    ...['Lukasz', 'łukasz', 'Lukas'].map((text) => [text, 'Łukasz Nowak'] as const),
    ...['nunez', 'Strauss', 'asa'].map(
      (text, at) => [text, ['José Núñez', 'Åsa Strauß', 'Åsa Strauß'][at] ?? ''] as const,
    ),
  ])('%s → %s', (text, name) => {
    expect(found(text)).toEqual([name])
  })

  test('and shown as it was written, the whole before the beginning before a word before a slip', () => {
    const names = ['Green', 'Greene', 'Al Green', 'Grean']
    const greens = indexNames(names.map((item) => ({ item, names: [item] })))
    expect(greens.find('green', 9).found).toEqual([
      ...[
        { item: 'Green', how: 'whole' },
        { item: 'Greene', how: 'beginning' },
      ],
      ...[
        { item: 'Al Green', how: 'word' },
        { item: 'Grean', how: 'slip' },
      ],
    ])
    expect(greens.find('green', 2).found).toHaveLength(2)
  })

  test('but nothing by nothing, and no slip is forgiven in three letters', () => {
    expect(found('')).toEqual([])
    expect(found('-')).toEqual([])
    expect(found('xo')).toEqual([])
    expect(found('asi')).toEqual([])
  })
})

test('it finds what a look at every name would find', () => {
  const letter = fc.constantFrom('a', 'b', 'c')
  const word = fc.string({ unit: letter, minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), word, (names, wanted) => {
      const likeIt = (name: string) =>
        squeezed(name).startsWith(wanted) || (wanted.length >= 4 && isOneSlipApart(squeezed(name), wanted))
      const all = indexNames(names.map((name, at) => ({ item: at, names: [name] }))).find(wanted, 100).found
      expect(all.map(({ item }) => item).toSorted((a, b) => a - b)).toEqual(
        names.flatMap((name, at) => (likeIt(folded(name)) ? [at] : [])),
      )
    }),
    { numRuns: 500 },
  )
})

test('among 100,000 names a search looks at one in eight at most, and never at more than its bound', () => {
  const syllables = [
    'ba',
    'ko',
    'ri',
    'mo',
    'ten',
    'sa',
    'lu',
    'vic',
    'da',
    'hem',
    'ny',
    'qua',
    'fo',
    'jes',
    'wil',
    'za',
    'pe',
    'gun',
  ]
  const many = Array.from({ length: 100_000 }, (_, at) => {
    const part = (step: number) => syllables[Math.floor(at / syllables.length ** step) % syllables.length] ?? ''
    return `${part(0)}${part(1)} ${part(2)}${part(3)}${part(0)}son`
  })
  const large = indexNames([...many, 'Siobhán O’Hara'].map((name) => ({ item: name, names: [name] })))
  for (const text of ["O'Hara", 'Ohxra', 'siob', 'Siobhan Ohraa']) {
    const { found: hits, looked } = large.find(text, 10)
    expect(
      hits.map(({ item }) => item),
      text,
    ).toContain('Siobhán O’Hara')
    expect(looked, text).toBeLessThan(12_000)
  }
  const alike = indexNames(Array.from({ length: 100_000 }, (_, at) => ({ item: at, names: ['Smith'] })))
  expect(alike.find('smith', 10).looked).toBeLessThanOrEqual(60_000)
})
