import fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { type Position, windOf } from '../../clinic/directory/distance.ts'
import { namesOn } from './town-names.ts'
import { type Pin, TownPlan } from './town-plan.tsx'
import { roads, thames } from './town-plan-data.ts'
import { isShown, pointOf, scaleOf, windowAround } from './town-window.ts'

const you = { latitude: 51.527, longitude: -0.06, label: 'Bethnal Green, E2' }
const monday = { flag: 'Mon 30', firstFree: 'Mon 30 17:40' }
const pins: readonly Pin[] = [
  { number: 1, name: 'Lantern Physio', latitude: 51.5305, longitude: -0.052, ...monday, href: '/clinics/lantern' },
  { number: 2, name: 'Millrace <Physio>', latitude: 51.524, longitude: -0.034 },
  { number: 3, name: 'Copperleaf', latitude: 51.525, longitude: -0.079 },
]
const draw = (some: readonly Pin[], here: typeof you | null = you, shape: 'wide' | 'tall' = 'wide') =>
  render(<TownPlan pins={some} you={here} shape={shape} />)
const listOf = (html: string) => [...html.matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, inside = '']) => inside)

describe('the plan', () => {
  test('says in its list what it shows: each number, who, how far and which way, in order', () => {
    expect(listOf(draw(pins))).toEqual([
      '<a href="/clinics/lantern">Lantern Physio</a>: 0.4 miles north-east, first free time Mon 30 17:40',
      'Millrace &lt;Physio>: 1.1 miles east',
      'Copperleaf: 0.8 miles west',
    ])
    expect(draw(pins)).toContain('<li value="3">')
    expect(listOf(draw(pins, null))[2]).toBe('Copperleaf')
    expect(listOf(draw([{ number: 1, name: 'Here', latitude: 51.527, longitude: -0.06 }]))).toEqual([
      'Here: right here',
    ])
  })

  test('draws a pin for each, with its number, and has a name for anyone who cannot see it', () => {
    const html = draw(pins)
    expect(html.match(/class="pin"/g)).toHaveLength(3)
    expect(html).toContain(
      '<title id="plan-title">Plan of the town near Bethnal Green, E2, with 3 pins. The list after it says the same.</title>',
    )
    expect(html).toContain('>you<')
    expect(draw(pins, null)).not.toContain('>you<')
  })

  test('shows people of one house as one pin, and each of them in the list', () => {
    const house = [1, 2, 3].map((number) => ({ number, name: `T${number}`, latitude: 51.53, longitude: -0.05 }))
    const html = draw(house)
    expect(html.match(/class="pin"/g)).toHaveLength(1)
    expect(html).toContain('>1+<')
    expect(listOf(html)).toHaveLength(3)
  })

  test('hangs a flag where it covers no other pin, and tells it in the list where there is no room', () => {
    const at = (number: number, east: number): Pin => ({
      number,
      name: `T${number}`,
      latitude: 51.53,
      longitude: -0.06 + east,
      flag: '17:40',
      firstFree: 'Today 17:40',
    })
    const flagged = (...some: readonly Pin[]) =>
      [...draw(some, null).matchAll(/class="flag" transform="translate\((-?\d+)/g)].map(([, side]) => side)
    expect(flagged(at(1, 0))).toEqual(['14'])
    // Drawn from the last to the first.
    expect(flagged(at(1, 0), at(2, 0.006))).toEqual(['14', '-68'])
    expect(flagged(at(1, 0), at(2, 0.005), at(3, -0.005))).toEqual(['-68', '14'])
    expect(listOf(draw([at(1, 0), at(2, 0.005), at(3, -0.005)])).every((line) => line.endsWith('17:40'))).toBe(true)
  })

  test('with nobody on it says so, and is still a plan', () => {
    expect(draw([], null)).toContain('Nobody to show on the plan.')
    expect(draw([], null)).toContain('class="river"')
  })

  test('needs no script, no style of its own and nobody else’s picture, and weighs little', () => {
    for (const shape of ['wide', 'tall'] as const) {
      const html = draw(pins, you, shape)
      expect(html).not.toMatch(/<script|style=|<image|https?:|url\(/)
      expect(html.length).toBeLessThan(20_000)
    }
  })
})

const position = fc.record({
  latitude: fc.double({ min: 51.28, max: 51.69, noNaN: true }),
  longitude: fc.double({ min: -0.51, max: 0.33, noNaN: true }),
})

describe('the window', () => {
  test('holds everybody who must be seen, wherever they are in London, with room at the edge', () => {
    fc.assert(
      fc.property(
        fc.array(position, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(
          ...([
            [340, 230],
            [480, 600],
          ] as const),
        ),
        (seen, [width, height]) => {
          const window = windowAround(seen, width, height)
          for (const each of seen) {
            const { x, y } = pointOf(window, each)
            expect(x).toBeGreaterThan(40)
            expect(x).toBeLessThan(width - 40)
            expect(y).toBeGreaterThan(34)
            expect(y).toBeLessThan(height - 10)
          }
          expect(scaleOf(window).length).toBeLessThanOrEqual(width / 3 + 60)
        },
      ),
    )
  })

  test('keeps north up and east right: what the list says is where the pin stands', () => {
    fc.assert(
      fc.property(position, position, (from, to) => {
        const window = windowAround([from, to], 400, 400)
        const [a, b] = [pointOf(window, from), pointOf(window, to)]
        const wind = windOf(from, to)
        if (Math.hypot(a.x - b.x, a.y - b.y) < 5) return
        if (wind.includes('north')) expect(b.y).toBeLessThan(a.y)
        if (wind.includes('south')) expect(b.y).toBeGreaterThan(a.y)
        if (wind.includes('east')) expect(b.x).toBeGreaterThan(a.x)
        if (wind.includes('west')) expect(b.x).toBeLessThan(a.x)
      }),
    )
  })

  test('round one alone is a neighbourhood; over the Highlands and London it is still a picture', () => {
    expect(scaleOf(windowAround([you], 340, 230)).words).toBe('a quarter of a mile')
    const far: readonly Position[] = [you, { latitude: 57.478, longitude: -4.225 }]
    const window = windowAround(far, 340, 230)
    expect(far.every((each) => isShown(window, pointOf(window, each)))).toBe(true)
    expect(scaleOf(window).words).toBe('100 miles')
    const html = draw([{ number: 1, name: 'Far', latitude: 57.478, longitude: -4.225 }])
    expect(html).toContain('444 miles north<')
    expect(html).not.toContain('road')
  })
})

test('no name lies on another, on what is taken, or over the edge, and none comes twice', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 6 }), (seen) => {
      const window = windowAround(seen, 340, 230)
      const taken = [{ left: 100, right: 200, top: 80, bottom: 140 }]
      const names = namesOn(window, taken)
      expect(new Set(names.map(({ words }) => words)).size).toBe(names.length)
      const boxes = [
        ...taken,
        ...names.map(({ x, y, words }) => ({
          left: x - words.length * 3.3,
          right: x + words.length * 3.3,
          top: y - 12,
          bottom: y,
        })),
      ]
      for (const [at, a] of boxes.entries()) {
        expect(a.left >= 0 && a.right <= 340 && a.top >= 0 && a.bottom <= 230).toBe(true)
        for (const b of boxes.slice(at + 1))
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
      }
    }),
  )
})

test('the river runs from west to east through London, without a leap', () => {
  expect(thames[0]?.[1]).toBeLessThan(-0.5)
  expect(thames.at(-1)?.[1]).toBeGreaterThan(0.3)
  for (const [at, [latitude, longitude]] of thames.slice(1).entries()) {
    const [before, west] = thames[at] ?? [0, 0]
    expect(Math.hypot(latitude - before, (longitude - west) * 0.62)).toBeLessThan(0.05)
  }
  expect(
    roads
      .flat()
      .every(([latitude, longitude]) => latitude > 51.2 && latitude < 51.8 && longitude > -0.6 && longitude < 0.4),
  ).toBe(true)
})
