/** Who is shown as one person, and who never is. */
import { expect, test } from 'vitest'
import type { KnownPerson } from './known-persons.ts'
import { groupsOfOne } from './one-person.ts'

const known = (personId: string, name: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ personId, name, bornOn: null, emails: ['robin@example.org'], phones: ['079460001'], visits: 1 },
  ...more,
})
const groups = (persons: readonly KnownPerson[], different: readonly string[] = []) =>
  groupsOfOne(persons, (one, other) => different.includes([one, other].toSorted().join(' '))).map((group) =>
    group.map(({ personId }) => personId),
  )

test('the same name in any habit with the same email is one person, the oldest record first', () => {
  const all = [known('1', 'José Núñez'), known('2', 'jose  nunez'), known('3', 'JOSE NUÑEZ'), known('4', 'José-Núñez')]
  expect(groups(all)).toEqual([['1', '2', '3', '4']])
})

test('an email alone makes nobody one: parent and child, or a couple, who share it stay two', () => {
  expect(groups([known('1', 'Robin Ashdown'), known('2', 'Kit Ashdown')])).toEqual([['1'], ['2']])
})

test('a name alone, or a name and a phone, makes nobody one', () => {
  expect(groups([known('1', 'Robin Ashdown'), known('2', 'Robin Ashdown', { emails: ['r@example.org'] })])).toEqual([
    ['1'],
    ['2'],
  ])
  const without = { emails: [] }
  expect(groups([known('1', 'Robin Ashdown', without), known('2', 'Robin Ashdown', without)])).toEqual([['1'], ['2']])
})

test('two birth dates are two people; one that is not known is no second', () => {
  const father = known('1', 'Sam Hale', { bornOn: '1961-02-03' })
  const son = known('2', 'Sam Hale', { bornOn: '1999-08-07' })
  expect(groups([father, son])).toEqual([['1'], ['2']])
  expect(groups([father, known('3', 'Sam Hale')])).toEqual([['1', '3']])
  // A third record that could be either must not make the two one.
  expect(groups([known('0', 'Sam Hale'), father, son])).toEqual([['0', '1'], ['2']])
})

test('two of whom staff said that they are two stay two, whoever could stand between them', () => {
  const all = [known('1', 'Sam Hale'), known('2', 'Sam Hale'), known('3', 'Sam Hale')]
  expect(groups(all, ['1 2'])).toEqual([['1', '3'], ['2']])
})

test('a name without any letter is nobody’s name', () => {
  expect(groups([known('1', '-'), known('2', '?')])).toEqual([['1'], ['2']])
})
