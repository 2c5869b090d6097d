/**
 * "The questions have been updated" and "those answers are more than a day old": said instead of a result or a question
 * when the answers may no longer be used. A result that asked for help is said again.
 */
import type { Level } from '../care/check/types.ts'
import { uk } from '../care/region.ts'
import { checkMinutes } from '../care/check/check-minutes.ts'
import { CarePage } from '../web/care/care-page.tsx'
import type { CareHome } from '../web/care/home.ts'
import { paths } from '../web/care/paths.ts'
import type { CheckExpiry } from './check-expiry.ts'

export interface CheckExpiredPageProps {
  readonly home: CareHome
  readonly why: Exclude<CheckExpiry, 'good'>
  /** What that check came to, if it was finished. */
  readonly level: Level | null
}

const words = {
  updated: {
    title: 'The questions have been updated',
    text: 'We have changed our questions since you began. Answers to the old ones could mislead, so none are used.',
  },
  old: {
    title: 'Those answers are more than a day old',
    text: 'Your back may have changed since then, so we do not use them any more.',
  },
} as const

/** The page. */
export function CheckExpiredPage({ home, why, level }: CheckExpiredPageProps) {
  const { title, text } = words[why]
  return (
    <CarePage home={home} title={title} saysWhomToCall>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {level && level !== 'self-care' && (
        <p class="callout">
          <strong>Your result was: {uk.levelTitles[level]}.</strong> If you have not had that help yet, still get it.
        </p>
      )}
      <p>
        {text} Please start again. It takes up to {checkMinutes}.
      </p>
      <p>
        In an emergency call <a href={`tel:${uk.emergencyNumber}`}>{uk.emergencyNumber}</a>. If you are worried and
        cannot do the check, call <a href="tel:111">111</a>.
      </p>
      <div class="actions">
        <a class="button go" href={paths.check}>
          Start the check
        </a>
        <a class="button wide" href={paths.emergency}>
          See the emergency signs
        </a>
      </div>
    </CarePage>
  )
}
