/**
 * How the sitting, standing and walking movements are drawn: key postures from evidence.md §5.4, others chosen to match [C].
 * Data and small builders only. Never: says who may do a movement.
 */
import { itemAt } from '../evidence/lists.ts'
import type { Motion, MotionStep } from './motion.ts'
import {
  chair,
  chairFromAbove,
  feetFlat,
  floor,
  floorInFront,
  frontChair,
  halfOf,
  mat,
  onThighs,
  sitPins,
  sitting,
  standing,
  standPins,
  table,
  turning,
  twistedSitting,
  wallAt,
} from './postures.ts'
import type { ArmPose, Pin, Pins, Pose } from './pose.ts'

// ── sitting ──────────────────────────────────────────────────────────────────────────────────────────────────────

const seated: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: sitPins,
  props: [floor(-36, 104), ...chair],
  poses: { tall: sitting() },
  loop: [{ to: 'tall', seconds: 1 }],
  stills: [{ pose: 'tall', caption: 'Sit tall on a firm chair, feet flat, hands on your thighs.' }],
}
const tall = { pose: 'tall', caption: 'Sit tall on a firm chair, feet flat, hands on your thighs.' }

const onShins: Record<'near' | 'far', ArmPose> = {
  near: { on: 'nearShin', along: 0.2, off: 6.5, elbowTo: 200 },
  far: { on: 'farShin', along: 0.2, off: 6.5, elbowTo: 200 },
}
/** The motion of Seated lean forward (M01-sitting). */
export const seatedLean: Motion = {
  ...seated,
  poses: { tall: sitting(), lean: sitting({ heading: 48, lumbar: 16, thoracic: 12, neck: 14, arms: onShins }) },
  loop: [
    { to: 'lean', seconds: 3, holdSeconds: 5 },
    { to: 'tall', seconds: 3, holdSeconds: 1 },
  ],
  stills: [tall, { pose: 'lean', caption: 'Slide your hands down and lean forward, only as far as is comfortable.' }],
}
/** The motion of Seated pelvic rock (M08-sitting). */
export const seatedPelvicRock: Motion = {
  ...seated,
  poses: {
    tall: sitting(),
    back: sitting({ heading: 91, lumbar: 10, thoracic: 3 }),
    forward: sitting({ heading: 88, lumbar: -9, thoracic: -2 }),
  },
  loop: [
    { to: 'back', seconds: 2, holdSeconds: 2 },
    { to: 'forward', seconds: 2.5, holdSeconds: 1 },
    { to: 'tall', seconds: 1.5, holdSeconds: 0.5 },
  ],
  stills: [
    tall,
    { pose: 'back', caption: 'Breathe out. Rock back on your sitting bones. Your low back rounds a little.' },
    { pose: 'forward', caption: 'Rock forward. Your low back arches a little.' },
  ],
}
/** The motion of Seated cat-cow (M05-sitting). */
export const seatedCatCow: Motion = {
  ...seated,
  poses: {
    tall: sitting(),
    cat: sitting({ heading: 88, lumbar: 20, thoracic: 20, neck: 22 }),
    cow: sitting({ heading: 89, lumbar: -14, thoracic: -9, neck: -12 }),
  },
  loop: [
    { to: 'cat', seconds: 2.5, holdSeconds: 0.8 },
    { to: 'tall', seconds: 2 },
    { to: 'cow', seconds: 2, holdSeconds: 0.8 },
    { to: 'tall', seconds: 2, holdSeconds: 0.5 },
  ],
  stills: [
    tall,
    { pose: 'cat', caption: 'Breathe out. Slowly round your back. Tuck your chin.' },
    { pose: 'cow', caption: 'Breathe in. Lift your chest and let your low back arch.' },
  ],
}
/** The motion of Seated cat: round only (M05-sitting-cat). */
export const seatedCat = halfOf(seatedCatCow, 'cat')
/** The motion of Seated cow: arch only (M05-sitting-cow). */
export const seatedCow = halfOf(seatedCatCow, 'cow')
const lift = { hip: 108, knee: 96, ankle: -6 }
/** The motion of Seated marching (M15-sitting). */
export const seatedMarch: Motion = {
  ...seated,
  poses: {
    tall: sitting(),
    near: sitting({ legs: { near: lift, far: feetFlat.far } }),
    far: sitting({ legs: { near: feetFlat.near, far: lift } }),
  },
  loop: [
    { to: 'near', seconds: 1.2 },
    { to: 'tall', seconds: 1.2 },
    { to: 'far', seconds: 1.2 },
    { to: 'tall', seconds: 1.2 },
  ],
  stills: [
    tall,
    { pose: 'near', caption: 'Lift one foot a little. Stay tall.' },
    { pose: 'far', caption: 'Lower it, then the other.' },
  ],
}
const onBelly: Record<'near' | 'far', ArmPose> = {
  near: { on: 'belly', off: 2.4, elbowTo: 'out' },
  far: onThighs(0.42).far,
}
const bothOnBelly: Record<'near' | 'far', ArmPose> = {
  near: { on: 'belly', off: 2.4, elbowTo: 'out' },
  far: { on: 'belly', off: 2.4, elbowTo: 'out' },
}
/** The motion of Seated tummy brace (M22-sitting). */
export const seatedBrace: Motion = {
  ...seated,
  poses: {
    soft: sitting({ arms: bothOnBelly, breath: 1.8 }),
    braced: sitting({ arms: bothOnBelly, lumbar: 1, breath: -0.8 }),
  },
  loop: [
    { to: 'braced', seconds: 1.5, holdSeconds: 5 },
    { to: 'soft', seconds: 2, holdSeconds: 2.5 },
  ],
  stills: [
    { pose: 'soft', caption: 'Sit tall, hands on your tummy.' },
    { pose: 'braced', caption: 'Tighten your tummy a little: about a quarter effort. Keep breathing.' },
  ],
}
/** The motion of Slow breathing (breathing). */
export const seatedBreathing: Motion = {
  ...seated,
  poses: {
    out: sitting({ arms: onBelly, heading: 93, lumbar: 4 }),
    in: sitting({ arms: onBelly, heading: 94, lumbar: 3, breath: 3.2 }),
  },
  loop: [
    { to: 'in', seconds: 4 },
    { to: 'out', seconds: 6 },
  ],
  stills: [
    { pose: 'out', caption: 'Hand on your tummy. Breathe out slowly, about 6 seconds.' },
    { pose: 'in', caption: 'Breathe in through your nose, about 4 seconds. Your tummy rises.' },
  ],
}
const leant = (breath: number): Pose =>
  sitting({
    heading: 43,
    lumbar: 14,
    thoracic: 14,
    neck: 18,
    breath,
    root: { pelvis: [2, 49] },
    arms: { near: { hand: 'nearTable', elbowTo: 'out' }, far: { hand: 'farTable', elbowTo: 'out' } },
  })
