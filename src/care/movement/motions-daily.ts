/**
 * How the hip hinge, standing up from a chair and the standing leg lifts are drawn: evidence.md §5.4.
 * Versions without a row there are chosen to match [C]. Data and small
 * builders only. Never: says who may do a movement.
 */
import type { Motion, Prop } from './motion.ts'
import { chair, feetFlat, floor, sitPins, sitting, standing, standPins, wallAt } from './postures.ts'
import type { ArmPose, LegPose, Pins, Pose } from './pose.ts'

// ── hip hinge ────────────────────────────────────────────────────────────────────────────────────────────────────

const bow = { heading: 66, root: { pelvis: [-4.6, 90.3] } } as const
const hinged = { heading: 46, root: { pelvis: [-10.5, 89] } } as const
const stickHands: Record<'near' | 'far', ArmPose> = {
  near: { on: 'hips', along: 0.62, off: -13, elbowTo: 'out' },
  far: { shoulder: 148, elbow: 138 },
}
const withStick = (change: Partial<Pose> = {}): Pose => standing({ arms: stickHands, ...change })
/** The motion of Hip hinge with a stick (M16). */
export const hipHinge: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: standPins,
  held: 'backStick',
  props: [floor(-44, 108), wallAt(-27.6, 186)],
  poses: { stand: withStick(), half: withStick(bow), hinge: withStick(hinged) },
  loop: [
    { to: 'half', seconds: 1.5 },
    { to: 'hinge', seconds: 1.5, holdSeconds: 0.6 },
    { to: 'half', seconds: 1.5 },
    { to: 'stand', seconds: 1.5, holdSeconds: 0.8 },
  ],
  stills: [
    { pose: 'stand', caption: 'Stand near a wall, knees soft. The stick touches head, mid-back and tailbone.' },
    { pose: 'half', caption: 'Breathe in. Push your hips back. Your chest follows.' },
    { pose: 'hinge', caption: 'Touch the wall with your bottom. All three points still touch the stick.' },
  ],
}
/** Arms that hang straight down from a trunk at this heading. */
const hanging = (heading: number): Record<'near' | 'far', ArmPose> => ({
  near: { shoulder: 91 - heading, elbow: 3 },
  far: { shoulder: 91 - heading, elbow: 3 },
})
const withWeight = (change: { readonly heading: number } & Partial<Pose>): Pose =>
  standing({ arms: hanging(change.heading), ...change })
/** The motion of Hip hinge with a weight (M16-loaded). */
export const hipHingeLoaded: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: standPins,
  held: 'weight',
  props: [floor(-48, 106)],
  poses: { stand: withWeight({ heading: 89 }), half: withWeight(bow), hinge: withWeight(hinged) },
  loop: hipHinge.loop,
  stills: [
    { pose: 'stand', caption: 'Stand with a small weight in both hands, close to you.' },
    { pose: 'half', caption: 'Breathe in. Push your hips back. The weight stays close to your legs.' },
    { pose: 'hinge', caption: 'Breathe out and push your hips forward to stand.' },
  ],
}
const heldPins = {
  ...standPins,
  nearTop: { at: [28, 91.6], end: 0 },
  farTop: { at: [28, 91.6], end: 0 },
} as const satisfies Pins
const onTop: Record<'near' | 'far', ArmPose> = {
  near: { hand: 'nearTop', elbowTo: 215 },
  far: { hand: 'farTop', elbowTo: 215 },
}
const worktop = (x: number): Prop[] => [
  { kind: 'block', x: x + 5, y: 0, w: 44, h: 84, round: 2 },
  { kind: 'block', x, y: 84, w: 52, h: 4.4, round: 2 },
]
/** The motion of Hip hinge at a worktop (M16-held). */
export const hipHingeHeld: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: heldPins,
  props: [floor(-48, 132), ...worktop(20)],
  poses: {
    stand: standing({ heading: 74, neck: -6, root: { pelvis: [-3, 90.4] }, arms: onTop }),
    hinge: standing({ heading: 50, root: { pelvis: [-16, 87.6] }, arms: onTop }),
  },
  loop: [
    { to: 'hinge', seconds: 2.5, holdSeconds: 0.8 },
    { to: 'stand', seconds: 2.5, holdSeconds: 0.8 },
  ],
  stills: [
    { pose: 'stand', caption: 'Stand at a worktop, hands on it, knees soft.' },
    { pose: 'hinge', caption: 'Breathe in. Push your hips back. Your back keeps its shape.' },
  ],
}
const crease: Record<'near' | 'far', ArmPose> = {
  near: { on: 'nearThigh', along: 0.2, off: 9, elbowTo: 195 },
  far: { on: 'farThigh', along: 0.2, off: 9, elbowTo: 195 },
}
/** The motion of Seated hip hinge (M16-sitting). */
export const hipHingeSitting: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: sitPins,
  props: [floor(-36, 112), ...chair],
  poses: { tall: sitting({ arms: crease }), hinge: sitting({ heading: 62, arms: crease }) },
  loop: [
    { to: 'hinge', seconds: 2.5, holdSeconds: 0.8 },
    { to: 'tall', seconds: 2.5, holdSeconds: 0.8 },
  ],
  stills: [
    { pose: 'tall', caption: 'Sit tall, hands in the crease of your hips.' },
    { pose: 'hinge', caption: 'Breathe in. Lean forward from your hips. Your back keeps its shape.' },
  ],
}

