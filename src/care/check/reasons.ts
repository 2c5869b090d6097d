/**
 * The reasons of a result in words: only signs that were told are named, and the one that kills first comes first.
 * Pure. Never changes a level.
 */
import { decidingQuestions, type Engine, isAbove } from './engine.ts'
import { inOwnWords } from './own-words.ts'
import { type Evaluation, isTrue } from './truth.ts'
import { emergencyOrder } from './rules/order.ts'
import { namedSigns } from './rules/signs.ts'
import type { FiredRule, Rule } from './types.ts'

/** Why this rule holds, as a person reads it. A sign that somebody was not sure of is a "maybe". */
export function reasonText(engine: Engine, rule: Rule, evaluation: Evaluation): string {
  const own = (text: string) => inOwnWords(text, evaluation.answers)
  const named = namedSigns[rule.id]
  if (!named) return own(rule.because)
  const told = named.signs.flatMap(({ when, words }) => {
    if (engine.truth(when, evaluation) !== isTrue) return []
    const deciding = decidingQuestions(engine, when, evaluation)
    const unsure = deciding.length > 0 && deciding.some((id) => isUnsure(evaluation.answers[id]))
    return [unsure ? `maybe ${words}` : words]
  })
  const once = [...new Set(told)]
  return own(once.length === 0 ? rule.because : `${named.says}: ${once.join('; ')}.`)
}

/** The reason with every sign that it may name, for the printed protocol; undefined where it names none. */
export function namedReason({ id }: Rule): string | undefined {
  const named = namedSigns[id]
  return named && `${named.says}: ${named.signs.map(({ words }) => words).join('; ')}.`
}

const isUnsure = (answer: Evaluation['answers'][string] | undefined): boolean =>
  answer === 'notSure' || (typeof answer === 'object' && answer.includes('notSure'))

/** Most urgent first; of emergencies, the one that kills first; of what must be rung now, before what waits for the day. */
export function byUrgency(one: Rule, other: Rule): number {
  if (one.level !== other.level) return isAbove(one.level, other.level) ? -1 : 1
  if (one.level === 'emergency') return place(one) - place(other)
  return Number(other.within === 'now') - Number(one.within === 'now')
}

const places: ReadonlyMap<string, number> = new Map(emergencyOrder.map((id, index) => [id, index]))
const place = ({ id }: Rule): number => places.get(id) ?? emergencyOrder.length

/**
 * The reasons worth reading: without those that a more urgent one about the same question has overtaken ("should be checked
 * today" beside "needs A&E now").
 */
export const mainReasons = (reasons: readonly FiredRule[]): readonly FiredRule[] =>
  reasons.filter(
    (reason) =>
      !reasons.some((other) => questionOf(other) === questionOf(reason) && isAbove(other.level, reason.level)),
  )

const questionOf = ({ id }: Pick<FiredRule, 'id'>): string => id.split('-')[0] ?? id
