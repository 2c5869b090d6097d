/** The API behind a real Node server, put together as main.ts does it. For tests. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createApi } from './api.ts'
import { createAnswerCall } from './check-call.ts'
import { checkFirst } from './check-listener.ts'

export interface ListeningApi {
  readonly url: string
  readonly port: number
  /** How many requests were given to Hono so far. */
  readonly givenToHono: () => number
  readonly close: () => Promise<void>
}

export async function listenWithApi(answerCall = createAnswerCall()): Promise<ListeningApi> {
  let given = 0
  const hono = getRequestListener(createApi(answerCall).fetch)
  const counted: RequestListener = (request, response) => {
    given += 1
    return hono(request, response)
  }
  const server = createServer(checkFirst(answerCall, counted))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    givenToHono: () => given,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
