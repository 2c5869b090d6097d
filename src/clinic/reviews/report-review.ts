/** Anybody may say that a review should not stand. It stays until the clinic has looked; one address counts once. */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'
import type { HideReason } from '../directory/ratings.ts'

/** How many reviews of one clinic one address may report in a day, and how many reports one review takes. */
const mostADay = 10
const mostForOne = 100

/** `noReview`: it is not shown, or never was. `tooMany`: this address has reported enough for a day. */
export type Reported = { readonly ok: true } | { readonly ok: false; readonly why: 'noReview' | 'tooMany' }

/**
 * Writes the report down. Sent twice it is one.
 * @param address of the network; not kept, only a keyed hash of it. Where it is not known, all such count as one.
 */
export function reportReview(
  db: Database,
  secret: Uint8Array,
  report: {
    readonly clinicId: string
    readonly reviewId: string
    readonly why: HideReason
    readonly address: string | undefined
  },
): Promise<Reported> {
  const { clinicId, reviewId, why, address = '' } = report
  const by = createHmac('sha256', secret).update(`reported by ${address}`).digest()
  return inClinic(db, clinicId, async (trx): Promise<Reported> => {
    const review = await trx
      .selectFrom('reviews')
      .select('review_id')
      .where('review_id', '=', reviewId)
      .where('hidden_at', 'is', null)
      // So that reports of one review are counted one after the other.
      .forUpdate()
      .executeTakeFirst()
    if (!review) return { ok: false, why: 'noReview' }
    const { rows } = await sql<{ lately: number; of_this: number }>`
      select count(*) filter (where reported_by = ${by} and at > now() - interval '1 day' and review_id <> ${reviewId})::int
          as lately,
        count(*) filter (where review_id = ${reviewId})::int as of_this
      from review_reports
      where clinic_id = ${clinicId} and (reported_by = ${by} or review_id = ${reviewId})`.execute(trx)
    if ((rows[0]?.lately ?? 0) >= mostADay) return { ok: false, why: 'tooMany' }
    // The clinic has been told often enough; the answer is the same.
    if ((rows[0]?.of_this ?? 0) >= mostForOne) return { ok: true }
    await trx
      .insertInto('review_reports')
      .values({ clinic_id: clinicId, review_id: reviewId, why, reported_by: by })
      .onConflict((at) => at.columns(['clinic_id', 'review_id', 'reported_by']).doNothing())
      .execute()
    return { ok: true }
  })
}
