/** Moving: free times to choose from, then one of them looked at beside what stands, held while its terms are read, and the button. */
import type { Slot } from '../../../clinic/availability/input.ts'
import type { NotBooked } from '../../../clinic/booking/slot-claims.ts'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { FindPage } from '../frame.tsx'
import { TimesByDay } from '../times.tsx'
import { isoDayOf, type Week } from '../week.ts'
import { BookableUntil, isBeyond, WeekHead } from '../week-times.tsx'
import { dayWords, moneyWords } from '../words.ts'
import type { BookingHome } from '../find-home.ts'
import { bookingPaths } from './booking-paths.ts'
import { momentWords, offWords, policyWords, visitWhen } from './booking-words.ts'
import { laterWords } from './course-page.tsx'
import { HeldUntil } from './held-until.tsx'
import { MessagePage } from './message-pages.tsx'
import { type NearNames, NearTimes } from './near-times.tsx'

interface MovePageProps {
  readonly home: BookingHome
  readonly path: string
  readonly token: string
  readonly visit: VisitView
  readonly now: number
}

interface ChooseMoveProps extends MovePageProps {
  readonly free: readonly Slot[]
  readonly names: NearNames
  /** The week that was asked for; without one the soonest times are shown. */
  readonly week: Week | undefined
  /** ISO day of the place. */
  readonly today: string
  /** The clinic gives this online, with whoever the visit is with. */
  readonly isOffered: boolean
}

/** Free times of the same service, the nearest first; then every later week. */
export function ChooseMovePage(props: ChooseMoveProps) {
  const { home, path, token, visit, now, isOffered } = props
  return (
    <FindPage frame={home.frame} title="Move your visit" path={path}>
      <h1 tabindex={-1} data-focus>
        Move your visit
      </h1>
      {visit.off && <p class="callout">{offWords(visit)}</p>}
      <p>
        {visit.off ? 'It is now on' : 'You keep'} {visitWhen(visit, now)}
        {isOffered
          ? visit.off
            ? '.'
            : ' until the new time is yours.'
          : '. It cannot be booked online any more, so no other time is here.'}
      </p>
      {isOffered && <OnlineTimes {...props} />}
      <p>
        {isOffered ? 'No time that suits? Ring' : 'To move it, ring'} {visit.clinic.name}: {visit.clinic.phone}.
      </p>
      <div class="actions">
        <ButtonLink href={bookingPaths.visit(token)}>Keep it as it is</ButtonLink>
      </div>
    </FindPage>
  )
}

/** The soonest times, or those of a week. */
function OnlineTimes({ token, visit, now, free, names, week, today }: ChooseMoveProps) {
  return (
    <>
      {week && <WeekHead {...{ week, today }} hrefOf={(day) => bookingPaths.moveWeek(token, day)} />}
      {week && <BookableUntil {...{ week, today }} />}
      {week && free.length === 0 ? (
        !isBeyond(week) && <p>There is no free time in this week.</p>
      ) : (
        <MoveTimes {...{ token, visit, now, free, names }} />
      )}
      {!week && <LaterDays {...{ token, free, names, today }} />}
    </>
  )
}

/** The way on from the soonest times: the last of their days is begun again, so that none of it is passed over. */
function LaterDays({ token, free, names, today }: Pick<ChooseMoveProps, 'token' | 'free' | 'names' | 'today'>) {
  const last = free.at(-1)
  const day = last ? isoDayOf(last, names.zoneOf(last.location)) : today
  return (
    <p>
      <a href={bookingPaths.moveWeek(token, day)}>Later days and times</a>
    </p>
  )
}

/** Day by day, as where a time is chosen first; with whom where it is somebody else. */
function MoveTimes(
  props: Pick<MovePageProps, 'token' | 'visit' | 'now'> & { free: readonly Slot[]; names: NearNames },
) {
  const { token, visit, now, free, names } = props
  if (free.length === 0) return <p>No time is free in the next five weeks.</p>
  return (
    <div class="move-times">
      <h2 class="unseen">Times, day by day</h2>
      <TimesByDay
        times={free}
        now={Temporal.Instant.fromEpochMilliseconds(now)}
        zoneOf={({ location }) => names.zoneOf(location)}
        hrefOf={(slot) => bookingPaths.moveTo(token, slot)}
        placeOf={(slot) => otherThan(visit, slot, names).join(', ')}
      />
    </div>
  )
}

