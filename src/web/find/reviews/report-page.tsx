/** Saying that a review should not stand. Anybody may; the clinic looks at it. */
import { hideReasons } from '../../../clinic/directory/ratings.ts'
import type { ShownReview } from '../../../clinic/directory/read-reviews.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'
import { reviewPaths } from './review-paths.ts'

interface ReportProps {
  readonly home: BookingHome
  readonly path: string
  readonly slug: string
  readonly review: ShownReview
  readonly problems: readonly Problem[]
}

/** The form, with the review above it. */
export function ReportPage({ home, path, slug, review, problems }: ReportProps) {
  const heading = 'Report this review'
  return (
    <FindPage frame={home.frame} title={problems.length > 0 ? `Error: ${heading}` : heading} path={path}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {heading}
      </h1>
      <blockquote class="review">
        <b>{review.mark} of 5</b> <bdi>{review.words}</bdi>
      </blockquote>
      <form method="post" action={path} novalidate>
        <RadioGroup
          name="why"
          legend="What is wrong with it?"
          error={errorOf('why', problems)}
          options={Object.entries(hideReasons).map(([value, text]) => ({ value, text }))}
        />
        <div class="actions">
          <Button look="go">Report it</Button>
        </div>
        <p>
          <a href={reviewPaths.all(slug)}>Back to the reviews</a>
        </p>
      </form>
    </FindPage>
  )
}
