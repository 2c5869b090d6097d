/** Calls as bytes on a socket: what Node answers itself, what it leaves to Hono, and that nobody could tell which. */
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ListeningApi, listenWithApi } from './api.fixtures.ts'
import { createAnswerCall } from './check-call.ts'

let listening: ListeningApi
beforeEach(async () => {
  listening = await listenWithApi()
})
afterEach(() => listening.close())

/** Sends bytes as they are; returns all that comes back until the server hangs up. */
function exchange(...parts: readonly (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(listening.port, '127.0.0.1')
    let heard = ''
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      heard += text
    })
    socket.on('end', () => resolve(heard))
    socket.on('error', reject)
    for (const part of parts) socket.write(part)
  })
}

const call = (body: string, headers: readonly string[], path = '/api/v1/check') =>
  [`POST ${path} HTTP/1.1`, 'Connection: close', ...headers, '', body].join('\r\n')
const plain = (body: string | Uint8Array) => [
  'Host: localhost:3000',
  'Content-Type: application/json',
  `Content-Length: ${Buffer.byteLength(body)}`,
]
/** Status line and body, and the headers in order without the date. */
const parts = (reply: string) => {
  const [head = '', body = ''] = reply.split('\r\n\r\n')
  const headers = head.split('\r\n').slice(1)
  const named = headers.filter((line) => !/^(date|connection):/i.test(line))
  return { status: head.slice(9, 12), headers: named.map((line) => line.toLowerCase()).sort(), body }
}
const first = '{"answers":{"A1":"no"}}'

test('a plain call is answered without Hono, whole or in pieces', async () => {
  const whole = parts(await exchange(call(first, plain(first))))
  expect(JSON.parse(whole.body)).toMatchObject({ complete: false })
  const text = call(first, plain(first))
  const pieces = await exchange(text.slice(0, -20), text.slice(-20, -5), text.slice(-5))
  expect(parts(pieces)).toEqual(whole)
  expect(listening.givenToHono()).toBe(0)
})

test.each([
  [
    'a length that is not said beforehand',
    call('17\r\n{"answers":{"A1":"no"}}\r\n0\r\n\r\n', [...plain('').slice(0, 2), 'Transfer-Encoding: chunked']),
  ],
  ['a header sent twice', call(first, [...plain(first), 'X-Twice: 1', 'X-Twice: 2'])],
  ['a query', call(first, plain(first), '/api/v1/check?now')],
  ['an address with its host', call(first, plain(first), 'http://localhost:3000/api/v1/check')],
  ['a host in capitals', call(first, ['Host: LOCALHOST', ...plain(first).slice(1)])],
])('%s goes to Hono, and gets the same answer', async (_, text) => {
  const usual = parts(await exchange(call(first, plain(first))))
  const other = parts(await exchange(text))
  expect(other).toEqual(usual)
  expect(listening.givenToHono()).toBe(1)
})

test.each([
  ['no JSON', '{"answers":'],
  ['an unknown question', '{"answers":{"Z9":"yes"}}'],
  ['another shape', '{"answers":[]}'],
  ['a prototype', '{"answers":{"__proto__":"yes","A1":"no"}}'],
  ['a byte order mark', '\uFEFF{"answers":{}}'],
  ['a finished check', '{"answers":{"A10":"yes","worry":"“it hurts”"}}'],
])('%s: the same bytes from Node as from Hono', async (_, body) => {
  const node = parts(await exchange(call(body, plain(body))))
  const hono = parts(await exchange(call(body, [...plain(body), 'X-Twice: 1', 'X-Twice: 2'])))
  expect(node).toEqual(hono)
  expect(listening.givenToHono()).toBe(1)
})

test('bytes that are no text are read as Hono reads them', async () => {
  const body = Buffer.from([...Buffer.from('{"answers":{"worry":"'), 0xff, 0xfe, ...Buffer.from('"}}')])
  const node = parts(await exchange(call('', plain(body)), body))
  const hono = parts(await exchange(call('', [...plain(body), 'X-Twice: 1', 'X-Twice: 2']), body))
  expect(node).toEqual(hono)
})

test('a call too large to read is refused by its length alone', async () => {
  const headers = ['Host: localhost', 'Content-Type: application/json', 'Content-Length: 1000001']
  const reply = await new Promise<string>((resolve, reject) => {
    const socket = connect(listening.port, '127.0.0.1')
    socket.once('data', (text) => {
      resolve(text.toString())
      socket.destroy()
    })
    socket.on('error', reject)
    socket.write(call('', headers))
  })
  expect(parts(reply).status).toBe('413')
})

test('a caller who hangs up half-way harms nobody', async () => {
  const text = call(first, plain(first))
  for (let time = 0; time < 5; time += 1)
    await new Promise<void>((resolve) => {
      const socket = connect(listening.port, '127.0.0.1', () => socket.write(text.slice(0, -5), () => socket.destroy()))
      socket.on('close', () => resolve())
    })
  expect(parts(await exchange(text)).status).toBe('200')
})

test('when our own code throws, the caller is told so, and the log holds no answers', async () => {
  await listening.close()
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const answer = createAnswerCall()
  listening = await listenWithApi((type, body) => {
    if (body.length > 15) throw new Error('planned')
    return answer(type, body)
  })
  const reply = parts(await exchange(call(first, plain(first))))
  expect(reply.status).toBe('500')
  expect(JSON.parse(reply.body)).toMatchObject({ status: 500, title: 'Our fault' })
  expect(log.mock.calls.flat().join()).not.toContain('A1')
  expect(log).toHaveBeenCalledOnce()
  log.mockRestore()
})
