/**
 * A new start for somebody of the team who has lost every way in: one colleague asks, another agrees, and then a link goes to
 * the address of the one it is for. Two others, and never one alone: the tables refuse it too. Until the link is used, the old
 * ways in work, and whoever it is for can stop it.
 */
import { uuidIn } from '../../care/evidence/ids.ts'
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { endInvitations } from './invitations.ts'
import { type Member, mayDo } from './members.ts'
import { tellOfNewStart } from './new-start-rows.ts'

/**
 * How it went. `not-yours`: not for their role. `unknown`: nobody of the team who has joined, or nothing that is open.
 * `yourself`: nobody does this for themselves. `same`: whoever asked cannot agree too. `too-few`: there are not two others who
 * may. `too-many`: asked for often enough today.
 */
export type NewStartChange =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly why: 'not-yours' | 'unknown' | 'yourself' | 'same' | 'too-few' | 'too-many'
    }

/** One of them, as the team sees it. Moments are milliseconds since 1970; `null` where it has not come to that. */
export interface NewStart {
  readonly id: string
  readonly memberId: string
  readonly name: string
  /** `null`: whoever runs the installation. */
  readonly askedBy: { readonly memberId: string; readonly name: string } | null
  readonly askedAt: number
  readonly agreedBy: string | null
  readonly agreedAt: number | null
  readonly stoppedBy: string | null
  readonly stoppedAt: number | null
  readonly doneAt: number | null
  readonly endsAt: number
  /** It can still be agreed to, used or stopped. */
  readonly isOpen: boolean
}

/** Within a day, for one person: each time it is a mail to them and to every owner. [C] */
const mostInADay = 3
/** As many others as have to agree. */
const needed = 2

const isId = (text: string) => uuidIn(text) !== undefined
const open = sql<boolean>`(s.stopped_at is null and s.done_at is null and s.ends_at > now())`

/** The newest of the clinic, for those who may agree; for anybody else those that are for them. */
export async function readNewStarts(trx: ClinicTransaction, by: Member): Promise<readonly NewStart[]> {
  const { rows } = await sql<{
    id: string
    memberId: string
    name: string
    askedBy: string | null
    asker: string | null
    askedAt: Date
    agreer: string | null
    agreedAt: Date | null
    stopper: string | null
    stoppedAt: Date | null
    doneAt: Date | null
    endsAt: Date
    isOpen: boolean
  }>`
    select s.new_start_id as id, s.member_id as "memberId", m.name, s.asked_by as "askedBy", a.name as asker,
      s.asked_at as "askedAt", g.name as agreer, s.agreed_at as "agreedAt", p.name as stopper, s.stopped_at as "stoppedAt",
      s.done_at as "doneAt", s.ends_at as "endsAt", ${open} as "isOpen"
    from new_starts s
    join members m on m.clinic_id = s.clinic_id and m.member_id = s.member_id
    left join members a on a.clinic_id = s.clinic_id and a.member_id = s.asked_by
    left join members g on g.clinic_id = s.clinic_id and g.member_id = s.agreed_by
    left join members p on p.clinic_id = s.clinic_id and p.member_id = s.stopped_by
    where ${mayDo(by, 'let-in-again')} or s.member_id = ${by.memberId}
    order by s.asked_at desc, s.new_start_id desc limit 50`.execute(trx)
  return rows.map(({ askedBy, asker, askedAt, agreer, agreedAt, stopper, stoppedAt, doneAt, endsAt, ...rest }) => ({
    ...rest,
    askedBy: askedBy === null ? null : { memberId: askedBy, name: asker ?? '' },
    askedAt: askedAt.getTime(),
    agreedBy: agreer,
    agreedAt: agreedAt?.getTime() ?? null,
    stoppedBy: stopper,
    stoppedAt: stoppedAt?.getTime() ?? null,
    doneAt: doneAt?.getTime() ?? null,
    endsAt: endsAt.getTime(),
  }))
}

