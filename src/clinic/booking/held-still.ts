/**
 * May a time that is held still be had? A hold keeps others away; it keeps nobody at work. Whoever confirms one, or looks at
 * the offer that it belongs to, asks here.
 * Never: changes anything.
 */
import { sql } from 'kysely'
import { acceptSlot } from '../availability/accept-slot.ts'
import type { ClinicTransaction } from '../db/connection.ts'
import { availabilityNear } from './slot-claims.ts'

interface HeldRow {
  readonly clinic_id: string
  readonly service_id: string
  readonly therapist_id: string
  readonly location_id: string
  readonly starts_at: Date
  readonly ends_at: Date
  readonly resources: readonly string[]
}

const minuteMs = 60_000
const theDay = { before: 1, after: 1 }

/**
 * Whether each of these holds lies in what the clinic still gives: hours, days off, registration, service, its own room and
 * machine, its class. Nobody else is in the way, the constraint sees to that; nor do notice, window and steps count any more:
 * they were kept when it was held. One that is gone, as with a class that was called off, cannot be had.
 * @param movesId the visit that it would move, whose own room and machine it may have too
 */
export async function heldStill(
  trx: ClinicTransaction,
  holdIds: readonly string[],
  movesId: string | null = null,
): Promise<boolean> {
  const { rows } = await sql<HeldRow>`
    select clinic_id, service_id, therapist_id, location_id, starts_at, ends_at,
      array(select c.resource_id from claims c where c.clinic_id = a.clinic_id
        and c.appointment_id in (a.appointment_id, ${movesId})) as resources
    from appointments a where clinic_id = clinic.current_clinic() and state = 'held' and appointment_id in (${sql.join(holdIds)})
    order by starts_at`.execute(trx)
  if (rows.length < holdIds.length) return false
  for (const row of rows) if (!(await isGiven(trx, row))) return false
  return true
}

async function isGiven(trx: ClinicTransaction, row: HeldRow): Promise<boolean> {
  const start = row.starts_at.getTime()
  const wanted = {
    ...{
      clinicId: row.clinic_id,
      service: row.service_id,
      therapist: row.therapist_id,
      location: row.location_id,
      start,
    },
    ...{ minutes: Math.round((row.ends_at.getTime() - start) / minuteMs), by: 'staff' as const },
  }
  const input = await availabilityNear(trx, wanted, theDay)
  const isOwn = ({ id }: { readonly id: string }) => row.resources.includes(id)
  const alone = {
    ...{ ...input, now: Math.min(input.now, start), busy: [] },
    ...{ rooms: input.rooms.filter(isOwn), machines: input.machines.filter(isOwn) },
    meetings: input.meetings.map((meeting) => ({ ...meeting, taken: 0 })),
  }
  const accepted = acceptSlot(alone, wanted)
  return accepted.ok || (accepted.why === 'notAStart' && !accepted.ofClass)
}
