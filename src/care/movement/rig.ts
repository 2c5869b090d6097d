/**
 * The pose rig: joint angles and pinned contacts in, a skeleton of points out, with the angles it ended up at.
 * Pure geometry: trunk.ts places the trunk, limbs.ts hangs the limbs on it. Space, angles and signs
 * are those of pose.ts. Never: knows about movements, time, drawing or pixels.
 */
import type { Point } from './geometry.ts'
import { bearing, corner, wrap } from './geometry.ts'
import { arm, leg } from './limbs.ts'
import type { Pins, Pose, Side } from './pose.ts'
import { placeTrunk } from './trunk.ts'

/** Every point of the drawn person. */
export interface Skeleton {
  /** Hips to base of neck: 9 points. */
  readonly spine: readonly Point[]
  readonly belly: Point
  readonly seat: Point
  readonly neck: Point
  readonly head: Point
  readonly chin: Point
  readonly nose: Point
  /** Sideways unit directions at the hips and at the shoulders. */
  readonly across: { readonly hips: Point; readonly shoulders: Point }
  readonly limbs: Readonly<Record<Side, Limbs>>
  readonly angles: Angles
}
interface Limbs {
  readonly hip: Point
  readonly knee: Point
  readonly ankle: Point
  readonly heel: Point
  readonly toe: Point
  readonly shoulder: Point
  readonly elbow: Point
  readonly wrist: Point
  readonly fingers: Point
  readonly thumb: Point
}
/** Angles of the solved skeleton, degrees, to check against `jointLimits`. */
interface Angles {
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
    nose: trunk.nose,
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
