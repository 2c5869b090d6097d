/** Figures and letters written for words are read as the words, and numbers stay numbers. */
import { expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'
import { withFigures } from './figures.ts'
import { tokensOf } from './tokens.ts'

const wordsOf = (text: string): string =>
  withFigures(tokensOf(text))
    .map(({ word }) => word)
    .join(' ')

test.each([
  ['cant go 2 the toilet', 'cant go to the toilet'],
  ['need 2 push 2 wee', 'need to push to wee'],
  ['hurts 2 bend', 'hurts to bend'],
  ['took 2 many', 'took too many'],
  ['been waiting 4 it', 'been waiting for it'],
  ['dont wanna b here', 'dont wanna be here'],
  ['must b dead', 'must be dead'],
])('“%s”', (typed, read) => expect(wordsOf(typed)).toBe(read))

test.each([
  'took 2 tablets',
  '2 a day',
  '4 days ago',
  'went 2 weeks',
  'pain is 4',
  'vitamin b tablets',
  'plan b',
  '2',
  'to b',
  '2.5 my',
])('“%s” stays as it is', (typed) =>
  expect(wordsOf(typed)).toBe(
    tokensOf(typed)
      .map(({ word }) => word)
      .join(' '),
  ),
)

test('what stands for a word keeps its place in the text', () => {
  expect(withFigures(tokensOf('go 2 the loo'))[1]).toEqual({ word: 'to', kind: 'word', value: 0, start: 3, end: 4 })
})

test.each([
  ['cant go 2 the toilet', 'A2'],
  ['i want 2 die', 'I3'],
  ['took 2 many paracetamol', 'I2'],
  ['dont wanna b here', 'I3'],
  ['12 paracetamol 2 make it stop', 'I2'],
])('“%s” asks %s', (typed, question) => expect(dangerPhrases(typed).map((heard) => heard.question)).toContain(question))