/** What would not stay as it is: with whom, and where. */
const otherThan = (
  { service, therapist, place }: VisitView,
  to: Pick<MoveTo, 'therapist' | 'location'>,
  names: NearNames,
): readonly string[] => [
  ...(to.therapist === therapist.id ? [] : [names.therapistOf(to.therapist).name]),
  ...(to.location === place.id ? [] : [names.placeOf({ service: service.id, location: to.location })].filter(Boolean)),
]

interface MoveTo {
  readonly therapist: string
  readonly location: string
  readonly start: number
}

interface NewTimeProps extends MovePageProps {
  readonly to: MoveTo
  readonly names: NearNames
  readonly later: number
  /** What it costs then, in pence; the price of the day on which its new time was held counts for a visit that its person moves. */
  readonly price: number | undefined
}

/** One new time beside the old one. Nothing has happened yet, and looking holds nothing. */
export function LookMovePage(props: NewTimeProps) {
  const { home, path, token, visit, now, to } = props
  return (
    <FindPage frame={home.frame} title="Move your visit?" path={path}>
      <h1 tabindex={-1} data-focus>
        Move it to {newTime(props)}?
      </h1>
      <p>It is now on {visitWhen(visit, now)}.</p>
      <NewPrice {...props} />
      <form method="post" action={path}>
        <Carried visit={visit} to={to} />
        <div class="actions">
          <ButtonLink href={bookingPaths.move(token)}>Another time</ButtonLink>
          <ButtonLink href={bookingPaths.visit(token)}>Keep it</ButtonLink>
          <Button look="go" name="do" value="hold">
            Hold it for 5 minutes
          </Button>
        </div>
      </form>
      <p class="quiet">Your visit is not moved before you say so. Until then you keep its old time.</p>
      <AsFar {...props} />
    </FindPage>
  )
}

const newTime = ({ visit, now, to, names }: NewTimeProps) =>
  [momentWords(to.start, names.zoneOf(to.location), now), ...otherThan(visit, to, names)].join(', ')

const Carried = ({ visit, to, price }: { readonly visit: VisitView; readonly to: MoveTo; readonly price?: number }) => (
  <CarriedFields
    fields={Object.entries({ ...to, version: visit.version, ...(price !== undefined && { price }) }).map(
      ([name, value]) => [name, String(value)],
    )}
  />
)

function NewPrice({ visit, price = visit.pricePence }: NewTimeProps) {
  if (price === visit.pricePence || visit.payer === 'package') return null
  return (
    <p class="callout">
      The price has changed since you booked. If you move it, it costs <strong>{moneyWords(price)}</strong> and not{' '}
      {moneyWords(visit.pricePence)}.
    </p>
  )
}

function AsFar({ token, to, later }: NewTimeProps) {
  if (later === 0) return null
  return (
    <p>
      It is one of several visits.{' '}
      <a href={bookingPaths.moveLater(token, to.start)}>Move this and {laterWords(later)} as far</a>
    </p>
  )
}

/** The new time is held; its terms stand beside the button. The old time is still theirs. */
export function HeldMovePage(
  props: NewTimeProps & { readonly hold: VisitView; readonly problem?: string | undefined },
) {
  const { home, path, token, visit, now, to, hold, price, problem } = props
  return (
    <FindPage frame={home.frame} title="Move your visit?" path={path} islands={['countdown', 'own-hold']}>
      {problem && (
        <p class="callout" role="alert">
          {problem}
        </p>
      )}
      <HeldUntil {...{ hold, now }} path={bookingPaths.moveTo(token, to)} form={formId} />
      <h1 tabindex={-1} data-focus>
        Move it to {newTime(props)}?
      </h1>
      <p>It is now on {visitWhen(visit, now)}. You keep that until you move it.</p>
      <NewPrice {...props} />
      <p>Once it is moved: {policyWords(hold, now)}</p>
      <form id={formId} method="post" action={path}>
        <Carried visit={visit} to={to} {...(price !== undefined && { price })} />
        <div class="actions">
          <ButtonLink href={bookingPaths.visit(token)}>Keep it as it is</ButtonLink>
          <Button look="go" name="do" value="move">
            Move my visit
          </Button>
        </div>
      </form>
      <AsFar {...props} />
    </FindPage>
  )
}

