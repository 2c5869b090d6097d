/**
 * Finds the unanswered questions that leave a condition open.
 * Pure. Never: names a question that does not apply, or one whose answer is known.
 */
import { compileApplies, type Compiling, compileCondition, placeOf } from './compile-condition.ts'
import { type Evaluation, isOpen, isTrue, partsOf } from './truth.ts'
import type { Condition } from './types.ts'

/**
 * Puts the unanswered questions that leave a condition open into `into`. `followed`: by place, the questions and terms
 * that were followed before. Only for a condition that is open.
 */
export type Collector = (evaluation: Evaluation, into: Set<string>, followed: Uint8Array) => void

/**
 * The collectors of some conditions, in their order. What stands behind a term is made once for all of them.
 * @throws when a condition names a question or term that does not exist
 */
export function compileCollectors(compiling: Compiling, conditions: readonly Condition[]): readonly Collector[] {
  const collecting: Collecting = { compiling, terms: new Map() }
  return conditions.map((condition) => collectorOf(collecting, condition))
}

interface Collecting {
  readonly compiling: Compiling
  readonly terms: Map<string, Collector>
}

function collectorOf(collecting: Collecting, condition: Condition): Collector {
  if ('term' in condition) return collectTerm(collecting, condition.term)
  if ('q' in condition) return collectQuestion(collecting, condition.q)
  if ('not' in condition) return collectorOf(collecting, condition.not)
  const parts = partsOf(condition).map((part) => ({
    named: placeOfNamed(collecting.compiling, part),
    truth: compileCondition(collecting.compiling, part),
    collect: collectorOf(collecting, part),
  }))
  return (evaluation, into, followed) => {
    for (const { named, truth, collect } of parts)
      if (!(named !== undefined && followed[named]) && truth(evaluation) === isOpen) collect(evaluation, into, followed)
  }
}

/** The place of the question or term that a condition is about, where it is about one alone. */
function placeOfNamed({ questionPlaces, termPlaces }: Compiling, condition: Condition): number | undefined {
  if ('q' in condition) return placeOf(questionPlaces, 'question', condition.q)
  return 'term' in condition ? placeOf(termPlaces, 'term', condition.term) : undefined
}

function collectTerm(collecting: Collecting, name: string): Collector {
  const done = collecting.terms.get(name)
  if (done) return done
  const { definition, termPlaces } = collecting.compiling
  const defined = definition.terms[name]
  if (!defined) throw new Error(`no term ${name}`)
  const place = placeOf(termPlaces, 'term', name)
  const inner = collectorOf(collecting, defined.when)
  const collect: Collector = (evaluation, into, followed) => {
    if (followed[place]) return
    followed[place] = 1
    inner(evaluation, into, followed)
  }
  collecting.terms.set(name, collect)
  return collect
}

/** The question itself where it is asked; where that is open, what decides it. */
function collectQuestion(collecting: Collecting, id: string): Collector {
  const { compiling } = collecting
  const place = placeOf(compiling.questionPlaces, 'question', id)
  const applies = compileApplies(compiling, id)
  const askWhen = compiling.definition.questions[place]?.askWhen
  const inner = askWhen && collectorOf(collecting, askWhen)
  return (evaluation, into, followed) => {
    if (followed[place]) return
    followed[place] = 1
    const asked = applies ? applies(evaluation) : isTrue
    if (asked === isTrue && evaluation.given[place] === undefined) into.add(id)
    else if (asked === isOpen) inner?.(evaluation, into, followed)
  }
}
