/** A time that somebody chose, before it is held: looking at it changes nothing. And what is said when it is gone. */
import type { KeptTime } from '../../../clinic/booking/offered-time.ts'
import type { NotBooked } from '../../../clinic/booking/slot-claims.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FindPage } from '../frame.tsx'
import type { BookingHome } from '../find-home.ts'
import type { TypedBooking } from './booking-form.ts'
import { heldTimeOf, momentWords } from './booking-words.ts'
import { bookingPaths } from './booking-paths.ts'
import { RhythmFields } from './rhythm-fields.tsx'
import { MessagePage } from './message-pages.tsx'
import { type NearNames, NearTimes } from './near-times.tsx'
import { TimeCard } from './time-card.tsx'

/** A time as it is offered: names for what will be held. */
export interface OfferedTime {
  readonly start: number
  readonly zone: string
  readonly slug: string
  readonly therapist: string
  readonly service: {
    readonly id: string
    readonly name: string
    readonly minutes: number
    readonly pricePence: number
    readonly needsReferral: boolean
  }
  readonly clinic: string
  readonly place: string
  /** Of a class: how many can still come. */
  readonly placesLeft?: number | undefined
}

interface TimePageProps {
  readonly home: BookingHome
  readonly path: string
  readonly time: OfferedTime
  readonly now: number
}

export function TimePage({ home, path, time, now }: TimePageProps) {
  const { therapist, service, clinic, place, slug, start, zone } = time
  return (
    <FindPage frame={home.frame} title="Book this time" path={path}>
      <h1 tabindex={-1} data-focus>
        {momentWords(start, zone, now)}
      </h1>
      <TimeCard {...{ therapist, service, clinic, place }} />
      {time.placesLeft !== undefined && (
        <p>
          A class: others come too. {time.placesLeft === 1 ? 'One place is' : `${time.placesLeft} places are`} left.
        </p>
      )}
      <form method="post" action={bookingPaths.timePattern.replace(':slug', slug)}>
        <input type="hidden" name="service" value={service.id} />
        <input type="hidden" name="start" value={start} />
        <input type="hidden" name="press" value={crypto.randomUUID()} />
        <div class="actions">
          <Button look="go">Hold it for 5 minutes</Button>
        </div>
      </form>
      <p class="quiet">You then fill in your name and email. Nothing is booked before you say so.</p>
      <SeveralVisits time={time} />
    </FindPage>
  )
}

/** The way to a course of visits that begins with this time: looking at its dates holds nothing. */
function SeveralVisits({ time: { slug, service, start } }: { readonly time: OfferedTime }) {
  const at = Temporal.Instant.fromEpochMilliseconds(start).toString()
  return (
    <form method="get" action={bookingPaths.course(slug)}>
      <h2>Do you need several visits?</h2>
      <input type="hidden" name="service" value={service.id} />
      <input type="hidden" name="at" value={at} />
      <RhythmFields visits={6} everyDays={7} />
      <div class="actions">
        <Button>Show the dates</Button>
      </div>
    </form>
  )
}

const lostTitles: Readonly<Record<NotBooked['why'], string>> = {
  taken: 'That time is taken',
  noRoom: 'No room is free at that time any more',
  past: 'That time is past',
  insideNotice: 'That time is too soon to book here',
  beyondWindow: 'That time is too far ahead to book yet',
  outsideHours: 'That time is not offered',
  closed: 'The clinic is closed then',
  away: 'The therapist is away then',
  notAStart: 'That time is not offered',
  notLoaded: 'That time is not offered',
  unknown: 'That time is not offered',
}

/** In a class nobody took a time: every place of it is taken. */
const lostTitle = ({ why, ofClass, kept, isCalledOff }: LostPageProps['lost']) => {
  if (isCalledOff) return 'This class was called off'
  if (ofClass && why === 'taken') return 'This class is full'
  return kept ? 'That time is held for somebody' : lostTitles[why]
}

interface LostPageProps {
  readonly home: BookingHome
  readonly path: string
  readonly lost: NotBooked & { readonly kept?: KeptTime | undefined }
  readonly names: NearNames
  readonly service: string
  /** What was typed before the time was lost: it goes along to the next one. */
  readonly typed?: TypedBooking
  /** Where one waits for a place, should the class be full. */
  readonly waitHref?: string
  /** The time that was looked at, where an address names it. */
  readonly time?: { readonly service: string; readonly start: number; readonly zone: string }
  /** All that is free with this therapist, and who it is; whoever opens an old address is led on. */
  readonly all?: { readonly href: string; readonly name: string }
  readonly now: number
}

/** Until when it is held. In the window that holds it a script shows the way back: a press on Back leads here from one’s own form. */
function Kept({ kept: { service, start, until, zone }, now }: { readonly kept: KeptTime; readonly now: number }) {
  return (
    <>
      <p data-own-hold={heldTimeOf(service, start)} hidden>
        That is you, in this window. <a href="/find">Go on with your booking</a>
      </p>
      <p>It is held until {momentWords(until, zone, now)}. If it is not booked by then, it is free again.</p>
    </>
  )
}

/** Shown by a script in the window that has booked this time, instead of all that is said to others. */
function OwnBooking({
  time: { service, start, zone },
  now,
}: Required<Pick<LostPageProps, 'time'>> & { readonly now: number }) {
  return (
    <p data-own-booked={heldTimeOf(service, start)} data-title="You have booked this" hidden>
      Your visit: <strong>{momentWords(start, zone, now)}</strong>. <a href="/find">See your visit</a>
    </p>
  )
}

/** Who was overtaken is told so, and what is free near it. */
export function LostPage({ home, path, lost, names, service, now, typed, waitHref, time, all }: LostPageProps) {
  return (
    <MessagePage home={home} path={path} title={lostTitle(lost)} islands={['own-hold']}>
      {time && !lost.kept && lost.why === 'taken' && <OwnBooking time={time} now={now} />}
      {lost.kept && <Kept kept={lost.kept} now={now} />}
      <p>
        Nothing was booked{typed && lost.near.length > 0 && ', and what you typed goes along'}.
        {lost.near.length > 0 && ' These times are free near it:'}
      </p>
      <NearTimes
        near={lost.near}
        names={names}
        now={now}
        {...(typed && { typed })}
        hrefOf={(slot, slug) => bookingPaths.time(slug, service, slot.start)}
      />
      <div class="actions">
        <ButtonLink href="/find">Find somebody else</ButtonLink>
        {all && <ButtonLink href={all.href}>All free times of {all.name}</ButtonLink>}
      </div>
      {waitHref && lost.ofClass && lost.why === 'taken' && (
        <p>
          Or <a href={waitHref}>join the waiting list</a>: when a place comes free, we ask those who wait first.
        </p>
      )}
    </MessagePage>
  )
}
