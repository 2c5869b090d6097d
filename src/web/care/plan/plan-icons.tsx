/**
 * The small picture of a step: its drawn figure, or a simple sign for what has none (warmth, cold, drink …).
 * Decoration only: the words beside it say the same, so it is hidden from screen readers.
 */
import { drawnFor } from '../../../care/movement/block-list.ts'
import { movementProfileOf } from '../../../care/relief/movement-facts.ts'
import type { ReliefProfile } from '../../../care/relief/profile-questions.ts'
import type { PlanStep } from '../../../care/relief/step-types.ts'
import { Thumbnail } from '../../ui/figure.tsx'
import { Sign } from '../../ui/icons.tsx'

/** The drawing of a step. `id` keeps the figure's own ids apart on a page that shows many. */
export function StepPicture({ step, profile, id }: { step: PlanStep; profile: ReliefProfile; id: string }) {
  return (
    <span class="step-picture" aria-hidden="true">
      {step.movement ? (
        <Thumbnail movement={step.movement} id={id} options={drawnFor(step.movement, movementProfileOf(profile))} />
      ) : (
        <Sign name={step.kind} />
      )}
    </span>
  )
}
