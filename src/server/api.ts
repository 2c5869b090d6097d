/**
 * The check for machines: the questions, one evaluation a call, and the OpenAPI 3.1 description made from the same
 * schemas that read the calls. Mounted by main.ts only, so that the worker need not carry it.
 * Keeps and logs no answers: only which questions came next, by the hash of a call. Every refusal is an RFC 9457 problem document that says what is wrong.
 */
import { hash } from 'node:crypto'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { checkState } from '../care/check/check.ts'
import { allQuestions } from '../care/check/protocol.ts'
import { valuesOf } from '../care/check/questions/all.ts'
import { screens } from '../care/check/questions/screens.ts'
import { safetyNet } from '../care/check/safety-net.ts'
import { clinicianSummary } from '../care/check/summary.ts'
import { switches } from '../care/check/switches.ts'
import { type Answer as CheckAnswer, type Answers, levels, type Question } from '../care/check/types.ts'
import { protocolVersion, questionById } from '../web/care/protocol-in-force.ts'
import { fits } from '../web/care/trail.ts'

const bodyLimitBytes = 1_000_000
/** How many calls' next questions are remembered: about 5 MB. */
const rememberedCalls = 2000

const Level = z.enum(levels).openapi('Level', { description: 'How urgent, least to most.' })
const Answer = z
  .union([z.string().max(4000), z.array(z.string().max(60)).max(60), z.number()], {
    error: 'Send a text, a list of texts or a number, such as "yes", ["diabetes"] or 35.',
  })
  .openapi('Answer', {
    description:
      'An option value, the values ticked ([] is "none of these"), a number, or text. "notSure" fits nearly all.',
  })
const CheckCall = z
  .strictObject({
    answers: z.record(z.string().max(60), Answer),
    options: z
      .strictObject({
        nhsListStrict: z
          .boolean()
          .optional()
          .openapi({ description: 'Follow the NHS public list to the letter (evidence.md §1.J).' }),
      })
      .optional(),
  })
  .openapi('CheckCall', { example: { answers: { A1: 'no', A2: 'yes', 'A2.kind': 'changed' } } })
/** What is read of a call; each answer is then read by its own question. */
const Envelope = z.strictObject({
  answers: z.record(z.string(), z.unknown()),
  options: CheckCall.shape.options,
})
const QuestionShape = z
  .looseObject({
    id: z.string(),
    kind: z.enum(['yesNo', 'choice', 'ticks', 'number', 'text']),
    ask: z.string(),
    short: z.string(),
    sources: z.array(z.string()),
    tag: z.enum(['V', 'V2', 'K', 'C']),
    values: z.array(z.string()).openapi({ description: 'What may be answered; empty for a number or text.' }),
    answer: z.string().openapi({ description: 'How to answer, in words.' }),
  })
  .openapi('Question')
const Result = z
  .looseObject({
    complete: z.literal(true),
    level: Level,
    actWithin: z.string(),
    routes: z.array(z.string()),
    reasons: z.array(z.looseObject({ id: z.string(), level: Level, because: z.string() })),
    nearMisses: z.array(z.looseObject({ question: z.string(), ifAnswered: z.string(), level: Level })),
    movement: z.enum(['open', 'gentle', 'locked']),
    summary: z.looseObject({ say: z.string() }).openapi({
      description: 'For the clinician: flags, important noes, timeline. Never what was said of safety at home.',
    }),
    safetyNet: z.looseObject({ closing: z.string() }).openapi({ description: 'What to watch for.' }),
    protocolVersion: z.string(),
  })
  .openapi('CheckResult')
const Next = z
  .object({
    complete: z.literal(false),
    atLeast: Level,
    atMost: Level,
    screen: z.object({ id: z.string(), title: z.string() }),
    questions: z.array(QuestionShape),
    protocolVersion: z.string(),
  })
  .openapi('CheckInProgress')
const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem', { description: 'RFC 9457 problem details.' })

const problemContent = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})
const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const questionsRoute = createRoute({
  method: 'get',
  path: '/api/v1/check/questions',
  summary: 'Every question, in order, and the screens they are shown on',
  responses: {
    200: json(
      z.object({
        protocolVersion: z.string(),
        questions: z.array(QuestionShape),
        screens: z.array(z.looseObject({ id: z.string(), title: z.string() })),
      }),
      'The questions',
    ),
  },
})
const checkRoute = createRoute({
  method: 'post',
  path: '/api/v1/check',
  summary: 'The result for these answers, or the next questions',
  request: { body: { required: true, ...json(CheckCall, 'Answers by question id') } },
  responses: {
    200: json(z.union([Result, Next]), 'The result, or what to ask next'),
    400: problemContent('The body is not JSON'),
    413: problemContent('The body is over 1 MB'),
    415: problemContent('The content type is not application/json'),
    422: problemContent('An unknown question, a wrong type or an unknown option'),
  },
})

const titles = {
  400: 'Not JSON',
  404: 'No such address',
  405: 'Method not allowed',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'Answers not understood',
  500: 'Our fault',
} as const
interface FieldError {
  readonly pointer: string
  readonly detail: string
}

/** On every answer of the API: nothing to run, nothing to frame, nothing to keep. */
const plainHeaders = {
  'Content-Type': 'application/json',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}

/** A problem document. */
function problem(c: Context, status: keyof typeof titles, detail: string, errors?: readonly FieldError[]) {
  const body = { type: 'about:blank', title: titles[status], status, detail, ...(errors && { errors }) }
  return c.body(JSON.stringify(body), status, { ...plainHeaders, 'Content-Type': 'application/problem+json' })
}

