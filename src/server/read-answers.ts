/**
 * The answers of a call, read by the questions they belong to. Called by check-call.ts.
 * Never guesses: an answer that does not fit its question is an error that says what would.
 */
import { allQuestions } from '../care/check/protocol.ts'
import { valuesOf } from '../care/check/questions/all.ts'
import type { Answer, Answers, Question } from '../care/check/types.ts'
import { fits } from '../web/care/check/trail.ts'
import { type FieldError, pointer } from './problem.ts'
import { wanted } from './question-for-machines.ts'

export type ReadAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** A question, and the values that fit it when one of a few is to be sent: looked up much quicker than searched. */
interface Reader {
  readonly question: Question
  readonly values: ReadonlySet<unknown>
}

const readers: ReadonlyMap<string, Reader> = new Map(
  allQuestions.map((question) => {
    const oneOfFew = question.kind === 'yesNo' || question.kind === 'choice'
    return [question.id, { question, values: new Set(oneOfFew ? valuesOf(question) : []) }]
  }),
)
const errorsShown = 20

/** The answers as types that cannot be wrong, or what is wrong with them: at most 20 entries. */
export function readAnswers(sent: Readonly<Record<string, unknown>>): ReadAnswers {
  const errors: FieldError[] = []
  // JSON has nothing inherited, and for … in finds each answer with its name, which a list of names does not.
  for (const id in sent) {
    const answer = sent[id]
    const reader = readers.get(id)
    if (reader && (reader.values.has(answer) || (isAnswer(answer) && fits(reader.question, answer)))) continue
    errors.push({
      pointer: pointer(['answers', id]),
      detail: reader
        ? `${JSON.stringify(answer).slice(0, 100)} is not an answer to ${id}: ${wanted(reader.question)}.`
        : `There is no question ${JSON.stringify(id.slice(0, 100))}.`,
    })
    if (errors.length === errorsShown) break
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, answers: sent as Answers }
}

/** Text, a number, or a list of texts: what JSON may hold as an answer. */
const isAnswer = (sent: unknown): sent is Answer =>
  typeof sent === 'string' ||
  typeof sent === 'number' ||
  (Array.isArray(sent) && sent.every((item) => typeof item === 'string'))
