/** Who of a clinic looked at a person's record: written down without repeating itself, and told to that person. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { type Member, type ReadKind, recordReads, type Role } from './members.ts'

/** A page that is looked at again within so many minutes is one look: a day's list stands open all morning. */
const oneLookMinutes = 15

/**
 * Writes down that this member looks, in the transaction that reads. What they looked at a moment ago is not written twice.
 * @param seen the persons, each with the visit it was about where there is one
 */
export async function recordLooks(
  trx: ClinicTransaction,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  what: ReadKind,
  seen: readonly { readonly personId: string; readonly appointmentId?: string }[],
): Promise<void> {
  if (seen.length === 0) return
  const { rows } = await sql<{ person_id: string; appointment_id: string | null }>`
    select person_id, appointment_id from reads
    where clinic_id = ${member.clinicId} and member_id = ${member.memberId} and what = ${what}
      and person_id = any(${seen.map(({ personId }) => personId)}::uuid[])
      and at > now() - make_interval(mins => ${oneLookMinutes})`.execute(trx)
  const known = new Set(rows.map((row) => `${row.person_id} ${row.appointment_id ?? ''}`))
  const fresh = seen.filter(({ personId, appointmentId = '' }) => !known.has(`${personId} ${appointmentId}`))
  await recordReads(trx, member, what, fresh)
}

/** One look at a record. */
export interface Look {
  readonly name: string
  readonly role: Role
  readonly what: ReadKind
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The looks at the record of whoever has this visit, the newest first; somebody who has left the clinic stays named. */
export async function looksAt(trx: ClinicTransaction, appointmentId: string, most: number): Promise<readonly Look[]> {
  const rows = await trx
    .selectFrom('reads as r')
    .innerJoin('appointments as a', (on) =>
      on.onRef('a.clinic_id', '=', 'r.clinic_id').onRef('a.person_id', '=', 'r.person_id'),
    )
    .innerJoin('members as m', (on) =>
      on.onRef('m.clinic_id', '=', 'r.clinic_id').onRef('m.member_id', '=', 'r.member_id'),
    )
    .select(['m.name', 'm.role', 'r.what', 'r.at'])
    .where('a.appointment_id', '=', appointmentId)
    .orderBy('r.read_id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ name, role, what, at }) => ({
    name,
    // The column's own check allows these roles alone.
    role: role as Role,
    // The column's own check allows these looks alone.
    what: what as ReadKind,
    at: at.getTime(),
  }))
}
