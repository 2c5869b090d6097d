/**
 * The part of a form that offers to send the check kept on the device. Hidden until the script has one to show (islands/share.ts):
 * the server knows of no check. Off at first.
 */
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { Details } from '../../ui/text-parts.tsx'

interface ShareCheckProps {
  readonly therapist: string
  readonly ticked: boolean
  readonly error?: string | undefined
  readonly checkHref: string
  /** Where the form is about nothing else. */
  readonly buttonText?: string
}

export function ShareCheck({ therapist, ticked, error, checkHref, buttonText }: ShareCheckProps) {
  return (
    <div id="share" data-share hidden={error === undefined} class={error ? 'question wrong' : 'question'}>
      {error && <p class="error">{error}</p>}
      <p data-share-first hidden class="callout warn">
        Your last check, or what you told us since, says to get help before any visit. Do that first.{' '}
        <a href={checkHref}>Do the check again</a> if it has changed.
      </p>
      <div data-share-choice hidden>
        <Tick name="share" value="yes" text={`Show ${therapist} my last check`} ticked={ticked} />
        <Details summary={`This is what ${therapist} would see, and nothing else`}>
          <pre class="shared-check" data-share-words />
        </Details>
        <p class="quiet small">
          It saves you saying it twice. It is on this device only, until you tick the box and send it. Then it is kept
          locked, and you can take it back at any time. Not sent: your diary, your movements, your notes.
        </p>
        {buttonText && <Button>{buttonText}</Button>}
      </div>
      <textarea name="sharedCheck" data-share-sent hidden disabled aria-label="Your check" />
    </div>
  )
}
