/**
 * Places legs and arms on a placed trunk: by their angles (forward kinematics), or so that a hand, foot or knee stays on
 * its pin or on the body (inverse kinematics of two bones).
 * Pure geometry. Never: moves the trunk to reach a pin; a pin out of reach is met as nearly as can be.
 */
import { itemAt } from '../evidence/lists.ts'
import { footOf, halfWidth, lengths, radii, standOff } from './body-measures.ts'
import type { Point } from './geometry.ts'
import {
  ahead,
  bearing,
  cos,
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
import type { ArmPose, ArmResting, LegPose, Pins, Pose, Side } from './pose.ts'
import { pinned, sideSign } from './pose.ts'
import type { Trunk } from './trunk.ts'

/** Where a limb has to end. Its middle joint bends towards `pole`, a direction. */
interface Reach {
  readonly end: Point
  readonly pole: Point
  /** Direction of toes or fingers, degrees, and how firmly it is held: 0 follows the limb, 1 keeps that direction. */
  readonly last: number
  readonly hold: number
  /** How far the fingers turn in across the body instead, 0–1: a hand that lies on the tummy or the chest. */
  readonly across?: number
}

/** One leg part-way from one posture to another (0–1), and the angle of its ankle, degrees. Throws if a pin is missing. */
export function leg(side: Side, from: Pose, to: Pose, part: number, trunk: Trunk, pins: Pins) {
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

type Legs = Readonly<
  Record<Side, { readonly points: { readonly hip: Point; readonly knee: Point; readonly ankle: Point } }>
>

/** One arm part-way from one posture to another (0–1); it may rest on a placed leg. Throws if a pin is missing. */
export function arm(side: Side, from: Pose, to: Pose, part: number, trunk: Trunk, legs: Legs, pins: Pins) {
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
  const inwards: Point = [0, 0, -sideSign(side)]
  const mixed = mixPoint(mixPoint(along, heading3(chosen.last), chosen.hold), inwards, chosen.across ?? 0)
  const fingers = plus(wrist, scale(mixed, lengths.fingers / (size(mixed) || 1)))
  return { points: { shoulder, elbow, wrist, fingers, thumb: thumbOf(wrist, fingers) } }
}

/** Half-way along the hand and aside from it: in front of a hand that hangs. It sinks into a hand that points at us. */
function thumbOf(wrist: Point, fingers: Point): Point {
  const [u, v] = scale(minus(fingers, wrist), thumbAside / lengths.fingers)
  return plus(mixPoint(wrist, fingers, 0.55), [-v, u, 0])
}
const thumbAside = 4

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
    pose.elbowTo === 'out'
      ? [0, 0.35, sideSign(side)]
      : pose.elbowTo === 'side'
        ? plus(scale(trunk.across.shoulders, sideSign(side)), [0, -0.8, 0])
        : heading3(pose.elbowTo ?? fallback)
  if ('hand' in pose) {
    const pin = pinned(pose.hand, pins)
    const end: Point = [pin.at[0], pin.at[1], pin.w ?? shoulder[2]]
    return { end, pole: poleOf(trunk.heading + 90), last: pin.end ?? 0, hold: pin.end === undefined ? 0 : 1 }
  }
  const end = restingPlace(side, pose, trunk, legs)
  const across = pose.on === 'belly' || pose.on === 'chest' ? 0.9 : 0
  return { end, pole: poleOf(trunk.heading + 90), last: 0, hold: 0, across }
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
        ? ahead(mixPoint(itemAt(trunk.spine, 1), itemAt(trunk.spine, 2), along), trunk.heading - 90, off)
        : ahead(itemAt(trunk.spine, on === 'stick' ? 6 : 5), trunk.heading - 90, radii.spine[5] + off)
  // Crossed on the chest, each hand lies on the other side; else each on its own. A stick turns with the shoulders.
  const w =
    on === 'chest'
      ? -sideSign(side) * 7
      : on === 'stick'
        ? sideSign(side) * 23
        : sideSign(side) * (on === 'belly' ? 5 : 13)
  return on === 'chest' || on === 'stick' ? plus([u, v, 0], scale(trunk.across.shoulders, w)) : [u, v, w]
}

const blend = (a: Reach, b: Reach, part: number): Reach => ({
  end: mixPoint(a.end, b.end, part),
  pole: mixPoint(a.pole, b.pole, part),
  last: a.hold === 0 ? b.last : b.hold === 0 ? a.last : a.last + wrap(b.last - a.last) * part,
  hold: lerp(a.hold, b.hold, part),
  across: lerp(a.across ?? 0, b.across ?? 0, part),
})
