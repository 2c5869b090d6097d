/** The page of today before a programme has begun. Never: a way to begin before the check. */
import { mustAskForCodeine } from '../../../care/record/person.ts'
import { lockOf } from '../../../care/programme/state.ts'
import type { Warning } from '../../../care/programme/warnings.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Callout } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import { paths } from '../paths.ts'
import { BeSeen } from './programme-parts.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { RecordTroubles } from '../record/record-trouble.tsx'
import { PhaseList } from './phase-list.tsx'
import { CodeineAsks, WarningCallout } from './today-warnings.tsx'

/** Before a programme has begun: what it is, and how to begin. */
export function BeginPage(props: { record: RecordNow; canStart: boolean; warning: Warning | null }) {
  const { record, canStart, warning } = props
  const { home } = record
  const way = lockOf(record.state) === 'locked' ? 'seen' : canStart ? 'start' : 'check'
  return (
    <CarePage home={home} title="Today" islands={['told-elsewhere']}>
      <h1 tabindex={-1} data-focus>
        Your day-by-day plan
      </h1>
      {warning && <WarningCallout warning={warning} />}
      {way === 'seen' && (
        <Callout title="Be seen first" look="warn">
          <BeSeen state={record.state} />
        </Callout>
      )}
      <RecordTroubles home={home} trouble={record.trouble} />
      {mustAskForCodeine(record.events, record.now) && <CodeineAsks inProgramme={false} />}
      <p>One small thing at a time, that changes with how yesterday felt.</p>
      <p>{howToBegin[way]}</p>
      <div class="actions">
        <WayToBegin way={way} />
        <ButtonLink href={paths.diaryEntry} wide>
          Add a diary entry
        </ButtonLink>
        <ButtonLink href={paths.emergency} wide>
          Emergency signs: see them all
        </ButtonLink>
      </div>
      <h2>Its four phases</h2>
      <PhaseList />
    </CarePage>
  )
}

/** What comes first before a programme can begin. */
const howToBegin = {
  seen: 'It waits until somebody has seen you. Then you do the check again, and can start.',
  start: 'Your check is done. Three short questions, and you begin.',
  check: 'It begins with the check. Then we make your plan for the first day. Then you can start.',
} as const

function WayToBegin({ way }: { way: keyof typeof howToBegin }) {
  // Whom to call, and "I have been seen", stand above: another check before that opens nothing.
  if (way === 'seen') return null
  const [href, text] =
    way === 'start' ? [paths.programmeStart, 'Start my day-by-day plan'] : [paths.check, 'Start the check']
  return (
    <ButtonLink href={href} look="go">
      {text}
    </ButtonLink>
  )
}
