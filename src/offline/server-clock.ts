/**
 * How far this device's clock is behind the server's, by the `Date` of its answers (RFC 9110 §6.6.1). What was written down under
 * a clock that is behind looks older than it is once that is put right, and a dose long ago (H-28).
 * Never: asks the server for it alone, or moves what is written down: the person puts their clock right.
 */
import { asEpochMs, type EpochMs } from '../care/evidence/time.ts'

/** The server's clock, as last heard. */
export interface ServerClock {
  /** Hears an answer of our server. One without a date, or that was kept on the way, says nothing new. */
  readonly hear: (answer: Pick<Response, 'headers'>) => void
  /** Milliseconds, at the least; 0 where the device is right or ahead, or nothing was heard. */
  readonly behindMs: () => number
  /** What time it is there, at the least; undefined where nothing was heard. */
  readonly atLeast: () => EpochMs | undefined
}

/**
 * @param now this device's clock
 * @param steady milliseconds from any moment on, whatever is done to the clock; may stand still in sleep
 */
export function createServerClock(now: () => EpochMs, steady: () => number): ServerClock {
  let heard: { readonly at: number; readonly steady: number } | undefined
  const atLeast = () => (heard ? asEpochMs(heard.at + (steady() - heard.steady)) : undefined)
  return {
    hear: ({ headers }) => {
      const at = Date.parse(headers.get('Date') ?? '')
      if (at > (atLeast() ?? 0)) heard = { at, steady: steady() }
    },
    behindMs: () => Math.max(0, (atLeast() ?? 0) - now()),
    atLeast,
  }
}
