/** Contacts that stay when somebody is forgotten, since the visits of somebody else are looked after by them. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { digitsOf, digitsTyped, isSameName, type WhoAsks } from './find-person.ts'
import type { Row } from './person-rows.ts'

/** Somebody else, and the visits of theirs because of which a contact stays. */
export interface LookedAfter {
  readonly personId: string
  readonly name: string
}

/** Whoever asked to be forgotten is looked after by nobody, but for a visit that still stands. */
const staysFor = sql`(a.state in ('confirmed', 'arrived') and a.ends_at > now() or not exists (select from erasures e
  where e.clinic_id = a.clinic_id and e.person_id = a.person_id))`

/** Contacts that somebody else's visit has too, but for visits of whoever is forgotten already. */
export async function sharedContacts(
  trx: ClinicTransaction,
  clinicId: string,
  persons: readonly string[],
): Promise<ReadonlySet<unknown>> {
  const { rows } = await sql<{ contact_id: string }>`
    select distinct a.contact_id from appointments a where a.clinic_id = ${clinicId} and a.contact_id is not null
      and a.person_id::text <> all (${[...persons]}) and ${staysFor}`.execute(trx)
  return new Set(rows.map(({ contact_id }) => contact_id))
}

/**
 * For whom somebody who is forgotten stays as contact, by their own name: a booking for a child writes a contact of its own, which
 * is no row of theirs.
 * @param persons the records of whoever is forgotten
 * @param contacts the rows by which those are reached
 */
export async function whoseContact(
  trx: ClinicTransaction,
  clinicId: string,
  who: WhoAsks,
  { persons, contacts }: { readonly persons: readonly string[]; readonly contacts: readonly Row[] },
): Promise<readonly LookedAfter[]> {
  const own = contacts.filter(({ name }) => isSameName(name, who))
  const reaches = [who.reach.trim(), ...own.flatMap(({ email, phone }) => [email, phone])].map((to) => String(to ?? ''))
  const isPhone = (to: string) => !/[a-z@]/i.test(to)
  const { rows } = await sql<LookedAfter & { readonly contact: string }>`
    select distinct p.person_id as "personId", p.name, k.name as contact from appointments a
    join persons p on p.clinic_id = a.clinic_id and p.person_id = a.person_id
    join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    where a.clinic_id = ${clinicId} and a.person_id::text <> all (${[...persons]}) and ${staysFor}
      and (lower(k.email) = any (${reaches.map((to) => to.toLowerCase())})
        or ${digitsOf(sql.ref('k.phone'))} = any (${reaches.filter(isPhone).flatMap((to) => digitsTyped(to) ?? [])}))
    order by p.name, p.person_id`.execute(trx)
  const theirs = rows.filter(({ contact }) => isSameName(contact, who))
  return [...new Map(theirs.map(({ personId, name }) => [personId, { personId, name }])).values()]
}
