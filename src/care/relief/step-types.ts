/**
 * The shape of a step, before and after it is put into a plan. Types only.
 * Used by `steps.ts` (the library), `plan.ts` (the plan) and the plan pages.
 */
import type { Condition } from '../check/types.ts'
import type { Grade, VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import type { MovementId } from '../movement/movements.ts'
import type { Trait } from './limits.ts'

/** What a step is about. While a SOON result locks movement, only some kinds are left (`gentleKinds` in slots.ts). */
export type StepKind =
  | 'ease'
  | 'breath'
  | 'heat'
  | 'cold'
  | 'move'
  | 'walk'
  | 'massage'
  | 'relax'
  | 'active'
  | 'medicine'
  | 'drink'
  | 'sleep'
  | 'check'
  | 'test'

/** What the timer of a step does. All times in whole seconds. */
export type TimerSpec =
  | { readonly kind: 'hold' | 'walk'; readonly seconds: number }
  | { readonly kind: 'heat' | 'cold'; readonly seconds: number; readonly skinCheckEverySeconds: number }
  | {
      readonly kind: 'breath'
      readonly seconds: number
      readonly inhaleSeconds: number
      readonly exhaleSeconds: number
    }
  | {
      readonly kind: 'relax'
      readonly seconds: number
      readonly tenseSeconds: number
      readonly restSeconds: number
      readonly parts: readonly string[]
    }
  | { readonly kind: 'reps'; readonly reps: number; readonly secondsEach: number; readonly sides: 1 | 2 }

/** A line that is always shown, or only when a condition holds for this person and hour. */
export type Line = string | { readonly when: Condition; readonly line: string }

/** A step as it stands in the library. Conditions look at the profile, `hour` (0 to 23) and `level`. */
export interface StepCard {
  readonly id: string
  readonly kind: StepKind
  /** Verb first. */
  readonly title: string
  readonly how: readonly Line[]
  /** How long it takes, minutes. */
  readonly minutes: number
  readonly often: string
  readonly why: string
  /** How sure we are, and what the sources say, in a sentence. */
  readonly evidence: string
  readonly grade: Grade
  /** It is there for safety, not for ease: nobody has to prove that it helps, so it carries no bar. */
  readonly forSafety?: true
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
  readonly stop: readonly Line[]
  readonly timer?: TimerSpec
  /** The movement it is, for its page and figure. The block list knows it by this id. */
  readonly movement?: MovementId
  readonly traits: readonly Trait[]
  /** Only put forward when this holds: things at hand, or a pattern that it suits. */
  readonly offeredWhen?: Condition
  /** Shorter name for "instead of …". */
  readonly short: string
}

/** What this person cannot have now, and why: "Instead of … : …". */
export interface Instead {
  /** The steps left out for this reason, in few words each, without repeats. */
  readonly of: readonly string[]
  readonly limit: string
  /** A whole sentence. */
  readonly because: string
}

/** A step in a plan: one person, one hour. */
export interface PlanStep {
  /** Unique in a plan and stable: slot and card, such as `ease-side-bed`. */
  readonly id: string
  readonly slot: string
  readonly card: string
  readonly kind: StepKind
  readonly title: string
  readonly how: readonly string[]
  readonly minutes: number
  readonly often: string
  readonly why: string
  readonly evidence: string
  readonly grade: Grade
  /** It is there for safety, not for ease: nobody has to prove that it helps, so it carries no bar. */
  readonly forSafety?: true
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
  readonly stop: readonly string[]
  readonly timer?: TimerSpec
  readonly movement?: MovementId
  readonly insteadOf: readonly Instead[]
}
