/**
 * The outline of a person as one smooth line: head, arms, trunk, legs and feet, the same from behind and from the front.
 * The places of body-map.ts reach a little past it, so whoever draws them cuts them off at this line.
 * Pure; units and axes as in body-map.ts.
 * Never: for finding which place was touched (that is `regionAt`).
 */
import { mapSize, type Point } from './body-map.ts'

/** The viewer's left half, from the top of the head down the outside of the arm, up inside it, and down to the crotch. */
const half: readonly Point[] = [
  [93.5, 7.4],
  [87.4, 11],
  [83.6, 17.5],
  [82.2, 26],
  [82.2, 33],
  [83.6, 41],
  [86.6, 48.5],
  [90.2, 53.5],
  [91.2, 60],
  [90.6, 68],
  [88, 74.5],
  [82, 79.5],
  [73, 83.5],
  [63, 87.4],
  [54.5, 91.5],
  [48.6, 98],
  [45.6, 107],
  [44.4, 119],
  [43.4, 134],
  [41, 150],
  [37.4, 166],
  [34, 184],
  [31.6, 202],
  [30, 213],
  [27.4, 222],
  [26.4, 231],
  [27.6, 241],
  [30.6, 248.6],
  [34, 249],
  [36.6, 242],
  [38.4, 233],
  [40.4, 228],
  [40.6, 220],
  [40.2, 211],
  [43, 196],
  [47, 178],
  [50.6, 161],
  [54.4, 145],
  [58.4, 129],
  [60.8, 118.4],
  [62.6, 119.4],
  [63.8, 128],
  [65.4, 140],
  [67.4, 153],
  [69, 166],
  [69.8, 178],
  [69.2, 190],
  [66.6, 202],
  [62.8, 214],
  [59.6, 227],
  [57.4, 242],
  [56.6, 258],
  [57.2, 275],
  [59, 294],
  [62, 314],
  [65.2, 333],
  [67.2, 348],
  [67.6, 361],
  [65.8, 374],
  [65.2, 388],
  [67, 406],
  [71, 425],
  [74.4, 438],
  [74.2, 447],
  [71, 454],
  [66, 460],
  [63.6, 465],
  [67, 468.4],
  [77, 468.6],
  [85, 467],
  [88.2, 461],
  [88.2, 450],
  [87.2, 439],
  [89, 423],
  [92, 405],
  [93.4, 389],
  [92.6, 375],
  [91, 362],
  [91.6, 349],
  [94, 332],
  [96, 312],
  [97.4, 294],
  [98.6, 284],
]

/** Closed; the last point joins the first. Draw it as a curve through the points. */
export const silhouette: readonly Point[] = [
  [100, 6.4],
  ...half,
  [100, 279],
  ...[...half].reverse().map(([x, y]): Point => [mapSize.width - x, y]),
]

/**
 * A closed line through these points as the `d` of an SVG path (Catmull–Rom as cubic curves), to a tenth of a unit.
 */
export function smoothPath(points: readonly Point[]): string {
  const count = points.length
  const at = (index: number): Point => points[(index + count) % count] ?? [0, 0]
  const tenth = (value: number) => Math.round(value * 10) / 10
  const curves = points.map((_, index) => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    const pull = (a: number, b: number, c: number) => tenth(b + (c - a) / 6)
    const first = `${pull(before[0], from[0], to[0])} ${pull(before[1], from[1], to[1])}`
    const second = `${pull(after[0], to[0], from[0])} ${pull(after[1], to[1], from[1])}`
    return `C${first} ${second} ${tenth(to[0])} ${tenth(to[1])}`
  })
  const [x, y] = at(0)
  return `M${tenth(x)} ${tenth(y)}${curves.join('')}Z`
}
