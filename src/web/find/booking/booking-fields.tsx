/** Fields that every form about a visit asks for: whose it is, how to reach whoever books, and who pays. */
import { insurerAdvice } from '../../../clinic/directory/insurers.ts'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup, Tick } from '../../ui/form-parts.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { moneyWords } from '../words.ts'
import { isInsurerMeant, otherNumber, tickToBook, type TypedBooking } from './booking-form.ts'

interface Typed {
  readonly typed: TypedBooking
  readonly problems: readonly Problem[]
}

/** Whose visit it is. */
export function Who({ typed, problems }: Typed) {
  return (
    <>
      <LineField
        name="name"
        legend="Your name"
        autocomplete="name"
        typed={typed.name}
        error={errorOf('name', problems)}
      />
      <RadioGroup
        name="forWhom"
        legend="Who is the visit for?"
        error={errorOf('forWhom', problems)}
        options={[
          { value: 'me', text: 'Me' },
          { value: 'other', text: 'Somebody else' },
        ]}
        chosen={typed.forWhom ?? 'me'}
        unders={[
          {
            opensAt: ['other'],
            content: (
              <LineField
                name="personName"
                legend="Name of the person who comes"
                autocomplete="off"
                typed={typed.personName}
                error={errorOf('personName', problems)}
              />
            ),
          },
        ]}
      />
    </>
  )
}

/** Whoever fills it in for themselves, or staff for somebody else. */
type OfWhom = 'you' | 'they'

const reachWords = {
  you: {
    ...{ email: 'email', tel: 'tel', phone: 'Phone, if you like' },
    phoneHint: 'If an email cannot reach you, the clinic rings.',
  },
  they: { email: 'off', tel: 'off', phone: 'Phone, if they gave one', phoneHint: undefined },
} as const

/** How to reach whoever books. */
export function Reach({
  typed,
  problems,
  hint,
  mailHint = 'For the confirmation and a private link. Nothing else.',
  of = 'you',
}: Typed & {
  /** The address that was probably meant; the tick that says otherwise stays as it was set. */
  readonly hint?: string | undefined
  readonly mailHint?: string
  readonly of?: OfWhom
}) {
  const words = reachWords[of]
  return (
    <>
      <LineField
        name="email"
        legend="Email"
        hint={mailHint}
        autocomplete={words.email}
        inputmode="email"
        typed={typed.email}
        error={errorOf('email', problems)}
      />
      {hint && (
        <Tick
          name="addressIsMeant"
          value="yes"
          text="The address is right as I typed it"
          ticked={typed.addressIsMeant === 'yes'}
        />
      )}
      <LineField
        name="phone"
        legend={words.phone}
        hint={words.phoneHint}
        autocomplete={words.tel}
        inputmode="tel"
        typed={typed.phone}
        error={errorOf('phone', problems)}
      />
    </>
  )
}

const payerWords = {
  you: {
    ...{ insurer: 'My insurer', ahead: 'I have paid ahead', number: 'Number of your package' },
    numberHint: 'The clinic gave it to you when you paid.',
  },
  they: {
    ...{ insurer: 'Their insurer', ahead: 'Paid ahead', number: 'Number of their package', numberHint: undefined },
  },
} as const

/** Who pays. */
export function Payer({
  typed,
  problems,
  self,
  insurerHint,
  hasPackages = false,
  of = 'you',
}: Typed & {
  /** What whoever pays themselves chooses. */
  readonly self: string
  readonly insurerHint: string | undefined
  /** The clinic has packages that were paid ahead. */
  readonly hasPackages?: boolean | undefined
  readonly of?: OfWhom
}) {
  const isAsked = problems.some(({ text }) => text === otherNumber) || typed.numberOut === 'yes'
  const words = payerWords[of]
  return (
    <>
      <RadioGroup
        name="payer"
        legend="Who pays?"
        error={errorOf('payer', problems)}
        options={[
          { value: 'self', text: self },
          { value: 'insurer', text: words.insurer },
          ...(hasPackages || typed.payer === 'package' ? [{ value: 'package', text: words.ahead }] : []),
        ]}
        chosen={typed.payer}
        unders={[
          {
            opensAt: ['package'],
            content: (
              <LineField
                name="package"
                legend={words.number}
                hint={words.numberHint}
                autocomplete="off"
                typed={typed.package}
                error={errorOf('package', problems)}
              />
            ),
          },
          {
            opensAt: ['insurer'],
            content: <Insurance legend="Insurer" hint={insurerHint} {...{ typed, problems, of }} />,
          },
        ]}
      />
      {isAsked && <Tick name="numberOut" value="yes" text="Leave that number out" ticked={typed.numberOut === 'yes'} />}
    </>
  )
}

