/** What goes over the network to the account, and what each of its answers is taken for. */
import { afterEach, expect, test, vi } from 'vitest'
import { copyInAccount } from './locked-copy.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
/** An account that answers so; what it was asked. */
function account(answer: () => Promise<Response> | Response) {
  const asked: (RequestInit & { address: string })[] = []
  vi.stubGlobal('fetch', async (address: string, { signal: _signal, ...how }: RequestInit) => {
    asked.push({ address, ...how })
    return await answer()
  })
  return asked
}
const bytes = new Uint8Array([1, 2, 3])
const calls = {
  get: () => copyInAccount.get(),
  put: () => copyInAccount.put(bytes, '"4"'),
  remove: () => copyInAccount.remove(),
}

test.each([
  [401, 'signedOut', 'signedOut', 'signedOut'],
  [403, 'signedOut', 'signedOut', 'signedOut'],
  [404, 'away', 'away', 'away'],
  [412, 'away', 'changed', 'away'],
  [413, 'full', 'full', 'full'],
  [500, 'away', 'away', 'away'],
])('an account that answers %d has neither given, taken nor deleted the copy', async (status, get, put, remove) => {
  account(() => new Response('x', { status, headers: { ETag: '"4"' } }))
  for (const [call, why] of Object.entries({ get, put, remove }))
    expect([call, await calls[call as keyof typeof calls]()]).toEqual([call, { ok: false, why }])
})

test('it holds no copy yet, or one with its version; one without a version cannot be replaced, so it is none', async () => {
  account(() => new Response(null, { status: 204 }))
  expect(await calls.get()).toEqual({ ok: true, copy: null })
  account(() => new Response(bytes, { headers: { ETag: '"4"' } }))
  expect(await calls.get()).toEqual({ ok: true, copy: { locked: bytes, version: '"4"' } })
  account(() => new Response(bytes))
  expect(await calls.get()).toEqual({ ok: false, why: 'away' })
})

test('a copy is put in the place of the version that was read, or where there is none; never past a page of somebody else', async () => {
  const asked = account(() => new Response(null, { status: 204 }))
  for (const call of [calls.get, calls.put, () => copyInAccount.put(bytes, null), calls.remove])
    expect((await call()).ok).toBe(true)
  const each = { address: '/account/record', credentials: 'same-origin', redirect: 'error', cache: 'no-store' }
  const headers = { 'Content-Type': 'application/octet-stream' }
  expect(asked).toEqual([
    { ...each, method: 'GET' },
    { ...each, method: 'PUT', body: bytes, headers: { ...headers, 'If-Match': '"4"' } },
    { ...each, method: 'PUT', body: bytes, headers: { ...headers, 'If-None-Match': '*' } },
    { ...each, method: 'DELETE' },
  ])
})

test('a line that breaks is told apart from an account that never answers, which is waited for half a minute', async () => {
  account(() => Promise.reject(new TypeError('no line')))
  expect(await calls.put()).toEqual({ ok: false, why: 'offline' })
  account(() => new Promise<Response>(() => undefined))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const told: unknown[] = []
  const asking = calls.put().then((answer) => told.push(answer))
  await vi.advanceTimersByTimeAsync(29_999)
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await asking
  expect(told).toEqual([{ ok: false, why: 'away' }])
})
