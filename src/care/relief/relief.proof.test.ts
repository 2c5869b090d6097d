/**
 * Proofs over every profile, hour and level: nothing that evidence.md §4.1 and §5.0 rule out can stand in a plan, and no
 * slot is ever empty. The solver reads the very tables that `choose.ts` reads; what must never happen is written out here
 * a second time, by hand, so that a limit lost from the tables makes a proof fail.
 */
import fc from 'fast-check'
import { type Bool, init, killThreads } from 'z3-solver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { all, any, atLeast, is, maybe, not, term, ticked } from '../check/condition.ts'
import { type Condition, notSure } from '../check/types.ts'
import { movements } from '../movement/movements.ts'
import { anySituation } from './arbitrary.proof.ts'
import { choicesOf, concerns, fillSlot, type Tables, tables } from './choose.ts'
import { reliefTerms } from './pattern.ts'
import { profileQuestions, profileValues } from './profile-questions.ts'
import type { Slot } from './slots.ts'
import type { StepCard } from './step-types.ts'

type Api = Awaited<ReturnType<typeof init>>
type Formula = Bool<'relief'>
let api: Api
const context = () => api.Context('relief')
let prover: Prover

/** Hears of nothing that is let go. */
class NothingFreed {
  register(): void {}
  unregister(): void {}
}

beforeAll(async () => {
  // The solver's objects are freed when they are collected as garbage, in this thread and while a search runs in another, which
  // now and then never ends then. So none is: they are few, and end with the process.
  const { FinalizationRegistry: own } = globalThis
  Object.assign(globalThis, { FinalizationRegistry: NothingFreed })
  api = await init()
  Object.assign(globalThis, { FinalizationRegistry: own })
  prover = makeProver()
})
afterAll(() => killThreads(api.em))

/** The whole space as solver variables, and conditions as formulas over them. */
function makeProver() {
  const { Bool, Int, And, Or, Not, Sum, If, Solver } = context()
  const flags = new Map<string, Formula>()
  const flag = (name: string): Formula => {
    const made = flags.get(name) ?? Bool.const(name)
    flags.set(name, made)
    return made
  }
  const numbers = new Map<string, ReturnType<typeof Int.const>>()
  const numberOf = (name: string) => {
    const made = numbers.get(name) ?? Int.const(name)
    numbers.set(name, made)
    return made
  }
  const ground: Formula[] = []
  const exactlyOne = (names: readonly string[]) => {
    const parts = names.map(flag)
    ground.push(Or(...parts))
    parts.forEach((one, index) => {
      for (const other of parts.slice(index + 1)) ground.push(Or(Not(one), Not(other)))
    })
  }
  for (const question of profileQuestions) {
    if (question.kind === 'number') {
      ground.push(numberOf(question.id).ge(question.min), numberOf(question.id).le(question.max))
    } else if (question.kind !== 'ticks') exactlyOne(profileValues(question).map((value) => `${question.id}=${value}`))
  }
  exactlyOne(['self-care', 'soon', 'urgent', 'emergency'].map((value) => `level=${value}`))
  ground.push(numberOf('hour').ge(0), numberOf('hour').le(23), Not(flag('hour=notSure')))
  const known = new Set(['level', 'hour', ...profileQuestions.map(({ id }) => id as string)])

  const memo = new Map<Condition, Formula>()
  const formulaOf = (condition: Condition): Formula => {
    const done = memo.get(condition)
    if (done) return done
    const made = newFormula(condition)
    memo.set(condition, made)
    return made
  }
  const newFormula = (condition: Condition): Formula => {
    if ('term' in condition) {
      const named = reliefTerms[condition.term]
      if (!named) throw new Error(`unknown term ${condition.term}`)
      return formulaOf(named)
    }
    if ('all' in condition) return And(Bool.val(true), ...condition.all.map(formulaOf))
    if ('any' in condition) return Or(Bool.val(false), ...condition.any.map(formulaOf))
    if ('not' in condition) return Not(formulaOf(condition.not))
    if ('count' in condition)
      return Sum(Int.val(0), ...condition.of.map((part) => If(formulaOf(part), Int.val(1), Int.val(0)))).ge(
        condition.count,
      )
    if (!known.has(condition.q)) throw new Error(`no such field ${condition.q}`)
    if ('is' in condition) return Or(Bool.val(false), ...condition.is.map((value) => flag(`${condition.q}=${value}`)))
    if ('ticked' in condition)
      return Or(Bool.val(false), ...condition.ticked.map((value) => flag(`${condition.q}:${value}`)))
    const value = numberOf(condition.q)
    return Or(
      flag(`${condition.q}=notSure`),
      'atLeast' in condition ? value.ge(condition.atLeast) : value.lt(condition.below),
    )
  }

  /** This step is offered to the person and no limit rules it out. */
  const free = (step: StepCard, from: Tables): Formula =>
    And(
      step.offeredWhen ? formulaOf(step.offeredWhen) : Bool.val(true),
      ...from.limits.filter((limit) => concerns(limit, step)).map((limit) => Not(formulaOf(limit.who))),
    )
  /** This slot is filled with the choice of this number: the first that is free. */
  const chosen = (slot: Slot, gentle: boolean, index: number, from: Tables): Formula => {
    const cards = choicesOf(slot, gentle, from).map((step) => free(step, from))
    return And(
      Bool.val(true),
      ...cards.slice(index, index + 1),
      ...cards.slice(0, index).map((earlier) => Not(earlier)),
    )
  }
  const solver = new Solver()
  solver.add(...ground)
  /** Can this be so for anyone? */
  const possible = async (formula: Formula): Promise<boolean> => {
    solver.push()
    solver.add(formula)
    const answer = await solver.check()
    solver.pop()
    if (answer === 'unknown') throw new Error('the solver gave up')
    return answer === 'sat'
  }
  return { And, Or, Not, Bool, flag, numberOf, formulaOf, chosen, possible }
}
type Prover = ReturnType<typeof makeProver>

