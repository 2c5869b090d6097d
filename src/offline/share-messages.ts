/**
 * What the form of a booking asks the worker: which check there is to share. The same word stands in web/islands/share.ts,
 * which may not import from here. Only pages of ours can ask a worker of ours.
 */

/** Is this that question? */
export const asksForCheck = (data: unknown): boolean => data === 'unclench-check-to-share'
