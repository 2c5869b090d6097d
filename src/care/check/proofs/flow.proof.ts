/**
 * The claims about a check that is going on, each as a search for a case that breaks it. Together they say that the
 * check always ends, and with the right result:
 *
 * 1. An answer that is missing is never guessed: what is sure now holds whatever the rest, and what is impossible stays so.
 * 2. A rule that is still open always has a question that applies, is not answered, and is asked.
 * 3. The check stops only when no answer can change the level, the lock or the time.
 * 4. Every question that a rule needs is on a screen.
 *
 * So each step asks at least one question that was not answered before (2, 4); there are finitely many; hence the check
 * ends, and by 1 and 3 with the result that the complete answers have.
 */
import type { Definition } from '../truth.ts'
import type { Condition, Level, Rule, Screen } from '../types.ts'
import { levels } from '../types.ts'
import type { Encoding } from './encoding.proof.ts'
import { and, constant, differ, type Formula, implies, never, not, or, variable, yesAlways } from './formula.proof.ts'
import { missing, type PartialEncoding } from './partial.proof.ts'
import type { CaseFinder } from './solver.proof.ts'

/** Claim 1. Gives the rules whose truth with answers missing differs from that of some completion. */
export async function guessed(
  complete: Encoding,
  partial: PartialEncoding,
  finder: CaseFinder,
  rules: readonly Rule[] = complete.definition.rules,
): Promise<readonly string[]> {
  return casesOf(complete, partial, finder, rules, ({ surely, possibly }, holds) =>
    or(and(surely, not(holds)), and(holds, not(possibly))),
  )
}

/** Claim 2. Gives the rules that can be open with nothing to ask. */
export async function stuck(
  complete: Encoding,
  partial: PartialEncoding,
  finder: CaseFinder,
  rules: readonly Rule[] = complete.definition.rules,
): Promise<readonly string[]> {
  return casesOf(complete, partial, finder, rules, ({ surely, possibly, askable }) =>
    and(possibly, not(surely), not(askable)),
  )
}

async function casesOf(
  complete: Encoding,
  partial: PartialEncoding,
  finder: CaseFinder,
  rules: readonly Rule[],
  broken: (standing: { surely: Formula; possibly: Formula; askable: Formula }, holds: Formula) => Formula,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const rule of rules) {
    const standing = partial.rules.get(rule)
    if (!standing) throw new Error(`no rule ${rule.id}`)
    const values = await finder.find(broken(standing, complete.rules.get(rule) ?? never))
    if (values) found.push(`${rule.id} with ${mentioned(complete, rule, values)}`)
  }
  return found
}

/** The answers to the questions of one rule, `?` for those missing. */
function mentioned(complete: Encoding, rule: Rule, values: ReadonlyMap<string, boolean>): string {
  const answers = complete.answersOf(values)
  return [...questionsIn(complete.definition, [rule.when])]
    .map((id) => `${id} = ${values.get(missing(id)) ? '?' : JSON.stringify(answers[id])}`)
    .join('; ')
}

/** Which open rules make the check go on: those that would raise the level, shorten the time, add a lock, or are always asked. */
export type GoesOnFor = (rule: Rule, sure: ReadonlyMap<Rule, Formula>) => Formula

/** What the engine does (`undecidedRules` and `openQuestions` in engine.ts), read anew. */
export const goesOnFor: GoesOnFor = (rule, sure) => {
  const some = (wanted: (other: Rule) => boolean): Formula =>
    or(...[...sure].filter(([other]) => wanted(other)).map(([, formula]) => formula))
  const rank = (level: Level): number => levels.indexOf(level)
  const raises = not(some(({ level }) => rank(level) >= rank(rule.level)))
  if (rule.level === 'emergency') return raises
  const atThisLevel = and(
    some(({ level }) => level === rule.level),
    not(some(({ level }) => rank(level) > rank(rule.level))),
  )
  const shortens =
    rule.within === undefined ? never : not(some(({ level, within }) => level === rule.level && within === rule.within))
  const addsLock =
    rule.locks === undefined ? never : not(some(({ level, locks }) => level === rule.level && locks !== undefined))
  return or(raises, and(atThisLevel, or(constant(rule.always === true), shortens, addsLock)))
}

