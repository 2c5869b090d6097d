/** The place for a locked copy, on a real database: whose it is, which version stands, and two who write at once. */
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { mostLockedBytes } from './locked-copy.ts'
import { lockedCopyRoutes } from './locked-copy-routes.ts'

const db = testDatabase()
const path = '/account/record'
/** For these tests the account is named by a header; who is signed in is the doors' to say. */
const app = lockedCopyRoutes({
  auth: () => db.auth,
  accountOf: async (request) => request.headers.get('X-Test-Account') ?? undefined,
})
let robin = ''
let nadia = ''

const makeAccount = async () => {
  const { rows } = await db.admin.query<{ id: string }>(
    `insert into auth.users (name, email) values ('Robin', $1) returning id`,
    [`${crypto.randomUUID()}@example.org`],
  )
  return rows[0]?.id ?? ''
}
beforeEach(async () => {
  ;[robin, nadia] = [await makeAccount(), await makeAccount()]
})

const ask = (method: string, account: string, more: RequestInit & { headers?: Record<string, string> } = {}) =>
  app.request(`http://localhost${path}`, {
    ...more,
    method,
    headers: { ...(account && { 'X-Test-Account': account }), ...more.headers },
  })
const put = (account: string, text: string, condition: Record<string, string>) =>
  ask('PUT', account, { body: text, headers: condition })
const first = { 'If-None-Match': '*' }
const versionOf = (answer: Response) => Number(/^"(\d+)"$/.exec(answer.headers.get('ETag') ?? '')?.[1])

describe('a copy', () => {
  test('is kept, handed out byte for byte, replaced by whoever names its version, and deleted', async () => {
    expect((await ask('GET', robin)).status).toBe(204)
    const one = versionOf(await put(robin, 'one', first))
    const two = await put(robin, 'two', { 'If-Match': `"${one}"` })
    expect(versionOf(two)).toBe(one + 1)
    const given = await ask('GET', robin)
    expect([await given.text(), given.headers.get('ETag'), given.headers.get('Cache-Control')]).toEqual([
      'two',
      `"${one + 1}"`,
      'no-store',
    ])
    expect((await ask('DELETE', robin)).status).toBe(204)
    expect((await ask('GET', robin)).status).toBe(204)
  })

  test('that was deleted is never taken for the one that came after it', async () => {
    const seen = (await put(robin, 'old', first)).headers.get('ETag') ?? ''
    await ask('DELETE', robin)
    await put(robin, 'new words', first)
    expect((await put(robin, 'old, and more', { 'If-Match': seen })).status).toBe(412)
    expect(await (await ask('GET', robin)).text()).toBe('new words')
  })

  test('is never replaced by somebody who has not seen it', async () => {
    await put(robin, 'one', first)
    for (const condition of [first, { 'If-Match': '"7"' }])
      expect((await put(robin, 'blind', condition)).status).toBe(412)
    for (const condition of [{}, { 'If-Match': '*' }, { 'If-Match': 'x' }])
      expect((await put(robin, 'blind', condition)).status).toBe(428)
    expect(await (await ask('GET', robin)).text()).toBe('one')
  })

  test('of two devices that write at once one gets through, and the other is told', async () => {
    const one = versionOf(await put(robin, 'one', first))
    for (let round = 0; round < 20; round += 1) {
      const both = await Promise.all(['a', 'b'].map((text) => put(robin, text, { 'If-Match': `"${one + round}"` })))
      expect(both.map(({ status }) => status).sort()).toEqual([204, 412])
    }
  })

  test('belongs to its account alone', async () => {
    await put(robin, 'mine', first)
    expect((await ask('GET', nadia)).status).toBe(204)
    await ask('DELETE', nadia)
    expect(await (await ask('GET', robin)).text()).toBe('mine')
  })
})

describe('what is refused', () => {
  test.each(['GET', 'PUT', 'DELETE'])('%s by nobody', async (method) => {
    expect((await ask(method, '')).status).toBe(401)
  })

  test.each([
    ['named by the browser', { 'Sec-Fetch-Site': 'cross-site' }],
    ['of the same site and another host', { 'Sec-Fetch-Site': 'same-site' }],
    ['by its origin', { Origin: 'https://elsewhere.example' }],
  ])('a write from another site, %s', async (_how, headers) => {
    expect((await put(robin, 'planted', { ...first, ...headers })).status).toBe(403)
    expect((await ask('DELETE', robin, { headers })).status).toBe(403)
    expect((await ask('GET', robin)).status).toBe(204)
  })

  test('nothing at all, and more than is taken', async () => {
    expect((await put(robin, '', first)).status).toBe(400)
    const large = { ...first, 'Content-Length': String(mostLockedBytes + 1) }
    expect((await put(robin, 'x', large)).status).toBe(413)
    expect((await ask('GET', robin)).status).toBe(204)
  })

  test('other methods, told which there are', async () => {
    const answer = await ask('POST', robin)
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, PUT, DELETE'])
  })

  test('every call while the database is away', async () => {
    const away = lockedCopyRoutes({ auth: () => undefined, accountOf: async () => robin })
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await away.request(`http://localhost${path}`, { method })).status).toBe(503)
  })
})
