/** What the shape of the code may be. Data only. */

/** Most lines of a function. */
export const longestFunction = 70
/** Goals that are reported and fail nothing: nine functions in ten, nine files in ten, and casts in 1,000 lines. */
export const goals = { functionLines: 25, fileLines: 250, castsPer1000: 1 } as const
