/**
 * A stopwatch that does not drift and survives a reload, a background tab and a sleeping phone. Pure: the two clocks are
 * passed in.
 * Never: shows less time than has passed on either clock, since for heat and cold less would be dangerous.
 */

/** Both clocks of a browser, in milliseconds. `wall` goes on while a device sleeps; `steady` ignores clock changes. */
export interface Clocks {
  readonly wall: number
  readonly steady: number
}

/** The watch as data. */
export interface Watch {
  /** Elapsed when it was last started or stopped, ms. */
  readonly elapsedMs: number
  /** When it was started; nothing while it stands. */
  readonly since: Clocks | null
  /** Skin looks that were answered. */
  readonly looked: number
}

export const stopped: Watch = { elapsedMs: 0, since: null, looked: 0 }

/** Elapsed time now, ms: by whichever clock says more. */
export function elapsedMs({ elapsedMs, since }: Watch, now: Clocks): number {
  if (!since) return elapsedMs
  return elapsedMs + Math.max(0, now.wall - since.wall, now.steady - since.steady)
}

export const started = (watch: Watch, now: Clocks): Watch => ({ ...watch, since: watch.since ?? now })
export const paused = (watch: Watch, now: Clocks): Watch => ({
  ...watch,
  elapsedMs: elapsedMs(watch, now),
  since: null,
})

/** The watch as text. The steady clock starts anew with each page, so only what it has measured so far is kept. */
export function written(watch: Watch, now: Clocks): string {
  const { looked, since } = watch
  return JSON.stringify({ elapsedMs: elapsedMs(watch, now), wall: since ? now.wall : null, looked })
}

/** A watch from text, going on where it was; a damaged text is a stopped watch. */
export function read(text: string | null, now: Clocks): Watch {
  try {
    const { elapsedMs, wall, looked }: Record<string, unknown> = JSON.parse(text ?? '')
    if (typeof elapsedMs !== 'number' || !(elapsedMs >= 0) || typeof looked !== 'number') return stopped
    if (typeof wall !== 'number') return { elapsedMs, since: null, looked }
    return { elapsedMs: elapsedMs + Math.max(0, now.wall - wall), since: now, looked }
  } catch {
    return stopped
  }
}
