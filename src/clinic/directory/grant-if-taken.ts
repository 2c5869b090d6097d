/**
 * The visits paid ahead or granted that would pay for an offered time: found as booking finds them, so that what a late cancel
 * uses up is said before anything is taken. Never: draws one (booking/grants.ts).
 */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { folded } from './folded.ts'

/** "bupa 12-34/A" is "BUPA1234A": numbers are typed in any habit. */
export const foldReference = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 60)

/** Who paid ahead or granted it, and whether a late cancel uses one up. */
export interface PayingGrant {
  readonly payer: 'insurer' | 'package'
  readonly lateCancelUses: boolean
}

interface EntryRow {
  readonly moves: string | null
  readonly payer: string | null
  readonly number: string | null
  readonly names: readonly string[]
}

/** Of a visit that would be moved there, the grant that pays for it; else that of the number and the names that were typed. */
export async function grantIfTaken(
  trx: ClinicTransaction,
  clinicId: string,
  offerId: string,
): Promise<PayingGrant | undefined> {
  const { rows } = await sql<EntryRow>`
    select e.moves_appointment_id as moves, e.payer, e.authorisation_number as number,
      array_remove(array[e.person_name, e.second_person_name], null) as names
    from offers o join waiting_entries e using (clinic_id, waiting_entry_id)
    where o.clinic_id = ${clinicId} and o.offer_id = ${offerId}`.execute(trx)
  const [entry] = rows
  if (!entry) return undefined
  const found = await sql<{ payer: PayingGrant['payer']; uses: boolean }>`
    select g.payer, g.late_cancel_uses as uses from grants g
    where g.clinic_id = ${clinicId} and case when ${entry.moves}::uuid is null
      then g.payer = ${entry.payer} and g.folded_reference = ${foldReference(entry.number ?? '')}
        and g.folded_name = any(${entry.names.map(folded)})
      else exists (select from grant_draws d where d.clinic_id = g.clinic_id and d.grant_id = g.grant_id
        and d.appointment_id = ${entry.moves}::uuid) end
    order by g.late_cancel_uses desc limit 1`.execute(trx)
  const [grant] = found.rows
  return grant && { payer: grant.payer, lateCancelUses: grant.uses }
}
