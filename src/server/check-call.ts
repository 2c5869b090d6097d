/**
 * One call of the check for machines: the bytes of its body in, the reply out. Knows nothing of sockets.
 * Never: keeps or logs an answer.
 */
import { checkState } from '../care/check/check.ts'
import { otherEmergencyIn, otherEmergencyWords } from '../care/check/other-emergencies.ts'
import { allQuestions } from '../care/check/protocol.ts'
import { writtenIn } from '../care/check/reconcile-free-text.ts'
import { safetyNet } from '../care/check/safety-net.ts'
import { clinicianSummary } from '../care/check/summary.ts'
import { switches } from '../care/check/switches.ts'
import type { Answers, CheckState } from '../care/check/types.ts'
import { type CallOptions, Envelope } from './api-shapes.ts'
import { plainHeaders, pointer, problem, type Reply } from './problem.ts'
import { forMachines } from './question-for-machines.ts'
import { readAnswers } from './read-answers.ts'
import { readJson } from './read-json.ts'

/** Where a call is posted. */
export const checkPath = '/api/v1/check'
/** The largest body that is read. */
export const bodyLimitBytes = 1_000_000

/**
 * Answers one call.
 * @param contentType as sent; empty when none was
 * @param body at most `bodyLimitBytes` bytes
 * @param contentEncoding as sent; only a body that is not packed is read
 */
export type AnswerCall = (contentType: string, body: Uint8Array, contentEncoding?: string) => Reply

/** JSON is UTF-8 (RFC 8259): whoever says otherwise may mean other words than we would read. */
const isUtf8 = (contentType: string): boolean =>
  /^utf-?8$/i.test(/;\s*charset="?([^";\s]*)/i.exec(contentType)?.[1] ?? 'utf-8')

/** Why a body of these headers is not read: only JSON in UTF-8, not packed. `undefined` where it is. */
export function jsonFault(contentType: string, contentEncoding = 'identity'): string | undefined {
  if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType)) return 'Send the body as application/json.'
  if (!isUtf8(contentType)) return 'Send the body in UTF-8.'
  return /^(?:identity)?$/i.test(contentEncoding.trim()) ? undefined : 'Send the body as it is, not packed.'
}

/** The check, asked by a machine. */
export const answerCall: AnswerCall = (contentType, body, contentEncoding) => {
  const wrong = jsonFault(contentType, contentEncoding)
  if (wrong) return problem(415, wrong)
  const call = readCall(body)
  if ('status' in call) return call
  const read = readAnswers(call.answers)
  if (!read.ok) return problem(422, read.errors[0]?.detail ?? '', read.errors)
  const { nhsListStrict = switches.nhsListStrict } = call.options ?? {}
  const state = checkState(read.answers, { ...switches, nhsListStrict })
  return { status: 200, headers: plainHeaders, body: told(state, read.answers) }
}

interface Call {
  readonly answers: Readonly<Record<string, unknown>>
  readonly options?: CallOptions
}

/** The body as a call, or the refusal. */
function readCall(bytes: Uint8Array): Call | Reply {
  const body = readJson(bytes)
  if (!body.ok)
    return body.why === 'notJson' ? problem(400, body.detail) : problem(422, body.errors[0]?.detail ?? '', body.errors)
  const call = Envelope.safeParse(body.value)
  if (call.success) return call.data
  const errors = call.error.issues
    .slice(0, 20)
    .map((issue) => ({ pointer: pointer(issue.path), detail: issue.message }))
  return problem(422, 'The body does not have the shape of a check call.', errors)
}

/** Each question as a machine is told it. */
const questionAsJson = new Map(allQuestions.map((question) => [question.id, JSON.stringify(forMachines(question))]))
const safetyNetAsJson = JSON.stringify(safetyNet)

/** What a machine is told, as JSON: the result with its summary, or the next questions. */
function told(state: CheckState, answers: Answers): string {
  const first = saidFirst(answers)
  if (state.complete)
    return withMember({ ...first, ...state, summary: clinicianSummary(answers, state) }, 'safetyNet', safetyNetAsJson)
  const { ask, screen, ...next } = state
  const questions = ask.flatMap((id) => questionAsJson.get(id) ?? [])
  const said = { ...first, ...next, screen: { id: screen.id, title: screen.title } }
  return withMember(said, 'questions', `[${questions.join()}]`)
}

/** An object as JSON, and behind its members one that is JSON already. */
const withMember = (members: object, name: string, json: string): string =>
  `${JSON.stringify(members).slice(0, -1)},"${name}":${json}}`

/** What was written that is not of the back and cannot wait: the answer says so before all else. */
function saidFirst(answers: Answers) {
  const what = otherEmergencyIn(writtenIn(answers))
  return what && { otherEmergency: { say: otherEmergencyWords, what } }
}
