/** A person's visit, from the private link: what stands, and what can be done about it. Looking changes nothing. */
import { safetyNet } from '../../../care/check/safety-net.ts'
import { doorLines, type OpenSpan } from '../../../clinic/availability/opening.ts'
import type { CourseVisit } from '../../../clinic/booking/courses.ts'
import type { UsedOffer } from '../../../clinic/letters/price-offers.ts'
import type { Grant } from '../../../clinic/booking/grants.ts'
import type { LastChange } from '../../../clinic/booking/last-change.ts'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import type { Look } from '../../../clinic/people/reads.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'
import { feedPaths } from '../feeds/feed-paths.ts'
import { findPaths } from '../paths.ts'
import { dayWords, moneyWords } from '../words.ts'
import { bookingPaths } from './booking-paths.ts'
import { heldTimeOf, letterWords, offWords, usedUpWords } from './booking-words.ts'
import { changeWords, visitHeading } from './change-words.ts'
import { CourseList } from './course-page.tsx'
import { hasMailPage } from './mails-page.tsx'
import { SharedCheck } from './shared-check.tsx'
import { VisitCard } from './visit-card.tsx'
import { WhoLooked } from './who-looked.tsx'

interface VisitPageProps {
  readonly home: BookingHome
  readonly path: string
  readonly token: string
  readonly visit: VisitView
  readonly now: number
  /** What last happened to its time; nothing where nothing was written down. */
  readonly change: LastChange | undefined
  /** When the door of its place is open that day; nothing where the clinic has not said so. */
  readonly open: readonly OpenSpan[] | undefined
  /** All visits of the course that it belongs to, each with its private address; none where it belongs to none. */
  readonly course: readonly (CourseVisit & { readonly href: string })[]
  /** What pays for it, where a grant or a package does. */
  readonly grant: Grant | undefined
  /** The offer that it was booked with. */
  readonly offer: UsedOffer | undefined
  /** The clinic cannot keep its time: where another is chosen. */
  readonly againHref: string | undefined
  /** The place on the waiting list, where an earlier time was asked for. */
  readonly waitingHref: string | undefined
  /** The last mail about it came back: its news does not arrive. */
  readonly cameBack: boolean
  /** The day on which the check that was shared with it was made, in words. */
  readonly checkDay: string | undefined
  /** Where a finished visit is reviewed. */
  readonly reviewHref: string
  /** Who of the clinic looked at the person's record, the newest first. */
  readonly looks: readonly Look[]
}

export function VisitPage(props: VisitPageProps) {
  const {
    home,
    path,
    token,
    visit,
    now,
    course,
    reviewHref,
    looks,
    grant,
    offer,
    againHref,
    waitingHref,
    change,
    open,
    cameBack,
    checkDay,
  } = props
  const changed = changeWords(visit, change, now)
  const isAhead = visit.state === 'confirmed' && visit.startsAt > now
  const title = headingOf(props, isAhead)
  return (
    <FindPage frame={home.frame} title={title} path={path} islands={['share']}>
      <h1
        tabindex={-1}
        data-focus
        class={isAhead ? 'booked' : undefined}
        data-booked={isAhead ? heldTimeOf(visit.service.id, visit.startsAt) : undefined}
      >
        {title}
      </h1>
      {changed && !againHref && <p class="big-line">{changed}</p>}
      {visit.off && isAhead && !againHref && <p class="callout">{offWords(visit)}</p>}
      {againHref && (
        <>
          <p class="big-line">We are sorry. Please do not come then, and choose another time.</p>
          <div class="actions">
            <ButtonLink href={againHref} look="go">
              Choose another time
            </ButtonLink>
          </div>
        </>
      )}
      {cameBack && <p class="callout">{cameBackWords(visit)}</p>}
      {hasMailPage(home) && (
        <p class="callout">
          This demonstration sends no mail. <a href={bookingPaths.mails(token)}>Read it here</a>
        </p>
      )}
      <div class="booking">
        <Card {...{ visit, now, grant, offer, open, isAhead, againHref }} />
        {isAhead ? (
          <Ahead {...{ home, visit, token, now, againHref, waitingHref, checkDay }} />
        ) : (
          <NotAhead {...{ home, visit, reviewHref, token, grant, now, checkDay }} />
        )}
        <div class="visit-more">
          <Recommend visit={visit} />
          <CourseList {...{ course, visit, now }} cancelLaterHref={bookingPaths.cancelLater(token)} />
          <WhoLooked looks={looks} zone={visit.place.zone} now={now} />
        </div>
      </div>
    </FindPage>
  )
}

/** That it is booked is not said first of one at which nobody would be there. */
function headingOf({ againHref, visit, change }: VisitPageProps, isAhead: boolean): string {
  if (againHref) return 'The clinic cannot keep this visit'
  return visit.off && isAhead ? 'Please ring the clinic about this visit' : visitHeading(visit, change)
}

