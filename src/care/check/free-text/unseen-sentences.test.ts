/**
 * Sentences in many hands, each judged by the brief and written before its writer had opened a table of this folder: how much of what
 * nobody wrote for the net it hears. `unseen-sentences.json` holds them by question ("B1/I12": either will do). What is
 * missed, and what is heard where nothing is meant, is named there too: a name that goes is a gain, a new one a fault.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { otherEmergencyIn } from '../other-emergencies.ts'
import { dangerPhrases } from './danger-phrases.ts'

interface Sentences {
  readonly danger: Readonly<Record<string, readonly string[]>>
  readonly harmless: readonly string[]
  readonly missed: readonly string[]
  readonly alarms: readonly string[]
}
const lists: Readonly<Record<string, Sentences>> = JSON.parse(
  readFileSync(new URL('./unseen-sentences.json', import.meta.url), 'utf8'),
)
/** The questions; and 999 for an emergency that is not of the back. */
const raised = (text: string): readonly string[] => [
  ...dangerPhrases(text).map(({ question }) => question),
  ...(otherEmergencyIn(text) ? ['999'] : []),
]

const missedOf = ({ danger }: Sentences): readonly string[] =>
  Object.entries(danger).flatMap(([questions, texts]) =>
    texts
      .filter((text) => {
        const heard = raised(text)
        return !questions.split('/').some((question) => heard.includes(question))
      })
      .map((text) => `${questions}: ${text}`),
  )
const alarmsOf = ({ harmless }: Sentences): readonly string[] => harmless.filter((text) => raised(text).length > 0)

test.each(Object.entries(lists))('of the %s list all is heard but what is named', (_, list) => {
  expect(Object.values(list.danger).flat().length).toBeGreaterThanOrEqual(57)
  expect(missedOf(list)).toEqual(list.missed)
  expect(alarmsOf(list)).toEqual(list.alarms)
})
