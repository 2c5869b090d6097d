/** Every rule, fired in every way that its condition allows: a reason names only what was told. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkState } from './check.ts'
import { all, any, atLeast, is, maybe, ticked, yes } from './condition.ts'
import { isTrue } from './truth.ts'
import { calmAnswer } from './proofs/calm.proof.ts'
import { decidingQuestions, isAbove } from './engine.ts'
import { protocol } from './protocol.ts'
import { questionById, questions, valuesOf } from './questions/all.ts'
import { byUrgency, mainReasons, reasonText } from './reasons.ts'
import { rules } from './rules/all.ts'
import { emergencyOrder } from './rules/order.ts'
import { namedSigns } from './rules/signs.ts'
import type { Answer, Answers, Condition, Rule } from './types.ts'
import { answerAs } from './vignettes/answer-as.ts'

const { engine } = protocol({ nhsListStrict: false })
/** Raises nothing, and clears nothing either: what explains a sign away is not said. */
const calm: Answers = {
  ...Object.fromEntries(
    questions.map((question) => [
      question.id,
      question.under && question.kind === 'yesNo' && question.id !== 'changes.try' ? 'no' : calmAnswer(question),
    ]),
  ),
  duration: 'weeks1',
  'B2.kidney': 'no',
  'A6.test': 'weaker',
  'A8.trend': 'same',
}

/** One way to make a condition hold: at each "any" one part, as `pick` says. Parts under "not" are left to the calm answers. */
function oneWay(condition: Condition, pick: (of: number) => number, into: Record<string, Answer>): void {
  const tell = (question: string, answer: Answer) => {
    const before = into[question]
    if (Array.isArray(answer) && Array.isArray(before)) into[question] = [...new Set([...before, ...answer])]
    else if (before === undefined) into[question] = answer
    const asked = questionById.get(question)?.askWhen
    if (asked) oneWay(asked, pick, into)
  }
  if ('term' in condition) {
    const defined = engine.definition.terms[condition.term]
    if (defined) oneWay(defined.when, pick, into)
  } else if ('is' in condition) tell(condition.q, condition.is[pick(condition.is.length)] ?? 'yes')
  else if ('ticked' in condition) tell(condition.q, [condition.ticked[pick(condition.ticked.length)] ?? ''])
  else if ('atLeast' in condition) tell(condition.q, condition.atLeast)
  else if ('below' in condition) tell(condition.q, condition.below - 1)
  else if ('all' in condition) for (const part of condition.all) oneWay(part, pick, into)
  else if ('any' in condition) {
    const part = condition.any[pick(condition.any.length)]
    if (part) oneWay(part, pick, into)
  } else if ('count' in condition) {
    const from = pick(condition.of.length)
    for (let index = 0; index < condition.count; index += 1) {
      const part = condition.of[(from + index) % condition.of.length]
      if (part) oneWay(part, pick, into)
    }
  }
}

/** A number that looks like chance and is the same on every run. */
function picker(seed: number) {
  let state = seed * 2654435761 + 1
  return (of: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % of
  }
}