const modes = [false, true] as const
const slotsOf = (gentle: boolean, { slots }: Tables) => slots.filter((slot) => slot.gentle || !gentle)

/** Could a step of this sort stand anywhere in the plan of a person of whom this holds? */
async function canAppear(who: Condition, sort: (step: StepCard) => boolean, from: Tables = tables): Promise<boolean> {
  const { And, Or, Bool, chosen, formulaOf, possible } = prover
  const places = modes.flatMap((gentle) =>
    slotsOf(gentle, from).flatMap((slot) =>
      choicesOf(slot, gentle, from).flatMap((step, index) => (sort(step) ? chosen(slot, gentle, index, from) : [])),
    ),
  )
  return possible(And(formulaOf(who), Or(Bool.val(false), ...places)))
}

/** Could one of these slots be left with nothing? */
async function canBeEmpty(slot: Slot, from: Tables = tables): Promise<boolean> {
  const { And, Not, Or, Bool, chosen, possible } = prover
  const empty = modes
    .filter((gentle) => slot.gentle || !gentle)
    .map((gentle) =>
      And(Bool.val(true), ...choicesOf(slot, gentle, from).map((_, index) => Not(chosen(slot, gentle, index, from)))),
    )
  return possible(Or(...empty))
}

const isKind =
  (...kinds: string[]) =>
  (step: StepCard) =>
    kinds.includes(step.kind)
const movement =
  (...ids: string[]) =>
  (step: StepCard) =>
    step.movement !== undefined && ids.includes(step.movement)
/** Movements of the brief by the start of their id: M08 and all its versions. */
const card =
  (...ids: string[]) =>
  (step: StepCard) =>
    step.movement !== undefined && ids.includes(movements[step.movement].card)
const isMove = (step: StepCard) => step.kind === 'move'
const lowBackMassage = (step: StepCard) => step.id === 'massage-ball' || step.id === 'massage-hand'
const notSureOr = (list: string, ...items: string[]) => ticked(list, ...items, notSure)
const pregnantAny = is('pregnancy', 'pregnant', 'maybe', notSure)
const flatOnBack = (step: StepCard) =>
  movement('M01', 'M01-bed', 'M08', 'M08-bed', 'M09', 'M09-bed', 'M17a', 'M22', 'M22-bed')(step) ||
  step.id === 'sleep-back'

