/**
 * Which step fills a slot: the first choice that is offered to this person and ruled out by no limit.
 * A plain reading of three tables (slots, steps, limits), so that a solver can read the same ones.
 * Never: an exception in code. Whatever decides is in the tables.
 */
import type { Condition } from '../check/types.ts'
import { holds } from '../check/condition-met.ts'
import { type Limit, limits } from './limits.ts'
import { reliefTerms } from './pattern.ts'
import type { ReliefProfile } from './profile-questions.ts'
import { gentleKinds, type Slot, slots } from './slots.ts'
import type { StepCard } from './step-types.ts'
import { stepById } from './steps.ts'

/** What conditions may look at: the profile, the hour (0 to 23, local) and the level of the check. */
export type Situation = ReliefProfile & {
  readonly hour: number
  readonly level: 'self-care' | 'soon' | 'urgent' | 'emergency'
}

/** The tables that decide a plan. The proof swaps in broken ones and expects to notice. */
export interface Tables {
  readonly limits: readonly Limit[]
  readonly slots: readonly Slot[]
  readonly steps: ReadonlyMap<string, StepCard>
}
/** The tables as they are used: limits, slots and steps. The proofs put wrong ones in their place. */
export const tables: Tables = { limits, slots, steps: stepById }

/** A filled slot: the step, and the better choices that this person cannot have. */
export interface Filled {
  readonly slot: Slot
  readonly step: StepCard
  readonly leftOut: readonly LeftOut[]
}
/** A better choice that this person cannot have, and the first limit that rules it out. */
export interface LeftOut {
  readonly step: StepCard
  readonly limit: Limit
}

/** True when the limit's person may not have this step, whoever they are: the match of traits alone. */
export function concerns(limit: Limit, step: StepCard): boolean {
  const byMovement = step.movement !== undefined && limit.movements?.includes(step.movement)
  return byMovement === true || step.traits.some((trait) => limit.rulesOut.includes(trait))
}

/** The limits that rule this step out for this person; empty means allowed. */
export function limitsOn(step: StepCard, situation: Situation, { limits }: Tables = tables): readonly Limit[] {
  return limits.filter((limit) => concerns(limit, step) && holds(limit.who, situation, reliefTerms))
}

/** The choices of a slot that exist in this kind of plan: all, or (gentle) only those that a locked person may have. */
export function choicesOf(slot: Slot, gentle: boolean, { steps }: Tables = tables): readonly StepCard[] {
  const cards = slot.choices.map((id) => {
    const step = steps.get(id)
    if (!step) throw new Error(`unknown step ${id}`)
    return step
  })
  return gentle ? cards.filter(({ kind }) => gentleKinds.includes(kind)) : cards
}

/**
 * Fills one slot.
 * @throws when nothing is left: the last choice of a slot must never be ruled out (proved, and tested)
 */
export function fillSlot(slot: Slot, situation: Situation, gentle: boolean, from: Tables = tables): Filled {
  const leftOut: LeftOut[] = []
  for (const step of choicesOf(slot, gentle, from)) {
    if (step.offeredWhen && !meets(step.offeredWhen, situation)) continue
    const [limit] = limitsOn(step, situation, from)
    if (!limit) return { slot, step, leftOut }
    leftOut.push({ step, limit })
  }
  throw new Error(`slot ${slot.id} is empty`)
}

/** Whether a condition of the tables holds in this situation. */
export function meets(condition: Condition, situation: Situation): boolean {
  return holds(condition, situation, reliefTerms)
}