/** Somebody who has joined, and whether there are others enough to let them in again. */
export interface Colleague {
  readonly memberId: string
  readonly name: string
  readonly enoughOthers: boolean
}

/** Those of the team who have joined, without the one who asks, and without anybody invented: they need no way in. */
export async function readColleagues(trx: ClinicTransaction, by: Member): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`
    select m.member_id as "memberId", m.name, ${enoughOthers} as "enoughOthers" from members m
    where m.account_id is not null and m.left_at is null and m.member_id <> ${by.memberId} and not m.demonstration
    order by m.name, m.member_id`.execute(trx)
  return rows
}

const enoughOthers = sql<boolean>`(
  select count(*) >= ${sql.lit(needed)} from members o
  where o.clinic_id = m.clinic_id and o.member_id <> m.member_id and o.account_id is distinct from m.account_id
    and o.role in ('owner', 'manager') and o.account_id is not null and o.left_at is null)`

/** Asks for one. Asked twice, it is one. */
export async function askNewStart(trx: ClinicTransaction, by: Member, memberId: string): Promise<NewStartChange> {
  if (!mayDo(by, 'let-in-again')) return { ok: false, why: 'not-yours' }
  if (memberId === by.memberId) return { ok: false, why: 'yourself' }
  await oneAtATime(trx, by.clinicId)
  const { clinicId } = by
  const colleague = (await readColleagues(trx, by)).find((each) => each.memberId === memberId)
  if (!colleague) return { ok: false, why: 'unknown' }
  if (!colleague.enoughOthers) return { ok: false, why: 'too-few' }
  const { rows } = await sql<{ isOpen: boolean }>`
    select ${open} as "isOpen" from new_starts s where s.member_id = ${memberId}
      and (s.asked_at > now() - interval '1 day' or ${open})`.execute(trx)
  if (rows.some(({ isOpen }) => isOpen)) return { ok: true }
  if (rows.length >= mostInADay) return { ok: false, why: 'too-many' }
  const { new_start_id: id } = await trx
    .insertInto('new_starts')
    .values({ clinic_id: clinicId, member_id: memberId, asked_by: by.memberId })
    .returning('new_start_id')
    .executeTakeFirstOrThrow()
  await tellOfNewStart(trx, clinicId, id, 'asked')
  return { ok: true }
}

