/** All lists as one: what is heard, and what is quiet, when it stands alone. Test data only. */
import { dangerPhrases } from './danger-phrases.ts'
import { dangerousEight } from './dangerous-eight.fixtures.ts'
import { dangerousFive } from './dangerous-five.fixtures.ts'
import { dangerousFour } from './dangerous-four.fixtures.ts'
import { dangerousNine } from './dangerous-nine.fixtures.ts'
import { dangerousOne } from './dangerous-one.fixtures.ts'
import { dangerousPlain } from './dangerous-plain.fixtures.ts'
import { dangerousSeven } from './dangerous-seven.fixtures.ts'
import { dangerousSix } from './dangerous-six.fixtures.ts'
import { dangerousTen } from './dangerous-ten.fixtures.ts'
import { dangerousThree } from './dangerous-three.fixtures.ts'
import { dangerousTwo } from './dangerous-two.fixtures.ts'
import { dangerousFirst, harmlessFirst } from './first.fixtures.ts'
import { dangerousGiven, harmlessGiven } from './given.fixtures.ts'
import { harmlessPlain } from './harmless-plain.fixtures.ts'
import { harmlessThree } from './harmless-three.fixtures.ts'
import { harmlessTwo } from './harmless-two.fixtures.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)

const lists = [
  dangerousFirst,
  dangerousOne,
  dangerousTwo,
  dangerousThree,
  dangerousFour,
  dangerousFive,
  dangerousSix,
  dangerousSeven,
  dangerousEight,
  dangerousNine,
  dangerousTen,
  dangerousPlain,
]

/** Every dangerous phrase of the lists with the question that it raises. */
export const dangerousHeard: readonly (readonly [question: string, text: string])[] = [
  ...lists.flatMap((list) =>
    Object.entries(list).flatMap(([question, texts]) => texts.map((text) => [question, text] as const)),
  ),
  ...dangerousGiven,
].filter(([question, text]) => (question === '?' ? raised(text).length > 0 : raised(text).includes(question)))

/** Every harmless text of some long lists that raises nothing. */
export const harmlessQuiet: readonly string[] = [
  ...harmlessFirst,
  ...harmlessGiven,
  ...harmlessTwo,
  ...harmlessThree,
  ...harmlessPlain,
].filter((text) => raised(text).length === 0)
