/** The form that is filled while a time is held. Its end is said as a time, and counted down where a script may run. */
import type { ComponentChildren } from 'preact'
import { termsStamp } from '../../../clinic/booking/confirm.ts'
import type { CourseVisit } from '../../../clinic/booking/courses.ts'
import type { OfferedPrice } from '../../../clinic/letters/price-offers.ts'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { Button } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { LineField, TextField } from '../../ui/typed-fields.tsx'
import { FindPage } from '../frame.tsx'
import type { BookingHome } from '../find-home.ts'
import { moneyWords } from '../words.ts'
import { billsWords, Payer, paysSelf, Reach, ReferredBy, Who } from './booking-fields.tsx'
import { longestNote, type TypedBooking, wordsIn } from './booking-form.ts'
import { bringLetter, coursePolicyWords, policyWords, visitWhen } from './booking-words.ts'
import { CourseList } from './course-page.tsx'
import { NotOfTheBack } from '../danger-first.tsx'
import { HeldUntil } from './held-until.tsx'
import { ShareCheck } from './share-check.tsx'
import { VisitCard } from './visit-card.tsx'

interface BookingFormPageProps {
  readonly home: BookingHome
  readonly path: string
  readonly hold: VisitView
  readonly typed: TypedBooking
  readonly problems: readonly Problem[]
  /** What the clinic's insurers are called, to choose or to type another. */
  readonly insurers: readonly string[]
  /** The clinic has packages that were paid ahead. */
  readonly hasPackages?: boolean
  /** Offers with a code can be used here. */
  readonly hasOffers?: boolean
  /** What the code that was typed does to the price. */
  readonly offered?: OfferedPrice | undefined
  /** The code takes nothing off, so they may say that they want the visit all the same. */
  readonly offerRefused?: boolean
  /** The address that was probably meant; the tick that says otherwise stays as it was set. */
  readonly hint?: string | undefined
  /** Asked between the note and the button: what a note may mean. */
  readonly asked?: ComponentChildren
  /** Above all else of the page: what to do if the note tells of danger. */
  readonly first?: ComponentChildren
  /** The note may tell of an emergency that no question of ours is about: said once, above the form. */
  readonly other?: boolean
  /** The same person has a visit then. */
  readonly overlaps?: boolean
  /** All visits of the course that is held with this time; none where it is held alone. */
  readonly course?: readonly CourseVisit[]
  readonly now: number
}

export function BookingFormPage(props: BookingFormPageProps) {
  const { home, path, hold, typed, problems, asked, first, other, now, course = [] } = props
  const title = problems.length > 0 ? 'Error: Your details' : 'Your details'
  return (
    <FindPage frame={home.frame} title={title} path={path} islands={['countdown', 'own-hold', 'share']}>
      {other && <NotOfTheBack home={home} words={wordsIn(typed)} />}
      <ErrorSummary problems={problems}>{first}</ErrorSummary>
      <ByEnter />
      <HeldUntil {...{ hold, path, now }} form={formId} />
      <div class="booking">
        <form id={formId} method="post" action={path} novalidate autocomplete="on">
          <Carried hold={hold} />
          {(other || typed.told === 'yes') && <input type="hidden" name="told" value="yes" />}
          <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
            Your details
          </h1>
          <Who typed={typed} problems={problems} />
          <Reach {...props} />
          <Payer
            {...props}
            self={paysSelf(hold.pricePence, Math.max(course.length, 1))}
            insurerHint={billsWords(props.insurers)}
          />
          {(hold.referral?.isNeeded || typed.referredBy) && <ReferredBy {...{ typed, problems }} />}
          <OfferCode {...props} />
          <TextField
            name="note"
            legend="Anything the therapist should know? If you like."
            hint={`Only the clinic reads it. It is kept locked. If your GP gave you a letter, say so here. ${bringLetter}`}
            error={errorOf('note', problems)}
            limit={longestNote}
            typed={typed.note}
          />
          {asked}
          <ShareCheck
            therapist={hold.therapist.name}
            ticked={typed.share === 'yes'}
            error={errorOf('share', problems)}
            checkHref={home.frame.checkHref}
          />
          {(props.overlaps || typed.secondIsMeant) && (
            <Tick
              name="secondIsMeant"
              value="yes"
              text="Yes, book this one as well"
              ticked={typed.secondIsMeant === 'yes'}
            />
          )}
          <p>{course.length > 0 ? coursePolicyWords(hold, now) : policyWords(atPriceOf(hold, props.offered), now)}</p>
          <div class="actions">
            <Button look="go" name="do" value="book">
              {course.length > 0 ? `Book all ${course.length} visits` : `Book ${visitWhen(hold, now)}`}
            </Button>
          </div>
          <p class="quiet">You pay nothing now.</p>
        </form>
        <div>
          <VisitCard visit={hold} now={now} withoutPolicy />
          <CourseList course={course} visit={hold} now={now} />
        </div>
      </div>
    </FindPage>
  )
}

const formId = 'details'

/** Return in a field presses the first button of its form, which is to be the one that books and not one for more time. */
const ByEnter = () => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: no key and no finger comes to it; whoever listens has the one below.
  <button type="submit" form={formId} name="do" value="book" class="unseen" tabindex={-1} aria-hidden="true">
    Book
  </button>
)

/** The time that was held, so that it can be taken anew once the hold is gone. Looked at again by the rules. */
function Carried({ hold }: { readonly hold: VisitView }) {
  const values = {
    service: hold.service.id,
    therapist: hold.therapist.id,
    location: hold.place.id,
    start: String(hold.startsAt),
    terms: termsStamp(hold),
  }
  return <CarriedFields fields={values} />
}

/** With an offer a late cancel never costs more than the visit. */
const atPriceOf = (hold: BookingFormPageProps['hold'], offered: OfferedPrice | undefined) =>
  offered ? { ...hold, lateFeePence: Math.min(hold.lateFeePence, offered.pricePence) } : hold

/** What the code comes to. Of a course it counts for the first visit. @param visits how many the course has; 0 for none */
function offeredWords({ pricePence, usualPence }: OfferedPrice, visits: number): string {
  const one = pricePence === 0 ? 'is free' : `costs ${moneyWords(pricePence)}`
  if (visits === 0) return `With this code the visit ${one}. Without it: ${moneyWords(usualPence)}.`
  const all = pricePence + (visits - 1) * usualPence
  const cost = pricePence === 0 ? 'cost ' : ''
  return `With this code the first visit ${one}, and all ${visits} visits ${cost}${moneyWords(all)}. Without it: ${moneyWords(visits * usualPence)}.`
}

/** The code of an offer: looked up before it is used, so that nobody is surprised by a price. */
function OfferCode(props: BookingFormPageProps) {
  const { hold, typed, problems, hasOffers = false, offered, offerRefused = false, course = [] } = props

  if (!hasOffers && !typed.offer) return null
  return (
    <>
      <LineField
        name="offer"
        legend="Code of an offer, if you have one"
        hint="Once for each email address, and for one visit. Not with an insurer."
        autocomplete="off"
        typed={typed.offer}
        error={errorOf('offer', problems)}
      />
      {offered && (
        <p class="callout" role="status">
          {offeredWords(offered, course.length)} The code is used when you book.
        </p>
      )}
      {(offerRefused || typed.withoutOffer) && (
        <Tick
          name="withoutOffer"
          value="yes"
          text={`Book it without the code, for ${moneyWords(hold.pricePence)}`}
          ticked={typed.withoutOffer === 'yes'}
        />
      )}
      <div class="actions">
        <Button name="do" value="look">
          See the price with the code
        </Button>
      </div>
    </>
  )
}
