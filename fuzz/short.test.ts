/** The fuzz in its short form, always the same cases; `npm run fuzz` is the long one. */
import { describe, expect, test } from 'vitest'
import { callCheck } from './call-check.ts'
import { hearTexts } from './hear-texts.ts'
import { liveLives } from './lives/lives.ts'

describe('a short fuzz finds nothing', () => {
  test('of texts: each is heard, the same twice, in bounded time', () => {
    const { count, faults } = hearTexts(200, 20_261_126)
    expect(faults).toEqual([])
    expect(count).toBe(200)
  })

  test('of answer sets: each is answered, no danger lowers anything, nothing private comes back', async () => {
    const { count, faults } = await callCheck(200, 20_261_126)
    expect(faults).toEqual([])
    expect(count).toBeGreaterThanOrEqual(200)
  })

  test('of lives: no fault, no claim that is not so, nothing open that a danger closes', async () => {
    const { count, faults, notes } = await liveLives(2, 20_261_126)
    expect(faults).toEqual([])
    expect(count).toBe(2)
    expect(notes.join()).toMatch(/\d\d+ acts while something had to stay closed/)
  })
})
