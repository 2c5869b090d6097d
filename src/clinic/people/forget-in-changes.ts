/** Somebody who was written to for another, such as a child, stands in what staff changed of the other: it goes with them. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { digitsTyped, isSameName, type WhoAsks } from './find-person.ts'
import type { Row } from './person-rows.ts'

interface Told {
  readonly change_id: string
  readonly what: string
  readonly was: string | null
  readonly becomes: string | null
  /** How the other is reached now, for any of their visits: names, emails and phones. */
  readonly stands: readonly string[]
}

/**
 * What such a change says of somebody who is forgotten says nothing any more; who did it and when stays, and so does what still
 * stands, since they stay as the contact then and are told so. Call it when all else of them has gone.
 * @param contacts the rows by which they were reached, as they were
 * @param nothing what stands where something of them was
 */
export async function forgetInChanges(
  trx: ClinicTransaction,
  who: WhoAsks,
  contacts: readonly Row[],
  nothing: string,
): Promise<void> {
  const own = contacts.filter(({ name }) => isSameName(name, who))
  const reaches = [who.reach.trim(), ...own.flatMap(({ email, phone }) => [email, phone])].flatMap((to) =>
    typeof to === 'string' && to !== '' ? [wayOf(to)] : [],
  )
  const isTheirWay = (value: string | null) => value !== null && reaches.includes(wayOf(value))
  const changes = await changesOfContacts(trx)
  for (const told of Map.groupBy(changes, ({ person_id }) => person_id).values()) {
    const isReached = told.some(
      ({ was, becomes, stands }) => isTheirWay(was) || isTheirWay(becomes) || stands.some(isTheirWay),
    )
    for (const one of isReached ? told : [])
      await blank(trx, one, nothing, (value) => (one.what === 'contact' ? isSameName(value, who) : isTheirWay(value)))
  }
}

/** An address in any letters, or the digits of a phone in any habit of writing it. */
const wayOf = (to: string): string => (/[a-z@]/i.test(to) ? to.toLowerCase() : (digitsTyped(to) ?? to))

async function changesOfContacts(trx: ClinicTransaction) {
  const { rows } = await sql<Told & { readonly person_id: string }>`
    select h.change_id, h.person_id, h.what, h.was, h.becomes, array(
      select unnest(array[c.name, c.email, c.phone]) from appointments a
      join contacts c on c.clinic_id = a.clinic_id and c.contact_id = a.contact_id
      where a.clinic_id = h.clinic_id and a.person_id = h.person_id) as stands
    from person_changes h where h.clinic_id = clinic.current_clinic() and h.what <> 'name'`.execute(trx)
  return rows.map((row) => ({ ...row, stands: row.stands.filter((value) => value !== null) }))
}

async function blank(
  trx: ClinicTransaction,
  { change_id, was, becomes, stands }: Told,
  nothing: string,
  isTheirs: (value: string) => boolean,
): Promise<void> {
  const without = (value: string | null) =>
    value !== null && isTheirs(value) && !stands.some((now) => wayOf(now) === wayOf(value)) ? nothing : value
  const [before, after] = [without(was), without(becomes)]
  if (before === was && after === becomes) return
  if (before === after) await trx.deleteFrom('person_changes').where('change_id', '=', change_id).execute()
  else
    await trx
      .updateTable('person_changes')
      .set({ was: before, becomes: after })
      .where('change_id', '=', change_id)
      .execute()
}
