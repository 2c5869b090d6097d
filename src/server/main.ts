/**
 * The server: built files from disk, then the care app. Started by `npm start` as dist/server/main.js.
 * Keeps nothing of what people answer.
 */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { built } from 'virtual:built'
import { asEpochMs } from '../care/evidence/time.ts'
import { createCareApp } from '../web/care/app.tsx'
import { galleryRoutes } from '../web/care/gallery.tsx'
import type { CareHome } from '../web/care/home.ts'
import { securityHeaders } from '../web/care/security-headers.ts'
import { createApi } from './api.ts'
import { createAnswerCall } from './check-call.ts'
import { checkFirst } from './check-listener.ts'

/** Built files carry their hash in their name, so they never change. */
const forEver: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable')
}

/** The worker is asked for at each start, so that old clinical rules are never served unnoticed. */
const alwaysAsk: MiddlewareHandler = async (c, next) => {
  const etag = `"${built.id}"`
  if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304, { ETag: etag })
  await next()
  c.header('Cache-Control', 'no-cache')
  c.header('ETag', etag)
}

const home = {
  kind: 'server',
  notebook: null,
  now: () => asEpochMs(Date.now()),
  newId: randomUUID,
  assets: built.assets,
  buildId: built.id,
} satisfies CareHome
const answerCall = createAnswerCall()
const app = new Hono()
  // First, and with headers of its own: a call from a machine need not pass the file look-up and the packing.
  .route('/', createApi(answerCall))
  .use(securityHeaders())
  .use(compress())
  .use('/assets/*', forEver)
  .use('/worker.js', alwaysAsk)
  .use(serveStatic({ root: fileURLToPath(new URL('../client', import.meta.url)) }))
  .route('/', galleryRoutes(home))
  .route('/', createCareApp(home))

const listener = checkFirst(answerCall, getRequestListener(app.fetch))
const server = createServer(listener).listen(Number(process.env.PORT ?? 3000), () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : address
  console.log(`Unclench is running: http://localhost:${port}`)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())
