/** What the shape of the code may be. Data only. */

/** Most lines of a function. */
export const longestFunction = 70
/** Most lines of nine functions in ten. */
export const mostFunctionLines = 25
/** Most lines of logic of nine files in ten. A longer one is cut by what changes together, not by its length. */
export const mostFileLines = 250
/** A goal that is reported and fails nothing: casts in 1,000 lines. */
export const goals = { castsPer1000: 1 } as const
