/** The rules for json-logic-js, one logic a rule. It has no names for conditions and no explanation of its own. */
import jsonLogic from 'json-logic-js'
import type { Condition } from '../../../src/care/check/types.ts'
import type { CaseSet } from '../case-set.ts'
import { type Contestant, factsOf, mostUrgent, plainName } from '../contestant.ts'

export function jsonLogicJs({ definition, cases }: CaseSet): Contestant {
  const translate = (condition: Condition): unknown => {
    if ('term' in condition) {
      const term = definition.terms[condition.term]
      if (!term) throw new Error(`no term ${condition.term}`)
      return translate(term.when)
    }
    if ('is' in condition) return { in: [fact(condition.q), condition.is] }
    if ('ticked' in condition) return { some: [fact(condition.q), { in: [{ var: '' }, condition.ticked] }] }
    if ('atLeast' in condition) return { '>=': [fact(condition.q), condition.atLeast] }
    if ('below' in condition) return { '<': [fact(condition.q), condition.below] }
    if ('not' in condition) return { '!': [translate(condition.not)] }
    if ('all' in condition) return { and: condition.all.map(translate) }
    if ('any' in condition) return { or: condition.any.map(translate) }
    return { '>=': [{ '+': condition.of.map((part) => ({ if: [translate(part), 1, 0] })) }, condition.count] }
  }
  const rules = definition.rules.map((rule) => ({ id: rule.id, level: rule.level, logic: translate(rule.when) }))
  const facts = cases.map((answers) => factsOf(definition.questions, answers))
  return {
    name: 'json-logic-js',
    explanation: 'none: only which rules fired',
    judge(index) {
      const fired = rules.filter(({ logic }) => jsonLogic.apply(logic, facts[index]))
      return { level: mostUrgent(fired), fired: fired.map(({ id }) => id), why: null }
    },
  }
}

const fact = (question: string) => ({ var: plainName(question) })
