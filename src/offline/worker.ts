/**
 * The service worker: hands the browser's events to device-worker.ts. Built as /worker.js.
 */
import { built } from 'virtual:built'
import { readClock } from '../care/evidence/time.ts'
import { createWorker } from './device-worker.ts'
import { openFromNote } from './notification-click.ts'
import { openNotebook } from './record-store.ts'
import { syncPlace } from './sync/sync-place.ts'
import { withLockedCopy } from './sync/with-locked-copy.ts'
import { within } from './time-limit.ts'
import { idMaker } from '../care/evidence/ids.ts'
import { playerAsked, recordChanged } from './player-messages.ts'
import { searchAsked } from './search-messages.ts'
import { tellsAccountGone } from './account-messages.ts'
import { asksForCheck, asksForHelpFirst } from './share-messages.ts'
import { asksForQuestion, throwsQuestionAway } from './question-messages.ts'
import { shownAsked } from './shown-messages.ts'
import { takeOver } from './worker-update.ts'

declare const self: ServiceWorkerGlobalScope

const now = () => readClock(Date.now())
const newId = idMaker(now, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
/** Longest that work behind a page may keep the worker awake, in milliseconds. */
const behindMs = 30_000

const worker = createWorker(built, {
  notebook: withLockedCopy(
    openNotebook(newId, now, built.id, undefined, () => void tellTabs().catch(() => undefined)),
    syncPlace,
  ),
  now,
  newId,
  caches: self.caches,
  registration: self.registration,
  tabs: async () =>
    (await self.clients.matchAll({ type: 'window', includeUncontrolled: true })).map(
      ({ url }) => new URL(url).pathname,
    ),
  claim: () => self.clients.claim(),
  skipWaiting: () => self.skipWaiting(),
})

/** When this worker wrote last, by the clock of then; 0: it does not know. */
let writtenAt = 0

/** Tells every tab that the record has changed, and nothing of what was told. */
async function tellTabs(): Promise<void> {
  writtenAt = Date.now()
  for (const tab of await self.clients.matchAll({ type: 'window', includeUncontrolled: true }))
    tab.postMessage(recordChanged)
}

/** What is said of a question that waits here; `undefined` where none was asked about. */
function questionAnswer(data: unknown): Promise<unknown> | undefined {
  if (asksForQuestion(data)) return worker.questionNow()
  return throwsQuestionAway(data) ? worker.throwQuestionAway() : undefined
}

self.addEventListener('message', (event) => {
  if (event.data === takeOver) event.waitUntil(self.skipWaiting())
  if (tellsAccountGone(event.data)) event.waitUntil(syncPlace.noteGone('account').catch(() => undefined))
  const [answerTo] = event.ports
  const asked = playerAsked(event.data)
  if (answerTo && asked !== null)
    event.waitUntil(
      worker
        .playsOn(asked)
        .then((open) => answerTo.postMessage(open))
        .catch(() => undefined),
    )
  const shown = shownAsked(event.data)
  if (answerTo && shown)
    event.waitUntil(
      worker
        // A clock that was put back since tells nothing of before and after.
        .shownNow(shown, writtenAt > Date.now() ? 0 : writtenAt)
        .then((standing) => answerTo.postMessage(standing))
        .catch(() => answerTo.postMessage(null)),
    )
  const words = searchAsked(event.data)
  if (answerTo && words !== null)
    event.waitUntil(
      worker
        .searchGuide(words)
        .then((html) => answerTo.postMessage(html))
        .catch(() => undefined),
    )
  if (answerTo && asksForCheck(event.data))
    event.waitUntil(
      worker
        .checkToShare()
        .then((check) => answerTo.postMessage(check))
        .catch(() => answerTo.postMessage(null)),
    )
  if (answerTo && asksForHelpFirst(event.data))
    event.waitUntil(
      worker
        .helpBeforeBooking()
        .then((help) => answerTo.postMessage(help))
        .catch(() => answerTo.postMessage(null)),
    )
  const answer = questionAnswer(event.data)
  if (answerTo && answer)
    event.waitUntil(answer.then((told) => answerTo.postMessage(told)).catch(() => answerTo.postMessage(null)))
})
self.addEventListener('install', (event) => event.waitUntil(worker.install()))
self.addEventListener('activate', (event) => event.waitUntil(worker.activate()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (new URL(request.url).origin !== self.location.origin) return
  const behind = (work: Promise<unknown>) => event.waitUntil(within(behindMs, work).catch(() => undefined))
  const answer = worker.answer({ request, navigates: request.mode === 'navigate', behind })
  if (answer) event.respondWith(answer)
})
self.addEventListener('notificationclick', (event) => {
  event.waitUntil(openFromNote(event.notification, self.clients))
})
