/**
 * Makes conditions ready to ask: each becomes a function of an evaluation, built once from the functions of its parts.
 * Terms, rules and "does this question apply?" are remembered for the length of one evaluation.
 * Pure. Knows nothing about backs. Never: takes a missing answer for "no".
 */
import { type Compiled, type Definition, isFalse, isOpen, isTrue, type Truth } from './truth.ts'
import type { Answer, Condition } from './types.ts'

/** A definition while its conditions are compiled, and what is compiled so far. */
export interface Compiling {
  readonly definition: Definition
  /** Places of the questions in `given` and `memo` of an evaluation. */
  readonly questionPlaces: ReadonlyMap<string, number>
  /** Places of the terms in `memo`, behind the questions. */
  readonly termPlaces: ReadonlyMap<string, number>
  /** Places of `memo`: of the questions, the terms, and behind them the rules. */
  readonly memoLength: number
  readonly conditions: WeakMap<Condition, Compiled>
  readonly terms: Map<string, Compiled>
  /** `null`: the question is asked of everyone. */
  readonly applies: Map<string, Compiled | null>
  /** What is being compiled now: meeting it again is a circle. */
  readonly inProgress: Set<string>
}

/** Begins to compile a definition: nothing is compiled yet. */
export function startCompiling(definition: Definition): Compiling {
  const { questions, terms, rules } = definition
  const names = Object.keys(terms)
  return {
    definition,
    questionPlaces: new Map(questions.map(({ id }, place) => [id, place])),
    termPlaces: new Map(names.map((name, index) => [name, questions.length + index])),
    memoLength: questions.length + names.length + rules.length,
    conditions: new WeakMap(),
    terms: new Map(),
    applies: new Map(),
    inProgress: new Set(),
  }
}

/**
 * Where a question or term has its place.
 * @throws when it has none: the definition names something that it does not define
 */
export function placeOf(places: ReadonlyMap<string, number>, kind: 'question' | 'term', name: string): number {
  const place = places.get(name)
  if (place === undefined) throw new Error(`no ${kind} ${name}`)
  return place
}

/**
 * One condition, compiled once and kept.
 * @throws when it names a question or term that does not exist, or comes back to itself
 */
export function compileCondition(compiling: Compiling, condition: Condition): Compiled {
  const done = compiling.conditions.get(condition)
  if (done) return done
  const compiled = build(compiling, condition)
  compiling.conditions.set(condition, compiled)
  return compiled
}

/** The condition of the rule at this place of the definition. @throws as `compileCondition` does */
export function compileRule(compiling: Compiling, when: Condition, index: number): Compiled {
  const { memoLength, definition } = compiling
  return remembered(memoLength - definition.rules.length + index, compileCondition(compiling, when))
}

/**
 * Does a question apply? `null`: always.
 * @throws when there is no such question, or whether to ask it depends on itself
 */
export function compileApplies(compiling: Compiling, id: string): Compiled | null {
  const done = compiling.applies.get(id)
  if (done !== undefined) return done
  const place = placeOf(compiling.questionPlaces, 'question', id)
  const askWhen = compiling.definition.questions[place]?.askWhen
  const circle = `question ${id} asks itself`
  const compiled = askWhen ? remembered(place, withoutCircle(compiling, askWhen, `question ${id}`, circle)) : null
  compiling.applies.set(id, compiled)
  return compiled
}

function compileTerm(compiling: Compiling, name: string): Compiled {
  const done = compiling.terms.get(name)
  if (done) return done
  const defined = compiling.definition.terms[name]
  if (!defined) throw new Error(`no term ${name}`)
  const place = placeOf(compiling.termPlaces, 'term', name)
  const compiled = remembered(place, withoutCircle(compiling, defined.when, name, `term ${name} refers to itself`))
  compiling.terms.set(name, compiled)
  return compiled
}

