/** What the booking form posts, read once. What is wrong comes back as a sentence for its field; nothing typed is lost. */
import { z } from 'zod'
import { dangerPhrases, type HeardSign } from '../../../care/check/free-text/danger-phrases.ts'
import type { BookingDetails } from '../../../clinic/booking/confirm.ts'
import { folded } from '../../../clinic/directory/folded.ts'
import { notListedWords } from '../../../clinic/directory/insurers.ts'
import { addressFaultWords, parseAddress } from '../../../clinic/people/email-address.ts'
import { readSharedCheck } from '../../../care/record/shared-check.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { penceIn } from '../money-typed.ts'
import { withoutPlaces } from '../without-places.ts'
import { oneLine } from '../../../clinic/people/typed-text.ts'

/** Every field of the form as it was typed. */
export type TypedBooking = Readonly<Partial<Record<BookingField, string | undefined>>>

/** In the order of the page. */
const fields = [
  'name',
  'forWhom',
  'personName',
  'email',
  'addressIsMeant',
  'phone',
  'payer',
  'insurer',
  'insurerIsMeant',
  'membership',
  'authorisation',
  'excess',
  'package',
  'numberOut',
  'referredBy',
  'offer',
  'withoutOffer',
  'note',
  'share',
  'secondIsMeant',
  // What is not of the back was said: not once more.
  'told',
] as const
type BookingField = (typeof fields)[number]

/** Longest note, in characters. */
export const longestNote = 2000

const line = (most: number, words: string) =>
  z
    .string()
    .default('')
    .transform(oneLine)
    .refine((text) => [...text].length <= most, words)

const personOf = (whose: string) =>
  line(120, `Use 120 characters or fewer for ${whose}.`).refine((text) => text !== '', `Enter ${whose}.`)

const schema = z.object({
  name: personOf('your name'),
  forWhom: z.enum(['me', 'other'], { error: 'Choose who the visit is for.' }).default('me'),
  personName: line(120, 'Use 120 characters or fewer for their name.'),
  email: z.string().default(''),
  phone: line(40, 'Use 40 characters or fewer for the phone number.').refine(
    (text) => text === '' || (text.match(/\p{Nd}/gu) ?? []).length >= 5,
    'Enter a phone number with at least 5 digits, or leave it empty.',
  ),
  payer: z.enum(['self', 'insurer', 'package'], { error: 'Choose who pays.' }),
  insurer: line(120, 'Use 120 characters or fewer for the insurer.'),
  membership: line(60, 'Use 60 characters or fewer for the membership number.'),
  authorisation: line(60, 'Use 60 characters or fewer for the authorisation number.'),
  excess: z
    .string()
    .default('')
    .transform((typed, context) => {
      if (typed.trim() === '') return undefined
      const amount = penceIn(typed)
      if (amount !== undefined) return amount
      context.addIssue({
        code: 'custom',
        message: 'Enter the excess in pounds, such as 100 or 62.50, or leave it empty.',
      })
      return z.NEVER
    }),
  referredBy: line(120, 'Use 120 characters or fewer for who wrote the letter.'),
  package: line(60, 'Use 60 characters or fewer for the number of your package.'),
  numberOut: z.literal('yes').optional(),
  offer: line(60, 'Use 60 characters or fewer for the code.'),
  withoutOffer: z.literal('yes').optional(),
  note: z
    .string()
    .default('')
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => [...text].length <= longestNote, `Use ${longestNote} characters or fewer for the note.`),
  share: z.literal('yes').optional(),
  secondIsMeant: z.literal('yes').optional(),
  addressIsMeant: z.literal('yes').optional(),
})

/**
 * The check that a form carries, if its box is ticked. Kept apart from what was typed: it is never shown again by us.
 * `cannotWait`: its level is not one to book a visit with.
 */
export type CarriedCheck =
  | { readonly kind: 'none' }
  | { readonly kind: 'check'; readonly text: string; readonly cannotWait: boolean }
  | { readonly kind: 'unreadable' }

/** Reads it. What came with an empty box is not looked at. */
export function carriedCheck(form: FormData): CarriedCheck {
  if (form.getAll('share').at(-1) !== 'yes') return { kind: 'none' }
  const sent = form.getAll('sharedCheck').at(-1)
  const read = readSharedCheck(typeof sent === 'string' ? sent : '')
  if (!read.ok) return { kind: 'unreadable' }
  return { kind: 'check', text: read.text, cannotWait: read.level === 'emergency' || read.level === 'urgent' }
}

