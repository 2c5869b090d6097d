/**
 * What cancelling a visit now would cost: the one place that says so, for the pages and for the act itself. Pure.
 * Never: cancels (cancel.ts), nor knows today's price: the terms are those of the booking.
 */
import type { OffThen } from '../availability/called-off.ts'
import { type AgreedTerms, isLate, termsNow } from '../availability/terms-now.ts'
import { isStep, type VisitState } from './visit-steps.ts'

/** What cancelling now would mean. `free`: costs nothing. `late`: costs the fee that stood in the terms at booking. */
export type CancelTerms =
  | { readonly kind: 'free'; readonly until: number }
  | { readonly kind: 'late'; readonly feePence: number }
  | { readonly kind: 'over' }

/** What cancelling comes to. */
export interface CancelCost {
  readonly feePence: number
  /** How many visits that were paid ahead or granted it uses up, beside the fee. */
  readonly usedUp: number
}

/**
 * @param visit moments in milliseconds since 1970; the terms are those of the booking, not of today's service. `off`: why the
 * clinic cannot keep it; then it costs nothing
 * @returns `over` once the visit has begun, or does not stand any more
 */
export function cancelTerms(
  visit: AgreedTerms & { readonly state: VisitState; readonly off: OffThen | undefined },
  now: number,
): CancelTerms {
  if (!isStep(visit.state, 'cancelled') || now >= visit.startsAt) return { kind: 'over' }
  if (isLate(visit.freeUntil, visit.off, now)) return { kind: 'late', feePence: visit.lateFeePence }
  return { kind: 'free', until: termsNow(visit, visit.off).freeUntil }
}

/** Would it cost more than was agreed to? */
export const isDearer = (cost: CancelCost, agreed: CancelCost): boolean =>
  cost.feePence > agreed.feePence || cost.usedUp > agreed.usedUp
