/** Mails about a question or a comment: rows, as all mails are, written with what they tell of. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'

/** To whoever asked or wrote; the alerts to the clinic. */
export type QuestionMailKind = 'question' | 'answer' | 'question-alert'
export type CommentMailKind = 'comment' | 'comment-alert'
/** What a mail about a question or a comment tells. */
export type TalkMailKind = QuestionMailKind | CommentMailKind

const talkKinds: readonly string[] = [
  'question',
  'answer',
  'question-alert',
  'comment',
  'comment-alert',
] satisfies TalkMailKind[]
/** Is a mail of this kind about a question or a comment? */
export const isTalkMail = (kind: string): kind is TalkMailKind => talkKinds.includes(kind)

/** A mail to be written. */
type TalkMail = {
  readonly clinicId: string
  readonly address: string
  /** Seconds until it may go, so that it can be taken back before. */
  readonly waitSeconds?: number
} & (
  | { readonly kind: QuestionMailKind; readonly questionId: string }
  | { readonly kind: CommentMailKind; readonly commentId: string }
)

/** Writes it. One of a kind about each: a later one takes the place of one that was taken back, and of no other. */
export async function queueTalkMail(trx: ClinicTransaction, mail: TalkMail): Promise<void> {
  const { clinicId, address, kind, waitSeconds = 0 } = mail
  const column = sql.ref('questionId' in mail ? 'question_id' : 'comment_id')
  const subject = 'questionId' in mail ? mail.questionId : mail.commentId
  const due = sql`now() + make_interval(secs => ${waitSeconds})`
  await sql`insert into mails (clinic_id, ${column}, version, kind, address, due_at, next_try_at, useless_after)
    values (${clinicId}, ${subject}, 0, ${kind}, ${address}, ${due}, ${due}, now() + interval '7 days')
    on conflict (clinic_id, ${column}, kind) do update
      set state = 'queued', why = null, attempts = 0, address = excluded.address, due_at = excluded.due_at,
        next_try_at = excluded.next_try_at, useless_after = excluded.useless_after
      where mails.state = 'dropped'`.execute(trx)
}

/** So often the address of one may be put right by whoever sends the same words again: each is another mail. [C] */
const mostReaddressed = 2

/**
 * Sends the link of a question or a comment to another address, as its writer typed it when they sent the same words again; one
 * that is being sent at this moment stays. @returns whether it goes there
 */
export async function readdressTalkMail(
  trx: ClinicTransaction,
  mail: TalkMail & { readonly kind: 'question' | 'comment' },
): Promise<boolean> {
  const { address, kind } = mail
  const column = sql.ref('questionId' in mail ? 'question_id' : 'comment_id')
  const subject = 'questionId' in mail ? mail.questionId : mail.commentId
  const ours = sql`clinic_id = clinic.current_clinic() and ${column} = ${subject} and kind = ${kind}`
  const { rows } = await sql`select from mails where ${ours}`.execute(trx)
  if (rows.length === 0) {
    await queueTalkMail(trx, mail)
    return true
  }
  const changed =
    await sql`update mails set address = ${address}, version = version + 1, state = 'queued', why = null, attempts = 0,
      next_try_at = now(), useless_after = now() + interval '7 days'
    where ${ours} and state <> 'sending' and version < ${mostReaddressed} returning 1`.execute(trx)
  return changed.rows.length > 0
}

/** Drops what waits of one kind about a question. What is being sent at this moment is held against the question by whoever sends it. */
export async function dropQuestionMail(
  trx: ClinicTransaction,
  { clinicId, questionId, why }: { readonly clinicId: string; readonly questionId: string; readonly why: string },
): Promise<void> {
  await trx
    .updateTable('mails')
    .set({ state: 'dropped', why })
    .where('clinic_id', '=', clinicId)
    .where('question_id', '=', questionId)
    .where('kind', '=', 'answer')
    .where('state', '=', 'queued')
    .execute()
}
