/**
 * How Node runs the server, for `npm start` and for what measures it. What Node may use for what is new is 8 MB: it takes 32
 * where nobody says, most of which the start fills once. With 8 the idle server is 44 MB smaller, and a call costs the same
 * (docs/benchmarks.md).
 */
export const serverFlags = ['--max-semi-space-size=8']
