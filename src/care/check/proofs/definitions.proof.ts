/**
 * The definitions that are proved, the real ones and those broken on purpose: a proof that cannot fail proves nothing.
 */
import { isWhole, someOf } from '../../../../scripts/short-form.ts'
import type { Definition } from '../truth.ts'
import { protocol } from '../protocol.ts'
import type { Condition, Rule } from '../types.ts'

/** Both forms of the protocol, by name. */
export const definitions: readonly (readonly [name: string, definition: Definition])[] = [
  ['standard', protocol({ nhsListStrict: false }).engine.definition],
  ['nhs_list_strict', protocol({ nhsListStrict: true }).engine.definition],
]

/** The standard definition. */
export const standard: Definition = protocol({ nhsListStrict: false }).engine.definition

/** The rules that are gone through one by one: in the short form half by each form of the protocol, so that each rule is. */
export function rulesInTurn({ rules }: Definition): readonly Rule[] {
  if (isWhole) return rules
  const first = new Set(someOf(standard.rules, 2).map(({ id }) => id))
  return rules.filter(({ id }) => first.has(id) === (rules === standard.rules))
}

/** The definition with one rule's condition replaced. */
export function withCondition(definition: Definition, id: string, when: Condition): Definition {
  return {
    ...definition,
    rules: definition.rules.map((rule) => (rule === ruleOf(definition, id) ? { ...rule, when } : rule)),
  }
}

/** The definition without one rule. */
export function without(definition: Definition, id: string): Definition {
  return { ...definition, rules: definition.rules.filter((rule) => rule !== ruleOf(definition, id)) }
}

/** @throws when there is no such rule */
export function ruleOf({ rules }: Definition, id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}
