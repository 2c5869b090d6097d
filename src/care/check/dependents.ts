/**
 * What hangs on each question: the rules that its answer can change, and what an evaluation remembers that would no
 * longer be so. Worked out once for each definition, never during a check.
 */
import { type Definition, partsOf } from './truth.ts'
import type { Condition } from './types.ts'

/** What one question's answer can change, itself or through the terms and questions that ask about it. */
export interface Dependents {
  /** Places in `definition.rules`, in order. */
  readonly rules: readonly number[]
  /** Places in the memo of an evaluation: questions first, behind them terms, then rules. */
  readonly remembered: readonly number[]
}

/** In the order of `definition.questions`. */
export function dependentsOf({ questions, rules, terms }: Definition): readonly Dependents[] {
  const questionsIn = questionsAskedAbout({ questions, rules, terms })
  const dependents = questions.map((): Record<keyof Dependents, number[]> => ({ rules: [], remembered: [] }))
  const placeOf = new Map(questions.map(({ id }, place) => [id, place]))
  const note = (kind: keyof Dependents, when: Condition | undefined, place: number): void => {
    if (when) for (const id of questionsIn(when)) dependents[placeOf.get(id) ?? -1]?.[kind].push(place)
  }
  for (const [place, { when }] of rules.entries()) note('rules', when, place)
  const whens = [...Object.values(terms), ...rules].map(({ when }) => when)
  const remembered = [...questions.map(({ askWhen }) => askWhen), ...whens]
  for (const [place, when] of remembered.entries()) note('remembered', when, place)
  return dependents
}

/** Every question that a condition asks about: by name, in a term, or in what decides whether another is asked. */
function questionsAskedAbout({ questions, terms }: Definition): (condition: Condition) => ReadonlySet<string> {
  const askWhen = new Map(questions.map((question) => [question.id, question.askWhen]))
  const known = new Map<string, ReadonlySet<string>>()
  const collect = (condition: Condition | undefined, into: Set<string>): ReadonlySet<string> => {
    if (!condition) return into
    if ('term' in condition) addAll(behind(`term ${condition.term}`, terms[condition.term]?.when), into)
    else if ('q' in condition) {
      into.add(condition.q)
      addAll(behind(condition.q, askWhen.get(condition.q)), into)
    } else if ('not' in condition) collect(condition.not, into)
    else for (const part of partsOf(condition)) collect(part, into)
    return into
  }
  const behind = (name: string, when: Condition | undefined): ReadonlySet<string> => {
    const found = known.get(name) ?? collect(when, new Set())
    known.set(name, found)
    return found
  }
  return (condition) => collect(condition, new Set())
}

function addAll(from: ReadonlySet<string>, into: Set<string>): void {
  for (const id of from) into.add(id)
}
