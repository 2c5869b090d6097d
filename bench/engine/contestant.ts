/** What every engine in the contest does, and the facts as peers read them. Decides nothing. */
import type { Answer, Answers, Level, Question } from '../../src/care/check/types.ts'

/** What an engine says about one person: the level, the rules that fired, and why, in the engine's own form. */
export interface Verdict {
  readonly level: Level
  readonly fired: readonly string[]
  readonly why: unknown
}

/** An engine with the rules loaded and the cases in its own form. `why` of a verdict is null where it has none. */
export interface Contestant {
  readonly name: string
  /** What its explanation is. */
  readonly explanation: string
  /** Judges one case by its number. */
  readonly judge: (index: number) => Verdict | Promise<Verdict>
  readonly close?: () => void
}

/** A person's answers for a peer: one plain value for each question, names without dots, no answer is empty. */
export type Facts = Readonly<Record<string, Answer>>

/** A name every peer can take: json-logic and CQL read a dot as a path. */
export const plainName = (id: string): string => id.replaceAll('.', '_').replaceAll('-', '_')

/** The same answers for a peer. A question that does not apply is empty, so that no peer need guard for it. */
export function factsOf(questions: readonly Question[], answers: Answers): Facts {
  return Object.fromEntries(
    questions.map((question) => [plainName(question.id), answers[question.id] ?? empty(question)]),
  )
}

function empty({ kind }: Question): Answer {
  return kind === 'ticks' ? [] : kind === 'number' ? -1 : ''
}

const rank: Readonly<Record<Level, number>> = { 'self-care': 0, soon: 1, urgent: 2, emergency: 3 }

/** The most urgent level of these rules, with nothing but the rules that fired. */
export function mostUrgent(fired: readonly { readonly level: Level }[]): Level {
  let most: Level = 'self-care'
  for (const { level } of fired) if (rank[level] > rank[most]) most = level
  return most
}
