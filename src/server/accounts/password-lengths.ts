/** Shortest and longest password, in characters. */
export const passwordLengths = { shortest: 12, longest: 128 } as const
