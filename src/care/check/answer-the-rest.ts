/**
 * A whole check from a few answers: each screen that the check asks for is answered as told, and the rest with "no".
 * For people who are invented (the demonstration, tests). Never: for anybody's own check, where nothing may be filled in.
 */
import { checkState } from './check.ts'
import { allQuestions } from './protocol.ts'
import type { Answer, Answers, CheckResult, Question } from './types.ts'

/** Those that ask about words of one's own too. */
const questionById = new Map(allQuestions.map((question) => [question.id, question]))

/** More screens than any check has. */
const mostRounds = 60

/** Every answer of a finished check, and its result. Throws if it does not end, or asks what is no question. */
export function answerTheRest(told: Answers): { readonly answers: Answers; readonly result: CheckResult } {
  let answers: Answers = {}
  for (let round = 0; round < mostRounds; round += 1) {
    const state = checkState(answers)
    if (state.complete) return { answers, result: state }
    const more = state.ask.map((id): [string, Answer] => {
      const question = questionById.get(id)
      if (!question) throw new Error(`no question ${id}`)
      return [id, told[id] ?? negative(question)]
    })
    answers = { ...answers, ...Object.fromEntries(more) }
  }
  throw new Error('the check does not end')
}

function negative(question: Question): Answer {
  switch (question.kind) {
    case 'yesNo':
      return 'no'
    case 'choice':
      return question.options.some(({ value }) => value === 'no') ? 'no' : (question.options[0]?.value ?? 'notSure')
    case 'ticks':
      return []
    case 'number':
      return question.min
    case 'text':
      return ''
    default:
      throw new Error(`unhandled ${question satisfies never}`)
  }
}