/**
 * What may follow from a form. `heard`: what its note may mean, whatever else is wrong with the form. `hint`: the address
 * looks like a slip, meant or not.
 */
export type ReadBooking = { readonly heard: readonly HeardSign[]; readonly hint?: string | undefined } & (
  | { readonly ok: true; readonly details: BookingDetails }
  | { readonly ok: false; readonly problems: readonly Problem[] }
)

/** The form's fields as they came, the last of each; a file or a strange field is left out. */
export function typedBooking(form: FormData): TypedBooking {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const last = form.getAll(field).at(-1)
      return typeof last === 'string' ? [[field, last]] : []
    }),
  )
}

/** Without the fields of a choice that was not made: nobody sees them, so nothing may be wrong with them. */
const ofChoices = (typed: TypedBooking): TypedBooking => ({
  ...typed,
  ...(typed.payer !== 'insurer' && { insurer: '', membership: '', authorisation: '', excess: '' }),
  ...(typed.payer !== 'package' && { package: '' }),
  ...(typed.forWhom !== 'other' && { personName: '' }),
})

/** Where somebody may write what they like, whatever the field asks for. A name, an address and a number to ring are what they are. */
export const listenedTo = ['note', 'referredBy', 'insurer', 'membership', 'authorisation', 'package', 'offer'] as const

/** What was written in each of them; the fields that take a line first, so that no long note hides them. */
const writtenIn = (typed: TypedBooking): readonly string[] =>
  listenedTo
    .toReversed()
    .map((field) => {
      const text = (typed[field] ?? '').normalize('NFC').trim()
      return field === 'note' ? text : withoutPlaces(text)
    })
    .filter((text) => text !== '')

/** All that is listened to, as one text. */
export const wordsIn = (typed: TypedBooking): string => writtenIn(typed).join('\n\n')

/** Each field by itself, so that no sign is made of two of them; each sign once. */
function heardInFields(typed: TypedBooking): readonly HeardSign[] {
  const heard = new Map<string, HeardSign>()
  for (const sign of writtenIn(typed).flatMap(dangerPhrases))
    if (!heard.has(sign.question)) heard.set(sign.question, sign)
  return [...heard.values()]
}

/** Reads what was typed, and joins the check that came with it. */
export function readBooking(typed: TypedBooking, check: CarriedCheck = { kind: 'none' }): ReadBooking {
  const read = schema.safeParse(ofChoices(typed))
  const email = parseAddress(typed.email ?? '')
  const problems: Problem[] = read.success
    ? []
    : read.error.issues.map(({ path, message }) => ({ field: String(path[0]), text: message }))
  if (!email.ok) problems.push({ field: 'email', text: addressFaultWords[email.why] })
  if (read.success) problems.push(...missing(read.data, typed))
  if (check.kind === 'unreadable') problems.push({ field: 'share', text: checkNotThere })
  const hint = email.ok ? email.hint : undefined
  // Danger is listened for in all that was typed, were it too long to be kept.
  const heard = heardInFields(typed)
  if (hint && !typed.addressIsMeant)
    problems.push({ field: 'email', text: `Is the address right? Did you mean ${hint}?` })
  if (!read.success || !email.ok || problems.length > 0) return { ok: false, problems: inOrder(problems), heard, hint }
  const { data } = read
  return {
    ok: true,
    heard,
    hint,
    details: {
      contactName: data.name,
      personName: data.forWhom === 'other' ? data.personName : data.name,
      email: email.address,
      phone: data.phone || undefined,
      payer: data.payer,
      insurer: data.insurer || undefined,
      membershipNumber: data.membership || undefined,
      authorisationNumber: (data.payer === 'package' ? data.package : data.authorisation) || undefined,
      excessPence: data.excess,
      referredBy: data.referredBy || undefined,
      offerCode: (data.withoutOffer !== 'yes' && data.offer) || undefined,
      note: data.note || undefined,
      sharedCheck: check.kind === 'check' ? check.text : undefined,
      secondIsMeant: data.secondIsMeant === 'yes',
    },
  }
}

/** What is known of an insurance and of a letter of referral, as far as it is kept with a visit. */
export type KnownOfPayer = Pick<
  BookingDetails,
  'insurer' | 'membershipNumber' | 'authorisationNumber' | 'excessPence' | 'referredBy'
>

const ofPayer = schema.pick({ insurer: true, membership: true, authorisation: true, excess: true, referredBy: true })

