/**
 * E-mail addresses, parsed once where they come in. What passes is exactly one plain recipient and goes into the envelope of
 * a mail as it stands, so nobody between us and the mail server can read it as another.
 */
import { z } from 'zod'

/** Longest address that mail can carry (RFC 5321 §4.5.3.1), and its part before the @. */
const longestAddress = 254
const longestLocalPart = 64

/** Why an address is refused. `severalAddresses`: more than one @, or a comma, semicolon or space between two. */
export type AddressFault = 'empty' | 'severalAddresses' | 'notAnAddress' | 'unusualLetters' | 'tooLong'

/**
 * An address that mail can be sent to. `hint` is what was probably meant ("ann@gmail.com" for "ann@gmial.com"): only ever a
 * question to the person, since the other address may be real.
 */
export type ParsedAddress =
  | { readonly ok: true; readonly address: string; readonly hint?: string }
  | { readonly ok: false; readonly why: AddressFault }

/** A sentence for each fault, to stand beside the field. */
export const addressFaultWords: Readonly<Record<AddressFault, string>> = {
  empty: 'Enter your email address.',
  severalAddresses: 'Enter one email address only.',
  notAnAddress: 'Enter an email address like name@example.org.',
  unusualLetters: 'Enter an email address with plain letters only. We cannot send to this one.',
  tooLong: 'This email address is too long. Look whether something else got into it.',
}

/** Letters, digits and the marks of RFC 5322's dot-atom; no quotes, comments, literals, percent or bang routes. */
const localPart = /^[A-Za-z0-9#$&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9#$&'*+/=?^_`{|}~-]+)*$/
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const domainPart = new RegExp(`^(?:${label}\\.)+(?=.*[A-Za-z])${label}$`)

/**
 * Whether this is exactly one recipient in the plain form that we send to. For a last look before an envelope is written.
 * Work is bounded by the first check.
 */
export function isPlainAddress(address: string): boolean {
  if (address.length > longestAddress) return false
  const [local = '', domain = '', ...more] = address.split('@')
  return more.length === 0 && local.length <= longestLocalPart && localPart.test(local) && domainPart.test(domain)
}

/** How mail programs copy one address: "Ann Lee <ann@example.org>", with a name in quotes or none. The name names nobody else. */
const inBrackets = /^(?:[\p{L}\p{M}\p{Nd} \t.'’()&-]*|"[\p{L}\p{M}\p{Nd} \t.,'’()&-]*"[ \t]*)<([^<>]*)>;?$/u
/** How a browser copies the link of an address. What is filled in for it, such as a subject, is none of it. */
const asLink = /^mailto:([^?]*)(?:\?[^@]*)?$/i

/** The one address in what was pasted, where it is plain which; all that was typed otherwise. */
function meantAddress(text: string): string {
  const bare = inBrackets.exec(text)?.[1] ?? text
  return asLink.exec(bare)?.[1] ?? bare
}

/**
 * Reads what somebody typed or pasted, and takes the address out of its brackets. Spaces round it go, and the domain is
 * written in small letters; the part before the @ stays as it was typed, since some servers tell capitals apart.
 * @param typed of any length
 */
export function parseAddress(typed: string): ParsedAddress {
  if (typed.length > longestAddress * 4) return { ok: false, why: 'tooLong' }
  // Only the plain space and tab are slips of the hand; a line end or another blank may be an attempt on the headers.
  const text = meantAddress(typed.replace(/^[ \t]+|[ \t]+$/g, ''))
  if (text === '') return { ok: false, why: 'empty' }
  const why = faultOf(text)
  if (why) return { ok: false, why }
  const at = text.indexOf('@')
  const address = `${text.slice(0, at)}@${text.slice(at + 1).toLowerCase()}`
  const hint = meantInstead(address)
  return hint ? { ok: true, address, hint } : { ok: true, address }
}

function faultOf(text: string): AddressFault | undefined {
  if ((text.match(/@/g) ?? []).length > 1 || /[,;]/.test(text)) return 'severalAddresses'
  if (!/^[\x21-\x7e]*$/.test(text))
    return /[\p{L}\p{M}\p{S}]/u.test(text.replace(/[\x20-\x7e]/g, '')) ? 'unusualLetters' : 'notAnAddress'
  if (text.length > longestAddress || text.indexOf('@') > longestLocalPart) return 'tooLong'
  return isPlainAddress(text) ? undefined : 'notAnAddress'
}

/** An address as a schema, for forms and calls: refuses with the sentence of the fault, and gives the address alone. */
export const EmailAddress = z.string().transform((typed, context) => {
  const parsed = parseAddress(typed)
  if (parsed.ok) return parsed.address
  context.addIssue({ code: 'custom', message: addressFaultWords[parsed.why] })
  return z.NEVER
})

/** Where most mail in this country goes. Names close to them are mostly slips. */
const commonDomains = [
  ...['gmail.com', 'googlemail.com', 'hotmail.com', 'hotmail.co.uk', 'outlook.com', 'live.co.uk', 'icloud.com'],
  ...['yahoo.com', 'yahoo.co.uk', 'btinternet.com', 'sky.com', 'protonmail.com', 'virginmedia.com', 'talktalk.net'],
] as const
/** Real hosts that are one step from a common one: no question is asked about them. */
const alsoReal: readonly string[] = ['mail.com', 'gmx.com', 'ymail.com', 'me.com', 'live.com', 'hotmail.com', 'sky.com']

function meantInstead(address: string): string | undefined {
  const [local, domain = ''] = address.split('@')
  const isKnown = alsoReal.includes(domain) || commonDomains.some((common) => common === domain)
  const close = isKnown ? undefined : commonDomains.find((common) => isOneSlip(domain, common))
  return close && `${local}@${close}`
}

/** Whether one letter more, less, other, or two neighbours swapped make one of the other. */
function isOneSlip(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1) return false
  let start = 0
  while (start < typed.length && typed[start] === meant[start]) start += 1
  const [left, right] = [typed.slice(start), meant.slice(start)]
  if (left.length < right.length) return left === right.slice(1)
  if (left.length > right.length) return left.slice(1) === right
  return (
    left.slice(1) === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  )
}
