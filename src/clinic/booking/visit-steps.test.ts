/** What staff can say of a visit at the door, on both sides of each border, and what taking it back leads to. */
import { describe, expect, test } from 'vitest'
import { doorSteps, type StateEvent, stateBefore, type VisitState } from './visit-steps.ts'

const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/London').epochMilliseconds
const startsAt = at('2026-11-27T10:00')
const steps = (state: VisitState, wall: string, before = 0) =>
  doorSteps({ state, startsAt }, 'Europe/London', at(wall) - before)

describe('at the door', () => {
  test('nobody has arrived before the day of the visit', () => {
    expect(steps('confirmed', '2026-11-27T00:00', 1)).toEqual([])
    expect(steps('confirmed', '2026-11-27T00:00')).toEqual(['arrived'])
  })

  test('nobody has stayed away before the visit should have begun', () => {
    expect(steps('confirmed', '2026-11-27T10:00', 1)).toEqual(['arrived'])
    expect(steps('confirmed', '2026-11-27T10:00')).toEqual(['arrived', 'finished', 'no-show'])
  })

  test('somebody who came early may be finished early', () => {
    expect(steps('arrived', '2026-11-27T09:50')).toEqual(['finished'])
  })

  test('somebody may come after all', () => {
    expect(steps('no-show', '2026-11-27T10:20')).toEqual(['arrived'])
  })

  test.each(['cancelled', 'late-cancelled', 'held', 'finished'] as const)('nothing follows %s', (state) => {
    expect(steps(state, '2026-11-27T10:20')).toEqual([])
  })

  test('the day is the day of the place, wherever the server is', () => {
    const auckland = (ms: number) => doorSteps({ state: 'confirmed', startsAt }, 'Pacific/Auckland', ms)
    const midnight = Temporal.ZonedDateTime.from('2026-11-27T00:00[Pacific/Auckland]').epochMilliseconds
    const visitDay = Temporal.Instant.fromEpochMilliseconds(startsAt)
      .toZonedDateTimeISO('Pacific/Auckland')
      .toPlainDate()
    expect(visitDay.toString()).toBe('2026-11-27')
    expect([auckland(midnight - 1), auckland(midnight)]).toEqual([[], ['arrived']])
  })
})

describe('taking the last step back', () => {
  const happened = (...whats: readonly string[]): StateEvent[] =>
    whats.map((what) => ({ what: what.replace('undo ', ''), undoes: what.startsWith('undo ') }))

  test.each([
    [['confirmed', 'arrived'], 'confirmed'],
    [['confirmed', 'arrived', 'finished'], 'arrived'],
    [['confirmed', 'finished'], 'confirmed'],
    [['confirmed', 'no-show'], 'confirmed'],
    [['confirmed', 'no-show', 'arrived'], 'no-show'],
    [['arrived'], 'confirmed'],
    [['confirmed', 'arrived', 'undo confirmed', 'no-show'], 'confirmed'],
    [['confirmed', 'arrived', 'finished', 'undo arrived', 'finished'], 'arrived'],
    [['confirmed', 'moved', 'arrived'], 'confirmed'],
    [['confirmed', 'arrived', 'address', 'referral-seen', 'referral-not-seen'], 'confirmed'],
    [['confirmed', 'cancelled', 'undo confirmed', 'arrived'], 'confirmed'],
    [['confirmed', 'late-cancelled', 'undo confirmed', 'arrived', 'finished'], 'arrived'],
  ] as const)('after %j leads to %s', (whats, before) => {
    expect(stateBefore(happened(...whats))).toBe(before)
  })

  test.each([
    [[]],
    [['confirmed']],
    [['confirmed', 'moved']],
    [['confirmed', 'arrived', 'undo confirmed']],
    [['confirmed', 'cancelled']],
    [['confirmed', 'late-cancelled']],
    [['confirmed', 'cancelled', 'undo confirmed']],
  ] as const)('is not offered after %j', (whats) => {
    expect(stateBefore(happened(...whats))).toBeUndefined()
  })
})
