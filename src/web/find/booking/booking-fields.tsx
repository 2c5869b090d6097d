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

/** What the clinic's insurers are called, to choose or to type another. */
interface Insurers {
  readonly insurers: readonly string[]
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

/** How to reach whoever books. */
export function Reach({
  typed,
  problems,
  hint,
  mailHint = 'For the confirmation and a private link. Nothing else.',
}: Typed & {
  /** The address that was probably meant; the tick that says otherwise stays as it was set. */
  readonly hint?: string | undefined
  readonly mailHint?: string
}) {
  return (
    <>
      <LineField
        name="email"
        legend="Email"
        hint={mailHint}
        autocomplete="email"
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
        legend="Phone, if you like"
        hint="If an email cannot reach you, the clinic rings."
        autocomplete="tel"
        inputmode="tel"
        typed={typed.phone}
        error={errorOf('phone', problems)}
      />
    </>
  )
}

/** Who pays. @param pricePence of one visit */
export function Payer({
  typed,
  problems,
  pricePence,
  insurers,
  hasPackages = false,
}: Typed &
  Insurers & {
    /** The clinic has packages that were paid ahead. */
    readonly hasPackages?: boolean
    readonly pricePence: number
  }) {
  const isAsked = problems.some(({ text }) => text === otherNumber) || typed.numberOut === 'yes'
  return (
    <>
      <RadioGroup
        name="payer"
        legend="Who pays?"
        error={errorOf('payer', problems)}
        options={[
          { value: 'self', text: `I pay, ${moneyWords(pricePence)}` },
          { value: 'insurer', text: 'My insurer' },
          ...(hasPackages || typed.payer === 'package' ? [{ value: 'package', text: 'I have paid ahead' }] : []),
        ]}
        chosen={typed.payer}
        unders={[
          {
            opensAt: ['package'],
            content: (
              <LineField
                name="package"
                legend="Number of your package"
                hint="The clinic gave it to you when you paid."
                autocomplete="off"
                typed={typed.package}
                error={errorOf('package', problems)}
              />
            ),
          },
          {
            opensAt: ['insurer'],
            content: <Insurer {...{ typed, problems, insurers }} />,
          },
        ]}
      />
      {isAsked && <Tick name="numberOut" value="yes" text="Leave that number out" ticked={typed.numberOut === 'yes'} />}
    </>
  )
}

function Insurer({ typed, problems, insurers }: Typed & Insurers) {
  return (
    <>
      <InsurerField
        legend="Insurer"
        hint={insurers.length > 0 ? `The clinic bills ${insurers.join(', ')}. For another, ask them first.` : undefined}
        {...{ typed, problems }}
      />
      <LineField
        name="membership"
        legend="Membership number, if you have it here"
        hint="It is on your card or your letter."
        autocomplete="off"
        typed={typed.membership}
        error={errorOf('membership', problems)}
      />
      <LineField
        name="authorisation"
        legend="Authorisation number, if you have one"
        autocomplete="off"
        typed={typed.authorisation}
        error={errorOf('authorisation', problems)}
      />
      <LineField
        name="excess"
        legend="Excess in pounds, if you know it"
        hint="What you pay before your insurer pays. Leave it empty if you do not know."
        autocomplete="off"
        inputmode="decimal"
        typed={typed.excess}
        error={errorOf('excess', problems)}
      />
    </>
  )
}

/** Which insurer pays, by its name, with what to know of it. On the public form and on that of the staff. */
export function InsurerField({
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
