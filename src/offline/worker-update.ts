/**
 * When a newer worker, with newer questions and rules, takes over: between checks, never within one; and what the start of
 * a check says and waits for while there is one.
 * A newer worker that finds a check under way waits until the one in charge tells it to take over. Nothing here waits for
 * that: it comes about only once the worker in charge has nothing left to answer.
 */
import { fetchWithin } from './time-limit.ts'

/** Said to the waiting worker, which then takes over (worker.ts). */
export const takeOver = 'unclench: take over'
/** Longest that the start of a check waits to learn whether the server has something newer, in milliseconds. */
export const askMs = 800
/**
 * For so long after a page of a check no other page lets a newer worker in. A page that is asked for just as it takes over may
 * never come, as Chromium was seen to leave it: so it was where a page beside the check was made anew by what the check wrote,
 * while its result was loaded again.
 */
export const atCheckMs = 10_000
/** After the page that looks for newer questions came to nothing, the next starts go on at once for so long. */
const tryAgainMs = 600_000

/** The side of the worker in charge: lets a newer one in, if one is ready. */
export function activateWaitingWorker({ waiting }: Pick<ServiceWorkerRegistration, 'waiting'>): void {
  waiting?.postMessage(takeOver)
}

/**
 * Whether the server's worker is another build than this one. No with no network, no word in time, or an answer that is not
 * our worker's: a portal's sign-in page or an error has marks too. The server is asked for its mark alone; the page itself
 * (src/web/islands/page.ts) makes the browser fetch the newer worker. Asked for by a worker, Chromium puts that off for as
 * long as the person goes from page to page.
 *
 * @param address of the worker's script
 * @param hear is given our server's answer, which says what time it is there
 */
export async function serverHasOther(
  address: string,
  buildId: string,
  hear: (answer: Response) => void = () => undefined,
): Promise<boolean> {
  try {
    return await fetchWithin(askMs, address, { method: 'HEAD', cache: 'no-store', redirect: 'error' }, (answer) => {
      const type = answer.headers.get('Content-Type') ?? ''
      const [, mark] = /^(?:W\/)?"([0-9a-f]{12})"$/.exec(answer.headers.get('ETag') ?? '') ?? []
      const isOurs = answer.ok && /^(text|application)\/javascript\b/i.test(type) && mark !== undefined
      if (isOurs) hear(answer)
      return isOurs && mark !== buildId
    })
  } catch {
    return false
  }
}

/** What the start of a check does about newer questions. */
export type Start =
  /** These are the newest that anybody knows of, or nobody can be asked. */
  | 'go'
  /** There are newer ones: look for a moment whether they come. */
  | 'look'
  /** There are newer ones, they could not be had just now, and the page says which these are. */
  | 'goWithDate'

/** What is known when a check is started. */
export interface AtStart {
  /** Whether this start has looked already, as its address says. */
  readonly looked: boolean
  /** A newer worker is here whole, and only waits to take over. */
  readonly ready: boolean
  /** One is being fetched. */
  readonly coming: boolean
  /** Whether the server has another build; asked only when needed. */
  readonly serverHasOther: () => Promise<boolean>
  /** Whether another tab shows a check that is under way: its rules may not change. */
  readonly checkInSight: () => Promise<boolean>
  readonly nowMs: number
}

/** Decides each start, and remembers when looking came to nothing. */
export function startDecider(): (at: AtStart) => Promise<Start> {
  let cameToNothingAtMs: number | null = null
  return async ({ looked, ready, coming, serverHasOther, checkInSight, nowMs }) => {
    // Both at once: together they are part of the two seconds that a start may wait.
    const [other, inSight] = await Promise.all([ready || coming || serverHasOther(), checkInSight()])
    if (!other) {
      cameToNothingAtMs = null
      return 'go'
    }
    if (looked) cameToNothingAtMs = nowMs
    const sinceMs = cameToNothingAtMs === null ? null : nowMs - cameToNothingAtMs
    const lately = sinceMs !== null && sinceMs >= 0 && sinceMs < tryAgainMs
    return looked || inSight || (lately && !ready) ? 'goWithDate' : 'look'
  }
}