const formId = 'move'

/** The new time was lost; the old visit stands. */
export function NotMovedPage(props: MovePageProps & { readonly lost: NotBooked; readonly names: NearNames }) {
  const { home, path, token, visit, now, lost, names } = props
  return (
    <MessagePage
      home={home}
      path={path}
      title={lost.isCalledOff ? 'That class was called off' : 'That time is not free'}
    >
      <p>
        Your visit stands as it was: {visitWhen(visit, now)}.
        {lost.near.length > 0 && ' These times are free near the other:'}
      </p>
      <NearTimes near={lost.near} names={names} now={now} hrefOf={(slot) => bookingPaths.moveTo(token, slot)} />
      <div class="actions">
        <ButtonLink href={bookingPaths.move(token)}>All free times</ButtonLink>
        <ButtonLink href={bookingPaths.visit(token)}>Keep it as it is</ButtonLink>
      </div>
    </MessagePage>
  )
}

/** What pays for it ends before that day. The visit stands; an earlier day can be had. */
export function GrantOverMovePage(props: MovePageProps & { readonly lastDay: string }) {
  const { home, path, token, visit, now, lastDay } = props
  return (
    <MessagePage home={home} path={path} title="The number that pays for this visit ends before that day">
      <p>
        Your visit stands as it was: {visitWhen(visit, now)}. It has to be on {dayWords(lastDay)} or before.
      </p>
      <p>
        To come later, ring {visit.clinic.name}: {visit.clinic.phone}.
      </p>
      <div class="actions">
        <ButtonLink href={bookingPaths.move(token)}>Another time</ButtonLink>
        <ButtonLink href={bookingPaths.visit(token)}>Keep it as it is</ButtonLink>
      </div>
    </MessagePage>
  )
}

/** It is a class in which the same person has a place: a second one would be paid for nothing. */
export function HasPlacePage({ home, path, token, visit, now }: MovePageProps) {
  return (
    <MessagePage home={home} path={path} title="You have a place in that class already">
      <p>Nothing was moved. This visit stands as it was: {visitWhen(visit, now)}.</p>
      <div class="actions">
        <ButtonLink href={bookingPaths.move(token)}>Another time</ButtonLink>
        <ButtonLink href={bookingPaths.visit(token)}>Keep it as it is</ButtonLink>
      </div>
    </MessagePage>
  )
}

/** It was changed since the page was made, as when an old page is sent once more. Nothing is moved unsaid. */
export function StaleMovePage(props: MovePageProps & { readonly to: MoveTo; readonly names: NearNames }) {
  const { home, path, token, visit, now, to, names } = props
  return (
    <MessagePage home={home} path={path} title="Your visit was changed since you opened that page">
      <p>It was not moved now. It stands: {visitWhen(visit, now)}.</p>
      <div class="actions">
        <ButtonLink href={bookingPaths.moveTo(token, to)}>
          Look at {momentWords(to.start, names.zoneOf(to.location), now)} again
        </ButtonLink>
        <ButtonLink href={bookingPaths.visit(token)}>See the visit</ButtonLink>
      </div>
    </MessagePage>
  )
}

/** Inside the last hours only the clinic can move it; what was cancelled or has been cannot be moved at all, and it says which. */
export function RingToMovePage({ home, path, token, visit, now }: MovePageProps) {
  const clinic = `${visit.clinic.name}: ${visit.clinic.phone}.`
  if (visit.state === 'cancelled' || visit.state === 'late-cancelled')
    return (
      <MessagePage home={home} path={path} title="This visit is cancelled">
        <p>So there is nothing to move. To come after all, book another time, or ring. {clinic}</p>
        <ButtonLink href={bookingPaths.visit(token)}>See the visit</ButtonLink>
      </MessagePage>
    )
  if (visit.state !== 'confirmed' || visit.startsAt <= now)
    return (
      <MessagePage home={home} path={path} title="This visit cannot be moved any more">
        <p>
          It was for {visitWhen(visit, now)}. {clinic}
        </p>
      </MessagePage>
    )
  return (
    <MessagePage home={home} path={path} title="To move it now, please ring">
      <p>
        Your visit stands: {visitWhen(visit, now)}. {clinic}
      </p>
    </MessagePage>
  )
}
