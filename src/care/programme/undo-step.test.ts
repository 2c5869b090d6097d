import { expect, test } from 'vitest'
import { carriedOut } from './carry-out.ts'
import { ladder } from './ladder.ts'
import { programmeCards } from './phases.ts'
import { begun, building, moment, restoring, tilt } from './story.proof.ts'
import { withoutStepOf } from './undo-step.ts'

/** Three good sessions and a morning as good: one step up on day 1. */
const steppedUp = () => begun().goodDay(0).morning(1, 2)
const rungs = (told: ReturnType<typeof begun>, day = 1) =>
  Object.fromEntries(Object.entries(told.state(day, 22).cards).map(([card, now]) => [card, now?.rung]))
const before = rungs(begun().goodDay(0))
const late = (told: ReturnType<typeof begun>, day: number, about: number, pain0to10: number, hour = 12) =>
  told.write(moment(day, hour), { kind: 'painToldLate', about: moment(about).day, pain0to10 })
const again = (told: ReturnType<typeof begun>, pain0to10: number, poorSleep?: 'yes') =>
  told.write(moment(1, 9), { kind: 'morningNoted', pain0to10, ...(poorSleep && { poorSleep }) })

test('a morning that is told again as worse takes its step up back; told again as it was, it does not', () => {
  expect(rungs(steppedUp())).not.toEqual(before)
  expect(rungs(again(steppedUp(), 2))).toEqual(rungs(steppedUp()))
  expect(rungs(again(steppedUp(), 3))).toEqual(before)
  expect(rungs(again(steppedUp(), 2, 'yes'))).toEqual(before)
})

test('a step back and a stop of the same morning take it back as well', () => {
  expect(rungs(again(steppedUp(), 4))).toEqual(before)
  expect(again(steppedUp(), 4).last(1).kind).toBe('regress')
  expect(rungs(again(steppedUp(), 9))).toEqual(before)
  expect(again(steppedUp(), 9).state(1).fullDue).not.toBeNull()
})

test('the decision that it was is no longer among the decisions', () => {
  expect(
    steppedUp()
      .state(1)
      .decisions.some(({ kind }) => kind === 'advance'),
  ).toBe(true)
  expect(
    again(steppedUp(), 3)
      .state(1)
      .decisions.some(({ kind }) => kind === 'advance'),
  ).toBe(false)
})

test('with the step goes the level that it had reached, so that no later phase begins above it', () => {
  const card = programmeCards.find((one) => ladder(3, one).some(({ level }) => level > 1)) ?? 'M08'
  const to = ladder(3, card).findIndex(({ level }) => level > 1)
  const { at, day } = moment(6)
  const state = carriedOut(building().state(6), {
    ...{ at, day, kind: 'advance', after: 'morning', words: 'One step more.', reasons: [] },
    change: { card, what: 'step', from: to - 1, to },
  })
  expect(state.levels[card]).toBe(2)
  expect(withoutStepOf(state, day).levels[card]).toBe(1)
})

test('a step that has been tried in a session stays', () => {
  const tried = steppedUp().session(1, 8.5)
  expect(rungs(again(tried, 3))).toEqual(rungs(steppedUp()))
})

test('pain of an earlier morning that was worse than before the session takes the step of today back', () => {
  expect(rungs(late(steppedUp(), 1, 1, 2))).toEqual(rungs(steppedUp()))
  expect(rungs(late(steppedUp(), 1, 1, 3))).toEqual(before)
})

test('pain that is told late holds the next step back, and fills in no morning that was missed', () => {
  const movements = [{ ...tilt, card: 'M15', movement: 'M15', peak0to10: 1 }] as const
  const week = (mornings: readonly number[]) => {
    const told = restoring()
    for (const day of [1, 2, 3]) {
      told.session(day, 12, { movements })
      if (mornings.includes(day + 1) && day < 3) told.morning(day + 1, 2)
    }
    return told
  }
  expect(week([2, 3]).morning(4, 2).last(4).kind).toBe('advance')
  expect(
    late(week([2, 3]), 3, 3, 2, 20)
      .morning(4, 2)
      .last(4).kind,
  ).toBe('advance')
  expect(
    late(week([2, 3]), 3, 3, 3, 20)
      .morning(4, 2)
      .last(4),
  ).toMatchObject({
    kind: 'hold',
    reasons: [{ id: 'morning-worse' }],
  })
  const sore = () => week([2]).write(moment(3, 8), { kind: 'morningNoted', pain0to10: 3 })
  expect(late(sore(), 3, 3, 0, 20).morning(4, 2).last(4)).toMatchObject({ reasons: [{ id: 'morning-worse' }] })
  expect(week([2]).morning(4, 2).last(4)).toMatchObject({ kind: 'hold', reasons: [{ id: 'no-morning' }] })
  expect(
    late(week([2]), 3, 3, 0, 20)
      .morning(4, 2)
      .last(4),
  ).toMatchObject({
    kind: 'hold',
    reasons: [{ id: 'no-morning' }],
  })
})

test('pain that is told late is no pain of today: no morning, no number that the next one is held beside', () => {
  const [plain, told] = [steppedUp().state(1), late(steppedUp(), 1, 0, 9).state(1)]
  expect(told.mornings).toEqual(plain.mornings)
  expect(told.readings).toEqual(plain.readings)
})
