/**
 * How a posture is written down: the trunk and the limbs as joint angles, or as pins that a hand, foot or knee holds on
 * to.
 * Never: knows where a joint ends up.
 *
 * Space is in centimetres: u along the picture, v up from the surface the person is on (0), w towards the viewer.
 * Angles are degrees, counted from +u towards +v. A person standing looks along +u; lying face up, the head is at −u.
 * Angle signs follow evidence.md §5.4: flexion and rounding are positive, extension and arching negative.
 * A pose in the front plane faces the viewer instead: u and v run across the body, bending is to the side, and the near
 * side is the lower one, or the right one of somebody upright.
 */

export const sides = ['near', 'far'] as const
/** The side nearer to the viewer in the picture, or the one behind it. */
export type Side = (typeof sides)[number]

/** +1 for the near side, −1 for the far one: which way w or a sideways direction runs. */
export const sideSign = (side: Side) => (side === 'near' ? 1 : -1)

/** A leg given by its angles. `hip` is thigh to pelvis, `ankle` is toes up (+) or pointed (−) from a right angle. */
interface LegAngles {
  readonly hip: number
  readonly knee: number
  readonly ankle?: number
  /** In the front plane, how far the shin is folded away from the viewer, degrees. */
  readonly back?: number
}
/** A leg whose foot stays on a pin. `roll` lets the knee drift towards the viewer (+) or away (−), degrees. */
interface LegPinned {
  readonly foot: string
  readonly roll?: number
}
/** A leg that kneels: the knee stays on a pin and the shin lies behind it. */
interface LegKneeling {
  readonly kneel: string
}
/** How a leg is given: by angles, by its foot, or kneeling. */
export type LegPose = LegAngles | LegPinned | LegKneeling

/** An arm given by its angles. `out` lifts it sideways, degrees. */
interface ArmAngles {
  readonly shoulder: number
  readonly elbow: number
  readonly out?: number
}
/** An arm whose hand stays on a pin. `elbowTo` is where the elbow points: degrees in the picture, out to the side, or down beside the body. */
interface ArmPinned {
  readonly hand: string
  readonly elbowTo?: number | 'out' | 'side'
}
/** A hand resting on the body; it moves with that part. `along` 0–1 from the top, `off` cm in front (+) or behind (−). */
export interface ArmResting {
  readonly on: 'nearThigh' | 'farThigh' | 'nearShin' | 'farShin' | 'belly' | 'hips' | 'chest' | 'stick'
  readonly along?: number
  readonly off?: number
  readonly elbowTo?: number | 'out' | 'side'
}
/** How an arm is given: by angles, by its hand, or resting on the body. */
export type ArmPose = ArmAngles | ArmPinned | ArmResting

/** Where the trunk is held. `shoulders`/`hips` rest on the surface at u; `pelvis` is held at a point; `kneel` stands on the knees. */
type Root =
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
/** The fixed places of a motion, by name. */
export type Pins = Readonly<Record<string, Pin>>

/** The pin of that name. Throws if there is none. */
export function pinned(name: string, pins: Pins): Pin {
  const pin = pins[name]
  if (pin === undefined) throw new Error(`no pin called ${name}`)
  return pin
}
