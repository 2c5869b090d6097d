/** What a rule could mean, for the clinician: its own words, or else those of the question it is named after. */
import { questionById } from '../questions/all.ts'
import type { Rule } from '../types.ts'

/** `A1-emergency` without words of its own could mean what A1 could mean. */
export const causeOf = ({ id, couldMean }: Rule): string | undefined =>
  couldMean ?? questionById.get(id.split('-')[0] ?? '')?.couldMean
