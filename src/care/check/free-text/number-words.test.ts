/** Numbers in words: each from one to a hundred and ninety-nine hundreds is the number that it says, and what is no number stays. */
import { expect, test } from 'vitest'
import { withNumbers } from './number-words.ts'
import { tokensOf } from './tokens.ts'

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const inWords = (number: number): string =>
  number < 20
    ? (small[number] ?? '')
    : `${tens[Math.floor(number / 10)] ?? ''}${number % 10 === 0 ? '' : ` ${small[number % 10] ?? ''}`}`

const read = (text: string) =>
  withNumbers(tokensOf(text)).map(({ kind, word, value }) => (kind === 'number' ? value : word))

test('each from two to ninety-nine', () => {
  const wrong = Array.from({ length: 98 }, (_, at) => at + 2).filter(
    (number) => String(read(`${inWords(number)} tablets`)) !== `${number},tablets`,
  )
  expect(wrong).toEqual([])
})

test.each([
  ['one tablet', ['one', 'tablet']],
  ['twenty one', [21]],
  ['twenty-one', [21]],
  ['a hundred', ['a', 100]],
  ['two hundred', [200]],
  ['ninety nine hundred', [9900]],
  ['four thousand', [4000]],
  ['a dozen', ['a', 12]],
  ['a couple', ['a', 2]],
  ['two three', [2, 3]],
  ['ten two', [10, 2]],
  ['twenty ten', [20, 10]],
  ['twenty one two', [21, 2]],
  ['20 five', [20, 5]],
  ['thirty eight point five', [38.5]],
  ['thirty eight point ten', [38, 'point', 10]],
  ['thirty nine point nine', [39.9]],
  ['38 point 5', [38.5]],
  ['fiveteen fourten fourty ninty', [15, 14, 40, 90]],
])('%s', (text, tokens) => {
  expect(read(text)).toEqual(tokens)
})
