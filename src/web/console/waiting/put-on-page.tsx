/** The form with which staff put somebody on the waiting list: the fields and the rules of the public one. */
import type { Choices } from '../../../clinic/calendar/choices.ts'
import { InsurerField } from '../../find/booking/booking-fields.tsx'
import { otherNumber, type TypedBooking } from '../../find/booking/booking-form.ts'
import { Times } from '../../find/waiting/waiting-pages.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup, Tick } from '../../ui/form-parts.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { SelectField } from '../calendar/time-fields.tsx'
import type { Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { FormPage } from '../form-page.tsx'
import { anybody, type TypedPutOn } from './put-on-form.ts'

interface PutOnPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly choices: Choices
  readonly put: TypedPutOn
  readonly typed: TypedBooking
  readonly problems: readonly Problem[]
  /** The address that was probably meant. */
  readonly hint?: string | undefined
  /** The place that they have on the list already. */
  readonly already?: string | undefined
}

export function PutOnPage({ home, here, choices, put, typed, problems, hint, already }: PutOnPageProps) {
  const { services, therapists } = choices
  return (
    <FormPage
      {...{ home, here, problems }}
      title="Put somebody on the waiting list"
      above={
        <p>
          <a href={consolePaths.waiting}>Waiting list</a>
        </p>
      }
    >
      {already && (
        <p class="callout">
          <a href={consolePaths.waitingOne(already)}>See their place on the list</a>. If they want other days or another
          therapist now, take them off it there, and then put them on it here.
        </p>
      )}
      <p>
        They are asked by mail when a time comes free, in their turn, as those who join by themselves. A mail tells them
        now that they wait, with a private link to see or leave the list.
      </p>
      <form method="post" action={consolePaths.putOn} autocomplete="off" novalidate>
        <CarriedFields fields={{ key: put.wish.key }} />
        <SelectField name="service" legend="What" options={services} chosen={put.service} />
        <SelectField
          name="therapist"
          legend="With whom"
          options={[{ id: anybody, name: 'Anybody who gives it' }, ...therapists]}
          chosen={put.therapist}
        />
        <Times wish={put.wish} problems={problems} withWeeks weeksLegend="How long do they want to wait?" />
        <Who {...{ put, problems }} />
        <Reach {...{ typed, problems, hint }} />
        <Payer {...{ typed, problems }} />
        <div class="actions">
          <ButtonLink href={consolePaths.waiting}>Do not put them on</ButtonLink>
          <Button look="go">Put on the list</Button>
        </div>
      </form>
    </FormPage>
  )
}

type Part = Pick<PutOnPageProps, 'typed' | 'problems'>

function Who({ put, problems }: Pick<PutOnPageProps, 'put' | 'problems'>) {
  return (
    <>
      <LineField
        name="comes"
        legend="Name of the person who comes"
        autocomplete="off"
        typed={put.comes}
        error={errorOf('comes', problems)}
      />
      <LineField
        name="contact"
        legend="Name of the person to write to, if it is another"
        autocomplete="off"
        typed={put.contact}
        error={errorOf('contact', problems)}
      />
      <LineField
        name="secondPerson"
        legend="Two of them? Name of the second person"
        hint="Then they are asked only when there are two times, one after the other. Not for classes."
        autocomplete="off"
        typed={put.wish.second}
        error={errorOf('secondPerson', problems)}
      />
    </>
  )
}

function Reach({ typed, problems, hint }: Part & Pick<PutOnPageProps, 'hint'>) {
  return (
    <>
      <LineField
        name="email"
        legend="Email"
        hint="Whoever waits is asked by mail, so nobody can wait without one."
        autocomplete="off"
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
        legend="Phone, if they gave one"
        autocomplete="off"
        inputmode="tel"
        typed={typed.phone}
        error={errorOf('phone', problems)}
      />
    </>
  )
}

function Payer({ typed, problems }: Part) {
  const isAsked = problems.some(({ text }) => text === otherNumber) || typed.numberOut === 'yes'
  return (
    <>
      <RadioGroup
        name="payer"
        legend="Who pays?"
        error={errorOf('payer', problems)}
        options={[
          { value: 'self', text: 'They pay' },
          { value: 'insurer', text: 'Their insurer' },
          { value: 'package', text: 'Paid ahead' },
        ]}
        chosen={typed.payer}
        unders={[
          { opensAt: ['insurer'], content: <Insurer {...{ typed, problems }} /> },
          {
            opensAt: ['package'],
            content: (
              <LineField
                name="package"
                legend="Number of their package"
                autocomplete="off"
                typed={typed.package}
                error={errorOf('package', problems)}
              />
            ),
          },
        ]}
      />
      {isAsked && <Tick name="numberOut" value="yes" text="Leave that number out" ticked={typed.numberOut === 'yes'} />}
    </>
  )
}

function Insurer({ typed, problems }: Part) {
  return (
    <>
      <InsurerField legend="Insurer" hint="What stands below it is for them to know." {...{ typed, problems }} />
      <LineField
        name="membership"
        legend="Membership number, if they have it there"
        autocomplete="off"
        typed={typed.membership}
        error={errorOf('membership', problems)}
      />
      <LineField
        name="authorisation"
        legend="Authorisation number, if they have one"
        autocomplete="off"
        typed={typed.authorisation}
        error={errorOf('authorisation', problems)}
      />
      <LineField
        name="excess"
        legend="Excess in pounds, if they know it"
        autocomplete="off"
        inputmode="decimal"
        typed={typed.excess}
        error={errorOf('excess', problems)}
      />
    </>
  )
}
