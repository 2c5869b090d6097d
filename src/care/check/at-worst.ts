/**
 * A certain emergency ends the check, and a sign that was told beside it may still wait for what explains it: this counts
 * such a sign at its worst, so that the emergency that kills first comes first, and its way to help.
 * Pure. Never: clears anything, or says that something was answered.
 */
import { type Evaluation, isFalse } from './truth.ts'
import type { Engine } from './engine.ts'
import { type Answer, type Answers, notSure, type Question } from './types.ts'

/** What explains a sign, by engine: the questions that belong to another. */
const explaining = new WeakMap<Engine, readonly Question[]>()

function explainingIn(engine: Engine): readonly Question[] {
  const known = explaining.get(engine)
  if (known) return known
  const found = engine.definition.questions.filter(({ under, kind }) => under !== undefined && kind !== 'text')
  explaining.set(engine, found)
  return found
}

/** These answers, with each question that explains a told sign and was not answered counted as not sure (evidence.md §2.3). */
export function atWorst(engine: Engine, told: Evaluation): Evaluation {
  let counted = told
  for (;;) {
    const left = explainingIn(engine).filter(
      ({ id, under }) =>
        under !== undefined &&
        told.answers[under] !== undefined &&
        counted.answers[id] === undefined &&
        engine.applies(id, counted) !== isFalse,
    )
    if (left.length === 0) return counted
    const unclear = left.map(({ id, kind }): [string, Answer] => [id, kind === 'ticks' ? [notSure] : notSure])
    const answers: Answers = { ...counted.answers, ...Object.fromEntries(unclear) }
    counted = engine.start(answers)
  }
}
