/** Joining the waiting list, and one's place on it. */
import { referralNeeded } from '../../../clinic/mail/mail-texts.ts'
import type { ComponentChildren } from 'preact'
import type { WaitingPlace } from '../../../clinic/booking/waiting/waiting-list.ts'
import type { WaitingWish } from '../../../clinic/booking/waiting/wish.ts'
import type { TherapistProfile } from '../../../clinic/directory/read-profiles.ts'
import { safetyNet } from '../../../care/check/safety-net.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { FieldNotes, RadioGroup, Tick } from '../../ui/form-parts.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { billsWords, Payer, paysSelf, Reach, ReferredBy, Who } from '../booking/booking-fields.tsx'
import type { TypedBooking } from '../booking/booking-form.ts'
import { bookingPaths } from '../booking/booking-paths.ts'
import { MessagePage } from '../booking/message-pages.tsx'
import { NotOfTheBack } from '../danger-first.tsx'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'
import { findPaths } from '../paths.ts'
import { dayWords } from '../words.ts'
import { dayParts, type TypedWish, weekdays, weeksOffered } from './waiting-form.ts'

interface Shared {
  readonly home: BookingHome
  readonly path: string
}

interface JoinPageProps extends Shared {
  readonly offered: {
    readonly slug: string
    readonly therapist: string
    readonly clinic: string
    readonly service: {
      readonly id: string
      readonly name: string
      readonly minutes: number
      readonly pricePence: number
      readonly needsReferral: boolean
    }
  }
  readonly isClass: boolean
  readonly wish: TypedWish
  readonly typed: TypedBooking
  readonly problems: readonly Problem[]
  readonly hint?: string | undefined
  readonly insurers: readonly string[]
  /** The clinic has packages that were paid ahead. */
  readonly hasPackages: boolean
  /** What was written of an emergency that is not of the back: said once, above the form. */
  readonly words?: string | undefined
  /** What the lines may mean, asked before anybody joins. */
  readonly asked?: ComponentChildren
  /** Above all else: what to do if it is so. */
  readonly first?: ComponentChildren
}

/** The form with which somebody without a visit joins. */
export function JoinPage(props: JoinPageProps) {
  const { home, path, offered, wish, typed, problems, hint, insurers, hasPackages, isClass, words } = props
  const { slug, service, clinic, therapist } = offered
  const title = 'Join the waiting list'
  return (
    <FindPage frame={home.frame} title={problems.length > 0 ? `Error: ${title}` : title} path={path}>
      {words !== undefined && <NotOfTheBack home={home} words={words} />}
      <ErrorSummary problems={problems}>{props.first}</ErrorSummary>
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <p>
        {service.name}, {service.minutes} minutes, {clinic}. See the{' '}
        <a href={findPaths.times(slug, service.id)}>times that are free now</a> first: you can have one at once.
      </p>
      {service.needsReferral && <p>{referralNeeded}</p>}
      <HowItGoes />
      <form method="post" action={path} novalidate autocomplete="on">
        <input type="hidden" name="service" value={service.id} />
        <input type="hidden" name="key" value={wish.key} />
        {(words !== undefined || typed.told === 'yes') && <input type="hidden" name="told" value="yes" />}
        <RadioGroup
          name="who"
          legend="Who with?"
          chosen={wish.who}
          options={[
            { value: 'any', text: 'Anybody there who gives this' },
            { value: 'one', text: `Only ${therapist}` },
          ]}
        />
        <Times wish={wish} problems={problems} withWeeks />
        <Who typed={typed} problems={problems} />
        {isClass ? (
          <p>For two places in the class, join the list once for each of you.</p>
        ) : (
          <LineField
            name="secondPerson"
            legend="Two of you? Name of the second person"
            hint="Then we ask you only when there are two times, one after the other. You get both or none."
            autocomplete="off"
            typed={wish.second}
            error={errorOf('secondPerson', problems)}
          />
        )}
        <Reach typed={typed} problems={problems} hint={hint} />
        <Payer
          {...{ typed, problems, hasPackages }}
          self={paysSelf(service.pricePence)}
          insurerHint={billsWords(insurers)}
        />
        {(service.needsReferral || typed.referredBy) && <ReferredBy {...{ typed, problems }} of="waits" />}
        {props.asked}
        <CannotWait home={home} />
        <div class="actions">
          <Button look="go">Join the waiting list</Button>
        </div>
      </form>
    </FindPage>
  )
}

