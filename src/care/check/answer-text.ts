/** How an answer reads in words, for reasons, the summary and "you told us". */
import type { Answer, Question } from './types.ts'

const yesNoWords: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No', notSure: 'Not sure' }

/** The answer in words; `short` takes the clinician's short form of options. */
export function answerText(question: Question, answer: Answer, form: 'full' | 'short' = 'full'): string {
  const wordOf = (value: string): string => {
    if (value === 'notSure') return 'Not sure'
    const options =
      question.kind === 'choice' || question.kind === 'ticks'
        ? question.options
        : question.kind === 'yesNo'
          ? (question.extra ?? [])
          : []
    const option = options.find((candidate) => candidate.value === value)
    if (question.kind === 'yesNo' && form === 'full' && (value === 'yes' || value === 'no'))
      return question.words?.[value] ?? yesNoWords[value] ?? value
    return (form === 'short' ? option?.short : option?.text) ?? yesNoWords[value] ?? value
  }
  if (typeof answer === 'number') return question.kind === 'number' ? `${answer} ${question.unit}` : `${answer}`
  if (typeof answer === 'string') return question.kind === 'text' ? answer : wordOf(answer)
  return answer.length === 0 ? 'None of these' : answer.map(wordOf).join('; ')
}
