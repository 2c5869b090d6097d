/**
 * When a newer worker, with newer questions and rules, takes over: between checks, never within one.
 * Called by worker.ts. A newer worker waits until the one in charge tells it to take over.
 */

/** Said to the waiting worker. */
const takeOver = 'unclench: take over'
/** Longest that the start of a check waits to learn whether there is something newer, in milliseconds. */
const lookMs = 1000
/** Longest that it then waits for the newer worker to be ready, in milliseconds. */
const readyMs = 3000

/** The waiting worker's side: it takes over when told to. */
export function takeOverWhenTold(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('message', (event) => {
    if (event.data === takeOver) event.waitUntil(worker.skipWaiting())
  })
}

/**
 * Looks for a newer worker. Returns it as soon as it is found, or `null`: nothing newer, no network, or no word in time.
 */
async function look(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const asked = registration.update().then(
    () => undefined,
    () => undefined,
  )
  await Promise.race([asked, after(lookMs)])
  return registration.installing ?? registration.waiting
}

/**
 * Looks for a newer worker and, if `mayTakeOver` still says so when it is ready, lets it take over.
 * Resolves to whether it has: the next request is then the newer worker's.
 */
export async function renew(
  registration: ServiceWorkerRegistration,
  mayTakeOver: () => Promise<boolean>,
): Promise<boolean> {
  const newer = registration.waiting ?? (await look(registration))
  if (!newer) return false
  if (!(await reaches(newer, ['installed'])) || !(await mayTakeOver())) return false
  newer.postMessage(takeOver)
  return await reaches(newer, ['activating', 'activated'])
}

/** Whether the worker comes into one of these states in time. */
async function reaches(worker: ServiceWorker, states: readonly ServiceWorkerState[]): Promise<boolean> {
  const done: readonly ServiceWorkerState[] = [...states, 'redundant']
  const seen = new Promise<void>((resolve) => {
    const look = () => {
      if (!done.includes(worker.state)) return
      worker.removeEventListener('statechange', look)
      resolve()
    }
    worker.addEventListener('statechange', look)
    look()
  })
  await Promise.race([seen, after(readyMs)])
  return states.includes(worker.state)
}

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
