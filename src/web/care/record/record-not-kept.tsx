/**
 * The pages for when nothing could be written. The answer to what was told comes first, kept or not (H-08).
 * Never: says that something was kept, closed or opened that was not.
 */
import { callWords, uk } from '../../../care/region.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import { DangerSigns } from '../check/watch-for.tsx'
import { checkMinutes } from '../../../care/check/check-minutes.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { CallButton, CallLink } from '../../ui/call-button.tsx'
import { helpNowWords } from '../../ui/danger-heard.tsx'
import type { FormFields } from '../form-fields.ts'
import type { RecordNow } from './record-now.ts'

/** Said where the device did not take what was told. */
const notWrittenWords = 'We could not write it down. Your device may be full.'
/** Said in its place where it would have closed movements. */
export const notClosedWords =
  'We could not write it down, so we may not remember it. Do not do any movements until the full check is done.'

/** The store refused something that told of no danger. What was told is still in the form behind this page. */
export function NotKeptPage({ home }: { home: CareHome }) {
  const title = 'We could not keep that'
  return (
    <CarePage home={home} title={title} saysWhomToCall>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>Your device could not save it. It may be full. Go back: your answers are still there. Then try again.</p>
      <p>
        Until then do not do any movements. In an emergency call <CallLink number={uk.emergencyNumber} />.
      </p>
      <div class="actions">
        <ButtonLink href={paths.record} look="go">
          Look at my record
        </ButtonLink>
        <ButtonLink href={paths.check} wide>
          Start the check
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** Said of a form that came after its record was gone. */
export const nothingKeptWords = 'Nothing of what you sent just now was kept.'

/** A form that stands on what is gone: the record was erased while its page was open. */
export function RecordGonePage({ home }: { home: CareHome }) {
  const title = 'That was not kept'
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>
        What this page stood on is not on this device now. It may have been erased, perhaps in another tab.{' '}
        {nothingKeptWords}
      </p>
      <div class="actions">
        <ButtonLink href={paths.check} look="go">
          Start the check
        </ButtonLink>
        <ButtonLink href={paths.emergency} wide>
          Emergency signs: see them all
        </ButtonLink>
        <ButtonLink href={paths.record} wide>
          Look at my record
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** The same above what a page says all the same. A form that carries its own check stands on that, and not on the record. */
export function SentAfterErase({ record, fields }: { record: RecordNow | null; fields: FormFields }) {
  if (!record?.opened || record.events.length > 0 || fields.size === 0 || fields.has('trail')) return null
  return (
    <p class="callout warn" role="status">
      There is no record on this device now. If you had one, it may have been erased, perhaps in another tab.{' '}
      {nothingKeptWords}
    </p>
  )
}

const stopBecause = {
  leg: 'Pain that goes down the leg, or stays, needs a new look first. Not sure counts as yes, to be safe.',
  sore: 'That was too sore. Do the check again before you move any more.',
  worse: 'You told us that it is worse, so we look again first.',
  words: 'You wrote something that may be a danger sign. Do the check before you move more.',
  toilet: 'You cannot get to the toilet or a drink, or you are not sure that you can.',
  jump: 'Your pain has jumped, and there is no clear reason. So we look again first.',
} as const

interface StopHereProps {
  readonly home: CareHome
  readonly why: keyof typeof stopBecause
  readonly kept: boolean
  /** It may be an emergency: the call comes first. */
  readonly isForNow?: boolean
}

/** What was told stops all movements until a check: said at once, whether or not it could be written down. */
export function StopHerePage({ home, why, kept, isForNow = false }: StopHereProps) {
  const isForToday = why === 'toilet'
  const isCall = isForNow || isForToday
  const title = isForToday ? `${callWords(uk.urgentNumber)} today` : 'Stop here for now'
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>{stopBecause[why]}</p>
      {isForNow && (
        <p>
          <strong>{helpNowWords}</strong>
        </p>
      )}
      {isCall && (
        <p>
          <CallButton number={isForNow ? uk.emergencyNumber : uk.urgentNumber} look="go" />
        </p>
      )}
      <p>Do no more movements until the check is done again. It takes up to {checkMinutes}.</p>
      {!kept && <p class="callout warn">{notWrittenWords}</p>}
      <div class="actions">
        <ButtonLink href={paths.check} {...(isCall ? { wide: true } : { look: 'go' as const })}>
          Check again now
        </ButtonLink>
        <ButtonLink href={paths.emergency} wide>
          Emergency signs: see them all
        </ButtonLink>
      </div>
      <DangerSigns heading="h2" />
    </CarePage>
  )
}
