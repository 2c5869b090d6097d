/** What staff see of questions: the lists, sorted by when an answer is due with danger first, and one question opened. */
import { type RawBuilder, sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { type Member, mayDo } from '../people/members.ts'
import { unseal } from '../people/seal.ts'

/** The lists of the inbox. */
export type InboxList = 'mine' | 'nobody' | 'team' | 'done'

/** A question in a list: nothing of who asked. Moments are milliseconds since 1970. */
export interface InboxRow {
  readonly id: string
  /** The first words. */
  readonly begins: string
  readonly isPublic: boolean
  readonly dueAt: number
  readonly askedAt: number
  /** Words that may tell of danger, and nobody has looked. */
  readonly isDanger: boolean
  readonly assignedTo: string | null
  readonly state: QuestionState
}

/** Where a question stands. */
export type QuestionState = 'open' | 'answered' | 'closed' | 'erased'

/** One list, how many each holds, and the clock and zone of the clinic. */
export interface Inbox {
  readonly rows: readonly InboxRow[]
  readonly counts: Readonly<Record<InboxList, number>>
  readonly now: number
  readonly zone: string
}

const mostListed = 100
const mostBegun = 90
const isDanger = sql<boolean>`(q.danger_heard_at is not null and q.danger_seen_at is null and q.state = 'open')`

/** Danger stands in every list but the last, whoever it was given to. */
const conditions = (memberId: string): Readonly<Record<InboxList, RawBuilder<boolean>>> => ({
  mine: sql<boolean>`(q.state = 'open' and (q.assigned_to = ${memberId} or ${isDanger}))`,
  nobody: sql<boolean>`(q.state = 'open' and (q.assigned_to is null or ${isDanger}))`,
  team: sql<boolean>`(q.state = 'open')`,
  done: sql<boolean>`(q.state in ('answered', 'closed'))`,
})

/** The list for staff who may read what is clinical; others are refused before this is asked. */
export function listInbox(
  db: Database,
  secret: Uint8Array,
  { clinicId, memberId }: Pick<Member, 'clinicId' | 'memberId'>,
  list: InboxList,
): Promise<Inbox> {
  return inClinic(db, clinicId, async (trx) => {
    const is = conditions(memberId)
    const { rows: counted } = await sql<Record<InboxList, number>>`
      select count(*) filter (where ${is.mine})::int as mine, count(*) filter (where ${is.nobody})::int as nobody,
        count(*) filter (where ${is.team})::int as team, count(*) filter (where ${is.done})::int as done
      from questions q where q.clinic_id = ${clinicId}`.execute(trx)
    const { rows } = await sql<ListRow>`
      select q.question_id, q.words_sealed, q.is_public, q.due_at, q.asked_at, q.state, m.name as assigned_to,
        ${isDanger} as is_danger
      from questions q left join members m on m.clinic_id = q.clinic_id and m.member_id = q.assigned_to
      where q.clinic_id = ${clinicId} and ${is[list]}
      order by ${isDanger} desc, ${list === 'done' ? sql`q.answered_at desc nulls last, q.asked_at desc` : sql`q.due_at, q.asked_at`}
      limit ${mostListed}`.execute(trx)
    return {
      rows: rows.map((row) => inboxRow(clinicId, secret, row)),
      counts: counted[0] ?? { mine: 0, nobody: 0, team: 0, done: 0 },
      ...(await clockOf(trx, clinicId)),
    }
  })
}

interface ListRow {
  readonly question_id: string
  readonly words_sealed: Buffer | null
  readonly is_public: boolean
  readonly due_at: Date
  readonly asked_at: Date
  readonly state: QuestionState
  readonly assigned_to: string | null
  readonly is_danger: boolean
}

const inboxRow = (clinicId: string, secret: Uint8Array, row: ListRow): InboxRow => ({
  id: row.question_id,
  begins: beginOf(wordsOf(secret, clinicId, row.question_id, row.words_sealed)),
  isPublic: row.is_public,
  dueAt: row.due_at.getTime(),
  askedAt: row.asked_at.getTime(),
  isDanger: row.is_danger,
  assignedTo: row.assigned_to,
  state: row.state,
})

const cannotOpen = 'It is sealed with another secret than this installation has.'
const wordsOf = (secret: Uint8Array, clinicId: string, appointmentId: string, sealed: Uint8Array | null) =>
  (sealed && unseal(secret, { kind: 'question', clinicId, appointmentId }, sealed)) ?? cannotOpen

function beginOf(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  return line.length <= mostBegun ? line : `${line.slice(0, mostBegun).replace(/\s\S*$/, '')} …`
}

async function clockOf(trx: ClinicTransaction, clinicId: string): Promise<{ now: number; zone: string }> {
  const { rows } = await sql<{ now: Date; zone: string | null }>`
    select now() as now,
      (select zone from locations where clinic_id = ${clinicId} order by location_id limit 1) as zone`.execute(trx)
  return { now: rows[0]?.now.getTime() ?? 0, zone: rows[0]?.zone ?? 'Europe/London' }
}

/** How many questions nobody has yet, or are this member's, or may tell of danger; for the mark in the menu. */
export async function countInbox(trx: ClinicTransaction, clinicId: string, memberId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from questions q where q.clinic_id = ${clinicId} and q.state = 'open'
      and (q.assigned_to is null or q.assigned_to = ${memberId} or ${isDanger})`.execute(trx)
  return rows[0]?.count ?? 0
}

/** How many may tell of danger, and nobody has looked yet; 0 for whoever may not read them. */
export async function countDangerQuestions(trx: ClinicTransaction, member: Member): Promise<number> {
  if (!mayDo(member, 'see-clinical')) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from questions q where q.clinic_id = ${member.clinicId} and ${isDanger}`.execute(trx)
  return rows[0]?.count ?? 0
}

/** What was done with a question, and by whom. */
export interface TalkAct {
  readonly id: string
  readonly what: string
  readonly why: string | null
  readonly who: string
  readonly at: number
}

/** One question for staff. */
export interface StaffQuestion {
  readonly id: string
  readonly state: QuestionState
  readonly words: string
  readonly email: string | null
  readonly isPublic: boolean
  readonly askedAt: number
  readonly dueAt: number
  /** `seen`: somebody wrote down what they made of it. */
  readonly danger: 'none' | 'unseen' | 'seen'
  readonly assignedTo: string | null
  readonly answer: StaffAnswer | undefined
  readonly published: { readonly question: string; readonly answer: string } | undefined
  readonly acts: readonly TalkAct[]
  /** Who may be given it. */
  readonly team: readonly { readonly id: string; readonly name: string }[]
  /** As whom this member would sign; `undefined` where they are on no register today. */
  readonly signer: Signer | undefined
  readonly now: number
  readonly zone: string
}

/** The answer that stands. */
export interface StaffAnswer {
  readonly words: string
  readonly guidePages: readonly string[]
  readonly signedName: string
  readonly goesAt: number
}

/** A therapist whom a register lists today. */
export interface Signer {
  readonly therapistId: string
  readonly name: string
  readonly profession: string
  readonly body: string
  readonly number: string
}

/** As whom a member signs. @returns `undefined` for somebody who treats nobody, or whose look at the register has run out */
export async function signerOf(trx: ClinicTransaction, member: Member): Promise<Signer | undefined> {
  if (member.therapistId === null) return undefined
  const { rows } = await sql<Signer>`
    select therapist_id as "therapistId", name, profession, registration_body as body, registration_number as number
    from directory.therapists where clinic_id = ${member.clinicId} and therapist_id = ${member.therapistId}
      and registered_until >= (now() at time zone 'Europe/London')::date`.execute(trx)
  return rows[0]
}

/** A page that stands open is one look. */
const oneLookMinutes = 15

/** Opens one, and writes down who looked, in one transaction: what is not written down is not shown. */
export function openQuestion(
  db: Database,
  secret: Uint8Array,
  member: Member,
  questionId: string,
): Promise<StaffQuestion | undefined> {
  const { clinicId, memberId } = member
  return inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('questions')
      .selectAll()
      .where('question_id', '=', questionId)
      .where('state', '<>', 'erased')
      .executeTakeFirst()
    if (!row) return undefined
    await sql`insert into talk_acts (clinic_id, question_id, member_id, what)
      select ${clinicId}, ${questionId}, ${memberId}, 'read' where not exists (select from talk_acts
        where clinic_id = ${clinicId} and question_id = ${questionId} and member_id = ${memberId} and what = 'read'
        and at > now() - make_interval(mins => ${oneLookMinutes}))`.execute(trx)
    const team = await trx
      .selectFrom('members')
      .select(['member_id as id', 'name'])
      .where('left_at', 'is', null)
      .where('therapist_id', 'is not', null)
      .orderBy('name')
      .limit(200)
      .execute()
    const published = await trx
      .selectFrom('published_answers')
      .select(['question', 'answer'])
      .where('question_id', '=', questionId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    const seen = row.danger_seen_at === null ? 'unseen' : 'seen'
    return {
      id: questionId,
      // The column's own check allows these.
      state: row.state as QuestionState,
      words: wordsOf(secret, clinicId, questionId, row.words_sealed),
      email: row.email,
      isPublic: row.is_public,
      askedAt: row.asked_at.getTime(),
      dueAt: row.due_at.getTime(),
      danger: row.danger_heard_at === null ? 'none' : seen,
      assignedTo: row.assigned_to,
      answer: await answerThatStands(trx, secret, clinicId, questionId),
      published,
      acts: await actsOf(trx, clinicId, questionId),
      team,
      signer: await signerOf(trx, member),
      ...(await clockOf(trx, clinicId)),
    }
  })
}

async function answerThatStands(
  trx: ClinicTransaction,
  secret: Uint8Array,
  clinicId: string,
  questionId: string,
): Promise<StaffAnswer | undefined> {
  const row = await trx
    .selectFrom('question_answers')
    .select(['words_sealed', 'guide_pages', 'signed_name', 'goes_at'])
    .where('question_id', '=', questionId)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const words = unseal(secret, { kind: 'answer', clinicId, appointmentId: questionId }, row.words_sealed) ?? cannotOpen
  return { words, guidePages: row.guide_pages, signedName: row.signed_name, goesAt: row.goes_at.getTime() }
}

async function actsOf(trx: ClinicTransaction, clinicId: string, questionId: string): Promise<readonly TalkAct[]> {
  const { rows } = await sql<Omit<TalkAct, 'at'> & { at: Date }>`
    select a.act_id as id, a.what, a.why, m.name as who, a.at from talk_acts a join members m using (clinic_id, member_id)
    where a.clinic_id = ${clinicId} and a.question_id = ${questionId} order by a.act_id desc limit 100`.execute(trx)
  return rows.map(({ at, ...act }) => ({ ...act, at: at.getTime() })).reverse()
}
