/** People of the demonstration, with their addresses: written once in each clinic, so that a second visit is no second record. */
import type { ClinicTransaction } from '../db/connection.ts'
import { slugOf } from './slug.ts'

interface PersonIds {
  readonly person_id: string
  readonly contact_id: string
}

/** The ids of everybody of these names, inside the clinic of the transaction; whoever is not there yet is written. */
export async function demoPeople(
  trx: ClinicTransaction,
  clinic_id: string,
  names: readonly string[],
): Promise<(name: string) => PersonIds> {
  const known = await knownPeople(trx, names)
  const fresh = [...new Set(names)].filter((name) => !known.has(name))
  if (fresh.length > 0) {
    await trx
      .insertInto('persons')
      .values(fresh.map((name) => ({ clinic_id, name })))
      .execute()
    await trx
      .insertInto('contacts')
      .values(fresh.map((name) => ({ clinic_id, name, email: `${slugOf(name)}@people.example` })))
      .execute()
  }
  const all = fresh.length > 0 ? await knownPeople(trx, names) : known
  return (name) => {
    const ids = all.get(name)
    if (!ids) throw new Error(`The demonstration has nobody called ${name}.`)
    return ids
  }
}

async function knownPeople(trx: ClinicTransaction, names: readonly string[]): Promise<ReadonlyMap<string, PersonIds>> {
  if (names.length === 0) return new Map()
  const rows = await trx
    .selectFrom('persons')
    .innerJoin('contacts', 'contacts.name', 'persons.name')
    .select(['persons.name', 'persons.person_id', 'contacts.contact_id'])
    .where('persons.name', 'in', [...new Set(names)])
    .execute()
  return new Map(rows.map(({ name, ...ids }) => [name, ids]))
}
