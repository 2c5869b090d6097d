/** One part of the proofs: what was done, what came of it, and what is wrong. */
export interface Section {
  readonly title: string
  /** Sentences for docs/proofs.md. */
  readonly lines: readonly string[]
  /** Any of these fails the run. */
  readonly wrong: readonly string[]
}

/** How much of each proof is run, and from which seed. */
export interface Measure {
  /** 1 is the whole; a tenth runs a tenth of the rounds. */
  readonly share: number
  readonly seed: number
}

/** A count of rounds, at least one. */
export const rounds = ({ share }: Measure, whole: number): number => Math.max(1, Math.round(whole * share))
