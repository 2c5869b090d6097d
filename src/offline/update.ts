/**
 * When a newer worker, with newer questions and rules, takes over: between checks, never within one.
 * Called by worker.ts. A newer worker that finds a check under way waits until the one in charge tells it to take over.
 * Nothing here waits for that: it comes about only once the worker in charge has nothing left to answer.
 */
import { fetchWithin } from './time-limit.ts'

/** Said to the waiting worker. */
const takeOver = 'unclench: take over'
/** Longest that the start of a check waits to learn whether the server has something newer, in milliseconds. */
const askMs = 1000

/** The waiting worker's side: it takes over when told to. */
export function takeOverWhenTold(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('message', (event) => {
    if (event.data === takeOver) event.waitUntil(worker.skipWaiting())
  })
}

/** The side of the worker in charge: lets a newer one in, if one is ready. */
export function letIn({ waiting }: ServiceWorkerRegistration): void {
  waiting?.postMessage(takeOver)
}

/**
 * Whether a newer worker is on its way, or the server has another build than this one. No with no network, or no word in
 * a second. The server is asked for its mark alone; the page itself (src/web/islands/page.ts) makes the browser fetch the
 * newer worker. Asked for by a worker, Chromium puts that off for as long as the person goes from page to page.
 */
export async function hasNewer(registration: ServiceWorkerRegistration, buildId: string): Promise<boolean> {
  const address = registration.active?.scriptURL
  if (registration.waiting ?? registration.installing) return true
  if (address === undefined) return false
  try {
    return await fetchWithin(askMs, address, { method: 'HEAD', cache: 'no-store' }, ({ ok, headers }) => {
      const mark = headers.get('ETag')
      return ok && mark !== null && !mark.includes(buildId)
    })
  } catch {
    return false
  }
}
