/** Proofs that the check always ends, with the right result, and walks through the real check that show the same. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { often } from '../../../../scripts/short-form.ts'
import { checkState } from '../check.ts'
import { compile, interval, isAbove } from '../engine.ts'
import { allQuestions } from '../protocol.ts'
import { raisable } from '../free-text/danger-phrases.ts'
import { questionById, valuesOf } from '../questions/all.ts'
import { screens } from '../questions/screens.ts'
import type { Answer, Answers, CheckResult } from '../types.ts'
import { calmAnswer } from './calm.proof.ts'
import { definitions, rulesInTurn, standard } from './definitions.proof.ts'
import { encode } from './encoding.proof.ts'
import { goesOnFor, guessed, onNoScreen, stopsTooSoon, stuck } from './flow.proof.ts'
import { encodePartial } from './partial.proof.ts'
import { randomAnswers, randomFrom } from './random-answers.proof.ts'
import { type Prover, startProver } from './solver.proof.ts'

let prover: Prover
beforeAll(async () => {
  prover = await startProver()
})
afterAll(() => prover.close())

/** Answers each screen in turn from `planned`. Every step must ask something new. */
function walk(planned: Answers, nhsListStrict: boolean, random: () => number): { result: CheckResult; given: Answers } {
  let given: Answers = typeof planned.worry === 'string' ? { worry: planned.worry } : {}
  for (let step = 0; step <= allQuestions.length; step += 1) {
    const state = checkState(given, { nhsListStrict })
    if (state.complete) return { result: state, given }
    const fresh = state.ask.filter((id) => given[id] === undefined)
    expect(fresh.length, `nothing new is asked on screen ${state.screen.id}`).toBeGreaterThan(0)
    expect(state.screen.groups.flatMap(({ questions }) => questions)).toEqual(state.ask)
    const saidAgain = (id: string): Answer => {
      const asked = allQuestions.find((question) => question.id === id)
      const values = asked ? valuesOf(asked) : []
      return values[Math.floor(random() * values.length)] ?? 'notSure'
    }
    given = {
      ...given,
      ...Object.fromEntries(fresh.map((id) => [id, planned[id] ?? (id === 'worry' ? '' : saidAgain(id))])),
    }
  }
  throw new Error('the check did not end')
}

describe.each(definitions)('the %s definition', (name, definition) => {
  const encoding = encode(definition)
  const nhsListStrict = name === 'nhs_list_strict'

  const rules = rulesInTurn(definition)

  test('an answer that is missing is never guessed', async () => {
    expect(await guessed(encoding, encodePartial(encoding), prover.among(encoding.domain), rules)).toEqual([])
  })

  test('a rule that is still open always has a question to ask', async () => {
    expect(await stuck(encoding, encodePartial(encoding), prover.among(encoding.domain), rules)).toEqual([])
  })

  test('the check stops only when no answer can change the level, the time or the lock', async () => {
    expect(await stopsTooSoon(definition, prover.among)).toEqual([])
  })

  test('every question that a rule needs is on a screen', () => {
    expect(onNoScreen(definition, screens)).toEqual([])
  })

  test('walked through: each step asks something new, it ends, and the result is that of all answers together', () => {
    const engine = compile(definition)
    const random = randomFrom(11)
    for (const planned of randomAnswers(encoding.questions, often(400, 120), 99)) {
      const { result, given } = walk(planned, nhsListStrict, random)
      const inFull = checkState(planned, { nhsListStrict })
      if (!inFull.complete) throw new Error('all answers were given')
      expect(result.level).toBe(interval(engine, engine.start(planned)).atLeast)
      expect([result.level, result.actWithin, result.movement]).toEqual([
        inFull.level,
        inFull.actWithin,
        inFull.movement,
      ])
      expect(Object.keys(given).length).toBeLessThanOrEqual(encoding.questions.length + 1)
    }
  })
})

