/**
 * What a page of the account tells the worker: one word, and nothing of whose account it was. The same word stands in
 * web/islands/account-gone.ts, which may not import from here.
 */

/** Was an account deleted in this browser? A locked copy that was in it is gone. */
export const tellsAccountGone = (data: unknown): boolean => data === 'unclench-account-gone'
