/** Whoever changes a form and sends it again after its visit was booked is told which booking stands, and what was not taken. */
import type { NotTaken } from '../../../clinic/booking/other-than-booked.ts'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'
import { VisitCard } from './visit-card.tsx'
import { exactly } from '../../ui/said-exactly.ts'

interface BookedBeforeProps {
  readonly home: BookingHome
  readonly path: string
  readonly visit: VisitView
  readonly visitHref: string
  readonly now: number
  /** Not given where the form could not have been booked with at all. */
  readonly notTaken: readonly NotTaken[] | undefined
}

const names: Readonly<Record<NotTaken, string>> = {
  contactName: 'your name',
  personName: 'the name of who comes',
  email: 'the email address',
  phone: 'the phone number',
  payment: 'how it is paid',
  note: 'the note',
  referredBy: 'who wrote your letter of referral',
  sharedCheck: 'your check',
}

export function BookedBeforePage({ home, path, visit, visitHref, now, notTaken = [] }: BookedBeforeProps) {
  const isGone = visit.state === 'cancelled' || visit.state === 'late-cancelled'
  const title = isGone ? 'This visit was cancelled' : 'This visit was booked before'
  return (
    <FindPage frame={home.frame} title={title} path={path}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p class="big-line">
        {isGone
          ? 'It was booked with this form, and cancelled since. Nothing was booked now.'
          : 'Your first booking stands, as below. What you changed in the form after that was not taken.'}
      </p>
      {!isGone && notTaken.length > 0 && (
        <>
          <p>Not taken:</p>
          <ul>
            {notTaken.map((what) => (
              <li key={what}>{names[what]}</li>
            ))}
          </ul>
        </>
      )}
      <VisitCard visit={visit} now={now} withoutPolicy>
        {visit.person && <p>For {visit.person}</p>}
        {visit.email && !isGone && (
          <p>
            Mail goes to <bdi {...exactly}>{visit.email}</bdi>
          </p>
        )}
      </VisitCard>
      <p>
        To have something changed, ring {visit.clinic.name}: {visit.clinic.phone}.
      </p>
      <div class="actions">
        <ButtonLink href={visitHref} look="go">
          See this visit
        </ButtonLink>
      </div>
    </FindPage>
  )
}
