import { describe, expect, test } from 'vitest'
import { type Chance, chanceFrom } from './chance.ts'
import type { DiaryDay, Lifting, Sleep, Stress } from './entry.ts'
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

const linksOf = (days: readonly DiaryDay[], seed: number) => {
  const answer = triggers(days, chanceFrom(seed))
  return answer.kind === 'looked' ? answer.links : []
}

describe('possible triggers', () => {
  test('are claimed in at most 5 % of 1,000 diaries in which there are none', () => {
    const chance = chanceFrom(1)
    let claims = 0
    let judged = 0
    for (let person = 0; person < 1000; person += 1) {
      const days = diaryOf(ordinary(chance, person % 4 === 0 ? 90 : 48), chance)
      const answer = triggers(days, chanceFrom(person))
      if (answer.kind === 'looked') judged += 1
      if (answer.kind === 'looked' && answer.links.length > 0) claims += 1
    }
    console.info({ claims, judged })
    expect(judged).toBeGreaterThan(800)
    expect(claims / judged).toBeLessThanOrEqual(0.05)
  })

  test('that are strong are found by day 42 in at least 80 % of diaries, each of the four', () => {
    for (const factor of ['sleep', 'stress', 'sitting', 'lifting'] as const) {
      const chance = chanceFrom(2)
      let found = 0
      for (let person = 0; person < 100; person += 1) {
        const links = linksOf(diaryOf(strong(chance, factor), chance), person)
        if (links.some((link) => link.factor === factor && link.points > 0)) found += 1
      }
      console.info(factor, found)
      expect([factor, found >= 80]).toEqual([factor, true])
    }
  })
})
