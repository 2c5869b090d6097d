/**
 * What staff see of reviews and do with them: keep one back with a reason from a short list, put it back, answer it, say that
 * what was reported or may tell of danger has been looked at. Each act is written down with who did it; none changes a mark.
 */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { type Member, mayDo } from '../people/members.ts'
import type { HideReason } from '../directory/ratings.ts'

/** Which reviews a list shows. `waiting`: reported, may tell of danger, or changed since they were kept back. */
export type ReviewList = 'waiting' | 'shown' | 'hidden'

/** A review for staff. Moments are milliseconds since 1970. */
export interface StaffReview {
  readonly id: string
  readonly appointmentId: string
  readonly mark: number
  readonly words: string
  readonly name: string | null
  readonly therapist: string
  readonly zone: string
  /** When the visit was. */
  readonly visitAt: number
  readonly writtenAt: number
  readonly editedAt: number | null
  readonly reply: string | null
  /** Its writer changed it after the clinic answered. */
  readonly replyIsOlder: boolean
  /** Which wording and which answer this is, for what is posted from the page. */
  readonly seen: string
  readonly hidden: HideReason | null
  /** Words of it may tell of danger, and nobody has looked yet. */
  readonly isDanger: boolean
  /** Reported and not settled: each why with how often. */
  readonly reports: readonly { readonly why: HideReason; readonly count: number }[]
  readonly changedSinceHidden: boolean
  /** Whom to ring: the contact of the visit. */
  readonly phone: string | null
  readonly contact: string
  /** Earlier wordings and acts, oldest first. */
  readonly history: readonly ReviewEvent[]
}

/** What happened to a review. `who` is null for its writer. */
export interface ReviewEvent {
  readonly at: number
  readonly who: string | null
  readonly what: 'written' | 'hidden' | 'put-back' | 'replied' | 'reply-taken-back' | 'danger-seen' | 'reports-settled'
  readonly why: HideReason | null
  readonly mark: number | null
  readonly words: string | null
}

/** How many reviews a list of staff holds, the newest first; those that may tell of danger stand above all. */
const mostListed = 50

/** The reviews of one list, and how many are in each. */
export interface StaffReviews {
  readonly reviews: readonly StaffReview[]
  readonly counts: Readonly<Record<ReviewList, number>>
}

const unsettled = sql<boolean>`exists (select from review_reports p
  where p.clinic_id = r.clinic_id and p.review_id = r.review_id and p.settled_at is null)`
const isDanger = sql<boolean>`(r.danger_heard_at is not null and r.danger_seen_at is null)`
const changedSince = sql<boolean>`(r.hidden_at is not null and coalesce(r.edited_at > r.hidden_at, false))`
const needsALook = sql<boolean>`(${isDanger} or ${changedSince} or (r.hidden_at is null and ${unsettled}))`
const conditions: Readonly<Record<ReviewList, ReturnType<typeof sql<boolean>>>> = {
  waiting: needsALook,
  shown: sql<boolean>`(r.hidden_at is null and not ${isDanger})`,
  hidden: sql<boolean>`(r.hidden_at is not null)`,
}

/** How many reviews of the clinic want a look; for the mark beside "Reviews". */
export async function countWaiting(trx: ClinicTransaction, clinicId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from reviews r where r.clinic_id = ${clinicId} and ${needsALook}`.execute(trx)
  return rows[0]?.count ?? 0
}

/** How many may tell of danger, and nobody has looked yet; 0 for whoever may not moderate. */
export async function countDangerReviews(trx: ClinicTransaction, member: Member): Promise<number> {
  if (!mayDo(member, 'moderate')) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from reviews r where r.clinic_id = ${member.clinicId} and ${isDanger}`.execute(trx)
  return rows[0]?.count ?? 0
}

