/**
 * "If you had answered yes to …, this would be …": one answer turned round, everything else kept.
 * Clarifiers that were never asked count as "not sure", as a skipped question does.
 */
import { type Engine, isAbove } from './engine.ts'
import { type Evaluation, isOpen, isTrue, type Named, truthOf } from './truth.ts'
import { type Answer, type Answers, type Level, levels, type NearMiss, type Question } from './types.ts'

/** How many are shown of each level: a short list that still tells all three stories. */
const shown: Readonly<Record<Level, number>> = { emergency: 3, urgent: 2, soon: 2, 'self-care': 0 }

const mostUrgentFirst = [...levels].reverse()

/**
 * Near misses above the level reached, most urgent first, a few of each level.
 * @param finished the evaluation of a finished check: no rule above `reached` holds, or could hold with more answers
 */
export function nearMisses(engine: Engine, finished: Evaluation, reached: Level): readonly NearMiss[] {
  const { turns, clarifiers } = turnsOf(engine)
  const evaluation = withClarifiersUnsure(finished, clarifiers)
  const turning = { evaluation, settled: evaluation.memo.slice() }
  const found: NearMiss[] = []
  const room = { ...shown }
  const hasRoom = (level: Level): boolean => room[level] > 0 && isAbove(level, reached)
  for (const turn of turns) {
    const turned = turnRound(turn.question, evaluation.given[turn.place])
    if (turned === undefined || !turn.ranks.some(({ level }) => hasRoom(level))) continue
    const level = levelIf(turning, turn, turned, reached)
    if (level === undefined || !hasRoom(level)) continue
    room[level] -= 1
    found.push({ question: turn.question.id, asked: turn.question.ask, ifAnswered: turned.words, level })
  }
  return mostUrgentFirst.flatMap((level) => found.filter((near) => near.level === level))
}

function withClarifiersUnsure({ answers, given, memo }: Evaluation, clarifiers: Turns['clarifiers']): Evaluation {
  const filled = given.slice()
  for (const { place, unsure } of clarifiers) filled[place] ??= unsure
  // More answers change nothing that is already sure.
  return { answers, given: filled, memo: memo.map((known) => (known === isOpen ? -1 : known)) }
}

/** Where not sure of a clarifier says far more than the usual yes: the usual one is told, with its clarifier. */
const plainest: Readonly<Record<string, { readonly words: string; readonly also: Answers }>> = {
  A8: { words: 'and it stays the same', also: { 'A8.trend': 'same' } },
  A9: { words: 'and it is not weak', also: { 'A9.weak': 'no' } },
}

/** One answer turned round. */
interface TurnedRound {
  readonly answer: Answer
  readonly words: string
}

function turnRound(question: Question, answer: Answer | undefined): TurnedRound | undefined {
  if (question.kind === 'yesNo' && answer === 'no') {
    const plain = plainest[question.id]
    return { answer: 'yes', words: plain ? `Yes, ${plain.words}` : 'Yes' }
  }
  if (question.id === 'trend' && (answer === 'better' || answer === 'same')) return { answer: 'worse', words: 'Worse' }
  if (question.id === 'I5' && answer === 'yes') return { answer: 'no', words: 'No' }
  return undefined
}

/** A question that may be turned round, and the rules that hang on it, most urgent first. */
interface Turn {
  readonly question: Question
  readonly place: number
  /** The clarifier it is told with. */
  readonly also: readonly { readonly place: number; readonly answer: Answer }[]
  readonly ranks: readonly { readonly level: Level; readonly rules: readonly Named[] }[]
  /** What an evaluation remembers that hangs on it. */
  readonly remembered: readonly number[]
}

/** An evaluation whose answers are turned round one by one, and what was known in it before. */
interface Turning {
  readonly evaluation: Evaluation
  readonly settled: Evaluation['memo']
}

/**
 * The level above `reached` that these answers would have with one of them turned round, if any. Only the rules that hang on
 * that answer are evaluated again, in the evaluation itself, which is then turned back: a hundred turns cost little more
 * than one evaluation.
 */
function levelIf({ evaluation, settled }: Turning, turn: Turn, turned: TurnedRound, reached: Level) {
  const { given, memo } = evaluation
  const changed = [{ place: turn.place, answer: turned.answer }, ...turn.also]
  const givenBefore = changed.map(({ place }) => given[place])
  for (const { place, answer } of changed) given[place] = answer
  for (const place of turn.remembered) memo[place] = -1
  const holds = (rule: Named): boolean => truthOf(rule, evaluation) === isTrue
  const level = turn.ranks.find(({ level, rules }) => isAbove(level, reached) && rules.some(holds))?.level
  for (const [index, { place }] of changed.entries()) given[place] = givenBefore[index]
  for (const place of turn.remembered) memo[place] = settled[place] ?? -1
  return level
}

/** What is known of an engine beforehand. */
interface Turns {
  readonly turns: readonly Turn[]
  /** The clarifiers, and "not sure" as each of them says it. */
  readonly clarifiers: readonly { readonly place: number; readonly unsure: Answer }[]
}

const turnsByEngine = new WeakMap<Engine, Turns>()

function turnsOf(engine: Engine): Turns {
  const known = turnsByEngine.get(engine) ?? makeTurns(engine)
  turnsByEngine.set(engine, known)
  return known
}

function makeTurns({ definition, dependents, rules }: Engine): Turns {
  const { questions } = definition
  const turns = questions.flatMap((question, place) => {
    const hanging = dependents[place]
    if (!hanging || question.under !== undefined || question.id.startsWith('said.')) return []
    const ranks = mostUrgentFirst
      .map((level) => ({
        level,
        rules: hanging.rules
          .filter((rule) => definition.rules[rule]?.level === level)
          .flatMap((rule) => rules[rule] ?? []),
      }))
      .filter((rank) => rank.rules.length > 0)
    const also = Object.entries(plainest[question.id]?.also ?? {}).flatMap(([id, answer]) => {
      const beside = questions.findIndex((other) => other.id === id)
      return beside < 0 ? [] : [{ place: beside, answer }]
    })
    const remembered = [place, ...also.map(({ place: beside }) => beside)].flatMap(
      (each) => dependents[each]?.remembered ?? [],
    )
    return [{ question, place, also, ranks, remembered: [...new Set(remembered)] }]
  })
  const clarifiers = questions.flatMap(({ under, kind }, place) =>
    under === undefined ? [] : [{ place, unsure: kind === 'ticks' ? ['notSure'] : 'notSure' }],
  )
  return { turns, clarifiers }
}
