/**
 * The rules for json-rules-engine. Terms are written out in place: by reference it builds them anew at each evaluation.
 * It has no "at least n of": a counting fact in plain JavaScript stands in, which is quicker than writing out pairs.
 */
import { Engine } from 'json-rules-engine'
import type { Condition } from '../../../src/care/check/types.ts'
import type { CaseSet } from '../case-set.ts'
import { type Contestant, type Facts, factsOf, mostUrgent, plainName } from '../contestant.ts'
import { plainTest } from './plain-test.ts'

export function jsonRulesEngine({ definition, cases }: CaseSet): Contestant {
  const engine = new Engine()
  engine.addOperator('overlaps', (fact: readonly string[], value: readonly string[]) =>
    value.some((item) => fact.includes(item)),
  )
  let counts = 0
  const translate = (condition: Condition): object => {
    if ('term' in condition) {
      const term = definition.terms[condition.term]
      if (!term) throw new Error(`no term ${condition.term}`)
      return translate(term.when)
    }
    if ('is' in condition) return leaf(condition.q, 'in', condition.is)
    if ('ticked' in condition) return leaf(condition.q, 'overlaps', condition.ticked)
    if ('atLeast' in condition) return leaf(condition.q, 'greaterThanInclusive', condition.atLeast)
    if ('below' in condition) return leaf(condition.q, 'lessThan', condition.below)
    if ('not' in condition) return { not: translate(condition.not) }
    if ('all' in condition) return { all: condition.all.map(translate) }
    if ('any' in condition) return { any: condition.any.map(translate) }
    const fact = `count${counts++}`
    const tests = condition.of.map((part) => plainTest(part, definition))
    engine.addFact(fact, async (_, almanac) => {
      const facts = await almanac.factValue<Facts>('everything')
      return tests.filter((test) => test(facts)).length
    })
    return { fact, operator: 'greaterThanInclusive', value: condition.count }
  }
  const ruleById = new Map(definition.rules.map((rule) => [rule.id, rule]))
  for (const rule of definition.rules) {
    const conditions = translate(rule.when)
    const grouped = 'fact' in conditions ? { all: [conditions] } : conditions
    engine.addRule({ name: rule.id, conditions: grouped, event: { type: rule.id } })
  }
  const facts = cases.map((answers) => {
    const own = factsOf(definition.questions, answers)
    return { ...own, everything: own }
  })
  return {
    name: 'json-rules-engine',
    explanation: 'its results: each condition with its fact',
    async judge(index) {
      const { results } = await engine.run(facts[index] ?? {})
      const fired = results.flatMap(({ name }) => ruleById.get(name) ?? [])
      return { level: mostUrgent(fired), fired: fired.map(({ id }) => id), why: results }
    },
  }
}

const leaf = (question: string, operator: string, value: unknown) => ({ fact: plainName(question), operator, value })
