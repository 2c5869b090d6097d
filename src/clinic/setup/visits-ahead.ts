/** Visits that still stand, as the setting pages list them: when, and nothing of whom or why. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'

/** One visit that will be. Moments are milliseconds since 1970. */
export interface VisitAhead {
  readonly id: string
  readonly therapistId: string
  readonly locationId: string
  readonly zone: string
  readonly from: number
  readonly to: number
}

/** In the order of time. Holds count: somebody is filling in the form. So does a class, though nobody may have booked it yet. */
export async function visitsAhead(
  trx: ClinicTransaction,
  of: { readonly therapistId?: string; readonly serviceId?: string },
): Promise<readonly VisitAhead[]> {
  const { therapistId = null, serviceId = null } = of
  const { rows } = await sql<VisitAhead>`
    select a.appointment_id as id, a.therapist_id as "therapistId", a.location_id as "locationId", l.zone,
      (extract(epoch from a.starts_at) * 1000)::float8 as "from", (extract(epoch from a.ends_at) * 1000)::float8 as "to"
    from appointments a join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
    where a.ends_at > now() and (a.state = 'confirmed' or a.state = 'held' and a.hold_ends_at > now()
      or a.state = 'class' and a.called_off_at is null)
      and (${therapistId}::uuid is null or a.therapist_id = ${therapistId}::uuid)
      and (${serviceId}::uuid is null or a.service_id = ${serviceId}::uuid)
    order by a.starts_at, a.appointment_id`.execute(trx)
  return rows
}

/** How many visits people have booked and will come to at a place; to one by video nobody comes. */
export async function bookedAt(trx: ClinicTransaction, locationId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from appointments a
      join services s on s.clinic_id = a.clinic_id and s.service_id = a.service_id
      where a.clinic_id = clinic.current_clinic() and a.location_id = ${locationId} and a.state = 'confirmed'
        and a.starts_at > now() and not s.by_video`.execute(trx)
  return rows[0]?.n ?? 0
}
