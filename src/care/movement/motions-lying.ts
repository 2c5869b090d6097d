/**
 * How the lying and hands-and-knees movements are drawn: key postures from evidence.md §5.4, replacements chosen to match [C].
 * Data and small builders only. Never: says who may do a movement.
 */
import type { Motion, Prop } from './motion.ts'
import {
  armsDown,
  backPins,
  feetFlat,
  floor,
  fourPins,
  frontFloor,
  frontPins,
  halfOf,
  headPillow,
  mat,
  onBack,
  onBed,
  onFloor,
  onFours,
  onFront,
  rolled,
  rollPins,
} from './postures.ts'
import type { ArmPose, LegPose, Pins, Pose } from './pose.ts'

// ── on the back, knees bent ──────────────────────────────────────────────────────────────────────────────────────

const holdThigh: Record<'near' | 'far', ArmPose> = {
  near: { on: 'nearThigh', along: 0.42, off: 9, elbowTo: 300 },
  far: { on: 'nearThigh', along: 0.42, off: 9, elbowTo: 300 },
}

/** With the knee drawn in, the hands are nearer to it. */
const drawThigh: Record<'near' | 'far', ArmPose> = {
  near: { on: 'nearThigh', along: 0.66, off: 5, elbowTo: 300 },
  far: { on: 'nearThigh', along: 0.66, off: 5, elbowTo: 300 },
}

const kneeIn = (props: readonly Prop[]): Motion => ({
  camera: 'side',
  gravity: 'v',
  pins: backPins,
  props,
  poses: {
    crook: onBack(),
    hold: onBack({ lumbar: 3, legs: { near: { hip: 94, knee: 110, ankle: -8 }, far: feetFlat.far }, arms: holdThigh }),
    in: onBack({ lumbar: 12, legs: { near: { hip: 120, knee: 125, ankle: -10 }, far: feetFlat.far }, arms: drawThigh }),
  },
  loop: [
    { to: 'hold', seconds: 2, holdSeconds: 0.6 },
    { to: 'in', seconds: 2, holdSeconds: 5 },
    { to: 'hold', seconds: 2 },
    { to: 'crook', seconds: 2, holdSeconds: 1 },
  ],
  stills: [
    { pose: 'crook', caption: 'On your back, knees bent, feet flat.' },
    { pose: 'hold', caption: 'Hands behind one thigh.' },
    { pose: 'in', caption: 'Draw the knee in until you feel a mild pull. Hold, and breathe.' },
  ],
})

/** The motion of One knee to chest (M01). */
export const kneeToChest = kneeIn(onFloor)
/** The motion of One knee to chest, in bed (M01-bed). */
export const kneeToChestInBed = kneeIn(onBed)

/** The motion of Both knees to chest (M01-double). */
export const bothKneesToChest: Motion = {
  ...kneeToChest,
  poses: {
    crook: onBack(),
    one: onBack({ lumbar: 3, legs: { near: { hip: 94, knee: 110, ankle: -8 }, far: feetFlat.far }, arms: holdThigh }),
    both: onBack({
      heading: 183,
      lumbar: 20,
      thoracic: 2,
      neck: -4,
      legs: { near: { hip: 122, knee: 130, ankle: -10 }, far: { hip: 122, knee: 130, ankle: -10 } },
      arms: { near: drawThigh.near, far: { on: 'farThigh', along: 0.66, off: 5, elbowTo: 300 } },
    }),
  },
  loop: [
    { to: 'one', seconds: 2, holdSeconds: 0.5 },
    { to: 'both', seconds: 2.5, holdSeconds: 6 },
    { to: 'one', seconds: 2.5 },
    { to: 'crook', seconds: 2, holdSeconds: 1 },
  ],
  stills: [
    { pose: 'crook', caption: 'On your back, knees bent, feet flat.' },
    { pose: 'one', caption: 'Bring up one knee first.' },
    { pose: 'both', caption: 'Then the other. Hold behind both thighs, and breathe.' },
  ],
}

