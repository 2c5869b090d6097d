/**
 * The postures and things that many movements start from: lying, hands and knees, sitting, standing; floor, bed, chair.
 * Data and small builders. Never: says who may do a movement.
 */
import { standOff } from './body-measures.ts'
import { itemAt } from '../evidence/lists.ts'
import type { Motion, MotionStep, Prop } from './motion.ts'
import type { ArmPose, Pins, Pose } from './pose.ts'

/** The floor from `x` on, `w` cm long. */
export const floor = (x: number, w: number): Prop => ({ kind: 'block', x, y: -3, w, h: 3, round: 1.5 })

/** The pillow under the head of who lies face up on the floor. */
export const headPillow: Prop = { kind: 'block', x: -33, y: 0, w: 28, h: 4.5, round: 2.2, soft: true }

const bedUnder = (x: number, w: number): Prop[] => [
  { kind: 'line', from: [x + 6, -14], to: [x + 6, -27], thick: 4 },
  { kind: 'line', from: [x + w - 6, -14], to: [x + w - 6, -27], thick: 4 },
  { kind: 'block', x, y: -15, w, h: 15, round: 4 },
  { kind: 'line', from: [x - 1, 22], to: [x - 1, -27], thick: 4 },
]

const bedPillow: Prop = { kind: 'block', x: -36, y: 0, w: 31, h: 5, round: 2.5, soft: true }

/** The floor with a pillow, for lying face up. */
export const onFloor: readonly Prop[] = [floor(-36, 164), headPillow]

/** A bed with a pillow, for lying face up. */
export const onBed: readonly Prop[] = [...bedUnder(-42, 172), bedPillow]

/** Something soft to lie or lean on. */
export const mat = (x: number, y: number, w: number, h: number): Prop => ({ kind: 'block', x, y, w, h, round: 6 })

/** Where feet and hands stay in lying on the back with bent knees. */
export const backPins = {
  nearFoot: { at: [104, 7], w: 8 },
  farFoot: { at: [104, 7], w: -8 },
  nearHand: { at: [46, 3.2], w: 23, end: 0 },
  farHand: { at: [46, 3.2], w: -23, end: 0 },
} as const satisfies Pins

/** Both feet on their pins. */
export const feetFlat = { near: { foot: 'nearFoot' }, far: { foot: 'farFoot' } } as const

/** Both hands on their pins beside the body. */
export const armsDown = {
  near: { hand: 'nearHand', elbowTo: 'out' },
  far: { hand: 'farHand', elbowTo: 'out' },
} as const

/** Crook lying with changes. */
export const onBack = (change: Partial<Pose> = {}): Pose => ({
  root: { shoulders: 0 },
  heading: 180,
  neck: 4,
  legs: feetFlat,
  arms: armsDown,
  ...change,
})

/** Where feet and hands stay while the knees roll. */
export const rollPins = {
  nearFoot: { at: [102, 7], w: 5 },
  farFoot: { at: [102, 7], w: -5 },
  nearHand: { at: [5, 4.8], w: 64.5 },
  farHand: { at: [5, 4.8], w: -64.5 },
} as const satisfies Pins

/** On the back with the knees rolled to one side, degrees; 0 is upright. */
export const rolled = (roll: number): Pose =>
  onBack({
    legs: { near: { foot: 'nearFoot', roll }, far: { foot: 'farFoot', roll } },
    arms: { near: { hand: 'nearHand', elbowTo: 0 }, far: { hand: 'farHand', elbowTo: 0 } },
  })

/** Where feet and hands stay in lying on the front. */
export const frontPins = {
  nearFoot: { at: [-83.9, 8.4], end: 196 },
  farFoot: { at: [-83.9, 8.4], end: 196 },
  nearHand: { at: [67, 3.8], w: 10, end: 0 },
  farHand: { at: [67, 3.8], w: -10, end: 0 },
} as const satisfies Pins

/** Lying on the front, with changes. */
export const onFront = (change: Partial<Pose> = {}): Pose => ({
  root: { hips: 0 },
  heading: 0,
  lumbar: -3,
  neck: -6,
  legs: feetFlat,
  arms: { near: { hand: 'nearHand', elbowTo: 'out' }, far: { hand: 'farHand', elbowTo: 'out' } },
  ...change,
})

/** The floor for lying on the front. */
export const frontFloor: Prop = floor(-106, 196)

/** Where knees and hands stay on hands and knees. */
export const fourPins = {
  nearKnee: { at: [0, standOff.knee], w: 8 },
  farKnee: { at: [0, standOff.knee], w: -8 },
  nearHand: { at: [48.3, 3.2], end: 0 },
  farHand: { at: [48.3, 3.2], end: 0 },
} as const satisfies Pins

/** On hands and knees, with changes; `thigh` is its direction, degrees. */
export const onFours = (change: Partial<Pose> & { thigh?: number } = {}): Pose => {
  const { thigh = 93, ...rest } = change
  return {
    root: { kneel: 'nearKnee', thigh },
    heading: 6.5,
    legs: { near: { kneel: 'nearKnee' }, far: { kneel: 'farKnee' } },
    arms: { near: { hand: 'nearHand', elbowTo: 180 }, far: { hand: 'farHand', elbowTo: 180 } },
    ...rest,
  }
}

