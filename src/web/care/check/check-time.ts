/**
 * How long the check takes somebody who reads every word at 220 words a minute, with 1.5 seconds a tap: the slowest of
 * the people in check-length.test.ts, who count it on the rendered pages and hold this word to what they find.
 */
export const checkMinutes = 'seven minutes'
