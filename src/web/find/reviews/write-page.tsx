/** Saying how a visit was, from its private link: a mark, a few words, and who it is shown as. Looking changes nothing. */
import type { ComponentChildren } from 'preact'
import { hideReasons } from '../../../clinic/directory/ratings.ts'
import { writerWords } from '../../../clinic/reviews/shown-name.ts'
import { longestReview, type OwnReview, type Reviewable } from '../../../clinic/reviews/write-review.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { TextField } from '../../ui/typed-fields.tsx'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'
import type { TypedReview } from './review-form.ts'
import { reviewPaths } from './review-paths.ts'

interface WriteProps {
  readonly home: BookingHome
  readonly path: string
  readonly visit: Reviewable
  readonly typed: TypedReview
  readonly problems: readonly Problem[]
  /** What cannot wait, above what is wrong with the form. */
  readonly first?: ComponentChildren
}

const marks = ['1, bad', '2', '3', '4', '5, very good'] as const

/** The form, with what stands already above it. */
export function WritePage({ home, path, visit, typed, problems, first }: WriteProps) {
  const { therapist, clinic, review } = visit
  const heading = review ? 'Your review' : 'How was your visit?'
  return (
    <FindPage frame={home.frame} title={problems.length > 0 ? `Error: ${heading}` : heading} path={path}>
      <ErrorSummary problems={problems}>{first}</ErrorSummary>
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {review ? `Your review of ${therapist.name}` : `How was your visit to ${therapist.name}?`}
      </h1>
      <p>At {clinic.name}.</p>
      {review && <Standing review={review} clinic={clinic} slug={therapist.slug} />}
      <form method="post" action={path} novalidate class="write-review">
        <RadioGroup
          name="mark"
          legend={review ? 'Change your mark' : 'Your mark'}
          error={errorOf('mark', problems)}
          options={marks.map((text, index) => ({ value: String(index + 1), text }))}
          chosen={typed.mark ?? (review ? String(review.mark) : undefined)}
        />
        <TextField
          name="words"
          legend="A few words, if you like"
          hint="Anybody can read them. Leave out what you would not tell a stranger about your health, and names of others."
          error={errorOf('words', problems)}
          limit={longestReview}
          typed={typed.words ?? review?.words}
        />
        <ShownAs visit={visit} typed={typed} problems={problems} />
        <div class="actions">
          <Button look="go">{review ? 'Send the change' : 'Send my review'}</Button>
        </div>
        <p class="quiet small">
          It is shown at once. You can change it later from this link. {clinic.name} can answer it, or keep it back for
          one of five reasons, and you are told which. A low mark is not a reason.
        </p>
      </form>
    </FindPage>
  )
}

function ShownAs({ visit, typed, problems }: Pick<WriteProps, 'visit' | 'typed' | 'problems'>) {
  const { shortName, review } = visit
  if (shortName === null) return <p>It is shown as from “{writerWords(null)}”.</p>
  return (
    <RadioGroup
      name="name"
      legend="Who is it from?"
      error={errorOf('name', problems)}
      options={[
        { value: 'nobody', text: writerWords(null) },
        { value: 'short', text: shortName },
      ]}
      chosen={typed.name ?? (review && review.name !== null ? 'short' : 'nobody')}
    />
  )
}

/** What became of it. */
function Standing({
  review,
  clinic,
  slug,
}: {
  readonly review: OwnReview
  readonly clinic: Reviewable['clinic']
  readonly slug: string | null
}) {
  return (
    <section class="callout">
      <h2>{review.hidden || review.waits ? 'It is not shown' : 'It is shown'}</h2>
      {review.hidden && (
        <p>
          {clinic.name} keeps it back. The reason: {hideReasons[review.hidden].toLowerCase()}. If you change it, they
          look again. If you think that is wrong, ring them: {clinic.phone}.
        </p>
      )}
      {!review.hidden && review.waits && <p>{clinic.name} reads it first, since something in it may need help soon.</p>}
      {!review.hidden && !review.waits && slug && (
        <p>
          <a href={reviewPaths.all(slug)}>See it beside the others</a>
        </p>
      )}
      {review.reply && (
        <p>
          <strong>{clinic.name} answered:</strong> <bdi>{review.reply}</bdi>
        </p>
      )}
    </section>
  )
}

interface StopProps {
  readonly home: BookingHome
  readonly path: string
  readonly visit: Reviewable
  readonly token: string
}

/** No more invitations: said by a button, since programs open links too. */
export function StopPage({ home, path, visit, token }: StopProps) {
  const { clinic, isStopped } = visit
  const title = isStopped ? 'You will not be asked again' : 'Stop asking me for reviews'
  return (
    <FindPage frame={home.frame} title={title} path={path}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>
        {isStopped
          ? `${clinic.name} sends no more questions how a visit was.`
          : `Then ${clinic.name} does not ask any more how a visit was.`}{' '}
        Mail about your visits still comes: what is booked, moved or cancelled, and reminders.
      </p>
      {isStopped ? (
        <ButtonLink href={reviewPaths.write(token)}>Write a review all the same</ButtonLink>
      ) : (
        <form method="post" action={path}>
          <Button look="go" name="from" value="page">
            Do not ask me again
          </Button>
        </form>
      )}
    </FindPage>
  )
}
