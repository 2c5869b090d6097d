/**
 * "If you had answered yes to …, this would be …": one answer turned round, everything else kept.
 * Clarifiers that were never asked count as "not sure", as a skipped question does. Called by `check.ts`.
 */
import { type Engine, interval, isAbove, isTrue } from './engine.ts'
import { type Answer, type Answers, type Level, levels, type NearMiss, type Question } from './types.ts'

/** How many are shown of each level: a short list that still tells all three stories. */
const shown: Readonly<Record<Level, number>> = { emergency: 3, urgent: 2, soon: 2, 'self-care': 0 }

/** Near misses above the level reached, most urgent first, a few of each level. */
export function nearMisses(engine: Engine, answers: Answers, reached: Level): readonly NearMiss[] {
  if (reached === 'emergency') return []
  const found: NearMiss[] = []
  const levelIf = turning(engine, answers)
  for (const question of engine.definition.questions) {
    if (question.under !== undefined || question.id.startsWith('said.')) continue
    const turned = turnRound(question, answers[question.id])
    if (turned === undefined) continue
    const level = levelIf(question.id, turned.answer)
    if (isAbove(level, reached)) {
      found.push({ question: question.id, asked: question.ask, ifAnswered: turned.words, level })
    }
  }
  return [...levels].reverse().flatMap((level) => found.filter((near) => near.level === level).slice(0, shown[level]))
}

function turnRound(question: Question, answer: Answer | undefined): { answer: Answer; words: string } | undefined {
  if (question.kind === 'yesNo' && answer === 'no') return { answer: 'yes', words: 'Yes' }
  if (question.id === 'trend' && (answer === 'better' || answer === 'same')) return { answer: 'worse', words: 'Worse' }
  if (question.id === 'I5' && answer === 'yes') return { answer: 'no', words: 'No' }
  return undefined
}

/**
 * The level that these answers would have with one of them turned round. Only the rules that hang on that answer are
 * evaluated again; the others stay as they are, so a hundred turns cost little more than one evaluation.
 */
function turning(engine: Engine, answers: Answers): (question: string, answer: Answer) => Level {
  const filled: Record<string, Answer> = { ...answers }
  for (const { id, kind, under } of engine.definition.questions) {
    if (filled[id] === undefined && under !== undefined) filled[id] = kind === 'ticks' ? ['notSure'] : 'notSure'
  }
  const { rules } = engine.definition
  const { truths } = interval(engine, engine.start(filled))
  const sure = rules.flatMap((_, index) => (truths[index] === isTrue ? [index] : []))
  return (question, answer) => {
    const dependents = engine.rulesOn(question)
    // Turned round in place and turned back below: a copy of all answers would cost more than all the rules.
    filled[question] = answer
    const evaluation = engine.start(filled)
    let level: Level = 'self-care'
    const raise = (index: number): void => {
      const own = rules[index]?.level ?? level
      if (isAbove(own, level)) level = own
    }
    for (const index of sure) if (!dependents.includes(index)) raise(index)
    for (const index of dependents) {
      if (isAbove(rules[index]?.level ?? level, level) && engine.rules[index]?.(evaluation) === isTrue) raise(index)
    }
    filled[question] = answers[question] ?? answer
    return level
  }
}
