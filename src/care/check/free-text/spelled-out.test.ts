import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { often, someOf } from '../../../../scripts/short-form.ts'
import { dangerPhrases } from './danger-phrases.ts'
import { dangerousHeard, harmlessQuiet } from './heard.fixtures.ts'
import { spelledOut } from './spelled-out.ts'
import { vocabularyOf } from './spelling.ts'
import { tokensOf } from './tokens.ts'

const heard = (text: string) => dangerPhrases(text).map(({ question }) => question)
const letters = (text: string, between: string, words: string) =>
  text
    .split(' ')
    .map((word) => [...word].join(between))
    .join(words)

describe('words written letter by letter', () => {
  test.each([
    ['I feel n u m b between my legs', 'A1'],
    ['s u i c i d e', 'I3'],
    ['thinking of S.U.I.C.I.D.E. every night', 'I3'],
    ['N.U.M.B down below', 'A1'],
    ['I want to d-i-e', 'I3'],
    ['I want to d*i*e', 'I3'],
    ['I want to d,i,e', 'I3'],
    ['n,u,m,b down below', 'A1'],
    ['s(u)i(c)i(d)e', 'I3'],
    ['n u m b  d o w n  b e l o w', 'A1'],
    ['n u m b d o w n b e l o w', 'A1'],
    ['N.U.M.B D.O.W.N B.E.L.O.W', 'A1'],
    ['W. A. N. T. T. O. D. I. E.', 'I3'],
    ['i c a n t p e e', 'A2'],
    ['c h e s t\np a i n', 'C1'],
  ])('are heard: %s', (text, question) => {
    expect(heard(text)).toContain(question)
  })

  test.each([
    'u r a star',
    'U R OK',
    'I a m f i n e',
    'L 4 L 5 and S 1',
    'plan A, plan B or plan C',
    'A. B. C. D.',
    'seen by a G P and a M S K physio',
    'n o  n u m b n e s s  d o w n  b e l o w',
    'i have n o thoughts of s u i c i d e',
    'my nan had c a n c e r',
    'it is d?i?e?',
    'rows T, I, A',
    'discs a,b,c',
    'vitamins a,d,e,k',
    'plan a,b or c',
  ])('say no more than the words do: %s', (text) => {
    expect(heard(text)).toEqual([])
  })

  test('are heard in nearly every phrase that is heard as a whole, and denied where that is', () => {
    const isPlain = (text: string) => /^[a-z ]+$/i.test(text)
    const plain = dangerousHeard.map(([, text]) => text).filter(isPlain)
    const calm = harmlessQuiet.filter(isPlain)
    expect(plain.length).toBeGreaterThan(300)
    expect(calm.length).toBeGreaterThan(100)
    const spells = [(text: string) => letters(text, ' ', '  '), (text: string) => letters(text, '.', ' ')]
    for (const [turn, spell] of spells.entries()) {
      const told = someOf(plain, 3, turn)
      const missed = told.filter((text) => {
        const whole = heard(text)
        return !heard(spell(text)).some((question) => whole.includes(question))
      })
      expect(missed.length / told.length, missed.join('; ')).toBeLessThan(0.02)
      const quiet = someOf(calm, 3, turn)
      const alarms = quiet.filter((text) => heard(spell(text)).length > 0)
      expect(alarms.length / quiet.length, alarms.join('; ')).toBeLessThan(0.02)
    }
  })

  test('show the words as they were typed', () => {
    expect(dangerPhrases('I feel n u m b between my legs')[0]?.quote).toBe('I feel n u m b between my legs')
  })

  /** How often a row of letters and its list are looked at, all told: every field of every letter counts. */
  function looksAt(text: string): number {
    let looks = 0
    const counted = <T extends object>(whole: T): T =>
      new Proxy(whole, {
        get: (of, name) => {
          looks++
          return Reflect.get(of, name)
        },
      })
    spelledOut(text, counted(tokensOf(text).map(counted)), vocabularyOf(new Set(['numb', 'nan']), new Set(['numb'])))
    return looks
  }

  test.each([' ', '.', ' . ', '-', '\n', ',', '  '])(
    'are looked at in step with their number, with %j between',
    (between) => {
      for (const letter of ['n', 'numb', 'na']) {
        const row = (length: number) => Array.from({ length }, (_, at) => letter[at % letter.length]).join(between)
        const few = looksAt(row(100))
        expect(few).toBeGreaterThan(100)
        expect(looksAt(row(500))).toBeLessThan(6 * few)
      }
    },
  )

  test('end, however many there are and whatever stands between them', () => {
    for (const between of [' ', '.', ' . ', '-', '\n'])
      expect(dangerPhrases(Array.from({ length: 5000 }, () => 'n').join(between))).toEqual([])
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('n', 'u', 'm', 'b', 'a', ' ', '  ', '.', '-', '…', '\n', '1', 'é', '🙂'), {
          maxLength: 300,
        }),
        (parts) => dangerPhrases(parts.join('')).every(({ quote }) => quote.length <= 80),
      ),
      { numRuns: often(300, 100) },
    )
  })
})
