/**
 * The whole answer space of a finished check as a formula: one variable per answer, the rules over them, the levels.
 * Built from the same questions, terms and rules as the engine, but by its own reading of them, so that the two can be
 * held against each other (`engine-agreement.proof.test.ts`).
 *
 * Every question is answered; a skipped one is answered "not sure", as the check counts it. Free text and its questions
 * asked again are outside: they act before the rules (`recheck-questions.ts`), by turning a "no" into "yes" or "not sure".
 */
import type { Definition } from '../truth.ts'
import { valuesOf } from '../questions/all.ts'
import type { Answer, Answers, Condition, Level, Question, Rule } from '../types.ts'
import { levels } from '../types.ts'
import {
  and,
  atLeastOf,
  constant,
  exactlyOne,
  type Formula,
  implies,
  never,
  not,
  or,
  variable,
  yesAlways,
} from './formula.proof.ts'

/** A condition on one answer. */
export type AnswerCondition = Extract<Condition, { readonly q: string }>

/** A definition as formulas. All of them are about sets of answers for which `domain` holds. */
export interface Encoding {
  readonly definition: Definition
  /** Questions that take part: all but free text and those asked again after it. */
  readonly questions: readonly Question[]
  /** Every question has exactly one answer; "not sure" stands alone in a list; a number is one number. */
  readonly domain: Formula
  readonly holds: (condition: Condition) => Formula
  /** Does the answer meet this, whether or not its question applies? */
  readonly meets: (condition: AnswerCondition) => Formula
  readonly rules: ReadonlyMap<Rule, Formula>
  readonly outcome: Outcome
  /** The answers as values of the variables. Questions that are missing leave theirs out. */
  readonly valuesOf: (answers: Answers) => ReadonlyMap<string, boolean>
  /** One set of answers with these values of the variables. */
  readonly answersOf: (values: ReadonlyMap<string, boolean>) => Answers
}

/** What a person is told, as formulas: the level is at least …, and what comes with it. */
export interface Outcome {
  readonly atLeast: Readonly<Record<Level, Formula>>
  /** URGENT with "ring now". */
  readonly now: Formula
  /** SOON with "1 to 2 days". */
  readonly twoDays: Formula
  /** SOON with "2 to 3 working days". */
  readonly days: Formula
  /** SOON with most movements locked. */
  readonly gentle: Formula
}

const answerVariable = (question: string, value: string): string => `${question} = ${value}`
const numberVariable = (question: string, from: number): string => `${question} >= ${from}`

/** Variables of a question, and the numbers at which some condition turns. */
interface Axis {
  readonly question: Question
  readonly values: readonly string[]
  readonly turns: readonly number[]
}

/** @throws when a condition names a question or a term that is not there. */
export function encode(definition: Definition): Encoding {
  const questions = definition.questions.filter(({ id, kind }) => kind !== 'text' && !id.startsWith('said.'))
  const turns = turnsOf(definition)
  const axes = new Map<string, Axis>(
    questions.map((question) => [
      question.id,
      {
        question,
        values: question.kind === 'number' ? ['notSure'] : valuesOf(question),
        turns: turns.get(question.id) ?? [],
      },
    ]),
  )
  const { holds, meets } = reader(definition, axes)
  const rules = new Map(definition.rules.map((rule) => [rule, holds(rule.when)]))
  return {
    definition,
    questions,
    domain: and(...[...axes.values()].map(domainOf)),
    holds,
    meets,
    rules,
    outcome: outcomeOf(rules),
    valuesOf: (answers) => new Map([...axes.values()].flatMap((axis) => assign(axis, answers[axis.question.id]))),
    answersOf: (values) =>
      Object.fromEntries([...axes.values()].map((axis) => [axis.question.id, answerUnder(axis, values)])),
  }
}

/** The values of a question's variables under one answer. */
export function assignment(encoding: Encoding, question: string, answer: Answer): ReadonlyMap<string, boolean> {
  return encoding.valuesOf({ [question]: answer })
}

function reader(definition: Definition, axes: ReadonlyMap<string, Axis>): Pick<Encoding, 'holds' | 'meets'> {
  const done = new Map<Condition, Formula>()
  const axisOf = (id: string): Axis => {
    const axis = axes.get(id)
    if (!axis) throw new Error(`no question ${id}`)
    return axis
  }
  const applies = (question: Question): Formula => (question.askWhen ? holds(question.askWhen) : yesAlways)

  const meets = (condition: AnswerCondition): Formula => {
    const { question, values, turns } = axisOf(condition.q)
    const oneOf = (wanted: readonly string[]): Formula =>
      or(
        ...wanted
          .filter((value) => values.includes(value))
          .map((value) => variable(answerVariable(question.id, value))),
      )
    if ('is' in condition) return question.kind === 'ticks' || question.kind === 'number' ? never : oneOf(condition.is)
    if ('ticked' in condition) return question.kind === 'ticks' ? oneOf(condition.ticked) : never
    const unsure = oneOf(['notSure'])
    if (question.kind !== 'number') return unsure
    const from = 'atLeast' in condition ? condition.atLeast : condition.below
    const reached =
      from <= question.min ? not(unsure) : turns.includes(from) ? variable(numberVariable(question.id, from)) : never
    return 'atLeast' in condition ? or(unsure, reached) : or(unsure, not(reached))
  }

  const holds = (condition: Condition): Formula => {
    const before = done.get(condition)
    if (before) return before
    const formula = read(condition)
    done.set(condition, formula)
    return formula
  }

  const read = (condition: Condition): Formula => {
    if ('term' in condition) {
      const defined = definition.terms[condition.term]
      if (!defined) throw new Error(`no term ${condition.term}`)
      return holds(defined.when)
    }
    if ('q' in condition) return and(applies(axisOf(condition.q).question), meets(condition))
    if ('not' in condition) return not(holds(condition.not))
    if ('count' in condition) return atLeastOf(condition.count, condition.of.map(holds))
    return 'all' in condition ? and(...condition.all.map(holds)) : or(...condition.any.map(holds))
  }
  return { holds, meets }
}

