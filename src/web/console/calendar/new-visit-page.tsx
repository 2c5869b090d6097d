/** A new visit by staff, as on the phone: first what, with whom and when; then who comes. */
import type { Choices, KnownPerson } from '../../../clinic/calendar/choices.ts'
import type { StaffLooked } from '../../../clinic/calendar/staff-booking.ts'
import { Insurance, ReferredBy } from '../../find/booking/booking-fields.tsx'
import { moneyWords } from '../../find/words.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { calendarPaths } from './calendar-paths.ts'
import { dayOf, dayWords, momentAt, timeWords } from './calendar-words.ts'
import { ReasonField, Refusal } from './refusal.tsx'
import { SelectField, WhenField } from './time-fields.tsx'

/** What is wanted, as far as it has been said. */
export interface WantedVisit {
  readonly service: string | undefined
  readonly therapist: string | undefined
  readonly location: string | undefined
  readonly start: number | undefined
}

interface NewVisitProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly choices: Choices
  readonly now: number
  readonly wanted: WantedVisit
}

/** The first step: asked by GET, since nothing is done by it. */
export function WhenPage(props: NewVisitProps & WhenTyped) {
  const { home, here, problems = [] } = props
  return (
    <ConsolePage {...{ home, here }} title={problems.length > 0 ? 'Error: New visit' : 'New visit'}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} data-focus={problems.length === 0 || undefined}>
        New visit
      </h1>
      <WhenForm {...props} />
    </ConsolePage>
  )
}

/** "First visit, 45 minutes, £62": what is asked on the telephone. */
const serviceOption = ({ id, name, minutes, pricePence }: Choices['services'][number]) => ({
  id,
  name: `${name}, ${minutes} minutes, ${moneyWords(pricePence)}`,
})

/** Day and time as they were typed, and what is wrong with them. */
interface WhenTyped {
  readonly when?: { readonly day: string | undefined; readonly time: string | undefined }
  readonly problems?: readonly Problem[]
}

function WhenForm({ choices, now, wanted, when, problems = [] }: NewVisitProps & WhenTyped) {
  const { zone, services, therapists } = choices
  const { start, service, therapist } = wanted
  return (
    <form class="cal-form" method="get" action={calendarPaths.newVisit}>
      <SelectField name="service" legend="What" options={services.map(serviceOption)} chosen={service} />
      <SelectField name="therapist" legend="With whom" options={therapists} chosen={therapist} />
      <WhenField
        name="day"
        legend="Day"
        kind="date"
        value={when?.day ?? dayOf(start ?? now, zone)}
        error={errorOf('day', problems)}
      />
      <WhenField
        name="time"
        legend="Time"
        kind="time"
        value={when?.time ?? (start === undefined ? '' : timeWords(start, zone))}
        error={errorOf('time', problems)}
      />
      <Button {...(start === undefined && { look: 'go' })}>Look at this time</Button>
    </form>
  )
}

/** What was typed about who comes. */
export interface TypedPerson {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly insurer: string
  /** The insurer that is meant though the clinic does not list it. */
  readonly insurerIsMeant?: string
  readonly membership?: string
  readonly authorisation?: string
  readonly excess?: string
  readonly referredBy?: string
  readonly package?: string
  readonly offer: string
  readonly reason: string
  readonly person?: string | undefined
}

interface WhoPageProps extends NewVisitProps {
  readonly wanted: { readonly [Field in keyof WantedVisit]: NonNullable<WantedVisit[Field]> }
  readonly looked: StaffLooked
  readonly typed: TypedPerson
  readonly problems: readonly Problem[]
  /** People of that name, once somebody has looked for them. */
  readonly known: readonly KnownPerson[] | undefined
  readonly overlaps: boolean
  /** One key for this form. */
  readonly formKey: string
  /** The clinic has packages that were paid ahead. */
  readonly hasPackages: boolean
  /** Another day and time as they were typed. */
  readonly when?: WhenTyped['when']
}

/** The second step: who comes. A time that breaks a rule says which, and asks why. */
export function WhoPage(props: WhoPageProps) {
  const { home, here, choices, now, wanted, looked, problems } = props
  const service = choices.services.find(({ id }) => id === wanted.service)
  const therapist = choices.therapists.find(({ id }) => id === wanted.therapist)
  const zone = choices.places.find(({ id }) => id === wanted.location)?.zone ?? choices.zone
  const canBook = looked.ok || looked.canBend
  return (
    <ConsolePage {...{ home, here }} title={problems.length > 0 ? 'Error: New visit' : 'New visit'}>
      <ErrorSummary problems={problems} />
      <ByEnter />
      <h1 tabindex={-1} data-focus={problems.length === 0 || undefined}>
        {service?.name} with {therapist?.name}, {momentAt(wanted.start, zone, now)}
      </h1>
      {service && (
        <p>
          {service.minutes} minutes,{' '}
          {service.pricePence === 0 ? 'free.' : `${moneyWords(service.pricePence)} where they pay themselves.`}
        </p>
      )}
      {looked.ok ? (
        <p class="callout cal-fits">That time is free.</p>
      ) : (
        <Refusal refused={looked} therapist={wanted.therapist} {...{ choices, zone, now }} to={{ form: whoFormId }} />
      )}
      {canBook ? <WhoForm {...props} /> : <KeptForm {...props} />}
      <h2>Another time</h2>
      <OtherTime {...props} />
    </ConsolePage>
  )
}

const whoFormId = 'who'

