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

/**
 * A condition made ready to ask: the names in it have become places, and what they stand for.
 * `asked`: when the question is asked; nothing where it is asked of everyone. "All", "any" and "count" are one kind: so many
 * of the parts must hold.
 */
export type Compiled =
  | { readonly kind: 'answer'; readonly place: number; readonly passes: AnswerTest; readonly asked: Named | undefined }
  | Named
  | { readonly kind: 'not'; readonly part: Compiled }
  | { readonly kind: 'some'; readonly needed: number; readonly parts: readonly Compiled[] }

/** A term, a rule, or "does this question apply?": worked out once in an evaluation, then read from its place in the memo. */
export interface Named {
  readonly kind: 'named'
  readonly place: number
  readonly means: Compiled
}

/** The test that a condition about one question makes of a given answer. */
export type AnswerTest = (answer: Answer) => boolean

/** The truth of a condition. An answer that fails its test is false even where its question might not apply; a missing one is open. */
export function truthOf(condition: Compiled, evaluation: Evaluation): Truth {
  switch (condition.kind) {
    case 'named':
      return truthOfNamed(condition, evaluation)
    case 'answer': {
      const answer = evaluation.given[condition.place]
      if (answer !== undefined && !condition.passes(answer)) return isFalse
      const asked = condition.asked ? truthOfNamed(condition.asked, evaluation) : isTrue
      return answer === undefined && asked === isTrue ? isOpen : asked
    }
    case 'not':
      return turned[truthOf(condition.part, evaluation)]
    default:
      return truthOfSome(condition, evaluation)
  }
}

const turned = [isTrue, isOpen, isFalse] as const

function truthOfNamed({ place, means }: Named, evaluation: Evaluation): Truth {
  const known = evaluation.memo[place]
  if (known !== undefined && known !== -1) return known
  const truth = truthOf(means, evaluation)
  evaluation.memo[place] = truth
  return truth
}

function truthOfSome({ needed, parts }: Extract<Compiled, { readonly kind: 'some' }>, evaluation: Evaluation): Truth {
  let surely = 0
  let possibly = parts.length
  for (const part of parts) {
    const truth = truthOf(part, evaluation)
    if (truth === isTrue && ++surely === needed) return isTrue
    if (truth === isFalse && --possibly < needed) return isFalse
  }
  return surely >= needed ? isTrue : possibly >= needed ? isOpen : isFalse
}

/** The conditions that a condition joins with "all", "any" or "count"; none for every other kind. */
export function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  if ('count' in condition) return condition.of
  return []
}
