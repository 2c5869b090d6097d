/**
 * What cancelling a visit now would cost: the one place that says so, for the pages and for the act itself. Pure.
 * Never: cancels (cancel.ts), nor knows today's price: the terms are those of the booking.
 */
import { isStep, type VisitState } from './visit-steps.ts'

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
  if (!isStep(visit.state, 'cancelled') || now >= visit.startsAt) return { kind: 'over' }
  if (now < visit.freeUntil) return { kind: 'free', until: visit.freeUntil }
  return { kind: 'late', feePence: visit.lateFeePence }
}
