/**
 * How long the check is, counted from the pages as served: words in sight, taps, screens and the time of somebody who
 * reads every word at 220 words a minute and needs 1.5 seconds a tap. The figures below are what was reached: a longer
 * check fails here, so that whoever adds a sentence takes another away, or says why not.
 */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { questionById } from '../../../care/check/questions/all.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import { createCareApp } from '../app.tsx'
import { checkMinutes } from '../../../care/check/check-minutes.ts'
import { type SeenCheck, secondsFor, type Told, treeOf, walkAndCount, wordsInSight } from './check-length.fixtures.ts'

const app = createCareApp({
  kind: 'server',
  notebook: null,
  now: () => asEpochMs(1_800_000_000_000),
  newId: () => crypto.randomUUID(),
  assets: { css: '/assets/site.css', islands: {} },
  buildId: 'test',
})

/** A plain strain this morning. */
const strain: Told = {
  who: 'me',
  age: '35',
  sex: 'male',
  place: 'lowBack',
  centre: 'beside',
  startHow: 'sudden',
  startAfter: 'strain',
  duration: 'days0',
  history: 'same',
  painNow: '5',
  stand10: 'can',
  changes: 'moves',
  trend: 'same',
  walk: 'can',
  I5: 'yes',
}

/** Six kinds of person, and the most that each may be shown and asked. */
const people: readonly {
  readonly who: string
  readonly told: Told
  readonly ends: string
  readonly most: { readonly words: number; readonly taps: number; readonly screens: number }
}[] = [
  {
    who: 'man of 35, plain strain',
    told: strain,
    ends: 'You can start this at home',
    most: { words: 1135, taps: 28, screens: 9 },
  },
  {
    who: 'woman of 35, plain strain',
    told: { ...strain, sex: 'female' },
    ends: 'You can start this at home',
    most: { words: 1168, taps: 30, screens: 9 },
  },
  {
    who: 'woman of 62, a few days',
    told: { ...strain, sex: 'female', age: '62', duration: 'days', 'amount.duration': '4', sinceDay1: 'bitBetter' },
    ends: 'You can start this at home',
    most: { words: 1195, taps: 31, screens: 9 },
  },
  {
    who: 'man of 73, blood thinner',
    told: { ...strain, age: '73', startHow: 'gradual', startAfter: 'activity', trend: 'better', I1: 'yes' },
    ends: 'You can start this at home',
    most: { words: 1222, taps: 31, screens: 10 },
  },
  {
    who: 'woman of 29, 10 weeks pregnant',
    told: { ...strain, sex: 'female', age: '29', pregnancy: 'pregnant', weeks: '10' },
    ends: 'You can start this at home',
    most: { words: 1268, taps: 34, screens: 10 },
  },
  {
    who: 'woman of 41, one leg tingles',
    told: {
      ...strain,
      sex: 'female',
      age: '41',
      A8: 'yes',
      'A8.trend': 'same',
      'A8.when': 'new',
      duration: 'weeks',
      'amount.duration': '1',
      sinceDay1: 'bitBetter',
    },
    ends: 'Book to be seen',
    // Cramp of the calf is asked beside it: leg arteries are for a GP.
    most: { words: 1246, taps: 36, screens: 9 },
  },
]

const walks = Promise.all(people.map(({ told }) => walkAndCount(app, told)))
const emergencyScreens = (seen: SeenCheck) => {
  const first = seen.screens.slice(0, 2)
  const words = first.reduce((sum, screen) => sum + screen.words, 0)
  const taps = first.reduce((sum, screen) => sum + screen.taps, 0)
  return secondsFor({ words, taps })
}

