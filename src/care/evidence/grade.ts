/**
 * How sure we are of a statement: the words of `docs/safety/protocol.md` and of every page.
 * Pure data; never a judgement made at run time.
 */

/** How good the evidence for a treatment is. `against` means trials or guidelines say do not use. */
export type Grade = 'strong' | 'moderate' | 'weak' | 'none' | 'against'

/** The words a person reads for a grade (look.md, "Words"). */
export const gradeWords = {
  strong: 'strong evidence',
  moderate: 'moderate evidence',
  weak: 'weak evidence',
  none: 'no good evidence',
  against: 'evidence against',
} as const satisfies Record<Grade, string>

/**
 * How a fact was checked while the clinical brief was written.
 * V: seen in the published paper, guideline or official page. V2: seen in a reliable second-hand copy.
 * K: professional knowledge, to be checked against the original. C: clinical consensus or our own design choice.
 */
export type VerificationTag = 'V' | 'V2' | 'K' | 'C'

/** The same for a person who reads a page. */
export const tagWords = {
  V: 'read in the published text',
  V2: 'seen second-hand',
  K: 'known from practice, still to be checked',
  C: 'our own choice',
} as const satisfies Record<VerificationTag, string>
