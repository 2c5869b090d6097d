/**
 * Places the trunk: hips, back, neck and head, from how the trunk is held and how far the back bends.
 * Forward kinematics, pure: the angles are given.
 * Never: moves a limb.
 */
import { itemAt } from '../evidence/lists.ts'
import { footOf, halfWidth, lengths, neutralCurve, radii } from './body-measures.ts'
import type { Point } from './geometry.ts'
import { ahead, cos, degrees, heading3, lerp, plus, scale, sin } from './geometry.ts'
import type { Pins, Pose, Side } from './pose.ts'
import { pinned, sideSign, sides } from './pose.ts'

/** The placed trunk. Points in cm, angles in degrees; space and signs as in pose.ts. */
export interface Trunk {
  readonly spine: readonly Point[]
  readonly belly: Point
  readonly seat: Point
  readonly neckTop: Point
  readonly head: Point
  readonly chin: Point
  /** The tip. */
  readonly nose: Point
  readonly across: { readonly hips: Point; readonly shoulders: Point }
  readonly heading: number
  readonly lumbar: number
  readonly thoracic: number
  readonly neck: number
  readonly twist: number
  /** Direction of a thigh at hip angle 0. */
  readonly hipZero: number
  readonly front: boolean
  readonly hips: Readonly<Record<Side, Point>>
  readonly shoulders: Readonly<Record<Side, Point>>
}

/** How much the pelvis leans against the line from hips to shoulders when standing at rest: makes hip angle 0 there. */
const restLean = chainFrom(0, 0, 0).lean
/** Seen from the front a back at rest is straight. */
const straightCurve = { lumbar: 0, thoracic: 0 } as const
const facesUs = (pose: Pose) => pose.plane === 'front'

/** The chain of the back from the origin, first segment along +u; `lean` is the angle of its far end, degrees. */
function chainFrom(
  lumbar: number,
  thoracic: number,
  start: number,
  curve: { readonly lumbar: number; readonly thoracic: number } = neutralCurve,
) {
  const points: [number, number][] = [[0, 0]]
  let direction = start
  let [u, v] = [0, 0]
  const step = (length: number) => {
    u += length * cos(direction)
    v += length * sin(direction)
    points.push([u, v])
  }
  step(lengths.pelvis)
  for (const length of lengths.lumbar) {
    direction -= (curve.lumbar + lumbar) / lengths.lumbar.length
    step(length)
  }
  for (const length of lengths.thoracic) {
    direction -= (curve.thoracic + thoracic) / lengths.thoracic.length
    step(length)
  }
  return { points, last: direction, lean: degrees(Math.atan2(v, u)) - start }
}

/** The trunk part-way from one posture to another (0–1). Throws if a pin is missing or the roots are of different kinds. */
export function placeTrunk(from: Pose, to: Pose, part: number, pins: Pins): Trunk {
  const mix = (pick: (pose: Pose) => number | undefined) => lerp(pick(from) ?? 0, pick(to) ?? 0, part)
  const [heading, lumbar, thoracic] = [mix((p) => p.heading), mix((p) => p.lumbar), mix((p) => p.thoracic)]
  const [neck, twist, breath] = [mix((p) => p.neck), mix((p) => p.twist), mix((p) => p.breath)]
  const front = facesUs(from)
  const curve = front ? straightCurve : neutralCurve
  const { lean } = chainFrom(lumbar, thoracic, 0, curve)
  const pelvisDirection = heading - lean
  const chain = chainFrom(lumbar, thoracic, pelvisDirection, curve)
  const sideways = heading3(pelvisDirection - 90)
  const [hu, hv] = rootPoint(from, to, part, pins, chain.points, front ? sideways : undefined)
  const spine = chain.points.map(([u, v]): Point => [hu + u, hv + v, 0])
  const top = itemAt(spine, spine.length - 1)
  const neckDirection = chain.last + (front ? 0 : 14) - neck * 0.6
  const headDirection = neckDirection + (front ? 0 : 2) - neck * 0.4
  const neckTop = ahead(top, neckDirection, lengths.neck)
  const head = ahead(neckTop, headDirection, lengths.headAbove)
  const face = headTurned(headDirection - 90, twist * headFollows)
  const chin = plus(ahead(head, headDirection, -6), scale(face, front ? 0 : 3.4))
  const [bridge, looks] = [ahead(head, headDirection, -4.6), front ? ([0, 0, 1] as const) : face]
  const nose = plus(bridge, scale(looks, noseReach))
  const across: Readonly<Record<'hips' | 'shoulders', Point>> = front
    ? { hips: sideways, shoulders: heading3(chain.last - 90) }
    : { hips: [0, 0, 1], shoulders: turned(chain.last - 90, twist) }
  const facing = pelvisDirection - 90
  const belly = ahead(itemAt(spine, 2), facing - lumbar * 0.3, 4.2 + breath)
  const seat = ahead(itemAt(spine, 0), facing + 180, 2.6)
  const at = (centre: Point, axis: Point, half: number, side: Side) => plus(centre, scale(axis, half * sideSign(side)))
  return {
    spine,
    belly,
    seat,
    neckTop,
    head,
    chin,
    nose,
    across,
    heading,
    lumbar,
    thoracic,
    neck,
    twist,
    hipZero: pelvisDirection + (front ? 0 : restLean) + 180,
    front,
    hips: {
      near: at(itemAt(spine, 0), across.hips, halfWidth.hip, 'near'),
      far: at(itemAt(spine, 0), across.hips, halfWidth.hip, 'far'),
    },
    shoulders: {
      near: at(itemAt(spine, 8), across.shoulders, halfWidth.shoulder, 'near'),
      far: at(itemAt(spine, 8), across.shoulders, halfWidth.shoulder, 'far'),
    },
  }
}

