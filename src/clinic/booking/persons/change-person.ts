/**
 * Staff change how somebody is called or reached: their records, the contacts of their visits, the mails that wait and what was
 * changed by whom, in one transaction. Nothing that belongs to an address moves with it: an account to sign in with, letters that
 * were asked for, and a wish for no more mails stay where they are.
 */
import { sql } from 'kysely'
import type { ClinicTransaction, Database } from '../../db/connection.ts'
import { folded, squeezed } from '../../directory/folded.ts'
import { dropInvitation, isStopped } from '../../mail/review-mails.ts'
import type { Member } from '../../people/members.ts'
import { recordReads } from '../../people/reads.ts'
import { tellContactAnew } from '../mend-address.ts'
import { bookInClinic } from '../slot-claims.ts'
import { sameAddress } from './compare-persons.ts'
import { ownContact, undoBeforeMailMs, writeContact } from './merge-contacts.ts'
import { keepChanges } from './person-changes.ts'
import { type Called, type ContactOf, isSameWay, type ReachedPerson, reachIn, sameNumber } from './reached-person.ts'

/** What is to be, and `seen` of the page on which it was decided. The contact's name counts only where somebody else is written to. */
export interface ChangeOfPerson {
  readonly personId: string
  readonly seen: string
  readonly to: Called
}

/**
 * `already`: it stood so; a second tap. `changed`: it is not as the page showed it, and nothing was done. `forgotten`: they asked
 * to be forgotten. `gone`: nobody of this clinic.
 */
export type ChangedPerson =
  | { readonly ok: true; readonly already: boolean }
  | { readonly ok: false; readonly why: 'changed' | 'forgotten' | 'gone' }

type Doer = Pick<Member, 'clinicId' | 'memberId'>

/** Does it, or says why not. */
export function changePerson(
  app: Database,
  doer: Doer,
  { personId, seen, to }: ChangeOfPerson,
): Promise<ChangedPerson> {
  const work = async (trx: ClinicTransaction): Promise<ChangedPerson> => {
    await lockPersons(trx, [personId])
    const found = await reachIn(trx, personId, true)
    if (!found) return { ok: false, why: 'gone' }
    if (found.isForgotten) return { ok: false, why: 'forgotten' }
    const wanted = wantedOf(found, to)
    if (isAsItIs(found, wanted)) return { ok: true, already: true }
    if (found.seen !== seen) return { ok: false, why: 'changed' }
    await lockPersons(trx, found.records)
    await applyChange(trx, doer, found, wanted)
    await keepChanges(
      trx,
      doer,
      [personId],
      [
        { what: 'name', was: found.name, becomes: wanted.name },
        ...(found.isOwnContact
          ? []
          : [{ what: 'contact' as const, was: found.contactName, becomes: wanted.contactName }]),
        { what: 'email', was: found.email, becomes: wanted.email },
        { what: 'phone', was: found.phone, becomes: wanted.phone },
      ],
    )
    await recordReads(trx, doer, 'person', [{ personId }])
    return { ok: true, already: false }
  }
  return bookInClinic(app, doer.clinicId, work, () => Promise.resolve({ ok: false, why: 'changed' }))
}

const lockPersons = (trx: ClinicTransaction, ids: readonly string[]) =>
  sql`select from persons where clinic_id = clinic.current_clinic() and person_id = any(${[...ids]}::uuid[])
    order by person_id for update`.execute(trx)

/** Whoever is their own contact is called alike in both; an address in other letters is the one they have. */
const wantedOf = (found: ReachedPerson, to: Called): Called => ({
  name: to.name,
  contactName: found.isOwnContact ? to.name : to.contactName,
  email: sameAddress(found.email, to.email) ? found.email : to.email,
  phone: to.phone,
})

const isAsItIs = (found: Called, wanted: Called) =>
  found.name === wanted.name &&
  squeezed(found.contactName) === squeezed(wanted.contactName) &&
  found.email === wanted.email &&
  found.phone === wanted.phone

