/**
 * The service worker: answers the care pages on the device itself, with the same app as the server.
 * Built as /worker.js. Sends nothing that a person answers anywhere.
 */
import { built } from 'virtual:built'
import { asEpochMs } from '../care/evidence/time.ts'
import { createCareApp } from '../web/care/app.tsx'

declare const self: ServiceWorkerGlobalScope

const app = createCareApp({
  kind: 'device',
  notebook: null,
  now: () => asEpochMs(Date.now()),
  newId: () => crypto.randomUUID(),
  assets: built.assets,
  buildId: built.id,
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.mode === 'navigate' && new URL(request.url).origin === self.location.origin)
    event.respondWith(app.fetch(request))
})
