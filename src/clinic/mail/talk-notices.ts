/** What a mail about a question or a comment needs, and whether it is still true when it goes. Never: what was asked or written. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import type { MailedNotice } from './mailed-notice.ts'
import type { TalkMailKind } from './talk-mail-rows.ts'

interface TalkRow {
  readonly is_true: boolean
  readonly address: string | null
  readonly clinic: string
  readonly phone: string
  readonly email: string
  readonly demonstration: boolean
}

interface Found {
  readonly notice: MailedNotice
  /** Where it goes now. */
  readonly address: string | null
  /** Why it is not true any more, in words for staff. */
  readonly why: string | undefined
}

/** @returns `undefined` where there is nothing to tell of any more */
export async function loadTalkNotice(
  trx: ClinicTransaction,
  clinicId: string,
  kind: TalkMailKind,
  subjectId: string,
): Promise<Found | undefined> {
  const { rows } = await sql<TalkRow>`
    select ${isTrue(kind, clinicId, subjectId)} as is_true, ${addressee(kind, clinicId, subjectId)} as address, c.name as clinic, c.phone, c.email, i.demonstration
    from clinics c cross join installation i where c.clinic_id = ${clinicId}`.execute(trx)
  const [row] = rows
  if (!row) return undefined
  const notice: MailedNotice = {
    ...{ clinicId, subjectId, contactName: '', linkRound: 0, service: null, offer: null, visitTime: null },
    clinic: { name: row.clinic, phone: row.phone, email: row.email },
    demonstration: row.demonstration,
  }
  return { notice, address: row.address, why: row.is_true ? undefined : whyNot }
}

const whyNot = 'What it tells of was taken back, erased or looked at before this was sent.'

function isTrue(kind: TalkMailKind, clinicId: string, id: string) {
  const question = (so: ReturnType<typeof sql>) =>
    sql`exists (select from questions q where q.clinic_id = ${clinicId} and q.question_id = ${id} and ${so})`
  const comment = (so: ReturnType<typeof sql>) =>
    sql`exists (select from comments m where m.clinic_id = ${clinicId} and m.comment_id = ${id} and ${so})`
  switch (kind) {
    case 'question':
      return question(sql`q.state <> 'erased'`)
    case 'answer':
      return question(sql`q.state = 'answered'`)
    case 'question-alert':
      return question(sql`q.state = 'open' and q.danger_heard_at is not null and q.danger_seen_at is null`)
    case 'comment':
      return comment(sql`m.state <> 'erased'`)
    case 'comment-alert':
      return comment(sql`m.state <> 'erased' and m.danger_heard_at is not null and m.danger_seen_at is null`)
  }
}

/** Alerts go to the clinic, everything else to whoever asked or wrote. */
function addressee(kind: TalkMailKind, clinicId: string, id: string) {
  if (kind === 'question-alert' || kind === 'comment-alert') return sql`c.email`
  return kind === 'comment'
    ? sql`(select m.email from comments m where m.clinic_id = ${clinicId} and m.comment_id = ${id})`
    : sql`(select q.email from questions q where q.clinic_id = ${clinicId} and q.question_id = ${id})`
}
