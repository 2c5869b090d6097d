/**
 * The Node server round the app: how long a caller may take, what is said to bytes that are no request, how it stops.
 * Never: waits for ever for anybody, answers without words, or logs a caller's mistake as a fault of ours.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { uk } from '../care/region.ts'
import { plainHeaders } from './problem.ts'

/** How long a caller may take to send the head of a request, and all of it. */
const headersTimeoutMs = 15_000
const requestTimeoutMs = 60_000
/** Connections at one time; a further one is hung up on. Each may hold a body of a megabyte. */
const mostConnections = 4_000
/** How long requests under way may take to end once the server is told to stop. */
const stopDeadlineMs = 5_000

type Fetch = Parameters<typeof getRequestListener>[0]

/** A server that answers with `fetch` and has words for whatever is no request. Not listening yet. */
export function createNodeServer(fetch: Fetch): Server {
  const listener = getRequestListener(fetch, { errorHandler: refusal })
  const options = {
    headersTimeout: headersTimeoutMs,
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: 2_000,
    // A missing host is answered by `refusal`, in words.
    requireHostHeader: false,
  }
  const server = createServer(options, (request, response) => void listener(request, response))
  server.maxConnections = mostConnections
  server.on('clientError', refuseBytes)
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const { headers, body } = refusalOf(417)
    response.writeHead(417, { ...headers, Connection: 'close' }).end(body)
  })
  return server
}

/**
 * Stops listening, lets requests under way end, and after five seconds hangs up on those that have not.
 * @returns when the last connection is gone
 */
export function stopServer(server: Server, deadlineMs = stopDeadlineMs): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs)
    server.close(() => {
      clearTimeout(deadline)
      resolve()
    })
  })
}

/** What is said to bytes that are no request of ours: short words, with the emergency number and every header. */
function refusalOf(status: number): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const why = status === 417 ? 'We cannot promise what the request expects' : 'We could not read that request'
  const body = `${why}. Open the page again from its address.\nIn an emergency call ${uk.emergencyNumber}.\n`
  const headers = { ...plainHeaders, 'Content-Type': 'text/plain; charset=utf-8' }
  return { headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) }, body }
}

/** For addresses and hosts that cannot be read, and for callers who hang up half-way, who hear nothing any more. */
function refusal(error: unknown): Response {
  const theirs = error instanceof Error && (error.name === 'RequestError' || isHangUp(error))
  if (!theirs) console.error(error)
  const { headers, body } = refusalOf(400)
  return new Response(body, { status: theirs ? 400 : 500, headers })
}

/** Did the caller go away before the request was whole? */
export const isHangUp = (error: unknown): boolean =>
  error instanceof Error &&
  ('code' in error ? error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE' : false)

/** Bytes that Node itself cannot read as a request, or that took too long to come. */
function refuseBytes(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  const { headers, body } = refusalOf(status)
  const lines = Object.entries({ ...headers, Connection: 'close' }).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}
