/** What the frame of the staff's pages says of their clinic. Never: for the public, who see it only once it is open. */
import type { ClinicTransaction } from '../db/connection.ts'

/** What a clinic calls itself, and whether the public can find it. */
export interface ClinicName {
  readonly name: string
  readonly isOpen: boolean
}

/** @throws where there is no such clinic */
export async function clinicName(trx: ClinicTransaction, clinicId: string): Promise<ClinicName> {
  const { name, opened_at } = await trx
    .selectFrom('clinics')
    .select(['name', 'opened_at'])
    .where('clinic_id', '=', clinicId)
    .executeTakeFirstOrThrow()
  return { name, isOpen: opened_at !== null }
}
