import { expect, test } from 'vitest'
import { dangerPhrases } from '../../../care/check/free-text/danger-phrases.ts'
import { dangersInReason } from './reason-heard.ts'

const questionsIn = (reason: string) => dangersInReason(reason).map(({ question }) => question)

test.each([
  'I cannot come.',
  "I can't come anymore, sorry",
  'cant come now',
  'Sorry, can’t come any more. My back is fine',
  'I am not able to come',
  'unable to come with my car broken',
])('a reason to cancel that speaks of the visit is no change in sex: %s', (reason) => {
  expect(dangerPhrases(reason).map(({ question }) => question)).toEqual(['A4'])
  expect(questionsIn(reason)).toEqual([])
})

test.each([
  ['cannot come, numb between my legs', 'A1'],
  ['cant come as my leg is numb and i cant climax', 'A4'],
  ['she couldnt come during sex', 'A4'],
  ['cant come since monday', 'A4'],
  ["I can't come, I am coughing up blood", 'C3'],
])('and a danger beside it is heard: %s', (reason, question) => {
  expect(questionsIn(reason)).toContain(question)
})

test('whatever else is said is heard as everywhere', () => {
  for (const reason of ['numb between my legs', 'my leg has gone dead', 'moving house', ''])
    expect(dangersInReason(reason)).toEqual(dangerPhrases(reason))
})
