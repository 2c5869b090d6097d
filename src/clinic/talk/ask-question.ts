/** Asking a therapist: written once, sealed, with its mails; looked at and erased by its private link. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic, readElsewhere } from '../db/connection.ts'
import { queueTalkMail, readdressTalkMail } from '../mail/talk-mail-rows.ts'
import { seal, unseal } from '../people/seal.ts'
import { senderHash } from '../people/sender-hash.ts'
import { keyOfWords, ofOneForm } from './of-one-form.ts'
import type { CloseReason } from './talk-words.ts'

/** Longest question, in characters. */
export const longestQuestion = 2000
/** How many questions one email address may have open at a clinic, and one network send to all of them in a day. [C] */
const mostOfAddress = 3
const mostOfNetwork = 10
/** How many a clinic keeps open: more than these nobody answers. [C] */
const mostOpen = 200
/** When staff should have answered, until they choose another time. [C] */
const dueAfterHours = 24

/** What is asked, parsed. */
export interface AskedQuestion {
  readonly clinicId: string
  /** One key for one pressing of the button, however often it arrives. */
  readonly askKey: string
  readonly words: string
  readonly isPublic: boolean
  /** `undefined`: they keep the private link themselves. */
  readonly email: string | undefined
  /** Of the network; not kept. */
  readonly address: string | undefined
  /** Words of it may tell of danger, and its asker sent it all the same. */
  readonly isDanger: boolean
  /** Where else questions are answered: what the same network sent there counts too. */
  readonly alsoAt?: readonly string[]
}

/** `tooMany`: this address or network has sent as many as may be. `full`: the clinic has as many open as it can answer. */
export type AskOutcome =
  | { readonly ok: true; readonly questionId: string }
  | { readonly ok: false; readonly why: 'tooMany' | 'full' }

/** The clinic of these that has a question of this form already: what is sent from it again goes to the same. */
export async function clinicThatHas(
  db: Database,
  clinicIds: readonly string[],
  { askKey, words }: Pick<AskedQuestion, 'askKey' | 'words'>,
): Promise<string | undefined> {
  for (const clinicId of clinicIds) {
    const row = await inClinic(db, clinicId, (trx) =>
      trx
        .selectFrom('questions')
        .select('clinic_id')
        .where(ofOneForm('ask_key', keyOfWords(askKey, words)))
        .limit(1)
        .executeTakeFirst(),
    )
    if (row) return clinicId
  }
  return undefined
}

/** Writes it and its mails. However often the same words come under one key, there is one. */
export function askQuestion(db: Database, secret: Uint8Array, asked: AskedQuestion): Promise<AskOutcome> {
  const { clinicId, askKey, words, isPublic, email, isDanger, alsoAt = [] } = asked
  const from = senderHash(secret, asked.address)
  return inClinic(db, clinicId, async (trx): Promise<AskOutcome> => {
    // One at a time for a clinic, so that the bounds hold.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`question ${clinicId}`}, 0))`.execute(trx)
    const before = await trx
      .selectFrom('questions')
      .select('question_id')
      .where('ask_key', '=', keyOfWords(askKey, words))
      .executeTakeFirst()
    if (before) return heardAgain(trx, before.question_id, asked)
    // And one at a time for a network, whichever clinic each goes to.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`question from ${from.toString('hex')}`}, 0))`.execute(
      trx,
    )
    const full = await whyNoRoom(trx, { clinicId, alsoAt, email, from })
    if (full) return { ok: false, why: full }
    const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(trx)
    const questionId = rows[0]?.id ?? ''
    await trx
      .insertInto('questions')
      .values({
        ...{ clinic_id: clinicId, question_id: questionId, is_public: isPublic, email: email ?? null },
        ask_key: keyOfWords(askKey, words),
        words_sealed: seal(secret, { kind: 'question', clinicId, appointmentId: questionId }, words),
        asked_from: from,
        danger_heard_at: isDanger ? sql<Date>`now()` : null,
        due_at: isDanger ? sql<Date>`now()` : sql<Date>`now() + make_interval(hours => ${dueAfterHours})`,
      })
      .execute()
    if (email !== undefined) await queueTalkMail(trx, { clinicId, questionId, kind: 'question', address: email })
    if (isDanger) {
      const clinic = await trx.selectFrom('clinics').select('email').executeTakeFirstOrThrow()
      await queueTalkMail(trx, { clinicId, questionId, kind: 'question-alert', address: clinic.email })
    }
    return { ok: true, questionId }
  })
}

