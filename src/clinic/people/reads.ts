/** Who of a clinic looked at a person's record: written down without repeating itself, and told to that person. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import type { Member, Role } from './members.ts'

/** What of a person's record somebody looked at; `merge` and `unmerge`: that they made one of two records, or two again. */
export type ReadKind = 'visit' | 'shared-check' | 'person' | 'day-list' | 'export' | 'compare' | 'merge' | 'unmerge'

/** A page that is looked at again within so many minutes is one look: a day's list stands open all morning. */
const oneLookMinutes = 15

/**
 * Writes down that this member looks, in the transaction that reads. What they looked at a moment ago is not written twice.
 * @param seen the persons, each with the visit it was about where there is one
 */
export async function recordLooks(
  trx: ClinicTransaction,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  what: ReadKind,
  seen: readonly { readonly personId: string; readonly appointmentId?: string }[],
): Promise<void> {
  if (seen.length === 0) return
  const { rows } = await sql<{ person_id: string; appointment_id: string | null }>`
    select person_id, appointment_id from reads
    where clinic_id = ${member.clinicId} and member_id = ${member.memberId} and what = ${what}
      and person_id = any(${seen.map(({ personId }) => personId)}::uuid[])
      and at > now() - make_interval(mins => ${oneLookMinutes})`.execute(trx)
  const known = new Set(rows.map((row) => `${row.person_id} ${row.appointment_id ?? ''}`))
  const fresh = seen.filter(({ personId, appointmentId = '' }) => !known.has(`${personId} ${appointmentId}`))
  await recordReads(trx, member, what, fresh)
}

/** The same for one visit that is shown, with whoever it is for. Nothing is written of one without a person. */
export async function recordVisitLook(
  trx: ClinicTransaction,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  appointmentId: string,
): Promise<void> {
  const row = await trx
    .selectFrom('appointments')
    .select('person_id')
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirst()
  if (row?.person_id) await recordLooks(trx, member, 'visit', [{ personId: row.person_id, appointmentId }])
}

/**
 * Writes down that this member looks at records, each time. Call it in the transaction that reads them: what is not written down is
 * not shown. Of a record that was made one with another meanwhile, the look is at the one that stays.
 * @param seen the persons, each with the visit it was about where there is one; a day's list may hold a hundred
 */
export async function recordReads(
  trx: ClinicTransaction,
  { clinicId, memberId }: Pick<Member, 'clinicId' | 'memberId'>,
  what: ReadKind,
  seen: readonly { readonly personId: string; readonly appointmentId?: string }[],
): Promise<void> {
  if (seen.length === 0) return
  const standing = await recordsThatStand(
    trx,
    seen.map(({ personId }) => personId),
  )
  const looks = new Map<string, { person_id: string; appointment_id: string | null }>()
  for (const { personId, appointmentId = null } of seen) {
    const person_id = standing.get(personId)
    if (person_id !== undefined)
      looks.set(`${person_id} ${appointmentId}`, { person_id, appointment_id: appointmentId })
  }
  if (looks.size === 0) return
  await trx
    .insertInto('reads')
    .values([...looks.values()].map((look) => ({ clinic_id: clinicId, member_id: memberId, ...look, what })))
    .execute()
}

/** A record may be made one with another while it is looked for, and that one again; so often it is followed. */
const mostMerges = 4

/**
 * The record that each of these persons has now, held so that no merge takes it before the transaction ends. Whoever has none
 * is left out.
 */
async function recordsThatStand(
  trx: ClinicTransaction,
  persons: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const standing = new Map<string, string>()
  let open = new Map(persons.map((personId) => [personId, personId]))
  for (let tries = 0; tries < mostMerges && open.size > 0; tries += 1) {
    const ids = [...open.values()]
    const { rows } = await sql<{ person_id: string }>`
      select person_id from persons where clinic_id = clinic.current_clinic() and person_id = any(${ids}::uuid[])
      order by person_id for key share`.execute(trx)
    const there = new Set(rows.map(({ person_id }) => person_id))
    for (const [asked, now] of open) if (there.has(now)) standing.set(asked, now)
    const gone = [...open].filter(([, now]) => !there.has(now))
    open = gone.length === 0 ? new Map() : await followMerges(trx, gone)
  }
  return standing
}

/** Each with the record that it is part of now; without those that were never made part of one. */
async function followMerges(
  trx: ClinicTransaction,
  gone: readonly (readonly [asked: string, now: string])[],
): Promise<Map<string, string>> {
  const merges = await trx
    .selectFrom('person_merges')
    .select(['lost_person_id', 'kept_person_id'])
    .where(
      'lost_person_id',
      'in',
      gone.map(([, now]) => now),
    )
    .where('undone_at', 'is', null)
    .execute()
  const keptOf = new Map(merges.map((row) => [row.lost_person_id, row.kept_person_id]))
  return new Map(
    gone.flatMap(([asked, now]) => {
      const kept = keptOf.get(now)
      return kept === undefined ? [] : [[asked, kept] as const]
    }),
  )
}

/** One look at a record. */
export interface Look {
  readonly name: string
  readonly role: Role
  readonly what: ReadKind
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The looks at the record of whoever has this visit, the newest first; somebody who has left the clinic stays named. */
export async function looksAt(trx: ClinicTransaction, appointmentId: string, most: number): Promise<readonly Look[]> {
  const rows = await trx
    .selectFrom('reads as r')
    .innerJoin('appointments as a', (on) =>
      on.onRef('a.clinic_id', '=', 'r.clinic_id').onRef('a.person_id', '=', 'r.person_id'),
    )
    .innerJoin('members as m', (on) =>
      on.onRef('m.clinic_id', '=', 'r.clinic_id').onRef('m.member_id', '=', 'r.member_id'),
    )
    .select(['m.name', 'm.role', 'r.what', 'r.at'])
    .where('a.appointment_id', '=', appointmentId)
    .orderBy('r.read_id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ name, role, what, at }) => ({
    name,
    // The column's own check allows these roles alone.
    role: role as Role,
    // The column's own check allows these looks alone.
    what: what as ReadKind,
    at: at.getTime(),
  }))
}
