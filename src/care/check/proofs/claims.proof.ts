/**
 * The claims about a finished check, each as a search for a case that breaks it. An empty answer is a proof.
 */
import { answerText } from '../answer-text.ts'
import { valuesOf } from '../questions/all.ts'
import type { Answer, Answers, Condition, Level, Question, Rule } from '../types.ts'
import { levels } from '../types.ts'
import { calmAnswer, calmChoices, calmWhenYes } from './calm.proof.ts'
import { assignment, type Encoding } from './encoding.proof.ts'
import { and, exactlyOne, type Formula, fix, holdsUnder, never, not, onlyIn, or } from './formula.proof.ts'
import type { CaseFinder } from './solver.proof.ts'

/** A case that breaks a claim, readable: `said` names the claim and the answers that matter to it. */
export interface Counterexample {
  readonly said: string
  readonly answers: Answers
}

/** Each level as "a rule of this level holds, and none of a higher one"; self-care as "no rule holds". */
export function levelPredicates({ rules }: Encoding): Readonly<Record<Level, Formula>> {
  const ofLevel = (wanted: (rank: number) => boolean): readonly Formula[] =>
    [...rules].filter(([{ level }]) => wanted(levels.indexOf(level))).map(([, formula]) => formula)
  const is = (level: Level): Formula => {
    const rank = levels.indexOf(level)
    const own = ofLevel((other) => other === rank)
    return and(...(rank === 0 ? [] : [or(...own)]), ...ofLevel((other) => other > rank).map(not))
  }
  return { 'self-care': is('self-care'), soon: is('soon'), urgent: is('urgent'), emergency: is('emergency') }
}

/** Claim: every set of answers has exactly one level. Finds one with none or with several. */
export async function notOneLevel(
  encoding: Encoding,
  finder: CaseFinder,
  predicates: Readonly<Record<Level, Formula>> = levelPredicates(encoding),
): Promise<readonly Counterexample[]> {
  return search(encoding, finder, not(exactlyOne(Object.values(predicates))), () => 'none, or more than one level')
}

/** One answer turned round while all others stay: some variables of the question before and after. */
export interface Turn {
  readonly question: Question
  readonly words: string
  readonly before: ReadonlyMap<string, boolean>
  readonly after: ReadonlyMap<string, boolean>
}

/** A turn that may lower the level, and why that is right. */
export interface LoweringAllowed {
  /** The words of the turn. */
  readonly turn: string
  /** Where it may: elsewhere it must not lower. Left out: anywhere. */
  readonly where?: Condition
  readonly why: string
}

/**
 * Every turn from calm to anything else: the calm answer of a yes/no question to its other side and to "not sure", that
 * of a choice (`calmChoices`) to each other, one more item ticked, and "none of these" to "not sure".
 *
 * @param clearing yes/no questions that are calm when answered yes
 */
export function dangerTurns(
  encoding: Encoding,
  clearing: ReadonlySet<string> = new Set(Object.keys(calmWhenYes)),
): readonly Turn[] {
  return encoding.questions.flatMap((question): readonly Turn[] => {
    const turn = (from: Answer, to: Answer): Turn => ({
      question,
      words: `${question.id}: ${wordOf(from)} → ${wordOf(to)}`,
      before: assignment(encoding, question.id, from),
      after: assignment(encoding, question.id, to),
    })
    if (question.kind === 'yesNo') {
      const calm = clearing.has(question.id) ? 'yes' : 'no'
      const others = valuesOf(question).filter((value) => value !== calm && value !== 'doesNotApply')
      return others.map((other) => turn(calm, other))
    }
    if (question.kind === 'choice') {
      const calm = calmChoices[question.id]
      return calm === undefined
        ? []
        : valuesOf(question)
            .filter((other) => other !== calm)
            .map((other) => turn(calm, other))
    }
    if (question.kind !== 'ticks') return []
    const unsure = `${question.id} = notSure`
    return [
      turn([], ['notSure']),
      ...question.options.map(({ value }): Turn => {
        const item = `${question.id} = ${value}`
        return {
          question,
          words: `${question.id}: ${value} ticked as well`,
          before: new Map([
            [item, false],
            [unsure, false],
          ]),
          after: new Map([
            [item, true],
            [unsure, false],
          ]),
        }
      }),
    ]
  })
}

const wordOf = (answer: Answer): string =>
  typeof answer === 'object' ? (answer[0] ?? 'none of these') : String(answer)

/** Claim: no turn away from calm lowers the level, but for those allowed. Finds the turns that do. */
export async function loweringTurns(
  encoding: Encoding,
  finder: CaseFinder,
  turns: readonly Turn[],
  allowed: readonly LoweringAllowed[] = [],
): Promise<readonly Counterexample[]> {
  const { atLeast } = encoding.outcome
  const found: Counterexample[] = []
  for (const { words, before, after } of turns) {
    const exception = allowed.find(({ turn }) => turn === words)
    if (exception && !exception.where) continue
    const lowered = or(...levels.map((level) => onlyIn(fix(atLeast[level], before), fix(atLeast[level], after))))
    const elsewhere = exception?.where ? [not(fix(encoding.holds(exception.where), after))] : []
    found.push(...(await search(encoding, finder, and(lowered, ...elsewhere), () => `${words} lowers the level`)))
  }
  return found
}

/** A flag of the brief that forces a level by itself. */
export interface MustForce {
  readonly flag: string
  readonly answers: Condition
  readonly level: Exclude<Level, 'self-care'>
}

