/** For tests: a clock that passes as soon as nothing else is done, so that the longest wait is over at once, and is counted. */
import { vi } from 'vitest'

/** One turn of the loop, in which everything comes that is asked of stores and files. */
const aTurn = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** What came of some work, and how many milliseconds of the clock passed until it came. */
interface Waited<Result> {
  readonly result: Result
  readonly ms: number
}

/**
 * Does something that may wait for a browser that never answers. The clock stands until nothing is left to do but to wait.
 * @throws what the work fails with, or when it still waits for something after so many milliseconds
 */
export async function waitedFor<Result>(work: () => Promise<Result>, most = 60_000): Promise<Waited<Result>> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  try {
    const since = performance.now()
    let done = false
    const doing = work().finally(() => {
      done = true
    })
    doing.catch(() => undefined)
    while (!done) {
      // Everything else comes first: what is asked of stores and files is answered within a few turns of the loop.
      for (let turn = 0; turn < 40 && !done; turn += 1) await aTurn()
      if (done) break
      if (performance.now() - since > most) throw new Error(`It still waits after ${most} ms.`)
      await vi.advanceTimersByTimeAsync(50)
    }
    return { result: await doing, ms: performance.now() - since }
  } finally {
    vi.useRealTimers()
  }
}
