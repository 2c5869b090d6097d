/**
 * When a newer worker, with newer questions and rules, takes over: between checks, never within one.
 * Called by worker.ts. A newer worker waits until the one in charge tells it to take over.
 */

/** Said to the waiting worker. */
const takeOver = 'unclench: take over'
/** Longest that the start of a check waits to learn whether the server has something newer, in milliseconds. */
const askMs = 1000
/** Longest that a worker is kept awake for each step of the newer one's coming, in milliseconds. */
const stepMs = 20_000

/** The waiting worker's side: it takes over when told to. */
export function takeOverWhenTold(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('message', (event) => {
    if (event.data === takeOver) event.waitUntil(worker.skipWaiting())
  })
}

/**
 * Whether a newer worker is on its way, or the server has another build than this one. No with no network, or no word in
 * a second. The server is asked for its mark alone; the page itself (src/web/islands/page.ts) makes the browser fetch the newer
 * worker. Asked for by a worker, Chromium puts that off for as long as the person goes from page to page.
 */
export async function hasNewer(registration: ServiceWorkerRegistration, buildId: string): Promise<boolean> {
  const address = registration.active?.scriptURL
  if (newcomer(registration)) return true
  if (address === undefined) return false
  try {
    const signal = AbortSignal.timeout(askMs)
    const { ok, headers } = await fetch(address, { method: 'HEAD', cache: 'no-store', signal })
    const mark = headers.get('ETag')
    return ok && mark !== null && !mark.includes(buildId)
  } catch {
    return false
  }
}

/**
 * Waits for a newer worker, if there is one, and tells it to take over if `mayTakeOver` says so when it is ready.
 * It takes over once the worker in charge has nothing left to answer; so call this beside a request, never within one.
 * Never throws.
 */
export async function renew(
  registration: ServiceWorkerRegistration,
  buildId: string,
  mayTakeOver: () => Promise<boolean>,
): Promise<void> {
  if (!(await hasNewer(registration, buildId))) return
  const newer = newcomer(registration) ?? (await comingOf(registration))
  if (newer && (await isInstalled(newer)) && (await mayTakeOver())) newer.postMessage(takeOver)
}

const newcomer = ({ waiting, installing }: ServiceWorkerRegistration) => waiting ?? installing

/** The newer worker as soon as the browser has begun to install it, whoever asked for that. */
async function comingOf(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const found = new Promise<void>((resolve) => {
    registration.addEventListener('updatefound', () => resolve(), { once: true })
  })
  await Promise.race([found, after(stepMs)])
  return newcomer(registration)
}

/** Whether the worker is ready to take over, waiting a while for it. */
async function isInstalled(worker: ServiceWorker): Promise<boolean> {
  const settled = new Promise<void>((resolve) => {
    const look = () => {
      if (worker.state === 'installing') return
      worker.removeEventListener('statechange', look)
      resolve()
    }
    worker.addEventListener('statechange', look)
    look()
  })
  await Promise.race([settled, after(stepMs)])
  return worker.state === 'installed'
}

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
