/**
 * May this person see this movement now? The plan's lock, the block list and every limit of the relief steps must agree.
 * Pure. Called by the movement pages. Never: shows a movement that only one of them allows.
 */
import { blockedReasons, drawnFor, modifications, substituteChain, withinLock } from '../../care/movement/block-list.ts'
import type { MotionOptions } from '../../care/movement/motion.ts'
import { type MovementId, movementIds, movements } from '../../care/movement/movements.ts'
import { limitsOn, type Situation } from '../../care/relief/choose.ts'
import { movementProfileOf } from '../../care/relief/movement-facts.ts'
import type { Plan } from '../../care/relief/plan.ts'
import { steps } from '../../care/relief/steps.ts'
import type { StepCard } from '../../care/relief/step-types.ts'

export type MovementStanding =
  | { readonly allowed: true; readonly changes: readonly string[]; readonly options: MotionOptions }
  | { readonly allowed: false; readonly because: readonly string[]; readonly instead: MovementId | undefined }

const all: readonly StepCard[] = steps

/** What this person may do of a movement, or why not and what instead. `hour`: on their own clock. */
export function movementStanding(
  id: MovementId,
  plan: Plan,
  situation: Pick<Situation, 'hour' | 'level'>,
): MovementStanding {
  const profile = movementProfileOf(plan.profile)
  const reasons = whyNot(id, plan, situation)
  if (reasons.length === 0)
    return {
      allowed: true,
      changes: modifications(id, profile).map(({ text }) => text),
      options: drawnFor(id, profile),
    }
  const instead = substituteChain(id).find((other) => other !== id && whyNot(other, plan, situation).length === 0)
  return { allowed: false, because: [...new Set(reasons)], instead }
}

/** Every movement that this person may see now, in the room's order. */
export function movementsFor(plan: Plan, situation: Pick<Situation, 'hour' | 'level'>): readonly MovementId[] {
  return movementIds.filter((id) => whyNot(id, plan, situation).length === 0)
}

function whyNot(id: MovementId, plan: Plan, { hour, level }: Pick<Situation, 'hour' | 'level'>): readonly string[] {
  if (!withinLock(id, plan.movement)) return ['Your check asks you to be seen before you move more.']
  const cards = all.filter(({ movement }) => movement === id)
  // A movement that no step of the plan uses has no limits of its own there, so it waits.
  if (cards.length === 0 && movements[id].kind === 'move') return ['It is not part of the first days.']
  const situation: Situation = { ...plan.profile, hour, level }
  return [
    ...blockedReasons(id, movementProfileOf(plan.profile)).map(({ because }) => because),
    ...cards.flatMap((card) => limitsOn(card, situation).map(({ because }) => because)),
  ]
}