/**
 * What whoever pays themselves chooses where the price is known. The total stands here alone, since whoever else pays does it otherwise.
 * @param visits how many of that price are booked together
 */
export const paysSelf = (pricePence: number, visits = 1): string =>
  visits > 1 && pricePence > 0
    ? `I pay, ${visits} visits at ${moneyWords(pricePence)}: ${moneyWords(visits * pricePence)} in all`
    : `I pay, ${moneyWords(pricePence)}`

/** Which insurers the clinic bills; nothing where it names none. */
export const billsWords = (insurers: readonly string[]): string | undefined =>
  insurers.length > 0 ? `The clinic bills ${insurers.join(', ')}. For another, ask them first.` : undefined

const insuranceWords = {
  you: {
    membership: 'Membership number, if you have it here',
    membershipHint: 'It is on your card or your letter.',
    authorisation: 'Authorisation number, if you have one',
    excess: 'Excess in pounds, if you know it',
    excessHint: 'What you pay before your insurer pays. Leave it empty if you do not know.',
  },
  they: {
    membership: 'Membership number, if they have it there',
    membershipHint: undefined,
    authorisation: 'Authorisation number, if they have one',
    excess: 'Excess in pounds, if they know it',
    excessHint: undefined,
  },
} as const

/** What the insurance form fields carry. */
export type TypedInsurance = Pick<
  TypedBooking,
  'insurer' | 'insurerIsMeant' | 'membership' | 'authorisation' | 'excess'
>

/** The insurer, and what is known of the insurance. */
export function Insurance({
  typed,
  problems,
  legend,
  hint,
  of = 'you',
}: {
  readonly typed: TypedInsurance
  readonly problems: readonly Problem[]
  readonly legend: string
  readonly hint: string | undefined
  readonly of?: OfWhom
}) {
  const words = insuranceWords[of]
  return (
    <>
      <InsurerField {...{ legend, hint, typed, problems }} />
      <LineField
        name="membership"
        legend={words.membership}
        hint={words.membershipHint}
        autocomplete="off"
        typed={typed.membership}
        error={errorOf('membership', problems)}
      />
      <LineField
        name="authorisation"
        legend={words.authorisation}
        autocomplete="off"
        typed={typed.authorisation}
        error={errorOf('authorisation', problems)}
      />
      <LineField
        name="excess"
        legend={words.excess}
        hint={words.excessHint}
        autocomplete="off"
        inputmode="decimal"
        typed={typed.excess}
        error={errorOf('excess', problems)}
      />
    </>
  )
}

const referralWords = {
  you: {
    legend: 'Who wrote your letter of referral?',
    hint: 'This visit needs a letter, such as from your GP. Have it with you at the visit.',
  },
  waits: {
    legend: 'Who wrote your letter of referral?',
    hint: 'The visit needs a letter, such as from your GP. Leave this empty if you do not have it yet.',
  },
  they: {
    legend: 'Who wrote their letter of referral?',
    hint: 'What needs one, needs it at the visit. Leave this empty if they do not have it yet.',
  },
} as const

/** Who wrote the letter of referral. @param of `waits`: they may have none yet */
export function ReferredBy({
  typed,
  problems,
  of = 'you',
}: {
  readonly typed: Pick<TypedBooking, 'referredBy'>
  readonly problems: readonly Problem[]
  readonly of?: keyof typeof referralWords
}) {
  return (
    <LineField
      name="referredBy"
      {...referralWords[of]}
      autocomplete="off"
      typed={typed.referredBy}
      error={errorOf('referredBy', problems)}
    />
  )
}

/** Which insurer pays, by its name, with what to know of it. */
function InsurerField({
  legend,
  hint,
  typed,
  problems,
}: {
  readonly legend: string
  readonly hint?: string | undefined
  readonly typed: Pick<TypedBooking, 'insurer' | 'insurerIsMeant'>
  readonly problems: readonly Problem[]
}) {
  const error = errorOf('insurer', problems)
  return (
    <>
      <LineField name="insurer" legend={legend} hint={hint} autocomplete="off" typed={typed.insurer} error={error} />
      {(error?.endsWith(tickToBook) || isInsurerMeant(typed)) && (
        <Tick
          name="insurerIsMeant"
          value={typed.insurer ?? ''}
          text={`Book with ${typed.insurer} all the same`}
          ticked={isInsurerMeant(typed)}
        />
      )}
      {insurerAdvice(typed.insurer ?? '').map(({ of, says }) => (
        <p class="hint" key={of}>
          <strong>{of}:</strong> {says.join(' ')}
        </p>
      ))}
    </>
  )
}
