/**
 * The calm answer of each question: the one that raises nothing. Typed from the brief, not derived from the rules: a rule
 * that turned a question round would otherwise turn the proof round with it.
 */
import type { Answer, Question } from '../types.ts'

/**
 * The yes/no questions whose calm answer is yes, and why. Every other is calm when answered no. All but I5 are clarifiers:
 * asked only under their own question, and written in the brief to clear it.
 */
export const calmWhenYes: Readonly<Record<string, string>> = {
  'A1.seat': 'clears A1: only on a seat, gone within an hour (evidence.md A1)',
  'A1.checked': 'clears an unchanged A1 that was checked (evidence.md, "A-flags that are not new")',
  'A2.checked': 'clears an unchanged A2 that was checked',
  'A3.checked': 'clears an unchanged A3 that was checked',
  'A4.checked': 'clears an unchanged A4 that was checked',
  'A5.checked': 'clears an unchanged A5 that was checked',
  'A6.checked': 'clears an unchanged A6 that was checked',
  'A7.checked': 'clears an unchanged A7 that was checked',
  'A8.checked': 'clears an unchanged A8 that was checked',
  'A9.checked': 'clears an unchanged A9 that was checked',
  'B2.flushes': 'clears B2: only usual menopause flushes',
  'B2.kidney': 'a clear kidney picture, so that D3 decides and not B2 (evidence.md B2)',
  'C3.press': 'clears a sharp pain on breathing: sore to press after a strain',
  'A6.chair': 'clears A6 where the knee gives way: stands up from a chair on that leg (ruling 11a)',
  'E1.checked': 'clears an older accident that was checked',
  'F1.skin': 'clears F1: only a removed basal-cell or simple squamous skin cancer',
  'changes.try': 'the pain does ease in the best position, so that it is not constant',
  I5: 'asks what a person can do: "can you get to the toilet and get a drink?"',
}

/** Calm answers of the choices whose answers run from harmless to dangerous, from the brief. */
export const calmChoices: Readonly<Record<string, string>> = {
  F3: 'no',
  H2: 'discussedSame',
  I2: 'within',
  I3: 'no',
  I4: 'no',
  trend: 'better',
  walk: 'can',
  stand10: 'can',
  changes: 'moves',
}

/** An answer that raises nothing, where there is one; else the first. Counterexamples are shown by how they differ from it. */
export function calmAnswer(question: Question): Answer {
  switch (question.kind) {
    case 'yesNo':
      return calmWhenYes[question.id] === undefined ? 'no' : 'yes'
    case 'choice':
      return calmChoices[question.id] ?? question.options[0]?.value ?? 'notSure'
    case 'ticks':
      return []
    case 'number':
      return question.id === 'age' ? 30 : question.min
    case 'text':
      return ''
    default:
      throw new Error(`unhandled ${question satisfies never}`)
  }
}
