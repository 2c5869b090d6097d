/**
 * How the press-up, child's pose, full twist, hamstring stretch and wide knee rolls are drawn: evidence.md §5.4.
 * Versions without a row there are chosen to match [C]. Data and small
 * builders only. Never: says who may do a movement.
 */
import { itemAt } from '../evidence/lists.ts'
import type { Motion, Prop } from './motion.ts'
import { kneeRolls, kneeRollsInBed } from './motions-lying.ts'
import { leanOnTable, seatedTwist } from './motions-upright.ts'
import {
  backPins,
  chair,
  feetFlat,
  floor,
  fourPins,
  frontFloor,
  frontPins,
  onBack,
  onBed,
  onFloor,
  onFours,
  onFront,
  onThighs,
  rolled,
  sitPins,
  sitting,
  twistedSitting,
} from './postures.ts'
import type { ArmPose, Pins, Pose } from './pose.ts'

// ── press-up on the front ────────────────────────────────────────────────────────────────────────────────────────

const pressPins = {
  ...frontPins,
  nearHand: { at: [57, 3.2], w: 27, end: 0 },
  farHand: { at: [57, 3.2], w: -27, end: 0 },
} as const satisfies Pins
const pressArms: Record<'near' | 'far', ArmPose> = {
  near: { hand: 'nearHand', elbowTo: 165 },
  far: { hand: 'farHand', elbowTo: 165 },
}
const pressed = (change: Partial<Pose>): Pose => onFront({ arms: pressArms, ...change })
const pressPoses = {
  down: pressed({ heading: 3, lumbar: -5, neck: 2 }),
  half: pressed({ heading: 25, lumbar: -22, thoracic: -8, neck: -5 }),
  top: pressed({ heading: 44, lumbar: -38, thoracic: -15, neck: -10 }),
}
/** The motion of Press-up on your front (cobra) (M03). */
export const pressUp: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: pressPins,
  props: [frontFloor],
  poses: pressPoses,
  loop: [
    { to: 'half', seconds: 2 },
    { to: 'top', seconds: 2, holdSeconds: 1.5 },
    { to: 'half', seconds: 2 },
    { to: 'down', seconds: 2, holdSeconds: 1 },
  ],
  stills: [
    { pose: 'down', caption: 'On your front, hands beside your shoulders, toes long.' },
    { pose: 'half', caption: 'Breathe out. Push gently and lift your chest. Hips stay heavy.' },
    { pose: 'top', caption: 'Go only to a mild stretch. Then lower slowly.' },
  ],
}
/** The motion of Small press-up on your front (M03-small). */
export const smallPressUp: Motion = {
  ...pressUp,
  poses: { down: pressPoses.down, half: pressPoses.half },
  loop: [
    { to: 'half', seconds: 2.5, holdSeconds: 0.6 },
    { to: 'down', seconds: 2.5, holdSeconds: 1 },
  ],
  stills: pressUp.stills.slice(0, 2),
}

// ── child's pose ─────────────────────────────────────────────────────────────────────────────────────────────────

const childPins = {
  ...fourPins,
  nearHand: { at: [55, 3.2], end: 0 },
  farHand: { at: [55, 3.2], end: 0 },
} as const satisfies Pins
const heelCushion: Prop = { kind: 'block', x: -52, y: 8.5, w: 34, h: 13, round: 6, soft: true }
const childPoses = {
  start: onFours({ thigh: 95, heading: 2 }),
  half: onFours({ thigh: 121, heading: -4, lumbar: 20, thoracic: 10, neck: 5 }),
  full: onFours({ thigh: 148, heading: -8, lumbar: 37, thoracic: 20, neck: 0 }),
}
/** The motion of Child’s pose (M04). */
export const childsPose: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: childPins,
  props: [floor(-64, 152), heelCushion, { kind: 'block', x: 12, y: 0, w: 30, h: 5, round: 2.5, soft: true }],
  poses: childPoses,
  loop: [
    { to: 'half', seconds: 2.5 },
    { to: 'full', seconds: 2.5, holdSeconds: 8 },
    { to: 'half', seconds: 2.5 },
    { to: 'start', seconds: 2.5, holdSeconds: 1 },
  ],
  stills: [
    { pose: 'start', caption: 'On hands and knees, knees a little apart, a cushion over your heels.' },
    { pose: 'half', caption: 'Breathe out. Sit your hips back. Keep your arms long.' },
    { pose: 'full', caption: 'Rest your bottom on the cushion and your forehead on one more. Breathe.' },
  ],
}
/** The motion of Child’s pose, half-way (M04-half). */
export const childsPoseHalf: Motion = {
  ...childsPose,
  props: [floor(-64, 152), heelCushion],
  poses: { start: childPoses.start, half: childPoses.half },
  loop: [
    { to: 'half', seconds: 3, holdSeconds: 8 },
    { to: 'start', seconds: 3, holdSeconds: 1 },
  ],
  stills: [
    itemAt(childsPose.stills, 0),
    { pose: 'half', caption: 'Breathe out. Sit your hips back half-way, and stay there.' },
  ],
}
const slidePins = {
  ...sitPins,
  nearTable: { at: [47.5, 73.8], w: 12, end: 0 },
  farTable: { at: [47.5, 73.8], w: -12, end: 0 },
  nearSlid: { at: [79, 73.8], w: 12, end: 0 },
  farSlid: { at: [79, 73.8], w: -12, end: 0 },
} as const satisfies Pins
/** The motion of Table slide (M04-sitting). */
export const tableSlide: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: slidePins,
  props: leanOnTable.props.slice(0, -1),
  poses: {
    tall: sitting({
      heading: 81,
      arms: { near: { hand: 'nearTable', elbowTo: 250 }, far: { hand: 'farTable', elbowTo: 250 } },
    }),
    slid: sitting({
      heading: 48,
      lumbar: 14,
      thoracic: 8,
      neck: 4,
      arms: { near: { hand: 'nearSlid', elbowTo: 250 }, far: { hand: 'farSlid', elbowTo: 250 } },
    }),
  },
  loop: [
    { to: 'slid', seconds: 3, holdSeconds: 6 },
    { to: 'tall', seconds: 3, holdSeconds: 1 },
  ],
  stills: [
    { pose: 'tall', caption: 'Sit at a table, both hands on it.' },
    { pose: 'slid', caption: 'Breathe out. Slide your hands away from you and let your back follow.' },
  ],
}

