/**
 * The lifting practice ladder: the hip hinge, from a chair to weights (evidence.md §5.1 M16), and where the person stands on
 * it. The programme moves them up and down; this only shows it. Pure.
 * Never: says that bending is dangerous, and never shows a step that is blocked for this person.
 */
import type { Moment } from '../evidence/calendar.ts'
import { blockedReasons, withinLock } from '../movement/block-list.ts'
import { doseFor } from '../movement/doses.ts'
import { ladders } from '../movement/ladders.ts'
import type { MovementId } from '../movement/movements.ts'
import type { MovementProfile } from '../movement/profile.ts'
import { ladder } from '../programme/ladder.ts'
import { cardNamed, contentOf, movementAt, phases } from '../programme/phases.ts'
import type { ProgrammeState } from '../programme/state.ts'
import { limit } from '../programme/thresholds.ts'
import { inWords } from '../programme/words.ts'
import { assumeUnknownsSafe, type Closed, gate, tellUsMore } from './gate.ts'

/** The hinge, easiest first. */
export const liftingMovements: readonly MovementId[] = ladders.find((steps) => steps.includes(cardNamed.hipHinge)) ?? []

/** One step as this person meets it. */
export interface LiftingStep {
  readonly movement: MovementId
  readonly here: boolean
  /** Harder than where the person stands. */
  readonly later: boolean
  /** Why it is not for this person; empty when it may be done. */
  readonly because: readonly string[]
  /** The dose of the person's phase; null when the phase has none for it. */
  readonly dose: string | null
}
/** The steps of lifting for this person, `loadKg` in kilograms; or what comes first. */
export type LiftingLadder =
  | { readonly kind: 'first'; readonly why: Closed['why']; readonly because: string }
  | { readonly kind: 'ladder'; readonly steps: readonly LiftingStep[]; readonly loadKg: number }

/** The ladder for this person. `loadKg`: the weight that the programme has come to; 0 for none. */
export function liftingLadder(state: ProgrammeState, profile: MovementProfile, now: Moment): LiftingLadder {
  const door = gate(state, profile, now)
  if (!door.ok) return { kind: 'first', why: door.why, because: door.because }
  const openTo = (person: MovementProfile) =>
    liftingMovements.some((movement) => blockedReasons(movement, person).length === 0)
  if (!openTo(profile) && openTo(assumeUnknownsSafe(profile)))
    return { kind: 'first', why: tellUsMore.why, because: tellUsMore.because }
  const progress = state.cards[cardNamed.hipHinge]
  const rung =
    state.started && contentOf(state.phase, cardNamed.hipHinge) && progress && progress.rung >= 0
      ? ladder(state.phase, cardNamed.hipHinge)[progress.rung]
      : undefined
  const level = rung ? liftingMovements.indexOf(movementAt(cardNamed.hipHinge, rung.level)) : liftingMovements.length
  const dose = phases[state.started ? state.phase : 2].dose
  return {
    kind: 'ladder',
    loadKg: rung?.loadKg ?? 0,
    steps: liftingMovements.map((movement, index) => ({
      movement,
      here: index === level,
      later: index > level,
      because: [
        ...(withinLock(movement, door.lock) ? [] : ['Your check allows only gentle things for now.']),
        ...blockedReasons(movement, profile).map(({ because }) => because),
      ],
      dose: doseFor(movement, dose, profile)?.text ?? null,
    })),
  }
}

/** When to go a step up, and when not (evidence.md §6.2, §5.0; M16). */
export const liftingRules = {
  up: [
    `Your last ${inWords(limit('sessionsToAdvance'))} sessions stayed at ${limit('greenPeak')} of 10 or less.`,
    'Your back was no worse the next morning.',
    `The effort was ${limit('effortStrength')} of 10 or less.`,
    'Nothing went down your leg.',
    'With weights: add 1 to 2 kg, then stay there a while.',
  ],
  notUp: [
    `Pain of ${limit('greenPeak') + 1} or 5, or a worse morning by 1 point: stay on this step.`,
    `Pain of ${limit('redPeak')} or more, or a worse morning by ${limit('morningRegress')}: step back, and do half next time.`,
    'Pain further down your leg: stop, and do the check.',
    'In a flare, or when you slept badly or feel ill: do not go up.',
  ],
  everyDay: [
    'Bending is safe. Backs are made to bend.',
    'Start with light things that you lift at home anyway.',
    'Keep the thing close, and breathe out as you lift.',
    'Build back up to lifting. Keeping away from it feeds fear.',
  ],
} as const
