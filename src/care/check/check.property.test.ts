/**
 * What must hold of the check for every answer there is (hazards H-01, H-02, H-05): generators come from the
 * questions themselves, so a new question is covered from the day it is written.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { checkState } from './check.ts'
import { higher, interval, isAbove, openQuestions, undecidedRules } from './engine.ts'
import { isOpen, isTrue } from './truth.ts'
import { allQuestions, protocol } from './protocol.ts'
import { questions, valuesOf } from './questions/all.ts'
import { screens } from './questions/screens.ts'
import { rules } from './rules/all.ts'
import { type Answer, type Answers, type Level, levels, type Question, type Screen } from './types.ts'
import { answerAs } from './vignettes/answer-as.ts'

const standard = { nhsListStrict: false }
const strict = { nhsListStrict: true }
const { engine } = protocol(standard)

/** Any well-typed answer to one question. */
function anyAnswer(question: Question): fc.Arbitrary<Answer> {
  switch (question.kind) {
    case 'yesNo':
      return fc.oneof(
        { weight: 6, arbitrary: fc.constant('no') },
        { weight: 4, arbitrary: fc.constantFrom(...valuesOf(question)) },
      )
    case 'choice':
      return fc.constantFrom(...valuesOf(question))
    case 'ticks':
      return fc.oneof(
        { weight: 5, arbitrary: fc.constant<Answer>([]) },
        { weight: 3, arbitrary: fc.subarray(question.options.map(({ value }) => value)) },
        { weight: 1, arbitrary: fc.constant<Answer>(['notSure']) },
      )
    case 'number':
      return fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: question.min, max: question.max }) },
        { weight: 1, arbitrary: fc.constant('notSure') },
      )
    case 'text':
      return fc.constant('')
    default:
      throw new Error(`unhandled ${question satisfies never}`)
  }
}
const generators = Object.fromEntries(questions.map((question) => [question.id, anyAnswer(question)]))
const everything: fc.Arbitrary<Answers> = fc.record(generators)
const someAnswers = fc.record(generators, { requiredKeys: [] }) as fc.Arbitrary<Answers>

/** Mostly well people, so that the rarer roads are walked too. */
const calm: fc.Arbitrary<Answers> = fc
  .tuple(everything, fc.uniqueArray(fc.constantFrom(...questions.map(({ id }) => id)), { maxLength: 12 }))
  .map(
    ([answers, kept]): Answers => ({
      ...answers,
      ...Object.fromEntries(
        questions
          .filter(
            ({ id, kind, under }) =>
              under === undefined && !kept.includes(id) && (kind === 'yesNo' || kind === 'ticks'),
          )
          .map(({ id, kind }): [string, Answer] => [id, kind === 'ticks' ? [] : id === 'I5' ? 'yes' : 'no']),
      ),
      ...(kept.includes('I2') ? {} : { I2: 'within', I3: 'no', I4: 'no' }),
    }),
  )
const anyone = fc.oneof(everything, calm)

const span = (answers: Answers) => interval(engine, engine.start(answers))
const levelOf = (answers: Answers): Level => span(answers).atLeast
const within = (one: Level, other: Level): boolean => !isAbove(one, other)
const runs = { numRuns: often(400, 50) }