const tilt = (props: readonly Prop[]): Motion => ({
  camera: 'side',
  gravity: 'v',
  pins: backPins,
  props,
  poses: { rest: onBack(), flat: onBack({ lumbar: 10 }), arch: onBack({ lumbar: -10 }) },
  loop: [
    { to: 'flat', seconds: 2, holdSeconds: 2.5 },
    { to: 'arch', seconds: 3, holdSeconds: 0.6 },
    { to: 'rest', seconds: 1.5, holdSeconds: 0.6 },
  ],
  stills: [
    { pose: 'rest', caption: 'On your back, knees bent.' },
    { pose: 'flat', caption: 'Breathe out. Gently flatten your low back.' },
    { pose: 'arch', caption: 'Let it arch a little. Small and smooth.' },
  ],
})
/** The motion of Pelvic tilt (M08). */
export const pelvicTilt = tilt(onFloor)
/** The motion of Pelvic tilt in bed (M08-bed). */
export const pelvicTiltInBed = tilt(onBed)

const bellyHands: Record<'near' | 'far', ArmPose> = {
  near: { on: 'belly', off: 2.5, elbowTo: 'out' },
  far: { on: 'belly', off: 2.5, elbowTo: 'out' },
}
const brace = (props: readonly Prop[]): Motion => ({
  camera: 'side',
  gravity: 'v',
  pins: backPins,
  props,
  poses: {
    soft: onBack({ arms: bellyHands, breath: 1.8 }),
    braced: onBack({ arms: bellyHands, lumbar: 2, breath: -0.8 }),
  },
  loop: [
    { to: 'braced', seconds: 1.5, holdSeconds: 5 },
    { to: 'soft', seconds: 2, holdSeconds: 2.5 },
  ],
  stills: [
    { pose: 'soft', caption: 'On your back, hands on your tummy.' },
    { pose: 'braced', caption: 'Tighten your tummy a little: about a quarter effort. Keep breathing.' },
  ],
})
/** The motion of Tummy brace (M22). */
export const abdominalBrace = brace(onFloor)
/** The motion of Tummy brace in bed (M22-bed). */
export const abdominalBraceInBed = brace(onBed)

// ── knee rolls, seen from the feet ──────────────────────────────────────────────────────────────────────────────────

const kneeRoll = (fromTheFeet: readonly Prop[], fromAbove: readonly Prop[]): Motion => ({
  camera: 'feet',
  gravity: 'v',
  pins: rollPins,
  props: fromTheFeet,
  also: { names: ['From the feet', 'From above'], camera: 'above', props: fromAbove },
  poses: { middle: rolled(0), oneWay: rolled(15), otherWay: rolled(-15) },
  loop: [
    { to: 'oneWay', seconds: 2, holdSeconds: 0.8 },
    { to: 'middle', seconds: 2, holdSeconds: 0.3 },
    { to: 'otherWay', seconds: 2, holdSeconds: 0.8 },
    { to: 'middle', seconds: 2, holdSeconds: 0.3 },
  ],
  stills: [
    { pose: 'middle', caption: 'Seen from the feet: on your back, knees bent together, arms out.' },
    { pose: 'oneWay', caption: 'Let both knees drift a little to one side.' },
    { pose: 'otherWay', caption: 'Back to the middle, then the other side.' },
  ],
})
/** The motion of Knee rolls (M09). */
export const kneeRolls = kneeRoll(
  [mat(-84, -66, 168, 88), { kind: 'block', x: -20, y: 2, w: 40, h: 18, round: 7, soft: true }],
  [mat(-40, -36, 172, 72), { kind: 'block', x: -36, y: -15, w: 26, h: 30, round: 7, soft: true }],
)
/** The motion of Knee rolls in bed (M09-bed). */
export const kneeRollsInBed = kneeRoll(
  [
    { kind: 'line', from: [-76, -64], to: [-76, -86], thick: 4 },
    { kind: 'line', from: [76, -64], to: [76, -86], thick: 4 },
    mat(-84, -72, 168, 96),
    { kind: 'block', x: -30, y: 3, w: 60, h: 20, round: 8, soft: true },
  ],
  [mat(-48, -76, 188, 152), { kind: 'block', x: -44, y: -26, w: 34, h: 52, round: 9, soft: true }],
)

// ── on the front ─────────────────────────────────────────────────────────────────────────────────────────────────

