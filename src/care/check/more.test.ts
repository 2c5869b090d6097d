import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkState } from './check.ts'
import { nextToTell, withMoreTold } from './more.ts'
import { questionById, valuesOf } from './questions/all.ts'
import { moreQuestions, moreScreens } from './questions/more-screens.ts'
import { clinicianSummary, summaryText } from './summary.ts'
import { type Answer, type Answers, type CheckResult, levels } from './types.ts'
import { answerAs } from './vignettes/answer-as.ts'

function finished(answers: Answers): CheckResult {
  const state = checkState(answers)
  if (!state.complete) throw new Error(`still asks ${state.ask.join(', ')}`)
  return state
}

/** The first screen alone, and it is an emergency. */
const saddle: Answers = { A1: 'no', A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new', A3: 'no', A4: 'no', A5: 'no' }
const fever = answerAs({ sex: 'female', age: 35, B2: 'yes', 'B2.kind': 'fever' })

describe('telling more', () => {
  test('is offered after an emergency and an urgent result, and after no other', () => {
    expect(nextToTell(finished(saddle), saddle)).not.toBeNull()
    expect(fever.result.level).toBe('urgent')
    expect(nextToTell(fever.result, fever.answers)).not.toBeNull()
    const calm = answerAs({ sex: 'male', age: 35 })
    expect(nextToTell(calm.result, calm.answers)).toBeNull()
    const soon = answerAs({ sex: 'male', age: 35, F1: 'yes', 'F1.skin': 'no' })
    expect(soon.result.level).toBe('soon')
    expect(nextToTell(soon.result, soon.answers)).toBeNull()
  })

  test('asks what a first-screen emergency left unasked: sepsis, black poo, fever, thinner, cancer, operation, risks, medicines, alone', () => {
    const next = nextToTell(finished(saddle), saddle)
    for (const id of ['B1', 'D2', 'B2', 'I1', 'F1', 'B5', 'steroids', 'infRisk', 'I2', 'medicines', 'alone'])
      expect(next?.ask).toContain(id)
  })

  test('what explains a sign and was left blank is not sure, and never no', () => {
    for (const sign of ['F1', 'I1', 'B5']) {
      const known = Object.fromEntries(Object.entries(fever.answers).filter(([id]) => id.split('.')[0] !== sign))
      const after = withMoreTold(known, { [sign]: 'yes' })
      const filled = Object.keys(after).filter((id) => known[id] === undefined && id !== sign)
      for (const id of filled) expect([id, after[id]].flat()).toEqual([id, 'notSure'])
    }
    const { infRisk: _, ...known } = answerAs({ sex: 'female', age: 35, F2: 'yes' }).answers
    expect(withMoreTold({ ...known, B2: 'yes' }, { infRisk: ['diabetes'] })['B2.kind']).toBe('notSure')
  })

  test('asks nothing again that was answered, or shown and left blank', () => {
    const told: Answers = { ...saddle, D2: 'no', alone: 'yes' }
    const next = nextToTell(finished(told), told, new Set(['B1', 'F1']))
    for (const id of ['D2', 'alone', 'B1', 'F1']) expect(next?.ask).not.toContain(id)
  })

  test('asks of a pregnancy only of those whose it can be, and of the baby only when there is one', () => {
    const seen = new Set(moreScreens[0]?.groups.flatMap(({ questions }) => questions))
    const asks = (more: Answers) =>
      nextToTell(finished({ ...saddle, ...more }), { ...saddle, ...more }, seen)?.ask ?? []
    expect(asks({ sex: 'male', age: 35 })).toEqual([])
    expect(asks({ sex: 'female', age: 70 })).toEqual([])
    expect(asks({ sex: 'female', age: 35 })).toEqual(['pregnancy'])
    expect(asks({})).toEqual(['pregnancy'])
    expect(asks({ sex: 'female', age: 35, pregnancy: 'no' })).toEqual([])
    expect(asks({ sex: 'female', age: 35, pregnancy: 'pregnant' })).toEqual(['weeks', 'H1'])
    expect(asks({ sex: 'female', age: 35, pregnancy: 'birth6w' })).toEqual(['H4'])
    expect(asks({ sex: 'female', age: 35, pregnancy: 'maybe' })).toEqual(['D6'])
  })

  test('adds the maternity unit after the way to help, and what the baby does to what is said', () => {
    const told: Answers = { ...saddle, sex: 'female', age: 35, pregnancy: 'pregnant', weeks: 30, H1: ['babyLess'] }
    const result = finished(told)
    expect(result.level).toBe('emergency')
    expect(result.routes.at(-1)).toBe('maternity')
    expect(result.routes[0]).not.toBe('maternity')
    const { say, alsoSay } = clinicianSummary(told, result)
    expect(say).toContain('baby moving less')
    expect(alsoSay).toEqual(['pregnant', 'weeks pregnant: 30'])
    expect(finished(saddle).routes).not.toContain('maternity')
  })

  test('puts a worse emergency first', () => {
    const told = withMoreTold(saddle, { D2: 'yes' })
    const result = finished(told)
    expect(result.reasons[0]?.id).toBe('D2-emergency')
    expect(result.routes[0]).toBe('999')
  })

  test('takes a sign whose clarifier was left blank on the careful side, and stays a result', () => {
    const told = withMoreTold(saddle, { B2: 'yes', I1: 'yes' })
    const result = finished(told)
    expect(result.reasons.map(({ id }) => id)).toContain('I1-emergency')
    expect(result.notes.map(({ id }) => id)).toContain('no-nsaid-blood-thinner')
  })

  test('tells who is alone what that changes, and hands on medicines in their own words', () => {
    const told: Answers = { ...saddle, alone: 'yes', medicines: 'Ramipril, Metformin' }
    const result = finished(told)
    expect(result.notes.map(({ id }) => id)).toContain('alone')
    const summary = clinicianSummary(told, result)
    expect(summary.alsoSay).toEqual(['medicines taken: Ramipril, Metformin', 'alone'])
    expect(summaryText(summary, result, 'today')).toContain('Medicines taken: Ramipril, Metformin')
  })

  test('is heard for danger like any other writing: a blood thinner named among the medicines counts', () => {
    const urgent = answerAs({ sex: 'male', age: 35, B2: 'yes', 'B2.kind': 'fever' })
    const state = checkState({ ...urgent.answers, medicines: 'i took 40 paracetamol to end it all' })
    expect(state.complete ? state.level : 'asks again').not.toBe('urgent')
  })

  const told = fc.record(
    Object.fromEntries(
      moreQuestions.map((id): [string, fc.Arbitrary<Answer>] => {
        const question = questionById.get(id)
        if (!question) throw new Error(`no question ${id}`)
        if (question.kind === 'ticks')
          return [id, fc.oneof(fc.subarray(question.options.map(({ value }) => value)), fc.constant(['notSure']))]
        if (question.kind === 'number') return [id, fc.integer({ min: question.min, max: question.max })]
        if (question.kind === 'text') return [id, fc.constantFrom('', 'warfarin', 'numb down below', 'aspirin')]
        return [id, fc.constantFrom(...valuesOf(question))]
      }),
    ),
    { requiredKeys: [] },
  )
  const stories: readonly Answers[] = [
    saddle,
    fever.answers,
    { ...saddle, A2: 'no', A5: 'yes', 'A5.pattern': 'painOrTingling', 'A5.when': 'new' },
    { A1: 'no', A2: 'no', A3: 'no', A4: 'no', A5: 'no', A6: 'no', A7: 'no', A8: 'no', A9: 'no', C1: 'yes' },
    answerAs({ sex: 'female', age: 35, pregnancy: 'birth6w', C4: 'yes' }).answers,
  ]

  test('never lowers a level, takes away a route, or a reason, whatever is told', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stories), told, (before, more) => {
        const first = checkState(before)
        if (!first.complete) return
        const fresh = Object.fromEntries(Object.entries(more).filter(([id]) => before[id] === undefined)) as Answers
        const state = checkState(withMoreTold(before, fresh))
        // Free text may hold the result with a question of its own; then nothing is lower either.
        if (!state.complete) {
          expect(levels.indexOf(state.atLeast)).toBeGreaterThanOrEqual(levels.indexOf(first.level))
          return
        }
        expect(levels.indexOf(state.level)).toBeGreaterThanOrEqual(levels.indexOf(first.level))
        const ids = state.reasons.map(({ id }) => id)
        for (const { id, level } of first.reasons) if (level === first.level) expect(ids).toContain(id)
        if (state.level === first.level) for (const route of first.routes) expect(state.routes).toContain(route)
      }),
      { numRuns: 400 },
    )
  })
})

