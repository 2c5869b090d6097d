/**
 * What an earlier check found and nobody has cleared the person of: shown before a new check, and in place of a milder
 * result of it (evidence.md §2.4, ruling 14). Draws what the record's locks say; decides nothing.
 * Never: says "start at home" while an earlier check says to be seen.
 */
import type { ComponentChildren } from 'preact'
import { highest } from '../../../care/programme/locks.ts'
import { dangerTold } from '../../../care/record/person.ts'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { ToldBefore, ToldItems } from '../programme/programme-cleared.tsx'
import { BeSeen, FullCheckButton, Worse } from '../programme/programme-parts.tsx'
import {
  isForNow,
  NotSeenYet,
  saidFirst,
  waiting,
  WarningCallout,
  WarningInShort,
} from '../programme/today-warnings.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { DangerSigns } from './watch-for.tsx'

/** Above a result. */
export function EarlierDanger({ record }: { record: RecordNow }) {
  return (
    <ToldBefore record={record}>
      <NotSeenYet record={record} />
      <StillCounts />
    </ToldBefore>
  )
}

const StillCounts = () => (
  <p>
    This still counts, whatever you answer now. Has somebody seen you since? <a href={paths.cleared}>Tell us here</a>.
    Did you tell us that by mistake? <a href={paths.mistaken}>Tell us here</a>.
  </p>
)

/**
 * Above the first question: whom to call for what was told and not checked, or found and not seen to. In short, so that the
 * question and what answers it are in sight on a phone; one box, whichever of the two it is.
 * @param record what is told on this device, as it stands
 * @param earlier the same with what earlier checks have closed; null where nothing is
 * @param also what else would stand there: behind the tap where the call stands
 */
export function ToldAboveQuestion(props: { record: RecordNow; earlier: RecordNow | null; also: ComponentChildren }) {
  const { record, earlier, also } = props
  const warning = saidFirst(record)
  const found = earlier && (
    <>
      <ToldItems record={earlier} />
      <StillCounts />
    </>
  )
  const more = (
    <>
      {also}
      {found}
    </>
  )
  if (warning && warning.how !== 'check') return <WarningInShort {...{ warning, more }} />
  if (earlier)
    return (
      <Callout title="Your earlier check still counts" look="warn">
        <NotSeenYet record={earlier} />
        <Details summary="What you told us. Seen since?">{more}</Details>
      </Callout>
    )
  return (
    <>
      {warning && <Worse />}
      {also}
    </>
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

/**
 * Above each screen after the first: what the record holds that is for 999 or A&E now and was told elsewhere, in short.
 * Nothing where there is none.
 */
export function ForNowElsewhere({ record }: { record: RecordNow }) {
  if (!isForNow(record)) return null
  const { events, state } = record
  const found = dangerTold(
    events,
    state.locks.filter(({ level }) => level === 'emergency'),
  ).flatMap(({ because }) => because)
  const why = found.at(-1) ?? waiting(record)?.reasons[0]?.words
  return (
    <div class="callout warn">
      <p>{why ? `What you told us counts: ${why}` : 'You told us about a danger sign.'}</p>
      <NotSeenYet record={record} />
    </div>
  )
}

/** Above a screen of such a check. */
export function ToldSince() {
  return (
    <div class="callout">
      <p>{toldSinceWords}</p>
      <FullCheckButton text="Start the check again" />
    </div>
  )
}

/** In place of a calm result of such a check. What was told comes first, and the new check begins with it. */
export function OlderResultPage({ home, record, check, notice }: Omit<HeldProps, 'lastScreen'>) {
  const title = 'Please do the check once more'
  const warning = waiting(record)
  const because = record.state.fullDue?.because
  return (
    <CarePage home={home} title={title} beside="alone">
      {notice && <p class="callout">{notice}</p>}
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {warning && warning.how !== 'check' ? <WarningCallout warning={warning} /> : because && <p>{because}</p>}
      <p>{toldSinceWords} Until then your plan and your movements stay closed.</p>
      <FullCheckButton look="go" text="Start the check again" />
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