/** The motion of Sit and lean on a table (M17d). */
export const leanOnTable: Motion = {
  ...seated,
  props: [floor(-36, 152), ...chair, ...table, { kind: 'block', x: 46, y: 70.6, w: 40, h: 7, round: 3.5, soft: true }],
  poses: { out: leant(0), in: leant(2) },
  loop: [
    { to: 'in', seconds: 4 },
    { to: 'out', seconds: 5, holdSeconds: 1 },
  ],
  stills: [{ pose: 'out', caption: 'Sit and lean forward. Rest your arms and head on a table and a pillow.' }],
}

/** The motion of Small seated twist (M06-small). */
export const seatedTwist: Motion = {
  camera: 'front',
  gravity: 'v',
  pins: { nearFoot: { at: [41, 7], w: 10 }, farFoot: { at: [41, 7], w: -10 } },
  props: [floorInFront, ...frontChair],
  kneesForward: true,
  also: { names: ['From the front', 'From above'], camera: 'top', props: chairFromAbove },
  poses: { middle: twistedSitting(0), oneWay: twistedSitting(25), otherWay: twistedSitting(-25) },
  loop: turning,
  stills: [
    { pose: 'middle', caption: 'Sit tall, arms crossed, feet flat.' },
    { pose: 'oneWay', caption: 'Breathe out. Turn your ribs a little to one side.' },
    { pose: 'otherWay', caption: 'Back to the middle, then the other side.' },
  ],
}

// ── standing ─────────────────────────────────────────────────────────────────────────────────────────────────────