/** How far the tip of the nose stands in front of the middle of the head, cm. */
const noseReach = 9.8

/** How far the head turns against the hips for each degree that the shoulders do: "look over your shoulder last". */
const headFollows = 1.25
/** Where the face looks when the neck has turned about the back; `forward` is where it looks unturned. */
const headTurned = (forward: number, turn: number): Point => [
  cos(turn) * cos(forward),
  cos(turn) * sin(forward),
  -sin(turn),
]

/** Sideways direction of shoulders turned by `twist` about the back; `forward` is where the chest faces. */
const turned = (forward: number, twist: number): Point => [
  sin(twist) * cos(forward),
  sin(twist) * sin(forward),
  cos(twist),
]

function rootPoint(
  from: Pose,
  to: Pose,
  part: number,
  pins: Pins,
  chain: readonly [number, number][],
  sideways?: Point,
): readonly [number, number] {
  const [a, b] = [from.root, to.root]
  const top = itemAt(chain, chain.length - 1)
  // Lying: the lowest part of the trunk touches the surface.
  const rest = Math.max(...chain.map(([, v], index) => itemAt(radii.spine, index) - v))
  if ('shoulders' in a && 'shoulders' in b) return [lerp(a.shoulders, b.shoulders, part) - top[0], rest]
  if ('hips' in a && 'hips' in b) return [lerp(a.hips, b.hips, part), rest]
  if ('pelvis' in a && 'pelvis' in b)
    return [lerp(a.pelvis[0], b.pelvis[0], part), lerp(a.pelvis[1], b.pelvis[1], part)]
  if ('kneel' in a && 'kneel' in b) {
    const knee = pinned(a.kneel, pins).at
    const thigh = lerp(a.thigh, b.thigh, part)
    // Facing us, the near hip stands beside the middle of the pelvis, and it is the near thigh that rises from the knee.
    const [du, dv] = sideways ? scale(sideways, halfWidth.hip) : [0, 0]
    return [knee[0] + lengths.thigh * cos(thigh) - du, knee[1] + lengths.thigh * sin(thigh) - dv]
  }
  if ('feetDown' in a && 'feetDown' in b) {
    // Standing on the lower foot: hang the legs from 0 and lift the hips until that sole is on the ground.
    const mix = (pick: (pose: Pose) => number | undefined) => lerp(pick(from) ?? 0, pick(to) ?? 0, part)
    const pelvis =
      mix((p) => p.heading) -
      chainFrom(
        mix((p) => p.lumbar),
        mix((p) => p.thoracic),
        0,
      ).lean
    const low = sides.map((side) => {
      const [x, y] = [from.legs[side], to.legs[side]]
      if (!('hip' in x && 'hip' in y)) throw new Error('feetDown needs legs given by angles')
      const thigh = pelvis + restLean + 180 + lerp(x.hip, y.hip, part)
      const shin = thigh - lerp(x.knee, y.knee, part)
      const foot = shin + 90 + lerp(x.ankle ?? 0, y.ankle ?? 0, part)
      const ankle = ahead(ahead([0, 0, 0], thigh, lengths.thigh), shin, lengths.shin)
      const { heel, toe } = footOf(ankle, foot)
      return Math.min(heel[1] - radii.heel, toe[1] - radii.toe)
    })
    return [lerp(a.feetDown, b.feetDown, part), -Math.min(...low)]
  }
  throw new Error('two roots of different kinds cannot be mixed')
}
