/** How somebody is called and reached, as staff type it: read by the rules of a booking, and what of it is another than before. */
import { z } from 'zod'
import type { Change } from '../../../clinic/booking/persons/person-changes.ts'
import { type Called, type ReachedPerson, sameNumber } from '../../../clinic/booking/persons/reached-person.ts'
import { sameAddress } from '../../../clinic/booking/persons/compare-persons.ts'
import { addressFaultWords, parseAddress } from '../../../clinic/people/email-address.ts'
import { oneLine } from '../../../clinic/people/typed-text.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { tooLong } from '../calendar/read.ts'

/** As posted. */
export interface TypedCalled {
  readonly name: string
  readonly contactName: string
  readonly email: string
  readonly phone: string
  readonly addressIsMeant: string
}

/** What the form shows before anybody has typed. */
export const typedOf = ({ name, contactName, email, phone }: Called): TypedCalled => ({
  ...{ name, contactName, email: email ?? '', phone: phone ?? '', addressIsMeant: '' },
})

/** What stands in a posted form. */
export const typedIn = (fields: Readonly<Record<string, string>>): TypedCalled => ({
  ...{ name: fields.name ?? '', contactName: fields.contactName ?? '' },
  ...{ email: fields.email ?? '', phone: fields.phone ?? '', addressIsMeant: fields.addressIsMeant ?? '' },
})

const shown = z.object({ name: z.string(), contactName: z.string(), email: z.string(), phone: z.string() })

/** What a form shows before anybody has typed, as it carries it along. */
export const shownBy = (called: Called): string => JSON.stringify(shown.parse(typedOf(called)))

/**
 * What was typed into a form that showed something else than stands now: what nobody touched there is as it is now, so that
 * one who wants another name does not put an old phone back.
 */
export function typedSince(typed: TypedCalled, carried: string | undefined, now: Called): TypedCalled {
  const before = shown.safeParse(readJson(carried))
  if (!before.success) return typed
  const [was, is] = [before.data, typedOf(now)]
  const of = (field: keyof typeof was) => (typed[field] === was[field] ? is[field] : typed[field])
  return { ...typed, name: of('name'), contactName: of('contactName'), email: of('email'), phone: of('phone') }
}

function readJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** `hint`: the email that was probably meant. */
export interface ReadCalled {
  readonly to: Called
  readonly problems: readonly Problem[]
  readonly hint: string | undefined
}

/** Reads it. What they have already is never wrong, were it kept by an older rule. */
export function readCalled(typed: TypedCalled, now: ReachedPerson): ReadCalled {
  const [name, phone] = [oneLine(typed.name), oneLine(typed.phone)]
  const contactName = now.isOwnContact ? name : oneLine(typed.contactName)
  const email = typed.email.trim() === '' || typed.email === now.email ? undefined : parseAddress(typed.email)
  const hint = email?.ok ? email.hint : undefined
  const problems: Problem[] = [
    ...(name === '' ? [{ field: 'name', text: 'Enter the name of the person who comes.' }] : []),
    ...tooLong('name', name, 120),
    ...(contactName === '' && !now.isOwnContact
      ? [{ field: 'contactName', text: 'Enter the name of whoever is written to.' }]
      : []),
    ...(now.isOwnContact ? [] : tooLong('contactName', contactName, 120)),
    ...(email && !email.ok ? [{ field: 'email', text: addressFaultWords[email.why] }] : []),
    ...(hint && typed.addressIsMeant !== 'yes'
      ? [{ field: 'email', text: `Is the address right? Did you mean ${hint}?` }]
      : []),
    ...(typed.email.trim() === '' && phone === ''
      ? [{ field: 'phone', text: 'Enter a phone number or an email.' }]
      : []),
    ...(phone !== '' && phone !== now.phone && (phone.match(/\p{Nd}/gu) ?? []).length < 5
      ? [{ field: 'phone', text: 'Enter a phone number with at least 5 digits.' }]
      : []),
    ...tooLong('phone', phone, 40),
  ]
  const address = email === undefined ? (typed.email.trim() === '' ? null : now.email) : email.ok ? email.address : null
  return {
    to: { name, contactName, email: sameAddress(address, now.email) ? now.email : address, phone: phone || null },
    ...{ problems, hint },
  }
}

/** What would become another. */
export function changesTo(now: ReachedPerson, to: Called): readonly Change[] {
  const all: readonly Change[] = [
    { what: 'name', was: now.name, becomes: to.name },
    ...(now.isOwnContact ? [] : [{ what: 'contact' as const, was: now.contactName, becomes: to.contactName }]),
    { what: 'email', was: now.email, becomes: to.email },
    { what: 'phone', was: now.phone, becomes: to.phone },
  ]
  return all.filter(({ was, becomes }) => was !== becomes)
}

/** Other ways in which they are reached for some of their visits: those stay as they are. */
export const otherWays = (now: ReachedPerson) =>
  now.contacts.filter(({ email, phone }) => !sameAddress(email, now.email) || !sameNumber(phone, now.phone))
