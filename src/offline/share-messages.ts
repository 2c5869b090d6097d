/**
 * What the pages of booking ask the worker: which check there is to share, and whether help comes first. The same words stand in
 * web/islands/share.ts and help-first.ts, which may not import from here. Only pages of ours can ask a worker of ours.
 */

/** Is this the question for the check? */
export const asksForCheck = (data: unknown): boolean => data === 'unclench-check-to-share'

/** Is this the question whether help comes before any visit? */
export const asksForHelpFirst = (data: unknown): boolean => data === 'unclench-help-first'
