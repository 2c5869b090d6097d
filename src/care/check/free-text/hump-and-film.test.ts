/** A way of speaking and a film tell of no danger, and hide none of one’s own beside them (hazard H-03). */
import { expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)

const harmless = ['got the hump with me boss', 'i went to see a film about a plane crash']
const own = [
  ['E1', 'i was in a car crash'],
  ['E6', 'i have a lump on my spine'],
  ['A1', 'my bum is numb'],
  ['A2', 'i cant pee'],
  ['C1', 'i have chest pain'],
] as const

test.each(harmless)('raises nothing: %s', (text) => {
  expect(raised(text)).toEqual([])
})

test('a danger of one’s own beside it is heard, before or behind', () => {
  const all = harmless.flatMap((said) =>
    own.flatMap(([question, danger]) =>
      [', ', '. ', ' and ', ' but '].flatMap((link) =>
        [`${said}${link}${danger}`, `${danger}${link}${said}`].map((text) => [question, text] as const),
      ),
    ),
  )
  expect(all.filter(([question, text]) => !raised(text).includes(question))).toEqual([])
})