const restOnFront: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: frontPins,
  props: [frontFloor],
  poses: { out: onFront(), in: onFront({ breath: 0.8, thoracic: 2 }) },
  loop: [
    { to: 'in', seconds: 3, holdSeconds: 0.5 },
    { to: 'out', seconds: 3, holdSeconds: 1 },
  ],
  stills: [{ pose: 'out', caption: 'On your front, forehead on your hands. Let your back soften.' }],
}
/** The motion of Lie on your front (M02-prone). */
export const proneLying = restOnFront
/** The motion of On your front, prop on elbows (M02). */
export const proneOnElbows: Motion = {
  ...restOnFront,
  poses: {
    down: onFront(),
    elbows: onFront({
      heading: 23.5,
      lumbar: -20,
      thoracic: -8,
      neck: -5,
      arms: { near: { hand: 'nearHand', elbowTo: 200 }, far: { hand: 'farHand', elbowTo: 200 } },
    }),
  },
  loop: [
    { to: 'elbows', seconds: 3, holdSeconds: 10 },
    { to: 'down', seconds: 3, holdSeconds: 3 },
  ],
  stills: [
    { pose: 'down', caption: 'On your front, forehead on your hands. Lie and soften.' },
    { pose: 'elbows', caption: 'Prop on your forearms. Let your tummy sag.' },
  ],
}
/** The motion of On your front, pillow under tummy (M17c). */
export const easeOnFront: Motion = {
  ...restOnFront,
  pins: { ...frontPins, nearFoot: { at: [-83.5, 8.4], end: 196 }, farFoot: { at: [-83.5, 8.4], end: 196 } },
  props: [frontFloor, { kind: 'block', x: -14, y: 0, w: 44, h: 8, round: 4, soft: true }],
  poses: {
    out: onFront({ root: { pelvis: [0, 15.5] }, heading: -3, lumbar: 8, thoracic: 4, neck: -2 }),
    in: onFront({ root: { pelvis: [0, 15.5] }, heading: -3, lumbar: 8, thoracic: 6, neck: -2, breath: 0.8 }),
  },
  stills: [{ pose: 'out', caption: 'On your front, a pillow under your tummy, forehead on your hands.' }],
}

// ── hands and knees ──────────────────────────────────────────────────────────────────────────────────────────────

const cat = onFours({ thigh: 92, heading: 6.5, lumbar: 25, thoracic: 22, neck: 30 })
const cow = onFours({ thigh: 94, heading: 5.5, lumbar: -20, thoracic: -10, neck: -20 })
const fours: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: fourPins,
  props: [floor(-62, 152)],
  poses: { neutral: onFours(), cat, cow },
  loop: [
    { to: 'cat', seconds: 2.5, holdSeconds: 0.8 },
    { to: 'neutral', seconds: 2 },
    { to: 'cow', seconds: 2, holdSeconds: 0.8 },
    { to: 'neutral', seconds: 2, holdSeconds: 0.5 },
  ],
  stills: [
    { pose: 'neutral', caption: 'Hands under shoulders, knees under hips.' },
    { pose: 'cat', caption: 'Breathe out. Slowly round your back. Tuck tail and chin.' },
    { pose: 'cow', caption: 'Breathe in. Let your tummy drop. Lift tail and chest.' },
  ],
}
/** The motion of Cat-cow (M05). */
export const catCow = fours
/** The motion of Cat: round only (M05-cat). */
export const catOnly = halfOf(fours, 'cat')
/** The motion of Cow: arch only (M05-cow). */
export const cowOnly = halfOf(fours, 'cow')
/** The motion of Pelvic tilt on hands and knees (M08-four-point). */
export const pelvicTiltOnFours: Motion = {
  ...fours,
  poses: {
    neutral: onFours(),
    round: onFours({ lumbar: 10, heading: 6.4 }),
    arch: onFours({ lumbar: -6, heading: 5.8 }),
  },
  loop: [
    { to: 'round', seconds: 2, holdSeconds: 2 },
    { to: 'neutral', seconds: 2, holdSeconds: 1 },
  ],
  stills: [
    { pose: 'neutral', caption: 'Hands and knees, back at rest.' },
    { pose: 'round', caption: 'Breathe out. Tuck your tail a little. Do not let your tummy sag after.' },
  ],
}

// ── positions of ease ────────────────────────────────────────────────────────────────────────────────────────────

