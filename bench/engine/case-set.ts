/**
 * What every engine is asked: 30 rules of the check, the questions and terms they reach, and 2,000 generated people who
 * answered everything that was asked of them.
 * Never changes a rule: what is measured is what decides in the product.
 */
import { compile, type Engine } from '../../src/care/check/engine.ts'
import { type Definition, isOpen, isTrue } from '../../src/care/check/truth.ts'
import { allQuestions } from '../../src/care/check/protocol.ts'
import { rules, terms } from '../../src/care/check/rules/all.ts'
import type { Answer, Answers, Condition, Question } from '../../src/care/check/types.ts'
import { seededRandom } from '../../src/care/diary/seeded-random.ts'

/** From every block of the brief, of every level and every kind of condition. */
const chosenRules = [
  ...['A1-emergency', 'A1-soon-seat', 'A2-emergency', 'A3-emergency', 'A6-emergency', 'A6-urgent', 'A7-urgent'],
  ...['A8-urgent', 'A8-soon', 'A-unsure-urgent', 'B1-emergency', 'B2-urgent', 'C1-emergency', 'C3-emergency'],
  ...['C4-urgent', 'C6-emergency', 'D4-urgent', 'E3-urgent', 'E3-soon', 'E4-soon', 'E5-urgent', 'E7-emergency'],
  ...['F1-urgent', 'F1-soon', 'F3-soon', 'F4-soon', 'G1-soon', 'I5-urgent', 'I6-two-weeks', 'I7-soon'],
]

/** A part of the check that stands on its own, compiled. */
export interface CaseSet {
  readonly definition: Definition
  readonly engine: Engine
  readonly cases: readonly Answers[]
}

/** The rules with what they reach, and the cases. @throws when a rule is gone or a case leaves a rule open */
export function caseSet(howMany: number, seed: number): CaseSet {
  const picked = chosenRules.map((id) => {
    const rule = rules.find((one) => one.id === id)
    if (!rule) throw new Error(`There is no rule ${id} any more: choose another in bench/engine/case-set.ts.`)
    return rule
  })
  const reach = new Reach()
  for (const rule of picked) reach.condition(rule.when)
  const definition: Definition = {
    rules: picked,
    questions: allQuestions.filter(({ id }) => reach.questions.has(id)),
    terms: Object.fromEntries(Object.entries(terms).filter(([name]) => reach.terms.has(name))),
  }
  const engine = compile(definition)
  const random = seededRandom(seed)
  return { definition, engine, cases: Array.from({ length: howMany }, () => person(engine, random)) }
}

/** Follows conditions to the questions and terms they name, and on through "asked when". */
class Reach {
  readonly questions = new Set<string>()
  readonly terms = new Set<string>()

  condition(condition: Condition): void {
    if ('term' in condition) {
      if (this.terms.has(condition.term)) return
      this.terms.add(condition.term)
      const defined = terms[condition.term]
      if (defined) this.condition(defined.when)
    } else if ('q' in condition) {
      if (this.questions.has(condition.q)) return
      this.questions.add(condition.q)
      const askWhen = allQuestions.find(({ id }) => id === condition.q)?.askWhen
      if (askWhen) this.condition(askWhen)
    } else if ('not' in condition) this.condition(condition.not)
    else for (const part of partsOf(condition)) this.condition(part)
  }
}

/** The parts of a condition that has several. */
export function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  return 'of' in condition ? condition.of : []
}

/** One person: answers each question that applies, and no other, until none is left. */
function person(engine: Engine, random: () => number): Answers {
  const answers: Record<string, Answer> = {}
  const { questions, rules: all } = engine.definition
  for (let grew = true; grew; ) {
    grew = false
    for (const question of questions) {
      if (answers[question.id] !== undefined || engine.applies(question.id, engine.start(answers)) !== isTrue) continue
      answers[question.id] = answerTo(question, random)
      grew = true
    }
  }
  const evaluation = engine.start(answers)
  const open = all.find(({ when }) => engine.truth(when, evaluation) === isOpen)
  if (open) throw new Error(`The generated answers leave ${open.id} open.`)
  return answers
}

/** Questions where a yes is the good answer. */
const yesIsWell: ReadonlySet<string> = new Set(['I5'])

/** Mostly well: a danger sign now and then, so that every level is reached and most rules stay quiet, as in life. */
function answerTo(question: Question, random: () => number): Answer {
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const chance = random()
  switch (question.kind) {
    case 'yesNo': {
      const [yes, unsure] = question.under === undefined ? [0.05, 0.06] : [0.4, 0.5]
      const [odd, usual] = yesIsWell.has(question.id) ? ['no', 'yes'] : ['yes', 'no']
      return chance < yes ? odd : chance < unsure ? 'notSure' : usual
    }
    case 'choice':
      return chance < 0.03 && !question.certain ? 'notSure' : oneOf(question.options).value
    case 'ticks': {
      const [unsure, some] = question.under === undefined ? [0.02, 0.15] : [0.1, 0.8]
      if (chance < unsure) return ['notSure']
      return chance < some ? [oneOf(question.options).value] : []
    }
    case 'number':
      return question.min + Math.floor(random() * (question.max - question.min + 1))
    case 'text':
      return ''
    default:
      throw new Error(`unhandled ${question satisfies never}`)
  }
}
