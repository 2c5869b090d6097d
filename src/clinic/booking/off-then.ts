/**
 * Whether a visit stands in an absence of its therapist, or in days that its place is shut: visits stay in both until somebody
 * moves or cancels them, and one that is put back may come to lie there.
 * Never: refuses anything.
 */
import { timeOffOf } from '../availability/availability-rows.ts'
import { isoDay } from '../availability/calendar-days.ts'
import type { TimeOff } from '../availability/input.ts'
import { visitsHit } from '../availability/hit-visits.ts'
import { localDay } from '../availability/zone-days.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'

/** Who is not there: the therapist, or nobody of the place. */
export type OffThen = 'away' | 'closed'

/** Moments are milliseconds since 1970. */
export interface TimeOfVisit {
  readonly therapistId: string
  readonly locationId: string
  readonly zone: string
  readonly from: number
  readonly to: number
}

export async function offThen(trx: ClinicTransaction, visit: TimeOfVisit): Promise<OffThen | undefined> {
  const day = (ms: number) => isoDay(localDay(ms, visit.zone))
  const { absences, closures } = await timeOffOf(trx, visit.therapistId, day(visit.from), day(visit.to))
  const hits = (off: TimeOff) => visitsHit(off, [visit], visit.zone).length > 0
  if (absences.some(hits)) return 'away'
  const there = closures.filter(({ location }) => (location ?? visit.locationId) === visit.locationId)
  return there.some(hits) ? 'closed' : undefined
}

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
