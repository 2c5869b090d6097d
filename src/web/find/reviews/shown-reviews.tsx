/** Reviews as anybody reads them: how many, how they are spread, the newest first, and what is kept back and why. */
import type { TherapistProfile } from '../../../clinic/directory/read-profiles.ts'
import { hideReasons, isHideReason, meanMark, type Rating, reviewCount } from '../../../clinic/directory/ratings.ts'
import type { ShownReview } from '../../../clinic/directory/read-reviews.ts'
import { writerWords } from '../../../clinic/reviews/shown-name.ts'
import { FindPage, type Frame } from '../frame.tsx'
import { findPaths } from '../paths.ts'
import { dayWords } from '../words.ts'
import { reviewPaths } from './review-paths.ts'

/** How many stand on the therapist's own page, and on a page of all. */
export const onProfile = 3
export const onPage = 20

const peopleWords = (count: number) => (count === 1 ? '1 review' : `${count} reviews`)

/** "4.8": one place behind the point, never more exact than it is. */
const markWords = (mean: number) => mean.toFixed(1)

/** "4.8 from 96 reviews", in a line of a list; nothing where there is none. */
export function RatingLine({ rating, href }: { readonly rating: Rating | undefined; readonly href: string }) {
  const mean = rating && meanMark(rating)
  if (!rating || mean === undefined) return <p class="quiet small">No reviews yet</p>
  return (
    <p class="small">
      <b>{markWords(mean)}</b> of 5 from <a href={href}>{peopleWords(reviewCount(rating))}</a>
    </p>
  )
}

/** The number, and a bar for each mark. */
function Spread({ rating }: { readonly rating: Rating }) {
  const count = reviewCount(rating)
  const mean = meanMark(rating)
  if (mean === undefined) return <p>Nobody has written a review yet.</p>
  return (
    <div class="review-top">
      <p class="rate-big">
        <b>{markWords(mean)}</b> of 5{' '}
        <span class="quiet small">from {peopleWords(count)}, each after a real visit</span>
      </p>
      <ul class="spread">
        {[5, 4, 3, 2, 1].map((mark) => {
          const of = rating.marks[mark - 1] ?? 0
          return (
            <li key={mark}>
              <span aria-hidden="true">{mark}</span>
              <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width="100" height="6" />
                <rect class="part" width={(100 * of) / count} height="6" />
              </svg>
              <span>
                {of}
                <span class="unseen"> gave {mark}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What is not shown, and why: the clinic cannot keep that to itself. */
function NotShown({ notShown }: { readonly notShown: Rating['notShown'] }) {
  const reasons = Object.entries(notShown).filter(([, count]) => count > 0)
  if (reasons.length === 0) return <p class="quiet small">The newest come first. None is kept back.</p>
  const said = reasons.map(([why, count]) => `${whyWords(why)}: ${count}`).join('. ')
  return <p class="quiet small">The newest come first. Not shown: {said}.</p>
}

/** Keys of `notShown`, which are reasons or "waits". */
const whyWords = (why: string) => (isHideReason(why) ? hideReasons[why] : 'The clinic reads it first')

interface ReviewProps {
  readonly review: ShownReview
  readonly slug: string
  readonly clinicName: string
}

function Review({ review, slug, clinicName }: ReviewProps) {
  const { id, mark, words, name, writtenAt, editedAt, reply, replyIsOlder } = review
  return (
    <li class="review">
      <p>
        <b>
          {mark}
          <span class="unseen"> of 5</span>
        </b>{' '}
        <bdi>{words || 'No words, only the mark.'}</bdi>
      </p>
      <p class="quiet small">
        <bdi>{writerWords(name)}</bdi>, {dayWords(dayOf(writtenAt))}
        {editedAt !== null && `, changed ${dayWords(dayOf(editedAt))}`}.{' '}
        <a href={reviewPaths.report(slug, id)} aria-label={`Report the review of ${dayWords(dayOf(writtenAt))}`}>
          Report
        </a>
      </p>
      {reply && (
        <p class="reply small">
          <strong>
            {clinicName}
            {replyIsOlder && ', to what stood here before it was changed'}:
          </strong>{' '}
          <bdi>{reply}</bdi>
        </p>
      )}
    </li>
  )
}

const dayOf = (ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/London').toPlainDate().toString()

interface SectionProps {
  readonly profile: Pick<TherapistProfile, 'slug' | 'clinicName'>
  readonly rating: Rating
  readonly reviews: readonly ShownReview[]
}

/** The part of a therapist's own page. */
export function ReviewSection({ profile, rating, reviews }: SectionProps) {
  const more = reviewCount(rating) > reviews.length
  return (
    <section id="reviews" aria-labelledby="reviews-title">
      <h2 id="reviews-title">What people say</h2>
      <Spread rating={rating} />
      <ReviewList {...{ profile, reviews }} />
      <NotShown notShown={rating.notShown} />
      {more && (
        <p>
          <a href={reviewPaths.all(profile.slug)}>All {peopleWords(reviewCount(rating))}</a>
        </p>
      )}
    </section>
  )
}

function ReviewList({ profile, reviews }: Omit<SectionProps, 'rating'>) {
  return (
    <ul class="reviews">
      {reviews.map((review) => (
        <Review key={review.id} review={review} slug={profile.slug} clinicName={profile.clinicName} />
      ))}
    </ul>
  )
}

interface AllProps extends SectionProps {
  readonly frame: Frame
  readonly profile: TherapistProfile
  readonly page: number
  /** A report has just been written down. */
  readonly told: boolean
}

/** All of them, a page at a time. */
export function AllReviewsPage({ frame, profile, rating, reviews, page, told }: AllProps) {
  const pages = Math.max(1, Math.ceil(reviewCount(rating) / onPage))
  const title = `Reviews of ${profile.name}`
  return (
    <FindPage
      frame={frame}
      title={title}
      path={reviewPaths.all(profile.slug)}
      about={`What people said of visits to ${profile.name}, ${profile.clinicName}.`}
    >
      <p>
        <a href={findPaths.therapist(profile.slug)}>{profile.name}</a>, {profile.clinicName}
      </p>
      <h1>{title}</h1>
      {told && (
        <p class="callout" role="status">
          Thank you. The clinic looks at that review. It stays until they have.
        </p>
      )}
      <Spread rating={rating} />
      <ReviewList {...{ profile, reviews }} />
      <nav class="line" aria-label="Pages of reviews">
        {page > 1 && <a href={reviewPaths.all(profile.slug, page - 1)}>Newer</a>}
        {page < pages && <a href={reviewPaths.all(profile.slug, page + 1)}>Older</a>}
      </nav>
      <NotShown notShown={rating.notShown} />
      <HowReviewed />
    </FindPage>
  )
}

function HowReviewed() {
  return (
    <details>
      <summary>Where reviews come from</summary>
      <p>
        Only those who came can write one, from a private link, once for each visit. The clinic cannot choose which are
        shown. It can keep one back for one of these reasons, and its number is said here:
      </p>
      <ul>
        {Object.values(hideReasons).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>
        A low mark is never a reason. A review tells how one person felt about a visit. It does not tell if a treatment
        works.
      </p>
    </details>
  )
}
