/**
 * What somebody agrees to who takes an offer: the one place that says so, for its page and for programs.
 * Never: takes it (answer-offer.ts), which keeps to the same.
 */
import { type Database, inClinic } from '../../db/connection.ts'
import { grantIfTaken, type PayingGrant } from '../../directory/grant-if-taken.ts'
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
  /** What pays for it of visits paid ahead or granted. */
  readonly grant?: PayingGrant
}

/** Those with which its time is kept; of a visit that moves there, as any move to a held time. */
export async function termsIfTaken(db: Database, offer: OfferView): Promise<OfferTerms> {
  const { clinicId, offerId, moves, service, freeUntil, lateFeePence } = offer
  const grant = await inClinic(db, clinicId, (trx) => grantIfTaken(trx, clinicId, offerId))
  const kept = { pricePence: service.pricePence, lateFeePence, freeUntil, ...(grant && { grant }) }
  const visit = moves && (await findVisit(db, { clinicId, appointmentId: moves.appointmentId }))
  if (!visit) return kept
  const pricePence = (await priceIfMoved(db, visit, kept.pricePence)) ?? kept.pricePence
  const isOther = pricePence !== visit.pricePence && visit.payer !== 'package'
  return { ...kept, ...movedTerms(visit, kept), pricePence, ...(isOther && { insteadOfPence: visit.pricePence }) }
}
