/**
 * `POST /api/v1/check` straight from Node, in front of Hono: turning a call into a web Request and its reply back into a
 * Node one takes longer than the check itself. Called by main.ts.
 * Takes only calls that have nothing unusual about them; every other one goes to Hono, which has the last word.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type AnswerCall, bodyLimitBytes, checkPath } from './check-call.ts'
import { ourFault, type Reply } from './problem.ts'

/** A listener that answers plain calls of the check itself and gives everything else to `otherwise`. */
export function checkFirst(answerCall: AnswerCall, otherwise: RequestListener): RequestListener {
  return (request, response) => {
    if (!isPlainCall(request)) return otherwise(request, response)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    // Never reached when the caller hangs up half-way: then there is nobody to answer.
    request.on('end', () => {
      const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
      send(response, reply(answerCall, request.headers['content-type'] ?? '', body))
    })
  }
}

/** A call whose length is said beforehand and within the limit, with every header once and a host as hosts are named. */
function isPlainCall({ method, url, headers, rawHeaders }: IncomingMessage): boolean {
  return (
    method === 'POST' &&
    url === checkPath &&
    headers['transfer-encoding'] === undefined &&
    Number(headers['content-length'] ?? Number.NaN) <= bodyLimitBytes &&
    /^[a-z0-9._-]+(:\d{1,5})?$/.test(headers.host ?? '') &&
    Object.keys(headers).length * 2 === rawHeaders.length
  )
}

function reply(answerCall: AnswerCall, contentType: string, body: Uint8Array): Reply {
  try {
    return answerCall(contentType, body)
  } catch (error) {
    return ourFault(error)
  }
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers, 'Content-Length': body.length })
  response.end(body)
}
