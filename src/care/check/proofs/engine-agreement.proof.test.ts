/** The encoding that is proved and the engine that runs are held against each other on thousands of answer sets. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { often } from '../../../../scripts/short-form.ts'
import { checkState } from '../check.ts'
import { is, yes } from '../condition.ts'
import { compile, interval, openQuestions, undecidedRules } from '../engine.ts'
import { type Definition, isFalse, isTrue, type Truth } from '../truth.ts'
import { type Answers, levels } from '../types.ts'
import { inWords, levelPredicates } from './claims.proof.ts'
import { definitions, standard, withCondition } from './definitions.proof.ts'
import { type Encoding, encode } from './encoding.proof.ts'
import { goesOnFor } from './flow.proof.ts'
import { and, type Formula, holdsUnder, not, or, variable } from './formula.proof.ts'
import { encodePartial, missing } from './partial.proof.ts'
import { randomAnswers, randomFrom, withSomeMissing } from './random-answers.proof.ts'
import { type Prover, startProver } from './solver.proof.ts'

const sets = often(2500, 600)

/** Answer sets on which the engine and the encoding differ, in words; at most three. */
function disagreements(encoding: Encoding, definition: Definition, answerSets: readonly Answers[]): readonly string[] {
  const engine = compile(definition)
  const predicates = Object.entries(levelPredicates(encoding))
  const found: string[] = []
  for (const answers of answerSets) {
    const values = encoding.valuesOf(answers)
    const { truths, atLeast, atMost } = interval(engine, engine.start(answers))
    const encodedLevels = predicates.filter(([, formula]) => holdsUnder(formula, values)).map(([level]) => level)
    const rules = [...encoding.rules].filter(
      ([, formula], index) => (truths[index] === isTrue) !== holdsUnder(formula, values),
    )
    if (rules.length > 0 || atLeast !== atMost || encodedLevels.join() !== atLeast) {
      const which = rules.map(([{ id }]) => id).join(', ')
      found.push(`${which}: engine ${atLeast}, encoding ${encodedLevels.join()}: ${inWords(encoding, answers)}`)
    }
    if (found.length === 3) break
  }
  return found
}

describe.each(definitions)('the %s definition', (name, definition) => {
  const encoding = encode(definition)
  const answerSets = randomAnswers(encoding.questions, sets, 20261123)

  test('the random answers are allowed ones, reach every level often, and survive being encoded', () => {
    const engine = compile(definition)
    const reached = answerSets.map((answers) => interval(engine, engine.start(answers)).atLeast)
    for (const level of levels) expect(reached.filter((other) => other === level).length).toBeGreaterThan(6)
    for (const answers of answerSets) expect(holdsUnder(encoding.domain, encoding.valuesOf(answers))).toBe(true)
    for (const answers of answerSets.slice(0, 200)) {
      const values = encoding.valuesOf(answers)
      expect(encoding.valuesOf(encoding.answersOf(values))).toEqual(values)
    }
  })

  test('the engine and the encoding agree on every rule and on the level', () => {
    expect(disagreements(encoding, definition, answerSets)).toEqual([])
  })

  test('the check tells the person what the encoding says: level, ring now, in days, movements locked', () => {
    const { now, twoDays, days, gentle, atLeast } = encoding.outcome
    for (const answers of answerSets) {
      const state = checkState(answers, { nhsListStrict: name === 'nhs_list_strict' })
      if (!state.complete) throw new Error(`still asks ${state.ask.join()}`)
      const values = encoding.valuesOf(answers)
      const says = (formula: Formula): boolean => holdsUnder(formula, values)
      expect([
        state.level,
        state.actWithin.startsWith('Ring now'),
        state.actWithin.startsWith('In 1 to 2 days'),
        state.actWithin.startsWith('In 2 to 3'),
      ]).toEqual([levels.findLast((level) => says(atLeast[level])), says(now), says(twoDays), says(days)])
      expect(state.movement).toBe(says(atLeast.urgent) ? 'locked' : says(gentle) ? 'gentle' : 'open')
    }
  })

  test('with answers missing, they agree on what is sure, what is open, and whether to go on asking', () => {
    const engine = compile(definition)
    const partial = encodePartial(encoding)
    const random = randomFrom(7)
    const sure = new Map([...partial.rules].map(([rule, { surely }]) => [rule, surely]))
    const goOn = or(
      ...[...partial.rules].map(([rule, { surely, possibly }]) => and(possibly, not(surely), goesOnFor(rule, sure))),
    )
    const asked: boolean[] = []
    for (const answers of answerSets) {
      const given = withSomeMissing(answers, random)
      const values = new Map([
        ...encoding.valuesOf(answers),
        ...encoding.questions.map(({ id }) => [missing(id), given[id] === undefined] as const),
      ])
      const evaluation = engine.start(given)
      const found = interval(engine, evaluation)
      const encoded = [...partial.rules.values()].map(
        ({ surely, possibly }): Truth =>
          holdsUnder(surely, values) ? isTrue : holdsUnder(possibly, values) ? 1 : isFalse,
      )
      expect(found.truths).toEqual(encoded)
      const goesOn = openQuestions(engine, evaluation, undecidedRules(engine, found)).length > 0
      expect(goesOn).toBe(holdsUnder(goOn, values))
      asked.push(goesOn)
    }
    expect(asked.filter(Boolean).length).toBeGreaterThan(50)
    expect(asked.filter((goesOn) => !goesOn).length).toBeGreaterThan(50)
  })
})

describe('the solver', () => {
  let prover: Prover
  beforeAll(async () => {
    prover = await startProver()
  })
  afterAll(() => prover.close())

  test('reads the encoding as we do: with all answers fixed, each rule has the truth that the engine gives it', async () => {
    const encoding = encode(standard)
    const engine = compile(standard)
    const finder = prover.among(encoding.domain)
    for (const answers of randomAnswers(encoding.questions, often(100, 20), 42)) {
      const { truths } = interval(engine, engine.start(answers))
      const values = encoding.valuesOf(answers)
      const these = and(...[...values].map(([name, value]) => (value ? variable(name) : not(variable(name)))))
      const asTheEngine = [...encoding.rules.values()].map((formula, index) =>
        truths[index] === isTrue ? formula : not(formula),
      )
      expect(await finder.find(and(these, ...asTheEngine))).toBeDefined()
      expect(await finder.find(and(these, not(and(...asTheEngine))))).toBeUndefined()
    }
  })
})

describe('broken on purpose', () => {
  const encoding = encode(standard)
  const answerSets = randomAnswers(encoding.questions, sets, 20261123)

  test('an engine that takes "not sure" for no in one rule is found out', () => {
    const broken = withCondition(standard, 'C6-emergency', yes('C6'))
    const found = disagreements(encoding, broken, answerSets)
    expect(found.join('\n')).toMatch(/C6-emergency: .*C6 \(Sudden cold, pale, painful leg\) = Not sure/)
  })

  test('an encoding of an older rule is found out', () => {
    const older = encode(withCondition(standard, 'H2-soon', is('H2', 'newNot')))
    expect(disagreements(older, standard, answerSets)).not.toEqual([])
  })
})
