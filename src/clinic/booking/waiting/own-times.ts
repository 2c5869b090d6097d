/**
 * Times that are not offered to somebody who waits: what they were offered already, and what they have.
 * Never: tells anybody of them. Whoever types a name and an address may be somebody else.
 */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../../db/connection.ts'
import { folded } from '../../directory/folded.ts'
import type { WaitingRow } from './waiting-rows.ts'
import { takenBackFirst } from './withdraw-offers.ts'

/** An offer that was taken back before its mail went was never made to them. */
const wasTold = sql`not exists (select from mails m where m.clinic_id = t.clinic_id and m.offer_id = t.offer_id
  and m.state = 'dropped' and m.why = ${takenBackFirst})`

/** From and to in milliseconds since 1970, the end not included. */
export interface OwnTime {
  readonly from: number
  readonly to: number
}

/**
 * Nobody is asked twice for one time, nor for a quarter of an hour later: not by a second place on the list either, which the
 * same person (name and address in any habit of typing) may have. And nobody is asked for a time at which they have a visit
 * here, be it the class itself: they could not take it, and kept it from the next. Who would move a visit has no address of
 * their own on the list, and a time that overlaps that visit may be just what they want; but not the one that they have moved
 * away from since they asked.
 */
export async function ownTimes(trx: ClinicTransaction, entry: WaitingRow, therapistId: string): Promise<OwnTime[]> {
  const names = [entry.person_name, entry.second_person_name].filter((name) => name !== null).map(folded)
  const { rows } = await sql<{ name: string | null; starts_at: Date; ends_at: Date }>`
    select null as name, starts_at, ends_at from offer_times t
    where clinic_id = clinic.current_clinic() and waiting_entry_id = ${entry.waiting_entry_id} and therapist_id = ${therapistId}
    and ${wasTold}
    union all
    select e.person_name, t.starts_at, t.ends_at from offer_times t join waiting_entries e using (clinic_id, waiting_entry_id)
    where e.clinic_id = clinic.current_clinic() and lower(e.email) = lower(${entry.email}) and t.therapist_id = ${therapistId}
    and ${wasTold}
    union all
    select p.name, a.starts_at, a.ends_at from contacts c
    join appointments a using (clinic_id, contact_id) join persons p using (clinic_id, person_id)
    where c.clinic_id = clinic.current_clinic() and lower(c.email) = lower(${entry.email})
    and a.state in ('confirmed', 'arrived') and a.ends_at > now()
    union all
    select null, m.was, m.was + (a.ends_at - a.starts_at) from appointments a, lateral (
      select what, by_whom, at, lag(starts_at) over (order by event_id) as was from appointment_events v
      where v.clinic_id = a.clinic_id and v.appointment_id = a.appointment_id) m
    where a.clinic_id = clinic.current_clinic() and a.appointment_id = ${entry.moves_appointment_id}
    and m.what = 'moved' and m.by_whom = 'person' and m.at >= ${entry.changed_at}`.execute(trx)
  return rows
    .filter(({ name }) => name === null || names.includes(folded(name)))
    .map(({ starts_at, ends_at }) => ({ from: starts_at.getTime(), to: ends_at.getTime() }))
}
