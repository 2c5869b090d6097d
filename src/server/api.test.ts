import fc from 'fast-check'
import SwaggerParser from '@apidevtools/swagger-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi } from './api.ts'
import { clinicCalls } from './clinic-api/clinic-calls.ts'
import { guideCalls } from './guide-api/guide-calls.ts'
import { type ListeningApi, listenWithApi } from './api.fixtures.ts'

const api = createApi()
const json = { 'Content-Type': 'application/json' }

let listening: ListeningApi
beforeAll(async () => {
  listening = await listenWithApi()
})
afterAll(() => listening.close())

interface Call {
  readonly method: string
  readonly body: string
  readonly headers: Record<string, string>
}
/** The two ways a call may come: through Hono alone, and over the wire. */
const ways: readonly (readonly [string, (init: RequestInit) => Promise<Response>])[] = [
  ['through Hono', async (init) => api.request('/api/v1/check', init)],
  [
    'over the wire',
    // A connection for each call: after a refusal for size the server hangs up.
    ({ headers, ...init }) =>
      fetch(`${listening.url}/api/v1/check`, { ...init, headers: { ...headers, Connection: 'close' } }),
  ],
]
const checkBy =
  (way: (call: Call) => Promise<Response>) =>
  async (body: string, headers: Record<string, string> = json) => {
    const answer = await way({ method: 'POST', body, headers })
    return { status: answer.status, type: answer.headers.get('Content-Type') ?? '', body: await answer.json() }
  }

describe.each(ways)('a call %s', (_way, way) => {
  const check = checkBy(way)

  test('answers that settle it come back as a result, the rest as the next questions', async () => {
    const done = await check(JSON.stringify({ answers: { A2: 'yes', 'A2.kind': 'cannotGo' } }))
    expect(done.body).toMatchObject({ complete: true, level: 'emergency', movement: 'locked' })
    const open = await check('{"answers":{}}')
    expect(open.body).toMatchObject({ complete: false, atLeast: 'self-care', atMost: 'emergency' })
    expect(open.body.questions.map(({ id }: { id: string }) => id)).toContain('A1')
  })

  test.each(['no overdose', 'not too many tablets', 'never took 20 paracetamol'])(
    'free text that denies a danger is answered: %s',
    async (worry) => {
      const told = await check(JSON.stringify({ answers: { worry } }))
      expect([told.status, told.body.complete]).toEqual([200, false])
    },
  )

  test('the strict NHS list is another protocol, and says so', async () => {
    const strict = await check('{"answers":{},"options":{"nhsListStrict":true}}')
    const usual = await check('{"answers":{}}')
    expect(strict.body.protocolVersion).not.toBe(usual.body.protocolVersion)
  })

  const large = JSON.stringify({ answers: { worry: 'x'.repeat(1_000_001) } })
  test.each([
    ['an unknown question', '{"answers":{"Z9":"yes"}}', json, 422, 'Z9'],
    ['a wrong type', '{"answers":{"age":"30"}}', json, 422, 'whole number'],
    ['an unknown option', '{"answers":{"A1":"perhaps"}}', json, 422, 'yes, no, notSure'],
    ['a list for a single answer', '{"answers":{"A1":["yes"]}}', json, 422, 'A1'],
    ['answers that are no object', '{"answers":"all fine"}', json, 422, 'shape'],
    ['no answers at all', '{}', json, 422, 'shape'],
    ['a field we do not know', '{"answers":{},"sudo":1}', json, 422, 'shape'],
    ['a prototype trick', '{"answers":{"constructor":"yes"}}', json, 422, 'constructor'],
    ['a name that stands twice', '{"answers":{"A1":"yes","A1":"no"}}', json, 422, 'twice'],
    ['answers that stand twice', '{"answers":{"A10":"yes"},"answers":{}}', json, 422, 'twice'],
    ['a name twice, one written in escapes', '{"answers":{"A1":"yes","\\u00411":"no"}}', json, 422, 'twice'],
    ['a prototype as an answer', '{"answers":{"__proto__":"yes","A1":"no"}}', json, 422, '__proto__'],
    ['nesting without end', `{"answers":{"A1":${'['.repeat(400_000)}`, json, 400, 'nested'],
    ['nesting of one more than twenty', `{"answers":${'['.repeat(20)}${']'.repeat(20)}}`, json, 400, 'nested'],
    ['nesting of twenty, for its shape alone', `{"answers":${'['.repeat(19)}${']'.repeat(19)}}`, json, 422, 'shape'],
    ['text that is not UTF-8', '\uD800', json, 400, 'not JSON'],
    ['not JSON', '{"answers":', json, 400, 'not JSON'],
    ['an empty body', '', json, 400, 'not JSON'],
    ['another content type', 'a=b', { 'Content-Type': 'text/plain' }, 415, 'application/json'],
    ['another alphabet than UTF-8', '{}', { 'Content-Type': 'application/json; charset=utf-16' }, 415, 'UTF-8'],
    ['a packed body', '{}', { ...json, 'Content-Encoding': 'gzip' }, 415, 'not packed'],
    ['over one megabyte', large, { ...json, 'Content-Length': String(large.length) }, 413, 'bytes'],
  ])('%s is refused with a problem document that says what is wrong', async (_, body, headers, status, says) => {
    const answer = await check(body, headers)
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json'])
    expect(answer.body).toMatchObject({ type: 'about:blank', status })
    expect(JSON.stringify(answer.body)).toContain(says)
  })

  test('a body just under one megabyte is read, not refused for its size', async () => {
    const body = `{"answers":{}}${' '.repeat(999_000)}`
    expect((await check(body, { ...json, 'Content-Length': String(body.length) })).status).toBe(200)
  })

  test('whatever JSON is sent, the answer is a result, the next questions or a 4xx problem', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc
            .dictionary(fc.constantFrom('A1', 'age', 'place', 'worry'), fc.jsonValue())
            .map((answers) => JSON.stringify({ answers })),
        ),
        async (body) => {
          const { status } = await check(body)
          expect([200, 422]).toContain(status)
        },
      ),
    )
  })

  test('a refusal never repeats what was answered, nor a name that no question could have', async () => {
    const secret = 'my husband hit me'
    const tooLong = 'k'.repeat(900_000)
    for (const answers of [
      { A1: secret },
      { [secret]: 'yes' },
      { place: [secret] },
      { age: secret },
      { [tooLong]: 1 },
    ]) {
      const { status, body } = await check(JSON.stringify({ answers }))
      expect(status).toBe(422)
      expect(JSON.stringify(body)).not.toContain('husband')
      expect(JSON.stringify(body).length).toBeLessThan(500)
    }
  })

  test.each(['no overdose', 'not too many painkillers', 'I have not taken 20 paracetamol tablets'])(
    'a note that says no to a danger is heard to its end: “%s”',
    async (worry) => expect((await check(JSON.stringify({ answers: { worry } }))).status).toBe(200),
  )
})

