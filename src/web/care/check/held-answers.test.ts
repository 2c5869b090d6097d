import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { often } from '../../../../scripts/short-form.ts'
import { checkState } from '../../../care/check/check.ts'
import { questions } from '../../../care/check/questions/all.ts'
import { type Answer, type Answers, levels, notSure } from '../../../care/check/types.ts'
import { answerIfSaid } from '../../../care/check/vignettes/answer-as.ts'
import { dangerPhrases } from '../../../care/check/free-text/danger-phrases.ts'
import { saysMore } from '../../../care/check/answer-severity.ts'
import { viewOf } from './check-flow.ts'
import { heldAgainst, holdContradictions, settle } from './held-answers.ts'
import { protocolVersion } from './protocol-in-force.ts'
import { readPostedTrail, readTrail } from './read-trail.ts'
import { answersOf, forKeeping, newTrail, type Trail, writeTrail } from './trail.ts'

const start = newTrail('0f0f0f0f-0000-4000-8000-000000000000', protocolVersion)
const benign: Answers = Object.fromEntries(
  questions.flatMap(({ id }) => {
    const answer = answerIfSaid(id, { age: 35 })
    return answer === undefined ? [] : [[id, answer]]
  }),
)
const numb = { A1: 'yes', 'A1.seat': 'no', 'A1.when': 'new' }
const steps = (...told: readonly Answers[]): Pick<Trail, 'steps'> => ({
  steps: told.map((answers) => ({ answers, single: [] })),
})
const readAgain = (trail: Trail): Trail => {
  const read = readTrail(writeTrail(trail), protocolVersion)
  if (!read.ok) throw new Error(read.why)
  return read.value
}
const levelOf = (trail: Trail) => {
  const state = checkState(answersOf(trail))
  return state.complete ? state.level : state.atLeast
}

describe('a danger that was told and is “no” further on in the same trail still counts, and is asked about', () => {
  test.each<[string, Trail]>([
    ['in a later step', { ...start, ...steps(numb, { ...benign, A1: 'no' }) }],
    ['only in what was gone back from', { ...start, ...steps(benign), was: numb }],
    ['with what waited taken out', { ...start, ...steps(numb, benign), was: numb, pending: {} }],
    [
      'with a change in the log that nobody made',
      { ...start, ...steps(numb, benign), changed: [{ question: 'A1', from: 'yes', to: 'no' }] },
    ],
  ])('%s', (_, trail) => {
    const read = readAgain(trail)
    expect(levelOf(read)).toBe('emergency')
    const view = viewOf(read)
    expect(
      view.kind === 'confirm' && view.contradictions.map(({ question, told, now }) => [question.id, told, now]),
    ).toEqual([['A1', 'yes', 'no']])
  })

  test('the second word ends it, and is not asked for again', () => {
    const changed = settle(readAgain({ ...start, ...steps(numb, { ...benign, A1: 'no' }) }), 'change')
    expect(changed.changed).toEqual([{ question: 'A1', from: 'yes', to: 'no' }])
    expect(viewOf(readAgain(changed)).kind).toBe('result')
    expect(levelOf(readAgain(changed))).toBe('self-care')
  })

  test('“keep” leaves the danger, and asks nothing more', () => {
    const held = settle(readAgain({ ...start, ...steps(numb, benign) }), 'keep')
    const view = viewOf(readAgain(held))
    expect(view.kind === 'result' && view.result.level).toBe('emergency')
  })

  test('a change that waits for a question with no other answer settles nothing', () => {
    const trail = { ...start, ...steps({ A2: 'no' }), was: { A1: 'yes' }, pending: { A1: 'no' } }
    expect(answersOf(settle(trail, 'change'))).not.toHaveProperty('A1')
  })

  test('an answer told once, or told the same again, is asked about no second time', () => {
    expect(viewOf(readAgain({ ...start, ...steps(benign) })).kind).toBe('result')
    expect(viewOf(readAgain({ ...start, ...steps(benign, { A1: 'no' }), was: benign })).kind).toBe('result')
    expect(viewOf(readAgain({ ...start, ...steps({ A1: 'no' }, { ...numb }) })).kind).not.toBe('confirm')
  })
})

