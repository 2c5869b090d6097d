/** What the shape of the code may be, and what is not there yet. Data only. */

/** Most lines of a function. */
export const longestFunction = 70
/** Goals that are reported and fail nothing: nine functions in ten, nine files in ten, and casts in 1,000 lines. */
export const goals = { functionLines: 25, fileLines: 250, castsPer1000: 1 } as const

/**
 * Functions that are still longer, by file and name. One that is cut to size must leave this list: the check fails until it
 * does. Nothing may be added.
 */
export const stillTooLong: Readonly<Record<string, readonly string[]>> = {}
