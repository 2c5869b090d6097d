/**
 * After a session: what was decided, in words, and what is next. Draws the decisions of the programme's state.
 * When pain went down the leg, the way to the full check comes first (H-10); what closed the movements since comes before all (H-08).
 * Never: praises a session above a danger that was told or found since.
 */
import { checkMinutes } from '../../../care/check/check-minutes.ts'
import type { SessionDone } from '../../../care/programme/events.ts'
import { legSpread } from '../../../care/programme/pain-lights.ts'
import { type Decision, lockOf, type ProgrammeState } from '../../../care/programme/state.ts'
import { movements } from '../../../care/movement/movements.ts'
import { phases } from '../../../care/programme/phases.ts'
import { Thumbnail } from '../../ui/figure.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import { DangerSigns } from '../check/watch-for.tsx'
import { paths } from '../paths.ts'
import { FullCheckButton, NewOrWorse } from '../programme/programme-parts.tsx'
import { CheckFirst, StillOpen, waiting } from '../programme/today-warnings.tsx'
import type { RecordNow } from '../record/record-now.ts'

export interface SessionDoneProps {
  readonly record: RecordNow
  readonly end: SessionDone
  readonly decisions: readonly Decision[]
  /** Whether the way to relaxing may be offered. */
  readonly mayRelax: boolean
}

/** What was decided. */
export function SessionDonePage(props: SessionDoneProps) {
  const { record, end, decisions, mayRelax } = props
  if (isClosedSince(record, end)) return <ClosedSincePage {...props} />
  const { home, state } = record
  const spread = legSpread(end.leg)
  const title = spread ? 'Stop here for now' : 'Saved'
  const done = end.movements.filter(({ done: how }) => how === 'all' || how === 'part')
  const sore = end.movements.some(({ done: how }) => how === 'tooSore')
  return (
    <CarePage home={home} title={title} islands={['told-elsewhere']}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {!spread && sore && <p>You stopped in time. We left it out.</p>}
      {!spread && done.length > 0 && <DoneList done={done} />}
      {!spread && <p>{todayWords(state, end)}</p>}
      {decisions.map(({ words }) => (
        <p key={words}>
          <strong>{words}</strong>
        </p>
      ))}
      {state.fullDue ? (
        <>
          <p>No movements until the full check is done. It takes up to {checkMinutes}.</p>
          <div class="actions">
            <FullCheckButton look="go" text="Do the full check now" />
            <ButtonLink href={paths.today} wide>
              Back to today
            </ButtonLink>
          </div>
          <DangerSigns heading="h2" />
        </>
      ) : (
        <>
          <p>
            {state.miniDue
              ? 'Before your next session, do the short check again.'
              : 'When you get up in the morning, tell us how sore you are. It is one question. Then we decide together what is next.'}
          </p>
          <div class="actions">
            <ButtonLink href={paths.today} look="go">
              Back to today
            </ButtonLink>
            {mayRelax && (
              <ButtonLink href={paths.relax} wide>
                Relax for a few minutes
              </ButtonLink>
            )}
          </div>
        </>
      )}
      <NewOrWorse />
    </CarePage>
  )
}

/** Has something else than this session closed the movements, in another tab or since? */
function isClosedSince(record: RecordNow, end: SessionDone): boolean {
  const { state } = record
  if (lockOf(state) === 'locked') return true
  return state.fullDue !== null && (waiting(record) !== null || state.fullDue.since !== end.at)
}

/** That first, with whom to call; of the session only that it is saved, and what it says of the leg. */
function ClosedSincePage({ record, end, decisions }: SessionDoneProps) {
  const title = 'Stop here for now'
  const { fullDue } = record.state
  return (
    <CarePage home={record.home} title={title} islands={['told-elsewhere']}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {StillOpen({ record, look: 'go' }) ?? <CheckFirst because={fullDue?.because} />}
      <p>Your session is saved. No more movements for now.</p>
      {legSpread(end.leg) && decisions.map(({ words }) => <p key={words}>{words}</p>)}
      <div class="actions">
        <ButtonLink href={paths.today} wide>
          Back to today
        </ButtonLink>
      </div>
      <NewOrWorse />
    </CarePage>
  )
}

/** What was done, as pictures. */
function DoneList({ done }: { done: SessionDone['movements'] }) {
  return (
    <>
      <p>You did {done.length === 1 ? '1 movement' : `${done.length} movements`}.</p>
      <ul class="done-list">
        {done.map(({ movement }, index) => (
          <li key={`${index}`}>
            <span aria-hidden="true">
              <Thumbnail movement={movement} id={`done-${index}-${movement}`} />
            </span>
            {movements[movement].title}
          </li>
        ))}
      </ul>
    </>
  )
}

/** "Sessions today: 1 of 3." No more is said of it: a rest may be the right thing. */
function todayWords({ sessions, phase }: ProgrammeState, { day }: SessionDone): string {
  const count = sessions.filter((one) => one.day === day).length
  const [least] = phases[phase].sessionsADay
  return `Sessions today: ${count}${count <= least ? ` of ${least}` : ''}.`
}