/**
 * The same words of the same pressing. Sent again for its asker alone, as after Back, it is theirs alone from now on; an old
 * form that is heard later never makes it anybody's, and what somebody has answered stands as it was asked. Another address is
 * where its answer goes.
 */
async function heardAgain(
  trx: ClinicTransaction,
  questionId: string,
  { clinicId, isPublic, email }: AskedQuestion,
): Promise<AskOutcome> {
  if (!isPublic)
    await sql`
      update questions set is_public = false
      where clinic_id = clinic.current_clinic() and question_id = ${questionId} and is_public and state = 'open'
        and not exists (select from question_answers a where a.clinic_id = questions.clinic_id
          and a.question_id = questions.question_id)`.execute(trx)
  const { rows } = await sql`
    select from questions where clinic_id = clinic.current_clinic() and question_id = ${questionId} and state = 'open'
      and lower(email) is distinct from lower(${email ?? null}::text)`.execute(trx)
  if (rows.length === 0 || email === undefined) return { ok: true, questionId }
  if (await readdressTalkMail(trx, { clinicId, questionId, kind: 'question', address: email }))
    await trx.updateTable('questions').set({ email }).where('question_id', '=', questionId).execute()
  return { ok: true, questionId }
}

interface Sender {
  readonly clinicId: string
  readonly alsoAt: readonly string[]
  readonly email: string | undefined
  readonly from: Buffer
}

async function whyNoRoom(
  trx: ClinicTransaction,
  { clinicId, alsoAt, email, from }: Sender,
): Promise<'tooMany' | 'full' | undefined> {
  const { rows } = await sql<{ open: number; own: number }>`
    select (select count(*)::int from questions where clinic_id = clinic.current_clinic() and state = 'open') as open,
      (select count(*)::int from questions where clinic_id = clinic.current_clinic() and lower(email) = lower(${email ?? null}::text)
        and state = 'open') as own`.execute(trx)
  const [count] = rows
  const near = [
    await sentFrom(trx, from),
    ...(await readElsewhere(trx, clinicId, alsoAt, (there) => sentFrom(there, from))),
  ]
  if (!count || count.own >= mostOfAddress || near.reduce((sum, each) => sum + each, 0) >= mostOfNetwork)
    return 'tooMany'
  return count.open >= mostOpen ? 'full' : undefined
}

async function sentFrom(trx: ClinicTransaction, from: Buffer): Promise<number> {
  const { rows } = await sql<{ near: number }>`
    select count(*)::int as near from questions where clinic_id = clinic.current_clinic() and asked_from = ${from}
      and asked_at > now() - interval '1 day'`.execute(trx)
  return rows[0]?.near ?? 0
}

/** An answer as its asker reads it. Moments are milliseconds since 1970. */
export interface SignedAnswer {
  readonly words: string
  readonly guidePages: readonly string[]
  readonly signed: {
    readonly name: string
    readonly profession: string
    readonly body: string
    readonly number: string
  }
  readonly at: number
}

/** A question as its private link shows it. */
export interface OwnQuestion {
  readonly state: 'open' | 'answered' | 'closed' | 'erased'
  /** `undefined` once erased, or where it was sealed with another secret. */
  readonly words: string | undefined
  readonly isPublic: boolean
  readonly isPublished: boolean
  readonly askedAt: number
  readonly clinic: { readonly name: string; readonly phone: string }
  readonly answer: SignedAnswer | undefined
  /** Where it was closed without one. */
  readonly closed: CloseReason | undefined
  /** Who of the clinic opened it, each once. */
  readonly readBy: readonly string[]
}

