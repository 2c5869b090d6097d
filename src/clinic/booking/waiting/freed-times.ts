/**
 * Times of therapists that became free again, written down while somebody waits.
 * Never: offers them to anybody (make-offer.ts).
 */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../../db/connection.ts'

/** A stretch of a therapist's time that is free again: milliseconds since 1970. */
export interface FreedTime {
  readonly clinicId: string
  readonly therapistId: string
  readonly from: number
  readonly to: number
}

/**
 * Writes down that a time is free again, if somebody waits; of one that has begun, what is left of it counts. The sweep offers
 * it; call `offerFreedTime` (make-offer.ts) in a transaction that can be run again, so that nobody can have it before.
 * @returns its id; `undefined` where nobody waits
 */
export async function noteFreedTime(trx: ClinicTransaction, freed: FreedTime): Promise<string | undefined> {
  const range = `[${new Date(freed.from).toISOString()},${new Date(freed.to).toISOString()})`
  const { rows } = await sql<{ freed_time_id: string }>`
    insert into freed_times (clinic_id, therapist_id, during)
    select ${freed.clinicId}, ${freed.therapistId}, ${range}::tstzrange
    where upper(${range}::tstzrange) > now() and exists (
      select from waiting_entries where clinic_id = ${freed.clinicId} and state = 'waiting')
    and exists (select from therapists where clinic_id = ${freed.clinicId} and therapist_id = ${freed.therapistId})
    returning freed_time_id`.execute(trx)
  return rows[0]?.freed_time_id
}

const dayMs = 24 * 60 * 60_000

/**
 * Writes down that whole days of these therapists may be free again: an absence or a closure was lifted, hours became
 * longer. What of them can be had is worked out when they are offered.
 * @param days ISO days, first and last included, on the clock of wherever the therapists are
 */
export async function noteFreedDays(
  trx: ClinicTransaction,
  clinicId: string,
  therapists: readonly string[],
  days: { readonly firstDay: string; readonly lastDay: string },
): Promise<void> {
  // A day more on either side: the days are those of the place's clock.
  const [from, to] = [Date.parse(days.firstDay) - dayMs, Date.parse(days.lastDay) + 2 * dayMs]
  for (const therapistId of therapists) await noteFreedTime(trx, { clinicId, therapistId, from, to })
}