/** When, with whom and where; when the door is open; for whom, and who pays. */
function Card({
  visit,
  now,
  grant,
  offer,
  open,
  isAhead,
  againHref,
}: Pick<VisitPageProps, 'visit' | 'now' | 'grant' | 'offer' | 'open' | 'againHref'> & { readonly isAhead: boolean }) {
  const standsAhead = isAhead && againHref === undefined
  return (
    <VisitCard visit={visit} now={now} withoutPolicy={!standsAhead || visit.off !== undefined}>
      {againHref && <p>Another time costs nothing more, and you can cancel there at no cost.</p>}
      {standsAhead && open && !visit.off && !visit.service.byVideo && (
        <p>{doorLines({ ...visit, place: { ...visit.place, open } })}</p>
      )}
      {visit.person && <p class="quiet">For {visit.person}</p>}
      {visit.excessPence !== null && <p>Your excess, as you told us: {moneyWords(visit.excessPence)}.</p>}
      {grant && <p>{grantLine(grant)}</p>}
      {grant && standsAhead && !visit.off && <p>{usedUpWords(grant)}</p>}
      {offer && (
        <p>
          With the code {offer.code}. The usual price is {moneyWords(offer.usualPence)}.
        </p>
      )}
    </VisitCard>
  )
}

function Ahead({
  home,
  visit,
  token,
  now,
  againHref,
  waitingHref,
  checkDay,
}: Pick<VisitPageProps, 'home' | 'visit' | 'token' | 'now' | 'againHref' | 'waitingHref' | 'checkDay'>) {
  return (
    <div>
      {againHref === undefined && <Ways {...{ visit, token, now, waitingHref }} />}
      <p>{letterWords(visit, now)}</p>
      <p>
        <a href={feedPaths.ofVisit(token)}>Keep my calendar in step with it</a>
      </p>
      <p>
        <a href="/report">Make one page for a doctor or physio</a> from what this device keeps. You choose what is on
        it.
      </p>
      <p>This page is your private link: whoever has its address can change or cancel the visit. {ringWords(visit)}</p>
      <SharedCheck {...{ home, visit, token, now, checkDay }} isAhead />
      <Callout title="Do not wait for the visit if it changes" look="warn">
        <p>
          Some signs cannot wait. <a href={home.frame.checkHref}>Do the check again</a> if anything is new or worse.
        </p>
        <Details summary={safetyNet.goNow.title}>
          <ul>
            {safetyNet.goNow.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </Details>
      </Callout>
    </div>
  )
}

/** What can be done with a visit that will take place. */
function Ways({ visit, token, now, waitingHref }: Pick<VisitPageProps, 'visit' | 'token' | 'now' | 'waitingHref'>) {
  return (
    <div class="actions">
      {!visit.off && (
        <ButtonLink href={bookingPaths.calendar(token)} look="go">
          Add to my calendar
        </ButtonLink>
      )}
      {visit.freeUntil > now && <ButtonLink href={bookingPaths.move(token)}>Move it</ButtonLink>}
      <ButtonLink href={bookingPaths.cancel(token)}>Cancel it</ButtonLink>
      {waitingHref ? (
        <ButtonLink href={waitingHref}>You wait for an earlier time</ButtonLink>
      ) : (
        visit.freeUntil > now &&
        !visit.off && <ButtonLink href={bookingPaths.earlier(token)}>Ask for an earlier time</ButtonLink>
      )}
    </div>
  )
}

/** The therapist's page and nothing else: no health, and nothing of who sent it. */
function Recommend({ visit: { therapist, isOffered } }: Pick<VisitPageProps, 'visit'>) {
  if (!therapist.slug || !isOffered) return null
  return (
    <p>
      <a href={findPaths.therapist(therapist.slug)}>Recommend {therapist.name} to a friend</a>: send them the address of
      that page. It says nothing of you.
    </p>
  )
}

function NotAhead({
  home,
  visit,
  reviewHref,
  token,
  grant,
  now,
  checkDay,
}: Pick<VisitPageProps, 'home' | 'visit' | 'reviewHref' | 'token' | 'grant' | 'now' | 'checkDay'>) {
  const { therapist, service, place, isOffered } = visit
  const again = isOffered && therapist.slug && findPaths.bookAgain(therapist.slug, service.id, place.id)
  return (
    <div>
      {visit.state === 'late-cancelled' && visit.lateFeePence > 0 && (
        <p>It was cancelled after the free time, which costs {moneyWords(visit.lateFeePence)}.</p>
      )}
      {visit.state === 'late-cancelled' && grant?.lateCancelUses && (
        <p>It counts as one of the visits that were {grant.payer === 'package' ? 'paid for ahead' : 'agreed to'}.</p>
      )}
      <p>{ringWords(visit)}</p>
      <SharedCheck {...{ home, visit, token, now, checkDay }} isAhead={false} />
      <div class="actions">
        {again && (
          <ButtonLink href={again} look="go">
            Book {therapist.name} again
          </ButtonLink>
        )}
        {visit.state === 'finished' && <ButtonLink href={reviewHref}>Say how it was</ButtonLink>}
      </div>
    </div>
  )
}

/** "AXA Health, number BU123: 4 of 6 visits left." */
function grantLine({ payer, insurer, reference, left, visits, validUntil }: Grant): string {
  const whose = payer === 'package' ? 'Paid ahead' : (insurer ?? 'Your insurer')
  const until = validUntil ? ` The last day for one is ${dayWords(validUntil)}.` : ''
  return `${whose}, number ${reference}: ${left} of ${visits} visits left.${until}`
}

/** The address itself is not shown: the link may be somebody else's too. */
const cameBackWords = ({ clinic }: VisitView) =>
  `Our last email about this visit did not arrive, so no news of it will. To put your email address right, ring ${clinic.name}: ${clinic.phone}.`

/** Who is on the telephone. */
const ringWords = ({ clinic }: VisitView) => `${clinic.name}: ${clinic.phone}.`
