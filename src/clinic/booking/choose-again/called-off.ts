/** Can the clinic keep a visit? Not while its therapist is away then, or its place is shut. */
import { visitsHit } from '../../availability/hit-visits.ts'
import { timeOffOf } from '../../availability/availability-rows.ts'
import type { ClinicTransaction } from '../../db/connection.ts'

/** When, where and with whom. Moments are milliseconds since 1970. */
export interface VisitTime {
  readonly therapistId: string
  readonly locationId: string
  /** IANA zone of the place. */
  readonly zone: string
  readonly from: number
  readonly to: number
}

/** Does an absence of its therapist, or a closure of its place, lie over this time? */
export async function isCalledOff(trx: ClinicTransaction, time: VisitTime): Promise<boolean> {
  const { therapistId, locationId, zone, from, to } = time
  const day = (ms: number, more: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().add({ days: more }).toString()
  const [firstDay, lastDay] = [day(from, -1), day(to, 1)]
  const { absences, closures } = await timeOffOf(trx, therapistId, firstDay, lastDay)
  const here = closures.filter(({ location = locationId }) => location === locationId)
  return [...absences, ...here].some((off) => visitsHit(off, [{ from, to }], zone).length > 0)
}
