/** An offer of a freed time: kept for one person until its end. Looking at it, however often, answers nothing. */
import type { OfferTerms } from '../../../clinic/booking/waiting/offer-terms.ts'
import type { OfferView } from '../../../clinic/booking/waiting/offer-view.ts'
import { wallClockRange, wallTime } from '../../../clinic/availability/wall-clock.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ByEnter } from '../../ui/by-enter.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { coursePolicyWords, momentWords, policyWords, usedUpWords } from '../booking/booking-words.ts'
import { MessagePage } from '../booking/message-pages.tsx'
import { TimeCard } from '../booking/time-card.tsx'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'
import { moneyWords } from '../words.ts'

interface OfferPageProps {
  readonly home: BookingHome
  readonly path: string
  readonly offer: OfferView
  readonly terms: OfferTerms
  readonly now: number
  readonly waitingHref: string
  /** The person has a visit then: when, as milliseconds since 1970. */
  readonly overlapsAt?: number
}

const at = Temporal.Instant.fromEpochMilliseconds

export function OfferPage({ home, path, offer, terms, now, waitingHref, overlapsAt }: OfferPageProps) {
  const { clinic, place, moves, answerUntil } = offer
  const until = momentWords(answerUntil, place.zone, now)
  const title = 'This time is kept for you'
  return (
    <FindPage frame={home.frame} title={title} path={path}>
      <p class="quiet">You are on the waiting list of {clinic.name}</p>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p class="big-line">Until {until}. Then we ask the next person.</p>
      <OfferedTime {...{ offer, terms, now }} />
      {moves && (
        <p>
          Take it and your visit on {momentWords(moves.startsAt, place.zone, now)} moves here, at no cost. Pass and that
          visit stays yours.
        </p>
      )}
      <Agreed {...{ offer, terms, now }} />
      <form method="post" action={path}>
        {overlapsAt !== undefined && (
          <>
            <ByEnter name="do" value="take">
              Take it
            </ByEnter>
            <p class="error">
              You have a visit at this clinic then: {momentWords(overlapsAt, place.zone, now)}. Tick the box if this one
              is meant as well.
            </p>
            <Tick name="secondIsMeant" value="yes" text="Yes, book this one as well" ticked={false} />
          </>
        )}
        <div class="actions">
          <Button name="do" value="pass">
            No thanks, ask the next person
          </Button>
          <Button look="go" name="do" value="take">
            {moves ? 'Move my visit here' : 'Take this time'}
          </Button>
        </div>
      </form>
      <p class="quiet">
        If you pass you stay on the list. <a href={waitingHref}>See or leave the list</a>.
      </p>
      <p>
        Some signs cannot wait for a visit. If anything is new or worse, <a href={home.frame.checkHref}>do the check</a>
        .
      </p>
    </FindPage>
  )
}

/** What taking it agrees to: it is booked with that press. */
function Agreed({ offer, terms, now }: Pick<OfferPageProps, 'offer' | 'terms' | 'now'>) {
  const { moves, secondStartsAt } = offer
  const { insteadOfPence, pricePence, grant } = terms
  const kept = { ...offer, ...terms }
  const words = secondStartsAt === null ? policyWords(kept, now) : coursePolicyWords(kept, now)
  return (
    <>
      {insteadOfPence !== undefined && (
        <p class="callout">
          The price has changed since you booked. If you move it, it costs <strong>{moneyWords(pricePence)}</strong> and
          not {moneyWords(insteadOfPence)}.
        </p>
      )}
      <p>
        {moves ? 'Once it is moved:' : 'Once you take it:'} {words} {usedUpWords(grant)}
      </p>
    </>
  )
}

/** When it is, who gives what, and where; of a pair, both times. */
function OfferedTime({ offer, terms, now }: Pick<OfferPageProps, 'offer' | 'terms' | 'now'>) {
  const { pricePence, grant } = terms
  const service = { ...offer.service, pricePence }
  const { therapist, clinic, place, startsAt, endsAt, secondStartsAt } = offer
  return (
    <section class="card visit-card" aria-label="The time">
      <h2 class="big-line">{wallClockRange(at(startsAt), at(endsAt), place.zone, at(now))}</h2>
      <TimeCard {...{ therapist, service }} clinic={clinic.name} place={place.name} />
      {grant?.payer === 'package' && <p>It is one of the visits that you paid ahead.</p>}
      {secondStartsAt !== null && (
        <p>
          {offer.personName} comes first, and {offer.secondPersonName} straight after, at{' '}
          {wallTime(at(secondStartsAt), place.zone)}. You get both times or none.
        </p>
      )}
    </section>
  )
}

