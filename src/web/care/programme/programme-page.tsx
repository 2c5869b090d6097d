/**
 * The programme on one page: the week, the phase and what opens the next, where each movement stands, what was decided and
 * by which rules. Draws what care/programme says. Never: a streak, or a day that looks like a failure.
 */
import { askedOf } from '../record/own-answers.ts'
import type { PhaseReadiness } from '../../../care/programme/advance-phase.ts'
import type { OpenNow } from '../../../care/record/open-now.ts'
import type { MovementId } from '../../../care/movement/types.ts'
import { howItDecides } from '../../../care/programme/how-it-decides.ts'
import { isForDirections } from '../../../care/programme/direction.ts'
import { lockOf } from '../../../care/programme/state.ts'
import { type LineNow, mayLookAt } from '../../../care/programme/lines.ts'
import { phases } from '../../../care/programme/phases.ts'
import type { Session } from '../../../care/programme/session.ts'
import { checkInDue } from '../../../care/programme/slow-progress.ts'
import type { WeekDay } from '../../../care/programme/today.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Details } from '../../ui/text-parts.tsx'
import { safetyNet } from '../../../care/check/safety-net.ts'
import { CarePage } from '../care-page.tsx'
import { Signs } from '../check/watch-for.tsx'
import { PaperForm } from '../paper/paper-page.tsx'
import { paths } from '../paths.ts'
import { FromWhere, NewOrWorse } from './programme-parts.tsx'
import { Week } from './programme-week.tsx'
import { StillOpenApart } from './today-warnings.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { PhaseList } from './phase-list.tsx'
import { DecisionCard } from './programme-changes.tsx'

export interface ProgrammePageProps {
  readonly record: RecordNow
  readonly open: OpenNow
  readonly week: readonly WeekDay[]
  readonly readiness: PhaseReadiness
  readonly lines: readonly LineNow[]
  /** Lines that are out for this person now, and why; empty while no session may be made. */
  readonly leftOut: Session['leftOut']
  /** There are movements for today, and somebody who makes files. */
  readonly mayMakePaper: boolean
}

/** The whole of it. */
export function ProgrammePage(props: ProgrammePageProps) {
  const { record, open, week, readiness, lines, leftOut, mayMakePaper } = props
  const { home, state, now } = record
  const phase = phases[state.phase]
  return (
    <CarePage home={home} title="My day-by-day plan" wide islands={['copy', 'told-elsewhere']}>
      <h1 tabindex={-1} data-focus>
        My day-by-day plan
      </h1>
      <div class="side-by-side">
        <div>
          <StillOpenApart record={record} />
          <div class="actions programme-top">
            <ButtonLink href={paths.today} look="go">
              What to do today
            </ButtonLink>
            <button type="button" class="button" data-print hidden>
              Print it, or save it as a PDF
            </button>
          </div>
          {checkInDue(state, now) && <CheckInIsDue />}
          <h2>Your week</h2>
          <Week week={week} begun={state.started?.day ?? now.day} />
          <h2>
            Phase {phase.number}: {phase.name}
          </h2>
          <p>{phase.aim}</p>
          <p>
            {phase.frequency} <span class="quiet">{phase.typicalTime}</span>
          </p>
          <NextPhase readiness={readiness} />
          {mayMakePaper && <PaperForm to={paths.programmePaper} what="today’s movements and how much of each" />}
        </div>
        <div>
          <Movements {...{ record, lines, leftOut }} />
          <Details summary="All four phases">
            <PhaseList now={state.phase} />
          </Details>
          <WhatWasDecided record={record} />
          <HowItDecides />
          {/* Paper cannot ask again, so what cannot wait stands on it. */}
          <div class="print-only">
            <Signs part={safetyNet.goNow} heading="h2" />
          </div>
          <div class="no-print">
            <ChangeSomething record={record} open={open} />
            <NewOrWorse />
          </div>
        </div>
      </div>
    </CarePage>
  )
}

/** Is the page of this movement open now? */
type MayLook = (movement: MovementId) => boolean

function CheckInIsDue() {
  return (
    <section class="callout">
      <h2>It has been a few days</h2>
      <p>Is it better, the same or worse? A minute of your time tells us if you need more help.</p>
      <ButtonLink href={paths.checkIn}>Answer now</ButtonLink>
    </section>
  )
}

/** What is done in this phase, and what joins later. */
function Movements({ record, lines, leftOut }: Pick<ProgrammePageProps, 'record' | 'lines' | 'leftOut'>) {
  const mayLook: MayLook = (movement) => mayLookAt(movement, record.state, record.now)
  const later = lines.filter(({ step }) => step === null)
  return (
    <>
      <h2>Your movements in this phase</h2>
      {lines.length === 0 && <p>None for now. The Today page says what comes first.</p>}
      {lines.length > 0 && lockOf(record.state) === 'gentle' && (
        <p>
          <strong>The other movements wait until you have been seen.</strong>
        </p>
      )}
      <p class="quiet">One thing at a time gets harder: how far, how often, how long, or the next level.</p>
      <Lines lines={lines.filter(({ step }) => step !== null)} {...{ leftOut, mayLook }} />
      {later.length > 0 && (
        <Details summary={`Join later, one at a time: ${later.length}`}>
          <Lines lines={later} leftOut={[]} mayLook={mayLook} />
        </Details>
      )}
    </>
  )
}

