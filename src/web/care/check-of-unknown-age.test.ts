/**
 * A check whose age nobody knows, since the clock was put back after it: it counts as old, and no page says that it is more than
 * a day old, which the person who did it a minute ago knows to be untrue.
 */
import { describe, expect, test } from 'vitest'
import { device } from './programme/programme.fixtures.ts'

const old = /more than (?:a day|24 hours) old/
const unknown = /cannot tell how old your last check is/
const pages = ['/', '/plan', '/medicines', '/record'] as const

/** A check and a plan this morning. */
async function checked() {
  const home = device()
  await home.check(0, 12)
  return await home.plan(0, 12.1)
}

describe.each(pages)('on %s', (page) => {
  test('under a clock that was put back by an hour', async () => {
    const { text } = await (await checked()).at(0, 11.2).get(page)
    expect(text).not.toMatch(old)
    expect(text).toMatch(unknown)
  })

  test('when the clock is right again, and something was told meanwhile', async () => {
    const home = await checked()
    await home.at(0, 11.2).post('/diary/entry', { pain: '3' })
    const { text } = await home.at(0, 12.5).get(page)
    expect(text).not.toMatch(old)
    expect(text).toMatch(unknown)
  })

  test('a day later by a right clock it is old, and said to be', async () => {
    const { text } = await (await checked()).at(1, 13).get(page)
    expect(text).toMatch(old)
    expect(text).not.toMatch(unknown)
  })
})
