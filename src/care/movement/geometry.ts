/**
 * The small amount of geometry the rig needs. Angles are degrees, counted from +u towards +v.
 * Pure.
 */

export type Point = readonly [u: number, v: number, w: number]

const radians = (angle: number) => (angle * Math.PI) / 180
/** Radians into degrees. */
export const degrees = (angle: number) => (angle * 180) / Math.PI
/** The cosine of an angle in degrees. */
export const cos = (angle: number) => Math.cos(radians(angle))
/** The sine of an angle in degrees. */
export const sin = (angle: number) => Math.sin(radians(angle))
/** Into −180 (not included) to 180. */
export const wrap = (angle: number) => angle - 360 * Math.ceil((angle - 180) / 360)
/** The number this part of the way from `a` to `b`; `part` from 0 to 1. */
export const lerp = (a: number, b: number, part: number) => a + (b - a) * part
/** The sum of two vectors. */
export const plus = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
/** From `b` to `a`. */
export const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
/** A vector made so many times as long. */
export const scale = (a: Point, by: number): Point => [a[0] * by, a[1] * by, a[2] * by]
const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
/** The length of a vector. */
export const size = (a: Point) => Math.hypot(...a)
/** The point this part of the way from `a` to `b`; `part` from 0 to 1. */
export const mixPoint = (a: Point, b: Point, part: number): Point => plus(a, scale(minus(b, a), part))
/** The direction of an angle in the plane of the picture, of length 1. */
export const heading3 = (angle: number): Point => [cos(angle), sin(angle), 0]
/** The point so far from here in this direction, in the plane of the picture. */
export const ahead = (from: Point, angle: number, by: number): Point => plus(from, scale(heading3(angle), by))
/** The direction from one point to another in the plane of the picture. */
export const bearing = (a: Point, b: Point) => degrees(Math.atan2(b[1] - a[1], b[0] - a[0]))
/** The angle at `b` between `a` and `c`, 0 to 180. */
export const corner = (a: Point, b: Point, c: Point) => {
  const [x, y] = [minus(a, b), minus(c, b)]
  return degrees(Math.acos(Math.min(1, Math.max(-1, dot(x, y) / (size(x) * size(y))))))
}

/** Two bones from `start` to `reach.end`, bent towards `reach.pole`. A target out of reach is met as nearly as can be. */
export function twoBones(
  start: Point,
  reach: { readonly end: Point; readonly pole: Point },
  first: number,
  second: number,
) {
  const line = minus(reach.end, start)
  const distance = Math.min(Math.max(size(line), Math.abs(first - second) + 0.01), first + second)
  const unit = scale(line, 1 / (size(line) || 1))
  const along = (first ** 2 - second ** 2 + distance ** 2) / (2 * distance)
  const aside = Math.sqrt(Math.max(0, first ** 2 - along ** 2))
  const flat = minus(reach.pole, scale(unit, dot(reach.pole, unit)))
  const bend: Point = size(flat) < 1e-9 ? [0, 0, 0] : scale(flat, 1 / size(flat))
  return {
    middle: plus(start, plus(scale(unit, along), scale(bend, aside))),
    end: plus(start, scale(unit, distance)),
  }
}
