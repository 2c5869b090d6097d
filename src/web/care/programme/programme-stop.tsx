/**
 * "Something is new or worse": the stop signs as large buttons. One tap stops the programme and leads to help.
 * Draws the list of care/programme/warnings.ts. Works without a record too: it then only says what to do.
 */
import { newSigns, type Warning, warningOfSign } from '../../../care/programme/warnings.ts'
import { uk } from '../../../care/region.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { CarePage } from '../care-page.tsx'
import { DangerSigns } from '../check/watch-for.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { FullCheckButton } from './programme-parts.tsx'
import { CallButton, CallLink } from '../../ui/call-button.tsx'

export interface StopPageProps {
  readonly home: CareHome
  readonly entry: string
  /** A full check is still to be done after something that was told before. */
  readonly open: Warning | null
  readonly problems?: readonly Problem[]
}

/** The page of the stop signs, each a button of one form. Above them what is still to do from before, if anything. */
export function StopPage({ home, entry, open, problems = [] }: StopPageProps) {
  const title = 'What is new or worse?'
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} asks>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <p>
        <strong>Stop moving for now.</strong> Press the one that fits. We will tell you what to do straight away.
      </p>
      {open && (
        <section class="callout warn">
          <h2>The full check is still to do</h2>
          <p>You told us about something before. No movements until the check is done.</p>
          <FullCheckButton />
        </section>
      )}
      <form method="post" action={paths.stop} id="signs">
        <input type="hidden" name="entry" value={entry} />
        <ul class="sign-list">
          {newSigns.map(({ id, text }) => (
            <li key={id}>
              <button type="submit" class="button" name="sign" value={id}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      </form>
      <div class="actions">
        <CallButton number={uk.emergencyNumber} wide />
        <ButtonLink href={paths.today} look="plain" wide>
          Nothing is new: back to today
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** Where no record is kept: the signs in words, and the check. */
export function SignsInWords() {
  const now = newSigns.filter((sign) => warningOfSign(sign).how === 'now')
  return (
    <>
      <p>
        <strong>Stop moving for now.</strong> Any of these? Call <CallLink number={uk.emergencyNumber} /> or go to
        A&amp;E:
      </p>
      <ul>
        {now.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <DangerSigns heading="h2" />
    </>
  )
}