test('a wrong method is 405 and says which is right; an unknown address is 404', async () => {
  const wrong = await api.request('/api/v1/check')
  expect([wrong.status, wrong.headers.get('Allow'), wrong.headers.get('Content-Type')]).toEqual([
    405,
    'POST',
    'application/problem+json',
  ])
  expect((await api.request('/api/v1/check/questions', { method: 'POST' })).status).toBe(405)
  expect((await api.request('/api/v2')).status).toBe(404)
})

test('the description is OpenAPI 3.1, names every call and every refusal', async () => {
  const document = await (await api.request('/api/openapi.json')).json()
  expect(document.openapi).toMatch(/^3\.1\./)
  const called = [...guideCalls, ...clinicCalls].map(({ path }) => path.replace(/:(\w+)/g, '{$1}'))
  expect(Object.keys(document.paths)).toEqual([...new Set(['/api/v1/check/questions', '/api/v1/check', ...called])])
  expect(Object.keys(document.paths['/api/v1/check'].post.responses)).toEqual(['200', '400', '413', '415', '422'])
  expect(document.components.schemas).toHaveProperty('Problem')
})

test('every answer says that nobody may frame it, open it from elsewhere or use the device through it', async () => {
  const answers = [await api.request('/api/openapi.json'), await api.request('/api/nothing')]
  for (const { headers } of answers) {
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('geolocation=()')
    expect(headers.get('x-frame-options')).toBe('DENY')
  }
})

test('the list of questions has every question once', async () => {
  const { questions } = await (await api.request('/api/v1/check/questions')).json()
  const ids = questions.map(({ id }: { id: string }) => id)
  expect(ids.length).toBeGreaterThan(60)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the OpenAPI document passes another project’s validator', async () => {
  const document = await (await createApi().request('/api/openapi.json')).json()
  await expect(SwaggerParser.validate(document)).resolves.toBeDefined()
  await expect(SwaggerParser.validate({ ...document, info: { title: 'no version' } })).rejects.toThrow()
})