interface Claim {
  readonly name: string
  readonly who: Condition
  readonly never: (step: StepCard) => boolean
  /** Limits without which the claim must be lost. */
  readonly restsOn: readonly string[]
}
const heatClaim = (name: string, who: Condition, limit: string): Claim => ({
  name: `no heat: ${name}`,
  who,
  never: isKind('heat'),
  restsOn: [limit],
})
const coldClaim = (name: string, who: Condition, limit: string): Claim => ({
  name: `no cold: ${name}`,
  who,
  never: isKind('cold'),
  restsOn: [limit],
})
const massageClaim = (name: string, who: Condition, limit: string): Claim => ({
  name: `no massage: ${name}`,
  who,
  never: isKind('massage'),
  restsOn: [limit],
})
const blocked = (name: string, who: Condition, never: (step: StepCard) => boolean, ...restsOn: string[]): Claim => ({
  name,
  who,
  never,
  restsOn,
})

/** What must never happen, written from evidence.md §4.1 and §5.0. */
const claims: readonly Claim[] = [
  heatClaim('numb skin', notSureOr('skin', 'numb'), 'heat-numb'),
  heatClaim('broken, infected or irradiated skin', notSureOr('skin', 'broken'), 'heat-broken'),
  heatClaim('a bruise under 48 hours old', notSureOr('skin', 'newBruise'), 'heat-bruise'),
  heatClaim('poor circulation', notSureOr('skin', 'circulation'), 'heat-circulation'),
  heatClaim('a heat rub on the skin', notSureOr('skin', 'rub'), 'heat-rub'),
  heatClaim('nerve damage from diabetes', notSureOr('skin', 'diabeticNerves'), 'heat-diabetes'),
  heatClaim('after alcohol or a sedative', maybe('drowsy'), 'heat-drowsy'),
  coldClaim('numb skin', notSureOr('skin', 'numb'), 'cold-numb'),
  coldClaim('broken skin', notSureOr('skin', 'broken'), 'cold-broken'),
  coldClaim(
    'poor circulation, Raynaud’s or cold allergy',
    notSureOr('skin', 'circulation', 'coldAllergy'),
    'cold-circulation',
  ),
  coldClaim('sickle cell disease', notSureOr('illness', 'sickle'), 'cold-sickle'),
  massageClaim('blood thinner or bleeding disorder', maybe('bloodThinner'), 'massage-bleeding'),
  massageClaim('bruises easily', notSureOr('skin', 'bruiseEasily'), 'massage-bleeding'),
  massageClaim('osteoporosis or long steroids', maybe('thinBones'), 'massage-bones'),
  massageClaim('cancer in bone', notSureOr('illness', 'boneCancer'), 'massage-illness'),
  massageClaim('fever', notSureOr('illness', 'fever'), 'massage-illness'),
  massageClaim('rash', notSureOr('illness', 'rash'), 'massage-illness'),
  massageClaim('fresh injury', notSureOr('illness', 'newInjury'), 'massage-illness'),
  massageClaim('clot in the leg', notSureOr('illness', 'legClot'), 'massage-illness'),
  massageClaim('too sore to touch', notSureOr('skin', 'sore'), 'massage-sore'),
  blocked('no low-back massage in pregnancy', pregnantAny, lowBackMassage, 'massage-pregnancy'),
  blocked(
    'no strong tensing with heart disease',
    notSureOr('health', 'heart'),
    (step) => step.id === 'relax-muscles',
    'tensing',
  ),
  blocked(
    'no counted breathing with asthma or COPD',
    notSureOr('health', 'lungs'),
    (step) => step.id === 'slow-breathing',
    'lungs',
  ),
  blocked(
    'nothing flat on the back from 16 weeks pregnant',
    all(pregnantAny, atLeast('weeks', 16)),
    flatOnBack,
    'pregnant-16-weeks',
  ),
  blocked('nothing on the front in pregnancy', pregnantAny, card('M02', 'M17c'), 'movement-pregnant-front'),
  blocked(
    'after birth only walking, breathing, tilts and gentle cat-cow',
    is('pregnancy', 'birth6w'),
    (step) => isMove(step) && !card('M08', 'M05')(step),
    'movement-after-birth',
  ),
  blocked(
    'no far bending with thin bones',
    maybe('thinBones'),
    movement('M01-double', 'M05', 'M05-cat', 'M05-sitting', 'M05-sitting-cat', 'M05-standing'),
    'movement-bones-deep-bend',
  ),
  blocked(
    'no knee to chest with pain below the knee',
    is('legPain', 'belowKnee', notSure),
    card('M01'),
    'movement-leg-pain-bend',
  ),
  blocked(
    'no seated slump with pain below the knee',
    is('legPain', 'belowKnee', notSure),
    movement('M17d', 'M05-sitting-cat'),
    'movement-leg-pain-slump',
  ),
  blocked(
    'no M02, M18 or cow with a narrow canal',
    any(maybe('heavyLegs'), notSureOr('health', 'stenosis')),
    movement('M02', 'M02-prone', 'M18', 'M05', 'M05-cow'),
    'movement-stenosis-arch',
  ),
  blocked(
    'no propping on elbows, back-bends or cow with a slipped bone',
    notSureOr('health', 'slip'),
    movement('M02', 'M18', 'M05', 'M05-cow'),
    'movement-slip-arch',
  ),
  blocked(
    'no bending set when bending hurts (PT1)',
    term('PT1'),
    (step) => card('M01')(step) || movement('M05', 'M05-cat', 'M05-sitting-cat')(step),
    'movement-bending-hurts',
  ),
  blocked(
    'no arching set when arching hurts (PT2)',
    term('PT2'),
    movement('M02', 'M02-prone', 'M18', 'M17c', 'M05', 'M05-cow'),
    'movement-arching-hurts',
  ),
  blocked(
    'no twists with a fused, stiff or once broken spine',
    notSureOr('health', 'fusion'),
    card('M06', 'M09', 'M21'),
    'movement-stiff-spine-twist',
  ),
  blocked(
    'no movement or walk after an operation or with a hernia',
    notSureOr('health', 'surgery', 'hernia'),
    (step) => isMove(step) || step.kind === 'walk',
    'movement-surgery-or-hernia',
  ),
  blocked(
    'no hip past a right angle with a hip replacement',
    notSureOr('health', 'hip'),
    movement('M01-sitting', 'M01-double', 'M17d', 'M15-sitting'),
    'movement-hip-replacement',
  ),
  blocked(
    'at 8 of 10: no movement but pelvic tilts',
    atLeast('painNow', 8),
    (step) => isMove(step) && !card('M08')(step),
    'movement-pain-8',
    'movement-pain-6',
  ),
  blocked(
    'at 6 of 10: no movement but tilts and knee rolls',
    atLeast('painNow', 6),
    (step) => isMove(step) && !card('M08', 'M09')(step),
    'movement-pain-6',
  ),
  blocked(
    'nothing on the floor when getting up is in doubt',
    is('floor', 'no', notSure),
    (step) => step.movement !== undefined && movements[step.movement].place === 'floor',
    'movement-no-floor',
  ),
  blocked(
    'no walk when standing is not possible',
    is('walk', 'cannot', notSure),
    movement('M15'),
    'movement-cannot-stand',
  ),
  blocked('no walk with a foot that drops', maybe('footDrop'), movement('M15'), 'movement-foot-drop'),
  blocked(
    'lying on the front not with breathing trouble',
    notSureOr('health', 'lungs'),
    card('M02', 'M17c'),
    'movement-breathing-trouble',
  ),
  blocked('both directions worse: no stretches', is('direction', 'stopBoth'), isMove, 'direction-both-stop'),
  blocked(
    'no direction test for a flagged check',
    is('level', 'soon', 'urgent', 'emergency'),
    isKind('test'),
    'test-flagged',
  ),
  blocked('no direction test with thin bones', maybe('thinBones'), isKind('test'), 'test-bones'),
  blocked(
    'no direction test from 16 weeks pregnant',
    all(pregnantAny, atLeast('weeks', 16)),
    isKind('test'),
    'test-pregnant',
  ),
  blocked('no direction test at 6 of 10 or more', atLeast('painNow', 6), isKind('test'), 'test-pain'),
]
/** Never in any plan, whoever it is. */
const neverAtAll = movement('M01-double', 'M06-standing')