/** Words of a reason, and when they may stand in it: what must have been told. */
const vocabulary: readonly (readonly [words: RegExp, told: Condition])[] = [
  [/between the legs/, maybe('A1')],
  [/how you pee|peeing/, maybe('A2')],
  [/poo\b/i, any(maybe('A3'), maybe('D2'), maybe('A4.again'))],
  [/how sex feels/, any(maybe('A4'), is('A4', 'preferNot'))],
  [/both legs|Pain in both/, maybe('A5')],
  [/weak leg|weaker leg|losing its strength/i, maybe('A6')],
  [/balance/, maybe('A7')],
  [/numb or tingly leg|numb leg/, maybe('A8')],
  [/pins and needles/i, maybe('A9')],
  [/chest pain|chest signs/i, maybe('C1')],
  [/short of breath/, ticked('C3.kind', 'breathless')],
  [/coughing up blood/, ticked('C3.kind', 'blood')],
  [/trouble with breathing/, maybe('C3')],
  [/calf/i, any(maybe('C4'), maybe('C7'))],
  [/faint/, any(ticked('I1.signs', 'faint'), maybe('C5.collapse'), ticked('D6', 'faint'))],
  [/collapse/, any(maybe('C5.collapse'), ticked('D6', 'faint'), ticked('H1', 'collapse'))],
  [/knock to the head/, ticked('I1.signs', 'head')],
  [/big new bruise/, ticked('I1.signs', 'bigBruise')],
  [/fall or knock/, is('startAfter', 'fall', 'notSure')],
  [
    /(?<!with no )(?:fever|shivers)/i,
    any(maybe('B2'), maybe('D3'), is('B5.how', 'wound', 'notSure'), maybe('D7'), is('C1.kind', 'kidney')),
  ],
  [/wound/, is('B5.how', 'wound', 'notSure')],
  [/night sweats|sweats at night/, ticked('B4', 'sweats')],
  [/long cough/, ticked('B4', 'cough')],
  [/weight/i, any(maybe('F2'), ticked('B4', 'weight'))],
  [/lump in the tummy/, maybe('C5.lump')],
  [/new lump/, maybe('E6')],
  [/severe tummy pain\b(?! all)/, ticked('D1.kind', 'severe')],
  [/not able to stop/, ticked('D1.kind', 'cantStop')],
  [/on steroid tablets/, any(ticked('D1.kind', 'steroidSick'), yes('steroids'))],
  [/yellow/, ticked('D1.kind', 'yellow')],
  [/cannot bear/, ticked('D5.signs', 'unbearable')],
  [/not passing pee/, ticked('D5.signs', 'noPee')],
  [/one kidney/, ticked('kidney', 'oneKidney', 'notSure')],
  [/shoulder\b(?! blades)/, ticked('D6', 'shoulderTip')],
  [/one-sided low/, ticked('D6', 'severeLow')],
  [/heavy bleeding/i, any(ticked('D6', 'heavyBleed'), ticked('H1', 'heavyBleed'), ticked('H4', 'heavyBleed'))],
  [/waters/, ticked('H1', 'bleeding')],
  [/tightenings/, any(ticked('H1', 'tightenings'), maybe('H2.waves'))],
  [/baby moves less/, ticked('H1', 'babyLess')],
  [/swelling of the face/, ticked('H1', 'swelling')],
  [/bad headache/, any(ticked('H1', 'headSight'), ticked('H4', 'badHeadache'))],
  [/able to stand or walk|able to stand/, is('walk', 'cannot', 'notSure')],
  [/to the toilet or a drink/, is('I5', 'no', 'notSure')],
  [/limp/, any(maybe('I7.limp'), is('A7.kind', 'painOnly'))],
  [/week by week/, any(maybe('F3.weekly'), ticked('capain', 'weekly'))],
  [/band of pain/, ticked('place', 'band')],
  [/cancer in the past/i, any(maybe('F1'), ticked('fxRisk', 'hormoneBlock'))],
  [/your age/i, atLeast('age', 50)],
]

/** What a person told in one way of firing a rule, beside calm answers to all else. */
function ways(rule: Rule): readonly Answers[] {
  const found = new Map<string, Answers>()
  for (let seed = 1; seed <= 160; seed += 1) {
    const told: Record<string, Answer> = {}
    oneWay(rule.when, picker(seed), told)
    const answers = { ...calm, ...told }
    if (engine.truth(rule.when, engine.start(answers)) === isTrue) found.set(JSON.stringify(told), answers)
  }
  return [...found.values()]
}

