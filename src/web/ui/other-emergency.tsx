/**
 * What is said first to words that may tell of an emergency that is not of the back: one plain way, and the numbers.
 * Never: says what it is, or that it is one.
 */
import { type OtherEmergency as Told, otherEmergencyWords } from '../../care/check/other-emergencies.ts'
import { uk } from '../../care/region.ts'
import { ButtonLink } from './button.tsx'
import { CallButton } from './call-button.tsx'
import { Callout } from './text-parts.tsx'

/** The box, with the check where the back may be hurt too. */
export function OtherEmergency({ told, checkHref }: { readonly told: Told; readonly checkHref: string }) {
  return (
    <Callout title="This first" look="warn">
      <p>
        <strong>{otherEmergencyWords}</strong>
      </p>
      {told === 'injury' && <p>Is your back hurt too? The check asks about falls and knocks.</p>}
      <div class="actions">
        <CallButton number={uk.emergencyNumber} look="go" wide />
        <CallButton number={uk.urgentNumber} wide />
        {told === 'injury' && (
          <ButtonLink href={checkHref} wide>
            Do the check
          </ButtonLink>
        )}
      </div>
    </Callout>
  )
}