const upright: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: standPins,
  props: [floor(-48, 100)],
  poses: { stand: standing() },
  loop: [{ to: 'stand', seconds: 1 }],
  stills: [{ pose: 'stand', caption: 'Stand tall.' }],
}
const onHips: Record<'near' | 'far', ArmPose> = {
  near: { on: 'hips', along: 0.6, off: -9, elbowTo: 180 },
  far: { on: 'hips', along: 0.6, off: -9, elbowTo: 180 },
}
/** The motion of Standing back-bend (M18). */
export const standingBackBend: Motion = {
  ...upright,
  poses: {
    stand: standing({ arms: onHips }),
    back: standing({ root: { pelvis: [6, 90.45] }, heading: 102, lumbar: -18, thoracic: -8, neck: -8, arms: onHips }),
  },
  loop: [
    { to: 'back', seconds: 2.5, holdSeconds: 1 },
    { to: 'stand', seconds: 2.5, holdSeconds: 0.8 },
  ],
  stills: [
    { pose: 'stand', caption: 'Stand with your feet apart, hands on your hips.' },
    { pose: 'back', caption: 'Lean back a little. Keep your knees straight and your neck easy.' },
  ],
}
const forearmsOnWall: Record<'near' | 'far', ArmPose> = {
  near: { hand: 'nearWall', elbowTo: 290 },
  far: { hand: 'farWall', elbowTo: 290 },
}
/** The motion of Hips to the wall (M02-wall). */
export const hipsToWall: Motion = {
  ...upright,
  props: [floor(-48, 86), wallAt(35, 190)],
  poses: {
    stand: standing({ root: { pelvis: [-2, 90.9] }, heading: 83, arms: forearmsOnWall }),
    in: standing({
      root: { pelvis: [8, 90.2] },
      heading: 94,
      lumbar: -16,
      thoracic: -6,
      neck: -4,
      arms: forearmsOnWall,
    }),
  },
  loop: [
    { to: 'in', seconds: 2.5, holdSeconds: 1 },
    { to: 'stand', seconds: 2.5, holdSeconds: 0.8 },
  ],
  stills: [
    { pose: 'stand', caption: 'Face a wall. Rest your forearms on it.' },
    { pose: 'in', caption: 'Let your hips move towards the wall, so your back arches a little.' },
  ],
}
const soft = { near: { foot: 'nearOut' }, far: { foot: 'farOut' } } as const
const backToWall = (lumbar: number): Pose =>
  standing({ root: { pelvis: [0, 88.4] }, heading: 90.5, lumbar, legs: soft })
/** The motion of Standing pelvic tilt (M08-standing). */
export const standingPelvicTilt: Motion = {
  ...upright,
  props: [floor(-24, 74), wallAt(-17.4, 190)],
  poses: { rest: backToWall(0), flat: backToWall(10), arch: backToWall(-8) },
  loop: [
    { to: 'flat', seconds: 2, holdSeconds: 2.5 },
    { to: 'arch', seconds: 3, holdSeconds: 0.6 },
    { to: 'rest', seconds: 1.5, holdSeconds: 0.6 },
  ],
  stills: [
    { pose: 'rest', caption: 'Stand with your back against a wall, feet a little forward, knees soft.' },
    { pose: 'flat', caption: 'Breathe out. Gently press your low back towards the wall.' },
    { pose: 'arch', caption: 'Let it arch a little. Small and smooth.' },
  ],
}
const atTop: Record<'near' | 'far', ArmPose> = {
  near: { hand: 'nearTop', elbowTo: 215 },
  far: { hand: 'farTop', elbowTo: 215 },
}
const atWorktop = (change: Partial<Pose> = {}): Pose =>
  standing({ root: { pelvis: [-4, 90.2] }, heading: 62, neck: -8, arms: atTop, ...change })
/** The motion of Cat-cow at a worktop (M05-standing). */
export const worktopCatCow: Motion = {
  ...upright,
  props: [
    floor(-48, 136),
    { kind: 'block', x: 36, y: 0, w: 44, h: 84, round: 2 },
    { kind: 'block', x: 31, y: 84, w: 52, h: 4.4, round: 2 },
  ],
  poses: {
    stand: atWorktop(),
    cat: atWorktop({ heading: 64, lumbar: 22, thoracic: 20, neck: 20 }),
    cow: atWorktop({ heading: 61, lumbar: -16, thoracic: -9, neck: -20 }),
  },
  loop: [
    { to: 'cat', seconds: 2.5, holdSeconds: 0.8 },
    { to: 'stand', seconds: 2 },
    { to: 'cow', seconds: 2, holdSeconds: 0.8 },
    { to: 'stand', seconds: 2, holdSeconds: 0.5 },
  ],
  stills: [
    { pose: 'stand', caption: 'Stand and lean your hands on a worktop.' },
    { pose: 'cat', caption: 'Breathe out. Slowly round your back. Tuck your chin.' },
    { pose: 'cow', caption: 'Breathe in. Let your tummy drop. Lift your chest.' },
  ],
}
/** The motion of Cat at a worktop: round only (M05-standing-cat). */
export const worktopCat = halfOf(worktopCatCow, 'cat')
/** The motion of Cow at a worktop: arch only (M05-standing-cow). */
export const worktopCow = halfOf(worktopCatCow, 'cow')

