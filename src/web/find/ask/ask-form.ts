/** What the form of a question posts, read once. What is wrong comes back as a sentence for its field; nothing typed is lost. */
import { uuidIn } from '../../../care/evidence/ids.ts'
import { dangerPhrases, type HeardSign, mostHeard } from '../../../care/check/free-text/danger-phrases.ts'
import { type OtherEmergency, otherEmergencyIn } from '../../../care/check/other-emergencies.ts'
import { addressFaultWords, parseAddress } from '../../../clinic/people/email-address.ts'
import { longestQuestion } from '../../../clinic/talk/ask-question.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { fieldOf } from '../booking/answer.tsx'
import { notAllHeard } from '../not-all-heard.ts'

/** Every field as it was typed. */
export interface TypedQuestion {
  readonly words: string
  readonly who: string
  readonly email: string
  /** Id of a clinic; empty for whichever has fewest questions. */
  readonly clinic: string
}

/** Nothing typed yet. */
export const emptyQuestion: TypedQuestion = { words: '', who: '', email: '', clinic: '' }

/** A form as posted, its text made whole. */
export function typedQuestion(form: FormData): TypedQuestion {
  const [words, who] = [fieldOf(form, 'words').normalize('NFC').trim(), fieldOf(form, 'who')]
  return { words, who, email: fieldOf(form, 'email'), clinic: fieldOf(form, 'clinic') }
}

/** Signs in what was written, heard whatever else is wrong with the form. */
export const heardIn = (words: string): readonly HeardSign[] => dangerPhrases(words.slice(0, mostHeard))

/** What else was written that is not of the back and cannot wait, until that has been said once: the form then posts `told`. */
export const otherEmergency = (form: FormData, words: string): OtherEmergency | undefined =>
  fieldOf(form, 'told') === 'yes' ? undefined : otherEmergencyIn(words.slice(0, mostHeard))

/** A question that can be sent, or what must be put right first. */
export type ReadQuestion =
  | { readonly ok: true; readonly isPublic: boolean; readonly email: string | undefined }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads it. */
export function readQuestion({ words, who, email }: TypedQuestion): ReadQuestion {
  const address = email.trim() === '' ? undefined : parseAddress(email)
  const problems = [
    ...lengthProblem(words, longestQuestion, 'Write your question.'),
    ...(who === 'all' || who === 'me' ? [] : [{ field: 'who', text: 'Choose who may read the answer.' }]),
    ...(address === undefined || address.ok ? [] : [{ field: 'email', text: addressFaultWords[address.why] }]),
  ]
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, isPublic: who === 'all', email: address?.ok ? address.address : undefined }
}

/** What is wrong with the length of a text, for its field `words`. */
export function lengthProblem(words: string, most: number, empty: string): readonly Problem[] {
  const { length } = [...words]
  if (length === 0) return [{ field: 'words', text: empty }]
  if (length <= most) return []
  return [
    {
      field: 'words',
      text: `Use ${most} characters or fewer. You have ${length}. Nothing was sent or lost.${notAllHeard(words)}`,
    },
  ]
}

/** One that is not ours is nobody's: two people must never share one. */
export const keyOf = (text: string): string => uuidIn(text) ?? crypto.randomUUID()
