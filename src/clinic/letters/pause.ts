/**
 * A week without letters after a check was shared. Written whatever the check says, so that the row tells of no level: what
 * is in a check stays sealed, and the server does not read it. Why so: docs/decisions/026-letters.md.
 */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'

/** In days. */
const pauseDays = 7

/** No letter goes to whoever is written to about this visit for a week from now. Call it in the transaction that shares. */
export async function pauseLetters(trx: ClinicTransaction, clinicId: string, appointmentId: string): Promise<void> {
  await sql`
    insert into letter_pauses (clinic_id, address, until)
    select a.clinic_id, lower(k.email), now() + make_interval(days => ${pauseDays})
    from appointments a join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    where a.clinic_id = ${clinicId} and a.appointment_id = ${appointmentId} and k.email is not null
    on conflict (clinic_id, address) do update set until = excluded.until`.execute(trx)
}
