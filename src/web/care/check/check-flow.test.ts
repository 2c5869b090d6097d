import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkState } from '../../../care/check/check.ts'
import { questions } from '../../../care/check/questions/all.ts'
import { type Answers, levels } from '../../../care/check/types.ts'
import { answerIfSaid } from '../../../care/check/vignettes/answer-as.ts'
import { alreadyEmergency, answerFor, answerScreen, goBack, viewOf } from './check-flow.ts'
import { settle } from './held-answers.ts'
import { protocolVersion } from './protocol-in-force.ts'
import { shownIn } from './screen-layout.ts'
import { readTrail } from './read-trail.ts'
import { answersOf, newTrail, type Trail, writeDraft, writeTrail } from './trail.ts'

const start = newTrail('0f0f0f0f-0000-4000-8000-000000000000', protocolVersion)

/** One press at random: ticks, answers, none, not sure, skip, back, keep or change. */
const press = fc.record({
  ticks: fc.array(fc.nat(12), { maxLength: 2 }),
  whole: fc.constantFrom('none', 'notSure', ''),
  radio: fc.constantFrom('yes', 'no', 'notSure'),
  number: fc.integer({ min: 0, max: 90 }),
  go: fc.constantFrom('next', 'next', 'next', 'skip', 'back', 'keep', 'change'),
})
type Press = typeof press extends fc.Arbitrary<infer Made> ? Made : never

function after(trail: Trail, { ticks, whole, radio, number, go }: Press): Trail {
  if (go === 'back') return goBack(trail)
  if (go === 'keep' || go === 'change') return settle(trail, go)
  const view = viewOf(trail)
  if (view.kind !== 'screen') return trail
  const fields = new Map<string, string[]>([['shown', [shownIn(view.parts).join(' ')]]])
  for (const part of view.parts) {
    if (part.kind === 'list') {
      for (const [index, item] of part.items.entries())
        if (ticks.includes(index)) fields.set(`q.${item.question.id}`, ['yes'])
      if (whole !== '' && ticks.length === 0) fields.set(part.field, [whole])
    } else
      for (const { question } of part.questions) {
        if (question.kind === 'number') fields.set(`q.${question.id}`, [String(Math.min(number, question.max))])
        else if (question.kind === 'ticks') fields.set(`list.${question.id}`, [whole || 'none'])
        else if (question.kind === 'yesNo') fields.set(`q.${question.id}`, [radio])
        else if (question.kind === 'choice')
          fields.set(`q.${question.id}`, [question.options[number % question.options.length]?.value ?? ''])
      }
  }
  const answered = answerScreen(trail, fields, go === 'skip')
  return answered.ok ? answered.value : trail
}

const walks = fc.array(press, { maxLength: 25 })

test('any walk, with going back and changing, can be written, read again and shown', () => {
  fc.assert(
    fc.property(walks, (presses) => {
      const end = presses.reduce(after, start)
      const read = readTrail(writeTrail(end), protocolVersion)
      expect(read.ok && read.value).toEqual(end)
      viewOf(end)
    }),
    { numRuns: 150 },
  )
})

test('the result of a walk depends on its answers only, not on the way there', () => {
  fc.assert(
    fc.property(walks, (presses) => {
      const view = viewOf(presses.reduce(after, start))
      if (view.kind === 'result') expect(checkState(view.answers)).toEqual(view.result)
    }),
    { numRuns: 100 },
  )
})

test('going back and choosing “none” never lowers what is already sure until it is confirmed', () => {
  const none = (trail: Trail): Trail | null => {
    const view = viewOf(trail)
    if (view.kind !== 'screen') return null
    const fields = new Map<string, string[]>([['shown', [shownIn(view.parts).join(' ')]]])
    for (const part of view.parts) if (part.kind === 'list') fields.set(part.field, ['none'])
    const answered = answerScreen(trail, fields, true)
    return answered.ok ? answered.value : null
  }
  const sureLevel = (trail: Trail) => {
    const state = checkState(answersOf(trail))
    return levels.indexOf(state.complete ? state.level : state.atLeast)
  }
  let compared = 0
  fc.assert(
    fc.property(walks, (presses) => {
      const before = presses.filter(({ go }) => go === 'next' || go === 'skip').reduce(after, start)
      if (before.steps.length === 0 || Object.keys(before.pending).length > 0) return
      const again = none(goBack(before))
      if (!again) return
      compared += 1
      expect(sureLevel(again)).toBeGreaterThanOrEqual(sureLevel(before))
    }),
    { numRuns: 150 },
  )
  expect(compared).toBeGreaterThan(40)
})

