/**
 * What staff see of comments and do with them: show, keep back with a reason, undo. Each act is written down with who did it.
 * Never: anything but a look for what may tell of danger, before somebody wrote down that they looked.
 */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import type { HideReason } from '../directory/ratings.ts'
import { type Member, mayDo } from '../people/members.ts'
import { type DangerOutcome, outcomesFor } from './talk-words.ts'

/** Which comments a list shows. */
export type CommentList = 'waiting' | 'set-aside' | 'shown' | 'kept-back'

/** A comment for staff. Moments are milliseconds since 1970. */
export interface StaffComment {
  readonly id: string
  readonly page: string
  readonly words: string
  readonly name: string | null
  readonly hasEmail: boolean
  readonly writtenAt: number
  readonly editedAt: number | null
  readonly keptWhy: HideReason | null
  readonly danger: 'none' | 'unseen' | 'seen'
  readonly acts: readonly CommentAct[]
}

/** What was done with one. */
export interface CommentAct {
  readonly id: string
  readonly what: string
  readonly why: string | null
  readonly who: string
  readonly at: number
}

/** One list, how many each holds, and the clock and zone of the clinic. */
export interface Comments {
  readonly comments: readonly StaffComment[]
  readonly counts: Readonly<Record<CommentList, number>>
  /** How many were put back after they had been kept back. */
  readonly reversed: number
  readonly now: number
  readonly zone: string
}

const mostListed = 50
const isDanger = sql<boolean>`(c.danger_heard_at is not null and c.danger_seen_at is null and c.state <> 'erased')`
const conditions = {
  waiting: sql<boolean>`(c.state = 'waiting' and c.set_aside_at is null or ${isDanger})`,
  'set-aside': sql<boolean>`(c.state = 'waiting' and c.set_aside_at is not null and not ${isDanger})`,
  shown: sql<boolean>`(c.state = 'shown')`,
  'kept-back': sql<boolean>`(c.state = 'kept-back')`,
}

/** How many want a look; for the mark in the menu. */
export async function countComments(trx: ClinicTransaction, clinicId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from comments c where c.clinic_id = ${clinicId} and ${conditions.waiting}`.execute(
    trx,
  )
  return rows[0]?.count ?? 0
}

/** How many may tell of danger, and nobody has looked yet; 0 for whoever may not moderate. */
export async function countDangerComments(trx: ClinicTransaction, member: Member): Promise<number> {
  if (!mayDo(member, 'moderate')) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from comments c where c.clinic_id = ${member.clinicId} and ${isDanger}`.execute(trx)
  return rows[0]?.count ?? 0
}

/** The list for staff; danger first, then the oldest that waits, or the newest of what is decided. */
export function listComments(db: Database, clinicId: string, list: CommentList): Promise<Comments> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows: counted } = await sql<
      Record<CommentList, number> & { now: Date; zone: string | null; reversed: number }
    >`
      select count(*) filter (where ${conditions.waiting})::int as waiting,
        count(*) filter (where ${conditions['set-aside']})::int as "set-aside",
        count(*) filter (where ${conditions.shown})::int as shown,
        count(*) filter (where ${conditions['kept-back']})::int as "kept-back", now() as now,
        (select zone from locations where clinic_id = ${clinicId} order by location_id limit 1) as zone,
        (select count(*)::int from talk_acts where clinic_id = ${clinicId} and comment_id is not null
          and what in ('shown', 'undone') and was = 'kept-back') as reversed
      from comments c where c.clinic_id = ${clinicId}`.execute(trx)
    const order =
      list === 'waiting' || list === 'set-aside' ? sql`coalesce(c.edited_at, c.written_at)` : sql`c.state_at desc`
    const { rows } = await sql<Row>`
      select c.comment_id, c.page, c.words, c.shown_name, c.email is not null as has_email, c.written_at, c.edited_at,
        c.kept_why, c.danger_heard_at, c.danger_seen_at,
        coalesce((select json_agg(json_build_object('id', a.act_id, 'what', a.what, 'why', a.why, 'who', m.name,
            'at', (extract(epoch from a.at) * 1000)::bigint) order by a.act_id)
          from talk_acts a join members m using (clinic_id, member_id)
          where a.clinic_id = c.clinic_id and a.comment_id = c.comment_id), '[]') as acts
      from comments c where c.clinic_id = ${clinicId} and ${conditions[list]}
      order by ${isDanger} desc, ${order}, c.comment_id limit ${mostListed}`.execute(trx)
    const [first] = counted
    return {
      comments: rows.map(toComment),
      counts: {
        waiting: first?.waiting ?? 0,
        'set-aside': first?.['set-aside'] ?? 0,
        shown: first?.shown ?? 0,
        'kept-back': first?.['kept-back'] ?? 0,
      },
      reversed: first?.reversed ?? 0,
      now: first?.now.getTime() ?? 0,
      zone: first?.zone ?? 'Europe/London',
    }
  })
}

