/**
 * The engine: three-valued evaluation of conditions over answers, and the interval of levels they leave open.
 * Pure. Reads any definition (questions, rules, terms); knows nothing about backs.
 * Never: lowers a level, guesses an answer, or asks what can no longer matter.
 *
 * A condition is compiled once into nested closures; terms and "does this question apply?" are remembered for the
 * length of one evaluation.
 */
import type { Answer, Answers, Condition, Level, Question, Rule } from './types.ts'

/** False, still open (answers missing), or true. Ordered, so that "and" is the least and "or" the greatest. */
export type Truth = 0 | 1 | 2
export const isFalse = 0
export const isOpen = 1
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
  /** What is known so far of each "does this question apply?", and behind them of each term; -1 is not known yet. */
  readonly memo: (-1 | Truth)[]
}

type Compiled = (evaluation: Evaluation) => Truth

/**
 * Puts the unanswered questions that leave a condition open into `into`. `followed`: places of the questions and terms
 * that were followed before. Only for a condition that is open.
 */
type Collector = (evaluation: Evaluation, into: Set<string>, followed: Set<number>) => void

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
  const questionIndex = new Map(definition.questions.map((question, index) => [question.id, index]))
  const askWhenOf = new Map(definition.questions.map((question) => [question.id, question.askWhen]))
  const termNames = Object.keys(definition.terms)
  const termIndex = new Map(termNames.map((name, index) => [name, definition.questions.length + index]))
  const termCompiled = new Map<string, Compiled>()
  const appliesCompiled = new Map<string, Compiled | null>()
  const inProgress = new Set<string>()
  const conditionCache = new WeakMap<Condition, Compiled>()

  const remembered =
    (index: number, compiled: Compiled): Compiled =>
    (evaluation) => {
      const known = evaluation.memo[index] as -1 | Truth
      if (known !== -1) return known
      const truth = compiled(evaluation)
      evaluation.memo[index] = truth
      return truth
    }

  const termOf = (name: string): Compiled => {
    const done = termCompiled.get(name)
    if (done) return done
    const defined = definition.terms[name]
    const index = termIndex.get(name)
    if (!defined || index === undefined) throw new Error(`no term ${name}`)
    if (inProgress.has(name)) throw new Error(`term ${name} refers to itself`)
    inProgress.add(name)
    const compiled = remembered(index, compileCondition(defined.when))
    inProgress.delete(name)
    termCompiled.set(name, compiled)
    return compiled
  }

  const appliesOf = (id: string): Compiled | null => {
    const done = appliesCompiled.get(id)
    if (done !== undefined) return done
    const index = questionIndex.get(id)
    if (index === undefined) throw new Error(`no question ${id}`)
    const askWhen = definition.questions[index]?.askWhen
    if (!askWhen) {
      appliesCompiled.set(id, null)
      return null
    }
    const guard = `question ${id}`
    if (inProgress.has(guard)) throw new Error(`${guard} asks itself`)
    inProgress.add(guard)
    const compiled = remembered(index, compileCondition(askWhen))
    inProgress.delete(guard)
    appliesCompiled.set(id, compiled)
    return compiled
  }

  const atom = (id: string, test: (answer: Answer) => boolean): Compiled => {
    const applies = appliesOf(id)
    const index = questionIndex.get(id) as number
    return (evaluation) => {
      const answer = evaluation.given[index]
      if (answer !== undefined && !test(answer)) return isFalse
      const asked = applies ? applies(evaluation) : isTrue
      return answer === undefined && asked === isTrue ? isOpen : asked
    }
  }

  function compileCondition(condition: Condition): Compiled {
    const done = conditionCache.get(condition)
    if (done) return done
    const compiled = build(condition)
    conditionCache.set(condition, compiled)
    return compiled
  }

  function build(condition: Condition): Compiled {
    if ('term' in condition) return termOf(condition.term)
    if ('is' in condition) return atom(condition.q, isOneOf(condition.is))
    if ('ticked' in condition) {
      return atom(condition.q, (answer) =>
        condition.ticked.some((item) => (typeof answer === 'object' ? answer.includes(item) : answer === item)),
      )
    }
    if ('atLeast' in condition) {
      return atom(
        condition.q,
        (answer) => answer === 'notSure' || (typeof answer === 'number' && answer >= condition.atLeast),
      )
    }
    if ('below' in condition) {
      return atom(
        condition.q,
        (answer) => answer === 'notSure' || (typeof answer === 'number' && answer < condition.below),
      )
    }
    if ('not' in condition) {
      const part = compileCondition(condition.not)
      return (evaluation) => (2 - part(evaluation)) as Truth
    }
    if ('count' in condition) return atLeastOf(condition.count, condition.of.map(compileCondition))
    if ('all' in condition) return allOf(condition.all.map(compileCondition))
    return anyOf(condition.any.map(compileCondition))
  }

  const collectTerm = new Map<string, Collector>()
  const collectorOf = (condition: Condition): Collector => {
    if ('term' in condition) {
      const { term } = condition
      const done = collectTerm.get(term)
      if (done) return done
      const index = termIndex.get(term) as number
      const inner = collectorOf((definition.terms[term] as { when: Condition }).when)
      const collect: Collector = (evaluation, into, followed) => {
        if (followed.has(index)) return
        followed.add(index)
        inner(evaluation, into, followed)
      }
      collectTerm.set(term, collect)
      return collect
    }
    if ('q' in condition) return collectQuestion(condition.q)
    if ('not' in condition) return collectorOf(condition.not)
    const inside = partsOf(condition).map((part) => ({ truth: compileCondition(part), collect: collectorOf(part) }))
    return (evaluation, into, followed) => {
      for (const { truth, collect } of inside) if (truth(evaluation) === isOpen) collect(evaluation, into, followed)
    }
  }

  const collectQuestion = (id: string): Collector => {
    const index = questionIndex.get(id) as number
    const applies = appliesOf(id)
    const askWhen = askWhenOf.get(id)
    const inner = askWhen && collectorOf(askWhen)
    return (evaluation, into, followed) => {
      if (followed.has(index)) return
      followed.add(index)
      const asked = applies ? applies(evaluation) : isTrue
      if (asked === isTrue && evaluation.given[index] === undefined) into.add(id)
      else if (asked === isOpen) inner?.(evaluation, into, followed)
    }
  }

  const rules = definition.rules.map((rule) => compileCondition(rule.when))
  const nothing = definition.questions.map(() => undefined)
  const unknown = [...nothing, ...termNames].map(() => -1 as const)
  for (const question of definition.questions) appliesOf(question.id)
  return {
    definition,
    rules,
    start: (answers) => {
      const given: (Answer | undefined)[] = nothing.slice()
      // For … in finds each answer with its name: three times as quick as looking it up.
      for (const id in answers) {
        const index = questionIndex.get(id)
        if (index !== undefined) given[index] = answers[id]
      }
      // Plain copies: quicker to make than typed arrays.
      return { answers, given, memo: unknown.slice() }
    },
    applies: (id, evaluation) => appliesOf(id)?.(evaluation) ?? isTrue,
    truth: (condition, evaluation) => compileCondition(condition)(evaluation),
    collectOpen: definition.rules.map((rule) => collectorOf(rule.when)),
  }
}

/** Most conditions name one or two values: comparing them is quicker than searching a list. */
function isOneOf(values: readonly string[]): (answer: Answer) => boolean {
  const [first, second] = values
  if (values.length === 1) return (answer) => answer === first
  if (values.length === 2) return (answer) => answer === first || answer === second
  return (answer) => values.includes(answer as string)
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
  const truths = engine.rules.map((rule) => rule(evaluation))
  truths.forEach((truth, index) => {
    if (truth === isFalse) return
    const { level } = engine.definition.rules[index] as Rule
    if (truth === isTrue) atLeast = higher(atLeast, level)
    atMost = higher(atMost, level)
  })
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

export function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  if ('count' in condition) return condition.of
  return []
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
