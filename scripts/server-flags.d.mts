/** Types of server-flags.mjs, which `npm start` runs as plain JavaScript. */
export declare const serverFlags: readonly string[]
