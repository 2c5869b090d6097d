/**
 * Makes conditions ready to ask (`truthOf`): each is built once, of its parts and of what the names in it stand for.
 * Pure. Knows nothing about backs.
 */
import type { AnswerTest, Compiled, Definition, Named } from './truth.ts'
import type { Condition } from './types.ts'

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
  readonly terms: Map<string, Named>
  /** `undefined`: the question is asked of everyone. */
  readonly applies: Map<string, Named | undefined>
  /** What is being compiled now: meeting it again is a circle. */
  readonly inProgress: Set<number>
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
function placeOf(places: ReadonlyMap<string, number>, kind: 'question' | 'term', name: string): number {
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
export function compileRule(compiling: Compiling, when: Condition, index: number): Named {
  const { memoLength, definition } = compiling
  const place = memoLength - definition.rules.length + index
  return { kind: 'named', place, means: compileCondition(compiling, when) }
}

/**
 * When is a question asked? `undefined`: of everyone.
 * @throws when there is no such question, or whether to ask it depends on itself
 */
export function compileApplies(compiling: Compiling, id: string): Named | undefined {
  if (compiling.applies.has(id)) return compiling.applies.get(id)
  const place = placeOf(compiling.questionPlaces, 'question', id)
  const askWhen = compiling.definition.questions[place]?.askWhen
  const compiled = askWhen && compileNamed(compiling, place, askWhen, `question ${id} asks itself`)
  compiling.applies.set(id, compiled)
  return compiled
}

function compileTerm(compiling: Compiling, name: string): Named {
  const done = compiling.terms.get(name)
  if (done) return done
  const defined = compiling.definition.terms[name]
  if (!defined) throw new Error(`no term ${name}`)
  const place = placeOf(compiling.termPlaces, 'term', name)
  const compiled = compileNamed(compiling, place, defined.when, `term ${name} refers to itself`)
  compiling.terms.set(name, compiled)
  return compiled
}

/** Compiles what stands behind a name, and refuses if that leads back to the name. */
function compileNamed(compiling: Compiling, place: number, condition: Condition, circle: string): Named {
  if (compiling.inProgress.has(place)) throw new Error(circle)
  compiling.inProgress.add(place)
  const means = compileCondition(compiling, condition)
  compiling.inProgress.delete(place)
  return { kind: 'named', place, means }
}

function build(compiling: Compiling, condition: Condition): Compiled {
  const some = (needed: number, of: readonly Condition[]): Compiled => ({
    kind: 'some',
    needed,
    parts: of.map((part) => compileCondition(compiling, part)),
  })
  if ('term' in condition) return compileTerm(compiling, condition.term)
  if ('q' in condition) {
    const place = placeOf(compiling.questionPlaces, 'question', condition.q)
    return { kind: 'answer', place, passes: answerTest(condition), asked: compileApplies(compiling, condition.q) }
  }
  if ('not' in condition) return { kind: 'not', part: compileCondition(compiling, condition.not) }
  if ('count' in condition) return some(condition.count, condition.of)
  return 'all' in condition ? some(condition.all.length, condition.all) : some(1, condition.any)
}

/** "Not sure" of a number passes either border. */
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