/** One change at a time for a clinic, so that two presses at once count as one. */
const oneAtATime = (trx: ClinicTransaction, clinicId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`new starts ${clinicId}`}, 0))`.execute(trx)

/** One that is open, by its id. */
const openOne = async (trx: ClinicTransaction, id: string) =>
  isId(id)
    ? trx
        .selectFrom('new_starts as s')
        .select(['s.member_id', 's.asked_by', 's.agreed_by'])
        .where('s.new_start_id', '=', id)
        .where(open)
        .executeTakeFirst()
    : undefined

/** Agrees to it, as the second of two. From now on a link is on its way, good for a day. */
export async function agreeToNewStart(trx: ClinicTransaction, by: Member, id: string): Promise<NewStartChange> {
  if (!mayDo(by, 'let-in-again')) return { ok: false, why: 'not-yours' }
  await oneAtATime(trx, by.clinicId)
  const found = await openOne(trx, id)
  if (!found) return { ok: false, why: 'unknown' }
  if (found.member_id === by.memberId) return { ok: false, why: 'yourself' }
  if (found.agreed_by === by.memberId) return { ok: true }
  if (found.agreed_by !== null || found.asked_by === null) return { ok: false, why: 'unknown' }
  if (found.asked_by === by.memberId || !(await agree(trx, by, id))) return { ok: false, why: 'same' }
  await sendLink(trx, by.clinicId, { id, memberId: found.member_id, invitedBy: by.memberId })
  return { ok: true }
}

/** @returns false where the table's own rule says that this is the same person, or may not agree */
async function agree(trx: ClinicTransaction, by: Member, id: string): Promise<boolean> {
  // In a step of its own, so that the rule's refusal leaves the transaction usable.
  await sql`savepoint agree`.execute(trx)
  try {
    await trx
      .updateTable('new_starts')
      .set({
        agreed_by: by.memberId,
        agreed_at: sql<Date>`now()`,
        ends_at: sql<Date>`now() + interval '24 hours'`,
      })
      .where('new_start_id', '=', id)
      .execute()
    return true
  } catch (error) {
    if (!(error instanceof Error && 'constraint' in error && error.constraint === 'new_starts_by_two')) throw error
    await sql`rollback to savepoint agree`.execute(trx)
    return false
  }
}

async function sendLink(
  trx: ClinicTransaction,
  clinicId: string,
  { id, memberId, invitedBy }: { readonly id: string; readonly memberId: string; readonly invitedBy: string | null },
): Promise<void> {
  await endInvitations(trx, memberId)
  await sql`
    insert into invitations (clinic_id, member_id, invited_by, new_start_id, ends_at)
    select clinic_id, member_id, ${invitedBy}::uuid, new_start_id, ends_at from new_starts
    where clinic_id = ${clinicId} and new_start_id = ${id}`.execute(trx)
  await tellOfNewStart(trx, clinicId, id, 'agreed')
}

/** Stops one that is open, and its link with it: for those who may agree, and for the one whom it is for. */
export async function stopNewStart(trx: ClinicTransaction, by: Member, id: string): Promise<NewStartChange> {
  await oneAtATime(trx, by.clinicId)
  const found = await openOne(trx, id)
  if (!found && (await hasStopped(trx, by, id))) return { ok: true }
  if (!found || !(mayDo(by, 'let-in-again') || found.member_id === by.memberId)) return { ok: false, why: 'unknown' }
  // The link first, as whoever uses it locks it first: of both at once, one is heard.
  await endInvitations(trx, found.member_id)
  const stopped = await trx
    .updateTable('new_starts as s')
    .set({ stopped_by: by.memberId, stopped_at: sql<Date>`now()` })
    .where('s.new_start_id', '=', id)
    .where(open)
    .returning('s.new_start_id')
    .executeTakeFirst()
  if (!stopped) return { ok: false, why: 'unknown' }
  await tellOfNewStart(trx, by.clinicId, id, 'stopped')
  return { ok: true }
}

/** They stopped it a moment ago: their press heard twice. */
const hasStopped = async (trx: ClinicTransaction, by: Member, id: string): Promise<boolean> =>
  isId(id) &&
  (await trx
    .selectFrom('new_starts')
    .select('new_start_id')
    .where('new_start_id', '=', id)
    .where('stopped_by', '=', by.memberId)
    .executeTakeFirst()) !== undefined

/**
 * Lets somebody in again where no two colleagues can agree: for whoever runs the installation, who answers for it.
 * @param trx as the role that owns the database; the server's own may not do this
 * @returns whether somebody of that address has joined this clinic
 */
export async function beginAsInstallation(trx: ClinicTransaction, clinicId: string, email: string): Promise<boolean> {
  await oneAtATime(trx, clinicId)
  const member = await trx
    .selectFrom('members')
    .select('member_id')
    .where('clinic_id', '=', clinicId)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('left_at', 'is', null)
    .where('account_id', 'is not', null)
    .executeTakeFirst()
  if (!member) return false
  // One that two are still about ends: this one takes its place.
  await sql`update new_starts s set ends_at = now() where clinic_id = ${clinicId} and member_id = ${member.member_id}
    and ${open}`.execute(trx)
  const { new_start_id: id } = await trx
    .insertInto('new_starts')
    .values({ clinic_id: clinicId, member_id: member.member_id, by_installation: true })
    .returning('new_start_id')
    .executeTakeFirstOrThrow()
  await sendLink(trx, clinicId, { id, memberId: member.member_id, invitedBy: null })
  return true
}
