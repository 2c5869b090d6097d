/** Putting two records back as they were before they were made one. */
import { sql } from 'kysely'
import type { ClinicTransaction, Database } from '../../db/connection.ts'
import { recordReads } from '../../people/reads.ts'
import { bookInClinic } from '../slot-claims.ts'
import { type ContactRow, type MergeBefore, mergeBefore } from './merge-before.ts'
import { ownContact, writeContact } from './merge-contacts.ts'
import { movingTables } from './merge-keys.ts'
import { isForgotten, type Merger } from './merge-persons.ts'
import { wasRenamedSince } from './person-changes.ts'

/** A merge that stands, and may still be undone. Moments are milliseconds since 1970. */
export interface StandingMerge {
  readonly mergeId: string
  readonly at: number
  readonly by: string
  readonly undoUntil: number
}

/** The last merge into this record, while it can be undone; one before it can be undone after it. */
export async function lastMerge(trx: ClinicTransaction, keptId: string): Promise<StandingMerge | undefined> {
  const row = await trx
    .selectFrom('person_merges as g')
    .innerJoin('members as m', (on) =>
      on.onRef('m.clinic_id', '=', 'g.clinic_id').onRef('m.member_id', '=', 'g.member_id'),
    )
    .select(['g.merge_id', 'g.merged_at', 'g.undo_until', 'm.name'])
    .where('g.kept_person_id', '=', keptId)
    .where('g.undone_at', 'is', null)
    .where('g.before', 'is not', null)
    .where('g.undo_until', '>', sql<Date>`now()`)
    .orderBy('g.merge_id', 'desc')
    .executeTakeFirst()
  return (
    row && {
      ...{ mergeId: row.merge_id, by: row.name },
      ...{ at: row.merged_at.getTime(), undoUntil: row.undo_until.getTime() },
    }
  )
}

