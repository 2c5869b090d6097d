import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkState } from '../../../care/check/check.ts'
import { levels } from '../../../care/check/types.ts'
import { answerScreen, goBack, settle, viewOf } from './check-flow.ts'
import { protocolVersion } from './protocol-in-force.ts'
import { shownIn } from './screen-layout.ts'
import { answersOf, newTrail, readTrail, type Trail, writeTrail } from './trail.ts'

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