/** The list for staff. */
export function listReviews(db: Database, clinicId: string, list: ReviewList): Promise<StaffReviews> {
  return inClinic(db, clinicId, async (trx) => {
    const counted = await sql<Record<ReviewList, number>>`
      select count(*) filter (where ${conditions.waiting})::int as waiting,
        count(*) filter (where ${conditions.shown})::int as shown,
        count(*) filter (where ${conditions.hidden})::int as hidden
      from reviews r where r.clinic_id = ${clinicId}`.execute(trx)
    const { rows } = await sql<StaffRow>`
      select r.*, t.name as therapist, l.zone, a.starts_at, k.name as contact, k.phone,
        ${isDanger} as is_danger, ${changedSince} as changed_since,
        coalesce((select json_agg(json_build_object('why', w.why, 'count', w.count)) from (
          select p.why, count(*)::int as count from review_reports p
          where p.clinic_id = r.clinic_id and p.review_id = r.review_id and p.settled_at is null
          group by p.why order by 2 desc) w), '[]') as reports
      from reviews r
      join appointments a on a.clinic_id = r.clinic_id and a.appointment_id = r.appointment_id
      join therapists t on t.clinic_id = r.clinic_id and t.therapist_id = r.therapist_id
      join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
      left join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
      where r.clinic_id = ${clinicId} and ${conditions[list]}
      order by ${isDanger} desc, coalesce(r.edited_at, r.written_at) desc limit ${mostListed}`.execute(trx)
    const events = await eventsOf(
      trx,
      clinicId,
      rows.map(({ review_id }) => review_id),
    )
    return {
      reviews: rows.map((row) => toStaffReview(row, events.get(row.review_id) ?? [])),
      counts: counted.rows[0] ?? { waiting: 0, shown: 0, hidden: 0 },
    }
  })
}

interface StaffRow {
  readonly review_id: string
  readonly appointment_id: string
  readonly rating: number
  readonly words: string
  readonly shown_name: string | null
  readonly therapist: string
  readonly zone: string
  readonly starts_at: Date
  readonly written_at: Date
  readonly edited_at: Date | null
  readonly reply: string | null
  readonly replied_at: Date | null
  readonly hidden_why: HideReason | null
  readonly is_danger: boolean
  readonly changed_since: boolean
  readonly reports: readonly { readonly why: HideReason; readonly count: number }[]
  readonly phone: string | null
  readonly contact: string | null
}

const toStaffReview = (row: StaffRow, history: readonly ReviewEvent[]): StaffReview => ({
  id: row.review_id,
  appointmentId: row.appointment_id,
  mark: row.rating,
  words: row.words,
  name: row.shown_name,
  therapist: row.therapist,
  zone: row.zone,
  visitAt: row.starts_at.getTime(),
  writtenAt: row.written_at.getTime(),
  editedAt: row.edited_at?.getTime() ?? null,
  reply: row.reply,
  replyIsOlder: row.replied_at !== null && row.edited_at !== null && row.edited_at > row.replied_at,
  seen: seenOf(row),
  hidden: row.hidden_why,
  isDanger: row.is_danger,
  reports: row.reports,
  changedSinceHidden: row.changed_since,
  phone: row.phone,
  contact: row.contact ?? '',
  history,
})

/** Changes with each wording and each answer. */
const seenOf = ({ edited_at, replied_at }: Pick<StaffRow, 'edited_at' | 'replied_at'>): string =>
  [edited_at, replied_at].map((at) => at?.getTime() ?? 0).join('.')

async function eventsOf(trx: ClinicTransaction, clinicId: string, reviews: readonly string[]) {
  const { rows } = await sql<EventRow>`
    select review_id, at, null as who, 'written' as what, null as why, rating as mark, words from review_wordings
    where clinic_id = ${clinicId} and review_id = any(${[...reviews]}::uuid[])
    union all
    select e.review_id, e.at, m.name, e.what, e.why, null, e.words from review_acts e
    join members m on m.clinic_id = e.clinic_id and m.member_id = e.member_id
    where e.clinic_id = ${clinicId} and e.review_id = any(${[...reviews]}::uuid[])
    order by at`.execute(trx)
  const events = rows.map(({ review_id, at, ...event }) => ({ review_id, event: { ...event, at: at.getTime() } }))
  return new Map(
    [...Map.groupBy(events, ({ review_id }) => review_id)].map(([id, of]) => [id, of.map(({ event }) => event)]),
  )
}

interface EventRow extends Omit<ReviewEvent, 'at'> {
  readonly review_id: string
  readonly at: Date
}

/** What a member does with a review. */
export type ReviewDeed =
  | { readonly what: 'hidden'; readonly why: HideReason }
  | { readonly what: 'replied'; readonly words: string }
  | { readonly what: 'put-back' | 'reply-taken-back' | 'danger-seen' | 'reports-settled' }