interface EarlierPageProps extends Shared {
  readonly wish: TypedWish
  readonly problems: readonly Problem[]
  /** When the visit is that would be moved, as a sentence. */
  readonly when: string
  readonly therapist: string
  readonly visitHref: string
  /** The place on the list, where one was asked for before. */
  readonly waitingHref: string | undefined
}

/** The form with which somebody who has a visit asks for an earlier time. */
export function EarlierPage({ home, path, wish, problems, when, therapist, visitHref, waitingHref }: EarlierPageProps) {
  const title = 'Ask for an earlier time'
  return (
    <FindPage frame={home.frame} title={problems.length > 0 ? `Error: ${title}` : title} path={path}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <p>Your visit on {when} stays yours until you take another time.</p>
      {waitingHref && (
        <p>
          You have asked already. What you choose here takes its place. <a href={waitingHref}>See or leave the list.</a>
        </p>
      )}
      <HowItGoes />
      <form method="post" action={path}>
        <input type="hidden" name="key" value={wish.key} />
        <RadioGroup
          name="who"
          legend="Who with?"
          chosen={wish.who}
          options={[
            { value: 'any', text: 'Anybody there who gives this' },
            { value: 'one', text: `Only ${therapist}` },
          ]}
        />
        <Times wish={wish} problems={problems} />
        <CannotWait home={home} />
        <div class="actions">
          <ButtonLink href={visitHref}>Keep it as it is</ButtonLink>
          <Button look="go">Ask me when one is free</Button>
        </div>
      </form>
    </FindPage>
  )
}

/** How the order is made, and what may be expected. */
const HowItGoes = () => (
  <ul>
    <li>When a time comes free, we ask the person who has waited longest, of those whom it suits. Then the next.</li>
    <li>We ask you by email, between 8 in the morning and 8 in the evening. The time is kept for you meanwhile.</li>
    <li>You have two hours of the day to answer, or less when the time itself is near.</li>
    <li>Nothing is booked before you say so. You can leave the list at any time.</li>
  </ul>
)

