/** Each answer that can be told to the check, with what has to be told for it to be asked. Tests only. */
import { questionById, questions, valuesOf } from './questions/all.ts'
import { type Answer, type Answers, notSure, type Question } from './types.ts'
import { answerIfSaid } from './vignettes/answer-as.ts'

/** One answer that is told, with the yes to each question that it stands under. */
export interface Told {
  readonly name: string
  readonly said: Answers
}

/** Both sides of each border of age, and of the others the ends. */
const numbers: Readonly<Record<string, readonly Answer[]>> = {
  age: [9, 10, 15, 16, 17, 18, 19, 20, 34, 35, 49, 50, 54, 55, 59, 60, 64, 65, 69, 70, 74, 75, notSure],
}
/** Every answer to this question; none to one that is answered in free text. */
export function toldOf(question: Question): readonly Told[] {
  const values: readonly Answer[] =
    question.kind === 'number'
      ? (numbers[question.id] ?? [0, 1, 2, 3, 4, 6, 7, 10, notSure])
      : question.kind === 'text'
        ? []
        : valuesOf(question)
  return values.map((value) => ({
    name: `${question.id} ${String(value)}`,
    said: { ...above(question), [question.id]: question.kind === 'ticks' ? [String(value)] : value },
  }))
}
/** What has to be answered for a follow-up to be asked: "yes", and of the one question whose danger is a no, "no". */
function above({ under }: Question): Answers {
  const parent = under === undefined ? undefined : questionById.get(under)
  if (parent === undefined) return {}
  return { ...above(parent), ...(parent.kind === 'yesNo' && { [parent.id]: parent.id === 'I5' ? 'no' : 'yes' }) }
}

const mildest: Answers = Object.fromEntries(
  questions.flatMap((question): readonly (readonly [string, Answer])[] => {
    if (question.under === undefined) return []
    if (question.kind === 'yesNo') return [[question.id, 'no']]
    if (question.kind === 'ticks') return [[question.id, []]]
    return question.kind === 'choice' ? [[question.id, question.options.at(-1)?.value ?? notSure]] : []
  }),
)

/** What somebody with a plain strain answers who says nothing besides. */
const unsaid: Answers = Object.fromEntries(
  questions.flatMap(({ id }) => {
    const answer = answerIfSaid(id, mildest)
    return answer === undefined ? [] : [[id, answer]]
  }),
)

/** All answers of somebody with a plain strain who says this besides; follow-ups get their mildest answer. */
export const answersWith = (said: Answers): Answers => ({ ...unsaid, ...said })