test('a change is in force and in the log only after “change”, and “keep” leaves no trace of it', () => {
  const view = viewOf(start)
  if (view.kind !== 'screen') throw new Error('the check begins with a screen')
  const shown = ['shown', [shownIn(view.parts).join(' ')]] as const
  const yes = answerScreen(
    start,
    new Map([shown, ['q.A3', ['yes']], ['q.A3.kind', ['leak']], ['q.A3.when', ['new']]]),
    false,
  )
  if (!yes.ok) throw new Error('a yes is a good answer')
  const asked = answerScreen(goBack(yes.value), new Map([shown, ['list.0', ['none']]]), false)
  if (!asked.ok) throw new Error('none is a good answer')
  expect(answersOf(asked.value)).toMatchObject({ A3: 'yes', 'A3.kind': 'leak' })
  expect(settle(asked.value, 'keep')).toMatchObject({ pending: {}, changed: [] })
  const changed = settle(asked.value, 'change')
  expect(changed.changed).toEqual([{ question: 'A3', from: 'yes', to: 'no' }])
  expect(answersOf(changed)).toMatchObject({ A3: 'no' })
  expect(answersOf(changed)).not.toHaveProperty('A3.kind')
})

describe('a softer answer needs a second word', () => {
  const shownNow = (trail: Trail): readonly [string, string[]] => {
    const view = viewOf(trail)
    if (view.kind !== 'screen') throw new Error(`a screen is due, not ${view.kind}`)
    return ['shown', [shownIn(view.parts).join(' ')]]
  }
  const post = (trail: Trail, fields: Readonly<Record<string, string[]>>, told: Answers = {}): Trail => {
    const answered = answerScreen(trail, new Map([shownNow(trail), ...Object.entries(fields)]), false, told)
    if (!answered.ok) throw new Error(JSON.stringify(answered.problems))
    return answered.value
  }
  const pending = (trail: Trail) => {
    const view = viewOf(trail)
    return view.kind === 'confirm' ? view.contradictions.map(({ question, now }) => [question.id, now]) : view.kind
  }
  /** A check in which all is answered but these. */
  const allBut = (...open: readonly string[]): Trail => {
    const benign = questions.flatMap(({ id }) => {
      const answer = open.includes(id) ? undefined : answerIfSaid(id, { age: 35 })
      return answer === undefined ? [] : [[id, answer]]
    })
    return { ...start, steps: [{ answers: Object.fromEntries(benign) as Answers, single: [] }] }
  }

  test('from not sure to no', () => {
    expect(pending(post(start, { 'list.0': ['none'] }, { A1: 'notSure' }))).toEqual([['A1', 'no']])
    expect(pending(post(start, { 'list.0': ['none'] }, { A1: 'no' }))).toBe('screen')
  })

  test('from yes to not sure', () => {
    const singly = post(start, { 'list.0': ['notSure'] })
    const unsure = Object.fromEntries(
      ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9'].map((id) => [`q.${id}`, ['notSure']]),
    )
    expect(pending(post(singly, unsure, { A1: 'yes' }))).toEqual([['A1', 'notSure']])
    expect(pending(post(singly, unsure, { A1: 'no' }))).not.toEqual([['A1', 'notSure']])
  })

  test('from two risks to one of them, and from some to none; one more needs none', () => {
    const trail = allBut('infRisk')
    const was = { infRisk: ['injects', 'diabetes'] }
    expect(pending(post(trail, { 'q.infRisk': ['diabetes'] }, was))).toEqual([['infRisk', ['diabetes']]])
    expect(pending(post(trail, { 'list.infRisk': ['none'] }, was))).toEqual([['infRisk', []]])
    expect(pending(post(trail, { 'q.infRisk': ['diabetes', 'liver'] }, was))).toEqual([
      ['infRisk', ['diabetes', 'liver']],
    ])
    expect(pending(post(trail, { 'q.infRisk': ['injects', 'diabetes', 'liver'] }, was))).toBe('result')
  })

  test('a change that was settled leaves the other earlier answers held', () => {
    const told = post(start, { 'q.A3': ['yes'], 'q.A3.kind': ['leak'], 'q.A3.when': ['old'] })
    const checked = post(told, { 'q.A3.checked': ['yes'] })
    const rib = { 'q.C3': ['yes'], 'q.C3.kind': ['sharp'], 'q.C3.press': ['yes'], 'list.clotRisk': ['none'] }
    const further = post(checked, rib)
    const back = goBack(goBack(goBack(further)))
    const changed = settle(post(back, { 'list.0': ['none'] }), 'change')
    expect(pending(post(changed, { 'list.0': ['none'] }))).toEqual([['C3', 'no']])
  })

  test('another choice of one, such as too much taken that is now within the limits', () => {
    const posted = (now: string) => post(allBut('I2'), { 'q.I2': [now] }, { I2: 'overParacetamol' })
    expect(pending(posted('within'))).toEqual([['I2', 'within']])
    expect(pending(posted('overParacetamol'))).not.toEqual([['I2', 'overParacetamol']])
  })

  test('taking danger words out of the free text', () => {
    const trail = allBut('worry', 'I2')
    const I2 = ['within']
    const was = { worry: 'cant feel when I pee' }
    expect(pending(post(trail, { 'q.I2': I2, 'q.worry': [''] }, was))).toEqual([['worry', '']])
    expect(pending(post(trail, { 'q.I2': I2, 'q.worry': ['it wakes my wife'] }, { worry: 'it wakes me' }))).toBe(
      'result',
    )
    expect(pending(post(trail, { 'q.I2': I2, 'q.worry': ['still: cant feel when I pee'] }, was))).toBe('screen')
  })

  test('taking the plan out of thoughts of ending one’s life', () => {
    const was = { worry: 'I want to die, I will do it tonight' }
    expect(pending(post(allBut('worry', 'I2'), { 'q.I2': ['within'], 'q.worry': ['I want to die'] }, was))).toEqual([
      ['worry', 'I want to die'],
    ])
  })
})