/** Reads these fields alone, by the rules of the whole form. */
export function readOfPayer(
  typed: TypedBooking,
): { readonly ok: true; readonly known: KnownOfPayer } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const read = ofPayer.safeParse(typed)
  if (!read.success)
    return {
      ok: false,
      problems: read.error.issues.map(({ path, message }) => ({ field: String(path[0]), text: message })),
    }
  const { insurer, membership, authorisation, excess, referredBy } = read.data
  if (insurer === '' && (membership !== '' || authorisation !== '' || excess !== undefined))
    return { ok: false, problems: [{ field: 'insurer', text: 'Enter the insurer, or empty the fields below it.' }] }
  const known = {
    insurer: insurer || undefined,
    ...{ membershipNumber: membership || undefined, authorisationNumber: authorisation || undefined },
    ...{ excessPence: excess, referredBy: referredBy || undefined },
  }
  return { ok: true, known }
}

/** Where the box is ticked and no check came that we can read. */
export const checkNotThere = 'Your check did not come with the form. Tick the box again, or leave it empty.'

/** Said of a code beside an insurer or a package, at the look as at the booking. */
export const onlySelf = 'A code is for visits that you pay yourself. Take it out, or choose to pay yourself.'

/** Ends what is said of an insurer that the clinic does not list. */
export const tickToBook = 'To book all the same, tick the box.'

/** They said that this insurer is meant. The tick belongs to the insurer that it was set for, and to no other. */
export const isInsurerMeant = ({
  insurer = '',
  insurerIsMeant = '',
}: Pick<TypedBooking, 'insurer' | 'insurerIsMeant'>) =>
  insurerIsMeant !== '' && folded(oneLine(insurerIsMeant)) === folded(oneLine(insurer))

/**
 * Said once of an insurer that the clinic does not list, before a visit is booked on it.
 * @param listed what the clinic lists for the service
 * @param instead what else can be done
 */
export function insurerProblem(
  listed: readonly string[],
  typed: Pick<TypedBooking, 'payer' | 'insurer' | 'insurerIsMeant'>,
  instead = 'Ask the clinic first. You can always pay yourself.',
): Problem | undefined {
  if (typed.payer !== 'insurer' || isInsurerMeant(typed)) return undefined
  const words = notListedWords(listed, typed.insurer ?? '')
  return words === undefined ? undefined : { field: 'insurer', text: `${words} ${instead} ${tickToBook}` }
}

/** Said once of a service that is given with a letter of referral alone, where nobody was named who wrote one. */
export const referralProblem = (
  visit: { readonly referral: { readonly isNeeded: boolean } | null },
  { referredBy }: Pick<BookingDetails, 'referredBy'>,
): Problem | undefined =>
  visit.referral?.isNeeded && !referredBy
    ? { field: 'referredBy', text: 'Enter who wrote your letter of referral. This visit needs one.' }
    : undefined

/** Said of a number for a way to pay that was not chosen: it would be dropped without a word. */
export const otherNumber =
  'You typed a number for another way to pay. Choose that way, or tick that the number is not needed.'

/** A number that pays in a way that was not chosen. An excess pays nothing: it goes with its insurer. */
const hasOtherNumber = ({ payer, package: ahead, membership, authorisation }: TypedBooking) =>
  (payer !== 'package' && isTyped(ahead)) || (payer !== 'insurer' && (isTyped(membership) || isTyped(authorisation)))
const isTyped = (text = '') => oneLine(text) !== ''

function missing(data: z.infer<typeof schema>, typed: TypedBooking): readonly Problem[] {
  return [
    ...(hasOtherNumber(typed) && data.numberOut !== 'yes' ? [{ field: 'payer', text: otherNumber }] : []),
    ...(data.payer !== 'self' && data.offer !== '' && data.withoutOffer !== 'yes'
      ? [
          {
            field: 'offer',
            text: onlySelf,
          },
        ]
      : []),
    ...(data.forWhom === 'other' && data.personName === ''
      ? [{ field: 'personName', text: 'Enter the name of the person who comes.' }]
      : []),
    ...(data.payer === 'package' && data.package === ''
      ? [{ field: 'package', text: 'Enter the number of your package, or choose another way to pay.' }]
      : []),
    ...(data.payer === 'insurer' && data.insurer === ''
      ? [{ field: 'insurer', text: 'Enter your insurer, or choose to pay yourself.' }]
      : []),
  ]
}

/** In the order of the page. */
const inOrder = (problems: readonly Problem[]) =>
  problems.toSorted((one, other) => place(one.field) - place(other.field))
const order: readonly string[] = fields
const place = (field: string) => order.indexOf(field)
