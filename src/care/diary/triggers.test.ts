import { describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { type Chance, seededRandom } from './seeded-random.ts'
import type { DiaryDay } from './days.ts'
import type { Lifting, Sleep, Stress } from './entry.ts'
import { diaryFactors, inHundred, leastDaysEachWay, looks, triggers } from './triggers.ts'

const steps = {
  sleep: ['good', 'broken', 'bad'],
  stress: ['none', 'some', 'lots'],
  lifting: ['none', 'light', 'heavy'],
} as const

/** A number from the normal curve, mean 0, spread 1 (Box–Muller). */
const normal = (chance: Chance) => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
const clip = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)))

interface Story {
  readonly days: number
  /** Pain: where it starts and settles, how much of a day's mood carries over, how rough. */
  readonly start: number
  readonly settles: number
  readonly carries: number
  readonly rough: number
  readonly weekend: number
  /** Factors: how much one day is like the last, a drift over the diary, a weekly beat. */
  readonly factorCarries: number
  readonly drift: number
  readonly beat: number
  /** How much yesterday's pain makes the person sit, sleep badly and worry more (or lift less) today. */
  readonly painLeads: number
  readonly missed: number
  /** Points of pain that a planted trigger adds the day after. */
  readonly planted?: { readonly factor: 'sleep' | 'stress' | 'sitting' | 'lifting'; readonly points: number }
}

/** A diary made by a story. A planted trigger acts where a real one would: the night before, or the day before. */
function diaryOf(story: Story, chance: Chance): DiaryDay[] {
  const days: DiaryDay[] = []
  let mood = 0
  let [sleepy, tense, seated, laden] = [0, 0, 0, 0]
  let added = 0
  let pain = story.start
  const on = (before: number) => story.factorCarries * before + Math.sqrt(1 - story.factorCarries ** 2) * normal(chance)
  for (let number = 20_000; number < 20_000 + story.days; number += 1) {
    const time = (number - 20_000) / story.days
    const weekend = number % 7 === 2 || number % 7 === 3 ? 1 : 0
    const lead = story.painLeads * (pain - 4)
    sleepy = on(sleepy)
    tense = on(tense)
    seated = on(seated)
    laden = on(laden)
    const course = story.settles + (story.start - story.settles) * Math.exp(-4 * time)
    mood = story.carries * mood + story.rough * normal(chance)
    const sleep = clip(1 + 0.9 * sleepy + lead - story.drift * time, 2)
    const stress = clip(1 + 0.9 * tense + lead - story.beat * weekend, 2)
    const sitting = clip(7 + 2 * seated + 2 * lead - 4 * story.beat * weekend + 2 * story.drift * time, 16)
    const lifting = clip(0.8 + 0.9 * laden - lead + story.drift * time, 2)
    const plan = story.planted
    const tonight = plan?.factor === 'sleep' && sleep === 2 ? plan.points : 0
    pain = clip(course + mood + added + tonight - story.weekend * weekend, 10)
    const many =
      (plan?.factor === 'stress' && stress === 2) ||
      (plan?.factor === 'sitting' && sitting >= 8) ||
      (plan?.factor === 'lifting' && lifting === 2)
    added = plan && many ? plan.points : 0
    if (chance() < story.missed) continue
    days.push({
      day: '2026-01-01',
      number,
      pain0to10: pain,
      worst0to10: pain,
      sleep: steps.sleep[sleep] as Sleep,
      stress: steps.stress[stress] as Stress,
      sittingHours: sitting,
      lifting: steps.lifting[lifting] as Lifting,
    })
  }
  return days
}

/** A person whose days have no trigger at all, and who may be recovering, moody, regular or forgetful. */
const ordinary = (chance: Chance, days: number): Story => ({
  days,
  start: 3 + 5 * chance(),
  settles: 1 + 3 * chance(),
  carries: 0.8 * chance(),
  rough: 0.5 + chance(),
  weekend: chance() < 0.3 ? chance() : 0,
  factorCarries: 0.7 * chance(),
  drift: chance() < 0.5 ? 2 * chance() : 0,
  beat: chance() < 0.5 ? chance() : 0,
  painLeads: chance() < 0.3 ? 0.3 * chance() : 0,
  missed: 0.25 * chance(),
})
const strong = (chance: Chance, factor: NonNullable<Story['planted']>['factor']): Story => ({
  ...ordinary(chance, 42),
  rough: 0.5 + 0.5 * chance(),
  settles: 2 + 2 * chance(),
  missed: 0,
  planted: { factor, points: 3 },
})