test('two trails in one form that differ are damage; the same one twice is not', () => {
  const [one, other] = [start, { ...start, ...steps(benign) }].map(writeTrail)
  const post = (...trails: readonly string[]) => readPostedTrail(new Map([['trail', trails]]), protocolVersion)
  expect(post(other ?? '', one ?? '').ok).toBe(false)
  expect(post(other ?? '', other ?? '').ok).toBe(true)
})

test('what is held follows what is in force, and no answer joins it that was not there', () => {
  const held = holdContradictions({ ...start, ...steps({ A1: 'no', A2: 'yes' }), was: { A1: 'no' } }, { A1: 'yes' })
  expect(held).toMatchObject({ was: { A1: 'yes' }, pending: {} })
  expect(Object.keys(held.was)).toEqual(['A1'])
})

test('what another tab told and this one has not reached is held against what is said here later', () => {
  const held = heldAgainst({ ...start, ...steps({ A2: 'no' }) }, { A2: 'no', ...numb })
  expect(held.was).toMatchObject({ A1: 'yes' })
  expect(held.pending).toEqual({})
  expect(heldAgainst({ ...start, ...steps({ A1: 'no' }) }, numb).pending).toEqual({ A1: 'no' })
})

describe('a change of which the rules say the same of both is asked about, unless it plainly says more', () => {
  const says: Answers = { ...benign, worry: '' }
  test.each<[string, string, Answer, Answer, 'asked about' | 'taken']>([
    ['one of several signs unticked', 'G1', ['uveitis', 'gut'], ['uveitis'], 'asked about'],
    ['one sign in the place of another', 'G1', ['uveitis', 'gut'], ['uveitis', 'tendon'], 'asked about'],
    ['the only sign unticked', 'G1', ['uveitis'], [], 'asked about'],
    ['one sign more', 'G1', ['uveitis'], ['uveitis', 'gut'], 'taken'],
    ['a first sign', 'G1', [], ['uveitis'], 'taken'],
    ['the same signs in another order', 'G1', ['uveitis', 'gut'], ['gut', 'uveitis'], 'taken'],
    ['yes to no', 'A9', 'yes', 'no', 'asked about'],
    ['yes to not sure', 'A9', 'yes', notSure, 'asked about'],
    ['not sure to no', 'A9', notSure, 'no', 'asked about'],
    ['not sure to yes', 'A9', notSure, 'yes', 'taken'],
    ['no to yes', 'A9', 'no', 'yes', 'taken'],
    ['no to not sure', 'A9', 'no', notSure, 'taken'],
    ['another choice', 'startHow', 'gradual', 'sudden', 'asked about'],
    ['another number', 'painNow', 4, 5, 'asked about'],
    ['words with one danger less', 'worry', 'I have numb legs and a fever', 'I have numb legs', 'asked about'],
    ['words with the same danger', 'worry', 'I have numb legs', 'I have numb legs since today', 'taken'],
    ['words with one danger more', 'worry', 'I have numb legs', 'I have numb legs and a fever', 'taken'],
  ])('%s', (_, id, before, now, word) => {
    const [told, later] = [before, now].map((answer): Answers => ({ ...says, [id]: answer }))
    const { pending } = heldAgainst({ ...start, ...steps(later ?? {}) }, told ?? {})
    expect(pending).toEqual(word === 'taken' ? {} : { [id]: now })
    expect(saysMore(told ?? {}, later ?? {}) || saysMore(later ?? {}, told ?? {}), 'the rules tell them apart').toBe(
      false,
    )
  })
})

