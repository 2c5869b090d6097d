/** Visits to come, with what is needed to reach whoever comes: for lists of what a closure or an absence hits. */
import { sql } from 'kysely'
import type { TimeOff } from '../availability/input.ts'
import { visitsHit } from '../availability/hit-visits.ts'
import type { ClinicTransaction } from '../db/connection.ts'

/** A visit that stands. Moments are milliseconds since 1970. */
export interface StandingVisit {
  readonly appointmentId: string
  readonly version: number
  readonly personId: string
  readonly person: string
  readonly email: string | null
  readonly phone: string | null
  readonly serviceId: string
  readonly service: string
  readonly therapistId: string
  readonly therapist: string
  readonly locationId: string
  readonly zone: string
  readonly from: number
  readonly to: number
}

/**
 * Confirmed visits that are not over, on days that a time off can touch, in order; at most five hundred.
 * @param of whose: one therapist's, one location's, or the whole clinic's
 */
async function standingVisits(
  trx: ClinicTransaction,
  of: { readonly therapistId?: string | undefined; readonly locationId?: string | undefined },
  { firstDay, lastDay = firstDay }: Pick<TimeOff, 'firstDay' | 'lastDay'>,
): Promise<readonly StandingVisit[]> {
  const { rows } = await sql<Omit<StandingVisit, 'from' | 'to'> & { from_at: Date; to_at: Date }>`
    select a.appointment_id as "appointmentId", a.version, p.person_id as "personId", p.name as person, c.email, c.phone,
      a.service_id as "serviceId", s.name as service, a.therapist_id as "therapistId", t.name as therapist,
      a.location_id as "locationId", l.zone, a.starts_at as from_at, a.ends_at as to_at
    from appointments a
    join persons p using (clinic_id, person_id) join contacts c using (clinic_id, contact_id)
    join services s using (clinic_id, service_id) join locations l using (clinic_id, location_id)
    join therapists t using (clinic_id, therapist_id)
    where a.state = 'confirmed' and a.ends_at > now()
      and a.starts_at < (${lastDay}::date + 2)::timestamptz and a.ends_at > (${firstDay}::date - 1)::timestamptz
      and (${of.therapistId ?? null}::uuid is null or a.therapist_id = ${of.therapistId ?? null})
      and (${of.locationId ?? null}::uuid is null or a.location_id = ${of.locationId ?? null})
    order by a.starts_at, t.name limit 500`.execute(trx)
  return rows.map(({ from_at, to_at, ...row }) => ({ ...row, from: from_at.getTime(), to: to_at.getTime() }))
}

/** Which of them a time off hits, each on the clock of its own place. */
export async function visitsHitBy(
  trx: ClinicTransaction,
  of: Parameters<typeof standingVisits>[1],
  off: TimeOff,
): Promise<readonly StandingVisit[]> {
  const visits = await standingVisits(trx, of, off)
  const zones = Map.groupBy(visits, ({ zone }) => zone)
  return [...zones]
    .flatMap(([zone, there]) => visitsHit(off, there, zone))
    .toSorted((one, other) => one.from - other.from)
}
