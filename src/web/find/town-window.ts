/**
 * Which part of the town a plan shows, and where on it a position falls.
 * Pure. The window is chosen from what must be seen: everybody’s pin and you, with room round them.
 */
import { distanceKm, type Position } from '../../clinic/directory/distance.ts'

/** A part of the Earth on a sheet of `width` by `height` units. */
export interface TownWindow {
  readonly width: number
  readonly height: number
  /** Units to a kilometre. */
  readonly unitsPerKm: number
  readonly middle: Position
}

/** A point of the sheet. */
export interface Point {
  readonly x: number
  readonly y: number
}

const kmPerDegree = 111.195
/** The least that a window shows across, so that one pin alone stands in a neighbourhood. */
const leastKm = 2.4
/** Part of the sheet that stays free at each edge, for pins are taller than their foot and flags are wide. */
const margin = 0.16

const eastKm = (middle: Position) => kmPerDegree * Math.cos((middle.latitude * Math.PI) / 180)

/** The window that shows all these positions. Over the middle of London when there are none. */
export function windowAround(seen: readonly Position[], width: number, height: number): TownWindow {
  const [first = { latitude: 51.509, longitude: -0.118 }, ...others] = seen
  const edges = others.reduce(
    ([south, north, west, east], { latitude, longitude }) =>
      [
        Math.min(south, latitude),
        Math.max(north, latitude),
        Math.min(west, longitude),
        Math.max(east, longitude),
      ] as const,
    [first.latitude, first.latitude, first.longitude, first.longitude] as const,
  )
  const [south, north, west, east] = edges
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 }
  const free = 1 - 2 * margin
  const across = (width * free) / Math.max(leastKm * free, (east - west) * eastKm(middle))
  const up = (height * free) / Math.max(leastKm * free * (height / width), (north - south) * kmPerDegree)
  return { width, height, unitsPerKm: Math.min(across, up), middle }
}

/** Where a position falls on the sheet; outside of it for what the window does not show. To a tenth of a unit. */
export function pointOf({ width, height, unitsPerKm, middle }: TownWindow, { latitude, longitude }: Position): Point {
  const x = width / 2 + (longitude - middle.longitude) * eastKm(middle) * unitsPerKm
  const y = height / 2 - (latitude - middle.latitude) * kmPerDegree * unitsPerKm
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
}

/** Does the sheet show this point, or is it at most so far beside it? */
export const isShown = ({ width, height }: TownWindow, { x, y }: Point, beside = 0): boolean =>
  x >= -beside && y >= -beside && x <= width + beside && y <= height + beside

const kmPerMile = 1.609344
const scales: readonly (readonly [miles: number, words: string])[] = [
  ...([
    [0.25, 'a quarter of a mile'],
    [0.5, 'half a mile'],
    [1, '1 mile'],
    [2, '2 miles'],
    [5, '5 miles'],
  ] as const),
  ...([
    [10, '10 miles'],
    [25, '25 miles'],
    [50, '50 miles'],
    [100, '100 miles'],
    [500, '500 miles'],
  ] as const),
]

/** The bar of the scale: the longest round distance that takes at most a third of the sheet. */
export function scaleOf({ width, unitsPerKm }: TownWindow): { readonly length: number; readonly words: string } {
  const lengthOf = (miles: number) => Math.round(miles * kmPerMile * unitsPerKm * 10) / 10
  const [miles, words] = scales.findLast(([each]) => lengthOf(each) <= width / 3) ?? [0.25, 'a quarter of a mile']
  return { length: lengthOf(miles), words }
}

/** Kilometres that the sheet shows from side to side. */
export const kmAcross = ({ width, unitsPerKm }: TownWindow): number => width / unitsPerKm

/** The middle of an outline. */
export function middleOf(outline: readonly (readonly [number, number])[]): Position {
  const sum = outline.reduce(([a, b], [c, d]) => [a + c, b + d] as const, [0, 0] as const)
  return { latitude: sum[0] / outline.length, longitude: sum[1] / outline.length }
}

/** Nearest first. */
export const nearestFirst = <Item extends Position>(items: readonly Item[], to: Position): readonly Item[] =>
  items.toSorted((a, b) => distanceKm(to, a) - distanceKm(to, b))
