import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days, entry, march } from './diary.fixtures.ts'
import { diaryDays } from './days.ts'
import {
  aboveBand,
  courses,
  lastDay,
  lineStart,
  outlookOn,
  outlookWords,
  painAgeAtCheck,
  painAgeOf,
  recoveryFacts,
  returnFacts,
  startsOf,
} from './outlook.ts'

const day = fc.integer({ min: 0, max: lastDay })
const painAge = fc.constantFrom('acute', 'subacute', 'persistent')
const at = (on: number) => {
  const found = outlookOn(on)
  if (!found) throw new Error('no outlook')
  return found
}

describe('the line of other people', () => {
  test('goes through the four published points of Wallwork 2024', () => {
    expect([0, 42, 182, 364].map((on) => at(on).mean0to10)).toEqual([5.6, 2.6, 2.2, 2.1])
  })

  test('calls only those known; 12 weeks is estimated and lies between 6 and 26 weeks', () => {
    const known = Array.from({ length: lastDay + 1 }, (_, on) => on).filter((on) => at(on).known)
    expect(known).toEqual([0, 42, 182, 364])
    expect(at(84).known).toBe(false)
    expect(at(84).mean0to10).toBeLessThan(2.6)
    expect(at(84).mean0to10).toBeGreaterThan(2.2)
  })

  test('has no figure for 12 weeks among what was read', () => {
    for (const { known } of Object.values(courses)) expect(known.map(({ week }) => week)).toEqual([0, 6, 26, 52])
  })

  test('never falls below a later point nor rises above an earlier one, and never steeper to please', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)]
        expect(at(late).mean0to10).toBeLessThanOrEqual(at(early).mean0to10 + 1e-9)
      }),
    )
  })

  test('stays between its neighbours in every course, and has no step', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: lastDay - 1, noNaN: true }), painAge, (on, age) => {
        const { known } = courses[age]
        const from = known.findLast(({ week }) => week * 7 <= on)
        const to = known.find(({ week }) => week * 7 > on)
        const mean = (outlookOn(on, age)?.mean0to10 ?? Number.NaN) * 10
        const [low, high] = [from?.mean0to100 ?? 0, to?.mean0to100 ?? 0].sort((a, b) => a - b)
        expect(mean).toBeGreaterThanOrEqual((low ?? 0) - 1e-9)
        expect(mean).toBeLessThanOrEqual((high ?? 0) + 1e-9)
        expect(Math.abs((outlookOn(on + 0.01, age)?.mean0to10 ?? 0) * 10 - mean)).toBeLessThan(0.05)
      }),
    )
  })

  test('is not drawn before its start nor beyond a year', () => {
    expect(outlookOn(-1)).toBeNull()
    expect(outlookOn(lastDay)).not.toBeNull()
    expect(outlookOn(lastDay + 1)).toBeNull()
    expect(outlookOn(Number.NaN)).toBeNull()
  })

  test('follows how old the pain was, in whole weeks of 6 and 12', () => {
    expect([0, 41, 42, 83, 84, 400].map(painAgeOf)).toEqual([
      'acute',
      'acute',
      'subacute',
      'subacute',
      'persistent',
      'persistent',
    ])
  })
})

describe('the band', () => {
  test('is 23 of 100 to each side, cut at 0 and 10', () => {
    expect(at(0)).toMatchObject({ low0to10: 3.3, high0to10: 7.9 })
    expect(at(42).low0to10).toBeCloseTo(0.3, 9)
    expect(at(42).high0to10).toBeCloseTo(4.9, 9)
    expect(at(182).low0to10).toBe(0)
    expect(at(182).high0to10).toBeCloseTo(4.5, 9)
  })

  test('always holds the line and stays on the scale', () => {
    fc.assert(
      fc.property(day, painAge, (on, age) => {
        const found = outlookOn(on, age)
        if (!found) throw new Error('no outlook')
        expect(found.low0to10).toBeGreaterThanOrEqual(0)
        expect(found.high0to10).toBeLessThanOrEqual(10)
        expect(found.low0to10 <= found.mean0to10 && found.mean0to10 <= found.high0to10).toBe(true)
        // Far wider than the interval of the average, which is about a point.
        expect(found.high0to10 - found.mean0to10).toBeCloseTo(2.3, 9)
      }),
    )
  })
})

describe('the words beside the chart', () => {
  test('say word for word that it is no promise', () => {
    expect(outlookWords.promise).toBe('You may be above or below. The line is other people, not a promise.')
    expect(returnFacts[0]?.text).toBe(
      'A return is common. Most often it is not a sign of damage. Your flare plan makes it shorter.',
    )
  })

  test('promise nothing anywhere: no cure, no "will"', () => {
    const all = [...Object.values(outlookWords), ...[...recoveryFacts, ...returnFacts].map(({ text }) => text)]
    expect(all.length).toBeGreaterThan(12)
    for (const text of all) expect(text).not.toMatch(/\bcure|guarantee|you will\b|\bnormal(?:ly)?\b|should be\b/i)
  })

  test('carry the figures of the brief', () => {
    const text = [...recoveryFacts, ...returnFacts].map((fact) => fact.text).join(' ')
    for (const figure of ['973', '14 days', '58 days', '72 in 100', '16 to 17', '250', '69 in 100', '40 in 100'])
      expect(text).toContain(figure)
  })
})

