/** An email that did not arrive, put right by staff: the contact, the mails that wait, and the news sent again, in one step. */
import { sql } from 'kysely'
import type { ClinicTransaction, Database } from '../db/connection.ts'
import { queueMails } from '../mail/mail-rows.ts'
import { keepChanges } from './persons/person-changes.ts'
import { bookInClinic } from './slot-claims.ts'
import { type Acted, lockSeen, type StaffAct } from './staff-act.ts'

/** A visit, and the one plain address (people/email-address.ts) that its mails go to from now on. */
export interface MendedAddress extends StaffAct {
  readonly address: string
}

/**
 * Writes the address to the visit's contact and tells them anew of this visit and of every other that is ahead with the same
 * contact. Whoever had the mails before may be somebody else: every private link that was sent to them and the calendar feed
 * end with it. `already`: it was this address before, and nothing is sent twice.
 */
export function mendAddress(db: Database, act: MendedAddress): Promise<Acted> {
  const work = async (trx: ClinicTransaction): Promise<Acted> => {
    const seen = await lockSeen(trx, act)
    if (!seen.ok) return seen
    if ((await addressNow(trx, act)) === act.address && (seen.isOwnTap || !seen.isStale))
      return { ok: true, already: true }
    if (seen.isStale) return { ok: false, why: 'changed' }
    if (seen.visit.state !== 'confirmed') return { ok: false, why: 'notNow' }
    const { contact_id } = await trx
      .updateTable('contacts')
      .set({ email: act.address, link_round: sql<number>`link_round + ${seen.visit.address === null ? 0 : 1}` })
      .where('contact_id', 'in', (eb) =>
        eb.selectFrom('appointments').select('contact_id').where('appointment_id', '=', act.appointmentId),
      )
      .returning('contact_id')
      .executeTakeFirstOrThrow()
    if (seen.visit.address !== null) await endFeeds(trx, contact_id)
    await keepChanges(trx, act, await whoseContactIs(trx, contact_id), [
      { what: 'email', was: seen.visit.address, becomes: act.address },
    ])
    await tellContactAnew(trx, act, contact_id)
    return { ok: true, already: false }
  }
  // Two who do this for two visits of one contact may wait for each other: one of them begins again.
  return bookInClinic(db, act.clinicId, work, () => Promise.resolve({ ok: false, why: 'changed' }))
}

/** Where its mails go now. What was read while this waited for the visit may be what stood before the other press of two. */
async function addressNow(trx: ClinicTransaction, { appointmentId }: StaffAct): Promise<string | null> {
  const { email } = await trx
    .selectFrom('appointments as a')
    .innerJoin('contacts as c', (on) =>
      on.onRef('c.clinic_id', '=', 'a.clinic_id').onRef('c.contact_id', '=', 'a.contact_id'),
    )
    .select('c.email')
    .where('a.appointment_id', '=', appointmentId)
    .executeTakeFirstOrThrow()
  return email
}

/** Who changed where a contact's mails go, and to where. */
export interface NewAddress {
  readonly clinicId: string
  readonly memberId: string
  readonly address: string
  /** Milliseconds for which the mail waits, so that the change can still be undone. */
  readonly waitMs?: number
}

/** Tells the new address of every visit of the contact that is ahead, and sends there what still waits of the list and of cancels. */
export async function tellContactAnew(trx: ClinicTransaction, to: NewAddress, contactId: string): Promise<void> {
  for (const visit of await aheadOf(trx, contactId)) await tellAnew(trx, to, visit)
  await sendCancelsThere(trx, contactId, to.address)
  await sendNoticesThere(trx, contactId, to.address)
}

/** Whoever has a visit about which this contact is written to. */
async function whoseContactIs(trx: ClinicTransaction, contactId: string): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('appointments')
    .select('person_id')
    .distinct()
    .where('contact_id', '=', contactId)
    .orderBy('person_id')
    .execute()
  return rows.flatMap(({ person_id }) => person_id ?? [])
}

/** The calendar feeds of everybody whose visits this contact looks after: each could be made with one of its links. */
async function endFeeds(trx: ClinicTransaction, contactId: string): Promise<void> {
  await trx
    .deleteFrom('calendar_feeds')
    .where('person_id', 'in', (eb) =>
      eb
        .selectFrom('appointments')
        .select('person_id')
        .where('contact_id', '=', contactId)
        .where('person_id', 'is not', null),
    )
    .execute()
}

/** Word of a cancel that has not gone yet: a visit that is off is told anew by nothing else. */
async function sendCancelsThere(trx: ClinicTransaction, contactId: string, address: string): Promise<void> {
  await sql`
    update mails m set address = ${address} from appointments a
    where a.clinic_id = clinic.current_clinic() and a.contact_id = ${contactId} and a.state in ('cancelled', 'late-cancelled')
      and m.clinic_id = a.clinic_id and m.appointment_id = a.appointment_id and m.version = a.version
      and m.kind = 'cancelled' and m.state = 'queued' and not exists (select from mails o where o.clinic_id = m.clinic_id
        and o.appointment_id = m.appointment_id and o.version = m.version and o.kind = m.kind and o.address = ${address})`.execute(
    trx,
  )
}