test('what a half-filled screen tells is an emergency at once together with what was told before it', () => {
  const told = (before: Answers) => {
    const calm = questions.flatMap(({ id }) => {
      const answer = id === 'infRisk' ? undefined : answerIfSaid(id, { age: 35, ...before })
      return answer === undefined ? [] : [[id, answer]]
    })
    const trail = { ...start, steps: [{ answers: Object.fromEntries(calm) as Answers, single: [] }] }
    const view = viewOf(trail)
    if (view.kind !== 'screen') throw new Error('the risks are still to ask')
    const fields = new Map([
      ['shown', [shownIn(view.parts).join(' ')]],
      ['q.infRisk', ['injects']],
    ])
    return alreadyEmergency(trail, fields)?.ok
  }
  expect(told({ B2: 'yes', 'B2.kind': 'fever' })).toBe(true)
  expect(told({})).toBeUndefined()
})

describe('about sex, a person may say nothing', () => {
  const view = viewOf(start)
  const shown: [string, string[]] = ['shown', [view.kind === 'screen' ? shownIn(view.parts).join(' ') : '']]
  const told = (...fields: [string, string[]][]) => {
    const answered = answerScreen(start, new Map([shown, ...fields]), false)
    if (!answered.ok) throw new Error(JSON.stringify(answered.problems))
    return answersOf(answered.value)
  }

  test('“I would rather not say” in the list is not taken for no, and asks one more thing', () => {
    const others = Object.fromEntries(['A1', 'A2', 'A3', 'A5', 'A6', 'A7', 'A8', 'A9'].map((id) => [id, 'no']))
    const rather = { ...others, A4: 'preferNot' }
    expect(told(['q.A4', ['preferNot']])).toEqual(rather)
    expect(told(['q.A4', ['preferNot']], ['list.0', ['none']])).toEqual(rather)
    const state = checkState(rather)
    expect(state.complete ? [] : state.ask).toEqual(['A4.again'])
  })

  test('a tick beside it counts, and not sure of the rest leaves it said', () => {
    expect(told(['q.A4', ['yes', 'preferNot']]).A4).toBe('yes')
    expect(told(['q.A4', ['preferNot']], ['list.0', ['notSure']])).toEqual({ A4: 'preferNot' })
  })

  test('no other question can be left unsaid that way', () => {
    expect(told(['q.A1', ['preferNot']], ['q.A2', ['yes']])).toMatchObject({ A1: 'no', A2: 'yes' })
  })
})

