/**
 * Places the trunk: hips, back, neck and head, from how the trunk is held and how far the back bends.
 * Forward kinematics, pure: the angles are given.
 * Never: moves a limb.
 */
import { itemAt } from '../evidence/lists.ts'
import { halfWidth, lengths, neutralCurve } from './body-measures.ts'
import { ahead, cos, heading3, lerp, type Point, plus, scale, sin } from './geometry.ts'
import { type Pins, type Pose, type Side, sideSign } from './pose.ts'
import { chainFrom, restLean, straightCurve } from './spine.ts'
import { placeHips } from './trunk-root.ts'

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

const facesUs = (pose: Pose) => pose.plane === 'front'

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
  const [hu, hv] = placeHips({ from, to, part }, pins, chain.points, front ? sideways : undefined)
  const spine = chain.points.map(([u, v]): Point => [hu + u, hv + v, 0])
  const top = itemAt(spine, spine.length - 1)
  const { neckTop, head, chin, nose } = placeHead(top, chain.last, { front, neck, twist })
  const across: Readonly<Record<'hips' | 'shoulders', Point>> = front
    ? { hips: sideways, shoulders: heading3(chain.last - 90) }
    : { hips: [0, 0, 1], shoulders: turned(chain.last - 90, twist) }
  const facing = pelvisDirection - 90
  const belly = ahead(itemAt(spine, 2), facing - lumbar * 0.3, 4.2 + breath)
  const seat = ahead(itemAt(spine, 0), facing + 180, 2.6)
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
    hips: bothSides(itemAt(spine, 0), across.hips, halfWidth.hip),
    shoulders: bothSides(itemAt(spine, 8), across.shoulders, halfWidth.shoulder),
  }
}

/** The joints to both sides of a place in the middle of the body. */
function bothSides(middle: Point, across: Point, half: number): Readonly<Record<Side, Point>> {
  const at = (side: Side) => plus(middle, scale(across, half * sideSign(side)))
  return { near: at('near'), far: at('far') }
}

/** Neck, head and face, on the top of a back that ends in this direction. */
function placeHead(
  top: Point,
  backEnds: number,
  { front, neck, twist }: Pick<Trunk, 'front' | 'neck' | 'twist'>,
): Pick<Trunk, 'neckTop' | 'head' | 'chin' | 'nose'> {
  const neckDirection = backEnds + (front ? 0 : 14) - neck * 0.6
  const headDirection = neckDirection + (front ? 0 : 2) - neck * 0.4
  const neckTop = ahead(top, neckDirection, lengths.neck)
  const head = ahead(neckTop, headDirection, lengths.headAbove)
  const face = headTurned(headDirection - 90, twist * headFollows)
  const chin = plus(ahead(head, headDirection, -6), scale(face, front ? 0 : 3.4))
  const [bridge, looks] = [ahead(head, headDirection, -4.6), front ? ([0, 0, 1] as const) : face]
  return { neckTop, head, chin, nose: plus(bridge, scale(looks, noseReach)) }
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
