/** What a clinic holds of its people to tell them apart by: names, birth dates, and how they were ever reached. */
import { type RawBuilder, sql } from 'kysely'
import type { ClinicTransaction } from '../../db/connection.ts'
import { folded } from '../../directory/folded.ts'
import { digitsOf, fewestDigits } from '../../people/find-person.ts'
import { isOneSlipApart } from '../../town/one-slip.ts'

/** One record. Somebody who asked to be forgotten is not among them. */
export interface KnownPerson {
  readonly personId: string
  readonly name: string
  /** ISO day. */
  readonly bornOn: string | null
  /** In small letters. */
  readonly emails: readonly string[]
  /** The last digits of each phone, so that "+44 20 7946 0152" and "020 7946 0152" are one. */
  readonly phones: readonly string[]
  /** How many visits, cancelled ones too. */
  readonly visits: number
}

/** Every record of the transaction's clinic that has a visit, in the order of their ids. */
export const allPersons = (trx: ClinicTransaction): Promise<readonly KnownPerson[]> => persons(trx, sql`true`)

/** This record, and whoever has its birth date or was ever reached where it was. */
export const personsNear = (trx: ClinicTransaction, personId: string): Promise<readonly KnownPerson[]> =>
  persons(
    trx,
    sql`(p.person_id = ${personId}
      or p.born_on = (select born_on from persons where clinic_id = clinic.current_clinic() and person_id = ${personId})
      or p.person_id in (
        select b.person_id from appointments a
        join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
        join contacts n on n.clinic_id = k.clinic_id and (lower(n.email) = lower(k.email)
          or (length(${digitsOf(sql.ref('k.phone'))}) >= ${fewestDigits} and ${digitsOf(sql.ref('n.phone'))} = ${digitsOf(sql.ref('k.phone'))}))
        join appointments b on b.clinic_id = n.clinic_id and b.contact_id = n.contact_id
        where a.clinic_id = clinic.current_clinic() and a.person_id = ${personId}))`,
  )

async function persons(trx: ClinicTransaction, which: RawBuilder<boolean>): Promise<readonly KnownPerson[]> {
  const { rows } = await sql<KnownPerson>`
    select p.person_id as "personId", p.name, p.born_on as "bornOn", count(distinct a.appointment_id)::int as visits,
      coalesce(array_agg(distinct lower(c.email)) filter (where c.email is not null), '{}') as emails,
      coalesce(array_agg(distinct ${digitsOf(sql.ref('c.phone'))})
        filter (where length(${digitsOf(sql.ref('c.phone'))}) >= ${fewestDigits}), '{}') as phones
    from persons p
    join appointments a on a.clinic_id = p.clinic_id and a.person_id = p.person_id and a.state <> 'held'
    join contacts c on c.clinic_id = a.clinic_id and c.contact_id = a.contact_id
    where p.clinic_id = clinic.current_clinic() and ${which}
      and not exists (select from erasures e where e.clinic_id = p.clinic_id and e.person_id = p.person_id)
    group by p.person_id, p.name, p.born_on order by p.person_id`.execute(trx)
  return rows
}

/** A name as it is compared. */
interface NameParts {
  readonly first: string
  readonly last: string
  readonly count: number
  /** Its words without spaces, as they stand and in the order of the alphabet. */
  readonly together: string
  readonly sorted: string
}

function partsOf(name: string): NameParts {
  const words = folded(name).split(' ').filter(Boolean)
  const [first = ''] = words
  return {
    ...{ first, last: words.at(-1) ?? '', count: words.length },
    ...{ together: words.join(''), sorted: words.toSorted().join('') },
  }
}

/**
 * Could one hand have written both names? The same words in any order and any habit, one slip of a key, or a first name
 * that is cut short ("J Fleet", "Jo Fleet", "Joanna Fleet").
 */
export const areAlike = (one: string, other: string): boolean => areAlikeParts(partsOf(one), partsOf(other))

function areAlikeParts(a: NameParts, b: NameParts): boolean {
  if (a.together === '' || b.together === '') return false
  if (a.together === b.together || a.sorted === b.sorted) return true
  if (a.together.length >= shortestWithSlip && isOneSlipApart(a.together, b.together)) return true
  const isCut = a.first.startsWith(b.first) || b.first.startsWith(a.first)
  return a.count > 1 && b.count > 1 && a.last === b.last && isCut
}

/** Names are read once for each record, however many it is compared with. */
const readNames = new WeakMap<KnownPerson, NameParts>()
function nameOf(person: KnownPerson): NameParts {
  const parts = readNames.get(person) ?? partsOf(person.name)
  readNames.set(person, parts)
  return parts
}

/** In a name of so few letters one slip makes another name: "Mia" and "Max" are no slip, "Lu" and "Li" would be. */
const shortestWithSlip = 6

/**
 * May two records be one person? Alike in name, and the same birth date or a way to reach them in common. Never with two
 * birth dates: a father and a son of one name share a telephone.
 */
export function mayBeOne(one: KnownPerson, other: KnownPerson): boolean {
  if (one.bornOn !== null && other.bornOn !== null && one.bornOn !== other.bornOn) return false
  const share = (these: readonly string[], those: readonly string[]) => these.some((text) => those.includes(text))
  const isReachedThere = share(one.emails, other.emails) || share(one.phones, other.phones)
  return (
    (isReachedThere || (one.bornOn !== null && one.bornOn === other.bornOn)) &&
    areAlikeParts(nameOf(one), nameOf(other))
  )
}
