import { describe, expect, test } from 'vitest'
import { checkState } from '../check/check.ts'
import { questionById } from '../check/questions/all.ts'
import type { Answer, Answers, CheckResult, Question } from '../check/types.ts'
import { kindsOf, clock, finishedAt, plain } from './people.proof.ts'
import { makePlan } from './plan.ts'

/** The answer of someone with a plain strain and nothing else. */
const harmless: Answers = {
  who: 'me',
  age: 40,
  sex: 'male',
  place: ['lowBack'],
  centre: 'beside',
  startHow: 'gradual',
  startAfter: 'strain',
  duration: 'days0',
  history: 'same',
  painNow: 4,
  stand10: 'can',
  changes: 'moves',
  trend: 'same',
  walk: 'can',
  I5: 'yes',
  painEasiest: 2,
  I2: 'within',
  F3: 'no',
  worry: '',
  sinceDay1: 'bitBetter',
  injuryWhen: 'older',
  I3: 'no',
  I4: 'no',
  'B5.when': 'weeks6',
  'B5.how': 'asExpected',
  'E7.what': 'usual',
}
const harmlessTo = (question: Question): Answer =>
  harmless[question.id] ?? (question.kind === 'ticks' ? [] : question.kind === 'number' ? 0 : 'no')

/** Runs a whole check with these answers, everything else harmless. */
function checked(answers: Answers): { readonly result: CheckResult; readonly answers: Answers } {
  let given: Answers = {}
  for (let screen = 0; screen < 40; screen += 1) {
    const state = checkState(given)
    if (state.complete) return { result: state, answers: given }
    const added = state.ask.map((id) => {
      const question = questionById.get(id)
      if (!question) throw new Error(`no question ${id}`)
      return [id, answers[id] ?? harmlessTo(question)] as const
    })
    given = { ...given, ...Object.fromEntries(added) }
  }
  throw new Error('the check does not end')
}

function planAfter(answers: Answers) {
  const { result, answers: given } = checked(answers)
  return { result, plan: makePlan({ ...result, answers: given, finishedAt }, plain, clock) }
}

/** One person for each SOON rule that locks (evidence.md §2.1). */
const lockingPeople: Record<string, Answers> = {
  'B3 weak immune system': { infRisk: ['immune'] },
  'B4 TB pattern': { infRisk: ['tb'], duration: 'weeks3', B4: ['cough'] },
  'E2 small injury on the bones': { startAfter: 'fall', injuryWhen: 'last7', centre: 'middle' },
  'E3 sudden pain with fracture risk': {
    startHow: 'sudden',
    startAfter: 'nothing',
    fxRisk: ['menopause'],
    centre: 'middle',
  },
  'E4 steroids': { steroids: 'yes', 'steroids.long': 'long' },
  'E6 slow loss of height': { E6: 'yes', 'E6.kind': 'slow' },
  'E8 teen sport': { age: 17, E8: 'yes' },
  'F1 cancer ever': { F1: 'yes' },
  'F2 weight not sure': { F2: 'notSure' },
  'F3 constant night pain': { F3: 'nothing' },
  'F4 first ever over 50': { age: 55, history: 'first', duration: 'weeks4' },
  'F5 unwell for weeks': { F5: 'yes' },
  'F6 mid-back': { place: ['midBack'], F6: 'yes', startAfter: 'nothing', history: 'different' },
  'I7 under 16': { age: 15 },
}

describe('a whole check, then the plan', () => {
  test('a plain strain gets the whole plan', () => {
    const { result, plan } = planAfter({})
    expect([result.level, result.movement]).toEqual(['self-care', 'open'])
    expect(plan.kind === 'plan' && kindsOf(plan).has('move')).toBe(true)
  })
  for (const [name, answers] of Object.entries(lockingPeople)) {
    test(`${name}: rest, breathing, heat and walking only`, () => {
      const { result, plan } = planAfter(answers)
      expect([result.level, result.movement]).toEqual(['soon', 'gentle'])
      if (plan.kind !== 'plan') throw new Error('locked')
      expect([...kindsOf(plan)].filter((kind) => ['move', 'massage', 'cold', 'relax', 'test'].includes(kind))).toEqual(
        [],
      )
    })
  }
  test('a SOON result for another reason keeps the plan open', () => {
    const { result, plan } = planAfter({
      age: 30,
      duration: 'months3',
      G1: ['before35', 'secondHalf', 'moving', 'nsaid'],
    })
    expect([result.level, result.movement]).toEqual(['soon', 'open'])
    expect(plan.kind === 'plan' && plan.movement).toBe('open')
  })
  for (const [name, answers] of Object.entries({
    'numb between the legs': { A1: 'yes', 'A1.when': 'new' },
    'a fever with strong infection risk': { B2: 'yes', infRisk: ['injects'] },
    'a new lump': { E6: 'yes', 'E6.kind': 'new' },
  } satisfies Record<string, Answers>)) {
    test(`${name}: no steps at all`, () => {
      const { result, plan } = planAfter(answers)
      expect(['urgent', 'emergency']).toContain(result.level)
      expect(plan).toMatchObject({ kind: 'locked', why: result.level })
    })
  }
})
