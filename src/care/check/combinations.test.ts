/** What holds when two things are told at once: neither hides the other, and what nobody is sure of clears nothing. */
import { describe, expect, test } from 'vitest'
import { checkState } from './check.ts'
import { withMoreTold } from './more.ts'
import type { Answers, CheckResult } from './types.ts'
import { answerAs } from './vignettes/answer-as.ts'

const calm = answerAs({ sex: 'male', age: 35 }).answers
const resultOf = (answers: Answers): CheckResult => {
  const state = checkState(answers)
  if (!state.complete) throw new Error(`still to ask: ${state.ask.join(', ')}`)
  return state
}

describe('a visit within weeks is sure, and the check goes on asking', () => {
  test('what would close movements: a teenager with calf cramp and a back sore from sport', () => {
    const { result, answers } = answerAs({ sex: 'male', age: 17, C7: 'yes', E8: 'yes' })
    expect(answers).toMatchObject({ C7: 'yes', E8: 'yes' })
    expect(result).toMatchObject({ level: 'soon', movement: 'gentle' })
  })

  test('what would bring the visit forward: stiff shoulders at 60, beside calf cramp', () => {
    const { result } = answerAs({ sex: 'male', age: 60, C7: 'yes', G3: ['girdle'] })
    expect(result).toMatchObject({ level: 'soon', actWithin: 'In 2 to 3 working days' })
  })

  test('what was written of it, where a follow-up answer made it milder', () => {
    const told = { ...calm, C7: 'yes', F1: 'yes', 'F1.skin': 'yes' }
    expect(resultOf(told)).toMatchObject({ level: 'soon', movement: 'open' })
    const state = checkState({ ...told, worry: 'had breast cancer in 2012' })
    expect(state).toMatchObject({ complete: false, ask: ['said.F1.plain'] })
  })
})

describe('not sure clears nothing', () => {
  test('a leg that passes both tests, but nobody is sure how it came, is checked today', () => {
    const weak = { A6: 'yes', 'A6.test': 'canBoth', 'A6.when': 'new' }
    expect(answerAs({ ...weak, 'A6.signs': [], age: 35 }).result.level).toBe('self-care')
    expect(answerAs({ ...weak, 'A6.signs': ['notSure'], age: 35 }).result.level).toBe('urgent')
  })

  test('too much codeine or ibuprofen, and not sure about being drowsy, is an emergency', () => {
    expect(resultOf({ ...calm, I2: 'overOther', 'I2.risk': [] }).level).toBe('urgent')
    expect(resultOf({ ...calm, I2: 'overOther', 'I2.risk': ['notSure'] }).level).toBe('emergency')
  })

  test('a follow-up left blank in "Add more for the doctor or nurse" counts as not sure, so that it can raise the result', () => {
    const urgent = { ...calm, C4: 'yes' }
    expect(resultOf(urgent).level).toBe('urgent')
    const told = withMoreTold(urgent, { I2: 'notSure' })
    expect(told['I2.maybe']).toBe('notSure')
    expect(resultOf(told).level).toBe('emergency')
  })
})

test('of two emergencies, the one for which to call 999 decides: nobody is sent to A&E by themselves first', () => {
  const nerves = { ...calm, A1: 'yes', 'A1.seat': 'no', 'A1.when': 'new' }
  expect(resultOf(nerves).routes[0]).toBe('ae')
  expect(resultOf({ ...nerves, C1: 'yes', 'C1.kind': 'notSure' }).routes[0]).toBe('999')
})
