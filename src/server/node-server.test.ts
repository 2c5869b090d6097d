/** Bytes on a socket: what is said to those that are no request, and that nobody can hold the server up. */
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ListeningApi, listenWithApi } from './api.fixtures.ts'
import { answerCall } from './check-call.ts'
import { createNodeServer, stopServer } from './node-server.ts'

let listening: ListeningApi
beforeEach(async () => {
  listening = await listenWithApi()
})
afterEach(() => listening.close())

/** Sends bytes as they are; returns all that comes back until the server hangs up. */
function exchange(...parts: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(listening.port, '127.0.0.1')
    let heard = ''
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      heard += text
    })
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
    for (const part of parts) socket.write(part)
  })
}

const body = '{"answers":{"A1":"no"}}'
const call = `POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`

test.each([
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['no host, an old version', 'GET / HTTP/1.0\r\n\r\n', 400],
  ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n', 400],
  ['a backslash in the address', 'GET /..\\x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 400],
  ['what it expects', 'GET / HTTP/1.1\r\nHost: localhost\r\nExpect: miracles\r\nConnection: close\r\n\r\n', 417],
  ['no request at all', 'hello\r\n\r\n', 400],
  ['a greeting for another protocol', '\u0016\u0003\u0001', 400],
  ['a header without end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
])('%s is refused in words, with the emergency number and our headers', async (_, bytes, status) => {
  const said = await exchange(bytes)
  expect(said).toContain(`HTTP/1.1 ${status} `)
  expect(said).toContain('999')
  expect(said.toLowerCase()).toContain("content-security-policy: default-src 'none'")
  expect(said.toLowerCase()).toContain('x-content-type-options: nosniff')
  expect(said.toLowerCase()).toContain('cache-control: no-store')
})

test('a call is answered whole, in pieces, and in chunks', async () => {
  const whole = await exchange(call)
  expect(whole).toContain('HTTP/1.1 200')
  expect(await exchange(call.slice(0, -20), call.slice(-20))).toContain('HTTP/1.1 200')
  const chunked = call
    .replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked')
    .replace(body, `17\r\n${body}\r\n0\r\n\r\n`)
  expect(await exchange(chunked)).toContain('HTTP/1.1 200')
})

/** Writes, then goes away without waiting. */
const hangUp = (bytes: string) =>
  new Promise<void>((resolve) => {
    const socket = connect(listening.port, '127.0.0.1', () => socket.write(bytes, () => socket.resetAndDestroy()))
    socket.on('close', () => resolve())
  })

test('a caller who hangs up half-way harms nobody and is no fault of ours', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const chunked = call.replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked').replace(body, '17\r\n{"answers"')
  for (const bytes of [call.slice(0, -5), chunked, chunked, chunked]) await hangUp(bytes)
  expect(await exchange(call)).toContain('HTTP/1.1 200')
  expect(log).not.toHaveBeenCalled()
  log.mockRestore()
})

test('when our own code throws, the caller is told so, and the log holds no answers', async () => {
  await listening.close()
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  listening = await listenWithApi((type, bytes) => {
    if (bytes.length > 15) throw new Error('planned')
    return answerCall(type, bytes)
  })
  const said = await exchange(call)
  expect(said).toContain('HTTP/1.1 500')
  expect(said).toContain('Our fault')
  expect(log.mock.calls.flat().join()).not.toContain('A1')
  expect(log).toHaveBeenCalledOnce()
  log.mockRestore()
})

test.each([
  ['half a head', 'POST /check HTTP/1.1\r\nHost: a'],
  ['half a body', 'POST /check HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\ntrail='],
  ['nothing', ''],
])('a caller who sent %s and waits cannot keep the server from stopping', async (_, bytes) => {
  const server = createNodeServer(async (request) => new Response(await request.text()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = await new Promise<Socket>((resolve) => {
    const opened = connect((server.address() as AddressInfo).port, '127.0.0.1', () => resolve(opened))
  })
  socket.on('error', () => {})
  socket.write(bytes)
  await new Promise((resolve) => setTimeout(resolve, 50))
  // Its return is the test: without the deadline it waits for the caller for ever.
  await stopServer(server, 100)
  expect(server.listening).toBe(false)
  socket.destroy()
})

test('a request under way is answered before the server stops', async () => {
  const [came, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<Response>()]
  const server = createNodeServer(() => {
    came.resolve()
    return answer.promise
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const asked = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    headers: { Connection: 'close' },
  })
  await came.promise
  const stopped = stopServer(server)
  answer.resolve(new Response('finished'))
  expect(await (await asked).text()).toBe('finished')
  await stopped
})