/** What a private link of a question opens. */
export interface QuestionKey {
  readonly clinicId: string
  readonly questionId: string
}

/** @returns `undefined` where there is none */
export function findOwnQuestion(
  db: Database,
  secret: Uint8Array,
  { clinicId, questionId }: QuestionKey,
): Promise<OwnQuestion | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('questions as q')
      .innerJoin('clinics as c', 'c.clinic_id', 'q.clinic_id')
      .select(['q.state', 'q.words_sealed', 'q.is_public', 'q.asked_at', 'c.name', 'c.phone'])
      .where('q.question_id', '=', questionId)
      .executeTakeFirst()
    if (!row) return undefined
    const { rows: readers } = await sql<{ name: string }>`
      select distinct m.name from talk_acts a join members m using (clinic_id, member_id)
      where a.clinic_id = ${clinicId} and a.question_id = ${questionId} and a.what = 'read' order by 1 limit 50`.execute(
      trx,
    )
    const published = await trx
      .selectFrom('published_answers')
      .select('published_id')
      .where('question_id', '=', questionId)
      .where('withdrawn_at', 'is', null)
      .where('published_at', '<=', sql<Date>`now()`)
      .executeTakeFirst()
    const answer = await sentAnswer(trx, secret, { clinicId, questionId })
    const purpose = { kind: 'question', clinicId, appointmentId: questionId } as const
    return {
      // The column's own check allows these; what can still be taken back is not answered yet.
      state: row.state === 'answered' && !answer ? 'open' : (row.state as OwnQuestion['state']),
      words: row.words_sealed ? unseal(secret, purpose, row.words_sealed) : undefined,
      isPublic: row.is_public,
      isPublished: published !== undefined,
      askedAt: row.asked_at.getTime(),
      clinic: { name: row.name, phone: row.phone },
      answer,
      closed: row.state === 'closed' ? await closedWhy(trx, questionId) : undefined,
      readBy: readers.map(({ name }) => name),
    }
  })
}

async function closedWhy(trx: ClinicTransaction, questionId: string): Promise<CloseReason | undefined> {
  const row = await trx
    .selectFrom('talk_acts')
    .select('why')
    .where('question_id', '=', questionId)
    .where('what', '=', 'closed')
    .orderBy('act_id', 'desc')
    .executeTakeFirst()
  // Only these are written with that act.
  return (row?.why ?? undefined) as CloseReason | undefined
}

/** The answer that has gone. */
async function sentAnswer(
  trx: ClinicTransaction,
  secret: Uint8Array,
  { clinicId, questionId }: QuestionKey,
): Promise<SignedAnswer | undefined> {
  const row = await trx
    .selectFrom('question_answers')
    .selectAll()
    .where('question_id', '=', questionId)
    .where('taken_back_at', 'is', null)
    .where('goes_at', '<=', sql<Date>`now()`)
    .executeTakeFirst()
  if (!row) return undefined
  const words = unseal(secret, { kind: 'answer', clinicId, appointmentId: questionId }, row.words_sealed)
  return {
    words: words ?? 'It is sealed with another secret than this installation has.',
    guidePages: row.guide_pages,
    signed: {
      name: row.signed_name,
      profession: row.signed_profession,
      body: row.signed_body,
      number: row.signed_number,
    },
    at: row.goes_at.getTime(),
  }
}

/** Erases the words, the address, the answer and what was published of it. That there was a question, and who read it, stays. */
export function eraseOwnQuestion(db: Database, { clinicId, questionId }: QuestionKey): Promise<void> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('questions')
      .select('state')
      .where('question_id', '=', questionId)
      .forUpdate()
      .executeTakeFirst()
    if (!row || row.state === 'erased') return
    for (const table of ['published_answers', 'question_answers'] as const)
      await trx.deleteFrom(table).where('question_id', '=', questionId).execute()
    await trx
      .updateTable('questions')
      .set({ state: 'erased', words_sealed: null, email: null })
      .where('question_id', '=', questionId)
      .execute()
    // Their rows hold the address.
    await trx.deleteFrom('mails').where('question_id', '=', questionId).execute()
  })
}
