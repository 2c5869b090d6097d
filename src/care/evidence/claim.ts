/**
 * What a claim is: one thing that we say is so, how sure we are, how much it does, and where we have it from.
 * Types and plain folds. The claims themselves are in `claims.ts`.
 */
import type { IsoDate } from './calendar.ts'
import type { Grade, VerificationTag } from './grade.ts'
import type { SourceId } from './sources.ts'

/** How much a treatment does, with its interval, on the scale on which it was measured. */
export interface Effect {
  /** What was measured, and when: "less pain after 6 weeks". Begins small; it says whether more of it is better or worse. */
  readonly of: string
  /** The middle of what the studies found. */
  readonly found: number
  /** The 95 % interval, where it is known, from the lower number to the higher. */
  readonly likely?: readonly [low: number, high: number]
  /** The ends of the scale, and a word for each: 0 "none" to 5 "complete". */
  readonly scale: { readonly from: number; readonly to: number; readonly words: readonly [from: string, to: string] }
  /** What the number counts: "points", "days", "people in 100". */
  readonly unit: string
  /** How many trials or studies, and people, where known. */
  readonly trials?: number
  readonly people?: number
  /** Against what it was held, where the brief says it: "a sham", "bed rest". */
  readonly against?: string
  /** How this number was seen, where that is less sure than the claim itself. */
  readonly tag?: VerificationTag
}

/** One claim. */
export interface Claim {
  /** The claim in one plain sentence, as a person may read it. */
  readonly says: string
  /**
   * What kind of statement it is. `effect`: a treatment does, or does not do, something. `outlook`: how it goes. `cause`: why
   * it happens. `dose`: how much, how often. `safety`: when not, or when to get help. `fact`: anything else that is so.
   */
  readonly kind: 'effect' | 'outlook' | 'cause' | 'dose' | 'safety' | 'fact'
  /** How good the evidence is. Missing where nothing was tested: doses, safety and plain facts. */
  readonly grade?: Grade
  readonly effect?: Effect
  readonly sources: readonly [SourceId, ...SourceId[]]
  readonly tag: VerificationTag
  /** When it was read against its sources, and by when again, where that differs from the rest of the knowledge (`review.ts`). */
  readonly reviewed?: { readonly on: IsoDate; readonly by: IsoDate }
  /** When it came into the register; missing where it stood in the first one, which was read on the day of `review.ts`. */
  readonly cameOn?: IsoDate
  /** What changed in it and when, newest first; missing when nothing has. */
  readonly changes?: readonly { readonly on: IsoDate; readonly what: string }[]
}

/** A claim that we no longer make. */
export interface Withdrawn {
  /** The id that it had. */
  readonly id: string
  readonly on: IsoDate
  /** What it said. */
  readonly said: string
  /** Why it is gone, in a sentence. */
  readonly why: string
}