describe('a reason', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s names no sign that was not told', (_, rule) => {
    const told = ways(rule)
    expect(told.length).toBeGreaterThan(0)
    for (const answers of told) {
      const evaluation = engine.start(answers)
      const text = reasonText(engine, rule, evaluation)
      const invented = vocabulary.flatMap(([words, when]) =>
        words.test(text) && engine.truth(when, evaluation) !== isTrue ? [String(words)] : [],
      )
      const changed = Object.entries(answers).filter(([id, answer]) => calm[id] !== answer)
      expect(invented, `${text} ${JSON.stringify(Object.fromEntries(changed))}`).toEqual([])
    }
  })

  test('with signs of its own names at least one of them, whatever fired it', () => {
    for (const rule of rules) {
      const named = namedSigns[rule.id]
      if (named)
        for (const answers of ways(rule))
          expect(reasonText(engine, rule, engine.start(answers))).toMatch(new RegExp(`^${named.says}: .`))
    }
  })

  test('says “maybe” of a sign that somebody was not sure of', () => {
    const blood = rules.find(({ id }) => id === 'I1-emergency') as Rule
    const told = { ...calm, I1: 'yes', 'C5.collapse': 'notSure', 'I1.signs': ['head'] }
    expect(reasonText(engine, blood, engine.start(told))).toBe(
      'On a blood thinner, this needs A&E now: a knock to the head; maybe a collapse, a faint or going clammy.',
    )
  })

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s says “not sure” only to somebody who was not',
    (_, rule) => {
      for (const answers of ways(rule)) {
        const evaluation = engine.start(answers)
        const unsure = decidingQuestions(engine, rule.when, evaluation).some((id) =>
          [answers[id]].flat().includes('notSure'),
        )
        if (/not sure|unsure/i.test(reasonText(engine, rule, evaluation)))
          expect(unsure, JSON.stringify(answers)).toBe(true)
      }
    },
  )

  const canWait = rules.filter(({ because }) => /not today/.test(because))
  test.each(canWait.map((rule) => [rule.id, rule] as const))(
    '%s says “not today” only where its sign can wait',
    (id, rule) => {
      const question = id.split('-')[0]
      const sooner = rules.filter((other) => other.id.startsWith(`${question}-`) && isAbove(other.level, rule.level))
      const beside = questions.filter(
        ({ under, id: asked }) => under === question || ['C1', 'C3', 'F1'].includes(asked),
      )
      const told = ways(rule).flatMap((answers) => [
        answers,
        ...beside.flatMap((clarifier) =>
          valuesOf(clarifier).map(
            (value): Answers => ({ ...answers, [clarifier.id]: clarifier.kind === 'ticks' ? [value] : value }),
          ),
        ),
      ])
      for (const answers of told) {
        const evaluation = engine.start(answers)
        if (engine.truth(rule.when, evaluation) !== isTrue) continue
        const also = sooner.filter(({ when }) => engine.truth(when, evaluation) === isTrue)
        expect(
          also.map((other) => other.id),
          JSON.stringify(answers),
        ).toEqual([])
      }
    },
  )

  test('never claims “you have”, “you had” or “you are” where not sure is enough for its rule', () => {
    const claims = rules.filter(({ because }) => /\b[Yy]ou (?:have|had|are|gave|were)\b/.test(because))
    const unsure = claims.filter(({ id, when }) => {
      const [question = ''] = id.split('-')
      const asked = questionById.get(question)
      const answers = { ...calm, [question]: asked?.kind === 'ticks' ? ['notSure'] : 'notSure' }
      return !namedSigns[id] && engine.truth(when, engine.start(answers)) === isTrue
    })
    expect(unsure.map(({ id, because }) => `${id}: ${because}`)).toEqual([
      'F2-soon: If you are not sure about losing weight, see a GP and be weighed.',
      'F5-soon: If you are very tired, off your food or sore in a few bones, be seen within days.',
    ])
  })
})

test('a sign of two answers is a “maybe” as soon as one of them is not sure', () => {
  const words = (injuryWhen: string) => {
    const told: Answers = { age: 35, sex: 'male', startAfter: 'fall', injuryWhen, I1: 'yes', 'I1.signs': [] }
    const { answers, result } = answerAs(told)
    return [answers.injuryWhen, result.reasons.find(({ id }) => id === 'I1-urgent')?.because]
  }
  expect(words('last7')).toEqual(['last7', 'On a blood thinner, this should be checked today: a fall or knock.'])
  expect(words('notSure')).toEqual([
    'notSure',
    'On a blood thinner, this should be checked today: maybe a fall or knock.',
  ])
})

test('of what is urgent, what must be rung now stands before what can wait for the day', () => {
  const urgent = rules.filter(({ level }) => level === 'urgent').sort(byUrgency)
  const soonest = urgent.map(({ within }) => within === 'now')
  expect(soonest.indexOf(false)).toBeGreaterThan(0)
  expect(soonest.lastIndexOf(true)).toBeLessThan(soonest.indexOf(false))
})

