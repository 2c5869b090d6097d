/** Somebody of the demonstration, with their address: written once in each clinic, so that a second visit is no second record. */
import type { ClinicTransaction } from '../db/connection.ts'
import { slugOf } from './slug.ts'

/** The ids of the person and contact of this name, inside the clinic of the transaction; new where there are none yet. */
export async function demoPerson(
  trx: ClinicTransaction,
  clinic_id: string,
  name: string,
): Promise<{ readonly person_id: string; readonly contact_id: string }> {
  const known = await trx.selectFrom('persons').select('person_id').where('name', '=', name).executeTakeFirst()
  const reached = await trx.selectFrom('contacts').select('contact_id').where('name', '=', name).executeTakeFirst()
  if (known && reached) return { ...known, ...reached }
  const person = await trx
    .insertInto('persons')
    .values({ clinic_id, name })
    .returning('person_id')
    .executeTakeFirstOrThrow()
  const contact = await trx
    .insertInto('contacts')
    .values({ clinic_id, name, email: `${slugOf(name)}@people.example` })
    .returning('contact_id')
    .executeTakeFirstOrThrow()
  return { ...person, ...contact }
}
