/** The rules for the ZEN engine: one expression node, terms first and by name, then a line for each rule. */
import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine'
import type { Condition } from '../../../src/care/check/types.ts'
import { type CaseSet, partsOf } from '../case-set.ts'
import { type Contestant, factsOf, mostUrgent, plainName } from '../contestant.ts'

/** With `trace`, ZEN says what each line gave: its explanation. Without, only which lines hold. */
export function zen({ definition, cases }: CaseSet, trace: boolean): Contestant {
  const lines: { id: string; key: string; value: string }[] = []
  const done = new Set<string>()
  const line = (key: string, value: string) => lines.push({ id: `line${lines.length}`, key, value })
  const translate = (condition: Condition): string => {
    if ('term' in condition) {
      const key = `t_${condition.term}`
      const term = definition.terms[condition.term]
      if (!term) throw new Error(`no term ${condition.term}`)
      if (!done.has(key)) {
        done.add(key)
        line(key, translate(term.when))
      }
      return `$.${key}`
    }
    if ('not' in condition) return `not (${translate(condition.not)})`
    if ('q' in condition) {
      const name = plainName(condition.q)
      if ('is' in condition) return `${name} in ${list(condition.is)}`
      if ('ticked' in condition) return `some(${name}, # in ${list(condition.ticked)})`
      if ('atLeast' in condition) return `${name} >= ${condition.atLeast}`
      return `${name} < ${condition.below}`
    }
    const parts = partsOf(condition).map((part) => `(${translate(part)})`)
    if ('count' in condition) return `len(filter([${parts.join(', ')}], #)) >= ${condition.count}`
    return parts.join('all' in condition ? ' and ' : ' or ')
  }
  const rules = definition.rules.map((rule) => {
    const key = plainName(rule.id)
    line(key, translate(rule.when))
    return { id: rule.id, key, level: rule.level }
  })
  const engine = new ZenEngine()
  const content = new ZenDecisionContent({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      { id: 'rules', name: 'rules', type: 'expressionNode', content: { expressions: lines } },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [
      { id: 'e1', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'e2', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  })
  const decision = engine.createDecision(content)
  const facts = cases.map((answers) => factsOf(definition.questions, answers))
  return {
    name: trace ? 'ZEN' : 'ZEN, not explained',
    explanation: trace ? 'its trace: what each line gave' : 'none: only which rules fired',
    async judge(index) {
      const { result, trace: why } = await decision.evaluate(facts[index] ?? {}, { trace })
      const held = result as Readonly<Record<string, boolean>>
      const fired = rules.filter(({ key }) => held[key])
      return { level: mostUrgent(fired), fired: fired.map(({ id }) => id), why: why ?? null }
    },
    close: () => engine.dispose(),
  }
}

const list = (values: readonly string[]) => `[${values.map((value) => `'${value}'`).join(', ')}]`
