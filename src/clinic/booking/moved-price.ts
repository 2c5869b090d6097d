/** What a visit costs once it is moved, for every page and call that says so before it is. */
import type { Database } from '../db/connection.ts'
import { priceOnceMoved } from '../letters/price-offers.ts'
import type { VisitView } from './visit-view.ts'

/**
 * The price of the day on which its new time was held, or today's, less its offer; what was agreed where the clinic cannot keep
 * its old time. In pence.
 */
export const priceIfMoved = async (
  db: Database,
  visit: Pick<VisitView, 'clinicId' | 'appointmentId' | 'off' | 'pricePence'>,
  heldPence?: number,
): Promise<number | undefined> => (visit.off ? visit.pricePence : await priceOnceMoved(db, visit, heldPence))

/** The terms on which it is moved to a time that is held for it, with that same fee of a late cancel where it is kept. */
export const movedTerms = <T extends Pick<VisitView, 'lateFeePence'>>(
  visit: Pick<VisitView, 'off' | 'agreedFeePence'>,
  hold: T,
): T => (visit.off ? { ...hold, lateFeePence: visit.agreedFeePence } : hold)
