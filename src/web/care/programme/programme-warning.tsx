/**
 * Shown at once after a danger sign was told: to the short check, or to "Something is new or worse". First the way to help,
 * then the full check, which starts with what was told. Draws what care/programme/warnings.ts says.
 * Never: a movement, a booking, or a question before the way to help.
 */
import { checkMinutes } from '../../../care/check/check-minutes.ts'
import { inOwnWords } from '../../../care/check/own-words.ts'
import type { Warning } from '../../../care/programme/warnings.ts'
import { callNowWords, uk } from '../../../care/region.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import { DangerSigns } from '../check/watch-for.tsx'
import { OtherRoutes } from '../../ui/help-routes.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { ownAnswers } from '../record/own-answers.ts'
import type { RecordNow } from '../record/record-now.ts'
import { notClosedWords } from '../record/record-not-kept.tsx'
import { CallButton } from '../../ui/call-button.tsx'

const titles: Readonly<Record<Warning['how'], string>> = {
  now: 'Stop. This may need help now',
  today: 'Stop. Speak to someone today',
  check: 'Stop. Let us check again',
}

/** The page for a warning. `sign`: the button that was pressed, so that the check does not ask it again. */
export function WarningPage({
  home,
  warning,
  record,
  sign,
  kept,
}: {
  home: CareHome
  /** Null where it did not open. */
  record: RecordNow | null
  warning: Warning
  sign?: string
  /** Was it written down? Only then are the movements closed. */
  kept: boolean
}) {
  const { how, reasons, routes } = warning
  const title = titles[how]
  const number = how === 'now' ? uk.emergencyNumber : how === 'today' ? '111' : null
  return (
    <CarePage home={home} title={title} beside="alone" {...(how === 'now' && { tone: 'alarm' })}>
      <section class={how === 'now' ? 'now' : undefined}>
        <h1 class={how === 'now' ? 'huge' : undefined} tabindex={-1} data-focus>
          {title}
        </h1>
        {reasons.map(({ words }) => (
          <p key={words} class="reason">
            {inOwnWords(words, ownAnswers(record))}
          </p>
        ))}
        {how === 'now' && (
          <p>
            <strong>Is it new, or worse than before?</strong> {newWords(routes)}
          </p>
        )}
        {how === 'today' && <p>Very unwell, confused, or legs not working? Call 999.</p>}
        {kept && (
          <p>
            {how === 'check'
              ? 'No movements until the full check is done.'
              : 'Movements are closed. The full check says how soon you need help.'}{' '}
            It takes up to {checkMinutes}.
          </p>
        )}
        <div class="actions">
          {number && <CallButton number={number} look="go" />}
          <form method="post" action={paths.fullCheck}>
            {sign && <input type="hidden" name="sign" value={sign} />}
            <Button {...(!number && { look: 'go' })} wide>
              Do the full check now
            </Button>
          </form>
          {!number && (
            <ButtonLink href={paths.emergency} wide>
              Emergency signs: see them all
            </ButtonLink>
          )}
        </div>
        {/* Below the call: what we could not do waits. */}
        {!kept && (
          <p>
            {notClosedWords} It takes up to {checkMinutes}.
          </p>
        )}
      </section>
      <OtherRoutes routes={routes} title="Where to get help" answers={ownAnswers(record)} />
      <DangerSigns heading="h2" />
    </CarePage>
  )
}

/** What to do about a sign that is new. */
const newWords = (routes: Warning['routes']): string =>
  routes[0] === '999'
    ? `${callNowWords(uk.emergencyNumber)}. Do not drive yourself.`
    : 'Go to A&E now, and ask someone to drive you. Alone, or legs not working? Call 999.'