// ── twists ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** The motion of Seated twist (M06). */
export const seatedTwistFull: Motion = {
  ...seatedTwist,
  poses: { middle: twistedSitting(0), oneWay: twistedSitting(40), otherWay: twistedSitting(-40) },
  loop: [
    { to: 'oneWay', seconds: 2.6, holdSeconds: 6 },
    { to: 'middle', seconds: 2.6, holdSeconds: 0.6 },
    { to: 'otherWay', seconds: 2.6, holdSeconds: 6 },
    { to: 'middle', seconds: 2.6, holdSeconds: 0.6 },
  ],
  stills: [
    { pose: 'middle', caption: 'Seen from the front: sit tall, arms crossed, feet flat.' },
    { pose: 'oneWay', caption: 'Breathe out. Turn your ribs to one side. Look over your shoulder last.' },
    { pose: 'otherWay', caption: 'Come back, grow tall, then turn to the other side.' },
  ],
}
const wide = {
  poses: { middle: rolled(0), oneWay: rolled(42), otherWay: rolled(-42) },
  loop: [
    { to: 'oneWay', seconds: 2.8, holdSeconds: 0.8 },
    { to: 'middle', seconds: 2.8, holdSeconds: 0.3 },
    { to: 'otherWay', seconds: 2.8, holdSeconds: 0.8 },
    { to: 'middle', seconds: 2.8, holdSeconds: 0.3 },
  ],
  stills: [
    { pose: 'middle', caption: 'Seen from the feet: on your back, knees bent together, arms out.' },
    { pose: 'oneWay', caption: 'Breathe out. Let both knees roll about half-way down to one side.' },
    { pose: 'otherWay', caption: 'Back to the middle, then the other side. Keep both shoulders down.' },
  ],
} as const
/** The motion of Wide knee rolls (M09-wide). */
export const kneeRollsWide: Motion = { ...kneeRolls, ...wide }
/** The motion of Wide knee rolls in bed (M09-wide-bed). */
export const kneeRollsWideInBed: Motion = { ...kneeRollsInBed, ...wide }

// ── hamstrings ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Both hands hold the ends of the strap above the thigh. */
const strapHands: Record<'near' | 'far', ArmPose> = {
  near: { shoulder: 66, elbow: 40 },
  far: { shoulder: 66, elbow: 40 },
}
const hamstring = (props: readonly Prop[]): Motion => ({
  camera: 'side',
  gravity: 'v',
  pins: backPins,
  props,
  held: 'footStrap',
  poses: {
    up: onBack({ legs: { near: { hip: 90, knee: 90, ankle: -4 }, far: feetFlat.far }, arms: strapHands }),
    stretch: onBack({
      lumbar: 3,
      legs: { near: { hip: 80, knee: 15, ankle: -6 }, far: feetFlat.far },
      arms: { near: { shoulder: 74, elbow: 28 }, far: { shoulder: 74, elbow: 28 } },
    }),
  },
  loop: [
    { to: 'stretch', seconds: 3, holdSeconds: 8 },
    { to: 'up', seconds: 3, holdSeconds: 1.5 },
  ],
  stills: [
    { pose: 'up', caption: 'On your back, one knee bent. A strap round the other foot, thigh upright.' },
    { pose: 'stretch', caption: 'Slowly straighten the knee until you feel a mild pull mid-thigh.' },
  ],
})
/** The motion of Hamstring stretch on your back (M07). */
export const hamstringStretch = hamstring(onFloor)
/** The motion of Hamstring stretch in bed (M07-bed). */
export const hamstringStretchInBed = hamstring(onBed)
const edgePins = {
  farFoot: { at: [57, 7] },
  nearHeel: { at: [91.8, 9.2], end: 55 },
} as const satisfies Pins
const onEdge = (change: Partial<Pose>): Pose =>
  sitting({
    root: { pelvis: [18, 49] },
    legs: { near: { foot: 'nearHeel' }, far: { foot: 'farFoot' } },
    arms: { near: onThighs(0.24).near, far: onThighs(0.3).far },
    ...change,
  })
/** The motion of Hamstring stretch on a chair (M07-sitting). */
export const hamstringSitting: Motion = {
  works: 'leg',
  camera: 'side',
  gravity: 'v',
  pins: edgePins,
  props: [floor(-36, 150), ...chair],
  poses: {
    tall: onEdge({}),
    hinge: onEdge({ heading: 70, neck: -4, arms: { near: onThighs(0.46).near, far: onThighs(0.52).far } }),
  },
  loop: [
    { to: 'hinge', seconds: 3, holdSeconds: 8 },
    { to: 'tall', seconds: 3, holdSeconds: 1.5 },
  ],
  stills: [
    { pose: 'tall', caption: 'Sit on the edge of a chair, one heel forward on the floor.' },
    { pose: 'hinge', caption: 'Lean forward from your hips with a flat back until you feel a mild pull.' },
  ],
}
