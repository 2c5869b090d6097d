/**
 * One call of the check for machines: the bytes of its body in, the reply out. Called by api.ts (through Hono) and by
 * check-listener.ts (straight from Node). Knows nothing of sockets.
 * Keeps and logs no answers: only which questions came next, by a keyed hash of the call. A result is never kept.
 */
import { hash, randomBytes } from 'node:crypto'
import { checkState } from '../care/check/check.ts'
import { allQuestions } from '../care/check/protocol.ts'
import { safetyNet } from '../care/check/safety-net.ts'
import { clinicianSummary } from '../care/check/summary.ts'
import { switches } from '../care/check/switches.ts'
import type { CheckState } from '../care/check/types.ts'
import { type CallOptions, Envelope } from './api-shapes.ts'
import { plainHeaders, pointer, problem, type Reply } from './problem.ts'
import { forMachines } from './question-for-machines.ts'
import { readAnswers } from './read-answers.ts'

/** Where a call is posted. */
export const checkPath = '/api/v1/check'
/** The largest body that is read. */
export const bodyLimitBytes = 1_000_000

/**
 * Answers one call.
 * @param contentType as sent; empty when none was
 * @param body at most `bodyLimitBytes` bytes; only read, and not kept
 */
export type AnswerCall = (contentType: string, body: Uint8Array) => Reply

/** Made anew for each server: what it remembers is its own. */
export function createAnswerCall(): AnswerCall {
  const remembered = createMemory()
  return (contentType, body) => {
    if (contentType !== 'application/json' && !/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType)) {
      const sent = contentType === '' ? 'a body without a type' : contentType.slice(0, 100)
      return problem(415, `Send application/json, not ${sent}.`)
    }
    const key = remembered.keyOf(body)
    const known = remembered.get(key)
    if (known) return known
    const call = readCall(body)
    if ('status' in call) return call
    const read = readAnswers(call.answers)
    if (!read.ok) return problem(422, read.errors[0]?.detail ?? '', read.errors)
    const { nhsListStrict = switches.nhsListStrict } = call.options ?? {}
    const state = checkState(read.answers, { ...switches, nhsListStrict })
    const summary = state.complete ? clinicianSummary(read.answers, state) : undefined
    const reply: Reply = { status: 200, headers: plainHeaders, body: Buffer.from(written(state, summary)) }
    // A reply with the person's own words is never kept.
    if (!state.complete && state.heard === undefined) remembered.add(key, reply)
    return reply
  }
}

interface Call {
  readonly answers: Readonly<Record<string, unknown>>
  readonly options?: CallOptions
}

const decoder = new TextDecoder()

/** The body as a call, or the refusal. */
function readCall(bytes: Uint8Array): Call | Reply {
  let body: unknown
  try {
    body = JSON.parse(decoder.decode(bytes))
  } catch (error) {
    return problem(400, `The body is not JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'unreadable'}`)
  }
  if (isPlain(body)) return body
  const call = Envelope.safeParse(body)
  if (call.success) return call.data
  const errors = call.error.issues
    .slice(0, 20)
    .map((issue) => ({ pointer: pointer(issue.path), detail: issue.message }))
  return problem(422, 'The body does not have the shape of a check call.', errors)
}

/**
 * The usual shape, `{"answers":{…}}` and no more, seen without the schema, which takes as long as the check itself.
 * Whatever else is sent, the schema reads, or says what is wrong with it.
 */
function isPlain(body: unknown): body is Call {
  if (typeof body !== 'object' || body === null) return false
  const keys = Object.keys(body)
  if (keys.length !== 1 || keys[0] !== 'answers') return false
  const { answers } = body as { answers: unknown }
  return (
    typeof answers === 'object' && answers !== null && !Array.isArray(answers) && !Object.hasOwn(answers, '__proto__')
  )
}

/** Each question's text is made once: most of a reply's cost would be writing it again. */
const writtenQuestions = new Map(allQuestions.map((question) => [question.id, JSON.stringify(forMachines(question))]))
const writtenSafetyNet = JSON.stringify(safetyNet)

/** The reply in JSON. */
function written(state: CheckState, summary: object | undefined): string {
  if (state.complete) return `${open(state)},"summary":${JSON.stringify(summary)},"safetyNet":${writtenSafetyNet}}`
  const { atLeast, atMost, screen, ask, heard, protocolVersion } = state
  const asked = ask.flatMap((id) => writtenQuestions.get(id) ?? []).join(',')
  const next = {
    complete: false,
    atLeast,
    atMost,
    screen: { id: screen.id, title: screen.title },
    heard,
    protocolVersion,
  }
  return `${open(next)},"questions":[${asked}]}`
}

/** An object in JSON, still open for more fields. */
const open = (fields: object): string => JSON.stringify(fields).slice(0, -1)

/** How many calls' next questions are remembered: about 8 MB. */
const rememberedCalls = 2000
/** Longer calls, which hold a long note, are not remembered: bytes. */
const rememberedBytes = 4096
const secretBytes = 32

/**
 * What was asked next, by the hash of the call. Most checks begin alike, and the same answers give the same next questions
 * for ever. Holds no answers: only a hash, made with a secret that is drawn anew at each start and kept nowhere else.
 */
function createMemory() {
  const replies = new Map<string, Reply>()
  // The secret, and behind it the call that is being hashed.
  const hashed = Buffer.alloc(secretBytes + rememberedBytes)
  randomBytes(secretBytes).copy(hashed)
  return {
    /** The key of a call, or undefined for a call too long to remember. */
    keyOf(body: Uint8Array): string | undefined {
      if (body.length > rememberedBytes) return undefined
      hashed.set(body, secretBytes)
      const key = hash('sha256', hashed.subarray(0, secretBytes + body.length), 'base64')
      hashed.fill(0, secretBytes, secretBytes + body.length)
      return key
    },
    get: (key: string | undefined): Reply | undefined => (key === undefined ? undefined : replies.get(key)),
    /** Remembers within a bound: the oldest goes first. */
    add(key: string | undefined, reply: Reply): void {
      if (key === undefined) return
      if (replies.size >= rememberedCalls) replies.delete(replies.keys().next().value ?? '')
      replies.set(key, reply)
    },
  }
}
