/** A plan on paper says what the plan on the screen says, for anybody; and no sheet can make it say what a plan cannot. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finishedAnswers, noon } from '../../web/care/plan/plan.fixtures.ts'
import { OwnSheet } from '../../web/care/paper/paper-sheet.ts'
import { anyProfile } from '../relief/arbitrary.proof.ts'
import { makePlan, type Plan } from '../relief/plan.ts'
import type { PartialProfile } from '../relief/profile.ts'
import { slots } from '../relief/slots.ts'
import { wordsOfPart } from './booklets.fixtures.ts'
import { type PlanSheet, planPaper, planSheet } from './own-plan.ts'
import { onPaper } from './parts.ts'

const { answers } = finishedAnswers()
function planOf(profile: PartialProfile, movement: 'open' | 'gentle' = 'open', hour = 12): Plan {
  const level = movement === 'open' ? 'self-care' : 'soon'
  const check = { complete: true, level, movement, protocolVersion: 'test', answers, finishedAt: noon } as const
  const plan = makePlan(check, profile, { now: noon, hour })
  if (plan.kind === 'locked') throw new Error(plan.why)
  return plan
}
const anyPlan = fc
  .tuple(anyProfile, fc.constantFrom('open' as const, 'gentle' as const), fc.integer({ min: 0, max: 23 }))
  .map(([profile, movement, hour]) => planOf(profile, movement, hour))
const wordsOf = (sheet: PlanSheet) => planPaper(sheet)?.parts.flatMap(wordsOfPart)
/** Every sentence of the screen, in its order. */
const sentencesOf = ({ sections, stopEverything, expect: coming, reviews, bookACheckIf }: Plan) => [
  ...sections.flatMap(({ title, steps }) => [
    title,
    ...steps.flatMap((step) => [step.title, ...step.how.map(onPaper), step.often, ...step.stop.map(onPaper)]),
  ]),
  ...stopEverything,
  ...coming,
  ...reviews.flatMap(({ when, what }) => [when, what]),
  ...bookACheckIf,
]

test('for anybody at any hour every sentence of the plan stands on the paper, and no step that is not in it', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const sheet = planSheet(plan)
      // As it comes in at the server: checked, and made of ids and numbers alone.
      expect(OwnSheet.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet)
      const words = wordsOf(sheet)?.join('\n') ?? ''
      for (const sentence of sentencesOf(plan)) expect(words).toContain(sentence)
      const steps = planPaper(sheet)?.parts.flatMap((part) => (part.kind === 'step' ? [part] : [])) ?? []
      const own = plan.sections.flatMap((section) => section.steps)
      expect(steps.map(({ title }) => title)).toEqual(own.map(({ title }) => title))
      // No line more than the screen has.
      for (const [at, { groups }] of steps.entries()) {
        const [how, , stop] = [groups[0]?.items, groups[1], groups[2]?.items ?? []]
        expect(how).toEqual([...new Set(own[at]?.how.map(onPaper))])
        expect(stop).toEqual([...new Set(own[at]?.stop.map(onPaper))])
      }
    }),
    { numRuns: 150 },
  )
})

test('what is sent goes by what the plan is, not by how its sentences are worded', () => {
  const asked = planOf({ direction: 'stopBoth' }, 'open', 2)
  const reworded: Plan = {
    ...asked,
    sections: asked.sections.map((section) => ({ ...section, title: 'Another title' })),
    ...{ stopEverything: [], bookACheckIf: [] },
  }
  expect(planSheet(reworded)).toEqual(planSheet(asked))
  expect(planSheet(reworded)).toMatchObject({ time: 'night', tingles: false, bothWays: true })
  expect(planSheet({ ...reworded, profile: { ...asked.profile, legTingle: 'notSure' } }).tingles).toBe(true)
})

test('nothing that somebody answered is in what is sent', () => {
  const sheet = JSON.stringify(planSheet(planOf({ painNow: 7, age: 81, health: ['surgery'] })))
  expect(sheet).not.toMatch(/81|painNow|surgery|"age"|health/)
})