describe('“keep” of words and of ticked lists keeps what was told first, and what is told now counts too', () => {
  const kept = (id: string, before: Answer, now: Answer) => {
    const held = heldAgainst({ ...start, ...steps({ ...benign, [id]: now }) }, { [id]: before })
    expect(viewOf(held).kind).toBe('confirm')
    return readAgain(settle(readAgain(held), 'keep'))
  }
  test('words: each of the two dangers is asked about', () => {
    const trail = kept('worry', 'chest pain', 'I am numb between my legs')
    const heard = dangerPhrases(String(answersOf(trail).worry)).map(({ question }) => question)
    expect(heard).toEqual(expect.arrayContaining(['C1', 'A1']))
    expect(viewOf(trail).kind).toBe('screen')
  })
  test('signs', () => {
    expect(answersOf(kept('G1', ['uveitis', 'gut'], ['uveitis', 'tendon'])).G1).toEqual(['uveitis', 'gut', 'tendon'])
  })
  test('words that the person is sure of stand alone', () => {
    const held = heldAgainst({ ...start, ...steps({ ...benign, worry: 'numb legs' }) }, { worry: 'chest pain' })
    expect(answersOf(settle(held, 'change')).worry).toBe('numb legs')
  })
  test('words about safety at home are joined to none', () => {
    const held = heldAgainst(
      { ...start, ...steps({ ...benign, worry: 'my husband hits me' }) },
      { worry: 'chest pain' },
    )
    expect(answersOf(settle(held, 'keep')).worry).toBe('chest pain')
  })
})

describe('a trail of other rules keeps what these know, wherever it stands', () => {
  const [known, unknown, unfit] = [{ A2: 'yes' }, { A2: 'yes', Z9: 'yes' }, { A2: 'perhaps' }]
  const change = (question: string, from: string, to: string) => ({ question, from, to })
  test.each<[string, object, Partial<Trail>, readonly string[]]>([
    ['told', steps(unknown), steps(known), ['Z9']],
    ['told otherwise than can be', steps(unfit), steps({}), ['A2']],
    ['gone back from', { was: unknown }, { was: known }, ['Z9']],
    ['waiting for a second word', { pending: unknown }, { pending: known }, ['Z9']],
    ['changed, of a question that is gone', { changed: [change('Z9', 'yes', 'no')] }, { changed: [] }, []],
    ['changed, from what can be no answer', { changed: [change('D2', 'perhaps', 'no')] }, { changed: [] }, []],
    ['changed, to what can be no answer', { changed: [change('D2', 'yes', 'perhaps')] }, { changed: [] }, []],
    ['changed', { changed: [change('D2', 'yes', 'no')] }, { changed: [change('D2', 'yes', 'no')] }, []],
  ])('%s', (_name, part, stays, forgotten) => {
    const text = JSON.stringify({ ...JSON.parse(writeTrail(start)), protocol: 'before', ...part })
    expect(readTrail(text, protocolVersion)).toMatchObject({ ok: true, value: stays, forgotten })
  })
})

test('a trail that answers again and again in other ways is damage, and keeps nobody waiting', () => {
  const told = (times: number): Trail => ({
    ...start,
    ...steps(...Array.from({ length: times + 1 }, (_, index) => ({ A1: index % 2 === 0 ? 'yes' : 'no' }))),
  })
  expect(readTrail(writeTrail(told(40)), protocolVersion).ok).toBe(true)
  expect(readTrail(writeTrail(told(41)), protocolVersion)).toMatchObject({ ok: false, why: 'wrongShape' })
})

const anyAnswer: fc.Arbitrary<[string, Answer]> = fc
  .constantFrom(...questions.filter(({ id, kind }) => kind !== 'text' && !id.includes('I4')))
  .chain((question) => {
    const answer: fc.Arbitrary<Answer> =
      question.kind === 'number'
        ? fc.integer({ min: question.min, max: question.max })
        : question.kind === 'ticks'
          ? fc.subarray(question.options.map(({ value }) => value))
          : question.kind === 'choice'
            ? fc.constantFrom(...question.options.map(({ value }) => value), ...(question.certain ? [] : [notSure]))
            : fc.constantFrom('yes', 'no', notSure)
    return answer.map((value): [string, Answer] => [question.id, value])
  })
