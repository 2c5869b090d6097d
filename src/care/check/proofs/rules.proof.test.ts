/**
 * Proofs over every possible set of answers to a finished check, in both forms of the protocol. Each is a search by the
 * solver for a case that breaks the claim; each claim is also tried on rules broken on purpose, where it must find one.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { someOf } from '../../../../scripts/short-form.ts'
import { causeOf } from '../rules/cause.ts'
import { all, is, maybe, no, not, yes } from '../condition.ts'
import type { Definition } from '../truth.ts'
import { levels, type Rule } from '../types.ts'
import { calmWhenYes } from './calm.proof.ts'
import {
  dangerTurns,
  impossible,
  type LoweringAllowed,
  levelPredicates,
  loweringTurns,
  neverAlone,
  neverDecide,
  neverMatter,
  notForced,
  notOneLevel,
  type Turn,
} from './claims.proof.ts'
import { definitions, ruleOf, rulesInTurn, standard, without, withCondition } from './definitions.proof.ts'
import { type Encoding, encode } from './encoding.proof.ts'
import { aloneTable, combinationTable } from './must-force.proof.ts'
import { type CaseFinder, type Prover, startProver } from './solver.proof.ts'

let prover: Prover
beforeAll(async () => {
  prover = await startProver()
})
afterAll(() => prover.close())

const ready = (definition: Definition): { encoding: Encoding; finder: CaseFinder } => {
  const encoding = encode(definition)
  return { encoding, finder: prover.among(encoding.domain) }
}

/** Turns away from calm that may lower the level. Each is written in the brief as a clarifier. */
const loweringAllowed: readonly LoweringAllowed[] = [
  {
    turn: 'C3.kind: sharp ticked as well',
    why: 'C3 is a danger until the person says which kind; "only a sharp pain when I breathe in" is its mild answer.',
  },
  ...['yes', 'notSure'].map((answer) => ({
    turn: `D3: no → ${answer}`,
    where: yes('B2.kidney'),
    why: 'A clear kidney picture with only other infection risk: D3 decides in place of B2 (evidence.md B2).',
  })),
  ...['lowBack', 'buttock', 'neck', 'shoulder', 'leg', 'tailbone', 'side'].map((place) => ({
    turn: `place: ${place} ticked as well`,
    where: no('F6'),
    why: 'A second place makes "the main pain is not in the mid-back" possible; with the mid-back alone it is not believed.',
  })),
]

/** Questions that change neither level nor time nor lock. Those of the strict form are decided by the NHS list alone. */
const mayNeverMatter: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  standard: {
    who: 'adds the remark to fetch the person, and is told to the clinician',
    alone: 'asked after the result, and told to the clinician',
  },
  nhs_list_strict: {
    who: 'adds the remark to fetch the person, and is told to the clinician',
    alone: 'asked after the result, and told to the clinician',
    'F3.weekly': 'asked only of night pain, which is urgent by itself here',
  },
}

/** Rules that never decide in the strict form, each overtaken by the strict rule for the same sign. */
const mayNeverDecide: Readonly<Record<string, readonly string[]>> = {
  standard: [],
  nhs_list_strict: ['F3-soon', 'F6-soon-days', 'F6-soon'],
}

/** Rules that always come with another of their level or higher; they are there for what else they bring. */
const neverAloneInAny = [
  'B2-maternity',
  'D3-emergency',
  'D3-urgent-now',
  'D7-urgent',
  'D4-pharmacist',
  'E4-urgent',
  'G4-pharmacist',
  'G4-urgent-now',
]
const mayNeverBeAlone: Readonly<Record<string, readonly string[]>> = {
  standard: neverAloneInAny,
  nhs_list_strict: [...neverAloneInAny, 'F3-urgent', 'F3-soon', 'F6-urgent', 'F6-soon-days', 'F6-soon'],
}

/** Those of some rules that a list names, in the order of the rules. */
const idsAmong = (rules: readonly Rule[], listed: readonly string[] = []) =>
  rules.map(({ id }) => id).filter((id) => listed.includes(id))

