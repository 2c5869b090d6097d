/**
 * Making one record of two: every row that names the younger one names the older, which stays; the younger one is deleted, so
 * that the database itself refuses whatever would still point at it. One transaction, and all of it can be undone for a week.
 */
import { sql } from 'kysely'
import type { ClinicTransaction, Database } from '../../db/connection.ts'
import type { Member } from '../../people/members.ts'
import { recordReads } from '../../people/reads.ts'
import { bookInClinic } from '../slot-claims.ts'
import { type Comparison, compareIn, sameAddress, type Side } from './compare-persons.ts'
import type { MergeBefore } from './merge-before.ts'
import { movingTables } from './merge-keys.ts'
import { type Kept, moveContacts } from './merge-contacts.ts'

/** For so long a merge can be undone, in days. Later what it takes is forgotten. [C] */
export const undoDays = 7

/** Of which record each thing stays; where both have the same, or one has nothing, it does not matter. */
export interface MergeChoice {
  readonly name: string
  /** Who is written to and where, which is also the sign-in that goes on opening these visits. */
  readonly contact: string
  readonly phone: string
  readonly bornOn: string
}

/** What is to be made one. */
export interface Merge {
  readonly one: string
  readonly other: string
  /** `seen` of the comparison that the choice was made on. */
  readonly seen: string
  readonly choice: MergeChoice
}

/**
 * `already`: it had been done; a second tap. `changed`: one of them is not as the page showed it. `different`: the page did not
 * say that somebody answered that they are two people. `forgotten`: one of them asked to be forgotten. `gone`: no two persons of
 * this clinic. Nothing was done then.
 */
export type Merged =
  | { readonly ok: true; readonly keptId: string; readonly already: boolean }
  | { readonly ok: false; readonly why: 'changed' | 'different' | 'forgotten' | 'gone' }

/** Who does it. */
export type Merger = Pick<Member, 'clinicId' | 'memberId'>

/**
 * Merges, or says why not.
 * @param endSignIn ends the sessions of an address that opens these visits no more. Called before the merge is certain: to sign
 *   somebody out for nothing is the smaller harm
 */
export function mergePersons(
  app: Database,
  doer: Merger,
  merge: Merge,
  endSignIn: (address: string) => Promise<void>,
): Promise<Merged> {
  const work = async (trx: ClinicTransaction): Promise<Merged> => {
    const [keptId = '', lostId = ''] = [merge.one, merge.other].toSorted()
    const locked = await sql`select from persons where clinic_id = clinic.current_clinic()
      and person_id in (${keptId}, ${lostId}) order by person_id for update`.execute(trx)
    if (locked.rows.length < 2) return wasMerged(trx, keptId, lostId)
    if (await isForgotten(trx, [keptId, lostId])) return { ok: false, why: 'forgotten' }
    const compared = await compareIn(trx, keptId, lostId)
    if (!compared) return { ok: false, why: 'gone' }
    if (compared.seen !== merge.seen) return { ok: false, why: compared.different ? 'different' : 'changed' }
    const kept = choose(compared, merge.choice)
    const before = await moveAll(trx, doer, { keptId, lostId, kept })
    for (const address of new Set(before.contacts.map((each) => each.before.email)))
      if (address !== null && !sameAddress(address, kept.email)) await endSignIn(address)
    await trx
      .insertInto('person_merges')
      .values({
        ...{ clinic_id: doer.clinicId, member_id: doer.memberId, kept_person_id: keptId, lost_person_id: lostId },
        undo_until: sql<Date>`now() + make_interval(days => ${undoDays})`,
        before: JSON.stringify(before),
      })
      .execute()
    await recordReads(trx, doer, 'merge', [{ personId: keptId }])
    return { ok: true, keptId, already: false }
  }
  return bookInClinic(app, doer.clinicId, work, () => Promise.resolve({ ok: false, why: 'changed' }))
}

