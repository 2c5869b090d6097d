/** The form with which staff put somebody on the waiting list: the fields and the rules of the public one. */
import type { Choices } from '../../../clinic/calendar/choices.ts'
import { Payer, Reach, ReferredBy } from '../../find/booking/booking-fields.tsx'
import type { TypedBooking } from '../../find/booking/booking-form.ts'
import { Times } from '../../find/waiting/waiting-pages.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
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
        <Reach
          {...{ typed, problems, hint }}
          mailHint="Whoever waits is asked by mail, so nobody can wait without one."
          of="they"
        />
        <Payer
          {...{ typed, problems }}
          self="They pay"
          insurerHint="The words below it are for them to know."
          hasPackages
          of="they"
        />
        {(services.some(({ needsReferral }) => needsReferral) || typed.referredBy) && (
          <ReferredBy {...{ typed, problems }} of="they" />
        )}
        <div class="actions">
          <ButtonLink href={consolePaths.waiting}>Do not put them on</ButtonLink>
          <Button look="go">Put on the list</Button>
        </div>
      </form>
    </FormPage>
  )
}

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
