/** Money in any habit of writing it. */
import { expect, test } from 'vitest'
import { penceIn } from './money-typed.ts'

test.each([
  ['100', 10_000],
  ['£100', 10_000],
  [' £ 62.50 ', 6250],
  ['62,5', 6250],
  ['1,250', 125_000],
  ['1,250.99', 125_099],
  ['£100 pounds', 10_000],
  ['100 GBP', 10_000],
  ['none', 0],
  ['0', 0],
  ['10,000', 1_000_000],
])('"%s" is a sum', (typed, pence) => {
  expect(penceIn(typed)).toBe(pence)
})

test.each(['', 'about 100', '-5', '10,001', '62.505', '100 to 200', '1e3', '£'])('"%s" is none', (typed) => {
  expect(penceIn(typed)).toBeUndefined()
})
