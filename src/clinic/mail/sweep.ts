/** Work that is done again and again beside the server until it is told to stop: sending mail, ending offers. */

/** Work that runs until it is stopped. */
export interface RunningSweep {
  /** Ends what is being done, and answers when the last round is over, or after `withinMs` at the latest. */
  readonly stop: (withinMs?: number) => Promise<void>
}

/**
 * Does it at once, and then again so long after the end of each round. A round that fails is reported; the next tries anew.
 * @param report hears why, in one word: never a message, which may hold what a row says
 */
export function sweepAgainAndAgain(
  round: (signal: AbortSignal) => Promise<unknown>,
  report: (why: string) => void,
  everyMs: number,
): RunningSweep {
  const stopping = new AbortController()
  const { signal } = stopping
  const running = (async () => {
    while (!signal.aborted) {
      await round(signal).catch((error: unknown) => report(codeOf(error)))
      await pause(everyMs, signal)
    }
  })()
  return {
    stop: async (withinMs = 5_000) => {
      stopping.abort()
      const late = new AbortController()
      await Promise.race([running, pause(withinMs, late.signal)])
      late.abort()
    },
  }
}

/** "ECONNREFUSED", or a fault's kind. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/** Waits so long, or until told to stop. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
}
