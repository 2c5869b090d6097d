/**
 * Ends the offers that nobody answered and asks the next, again and again. Rows are the truth, so a crash loses nothing, and
 * any number of servers may sweep one database: each offer is ended once.
 */
import { sql } from 'kysely'
import { type Database, inClinic } from '../../db/connection.ts'
import { bookInClinic } from '../slot-claims.ts'
import { offerOn } from './make-offer.ts'
import { endOffer } from './answer-offer.ts'

/** Of one clinic in one sweep. */
const mostAtATime = 100

/** One sweep over all clinics. @returns how many offers it ended and how many freed times it looked at */
export async function sweepOffers(
  db: Database,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ readonly ended: number; readonly freed: number }> {
  const { rows } = await sql<{ clinic_id: string }>`select clinic_id from directory.clinics order by random()`.execute(
    db,
  )
  const done = { ended: 0, freed: 0 }
  for (const { clinic_id: clinicId } of rows) {
    if (signal.aborted) break
    const { offers, times } = await dueOf(db, clinicId)
    for (const offerId of offers) await endOffer(db, { clinicId, offerId })
    for (const id of times)
      await bookInClinic(
        db,
        clinicId,
        (trx) => offerOn(trx, id),
        // The next sweep tries again.
        () => Promise.resolve(),
      )
    done.ended += offers.length
    done.freed += times.length
  }
  return done
}

/** Offers past their end or whose mail came back, and freed times that nobody has been asked about yet. */
function dueOf(db: Database, clinicId: string) {
  return inClinic(db, clinicId, async (trx) => {
    const offers = await sql<{ id: string }>`
      select offer_id as id from offers o where clinic_id = ${clinicId} and state = 'open'
      and (answer_until <= now() or exists (select from mails m where m.clinic_id = o.clinic_id
        and m.offer_id = o.offer_id and m.state in ('bounced', 'given-up')))
      order by answer_until limit ${mostAtATime}`.execute(trx)
    // What was held as a course and never booked.
    await sql`delete from courses c where clinic_id = ${clinicId} and created_at < now() - interval '1 day'
      and not exists (select from appointments a where a.clinic_id = c.clinic_id and a.course_id = c.course_id)`.execute(
      trx,
    )
    const times = await sql<{ id: string }>`
      select freed_time_id as id from freed_times f where clinic_id = ${clinicId} and settled_at is null
      and not exists (select from offers o where o.clinic_id = f.clinic_id and o.freed_time_id = f.freed_time_id
        and o.state = 'open')
      order by freed_at limit ${mostAtATime}`.execute(trx)
    return { offers: offers.rows.map(({ id }) => id), times: times.rows.map(({ id }) => id) }
  })
}
