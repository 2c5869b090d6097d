/**
 * The player's clock: elapsed time is computed, never counted, so a throttled tab is not behind; and a gap in which nobody
 * was guided (a locked phone, a call, a frozen page) stops it at the place where it was. Pure: the clocks are passed in.
 * Never: races on past what the person could not see or hear.
 */

/** The browser's clocks, milliseconds. `sound`: Web Audio's own; null while there is none. */
export interface Clocks {
  readonly wall: number
  readonly steady: number
  readonly sound: number | null
}

export interface Run {
  /** Elapsed when it was last started or stopped. */
  readonly baseMs: number
  /** When it was started; null while it stands. */
  readonly since: Clocks | null
  /** When we last looked. */
  readonly seen: Clocks | null
}

/** More than this between two looks is a gap, unless the sound went on all the while. */
const gapMs = 4000
/** So much may the sound's clock be short of the others and still count as having gone on. */
const slackMs = 2000

export const standing = (baseMs: number): Run => ({ baseMs, since: null, seen: null })
export const started = (run: Run, now: Clocks): Run => (run.since ? run : { ...run, since: now, seen: now })

/** Elapsed at a moment, by the steady clock. */
export const elapsedAt = ({ baseMs, since }: Run, now: Pick<Clocks, 'steady'>): number =>
  baseMs + (since ? Math.max(0, now.steady - since.steady) : 0)

export const paused = (run: Run, now: Clocks): Run => standing(elapsedAt(run, now))

/** A look at the clocks: the run goes on, or stands at where it was last seen because of a gap. */
export function looked(run: Run, now: Clocks): { readonly run: Run; readonly gap: boolean } {
  const { since, seen } = run
  if (!since || !seen) return { run, gap: false }
  // Some devices stop the steady clock while they sleep; the wall clock then tells.
  const awayMs = Math.max(now.steady - seen.steady, now.wall - seen.wall)
  const heardMs = now.sound !== null && seen.sound !== null ? now.sound - seen.sound : 0
  if (awayMs > gapMs && heardMs < awayMs - slackMs) return { run: standing(elapsedAt(run, seen)), gap: true }
  return { run: { ...run, seen: now }, gap: false }
}
