/**
 * Three questions as one: standing, walking, and reaching the toilet and a drink. Each rung of the ladder says what it
 * means for all three, so that rules, record and API go on reading the three. Where two people would mean different
 * things by a rung, it takes the worse: whoever cannot reach the toilet is taken not to walk.
 */
import type { Answer, Answers, ChoiceQuestion, Question } from '../types.ts'
import { notSure } from '../types.ts'

/** The questions that the ladder stands for, in their order. */
export const ladderQuestions: readonly string[] = ['stand10', 'walk', 'I5']

/** As the page asks it. Its id stands in forms alone: never in answers, records or rules. */
export const ladder: ChoiceQuestion = {
  id: 'ladder',
  kind: 'choice',
  ask: 'What can you manage?',
  short: 'Getting about',
  options: [
    { value: 'stands', text: 'Standing 10 minutes' },
    { value: 'reaches', text: 'Only reaching the toilet and a drink' },
    { value: 'helped', text: 'Getting there only with help, because it hurts' },
    { value: 'stuck', text: 'None of these, even with help' },
  ],
  sources: ['unclench-design'],
  tag: 'C',
}

const rungs: Readonly<Record<string, Answers>> = {
  stands: { stand10: 'can', walk: 'can', I5: 'yes' },
  reaches: { stand10: 'cannot', walk: 'can', I5: 'yes' },
  helped: { stand10: 'cannot', walk: 'help', I5: 'yes' },
  stuck: { stand10: 'cannot', walk: 'cannot', I5: 'no' },
  [notSure]: { stand10: notSure, walk: notSure, I5: notSure },
}

/** What an answer on a page means: of the ladder its three answers, of any other question itself. */
export function meaningOf(question: Question, answer: Answer): Answers {
  if (question.id !== ladder.id) return { [question.id]: answer }
  const meant = rungs[String(answer)]
  if (!meant) throw new Error(`the ladder has no rung ${String(answer)}`)
  return meant
}

/** The rung that these answers stand on, if one says all three. */
export function rungOf(answers: Answers): string | undefined {
  return Object.entries(rungs).find(([, meant]) => ladderQuestions.every((id) => answers[id] === meant[id]))?.[0]
}