/** Longest answer of a clinic, in characters. */
export const longestReply = 1000
/** How many acts one review may have: no page of ours comes near it. */
const mostActs = 500

/**
 * Done, or why not. `already`: it stands so, and nothing was written again. `changed`: its writer or a colleague changed it since
 * it was seen.
 */
export type Moderated =
  | { readonly ok: true; readonly already: boolean }
  | { readonly ok: false; readonly why: 'noReview' | 'tooOften' | 'changed' }

/**
 * Does it, and writes down who did. Whoever may not moderate is refused before this is asked.
 * @param by a member of the clinic
 * @param seen which wording and answer the page showed; left out where nobody looked at one
 */
export function moderateReview(
  db: Database,
  by: { readonly clinicId: string; readonly memberId: string },
  reviewId: string,
  deed: ReviewDeed,
  seen?: string,
): Promise<Moderated> {
  return inClinic(db, by.clinicId, async (trx): Promise<Moderated> => {
    const row = await trx
      .selectFrom('reviews')
      .selectAll()
      .where('review_id', '=', reviewId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return { ok: false, why: 'noReview' }
    const { rows } = await sql<{ acts: number; open: number }>`
      select (select count(*)::int from review_acts where clinic_id = ${by.clinicId} and review_id = ${reviewId}) as acts,
        (select count(*)::int from review_reports
          where clinic_id = ${by.clinicId} and review_id = ${reviewId} and settled_at is null) as open`.execute(trx)
    if (standsAlready(deed, row, rows[0]?.open ?? 0)) return { ok: true, already: true }
    if (seen !== undefined && seen !== seenOf(row)) return { ok: false, why: 'changed' }
    if ((rows[0]?.acts ?? 0) >= mostActs) return { ok: false, why: 'tooOften' }
    await act(trx, reviewId, deed)
    await trx
      .insertInto('review_acts')
      .values({
        clinic_id: by.clinicId,
        review_id: reviewId,
        member_id: by.memberId,
        what: deed.what,
        why: deed.what === 'hidden' ? deed.why : null,
        words: deed.what === 'replied' ? deed.words : null,
      })
      .execute()
    return { ok: true, already: false }
  })
}

interface Standing {
  readonly hidden_why: string | null
  readonly hidden_at: Date | null
  readonly edited_at: Date | null
  readonly reply: string | null
  readonly danger_heard_at: Date | null
  readonly danger_seen_at: Date | null
}

function standsAlready(deed: ReviewDeed, row: Standing, openReports: number): boolean {
  switch (deed.what) {
    case 'hidden': {
      const changed = row.hidden_at !== null && row.edited_at !== null && row.edited_at > row.hidden_at
      return row.hidden_why === deed.why && !changed
    }
    case 'put-back':
      return row.hidden_why === null
    case 'replied':
      return row.reply === deed.words
    case 'reply-taken-back':
      return row.reply === null
    case 'danger-seen':
      return row.danger_heard_at === null || row.danger_seen_at !== null
    case 'reports-settled':
      return openReports === 0
  }
}

async function act(trx: ClinicTransaction, reviewId: string, deed: ReviewDeed): Promise<void> {
  const now = sql<Date>`now()`
  const change = (set: Readonly<Record<string, unknown>>) =>
    trx.updateTable('reviews').set(set).where('review_id', '=', reviewId).execute()
  switch (deed.what) {
    case 'hidden':
      await change({ hidden_at: now, hidden_why: deed.why })
      return settle(trx, reviewId)
    case 'put-back':
      await change({ hidden_at: null, hidden_why: null })
      return settle(trx, reviewId)
    case 'replied':
      await change({ reply: deed.words, replied_at: now })
      return
    case 'reply-taken-back':
      await change({ reply: null, replied_at: null })
      return
    case 'danger-seen':
      await change({ danger_seen_at: now })
      return
    case 'reports-settled':
      return settle(trx, reviewId)
  }
}

/** What was reported has been decided about. */
async function settle(trx: ClinicTransaction, reviewId: string): Promise<void> {
  await trx
    .updateTable('review_reports')
    .set({ settled_at: sql<Date>`now()` })
    .where('review_id', '=', reviewId)
    .where('settled_at', 'is', null)
    .execute()
}
