/**
 * What a player and the worker say to each other, so that a session does not play on past a danger that was told in another
 * tab. The same words stand in web/islands/player/record-watch.ts, which may not import from here.
 * Never: says what was told.
 */

/** The worker to every tab: something was written into the record. */
export const recordChanged = 'unclench-record-changed'

/** The address that a player asks about ("may I play on?"); null for any other message. */
export function playerAsked(data: unknown): string | null {
  const path = typeof data === 'object' && data !== null && 'mayPlay' in data ? data.mayPlay : null
  return typeof path === 'string' && /^\/(?:session|relax)\/[a-z0-9-]+$/.test(path) ? path : null
}
