/** Has whoever comes a place already in the class that one of their visits would move to? Nobody comes to one class twice. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'

/** A visit, and where it would go. */
interface MovedThere {
  readonly appointmentId: string
  readonly therapist: string
  readonly location: string
  /** Milliseconds since 1970. */
  readonly start: number
}

/** The same person is one of the same name and address, in any habit of typing capitals: each booking has rows of its own. */
export async function hasPlaceThere(
  trx: ClinicTransaction,
  { appointmentId, therapist, location, start }: MovedThere,
): Promise<boolean> {
  const { rows } = await sql`
    select from appointments own
    join persons p on p.clinic_id = own.clinic_id and p.person_id = own.person_id
    join contacts k on k.clinic_id = own.clinic_id and k.contact_id = own.contact_id
    join appointments c on c.clinic_id = own.clinic_id and c.state = 'class' and c.called_off_at is null
      and c.therapist_id = ${therapist} and c.location_id = ${location} and c.starts_at = ${new Date(start)}
      and c.service_id = own.service_id
    join appointments b on b.clinic_id = c.clinic_id and b.class_id = c.appointment_id and b.class_place is not null
      and b.appointment_id <> own.appointment_id and b.state in ('confirmed', 'arrived')
    join persons q on q.clinic_id = b.clinic_id and q.person_id = b.person_id and lower(q.name) = lower(p.name)
    join contacts m on m.clinic_id = b.clinic_id and m.contact_id = b.contact_id
      and (lower(m.email) = lower(k.email) or b.contact_id = own.contact_id)
    where own.clinic_id = clinic.current_clinic() and own.appointment_id = ${appointmentId} limit 1`.execute(trx)
  return rows.length > 0
}