const broom: Record<'near' | 'far', ArmPose> = {
  near: { on: 'stick', off: 6, elbowTo: 270 },
  far: { on: 'stick', off: 6, elbowTo: 270 },
}
const twistedStanding = (twist: number): Pose =>
  standing({ twist, legs: { near: { foot: 'nearWide' }, far: { foot: 'farWide' } }, arms: broom })
/** The motion of Standing twist with a broom (M06-standing). */
export const standingTwist: Motion = {
  camera: 'front',
  gravity: 'v',
  pins: { nearWide: { at: [-2, 7], w: 11 }, farWide: { at: [-2, 7], w: -11 } },
  props: [{ kind: 'block', x: -48, y: -9, w: 96, h: 14, round: 6 }],
  stickPast: 26,
  also: { names: ['From the front', 'From above'], camera: 'top', props: [mat(-34, -34, 68, 58)] },
  poses: { middle: twistedStanding(0), oneWay: twistedStanding(25), otherWay: twistedStanding(-25) },
  loop: turning,
  stills: [
    { pose: 'middle', caption: 'Stand with a broom across your chest, feet apart.' },
    { pose: 'oneWay', caption: 'Breathe out. Turn your ribs a little to one side.' },
    { pose: 'otherWay', caption: 'Back to the middle, then the other side.' },
  ],
}

// ── walking ──────────────────────────────────────────────────────────────────────────────────────────────────────

interface Stride {
  readonly hip: readonly [number, number]
  readonly knee: readonly [number, number]
  readonly ankle: readonly [number, number]
  readonly shoulder: readonly [number, number]
  readonly heading: number
}
/** One moment of a step; the first of each pair is the leading leg. `mirror` swaps near and far. */
const stride = ({ hip, knee, ankle, shoulder, heading }: Stride, mirror: boolean): Pose => {
  const legs = [0, 1].map((of) => ({ hip: itemAt(hip, of), knee: itemAt(knee, of), ankle: itemAt(ankle, of) }))
  const arms = [0, 1].map((of) => ({ shoulder: itemAt(shoulder, of), elbow: 20 }))
  const [near, far] = mirror ? [1, 0] : [0, 1]
  return {
    root: { feetDown: 0 },
    heading,
    legs: { near: itemAt(legs, near), far: itemAt(legs, far) },
    arms: { near: itemAt(arms, near), far: itemAt(arms, far) },
  }
}
const strike: Stride = { hip: [25, -11], knee: [5, 26], ankle: [-2, -6], shoulder: [-15, 20], heading: 88 }
const stance: Stride = { hip: [4, 15], knee: [8, 60], ankle: [3, -4], shoulder: [0, 2], heading: 90 }
const walkPoses = {
  strike: stride(strike, false),
  stance: stride(stance, false),
  farStrike: stride(strike, true),
  farStance: stride(stance, true),
}
const walkLoop: readonly MotionStep[] = [
  { to: 'stance', seconds: 0.32 },
  { to: 'farStrike', seconds: 0.32 },
  { to: 'farStance', seconds: 0.32 },
  { to: 'strike', seconds: 0.32 },
]
/** The motion of Walking (M15). */
export const walking: Motion = {
  ...upright,
  even: true,
  props: [floor(-56, 112)],
  poses: walkPoses,
  loop: walkLoop,
  stills: [
    { pose: 'strike', caption: 'Heel down first. Opposite arm swings.' },
    { pose: 'stance', caption: 'Pass over that foot. Look ahead, not down.' },
    { pose: 'farStrike', caption: 'Then the other. Short steps if you are sore.' },
  ],
}
/** The motion of Walking in a pool (M15-pool). */
export const walkingInPool: Motion = {
  ...walking,
  loop: walkLoop.map((step) => ({ ...step, seconds: 0.6 })),
  props: [
    floor(-76, 152),
    { kind: 'block', x: -76, y: 0, w: 152, h: 122, soft: true },
    { kind: 'block', x: -80, y: -3, w: 5, h: 134, round: 1.5 },
    { kind: 'block', x: 75, y: -3, w: 5, h: 134, round: 1.5 },
  ],
  stills: [
    { pose: 'strike', caption: 'Walk in water, near the side.' },
    { pose: 'stance', caption: 'Slow, even steps.' },
  ],
}
const marching = (up: 'near' | 'far' | 'none'): Pose => {
  const down = { hip: 0, knee: 3, ankle: 3 }
  const raised = { hip: 52, knee: 72, ankle: -12 }
  return {
    root: { feetDown: 0 },
    heading: 90,
    legs: { near: up === 'near' ? raised : down, far: up === 'far' ? raised : down },
    arms: {
      near: { shoulder: up === 'far' ? 18 : up === 'near' ? -10 : 4, elbow: 18 },
      far: { shoulder: up === 'near' ? 18 : up === 'far' ? -10 : 4, elbow: 18 },
    },
  }
}
/** The motion of March on the spot (M15-march). */
export const marchOnSpot: Motion = {
  ...upright,
  poses: { stand: marching('none'), near: marching('near'), far: marching('far') },
  loop: [
    { to: 'near', seconds: 0.7 },
    { to: 'stand', seconds: 0.7 },
    { to: 'far', seconds: 0.7 },
    { to: 'stand', seconds: 0.7 },
  ],
  stills: [
    { pose: 'stand', caption: 'Stand tall, near something firm to hold.' },
    { pose: 'near', caption: 'Lift one knee a little.' },
    { pose: 'far', caption: 'Lower it, then the other.' },
  ],
}