describe('the start of the line', () => {
  const first = { day: march(0), painAge: 'acute' } as const
  const second = { day: march(20), painAge: 'acute' } as const

  test('is the first one, and nothing when there is none', () => {
    expect(lineStart([], [])).toBeNull()
    expect(lineStart([first], [])).toBe(first)
  })

  test('does not move for a new plan, a flare or days that were not noted', () => {
    expect(lineStart([first, second], [])).toBe(first)
    expect(lineStart([first, second], days(7, 6, 5, 4, 3, 7, 7, 4, 3, 2, 2, 2, 2, 2, 2, 2, 2))).toBe(first)
  })

  test('does not move after six quiet days beside the days of the two starts, which belong to neither', () => {
    const quiet = days(0, 0, 0, 0, 0, 0, 0, 0)
    const [one, other] = [0, 7].map((on) => ({ day: march(on), painAge: 'acute' as const }))
    if (!one || !other) throw new Error('two starts')
    expect(lineStart([one, other], quiet)).toBe(one)
    const later = { day: march(8), painAge: 'acute' } as const
    expect(lineStart([one, later], days(5, 0, 0, 0, 0, 0, 0, 0, 5))).toBe(later)
  })

  test('moves only after a settled week', () => {
    const settled = days(5, 4, 3, 1, 1, 0, 1, 1, 0, 1)
    expect(lineStart([first, second], settled)).toBe(second)
    expect(lineStart([first, second], days(5, 4, 3, 1, 1, 0, 1, 1, 0))).toBe(first)
    expect(lineStart([first, second], days(5, 4, 3, 1, 1, 2, 1, 1, 0, 1))).toBe(first)
    expect(lineStart([first, second], days(5, 4, 3, 1, null, null, 0, null, null, 1))).toBe(second)
    expect(lineStart([first, second], days(5, 4, 3, 1, null, null, null, null, null, 1))).toBe(first)
  })

  test('does not count a settled week after the new start', () => {
    const late = days(...Array.from({ length: 21 }, () => 5), 0, 0, 0, 0, 0, 0, 0)
    expect(lineStart([first, second], late)).toBe(first)
  })
})

describe('being above the band', () => {
  const start = { day: march(0), painAge: 'acute' } as const
  const high = at(14).high0to10
  const steady = (pain: number) => days(...Array.from({ length: 15 }, () => pain))

  test('at 2 weeks brings help from that day on, in words without blame', () => {
    expect(aboveBand(steady(8), start, 13)).toEqual([])
    const [found] = aboveBand(steady(8), start, 14)
    expect(found).toMatchObject({ week: 2, pain0to10: 8 })
    expect(found?.words).toContain('Book a physio or GP')
    expect(found?.words).not.toMatch(/fail|worse than you should|behind/i)
  })

  test('means above: on the border is inside', () => {
    expect(aboveBand(steady(high).slice(-1), start, 14)).toEqual([])
    expect(aboveBand(steady(high + 0.1), start, 14)).toHaveLength(1)
  })

  test('goes by the week that ends on that day', () => {
    const better = days(...Array.from({ length: 8 }, () => 10), 1, 1, 1, 1, 1, 1, 1)
    expect(aboveBand(better, start, 14)).toEqual([])
    expect(aboveBand(days(10, 10, 10, 10, 10, 10, 10, 10), start, 14)).toEqual([])
  })

  test('is told for 2 and for 6 weeks, each by itself', () => {
    const all = days(...Array.from({ length: 43 }, () => 9))
    expect(aboveBand(all, start, 42).map(({ week }) => week)).toEqual([2, 6])
    expect(aboveBand(all, start, 41).map(({ week }) => week)).toEqual([2])
  })
})

describe('where a line may begin', () => {
  const noted = [entry(3, { painNow0to10: 6 }), entry(5, { painNow0to10: 5 }), entry(40, { painNow0to10: 3 })]
  const told = diaryDays(noted)
  const started = (day: number, episodeDay: number) => ({ day: march(day), episodeDay: march(episodeDay) })

  test('without a programme it is the first entry, as old as the pain was at the first check', () => {
    expect(startsOf([], told, 'subacute')).toEqual([{ day: march(3), painAge: 'subacute' }])
    expect(startsOf([], [], 'acute')).toEqual([])
    expect(['weeks4', 'weeks6', 'months3', undefined].map(painAgeAtCheck)).toEqual([
      'acute',
      'subacute',
      'persistent',
      'acute',
    ])
  })

  test('with one it is the first entry of the episode before the programme began, or the day it began', () => {
    expect(startsOf([started(5, 1)], told, 'acute')).toEqual([{ day: march(3), painAge: 'acute' }])
    expect(startsOf([started(2, 1)], told, 'acute')).toEqual([{ day: march(2), painAge: 'acute' }])
  })

  test('an entry from before the episode is no start of it, and old pain begins as old pain', () => {
    expect(startsOf([started(40, 30)], told, 'acute')).toEqual([{ day: march(40), painAge: 'acute' }])
    const old = { day: march(50), episodeDay: march(7) }
    expect(startsOf([old], [], 'acute')).toEqual([{ day: march(50), painAge: 'subacute' }])
    expect(startsOf([{ ...old, episodeDay: march(9) }], [], 'acute')[0]?.painAge).toBe('acute')
  })
})
