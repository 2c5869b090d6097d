/**
 * The protocol the pages and the API work with: its version, its compiled engine, and every question by id, including
 * those asked again after free text. Made once per process.
 */
import { allQuestions, protocol } from '../../../care/check/protocol.ts'
import { switches } from '../../../care/check/switches.ts'
import type { Question } from '../../../care/check/types.ts'

const { engine, version } = protocol(switches)

/** Compiled questions and rules. */
export { engine }
/** Changes with any change of a word or a rule. */
export const protocolVersion = version
/** Question by id. */
export const questionById: ReadonlyMap<string, Question> = new Map(
  allQuestions.map((question) => [question.id, question]),
)
