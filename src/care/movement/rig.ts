/**
 * The pose rig: joint angles and pinned contacts in, a skeleton of points out.
 * Called by motion.ts. Pure geometry: forward kinematics for trunk and free limbs, two-bone inverse kinematics for
 * limbs that hold on to something. Never: knows about movements, time, drawing or pixels.
 *
 * Space is in centimetres: u along the picture, v up from the surface the person is on (0), w towards the viewer.
 * Angles are degrees, counted from +u towards +v. A person standing looks along +u; lying face up, the head is at −u.
 * Angle signs follow evidence.md §5.4: flexion and rounding are positive, extension and arching negative.
 * A pose in the front plane faces the viewer instead: u and v run across the body, bending is to the side, and the near
 * side is the lower one, or the right one of somebody upright.
 */
import type { Point } from './geometry.ts'
import {
  ahead,
  bearing,
  corner,
  cos,
  degrees,
  heading3,
  lerp,
  minus,
  mixPoint,
  plus,
  scale,
  sin,
  size,
  twoBones,
  wrap,
} from './geometry.ts'
import { halfWidth, lengths, neutralCurve, radii, standOff } from './body.ts'

export type { Point } from './geometry.ts'
export const sides = ['near', 'far'] as const
export type Side = (typeof sides)[number]

/** A leg given by its angles. `hip` is thigh to pelvis, `ankle` is toes up (+) or pointed (−) from a right angle. */
export interface LegAngles {
  readonly hip: number
  readonly knee: number
  readonly ankle?: number
  /** In the front plane, how far the shin is folded away from the viewer, degrees. */
  readonly back?: number
}
/** A leg whose foot stays on a pin. `roll` lets the knee drift towards the viewer (+) or away (−), degrees. */
export interface LegPinned {
  readonly foot: string
  readonly roll?: number
}
/** A leg that kneels: the knee stays on a pin and the shin lies behind it. */
export interface LegKneeling {
  readonly kneel: string
}
export type LegPose = LegAngles | LegPinned | LegKneeling

/** An arm given by its angles. `out` lifts it sideways, degrees. */
export interface ArmAngles {
  readonly shoulder: number
  readonly elbow: number
  readonly out?: number
}
/** An arm whose hand stays on a pin. `elbowTo` is where the elbow points: degrees in the picture, or out to the side. */
export interface ArmPinned {
  readonly hand: string
  readonly elbowTo?: number | 'out'
}
/** A hand resting on the body; it moves with that part. `along` 0–1 from the top, `off` cm in front (+) or behind (−). */
export interface ArmResting {
  readonly on: 'nearThigh' | 'farThigh' | 'nearShin' | 'farShin' | 'belly' | 'hips' | 'chest' | 'stick'
  readonly along?: number
  readonly off?: number
  readonly elbowTo?: number | 'out'
}
export type ArmPose = ArmAngles | ArmPinned | ArmResting

/** Where the trunk is held. `shoulders`/`hips` rest on the surface at u; `pelvis` is held at a point; `kneel` stands on the knees. */
export type Root =
  | { readonly shoulders: number }
  | { readonly hips: number }
  | { readonly pelvis: readonly [number, number] }
  | { readonly kneel: string; readonly thigh: number }
  | { readonly feetDown: number }

/** One posture. Angles left out are 0. */
export interface Pose {
  readonly root: Root
  /** Direction from hips to shoulders, degrees from +u: 90 upright, 0 face down with head right, 180 face up with head left. */
  readonly heading: number
  /** Facing the viewer; left out, seen from the side. One motion keeps to one plane. */
  readonly plane?: 'front'
  readonly lumbar?: number
  readonly thoracic?: number
  readonly neck?: number
  /** Shoulders turned against the hips, degrees; + brings the near shoulder forward. */
  readonly twist?: number
  /** Extra fullness of the belly with the in-breath, cm. */
  readonly breath?: number
  readonly legs: Readonly<Record<Side, LegPose>>
  readonly arms: Readonly<Record<Side, ArmPose>>
}

/** A fixed place that a hand, foot or knee holds on to; `end` is the direction of toes or fingers. */
export interface Pin {
  readonly at: readonly [u: number, v: number]
  readonly w?: number
  readonly end?: number
}
export type Pins = Readonly<Record<string, Pin>>