interface Row {
  readonly comment_id: string
  readonly page: string
  readonly words: string | null
  readonly shown_name: string | null
  readonly has_email: boolean
  readonly written_at: Date
  readonly edited_at: Date | null
  readonly kept_why: HideReason | null
  readonly danger_heard_at: Date | null
  readonly danger_seen_at: Date | null
  readonly acts: readonly CommentAct[]
}

function toComment(row: Row): StaffComment {
  const seen = row.danger_seen_at === null ? 'unseen' : 'seen'
  return {
    id: row.comment_id,
    page: row.page,
    words: row.words ?? '',
    name: row.shown_name,
    hasEmail: row.has_email,
    writtenAt: row.written_at.getTime(),
    editedAt: row.edited_at?.getTime() ?? null,
    keptWhy: row.kept_why,
    danger: row.danger_heard_at === null ? 'none' : seen,
    acts: row.acts,
  }
}

/** What a member does with a comment. `seen`: the wording that they read; another one must be read first. */
export type CommentDeed =
  | { readonly what: 'shown'; readonly seen: string }
  | { readonly what: 'kept-back'; readonly why: HideReason; readonly seen: string }
  | { readonly what: 'danger-seen'; readonly outcome: DangerOutcome; readonly seen: string }
  /** Takes back what was done last, if it was this member's and a moment ago. */
  | { readonly what: 'undone' }

/** How long somebody can undo what they did, in minutes. [C] */
const undoMinutes = 10
/** How many acts one comment may have: no page of ours comes near it. */
const mostActs = 500

/** Done, or why not. `already`: it stands so, and nothing was written again. `changed`: its writer changed it meanwhile. */
export type CommentDone =
  | { readonly ok: true; readonly already: boolean }
  | { readonly ok: false; readonly why: 'noComment' | 'dangerFirst' | 'changed' | 'tooLate' | 'tooOften' }

/** Which wording of a comment a page shows, in a few letters. */
export const wordingOf = ({ editedAt, writtenAt }: Pick<StaffComment, 'editedAt' | 'writtenAt'>): string =>
  String(editedAt ?? writtenAt)

interface Standing {
  readonly state: string
  readonly kept_why: string | null
  readonly written_at: Date
  readonly edited_at: Date | null
  readonly danger_heard_at: Date | null
  readonly danger_seen_at: Date | null
  readonly has_email: boolean
  readonly acts: number
}

