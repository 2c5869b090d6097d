/** Whose names and ways to be reached are enough to ask whether two records are one person. */
import { describe, expect, test } from 'vitest'
import { areAlike, type KnownPerson, mayBeOne } from './known-persons.ts'

describe('two names are alike', () => {
  test.each([
    ['José Núñez', 'jose nunez'],
    ['Núñez José', 'José Núñez'],
    ['Smith-Jones Ann', 'Ann Smith Jones'],
    ['Jo Fleet', 'Joanna Fleet'],
    ['J Fleet', 'Joanna Fleet'],
    ['Jon Fleet', 'John Fleet'],
    ['Cher', 'CHER'],
    ['王伟', '王伟'],
  ])('%s and %s', (one, other) => {
    expect(areAlike(one, other)).toBe(true)
    expect(areAlike(other, one)).toBe(true)
  })

  test.each([
    ['Noor Fleet', 'Sami Fleet'],
    ['Joanna Fleet', 'Joanna Reed'],
    ['Lu', 'Li'],
    ['王伟', '王芳'],
    ['!!!', '???'],
  ])('%s and %s are not', (one, other) => {
    expect(areAlike(one, other)).toBe(false)
  })
})

describe('two records may be one person', () => {
  const one: KnownPerson = {
    ...{ personId: '1', name: 'Tom Ash', bornOn: null, emails: ['tom@example.org'], phones: ['079460152'], visits: 1 },
  }
  const other = (more: Partial<KnownPerson>): KnownPerson => ({
    ...{ personId: '2', name: 'Tom Ash', bornOn: null, emails: [], phones: [], visits: 1, ...more },
  })

  test('by one email, or one telephone, and by nothing else', () => {
    expect(mayBeOne(one, other({ emails: ['tom@example.org'] }))).toBe(true)
    expect(mayBeOne(one, other({ phones: ['079460152'] }))).toBe(true)
    expect(mayBeOne(one, other({ emails: ['tom@example.com'], phones: ['079460153'] }))).toBe(false)
  })

  test('by one birth date, and never with two', () => {
    const born = { ...one, bornOn: '1980-05-03' }
    expect(mayBeOne(born, other({ bornOn: '1980-05-03' }))).toBe(true)
    expect(mayBeOne(born, other({ bornOn: '1980-05-03', name: 'Kit Elm' }))).toBe(false)
    expect(mayBeOne(born, other({ bornOn: '2010-05-03', phones: ['079460152'] }))).toBe(false)
    expect(mayBeOne(born, other({ phones: ['079460152'] }))).toBe(true)
    expect(mayBeOne(one, other({}))).toBe(false)
  })
})
