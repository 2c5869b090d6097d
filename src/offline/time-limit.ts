/**
 * An end for every wait of the worker: a browser whose storage or network never answers must not keep a page back.
 */

/** Longest wait for the browser's stores or for the network before a page goes on without them, in milliseconds. */
export const patienceMs = 1500

/** Thrown when a wait came to its end. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong'
}

/**
 * What `work` comes to, if it does so in time.
 *
 * @param limitMs most milliseconds to wait; 0 or less fails at once unless the work is done already
 * @throws TookTooLong when time is over (the work itself may still go on), or whatever `work` fails with
 */
export function within<Result>(limitMs: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TookTooLong(`no answer in ${limitMs} ms`)), limitMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** `fetch` that is given up, body and all, after so many milliseconds. */
export async function fetchWithin<Read>(
  limitMs: number,
  address: string | Request,
  how: RequestInit,
  read: (response: Response) => Read | Promise<Read>,
): Promise<Read> {
  const stop = new AbortController()
  try {
    return await within(limitMs, (async () => await read(await fetch(address, { ...how, signal: stop.signal })))())
  } finally {
    stop.abort()
  }
}