describe('a sheet that no plan can have made is no paper', () => {
  const good = planSheet(planOf({}, 'gentle'))
  const changed = (change: Partial<PlanSheet>) => planPaper({ ...good, ...change })
  const withStep = (step: Partial<PlanSheet['sections'][number]['steps'][number]>) =>
    changed({
      sections: good.sections.map((section, at) =>
        at > 0
          ? section
          : { ...section, steps: section.steps.map((one, nth) => (nth > 0 ? one : { ...one, ...step })) },
      ),
    })

  test('as it is it is one', () => {
    expect(planPaper(good)).toBeDefined()
    expect(withStep({})).toBeDefined()
  })

  test('a step that is closed until somebody was seen, whatever place it is put into', () => {
    const closed = slots.filter(({ gentle }) => !gentle)
    expect(closed.length).toBeGreaterThan(3)
    for (const slot of closed)
      for (const card of slot.choices) {
        const step = { slot: slot.id, card, how: [], stop: [] }
        const sections = good.sections.map((section) =>
          section.id === slot.section ? { ...section, steps: [...section.steps, step] } : section,
        )
        expect([slot.id, card, changed({ sections })]).toEqual([slot.id, card, undefined])
      }
    expect(withStep({ card: 'tilt-floor' })).toBeUndefined()
  })

  test.each([
    ['a card that there is not', () => withStep({ card: 'handstand' })],
    ['a card of another place', () => withStep({ card: 'drink' })],
    ['a place that there is not', () => withStep({ slot: 'nowhere' })],
    ['a place of another part of the day', () => withStep({ slot: 'drink', card: 'drink' })],
    ['a line that there is not', () => withStep({ how: [60] })],
    ['a line that is for everybody anyway', () => withStep({ how: [0] })],
    ['no steps', () => changed({ sections: good.sections.map((section) => ({ ...section, steps: [] })) })],
    ['a part of the day left out', () => changed({ sections: good.sections.slice(1) })],
    ['the parts of the day in another order', () => changed({ sections: good.sections.toReversed() })],
    [
      'the same place twice',
      () => changed({ sections: good.sections.map((one) => ({ ...one, steps: [...one.steps, ...one.steps] })) }),
    ],
    ['a moment to look again that there is not', () => changed({ reviews: ['never'] })],
    ['a pattern while somebody is to be seen first', () => changed({ pattern: 'PT1' })],
    ['a pattern that there is not', () => planPaper({ ...planSheet(planOf({})), pattern: 'PT9' })],
  ])('%s', (_, made) => {
    expect(made()).toBeUndefined()
  })

  test('what tells when to stop cannot be left out', () => {
    const open = planSheet(planOf({ painNow: 3 }))
    const silent = {
      ...open,
      sections: open.sections.map((one) => ({ ...one, steps: one.steps.map((step) => ({ ...step, stop: [] })) })),
    }
    const words = wordsOf(silent)?.join('\n') ?? ''
    expect(words).toContain('You get a fever, or anything new that worries you.')
    for (const { stop } of planOf({ painNow: 3 }).sections.flatMap(({ steps }) => steps))
      expect(stop.filter((line) => words.includes(onPaper(line))).length).toBeGreaterThan(stop.length > 0 ? 0 : -1)
  })
})

describe('what comes in at the server', () => {
  const good = planSheet(planOf({}))
  test.each([
    ['a free text', { ...good, note: 'my back hurts' }],
    ['a text for an id', { ...good, reviews: ['<script>alert(1)</script>'] }],
    ['a very long id', { ...good, pattern: 'a'.repeat(41) }],
    [
      'too many steps',
      { ...good, sections: good.sections.map((one) => ({ ...one, steps: Array(13).fill(one.steps[0]) })) },
    ],
    [
      'a number that is none',
      { ...good, sections: [{ id: 'firstHour', steps: [{ slot: 'ease', card: 'side-bed', how: [1.5], stop: [] }] }] },
    ],
    ['another kind', { ...good, kind: 'report' }],
    ['nothing', undefined],
    ['a list', []],
  ])('%s is refused', (_, sheet) => {
    expect(OwnSheet.safeParse(sheet).success).toBe(false)
  })
})
