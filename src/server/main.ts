/**
 * The server: built files from disk, then the care app. Started by `npm start` as dist/server/main.js.
 * Keeps nothing of what people answer.
 */
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { built } from 'virtual:built'
import { asEpochMs } from '../care/evidence/time.ts'
import { createCareApp } from '../web/care/app.tsx'
import { galleryRoutes } from '../web/care/gallery.tsx'
import type { CareHome } from '../web/care/home.ts'
import { createApi } from './api.ts'

const home = {
  kind: 'server',
  notebook: null,
  now: () => asEpochMs(Date.now()),
  newId: randomUUID,
  assets: built.assets,
  buildId: built.id,
} satisfies CareHome
const app = new Hono()
  .use(serveStatic({ root: fileURLToPath(new URL('../client', import.meta.url)) }))
  .route('/', createApi())
  .route('/', galleryRoutes(home))
  .route('/', createCareApp(home))

const server = serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) }, ({ port }) =>
  console.log(`Unclench is running: http://localhost:${port}`),
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())
