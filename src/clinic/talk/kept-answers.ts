/** Answers as they are kept, sealed: whether one stands as it was sent, and the one that was taken back, to be written on. */
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import type { Member } from '../people/members.ts'
import { unseal } from '../people/seal.ts'

/** What an answer says. */
export interface AnswerWords {
  readonly words: string
  readonly guidePages: readonly string[]
  /** The question as everybody may read it; `undefined`: nobody may. */
  readonly publishAs: string | undefined
}

interface OfQuestion {
  readonly clinicId: string
  readonly questionId: string
}

/** Answers to a question, with how it was put before everybody, where this very answer was. */
const answersTo = (trx: ClinicTransaction, { questionId }: OfQuestion) =>
  trx
    .selectFrom('question_answers as a')
    .leftJoin('published_answers as p', (on) =>
      on
        .onRef('p.clinic_id', '=', 'a.clinic_id')
        .onRef('p.question_id', '=', 'a.question_id')
        .onRef('p.published_at', '=', 'a.goes_at'),
    )
    .select(['a.words_sealed', 'a.guide_pages', 'p.question'])
    .where('a.question_id', '=', questionId)

type Row = Awaited<ReturnType<ReturnType<typeof answersTo>['execute']>>[number]

function opened(
  secret: Uint8Array,
  { clinicId, questionId }: OfQuestion,
  row: Row | undefined,
): AnswerWords | undefined {
  const words = row && unseal(secret, { kind: 'answer', clinicId, appointmentId: questionId }, row.words_sealed)
  return row === undefined || words === undefined
    ? undefined
    : { words, guidePages: row.guide_pages, publishAs: row.question ?? undefined }
}

/** Is this the answer that stands? */
export async function isStandingAnswer(
  trx: ClinicTransaction,
  secret: Uint8Array,
  of: OfQuestion,
  { words, guidePages, publishAs }: AnswerWords,
): Promise<boolean> {
  const stands = opened(secret, of, await answersTo(trx, of).where('a.taken_back_at', 'is', null).executeTakeFirst())
  return stands?.words === words && stands.guidePages.join() === guidePages.join() && stands.publishAs === publishAs
}

/** The answer that this member took back last. @returns `undefined` where they took none back */
export const answerTakenBack = (
  db: Database,
  secret: Uint8Array,
  { clinicId, memberId }: Pick<Member, 'clinicId' | 'memberId'>,
  questionId: string,
): Promise<AnswerWords | undefined> =>
  inClinic(db, clinicId, async (trx) => {
    const of = { clinicId, questionId }
    const row = await answersTo(trx, of)
      .where('a.member_id', '=', memberId)
      .where('a.taken_back_at', 'is not', null)
      .orderBy('a.taken_back_at', 'desc')
      .executeTakeFirst()
    return opened(secret, of, row)
  })
