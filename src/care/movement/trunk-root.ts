/**
 * Where the trunk is held: on the surface it lies on, at a point, on the knees, or over the feet.
 * Pure. Never: mixes two postures that are held in different ways.
 */
import { itemAt } from '../evidence/lists.ts'
import { footOf, halfWidth, lengths, radii } from './body-measures.ts'
import { ahead, cos, lerp, type Point, scale, sin } from './geometry.ts'
import { type Pins, type Pose, pinned, type Side, sides } from './pose.ts'
import { chainFrom, restLean } from './spine.ts'

/** A place in the picture: u along it, v up, cm. */
type Place = readonly [u: number, v: number]
/** Two postures, and how far (0–1) the person is from the first to the second. */
interface Between {
  readonly from: Pose
  readonly to: Pose
  readonly part: number
}

/**
 * The place of the hips.
 * @param chain    the back from its own origin at the hips, as it is bent and turned now
 * @param sideways which way the body is wide, where the person faces us
 * @throws if the two postures are held in different ways, or a pin is missing
 */
export function placeHips(between: Between, pins: Pins, chain: readonly Place[], sideways?: Point): Place {
  const { from, to, part } = between
  const [a, b] = [from.root, to.root]
  if ('shoulders' in a && 'shoulders' in b) {
    const [topU] = itemAt(chain, chain.length - 1)
    return [lerp(a.shoulders, b.shoulders, part) - topU, lyingHeight(chain)]
  }
  if ('hips' in a && 'hips' in b) return [lerp(a.hips, b.hips, part), lyingHeight(chain)]
  if ('pelvis' in a && 'pelvis' in b)
    return [lerp(a.pelvis[0], b.pelvis[0], part), lerp(a.pelvis[1], b.pelvis[1], part)]
  if ('kneel' in a && 'kneel' in b) return overKnee(pinned(a.kneel, pins).at, lerp(a.thigh, b.thigh, part), sideways)
  if ('feetDown' in a && 'feetDown' in b) return [lerp(a.feetDown, b.feetDown, part), standingHeight(between)]
  throw new Error('two roots of different kinds cannot be mixed')
}

/** Lying: the lowest part of the trunk touches the surface. */
const lyingHeight = (chain: readonly Place[]): number =>
  Math.max(...chain.map(([, v], index) => itemAt(radii.spine, index) - v))

/** Facing us, the near hip stands beside the middle of the pelvis, and it is the near thigh that rises from the knee. */
function overKnee(knee: Place, thigh: number, sideways?: Point): Place {
  const [du, dv] = sideways ? scale(sideways, halfWidth.hip) : [0, 0]
  return [knee[0] + lengths.thigh * cos(thigh) - du, knee[1] + lengths.thigh * sin(thigh) - dv]
}

/** Standing on the lower foot: hang the legs from 0 and lift the hips until that sole is on the ground. */
function standingHeight(between: Between): number {
  const mix = (pick: (pose: Pose) => number | undefined) =>
    lerp(pick(between.from) ?? 0, pick(between.to) ?? 0, between.part)
  const [lumbar, thoracic] = [mix((pose) => pose.lumbar), mix((pose) => pose.thoracic)]
  const pelvis = mix((pose) => pose.heading) - chainFrom(lumbar, thoracic, 0).lean
  return -Math.min(...sides.map((side) => soleBelow(between, side, pelvis)))
}

/** How high the sole of a leg that hangs from 0 is: below the hips, so less than 0. */
function soleBelow({ from, to, part }: Between, side: Side, pelvis: number): number {
  const [x, y] = [from.legs[side], to.legs[side]]
  if (!('hip' in x && 'hip' in y)) throw new Error('feetDown needs legs given by angles')
  const thigh = pelvis + restLean + 180 + lerp(x.hip, y.hip, part)
  const shin = thigh - lerp(x.knee, y.knee, part)
  const foot = shin + 90 + lerp(x.ankle ?? 0, y.ankle ?? 0, part)
  const ankle = ahead(ahead([0, 0, 0], thigh, lengths.thigh), shin, lengths.shin)
  const { heel, toe } = footOf(ankle, foot)
  return Math.min(heel[1] - radii.heel, toe[1] - radii.toe)
}
