/**
 * The change of phase: what opens it, with each sign met or not yet, and one button when all are. "Not yet" is fine.
 * Draws what care/programme/advance-phase.ts says. Never: a change that the rules would refuse.
 */
import type { PhaseReadiness } from '../../../care/programme/advance-phase.ts'
import { phaseBefore } from '../../../care/programme/advance-phase.ts'
import { phases } from '../../../care/programme/phases.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import { paths } from '../paths.ts'
import { FullCheckButton, NewOrWorse } from './programme-parts.tsx'
import { Criteria } from './programme-page.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { StillOpen } from './today-warnings.tsx'
import { PhaseList } from './phase-list.tsx'

export interface PhasePageProps {
  readonly record: RecordNow
  readonly readiness: PhaseReadiness
  readonly entry: string
  /** Why nothing was changed, after a form that no longer fitted. */
  readonly notice?: string
}

/** The signs, and what can be done about each that is missing. */
export function PhasePage({ record, readiness, entry, notice }: PhasePageProps) {
  const { home, state } = record
  const { next, ready, criteria } = readiness
  const title = next === null ? 'You are in the last phase' : `Phase ${next}: ${phases[next].name}`
  const ask = new Set(criteria.flatMap(({ met, stillToTell }) => (met ? [] : (stillToTell ?? []))))
  return (
    <CarePage home={home} title={title} islands={['told-elsewhere']}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <StillOpen record={record} />
      {notice && (
        <p class="callout" role="status">
          {notice}
        </p>
      )}
      {next !== null && (
        <>
          <p>{phases[next].aim}</p>
          <h2>What you need for it</h2>
          <Criteria readiness={readiness} />
          <p>{ready ? 'All of it is met. You choose when.' : 'Not yet is fine. Backs take the time they take.'}</p>
        </>
      )}
      <div class="actions">
        {ready && next !== null && <PhaseForm to={next} entry={entry} text={`Go on to phase ${next}`} go />}
        {!ready && ask.has('abilities') && (
          <ButtonLink href={paths.abilities} look="go">
            Tell us what you can do
          </ButtonLink>
        )}
        {!ready && ask.has('morning') && (
          <ButtonLink href={paths.morning} wide>
            Tell us your pain now
          </ButtonLink>
        )}
        {!ready && readiness.onlyCheckMissing && <FullCheckButton look="go" />}
        <ButtonLink href={paths.today} wide>
          {ready ? 'Not yet: stay in this phase' : 'Back to today'}
        </ButtonLink>
      </div>
      {state.phase > 1 && (
        <Details summary="Go back a phase">
          <p>You can go back at any time. Nothing is lost.</p>
          <PhaseForm
            to={phaseBefore(state.phase)}
            entry={entry}
            text={`Go back to phase ${phaseBefore(state.phase)}, ${phases[phaseBefore(state.phase)].name}`}
          />
        </Details>
      )}
      <Details summary="All four phases">
        <PhaseList now={state.phase} />
      </Details>
      <NewOrWorse />
    </CarePage>
  )
}

function PhaseForm({ to, entry, text, go }: { to: number; entry: string; text: string; go?: boolean }) {
  return (
    <form method="post" action={paths.phaseChange}>
      <input type="hidden" name="entry" value={entry} />
      <Button name="to" value={String(to)} wide {...(go && { look: 'go' })}>
        {text}
      </Button>
    </form>
  )
}
