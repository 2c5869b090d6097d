/**
 * What was asked from the same form with other words, as after Back. Its words go to whoever has the page of the other only
 * where both have one address: a first address may have been somebody else's.
 */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic, readElsewhere } from '../db/connection.ts'
import { unseal } from '../people/seal.ts'
import type { QuestionKey } from './ask-question.ts'
import { ofOneForm } from './of-one-form.ts'

/** Another question of the same form that is not erased. */
export interface AlsoAsked extends QuestionKey {
  /** `undefined` where it was sealed with another secret. */
  readonly words: string | undefined
}

/** `toAnother`: some were sent with another address, of which nothing is shown. */
export interface OfOneForm {
  readonly shown: readonly AlsoAsked[]
  readonly toAnother: boolean
}

/** @param alsoAt other clinics that answer questions, where the same form may have sent one too */
export function alsoAsked(
  db: Database,
  secret: Uint8Array,
  { clinicId, questionId }: QuestionKey,
  alsoAt: readonly string[],
): Promise<OfOneForm> {
  return inClinic(db, clinicId, async (trx) => {
    const own = await trx
      .selectFrom('questions')
      .select(['ask_key', 'email', 'state'])
      .where('question_id', '=', questionId)
      .executeTakeFirst()
    if (!own || own.state === 'erased') return { shown: [], toAnother: false }
    const here = await othersIn(trx, secret, { ...own, questionId })
    const there = await readElsewhere(trx, clinicId, alsoAt, (other) => othersIn(other, secret, { ...own, questionId }))
    const all = [here, ...there]
    return { shown: all.flatMap(({ shown }) => shown), toAnother: all.some(({ toAnother }) => toAnother) }
  })
}

async function othersIn(
  trx: ClinicTransaction,
  secret: Uint8Array,
  own: { readonly ask_key: string; readonly email: string | null; readonly questionId: string },
): Promise<OfOneForm> {
  const rows = await trx
    .selectFrom('questions')
    .select(['clinic_id', 'question_id', 'words_sealed'])
    .select(sql<boolean>`lower(email) is not distinct from lower(${own.email}::text)`.as('is_same'))
    .where(ofOneForm('ask_key', sql`${own.ask_key}`))
    .where('question_id', '<>', own.questionId)
    .where('state', '<>', 'erased')
    .orderBy('asked_at')
    .execute()
  const shown = rows
    .filter(({ is_same }) => is_same)
    .map(({ clinic_id: clinicId, question_id: questionId, words_sealed: sealed }) => ({
      ...{ clinicId, questionId },
      words: sealed ? unseal(secret, { kind: 'question', clinicId, appointmentId: questionId }, sealed) : undefined,
    }))
  return { shown, toAnother: shown.length < rows.length }
}
