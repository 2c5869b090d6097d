/**
 * The engine: three-valued evaluation of conditions over answers, and the interval of levels they leave open.
 * Pure. Reads any definition (questions, rules, terms); knows nothing about backs.
 * Never: lowers a level, guesses an answer, or asks what can no longer matter.
 */
import { followOpen } from './collect-open.ts'
import { compileApplies, compileCondition, compileRule, type Compiling, startCompiling } from './compile-condition.ts'
import { type Dependents, dependentsOf } from './dependents.ts'
import {
  type Definition,
  type Evaluation,
  isFalse,
  isOpen,
  isTrue,
  type Named,
  partsOf,
  type Truth,
  truthOf,
} from './truth.ts'
import type { Answer, Answers, Condition, Level, Rule } from './types.ts'

/** A definition made ready to evaluate. */
export interface Engine {
  readonly definition: Definition
  /** Starts an evaluation of these answers. */
  readonly start: (answers: Answers) => Evaluation
  /** The rules made ready, in the order of `definition.rules`. */
  readonly rules: readonly Named[]
  /** Does the question apply? Open while what decides it is not answered. */
  readonly applies: (question: string, evaluation: Evaluation) => Truth
  /** Is the question at this place asked, and not answered yet? */
  readonly isLeft: (place: number, evaluation: Evaluation) => boolean
  readonly truth: (condition: Condition, evaluation: Evaluation) => Truth
  /** What hangs on each question, in the order of `definition.questions`. */
  readonly dependents: readonly Dependents[]
}

/**
 * Compiles a definition. Cost: once per process.
 * @throws when a condition names a question or term that does not exist, or terms refer to each other in a circle.
 */
export function compile(definition: Definition): Engine {
  const compiling = startCompiling(definition)
  const applies = definition.questions.map(({ id }) => compileApplies(compiling, id))
  const rules = definition.rules.map(({ when }, index) => compileRule(compiling, when, index))
  const dependents = dependentsOf(definition)
  const isAsked = (asked: Named | undefined, evaluation: Evaluation) => (asked ? truthOf(asked, evaluation) : isTrue)
  return {
    definition,
    rules,
    start: starter(compiling, rules, dependents),
    applies: (id, evaluation) => isAsked(compileApplies(compiling, id), evaluation),
    isLeft: (place, evaluation) =>
      evaluation.given[place] === undefined && isAsked(applies[place], evaluation) === isTrue,
    truth: (condition, evaluation) => truthOf(compileCondition(compiling, condition), evaluation),
    dependents,
  }
}

/**
 * Starts evaluations: the answers at the places of their questions. What no given answer touches is known beforehand: it is
 * as it would be with no answers at all. Answers to no question are left.
 */
function starter(
  { questionPlaces, memoLength }: Compiling,
  rules: readonly Named[],
  dependents: readonly Dependents[],
): Engine['start'] {
  const nothing: readonly (Answer | undefined)[] = dependents.map(() => undefined)
  const blank: Evaluation = {
    answers: {},
    given: nothing.slice(),
    memo: Array.from({ length: memoLength }, () => -1 as const),
  }
  for (const rule of rules) truthOf(rule, blank)
  return (answers) => {
    const given = nothing.slice()
    const memo = blank.memo.slice()
    // For … in finds each answer with its name: three times as quick as looking it up.
    for (const id in answers) {
      const place = questionPlaces.get(id)
      if (place === undefined) continue
      given[place] = answers[id]
      for (const remembered of dependents[place]?.remembered ?? []) memo[remembered] = -1
    }
    return { answers, given, memo }
  }
}

const rank: Readonly<Record<Level, number>> = { 'self-care': 0, soon: 1, urgent: 2, emergency: 3 }

/** The more urgent of two levels. */
export const higher = (one: Level, other: Level): Level => (rank[one] >= rank[other] ? one : other)
/** Is `one` more urgent than `other`? */
export const isAbove = (one: Level, other: Level): boolean => rank[one] > rank[other]

/** Where the level may still end: at least `atLeast`, at most `atMost`. `truths` is per rule. */
export interface Interval {
  readonly atLeast: Level
  readonly atMost: Level
  readonly truths: readonly Truth[]
}

/** The interval of levels that these answers leave open. */
export function interval(engine: Engine, evaluation: Evaluation): Interval {
  let atLeast: Level = 'self-care'
  let atMost: Level = 'self-care'
  const truths: Truth[] = []
  for (const [index, rule] of engine.rules.entries()) {
    const truth = truthOf(rule, evaluation)
    const level = engine.definition.rules[index]?.level ?? 'self-care'
    truths.push(truth)
    if (truth === isTrue) atLeast = higher(atLeast, level)
    if (truth !== isFalse) atMost = higher(atMost, level)
  }
  return { atLeast, atMost, truths }
}

/**
 * Rules that are open and can still change the outcome: those that would raise the level, or would add a lock or a shorter
 * time at the same level. Places in `definition.rules`, in order.
 */
export function undecidedRules(engine: Engine, { atLeast, truths }: Interval): readonly number[] {
  const { rules } = engine.definition
  const sure = rules.filter((rule, index) => truths[index] === isTrue && rule.level === atLeast)
  const addsSomething = (rule: Rule): boolean =>
    isAbove(rule.level, atLeast) ||
    (rule.level === atLeast &&
      atLeast !== 'emergency' &&
      (rule.always === true ||
        (rule.within !== undefined && sure.every(({ within }) => within !== rule.within)) ||
        (rule.locks !== undefined && sure.every(({ locks }) => locks === undefined))))
  const undecided: number[] = []
  for (const [index, rule] of rules.entries())
    if (truths[index] === isOpen && addsSomething(rule)) undecided.push(index)
  return undecided
}

/**
 * The unanswered questions that leave these rules open, by their places in the definition.
 * @param rules places of open rules
 * @param among only of these questions
 */
export function openQuestions(
  engine: Engine,
  evaluation: Evaluation,
  rules: readonly number[],
  among: readonly number[] = [...engine.definition.questions.keys()],
): readonly number[] {
  const left = among.filter((place) => engine.isLeft(place, evaluation))
  const followed = new Uint8Array(evaluation.memo.length)
  for (const rule of rules) {
    const open = engine.rules[rule]
    if (open) followOpen(open, evaluation, followed)
    // Once all of them are found, no further rule need be looked at.
    if (left.every((place) => followed[place])) break
  }
  return left.filter((place) => followed[place])
}

/**
 * The answers that made a condition true: ids of the questions whose own part holds, in the order of the rule.
 * Parts under "not" are what did not clear it, and are left out.
 */
export function decidingQuestions(engine: Engine, condition: Condition, evaluation: Evaluation): readonly string[] {
  const found = new Set<string>()
  const visit = (part: Condition): void => {
    if ('not' in part || engine.truth(part, evaluation) !== isTrue) return
    if ('term' in part) {
      const defined = engine.definition.terms[part.term]
      if (defined) visit(defined.when)
    } else if ('q' in part) found.add(part.q)
    else partsOf(part).forEach(visit)
  }
  visit(condition)
  return [...found]
}
