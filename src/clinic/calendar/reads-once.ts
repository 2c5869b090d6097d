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

/** The same for one visit that is shown, with whoever it is for. Nothing is written of one without a person. */
export async function recordVisitReadOnce(
  trx: ClinicTransaction,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  appointmentId: string,
): Promise<void> {
  const row = await trx
    .selectFrom('appointments')
    .select('person_id')
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirst()
  if (row?.person_id) await recordReadsOnce(trx, member, 'visit', [{ personId: row.person_id, appointmentId }])
}