/** The routes under /api. */
export function createApi(): OpenAPIHono {
  const app = new OpenAPIHono()
  app.openAPIRegistry.registerPath(questionsRoute)
  app.openAPIRegistry.registerPath(checkRoute)
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Unclench check',
      version: '1',
      description: `Protocol ${protocolVersion}. Not signed off by a clinician yet. Keeps nothing that is sent.`,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/' }],
  })
  const described = JSON.stringify(document)
  const everything = JSON.stringify({ protocolVersion, questions: allQuestions.map(forMachines), screens })
  /**
   * What was asked next, by the hash of the call. Most checks begin alike, and the same answers give the same next
   * questions for ever. Holds no answers and no results: only calls that end in questions are remembered.
   */
  const nextByCall = new Map<string, string>()
  /** Each question's text is made once: most of an answer's cost would be writing it again. */
  const written = new Map(allQuestions.map((question) => [question.id, JSON.stringify(forMachines(question))]))

  app.get('/api/openapi.json', compress(), (c) => c.body(described, 200, plainHeaders))
  app.get('/api/v1/check/questions', compress(), (c) => c.body(everything, 200, plainHeaders))
  app.post(
    '/api/v1/check',
    bodyLimit({ maxSize: bodyLimitBytes, onError: (c) => problem(c, 413, 'Send at most 1,000,000 bytes.') }),
    async (c) => {
      const type = c.req.header('Content-Type') ?? ''
      if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(type))
        return problem(
          c,
          415,
          `Send application/json, not ${type === '' ? 'a body without a type' : type.slice(0, 100)}.`,
        )
      const text = await c.req.text()
      const key = hash('sha256', text, 'base64')
      const known = nextByCall.get(key)
      if (known !== undefined) return c.body(known, 200, plainHeaders)
      let body: unknown
      try {
        body = JSON.parse(text)
      } catch (error) {
        return problem(
          c,
          400,
          `The body is not JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'unreadable'}`,
        )
      }
      const call = Envelope.safeParse(body)
      if (!call.success) {
        const errors = call.error.issues
          .slice(0, 20)
          .map((issue) => ({ pointer: pointer(issue.path), detail: issue.message }))
        return problem(c, 422, 'The body does not have the shape of a check call.', errors)
      }
      const read = readAnswers(call.data.answers)
      if (!read.ok) return problem(c, 422, read.errors[0]?.detail ?? '', read.errors)
      const { answers } = read
      const { options } = call.data
      const state = checkState(answers, {
        ...switches,
        ...(options?.nhsListStrict !== undefined && { nhsListStrict: options.nhsListStrict }),
      })
      if (state.complete) {
        const result = { ...state, summary: clinicianSummary(answers, state), safetyNet }
        return c.body(JSON.stringify(result), 200, plainHeaders)
      }
      const { atLeast, atMost, screen, ask } = state
      const next = {
        complete: false,
        atLeast,
        atMost,
        screen: { id: screen.id, title: screen.title },
        protocolVersion: state.protocolVersion,
      }
      const asked = ask.flatMap((id) => written.get(id) ?? []).join(',')
      const answer = `${JSON.stringify(next).slice(0, -1)},"questions":[${asked}]}`
      remember(nextByCall, key, answer)
      return c.body(answer, 200, plainHeaders)
    },
  )
  const allowed = { '/api/openapi.json': 'GET', '/api/v1/check/questions': 'GET', '/api/v1/check': 'POST' } as const
  for (const [path, allow] of Object.entries(allowed))
    app.all(path, (c) => {
      c.header('Allow', allow)
      return problem(c, 405, `${path} answers ${allow} only.`)
    })
  app.all('/api/*', (c) => problem(c, 404, 'See /api/openapi.json for what there is.'))
  app.onError((error, c) => {
    console.error(error)
    return problem(c, 500, 'Something went wrong on our side. Your answers were not kept.')
  })
  return app
}

/** Remembers within a bound: the oldest goes first. */
function remember(known: Map<string, string>, key: string, answer: string): void {
  if (known.size >= rememberedCalls) known.delete(known.keys().next().value ?? '')
  known.set(key, answer)
}

/** A question with its answers spelled out. */
const forMachines = (question: Question) => ({ ...question, values: valuesOf(question), answer: wanted(question) })

type ReadAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** The answers as types that cannot be wrong, or what is wrong with them: at most 20 entries. */
function readAnswers(sent: Readonly<Record<string, unknown>>): ReadAnswers {
  const answers: Record<string, CheckAnswer> = {}
  const errors: FieldError[] = []
  for (const [id, answer] of Object.entries(sent)) {
    const question = questionById.get(id)
    if (question && isAnswer(answer) && fits(question, answer)) answers[id] = answer
    else if (errors.length < 20)
      errors.push({
        pointer: pointer(['answers', id]),
        detail: question
          ? `${JSON.stringify(answer).slice(0, 100)} is not an answer to ${id}: ${wanted(question)}.`
          : `There is no question ${JSON.stringify(id.slice(0, 100))}.`,
      })
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, answers }
}

/** Text, a number, or a list of texts: what JSON may hold as an answer. */
const isAnswer = (sent: unknown): sent is CheckAnswer =>
  typeof sent === 'string' ||
  typeof sent === 'number' ||
  (Array.isArray(sent) && sent.every((item) => typeof item === 'string'))

/** What an answer to this question looks like. */
function wanted(question: Question): string {
  switch (question.kind) {
    case 'yesNo':
      return `send one of ${['yes', 'no', 'notSure', ...(question.extra ?? []).map(({ value }) => value)].join(', ')}`
    case 'choice':
      return `send one of ${[...question.options.map(({ value }) => value), ...(question.certain ? [] : ['notSure'])].join(', ')}`
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

/** A JSON pointer (RFC 6901). */
const pointer = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