describe('with free text', () => {
  /** Something a person may write, for every question that a phrase raises. */
  const worries: Readonly<Record<string, string>> = {
    A1: 'feels numb down below',
    A2: "can't pee",
    A3: 'soiled myself',
    A4: 'lost my erection',
    A5: 'pain in both legs',
    A6: 'foot drop',
    A7: 'unsteady on my feet',
    A11: 'the worst headache',
    C4: 'hot calf',
    'C5.known': 'an aneurysm',
    C6: 'my leg turned white',
    E1: 'a car crash',
    F1: 'I had cancer',
    C1: 'pain in my chest',
    C3: 'short of breath',
    D2: 'black poo',
    B1: 'I think it is sepsis',
    B2: 'high temperature',
    C2: 'a tearing pain',
    A10: 'slurred words',
    'C5.collapse': 'I fainted',
    F2: 'lost a lot of weight',
    I2: 'took too many tablets',
    I3: 'better off dead',
    I4: 'scared of my partner',
    A8: 'my foot is numb',
    A9: 'pins and needles in my hand',
    E6: 'a new lump on my spine',
    D1: 'being sick all day',
    'C5.lump': 'a beating lump in my tummy',
    D3: 'blood in my urine',
    D4: 'it burns when I pee',
    D5: 'I have a kidney stone',
    D7: 'pain in my testicle',
    D8: 'my pee is like cola',
    D6: 'positive test and bad cramps',
    H1: 'my waters broke',
    F5: 'off my food for weeks',
    G2: 'a painful red eye',
    G3: 'my scalp is sore',
    G4: 'blisters in a strip',
    I1: 'I take warfarin',
    steroids: 'I take steroid tablets',
    infRisk: 'I inject drugs',
    fxRisk: 'I have osteoporosis',
    B5: 'I had an epidural last week',
    I9: 'I had cauda equina syndrome',
    I11: 'I have sickle cell disease',
    I12: 'I have multiple sclerosis',
    E7: 'I have ankylosing spondylitis',
    I5: 'I am stuck on the floor',
    F3: 'no position helps',
    aortic: 'I have Marfan syndrome',
    clotRisk: 'I take microgynon',
    pregnancy: 'I am 20 weeks pregnant',
  }
  /** An emergency only in danger now: the rest adds the remark about safety at home. */
  const remarkOnly: ReadonlySet<string> = new Set(['I4'])
  /** Changes a level only together with another sign. */
  const onlyWithOthers: ReadonlySet<string> = new Set(['I9', 'aortic', 'clotRisk', 'pregnancy'])
  /** Answers that say less than the text, and so are asked for twice like a no. */
  const milder: Readonly<Record<string, readonly string[]>> = { F3: ['rolling', 'eases'] }
  /** Asked only of some: with nobody asked, the text alone says it. */
  const askedOfSome: ReadonlySet<string> = new Set(['D6', 'H1'])
  /** Asked, even as a remark, only of people of this kind. */
  const ofWhom: Readonly<Record<string, Answers>> = { G3: { age: 60 } }
  const encoding = encode(standard)
  const calm: Answers = Object.fromEntries(encoding.questions.map((question) => [question.id, calmAnswer(question)]))
  /** Everything calm, and no clarifier clears what the text raises. */
  const unclear: Answers = {
    ...calm,
    ...Object.fromEntries(
      encoding.questions.flatMap(({ id, kind, under }) => (under && kind !== 'ticks' ? [[id, 'notSure']] : [])),
    ),
  }
  const levelOf = (answers: Answers): string => {
    const state = checkState(answers)
    return state.complete ? state.level : `still asks ${state.ask.join()}`
  }

  test('there is an example for every question that a phrase raises', () => {
    expect(Object.keys(worries).sort()).toEqual([...raisable].sort())
  })

  test.each(Object.entries(worries))(
    '%s asked again can matter, and only two noes in a row leave the tick',
    (id, worry) => {
      const said = (again: string, certain?: string): string =>
        levelOf({
          ...Object.fromEntries(Object.entries(unclear).filter(([one]) => one !== id || !askedOfSome.has(id))),
          ...ofWhom[id],
          worry,
          [`said.${id}`]: again,
          [`said.${id}.plain`]: 'yes',
          ...(certain !== undefined && { [`said.${id}.sure`]: certain }),
        })
      const question = questionById.get(id)
      const no = question?.kind === 'choice' ? (question.options[0]?.value ?? '') : 'no'
      const mild = [no, 'doesNotApply', ...(milder[id] ?? [])]
      const others = question ? valuesOf(question).filter((value) => !mild.includes(value)) : []
      const worse = question?.kind === 'yesNo' ? ['yes', 'notSure'] : others
      expect(said(no, no)).toBe('self-care')
      const levels = [...worse.map((value) => said(value)), ...worse.map((value) => said(no, value))]
      if (onlyWithOthers.has(id)) expect(new Set(levels)).toEqual(new Set(['self-care']))
      else if (remarkOnly.has(id)) expect(new Set(levels)).toEqual(new Set(['self-care', 'emergency']))
      else for (const level of levels) expect(['soon', 'urgent', 'emergency']).toContain(level)
    },
  )

  test('walked through with each text: it ends, and never below the level without the text', () => {
    const random = randomFrom(3)
    const texts = Object.values(worries)
    for (const [index, planned] of randomAnswers(encoding.questions, often(200, 60), 17).entries()) {
      const plain = walk(planned, false, random).result
      const { result } = walk({ ...planned, worry: texts[index % texts.length] ?? '' }, false, random)
      expect(isAbove(plain.level, result.level)).toBe(false)
    }
  })
})

describe('broken on purpose', () => {
  test('an evaluator that takes a missing answer for no guesses', async () => {
    const encoding = encode(standard)
    const careless = encodePartial(encoding, { followsAskWhen: true, missingIsOpen: false })
    const found = await guessed(encoding, careless, prover.among(encoding.domain), standard.rules.slice(0, 20))
    expect(found.length).toBeGreaterThan(0)
    expect(found[0]).toMatch(/ = \?/)
  })

  test('a search that does not ask what decides whether a question applies gets stuck', async () => {
    const encoding = encode(standard)
    const careless = encodePartial(encoding, { followsAskWhen: false, missingIsOpen: true })
    const found = await stuck(encoding, careless, prover.among(encoding.domain))
    expect(found.join('\n')).toMatch(/G3-emergency with G3 = .*; age = \?/)
  })

  test('a check that ends without asking for a lock at the same level stops too soon', async () => {
    const found = await stopsTooSoon(standard, prover.among, (rule, sure) => {
      const { locks: _unasked, ...rest } = rule
      return goesOnFor(rest, sure)
    })
    expect(found).toEqual(['movement locked but for the gentle part'])
  })

  test('a check that ends at urgent, with emergency rules still open, stops too soon', async () => {
    const found = await stopsTooSoon(standard, prover.among, (rule, sure) =>
      goesOnFor(rule.level === 'emergency' ? { ...rule, level: 'urgent' } : rule, sure),
    )
    expect(found).toContain('at least emergency')
  })

  test('a question left off every screen is noticed', () => {
    const shorter = screens.map((screen) => ({
      ...screen,
      groups: screen.groups.map((group) => ({ ...group, questions: group.questions.filter((id) => id !== 'F2') })),
    }))
    expect(onNoScreen(standard, shorter)).toEqual(['F2'])
  })
})