/** What still waits of the list, for whoever would move one of these visits to an earlier time. */
async function sendNoticesThere(trx: ClinicTransaction, contactId: string, address: string): Promise<void> {
  await askAnewThere(trx, contactId, address)
  await offerAnewThere(trx, contactId, address)
  await sql`
    update mails m set address = ${address} from waiting_entries e
    join appointments a on a.clinic_id = e.clinic_id and a.appointment_id = e.moves_appointment_id
    left join offers o on o.clinic_id = e.clinic_id and o.waiting_entry_id = e.waiting_entry_id
    where a.contact_id = ${contactId} and m.clinic_id = e.clinic_id and m.state = 'queued'
      and (m.waiting_entry_id = e.waiting_entry_id or m.offer_id = o.offer_id)`.execute(trx)
}

/** A question to choose again that is open: the link that went to the old address opens nothing any more. */
async function askAnewThere(trx: ClinicTransaction, contactId: string, address: string): Promise<void> {
  await sql`
    update mails m set address = ${address}, state = 'queued', why = null, attempts = 0, next_try_at = now()
    from choose_again q
    join appointments a on a.clinic_id = q.clinic_id and a.appointment_id = q.appointment_id
    where a.contact_id = ${contactId} and a.starts_at = q.starts_at and a.starts_at > now() and q.closed_at is null
      and m.clinic_id = q.clinic_id and m.choose_again_id = q.choose_again_id and m.kind = 'choose-again'
      and m.state <> 'sending'`.execute(trx)
}

/** An earlier time that is kept for them: the link that went to the old address opens nothing any more, and nobody else is asked. */
async function offerAnewThere(trx: ClinicTransaction, contactId: string, address: string): Promise<void> {
  await sql`
    update mails m set address = ${address}, state = 'queued', why = null, attempts = 0, next_try_at = now()
    from offers o
    join waiting_entries e on e.clinic_id = o.clinic_id and e.waiting_entry_id = o.waiting_entry_id
    join appointments a on a.clinic_id = e.clinic_id and a.appointment_id = e.moves_appointment_id
    where a.contact_id = ${contactId} and o.state = 'open' and o.answer_until > now()
      and m.clinic_id = o.clinic_id and m.offer_id = o.offer_id and m.kind = 'offer' and m.state <> 'sending'`.execute(
    trx,
  )
}

interface Ahead {
  readonly appointment_id: string
  readonly version: number
  readonly starts_at: Date
}

/** The visits of a contact that stand, in one order, so that two who do this at once cannot wait for each other. */
const aheadOf = (trx: ClinicTransaction, contactId: string): Promise<readonly Ahead[]> =>
  trx
    .selectFrom('appointments')
    .select(['appointment_id', 'version', 'starts_at'])
    .where('contact_id', '=', contactId)
    .where('state', '=', 'confirmed')
    .orderBy('appointment_id')
    .forUpdate()
    .execute()

async function tellAnew(trx: ClinicTransaction, to: NewAddress, visit: Ahead): Promise<void> {
  const { appointment_id: appointmentId, starts_at } = visit
  const { clinicId, memberId: member_id, address, waitMs = 0 } = to
  const version = await versionToTell(trx, visit, address)
  await trx
    .insertInto('appointment_events')
    .values({
      ...{ clinic_id: clinicId, appointment_id: appointmentId, version, member_id, starts_at },
      what: 'address',
      by_whom: 'staff',
    })
    .execute()
  // To this address it is news, whatever an earlier one was told: what stands now is said whole.
  const startsAt = starts_at.getTime()
  await queueMails(trx, { clinicId, appointmentId, version, what: 'confirmed', address, startsAt, waitMs })
}

/**
 * An address that had mails about this version once, and another after it, is told again as of a new version: a mail is one of
 * its visit, version, kind and address, and what had gone there had links that open nothing any more.
 */
async function versionToTell(trx: ClinicTransaction, visit: Ahead, address: string): Promise<number> {
  const { appointment_id: appointmentId, version } = visit
  const { rows } = await sql`select from mails where clinic_id = clinic.current_clinic()
    and appointment_id = ${appointmentId} and version = ${version} and lower(address) = lower(${address})
    and state <> 'queued' limit 1`.execute(trx)
  if (rows.length === 0) return version
  await trx
    .updateTable('appointments')
    .set({ version: version + 1, changed_at: sql<Date>`now()` })
    .where('appointment_id', '=', appointmentId)
    .execute()
  return version + 1
}
