/**
 * What staff do with a question: give it to somebody, set when it is due, answer it with their name and register number, take
 * that back before it goes, put it before everybody, close it. Each is written down with who did it.
 * Never: an answer, a later time or an end to what may tell of danger before somebody wrote down that they looked.
 */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { dropQuestionMail, queueTalkMail } from '../mail/talk-mail-rows.ts'
import type { Member } from '../people/members.ts'
import { seal } from '../people/seal.ts'
import { isStandingAnswer } from './kept-answers.ts'
import { type Signer, signerOf } from './inbox.ts'
import { type CloseReason, type DangerOutcome, outcomesFor } from './talk-words.ts'

/** Longest answer and longest published question, in characters, and most guide pages with it. */
export const longestAnswer = 4000
export const longestPublished = 300
export const mostGuidePages = 5
/** Until an answer goes, in seconds: so long it can be taken back. [C] */
export const answerWaits = 120
/** When it should be answered, in hours from now: what staff may choose. [C] */
export const dueChoices = [4, 24, 72] as const

/** What a member does with a question. */
export type QuestionDeed =
  | { readonly what: 'assigned'; readonly to: string | null }
  | { readonly what: 'due'; readonly hours: (typeof dueChoices)[number] }
  | { readonly what: 'danger-seen'; readonly outcome: DangerOutcome }
  | {
      readonly what: 'answered'
      readonly words: string
      readonly guidePages: readonly string[]
      /** The question in the words that everybody may read; only where its asker said so. */
      readonly publishAs: string | undefined
    }
  | { readonly what: 'taken-back' | 'withdrawn' | 'reopened' }
  | { readonly what: 'closed'; readonly why: CloseReason }

/**
 * `dangerFirst`: nobody has written down what they made of its danger words. `notRegistered`: whoever signs is on no register
 * today. `notNow`: it does not stand so that this can be done. `notPublic`: its asker did not allow it. `tooLate`: it has gone.
 */
export type QuestionDone =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly why: 'noQuestion' | 'dangerFirst' | 'notRegistered' | 'notNow' | 'notPublic' | 'tooLate' | 'noMember'
    }

const refused = (why: Extract<QuestionDone, { ok: false }>['why']): QuestionDone => ({ ok: false, why })

interface Row {
  readonly state: string
  readonly is_public: boolean
  readonly email: string | null
  readonly danger_heard_at: Date | null
  readonly danger_seen_at: Date | null
}

interface Doing {
  readonly trx: ClinicTransaction
  readonly secret: Uint8Array
  readonly member: Member
  readonly questionId: string
  readonly row: Row
}

/** Does it, and writes down who did. Whoever may not read what is clinical is refused before this is asked. */
export function dealWithQuestion(
  db: Database,
  secret: Uint8Array,
  member: Member,
  questionId: string,
  deed: QuestionDeed,
): Promise<QuestionDone> {
  return inClinic(db, member.clinicId, async (trx): Promise<QuestionDone> => {
    const row = await trx
      .selectFrom('questions')
      .select(['state', 'is_public', 'email', 'danger_heard_at', 'danger_seen_at'])
      .where('question_id', '=', questionId)
      .where('state', '<>', 'erased')
      .forUpdate()
      .executeTakeFirst()
    if (!row) return refused('noQuestion')
    if (await isHeardBefore({ trx, secret, member, questionId, row }, deed)) return { ok: true }
    const isDanger = row.danger_heard_at !== null && row.danger_seen_at === null
    if (isDanger && deed.what !== 'danger-seen' && deed.what !== 'assigned') return refused('dangerFirst')
    const done = await carryOut({ trx, secret, member, questionId, row }, deed)
    if (!done.ok) return done
    const { clinicId: clinic_id, memberId: member_id } = member
    await trx
      .insertInto('talk_acts')
      .values({ clinic_id, question_id: questionId, member_id, what: deed.what, why: whyOf(deed), was: row.state })
      .execute()
    return done
  })
}

/**
 * Is this the second hearing of one press? Then what this member did last with it was this very thing, and it stands so: nothing
 * is written again, and nobody is told that it could not be done.
 */
async function isHeardBefore(doing: Doing, deed: QuestionDeed): Promise<boolean> {
  const { trx, member, questionId } = doing
  const last = await trx
    .selectFrom('talk_acts')
    .select(['member_id', 'what', 'why', sql<boolean>`at > now() - ${dueTwiceWithin}::interval`.as('is_fresh')])
    .where('question_id', '=', questionId)
    .where('what', '<>', 'read')
    .orderBy('act_id', 'desc')
    .executeTakeFirst()
  if (last?.what !== deed.what || last.member_id !== member.memberId || last.why !== whyOf(deed)) return false
  // So many hours from now are others a while later.
  if (deed.what === 'due') return last.is_fresh
  return (
    deed.what !== 'answered' || isStandingAnswer(trx, doing.secret, { clinicId: member.clinicId, questionId }, deed)
  )
}

/** So soon after the first, "in four hours" is the same four hours. */
const dueTwiceWithin = '1 minute'