/** Claim: these answers force at least this level, whatever else is answered. Finds cases below it. */
export async function notForced(
  encoding: Encoding,
  finder: CaseFinder,
  table: readonly MustForce[],
): Promise<readonly Counterexample[]> {
  const found: Counterexample[] = []
  for (const { flag, answers, level } of table) {
    const below = and(encoding.holds(answers), not(encoding.outcome.atLeast[level]))
    found.push(...(await search(encoding, finder, below, () => `${flag} does not force ${level}`)))
  }
  return found
}

/** Which of these conditions no set of answers meets: a claim about nothing proves nothing. */
export async function impossible(
  encoding: Encoding,
  finder: CaseFinder,
  conditions: readonly Condition[],
): Promise<readonly Condition[]> {
  const found: Condition[] = []
  for (const condition of conditions) if (!(await finder.find(encoding.holds(condition)))) found.push(condition)
  return found
}

/** Claim: every rule decides some case: it holds, and no rule of a higher level does. Gives the rules that never do. */
export async function neverDecide(
  encoding: Encoding,
  finder: CaseFinder,
  rules: readonly Rule[] = encoding.definition.rules,
): Promise<readonly Rule[]> {
  const found: Rule[] = []
  for (const rule of rules) {
    const formula = encoding.rules.get(rule) ?? never
    const above = levels[levels.indexOf(rule.level) + 1]
    const notAbove = above === undefined ? [] : [not(encoding.outcome.atLeast[above])]
    if (!(await finder.find(and(formula, ...notAbove)))) found.push(rule)
  }
  return found
}

/** Rules that never reach their level alone: whenever they hold, another rule of the same level or higher holds too. */
export async function neverAlone(
  encoding: Encoding,
  finder: CaseFinder,
  rules: readonly Rule[] = encoding.definition.rules,
): Promise<readonly Rule[]> {
  const found: Rule[] = []
  for (const rule of rules) {
    const formula = encoding.rules.get(rule) ?? never
    const others = [...encoding.rules].filter(
      ([other]) => other !== rule && levels.indexOf(other.level) >= levels.indexOf(rule.level),
    )
    if (!(await finder.find(and(formula, ...others.map(([, other]) => not(other)))))) found.push(rule)
  }
  return found
}

/** Claim: every question can matter: two answers to it alone differ in level, lock or time. Gives those that never do. */
export async function neverMatter(
  encoding: Encoding,
  finder: CaseFinder,
  questions: readonly Question[] = encoding.questions,
): Promise<readonly string[]> {
  const { atLeast, now, twoDays, days, gentle } = encoding.outcome
  const parts = [atLeast.soon, atLeast.urgent, atLeast.emergency, now, twoDays, days, gentle]
  const found: string[] = []
  for (const question of questions) if (!(await matters(question))) found.push(question.id)
  return found

  // Many small searches, the first hit ending them: far quicker than one over all pairs at once.
  async function matters(question: Question): Promise<boolean> {
    for (const [one, other] of contrasts(encoding, question)) {
      for (const part of parts) {
        const [before, after] = [fix(part, one), fix(part, other)]
        if (await finder.find(onlyIn(before, after))) return true
        if (await finder.find(onlyIn(after, before))) return true
      }
    }
    return false
  }
}

type Values = ReadonlyMap<string, boolean>

/** Pairs of answers such that, if any two answers differ in effect, one of these pairs does. */
function contrasts(encoding: Encoding, question: Question): readonly (readonly [Values, Values])[] {
  const to = (answer: Answer): Values => assignment(encoding, question.id, answer)
  if (question.kind === 'ticks') {
    return [
      [to([]), to(['notSure'])],
      ...question.options.map(({ value }): readonly [Values, Values] => {
        const item = `${question.id} = ${value}`
        const unsure = `${question.id} = notSure`
        return [
          new Map([
            [item, false],
            [unsure, false],
          ]),
          new Map([
            [item, true],
            [unsure, false],
          ]),
        ]
      }),
    ]
  }
  if (question.kind === 'number') {
    const numbers = Array.from({ length: question.max - question.min + 1 }, (_, index) => question.min + index)
    return [...numbers.slice(1), 'notSure'].map((other) => [to(question.min), to(other)])
  }
  const [first = 'notSure', ...others] = valuesOf(question)
  return others.map((other) => [to(first), to(other)])
}

/** Searches one case, makes it as calm as it can be, and puts it in words. */
async function search(
  encoding: Encoding,
  finder: CaseFinder,
  broken: Formula,
  claim: () => string,
): Promise<readonly Counterexample[]> {
  const values = await finder.find(broken)
  if (!values) return []
  const answers = calmest(encoding, encoding.answersOf(values), broken)
  return [{ said: `${claim()} when ${inWords(encoding, answers)}`, answers }]
}

function calmest(encoding: Encoding, answers: Answers, broken: Formula): Answers {
  let kept = answers
  for (const question of encoding.questions) {
    const calmer = { ...kept, [question.id]: calmAnswer(question) }
    if (holdsUnder(broken, encoding.valuesOf(calmer))) kept = calmer
  }
  return kept
}

/** The answers that are not calm, as `question = answer; …`. */
export function inWords({ questions }: Encoding, answers: Answers): string {
  const lines = questions.flatMap((question) => {
    const answer = answers[question.id]
    const calm = JSON.stringify(answer) === JSON.stringify(calmAnswer(question))
    return answer === undefined || calm
      ? []
      : [`${question.id} (${question.short}) = ${answerText(question, answer, 'short')}`]
  })
  return lines.length === 0 ? 'every answer is calm' : lines.join('; ')
}
