/** Every treatment that the guide holds side by side, in the order of how sure we are (evidence.md §8). Data only. */
import type { Treatment } from './types.ts'

/** The treatments. */
export const guideTreatments: readonly Treatment[] = []

/** The treatment of this name; nothing for a name that is none. */
export const treatmentOf = (slug: string): Treatment | undefined =>
  guideTreatments.find((treatment) => treatment.slug === slug)