describe('the length of the check', () => {
  test.each(people.map((person, index) => [person.who, person, index] as const))(
    '%s sees no more than was reached',
    async (_, { most, ends }, index) => {
      const seen = (await walks)[index]
      expect(seen?.result).toBe(ends)
      expect(seen?.words).toBeLessThanOrEqual(most.words)
      expect(seen?.taps).toBeLessThanOrEqual(most.taps)
      expect(seen?.screens.length).toBeLessThanOrEqual(most.screens)
    },
  )

  test('the danger screens that everybody sees first take at most 90 seconds', async () => {
    const [man] = await walks
    if (!man) throw new Error('nobody walked')
    expect(emergencyScreens(man)).toBeLessThanOrEqual(90)
  })

  const warnings = [
    ['a small patch of numbness counts', 0, 'A small patch counts.'],
    ['standing on heels and tiptoes tells a weak leg', 0, "can't stand on heels or tiptoes"],
    ['a fever can be hidden', 5, 'Paracetamol, ibuprofen, steroids or age can hide it.'],
    ['cold and unwell is as bad as hot', 5, 'Below 36 °C and unwell counts.'],
  ] as const
  test.each(warnings)('%s: that is said in sight, on the usual path, whoever it is for', async (_, place, words) => {
    const man = (await walks)[0]
    const forAnother = await walkAndCount(app, strain, { forSomeoneElse: true })
    for (const seen of [man, forAnother]) expect(seen?.screens[place]?.text).toContain(words)
  })

  test('what items of a list begin with is said once above them, and a screen reader is told it with each', async () => {
    const [man] = await walks
    const health = man?.screens.find(({ title }) => title === 'Any of these, now or ever?')
    expect(health?.text).toContain('Last 3 months Blood or heart valve infection Pee or other bacterial infection')
    expect(health?.text.match(/infection/g)?.length).toBe(2)
    const source = questionById.get('infRisk')
    const whole = source?.kind === 'ticks' ? source.options.filter(({ shares }) => shares) : []
    expect(whole.map(({ value }) => value)).toEqual(['blood', 'infection', 'operation'])
    for (const { text, shares } of whole) expect(text.toLowerCase()).toContain(shares?.heading.toLowerCase())
  })

  test('help to find the answer is one tap away where the screen shows a list', async () => {
    const first = await (await app.request('/check')).text()
    expect(first).toMatch(/<details.*Wipe with tissue on the left, then the right.*<\/details>/s)
    expect(first).toMatch(/<details.*Two sore buttocks alone do not count.*<\/details>/s)
  })

  test('the front page and the readme promise what was measured, and no less', async () => {
    const seconds = (await walks).map((seen) => seen.seconds)
    const named = ['seven', 'eight', 'nine', 'ten']
    expect(checkMinutes).toBe(`${named[Math.ceil(Math.max(...seconds) / 60) - 7]} minutes`)
    const front = await (await app.request('/')).text()
    expect(front).toContain(`takes up to ${checkMinutes}`)
    expect(front).toContain('Danger signs come first, in under two minutes')
    for (const seen of await walks) expect(emergencyScreens(seen)).toBeLessThan(120)
    const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8')
    const [, least, most, fewestTaps, mostTaps] =
      /\((\d,\d00) to (\d,\d00) words, (\d0) to (\d0) taps\)/
        .exec(readme)
        ?.map((text) => Number(text.replace(',', ''))) ?? []
    for (const { words: seen, taps } of await walks) {
      expect(seen).toBeGreaterThan(least ?? Number.NaN)
      expect(seen).toBeLessThan(most ?? Number.NaN)
      expect(taps).toBeGreaterThanOrEqual(fewestTaps ?? Number.NaN)
      expect(taps).toBeLessThanOrEqual(mostTaps ?? Number.NaN)
    }
  })

  test('no page promises another time', () => {
    const root = new URL('../../../', import.meta.url)
    const sources = globSync(['web/**/*.tsx', 'offline/**/*.tsx', 'care/**/*.ts'], { cwd: root }).filter(
      (path) => !path.includes('.test.'),
    )
    expect(sources.length).toBeGreaterThan(80)
    const promises =
      /check(?:[^.]*\.|<\/a>:|[^.<]* first<\/a>:) It takes (?:about|up to|a few) (?!\$?\{checkMinutes\})/i
    expect(sources.filter((path) => promises.test(readFileSync(new URL(path, root), 'utf8')))).toEqual([])
    expect(promises.test('Do the check first. It takes about two minutes.')).toBe(true)
    expect(promises.test('<a href={frame.checkHref}>do the check first</a>: it takes a few minutes.')).toBe(true)
  })

  test('the table', async () => {
    const lines = (await walks).flatMap((seen, index) => [
      `${(people[index]?.who ?? '').padEnd(32)} ${seen.words} words, ${seen.taps} taps, ${seen.screens.length} screens, ${Math.round(seen.seconds)} s; danger screens ${Math.round(emergencyScreens(seen))} s`,
      ...(index === 0 ? seen.screens.map(({ title, words, taps }) => `  ${title}: ${words} words, ${taps} taps`) : []),
    ])
    console.info(lines.join('\n'))
    expect(lines.length).toBeGreaterThan(people.length)
  })
})

describe('counting', () => {
  const words = (html: string, chosen?: ReadonlyMap<string, readonly string[]>) =>
    wordsInSight(treeOf(html), chosen).join(' ')

  test('takes what is in sight: no closed details, no words for screen readers, no follow-up that is shut', () => {
    expect(words('<p>One <b>two</b></p><details><summary>Why</summary><div>long</div></details>')).toBe('One two Why')
    expect(words('<details open><summary>Why</summary><p>long</p></details>')).toBe('Why long')
    expect(words('<span class="unseen">three</span><p hidden>four</p><p>– · five</p>')).toBe('five')
    const follow = '<div class="item"><input name="q" value="yes" class="o1"/><div class="under u1">When</div></div>'
    expect(words(follow)).toBe('')
    expect(words(follow, new Map([['q', ['yes']]]))).toBe('When')
  })

  test('a minute is 220 words, or 40 taps', () => {
    expect(secondsFor({ words: 220, taps: 0 })).toBe(60)
    expect(secondsFor({ words: 0, taps: 40 })).toBe(60)
  })
})