/** Waiting must not be the answer to a sign that cannot wait. */
export const CannotWait = ({ home }: Pick<Shared, 'home'>) => (
  <Callout title="Some signs cannot wait" look="warn">
    <p>
      If anything is new or worse, <a href={home.frame.checkHref}>do the check</a> now. Do not wait for us.
    </p>
    <Details summary={safetyNet.goNow.title}>
      <ul>
        {safetyNet.goNow.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Details>
  </Callout>
)

interface TimesProps {
  readonly wish: TypedWish
  readonly problems: readonly Problem[]
  readonly withWeeks?: boolean
  /** Asked of whoever joins by themselves, where nothing else is said. */
  readonly weeksLegend?: string
}

/** Which days and what part of them suit, and for how many weeks. */
export function Times({
  wish,
  problems,
  withWeeks = false,
  weeksLegend = 'How long do you want to wait?',
}: TimesProps) {
  const error = errorOf('days', problems)
  return (
    <>
      <div class={error ? 'item question wrong' : 'item question'}>
        <fieldset id="days" aria-describedby={error && 'days-error'}>
          <legend>Which days suit?</legend>
          <FieldNotes name="days" error={error} />
          <div class="row">
            {weekdays.map(({ number, name }) => (
              <Tick key={name} name={`day${number}`} value="yes" text={name} ticked={wish.days.includes(number)} />
            ))}
          </div>
        </fieldset>
      </div>
      <RadioGroup
        name="part"
        legend="What time of day?"
        error={errorOf('part', problems)}
        chosen={wish.part}
        options={Object.entries(dayParts).map(([value, { text }]) => ({ value, text }))}
      />
      {withWeeks && (
        <RadioGroup
          name="weeks"
          legend={weeksLegend}
          error={errorOf('weeks', problems)}
          chosen={wish.weeks}
          options={weeksOffered.map((weeks) => ({
            value: String(weeks),
            text: weeks === 1 ? '1 week' : `${weeks} weeks`,
          }))}
        />
      )}
    </>
  )
}

interface PlacePageProps extends Shared {
  readonly place: WaitingPlace
  /** The private address of the offer that waits for an answer. */
  readonly offerHref: string | null
}

const titles = {
  waiting: 'You are on the waiting list',
  booked: 'You took a time',
  left: 'You are not on the list any more',
} as const

/** Somebody's place on the list, from the private link. */
export function WaitingPlacePage({ home, path, place, offerHref }: PlacePageProps) {
  const { state, service, therapist, clinic, wish } = place
  return (
    <FindPage frame={home.frame} title={titles[state]} path={path}>
      <h1 tabindex={-1} data-focus>
        {titles[state]}
      </h1>
      {offerHref && (
        <div class="actions">
          <ButtonLink href={offerHref} look="go">
            A time is kept for you: see it
          </ButtonLink>
        </div>
      )}
      <p>
        <strong>{service}</strong> with {therapist ?? 'anybody who gives it'}, {clinic.name}.
      </p>
      {state === 'waiting' ? (
        <>
          <p>{wishWords(wish)}</p>
          <HowItGoes />
          <CannotWait home={home} />
          <form method="post" action={path}>
            <div class="actions">
              <Button>Leave the list</Button>
            </div>
          </form>
        </>
      ) : (
        <p>
          {state === 'booked'
            ? 'Your visit has its own link, in the mail about it.'
            : 'We ask you no more from this place on the list. If you joined twice, the other place has a link of its own.'}{' '}
          To wait again, <a href={findPaths.find}>find a physio</a>.
        </p>
      )}
      <p>
        {clinic.name}: {clinic.phone}.
      </p>
    </FindPage>
  )
}

/** "Mondays and Fridays, before noon, until Friday 1 January." */
export function wishWords({ weekdays: days, fromMinute, toMinute, lastDay }: WaitingWish): string {
  const part = Object.values(dayParts).find(({ from, to }) => from === fromMinute && to === toMinute)
  const names = weekdays.filter(({ number }) => days.includes(number)).map(({ name }) => `${name}s`)
  const which = names.length === 7 ? 'Any day' : new Intl.ListFormat('en-GB').format(names)
  return `${which}, ${(part ?? dayParts.any).text.toLowerCase()}, until ${dayWords(lastDay)}.`
}

/** So many places for one address are enough. */
export const tooManyProblem: Problem = {
  field: 'email',
  text: 'This address is on this clinic’s list five times already. Leave one of those first, or ring the clinic.',
}

/** A form that was sent before, with something changed in it since. */
export const changedSinceProblem: Problem = {
  field: 'name',
  text: 'You are on the list already with what you sent before. Send this to stand on it a second time, or open the mail of your place to leave it.',
}

/** Where the join form of a service is. */
export const joinPath = (slug: string) => bookingPaths.joinPattern.replace(':slug', slug)

/** The address opens no place on a list and no offer: mistyped, cut short, or never ours. The same words for each. */
export function NoWaitingLinkPage({ home, path }: Shared) {
  return (
    <MessagePage home={home} path={path} title="This link opens nothing on a waiting list">
      <p>
        It may be cut short. Open it again from the email, or copy it whole. If you have a newer email about your visit
        or your place, open that one.
      </p>
      <p>
        The email also has the clinic’s telephone. Or <a href={findPaths.find}>find a physio</a>.
      </p>
    </MessagePage>
  )
}

interface WhichServiceProps extends Shared {
  /** Whose list it is; not given where there is nobody of that name. */
  readonly profile: Pick<TherapistProfile, 'slug' | 'name' | 'services'> | undefined
}

/** It is the address of a waiting list, and does not say for what. */
export function WhichServicePage({ home, path, profile }: WhichServiceProps) {
  const services = profile?.services ?? []
  if (!profile || services.length === 0)
    return (
      <MessagePage home={home} path={path} title="Nobody can be waited for here">
        <p>This is the address of a waiting list, and nobody of that name can be booked now. Nothing was sent.</p>
        <p>
          <a href={findPaths.find}>Find a physio</a> shows who has time.
        </p>
      </MessagePage>
    )
  return (
    <MessagePage home={home} path={path} title="What do you wait for?">
      <p>
        This is the way to the waiting list of {profile.name}, and it does not say for which visit. Nothing was sent.
        Choose one:
      </p>
      <ul>
        {services.map(({ id, name, minutes }) => (
          <li key={id}>
            <a href={bookingPaths.join(profile.slug, id)}>
              {name}, {minutes} minutes
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={findPaths.therapist(profile.slug)}>See {profile.name}</a>
      </p>
    </MessagePage>
  )
}
