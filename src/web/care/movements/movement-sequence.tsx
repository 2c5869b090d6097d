/**
 * A set made of movements (yoga, Pilates, in bed, on a chair, standing), as this person does it, with what the trials say.
 * Every place is filled through the block list and movement-access.ts. Never: a movement that is blocked for them.
 */
import { movements } from '../../../care/movement/movements.ts'
import { type Sequence, sequenceFor } from '../../../care/movement/sequences.ts'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import { Sources } from '../medicines/medicine-result.tsx'
import { AskedTooLittle, Back, Lines, MovementCard, phaseWords } from './movement-card.tsx'
import type { MovementsNow } from './movement-now.ts'
import { doseOfPhase, movementStanding, phaseNumbers, type Standpoint } from './movement-access.ts'
import { paths } from '../paths.ts'
import { CarryPlan } from '../plan/plan-now.tsx'
import { commonStops } from '../../../care/movement/stop-words.ts'

export interface SequencePageProps {
  readonly at: MovementsNow
  readonly who: Standpoint
  readonly sequence: Sequence
}

/** One set. */
export function SequencePage({ at, who, sequence }: SequencePageProps) {
  const { title, about, proof, grade, sources } = sequence
  const comes = phaseNumbers.find((phase) => doseOfPhase(phase) === sequence.phase) ?? 1
  const steps = sequenceFor(sequence, who.profile, who.lock).flatMap((step) => {
    const standing = movementStanding(step.id, who)
    return standing.kind === 'blocked' ? [] : [{ ...step, standing }]
  })
  const early = comes > who.phase
  return (
    <CarePage home={at.now.home} title={title} islands={at.linked ? ['told-elsewhere'] : []}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>{about}</p>
      <Callout title="How sure we are">
        <EvidenceBar grade={grade} />
        <p>{proof}</p>
      </Callout>
      {early && (
        <Callout title="Not yet" look="warn">
          <p>
            This set uses the amounts of {phaseWords(comes)}. You are in phase {who.phase}. Look at it now. Do it when
            you get there.
          </p>
        </Callout>
      )}
      <form method="post" action={paths.movements} class="plan-steps">
        <CarryPlan now={at.now} />
        <h2>{early ? 'What is in it' : 'Do these in turn'}</h2>
        {at.asked && steps.length === 0 && <p>Nothing in this set fits you now.</p>}
        <ol class="step-list">
          {steps.map(({ id, dose, insteadOf, standing }) => (
            <li key={id}>
              <MovementCard
                linked={at.linked}
                id={id}
                options={standing.options}
                phase={comes}
                name="set"
                withoutPhase
                {...(standing.kind === 'later' && !early && { later: true })}
                {...(standing.kind === 'now' && !early && { dose: dose.text })}
              />
              {insteadOf && <p class="quiet small">For you, in place of: {movements[insteadOf].title}.</p>}
            </li>
          ))}
        </ol>
      </form>
      {!at.asked && <AskedTooLittle to="choose all of this set for you" />}
      {!early && (
        <Callout title="When to stop" look="warn">
          <Lines all={commonStops} />
        </Callout>
      )}
      <Details summary="Where this comes from">
        <Sources ids={sources} />
      </Details>
      <Back at={at} />
    </CarePage>
  )
}
