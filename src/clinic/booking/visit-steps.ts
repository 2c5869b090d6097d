/** What may become of a visit, and what a late change costs. Pure. */

/** Where a visit stands. A hold has no person yet. */
export type VisitState = 'held' | 'confirmed' | 'arrived' | 'finished' | 'cancelled' | 'late-cancelled' | 'no-show'

/** The one table of steps. A step that is not here does not exist. */
const allowedSteps: Readonly<Record<VisitState, readonly VisitState[]>> = {
  held: ['confirmed'],
  confirmed: ['arrived', 'finished', 'cancelled', 'late-cancelled', 'no-show'],
  arrived: ['finished', 'confirmed'],
  finished: ['arrived'],
  cancelled: [],
  'late-cancelled': [],
  // Somebody comes late after all.
  'no-show': ['arrived', 'confirmed'],
}

/** States in which the visit still takes its time. */
export const takesTime = (state: VisitState): boolean => state !== 'cancelled' && state !== 'late-cancelled'

/** What cancelling now would mean. `free`: costs nothing. `late`: costs the fee that stood in the terms at booking. */
export type CancelTerms =
  | { readonly kind: 'free'; readonly until: number }
  | { readonly kind: 'late'; readonly feePence: number }
  | { readonly kind: 'over' }

/**
 * @param visit moments in milliseconds since 1970; the terms are those of the booking, not of today's service
 * @returns `over` once the visit has begun, or does not stand any more
 */
export function cancelTerms(
  visit: {
    readonly state: VisitState
    readonly startsAt: number
    readonly freeUntil: number
    readonly lateFeePence: number
  },
  now: number,
): CancelTerms {
  if (!allowedSteps[visit.state].includes('cancelled') || now >= visit.startsAt) return { kind: 'over' }
  if (now < visit.freeUntil) return { kind: 'free', until: visit.freeUntil }
  return { kind: 'late', feePence: visit.lateFeePence }
}
