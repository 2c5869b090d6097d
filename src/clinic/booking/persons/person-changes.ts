/** What staff changed of how somebody is called and reached: written down with the change itself, and read on their page. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../../db/connection.ts'
import type { Member } from '../../people/members.ts'

/** Their own name; the name of whoever is written to for them; where mail goes; where they are rung. */
export type ChangedThing = 'name' | 'contact' | 'email' | 'phone'

/** One thing; null where they had none, or have none any more. */
export interface Change {
  readonly what: ChangedThing
  readonly was: string | null
  readonly becomes: string | null
}

/** One that was made. `at` is milliseconds since 1970. */
export interface PersonChange extends Change {
  readonly id: string
  readonly by: string
  readonly at: number
}

/** Writes down what changed of each of these persons; what is the same as before is none. */
export async function keepChanges(
  trx: ClinicTransaction,
  { clinicId, memberId }: Pick<Member, 'clinicId' | 'memberId'>,
  persons: readonly string[],
  changes: readonly Change[],
): Promise<void> {
  const rows = persons.flatMap((person_id) =>
    changes
      .filter(({ was, becomes }) => was !== becomes)
      .map((change) => ({ clinic_id: clinicId, member_id: memberId, person_id, ...change })),
  )
  if (rows.length > 0) await trx.insertInto('person_changes').values(rows).execute()
}

/** So many are shown. */
const mostChanges = 30

/** What was changed of these records, the newest first. */
export async function changesOf(trx: ClinicTransaction, records: readonly string[]): Promise<readonly PersonChange[]> {
  const rows = await trx
    .selectFrom('person_changes as h')
    .innerJoin('members as m', (on) =>
      on.onRef('m.clinic_id', '=', 'h.clinic_id').onRef('m.member_id', '=', 'h.member_id'),
    )
    .select(['h.change_id', 'h.what', 'h.was', 'h.becomes', 'h.at', 'm.name'])
    .where('h.person_id', 'in', records)
    .orderBy('h.change_id', 'desc')
    .limit(mostChanges)
    .execute()
  return rows.map(({ change_id, what, was, becomes, at, name }) => ({
    id: change_id,
    // The column's own check allows these alone.
    what: what as ChangedThing,
    ...{ was, becomes, by: name, at: at.getTime() },
  }))
}

/** Was the name of this record changed after that moment? */
export async function wasRenamedSince(trx: ClinicTransaction, personId: string, since: Date): Promise<boolean> {
  const { rows } = await sql`select from person_changes where clinic_id = clinic.current_clinic()
    and person_id = ${personId} and what = 'name' and at > ${since} limit 1`.execute(trx)
  return rows.length > 0
}