/** The record that a record which went is now part of. */
export async function mergedInto(trx: ClinicTransaction, lostId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('person_merges')
    .select('kept_person_id')
    .where('lost_person_id', '=', lostId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return row?.kept_person_id
}

/**
 * `lostId`: the record that is there again. `already`: it had been undone; a second tap. `over`: its time is over, or another
 * merge came after it. `forgotten`: the person asked to be forgotten since. `gone`: no such merge.
 */
export type Unmerged =
  | { readonly ok: true; readonly lostId: string; readonly already: boolean }
  | { readonly ok: false; readonly why: 'over' | 'forgotten' | 'gone' }

/**
 * Undoes it. What came to the record since stays with the one that was kept. A name or an address that staff changed since stays
 * as it is; all else is as it was, the links in mails to the old address too.
 */
export function undoMerge(app: Database, doer: Merger, keptId: string, mergeId: string): Promise<Unmerged> {
  const work = async (trx: ClinicTransaction): Promise<Unmerged> => {
    await sql`select from persons where clinic_id = clinic.current_clinic() and person_id = ${keptId} for update`.execute(
      trx,
    )
    const row = await trx
      .selectFrom('person_merges')
      .select(['lost_person_id', 'before', 'undone_at', 'merged_at'])
      .where('merge_id', '=', mergeId)
      .where('kept_person_id', '=', keptId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return { ok: false, why: 'gone' }
    const lostId = row.lost_person_id
    if (row.undone_at !== null) return { ok: true, lostId, already: true }
    if ((await lastMerge(trx, keptId))?.mergeId !== mergeId) return { ok: false, why: 'over' }
    if (await isForgotten(trx, [keptId])) return { ok: false, why: 'forgotten' }
    await putBack(trx, doer, { keptId, lostId, since: row.merged_at }, mergeBefore.parse(row.before))
    await trx
      .updateTable('person_merges')
      .set({ undone_at: sql<Date>`now()`, undone_by: doer.memberId, before: null })
      .where('merge_id', '=', mergeId)
      .execute()
    await recordReads(trx, doer, 'unmerge', [{ personId: keptId }, { personId: lostId }])
    return { ok: true, lostId, already: false }
  }
  return bookInClinic(app, doer.clinicId, work, () => Promise.resolve({ ok: false, why: 'over' }))
}

interface Both {
  readonly keptId: string
  readonly lostId: string
  /** When they were made one. */
  readonly since: Date
}

async function putBack(trx: ClinicTransaction, doer: Merger, both: Both, before: MergeBefore): Promise<void> {
  const { keptId, lostId, since } = both
  const { name, born_on } = before.kept
  const isRenamed = await wasRenamedSince(trx, keptId, since)
  await insertRows(trx, 'persons', [before.lost])
  for (const { table, key, person } of movingTables)
    await sql`update clinic.${sql.table(table)} set ${sql.ref(person)} = ${lostId}
      where clinic_id = clinic.current_clinic() and ${sql.ref(person)} = ${keptId}
        and ${sql.ref(key)} = any(${before.moved[table] ?? []}::uuid[])`.execute(trx)
  await trx
    .updateTable('persons')
    .set({ born_on, ...(!isRenamed && { name }) })
    .where('person_id', '=', keptId)
    .execute()
  await putContactsBack(trx, doer, both, before)
  await putFeedsBack(trx, both, before)
  await putDifferencesBack(trx, before)
  await putMailsBack(trx, before)
}

/** Rows of a table as they were written into JSON; one that stands in the way stays. */
async function insertRows(
  trx: ClinicTransaction,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into clinic.${sql.table(table)}
    select * from jsonb_populate_recordset(null::clinic.${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`.execute(trx)
}

/**
 * What was booked since keeps the contact of the merge, so that its mails go on to where they went. One that staff changed since
 * stays with its visits.
 */
async function putContactsBack(
  trx: ClinicTransaction,
  { clinicId }: Merger,
  { keptId }: Both,
  { own, contacts, split }: MergeBefore,
): Promise<void> {
  for (const { before, after } of contacts) {
    const now = await trx
      .selectFrom('contacts')
      .select(['contact_id', 'name', 'email', 'phone', 'link_round'])
      .where('contact_id', '=', after.contact_id)
      .forUpdate()
      .executeTakeFirst()
    if (!now) continue
    await keepForSince(trx, clinicId, { keptId, own, now })
    if (JSON.stringify(now) !== JSON.stringify(after)) continue
    for (const { appointment_id, contact_id, to } of split)
      if (to === now.contact_id)
        await trx
          .updateTable('appointments')
          .set({ contact_id })
          .where('appointment_id', '=', appointment_id)
          .where('contact_id', '=', to)
          .execute()
    const wasSplit = before.contact_id !== after.contact_id
    if (wasSplit) await trx.deleteFrom('contacts').where('contact_id', '=', now.contact_id).execute()
    else await writeContact(trx, before)
  }
}

interface Since {
  readonly keptId: string
  readonly own: readonly string[]
  readonly now: ContactRow
}

/** A visit of the kept record that was booked since with a contact of the merge gets one like it, of its own. */
async function keepForSince(trx: ClinicTransaction, clinicId: string, { keptId, own, now }: Since): Promise<void> {
  const since = await trx
    .selectFrom('appointments')
    .select('appointment_id')
    .where('person_id', '=', keptId)
    .where('contact_id', '=', now.contact_id)
    .where('appointment_id', 'not in', own.length > 0 ? own : [keptId])
    .execute()
  if (since.length === 0) return
  const contact_id = await ownContact(trx, clinicId, now)
  const ids = since.map(({ appointment_id }) => appointment_id)
  await trx.updateTable('appointments').set({ contact_id }).where('appointment_id', 'in', ids).execute()
}

/** A feed that was made since stays, as does one that nobody touched; the others are there again. */
async function putFeedsBack(trx: ClinicTransaction, { keptId, lostId }: Both, { feeds }: MergeBefore): Promise<void> {
  for (const feed of feeds)
    await trx
      .deleteFrom('calendar_feeds')
      .where('person_id', 'in', [keptId, lostId])
      .where('feed_id', '=', String(feed.feed_id))
      .execute()
  await insertRows(trx, 'calendar_feeds', feeds)
}

async function putDifferencesBack(trx: ClinicTransaction, { differences }: MergeBefore): Promise<void> {
  for (const { one_person_id, other_person_id } of differences.after)
    await trx
      .deleteFrom('different_persons')
      .where('one_person_id', '=', String(one_person_id))
      .where('other_person_id', '=', String(other_person_id))
      .execute()
  await insertRows(trx, 'different_persons', differences.before)
}

/**
 * What waits for an address that is none of the visit's any more is dropped, and what the merge had dropped waits again: of the
 * version that stands, where nothing but an address made that one.
 */
async function putMailsBack(trx: ClinicTransaction, { moved, own, mails }: MergeBefore): Promise<void> {
  const visits = [...own, ...(moved.appointments ?? [])]
  await sql`update mails m set state = 'dropped', why = 'Two records were parted again before this was sent.'
    from appointments a join contacts c on c.clinic_id = a.clinic_id and c.contact_id = a.contact_id
    where m.clinic_id = clinic.current_clinic() and a.clinic_id = m.clinic_id and a.appointment_id = m.appointment_id
      and m.state = 'queued' and a.appointment_id = any(${visits}::uuid[])
      and lower(m.address) is distinct from lower(c.email)`.execute(trx)
  await sql`update mails m set state = 'queued', why = null, version = a.version
    from appointments a join contacts c on c.clinic_id = a.clinic_id and c.contact_id = a.contact_id
    where m.clinic_id = clinic.current_clinic() and a.clinic_id = m.clinic_id and a.appointment_id = m.appointment_id
      and m.mail_id = any(${mails}::uuid[]) and m.state = 'dropped' and m.useless_after > now()
      and a.version - m.version = (select count(distinct e.version) filter (where e.what = 'address')
        - count(*) filter (where e.what <> 'address') from appointment_events e
        where e.clinic_id = a.clinic_id and e.appointment_id = a.appointment_id and e.version > m.version)
      and not exists (select from mails o where o.clinic_id = m.clinic_id and o.appointment_id = m.appointment_id
        and o.version = a.version and o.kind = m.kind and o.address = m.address and o.mail_id <> m.mail_id)
      and lower(m.address) = lower(c.email)`.execute(trx)
}
