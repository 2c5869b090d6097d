/**
 * Who works at a clinic, and what each role may do there. The roles are rows of the clinic's own; who signs in is another
 * matter (accounts). A page asks `mayDo`; none decides by the name of a role.
 */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'

/** What somebody is in a clinic. */
export type Role = 'owner' | 'manager' | 'therapist' | 'reception'

/** Somebody who works at a clinic and has joined it. */
export interface Member {
  readonly clinicId: string
  readonly memberId: string
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** Whose column of the calendar is theirs; `null` for those who treat nobody. */
  readonly therapistId: string | null
}

/**
 * What staff do. `see-day`: names, times and phones of the visits. `see-clinical`: the shared check and the note to the
 * therapist. `change-visits`: book, move, arrive, cancel. `change-times`: closures, absences, hours and blocks of anybody;
 * a therapist may change their own. `moderate`: reviews. `write-letters`: letters, and who asked for them. `change-clinic`: places, services, prices. `change-team`: invite,
 * remove, roles. `let-in-again`: ask that a colleague who lost every way in may begin anew, or agree to it.
 */
export type Act =
  | 'see-day'
  | 'see-clinical'
  | 'change-visits'
  | 'change-times'
  | 'moderate'
  | 'write-letters'
  | 'change-clinic'
  | 'change-team'
  | 'let-in-again'

const everybody: readonly Act[] = ['see-day', 'change-visits']
const managing: readonly Act[] = [
  ...everybody,
  'change-times',
  'moderate',
  'write-letters',
  'change-clinic',
  'let-in-again',
]

/** The one table of what each role may do. */
const acts: Readonly<Record<Role, readonly Act[]>> = {
  owner: [...managing, 'change-team'],
  manager: managing,
  therapist: [...everybody, 'see-clinical'],
  reception: [...everybody, 'change-times'],
}

/** May this member do that? Somebody who treats sees what is clinical, whatever else they are. */
export const mayDo = ({ role, therapistId }: Pick<Member, 'role' | 'therapistId'>, act: Act): boolean =>
  acts[role].includes(act) || (act === 'see-clinical' && therapistId !== null)

/** The member of the transaction's clinic who signs in with this account; `undefined` for nobody, or somebody who left. */
export async function memberOfAccount(trx: ClinicTransaction, accountId: string): Promise<Member | undefined> {
  const row = await trx
    .selectFrom('members')
    .select(['clinic_id', 'member_id', 'name', 'email', 'role', 'therapist_id'])
    .where('account_id', '=', accountId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      clinicId: row.clinic_id,
      memberId: row.member_id,
      accountId,
      name: row.name,
      email: row.email,
      // The column's own check allows these four.
      role: row.role as Role,
      therapistId: row.therapist_id,
    }
  )
}

/** What of a person's record somebody looked at; `merge` and `unmerge`: that they made one of two records, or two again. */
export type ReadKind = 'visit' | 'shared-check' | 'person' | 'day-list' | 'export' | 'compare' | 'merge' | 'unmerge'

/**
 * Writes down that this member looks at records. Call it in the transaction that reads them: what is not written down is
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