describe('of several emergencies', () => {
  const emergencies = rules.filter(({ level }) => level === 'emergency')

  test('every one has its place in the order', () => {
    expect([...emergencyOrder].sort()).toEqual(emergencies.map(({ id }) => id).sort())
  })

  test('none that goes to A&E first stands before one that rings 999 first', () => {
    const ordered = [...emergencies].sort(byUrgency).map(({ routes }) => routes?.[0])
    expect(ordered.lastIndexOf('999')).toBeLessThan(ordered.indexOf('ae'))
  })

  test('the one that kills first is the reason, and its route the first', () => {
    const state = checkState({
      A2: 'yes',
      'A2.kind': 'changed',
      'A2.when': 'new',
      C1: 'yes',
      'C1.kind': 'other',
      D2: 'yes',
    })
    if (!state.complete) throw new Error('an emergency ends the check')
    expect(state.reasons[0]?.id).toBe('C1-emergency')
    expect(state.routes[0]).toBe('999')
    expect(state.reasons.map(({ id }) => id).indexOf('D2-emergency')).toBeLessThan(
      state.reasons.map(({ id }) => id).indexOf('A2-emergency'),
    )
  })

  test('one whose kind is still open counts at its worst: the check ends and will not ask', () => {
    const saddle = { A1: 'yes', 'A1.seat': 'no', 'A1.when': 'new' }
    const state = checkState({ ...saddle, C1: 'yes' })
    if (!state.complete) throw new Error('an emergency ends the check')
    expect(state.reasons.map(({ id }) => id)).toEqual(['C1-emergency', 'A1-emergency'])
    expect(state.routes).toEqual(['999', 'ae'])
    // Nothing is said to have been answered that was not.
    expect(state.reasons[0]?.deciding).toEqual([
      { question: 'C1', asked: questionById.get('C1')?.ask, answered: 'Yes' },
    ])
    const skin = checkState({ ...saddle, C1: 'yes', 'C1.kind': 'skin' })
    expect(skin.complete && skin.reasons.map(({ id }) => id)).not.toContain('C1-emergency')
  })

  /** The questions that another opens, and no answer that closes them: a sign alone, as a machine may send it. */
  const signs = questions.filter(
    ({ id, kind }) => kind === 'yesNo' && questions.some(({ under }) => under === id) && id !== 'A2',
  )
  const certain: Answers = { A2: 'yes', 'A2.kind': 'cannotGo', 'A2.when': 'new' }

  test.each(signs.map(({ id }) => [id]))('%s with all that it opens left out is told as if not sure of it', (id) => {
    const emergenciesOf = (answers: Answers) => {
      const state = checkState(answers)
      if (!state.complete) throw new Error('an emergency ends the check')
      return [state.routes, state.reasons.filter(({ level }) => level === 'emergency').map((reason) => reason.id)]
    }
    const opened = Object.fromEntries(
      questions.flatMap(({ id: clarifier, under, kind }): [string, Answer][] =>
        under === id ? [[clarifier, kind === 'ticks' ? ['notSure'] : 'notSure']] : [],
      ),
    )
    const bare = emergenciesOf({ ...certain, [id]: 'yes' })
    expect(bare).toEqual(emergenciesOf({ ...certain, [id]: 'yes', ...opened }))
  })

  test('a heart attack is named before every other emergency, whatever else rings 999', () => {
    const [first] = [...emergencies].sort(byUrgency)
    expect(first?.id).toBe('C1-emergency')
    const state = checkState({ A10: 'yes', A11: 'yes', B1: 'yes', C1: 'yes', 'C1.kind': 'other', C2: 'yes', D2: 'yes' })
    if (!state.complete) throw new Error('an emergency ends the check')
    expect(state.reasons[0]?.id).toBe('C1-emergency')
  })

  test('heart and vessels come before the brain, then an infection of the blood, then bleeding, a broken spine, nerves', () => {
    const inTurn = [
      ['C1-emergency', 'A9-emergency', 'C2-emergency', 'C5-emergency', 'C3-emergency'],
      ['A10-emergency', 'A11-emergency'],
      ['B1-emergency'],
      ['H1-emergency', 'D6-emergency', 'D2-emergency'],
      ['E7-emergency', 'E2-emergency'],
      ['F1-emergency', 'A7-emergency'],
      ['A1-emergency', 'A2-emergency', 'A3-emergency', 'A4-emergency', 'A5-emergency', 'A6-emergency'],
    ]
    const placeIn = (id: string) => inTurn.findIndex((kind) => kind.includes(id))
    const ordered = [...emergencies].sort(byUrgency).map(({ id }) => placeIn(id))
    const ours = ordered.filter((place) => place >= 0)
    expect(ours).toHaveLength(inTurn.flat().length)
    expect(ours).toEqual([...ours].sort((one, other) => one - other))
  })

  test('a reason that a more urgent one of the same question has overtaken is not read beside it', () => {
    const said: Answers = { A6: 'yes', 'A6.test': 'weaker', 'A6.signs': ['sudden'], 'A6.when': 'new' }
    const state = checkState(said)
    if (!state.complete) throw new Error('an emergency ends the check')
    expect(state.reasons.map(({ id }) => id)).toContain('A6-urgent')
    expect(mainReasons(state.reasons).map(({ id }) => id)).not.toContain('A6-urgent')
  })

  test('the order of two never depends on a third', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...rules]), (some) => {
        const sorted = [...some].sort(byUrgency)
        for (let index = 1; index < sorted.length; index += 1)
          expect(byUrgency(sorted[index - 1] as Rule, sorted[index] as Rule)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 50 },
    )
  })
})