test('what private words said of the body is held against softer answers, though the words are gone', () => {
  const worry = 'my husband hit me and my foot keeps dragging'
  const trail: Trail = { ...start, steps: [{ answers: { A1: 'no', worry }, single: [] }] }
  const kept = JSON.parse(writeDraft(trail))
  expect(JSON.stringify(kept)).not.toContain('husband')
  expect(kept.was.A6).toBe('notSure')
})

test('no part of a trail that is kept holds what was said of safety at home, not even a change that waits for a second word', () => {
  const trail: Trail = {
    ...newTrail('11111111-1111-4111-8111-111111111111', protocolVersion),
    steps: [{ answers: { A1: 'no', I4: 'hurt', worry: 'my husband hit me' }, single: [] }],
    was: { I4: 'danger', 'said.I4': 'yes' },
    pending: { I4: 'no', 'said.I4': 'no', A1: 'no' },
    changed: [{ question: 'I4', from: 'danger', to: 'no' }],
  }
  const text = writeDraft(trail)
  expect(text).not.toMatch(/I4"|husband/)
  expect(JSON.parse(text).pending).toEqual({ A1: 'no' })
})

test('nor an earlier screen that said otherwise of it', () => {
  const steps = [
    { answers: { I4: 'hurt', A1: 'no' }, single: [] },
    { answers: { I4: 'no' }, single: [] },
  ]
  for (const one of [steps, steps.toReversed()]) expect(writeDraft({ ...start, steps: one })).not.toMatch(/"I4"|hurt/)
})

test('Back holds the last that was told of each question, not what was told before it', () => {
  const trail: Trail = { ...start, was: { A1: 'no', A2: 'no' }, steps: [{ answers: { A1: 'yes' }, single: [] }] }
  expect(goBack(trail).was).toEqual({ A1: 'yes', A2: 'no' })
})

describe('a change that makes the rules say less is confirmed, whichever word is the safe one', () => {
  /** A trail with these answers on its last screen, gone back to. */
  const back = (told: Answers): Trail => goBack({ ...start, steps: [{ answers: told, single: [] }] })
  const form = (answers: Answers): Map<string, string[]> =>
    new Map([
      ['shown', [Object.keys(answers).join(' ')]],
      ...Object.entries(answers).map(([id, answer]): [string, string[]] => [`q.${id}`, [String(answer)]]),
    ])
  const numb = { A1: 'yes', 'A1.seat': 'no', 'A1.when': 'new' }
  const old = { A1: 'yes', 'A1.seat': 'no', 'A1.when': 'old' }

  test.each<[Answers, string, string]>([
    [numb, 'A1.seat', 'yes'],
    [{ ...numb, 'A1.seat': 'notSure' }, 'A1.seat', 'yes'],
  ])('%o: %s to %s', (told, id, now) => {
    const answered = answerScreen(back(told), form({ ...told, [id]: now }), true)
    if (!answered.ok) throw new Error('it is a good form')
    expect(answered.value.pending).toEqual({ [id]: now })
    expect(answersOf(answered.value)[id]).toBe(told[id])
    expect(settle(answered.value, 'change').changed).toEqual([{ question: id, from: told[id], to: now }])
  })

  test('a sign said to be checked after all, on a screen of its own', () => {
    const steps = [{ answers: old }, { answers: { 'A1.checked': 'no' } }].map((step) => ({ ...step, single: [] }))
    const answered = answerScreen(goBack({ ...start, steps }), form({ 'A1.checked': 'yes' }), true)
    if (!answered.ok) throw new Error('it is a good form')
    expect(answered.value.pending).toEqual({ 'A1.checked': 'yes' })
  })

  test('the other way round it counts at once', () => {
    const answered = answerScreen(back({ ...numb, 'A1.seat': 'yes' }), form(numb), true)
    if (!answered.ok) throw new Error('it is a good form')
    expect(answered.value.pending).toEqual({})
    expect(answersOf(answered.value)['A1.seat']).toBe('no')
  })

  test('a clarifier turned to its worse word is an emergency at once, and is not put back', () => {
    const fields = form(numb)
    const found = alreadyEmergency(back({ ...numb, 'A1.seat': 'yes' }), fields)
    expect(found && answersOf(found.value)['A1.seat']).toBe('no')
  })
})

test.each(['in this tab, before going back', 'in another tab'])(
  'a sign told %s stays told beside an emergency on a half-filled screen',
  (where) => {
    const view = viewOf(start)
    if (view.kind !== 'screen') throw new Error('the check begins with a screen')
    const shown = ['shown', [shownIn(view.parts).join(' ')]] as const
    const leak = [
      ['q.A3', ['yes']],
      ['q.A3.kind', ['leak']],
      ['q.A3.when', ['new']],
    ] as const
    const before = { A2: 'yes', 'A2.kind': 'cannotGo', 'A2.when': 'new' }
    const fields = new Map<string, readonly string[]>([shown, ...leak, ['q.A2', ['no']], ['q.A4', ['nonsense']]])
    const here = where.includes('this tab')
    const found = alreadyEmergency(here ? { ...start, was: before } : start, fields, here ? {} : before)
    expect(found && answersOf(found.value)).toMatchObject({ A2: 'yes', A3: 'yes', 'A3.kind': 'leak' })
    expect(found?.value.pending).toEqual({})
  },
)

test.each(['constructor', '__proto__', 'yes', ''])('a list answered “%s” is no “none”: it is asked again', (value) => {
  const view = viewOf(start)
  if (view.kind !== 'screen') throw new Error('the check begins with a screen')
  const shown = ['shown', [shownIn(view.parts).join(' ')]] as const
  const answered = answerScreen(start, new Map([shown, ['list.0', [value]]]), true)
  expect(answered.ok).toBe(false)
})

test.each<[string, ReadonlyMap<string, readonly string[]>]>([
  ['is lost', new Map()],
  ['is empty', new Map([['shown', ['']]])],
  ['leaves out the sign that was ticked', new Map([['shown', ['A2 A3']]])],
])('a danger sign that was ticked is read, though the list of what was shown %s', (_, shown) => {
  const fields = new Map([...shown, ['q.A1', ['yes']], ['q.A1.seat', ['no']], ['q.A1.when', ['new']]])
  const found = alreadyEmergency(start, fields)
  expect(found && answersOf(found.value)).toMatchObject({ A1: 'yes', 'A1.seat': 'no', 'A1.when': 'new' })
})

test('a question that the form did not show is neither answered by it nor wrong in it: it is asked next', () => {
  const calm = questions.flatMap(({ id }): readonly (readonly [string, Answers[string]])[] => {
    const answer = ['age', 'duration'].includes(id) ? undefined : answerIfSaid(id, {})
    return answer === undefined ? [] : [[id, answer]]
  })
  const asks = (trail: Trail) => {
    const view = viewOf(trail)
    return view.kind === 'screen' ? shownIn(view.parts) : []
  }
  const trail = { ...start, steps: [{ answers: Object.fromEntries(calm), single: [] }] }
  expect(asks(trail)).toEqual(['age', 'duration'])
  const answered = answerScreen(trail, new Map(Object.entries({ shown: ['age'], 'q.age': ['35'] })), false)
  if (!answered.ok) throw new Error('all that was shown is answered')
  expect(asks(answered.value)).toEqual(['duration'])
})

describe('a form that no page of ours sends', () => {
  const view = viewOf(start)
  if (view.kind !== 'screen') throw new Error('the check begins with a screen')
  const shown = ['shown', [shownIn(view.parts).join(' ')]] as const
  const lists = view.parts.flatMap((part) => (part.kind === 'list' ? [[part.field, ['none']] as const] : []))
  const answered = (...more: readonly (readonly [string, readonly string[]])[]) =>
    answerScreen(start, new Map<string, readonly string[]>([shown, ...lists, ...more]), false)
  const problems = (found: ReturnType<typeof answerScreen>) =>
    found.ok ? [] : found.problems.map(({ field, text }) => `${field}: ${text}`)

  test('with a question that there is none of is said to be odd; a field that is no question is not', () => {
    expect(problems(answered())).toEqual([])
    expect(problems(answered(['q.Z99', ['yes']]))).toEqual([
      'main: The form held a question we do not know. Please answer again.',
    ])
    expect(problems(answered(['go.Z99', ['yes']]))).toEqual([])
  })
  test('with nothing in it is said to be empty, and cannot be skipped past', () => {
    const calm = questions.flatMap(({ id }): readonly (readonly [string, Answers[string]])[] => {
      const answer = ['age', 'duration'].includes(id) ? undefined : answerIfSaid(id, {})
      return answer === undefined ? [] : [[id, answer]]
    })
    const asked = { ...start, steps: [{ answers: Object.fromEntries(calm), single: [] }] }
    const empty = answerScreen(asked, new Map([['shown', ['']]]), false)
    expect(problems(empty)).toEqual(['main: The form came back empty. Please answer again.'])
    expect(empty).toMatchObject({ canSkip: false })
  })
  test('with something odd beside what is blank cannot be skipped past; with what is blank alone it can', () => {
    const blank = answerScreen(start, new Map([shown]), false)
    expect(blank).toMatchObject({ ok: false, canSkip: true })
    const odd = answerScreen(start, new Map<string, readonly string[]>([shown, ['q.Z99', ['yes']]]), false)
    expect(odd).toMatchObject({ ok: false, canSkip: false })
  })
})

describe('whom the check is for', () => {
  const first = { answers: { A3: 'yes' }, single: [] } as const
  test('is said before what was told, and nothing that was told is lost by it', () => {
    const told = { ...start, steps: [first] }
    const other = answerFor(told, 'other', new Map())
    expect(other.steps).toEqual([{ answers: { who: 'other' }, single: [] }, first])
    expect(answerFor(other, 'me', new Map()).steps).toEqual([first])
  })
  test('leaves ticked what was ticked, and nothing else', () => {
    const fields = new Map([
      ['q.A1', ['yes']],
      ['q.A2', ['no']],
      ['q.A3', ['notSure']],
      ['q.Z99', ['yes']],
      ['shown', ['yes']],
    ])
    expect(answerFor(start, 'other', fields).was).toEqual({ A1: 'yes' })
  })
})

test('a check that has come to its end is no emergency by a form that is sent once more', () => {
  const calm = questions.flatMap(({ id }): readonly (readonly [string, Answers[string]])[] => {
    const answer = answerIfSaid(id, { age: 35 })
    return answer === undefined ? [] : [[id, answer]]
  })
  const done = { ...start, steps: [{ answers: Object.fromEntries(calm), single: [] }] }
  expect(viewOf(done).kind).toBe('result')
  expect(alreadyEmergency(done, new Map([['q.A3', ['yes']]]))).toBeUndefined()
  expect(goBack(start)).toEqual({ ...start, pending: {} })
})
