import { expect, test } from 'vitest'
import { askedWords } from './asked-for.tsx'
import { readSearch } from './read-search.ts'

const words = (address: string, mayNeed = false) => askedWords(readSearch(new URLSearchParams(address), mayNeed))

test.each([
  ['place=E2', 'E2, Bethnal Green · Physiotherapy, first visit · I pay'],
  ['', 'Everywhere · Physiotherapy, first visit · I pay'],
  ['place=nowhere+at+all', 'Everywhere · Physiotherapy, first visit · I pay'],
  ['pays=Bupa', 'Everywhere · Physiotherapy, first visit · Bupa'],
  ['pays=Some+small+fund', 'Everywhere · Physiotherapy, first visit · Some small fund'],
  ['language=pl', 'Everywhere · Physiotherapy, first visit · I pay · Polish'],
  ['evenings=yes', 'Everywhere · Physiotherapy, first visit · I pay · 1 choice more'],
  ['evenings=yes&gender=woman&within=2', 'Everywhere · Physiotherapy, first visit · I pay · 3 choices more'],
])('“%s” is told in a line', (address, line) => {
  expect(words(address)).toBe(line)
})

test('what somebody wants help with counts, and is not named', () => {
  expect(words('need=sciatica', true)).not.toMatch(/sciatica/i)
})

test('a very long insurer does not push the list off the screen', () => {
  expect(words(`pays=${'x'.repeat(190)}`).length).toBeLessThan(110)
})
