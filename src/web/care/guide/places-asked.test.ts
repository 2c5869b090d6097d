/** Who types a place into the guide's search is led to the directory with that place; who types a word about backs is not. */
import { expect, test } from 'vitest'
import { findPlace } from '../../../clinic/directory/places.ts'
import { areaRows, stationRows } from '../../../clinic/town/london-places.ts'
import { districtRows } from '../../../clinic/town/postcode-districts.ts'
import { movements } from '../../../care/movement/movements.ts'
import { searchDocuments } from '../../../care/guide/search/search-documents.ts'
import { placesAsked } from './places-asked.ts'

test.each([
  ['physio in Camden', 'Camden, NW1'],
  ['Camden physio', 'Camden, NW1'],
  ['best physiotherapist near Camden Town', 'Camden, NW1'],
  ['massage near Brixton', 'Brixton, SW9'],
  ['sports massage around BRIXTON, London', 'Brixton, SW9'],
  ['SE1', 'SE1'],
  ['se1 7eh', 'SE1'],
  ['SW1A 1AA', 'SW1A'],
  ['osteopath SE17EH', 'SE1'],
  ['Brixton', 'Brixton, SW9'],
  ['who can see me in Hackney?', 'Hackney, E8'],
  ['kings cross physio', 'King’s Cross, N1C'],
  ['physio near Angel station', 'Angel station, N1'],
  ['physio in Camdn', 'Camden, NW1'],
  ['physio in Brxiton', 'Brixton, SW9'],
  ['physio in Beth', 'Bethnal Green, E2'],
  ['a bad back and I want a physio in Hackney', 'Hackney, E8'],
])('“%s” is %s', (typed, place) => {
  expect(placesAsked(typed).places).toContain(place)
})

test('whoever looks for somebody near, and names no place, is led to the search all the same', () => {
  expect(placesAsked('physio near me').nearMe).toBe(true)
  expect(placesAsked('nearest osteopath').nearMe).toBe(true)
  for (const typed of ['physio', 'near me', 'what does a physio do', 'physio for sciatica near'])
    expect([typed, placesAsked(typed).nearMe]).toEqual([typed, false])
})

test.each([
  ...['ice', 'heat', 'sleep', 'massage', 'massage in pregnancy', 'pain in my hip', 'L5 S1', 'C5', 'physio for my neck'],
  ...['heath', 'barnt', 'beth', 'stretching at work', 'sitting by a desk', '', '?!', 'constructor', 'M1 motorway'],
])('“%s” is no place', (typed) => {
  expect(placesAsked(typed).places).toEqual([])
})

test('no name in the guide is taken for a place', () => {
  const names = [...searchDocuments().map(({ title }) => title), ...Object.values(movements).map(({ title }) => title)]
  expect(names.length).toBeGreaterThan(200)
  expect(names.filter((name) => placesAsked(name).places.length > 0)).toEqual([])
})

test('every place of the lists is found by its own name, and the directory’s search knows what it is given', () => {
  const typed = [
    ...areaRows.map(([name, , , outward]) => [name, `${name}, ${outward}`] as const),
    ...stationRows.map(([name, , , outward]) => [`${name} station`, `${name} station, ${outward}`] as const),
    ...districtRows.map(([outward]) => [outward, outward] as const),
  ]
  expect(typed.length).toBeGreaterThan(400)
  expect(typed.filter(([name, place]) => !placesAsked(`physio in ${name}`).places.includes(place))).toEqual([])
  expect(typed.filter(([, place]) => !findPlace(place).ok)).toEqual([])
})

test('of a long text no more is read than its first 200 letters, and at most three places are offered', () => {
  expect(placesAsked(`physio in ${'Camden '.repeat(20_000)}`).places.length).toBeLessThanOrEqual(3)
  expect(placesAsked('physio in West').places.length).toBe(3)
  expect(placesAsked(`${' '.repeat(170)}physio in Camden`).places.length).toBeGreaterThan(0)
  expect(placesAsked(`${' '.repeat(200)}physio in Camden`)).toEqual({ isSurely: false, places: [], nearMe: false })
})
