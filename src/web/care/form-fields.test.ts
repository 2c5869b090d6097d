import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questions } from '../../care/check/questions/all.ts'
import { asciiDigits, readAnswer, readNumber } from './form-fields.ts'

describe('a number as people type it', () => {
  test.each([
    ['12.8', 12.8],
    ['12,8', 12.8],
    ['  7.46 ', 7.46],
    ['0,5', 0.5],
    ['200', 200],
    ['١٢٫٨', 12.8],
    ['۵۰', 50],
    ['１２．８', 12.8],
    ['１２，８', 12.8],
    ['৭০', 70],
    ['\u00a070\u202f', 70],
    ['007', 7],
  ])('%s is read', (typed, value) => {
    expect(readNumber(typed, { decimals: 2 })).toBe(value)
  })

  test.each([
    '',
    ' ',
    'x',
    '1e3',
    '0x10',
    '1.2.3',
    '1,000',
    '4.500',
    '12,',
    ',5',
    '--1',
    '-1',
    '1/2',
    '½',
    'NaN',
    '12345',
  ])('%s is not taken for a number', (typed) => {
    expect(readNumber(typed, { decimals: 2 })).toBeUndefined()
  })

  test('a whole number takes no decimals, and a sign only where one is asked for', () => {
    expect(readNumber('12.8')).toBeUndefined()
    expect(readNumber('12')).toBe(12)
    expect(readNumber('-3')).toBeUndefined()
    expect(readNumber('-3', { signed: true })).toBe(-3)
    expect(readNumber('−3', { signed: true })).toBe(-3)
  })

  test('whatever digits are typed, the same number is read', () => {
    const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xe50, 0xff10]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(...zeros), (value, zero) => {
        const typed = [...String(value)].map((digit) => String.fromCodePoint(zero + Number(digit))).join('')
        expect(readNumber(typed)).toBe(value)
        expect(asciiDigits(typed)).toBe(String(value))
      }),
    )
  })
})

test('an age typed in Arabic digits is an answer of the check', () => {
  const age = questions.find(({ id }) => id === 'age')
  if (!age) throw new Error('no age')
  expect(readAnswer(age, new Map([['q.age', ['٣٠']]]))).toEqual({ ok: true, value: 30 })
  expect(readAnswer(age, new Map([['q.age', ['30,5']]]))).toMatchObject({ ok: false, why: 'wrong' })
})
