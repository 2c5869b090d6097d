/**
 * Free text as part of the answers. What `reconcile-free-text.ts` counts for a text that is not denied is a set of answers (its question
 * plainly yes, every follow-up not sure), so the solver can ask about it over all other answers; and walks through the
 * real check show that this is what it comes to, with any texts together.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { often } from '../../../../scripts/short-form.ts'
import { checkState } from '../check.ts'
import { interval, isAbove } from '../engine.ts'
import { plainAnswers } from '../reconcile-free-text.ts'
import { dangerPhrases, raisable } from '../free-text/danger-phrases.ts'
import { protocol } from '../protocol.ts'
import { questionById } from '../questions/all.ts'
import { type Answers, type Level, levels } from '../types.ts'
import { definitions } from './definitions.proof.ts'
import { assignment, type Encoding, encode } from './encoding.proof.ts'
import { and, fix, type Formula, not } from './formula.proof.ts'
import { randomAnswers, randomFrom } from './random-answers.proof.ts'
import { type Prover, startProver } from './solver.proof.ts'

let prover: Prover
beforeAll(async () => {
  prover = await startProver()
})
afterAll(() => prover.close())

/** What each sign comes to at least when text says it and nothing makes it milder. From the brief's "Alone?" column. */
const least: Readonly<Record<string, Level>> = {
  ...Object.fromEntries(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A10', 'A11'].map((id) => [id, 'emergency'])),
  ...Object.fromEntries(['B1', 'C1', 'C2', 'C3', 'C6', 'D1', 'D2', 'D7', 'D8', 'E7'].map((id) => [id, 'emergency'])),
  ...Object.fromEntries(['C5.collapse', 'C5.known', 'D5', 'B5', 'I3', 'I5'].map((id) => [id, 'emergency'])),
  ...Object.fromEntries(
    ['A8', 'A9', 'B2', 'C4', 'C5.lump', 'D3', 'E6', 'F2', 'G2', 'G4', 'I1', 'I11', 'I12'].map((id) => [id, 'urgent']),
  ),
  ...Object.fromEntries(['D4', 'F1', 'F3', 'F5', 'steroids'].map((id) => [id, 'soon'])),
}
/** Answers that text of this kind stands for, where it is not a plain yes. */
const says: Readonly<Record<string, string>> = { I3: 'plan' }
/** Signs that force no level by themselves: what they come to hangs on other answers. */
const withOthers: ReadonlySet<string> = new Set(['I9', 'E1', 'aortic'])

/** Where the plain answer alone could say less than the ticks, and why: there, reconcile-free-text.ts keeps the higher of the two. */
const keepsTheHigher: Readonly<Record<string, string>> = {
  D3: 'a clear kidney picture decides in place of B2 (evidence.md B2)',
  D4: 'a catheter, ticked, says more than not sure of one',
  I1: 'a faint or a knock to the head, ticked, says more than not sure of which',
  I12: 'a cord injury with a pounding headache, ticked, says more than not sure of which',
}

const plainly = (encoding: Encoding, id: string, part: Formula): Formula =>
  Object.entries(plainAnswers(id, says[id])).reduce(
    (formula, [question, answer]) => fix(formula, assignment(encoding, question, answer)),
    part,
  )
const yesNo = raisable.filter((id) => questionById.get(id)?.kind === 'yesNo')

describe.each(definitions)('in the %s definition, text that is not denied', (_, definition) => {
  const encoding = encode(definition)

  test.each(Object.entries(least))(
    'of %s forces %s, whatever else is ticked and however it was cleared',
    async (id, level) => {
      const finder = prover.among(encoding.domain)
      expect(await finder.find(not(plainly(encoding, id, encoding.outcome.atLeast[level])))).toBeUndefined()
    },
  )

  test.each(yesNo)('of %s never lowers', async (id) => {
    const finder = prover.among(encoding.domain)
    if (keepsTheHigher[id] !== undefined) return
    for (const level of ['soon', 'urgent', 'emergency'] as const) {
      const reached = encoding.outcome.atLeast[level]
      expect(await finder.find(and(reached, not(plainly(encoding, id, reached)))), level).toBeUndefined()
    }
  })
})

test('every sign that text raises and that forces a level by itself is in the table', () => {
  expect(yesNo.filter((id) => least[id] === undefined && !withOthers.has(id))).toEqual([])
})

/** One text for each question. */
const texts: Readonly<Record<string, string>> = {
  A1: 'feels numb down below',
  A2: 'I cant feel when I pee',
  A3: 'soiled myself',
  A6: 'my foot is dragging',
  A7: 'unsteady on my feet',
  B2: 'high temperature',
  C1: 'pain in my chest',
  'C5.collapse': 'I fainted',
  D2: 'black poo',
  E1: 'fell off the roof',
  F1: 'I had breast cancer in 2012',
  F2: 'lost a lot of weight',
  I1: 'I take warfarin',
}

describe('with any answers and any texts together', () => {
  const { engine } = protocol({ nhsListStrict: false })
  const encoding = encode(engine.definition)
  const random = randomFrom(23)
  const cases = randomAnswers(encoding.questions, often(400, 120), 5).map((answers) => {
    const raised = Object.keys(texts).filter(() => random() < 0.15)
    return { answers, raised, worry: raised.map((id) => texts[id]).join('. ') }
  })

  /** Answers whatever is asked again with this, until there is a result. */
  function settled(answers: Answers, word: string): Level {
    let given = answers
    for (let turn = 0; turn < 60; turn += 1) {
      const state = checkState(given)
      if (state.complete) return state.level
      const open = state.ask.filter((id) => given[id] === undefined)
      expect(open.length, state.ask.join()).toBeGreaterThan(0)
      given = { ...given, ...Object.fromEntries(open.map((id) => [id, word])) }
    }
    throw new Error('it is asked for ever')
  }
  const levelOf = (answers: Answers): Level => interval(engine, engine.start(answers)).atLeast

  test('the texts are heard as what they are, alone and together', () => {
    for (const [id, text] of Object.entries(texts))
      expect(dangerPhrases(text).map(({ question }) => question)).toContain(id)
    for (const { raised, worry } of cases)
      expect(dangerPhrases(worry).map(({ question }) => question)).toEqual(expect.arrayContaining(raised))
  })

  test('not denied, each counts as plainly as it is written, however it was ticked or cleared', () => {
    for (const { answers, raised, worry } of cases) {
      for (const word of ['notSure', 'yes']) {
        const level = settled({ ...answers, worry }, word)
        for (const id of raised) {
          const plain = levelOf({ ...answers, ...plainAnswers(id) })
          expect(isAbove(plain, level), `${id}: ${plain} above ${level}`).toBe(false)
        }
      }
    }
  })

  test('denied twice, the ticks stay as they are, and never does text lower them', () => {
    for (const { answers, worry } of cases) {
      const ticked = levelOf(answers)
      for (const word of ['no', 'yes', 'notSure']) {
        const level = settled({ ...answers, worry }, word)
        expect(levels.indexOf(level)).toBeGreaterThanOrEqual(levels.indexOf(ticked))
        if (word === 'no') expect(level).toBe(ticked)
      }
    }
  })
})