describe('the level', () => {
  test('with every question answered is certain', () => {
    fc.assert(
      fc.property(anyone, (answers) => {
        const { atLeast, atMost } = span(answers)
        expect(atMost).toBe(atLeast)
      }),
      runs,
    )
  })

  test('is the highest of the rules that hold', () => {
    fc.assert(
      fc.property(anyone, (answers) => {
        const state = checkState(answers)
        if (!state.complete) throw new Error(`still open: ${state.ask.join(', ')}`)
        const highest = state.reasons.reduce<Level>((level, reason) => higher(level, reason.level), 'self-care')
        expect(state.level).toBe(highest)
        expect(state.reasons.map(({ id }) => id).sort()).toEqual(
          rules
            .filter((rule) => engine.truth(rule.when, engine.start(answers)) === isTrue)
            .map(({ id }) => id)
            .sort(),
        )
      }),
      runs,
    )
  })

  test('answering one question more never widens what is possible', () => {
    fc.assert(
      fc.property(someAnswers, fc.constantFrom(...questions.map(({ id }) => id)), everything, (some, id, answers) => {
        const { [id]: _, ...before } = some
        const answer = answers[id]
        if (answer === undefined) throw new Error(id)
        const wide = span(before)
        const narrow = span({ ...before, [id]: answer })
        expect(within(wide.atLeast, narrow.atLeast), id).toBe(true)
        expect(within(narrow.atMost, wide.atMost), id).toBe(true)
      }),
      { numRuns: often(1500, 150) },
    )
  })

  test('the same answers give the same state, and are left as they were', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const copy = structuredClone(answers)
        const first = checkState(Object.freeze(answers))
        expect(checkState(copy)).toEqual(first)
        expect(answers).toEqual(copy)
      }),
      runs,
    )
  })

  test('the order in which answers came does not matter', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        expect(checkState(Object.fromEntries(Object.entries(answers).reverse()))).toEqual(checkState(answers))
      }),
      { numRuns: often(100, 15) },
    )
  })

  test('the strict NHS list never lowers a level', () => {
    fc.assert(
      fc.property(anyone, (answers) => {
        const on = checkState(answers, strict)
        const off = checkState(answers, standard)
        if (!on.complete || !off.complete) throw new Error('still open')
        expect(within(off.level, on.level)).toBe(true)
      }),
      runs,
    )
  })
})

/** Yes/no questions where "yes" is the good news: their own text makes them clarifiers that may lower (evidence.md §1). */
const yesIsGood = new Set([
  'I5',
  'A1.seat',
  'B2.flushes',
  'B2.kidney',
  'C3.press',
  'A6.chair',
  'E1.checked',
  'F1.skin',
  'changes.try',
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9'].map((flag) => `${flag}.checked`),
])
const dangerQuestions = questions.filter(({ id, kind }) => kind === 'yesNo' && !yesIsGood.has(id)).map(({ id }) => id)

