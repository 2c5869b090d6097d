/**
 * What somebody agrees to who takes an offer: the one place that says so, for its page and for programs.
 * Never: takes it (answer-offer.ts), which keeps to the same.
 */
import type { Database } from '../../db/connection.ts'
import { movedTerms, priceIfMoved } from '../moved-price.ts'
import { findVisit } from '../visit-view.ts'
import type { OfferView } from './offer-view.ts'

/** Money is pence; `freeUntil` is milliseconds since 1970. */
export interface OfferTerms {
  readonly pricePence: number
  readonly lateFeePence: number
  readonly freeUntil: number
  /** What the visit costs now that would be moved, where its price would change. */
  readonly insteadOfPence?: number
}

/** Those with which its time is kept; of a visit that moves there, as any move to a held time. */
export async function termsIfTaken(db: Database, offer: OfferView): Promise<OfferTerms> {
  const { clinicId, moves, service, freeUntil, lateFeePence } = offer
  const kept = { pricePence: service.pricePence, lateFeePence, freeUntil }
  const visit = moves && (await findVisit(db, { clinicId, appointmentId: moves.appointmentId }))
  if (!visit) return kept
  const pricePence = (await priceIfMoved(db, visit, kept.pricePence)) ?? kept.pricePence
  const isOther = pricePence !== visit.pricePence && visit.payer !== 'package'
  return { ...movedTerms(visit, kept), pricePence, ...(isOther && { insteadOfPence: visit.pricePence }) }
}
