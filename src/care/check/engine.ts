/**
 * The engine: three-valued evaluation of conditions over answers, and the interval of levels they leave open.
 * Pure. Reads any definition (questions, rules, terms); knows nothing about backs.
 * Never: lowers a level, guesses an answer, or asks what can no longer matter.
 */
import { type Collector, compileCollectors } from './collect-open.ts'
import { compileApplies, compileCondition, startCompiling } from './compile-condition.ts'
import {
  type Compiled,
  type Definition,
  type Evaluation,
  isFalse,
  isOpen,
  isTrue,
  partsOf,
  type Truth,
} from './truth.ts'
import type { Answer, Answers, Condition, Level, Rule } from './types.ts'

/** A definition made ready to evaluate. */
export interface Engine {
  readonly definition: Definition
  /** Starts an evaluation of these answers. */
  readonly start: (answers: Answers) => Evaluation
  /** Truth of each rule, in the order of `definition.rules`. */
  readonly rules: readonly Compiled[]
  /** Does the question apply? Open while what decides it is not answered. */
  readonly applies: (question: string, evaluation: Evaluation) => Truth
  readonly truth: (condition: Condition, evaluation: Evaluation) => Truth
  /** Collects what leaves each rule open, in the order of `definition.rules`. Only for a rule that is open. */
  readonly collectOpen: readonly Collector[]
}

/**
 * Compiles a definition. Cost: once per process.
 * @throws when a condition names a question or term that does not exist, or terms refer to each other in a circle.
 */
export function compile(definition: Definition): Engine {
  const compiling = startCompiling(definition)
  const { questions, rules } = definition
  for (const { id } of questions) compileApplies(compiling, id)
  return {
    definition,
    rules: rules.map(({ when }) => compileCondition(compiling, when)),
    start: starter(compiling.questionPlaces, questions.length, compiling.termPlaces.size),
    applies: (id, evaluation) => compileApplies(compiling, id)?.(evaluation) ?? isTrue,
    truth: (condition, evaluation) => compileCondition(compiling, condition)(evaluation),
    collectOpen: compileCollectors(
      compiling,
      rules.map(({ when }) => when),
    ),
  }
}

/** Starts evaluations: the answers at the places of their questions, nothing worked out. Answers to no question are left. */
function starter(places: ReadonlyMap<string, number>, questions: number, terms: number): Engine['start'] {
  const nothing: readonly (Answer | undefined)[] = Array.from({ length: questions }, () => undefined)
  const unknown = Array.from({ length: questions + terms }, () => -1 as const)
  return (answers) => {
    const given = nothing.slice()
    // For … in finds each answer with its name: three times as quick as looking it up.
    for (const id in answers) {
      const place = places.get(id)
      if (place !== undefined) given[place] = answers[id]
    }
    // Plain copies: quicker to make than typed arrays.
    return { answers, given, memo: unknown.slice() }
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
  // A plain loop: this is run many times for each page of the check.
  for (const [index, { level }] of engine.definition.rules.entries()) {
    const truth = engine.rules[index]?.(evaluation) ?? isFalse
    truths.push(truth)
    if (truth === isTrue) atLeast = higher(atLeast, level)
    if (truth !== isFalse) atMost = higher(atMost, level)
  }
  return { atLeast, atMost, truths }
}

/**
 * Questions whose answer can still change the outcome: those left open in an open rule that would raise the level, or
 * would add a lock or a shorter time at the same level.
 */
export function openQuestions(
  engine: Engine,
  evaluation: Evaluation,
  { atLeast, truths }: Interval,
): ReadonlySet<string> {
  const open = new Set<string>()
  const followed = new Set<number>()
  const { rules } = engine.definition
  const sure = rules.filter((rule, index) => truths[index] === isTrue && rule.level === atLeast)
  const addsSomething = (rule: Rule): boolean =>
    isAbove(rule.level, atLeast) ||
    (rule.level === atLeast &&
      atLeast !== 'emergency' &&
      (rule.always === true ||
        (rule.within !== undefined && sure.every(({ within }) => within !== rule.within)) ||
        (rule.locks !== undefined && sure.every(({ locks }) => locks === undefined))))
  rules.forEach((rule, index) => {
    if (truths[index] === isOpen && addsSomething(rule)) engine.collectOpen[index]?.(evaluation, open, followed)
  })
  return open
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