// ── standing up from a chair ─────────────────────────────────────────────────────────────────────────────────────

const risePins = { nearFoot: { at: [34, 7] }, farFoot: { at: [34, 7] } } as const satisfies Pins
const ahead = (shoulder: number): Record<'near' | 'far', ArmPose> => ({
  near: { shoulder, elbow: 20 },
  far: { shoulder, elbow: 20 },
})
const rise = (seat: number, lean: number, props: readonly Prop[]): Motion => ({
  camera: 'side',
  gravity: 'v',
  pins: risePins,
  props,
  poses: {
    sit: standing({ root: { pelvis: [0, seat] }, heading: 88, arms: ahead(30) }),
    lean: standing({ root: { pelvis: [8, seat + 1] }, heading: lean, neck: -8, arms: ahead(60) }),
    stand: standing({ root: { pelvis: [37, 90.85] }, heading: 90, arms: ahead(4) }),
  },
  loop: [
    { to: 'lean', seconds: 1.5 },
    { to: 'stand', seconds: 2.4, holdSeconds: 1 },
    { to: 'lean', seconds: 2.6 },
    { to: 'sit', seconds: 1.5, holdSeconds: 1 },
  ],
  stills: [
    { pose: 'sit', caption: 'Sit near the front of a chair, feet under your knees.' },
    { pose: 'lean', caption: 'Lean forward, nose over toes.' },
    { pose: 'stand', caption: 'Breathe out and stand tall. Sit down slowly.' },
  ],
})
/** The motion of Sit to stand (M19). */
export const sitToStand = rise(49, 52, [floor(-36, 112), ...chair])
/** The same chair with firm cushions on the seat. */
export const sitToStandHigh = rise(62, 61, [
  floor(-36, 112),
  ...chair,
  { kind: 'block', x: -19, y: 39, w: 42, h: 12.6, round: 5, soft: true },
])

// ── leg lifts at a worktop ───────────────────────────────────────────────────────────────────────────────────────

const liftPins = { ...standPins, nearTop: { at: [29, 91.6], end: 0 }, farTop: { at: [29, 91.6], end: 0 } } as const
const atTop = (change: Partial<Pose> = {}): Pose =>
  standing({ heading: 77, neck: -4, root: { pelvis: [-3, 90.4] }, arms: onTop, ...change })
const behind: LegPose = { hip: -5, knee: 8, ankle: -8 }
/** The motion of Leg back at a worktop (M20-back). */
export const hipExtension: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: liftPins,
  props: [floor(-62, 148), ...worktop(23)],
  poses: {
    stand: atTop({ heading: 73 }),
    near: atTop({ heading: 71, legs: { near: behind, far: feetFlat.far } }),
    far: atTop({ heading: 71, legs: { near: feetFlat.near, far: behind } }),
  },
  loop: [
    { to: 'near', seconds: 1.8, holdSeconds: 0.8 },
    { to: 'stand', seconds: 1.8, holdSeconds: 0.4 },
    { to: 'far', seconds: 1.8, holdSeconds: 0.8 },
    { to: 'stand', seconds: 1.8, holdSeconds: 0.4 },
  ],
  stills: [
    { pose: 'stand', caption: 'Stand tall at a worktop, both hands on it.' },
    { pose: 'near', caption: 'Breathe out. Take one straight leg back a little. Stay tall.' },
    { pose: 'far', caption: 'Lower it, then the other.' },
  ],
}
const sidePins = {
  near: { at: [-3, 7], w: 9 },
  far: { at: [-3, 7], w: -9 },
  out: { at: [-3, 12.5], w: 37.4 },
  top: { at: [0, 94.5], w: -29 },
} as const satisfies Pins
const sideOn = (near: LegPose): Pose =>
  standing({
    legs: { near, far: { foot: 'far' } },
    arms: { near: { on: 'hips', along: 0.6, off: 0, elbowTo: 'out' }, far: { hand: 'top', elbowTo: 'out' } },
  })
/** The motion of Leg to the side at a worktop (M20-side). */
export const sideLegLift: Motion = {
  camera: 'front',
  gravity: 'v',
  pins: sidePins,
  props: [
    { kind: 'block', x: -74, y: -9, w: 132, h: 14, round: 6 },
    { kind: 'block', x: -58, y: 0, w: 30, h: 87, round: 2 },
    { kind: 'block', x: -61, y: 87, w: 37, h: 4.4, round: 2 },
  ],
  poses: { stand: sideOn({ foot: 'near' }), out: sideOn({ foot: 'out' }) },
  loop: [
    { to: 'out', seconds: 1.8, holdSeconds: 0.8 },
    { to: 'stand', seconds: 1.8, holdSeconds: 0.6 },
  ],
  stills: [
    { pose: 'stand', caption: 'Seen from the front: stand tall, one hand on a worktop.' },
    { pose: 'out', caption: 'Breathe out. Lift one leg a little to the side. Stay tall, then change legs.' },
  ],
}
