import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOneSlipApart } from './one-slip.ts'
import { slipsApart } from './slips-apart.ts'

test.each([
  ['hackney', 'hackney', 0],
  ['hackny', 'hackney', 1],
  ['hakcney', 'hackney', 1],
  ['hackneyy', 'hackney', 1],
  ['hockney', 'hackney', 1],
  ['hokney', 'hackney', 2],
  ['', 'ham', 3],
  ['paris', 'morden', 4],
])('%s is from %s %d slips, four standing for more than three', (one, other, slips) => {
  expect([slipsApart(one, other, 3), slipsApart(other, one, 3)]).toEqual([slips, slips])
})

test('agrees with the quick look for one slip, on any two short texts', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  fc.assert(fc.property(text, text, (one, other) => isOneSlipApart(one, other) === slipsApart(one, other, 1) <= 1))
})
