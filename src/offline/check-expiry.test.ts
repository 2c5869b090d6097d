import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asEpochMs, dayMs } from '../care/evidence/time.ts'
import { expiryOf, trailHead } from './check-expiry.ts'
import { idMaker, madeAt, timeOrderedId } from '../care/evidence/ids.ts'

const now = asEpochMs(Date.UTC(2026, 10, 23, 2))
const begun = (agoMs: number) => ({ protocol: 'today', at: asEpochMs(now - agoMs) })

describe('a check under way', () => {
  test('may go on until a millisecond before it is a day old', () => {
    expect(expiryOf(begun(0), 'today', now)).toBe('good')
    expect(expiryOf(begun(dayMs - 1), 'today', now)).toBe('good')
  })
  test('is too old when it is exactly a day old', () => {
    expect(expiryOf(begun(dayMs), 'today', now)).toBe('old')
  })
  test('may go on after the clock was put back by ten minutes, not by more', () => {
    expect(expiryOf(begun(-600_000), 'today', now)).toBe('good')
    expect(expiryOf(begun(-600_001), 'today', now)).toBe('old')
  })
  test('may not go on under other rules, however new it is', () => {
    expect(expiryOf({ protocol: 'before', at: now }, 'today', now)).toBe('updated')
    expect(expiryOf({ protocol: 'before', at: null }, 'today', now)).toBe('updated')
  })
  test('of which nothing is known may go on: it came from the server just now', () => {
    expect(expiryOf({ protocol: null, at: null }, 'today', now)).toBe('good')
  })
})

describe('an id made on the device', () => {
  test('tells the moment it was made, to the millisecond, and sorts by it', () => {
    const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 })
    const random = fc.uint8Array({ minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(moment, moment, random, random, (one, other, bytes, more) => {
        const [a, b] = [timeOrderedId(asEpochMs(one), bytes), timeOrderedId(asEpochMs(other), more)]
        expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(madeAt(a)).toBe(one)
        if (one < other) expect(a < b).toBe(true)
      }),
    )
  })
  test('keeps its random part', () => {
    const first = timeOrderedId(now, new Uint8Array(10).fill(1))
    expect(timeOrderedId(now, new Uint8Array(10).fill(2))).not.toBe(first)
  })
  test('is greater than the one before, also within one millisecond, and unlike any other', () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 2, maxLength: 40 }), (random) => {
        const left = [...random]
        const next = idMaker(
          () => now,
          () => left.shift() ?? new Uint8Array(10),
        )
        const made = random.map(() => next())
        expect(made.toSorted()).toEqual(made)
        expect(new Set(made).size).toBe(made.length)
        for (const id of made) expect(madeAt(id)).toBe(now)
      }),
    )
  })
  test('tells the true moment when the clock was put back', () => {
    const clock = [now, asEpochMs(now - 60_000)]
    const next = idMaker(
      () => clock.shift() ?? now,
      (count) => new Uint8Array(count),
    )
    expect([madeAt(next()), madeAt(next())]).toEqual([now, now - 60_000])
  })
  test('is told from an id of another kind', () => {
    expect(madeAt('3f2b8a52-9d0e-4c1f-8a77-0c1b2d3e4f50')).toBeNull()
    expect(madeAt('nonsense')).toBeNull()
  })
})

describe('the head of a trail', () => {
  test('is read without trusting the rest', () => {
    expect(trailHead('{"id":"x","protocol":"today","steps":17}')).toEqual({ id: 'x', protocol: 'today' })
  })
  test('is nothing when the text is cut off or holds something else, and reading never throws', () => {
    for (const text of ['', '{"id":"x","prot', 'null', '[]', '{"id":1,"protocol":"p"}', '"x"', '{"protocol":"p"}'])
      expect(trailHead(text)).toBeNull()
    fc.assert(fc.property(fc.string(), (text) => void trailHead(text)))
    fc.assert(fc.property(fc.json(), (text) => void trailHead(text)))
  })
})
