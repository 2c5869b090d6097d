/**
 * The three truth values of a condition, and what one is worked out from.
 * Pure. Knows nothing about backs. Never: guesses an answer.
 */
import type { Answer, Answers, Condition, Question, Rule } from './types.ts'

/** False, still open (answers missing), or true. Ordered, so that "and" is the least and "or" the greatest. */
export type Truth = 0 | 1 | 2
/** It does not hold, whatever is answered next. */
export const isFalse = 0
/** Answers are missing that decide it. */
export const isOpen = 1
/** It holds, whatever is answered next. */
export const isTrue = 2

/** What the engine needs to know. Every `q` must name a question here, and every `term` a term. */
export interface Definition {
  readonly questions: readonly Question[]
  readonly rules: readonly Rule[]
  readonly terms: Readonly<Record<string, { readonly when: Condition }>>
}

/** One evaluation of one set of answers. */
export interface Evaluation {
  readonly answers: Answers
  /** The answers again, by the place of their question in the definition: much quicker to find than by name. */
  readonly given: (Answer | undefined)[]
  /** What is known so far of each "does this question apply?", behind them of each term, then of each rule; -1: not known yet. */
  readonly memo: (-1 | Truth)[]
}

/** A condition made ready to ask. */
export type Compiled = (evaluation: Evaluation) => Truth

/** The conditions that a condition joins with "all", "any" or "count"; none for every other kind. */
export function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  if ('count' in condition) return condition.of
  return []
}
