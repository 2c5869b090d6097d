/**
 * The service worker: answers the care pages on the device itself, with the same app as the server.
 * Built as /worker.js. Sends nothing that a person answers anywhere.
 *
 * Pages and forms of ours: the app. Their files: the cache. Everything else (the API, the gallery, this script, addresses
 * that only a newer server knows): the network, untouched.
 */
import { built } from 'virtual:built'
import { asEpochMs } from '../care/evidence/time.ts'
import { paths } from '../web/care/paths.ts'
import { assetCache } from './asset-cache.ts'
import {
  checksUnderWay,
  createDeviceApp,
  type DeviceHome,
  isFinished,
  mostWaits,
  tidy,
  timesWaited,
  waitPath,
} from './device-app.tsx'
import { openFromNote } from './note-press.ts'
import { openNotebook } from './notebook-db.ts'
import { idMaker } from './time-ordered-id.ts'
import { hasNewer, letIn, takeOverWhenTold } from './update.ts'

declare const self: ServiceWorkerGlobalScope

const now = () => asEpochMs(Date.now())
const newId = idMaker(now, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
const home: DeviceHome = {
  kind: 'device',
  notebook: openNotebook(newId, now, isFinished, built.id),
  now,
  newId,
  assets: built.assets,
  buildId: built.id,
}
const app = createDeviceApp(home)
const files = assetCache(built.id, built.files)
/** The first part of every address that the app answers: '' is the front page. */
const rooms = new Set(
  [...app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path), paths.plan].map(roomOf),
)

self.addEventListener('install', (event) => {
  const takeOverIfNobodyMinds = async () => {
    await files.fill()
    // The first worker serves at once, so that already the first check stays on the device. A later one only when no
    // check is under way; else it waits until it is let in.
    if (!self.registration.active || (await noCheckUnderWay())) void self.skipWaiting()
  }
  event.waitUntil(takeOverIfNobodyMinds())
})
takeOverWhenTold(self)
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), files.dropOld(), tidy(home).catch(() => undefined)]))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (request.mode !== 'navigate') {
    if (request.method === 'GET' && files.holds(url.pathname)) event.respondWith(files.answer(request))
    return
  }
  if (rooms.has(roomOf(url.pathname)) && url.pathname !== paths.movementSheet) event.respondWith(answer(event, url))
  else if (request.method === 'GET') event.respondWith(fetch(request).catch(() => app.request(paths.offline)))
})

self.addEventListener('notificationclick', (event) => {
  event.waitUntil(openFromNote(event.notification, self.clients))
})

/** A page of ours. Looks for newer rules at each start; lets them in only when nobody is in the middle of a check. */
async function answer(event: FetchEvent, url: URL): Promise<Response> {
  const { request } = event
  if (request.method === 'GET' && url.pathname === paths.check) {
    event.waitUntil(tidy(home).catch(() => undefined))
    const waited = timesWaited(url)
    if (waited < mostWaits && (await hasNewer(self.registration, built.id)) && (await noCheckInSight())) {
      letIn(self.registration)
      return await app.request(waitPath(waited + 1))
    }
  } else if (request.method === 'GET' && roomOf(url.pathname) !== roomOf(paths.check)) {
    if (self.registration.waiting && (await noCheckUnderWay())) letIn(self.registration)
  }
  return await app.fetch(request)
}

/** May the rules change now, when somebody looks at something else than a check? */
const noCheckUnderWay = async () => (await checksUnderWay(home)).size === 0

/** May the rules change now, when somebody starts anew? Not while another tab shows a check that is under way. */
async function noCheckInSight(): Promise<boolean> {
  const underWay = await checksUnderWay(home)
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return !tabs.some(({ url }) => underWay.has(new URL(url).pathname.split('/')[2] ?? ''))
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? ''
}