describe.each(definitions)('the %s definition', (name, definition) => {
  // The dearest searches: in the short form half of them by each definition, so that all are made; of the very dearest a quarter.
  const share = <Item>(all: readonly Item[], nth = 2) => someOf(all, nth, definition === standard ? 0 : 1)

  test('every set of answers has exactly one level, and each level has some set', async () => {
    const { encoding, finder } = ready(definition)
    expect(await notOneLevel(encoding, finder)).toEqual([])
    for (const predicate of Object.values(levelPredicates(encoding))) expect(await finder.find(predicate)).toBeDefined()
  })

  test('turning a danger answer from no to yes or not sure, ticking one more, or none to not sure never lowers', async () => {
    const { encoding, finder } = ready(definition)
    const turns = dangerTurns(encoding)
    expect(turns.length).toBeGreaterThan(300)
    expect(await loweringTurns(encoding, finder, share(turns, 4), loweringAllowed)).toEqual([])
  })

  test('every turn that is allowed to lower does: the list of exceptions holds nothing idle', async () => {
    const { encoding, finder } = ready(definition)
    const turns = dangerTurns(encoding).filter(({ words }) => loweringAllowed.some(({ turn }) => turn === words))
    expect(turns).toHaveLength(loweringAllowed.length)
    expect(await loweringTurns(encoding, finder, turns)).toHaveLength(loweringAllowed.length)
  })

  test('every clarifier that is calm when answered yes does clear: the list of them holds nothing idle', async () => {
    const { encoding, finder } = ready(definition)
    const clearing = Object.keys(calmWhenYes)
    const asDangers = dangerTurns(encoding, new Set()).filter(({ words }) =>
      clearing.some((id) => words === `${id}: no → yes`),
    )
    const lowering = await loweringTurns(encoding, finder, asDangers)
    expect(lowering.map(({ said }) => said.split(':')[0]).sort()).toEqual([...clearing].sort())
  })

  test.each([
    ['every must-force flag forces its level whatever else is answered', aloneTable],
    ['every combination that the brief names forces its level whatever else is answered', combinationTable],
  ])('%s', async (_, table) => {
    const { encoding, finder } = ready(definition)
    expect(await notForced(encoding, finder, table)).toEqual([])
    // The same answers are possible in both forms.
    const conditions = share(table.map(({ answers }) => answers))
    expect(await impossible(encoding, finder, conditions)).toEqual([])
  })

  test('the lists of what may be idle name rules that are there', () => {
    const ids = definition.rules.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([...(mayNeverDecide[name] ?? []), ...(mayNeverBeAlone[name] ?? [])]))
  })

  test('every rule decides some case', async () => {
    const { encoding, finder } = ready(definition)
    const rules = rulesInTurn(definition)
    const idle = (await neverDecide(encoding, finder, rules)).map(({ id }) => id)
    expect(idle).toEqual(idsAmong(rules, mayNeverDecide[name]))
  })

  test('every rule reaches its level alone in some case, or brings a route, a time or advice of its own', async () => {
    const { encoding, finder } = ready(definition)
    const rules = rulesInTurn(definition)
    const companions = await neverAlone(encoding, finder, rules)
    expect(companions.map(({ id }) => id)).toEqual(idsAmong(rules, mayNeverBeAlone[name]))
    for (const rule of companions) {
      expect(rule.routes ?? rule.within ?? rule.locks ?? rule.advice ?? causeOf(rule)).toBeDefined()
    }
  })

  test('every question can matter: two answers to it alone differ in level, time or lock', async () => {
    const { encoding, finder } = ready(definition)
    const asked = share(encoding.questions, 4)
    const never = asked.filter(({ id }) => Object.hasOwn(mayNeverMatter[name] ?? {}, id)).map(({ id }) => id)
    expect((await neverMatter(encoding, finder, asked)).toSorted()).toEqual(never.toSorted())
  })
})

