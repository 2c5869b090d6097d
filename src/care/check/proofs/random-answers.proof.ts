/**
 * Random answers for holding two evaluators against each other: the same for the same seed, calm for the most part, so
 * that every level comes up.
 */
import { valuesOf } from '../questions/all.ts'
import type { Answer, Answers, Question } from '../types.ts'
import { calmAnswer } from './calm.proof.ts'

/** A source of numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** How much of each set is not calm: from hardly anything to everything. */
const unrest = [0.01, 0.03, 0.1, 0.3, 1]

/** `count` complete sets of answers. */
export function randomAnswers(questions: readonly Question[], count: number, seed: number): readonly Answers[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, index) => {
    const share = unrest[index % unrest.length] ?? 1
    const entries = questions.map((question): readonly [string, Answer] => [
      question.id,
      random() < share || question.under !== undefined ? anyAnswer(question, random) : calmAnswer(question),
    ])
    return Object.fromEntries(entries)
  })
}

function anyAnswer(question: Question, random: () => number): Answer {
  const below = (n: number): number => Math.floor(random() * n)
  if (question.kind === 'number') {
    return random() < 0.15 ? 'notSure' : question.min + below(question.max - question.min + 1)
  }
  if (question.kind === 'text') return ''
  const values = valuesOf(question)
  if (question.kind !== 'ticks') return values[below(values.length)] ?? 'notSure'
  if (random() < 0.15) return ['notSure']
  const share = random()
  return values.filter((value) => value !== 'notSure' && random() < share)
}

/** The answers with some left out. */
export function withSomeMissing(answers: Answers, random: () => number): Answers {
  const share = random()
  return Object.fromEntries(Object.entries(answers).filter(() => random() < share))
}
