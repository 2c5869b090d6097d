/** What staff type to put somebody on the waiting list: read by the rules of the public form, and answered in words for staff. */
import { type ReadJoin, readJoin, typedWish, type TypedWish } from '../../find/waiting/waiting-form.ts'
import type { Problem } from '../../ui/error-summary.tsx'

/** Whoever gives the service, in the field of the therapist. */
export const anybody = 'any'

/** What was chosen and typed beside what the public form asks alike. */
export interface TypedPutOn {
  readonly service: string
  readonly therapist: string
  /** Who comes, and who is written to where that is somebody else. */
  readonly comes: string
  readonly contact: string
  readonly wish: TypedWish
}

const textOf = (form: FormData, name: string): string => {
  const last = form.getAll(name).at(-1)
  return typeof last === 'string' ? last : ''
}

/** The fields as they came. */
export const typedPutOn = (form: FormData): TypedPutOn => ({
  service: textOf(form, 'service'),
  therapist: textOf(form, 'therapist') || anybody,
  comes: textOf(form, 'comes'),
  contact: textOf(form, 'contact'),
  wish: typedWish(form),
})

/** Reads it as the public form is read. @param today ISO day at the place */
export function readPutOn(form: FormData, typed: TypedPutOn, today: string): ReadJoin {
  const { comes, contact, wish } = typed
  const other = contact.trim() !== ''
  const asPublic = new FormData()
  for (const [name, value] of form) asPublic.append(name, value)
  asPublic.set('name', other ? contact : comes)
  asPublic.set('forWhom', other ? 'other' : 'me')
  asPublic.set('personName', comes)
  const join = readJoin(asPublic, wish, today)
  const { read } = join
  return read.ok ? join : { ...join, read: { ok: false, problems: read.problems.map((one) => forStaff(one, other)) } }
}

/** The same fault at the field of this form, said of somebody else than whoever types. */
function forStaff({ field, text }: Problem, other: boolean): Problem {
  const at = field === 'name' ? (other ? 'contact' : 'comes') : field === 'personName' ? 'comes' : field
  if (field === 'weeks') return { field, text: 'Choose how long they want to wait.' }
  return {
    field: at,
    text: text.replace('choose to pay yourself', 'choose that they pay').replace(/\byour\b/, 'their'),
  }
}
