/** A question as the API gives it: with what may be answered, as values and in words. */
import { valuesOf } from '../care/check/questions/all.ts'
import type { Question } from '../care/check/types.ts'

/** A question with its answers spelled out. */
export const forMachines = (question: Question) => ({
  ...question,
  values: valuesOf(question),
  answer: wanted(question),
})

/** What an answer to this question looks like. */
export function wanted(question: Question): string {
  switch (question.kind) {
    case 'yesNo':
    case 'choice':
      return `send one of ${valuesOf(question).join(', ')}`
    case 'ticks':
      return `send a list of ${question.options.map(({ value }) => value).join(', ')}, or ["notSure"]`
    case 'number':
      return `send a whole number from ${question.min} to ${question.max}, or "notSure"`
    case 'text':
      return `send text of at most ${question.maxLength} characters`
    default:
      throw new Error(`unhandled ${question satisfies never}`)
  }
}