/** One of them is not there: because they were made one, or because they never were. */
async function wasMerged(trx: ClinicTransaction, keptId: string, lostId: string): Promise<Merged> {
  const row = await trx
    .selectFrom('person_merges')
    .select('merge_id')
    .where('kept_person_id', '=', keptId)
    .where('lost_person_id', '=', lostId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return row ? { ok: true, keptId, already: true } : { ok: false, why: 'gone' }
}

/** Has one of these asked to be forgotten? What is kept of them by law is not mixed with anything. */
export async function isForgotten(trx: ClinicTransaction, persons: readonly string[]): Promise<boolean> {
  const row = await trx.selectFrom('erasures').select('person_id').where('person_id', 'in', persons).executeTakeFirst()
  return row !== undefined
}

/** What stays: as chosen, and never nothing where the other has something. */
function choose({ sides }: Comparison, choice: MergeChoice): Kept {
  const [first, second] = sides
  const of = (id: string): Side => (id === second.personId ? second : first)
  const written =
    of(choice.contact).email === null ? (sides.find(({ email }) => email !== null) ?? first) : of(choice.contact)
  return {
    name: of(choice.name).name,
    bornOn: of(choice.bornOn).bornOn ?? first.bornOn ?? second.bornOn,
    contactName: written.contactName,
    email: written.email,
    phone: of(choice.phone).phone ?? first.phone ?? second.phone,
  }
}

interface Both {
  readonly keptId: string
  readonly lostId: string
  readonly kept: Kept
}

async function moveAll(trx: ClinicTransaction, doer: Merger, { keptId, lostId, kept }: Both): Promise<MergeBefore> {
  const [keptRow, lostRow] = [await personRow(trx, keptId), await personRow(trx, lostId)]
  const own = await visitsOf(trx, keptId)
  const mails = await waitingMails(trx, [...own, ...(await visitsOf(trx, lostId))])
  // Before the visits move: whose contact it was decides whose feed ends.
  const feeds = await moveFeed(trx, { keptId, lostId, kept })
  const moved: Record<string, string[]> = {}
  for (const { table, key, person } of movingTables) {
    const { rows } = await sql<{ id: string }>`
      update clinic.${sql.table(table)} set ${sql.ref(person)} = ${keptId}
      where clinic_id = clinic.current_clinic() and ${sql.ref(person)} = ${lostId}
      returning ${sql.ref(key)} as id`.execute(trx)
    moved[table] = rows.map(({ id }) => id)
  }
  const differences = await turnDifferences(trx, keptId, lostId)
  const { contacts, split } = await moveContacts(trx, doer, keptId, kept)
  await trx
    .updateTable('persons')
    .set({ name: kept.name, born_on: kept.bornOn })
    .where('person_id', '=', keptId)
    .execute()
  await trx.deleteFrom('persons').where('person_id', '=', lostId).execute()
  const wasKept = { name: String(keptRow.name), born_on: keptRow.born_on === null ? null : String(keptRow.born_on) }
  return { kept: wasKept, lost: lostRow, moved, own, contacts, split, feeds, differences, mails }
}

async function personRow(trx: ClinicTransaction, personId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(p) as row from persons p
    where clinic_id = clinic.current_clinic() and person_id = ${personId}`.execute(trx)
  return rows[0]?.row ?? {}
}

async function visitsOf(trx: ClinicTransaction, personId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('appointments')
    .select('appointment_id')
    .where('person_id', '=', personId)
    .orderBy('appointment_id')
    .execute()
  return rows.map(({ appointment_id }) => appointment_id)
}

async function waitingMails(trx: ClinicTransaction, visits: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('mails')
    .select('mail_id')
    .where('appointment_id', 'in', visits)
    .where('state', '=', 'queued')
    .execute()
  return rows.map(({ mail_id }) => mail_id)
}

/**
 * One calendar feed stays, and only one that was made with a link to the address that stays.
 * @returns the feeds as they stood
 */
async function moveFeed(trx: ClinicTransaction, { keptId, lostId, kept }: Both): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ row: Record<string, unknown>; of: string; stays: boolean }>`
    select to_jsonb(f) as row, f.person_id as of, not exists (
      select from appointments a join contacts c on c.clinic_id = a.clinic_id and c.contact_id = a.contact_id
      where a.clinic_id = f.clinic_id and a.person_id = f.person_id and lower(c.email) is distinct from lower(${kept.email})
        and c.email is not null) as stays
    from calendar_feeds f where f.clinic_id = clinic.current_clinic() and f.person_id in (${keptId}, ${lostId})
    order by f.person_id`.execute(trx)
  const [first, ...others] = rows.toSorted((a, b) => Number(b.stays) - Number(a.stays))
  const ends = [...(first?.stays === false ? [first] : []), ...others].map(({ of }) => of)
  if (ends.length > 0) await trx.deleteFrom('calendar_feeds').where('person_id', 'in', ends).execute()
  await trx.updateTable('calendar_feeds').set({ person_id: keptId }).where('person_id', '=', lostId).execute()
  return rows.map(({ row }) => row)
}

/** Who is not the lost record's person is not the kept one's either. */
async function turnDifferences(trx: ClinicTransaction, keptId: string, lostId: string) {
  const { rows: gone } = await sql<{ row: Record<string, unknown> }>`
    delete from different_persons d where clinic_id = clinic.current_clinic()
      and ${lostId} in (one_person_id, other_person_id) returning to_jsonb(d) as row`.execute(trx)
  const before = gone.map(({ row }) => row)
  const { rows: made } = await sql<{ row: Record<string, unknown> }>`
    insert into different_persons (clinic_id, one_person_id, other_person_id, member_id, at)
    select d.clinic_id, least(other, ${keptId}::uuid), greatest(other, ${keptId}::uuid), d.member_id, d.at
    from jsonb_populate_recordset(null::different_persons, ${JSON.stringify(before)}::jsonb) d
    cross join lateral (select case when d.one_person_id = ${lostId} then d.other_person_id else d.one_person_id end) o (other)
    where other <> ${keptId} on conflict do nothing returning to_jsonb(different_persons) as row`.execute(trx)
  return { before, after: made.map(({ row }) => row) }
}
