/**
 * The peers of the server benchmark: `@hono/node-server` and nothing else. A GET is answered with "Hello World!". A POST is read
 * as JSON and answered with the reply that was recorded for as many answers: the same bytes in and out as the check for
 * machines, and no check between them. Run by bench/server/throughput.ts.
 */
import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'

/** The recorded replies by the number of answers; `REPLIES` names the file that holds them as JSON. */
const replies = new Map<number, string>(JSON.parse(readFileSync(process.env.REPLIES ?? '', 'utf8')))

async function replyTo(request: Request): Promise<Response> {
  const { answers } = (await request.json()) as { answers: object }
  const headers = { 'content-type': 'application/json' }
  return new Response(replies.get(Object.keys(answers).length), { headers })
}

serve(
  {
    fetch: (request: Request) => (request.method === 'POST' ? replyTo(request) : new Response('Hello World!')),
    port: Number(process.env.PORT),
  },
  ({ port }) => console.log(`http://localhost:${port}`),
)
