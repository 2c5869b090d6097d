/**
 * Ends the offers that nobody answered, or that nobody could take, and asks the next, again and again. Rows are the truth, so a crash loses nothing, and
 * any number of servers may sweep one database: each offer is ended once.
 */
import { sql } from 'kysely'
import { type Database, inClinic } from '../../db/connection.ts'
import { heldStill } from '../held-still.ts'
import { bookInClinic } from '../slot-claims.ts'
import { offerOn } from './make-offer.ts'
import { endOffer } from './answer-offer.ts'
import type { EndedWhy } from './offer-view.ts'

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
    for (const { id, why } of offers) await endOffer(db, { clinicId, offerId: id }, { state: 'ended', why })
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

/** Offers past their end, whose mail came back that nobody can take any more, and freed times that nobody has been asked about yet. */
function dueOf(db: Database, clinicId: string) {
  return inClinic(db, clinicId, async (trx) => {
    const offers = await sql<{ id: string; is_over: boolean; is_back: boolean }>`
      select offer_id as id, answer_until <= now() as is_over, exists (select from mails m where m.clinic_id = o.clinic_id
        and m.offer_id = o.offer_id and m.state in ('bounced', 'given-up')) as is_back from offers o where clinic_id = ${clinicId} and state = 'open'
      and (answer_until <= now() or exists (select from mails m where m.clinic_id = o.clinic_id
        and m.offer_id = o.offer_id and m.state in ('bounced', 'given-up'))
        or exists (select from waiting_entries e
          join appointments a on a.clinic_id = e.clinic_id and a.appointment_id = e.moves_appointment_id
          join offer_times t on t.clinic_id = e.clinic_id and t.offer_id = o.offer_id
          where e.clinic_id = o.clinic_id and e.waiting_entry_id = o.waiting_entry_id
          and (a.state <> 'confirmed' or a.starts_at <= t.starts_at)))
      order by answer_until limit ${mostAtATime}`.execute(trx)
    const rest = await sql<{ id: string; holds: string[]; moves_id: string | null }>`
      select o.offer_id as id, array_agg(t.hold_id) as holds, e.moves_appointment_id as moves_id
      from offers o join offer_times t using (clinic_id, offer_id)
      join waiting_entries e on e.clinic_id = o.clinic_id and e.waiting_entry_id = o.waiting_entry_id
      where o.clinic_id = ${clinicId} and o.state = 'open' and o.answer_until > now()
      group by o.offer_id, e.moves_appointment_id limit ${mostAtATime}`.execute(trx)
    const due = new Map<string, EndedWhy | undefined>(
      offers.rows.map(({ id, is_over, is_back }) => [id, is_over ? undefined : is_back ? 'unreached' : 'visit']),
    )
    for (const { id, holds, moves_id } of rest.rows)
      if (!due.has(id) && !(await heldStill(trx, holds, moves_id))) due.set(id, 'time')
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
    return { offers: [...due].map(([id, why]) => ({ id, why })), times: times.rows.map(({ id }) => id) }
  })
}
