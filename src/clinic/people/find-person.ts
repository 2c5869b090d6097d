/** Finding somebody of a clinic by what they are called and how they are reached: never by an address alone, which a family may share. */
import { type Expression, type RawBuilder, sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'

/** How somebody says who they are. */
export interface WhoAsks {
  /** The name of the person who is treated, as it was given. */
  readonly name: string
  /** An e-mail address or a phone number that the clinic has for them. */
  readonly reach: string
}

/** The name in this column is theirs, in whatever case. */
export const sameName = (column: RawBuilder<unknown> | Expression<unknown>, { name }: WhoAsks): RawBuilder<unknown> =>
  sql`lower(${column}) = lower(${name.trim().normalize('NFC')})`

/** The phone in this column is theirs, in whatever habit it was written. */
export function samePhone(column: RawBuilder<unknown> | Expression<unknown>, { reach }: WhoAsks): RawBuilder<unknown> {
  const digits = reach.replace(/\D/g, '')
  return sql`regexp_replace(${column}, '[^0-9]', '', 'g') = ${digits.length >= fewestDigits ? digits : null}`
}

/** Fewer are no phone number. */
const fewestDigits = 5

/** Ids of every row that is this person: each booking from the public pages makes one of its own. */
export async function findPersons(trx: ClinicTransaction, clinicId: string, who: WhoAsks): Promise<readonly string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct p.person_id from persons p
    join appointments a on a.clinic_id = p.clinic_id and a.person_id = p.person_id
    join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    where p.clinic_id = ${clinicId} and ${sameName(sql.ref('p.name'), who)}
      and (lower(k.email) = lower(${who.reach.trim()}) or ${samePhone(sql.ref('k.phone'), who)})
    order by 1`.execute(trx)
  return rows.map(({ person_id }) => person_id)
}