test('all conditions of the vocabulary read real questions', () => {
  for (const [, told] of vocabulary) expect(() => engine.truth(all(told), engine.start(calm))).not.toThrow()
})

describe('a reason says it as it was told', () => {
  const man = (said: Answers) => answerAs({ sex: 'male', age: 35, ...said }).result
  const because = (said: Answers, id: string) => man(said).reasons.find((reason) => reason.id === id)?.because

  test('a sign that was checked is not said to be unchecked', () => {
    const checked = { A7: 'yes', 'A7.kind': 'real', 'A7.fast': 'yes', 'A7.when': 'old', 'A7.checked': 'yes' }
    expect(man(checked).reasons.map(({ id }) => id)).not.toContain('A-old-urgent')
    const not = { A1: 'yes', 'A1.seat': 'no', 'A1.when': 'old', 'A1.checked': 'no' }
    expect(because(not, 'A-old-urgent')).toContain('between the legs')
  })

  test.each<[string, string, RegExp, RegExp]>([
    ['injects', 'B3-soon', /injecting drugs/, /immune/],
    ['line', 'B3-soon', /dialysis/, /immune/],
    ['immune', 'B3-soon', /weak immune system/, /drugs/],
  ])('a risk of infection is named: %s', (risk, id, names, notThese) => {
    const text = because({ infRisk: [risk] }, id)
    expect(text).toMatch(names)
    expect(text).not.toMatch(notThese)
  })

  test('sudden pain with a family illness of the vessels is not called tearing', () => {
    const marfan = because({ aortic: 'yes', startHow: 'sudden', painNow: 7 }, 'C2-emergency')
    expect(marfan).toMatch(/sudden bad pain/)
    expect(marfan).not.toMatch(/tearing/)
    expect(because({ C2: 'yes' }, 'C2-emergency')).toMatch(/tearing/)
  })

  test('not sure says maybe: worse than on day 1, and an age under 16', () => {
    const worse = { duration: 'days3', painNow: 8, 'I5.medicine': 'no' }
    expect(because({ ...worse, sinceDay1: 'notSure' }, 'I6-urgent')).toContain('maybe pain that is worse')
    expect(because({ ...worse, sinceDay1: 'worse' }, 'I6-urgent')).not.toContain('maybe')
  })

  test('a lift is not an injury', () => {
    const text = because({ age: 45, fxRisk: ['ra'], centre: 'middle' }, 'E2-soon')
    expect(text).toContain('lift')
    expect(text).not.toMatch(/injury|fall/)
  })

  test('after a birth, a sore womb is named alone', () => {
    const birth = { sex: 'female', age: 30, pregnancy: 'birth6w', H4: ['womb'] }
    const text = answerAs(birth).result.reasons.find(({ id }) => id === 'H4-urgent')?.because
    expect(text).toContain('a sore womb')
    expect(text).not.toMatch(/headache|chest|calf/)
  })

  test('with cancer in the past, the kind of pain is named', () => {
    const text = because({ F1: 'yes', 'F1.skin': 'no', capain: ['lying'] }, 'F1-urgent')
    expect(text).toContain('worse lying flat')
  })

  test('no change ticked is no change told', () => {
    const text = because(
      { I12: 'yes', 'I12.how': [], A8: 'notSure', 'A8.trend': 'same', 'A8.when': 'new' },
      'I12-urgent',
    )
    expect(text).toContain('numb or tingly leg')
    expect(text).not.toContain('a change from')
  })
})

test('nobody in an emergency, or who should ring today, is told to do the check again in days', () => {
  const fever = { sex: 'male', age: 35, B2: 'yes', 'B2.kind': 'fever', 'B2.kidney': 'no', infRisk: ['diabetes'] }
  expect(
    answerAs(fever)
      .result.notes.map(({ text }) => text)
      .join(),
  ).not.toContain('again in 48 hours')
  const calm = { sex: 'male', age: 35, infRisk: ['diabetes'] }
  expect(
    answerAs(calm)
      .result.notes.map(({ text }) => text)
      .join(),
  ).toContain('again in 48 hours')
})