/**
 * Claim 3, over any truths of the rules at all: `now` is each rule's surety when the check stops, `later` its truth once
 * everything is answered. Gives the parts of the result that could still change.
 */
export async function stopsTooSoon(
  definition: Definition,
  among: (ground: Formula) => CaseFinder,
  goesOn: GoesOnFor = goesOnFor,
): Promise<readonly string[]> {
  const now = new Map(definition.rules.map((rule) => [rule, variable(`${rule.id} is sure`)]))
  const later = new Map(definition.rules.map((rule) => [rule, variable(`${rule.id} holds`)]))
  const ground = and(
    ...definition.rules.flatMap((rule) => {
      const sure = now.get(rule) ?? never
      const open = variable(`${rule.id} is open`)
      const holds = later.get(rule) ?? never
      return [
        not(and(sure, open)),
        implies(sure, holds),
        implies(holds, or(sure, open)),
        not(and(open, goesOn(rule, now))),
      ]
    }),
  )
  const finder = among(ground)
  if (!(await finder.find(yesAlways))) throw new Error('the check never stops')
  const found: string[] = []
  for (const [name, part] of told) if (await finder.find(differ(part(now), part(later)))) found.push(name)
  return found
}

/** What a person is told, over given truths of the rules. */
const told: readonly (readonly [string, (truths: ReadonlyMap<Rule, Formula>) => Formula])[] = [
  ...(['soon', 'urgent', 'emergency'] as const).map((level) => [`at least ${level}`, reaches(level)] as const),
  ['ring now', at('urgent', 'emergency', ({ within }) => within === 'now')],
  ['in 1 to 2 days', at('soon', 'urgent', ({ within }) => within === 'twoDays')],
  ['in 2 to 3 working days', inDays],
  ['movement locked but for the gentle part', at('soon', 'urgent', ({ locks }) => locks !== undefined)],
]

function inDays(truths: ReadonlyMap<Rule, Formula>): Formula {
  const within = (time: string) => at('soon', 'urgent', (rule) => rule.within === time)(truths)
  return and(within('days'), not(within('twoDays')))
}

function reaches(least: Level): (truths: ReadonlyMap<Rule, Formula>) => Formula {
  return (truths) =>
    or(...[...truths].filter(([{ level }]) => levels.indexOf(level) >= levels.indexOf(least)).map(([, holds]) => holds))
}

function at(
  level: Level,
  above: Level,
  wanted: (rule: Rule) => boolean,
): (truths: ReadonlyMap<Rule, Formula>) => Formula {
  return (truths) =>
    and(
      or(...[...truths].filter(([rule]) => rule.level === level && wanted(rule)).map(([, holds]) => holds)),
      not(reaches(above)(truths)),
    )
}

/** Claim 4. Gives the questions that a rule needs and that neither a screen nor the question above them shows. */
export function onNoScreen(definition: Definition, screens: readonly Screen[]): readonly string[] {
  const shown = new Set(screens.flatMap(({ groups }) => groups.flatMap(({ questions }) => questions)))
  const under = new Map(definition.questions.map((question) => [question.id, question.under]))
  const needed = questionsIn(
    definition,
    definition.rules.map(({ when }) => when),
  )
  return [...needed].filter((id) => !shown.has(id) && !shown.has(under.get(id) ?? id))
}

/** Every question that these conditions, their terms and the conditions of being asked mention. */
function questionsIn(definition: Definition, conditions: readonly Condition[]): ReadonlySet<string> {
  const found = new Set<string>()
  const terms = new Set<string>()
  const visit = (condition: Condition): void => {
    if ('not' in condition) visit(condition.not)
    else if ('all' in condition) condition.all.forEach(visit)
    else if ('any' in condition) condition.any.forEach(visit)
    else if ('count' in condition) condition.of.forEach(visit)
    else if ('term' in condition) {
      if (terms.has(condition.term)) return
      terms.add(condition.term)
      const defined = definition.terms[condition.term]
      if (defined) visit(defined.when)
    } else if (!found.has(condition.q)) {
      found.add(condition.q)
      const askWhen = definition.questions.find(({ id }) => id === condition.q)?.askWhen
      if (askWhen) visit(askWhen)
    }
  }
  conditions.forEach(visit)
  return found
}