interface ClosedProps {
  readonly home: BookingHome
  readonly path: string
  readonly offer: OfferView
  readonly waitingHref: string
}

function noPlaceWords({ entryState, wasTakenOff, clinic }: OfferView): string {
  if (entryState === 'booked') return 'You took another time since, so you are not on the list any more.'
  return wasTakenOff
    ? `${clinic.name} took you off the list, so we ask you no more.`
    : 'You left the list, so we ask you no more.'
}

/** Who or what ended it: the person, the clock, the clinic, or what became of the time, the visit or the mail. */
function closedWords({ state, endedWhy, clinic, moves }: OfferView): { readonly title: string; readonly text: string } {
  const title = 'This offer has ended'
  if (state === 'passed') return { title: 'You let this time pass', text: 'We ask the next person.' }
  if (state === 'closed')
    return { title: 'The clinic ended this offer', text: `${clinic.name} keeps this time for you no more.` }
  if (state !== 'gone') return { title, text: 'Its time to answer is over, and we ask the next person.' }
  if (endedWhy === 'unreached') return { title, text: 'Our mail to you came back, so we asked the next person.' }
  if (endedWhy === 'visit' && moves?.stands)
    return { title, text: 'Your visit was changed since, so we let this time go.' }
  if (endedWhy === 'time') return { title, text: `${clinic.name} cannot give this time any more. We are sorry.` }
  return { title, text: 'You cannot have this time any more. We are sorry.' }
}

/** It was passed on, its end has come, or what was offered is no more to be had. */
export function ClosedOfferPage({ home, path, offer, waitingHref }: ClosedProps) {
  const { moves } = offer
  const { title, text } = closedWords(offer)
  if (moves && !moves.stands)
    return (
      <MessagePage home={home} path={path} title={title}>
        <p>Your visit does not stand any more, so there is nothing to move. We ask you for no other time.</p>
        <p>
          {offer.clinic.name}: {offer.clinic.phone}.
        </p>
      </MessagePage>
    )
  return (
    <MessagePage home={home} path={path} title={title}>
      <p>
        {text} Nothing was booked{moves && ', and your own visit stays as it is'}.
      </p>
      <p>
        {offer.entryState === 'waiting' ? (
          <>
            <a href={waitingHref}>Your place on the list</a>: when another time comes free we ask you again.
          </>
        ) : (
          noPlaceWords(offer)
        )}
      </p>
      <p>
        {offer.clinic.name}: {offer.clinic.phone}.
      </p>
    </MessagePage>
  )
}

/** Two visits were booked with it: each has its own link. */
export function TakenPairPage(props: ClosedProps & { readonly visitHrefs: readonly string[] }) {
  const { home, path, offer, visitHrefs } = props
  const names = [offer.personName, offer.secondPersonName]
  return (
    <MessagePage home={home} path={path} title="Both visits are booked">
      <div class="actions">
        {visitHrefs.map((href, index) => (
          <ButtonLink key={href} href={href} look={index === 0 ? 'go' : 'plain'}>
            See the visit of {names[index] ?? 'the other'}
          </ButtonLink>
        ))}
      </div>
    </MessagePage>
  )
}

/** The visit that would be moved is too near or stands no more, or its grant pays for none. @param why in a sentence */
export function CannotMovePage({
  home,
  path,
  offer,
  why,
}: Omit<ClosedProps, 'waitingHref'> & { readonly why?: string }) {
  return (
    <MessagePage
      home={home}
      path={path}
      title={why ? 'This time could not be booked' : 'Your visit cannot be moved here any more'}
    >
      {why && <p>{why}</p>}
      <p>
        Please ring {offer.clinic.name}: {offer.clinic.phone}. Nothing was changed.
      </p>
    </MessagePage>
  )
}
