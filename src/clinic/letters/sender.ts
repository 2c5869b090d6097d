/** The clinic as its letters name it, with the postal address of its oldest place. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import type { LetterSender } from './letter-texts.ts'

/** @throws where there is no such clinic */
export async function readSender(trx: ClinicTransaction, clinicId: string): Promise<LetterSender> {
  const { rows } = await sql<LetterSender>`
    select c.name, c.phone, c.email, i.demonstration, coalesce((select concat_ws(', ', p.street, p.town, p.postcode)
      from locations p where p.clinic_id = c.clinic_id order by p.location_id limit 1), '') as postal
    from clinics c cross join installation i where c.clinic_id = ${clinicId}`.execute(trx)
  const [sender] = rows
  if (!sender) throw new Error('a letter of no clinic')
  return sender
}
