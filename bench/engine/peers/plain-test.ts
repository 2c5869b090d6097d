/** A condition as a plain JavaScript test over facts, for the one form that a peer cannot express. */
import type { Definition } from '../../../src/care/check/truth.ts'
import type { Condition } from '../../../src/care/check/types.ts'
import { partsOf } from '../case-set.ts'
import { type Facts, plainName } from '../contestant.ts'

export function plainTest(condition: Condition, definition: Definition): (facts: Facts) => boolean {
  if ('term' in condition) {
    const term = definition.terms[condition.term]
    if (!term) throw new Error(`no term ${condition.term}`)
    return plainTest(term.when, definition)
  }
  if ('not' in condition) {
    const part = plainTest(condition.not, definition)
    return (facts) => !part(facts)
  }
  if ('q' in condition) {
    const name = plainName(condition.q)
    if ('is' in condition) return (facts) => condition.is.includes(facts[name] as string)
    if ('ticked' in condition)
      return (facts) => condition.ticked.some((item) => (facts[name] as readonly string[]).includes(item))
    if ('atLeast' in condition) return (facts) => (facts[name] as number) >= condition.atLeast
    return (facts) => (facts[name] as number) < condition.below
  }
  const parts = partsOf(condition).map((part) => plainTest(part, definition))
  if ('all' in condition) return (facts) => parts.every((part) => part(facts))
  if ('any' in condition) return (facts) => parts.some((part) => part(facts))
  return (facts) => parts.filter((part) => part(facts)).length >= condition.count
}
