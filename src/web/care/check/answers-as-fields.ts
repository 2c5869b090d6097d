/** What was answered, as the fields of a form that would post it: to fill the form in again. */
import { bandOf } from '../../../care/check/questions/how-long.ts'
import { ladder, rungOf } from '../../../care/check/questions/ladder.ts'
import { type Answers, notSure } from '../../../care/check/types.ts'
import { amountField, type FormFields } from '../form-fields.ts'
import type { Trail } from './trail.ts'

/** Answers as the fields that would post them, to fill a form in: a length of time as it was typed, if it is still that. */
export function fieldsOf(answers: Answers, lengths: Trail['lengths'] = {}): FormFields {
  const fields = new Map<string, string[]>()
  const rung = rungOf(answers)
  if (rung !== undefined) fields.set(`q.${ladder.id}`, [rung])
  for (const [id, answer] of Object.entries(answers)) {
    if (typeof answer === 'number') fields.set(`q.${id}`, [String(answer)])
    else if (typeof answer === 'string') {
      fields.set(`q.${id}`, [answer])
      if (answer === notSure) fields.set(`list.${id}`, [notSure])
    } else if (answer.length === 0) fields.set(`list.${id}`, ['none'])
    else if (answer[0] === notSure) fields.set(`list.${id}`, [notSure])
    else fields.set(`q.${id}`, [...answer])
  }
  for (const [id, { amount, unit }] of Object.entries(lengths)) {
    if (answers[id] !== bandOf(amount, unit)) continue
    fields.set(`q.${id}`, [unit]).set(amountField(id), [String(amount)])
  }
  return fields
}
