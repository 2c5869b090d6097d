/** What the form of a comment posts, read once. What is wrong comes back as a sentence for its field; nothing typed is lost. */
import { oneLine, safeName } from '../../../clinic/mail/safe-name.ts'
import { addressFaultWords, parseAddress } from '../../../clinic/people/email-address.ts'
import { linksIn } from '../../../clinic/talk/claims-of-readers.ts'
import { longestComment, longestName, mostLinks } from '../../../clinic/talk/write-comment.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { fieldOf } from '../booking/answer.tsx'
import { lengthProblem } from './ask-form.ts'

/** Every field as it was typed. */
export interface TypedComment {
  readonly words: string
  readonly name: string
  readonly email: string
}

/** Nothing typed yet. */
export const emptyComment: TypedComment = { words: '', name: '', email: '' }

/** A form as posted, its text made whole. */
export const typedComment = (form: FormData): TypedComment => ({
  words: fieldOf(form, 'words').normalize('NFC').trim(),
  name: fieldOf(form, 'name'),
  email: fieldOf(form, 'email'),
})

/** A field that nobody sees was filled: mostly by a machine, sometimes by a browser that means well. */
export const isLikeAMachine = (form: FormData): boolean => fieldOf(form, 'website') !== ''

/** A comment that can be sent, or what must be put right first. */
export type ReadComment =
  | { readonly ok: true; readonly name: string | undefined; readonly email: string | undefined }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads it. */
export function readComment(typed: TypedComment, machine: boolean): ReadComment {
  const { words } = typed
  const name = readName(typed.name)
  const address = typed.email.trim() === '' ? undefined : parseAddress(typed.email)
  const problems = [
    ...lengthProblem(words, longestComment, 'Write your comment.'),
    ...(linksIn(words) > mostLinks
      ? [{ field: 'words', text: 'Take the links out. We cannot accept it with so many.' }]
      : []),
    ...(name.ok ? [] : [{ field: 'name', text: name.text }]),
    ...(address === undefined || address.ok ? [] : [{ field: 'email', text: addressFaultWords[address.why] }]),
    ...(machine
      ? [{ field: 'words', text: 'Something filled a field that people do not see. Press the button once more.' }]
      : []),
  ]
  if (problems.length > 0 || !name.ok) return { ok: false, problems }
  return { ok: true, name: name.name, email: address?.ok ? address.address : undefined }
}

type ReadName = { readonly ok: true; readonly name: string | undefined } | { readonly ok: false; readonly text: string }

function readName(typed: string): ReadName {
  if (typed.length > 1000) return { ok: false, text: `Use ${longestName} characters or fewer for the name.` }
  if (oneLine(typed) === '') return { ok: true, name: undefined }
  const name = safeName(typed.normalize('NFC'))
  if (name === null) return { ok: false, text: 'Use just a name, without links or marks like < and @.' }
  if ([...name].length > longestName) return { ok: false, text: `Use ${longestName} characters or fewer for the name.` }
  return { ok: true, name }
}