const crank = { x: 20, y: 34, r: 14 }
const pedalPins: Pins = {
  nearBar: { at: [48, 98], w: 12 },
  farBar: { at: [48, 98], w: -12 },
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, eighth): [string, Pin] => {
      const angle = (-eighth * Math.PI) / 4
      return [
        `p${eighth}`,
        { at: [crank.x - 4 + crank.r * Math.cos(angle), crank.y + 8 + crank.r * Math.sin(angle)], end: -8 },
      ]
    }),
  ),
}
const pedalling = (eighth: number): Pose => ({
  root: { pelvis: [-12, 92] },
  heading: 57,
  lumbar: 6,
  neck: -10,
  legs: { near: { foot: `p${eighth % 8}` }, far: { foot: `p${(eighth + 4) % 8}` } },
  arms: { near: { hand: 'nearBar', elbowTo: 250 }, far: { hand: 'farBar', elbowTo: 250 } },
})
/** The motion of Static bike (M15-bike). */
export const staticBike: Motion = {
  ...upright,
  even: true,
  pins: pedalPins,
  props: [
    floor(-44, 118),
    { kind: 'line', from: [-30, 2], to: [-2, 2], thick: 4 },
    { kind: 'line', from: [40, 2], to: [66, 2], thick: 4 },
    { kind: 'line', from: [-18, 80], to: [crank.x, crank.y], thick: 4 },
    { kind: 'line', from: [-12, 2], to: [crank.x, crank.y], thick: 4 },
    { kind: 'line', from: [crank.x, crank.y], to: [54, 4], thick: 4 },
    { kind: 'line', from: [54, 4], to: [44, 94], thick: 4 },
    { kind: 'line', from: [40, 95], to: [56, 98], thick: 4 },
    { kind: 'block', x: -28, y: 77, w: 30, h: 5, round: 2.5 },
    { kind: 'ring', x: crank.x, y: crank.y, r: 9, thick: 3 },
    { kind: 'ring', x: 54, y: 24, r: 19, thick: 4 },
  ],
  poses: Object.fromEntries(Array.from({ length: 8 }, (_, eighth) => [`e${eighth}`, pedalling(eighth)])),
  loop: Array.from({ length: 8 }, (_, eighth) => ({ to: `e${(eighth + 1) % 8}`, seconds: 0.2 })),
  stills: [
    { pose: 'e0', caption: 'Sit with a slight lean, hands on the bars.' },
    { pose: 'e2', caption: 'Pedal gently, little load.' },
  ],
}