/** Return in a field presses the first button of its form: it books nothing, and looks at another time where one was typed. */
const ByEnter = () => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: no key and no finger comes to it; whoever listens has the one below.
  <button type="submit" form={whoFormId} name="do" value="enter" class="unseen" tabindex={-1} aria-hidden="true">
    Look
  </button>
)

/** What of the wanted visit goes along with who comes. */
const wantedFields = ({ wanted, formKey }: Pick<WhoPageProps, 'wanted' | 'formKey'>) => (
  <CarriedFields fields={Object.entries({ ...wanted, key: formKey }).map(([name, value]) => [name, String(value)])} />
)

/** This time cannot be booked at all: who comes waits for another. */
function KeptForm({ wanted, formKey, typed }: WhoPageProps) {
  const { name, phone, email, insurer, offer, reason, ...more } = typed
  const known = Object.entries(more).filter((field): field is [string, string] => Boolean(field[1]))
  const kept = { name, phone, email, insurer, offer, reason, ...Object.fromEntries(known) }
  return (
    <form id={whoFormId} method="post" action={calendarPaths.newVisit}>
      {wantedFields({ wanted, formKey })}
      <CarriedFields fields={kept} />
    </form>
  )
}

/** Another time for the same person: sent with what was typed of them, which must stand in no address. */
function OtherTime({ choices: { zone, services, therapists }, wanted, when, problems }: WhoPageProps) {
  const of = { form: whoFormId }
  return (
    <div class="cal-form">
      <SelectField
        {...of}
        name="otherService"
        legend="What"
        options={services.map(serviceOption)}
        chosen={wanted.service}
      />
      <SelectField {...of} name="otherTherapist" legend="With whom" options={therapists} chosen={wanted.therapist} />
      <WhenField
        {...of}
        name="day"
        legend="Day"
        kind="date"
        value={when?.day ?? dayOf(wanted.start, zone)}
        error={errorOf('day', problems)}
      />
      <WhenField
        {...of}
        name="time"
        legend="Time"
        kind="time"
        value={when?.time ?? timeWords(wanted.start, zone)}
        error={errorOf('time', problems)}
      />
      <Button {...of} name="do" value="when">
        Look at this time
      </Button>
    </div>
  )
}

function WhoForm({ wanted, looked, typed, problems, known, overlaps, formKey, choices, now, ...more }: WhoPageProps) {
  const needsReferral = choices.services.find(({ id }) => id === wanted.service)?.needsReferral
  return (
    <form id={whoFormId} method="post" action={calendarPaths.newVisit} autocomplete="off" novalidate>
      {wantedFields({ wanted, formKey })}
      {!looked.ok && <ReasonField why={looked.why} typed={typed.reason} error={errorOf('reason', problems)} />}
      <LineField
        name="name"
        legend="Name of the person who comes"
        autocomplete="off"
        typed={typed.name}
        error={errorOf('name', problems)}
      />
      <p>
        <Button name="do" value="look">
          Do we know them?
        </Button>
      </p>
      {known && <KnownPeople {...{ known, typed, now }} zone={choices.zone} />}
      <LineField
        name="phone"
        legend="Phone"
        hint="Of phone and email one is needed, for somebody new."
        autocomplete="off"
        inputmode="tel"
        typed={typed.phone}
        error={errorOf('phone', problems)}
      />
      <LineField
        name="email"
        legend="Email"
        autocomplete="off"
        inputmode="email"
        typed={typed.email}
        error={errorOf('email', problems)}
      />
      <Insurance
        legend="Insurer, if one pays"
        hint="The words below it are for them to know."
        of="they"
        {...{ typed, problems }}
      />
      {(needsReferral || typed.referredBy) && <ReferredBy of="they" {...{ typed, problems }} />}
      {(more.hasPackages || typed.package) && (
        <LineField
          name="package"
          legend="Number of their package, if they have paid ahead"
          autocomplete="off"
          typed={typed.package}
          error={errorOf('package', problems)}
        />
      )}
      <LineField
        name="offer"
        legend="Code of an offer, if they have one"
        autocomplete="off"
        typed={typed.offer}
        error={errorOf('offer', problems)}
      />
      {overlaps && <Tick name="secondIsMeant" value="yes" text="Yes, a second visit at this time" ticked={false} />}
      <div class="cal-acts">
        <ButtonLink href={calendarPaths.calendar}>Do not book</ButtonLink>
        <Button look="go" name="do" value="book">
          {looked.ok ? 'Book it' : 'Book it all the same'}
        </Button>
      </div>
    </form>
  )
}

interface KnownPeopleProps {
  readonly known: readonly KnownPerson[]
  readonly typed: TypedPerson
  readonly zone: string
  readonly now: number
}

function KnownPeople({ known, typed, zone, now }: KnownPeopleProps) {
  if (known.length === 0) return <p role="status">Nobody of that name has been here.</p>
  return (
    <fieldset id="person">
      <legend>Which of them?</legend>
      {known.map(({ id, name, phone, bornOn, lastVisit }) => (
        <label class="choice" key={id}>
          <input type="radio" name="person" value={id} checked={id === typed.person} />
          <span>
            {name}{' '}
            <small>
              {bornOn && `born ${bornOn}, `}
              {phone && `phone ${phone}, `}
              latest visit {dayWords(dayOf(lastVisit, zone), now)}
            </small>
          </span>
        </label>
      ))}
      <label class="choice">
        <input type="radio" name="person" value="new" checked={typed.person === undefined} />
        <span>Somebody new</span>
      </label>
    </fieldset>
  )
}
