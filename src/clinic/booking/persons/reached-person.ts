/** How somebody is called and reached, for whoever changes it: all their records, and what a change of it would touch. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../../db/connection.ts'
import { folded, squeezed } from '../../directory/folded.ts'
import { digitsOf, digitsTyped } from '../../people/find-person.ts'
import type { Member } from '../../people/members.ts'
import { recordLooks } from '../../people/reads.ts'
import { sameAddress } from './compare-persons.ts'
import type { KnownPerson } from './known-persons.ts'
import { recordsOf, wouldBeOneWith } from './may-be-same.ts'
import type { ContactRow } from './merge-before.ts'
import { isForgotten } from './merge-persons.ts'

/** How they are called, and who is written to for them and where: as with their latest visit. Of email and phone one is there. */
export interface Called {
  readonly name: string
  readonly contactName: string
  readonly email: string | null
  readonly phone: string | null
}

/** A way in which they are reached for some of their visits. */
export interface ContactOf extends ContactRow {
  /** How many of their visits have it, and how many of those are to come. */
  readonly visits: number
  readonly ahead: number
  /** Somebody else's visits have this very row. */
  readonly shared: boolean
}

/** Somebody else who is reached at the same email or phone. */
export interface AlsoThere {
  readonly personId: string
  readonly name: string
}

/** See above. Moments are milliseconds since 1970. */
export interface ReachedPerson extends Called {
  /** The records that stand for them, the oldest first. */
  readonly records: readonly string[]
  /** They are written to themselves, and nobody for them. */
  readonly isOwnContact: boolean
  readonly contacts: readonly ContactOf[]
  readonly alsoThere: readonly AlsoThere[]
  /** Places on the waiting list that name them in words: those keep the email and phone that were given there. */
  readonly waits: readonly string[]
  /** How many grants go by their name. */
  readonly grants: readonly string[]
  readonly isForgotten: boolean
  /** Changes with anything that is changed here. */
  readonly seen: string
  readonly zone: string
  readonly now: number
}

/** Reads it, and writes down that it was looked at. @returns undefined for another clinic's person, and for nobody at all */
export const reachedPerson = (
  app: Database,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  personId: string,
): Promise<ReachedPerson | undefined> =>
  inClinic(app, member.clinicId, async (trx) => {
    const found = await reachIn(trx, personId)
    const seen = (found?.records ?? []).map((id) => ({ personId: id }))
    if (found) await recordLooks(trx, member, 'person', seen)
    return found
  })

/** Whoever would be shown as one with them once they are called and reached so: the same name and email. */
export const oneWithThen = (
  app: Database,
  clinicId: string,
  { records, email }: Pick<ReachedPerson, 'records' | 'email'>,
  to: Pick<Called, 'name' | 'email'>,
): Promise<readonly KnownPerson[]> => inClinic(app, clinicId, (trx) => wouldBeOneWith(trx, records, email, to))

/**
 * The same inside a transaction that is under way. Nothing is written down.
 * @param isToWrite their contacts are locked until it ends
 */
export async function reachIn(
  trx: ClinicTransaction,
  personId: string,
  isToWrite = false,
): Promise<ReachedPerson | undefined> {
  const records = await recordsOf(trx, personId)
  const contacts = await contactsOf(trx, records, isToWrite)
  const latest = await latestOf(trx, personId, records)
  if (!latest) return undefined
  const { zone, now, ...called } = latest
  const facts = [records, called, contacts.map(({ visits: _, ahead: __, ...row }) => row)]
  return {
    ...called,
    ...{ records, contacts, zone, now: now.getTime() },
    isOwnContact: squeezed(called.name) === squeezed(called.contactName),
    alsoThere: await alsoThere(trx, records, called),
    waits: await waitsOf(trx, called),
    grants: await grantsOf(trx, records, called.name),
    isForgotten: await isForgotten(trx, records),
    seen: createHash('sha256').update(JSON.stringify(facts)).digest('base64url'),
  }
}

/** A contact by whom they are reached as it is shown: by that email, or by somebody of that name. */
export const isSameWay = (one: ContactOf, { email, contactName }: Called): boolean =>
  (email !== null && sameAddress(one.email, email)) || squeezed(one.name) === squeezed(contactName)

/** The same number in any habit of writing it. Too short to be told apart: the same signs. */
export const sameNumber = (one: string | null, other: string | null): boolean =>
  one === other ||
  (one !== null && other !== null && digitsTyped(one) !== null && digitsTyped(one) === digitsTyped(other))