function WhatWasDecided({ record }: { record: RecordNow }) {
  return (
    <>
      <h2>What was decided</h2>
      {record.state.decisions.length === 0 ? (
        <p>Nothing yet. The first one comes after a session or a morning.</p>
      ) : (
        <Decided record={record} />
      )}
    </>
  )
}

/** What a person may tell or put right. */
function ChangeSomething({ record, open }: Pick<ProgrammePageProps, 'record' | 'open'>) {
  const { state } = record
  return (
    <>
      <h2>Change something</h2>
      <ul>
        <li>
          <a href={paths.abilities}>What I can do now</a>
        </li>
        {isForDirections(state) && (
          <li>
            <a href={paths.direction}>Which way feels better</a>
          </li>
        )}
        <li>
          <a href={paths.feelings}>Worry, mood and hope: five questions</a>
        </li>
        <li>
          <a href={paths.diaryTasks}>The tasks that matter to me</a>
        </li>
        <li>
          <a href={paths.flarePlan}>My flare plan</a>
        </li>
        {state.locks.length > 0 && (
          <li>
            <a href={paths.cleared}>I have been seen</a>
          </li>
        )}
        {open.plan === null && (
          <li>
            <a href={paths.programmeStart}>{askedOf(record, 'My back has gone again')}: start anew</a>
          </li>
        )}
      </ul>
    </>
  )
}

function Lines({ lines, leftOut, mayLook }: Pick<ProgrammePageProps, 'lines' | 'leftOut'> & { mayLook: MayLook }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <Line
          key={line.card}
          {...{ line, mayLook }}
          because={leftOut.find(({ card }) => card === line.card)?.because}
        />
      ))}
    </ul>
  )
}

function Line({ line, because, mayLook }: { line: LineNow; because: string | undefined; mayLook: MayLook }) {
  const note = because ?? (line.step === null ? null : line.note)
  return (
    <li>
      {mayLook(line.movement) ? <a href={paths.movement(line.movement)}>{line.title}</a> : line.title}
      {line.step !== null && (
        <>
          <br />
          {line.dose}.{' '}
          <span class="quiet">
            {line.steps > 1 ? `Step ${line.step} of ${line.steps} in this phase.` : 'The same all through this phase.'}
          </span>
        </>
      )}
      {note && <span class="quiet"> {note}</span>}
    </li>
  )
}

/** What opens the next phase: met, not yet, or still to tell. */
export function Criteria({ readiness }: { readiness: PhaseReadiness }) {
  return (
    <ul class="criteria">
      {readiness.criteria.map(({ id, words, met, stillToTell }) => {
        const kind = met ? 'met' : stillToTell ? 'tell' : 'open'
        return (
          <li key={id} class={kind}>
            <span aria-hidden="true">{kind === 'tell' && '?'}</span>
            <span>
              {words}{' '}
              <strong>{kind === 'met' ? 'Met.' : kind === 'tell' ? 'Not yet, or not told yet.' : 'Not yet.'}</strong>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function NextPhase({ readiness }: { readiness: PhaseReadiness }) {
  const { next, ready } = readiness
  if (next === null) return <p>This is the last phase. It goes on for good, as part of your week.</p>
  return (
    <>
      <h3>
        What you need for phase {next}, {phases[next].name}
      </h3>
      <Criteria readiness={readiness} />
      <div class="no-print">
        <ButtonLink href={paths.phaseChange} {...(ready && { look: 'go' })}>
          {ready ? `Go on to phase ${next}` : 'More about the next phase'}
        </ButtonLink>
      </div>
    </>
  )
}

/** What is open at once, and what a person may want to look back on: about two months. */
const decisionsShown = { open: 5, all: 65 } as const

/** The newest, then those before. */
function Decided({ record }: { record: RecordNow }) {
  const newest = [...record.state.decisions].reverse()
  const earlier = newest.slice(decisionsShown.open, decisionsShown.all)
  const list = (decisions: typeof newest) => (
    <ul class="decisions">
      {decisions.map((decision, index) => (
        <li key={`${decision.at}-${index}`}>
          <DecisionCard decision={decision} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {list(newest.slice(0, decisionsShown.open))}
      {earlier.length > 0 && <Details summary={`Earlier: ${earlier.length}`}>{list(earlier)}</Details>}
    </>
  )
}

/** The rules in plain words, each with its source. Needs no record. */
export function HowItDecides({ open }: { open?: boolean }) {
  return (
    <section>
      <h2>How your plan decides</h2>
      <Details summary="Read the rules" {...(open && { open })}>
        {howItDecides.map((rule) => (
          <section key={rule.id}>
            <h3>{rule.title}</h3>
            <ul>
              {rule.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <FromWhere from={rule} />
          </section>
        ))}
        <p class="quiet small">
          V: seen in the published text. V2: seen second-hand. K: known from practice, still to be checked. C: our own
          choice. The pain limits were made for sore tendons and knees. For backs they are our choice.
        </p>
      </Details>
    </section>
  )
}