describe('for every profile, hour and level', () => {
  for (const { name, who, never } of claims) {
    test(name, async () => {
      expect(await canAppear(who, never)).toBe(false)
    })
  }

  test('a step that the calm phase does not use never appears', async () => {
    expect(await canAppear({ all: [] }, neverAtAll)).toBe(false)
  })

  test('while a SOON result locks movement, there is only rest, breathing, heat, walking and the words round them', () => {
    for (const slot of slotsOf(true, tables))
      for (const step of choicesOf(slot, true))
        expect(isKind('move', 'massage', 'cold', 'test', 'relax')(step), `${slot.id}: ${step.id}`).toBe(false)
  })

  for (const slot of tables.slots) {
    test(`the slot ${slot.id} is never empty`, async () => {
      expect(await canBeEmpty(slot)).toBe(false)
    })
  }

  test('every pattern can be somebody’s, and each person has exactly one', async () => {
    const ids = ['PT0', 'PT1', 'PT2', 'PT3', 'PT4', 'PT5', 'PT6', 'PT7']
    for (const id of ids) expect(await prover.possible(prover.formulaOf(term(id))), id).toBe(true)
    const two = ids.flatMap((one, index) => ids.slice(index + 1).map((other) => all(term(one), term(other))))
    const none = all(...ids.map((id) => not(term(id))))
    expect(await prover.possible(prover.formulaOf(any(...two, none)))).toBe(false)
  })
})

