/**
 * What an earlier check found and nobody has cleared the person of: shown before a new check, and in place of a milder
 * result of it (evidence.md §2.4, ruling 14). Draws what the record's locks say; decides nothing.
 * Never: says "start at home" while an earlier check says to be seen.
 */
import { highest } from '../../../care/programme/locks.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { ToldBefore } from '../programme/programme-cleared.tsx'
import { BeSeen } from '../programme/programme-parts.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { DangerSigns } from './watch-for.tsx'

/** Above the first question, or above a result. */
export function EarlierDanger({ record }: { record: RecordNow }) {
  return (
    <ToldBefore record={record}>
      <p>
        This still counts, whatever you answer now. Has somebody seen you since?{' '}
        <a href={paths.cleared}>Tell us here</a>. Did you tell us that by mistake?{' '}
        <a href={paths.mistaken}>Tell us here</a>.
      </p>
    </ToldBefore>
  )
}

interface HeldProps {
  readonly home: CareHome
  readonly record: RecordNow
  /** Of the check that has just ended. */
  readonly check: string
  /** Number of its last screen. */
  readonly lastScreen: number
  readonly notice?: string | undefined
}

/** Why the answers of a check do not settle what was told after it was begun. */
const toldSinceWords =
  'You told us something after you began this check. What you answered before that may have changed.'

/** Above a screen of such a check. */
export function ToldSince() {
  return (
    <p class="callout">
      {toldSinceWords} <a href={paths.check}>Start the check again</a>
    </p>
  )
}

interface OlderProps extends Pick<HeldProps, 'home' | 'check' | 'notice'> {
  /** Why a check is due, as a sentence. */
  readonly because: string
}

/** In place of a calm result of a check that was begun before something new was told. */
export function OlderResultPage({ home, check, because, notice }: OlderProps) {
  const title = 'Please do the check once more'
  return (
    <CarePage home={home} title={title} beside="alone">
      {notice && <p class="callout">{notice}</p>}
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>{because}</p>
      <p>{toldSinceWords} Until then your plan and your movements stay closed.</p>
      <div class="actions">
        <ButtonLink href={paths.check} look="go" wide>
          Start the check again
        </ButtonLink>
      </div>
      <p>
        <a href={paths.checkSummary(check)}>The summary of this check</a>
      </p>
      <DangerSigns heading="h2" />
    </CarePage>
  )
}

/** In place of a calm result. */
export function HeldResultPage({ home, record, check, lastScreen, notice }: HeldProps) {
  const { state } = record
  const emergency = highest(state.locks) === 'emergency'
  const title = 'Your earlier check still counts'
  return (
    <CarePage home={home} title={title} beside="alone" {...(emergency && { tone: 'alarm' })}>
      {notice && <p class="callout">{notice}</p>}
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>Nothing you told us this time needs help today, but something you told us before does. So be seen first.</p>
      <ToldBefore record={record} />
      <BeSeen state={state} />
      <p>
        <a href={paths.checkSummary(check)}>The summary of this check</a>
      </p>
      <p>
        <a href={paths.checkScreen(check, lastScreen)}>Change an answer of this check</a>
      </p>
      <DangerSigns heading="h2" />
    </CarePage>
  )
}
