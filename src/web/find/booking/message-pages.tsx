/** Pages that say what could not be done, what is true all the same, and what to do now. */
import type { ComponentChildren } from 'preact'
import type { RingAbout } from '../../../clinic/booking/visit-view.ts'
import { uk } from '../../../care/region.ts'
import { CallLink } from '../../ui/call-button.tsx'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'

interface MessagePageProps {
  readonly home: Pick<BookingHome, 'frame'>
  readonly path: string
  readonly title: string
  readonly children: ComponentChildren
  readonly islands?: readonly string[]
}

/** One message. Whom to ring in an emergency stands at its end. */
export function MessagePage({ home, path, title, children, islands = [] }: MessagePageProps) {
  return (
    <FindPage frame={home.frame} title={title} path={path} islands={islands} isMessage>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {children}
      <p>
        In an emergency call <CallLink number={uk.emergencyNumber} />. For help that cannot wait for a visit, ring{' '}
        <CallLink number={uk.urgentNumber} />.
      </p>
    </FindPage>
  )
}

interface Plain {
  readonly home: BookingHome
  readonly path: string
}

/** The database cannot be reached. */
export function AwayPage({ home, path, isPressed }: Plain & { readonly isPressed: boolean }) {
  return (
    <MessagePage home={home} path={path} title="Booking does not work just now">
      {isPressed ? (
        <p>
          We cannot reach the place where visits are kept, so <strong>we cannot say whether it was done</strong>. Go
          back and press the button again in a minute: nothing is booked, moved or cancelled twice.
        </p>
      ) : (
        <p>We cannot reach the place where visits are kept. What was booked before stands as it was.</p>
      )}
      <p>
        {!isPressed && 'Go back and try again in a minute. '}The <a href={home.frame.checkHref}>check</a> and your plan
        work without it.
      </p>
    </MessagePage>
  )
}

/** The address opens nothing: mistyped, cut short, replaced since, or never ours. The same words for each. */
export function NoVisitPage({ home, path }: Plain) {
  return (
    <MessagePage home={home} path={path} title="This link opens no visit">
      <p>
        It may be cut short. Open it again from the email, or copy it whole. If you have a newer email about it, open
        that one: its link may have taken the place of this one.
      </p>
      <p>
        The email also has the clinic’s telephone. Or <a href="/find">find a physio</a>.
      </p>
    </MessagePage>
  )
}

/** The link is one of ours, and its clinic has no such visit: nobody is expected there, and somebody believes they are. */
export function LostVisitPage({ home, path, ring }: Plain & { readonly ring: RingAbout }) {
  return (
    <MessagePage home={home} path={path} title="The clinic’s list does not have this visit">
      <p>
        The link is right, and {ring.name} has no visit under it now. It may have been lost when the list was put back
        from a copy, or been erased. <strong>Do not set out before you have rung them: {ring.phone}.</strong>
      </p>
      <p>
        Have the email with the link at hand. Or <a href="/find">find a physio</a>.
      </p>
    </MessagePage>
  )
}

/** So many times are held from one place that no more can be. */
export function TooManyPage({ home, path }: Plain) {
  return (
    <MessagePage home={home} path={path} title="Too many times are held from where you are">
      <p>
        Nothing was booked. A held time is free again after ten minutes at most. Then try again, or ring the clinic.
      </p>
    </MessagePage>
  )
}

/** What came was no form of ours. */
export function NotOurFormPage({ home, path }: Plain) {
  return (
    <MessagePage home={home} path={path} title="We could not read that form">
      <p>
        Nothing was changed. Go back and press the button again, or start at <a href="/find">find a physio</a>.
      </p>
    </MessagePage>
  )
}