describe('told after an emergency, what explains it and was left blank counts as not sure too: another emergency is named', () => {
  const weak = { 'A6.test': 'cannotTry', 'A6.signs': ['noMovement'], 'A6.when': 'new' }
  const drop = answerAs({ sex: 'female', age: 67, A6: 'yes', ...weak }).answers
  const reasons = (told: Answers) => {
    const state = checkState(withMoreTold(drop, told))
    return state.complete ? state.reasons.map(({ id }) => id) : state.ask
  }

  test.each<[string, Answers, string]>([
    ['a fever', { B2: 'yes' }, 'B2-emergency'],
    ['cancer', { F1: 'yes' }, 'F1-emergency'],
    ['an epidural', { B5: 'yes' }, 'B5-emergency'],
    ['too much paracetamol', { I2: 'overParacetamol' }, 'I2-emergency'],
  ])('%s', (_, told, rule) => {
    expect(reasons({})).toEqual(['A6-emergency', 'A6-urgent'])
    expect(reasons(told)).toContain(rule)
    // What kills first comes first.
    expect(reasons(told)[0]).not.toBe('A6-emergency')
  })

  test('nothing is filled in under what was told to be no, or was not told', () => {
    expect(withMoreTold(drop, { B2: 'no', F1: 'no' })).toEqual({ ...drop, B2: 'no', F1: 'no' })
  })
})