describe('danger questions', () => {
  test.each(['yes', 'notSure'])('no → %s never lowers the level', (answer) => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(...dangerQuestions), (answers, id) => {
        // "Clear D3 picture with only INFRISK-OTHER → D3 decides" (B2): the brief's own exception.
        fc.pre(id !== 'D3' || answers['B2.kidney'] !== 'yes')
        expect(within(levelOf({ ...answers, [id]: 'no' }), levelOf({ ...answers, [id]: answer })), id).toBe(true)
      }),
      { numRuns: often(3000, 300) },
    )
  })

  test('a clarifier answered "not sure" is never milder than its mildest answer', () => {
    const clarifiers = questions.filter(
      ({ under, kind }) => under !== undefined && (kind === 'choice' || kind === 'yesNo'),
    )
    fc.assert(
      fc.property(anyone, fc.constantFrom(...clarifiers), (answers, clarifier) => {
        const levelWith = (value: string) => levelOf({ ...answers, [clarifier.id]: value })
        const mildest = valuesOf(clarifier)
          .filter((value) => value !== 'notSure')
          .map(levelWith)
        const rank = (level: Level) => levels.indexOf(level)
        expect(rank(levelWith('notSure')), clarifier.id).toBeGreaterThanOrEqual(Math.min(...mildest.map(rank)))
      }),
      { numRuns: often(1500, 150) },
    )
  })

  test('ticking one item more never lowers the level', () => {
    // C3: none ticked already counts as the dangerous kind, so "only sharp" may lower it.
    const lists = questions.filter((question) => question.kind === 'ticks' && question.id !== 'C3.kind')
    fc.assert(
      fc.property(anyone, fc.constantFrom(...lists), fc.nat(), (answers, list, pick) => {
        if (list.kind !== 'ticks') throw new Error(list.id)
        const ticks = answers[list.id]
        const before = Array.isArray(ticks) && !ticks.includes('notSure') ? (ticks as readonly string[]) : []
        const added = list.options[pick % list.options.length]?.value ?? ''
        expect(
          within(levelOf({ ...answers, [list.id]: before }), levelOf({ ...answers, [list.id]: [...before, added] })),
          `${list.id} ${added}`,
        ).toBe(true)
      }),
      { numRuns: often(1500, 150) },
    )
  })

  /** A clear yes to one emergency question, with its own clarifiers not clearing it. */
  const alone: readonly (readonly [string, Answers])[] = [
    ['A1', { A1: 'yes', 'A1.seat': 'no', 'A1.when': 'new' }],
    ['A2', { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' }],
    ['A2 cannot pee', { A2: 'yes', 'A2.kind': 'cannotGo' }],
    ['A3', { A3: 'yes', 'A3.kind': 'leak', 'A3.when': 'worse' }],
    ['A4', { A4: 'yes', 'A4.when': 'notSure' }],
    ['A5', { A5: 'yes', 'A5.pattern': 'painOrTingling', 'A5.when': 'new' }],
    ['A6 with no movement', { A6: 'yes', 'A6.when': 'new', 'A6.signs': ['noMovement'] }],
    ['A7 over days', { A7: 'yes', 'A7.kind': 'real', 'A7.when': 'new', 'A7.fast': 'yes' }],
    ['A10', { A10: 'yes' }],
    ['A11', { A11: 'yes' }],
    ['B1', { B1: 'yes' }],
    ['B5 with a leaking wound', { B5: 'yes', 'B5.when': 'weeks6', 'B5.how': 'wound' }],
    ['C1', { C1: 'yes', 'C1.kind': 'tight' }],
    ['C2', { C2: 'yes' }],
    ['C3 breathless', { C3: 'yes', 'C3.kind': ['breathless'] }],
    ['C3 blood', { C3: 'yes', 'C3.kind': ['blood', 'sharp'] }],
    ['C5 collapse', { 'C5.collapse': 'yes', 'C5.kind': 'clammy' }],
    ['C5 known aneurysm', { 'C5.known': 'yes', 'C5.new': 'yes' }],
    ['C6', { C6: 'yes' }],
    ['D1 severe', { D1: 'yes', 'D1.kind': ['severe'] }],
    ['D2', { D2: 'yes' }],
    ['D6 shoulder tip', { sex: 'female', age: 30, pregnancy: 'maybe', D6: ['shoulderTip'] }],
    ['D7 sudden', { D7: 'yes', 'D7.kind': 'sudden' }],
    ['D8', { D8: 'yes' }],
    ['E1', { E1: 'yes', 'E1.kind': 'serious', injuryWhen: 'last7' }],
    ['E7', { E7: 'yes', 'E7.what': 'injury' }],
    ['H1 heavy bleeding', { sex: 'female', age: 30, pregnancy: 'pregnant', H1: ['heavyBleed'] }],
    ['I2 on purpose', { I2: 'onPurpose' }],
    ['I3 plan', { I3: 'plan' }],
    ['I4 danger', { I4: 'danger' }],
    ['I5 stuck', { I5: 'no', 'I5.stuck': 'yes' }],
    ['I12 cord', { I12: 'yes', 'I12.how': ['cord'] }],
  ]
  test.each(alone)('%s is an emergency whatever else is answered', (_, flag) => {
    fc.assert(
      fc.property(anyone, (answers) => {
        expect(levelOf({ ...answers, ...flag })).toBe('emergency')
      }),
      { numRuns: often(120, 15) },
    )
  })

  test('any yes of the emergency set, answered on the way, ends the check at once', () => {
    for (const [, flag] of alone.filter(([name]) => ['A10', 'A11', 'B1', 'C2', 'C6', 'D2'].includes(name))) {
      const { result, screens } = answerAs({ sex: 'male', age: 30, ...flag })
      expect(result.level).toBe('emergency')
      expect(screens.length).toBeLessThanOrEqual(3)
    }
  })
})

