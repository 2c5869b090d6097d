/**
 * What a page or a card says of its claims: grade, sources and tag, taken from the claims themselves, so that no room of
 * care holds a grade or a source of its own. Pure.
 */
import type { Claim } from './claim.ts'
import { type ClaimId, claims } from './claims.ts'
import type { Grade, VerificationTag } from './grade.ts'
import type { SourceId } from './sources.ts'

/** The ids of the claims that have a grade. */
type GradedId = { [Id in ClaimId]: (typeof claims)[Id] extends { readonly grade: Grade } ? Id : never }[ClaimId]

/** From the least sure. */
const fromLeastSure = ['C', 'K', 'V2', 'V'] as const satisfies readonly VerificationTag[]

/** The sources of these claims, each once and in their order; the least sure of them marks the whole. */
export function restsOn(
  first: ClaimId,
  ...more: readonly ClaimId[]
): { readonly sources: readonly SourceId[]; readonly tag: VerificationTag } {
  const all: readonly Claim[] = [first, ...more].map((id) => claims[id])
  return {
    sources: [...new Set(all.flatMap(({ sources }) => sources))],
    tag: fromLeastSure.find((tag) => all.some((claim) => claim.tag === tag)) ?? 'C',
  }
}

/** The same, with the grade of the first: it is what the others go with. */
export function gradedBy(
  first: GradedId,
  ...more: readonly ClaimId[]
): { readonly grade: Grade; readonly sources: readonly SourceId[]; readonly tag: VerificationTag } {
  return { grade: claims[first].grade, ...restsOn(first, ...more) }
}
