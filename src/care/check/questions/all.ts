/**
 * Every question of the check, in the order in which they are asked. The engine, the pages, the printed protocol and
 * the API all read this one list.
 */
import type { Question } from '../types.ts'
import { aboutPainQuestions } from './about-pain.ts'
import { bodyQuestions } from './body.ts'
import { dangerNowQuestions } from './danger-now.ts'
import { healthQuestions } from './health.ts'
import { illnessQuestions } from './illness.ts'
import { nerveQuestions } from './nerves.ts'

/** Every question of the check. `screens.ts` says in which order they are asked. */
export const questions: readonly Question[] = [
  ...nerveQuestions,
  ...dangerNowQuestions,
  ...aboutPainQuestions,
  ...bodyQuestions,
  ...illnessQuestions,
  ...healthQuestions,
]

/** Question by id. */
export const questionById: ReadonlyMap<string, Question> = new Map(questions.map((question) => [question.id, question]))

/** The values an answer to this question may take (numbers and text have none). In tick-lists, `notSure` stands alone. */
export function valuesOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'yesNo':
      return ['yes', 'no', 'notSure', ...(question.extra ?? []).map(({ value }) => value)]
    case 'choice':
      return [...question.options.map(({ value }) => value), ...(question.certain ? [] : ['notSure'])]
    case 'ticks':
      return [...question.options.map(({ value }) => value), 'notSure']
    case 'number':
    case 'text':
      return []
    default:
      throw new Error(`unhandled ${question satisfies never}`)
  }
}
