/**
 * The small picture of a step: its drawn figure, or a simple sign for what has none (warmth, cold, drink …).
 * Decoration only: the words beside it say the same, so it is hidden from screen readers.
 */
import { drawnFor } from '../../../care/movement/block-list.ts'
import { movementProfileOf } from '../../../care/relief/movement-facts.ts'
import type { ReliefProfile } from '../../../care/relief/profile-questions.ts'
import type { PlanStep, StepKind } from '../../../care/relief/step-types.ts'
import { Figure } from '../../ui/figure.tsx'

/** The drawing of a step. `id` keeps the figure's own ids apart on a page that shows many. */
export function StepPicture({ step, profile, id }: { step: PlanStep; profile: ReliefProfile; id: string }) {
  return (
    <span class="step-picture" aria-hidden="true">
      {step.movement ? (
        <Figure movement={step.movement} id={id} options={drawnFor(step.movement, movementProfileOf(profile))} />
      ) : (
        <Sign kind={step.kind} />
      )}
    </span>
  )
}

const signs: Readonly<Record<StepKind, string>> = {
  ease: 'M10 44h44M16 44v-8a8 8 0 0 1 8-8h16a8 8 0 0 1 8 8v8M24 22a6 6 0 1 0 0-.1',
  breath: 'M10 24h28a7 7 0 1 0-7-7M10 34h36a7 7 0 1 1-7 7M10 44h16',
  heat: 'M16 54c-6-8 6-12 0-20M32 54c-6-8 6-12 0-20M48 54c-6-8 6-12 0-20M12 24h40M20 16h24',
  cold: 'M32 10v44M13 21l38 22M51 21L13 43M26 14l6 5 6-5M26 50l6-5 6 5',
  move: 'M12 32h40M42 22l10 10-10 10M22 22L12 32l10 10',
  walk: 'M34 14a5 5 0 1 0 0-.1M32 24l-4 14-10 14M28 38l10 6 4 10M32 24l10 10M32 24l-12 8',
  massage: 'M32 32m-16 0a16 16 0 1 0 32 0a16 16 0 1 0-32 0M24 27a10 10 0 0 1 8-6',
  relax: 'M12 40c8-14 16-14 20 0s12 14 20 0M12 26c8-14 16-14 20 0s12 14 20 0',
  active: 'M32 32m-20 0a20 20 0 1 0 40 0a20 20 0 1 0-40 0M32 20v12l8 6',
  medicine: 'M22 12h20v8H22zM18 20h28v32H18zM32 28v16M24 36h16',
  drink: 'M18 14h28l-4 38H22zM20 30h24',
  sleep: 'M42 40a18 18 0 1 1-18-26 14 14 0 0 0 18 26z',
  check: 'M14 34l12 12 24-28',
  test: 'M16 32h32M24 24l-8 8 8 8M40 24l8 8-8 8M32 14v36',
}

/** A sign in lines of the figure's colour. */
function Sign({ kind }: { kind: StepKind }) {
  return (
    <svg class={`sign ${kind}`} viewBox="0 0 64 64" aria-hidden="true">
      <path d={signs[kind]} fill="none" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  )
}
