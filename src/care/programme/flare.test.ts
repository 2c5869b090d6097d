import { describe, expect, test } from 'vitest'
import { flareDay } from './flare.ts'
import { slowProgress } from './slow-progress.ts'
import { begun, moment } from './story.proof.ts'

const usual = () => begun().morning(1, 2).morning(2, 2).morning(3, 2)

describe('a flare', () => {
  test('begins 2 above the usual week, not 1', () => {
    expect(usual().morning(4, 3).state(4).flare).toBeNull()
    expect(usual().morning(4, 4).state(4).flare).toEqual({ since: '2026-03-06', usualBefore: 2 })
  })
  test('needs three mornings before "usual" means anything', () => {
    expect(begun().morning(2, 2).morning(3, 2).morning(4, 4).state(4).flare).toBeNull()
  })
  test('an earlier number of the same morning is no part of the usual week', () => {
    const twice = usual().morning(4, 3).write(moment(4, 9), { kind: 'morningNoted', pain0to10: 4 })
    expect(twice.state(4).flare).toEqual({ since: '2026-03-06', usualBefore: 2 })
  })
  test('mornings of more than 7 days ago do not count', () => {
    expect(usual().morning(9, 4).state(9).flare).toBeNull()
    expect(usual().morning(8, 4).state(8).flare).not.toBeNull()
  })
  test('asks for the full check, holds, and says so', () => {
    const told = usual().morning(4, 4)
    expect(told.last(4).words).toBe('Same again: your pain is 4. Your usual week was about 2. Do half today.')
    expect(told.state(4).fullDue?.because).toBe('A flare is worse pain, so the full check comes first.')
  })
  test('ends when less than 2 above, and the steps reached are kept', () => {
    const told = begun().goodDay(0).morning(1, 2).goodDay(1).morning(2, 2).goodDay(2).morning(3, 2)
    const before = told.state(3).cards
    told.morning(4, 4)
    expect(told.state(4).flare).not.toBeNull()
    told.morning(5, 3)
    expect(told.state(5).flare).toBeNull()
    expect(Object.entries(told.state(5).cards).map(([card, now]) => [card, now?.rung])).toEqual(
      Object.entries(before).map(([card, now]) => [card, now?.rung]),
    )
  })
  test('not eased by its day 3: check again and an offer to book', () => {
    const told = usual().checkIn(2).morning(4, 5, { plainCause: 'yes' }).morning(5, 5).morning(6, 5)
    const helps = (day: number) => slowProgress(told.state(day), moment(day)).map(({ id }) => id)
    expect(flareDay(told.state(6), moment(6))).toBe(3)
    expect(helps(5)).not.toContain('flare-not-easing')
    expect(helps(6)).toContain('flare-not-easing')
  })
  test('after a whole week at the new height nobody is kept at half for good', () => {
    const told = usual()
    for (let day = 4; day <= 10; day++) told.morning(day, 4)
    expect(told.state(10).flare).not.toBeNull()
    expect(told.morning(11, 4).state(11).flare).toBeNull()
  })
})
