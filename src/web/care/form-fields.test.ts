/** What people type into the boxes of a form, and what it is taken for. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionById, questions } from '../../care/check/questions/all.ts'
import { amountField, asciiDigits, readAnswer, readNumber } from './form-fields.ts'

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

const howLong = questionById.get('duration')
if (!howLong) throw new Error('no question of how long')
const typed = (unit: string | undefined, amount: string | undefined) =>
  readAnswer(
    howLong,
    new Map([
      ...(unit === undefined ? [] : [['q.duration', [unit]] as const]),
      ...(amount === undefined ? [] : [[amountField('duration'), [amount]] as const]),
    ]),
  )
const why = (read: ReturnType<typeof readAnswer>) =>
  read.ok ? `taken for ${String(read.value)}` : [read.why, read.text]

describe('how long, typed as a number with a unit', () => {
  test.each([
    ['days', '3', 'days3'],
    ['weeks', '3', 'weeks3'],
    ['weeks', '1.5', 'weeks1'],
    ['weeks', '1,5', 'weeks1'],
    ['weeks', '1.25', 'weeks1'],
    ['years', '0,25', 'months3'],
    ['months', ' 3 ', 'months3'],
    ['years', '12', 'months3'],
    ['days', '0', 'days0'],
    ['days0', undefined, 'days0'],
    ['days0', '', 'days0'],
    ['notSure', '', 'notSure'],
    ['weeks4', undefined, 'weeks4'],
  ])('%s, %s is %s', (unit, amount, band) => {
    expect(typed(unit, amount)).toEqual({ ok: true, value: band })
  })

  test('a unit without its number, and nothing at all, are blank: they may be skipped', () => {
    expect(why(typed('weeks', ''))).toEqual(['blank', 'Enter how many weeks'])
    expect(why(typed(undefined, ''))).toEqual(['blank', 'Choose an answer, or Not sure'])
  })

  test('a number without a unit is never guessed', () => {
    expect(why(typed(undefined, '3'))).toEqual(['wrong', 'Choose days, weeks, months or years for your number'])
  })

  test('a number beside another answer is shown back', () => {
    for (const other of ['days0', 'notSure', 'weeks1']) expect(why(typed(other, '3'))?.[0]).toBe('wrong')
  })

  test.each(['three', '-3', '1e3', '3.333', '40000', '1.2.3', '∞'])('%s is no number of weeks', (amount) => {
    expect(why(typed('weeks', amount))).toEqual(['wrong', 'Enter how many weeks as a number, such as 3 or 1.5'])
  })

  test('the longest is 110 years', () => {
    expect(typed('years', '110').ok).toBe(true)
    expect(typed('years', '111').ok).toBe(false)
  })
})
