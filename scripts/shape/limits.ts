/** What the shape of the code may be. Data only. */

/** Most lines of a function. */
export const longestFunction = 70
/** Most lines of logic of nine files in ten. A longer one is cut by what changes together, not by its length. */
export const mostFileLines = 250
/** Goals that are reported and fail nothing: nine functions in ten, and casts in 1,000 lines. */
export const goals = { functionLines: 25, castsPer1000: 1 } as const
