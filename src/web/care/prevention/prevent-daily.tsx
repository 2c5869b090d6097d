/**
 * The desk list and the lifting ladder. The desk list is shown without a record too, without ticks. Draws; decides nothing.
 */
import { movements } from '../../../care/movement/movements.ts'
import { deskItems } from '../../../care/prevention/desk.ts'
import type { DeskItemId } from '../../../care/prevention/events.ts'
import { type LiftingLadder, liftingRules } from '../../../care/prevention/lifting.ts'
import { topics } from '../../../care/prevention/topics.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { First, HowSure, Lines, MovementRow, StopSigns } from './prevent-parts.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { FormId } from '../programme/programme-keep.tsx'

interface DeskPageProps {
  readonly home: CareHome
  /** Null where nothing is kept. */
  readonly done: readonly DeskItemId[] | null
  readonly saved: boolean
  /** The page of short breaks is open. */
  readonly breaks: boolean
}

/** What fits the desk, and what to do about the rest. */
export function DeskPage({ home, done, saved, breaks }: DeskPageProps) {
  return (
    <CarePage home={home} title="Your desk" asks>
      <h1 tabindex={-1} data-focus>
        Your desk
      </h1>
      <p>There is no one right way to sit. Your best posture is your next one. This list is for comfort.</p>
      {saved && (
        <p class="callout" role="status">
          Kept on this device.
        </p>
      )}
      {done ? (
        <form method="post" action={paths.preventDesk} class="desk">
          <FormId home={home} />
          <fieldset>
            <legend>What fits your desk now? Tick it.</legend>
            {deskItems.map(({ id, text, why }) => (
              <div class="item" key={id}>
                <Tick name="done" value={id} text={text} ticked={done.includes(id)} />
                <p class="hint">{why}</p>
              </div>
            ))}
          </fieldset>
          <Button look="go">Keep my list</Button>
        </form>
      ) : (
        <ul>
          {deskItems.map(({ id, text, why }) => (
            <li key={id}>
              {text} <span class="quiet">{why}</span>
            </li>
          ))}
        </ul>
      )}
      <HowSure topic={topics.desk} />
      <div class="actions">
        {breaks && (
          <ButtonLink href={paths.preventBreaks} wide>
            Short breaks from sitting
          </ButtonLink>
        )}
        <ButtonLink href={paths.prevent} wide>
          All of “Keep it away”
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** What is always true of lifting, with and without a record. */
export function LiftingWords() {
  return (
    <>
      <h2>In daily life</h2>
      <Lines all={liftingRules.everyDay} />
      <h2>Go a step up when</h2>
      <Lines all={liftingRules.up} />
      <h2>Do not go up when</h2>
      <Lines all={liftingRules.notUp} />
    </>
  )
}

interface LiftStepProps {
  readonly step: Extract<LiftingLadder, { readonly steps: unknown }>['steps'][number]
  /** From 1. */
  readonly place: number
  readonly loadKg: number
}

/** One step of the ladder: a way into it, or why it is not for this person now. */
function LiftStep({ step: { movement, here, later, because, dose }, place, loadKg }: LiftStepProps) {
  if (because.length > 0 || dose === null)
    return (
      <div class="card">
        <strong>
          {place}. {movements[movement].title}
        </strong>
        <p class="quiet small">
          {because.length > 0 ? `Not for you now. ${because.join(' ')}` : 'This one comes in a later phase.'}
        </p>
      </div>
    )
  return (
    <MovementRow movement={movement} id={`lift-${movement}`}>
      <span class="quiet small">Step {place}</span>
      <span class="small">{dose}</span>
      {later && <span class="small">Later: your day-by-day plan gets you there.</span>}
      {here && (
        <span>
          <strong>You are here{loadKg > 0 && `, with ${loadKg} kg`}.</strong>
        </span>
      )}
    </MovementRow>
  )
}

/** The ladder for this person. */
export function LiftingPage({ record, ladder }: { record: RecordNow; ladder: LiftingLadder }) {
  return (
    <CarePage home={record.home} title="Practise lifting" islands={['told-elsewhere']}>
      <h1 tabindex={-1} data-focus>
        Practise lifting
      </h1>
      <p>Four steps, from a chair to weights. Each is the same bend from the hips.</p>
      {ladder.kind === 'first' ? (
        <First why={ladder.why} because={ladder.because} record={record} />
      ) : (
        <>
          <ol class="step-list">
            {ladder.steps.map((step, index) => (
              <li key={step.movement}>
                <LiftStep step={step} place={index + 1} loadKg={ladder.loadKg} />
              </li>
            ))}
          </ol>
          <p>
            {record.state.started
              ? 'It is part of your sessions: your plan moves you up and down by the rules below.'
              : 'In your day-by-day plan it is part of your sessions. That moves you up and down by the rules below.'}
          </p>
          <StopSigns />
        </>
      )}
      <LiftingWords />
      <HowSure topic={topics.lifting} />
      <div class="actions">
        <ButtonLink href={paths.today} look="go">
          What to do today
        </ButtonLink>
        <ButtonLink href={paths.prevent} wide>
          All of “Keep it away”
        </ButtonLink>
      </div>
    </CarePage>
  )
}