describe('the walk', () => {
  /** Answers screen by screen from a full set. */
  function walk(answers: Answers) {
    const given: Record<string, Answer> = {}
    const screens: (readonly string[])[] = []
    for (;;) {
      const state = checkState(given)
      if (state.complete) return { state, screens, given }
      for (const id of state.ask) {
        expect(given[id], `${id} is asked twice`).toBeUndefined()
        given[id] = answers[id] ?? 'notSure'
      }
      expect(state.ask.length).toBeGreaterThan(0)
      expect(state.screen.groups.flatMap((group) => group.questions)).toEqual(state.ask)
      screens.push(state.ask)
      if (screens.length > questions.length) throw new Error('the walk does not end')
    }
  }

  test('ends, asks something new on each screen, and reaches the level of all the answers', () => {
    fc.assert(
      fc.property(anyone, (answers) => {
        const { state, screens } = walk(answers)
        expect(screens.length).toBeLessThanOrEqual(questions.length)
        expect(state.level).toBe(levelOf(answers))
      }),
      runs,
    )
  })

  test('reaches the lock of all the answers', () => {
    fc.assert(
      fc.property(anyone, (answers) => {
        const { state } = walk(answers)
        const all = checkState(answers)
        expect(all).toMatchObject({ complete: true, movement: state.movement })
      }),
      runs,
    )
  })

  test('asks on the first screen that can still matter, and all of it', () => {
    const underOf = new Map(allQuestions.map(({ id, under }) => [id, under]))
    const isOn = (screen: Screen, id: string | undefined) =>
      screen.groups.some((group) => group.questions.includes(id ?? ''))
    fc.assert(
      fc.property(calm, fc.nat(11), (told, steps) => {
        const answers: Record<string, Answer> = {}
        let state = checkState(answers)
        for (let step = 0; step < steps && !state.complete; step += 1) {
          for (const id of state.ask) answers[id] = told[id] ?? 'notSure'
          state = checkState(answers)
        }
        if (state.complete) return
        const evaluation = engine.start(answers)
        const undecided = undecidedRules(engine, interval(engine, evaluation))
        const open = openQuestions(engine, evaluation, undecided).flatMap((place) => allQuestions[place]?.id ?? [])
        const first = screens.find((screen) => open.some((id) => isOn(screen, id) || isOn(screen, underOf.get(id))))
        expect(state.screen.id).toBe(first?.id)
        if (!first) return
        const clarifiers = open.filter((id) => isOn(first, underOf.get(id)) && !isOn(first, id))
        const listed = first.groups.flatMap((group) => group.questions.filter((id) => open.includes(id)))
        const asked = state.ask.filter((id) => open.includes(id))
        expect(asked).toEqual(clarifiers.length > 0 ? clarifiers : listed)
      }),
      runs,
    )
  })

  test('asks only what applies and can still matter', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const state = checkState(answers)
        if (state.complete) return
        const evaluation = engine.start(answers)
        const undecided = undecidedRules(engine, interval(engine, evaluation))
        const open = openQuestions(engine, evaluation, undecided).map((place) => allQuestions[place]?.id)
        for (const id of state.ask) {
          if (['who', 'worry'].includes(id)) continue
          expect(open, id).toContain(id)
          expect(engine.applies(id, evaluation), id).toBe(isTrue)
        }
      }),
      runs,
    )
  })

  test('a result leaves no rule open that would be more urgent', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const state = checkState(answers)
        if (!state.complete) return
        const open = rules.filter((rule) => engine.truth(rule.when, engine.start(answers)) === isOpen)
        expect(open.filter(({ level }) => isAbove(level, state.level)).map(({ id }) => id)).toEqual([])
      }),
      { numRuns: often(1000, 100) },
    )
  })

  test('of a well person of 20 to 49 takes at most 12 screens', () => {
    for (const sex of ['male', 'female']) {
      for (let age = 20; age <= 49; age += 1) {
        for (const more of [{}, { painNow: 9 }, { duration: 'days3' }, { startHow: 'sudden' }] as readonly Answers[]) {
          const { result, screens } = answerAs({ sex, age, ...more })
          expect(result.level).toBe('self-care')
          expect(
            screens.length,
            `${sex} ${age}: ${screens.map(({ screen }) => screen.id).join(' ')}`,
          ).toBeLessThanOrEqual(12)
        }
      }
    }
  })

  test('of an emergency on the first screen ends with the second', () => {
    for (const [, flag] of [
      ['A1', { A1: 'yes', 'A1.seat': 'no', 'A1.when': 'new' }],
      ['A2', { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' }],
      ['A3', { A3: 'yes', 'A3.kind': 'leak', 'A3.when': 'new' }],
      ['A4', { A4: 'yes', 'A4.when': 'new' }],
      ['A5', { A5: 'yes', 'A5.pattern': 'painOrTingling', 'A5.when': 'new' }],
    ] as const) {
      const first = checkState({})
      if (first.complete) throw new Error('nothing asked')
      const answers = { ...Object.fromEntries(first.ask.map((id) => [id, 'no'])), ...flag }
      expect(checkState(answers)).toMatchObject({ complete: true, level: 'emergency' })
    }
  })

  test('left unfinished never carries a plan', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const state = checkState(answers)
        const names = Object.keys(state)
        for (const name of ['level', 'movement', 'routes', 'reasons', 'notes', 'actWithin'])
          expect(names.includes(name), name).toBe(state.complete)
      }),
      runs,
    )
  })
})

