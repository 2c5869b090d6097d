/**
 * The drawn body: lengths, thicknesses, joint limits and the shape of a foot, in centimetres and degrees.
 * Proportions follow evidence.md §5.4: thigh = shin, trunk about 1.2 thighs.
 * Never: describes a real person; a limit here keeps the drawing possible, it is not advice on how far to move.
 */
import type { Point } from './geometry.ts'
import { ahead } from './geometry.ts'

/** Segment lengths, cm. The spine is a pelvis, then lumbar and thoracic segments of equal length. */
export const lengths = {
  thigh: 42,
  shin: 42,
  upperArm: 27,
  forearm: 23.5,
  pelvis: 11,
  lumbar: [6, 6, 6],
  thoracic: [5.4, 5.4, 5.4, 5.4],
  neck: 9,
  headAbove: 8,
  footAhead: 13,
  heelBehind: 4,
  fingers: 8,
} as const

/** Half the distance between the two hips and between the two shoulders, cm. */
export const halfWidth = { hip: 8, shoulder: 15.5 } as const

/** How far a joint is above what carries it, cm: the ankle above the sole, a knee above the floor that it kneels on, the wrist above the palm's. */
export const standOff = { ankle: 7, toe: 3.4, heel: 4.6, wrist: 3.2, knee: 5.8, elbow: 4.2 } as const

/** The curve of a back at rest, degrees over the region: low back arches (−), upper back rounds (+). */
export const neutralCurve = { lumbar: -16, thoracic: 24 } as const

/** Capsule radii, cm. Spine values run from the hips to the base of the neck. */
export const radii = {
  spine: [10.2, 10.3, 9.2, 8.8, 9.1, 9.7, 10, 9.4, 7.2],
  belly: 6.2,
  seat: 8.4,
  neck: 4.9,
  head: 9.4,
  chin: 5.7,
  thighTop: 8.8,
  knee: 5.8,
  ankle: 4,
  heel: 4.4,
  toe: 3,
  shoulder: 5.6,
  elbow: 4.2,
  wrist: 3.2,
  fingers: 2.8,
  /** How a hand is drawn: narrower at the wrist, broad at the palm, with a thumb. */
  wristNarrow: 2.5,
  palm: 3.3,
  fingertips: 2,
  thumb: 1.3,
  noseRoot: 4.5,
  noseTip: 1.5,
} as const

/** Heel and toe of a foot seen from the side; `foot` is where the toes point, degrees from +u. */
export const footOf = (ankle: Point, foot: number) => ({
  heel: ahead(ahead(ankle, foot, -lengths.heelBehind), foot - 90, standOff.ankle - radii.heel),
  toe: ahead(ahead(ankle, foot, lengths.footAhead), foot - 90, standOff.ankle - radii.toe),
})

/** Half the breadth of the trunk seen from the front, cm, at the same places as `radii.spine`. */
export const breadth = [15.5, 15, 13.4, 12.8, 13.4, 14.6, 15.6, 16, 14] as const

/** The joints whose angles are limited. */
export type Joint = 'hip' | 'knee' | 'ankle' | 'shoulder' | 'elbow' | 'lumbar' | 'thoracic' | 'neck' | 'twist'

/**
 * Least and most angle of each joint in any drawn frame, degrees, flexion positive.
 * Hip: thigh to pelvis. Ankle: the whole foot, toes included. Lumbar, thoracic: change from rest. Twist: shoulders against hips. [C]
 */
export const jointLimits: Readonly<Record<Joint, readonly [number, number]>> = {
  hip: [-22, 135],
  knee: [0, 150],
  ankle: [-78, 30],
  shoulder: [-60, 182],
  elbow: [0, 150],
  lumbar: [-40, 42],
  thoracic: [-18, 30],
  neck: [-45, 45],
  twist: [-50, 50],
}
