/** Near misses take short cuts; here they are held against the long way round, in which every rule is evaluated anew. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { checkState } from './check.ts'
import { dependentsOf } from './dependents.ts'
import { interval, isAbove } from './engine.ts'
import { protocol } from './protocol.ts'
import { questions, valuesOf } from './questions/all.ts'
import { type Answer, type Answers, type CheckResult, levels, type Question } from './types.ts'
import { answerAs, answerIfSaid } from './vignettes/answer-as.ts'

const someone: Answers = { sex: 'female', age: 34 }

/** Any answer to a question. */
function anyAnswer(question: Question): fc.Arbitrary<Answer> {
  if (question.kind === 'number') return fc.integer({ min: question.min, max: question.max })
  if (question.kind === 'ticks') return fc.subarray(question.options.map(({ value }) => value))
  return fc.constantFrom(...(question.kind === 'text' ? [''] : valuesOf(question)))
}

/** What a mostly well person says: now and then something else than usual, and to clarifiers whatever they may. */
function anAnswer(question: Question): fc.Arbitrary<Answer> {
  const usual = answerIfSaid(question.id, someone)
  if (usual === undefined) return anyAnswer(question)
  return fc.oneof({ weight: 60, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: anyAnswer(question) })
}
const everyAnswer = Object.fromEntries(questions.map((question) => [question.id, anyAnswer(question)]))
const people = fc.record(
  Object.fromEntries(questions.map((question) => [question.id, anAnswer(question)])),
) as fc.Arbitrary<Answers>

/** Told with the usual yes of these, as not sure would say far more. */
const mild: Readonly<Record<string, Answers>> = { A8: { 'A8.trend': 'same' }, A9: { 'A9.weak': 'no' } }

/** The same by evaluating every rule for every answer turned round. */
function theLongWay(answers: Answers, { level: reached }: CheckResult, strict: boolean): readonly string[] {
  const { engine } = protocol({ nhsListStrict: strict })
  if (reached === 'emergency') return []
  const filled: Record<string, Answer> = { ...answers }
  for (const { id, kind, under } of engine.definition.questions)
    if (under !== undefined) filled[id] ??= kind === 'ticks' ? ['notSure'] : 'notSure'
  const turned = (question: Question): Answer | undefined => {
    const answer = answers[question.id]
    if (question.under !== undefined || question.id.startsWith('said.')) return undefined
    if (question.kind === 'yesNo' && answer === 'no') return 'yes'
    if (question.id === 'trend' && (answer === 'better' || answer === 'same')) return 'worse'
    return question.id === 'I5' && answer === 'yes' ? 'no' : undefined
  }
  const found = engine.definition.questions.flatMap((question) => {
    const answer = turned(question)
    if (answer === undefined) return []
    const { atLeast } = interval(engine, engine.start({ ...filled, ...mild[question.id], [question.id]: answer }))
    return isAbove(atLeast, reached) ? [{ id: question.id, level: atLeast }] : []
  })
  const shown = { emergency: 3, urgent: 2, soon: 2, 'self-care': 0 }
  return [...levels].reverse().flatMap((level) =>
    found
      .filter((near) => near.level === level)
      .slice(0, shown[level])
      .map(({ id }) => `${id} ${level}`),
  )
}

test.each([false, true])('the near misses are those of the long way round (strict NHS list: %s)', (nhsListStrict) => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(people, fc.boolean(), (person, everything) => {
      // What was asked only, as in life, or every answer, those to questions never asked among them.
      const answers = everything ? person : answerAs(person, { nhsListStrict }).answers
      const result = checkState(answers, { nhsListStrict })
      if (!result.complete) throw new Error('the check is not finished')
      reached.add(result.level)
      const said = result.nearMisses.map(({ question, level }) => `${question} ${level}`)
      expect(said).toEqual(theLongWay(answers, result, nhsListStrict))
    }),
    { numRuns: often(300, 150) },
  )
  expect([...reached].sort()).toEqual([...levels].sort())
})

test('an answer changes no rule but those that hang on its question', () => {
  const { engine } = protocol({ nhsListStrict: false })
  const dependents = dependentsOf(engine.definition)
  const truths = (answers: Answers) => interval(engine, engine.start(answers)).truths
  const changed = new Set<number>()
  fc.assert(
    fc.property(people, fc.record(everyAnswer), (person, other) => {
      const before = truths(person)
      for (const [place, { id }] of questions.entries())
        for (const [rule, truth] of truths({ ...person, [id]: other[id] ?? '' }).entries()) {
          if (truth === before[rule]) continue
          changed.add(place)
          expect(dependents[place]?.rules, id).toContain(rule)
        }
    }),
    { numRuns: often(100, 40) },
  )
  expect(changed.size).toBeGreaterThan(50)
})

test('a numb leg that stays the same, or an arm that is not weak, would not have been urgent', () => {
  const { result } = answerAs({ sex: 'male', age: 35 })
  const { A8, A9 } = Object.fromEntries(result.nearMisses.map((near) => [near.question, near]))
  for (const near of [A8, A9]) if (near) expect(near.level).toBe('soon')
  expect([A8?.ifAnswered, A9?.ifAnswered]).toContain('Yes, and it stays the same')
})
