/**
 * How long the check takes somebody who reads every word at 220 words a minute, with 1.5 seconds a tap: the slowest of
 * the people in web/care/check/check-length.test.ts, who count it on the rendered pages and hold these to what they find.
 */

/** The most that the full check takes, in minutes. */
export const fullCheckMinutes = 7
/** The same inside a sentence: "It takes up to seven minutes." */
export const checkMinutes = 'seven minutes'