/** Does it, and writes down who did. Whoever may not moderate is refused before this is asked. */
export function moderateComment(
  db: Database,
  by: Pick<Member, 'clinicId' | 'memberId'>,
  commentId: string,
  deed: CommentDeed,
): Promise<CommentDone> {
  return inClinic(db, by.clinicId, async (trx): Promise<CommentDone> => {
    const { rows } = await sql<Standing>`
      select c.state, c.kept_why, c.written_at, c.edited_at, c.danger_heard_at, c.danger_seen_at,
        c.email is not null as has_email, (select count(*)::int from talk_acts a where a.clinic_id = c.clinic_id and a.comment_id = c.comment_id) as acts
      from comments c where c.clinic_id = ${by.clinicId} and c.comment_id = ${commentId} and c.state <> 'erased'
      for update`.execute(trx)
    const [row] = rows
    if (!row) return { ok: false, why: 'noComment' }
    const unseen = row.danger_heard_at !== null && row.danger_seen_at === null
    if (unseen && deed.what !== 'danger-seen') return { ok: false, why: 'dangerFirst' }
    // Nobody can have written to who left no address.
    if (deed.what === 'danger-seen' && !outcomesFor(row.has_email).includes(deed.outcome))
      return { ok: false, why: 'dangerFirst' }
    if (row.acts >= mostActs) return { ok: false, why: 'tooOften' }
    if (deed.what === 'undone') return undo(trx, by, commentId, row)
    if (standsAlready(deed, row)) return { ok: true, already: true }
    const wording = wordingOf({ writtenAt: row.written_at.getTime(), editedAt: row.edited_at?.getTime() ?? null })
    if (deed.seen !== wording) return { ok: false, why: 'changed' }
    await carryOut(trx, commentId, deed)
    const why = deed.what === 'kept-back' ? deed.why : deed.what === 'danger-seen' ? deed.outcome : null
    await writeAct(trx, by, commentId, { what: deed.what, why, was: row.state, was_why: row.kept_why })
    return { ok: true, already: false }
  })
}

function standsAlready(deed: Exclude<CommentDeed, { what: 'undone' }>, row: Standing): boolean {
  if (deed.what === 'shown') return row.state === 'shown'
  if (deed.what === 'kept-back') return row.kept_why === deed.why
  return row.danger_heard_at === null || row.danger_seen_at !== null
}

async function carryOut(
  trx: ClinicTransaction,
  commentId: string,
  deed: Exclude<CommentDeed, { what: 'undone' }>,
): Promise<void> {
  const now = sql<Date>`now()`
  const set =
    deed.what === 'danger-seen'
      ? { danger_seen_at: now }
      : { state: deed.what, kept_why: deed.what === 'kept-back' ? deed.why : null, state_at: now }
  await trx.updateTable('comments').set(set).where('comment_id', '=', commentId).execute()
}

interface Act {
  readonly what: string
  readonly why: string | null
  readonly was: string
  readonly was_why: string | null
}

async function writeAct(
  trx: ClinicTransaction,
  { clinicId, memberId }: Pick<Member, 'clinicId' | 'memberId'>,
  commentId: string,
  act: Act,
): Promise<void> {
  const whose = { clinic_id: clinicId, comment_id: commentId, member_id: memberId }
  await trx
    .insertInto('talk_acts')
    .values({ ...whose, ...act })
    .execute()
}

/** The last thing that was done is undone, by whoever did it: what stood before stands again. */
async function undo(
  trx: ClinicTransaction,
  by: Pick<Member, 'clinicId' | 'memberId'>,
  commentId: string,
  row: Standing,
): Promise<CommentDone> {
  const { rows } = await sql<{ what: string; member_id: string; was: string; was_why: string | null; fresh: boolean }>`
    select what, member_id, was, was_why, at > now() - make_interval(mins => ${undoMinutes}) as fresh from talk_acts
    where clinic_id = ${by.clinicId} and comment_id = ${commentId} order by act_id desc limit 1`.execute(trx)
  const [last] = rows
  const isUndoable = last?.fresh && last.member_id === by.memberId
  // Their own press heard twice.
  if (isUndoable && last.what === 'undone') return { ok: true, already: true }
  if (!isUndoable || (last.what !== 'shown' && last.what !== 'kept-back') || row.state !== last.what)
    return { ok: false, why: 'tooLate' }
  await trx
    .updateTable('comments')
    .set({ state: last.was, kept_why: last.was_why, state_at: sql<Date>`now()` })
    .where('comment_id', '=', commentId)
    .execute()
  await writeAct(trx, by, commentId, { what: 'undone', why: null, was: row.state, was_why: row.kept_why })
  return { ok: true, already: false }
}
