/**
 * What a session page hands to the player: each movement with its doses in milliseconds. Plain data: it travels in the page.
 * Never: a dose of its own (they come from the programme), or a word about whether a movement is allowed.
 */

/** The side of the body that works. */
export type Side = 'left' | 'right'

/** What is done in one item, times in milliseconds. */
export type Work =
  /** So many times: out, hold there (0: none), and back. Each moves the figure from `fromMs` of its loop. */
  | {
      readonly kind: 'reps'
      readonly count: number
      readonly outMs: number
      readonly holdMs: number
      readonly backMs: number
      /** Where in the figure's loop a repeat begins, for each side in the order of `sides`; one entry when there are none. */
      readonly fromMs: readonly number[]
      /** Milliseconds of the drawn hold that the way back jumps over. */
      readonly drawnHoldMs: number
    }
  /** One long hold; the figure stands still at `fromMs`. */
  | { readonly kind: 'hold'; readonly ms: number; readonly fromMs: number }
  /** By the clock: a walk, a position of ease. `fromMs`: the figure stands still there; null: its loop runs. */
  | { readonly kind: 'time'; readonly ms: number; readonly fromMs: number | null }
  /** Paced breathing: whole rounds of in and out. */
  | { readonly kind: 'breath'; readonly rounds: number; readonly inMs: number; readonly outMs: number }
  /** Relaxing part by part, each with its own words. */
  | { readonly kind: 'parts'; readonly parts: readonly { readonly words: string; readonly ms: number }[] }

/** One movement (or one course of relaxing) to be timed. */
export interface TimedItem {
  readonly title: string
  /** How to get into place, shown while there is time for it. */
  readonly start: string
  /** The breathing cue, said once before the work begins. */
  readonly breathe: string
  /** Where it is done: another place needs more time to get there. */
  readonly place: string
  readonly sets: number
  /** Rest after each set, milliseconds. */
  readonly restMs: number
  /** All of it once on each side. Empty: no sides. */
  readonly sides: readonly Side[]
  /** Sides for which the figure shows the other side of the body, so that the limb that moves on it is the one that is told. */
  readonly mirroredFor: readonly Side[]
  /** What is written on the figure for each side: "Left leg". Left out: nothing. */
  readonly limbs?: Readonly<Record<Side, string>>
  readonly work: Work
  /** Words by the millisecond of the figure's loop from which they hold. */
  readonly captions: readonly (readonly [number, string])[]
}
