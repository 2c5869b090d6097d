/** What changed in the register: claims that came, that came to state something else, and that were withdrawn. Pure. */
import type { IsoDate } from './calendar.ts'
import type { Claim, Withdrawn } from './claim.ts'
import { type ClaimId, claims } from './claims.ts'
import { entriesOf } from './closed-sets.ts'
import { withdrawnClaims } from './withdrawn.ts'

/** One change, as people read it. */
export interface RegisterChange {
  readonly on: IsoDate
  readonly how: 'new' | 'changed' | 'withdrawn'
  /** Begins with "New" or "Withdrawn" where it is that. */
  readonly what: string
  /** What the claim says now, or said. */
  readonly says: string
  /** The id of the claim, also of one that is gone: tells this change from all others, with its day and how. */
  readonly of: string
  /** Missing where the claim is withdrawn, so that nothing leads to it. */
  readonly id?: ClaimId
}

/** All that these claims tell, the newest first. */
export function changesIn(
  all: readonly (readonly [id: ClaimId, claim: Claim])[],
  withdrawn: readonly Withdrawn[],
): readonly RegisterChange[] {
  const told = all.flatMap(([id, { says, cameOn, changes = [] }]): RegisterChange[] => [
    ...(cameOn ? [{ on: cameOn, how: 'new' as const, what: 'New.', says, of: id, id }] : []),
    ...changes.map(({ on, what }) => ({ on, how: 'changed' as const, what, says, of: id, id })),
  ])
  const gone = withdrawn.map(({ id, on, why, said }) => ({
    on,
    how: 'withdrawn' as const,
    what: `Withdrawn. ${why}`,
    says: said,
    of: id,
  }))
  return [...told, ...gone].sort((one, other) => other.on.localeCompare(one.on))
}

/** What changed in our register. */
export const registerChanges: readonly RegisterChange[] = changesIn(entriesOf<ClaimId, Claim>(claims), withdrawnClaims)
