/** A check done again while a programme runs: no words of a first day, and only what is still ahead. */
import { describe, expect, test } from 'vitest'
import { safetyNet } from '../../../care/check/safety-net.ts'
import { finishedAnswers, trailOf } from '../plan/plan.fixtures.ts'
import { begunOn, device } from '../programme/programme.fixtures.ts'
import { writeTrail } from './trail.ts'

const again = (home: ReturnType<typeof device>, told: Parameters<typeof finishedAnswers>[0] = {}) =>
  home.post('/check', { trail: writeTrail(trailOf(finishedAnswers(told).answers)), do: 'on' })

describe('a clear check in the middle of a programme', () => {
  test('says to carry on, and leads back to today', async () => {
    const { heading, text, html } = await again((await begunOn()).at(7, 9))
    expect(heading).toBe('You can carry on')
    expect(html).toMatch(/<a class="button go" href="\/today">Carry on</)
    expect(text).not.toContain('Start today')
    expect(text).not.toContain('You can start this at home')
  })
  test('still has every danger sign, and of the calm lines only those ahead', async () => {
    const { text } = await again((await begunOn()).at(7, 9))
    for (const sign of [...safetyNet.goNow.items, ...safetyNet.sameDay.items]) expect(text).toContain(sign)
    expect(text).not.toContain('by day 4 or 5')
    expect(text).toContain('a third better at 2 weeks')
  })
  test('not where it found something', async () => {
    const { heading, text } = await again((await begunOn()).at(7, 9), { F1: 'yes', 'F1.skin': 'no' })
    expect(heading).toBe('Book to be seen')
    expect(text).toContain('by day 4 or 5')
  })
  test('not while an earlier check still counts', async () => {
    const home = await (await begunOn()).check(3, 7, { A1: 'yes', 'A1.when': 'new' })
    expect((await again(home.at(7, 9))).heading).not.toBe('You can carry on')
  })
  test('without a programme it is a first day', async () => {
    expect((await again(device())).heading).toBe('You can start this at home')
  })
})