/** Every point of the drawn person. */
export interface Skeleton {
  /** Hips to base of neck: 9 points. */
  readonly spine: readonly Point[]
  readonly belly: Point
  readonly seat: Point
  readonly neck: Point
  readonly head: Point
  readonly chin: Point
  /** Sideways unit directions at the hips and at the shoulders. */
  readonly across: { readonly hips: Point; readonly shoulders: Point }
  readonly limbs: Readonly<Record<Side, Limbs>>
  readonly angles: Angles
}
export interface Limbs {
  readonly hip: Point
  readonly knee: Point
  readonly ankle: Point
  readonly heel: Point
  readonly toe: Point
  readonly shoulder: Point
  readonly elbow: Point
  readonly wrist: Point
  readonly fingers: Point
}
/** Angles of the solved skeleton, degrees, to check against `jointLimits`. */
export interface Angles {
  readonly trunk: number
  readonly lumbar: number
  readonly thoracic: number
  readonly neck: number
  readonly twist: number
  readonly hip: Readonly<Record<Side, number>>
  readonly knee: Readonly<Record<Side, number>>
  readonly ankle: Readonly<Record<Side, number>>
  readonly shoulder: Readonly<Record<Side, number>>
  readonly elbow: Readonly<Record<Side, number>>
}

/** The skeleton of one posture. Throws if a pin is not in `pins` or two roots of different kinds are mixed. */
export const solve = (pose: Pose, pins: Pins): Skeleton => between(pose, pose, 0, pins)

/**
 * The skeleton part-way from one posture to another (0–1). Trunk and free limbs turn through their angles;
 * a hand or foot that is held in both stays exactly where it is, and one that lets go travels in a straight line.
 */
export function between(from: Pose, to: Pose, part: number, pins: Pins): Skeleton {
  const trunk = placeTrunk(from, to, part, pins)
  const legs = { near: leg('near', from, to, part, trunk, pins), far: leg('far', from, to, part, trunk, pins) }
  const arms = {
    near: arm('near', from, to, part, trunk, legs, pins),
    far: arm('far', from, to, part, trunk, legs, pins),
  }
  const limbs = { near: { ...legs.near.points, ...arms.near.points }, far: { ...legs.far.points, ...arms.far.points } }
  const at = <T>(pick: (side: Side) => T): Record<Side, T> => ({ near: pick('near'), far: pick('far') })
  return {
    spine: trunk.spine,
    belly: trunk.belly,
    seat: trunk.seat,
    neck: trunk.neckTop,
    head: trunk.head,
    chin: trunk.chin,
    across: trunk.across,
    limbs,
    angles: {
      trunk: trunk.heading,
      lumbar: trunk.lumbar,
      thoracic: trunk.thoracic,
      neck: trunk.neck,
      twist: trunk.twist,
      hip: at((side) => wrap(bearing(limbs[side].hip, limbs[side].knee) - trunk.hipZero)),
      knee: at((side) => 180 - corner(limbs[side].hip, limbs[side].knee, limbs[side].ankle)),
      ankle: at((side) => legs[side].ankleAngle),
      shoulder: at((side) => {
        const turn = wrap(bearing(limbs[side].shoulder, limbs[side].elbow) - trunk.heading - 180)
        return turn < -90 ? turn + 360 : turn
      }),
      elbow: at((side) => 180 - corner(limbs[side].shoulder, limbs[side].elbow, limbs[side].wrist)),
    },
  }
}

// ── trunk ────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Trunk {
  readonly spine: readonly Point[]
  readonly belly: Point
  readonly seat: Point
  readonly neckTop: Point
  readonly head: Point
  readonly chin: Point
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

const sideSign = (side: Side) => (side === 'near' ? 1 : -1)
/** How much the pelvis leans against the line from hips to shoulders when standing at rest: makes hip angle 0 there. */
const restLean = chainFrom(0, 0, 0).lean
/** Seen from the front a back at rest is straight. */
const straightCurve = { lumbar: 0, thoracic: 0 } as const
const faces = (pose: Pose) => pose.plane === 'front'

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