const some = fc.array(anyAnswer, { maxLength: 6 }).map((pairs): Answers => Object.fromEntries(pairs))

test('of any trail, in any order and with anything hidden in it, no answer that was told says more than the one in force', () => {
  let lowered = 0
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 6 }), some, some, fc.nat(6), (told, was, pending, place) => {
      const all = [...told.slice(0, place), benign, ...told.slice(place)]
      const read = readAgain({ ...start, ...steps(...all), was, pending })
      const inForce = answersOf(read)
      for (const [id, answer] of all.flatMap((one) => Object.entries(one)))
        expect(saysMore({ ...inForce, [id]: answer }, inForce), `${id} ${String(answer)}`).toBe(false)
      const softer = Object.keys(read.pending).length > Object.keys(pending).length
      if (softer) lowered += 1
      if (softer) expect(viewOf(read).kind).toBe('confirm')
      for (const further of [readAgain(read), readAgain(settle(read, 'keep'))])
        expect(levels.indexOf(levelOf(further))).toBeGreaterThanOrEqual(levels.indexOf(levelOf(read)))
    }),
    { numRuns: often(150, 50) },
  )
  expect(lowered).toBeGreaterThan(often(50, 15))
})

test.each<[string, Answer, Answer, string, Answer]>([
  ['A1', notSure, 'yes', 'A7', notSure],
  ['A3', notSure, 'yes', 'A1', notSure],
  ['A6', notSure, 'yes', 'A9', notSure],
  ['changes', 'constant', 'night', 'duration', 'weeks2'],
])(
  '%s told as %s and then %s: the first is in force where a later answer makes it say more',
  (id, first, then, other, later) => {
    const { [other]: _unasked, ...rest } = benign
    const told = [{ ...rest, [id]: first }, { [id]: then }, { [other]: later }]
    const read = readAgain({ ...start, ...steps(...told) })
    const inForce = answersOf(read)
    expect(inForce[id]).toBe(first)
    expect(read.pending).toEqual({ [id]: then })
    for (const [one, answer] of told.flatMap((all) => Object.entries(all)))
      expect(saysMore({ ...inForce, [one]: answer }, inForce), `${one} ${String(answer)}`).toBe(false)
  },
)

test('what was changed before stays in the log of changes when another change is settled', () => {
  const changed = [{ question: 'A9', from: 'yes', to: 'no' }]
  const held = { ...start, ...steps(benign, { A1: 'yes' }), pending: { A1: 'no' }, changed }
  expect(settle(held, 'change').changed).toEqual([...changed, { question: 'A1', from: 'yes', to: 'no' }])
})

describe('what is noted of a changed answer', () => {
  const begun = newTrail('0193aaaa-0000-7000-8000-000000000001', protocolVersion)
  const changedTo = (to: string, more: Answers = {}) =>
    forKeeping({
      ...begun,
      steps: [{ answers: { worry: to, ...more }, single: [] }],
      changed: [{ question: 'worry', from: 'I am numb between my legs', to }],
    }).changed
  test('goes where the words speak of somebody who hurts them, before the change or after', () => {
    expect(changedTo('It was my foot')).toHaveLength(1)
    expect(changedTo('I am scared of my partner, he hits me')).toEqual([])
    const before = { question: 'worry', from: 'he hits me', to: 'It was my foot' }
    expect(forKeeping({ ...begun, changed: [before] }).changed).toEqual([])
  })
  test('and where that was told beside them', () => {
    expect(changedTo('It was my foot', { I4: 'hurt' })).toEqual([])
  })
})
