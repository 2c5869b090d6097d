/** The forms of a word that a star asks for: what people write, and no form of another word. */
import { expect, test } from 'vitest'
import { formsOf } from './endings.ts'

test.each([
  ['leak', 'leak'],
  ['leak*', 'leak leaks leaked leaking'],
  ['wipe*', 'wipe wipes wiped wiping'],
  ['pee*', 'pee pees peed peeing'],
  ['pass*', 'pass passes passed passing'],
  ['mix*', 'mix mixes mixed mixing'],
  ['touch*', 'touch touches touched touching'],
  ['crash*', 'crash crashes crashed crashing'],
  // "y" behind another consonant, at the end alone.
  ['worry*', 'worry worries worried worrying'],
  ['play*', 'play plays played playing'],
  ['cyst*', 'cyst cysts cysted cysting'],
  ['flush*', 'flush flushes flushed flushing'],
  // One consonant behind one vowel is doubled.
  ['numb*', 'numb numbs numbed numbing'],
  ['slip*', 'slip slips sliped sliping slipped slipping slippy'],
  ['leg*', 'leg legs leged leging legged legging leggy'],
  ['swell*', 'swell swells swelled swelling'],
])('%s: %s', (way, forms) => {
  expect(formsOf(way).join(' ')).toBe(forms)
})
