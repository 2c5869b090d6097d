/** What somebody wrote to the therapist or shared of a check, opened only for staff whose role may read it. */
import { type Database, inClinic } from '../db/connection.ts'
import { type Member, mayDo } from '../people/members.ts'
import { recordLooks } from '../people/reads.ts'
import { type SealPurpose, unseal } from '../people/seal.ts'

/**
 * What somebody wrote or shared. `hidden`: not for this member's role. `none`: nothing is there, or it was taken back.
 * `shut`: it was sealed with another secret.
 */
export type Sealed =
  | { readonly kind: 'none' | 'hidden' | 'shut' }
  | { readonly kind: 'open'; readonly text: string; readonly at?: number }

/** What is sealed, opened for whoever may read it. */
export function openSealed(
  secret: Uint8Array,
  purpose: SealPurpose,
  sealed: Uint8Array | null,
  mayRead: boolean,
): Sealed {
  if (!sealed) return { kind: 'none' }
  if (!mayRead) return { kind: 'hidden' }
  const text = unseal(secret, purpose, sealed)
  return text === undefined ? { kind: 'shut' } : { kind: 'open', text }
}

/**
 * What was shared of the check for this visit, for a list on which it is shown too; written down like any other look.
 * @returns `hidden` where this member's role may not see it
 */
export function sharedCheckOf(
  app: Database,
  secret: Uint8Array,
  member: Member,
  { personId, appointmentId }: { readonly personId: string; readonly appointmentId: string },
): Promise<Sealed> {
  return inClinic(app, member.clinicId, async (trx) => {
    const row = await trx
      .selectFrom('shared_checks')
      .select(['sealed', 'shared_at'])
      .where('appointment_id', '=', appointmentId)
      .executeTakeFirst()
    const purpose = { kind: 'shared-check', clinicId: member.clinicId, appointmentId } as const
    const check = openSealed(secret, purpose, row?.sealed ?? null, mayDo(member, 'see-clinical'))
    if (check.kind !== 'open' || !row) return check
    await recordLooks(trx, member, 'shared-check', [{ personId, appointmentId }])
    return { ...check, at: row.shared_at.getTime() }
  })
}
