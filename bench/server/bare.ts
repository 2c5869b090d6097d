/**
 * The peers of the server benchmark: `@hono/node-server` and nothing else. A GET is answered with "Hello World!"; a POST
 * is read as JSON and sent back as JSON, the least an interface for machines can do. Run by bench/server/throughput.ts.
 */
import { serve } from '@hono/node-server'

serve(
  {
    fetch: async (request: Request) =>
      request.method === 'POST' ? Response.json(await request.json()) : new Response('Hello World!'),
    port: Number(process.env.PORT),
  },
  ({ port }) => console.log(`http://localhost:${port}`),
)