function placeTrunk(from: Pose, to: Pose, part: number, pins: Pins): Trunk {
  const mix = (pick: (pose: Pose) => number | undefined) => lerp(pick(from) ?? 0, pick(to) ?? 0, part)
  const [heading, lumbar, thoracic] = [mix((p) => p.heading), mix((p) => p.lumbar), mix((p) => p.thoracic)]
  const [neck, twist, breath] = [mix((p) => p.neck), mix((p) => p.twist), mix((p) => p.breath)]
  const front = faces(from)
  const curve = front ? straightCurve : neutralCurve
  const { lean } = chainFrom(lumbar, thoracic, 0, curve)
  const pelvisDirection = heading - lean
  const chain = chainFrom(lumbar, thoracic, pelvisDirection, curve)
  const sideways = heading3(pelvisDirection - 90)
  const [hu, hv] = rootPoint(from, to, part, pins, chain.points, front ? sideways : undefined)
  const spine = chain.points.map(([u, v]): Point => [hu + u, hv + v, 0])
  const top = spine[spine.length - 1] as Point
  const neckDirection = chain.last + (front ? 0 : 14) - neck * 0.6
  const headDirection = neckDirection + (front ? 0 : 2) - neck * 0.4
  const neckTop = ahead(top, neckDirection, lengths.neck)
  const head = ahead(neckTop, headDirection, lengths.headAbove)
  const chin = ahead(ahead(head, headDirection, -6), headDirection - 90, front ? 0 : 3.4)
  const across = front
    ? { hips: sideways, shoulders: heading3(chain.last - 90) }
    : { hips: [0, 0, 1] as Point, shoulders: turned(chain.last - 90, twist) }
  const facing = pelvisDirection - 90
  const belly = ahead(spine[2] as Point, facing - lumbar * 0.3, 4.2 + breath)
  const seat = ahead(spine[0] as Point, facing + 180, 2.6)
  const at = (centre: Point, axis: Point, half: number, side: Side) => plus(centre, scale(axis, half * sideSign(side)))
  return {
    spine,
    belly,
    seat,
    neckTop,
    head,
    chin,
    across,
    heading,
    lumbar,
    thoracic,
    neck,
    twist,
    hipZero: pelvisDirection + (front ? 0 : restLean) + 180,
    front,
    hips: {
      near: at(spine[0] as Point, across.hips, halfWidth.hip, 'near'),
      far: at(spine[0] as Point, across.hips, halfWidth.hip, 'far'),
    },
    shoulders: {
      near: at(spine[8] as Point, across.shoulders, halfWidth.shoulder, 'near'),
      far: at(spine[8] as Point, across.shoulders, halfWidth.shoulder, 'far'),
    },
  }
}

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
  const top = chain[chain.length - 1] as [number, number]
  // Lying: the lowest part of the trunk touches the surface.
  const rest = Math.max(...chain.map(([, v], index) => (radii.spine[index] as number) - v))
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

// ── legs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Reach {
  readonly end: Point
  readonly pole: Point
  /** Direction of toes or fingers, degrees, and how firmly it is held: 0 follows the limb, 1 keeps that direction. */
  readonly last: number
  readonly hold: number
}

function leg(side: Side, from: Pose, to: Pose, part: number, trunk: Trunk, pins: Pins) {
  const [a, b] = [from.legs[side], to.legs[side]]
  const hip = trunk.hips[side]
  const chosen: Reach =
    'hip' in a && 'hip' in b
      ? legReach(
          side,
          {
            hip: lerp(a.hip, b.hip, part),
            knee: lerp(a.knee, b.knee, part),
            ankle: lerp(a.ankle ?? 0, b.ankle ?? 0, part),
            back: lerp(a.back ?? 0, b.back ?? 0, part),
          },
          trunk,
          pins,
        )
      : blend(legReach(side, a, trunk, pins), legReach(side, b, trunk, pins), part)
  const { middle: knee, end: ankle } = twoBones(hip, chosen, lengths.thigh, lengths.shin)
  const shin = bearing(knee, ankle)
  if (trunk.front) return { points: { hip, knee, ankle, ...footFacing(knee, ankle) }, ankleAngle: 0 }
  const foot = chosen.last
  const { heel, toe } = footOf(ankle, foot)
  return { points: { hip, knee, ankle, heel, toe }, ankleAngle: wrap(foot - shin - 90) }
}