test('no well-typed answers make the check throw, whatever is written', () => {
  const words = fc.oneof(
    fc.string({ maxLength: 500, unit: 'grapheme' }),
    fc.constantFrom('numb down below', "can't wee", 'i want to die', 'wet myself'),
  )
  const asked = fc.record(
    Object.fromEntries(
      ['A1', 'A2', 'I3'].flatMap((id) => [
        [`said.${id}`, fc.constantFrom('yes', 'no', 'notSure')],
        [`said.${id}.sure`, fc.constantFrom('yes', 'no', 'notSure')],
      ]),
    ),
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(someAnswers, anyone), words, asked, fc.boolean(), (answers, worry, again, nhsListStrict) => {
      const state = checkState({ ...answers, worry, ...again }, { nhsListStrict })
      expect(typeof state.complete).toBe('boolean')
    }),
    runs,
  )
})

test('free text never lowers a level', () => {
  const words = fc.constantFrom(
    'numb down below',
    "can't wee",
    'i want to die',
    'wet myself',
    'i am fine',
    'no numbness at all',
    'black poo',
  )
  fc.assert(
    fc.property(anyone, words, (answers, worry) => {
      const state = checkState({ ...answers, worry })
      const level = levelOf(answers)
      if (state.complete) expect(within(level, state.level)).toBe(true)
      else expect(within(level, state.atMost)).toBe(true)
    }),
    runs,
  )
})

test('nobody of 16 or over who is locked is told self-care, and nobody at urgent or above is left a plan', () => {
  fc.assert(
    fc.property(anyone, (answers) => {
      const state = checkState(answers)
      if (!state.complete) throw new Error('still open')
      if (state.level === 'urgent' || state.level === 'emergency') expect(state.movement).toBe('locked')
      if (state.level === 'self-care') expect(state.movement).toBe('open')
      const age = answers.age
      if (typeof age === 'number' && age < 16) expect(state.movement).not.toBe('open')
    }),
    runs,
  )
})
