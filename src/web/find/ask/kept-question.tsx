/**
 * Where a question is offered again that was stopped for what may be danger. It rests on the device, so this part is hidden until
 * the script has asked for it (islands/kept-question.ts): the server knows of none.
 */
import { ButtonLink } from '../../ui/button.tsx'

interface KeptQuestionProps {
  readonly checkHref: string
  /** Is there a form that it can be put into? */
  readonly canAsk: boolean
}

export const KeptQuestion = ({ checkHref, canAsk }: KeptQuestionProps) => (
  <>
    <section data-kept-question hidden class="card">
      <div data-kept="clear" hidden>
        <h2>Your question was not sent</h2>
        <p>You wrote it before your check. It is on this device alone. Read it again: do you still want to ask it?</p>
        <p class="as-sent" data-kept-words />
      </div>
      <div data-kept="waiting" hidden>
        <h2>A question of yours waits here</h2>
        <p>
          It was not sent. It may tell of something that cannot wait for an answer. It is on this device alone, and
          comes back after a clear check.
        </p>
      </div>
      <div class="actions">
        {canAsk && (
          <button type="button" class="button" data-kept-use hidden>
            Put it in the form
          </button>
        )}
        <span data-kept-check hidden>
          <ButtonLink href={checkHref}>Do the check</ButtonLink>
        </span>
        <button type="button" class="button plain" data-kept-throw>
          Throw it away
        </button>
      </div>
    </section>
    <p data-kept-said role="status" class="quiet" />
    <noscript>
      <p class="quiet small">
        Scripts are off. If your question tells of danger we stop it, and cannot show it here again. Keep your own copy.
      </p>
    </noscript>
  </>
)