/** A foot whose toes point at the viewer, or at the ground behind when the shin is folded back. */
function footFacing(knee: Point, ankle: Point): { heel: Point; toe: Point } {
  const shin = scale(minus(ankle, knee), 1 / lengths.shin)
  const toes: Point = shin[2] < -0.7 ? [-shin[0] * shin[2], -shin[1] * shin[2], 1 - shin[2] ** 2] : [0, 0, 1]
  const sole = (along: number, by: number) => plus(ankle, plus(scale(shin, by), scale(toes, along)))
  return {
    heel: sole(-lengths.heelBehind, standOff.ankle - radii.heel),
    toe: sole(lengths.footAhead, standOff.ankle - radii.toe),
  }
}

const footOf = (ankle: Point, foot: number) => ({
  heel: ahead(ahead(ankle, foot, -lengths.heelBehind), foot - 90, standOff.ankle - radii.heel),
  toe: ahead(ahead(ankle, foot, lengths.footAhead), foot - 90, standOff.ankle - radii.toe),
})

function legReach(side: Side, pose: LegPose, trunk: Trunk, pins: Pins): Reach {
  const hip = trunk.hips[side]
  if ('hip' in pose) {
    const thigh = trunk.hipZero + pose.hip
    const shin = thigh - pose.knee
    const knee = ahead(hip, thigh, lengths.thigh)
    const { back = 0 } = pose
    if (trunk.front) {
      const folded = plus(scale(heading3(shin), cos(back)), [0, 0, -sin(back)])
      return { end: plus(knee, scale(folded, lengths.shin)), pole: [0, 0, 1], last: 0, hold: 1 }
    }
    const ankle = ahead(knee, shin, lengths.shin)
    return { end: ankle, pole: heading3(thigh + 90), last: shin + 90 + (pose.ankle ?? 0), hold: 1 }
  }
  if ('kneel' in pose) {
    const pin = pinned(pose.kneel, pins)
    const knee: Point = [pin.at[0], pin.at[1], pin.w ?? hip[2]]
    if (trunk.front)
      return { end: plus(knee, [0, 0, -lengths.shin]), pole: plus(minus(knee, hip), [0, 0, 0.6]), last: 0, hold: 1 }
    const shin = pin.end ?? 181
    return {
      end: ahead(knee, shin, lengths.shin),
      pole: [knee[0] - hip[0] + 0.6, knee[1] - hip[1], 0],
      last: shin + 14,
      hold: 1,
    }
  }
  const pin = pinned(pose.foot, pins)
  const end: Point = [pin.at[0], pin.at[1], pin.w ?? (trunk.front ? 0 : halfWidth.hip * sideSign(side))]
  if (trunk.front) return { end, pole: [0, 0, 1], last: 0, hold: 1 }
  const roll = pose.roll ?? 0
  const forward = trunk.hipZero + 90
  return { end, pole: [cos(forward) * cos(roll), sin(forward) * cos(roll), sin(roll)], last: pin.end ?? 0, hold: 1 }
}

// ── arms ─────────────────────────────────────────────────────────────────────────────────────────────────────────

type Legs = Readonly<
  Record<Side, { readonly points: { readonly hip: Point; readonly knee: Point; readonly ankle: Point } }>
>

function arm(side: Side, from: Pose, to: Pose, part: number, trunk: Trunk, legs: Legs, pins: Pins) {
  const [a, b] = [from.arms[side], to.arms[side]]
  const shoulder = trunk.shoulders[side]
  const chosen: Reach =
    'shoulder' in a && 'shoulder' in b
      ? armReach(
          side,
          {
            shoulder: lerp(a.shoulder, b.shoulder, part),
            elbow: lerp(a.elbow, b.elbow, part),
            out: lerp(a.out ?? 0, b.out ?? 0, part),
          },
          trunk,
          legs,
          pins,
        )
      : blend(armReach(side, a, trunk, legs, pins), armReach(side, b, trunk, legs, pins), part)
  const lying = 'hips' in from.root || 'shoulders' in from.root
  const { middle: elbow, end: wrist } = bentArm(side, shoulder, chosen, lying ? standOff.elbow : -Infinity)
  const along = scale(minus(wrist, elbow), 1 / lengths.forearm)
  const mixed = mixPoint(along, heading3(chosen.last), chosen.hold)
  const fingers = plus(wrist, scale(mixed, lengths.fingers / (size(mixed) || 1)))
  return { points: { shoulder, elbow, wrist, fingers } }
}