/** The name of the record that was asked for, and the contact of the latest visit of all that stand for the person. */
async function latestOf(trx: ClinicTransaction, personId: string, records: readonly string[]) {
  const { rows } = await sql<Called & { zone: string; now: Date }>`
    select p.name, c.name as "contactName", c.email, c.phone, l.zone, now() as now
    from persons p
    join appointments a on a.clinic_id = p.clinic_id and a.person_id = any(${[...records]}::uuid[])
    join contacts c on c.clinic_id = a.clinic_id and c.contact_id = a.contact_id
    join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
    where p.clinic_id = clinic.current_clinic() and p.person_id = ${personId}
    order by a.starts_at desc, a.appointment_id limit 1`.execute(trx)
  return rows[0]
}

/** In one order: two who lock them wait for each other in no circle. */
async function contactsOf(
  trx: ClinicTransaction,
  records: readonly string[],
  isToWrite: boolean,
): Promise<readonly ContactOf[]> {
  const ofTheirs = sql`from appointments a where a.clinic_id = c.clinic_id and a.contact_id = c.contact_id`
  const isTheirs = sql`a.person_id = any(${[...records]}::uuid[])`
  const { rows } = await sql<ContactOf>`
    select c.contact_id, c.name, c.email, c.phone, c.link_round,
      (select count(*)::int ${ofTheirs} and ${isTheirs}) as visits,
      (select count(*)::int ${ofTheirs} and ${isTheirs} and a.state = 'confirmed' and a.starts_at > now()) as ahead,
      exists (select ${ofTheirs} and not ${isTheirs}) as shared
    from contacts c where c.clinic_id = clinic.current_clinic() and exists (select ${ofTheirs} and ${isTheirs})
    order by c.contact_id ${isToWrite ? sql`for update of c` : sql``}`.execute(trx)
  return rows
}

/** A desk's own telephone may stand for half the clinic: so many are named. */
const mostThere = 20

async function alsoThere(
  trx: ClinicTransaction,
  records: readonly string[],
  { email, phone }: Called,
): Promise<readonly AlsoThere[]> {
  const { rows } = await sql<AlsoThere>`
    select distinct p.person_id as "personId", p.name from contacts c
    join appointments a on a.clinic_id = c.clinic_id and a.contact_id = c.contact_id
    join persons p on p.clinic_id = a.clinic_id and p.person_id = a.person_id
    where c.clinic_id = clinic.current_clinic() and p.person_id <> all(${[...records]}::uuid[])
      and (lower(c.email) = lower(${email}) or ${digitsOf(sql.ref('c.phone'))} = ${digitsTyped(phone ?? '')})
      and not exists (select from erasures e where e.clinic_id = p.clinic_id and e.person_id = p.person_id)
    order by p.name, p.person_id limit ${mostThere}`.execute(trx)
  return rows
}

async function waitsOf(trx: ClinicTransaction, { name, email, phone }: Called): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select e.waiting_entry_id as id, e.person_name as name from waiting_entries e
    where e.clinic_id = clinic.current_clinic() and e.state = 'waiting' and e.person_name is not null
      and (lower(e.email) = lower(${email}) or ${digitsOf(sql.ref('e.phone'))} = ${digitsTyped(phone ?? '')})
    order by e.waiting_entry_id`.execute(trx)
  return rows.filter((row) => squeezed(row.name) === squeezed(name)).map(({ id }) => id)
}

/** Grants are found by number and name. Theirs are those that pay for their visits; of others only where nobody else has the name. */
async function grantsOf(trx: ClinicTransaction, records: readonly string[], name: string): Promise<readonly string[]> {
  const { rows: people } = await sql<{ name: string }>`select name from persons
    where clinic_id = clinic.current_clinic() and person_id <> all(${[...records]}::uuid[])`.execute(trx)
  const hasNamesake = people.some((other) => folded(other.name) === folded(name))
  const draws = (whose: 'theirs' | 'others') => sql`exists (select from grant_draws d
    join appointments a on a.clinic_id = d.clinic_id and a.appointment_id = d.appointment_id
    where d.clinic_id = g.clinic_id and d.grant_id = g.grant_id
      and ${whose === 'theirs' ? sql`` : sql`not`} a.person_id = any(${[...records]}::uuid[]))`
  const { rows } = await sql<{ grant_id: string }>`
    select g.grant_id from grants g where g.clinic_id = clinic.current_clinic() and g.folded_name = ${folded(name)}
      and not ${draws('others')} and (${draws('theirs')} or not ${hasNamesake})
    order by g.grant_id`.execute(trx)
  return rows.map(({ grant_id }) => grant_id)
}