function domainOf({ question, values, turns }: Axis): Formula {
  const answers = values.map((value) => variable(answerVariable(question.id, value)))
  if (question.kind !== 'ticks' && question.kind !== 'number') return exactlyOne(answers)
  const unsure = variable(answerVariable(question.id, 'notSure'))
  if (question.kind === 'ticks')
    return and(...answers.filter((item) => item !== unsure).map((item) => not(and(unsure, item))))
  const steps = turns.map((from) => variable(numberVariable(question.id, from)))
  return and(
    ...steps.map((step) => not(and(unsure, step))),
    ...steps.slice(1).map((step, index) => implies(step, steps[index] ?? never)),
  )
}

function assign(
  { question, values, turns }: Axis,
  answer: Answer | undefined,
): readonly (readonly [string, boolean])[] {
  if (answer === undefined) return []
  const given: readonly Answer[] = typeof answer === 'object' ? answer : [answer]
  return [
    ...values.map((value) => [answerVariable(question.id, value), given.includes(value)] as const),
    ...turns.map((from) => [numberVariable(question.id, from), typeof answer === 'number' && answer >= from] as const),
  ]
}

function answerUnder({ question, values, turns }: Axis, under: ReadonlyMap<string, boolean>): Answer {
  const chosen = values.filter((value) => under.get(answerVariable(question.id, value)))
  if (question.kind === 'ticks') return chosen
  if (question.kind === 'number' && chosen.length === 0) {
    return turns.filter((from) => under.get(numberVariable(question.id, from))).at(-1) ?? question.min
  }
  return chosen[0] ?? 'notSure'
}

/** The numbers, in order, from which a condition on a question changes its truth; only those a person can answer above and below. */
function turnsOf(definition: Definition): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Set<number>>()
  const visit = (condition: Condition): void => {
    if ('not' in condition) visit(condition.not)
    else if ('all' in condition) condition.all.forEach(visit)
    else if ('any' in condition) condition.any.forEach(visit)
    else if ('count' in condition) condition.of.forEach(visit)
    else if ('atLeast' in condition || 'below' in condition) {
      const turn = 'atLeast' in condition ? condition.atLeast : condition.below
      found.set(condition.q, (found.get(condition.q) ?? new Set()).add(turn))
    }
  }
  for (const { when } of [...definition.rules, ...Object.values(definition.terms)]) visit(when)
  for (const { askWhen } of definition.questions) if (askWhen) visit(askWhen)
  return new Map(
    definition.questions.flatMap((question) => {
      if (question.kind !== 'number') return []
      const inside = [...(found.get(question.id) ?? [])].filter((turn) => turn > question.min && turn <= question.max)
      return [[question.id, inside.sort((one, other) => one - other)] as const]
    }),
  )
}

function outcomeOf(rules: ReadonlyMap<Rule, Formula>): Outcome {
  const some = (wanted: (rule: Rule) => boolean): Formula =>
    or(...[...rules].filter(([rule]) => wanted(rule)).map(([, formula]) => formula))
  const atLeast = (level: Level): Formula =>
    level === 'self-care' ? constant(true) : some((rule) => levels.indexOf(rule.level) >= levels.indexOf(level))
  const urgent = and(atLeast('urgent'), not(atLeast('emergency')))
  const soon = and(atLeast('soon'), not(atLeast('urgent')))
  const inTwoDays = some(({ level, within }) => level === 'soon' && within === 'twoDays')
  return {
    atLeast: {
      'self-care': atLeast('self-care'),
      soon: atLeast('soon'),
      urgent: atLeast('urgent'),
      emergency: atLeast('emergency'),
    },
    now: and(
      urgent,
      some(({ level, within }) => level === 'urgent' && within === 'now'),
    ),
    twoDays: and(soon, inTwoDays),
    days: and(
      soon,
      not(inTwoDays),
      some(({ level, within }) => level === 'soon' && within === 'days'),
    ),
    gentle: and(
      soon,
      some(({ level, locks }) => level === 'soon' && locks !== undefined),
    ),
  }
}