/** Bends the arm; an elbow that would sink into the surface swings out sideways, only as far as it must. */
function bentArm(side: Side, shoulder: Point, reach: Reach, lowest: number) {
  const aside: Point = [0, 0.5, sideSign(side)]
  const bend = (out: number) =>
    twoBones(shoulder, { end: reach.end, pole: mixPoint(reach.pole, aside, out) }, lengths.upperArm, lengths.forearm)
  if (bend(0).middle[1] >= lowest) return bend(0)
  let [low, high] = [0, 1]
  for (let halving = 0; halving < 24; halving += 1) {
    const middle = (low + high) / 2
    if (bend(middle).middle[1] >= lowest) high = middle
    else low = middle
  }
  return bend(high)
}

function armReach(side: Side, pose: ArmPose, trunk: Trunk, legs: Legs, pins: Pins): Reach {
  const shoulder = trunk.shoulders[side]
  if ('shoulder' in pose) {
    const out = pose.out ?? 0
    const upper = trunk.heading + 180 + pose.shoulder
    const lower = upper + pose.elbow
    const outwards = scale([0, 0, 1], sin(out) * sideSign(side))
    const elbow = plus(
      shoulder,
      plus(scale(heading3(upper), lengths.upperArm * cos(out)), scale(outwards, lengths.upperArm)),
    )
    const end = plus(elbow, plus(scale(heading3(lower), lengths.forearm * cos(out)), scale(outwards, lengths.forearm)))
    return { end, pole: heading3(upper - 90), last: 0, hold: 0 }
  }
  const poleOf = (fallback: number): Point =>
    pose.elbowTo === 'out' ? [0, 0.35, sideSign(side)] : heading3(pose.elbowTo ?? fallback)
  if ('hand' in pose) {
    const pin = pinned(pose.hand, pins)
    const end: Point = [pin.at[0], pin.at[1], pin.w ?? shoulder[2]]
    return { end, pole: poleOf(trunk.heading + 90), last: pin.end ?? 0, hold: pin.end === undefined ? 0 : 1 }
  }
  const end = restingPlace(side, pose, trunk, legs)
  return { end, pole: poleOf(trunk.heading + 90), last: 0, hold: 0 }
}

function restingPlace(side: Side, pose: ArmResting, trunk: Trunk, legs: Legs): Point {
  const { on, along = 0.5, off = 0 } = pose
  if (on === 'nearThigh' || on === 'farThigh' || on === 'nearShin' || on === 'farShin') {
    const { hip, knee, ankle } = legs[on === 'nearThigh' || on === 'nearShin' ? 'near' : 'far'].points
    const [top, bottom] = on === 'nearThigh' || on === 'farThigh' ? [hip, knee] : [knee, ankle]
    const place = mixPoint(top, bottom, along)
    const [u, v] = ahead(place, bearing(top, bottom) + 90, off)
    return [u, v, place[2] + sideSign(side) * 3]
  }
  const [u, v] =
    on === 'belly'
      ? ahead(trunk.belly, trunk.heading - 90, radii.belly + off)
      : on === 'hips'
        ? ahead(mixPoint(trunk.spine[1] as Point, trunk.spine[2] as Point, along), trunk.heading - 90, off)
        : ahead(trunk.spine[on === 'stick' ? 6 : 7] as Point, trunk.heading - 90, (radii.spine[7] as number) + off)
  // Crossed on the chest, each hand lies on the other side; else each on its own. A stick turns with the shoulders.
  const w =
    on === 'chest'
      ? -sideSign(side) * 9
      : on === 'stick'
        ? sideSign(side) * 23
        : sideSign(side) * (on === 'belly' ? 5 : 13)
  return on === 'chest' || on === 'stick' ? plus([u, v, 0], scale(trunk.across.shoulders, w)) : [u, v, w]
}

// ── blending and pins ─────────────────────────────────────────────────────────────────────────────────────────────

const blend = (a: Reach, b: Reach, part: number): Reach => ({
  end: mixPoint(a.end, b.end, part),
  pole: mixPoint(a.pole, b.pole, part),
  last: a.hold === 0 ? b.last : b.hold === 0 ? a.last : a.last + wrap(b.last - a.last) * part,
  hold: lerp(a.hold, b.hold, part),
})

function pinned(name: string, pins: Pins): Pin {
  const pin = pins[name]
  if (pin === undefined) throw new Error(`no pin called ${name}`)
  return pin
}