function whyOf(deed: QuestionDeed): string | null {
  switch (deed.what) {
    case 'danger-seen':
      return deed.outcome
    case 'closed':
      return deed.why
    case 'due':
      return `${deed.hours} hours`
    case 'assigned':
      return deed.to
    default:
      return null
  }
}

function carryOut(doing: Doing, deed: QuestionDeed): Promise<QuestionDone> {
  switch (deed.what) {
    case 'assigned':
      return assign(doing, deed.to)
    case 'due':
      return change(doing, 'open', { due_at: sql<Date>`now() + make_interval(hours => ${deed.hours})` })
    case 'danger-seen':
      if (doing.row.danger_heard_at === null || doing.row.danger_seen_at !== null)
        return Promise.resolve(refused('notNow'))
      // Nobody can have written to who left no address.
      if (!outcomesFor(doing.row.email !== null).includes(deed.outcome)) return Promise.resolve(refused('notNow'))
      return change(doing, 'open', { danger_seen_at: sql<Date>`now()` })
    case 'answered':
      return answer(doing, deed)
    case 'taken-back':
      return takeBack(doing)
    case 'closed':
      return change(doing, 'open', { state: 'closed' })
    case 'reopened':
      return change(doing, 'closed', { state: 'open' })
    case 'withdrawn':
      return withdraw(doing)
  }
}

/** Changes a question that stands so; refuses where it does not, and so does nothing twice. */
async function change(
  { trx, questionId, row }: Doing,
  from: string,
  set: Readonly<Record<string, unknown>>,
): Promise<QuestionDone> {
  if (row.state !== from) return refused('notNow')
  await trx.updateTable('questions').set(set).where('question_id', '=', questionId).execute()
  return { ok: true }
}

async function assign(doing: Doing, to: string | null): Promise<QuestionDone> {
  if (to !== null) {
    const member = await doing.trx
      .selectFrom('members')
      .select('member_id')
      .where('member_id', '=', to)
      .where('left_at', 'is', null)
      .where('therapist_id', 'is not', null)
      .executeTakeFirst()
    if (!member) return refused('noMember')
  }
  return change(doing, 'open', { assigned_to: to })
}

async function answer(
  doing: Doing,
  { words, guidePages, publishAs }: Extract<QuestionDeed, { what: 'answered' }>,
): Promise<QuestionDone> {
  const { trx, secret, member, questionId, row } = doing
  if (row.state !== 'open') return refused('notNow')
  if (publishAs !== undefined && !row.is_public) return refused('notPublic')
  const signer = await signerOf(trx, member)
  if (!signer) return refused('notRegistered')
  const { clinicId } = member
  const goesAt = sql<Date>`now() + make_interval(secs => ${answerWaits})`
  const pages = [...guidePages]
  await trx
    .insertInto('question_answers')
    .values({
      ...{ clinic_id: clinicId, question_id: questionId, member_id: member.memberId, guide_pages: pages },
      words_sealed: seal(secret, { kind: 'answer', clinicId, appointmentId: questionId }, words),
      ...signed(signer),
      goes_at: goesAt,
    })
    .execute()
  if (publishAs !== undefined)
    await trx
      .insertInto('published_answers')
      .values({
        ...{ clinic_id: clinicId, question_id: questionId, therapist_id: signer.therapistId },
        ...{ question: publishAs, answer: words, guide_pages: pages, published_at: goesAt },
      })
      .onConflict((at) =>
        at.columns(['clinic_id', 'question_id']).doUpdateSet((row_) => ({
          therapist_id: row_.ref('excluded.therapist_id'),
          question: row_.ref('excluded.question'),
          answer: row_.ref('excluded.answer'),
          guide_pages: row_.ref('excluded.guide_pages'),
          published_at: row_.ref('excluded.published_at'),
          withdrawn_at: null,
        })),
      )
      .execute()
  if (row.email !== null)
    await queueTalkMail(trx, { clinicId, questionId, kind: 'answer', address: row.email, waitSeconds: answerWaits })
  return change(doing, 'open', { state: 'answered', answered_at: goesAt })
}

const signed = (signer: Signer) => ({
  therapist_id: signer.therapistId,
  signed_name: signer.name,
  signed_profession: signer.profession,
  signed_body: signer.body,
  signed_number: signer.number,
})

async function takeBack(doing: Doing): Promise<QuestionDone> {
  const { trx, member, questionId } = doing
  const taken = await trx
    .updateTable('question_answers')
    .set({ taken_back_at: sql<Date>`now()` })
    .where('question_id', '=', questionId)
    .where('taken_back_at', 'is', null)
    .where('goes_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  if (taken.numUpdatedRows === 0n) return refused('tooLate')
  await withdraw(doing)
  const why = 'The answer was taken back before this was sent.'
  await dropQuestionMail(trx, { clinicId: member.clinicId, questionId, why })
  return change(doing, 'answered', { state: 'open', answered_at: null })
}

async function withdraw({ trx, questionId }: Doing): Promise<QuestionDone> {
  const gone = await trx
    .updateTable('published_answers')
    .set({ withdrawn_at: sql<Date>`now()` })
    .where('question_id', '=', questionId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return gone.numUpdatedRows === 0n ? refused('notNow') : { ok: true }
}