describe('what is told later only adds', () => {
  /** Four signs of the first screen, told as they are on the page: three are said first. */
  const four: Answers = {
    ...saddle,
    A1: 'yes',
    'A1.seat': 'no',
    'A1.when': 'new',
    A3: 'yes',
    'A3.kind': 'leaked',
    'A3.when': 'new',
  }
  const spoken = (answers: Answers) => clinicianSummary(answers, finished(answers))

  test('to what it could mean, aloud and for the clinician: a blood thinner and a baby beside a cauda equina', () => {
    const told = withMoreTold(saddle, {
      I1: 'yes',
      sex: 'female',
      age: 30,
      pregnancy: 'pregnant',
      weeks: 20,
      H1: ['babyLess'],
    })
    const { say, couldMean } = spoken(told)
    expect(spoken(saddle).couldMean).toHaveLength(1)
    expect(couldMean).toEqual(['bleed near the spine or in the head', ...spoken(saddle).couldMean])
    expect(say).toContain(`told to ask for a check for: ${couldMean.join('; ')}.`)
  })

  test('to the signs that are told at the desk: none is lost behind those that kill first', () => {
    const before = spoken(four)
    const after = spoken(withMoreTold(four, { B1: 'yes', D2: 'yes', I1: 'yes' }))
    for (const sign of ['between the legs', 'peeing', 'poo or no feeling']) {
      expect(before.say).toContain(sign)
      expect([after.say, ...after.alsoSay].join('; '), sign).toContain(sign)
    }
  })

  test('whatever is told, in whatever order', () => {
    const asked = moreQuestions.flatMap((id) => questionById.get(id) ?? [])
    const answerTo = fc.constantFrom(...asked).chain((question) => {
      const values = valuesOf(question)
      const answer: fc.Arbitrary<Answer> =
        question.kind === 'ticks'
          ? fc.subarray([...values].filter((value) => value !== 'notSure')).map((some) => some)
          : question.kind === 'number'
            ? fc.integer({ min: question.min, max: question.max })
            : question.kind === 'text'
              ? fc.constant('')
              : fc.constantFrom(...values)
      return answer.map((told): [string, Answer] => [question.id, told])
    })
    fc.assert(
      fc.property(fc.constantFrom(saddle, four), fc.array(answerTo, { maxLength: 12 }), (before, told) => {
        const first = spoken(before)
        const then = spoken(withMoreTold(before, Object.fromEntries(told)))
        for (const cause of first.couldMean) expect(then.couldMean).toContain(cause)
        for (const { label } of first.flags) expect(then.flags.map((flag) => flag.label)).toContain(label)
        for (const cause of then.couldMean) expect(then.say).toContain(cause)
      }),
      { numRuns: 150 },
    )
  })
})