describe('broken on purpose', () => {
  test('a level that does not give way to a higher one: some answers have two levels', async () => {
    const { encoding, finder } = ready(standard)
    const overlapping = { ...levelPredicates(encoding), urgent: encoding.outcome.atLeast.urgent }
    const [found] = await notOneLevel(encoding, finder, overlapping)
    expect(found?.said).toMatch(/more than one level when .+ = /)
  })

  test('a level whose rules were forgotten: some answers have none', async () => {
    const { encoding, finder } = ready(standard)
    const forgetful = ready({ ...standard, rules: standard.rules.filter(({ level }) => level !== 'soon') })
    const found = await notOneLevel(encoding, finder, {
      ...levelPredicates(encoding),
      soon: levelPredicates(forgetful.encoding).soon,
    })
    expect(found).toHaveLength(1)
  })

  /** The turns of a few questions: enough for a broken rule. */
  const turnsOf = (encoding: Encoding, ...questions: readonly string[]): readonly Turn[] =>
    dangerTurns(encoding).filter(({ question }) => questions.includes(question.id))

  test('a rule turned round: saying yes lowers', async () => {
    const { encoding, finder } = ready(withCondition(standard, 'D2-emergency', no('D2')))
    const [found] = await loweringTurns(encoding, finder, turnsOf(encoding, 'D1', 'D2'))
    expect(found?.said).toContain('D2: no → yes lowers the level when')
  })

  test('a rule that another danger answer switches off: that answer lowers', async () => {
    const { when } = ruleOf(standard, 'A10-emergency')
    const { encoding, finder } = ready(
      withCondition(standard, 'A10-emergency', all(when, not(maybe('D8')), not(maybe('F2')))),
    )
    const found = await loweringTurns(encoding, finder, turnsOf(encoding, 'A10', 'F2'))
    expect(found.map(({ said }) => said.split(' when ')[0])).toContain('F2: no → yes lowers the level')
    expect(found.map(({ said }) => said).join('\n')).toContain(
      'A10 (Sudden face or arm weakness, or slurred speech) = ',
    )
  })

  test('"not sure" dropped from a rule: its flag no longer forces', async () => {
    const { encoding, finder } = ready(withCondition(standard, 'A10-emergency', yes('A10')))
    const found = await notForced(encoding, finder, aloneTable)
    expect(found.map(({ said }) => said.split(' when ')[0])).toEqual(['A10 stroke does not force emergency'])
    expect(found[0]?.answers.A10).toBe('notSure')
  })

  test('a flag without its rule: it no longer forces', async () => {
    const { encoding, finder } = ready(without(standard, 'G2-urgent'))
    const found = await notForced(encoding, finder, aloneTable)
    expect(found.map(({ said }) => said.split(' when ')[0])).toEqual(['G2 red eye does not force urgent'])
  })

  test('a row of the table that no answers meet is noticed: it would prove nothing', async () => {
    const { encoding, finder } = ready(standard)
    const nobody = all(is('sex', 'male'), is('pregnancy', 'pregnant'))
    expect(await impossible(encoding, finder, [nobody, yes('A1')])).toEqual([nobody])
  })

  test('a rule that can never hold, and one always overtaken by a higher rule, never decide', async () => {
    const contradicting = withCondition(standard, 'G2-urgent', all(yes('G2'), no('G2')))
    const { encoding, finder } = ready(withCondition(contradicting, 'C7-soon', all(maybe('C7'), maybe('C4'))))
    const some = encoding.definition.rules.filter(({ id }) => /^[CG]/.test(id))
    expect((await neverDecide(encoding, finder, some)).map(({ id }) => id)).toEqual(['C7-soon', 'G2-urgent'])
  })

  test('a rule that another of its level always covers is never alone', async () => {
    const { encoding, finder } = ready(withCondition(standard, 'D8-emergency', all(maybe('D8'), maybe('C6'))))
    const some = encoding.definition.rules.filter(({ id }) => id.startsWith('D8') || id.startsWith('C6'))
    expect((await neverAlone(encoding, finder, some)).map(({ id }) => id)).toEqual(['D8-emergency'])
  })

  test('a question whose only rule is gone never matters', async () => {
    const { encoding, finder } = ready(without(standard, 'C7-soon'))
    const some = encoding.questions.filter(({ id }) => ['C6', 'C7', 'who'].includes(id))
    expect(await neverMatter(encoding, finder, some)).toEqual(['who', 'C7'])
  })

  test('the levels that are proved are those of the check', () => {
    expect(Object.keys(levelPredicates(encode(standard)))).toEqual([...levels])
  })
})
