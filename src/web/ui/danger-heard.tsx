/**
 * What is said first to words that may tell of danger, wherever they were typed: whom to call, and then the check.
 * Never: lets the check stand before the call.
 */
import type { HeardSign } from '../../care/check/free-text/danger-phrases.ts'
import { uk } from '../../care/region.ts'
import type { RouteId } from '../../care/check/types.ts'
import { ButtonLink } from './button.tsx'
import { CallButton } from './call-button.tsx'
import { OtherRoutes } from './help-routes.tsx'
import { Callout } from './text-parts.tsx'

/** The sentence that comes before the check itself. */
export const helpNowWords = 'New or worse? Go to A&E or call 999 now. Do not wait for the check.'

interface DangerHeardProps {
  readonly heard: readonly HeardSign[]
  /** Help that some of the words call for by name. */
  readonly routes: readonly RouteId[]
  readonly checkHref: string
  /** Where the page is about nothing else: its signs are one more way. */
  readonly emergencyHref?: string
  /** Are the words shown as they were typed? Not where they stand in a field of the page already. */
  readonly quotes?: boolean
}

/** What was written, and what it may mean, in one sentence for wherever it is asked. A full stop of theirs is not doubled. */
export const thatMayMean = ({ quote, says }: Pick<HeardSign, 'quote' | 'says'>): string =>
  `You wrote “${quote.replace(/\.$/, '')}”. That may mean: ${says}.`

/** The box. */
export function DangerHeard({ heard, routes, checkHref, emergencyHref, quotes = false }: DangerHeardProps) {
  return (
    <Callout title="This first" look="warn">
      <p>
        <strong>{helpNowWords}</strong>
      </p>
      {heard.map(({ question, quote, says }) => (
        <p key={question}>{quotes ? thatMayMean({ quote, says }) : `You wrote something that may mean ${says}.`}</p>
      ))}
      <OtherRoutes routes={routes} title="Who to call" />
      <div class="actions">
        {/* What the words say to do at once is what stands out. */}
        {!routes.includes('999') && (
          <CallButton number={uk.emergencyNumber} look="go" wide={emergencyHref !== undefined} />
        )}
        {emergencyHref !== undefined && !routes.includes('111') && <CallButton number={uk.urgentNumber} wide />}
        <ButtonLink href={checkHref} wide>
          Do the check
        </ButtonLink>
        {emergencyHref !== undefined && (
          <ButtonLink href={emergencyHref} wide>
            See the emergency signs
          </ButtonLink>
        )}
      </div>
    </Callout>
  )
}

interface IfItIsSoProps {
  /** None: nothing is shown. */
  readonly heard: readonly HeardSign[]
  readonly routes: readonly RouteId[]
  readonly checkHref: string
  /** What the form leads to. */
  readonly waitingFor?: string
}

/** Above a question about what was written, inside a box that stands there already: what to do if it is so. */
export function IfItIsSo({ heard, routes, checkHref, waitingFor = 'a visit' }: IfItIsSoProps) {
  const [first] = heard
  if (!first) return null
  return (
    <div class="if-so">
      <h2>You wrote “{first.quote}”</h2>
      <p>
        <strong>{helpNowWords}</strong>
      </p>
      {!routes.includes('999') && <CallButton number={uk.emergencyNumber} />}
      <OtherRoutes routes={routes} title="Who to call" />
      <p>
        If it is so, do not wait for {waitingFor} either. <a href={checkHref}>Do the check</a>.
      </p>
    </div>
  )
}
