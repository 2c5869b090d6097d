/** What all calls of the clinic half share: the database or that it is away, a body read once, and replies. */
import type { Context } from 'hono'
import type { z } from '@hono/zod-openapi'
import { mostHeard } from '../../care/check/free-text/danger-phrases.ts'
import { isDatabaseAway } from '../../web/find/database-away.ts'
import type { FindData } from '../../web/find/find-home.ts'
import { clinicOfLost, type MayBeLost } from '../../clinic/booking/lost-link.ts'
import { readPrivateToken } from '../../clinic/booking/private-link.ts'
import { jsonFault } from '../check-call.ts'
import { plainHeaders, pointer, problem, type Reply } from '../problem.ts'
import { readJson } from '../read-json.ts'
import { allWithoutHidden } from '../../clinic/people/typed-text.ts'
import { dangerIn } from './danger-told.ts'

/** What the calls are given by the server. */
export interface ClinicApiHome {
  /** The database as it is now; undefined while it is away. */
  readonly data: () => FindData | undefined
  readonly now: () => Temporal.Instant
  /** Who asks, to bound how much one place can hold. */
  readonly addressOf: (c: Context) => string | undefined
}

/** One call that is under way. */
export interface Call {
  readonly home: ClinicApiHome
  readonly c: Context
  readonly data: FindData
  readonly now: Temporal.Instant
}

/** Answers one call; whatever it throws is ours. */
export type AnswerClinic = (call: Call) => Promise<Reply>

const isAway = () => problem(503, 'The directory is not available just now. The check and the plan are.')

/** Runs `answer` where the database is there; says that it is away where it is not, or goes in the middle. */
export async function withDatabase(home: ClinicApiHome, c: Context, answer: AnswerClinic): Promise<Reply> {
  const data = home.data()
  if (!data) return isAway()
  try {
    return await answer({ home, c, data, now: home.now() })
  } catch (error) {
    if (isDatabaseAway(error)) return isAway()
    throw error
  }
}

/** A body that was read, or the refusal. */
export type ReadBody<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reply: Reply }

/** All words of a body, whatever its shape: one that is refused may tell of danger all the same. */
const wordsIn = (body: unknown): string =>
  Object.values(Object(body))
    .filter((value) => typeof value === 'string')
    .join('\n')
    .slice(0, mostHeard)

/** Reads the body of a call by its schema. What is refused is told what its words may mean. */
export async function readBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<ReadBody<z.infer<Schema>>> {
  const refused = (reply: Reply) => ({ ok: false, reply }) as const
  const wrong = jsonFault(c.req.header('Content-Type') ?? '', c.req.header('Content-Encoding'))
  if (wrong) return refused(problem(415, wrong))
  const body = readJson(new Uint8Array(await c.req.arrayBuffer()))
  if (!body.ok)
    return refused(
      body.why === 'notJson' ? problem(400, body.detail) : problem(422, body.errors[0]?.detail ?? '', body.errors),
    )
  const given = allWithoutHidden(body.value)
  const read = schema.safeParse(given)
  if (read.success) return { ok: true, value: read.data }
  const errors = read.error.issues
    .slice(0, 20)
    .map((issue) => ({ pointer: pointer(issue.path), detail: issue.message }))
  return refused(problem(422, 'The body does not have the shape of this call.', errors, dangerIn(wordsIn(given))))
}

/** A reply that carries a value. */
export const reply = (value: object, status: 200 | 201 = 200): Reply => ({
  status,
  headers: plainHeaders,
  body: JSON.stringify(value),
})

export const notHere = () => problem(404, 'There is nothing at this address, or not any more.')

/** A token of ours under which its clinic has nothing: somebody may believe that they are expected. Any other is told as nothing. */
export async function opensNothing({ data: { app, secret } }: Call, kind: MayBeLost, token = ''): Promise<Reply> {
  const subject = readPrivateToken(secret, kind, token)
  const ring = subject && (await clinicOfLost(app, kind, subject))
  if (!ring) return notHere()
  const detail = `The token is right, and ${ring.name} has nothing under it now: it may have been lost when the list was put back from a copy, or been erased. Ring them: ${ring.phone}.`
  return problem(404, detail, undefined, { why: 'lost' })
}
