/** What stands at one place of a reading. A place outside it is a stop without a word. */
import type { Reading } from './reading.ts'

/** How far back a "no", or whose illness it is, is looked for; in tokens. */
export const lookBack = 16

/** The word that stands there; empty outside. */
export const wordAt = ({ tokens }: Reading, at: number): string => tokens[at]?.word ?? ''

/** Whether a word, a number, a pause or a stop stands there. */
export const kindAt = ({ tokens }: Reading, at: number): string => tokens[at]?.kind ?? 'stop'

/** Is the word there part of something with this meaning of the lexicon? */
export const hasMeaning = ({ spans }: Reading, at: number, meaning: string): boolean =>
  spans[at]?.some((span) => span.meaning === meaning) ?? false
