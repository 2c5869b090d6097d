/**
 * Who is on the team: invited, joined, given another role, let go. A link in a mail is what somebody joins by; looking at it
 * uses nothing up. The last owner stays, by the table's own rule.
 */
import { uuidIn } from '../../care/evidence/ids.ts'
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { type Member, mayDo, type Role } from './members.ts'
import { finishNewStart } from './new-start-rows.ts'

/**
 * How a change of the team ended. `not-yours`: this is not for their role. `unknown`: nobody of the team, as far as they may
 * know. `too-many`: enough links went out today. `needs-two`: they have joined, so a new start is what they need (new-starts.ts).
 */
export type TeamChange =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'not-yours' | 'unknown' | 'last-owner' | 'too-many' | 'needs-two' }

/** What an invitation says to whoever opens it. */
export interface Invitation {
  readonly id: string
  readonly clinicId: string
  readonly memberId: string
  readonly clinicName: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** Null where they join for the first time; otherwise two have agreed that they begin anew. */
  readonly accountId: string | null
  /** Whoever runs the installation answers for it, also where another clinic relies on the account. */
  readonly byInstallation: boolean
}

/** What opened: one that stands, or why it does not. `over`: it is too old, a newer one was sent, or they are not on the team. */
export type FoundInvitation =
  | { readonly ok: true; readonly invitation: Invitation }
  | { readonly ok: false; readonly why: 'over' | 'used' }

/**
 * Asks somebody in again whose first link was lost. Whoever has joined is let in again by two others alone.
 * @param seen the last invitation that the page knew, so that a press heard twice sends one link and does not end it
 */
export async function inviteAgain(
  trx: ClinicTransaction,
  by: Member,
  memberId: string,
  seen?: string,
): Promise<TeamChange> {
  if (!mayDo(by, 'change-team')) return { ok: false, why: 'not-yours' }
  const member = await onTeam(trx, memberId)
  if (!member) return { ok: false, why: 'unknown' }
  if (member.account_id !== null) return { ok: false, why: 'needs-two' }
  await oneAtATime(trx, by.clinicId)
  if (seen !== undefined && seen !== (await lastInvitation(trx, memberId))) return { ok: true }
  if (!(await mayInviteAgain(trx, by.clinicId, memberId))) return { ok: false, why: 'too-many' }
  await endInvitations(trx, memberId)
  await trx
    .insertInto('invitations')
    .values({ clinic_id: by.clinicId, member_id: memberId, invited_by: by.memberId })
    .execute()
  return { ok: true }
}

/** New links within a day: to one person, and of one clinic. Each of them is a mail to an address that somebody typed. [C] */
const mostInADay = { toOne: 5, ofClinic: 100 }

