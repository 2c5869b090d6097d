/** The API behind a real Node server, put together as main.ts does it. For tests. */
import type { AddressInfo } from 'node:net'
import { createApi } from './api.ts'
import type { AnswerCall } from './check-call.ts'
import { createNodeServer, stopServer } from './node-server.ts'

export interface ListeningApi {
  readonly url: string
  readonly port: number
  /** Ends at once, whoever is still connected. */
  readonly close: () => Promise<void>
}

export async function listenWithApi(answer?: AnswerCall): Promise<ListeningApi> {
  const server = createNodeServer(createApi(undefined, answer).fetch)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port, close: () => stopServer(server, 0) }
}
