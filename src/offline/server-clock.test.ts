import { expect, test } from 'vitest'
import { asEpochMs, hourMs } from '../care/evidence/time.ts'
import { createServerClock } from './server-clock.ts'

const noon = Date.parse('2026-11-28T12:00:00Z')
const saying = (at: number) => ({ headers: new Headers({ Date: new Date(at).toUTCString() }) })

function device(behindMs: number) {
  const at = { true: noon, device: noon - behindMs }
  const pass = (ms: number) => {
    at.true += ms
    at.device += ms
  }
  const clock = createServerClock(
    () => asEpochMs(at.device),
    () => at.true - noon + 40,
  )
  return { at, pass, clock }
}

test('a clock that is behind is told of by how far, also long after the answer, until it is put right', () => {
  const { at, pass, clock } = device(5 * hourMs)
  expect(clock.behindMs()).toBe(0)
  clock.hear(saying(at.true))
  expect(clock.behindMs()).toBe(5 * hourMs)
  pass(hourMs)
  expect(clock.behindMs()).toBe(5 * hourMs)
  at.device = at.true
  expect(clock.behindMs()).toBe(0)
})

test('one that is right or ahead is none, and an answer that was kept on the way, has no date or a broken one says nothing', () => {
  for (const behind of [0, -3 * hourMs]) {
    const { at, clock } = device(behind)
    clock.hear(saying(at.true))
    expect(clock.behindMs()).toBe(0)
  }
  const { at, clock } = device(5 * hourMs)
  clock.hear(saying(at.true))
  for (const answer of [
    saying(at.true - 6 * hourMs),
    { headers: new Headers() },
    { headers: new Headers({ Date: 'soon' }) },
  ])
    clock.hear(answer)
  expect(clock.behindMs()).toBe(5 * hourMs)
})