const calves: LegPose = { hip: 90, knee: 90, ankle: -12 }
const seatOfChair: readonly Prop[] = [
  { kind: 'line', from: [104, 40], to: [104, 0], thick: 3.6 },
  { kind: 'line', from: [69, 40], to: [69, 0], thick: 3.6 },
  { kind: 'block', x: 63, y: 42.5, w: 46, h: 4.6, round: 2.2 },
]
/** The motion of Calves on a chair (M17a). */
export const calvesOnChair: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: backPins,
  props: [floor(-36, 164), headPillow, ...seatOfChair],
  poses: {
    out: onBack({
      lumbar: 3,
      legs: { near: calves, far: calves },
      arms: { near: { on: 'belly', off: 2.5, elbowTo: 'out' }, far: armsDown.far },
    }),
    in: onBack({
      lumbar: 3,
      breath: 2.6,
      legs: { near: calves, far: calves },
      arms: { near: { on: 'belly', off: 2.5, elbowTo: 'out' }, far: armsDown.far },
    }),
  },
  loop: [
    { to: 'in', seconds: 4 },
    { to: 'out', seconds: 5, holdSeconds: 1 },
  ],
  stills: [{ pose: 'out', caption: 'On your back, calves on a chair. Hips and knees at right angles.' }],
}

const curled = (breath: number): Pose => ({
  root: { pelvis: [50, 0] },
  heading: 178,
  lumbar: 6,
  thoracic: 4,
  neck: 12,
  breath,
  legs: { near: { hip: 62, knee: 78, ankle: -14 }, far: { hip: 44, knee: 66, ankle: -14 } },
  arms: { near: { shoulder: 46, elbow: 92 }, far: { shoulder: 96, elbow: 132 } },
})
const onSide = (under: Prop): Motion => ({
  camera: 'side',
  gravity: 'w',
  pins: {},
  props: [
    under,
    { kind: 'block', x: -38, y: -19, w: 32, h: 44, round: 9, soft: true },
    { kind: 'block', x: 58, y: 6, w: 34, h: 26, round: 9, soft: true },
  ],
  poses: { out: curled(0), in: curled(2.4) },
  loop: [
    { to: 'in', seconds: 4 },
    { to: 'out', seconds: 5, holdSeconds: 1 },
  ],
  stills: [
    { pose: 'out', caption: 'Seen from above: on your side, a pillow between your knees and one under your head.' },
  ],
})
/** The motion of On your side (M17b). */
export const sideLying = onSide(mat(-44, -34, 184, 104))
/** The motion of On your side, in bed (M17b-bed). */
export const sideLyingInBed = onSide(mat(-50, -52, 200, 142))

const bookPins = { farHand: { at: [0.5, 50], w: -15 } } as const satisfies Pins
const book = (change: Partial<Pose>, out: number): Pose => ({
  root: { pelvis: [50, 0] },
  heading: 180,
  neck: 6,
  legs: { near: { hip: 76, knee: 88, ankle: -10 }, far: { hip: 80, knee: 88, ankle: -10 } },
  arms: { near: { shoulder: 92, elbow: 8, out }, far: { hand: 'farHand', elbowTo: 0 } },
  ...change,
})
/** The motion of Open-book (M21) and Open-book in bed (M21-bed). */
export const openBook: Motion = {
  camera: 'side',
  gravity: 'w',
  pins: bookPins,
  props: [mat(-44, -66, 170, 136), { kind: 'block', x: -38, y: -17, w: 32, h: 38, round: 9, soft: true }],
  poses: { closed: book({}, 4), half: book({ twist: -14 }, 78), open: book({ twist: -34 }, 140) },
  loop: [
    { to: 'half', seconds: 2, holdSeconds: 0 },
    { to: 'open', seconds: 2, holdSeconds: 1 },
    { to: 'half', seconds: 2 },
    { to: 'closed', seconds: 2, holdSeconds: 0.8 },
  ],
  stills: [
    { pose: 'closed', caption: 'Seen from above: on your side, knees bent, arms in front.' },
    { pose: 'half', caption: 'Lift the top arm. Keep your knees together.' },
    { pose: 'open', caption: 'Open it behind you as far as is easy. Let your chest follow.' },
  ],
}
