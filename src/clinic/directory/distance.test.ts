import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceKm, distanceWords, milesOf, nearest, windOf } from './distance.ts'

const bethnalGreen = { latitude: 51.527, longitude: -0.06 }
const inverness = { latitude: 57.478, longitude: -4.225 }
const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe('distance', () => {
  test('is known for known ways: London to Edinburgh, a degree of the equator, round the date line', () => {
    expect(
      distanceKm({ latitude: 51.5074, longitude: -0.1278 }, { latitude: 55.9533, longitude: -3.1883 }),
    ).toBeCloseTo(534, 0)
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 })).toBeCloseTo(111.195, 2)
    expect(distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeCloseTo(111.195, 2)
  })

  test('is the same both ways, never negative, and none to oneself', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6)
        expect(distanceKm(a, b)).toBeGreaterThanOrEqual(0)
        expect(distanceKm(a, b)).toBeLessThan(20_016)
        expect(distanceKm(a, a)).toBe(0)
      }),
    )
  })

  test.each([
    [0, 'under 0.1 miles'],
    [0.16, 'under 0.1 miles'],
    [0.17, '0.1 miles'],
    [0.48, '0.3 miles'],
    [1.609344, '1 mile'],
    [3.2, '2 miles'],
    [16, '9.9 miles'],
    [16.1, '10 miles'],
    [704, '437 miles'],
    [16_093, '10,000 miles'],
  ])('%d km is said as %s', (km, words) => {
    expect(distanceWords(km)).toBe(words)
  })

  test('has a way: the nearest of eight winds', () => {
    const at = (north: number, east: number) => ({ latitude: 51.5 + north, longitude: -0.1 + east })
    const ways = [
      [1, 0],
      [1, 1.6],
      [0, 1],
      [-1, 1.6],
      [-1, 0],
      [-1, -1.6],
      [0, -1],
      [1, -1.6],
    ] as const
    expect(ways.map(([north, east]) => windOf(at(0, 0), at(north / 100, east / 100)))).toEqual([
      ...['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
    ])
    expect(windOf(bethnalGreen, bethnalGreen)).toBe('north')
    expect(windOf({ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 })).toBe('east')
  })
})

describe('who is near', () => {
  const clinics = [
    { name: 'far', latitude: 51.46, longitude: -0.114 },
    { name: 'near', latitude: 51.53, longitude: -0.055 },
  ]

  test('is told nearest first, inside the radius only', () => {
    const { found, grew, says } = nearest(clinics, bethnalGreen, 1)
    expect(found.map(({ item }) => item.name)).toEqual(['near'])
    expect([grew, says]).toEqual([false, null])
    expect(nearest(clinics, bethnalGreen, 10).found.map(({ item }) => item.name)).toEqual(['near', 'far'])
  })

  test('is told in the Highlands too: the radius grows and says so, with the distance', () => {
    const { found, grew, says, radiusMiles } = nearest(clinics, inverness, 5)
    expect(found).toHaveLength(2)
    expect(grew).toBe(true)
    expect(radiusMiles).toBe(13_000)
    expect(says).toBe('There is nobody within 5 miles. The nearest is 444 miles away.')
  })

  test('is somebody wherever there is anybody, from anywhere on Earth; the edge of the radius counts', () => {
    fc.assert(
      fc.property(position, fc.nat(50), (from, radius) => {
        const { found, radiusMiles } = nearest(clinics, from, radius)
        expect(found.length).toBeGreaterThan(0)
        for (const { km } of found) expect(milesOf(km)).toBeLessThanOrEqual(radiusMiles)
      }),
    )
    const [far] = nearest(clinics.slice(0, 1), bethnalGreen, 0).found
    expect(nearest(clinics.slice(0, 1), bethnalGreen, milesOf(far?.km ?? 0)).grew).toBe(false)
  })

  test('with nobody listed says so', () => {
    expect(nearest([], bethnalGreen, 5)).toMatchObject({ found: [], says: 'Nobody is listed yet.' })
  })
})
