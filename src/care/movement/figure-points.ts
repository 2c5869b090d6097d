/**
 * The points of a drawn figure: where each point of the skeleton is in the picture, in one fixed order.
 * Pure. Never: changes a posture; it only projects what the rig solved.
 */
import { itemAt } from '../evidence/lists.ts'
import { breadth, radii } from './body-measures.ts'
import { limbPlaces } from './figure-frames.ts'
import type { Point } from './geometry.ts'
import { ahead, mixPoint } from './geometry.ts'
import type { Motion } from './motion.ts'
import type { Side } from './pose.ts'
import { inPicture } from './projection.ts'
import type { Skeleton } from './rig.ts'

/** A line across the pelvis at right angles to it: front to back from the side, side to side from the front or above. */
function waistband(motion: Motion, body: Skeleton): Point[] {
  const [low, high] = [itemAt(body.spine, 0), itemAt(body.spine, 1)]
  const length = Math.hypot(high[0] - low[0], high[1] - low[1])
  const forward: Point =
    motion.camera === 'side' ? [(high[1] - low[1]) / length, (low[0] - high[0]) / length, 0] : body.across.hips
  const half =
    motion.camera === 'side' ? [-radii.spine[1] + 0.7, radii.spine[1] + 0.2] : [-breadth[1] + 0.7, breadth[1] - 0.7]
  return half.map((by): Point => [high[0] + forward[0] * by, high[1] + forward[1] * by, high[2] + forward[2] * by])
}

const limbPoints = ['hip', 'knee', 'ankle', 'heel', 'toe', 'shoulder', 'elbow', 'wrist', 'fingers', 'thumb'] as const
/** The name of one point of a limb. */
export type LimbPoint = (typeof limbPoints)[number]

/**
 * All points, always in the same order: back, belly, seat, neck, head, chin, nose, waistband, limbs, then flanks or stick if
 * drawn; in the picture, cm.
 */
export function pointsOf(motion: Motion, body: Skeleton): (readonly [number, number])[] {
  const flat = (point: Point) => inPicture(motion, point)
  const points = [
    ...body.spine,
    body.belly,
    body.seat,
    body.neck,
    body.head,
    body.chin,
    body.nose,
    ...waistband(motion, body),
  ].map(flat)
  for (const side of ['near', 'far'] as const) for (const name of limbPoints) points.push(flat(body.limbs[side][name]))
  if (motion.camera !== 'side') points.push(...[...flank(body, 1), ...flank(body, -1)].map(flat))
  if (motion.stickPast !== undefined)
    points.push(...stickEnds(flat(body.limbs.near.wrist), flat(body.limbs.far.wrist), motion.stickPast))
  if (motion.held) points.push(...heldPoints(motion.held, body).map(flat))
  return points
}

/** One side of the trunk seen from anywhere but the side: from the hips, turning with the back, to the shoulders. */
function flank(body: Skeleton, sign: 1 | -1): readonly Point[] {
  const { hips, shoulders } = body.across
  return body.spine.map((point, index): Point => {
    const half = (itemAt(breadth, index) - itemAt(radii.spine, index)) * sign
    const axis = mixPoint(hips, shoulders, index / (body.spine.length - 1))
    return [point[0] + axis[0] * half, point[1] + axis[1] * half, point[2] + axis[2] * half]
  })
}

type Flat = readonly [x: number, y: number]

/** The ends of a stick held in both hands, so far past each of them, cm. */
function stickEnds(a: Flat, b: Flat, past: number): readonly [Flat, Flat] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
  const [dx, dy] = [((b[0] - a[0]) / length) * past, ((b[1] - a[1]) / length) * past]
  return [
    [a[0] - dx, a[1] - dy],
    [b[0] + dx, b[1] + dy],
  ]
}

/** The two ends of what is held. */
function heldPoints(held: NonNullable<Motion['held']>, body: Skeleton): readonly [Point, Point] {
  const { near, far } = body.limbs
  if (held === 'weight') {
    const below = mixPoint(near.fingers, far.fingers, 0.5)
    return [ahead(below, 270, 3), ahead(below, 270, 12)]
  }
  if (held === 'footStrap') return [near.wrist, mixPoint(near.heel, near.toe, 0.55)]
  // The stick touches tailbone and back of the head, and stands out past both.
  const [low, high] = [itemAt(body.spine, 0), body.head]
  const length = Math.hypot(high[0] - low[0], high[1] - low[1])
  const [du, dv] = [(high[0] - low[0]) / length, (high[1] - low[1]) / length]
  const at = ([u, v, w]: Point, along: number): Point => [
    u + du * along - dv * stickBehind,
    v + dv * along + du * stickBehind,
    w,
  ]
  return [at(low, -12), at(high, 16)]
}
const stickBehind = 11.6

/** How many points the back has. */
export const spineCount = radii.spine.length
const trunkStart = spineCount
/** Where each point of trunk and head stands among all points. */
export const places = {
  belly: trunkStart,
  seat: trunkStart + 1,
  neck: trunkStart + 2,
  head: trunkStart + 3,
  chin: trunkStart + 4,
  nose: trunkStart + 5,
  band: trunkStart + 6,
} as const
const limbStart = limbPlaces.start

/** Where a point of a limb stands among all points. */
export const limbAt = (side: Side, name: LimbPoint): number =>
  limbStart + (side === 'near' ? 0 : limbPoints.length) + limbPoints.indexOf(name)

/** Where the flanks begin among all points, for every view but that from the side. */
export const flankStart = limbStart + 2 * limbPoints.length
