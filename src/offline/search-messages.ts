/**
 * What the search of the guide asks the worker while somebody types. The same words stand in web/islands/guide-search.ts, which
 * may not import from here. Only pages of ours can ask a worker of ours, and the answer goes back to that page alone.
 */

/** Longest text that is taken at all, in letters. */
const longest = 5000

/** The words that a page looks for; null for any other message. */
export function searchAsked(data: unknown): string | null {
  const words = typeof data === 'object' && data !== null && 'searchGuide' in data ? data.searchGuide : null
  return typeof words === 'string' ? words.slice(0, longest) : null
}
