/** Leafing to and fro shows the same names again: that they were seen is written down once in a quarter of an hour. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { type Member, type ReadKind, recordReads } from '../people/members.ts'

/** `recordReads` for visits, but for those that this member has seen in this way within the last quarter of an hour. */
export async function recordReadsOnce(
  trx: ClinicTransaction,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  what: ReadKind,
  visits: readonly { readonly personId: string; readonly appointmentId: string }[],
): Promise<void> {
  const { rows } = await sql<{ appointment_id: string }>`
    select distinct appointment_id from reads
    where member_id = ${member.memberId} and what = ${what} and at > now() - interval '15 minutes'
      and appointment_id is not null`.execute(trx)
  const known = new Set(rows.map(({ appointment_id }) => appointment_id))
  await recordReads(
    trx,
    member,
    what,
    visits.filter(({ appointmentId }) => !known.has(appointmentId)),
  )
}
