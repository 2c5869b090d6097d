/** What a clinic calls itself, for the frame of its staff's pages. Never: for the public, who see it only once it is open. */
import type { ClinicTransaction } from '../db/connection.ts'

/** @throws where there is no such clinic */
export async function clinicName(trx: ClinicTransaction, clinicId: string): Promise<string> {
  const { name } = await trx
    .selectFrom('clinics')
    .select('name')
    .where('clinic_id', '=', clinicId)
    .executeTakeFirstOrThrow()
  return name
}
