/**
 * The guide for machines: its address, its description for /api/openapi.json, and its answer. It needs no database, and nothing
 * that is sent is kept or logged.
 */
import { createRoute, type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { articleOf } from '../../care/guide/articles.ts'
import { Problem } from '../api-shapes.ts'
import { notHere, readBody, reply } from '../clinic-api/call.ts'
import type { Reply } from '../problem.ts'
import { GuideSearchCall, shapes } from './guide-shapes.ts'
import { tellArticle, tellClaims, tellFound, tellGuide, tellQuestions, tellTreatments } from './guide-told.ts'

/** One call. */
export interface GuideCall {
  readonly method: 'get' | 'post'
  /** As Hono matches it. */
  readonly path: string
  readonly answer: (c: Context) => Reply | Promise<Reply>
  readonly describe: (registry: OpenAPIHono['openAPIRegistry']) => void
}

const json = (schema: z.ZodType, description: string) => ({ description, content: { 'application/json': { schema } } })
const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

interface Described {
  readonly summary: string
  readonly ok: z.ZodType
  readonly more?: Pick<RouteConfig, 'request'>
  readonly refuses?: RouteConfig['responses']
}

function call(
  method: GuideCall['method'],
  path: string,
  answer: GuideCall['answer'],
  { summary, ok, more, refuses }: Described,
): GuideCall {
  const responses = { 200: json(ok, 'Done'), ...refuses }
  const route: RouteConfig = { method, path: path.replace(/:(\w+)/g, '{$1}'), summary, ...more, responses }
  return { method, path, answer, describe: (registry) => registry.registerPath(createRoute(route)) }
}

const article: GuideCall['answer'] = (c) => {
  const found = articleOf(c.req.param('article') ?? '')
  return found ? reply(tellArticle(found)) : notHere()
}

const search: GuideCall['answer'] = async (c) => {
  const read = await readBody(c, GuideSearchCall)
  return read.ok ? reply(tellFound(read.value.words)) : read.reply
}

/** All of them. */
export const guideCalls: readonly GuideCall[] = [
  call('get', '/api/v1/guide', () => reply(tellGuide()), {
    summary: 'What there is to read: shelves of articles, and questions',
    ok: shapes.Guide,
  }),
  call('get', '/api/v1/guide/articles/:article', article, {
    summary: 'One article, each sentence with the claims that it rests on',
    ok: shapes.Article,
    more: { request: { params: z.object({ article: z.string() }) } },
    refuses: { 404: refused('There is nothing at this address') },
  }),
  call('get', '/api/v1/guide/questions', () => reply(tellQuestions()), {
    summary: 'Questions that people ask, with their answers',
    ok: shapes.Questions,
  }),
  call('post', '/api/v1/guide/search', search, {
    summary: 'What is found for these words; danger that they may tell of first',
    ok: shapes.Found,
    more: { request: { body: { required: true, ...json(GuideSearchCall, 'The words') } } },
    refuses: {
      400: refused('The body is not JSON'),
      413: refused('The body is too large'),
      415: refused('The body is not application/json in UTF-8'),
      422: refused('Not understood; "errors" says which field'),
    },
  }),
  call('get', '/api/v1/treatments', () => reply(tellTreatments()), {
    summary: 'Treatments side by side: how sure we are, what they do, what guidelines say',
    ok: shapes.Treatments,
  }),
  call('get', '/api/v1/claims', () => reply(tellClaims()), {
    summary: 'Everything that is claimed, with grade, effect, sources and review',
    ok: shapes.Claims,
  }),
]
