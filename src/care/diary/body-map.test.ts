import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { silhouette, smoothPath } from './body-outline.ts'
import {
  inBothLegs,
  isRegionId,
  mapSize,
  type Point,
  type Region,
  reachDown,
  regionAt,
  regionOf,
  regions,
  touchSlack,
} from './body-map.ts'

const areaOf = (outline: readonly Point[]) =>
  Math.abs(
    outline.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = outline[(index + 1) % outline.length] ?? [x, y]
      return sum + (x * nextY - nextX * y) / 2
    }, 0),
  )
const centre = ({ outline }: Region): Point => [
  outline.reduce((sum, [x]) => sum + x, 0) / outline.length,
  outline.reduce((sum, [, y]) => sum + y, 0) / outline.length,
]
const sampled = fc.record({
  view: fc.constantFrom('back', 'front'),
  x: fc.double({ min: 0, max: mapSize.width, noNaN: true }),
  y: fc.double({ min: 0, max: mapSize.height, noNaN: true }),
} as const)

describe('the body map', () => {
  test('has at least 12 places on the back, with a left for every right, and both legs', () => {
    const back = regions.filter(({ view, part }) => view === 'back' && part === 'back')
    expect(back.length).toBeGreaterThanOrEqual(12)
    for (const { id, side } of regions)
      if (side !== 'middle') expect(isRegionId(id.replace(side, side === 'left' ? 'right' : 'left'))).toBe(true)
    for (const side of ['left', 'right'] as const)
      expect(new Set(regions.filter((one) => one.side === side).map(({ legReach }) => legReach))).toEqual(
        new Set([0, 1, 2, 3, 4]),
      )
  })

  test('names every place differently', () => {
    expect(new Set(regions.map(({ name }) => name)).size).toBe(regions.length)
    expect(new Set(regions.map(({ id }) => id)).size).toBe(regions.length)
  })

  test('keeps every outline inside the picture, with room for a touch', () => {
    for (const [x, y] of [...regions.flatMap(({ outline }) => outline), ...silhouette]) {
      expect(x >= touchSlack && x <= mapSize.width - touchSlack).toBe(true)
      expect(y >= 6 && y <= mapSize.height - touchSlack).toBe(true)
    }
  })

  test('draws a person whose two halves match, and whose trunk and legs are all covered by places', () => {
    for (const [x, y] of silhouette)
      expect(silhouette.some(([ox, oy]) => Math.abs(ox - (mapSize.width - x)) < 1e-9 && oy === y)).toBe(true)
    // Inside the line from the shoulders down, arms aside, there is no spot that belongs to no place.
    for (const view of ['back', 'front'] as const)
      for (let y = 100; y < 466; y += 3)
        for (let x = 64; x <= 136; x += 1.5)
          if (within(silhouette, [x, y])) expect([view, x, y, covered(view, [x, y])]).toEqual([view, x, y, true])
    expect(smoothPath(silhouette)).toMatch(/^M100 6\.4C[-\d. C]+Z$/)
  })

  test('is the same on both sides', () => {
    for (const { id, side, outline } of regions) {
      if (side !== 'left') continue
      const other = regionOf(id.replace('left', 'right') as Region['id'])
      expect(areaOf(other.outline)).toBeCloseTo(areaOf(outline), 9)
      expect(centre(other)[0]).toBeCloseTo(mapSize.width - centre({ outline } as Region)[0], 9)
    }
  })

  test('puts the left of the person on the left of the back view and on the right of the front view', () => {
    for (const region of regions)
      if (region.side !== 'middle')
        expect([region.id, centre(region)[0] < 100]).toEqual([
          region.id,
          (region.view === 'back') === (region.side === 'left'),
        ])
  })

  test('finds each place where it is drawn', () => {
    for (const region of regions) expect(regionAt(region.view, centre(region))).toBe(region.id)
  })

  test('has no overlap: the places of a view together are as large as what a touch finds', () => {
    for (const view of ['back', 'front'] as const) {
      const summed = regions.filter((one) => one.view === view).reduce((sum, { outline }) => sum + areaOf(outline), 0)
      // Shoelace area of the union, counted on a fine grid of points strictly inside some place.
      const step = often(2, 4)
      let hit = 0
      for (let x = 0.21; x < mapSize.width; x += step)
        for (let y = 0.23; y < mapSize.height; y += step) if (covered(view, [x, y])) hit += step * step
      expect(Math.abs(hit - summed) / summed).toBeLessThan(0.02)
    }
  })

  test('a touch close beside the body counts for the nearest place, one further off for none', () => {
    const left = Math.min(...regionOf('kneeBack-left').outline.map(([x]) => x))
    expect(regionAt('back', [left - touchSlack + 1, 348])).toBe('kneeBack-left')
    expect(regionAt('back', [left - touchSlack - 1, 348])).toBeNull()
    expect(regionAt('back', [5, 300])).toBeNull()
    expect(regionAt('front', [100, 470])).toBeNull()
  })

  test('a touch anywhere gives a place of that view, or none', () => {
    fc.assert(
      fc.property(sampled, ({ view, x, y }) => {
        const id = regionAt(view, [x, y])
        return id === null || regionOf(id).view === view
      }),
    )
  })

  test('a mirrored touch gives the same place on the other side', () => {
    fc.assert(
      fc.property(sampled, ({ view, x, y }) => {
        const one = regionAt(view, [x, y])
        const other = regionAt(view, [mapSize.width - x, y])
        if (one === null || other === null) return one === other
        return other === one.replace(/left|right/, (side) => (side === 'left' ? 'right' : 'left')) || onEdge(view, x, y)
      }),
    )
  })

  test('knows how far down a leg the pain goes, each leg by itself', () => {
    expect(reachDown([], 'left')).toBe(0)
    expect(reachDown(['buttock-left', 'buttock-right'], 'left')).toBe(0)
    expect(reachDown(['thighBack-left', 'calf-left'], 'left')).toBe(3)
    expect(reachDown(['thighBack-left', 'calf-left'], 'right')).toBe(0)
    expect(reachDown(['footTop-right'], 'right')).toBe(4)
  })

  test('both buttocks are not both legs; a thigh and the other shin are', () => {
    expect(inBothLegs(['buttock-left', 'buttock-right'])).toBe(false)
    expect(inBothLegs(['thighBack-left', 'calf-left'])).toBe(false)
    expect(inBothLegs(['thighBack-left', 'shin-right'])).toBe(true)
  })
})

/** Inside any outline, by winding: a second way to ask, so that the map does not vouch for itself. */
const covered = (view: 'back' | 'front', point: Point): boolean =>
  regions.some(({ view: own, outline }) => own === view && within(outline, point))

function within(outline: readonly Point[], [x, y]: Point): boolean {
  const turned = outline.reduce((sum, [ax, ay], index) => {
    const [bx, by] = outline[(index + 1) % outline.length] ?? [ax, ay]
    const turn = Math.atan2(by - y, bx - x) - Math.atan2(ay - y, ax - x)
    return sum + Math.atan2(Math.sin(turn), Math.cos(turn))
  }, 0)
  return Math.abs(turned) > Math.PI
}

/** Within a hair of a border either side may answer, and so may the nearest of two. */
const onEdge = (view: 'back' | 'front', x: number, y: number): boolean => {
  const near = [-1e-6, 1e-6].flatMap((dx) => [-1e-6, 1e-6].map((dy) => regionAt(view, [x + dx, y + dy])))
  return new Set(near).size > 1 || Math.abs(x - 100) < 1e-6 || !covered(view, [x, y])
}
