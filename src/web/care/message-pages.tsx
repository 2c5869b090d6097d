/**
 * Pages that say what went wrong and what to do: unknown address, too much data, a form that came back damaged,
 * a fault of ours, no network. Each keeps the emergency number in sight and offers one next step.
 */
import { checkMinutes } from '../../care/check/check-minutes.ts'
import type { ComponentChildren } from 'preact'
import { uk } from '../../care/region.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { CarePage } from './care-page.tsx'
import type { CareHome } from './home.ts'
import { paths } from './paths.ts'
import type { TrailRead, TrailTrouble } from './check/read-trail.ts'
import { writeTrail } from './check/trail.ts'
import { CallLink } from '../ui/call-button.tsx'

interface MessageProps {
  readonly home: CareHome
  readonly title: string
  readonly children: ComponentChildren
}

function Message({ home, title, children }: MessageProps) {
  return (
    <CarePage home={home} title={title} saysWhomToCall>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {children}
      <p>
        In an emergency call <CallLink number={uk.emergencyNumber} />. If you are worried and cannot finish the check,
        call <CallLink number={uk.urgentNumber} />.
      </p>
    </CarePage>
  )
}

const StartAgain = () => (
  <div class="actions">
    <ButtonLink href={paths.check} look="go">
      Start the check
    </ButtonLink>
    <ButtonLink href={paths.emergency} wide>
      See the emergency signs
    </ButtonLink>
  </div>
)

export function NotFoundPage({ home }: { home: CareHome }) {
  return (
    <Message home={home} title="We cannot find that page">
      <p>The address may be mistyped or old. Nothing you told us is lost.</p>
      <StartAgain />
    </Message>
  )
}

export function WrongMethodPage({ home }: { home: CareHome }) {
  return (
    <Message home={home} title="That page does not work that way">
      <p>Go back and use the buttons on the page, or start from here.</p>
      <StartAgain />
    </Message>
  )
}

export function TooLargePage({ home, megabytes }: { home: CareHome; megabytes: number }) {
  return (
    <Message home={home} title="That is too much for us to read">
      <p>
        What was sent is larger than {megabytes} {megabytes === 1 ? 'megabyte' : 'megabytes'}. Go back, make it shorter
        or choose a smaller file, and try again.
      </p>
      <StartAgain />
    </Message>
  )
}

export function NotAFormPage({ home }: { home: CareHome }) {
  return (
    <Message home={home} title="We could not read that form">
      <p>What arrived was not a form. Go back, reload the page and try again.</p>
      <StartAgain />
    </Message>
  )
}

/** A file for everybody cannot be made now. @param instead the address of the page that says the same */
export function NoFilePage({ home, instead }: { home: CareHome; instead: string }) {
  return (
    <Message home={home} title="We cannot get that file now">
      <p>It is not your fault. There is a page that says the same, and you can print it.</p>
      <div class="actions">
        <ButtonLink href={instead} look="go">
          Open the page
        </ButtonLink>
        <ButtonLink href={paths.emergency} wide>
          See the emergency signs
        </ButtonLink>
      </div>
    </Message>
  )
}

export function FaultPage({ home }: { home: CareHome }) {
  return (
    <Message home={home} title="Something went wrong on our side">
      <p>It is not your fault. Go back and try again: the page you were on still holds your answers.</p>
      <StartAgain />
    </Message>
  )
}

export function OfflinePage({ home }: { home: CareHome }) {
  return (
    <Message home={home} title="You are offline">
      <p>
        This page needs the internet. The check, your plan, <a href={paths.guide}>the guide</a> and the emergency signs
        work without it.
      </p>
      <StartAgain />
    </Message>
  )
}

/** A draft that this device does not hold: another device, erased, or never there. */
export function DraftGonePage({ home }: { home: CareHome }) {
  return (
    <Message home={home} title="We cannot find that check">
      <p>
        It may have been started on another device, or erased. We never send answers anywhere, so we cannot fetch it. A
        new check takes up to {checkMinutes}.
      </p>
      <StartAgain />
    </Message>
  )
}

const troubleWords = {
  tooLong: 'The form that came back is far longer than the check can be.',
  notJson: 'The form came back cut off or changed.',
  wrongShape: 'The form came back damaged.',
  unknownAnswer: 'The form came back with an answer that we do not know.',
} as const satisfies Record<TrailTrouble, string>

/** The hidden trail could not be read. What could be read is offered to carry on with. */
export function TrailTroublePage({ home, trouble }: { home: CareHome; trouble: Extract<TrailRead, { ok: false }> }) {
  const { why, readable } = trouble
  return (
    <Message home={home} title="We could not read your answers">
      <p>{troubleWords[why]} We will not guess. No result was worked out.</p>
      {readable ? (
        <form method="post" action={paths.check}>
          <p>Your other answers are safe. We ask the missing ones again.</p>
          <input type="hidden" name="trail" value={writeTrail(readable)} />
          <div class="actions">
            <Button look="go" name="do" value="keep">
              Carry on with my other answers
            </Button>
          </div>
        </form>
      ) : (
        <p>
          Use your browser’s Back button. If it asks, let it send the form again: your answers are in it. Or start a new
          check.
        </p>
      )}
      <StartAgain />
    </Message>
  )
}