/** Compiles what stands behind a name, and refuses if that leads back to the name. */
function withoutCircle(compiling: Compiling, condition: Condition, name: string, circle: string): Compiled {
  if (compiling.inProgress.has(name)) throw new Error(circle)
  compiling.inProgress.add(name)
  const compiled = compileCondition(compiling, condition)
  compiling.inProgress.delete(name)
  return compiled
}

/** Worked out once in an evaluation, then read from its place. */
function remembered(place: number, compiled: Compiled): Compiled {
  return (evaluation) => {
    const known = evaluation.memo[place]
    if (known !== undefined && known !== -1) return known
    const truth = compiled(evaluation)
    evaluation.memo[place] = truth
    return truth
  }
}

function build(compiling: Compiling, condition: Condition): Compiled {
  const compilePart = (part: Condition) => compileCondition(compiling, part)
  if ('term' in condition) return compileTerm(compiling, condition.term)
  if ('q' in condition) return compileAnswerTest(compiling, condition.q, answerTest(condition))
  if ('not' in condition) return notOf(compilePart(condition.not))
  if ('count' in condition) return atLeastOf(condition.count, condition.of.map(compilePart))
  if ('all' in condition) return allOf(condition.all.map(compilePart))
  return anyOf(condition.any.map(compilePart))
}

type AnswerTest = (answer: Answer) => boolean

/** The test that a condition about one question makes of a given answer. "Not sure" of a number passes either border. */
function answerTest(condition: Extract<Condition, { readonly q: string }>): AnswerTest {
  if ('is' in condition) return isOneOf(condition.is)
  if ('ticked' in condition)
    return (answer) =>
      condition.ticked.some((item) => (typeof answer === 'object' ? answer.includes(item) : answer === item))
  if ('atLeast' in condition)
    return (answer) => answer === 'notSure' || (typeof answer === 'number' && answer >= condition.atLeast)
  return (answer) => answer === 'notSure' || (typeof answer === 'number' && answer < condition.below)
}

/** Most conditions name one or two values: comparing them is quicker than searching a list. */
function isOneOf(values: readonly string[]): AnswerTest {
  const [first, second] = values
  if (values.length === 1) return (answer) => answer === first
  if (values.length === 2) return (answer) => answer === first || answer === second
  return (answer) => typeof answer === 'string' && values.includes(answer)
}

/** An answer that fails the test is false even where the question might not apply; a missing one is open. */
function compileAnswerTest(compiling: Compiling, id: string, passes: AnswerTest): Compiled {
  const applies = compileApplies(compiling, id)
  const place = placeOf(compiling.questionPlaces, 'question', id)
  return (evaluation) => {
    const answer = evaluation.given[place]
    if (answer !== undefined && !passes(answer)) return isFalse
    const asked = applies ? applies(evaluation) : isTrue
    return answer === undefined && asked === isTrue ? isOpen : asked
  }
}

const turned = [isTrue, isOpen, isFalse] as const

function notOf(part: Compiled): Compiled {
  return (evaluation) => turned[part(evaluation)]
}

function allOf(parts: readonly Compiled[]): Compiled {
  return (evaluation) => {
    let least: Truth = isTrue
    for (const part of parts) {
      const truth = part(evaluation)
      if (truth === isFalse) return isFalse
      if (truth < least) least = truth
    }
    return least
  }
}

function anyOf(parts: readonly Compiled[]): Compiled {
  return (evaluation) => {
    let greatest: Truth = isFalse
    for (const part of parts) {
      const truth = part(evaluation)
      if (truth === isTrue) return isTrue
      if (truth > greatest) greatest = truth
    }
    return greatest
  }
}

function atLeastOf(needed: number, parts: readonly Compiled[]): Compiled {
  return (evaluation) => {
    let surely = 0
    let possibly = 0
    for (const part of parts) {
      const truth = part(evaluation)
      if (truth === isTrue) surely += 1
      if (truth !== isFalse) possibly += 1
    }
    return surely >= needed ? isTrue : possibly >= needed ? isOpen : isFalse
  }
}
