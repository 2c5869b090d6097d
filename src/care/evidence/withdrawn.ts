/**
 * Claims that we no longer make, the newest first: what each said, when it was taken out, and why. `/evidence` lists them under
 * "What changed", so that whoever relied on one can learn that it is gone. None so far.
 * Never: an id that a claim of today bears, or one that was withdrawn before.
 */
import type { Withdrawn } from './claim.ts'

/** All of them. */
export const withdrawnClaims: readonly Withdrawn[] = []
