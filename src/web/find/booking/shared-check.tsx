/**
 * A visit's page on the check that was shared with it: when that was, taking it back, and sharing a newer one. What was sent is not
 * shown here: the link may be somebody else's too.
 */
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { Button } from '../../ui/button.tsx'
import type { BookingHome } from '../find-home.ts'
import { bookingPaths } from './booking-paths.ts'
import { momentWords } from './booking-words.ts'
import { ShareCheck } from './share-check.tsx'

interface SharedCheckProps {
  readonly home: BookingHome
  readonly visit: VisitView
  readonly token: string
  readonly now: number
  /** The day on which it was made, in words; nothing where it cannot be opened. */
  readonly checkDay: string | undefined
  /** The visit will take place: a check can be shared with it. */
  readonly isAhead: boolean
}

/** Nothing where none was shared and none can be. */
export function SharedCheck({ home, visit, token, now, checkDay, isAhead }: SharedCheckProps) {
  if (visit.sharedAt === null) return isAhead ? <Share {...{ home, visit, token }} buttonText="Share it" /> : null
  const name = visit.therapist.name
  return (
    <>
      <p>
        You shared your check with {name}.{checkDay && ` It was made on ${checkDay}.`} You sent it on{' '}
        {momentWords(visit.sharedAt, visit.place.zone, now)}.
      </p>
      {isAhead && (
        <div data-shared-at={visit.sharedAt} hidden>
          <p class="callout warn">
            <strong>What you shared is older than your last check.</strong> {name} sees the older one. You can take it
            back.
          </p>
          <Share {...{ home, visit, token }} buttonText="Share the newer one" />
        </div>
      )}
      <form method="post" action={bookingPaths.check(token)}>
        <p>Taken back, it is deleted here.</p>
        <Button name="do" value="take-back">
          Take it back
        </Button>
      </form>
    </>
  )
}

const Share = ({
  home,
  visit,
  token,
  buttonText,
}: Pick<SharedCheckProps, 'home' | 'visit' | 'token'> & { readonly buttonText: string }) => (
  <form method="post" action={bookingPaths.check(token)} class="share-later">
    <ShareCheck
      therapist={visit.therapist.name}
      ticked={false}
      checkHref={home.frame.checkHref}
      buttonText={buttonText}
    />
  </form>
)
