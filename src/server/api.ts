/**
 * What machines may ask: the check, the guide and the clinic half, and the OpenAPI 3.1 description made from the same schemas that
 * read the calls.
 * Mounted by main.ts only, so that the worker need not carry it. One call of the check is answered by check-call.ts.
 * Keeps and logs no answers. Every refusal is an RFC 9457 problem document that says what is wrong.
 */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { allQuestions } from '../care/check/protocol.ts'
import { screens } from '../care/check/questions/screens.ts'
import { protocolVersion } from '../web/care/check/protocol-in-force.ts'
import { CheckCall, Next, Problem, QuestionShape, Result } from './api-shapes.ts'
import { uk } from '../care/region.ts'
import { type AnswerCall, answerCall, bodyLimitBytes, checkPath } from './check-call.ts'
import { ourFault, plainHeaders, problem, type Reply } from './problem.ts'
import { isHangUp } from './node-server.ts'
import { forMachines } from './question-for-machines.ts'
import { type ClinicApiHome, withDatabase } from './clinic-api/call.ts'
import { clinicCalls } from './clinic-api/clinic-calls.ts'
import { guideCalls } from './guide-api/guide-calls.ts'

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
  path: checkPath,
  summary: 'The result for these answers, or the next questions',
  request: { body: { required: true, ...json(CheckCall, 'Answers by question id') } },
  responses: {
    200: json(z.union([Result, Next]), 'The result, or what to ask next'),
    400: problemContent('The body is not JSON'),
    413: problemContent('The body is over 1 MB'),
    415: problemContent('The body is not application/json in UTF-8, or it is packed'),
    422: problemContent('An unknown question, a wrong type or an unknown option'),
  },
})

const tooLong = () => send(problem(413, 'Send at most 1,000,000 bytes.'))
/** For bodies that come in pieces and do not say how long they are. It builds a whole web request to look into. */
const countBody = bodyLimit({ maxSize: bodyLimitBytes, onError: tooLong })
/** Node itself holds a body to the length that it states, so that one is judged by what it says. */
const limitBody: MiddlewareHandler = async (c, next) => {
  const stated = c.req.header('Content-Length')
  if (stated === undefined || c.req.header('Transfer-Encoding') !== undefined) return await countBody(c, next)
  return Number(stated) > bodyLimitBytes ? tooLong() : await next()
}

/** Sends a reply as it is: its headers are all that an answer of the API carries. */
const send = ({ status, headers, body }: Reply) => new Response(body, { status, headers })

/** The largest body of a call of the clinic half or the guide, in bytes. */
const clinicBodyBytes = 100_000
const limitClinicBody = bodyLimit({
  maxSize: clinicBodyBytes,
  onError: () =>
    send(problem(413, `Send at most 100,000 bytes. None of it was read. In an emergency call ${uk.emergencyNumber}.`)),
})

/** What each path answers, for those who ask it otherwise. */
const allowed = new Map([
  ['/api/openapi.json', 'GET'],
  ['/api/v1/check/questions', 'GET'],
  [checkPath, 'POST'],
])

/**
 * The routes under /api.
 * @param clinic the clinic half; without it only the check is there
 * @param answer one call of the check
 */
export function createApi(clinic?: ClinicApiHome, answer: AnswerCall = answerCall): OpenAPIHono {
  const app = new OpenAPIHono()
  app.openAPIRegistry.registerPath(questionsRoute)
  app.openAPIRegistry.registerPath(checkRoute)
  for (const { describe } of [...guideCalls, ...clinicCalls]) describe(app.openAPIRegistry)
  const described = JSON.stringify(describedBy(app))
  const everything = JSON.stringify({ protocolVersion, questions: allQuestions.map(forMachines), screens })

  app.get('/api/openapi.json', compress(), (c) => c.body(described, 200, plainHeaders))
  app.get('/api/v1/check/questions', compress(), (c) => c.body(everything, 200, plainHeaders))
  app.post(checkPath, limitBody, async (c) =>
    send(
      answer(
        c.req.header('Content-Type') ?? '',
        new Uint8Array(await c.req.arrayBuffer()),
        c.req.header('Content-Encoding'),
      ),
    ),
  )
  const paths = new Map(allowed)
  for (const { method, path, answer: answerGuide } of guideCalls) {
    app.on(method.toUpperCase(), path, compress(), limitClinicBody, async (c) => send(await answerGuide(c)))
    paths.set(path, method.toUpperCase())
  }
  if (clinic)
    for (const { method, path, answer: answerClinic } of clinicCalls) {
      app.on(method.toUpperCase(), path, limitClinicBody, async (c) =>
        send(await withDatabase(clinic, c, answerClinic)),
      )
      paths.set(path, [paths.get(path), method.toUpperCase()].filter(Boolean).join(', '))
    }
  for (const [path, allow] of paths)
    app.all(path, (c) => {
      const refused = problem(405, `${c.req.path} answers ${allow} only.`)
      return send({ ...refused, headers: { ...refused.headers, Allow: allow } })
    })
  app.all('/api/*', () => send(problem(404, 'See /api/openapi.json for what there is.')))
  app.onError((error) => send(isHangUp(error) ? problem(400, 'The call broke off half-way.') : ourFault(error)))
  return app
}

const describedBy = (app: OpenAPIHono) =>
  app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Unclench',
      version: '1',
      description: `Check: protocol ${protocolVersion}, not signed off by a clinician yet, keeps nothing that is sent. Guide: read and search, keeps nothing either. Clinics: search, hold, book, move and cancel, wait, review, ask.`,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/' }],
  })
