import { describe, expect, test } from 'vitest'
import { lockAfterMinutes } from '../../console/console-home.ts'
import { countIdle, lockAfterMs, warnAfterMs } from './idle.ts'

/** Two clocks that are moved by hand. */
function clocks() {
  const at = { wall: 1_800_000_000_000, steady: 500 }
  const pass = (ms: number) => {
    at.wall += ms
    at.steady += ms
  }
  return { at, pass, given: { wall: () => at.wall, steady: () => at.steady } }
}

test('the page counts as the server does, and warns before', () => {
  expect(lockAfterMs).toBe(lockAfterMinutes * 60_000)
  expect(warnAfterMs).toBeLessThan(lockAfterMs)
})

describe('the time without a touch', () => {
  test('begins anew with each touch', () => {
    const { pass, given } = clocks()
    const idle = countIdle(given)
    pass(400)
    expect(idle.forMs()).toBe(400)
    idle.touch()
    pass(30)
    expect(idle.forMs()).toBe(30)
  })

  test('goes on where the clock on the wall was put back, and where the steady one stood still in sleep', () => {
    const { at, pass, given } = clocks()
    const idle = countIdle(given)
    at.wall -= 3_600_000
    pass(700)
    expect(idle.forMs()).toBe(700)
    idle.touch()
    at.wall += 900
    expect(idle.forMs()).toBe(900)
  })

  test('counts from the last touch of any page: an earlier one than the own changes nothing', () => {
    const { at, pass, given } = clocks()
    const idle = countIdle(given)
    pass(1000)
    idle.hear(at.wall - 300)
    expect(idle.forMs()).toBe(300)
    idle.hear(at.wall - 900)
    expect(idle.forMs()).toBe(300)
  })

  test('is not put off by what was heard already, by what is no time, or for longer than once by a time that lies ahead', () => {
    const { at, pass, given } = clocks()
    const idle = countIdle(given)
    const ahead = at.wall + 5_000_000
    pass(200)
    idle.hear(ahead)
    pass(800)
    for (const told of [ahead, Number.NaN, Number.POSITIVE_INFINITY]) idle.hear(told)
    expect(idle.forMs()).toBe(800)
  })
})
