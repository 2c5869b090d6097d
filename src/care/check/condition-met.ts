/**
 * Whether a condition holds for a set of answers or a whole profile. Two-valued: what is not answered is not met,
 * so callers must first fill every gap with `notSure` and name `notSure` wherever it is the careful side.
 * Pure. Never guesses, never throws for a missing answer.
 */
import { type Answer, type Condition, notSure } from './types.ts'

/** Named conditions a tree may point to with `{ term }`. */
export type Terms = Readonly<Record<string, Condition>>

/** Anything with fields that conditions can look at: the check's answers, or a profile. `null`: does not apply to this person. */
export type Fields = Readonly<Record<string, Answer | null | undefined>>

/**
 * True when the condition holds. Numbers: `notSure`, or a number that is none, meets both `atLeast` and `below` (the careful
 * side), as in the check; what does not apply meets neither.
 * @throws when a term is not known: a mistake in our data, never in an answer
 */
export function holds(condition: Condition, fields: Fields, terms: Terms = {}): boolean {
  if ('term' in condition) {
    const named = terms[condition.term]
    if (!named) throw new Error(`unknown term ${condition.term}`)
    return holds(named, fields, terms)
  }
  if ('all' in condition) return condition.all.every((part) => holds(part, fields, terms))
  if ('any' in condition) return condition.any.some((part) => holds(part, fields, terms))
  if ('not' in condition) return !holds(condition.not, fields, terms)
  if ('count' in condition) return condition.of.filter((part) => holds(part, fields, terms)).length >= condition.count
  const answer = fields[condition.q]
  if (answer === undefined || answer === null) return false
  if ('is' in condition) return typeof answer === 'string' && condition.is.includes(answer)
  if ('ticked' in condition) return Array.isArray(answer) && condition.ticked.some((value) => answer.includes(value))
  if (answer === notSure || Number.isNaN(answer)) return true
  return typeof answer === 'number' && ('atLeast' in condition ? answer >= condition.atLeast : answer < condition.below)
}
