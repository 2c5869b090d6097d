import { describe, expect, test } from 'vitest'
import { answerText } from './answer-text.ts'
import { allQuestions } from './protocol.ts'
import type { Question } from './types.ts'

const byId = (id: string): Question => {
  const found = allQuestions.find((question) => question.id === id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}
/** A yes-no question whose two answers are whole sentences. */
const inSentences = allQuestions.find((question) => question.kind === 'yesNo' && question.words)

describe('an answer in words', () => {
  test.each(allQuestions.map((question) => [question.id, question] as const))(
    'is the words of the option that was pressed, never its name: %s',
    (_, question) => {
      const options = question.kind === 'choice' || question.kind === 'ticks' ? question.options : []
      const extra = question.kind === 'yesNo' ? (question.extra ?? []) : []
      for (const { value, text, short } of [...options, ...extra]) {
        if (value === 'notSure') continue
        const answer = question.kind === 'ticks' ? [value] : value
        expect(answerText(question, answer)).toBe(text)
        expect(answerText(question, answer, 'short')).toBe(short ?? text)
      }
      if (question.kind !== 'text') expect(answerText(question, 'notSure')).toBe('Not sure')
    },
  )

  test('yes and no are said so, or in the whole sentences of the question', () => {
    expect(answerText(byId('A1'), 'yes')).toBe('Yes')
    expect(answerText(byId('A1'), 'no')).toBe('No')
    if (inSentences?.kind !== 'yesNo' || !inSentences.words) throw new Error('no question has whole sentences')
    expect(answerText(inSentences, 'yes')).toBe(inSentences.words.yes)
    expect(answerText(inSentences, 'no')).toBe(inSentences.words.no)
    expect(answerText(inSentences, 'yes', 'short')).toBe('Yes')
    expect(answerText(inSentences, 'no', 'short')).toBe('No')
  })

  test('a number has its unit, several ticks stand in a row, none is said as none, and own words stay as they are', () => {
    expect(answerText(byId('age'), 42)).toBe('42 years')
    const stiffness = byId('G3')
    const [one, other] = stiffness.kind === 'ticks' ? stiffness.options : []
    expect(answerText(stiffness, [one?.value ?? '', other?.value ?? ''])).toBe(`${one?.text}; ${other?.text}`)
    expect(answerText(byId('G3'), [])).toBe('None of these')
    expect(answerText(byId('worry'), 'yes')).toBe('yes')
  })
})