/** One half of a there-and-back movement: from its first posture to `pose` and back. */
export const halfOf = (whole: Motion, pose: string): Motion => {
  const rest = itemAt(whole.stills, 0).pose
  return {
    ...whole,
    loop: [
      { to: pose, seconds: 2.5, holdSeconds: 1 },
      { to: rest, seconds: 2.5, holdSeconds: 0.6 },
    ],
    stills: whole.stills.filter((still) => still.pose === rest || still.pose === pose),
  }
}

/** A chair seen from the side. */
export const chair: readonly Prop[] = [
  { kind: 'line', from: [-18, 37], to: [-19, 0], thick: 3.6 },
  { kind: 'line', from: [22, 37], to: [23, 0], thick: 3.6 },
  { kind: 'line', from: [-19, 38], to: [-23, 86], thick: 3.6 },
  { kind: 'block', x: -21, y: 34.5, w: 46, h: 4.6, round: 2.2 },
]

/** A table in front of the chair. */
export const table: readonly Prop[] = [
  { kind: 'line', from: [104, 68], to: [104, 0], thick: 3.6 },
  { kind: 'block', x: 44, y: 66, w: 66, h: 4.6, round: 2 },
]

/** A wall at `x`, `height` cm high. */
export const wallAt = (x: number, height: number): Prop => ({
  kind: 'block',
  x,
  y: -3,
  w: 5,
  h: height + 3,
  round: 1.5,
})

/** Where feet stay in sitting, and hands on the table. */
export const sitPins = {
  nearFoot: { at: [41, 7] },
  farFoot: { at: [41, 7] },
  nearTable: { at: [70, 74], w: 12, end: 0 },
  farTable: { at: [70, 74], w: -12, end: 0 },
} as const satisfies Pins

/** Both hands on the thighs; `along` from the hip, 0 to 1. */
export const onThighs = (along: number): Record<'near' | 'far', ArmPose> => ({
  near: { on: 'nearThigh', along, off: 8.6, elbowTo: 200 },
  far: { on: 'farThigh', along, off: 8.6, elbowTo: 200 },
})

/** Sitting on the chair, with changes. */
export const sitting = (change: Partial<Pose> = {}): Pose => ({
  root: { pelvis: [0, 49] },
  heading: 89,
  legs: feetFlat,
  arms: onThighs(0.62),
  ...change,
})

/** The ground as seen a little from above. */
export const floorInFront: Prop = { kind: 'block', x: -48, y: -16, w: 96, h: 22, round: 8 }

/** A chair seen from the front. */
export const frontChair: readonly Prop[] = [
  { kind: 'line', from: [-22, 37], to: [-22, 0], thick: 3.6 },
  { kind: 'line', from: [22, 37], to: [22, 0], thick: 3.6 },
  { kind: 'block', x: -22, y: 40, w: 44, h: 48, round: 4 },
  { kind: 'block', x: -25, y: 34.5, w: 50, h: 5, round: 2.2 },
]

/** The same chair seen from above: the viewer is where the picture ends below. */
export const chairFromAbove: readonly Prop[] = [
  { kind: 'block', x: -25, y: -25, w: 50, h: 46, round: 4 },
  { kind: 'block', x: -24, y: 18, w: 48, h: 6, round: 3 },
]

/** Sitting with the arms crossed and the shoulders turned by so many degrees. */
export const twistedSitting = (twist: number): Pose =>
  sitting({
    heading: 90,
    twist,
    arms: { near: { on: 'chest', off: 8, elbowTo: 'side' }, far: { on: 'chest', off: 4.5, elbowTo: 'side' } },
  })

/** One way, back to the middle, the other way and back. */
export const turning: readonly MotionStep[] = [
  { to: 'oneWay', seconds: 2.2, holdSeconds: 0.4 },
  { to: 'middle', seconds: 2.2, holdSeconds: 0.4 },
  { to: 'otherWay', seconds: 2.2, holdSeconds: 0.4 },
  { to: 'middle', seconds: 2.2, holdSeconds: 0.4 },
]

/** Where feet stay in standing, and hands on a wall or worktop. */
export const standPins = {
  nearFoot: { at: [-3, 7] },
  farFoot: { at: [-3, 7] },
  nearWall: { at: [31, 152], w: 12, end: 88 },
  farWall: { at: [31, 152], w: -12, end: 88 },
  nearTop: { at: [41, 91.6], end: 0 },
  farTop: { at: [41, 91.6], end: 0 },
  nearOut: { at: [12, 7] },
  farOut: { at: [12, 7] },
} as const satisfies Pins

const hang: Record<'near' | 'far', ArmPose> = {
  near: { shoulder: 4, elbow: 14 },
  far: { shoulder: 4, elbow: 14 },
}

/** Standing, with changes. */
export const standing = (change: Partial<Pose> = {}): Pose => ({
  root: { pelvis: [0, 90.85] },
  heading: 90,
  legs: feetFlat,
  arms: hang,
  ...change,
})
