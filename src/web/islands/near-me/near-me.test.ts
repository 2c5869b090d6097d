import { describe, expect, test } from 'vitest'
import { districtRows } from '../../../clinic/town/postcode-districts.ts'
import { nearest, nearMe } from './near-me.ts'

const e2 = { latitude: 51.5291, longitude: -0.0612, accuracy: 40 }
const asked: string[] = []
const list = (async (address: string) => {
  asked.push(String(address))
  return Response.json(districtRows)
}) as typeof fetch
/** A device that answers so. */
const device = (answer: Partial<typeof e2> | number): Pick<Geolocation, 'getCurrentPosition'> => ({
  getCurrentPosition: (found, failed) => {
    if (typeof answer === 'number') failed?.({ code: answer } as GeolocationPositionError)
    else found({ coords: { ...e2, ...answer } } as GeolocationPosition)
  },
})

test('whoever is in Bethnal Green is near E2, and only that is told', async () => {
  asked.length = 0
  const answer = await nearMe(device({}), '/find/districts.json', list)
  expect(answer).toEqual({
    outward: 'E2',
    says: 'You seem to be near Bethnal Green, E2. Press Search, or type another place.',
  })
  expect(asked).toEqual(['/find/districts.json'])
})

test('the middle of every district is near itself, or near one whose middle is the same to a kilometre', () => {
  for (const [outward, latitude, longitude] of districtRows) {
    const found = districtRows.find(([name]) => name === nearest(districtRows, { latitude, longitude }).outward)
    expect(found, outward).toBeDefined()
    const [, north = 0, east = 0] = found ?? []
    expect(Math.hypot((north - latitude) * 111.2, (east - longitude) * 69.2), outward).toBeLessThan(1.6)
  }
})

describe('the end of the list', () => {
  const only = [['E2', 51.53, -0.06, 'Bethnal Green']] as const
  test.each([
    [51.6, 'E2'],
    [51.61, undefined],
  ])('at %s degrees north is said', (latitude, outward) => {
    const answer = nearest(only, { latitude, longitude: -0.06 })
    expect(answer.outward).toBe(outward)
    expect(answer.says.includes('outside London')).toBe(outward === undefined)
  })
  test.each([
    ['Leicester', 52.636, -1.139],
    ['the sea', 0, 0],
    ['New York', 40.7, -74],
  ])('%s is outside it', (_where, latitude, longitude) => {
    expect(nearest(districtRows, { latitude, longitude }).outward).toBeUndefined()
  })
})

test.each([
  [1, 'did not allow it'],
  [2, 'could not tell where it is'],
  [3, 'could not tell where it is'],
])('a device that refuses (%s) is said plainly, and what to do instead', async (code, words) => {
  const answer = await nearMe(device(code), '/x', list)
  expect(answer.outward).toBeUndefined()
  expect(answer.says).toContain(words)
  expect(answer.says).toContain('Type a place or postcode instead.')
})

test.each([
  [5000, 'E2'],
  [5001, undefined],
])('a position that may be %s metres off', async (accuracy, outward) => {
  expect((await nearMe(device({ accuracy }), '/x', list)).outward).toBe(outward)
})

test('a list that does not come, or is none, is said', async () => {
  const broken = [async () => Response.error(), async () => Response.json({}), () => Promise.reject(new Error('x'))]
  for (const get of broken as readonly (typeof fetch)[])
    expect((await nearMe(device({}), '/x', get)).says).toContain('could not get the list')
})
