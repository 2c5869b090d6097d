/**
 * Can the clinic keep a visit? Not while its therapist is away then, or its place is shut. Visits stay in both until somebody
 * moves or cancels them, and one that is put back may come to lie there.
 * Never: refuses anything.
 */
import { timeOffOf } from '../../availability/availability-rows.ts'
import { visitsHit } from '../../availability/hit-visits.ts'
import type { TimeOff } from '../../availability/input.ts'
import { type ClinicTransaction, type Database, inClinic } from '../../db/connection.ts'

/** When, where and with whom. Moments are milliseconds since 1970. */
export interface VisitTime {
  readonly therapistId: string
  readonly locationId: string
  /** IANA zone of the place. */
  readonly zone: string
  readonly from: number
  readonly to: number
}

/** Who is not there: the therapist, or nobody of the place. */
export type OffThen = 'away' | 'closed'

/** What lies over this time: an absence of its therapist, or a closure of its place. */
export async function offThen(trx: ClinicTransaction, time: VisitTime): Promise<OffThen | undefined> {
  const { therapistId, locationId, zone, from, to } = time
  const day = (ms: number, more: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().add({ days: more }).toString()
  const [firstDay, lastDay] = [day(from, -1), day(to, 1)]
  const { absences, closures } = await timeOffOf(trx, therapistId, firstDay, lastDay)
  const hits = (off: TimeOff) => visitsHit(off, [{ from, to }], zone).length > 0
  if (absences.some(hits)) return 'away'
  const here = closures.filter(({ location }) => (location ?? locationId) === locationId)
  return here.some(hits) ? 'closed' : undefined
}

/** Does anything of the kind lie over it? */
export const isCalledOff = async (trx: ClinicTransaction, time: VisitTime): Promise<boolean> =>
  (await offThen(trx, time)) !== undefined

/** The same of a visit that stands, by its id; `undefined` also where there is none. */
export const visitOffThen = (db: Database, clinicId: string, appointmentId: string): Promise<OffThen | undefined> =>
  inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('appointments as a')
      .innerJoin('locations as l', 'l.location_id', 'a.location_id')
      .select(['a.therapist_id as therapistId', 'a.location_id as locationId', 'l.zone', 'a.starts_at', 'a.ends_at'])
      .where('a.appointment_id', '=', appointmentId)
      .where('a.state', '=', 'confirmed')
      .executeTakeFirst()
    return row && offThen(trx, { ...row, from: row.starts_at.getTime(), to: row.ends_at.getTime() })
  })
