import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyLetter } from '../../../scripts/any-letter.ts'
import { isOneSlipApart } from '../town/one-slip.ts'
import { folded, mostRead, squeezed } from './folded.ts'

describe('folding', () => {
  test.each([
    ['Bélanger', 'belanger'],
    ['Be\u0301langer', 'belanger'],
    ['ŁUKASZ Śliwiński', 'lukasz sliwinski'],
    ['Søren Kierkegård', 'soren kierkegard'],
    ['Strauß', 'strauss'],
    ['STRAUẞ', 'strauss'],
    ['İSTANBUL', 'istanbul'],
    ['ısı', 'isi'],
    ['Núñez', 'nunez'],
    ['Ŵyn', 'wyn'],
    ['Œuvre Æther Þór Đỗ', 'oeuvre aether thor do'],
    ['O’Hara', 'ohara'],
    ["O'Hara", 'ohara'],
    ['O`Hara', 'ohara'],
    ['OʼHara', 'ohara'],
    ['Smith-Jones', 'smith jones'],
    ['Smith‐Jones', 'smith jones'],
    ['Ｓｍｉｔｈ', 'smith'],
    ['Sm\u200bith\u00ad', 'smith'],
    ['Παπαδόπουλος', 'παπαδοπουλοσ'],
    ['محمد', 'محمد'],
    ['李小龍', '李小龍'],
    ['김', '김'],
    ['', ''],
    ['…', ''],
  ])('%s is %s', (text, plain) => {
    expect(folded(text)).toBe(plain)
  })

  test('what is folded stays as it is, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyLetter, maxLength: 300 }), (text) => {
        const once = folded(text)
        expect(folded(once)).toBe(once)
        expect(once.length).toBeLessThanOrEqual(mostRead)
        expect(once).toBe(once.trim())
      }),
      { numRuns: 1000 },
    )
    for (const text of ['ﷺ'.repeat(200), '김'.repeat(200), 'ŉ'.repeat(200), '𝕬'.repeat(100), `a${'😀'.repeat(100)}`])
      expect(folded(folded(text))).toBe(folded(text))
  })

  test('case and the way in which accents are stored make no difference', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(folded(text.normalize('NFD'))).toBe(folded(text.normalize('NFC')))
      }),
    )
  })

  test('reads only the beginning of a very long text', () => {
    expect(folded(`${'a'.repeat(mostRead)}bc`)).toBe('a'.repeat(mostRead))
    expect(folded('a '.repeat(5_000_000)).length).toBeLessThanOrEqual(mostRead)
  })

  test('squeezed, a double name is one however it is joined', () => {
    for (const text of ['Smith-Jones', 'smith jones', 'SmithJones']) expect(squeezed(text)).toBe('smithjones')
  })
})

describe('one slip', () => {
  test.each([
    ['smith', 'smith', true],
    ['smith', 'smyth', true],
    ['smith', 'smih', true],
    ['smith', 'smithh', true],
    ['smith', 'msith', true],
    ['smith', 'smiht', true],
    ['smith', 'smythe', false],
    ['smith', 'sm', false],
    ['smith', 'msiht', false],
    ['abcd', 'badc', false],
    ['', 'a', true],
    ['', 'ab', false],
  ])('%s and %s: %s', (one, other, apart) => {
    expect(isOneSlipApart(one, other)).toBe(apart)
    expect(isOneSlipApart(other, one)).toBe(apart)
  })
})