/** A person with no trigger, whose diary is as misleading as a real one can be. */
const hard = (chance: Chance): Story => ({
  ...ordinary(chance, 62),
  start: 5,
  settles: 5,
  carries: 0.6 + 0.3 * chance(),
  rough: 1.2 + chance(),
  factorCarries: 0.5,
  painLeads: 0.3,
  missed: 0,
})
const noiseOf = (days: readonly DiaryDay[], chance: Chance) =>
  new Map(days.map(({ number }) => [number, clip(1 + normal(chance), 2)]))

const linksOf = (days: readonly DiaryDay[], seed: number) => {
  const answer = triggers(days, seededRandom(seed))
  return answer.kind === 'looked' ? answer.links : []
}

describe('possible triggers', () => {
  test('are claimed in at most 5 % of the diaries in which there are none', () => {
    const chance = seededRandom(1)
    let claims = 0
    let judged = 0
    const persons = often(1000, 200)
    for (let person = 0; person < persons; person += 1) {
      const days = diaryOf(ordinary(chance, person % 4 === 0 ? 90 : 48), chance)
      const answer = triggers(days, seededRandom(person))
      if (answer.kind === 'looked') judged += 1
      if (answer.kind === 'looked' && answer.links.length > 0) claims += 1
    }
    expect(judged).toBeGreaterThan(persons * 0.8)
    expect(claims / judged).toBeLessThanOrEqual(0.05)
  })

  test('are claimed no more often when days are rough, pain carries over and leads the rest, and twelve things are noted', () => {
    const chance = seededRandom(4)
    const persons = often(500, 100)
    const claims = Array.from({ length: persons }, (_, person) => {
      const days = diaryOf(hard(chance), chance)
      const noise = Array.from({ length: 8 }, (): Map<number, number> => noiseOf(days, chance))
      const others = noise.map((amounts, index) => ({
        id: `other-${index}`,
        after: 'another thing',
        short: 'another thing',
        daysBefore: 1 as const,
        amountOn: ({ number }: DiaryDay) => amounts.get(number),
      }))
      const answer = triggers(days, seededRandom(person), [...diaryFactors, ...others])
      return answer.kind === 'looked' && answer.links.length > 0
    }).filter((claimed) => claimed).length
    // Looking again without sharing out the 5 % gives 0.05 here, no correction for twelve things more than 0.1.
    expect(claims / persons).toBeLessThanOrEqual(0.04)
  })

  test('that are strong are found by day 42 in at least 80 % of diaries, each of the four', () => {
    for (const factor of ['sleep', 'stress', 'sitting', 'lifting'] as const) {
      const chance = seededRandom(2)
      let found = 0
      for (let person = 0; person < 100; person += 1) {
        const links = linksOf(diaryOf(strong(chance, factor), chance), person)
        if (links.some((link) => link.factor === factor && link.points > 0)) found += 1
      }
      expect([factor, found >= 80]).toEqual([factor, true])
    }
  })
})

/** A steady diary in which heavy lifting is followed by 3 points more, for the borders. */
const planted = (count: number, points = 3): DiaryDay[] => {
  const chance = seededRandom(7)
  let before = 0
  return Array.from({ length: count }, (_, index): DiaryDay => {
    const lifting = chance() < 0.4 ? 2 : 0
    const pain = clip(4 + (before === 2 ? points : 0) + 0.4 * normal(chance), 10)
    before = lifting
    return {
      day: '2026-01-01',
      number: 20_000 + index,
      pain0to10: pain,
      worst0to10: pain,
      lifting: steps.lifting[lifting] as Lifting,
    }
  })
}