async function applyChange(trx: ClinicTransaction, doer: Doer, found: ReachedPerson, wanted: Called): Promise<void> {
  if (found.name !== wanted.name) await rename(trx, found, wanted.name)
  let endsFeeds = false
  for (const contact of found.contacts) {
    const after = contactAfter(contact, found, wanted)
    const isNew = !sameAddress(contact.email, after.email)
    if (!isNew && contact.name === after.name && contact.phone === after.phone) continue
    const hadLinks = isNew && contact.email !== null
    const { contact_id, link_round } = contact
    const row = { ...after, contact_id, link_round: link_round + (hadLinks ? 1 : 0) }
    if (contact.shared) row.contact_id = await givenOwn(trx, doer.clinicId, found.records, row)
    else await writeContact(trx, row)
    endsFeeds ||= hadLinks
    if (isNew) await sendElsewhere(trx, doer, row, contact.email)
  }
  // Each was made with a link in a mail to the old address.
  if (endsFeeds) await trx.deleteFrom('calendar_feeds').where('person_id', 'in', found.records).execute()
}

async function rename(trx: ClinicTransaction, { records, grants }: ReachedPerson, name: string): Promise<void> {
  await trx.updateTable('persons').set({ name }).where('person_id', 'in', records).execute()
  await sql`update grants g set person_name = ${name}, folded_name = ${folded(name)}
    where g.clinic_id = clinic.current_clinic() and g.grant_id = any(${[...grants]}::uuid[]) and not exists (
      select from grants o where o.clinic_id = g.clinic_id and o.folded_reference = g.folded_reference
        and o.folded_name = ${folded(name)} and o.grant_id <> g.grant_id)`.execute(trx)
}

/** Only what stood in it as the page showed it becomes another; of email and phone one is always left. */
function contactAfter(contact: ContactOf, shown: Called, to: Called): Pick<ContactOf, 'name' | 'email' | 'phone'> {
  if (!isSameWay(contact, shown)) return contact
  const email = sameAddress(contact.email, shown.email) ? to.email : contact.email
  const phone = sameNumber(contact.phone, shown.phone) ? to.phone : contact.phone
  const isUnreached = email === null && phone === null
  return {
    name: squeezed(contact.name) === squeezed(shown.contactName) ? to.contactName : contact.name,
    email: isUnreached ? to.email : email,
    phone: isUnreached ? to.phone : phone,
  }
}

/** A row that somebody else's visits have too stays as it is: these visits get one of their own. @returns its id */
async function givenOwn(
  trx: ClinicTransaction,
  clinicId: string,
  records: readonly string[],
  row: Parameters<typeof ownContact>[2],
): Promise<string> {
  const made = await ownContact(trx, clinicId, row)
  await trx
    .updateTable('appointments')
    .set({ contact_id: made })
    .where('person_id', 'in', records)
    .where('contact_id', '=', row.contact_id)
    .execute()
  return made
}

/** Mail goes to another address from now on, or to none. */
async function sendElsewhere(
  trx: ClinicTransaction,
  { clinicId, memberId }: Doer,
  { contact_id, email }: { readonly contact_id: string; readonly email: string | null },
  was: string | null,
): Promise<void> {
  await moveInvitations(trx, contact_id, email)
  if (email !== null)
    return tellContactAnew(trx, { clinicId, memberId, address: email, waitMs: undoBeforeMailMs }, contact_id)
  await sql`update mails m set state = 'dropped', why = 'They have no email any more.' from appointments a
    where a.clinic_id = clinic.current_clinic() and a.contact_id = ${contact_id} and m.clinic_id = a.clinic_id
      and m.appointment_id = a.appointment_id and m.state = 'queued' and lower(m.address) = lower(${was})`.execute(trx)
}

/** The question how a visit was goes along, but not to an address that wants none. */
async function moveInvitations(trx: ClinicTransaction, contactId: string, email: string | null): Promise<void> {
  const { rows } = await sql<{ mail_id: string; appointment_id: string }>`
    select m.mail_id, m.appointment_id from mails m
    join appointments a on a.clinic_id = m.clinic_id and a.appointment_id = m.appointment_id
    where m.clinic_id = clinic.current_clinic() and a.contact_id = ${contactId}
      and m.kind = 'review-invitation' and m.state = 'queued'`.execute(trx)
  const mayGo = email !== null && !(await isStopped(trx, email))
  for (const { mail_id, appointment_id } of rows)
    if (!mayGo) await dropInvitation(trx, appointment_id, 'The address that they have now gets no such mail.')
    else
      await sql`update mails m set address = ${email} where m.clinic_id = clinic.current_clinic() and m.mail_id = ${mail_id}
        and not exists (select from mails o where o.clinic_id = m.clinic_id and o.appointment_id = m.appointment_id
          and o.version = m.version and o.kind = m.kind and o.address = ${email})`.execute(trx)
}
