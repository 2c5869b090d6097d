/**
 * A form that was sent, or half filled in, when the screen of the staff locked: carried sealed from page to page of the door, by
 * its forms alone, until the same person has signed in again. It stands in no address, cookie, log or table.
 * Never: opens for anybody else, or after ten minutes.
 */
import { seal, unseal } from '../../clinic/people/seal.ts'
import { thenPath } from '../console/console-paths.ts'

/** For so long. */
export const keptMinutes = 10
/** Longer forms are not carried, in bytes: each page of the door sends it once more. */
const mostBytes = 100_000
/** The largest body of the door's forms, one of these in it. */
export const mostBytesWithKept = 200_000

type Field = readonly [name: string, value: string]

/** What was typed, and where it belongs. */
export interface KeptForm {
  /** Where the form posts to. */
  readonly to: string
  /** `typed`: it was not sent yet. */
  readonly was: 'sent' | 'typed'
  readonly fields: readonly Field[]
}

const purposeOf = (accountId: string) => ({ kind: 'kept-form', clinicId: '', appointmentId: accountId }) as const

/** @returns what the door carries; `undefined` where the form is none that can be kept: too long, or with a password in it */
export function keepForm(
  secret: Uint8Array,
  accountId: string,
  { to, was, fields }: KeptForm,
  now: number,
): string | undefined {
  if (thenPath(to) !== to || fields.length === 0) return undefined
  if (fields.some(([name]) => /password|passkey/i.test(name))) return undefined
  const text = JSON.stringify({ at: now, to, was, fields })
  if (Buffer.byteLength(text) > mostBytes) return undefined
  return seal(secret, purposeOf(accountId), text).toString('base64url')
}

/** Opens it for whoever kept it. */
export function openKept(secret: Uint8Array, accountId: string, kept: string, now: number): KeptForm | undefined {
  const text = unseal(secret, purposeOf(accountId), Buffer.from(kept, 'base64url'))
  if (text === undefined) return undefined
  // Nobody else can have made the seal, so its shape is ours.
  const { at, ...form } = JSON.parse(text) as KeptForm & { readonly at: number }
  return now - at > keptMinutes * 60_000 ? undefined : form
}

/** The fields of a posted form that are text, each value of a name in its turn. */
export const textFields = (form: FormData): readonly Field[] =>
  [...form].flatMap(([name, value]): readonly Field[] => (typeof value === 'string' ? [[name, value]] : []))

/** What of it somebody wrote, as far as can be told from the values: ids, keys and choices are left out. */
export const ownWords = ({ fields }: KeptForm): readonly string[] =>
  fields
    .filter(([, value]) => /\p{L}/u.test(value) && (/\s|@/.test(value.trim()) || value.length > 40))
    .filter(([, value]) => !/^[\w\-=.:/?&]{20,}$/.test(value))
    .map(([, value]) => value)