/** One at a time for a clinic, so that two presses at once count. */
const oneAtATime = (trx: ClinicTransaction, clinicId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`invitations ${clinicId}`}, 0))`.execute(trx)

/** The newest of them; none: empty. */
async function lastInvitation(trx: ClinicTransaction, memberId: string): Promise<string> {
  const row = await trx
    .selectFrom('invitations')
    .select('invitation_id')
    .where('member_id', '=', memberId)
    .orderBy('created_at', 'desc')
    .orderBy('invitation_id', 'desc')
    .executeTakeFirst()
  return row?.invitation_id ?? ''
}

async function mayInviteAgain(trx: ClinicTransaction, clinicId: string, memberId: string): Promise<boolean> {
  const { rows } = await sql<{ one: number; all: number }>`
    select count(*)::int as all, count(*) filter (where member_id = ${memberId})::int as one
    from invitations where clinic_id = ${clinicId} and created_at > now() - interval '1 day'`.execute(trx)
  const [count] = rows
  return count !== undefined && count.one < mostInADay.toOne && count.all < mostInADay.ofClinic
}

/** Lets somebody go. They are out at their next request; what they did stays named. */
export async function removeMember(trx: ClinicTransaction, by: Member, memberId: string): Promise<TeamChange> {
  if (!mayDo(by, 'change-team')) return { ok: false, why: 'not-yours' }
  const left = await change(trx, memberId, { left_at: sql<Date>`now()` })
  if (!left.ok) return left.why === 'unknown' && (await hasLeft(trx, memberId)) ? { ok: true } : left
  await endInvitations(trx, memberId)
  if (left.accountId)
    await trx
      .deleteFrom('account_clinics')
      .where('account_id', '=', left.accountId)
      .where('clinic_id', '=', by.clinicId)
      .execute()
  return { ok: true }
}

/** They were let go before: the second of two presses. */
const hasLeft = async (trx: ClinicTransaction, memberId: string): Promise<boolean> =>
  isId(memberId) &&
  (await trx
    .selectFrom('members')
    .select('member_id')
    .where('member_id', '=', memberId)
    .where('left_at', 'is not', null)
    .executeTakeFirst()) !== undefined

/** Gives somebody another role. Owners alone may, so nobody grants more than they have. */
export async function changeRole(
  trx: ClinicTransaction,
  by: Member,
  memberId: string,
  role: Role,
): Promise<TeamChange> {
  if (!mayDo(by, 'change-team')) return { ok: false, why: 'not-yours' }
  const changed = await change(trx, memberId, { role })
  return changed.ok ? { ok: true } : changed
}

const onTeam = async (trx: ClinicTransaction, memberId: string) =>
  isId(memberId)
    ? trx
        .selectFrom('members')
        .select('account_id')
        .where('member_id', '=', memberId)
        .where('left_at', 'is', null)
        .executeTakeFirst()
    : undefined

const isId = (text: string) => uuidIn(text) !== undefined

async function change(
  trx: ClinicTransaction,
  memberId: string,
  to: { readonly role: Role } | { readonly left_at: ReturnType<typeof sql<Date>> },
): Promise<
  | { readonly ok: true; readonly accountId: string | null }
  | { readonly ok: false; readonly why: 'unknown' | 'last-owner' }
> {
  if (!isId(memberId)) return { ok: false, why: 'unknown' }
  // Asked in a step of its own, so that the rule's refusal leaves the transaction usable.
  await sql`savepoint team_change`.execute(trx)
  try {
    const row = await trx
      .updateTable('members')
      .set(to)
      .where('member_id', '=', memberId)
      .where('left_at', 'is', null)
      .returning('account_id')
      .executeTakeFirst()
    return row ? { ok: true, accountId: row.account_id } : { ok: false, why: 'unknown' }
  } catch (error) {
    if (!(error instanceof Error && 'constraint' in error && error.constraint === 'last_owner_stays')) throw error
    await sql`rollback to savepoint team_change`.execute(trx)
    return { ok: false, why: 'last-owner' }
  }
}

/** Ends every link of somebody that nobody has used. */
export const endInvitations = (trx: ClinicTransaction, memberId: string) =>
  trx
    .updateTable('invitations')
    .set({ ends_at: sql`least(ends_at, now())` })
    .where('member_id', '=', memberId)
    .where('used_at', 'is', null)
    .execute()

/** @param clinicId of the transaction; it and the invitation's id come from a link that we signed */
export async function findInvitation(trx: ClinicTransaction, clinicId: string, id: string): Promise<FoundInvitation> {
  const row = await trx
    .selectFrom('invitations as i')
    .innerJoin('members as m', (join) =>
      join.onRef('m.clinic_id', '=', 'i.clinic_id').onRef('m.member_id', '=', 'i.member_id'),
    )
    .innerJoin('clinics as c', 'c.clinic_id', 'i.clinic_id')
    .leftJoin('new_starts as s', (join) =>
      join.onRef('s.clinic_id', '=', 'i.clinic_id').onRef('s.new_start_id', '=', 'i.new_start_id'),
    )
    .select([
      'm.member_id',
      'm.name',
      'm.email',
      'm.role',
      'm.account_id',
      'm.left_at',
      'i.used_at',
      'i.new_start_id',
      's.by_installation',
      'c.name as clinic',
    ])
    .select(sql<boolean>`i.ends_at <= now()`.as('over'))
    .where('i.clinic_id', '=', clinicId)
    .where('i.invitation_id', '=', id)
    .executeTakeFirst()
  if (row?.used_at) return { ok: false, why: 'used' }
  if (!row || row.over || row.left_at) return { ok: false, why: 'over' }
  // They joined by another link meanwhile.
  if (row.account_id !== null && row.new_start_id === null) return { ok: false, why: 'over' }
  const { member_id: memberId, name, email, account_id: accountId, clinic: clinicName } = row
  // The column's own check allows these four roles.
  const invitation = { id, clinicId, memberId, clinicName, name, email, role: row.role as Role, accountId }
  return { ok: true, invitation: { ...invitation, byInstallation: row.by_installation ?? false } }
}

/** Joins by it, once: of two presses at once one does. @returns whether this one did */
export async function takeUpInvitation(
  trx: ClinicTransaction,
  clinicId: string,
  id: string,
  accountId: string,
): Promise<boolean> {
  const used = await trx
    .updateTable('invitations')
    .set({ used_at: sql`now()` })
    .where('invitation_id', '=', id)
    .where('used_at', 'is', null)
    .where('ends_at', '>', sql<Date>`now()`)
    .returning(['member_id', 'new_start_id'])
    .executeTakeFirst()
  if (!used) return false
  const joined = await trx
    .updateTable('members')
    .set({ account_id: accountId, joined_at: sql`coalesce(joined_at, now())` })
    .where('member_id', '=', used.member_id)
    .where('left_at', 'is', null)
    .returning('member_id')
    .executeTakeFirst()
  if (!joined) return false
  if (used.new_start_id) await finishNewStart(trx, clinicId, used.new_start_id)
  await trx
    .insertInto('account_clinics')
    .values({ account_id: accountId, clinic_id: clinicId })
    .onConflict((on) => on.doNothing())
    .execute()
  return true
}
