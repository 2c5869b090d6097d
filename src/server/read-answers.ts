/**
 * The answers of a call, read by the questions they belong to.
 * Never guesses: an answer that does not fit its question is an error that says what would.
 */
import { allQuestions } from '../care/check/protocol.ts'
import type { Answer, Answers, Question } from '../care/check/types.ts'
import { fits } from '../web/care/check/trail.ts'
import { type FieldError, pointer } from './problem.ts'
import { wanted } from './question-for-machines.ts'

export type ReadAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

const errorsShown = 20
const questionById: ReadonlyMap<string, Question> = new Map(allQuestions.map((question) => [question.id, question]))

/**
 * The answers as types that cannot be wrong, or what is wrong with them: at most 20 entries.
 * An error never repeats an answer, and names a question only if the name is one that a question could have.
 */
export function readAnswers(sent: Readonly<Record<string, unknown>>): ReadAnswers {
  if (allFit(sent)) return { ok: true, answers: sent }
  const wrong = Object.keys(sent).filter((id) => !isFitting(id, sent[id]))
  const errors = wrong.slice(0, errorsShown).map((id) => {
    const question = questionById.get(id)
    return question ? misfit(question) : unknown(id)
  })
  return { ok: false, errors }
}

const allFit = (sent: Readonly<Record<string, unknown>>): sent is Answers =>
  Object.keys(sent).every((id) => isFitting(id, sent[id]))

/** Is there a question of this name, and is that a possible answer to it? */
function isFitting(id: string, answer: unknown): boolean {
  const question = questionById.get(id)
  return question !== undefined && isAnswer(answer) && fits(question, answer)
}

const misfit = (question: Question): FieldError => ({
  pointer: pointer(['answers', question.id]),
  detail: `That is not an answer to ${question.id}: ${wanted(question)}.`,
})

const unknown = (id: string): FieldError =>
  /^[\w.-]{1,60}$/.test(id)
    ? { pointer: pointer(['answers', id]), detail: `There is no question ${id}.` }
    : { pointer: '/answers', detail: 'There is a question here whose name is none of ours.' }

/** Text, a number, or a list of texts: what JSON may hold as an answer. */
const isAnswer = (sent: unknown): sent is Answer =>
  typeof sent === 'string' ||
  typeof sent === 'number' ||
  (Array.isArray(sent) && sent.every((item) => typeof item === 'string'))