describe('the proofs notice', () => {
  for (const { name, who, never, restsOn } of claims) {
    test(`the limit behind “${name}” being lost`, async () => {
      const limits = tables.limits.filter(({ id }) => !restsOn.includes(id))
      expect(limits.length).toBe(tables.limits.length - restsOn.length)
      // The rule of 16 weeks stands in two tables (sleep is no movement), so both go.
      const broken = restsOn.includes('pregnant-16-weeks')
        ? limits.filter(({ id }) => id !== 'movement-pregnant-16-back')
        : limits
      expect(await canAppear(who, never, { ...tables, limits: broken })).toBe(true)
    })
  }

  for (const slot of tables.slots) {
    test(`the last choice of the slot ${slot.id} being lost`, async () => {
      const shorter: Slot = { ...slot, choices: slot.choices.slice(0, -1) }
      expect(await canBeEmpty(shorter)).toBe(true)
    })
  }

  test('a last choice that a limit can rule out', async () => {
    const slot = tables.slots.find(({ id }) => id === 'walk')
    if (!slot) throw new Error('no slot called walk')
    const fallback = tables.steps.get('change-position')
    if (!fallback) throw new Error('no step called change-position')
    const steps = new Map([...tables.steps, [fallback.id, { ...fallback, traits: ['massage'] as const }]])
    expect(await canBeEmpty(slot, { ...tables, steps })).toBe(true)
  })

  test('a step that hides that it is warm', async () => {
    const pack = tables.steps.get('heat-pack')
    if (!pack) throw new Error('no step called heat-pack')
    const steps = new Map([...tables.steps, [pack.id, { ...pack, traits: [] }]])
    expect(await canAppear(maybe('drowsy'), isKind('heat'), { ...tables, steps })).toBe(true)
  })
})

test('the solver and the plan read the tables alike', async () => {
  const { And, Or, Not, Bool, flag, numberOf, chosen, possible } = prover
  for (const situation of fc.sample(anySituation, { numRuns: often(40, 12), seed: 2 })) {
    const facts: Formula[] = []
    for (const [field, value] of Object.entries(situation)) {
      const question = profileQuestions.find(({ id }) => id === field)
      if (question?.kind === 'ticks') {
        for (const item of profileValues(question)) {
          const ticks = (value as readonly string[]).includes(item)
          facts.push(ticks ? flag(`${field}:${item}`) : Not(flag(`${field}:${item}`)))
        }
      } else if (typeof value === 'number') facts.push(numberOf(field).eq(value), Not(flag(`${field}=notSure`)))
      else facts.push(flag(`${field}=${String(value)}`))
    }
    const differs = modes.flatMap((gentle) =>
      slotsOf(gentle, tables).map((slot) => {
        const { step } = fillSlot(slot, situation, gentle)
        const index = choicesOf(slot, gentle).findIndex(({ id }) => id === step.id)
        return Not(chosen(slot, gentle, index, tables))
      }),
    )
    expect(await possible(And(Bool.val(true), ...facts))).toBe(true)
    expect(await possible(And(...facts, Or(...differs)))).toBe(false)
  }
})
