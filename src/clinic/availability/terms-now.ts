/**
 * The terms of a visit that count now: those of its booking, as long as the clinic can keep it. What the clinic cannot keep
 * costs nothing to cancel or to move until it begins. The one place that says so, for every page, mail and act. Pure.
 */
import type { OffThen } from './called-off.ts'

/** Moments are milliseconds since 1970; money is pence. */
export interface AgreedTerms {
  readonly startsAt: number
  /** Until when it was agreed to be free. */
  readonly freeUntil: number
  readonly lateFeePence: number
}

/** @param off why the clinic cannot keep it (called-off.ts) */
export const termsNow = (
  { startsAt, freeUntil, lateFeePence }: AgreedTerms,
  off: OffThen | undefined,
): Pick<AgreedTerms, 'freeUntil' | 'lateFeePence'> =>
  off === undefined ? { freeUntil, lateFeePence } : { freeUntil: startsAt, lateFeePence: 0 }

/** Does cancelling now cost what was agreed? Staff may cancel what has begun: what nobody was there to give costs nothing then either. */
export const isLate = (freeUntil: number, off: OffThen | undefined, now: number): boolean =>
  off === undefined && now >= freeUntil
