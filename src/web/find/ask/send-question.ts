/** Sending a question that was read: to the clinic that was chosen, or the one with fewest. What may be danger was settled before. */
import { type AskOutcome, askQuestion, clinicThatHas, type QuestionKey } from '../../../clinic/talk/ask-question.ts'
import { talkClinics, whoAnswers } from '../../../clinic/talk/take-on.ts'
import { notOfTheBackIn } from '../danger-first.tsx'
import type { FindData } from '../find-home.ts'
import { heardIn, type ReadQuestion, type TypedQuestion } from './ask-form.ts'

/** A question, and the press that sends it. */
export interface SentQuestion {
  readonly typed: TypedQuestion
  readonly read: Extract<ReadQuestion, { readonly ok: true }>
  /** One for one press of the button, however often it arrives. */
  readonly key: string
  /** Of the network; not kept. */
  readonly address: string | undefined
}

/** `notTaking`: the clinic that was chosen takes none, or nobody does. */
export type QuestionSent =
  | { readonly ok: true; readonly sent: QuestionKey }
  | { readonly ok: false; readonly why: Extract<AskOutcome, { readonly ok: false }>['why'] | 'notTaking' }

/** Sends it once, however often the same press is heard. */
export async function sendQuestion(data: FindData, { typed, read, key, address }: SentQuestion): Promise<QuestionSent> {
  const clinics = await talkClinics(data.directory)
  const answering = clinics.filter(({ answersQuestions }) => answersQuestions).map(({ clinicId }) => clinicId)
  const { words } = typed
  const asked = { askKey: key, words }
  // The clinic with most time may be another by now: a second hearing of the same press must not ask that one too.
  const had = typed.clinic === '' ? await clinicThatHas(data.app, answering, asked) : undefined
  const clinic = whoAnswers(clinics, had ?? typed.clinic)
  if (!clinic) return { ok: false, why: 'notTaking' }
  const { clinicId } = clinic
  const done = await askQuestion(data.app, data.secret, {
    ...{ clinicId, ...asked, isPublic: read.isPublic, email: read.email, address },
    isDanger: heardIn(words).length > 0 || notOfTheBackIn(words) !== undefined,
    alsoAt: clinics.map((each) => each.clinicId),
  })
  return done.ok ? { ok: true, sent: { clinicId, questionId: done.questionId } } : done
}

/** Why it was not sent, as a sentence for its asker. */
export const whyNotSent = {
  tooMany: 'You have asked as often as we can answer for now. Your words are still here. Try again tomorrow.',
  full: 'More questions are waiting than can be answered. Your words are still here. Try again tomorrow.',
  notTaking: 'They are not taking questions at the moment. Choose another.',
} as const
