/** The contacts of two records that become one: each visit goes on with the name, address and telephone that were chosen. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../../db/connection.ts'
import { tellContactAnew } from '../mend-address.ts'
import { sameAddress } from './compare-persons.ts'
import type { ContactRow, MergeBefore } from './merge-before.ts'

/** What stays of two records. */
export interface Kept {
  readonly name: string
  /** ISO day. */
  readonly bornOn: string | null
  readonly contactName: string
  readonly email: string | null
  readonly phone: string | null
}

/** Mail about it waits so long, so that a slip of the hand can be undone before anybody hears of it. [C] */
export const undoBeforeMailMs = 30_000

/**
 * Writes what stays into each contact of the person's visits, and tells the address that stays of each visit that went to
 * another. Links in mails to that other address end. A contact that somebody else's visits have too stays as it is, and the
 * person's visits get one of their own.
 */
export async function moveContacts(
  trx: ClinicTransaction,
  { clinicId, memberId }: { readonly clinicId: string; readonly memberId: string },
  personId: string,
  { contactName: name, email, phone }: Kept,
): Promise<Pick<MergeBefore, 'contacts' | 'split'>> {
  const contacts: MergeBefore['contacts'] = []
  const split: MergeBefore['split'] = []
  for (const { shared, ...before } of await contactsOf(trx, personId)) {
    const isNew = !sameAddress(before.email, email)
    if (!isNew && before.name === name && before.phone === phone) continue
    const after = {
      ...{ contact_id: before.contact_id, name, email: isNew ? email : before.email, phone },
      link_round: isNew && before.email !== null ? await anotherRound(trx) : before.link_round,
    }
    if (shared) after.contact_id = await ownContact(trx, clinicId, after)
    else await writeContact(trx, after)
    if (shared) split.push(...(await giveContact(trx, personId, before.contact_id, after.contact_id)))
    contacts.push({ before, after })
    if (isNew && email !== null)
      await tellContactAnew(trx, { clinicId, memberId, address: email, waitMs: undoBeforeMailMs }, after.contact_id)
  }
  return { contacts, split }
}

/** In one order, each locked: two who change one wait for each other in no circle. */
async function contactsOf(
  trx: ClinicTransaction,
  personId: string,
): Promise<readonly (ContactRow & { readonly shared: boolean })[]> {
  const { rows } = await sql<ContactRow & { shared: boolean }>`
    select c.contact_id, c.name, c.email, c.phone, c.link_round, exists (
      select from appointments b where b.clinic_id = c.clinic_id and b.contact_id = c.contact_id
        and b.person_id <> ${personId}) as shared
    from contacts c where c.clinic_id = clinic.current_clinic() and exists (
      select from appointments a where a.clinic_id = c.clinic_id and a.contact_id = c.contact_id
        and a.person_id = ${personId})
    order by c.contact_id for update of c`.execute(trx)
  return rows
}

/**
 * A round of links that no link was ever made with, and that counting up by one from any other does not come to: after an undo
 * the links that went to the address of the merge must never open anything again.
 */
export async function anotherRound(trx: ClinicTransaction): Promise<number> {
  // Below 16,000,000, the most that the column takes, with room to count up.
  const { rows } = await sql<{ round: number }>`select 65536 + floor(random() * 15900000)::int as round`.execute(trx)
  return rows[0]?.round ?? 0
}

/** Writes a contact's row as it is given. */
export async function writeContact(trx: ClinicTransaction, { contact_id, ...row }: ContactRow): Promise<void> {
  await trx.updateTable('contacts').set(row).where('contact_id', '=', contact_id).execute()
}

/** A contact like this one, of its own. @returns its id */
export async function ownContact(trx: ClinicTransaction, clinicId: string, like: ContactRow): Promise<string> {
  const { contact_id: _, ...row } = like
  const made = await trx
    .insertInto('contacts')
    .values({ clinic_id: clinicId, ...row })
    .returning('contact_id')
    .executeTakeFirstOrThrow()
  return made.contact_id
}

async function giveContact(
  trx: ClinicTransaction,
  personId: string,
  from: string,
  to: string,
): Promise<MergeBefore['split']> {
  const rows = await trx
    .updateTable('appointments')
    .set({ contact_id: to })
    .where('person_id', '=', personId)
    .where('contact_id', '=', from)
    .returning('appointment_id')
    .execute()
  return rows.map(({ appointment_id }) => ({ appointment_id, contact_id: from, to }))
}
