/** Finding somebody of a clinic by what they are called and how they are reached: never by an address alone, which a family may share. */
import { type Expression, type RawBuilder, sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { folded } from '../directory/folded.ts'

/** How somebody says who they are. */
export interface WhoAsks {
  /** The name of the person who is treated, as it was given. */
  readonly name: string
  /** An e-mail address or a phone number that the clinic has for them. */
  readonly reach: string
}

/** A name that stands in the database is theirs, in whatever habit it was typed: "Zoe O'Hara" is "Zoë O’Hara". */
export function isSameName(stored: unknown, { name }: WhoAsks): boolean {
  const [one, other] = [folded(String(stored)), folded(name)]
  // A name of marks alone folds to nothing.
  if (one === '' || other === '') return String(stored) === name.trim().normalize('NFC')
  return one === other && wholeLetters(String(stored)) === wholeLetters(name)
}

/**
 * What folding loses of a name and may not be lost here: in many scripts a mark is a vowel and no accent, so that राम and रमा,
 * or ハル and バル, are two people. Of Latin, Greek, Cyrillic, Hebrew and Arabic names nothing is left: there people leave marks out.
 */
const wholeLetters = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(
      /(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Common}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/gu,
      '',
    )

/** The phone in this column is theirs, in whatever habit it was written. */
export function samePhone(column: RawBuilder<unknown> | Expression<unknown>, { reach }: WhoAsks): RawBuilder<unknown> {
  return sql`${digitsOf(column)} = ${/[a-z@]/i.test(reach) ? null : digitsTyped(reach)}`
}

/** The last digits of a telephone number, as many as tell it from all others of its country. */
const phoneDigits = 9
/** With fewer digits it is no number that can be told from others. */
export const fewestDigits = 6
/** The last digits of the number in a column: "+44 20 7946 0152" and "020 7946 0152" are one. */
export const digitsOf = (column: RawBuilder<unknown> | Expression<unknown>): RawBuilder<string> =>
  sql<string>`right(regexp_replace(${column}, '[^0-9]', '', 'g'), ${phoneDigits})`

/** The last digits of a number as it was typed; null where there are too few to tell it from others. */
export function digitsTyped(phone: string): string | null {
  const digits = phone.replace(/[^0-9]/g, '')
  return digits.length < fewestDigits ? null : digits.slice(-phoneDigits)
}

/** Ids of every row that is this person: each booking from the public pages makes one of its own. */
export async function findPersons(trx: ClinicTransaction, clinicId: string, who: WhoAsks): Promise<readonly string[]> {
  const { rows } = await sql<{ person_id: string; name: string }>`
    select distinct p.person_id, p.name from persons p
    join appointments a on a.clinic_id = p.clinic_id and a.person_id = p.person_id
    join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    where p.clinic_id = ${clinicId} and (lower(k.email) = lower(${who.reach.trim()}) or ${samePhone(sql.ref('k.phone'), who)})
    order by 1`.execute(trx)
  return rows.filter(({ name }) => isSameName(name, who)).map(({ person_id }) => person_id)
}
