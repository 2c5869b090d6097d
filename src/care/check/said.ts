/**
 * When free text says one thing and a tick another: the text is shown back and its question asked again
 * (evidence.md §2.3). The worse answer wins; keeping "no" needs a second confirmation.
 * Called by `check.ts`. Never lowers a level: it only asks, or turns a "no" into the worse answer.
 */
import { dangerPhrases, raisable } from './phrases.ts'
import { questionById } from './questions/all.ts'
import type { Answer, Answers, Question, YesNoQuestion } from './types.ts'

const again = (question: string): string => `said.${question}`
const sure = (question: string): string => `said.${question}.sure`

/** Answers that a danger phrase may contradict: no, does not apply, and painkillers within the packet's limits (I2). */
const benign: ReadonlySet<Answer> = new Set(['no', 'doesNotApply', 'within'])

function askAgain(question: Question): readonly Question[] {
  const shared = { sources: question.sources, tag: question.tag } as const
  const first: YesNoQuestion = {
    ...shared,
    id: again(question.id),
    kind: 'yesNo',
    ask: `You wrote something that may mean: ${question.short.toLowerCase()}. Is that right?`,
    tick: question.short,
    short: `${question.short} (asked again after the note)`,
    why: 'Your note and your tick say different things. We take the safer one unless you tell us.',
  }
  const second: YesNoQuestion = {
    ...shared,
    id: sure(question.id),
    kind: 'yesNo',
    ask: `Check once more: is it certain that you do not have this? ${question.ask}`,
    tick: `Certain: not ${question.short.toLowerCase()}`,
    short: `Certain it is not: ${question.short.toLowerCase()}`,
  }
  return [first, second]
}

/** The questions that ask again after a danger phrase. They exist only while the free text raises them. */
export const saidQuestions: readonly Question[] = raisable.flatMap((id) => {
  const question = questionById.get(id)
  if (!question) throw new Error(`a danger phrase raises ${id}, which is no question`)
  return askAgain(question)
})

/** What the free text asks for, and the answers as they count. */
export interface Heard {
  readonly answers: Answers
  /** Questions to ask before any result: the text raised them and they are not settled. */
  readonly ask: readonly string[]
}

/** Reads the free text against the ticks. */
export function hear(answers: Answers): Heard {
  const { worry } = answers
  if (typeof worry !== 'string' || worry === '') return { answers, ask: [] }
  const counted: Record<string, Answer> = { ...answers }
  const ask: string[] = []
  for (const { question } of dangerPhrases(worry)) {
    const ticked = answers[question]
    if (ticked === undefined || !benign.has(ticked)) continue
    const said = answers[again(question)]
    const certain = answers[sure(question)]
    if (said === undefined) ask.push(again(question))
    else if (said === 'no' && certain === undefined) ask.push(sure(question))
    else if (said === 'no' && certain === 'yes') continue
    else counted[question] = said === 'yes' && isYesNo(question) ? 'yes' : 'notSure'
  }
  return { answers: counted, ask }
}

const isYesNo = (question: string): boolean => questionById.get(question)?.kind === 'yesNo'