describe('the answer', () => {
  test('is none on thin data: one usable day short of the first look, however strong the link', () => {
    expect(triggers(planted(looks[0].days), seededRandom(1))).toMatchObject({
      kind: 'tooFewDays',
      daysNow: looks[0].days - 1,
      daysNeeded: looks[0].days,
    })
    expect(triggers(planted(looks[0].days + 1), seededRandom(1)).kind).toBe('looked')
  })

  test('counts only days that follow a noted day', () => {
    const everySecond = planted(90).filter(({ number }) => number % 2 === 0)
    expect(triggers(everySecond, seededRandom(1))).toMatchObject({ kind: 'tooFewDays', daysNow: 0 })
    expect(triggers([], seededRandom(1))).toMatchObject({ kind: 'tooFewDays', daysNow: 0 })
  })

  test('is none when the days were all alike', () => {
    const flat = planted(60).map((day) => ({ ...day, pain0to10: 4 }))
    const idle = planted(60).map((day) => ({ ...day, lifting: 'none' as const }))
    expect(triggers(flat, seededRandom(1)).kind).toBe('tooAlike')
    expect(triggers(idle, seededRandom(1)).kind).toBe('tooAlike')
  })

  test('leaves out a factor that was noted as more on fewer than 6 days', () => {
    const seldom = (most: number) => {
      let left = most
      return planted(42).map((day, index): DiaryDay => {
        const bad = index % 5 === 1 && left > 0
        if (bad) left -= 1
        return { ...day, sleep: bad ? 'bad' : 'good' }
      })
    }
    const few = triggers(seldom(leastDaysEachWay - 1), seededRandom(1))
    const enough = triggers(seldom(leastDaysEachWay), seededRandom(1))
    expect(few).toMatchObject({ lookedAt: ['lifting'], leftOut: ['sleep', 'stress', 'sitting'] })
    expect(enough).toMatchObject({ lookedAt: ['sleep', 'lifting'], leftOut: ['stress', 'sitting'] })
  })

  test('names the link, its size, its chance and the next look, and says that it is no cause', () => {
    const answer = triggers(planted(42), seededRandom(1))
    if (answer.kind !== 'looked') throw new Error(answer.kind)
    expect(answer.daysRead).toBe(40)
    expect(answer.nextLookAt).toBe(60)
    expect(answer.links).toHaveLength(1)
    expect(answer.links[0]).toMatchObject({ factor: 'lifting', points: 3 })
    expect(answer.links[0]?.words).toBe(
      'After a day with more lifting, your pain was about 3 points higher. Luck alone makes a link this strong in less than 1 in 100 diaries.',
    )
    expect(answer.caution).toBe('This shows what went together. It does not show what caused your pain.')
  })

  test('tells of pain that is lower, too', () => {
    expect(linksOf(planted(42, -3), 1)[0]?.words).toContain('points lower')
  })

  test('says nothing of a link under 1 point, however sure', () => {
    const small = planted(42).map((day, index, all) => ({
      ...day,
      pain0to10: 4 + (all[index - 1]?.lifting === 'heavy' ? 0.6 : 0) + 0.05 * Math.sin(index * 37),
    }))
    const answer = triggers(small, seededRandom(1))
    expect(answer).toMatchObject({ kind: 'looked', links: [] })
  })

  test('is the same for the same diary and seed, and does not change between two looks', () => {
    expect(triggers(planted(42), seededRandom(3))).toEqual(triggers(planted(42), seededRandom(3)))
    expect(triggers(planted(59), seededRandom(3))).toEqual(triggers(planted(42), seededRandom(3)))
  })

  test('links sleep to the pain of the day after the night, not to the day after that', () => {
    const [sleep, ...others] = diaryFactors
    expect(sleep).toMatchObject({ id: 'sleep', daysBefore: 0 })
    for (const { daysBefore } of others) expect(daysBefore).toBe(1)
  })
})

describe('a chance', () => {
  test('all looks of a diary share 5 in 100', () => {
    expect(looks.reduce((sum, { spends }) => sum + spends, 0)).toBeCloseTo(0.05, 12)
  })

  test.each([
    [0.0005, 'less than 1 in 100'],
    [0.0099, 'less than 1 in 100'],
    [0.01, 'about 1 in 100'],
    [0.011, 'about 2 in 100'],
    [0.05, 'about 5 in 100'],
  ])('of %s is %s: never rounded down', (chance, words) => {
    expect(inHundred(chance)).toBe(words)
  })

  test('is never nothing: shuffled days count the real ones among them', () => {
    for (const link of linksOf(planted(60), 1)) expect(link.chance).toBeGreaterThan(0)
  })
})

describe('the random diaries', () => {
  test('are no easy ones: plain correlation, looked up in a table, claims something in more than 15 % of them', () => {
    const chance = seededRandom(1)
    let claims = 0
    for (let person = 0; person < 300; person += 1) {
      const days = diaryOf(ordinary(chance, 48), chance)
      // 0.30 is what a table gives as "1 in 20" for 44 days and one factor.
      if (diaryFactors.some((factor) => Math.abs(plainCorrelation(days, factor)) > 0.3)) claims += 1
    }
    expect(claims / 300).toBeGreaterThan(0.15)
  })
})

/** What a less careful program would do. */
function plainCorrelation(days: readonly DiaryDay[], { amountOn }: (typeof diaryFactors)[number]): number {
  const pairs = days.slice(1).map((day, index): [number, number] => {
    const before = days[index]
    return [before ? (amountOn(before) ?? 0) : 0, day.pain0to10]
  })
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length
  const [x, y] = [mean(0), mean(1)]
  const sum = (of: (pair: [number, number]) => number) => pairs.reduce((total, pair) => total + of(pair), 0)
  const both = sum(([a, b]) => (a - x) * (b - y))
  return both / Math.sqrt(sum(([a]) => (a - x) ** 2) * sum(([, b]) => (b - y) ** 2) || 1)
}
