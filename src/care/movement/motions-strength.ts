/**
 * How bridge, plank, bird dog, side plank and dead bug are drawn, level by level: evidence.md §5.4.
 * Levels without a row there are chosen to match [C]. Data and small builders
 * only. Never: says who may do a movement.
 */
import { standOff } from './body-measures.ts'
import { itemAt } from '../evidence/lists.ts'
import type { Motion, MotionStep, OtherView, Prop, Still } from './motion.ts'
import {
  backPins,
  feetFlat,
  floor,
  fourPins,
  mat,
  onBack,
  onBed,
  onFloor,
  onFours,
  sitting,
  sitPins,
  standing,
  standPins,
  wallAt,
  chair,
  onThighs,
} from './postures.ts'
import type { ArmPose, LegPose, Pins, Pose } from './pose.ts'

// ── bridge ───────────────────────────────────────────────────────────────────────────────────────────────────────

const bridgePins = {
  ...backPins,
  nearClose: { at: [95, 7], w: 8 },
  farClose: { at: [95, 7], w: -8 },
} as const satisfies Pins
const crook = onBack()
const halfUp = onBack({ heading: 192, thoracic: 3, neck: 15 })
const up = onBack({ heading: 201, thoracic: 5, neck: 28 })
const closeFeet = { near: { foot: 'nearClose' }, far: { foot: 'farClose' } } as const
const lying: Omit<Motion, 'poses' | 'loop' | 'stills'> = {
  camera: 'side',
  gravity: 'v',
  pins: bridgePins,
  props: onFloor,
}
const upAndDown = (to: string, from: string, holdSeconds: number): readonly MotionStep[] => [
  { to, seconds: 2.5, holdSeconds },
  { to: from, seconds: 2.8, holdSeconds: 1 },
]
const crookStill: Still = { pose: 'crook', caption: 'On your back, knees bent, feet as wide as your hips.' }
/** The motion of Half bridge (M10-half). */
export const bridgeHalf: Motion = {
  ...lying,
  poses: { crook, half: halfUp },
  loop: upAndDown('half', 'crook', 3),
  stills: [crookStill, { pose: 'half', caption: 'Breathe out. Squeeze your buttocks and lift your hips half-way.' }],
}
/** The motion of Bridge (M10). */
export const bridge: Motion = {
  ...lying,
  poses: { crook, half: halfUp, top: up },
  loop: upAndDown('top', 'crook', 5),
  stills: [
    crookStill,
    { pose: 'half', caption: 'Breathe out. Squeeze your buttocks and peel your hips up.' },
    { pose: 'top', caption: 'Stop when shoulder, hip and knee make a straight line. Lower slowly.' },
  ],
}
/** The motion of Bridge, feet nearer (M10-near). */
export const bridgeCloseFeet: Motion = {
  ...lying,
  poses: { crook: onBack({ legs: closeFeet }), top: onBack({ heading: 201, thoracic: 5, neck: 28, legs: closeFeet }) },
  loop: upAndDown('top', 'crook', 5),
  stills: [
    { pose: 'crook', caption: 'On your back, feet a little nearer to your bottom.' },
    { pose: 'top', caption: 'Breathe out and lift your hips into a straight line. Lower slowly.' },
  ],
}
const oneLegOut: Pose = onBack({
  heading: 201,
  thoracic: 5,
  neck: 28,
  legs: { near: { hip: 4, knee: 4, ankle: -10 }, far: feetFlat.far },
})
/** The motion of Bridge on one leg (M10-single). */
export const bridgeOneLeg: Motion = {
  ...lying,
  poses: { crook, top: up, out: oneLegOut },
  loop: [
    { to: 'top', seconds: 2.5, holdSeconds: 0.4 },
    { to: 'out', seconds: 2, holdSeconds: 4 },
    { to: 'top', seconds: 2 },
    { to: 'crook', seconds: 2.8, holdSeconds: 1 },
  ],
  stills: [
    crookStill,
    { pose: 'top', caption: 'Lift your hips into a straight line.' },
    { pose: 'out', caption: 'Straighten one leg. Keep both hips level.' },
  ],
}
const stepped = (side: 'near' | 'far'): Pose => {
  const raised: LegPose = { hip: 68, knee: 92, ankle: -6 }
  return onBack({
    heading: 201,
    thoracic: 5,
    neck: 28,
    legs: side === 'near' ? { near: raised, far: feetFlat.far } : { near: feetFlat.near, far: raised },
  })
}
/** The motion of Bridge with marching (M10-march). */
export const bridgeMarch: Motion = {
  ...lying,
  poses: { crook, top: up, near: stepped('near'), far: stepped('far') },
  loop: [
    { to: 'near', seconds: 1.8, holdSeconds: 0.5 },
    { to: 'top', seconds: 1.8, holdSeconds: 0.3 },
    { to: 'far', seconds: 1.8, holdSeconds: 0.5 },
    { to: 'top', seconds: 1.8, holdSeconds: 0.3 },
  ],
  stills: [
    crookStill,
    { pose: 'top', caption: 'Lift your hips into a straight line.' },
    { pose: 'near', caption: 'Lift one foot. Keep your hips level.' },
    { pose: 'far', caption: 'Put it down, then the other foot.' },
  ],
}

// ── plank ────────────────────────────────────────────────────────────────────────────────────────────────────────

const set = (to: string, back: string): readonly MotionStep[] => [
  { to, seconds: 2.2, holdSeconds: 6 },
  { to: back, seconds: 2.2, holdSeconds: 1.5 },
]
const wallPins = {
  nearFoot: { at: [0, 7] },
  farFoot: { at: [0, 7] },
  nearHand: { at: [92, 115], w: 15, end: 86 },
  farHand: { at: [92, 115], w: -15, end: 86 },
} as const satisfies Pins
const reachOut: Record<'near' | 'far', ArmPose> = {
  near: { hand: 'nearHand', elbowTo: 270 },
  far: { hand: 'farHand', elbowTo: 270 },
}
const leaning = (change: Partial<Pose>): Pose => standing({ arms: reachOut, ...change })
/** The motion of Plank on a wall (M11-wall). */
export const plankWall: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: wallPins,
  props: [floor(-40, 140), wallAt(95.4, 180)],
  poses: {
    ready: leaning({ root: { pelvis: [23.5, 87] }, heading: 65, neck: -4 }),
    line: leaning({ root: { pelvis: [28.2, 86] }, heading: 70 }),
  },
  loop: set('line', 'ready'),
  stills: [
    { pose: 'ready', caption: 'Stand back from a wall. Put both hands on it at shoulder height.' },
    { pose: 'line', caption: 'Make one line from head to heels, heels down. Tighten your tummy a little.' },
  ],
}
const topPins = {
  nearFoot: { at: [-30, 12.5], end: -26 },
  farFoot: { at: [-30, 12.5], end: -26 },
  nearHand: { at: [85, 91.6], w: 15, end: 0 },
  farHand: { at: [85, 91.6], w: -15, end: 0 },
} as const satisfies Pins
/** The motion of Plank on a worktop (M11-worktop). */
export const plankWorktop: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: topPins,
  props: [
    floor(-62, 188),
    { kind: 'block', x: 82, y: 0, w: 42, h: 84, round: 2 },
    { kind: 'block', x: 77, y: 84, w: 50, h: 4.4, round: 2 },
  ],
  poses: {
    ready: leaning({ root: { pelvis: [8, 80.6] }, heading: 47, neck: -6 }),
    line: leaning({ root: { pelvis: [17.4, 81.7] }, heading: 55.5 }),
  },
  loop: set('line', 'ready'),
  stills: [
    { pose: 'ready', caption: 'Put both hands on a worktop and walk your feet back.' },
    { pose: 'line', caption: 'Make one line from head to heels. Buttocks gently on. Keep talking.' },
  ],
}
const forearmPins = {
  nearKnee: { at: [0, standOff.knee], w: 8 },
  farKnee: { at: [0, standOff.knee], w: -8 },
  nearHand: { at: [111.5, 3.4], w: 13, end: 0 },
  farHand: { at: [111.5, 3.4], w: -13, end: 0 },
} as const satisfies Pins
const toePins = {
  nearHand: { at: [71.5, 3.4], w: 13, end: 0 },
  farHand: { at: [71.5, 3.4], w: -13, end: 0 },
  nearToe: { at: [-85, 17], end: 272, w: 8 },
  farToe: { at: [-85, 17], end: 272, w: -8 },
} as const satisfies Pins
const forearms: Record<'near' | 'far', ArmPose> = {
  near: { hand: 'nearHand', elbowTo: 250 },
  far: { hand: 'farHand', elbowTo: 250 },
}
const onForearms = (change: Partial<Pose> & { thigh?: number }): Pose => {
  const { thigh = 90, ...rest } = change
  return {
    root: { kneel: 'nearKnee', thigh },
    heading: 0,
    legs: { near: { kneel: 'nearKnee' }, far: { kneel: 'farKnee' } },
    arms: forearms,
    ...rest,
  }
}
/** The motion of Plank on forearms and knees (M11-knees). */
export const plankKnees: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: forearmPins,
  props: [floor(-64, 200)],
  poses: {
    ready: onForearms({ thigh: 49, heading: -9.5, neck: -6 }),
    line: onForearms({ thigh: 21, heading: 12.5 }),
  },
  loop: set('line', 'ready'),
  stills: [
    { pose: 'ready', caption: 'Rest on your forearms and knees, elbows under shoulders.' },
    { pose: 'line', caption: 'Move your hips forward to make one line from head to knees.' },
  ],
}
const toes = { near: { foot: 'nearToe' }, far: { foot: 'farToe' } } as const
/** The motion of Plank on forearms and toes (M11). */
export const plankFull: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: toePins,
  props: [floor(-110, 206)],
  poses: {
    ready: { ...onForearms({}), root: { pelvis: [-11.3, 31.7] }, heading: -2, legs: toes },
    line: { ...onForearms({}), root: { pelvis: [-1.5, 25.6] }, heading: 7, legs: toes },
  },
  loop: set('line', 'ready'),
  stills: [
    { pose: 'ready', caption: 'Rest on your forearms, knees and toes.' },
    { pose: 'line', caption: 'Lift your knees. Make one line from head to heels. Keep talking.' },
  ],
}

// ── bird dog ─────────────────────────────────────────────────────────────────────────────────────────────────────

const birdPins = {
  ...fourPins,
  nearBack: { at: [-79.95, 16.2], end: 262, w: 8 },
  farBack: { at: [-79.95, 16.2], end: 262, w: -8 },
} as const satisfies Pins
/** Hands and knees; what is not given stays down. The root is the knee that stays. */
const bird = (legs: Partial<Pose['legs']>, arms: Partial<Pose['arms']> = {}): Pose => {
  const rest = onFours()
  return {
    ...rest,
    root: { kneel: legs.near ? 'farKnee' : 'nearKnee', thigh: 93 },
    legs: { ...rest.legs, ...legs },
    arms: { ...rest.arms, ...arms },
  }
}
const legBack: LegPose = { hip: -1, knee: 3, ankle: -20 }
const armAhead: ArmPose = { shoulder: 174, elbow: 4 }
const oneThenOther = (near: string, far: string, holdSeconds: number): readonly MotionStep[] => [
  { to: near, seconds: 2.5, holdSeconds },
  { to: 'neutral', seconds: 2.5, holdSeconds: 0.6 },
  { to: far, seconds: 2.5, holdSeconds },
  { to: 'neutral', seconds: 2.5, holdSeconds: 0.6 },
]
const neutralStill: Still = { pose: 'neutral', caption: 'Hands under shoulders, knees under hips, back at rest.' }
const fours: Omit<Motion, 'poses' | 'loop' | 'stills'> = {
  camera: 'side',
  gravity: 'v',
  pins: birdPins,
  props: [floor(-98, 196)],
}
/** The motion of Bird dog: slide one leg (M12-slide). */
export const birdDogSlide: Motion = {
  ...fours,
  poses: { neutral: bird({}), near: bird({ near: { foot: 'nearBack' } }), far: bird({ far: { foot: 'farBack' } }) },
  loop: oneThenOther('near', 'far', 3),
  stills: [
    neutralStill,
    { pose: 'near', caption: 'Breathe out. Slide one leg back, toes on the floor.' },
    { pose: 'far', caption: 'Slide it home, then the other.' },
  ],
}
/** The motion of Bird dog: lift one leg (M12-leg). */
export const birdDogLeg: Motion = {
  ...fours,
  poses: { neutral: bird({}), near: bird({ near: legBack }), far: bird({ far: legBack }) },
  loop: oneThenOther('near', 'far', 4),
  stills: [
    neutralStill,
    { pose: 'near', caption: 'Breathe out. Lift one leg back, no higher than your back.' },
    { pose: 'far', caption: 'Lower it, then the other. Keep your hips level.' },
  ],
}
/** The motion of Bird dog: reach one arm (M12-arm). */
export const birdDogArm: Motion = {
  ...fours,
  poses: { neutral: bird({}), near: bird({}, { near: armAhead }), far: bird({}, { far: armAhead }) },
  loop: oneThenOther('near', 'far', 4),
  stills: [
    neutralStill,
    { pose: 'near', caption: 'Breathe out. Reach one arm forward.' },
    { pose: 'far', caption: 'Lower it, then the other. Keep your back still.' },
  ],
}
/** The motion of Bird dog (M12). */
export const birdDog: Motion = {
  ...fours,
  poses: {
    neutral: bird({}),
    near: bird({ near: legBack }, { far: armAhead }),
    far: bird({ far: legBack }, { near: armAhead }),
  },
  loop: oneThenOther('near', 'far', 5),
  stills: [
    neutralStill,
    { pose: 'near', caption: 'Breathe out. Reach one leg back and the other side’s arm forward.' },
    { pose: 'far', caption: 'Come back, then swap. Keep your hips level, as if a cup sat on your back.' },
  ],
}
const holdTop = {
  nearTop: { at: [37, 91.6], end: 0 },
  farTop: { at: [37, 91.6], end: 0 },
} as const
const worktopAhead: readonly Prop[] = [
  { kind: 'block', x: 32, y: 0, w: 44, h: 84, round: 2 },
  { kind: 'block', x: 27, y: 84, w: 52, h: 4.4, round: 2 },
]
const atTop: Record<'near' | 'far', ArmPose> = {
  near: { hand: 'nearTop', elbowTo: 215 },
  far: { hand: 'farTop', elbowTo: 215 },
}
const standingReach = (change: Partial<Pose>): Pose =>
  standing({ root: { pelvis: [-3, 90.4] }, heading: 68, neck: -6, arms: atTop, ...change })
const legBehind: LegPose = { hip: -4, knee: 8, ankle: -12 }
/** The motion of Bird dog at a worktop (M12-standing). */
export const birdDogStanding: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: { ...standPins, ...holdTop },
  props: [floor(-62, 148), ...worktopAhead],
  poses: {
    neutral: standingReach({}),
    near: standingReach({
      legs: { near: legBehind, far: feetFlat.far },
      arms: { near: atTop.near, far: { shoulder: 140, elbow: 6 } },
    }),
    far: standingReach({
      legs: { near: feetFlat.near, far: legBehind },
      arms: { near: { shoulder: 140, elbow: 6 }, far: atTop.far },
    }),
  },
  loop: oneThenOther('near', 'far', 4),
  stills: [
    { pose: 'neutral', caption: 'Stand and lean your hands on a worktop.' },
    { pose: 'near', caption: 'Breathe out. Reach one leg back and the other side’s arm forward.' },
    { pose: 'far', caption: 'Come back, then swap. One hand stays on the worktop.' },
  ],
}
const footUp: LegPose = { hip: 104, knee: 82, ankle: -4 }
const armUp: ArmPose = { shoulder: 112, elbow: 8 }
/** The motion of Seated arm and leg lift (M12-sitting). */
export const birdDogSitting: Motion = {
  camera: 'side',
  gravity: 'v',
  pins: sitPins,
  props: [floor(-36, 112), ...chair],
  poses: {
    neutral: sitting(),
    near: sitting({
      legs: { near: footUp, far: feetFlat.far },
      arms: { near: onThighs(0.62).near, far: armUp },
    }),
    far: sitting({
      legs: { near: feetFlat.near, far: footUp },
      arms: { near: armUp, far: onThighs(0.62).far },
    }),
  },
  loop: oneThenOther('near', 'far', 4),
  stills: [
    { pose: 'neutral', caption: 'Sit tall on a firm chair, feet flat, hands on your thighs.' },
    { pose: 'near', caption: 'Breathe out. Lift one foot and the other side’s arm.' },
    { pose: 'far', caption: 'Lower both, then swap. Stay tall.' },
  ],
}

// ── dead bug ─────────────────────────────────────────────────────────────────────────────────────────────────────

const bugPins = {
  ...backPins,
  nearSlid: { at: [125, 10], w: 8, end: 48 },
  farSlid: { at: [125, 10], w: -8, end: 48 },
} as const satisfies Pins
const folded: LegPose = { hip: 90, knee: 90, ankle: -8 }
const armsUp: Record<'near' | 'far', ArmPose> = {
  near: { shoulder: 90, elbow: 2 },
  far: { shoulder: 90, elbow: 2 },
}
const bug = (legs: Partial<Pose['legs']> = {}, arms: Partial<Pose['arms']> = {}): Pose =>
  onBack({ legs: { near: folded, far: folded, ...legs }, arms: { ...armsUp, ...arms } })
const backLying: Omit<Motion, 'poses' | 'loop' | 'stills'> = {
  camera: 'side',
  gravity: 'v',
  pins: bugPins,
  props: [floor(-58, 206), itemAt(onFloor, 1)],
}
const tableStill: Still = { pose: 'neutral', caption: 'On your back, hips and knees at right angles, arms up.' }
const slide = (props: readonly Prop[]): Motion => ({
  ...backLying,
  props,
  poses: {
    neutral: onBack(),
    near: onBack({ legs: { near: { foot: 'nearSlid' }, far: feetFlat.far } }),
    far: onBack({ legs: { near: feetFlat.near, far: { foot: 'farSlid' } } }),
  },
  loop: oneThenOther('near', 'far', 0.6),
  stills: [
    { pose: 'neutral', caption: 'On your back, knees bent. Tighten your tummy a little.' },
    { pose: 'near', caption: 'Breathe out. Slide one heel away. Keep your back still.' },
    { pose: 'far', caption: 'Slide it home, then the other.' },
  ],
})
/** The motion of Heel slide with brace (M14-heel-slide). */
export const heelSlide = slide(onFloor)
/** The motion of Heel slide in bed (M14-heel-slide-bed). */
export const heelSlideInBed = slide(onBed)
/** The motion of Heel taps (M14-taps). */
export const heelTaps: Motion = {
  ...backLying,
  poses: {
    neutral: bug(),
    near: bug({ near: { foot: 'nearFoot' } }),
    far: bug({ far: { foot: 'farFoot' } }),
  },
  loop: oneThenOther('near', 'far', 0.4),
  stills: [
    tableStill,
    { pose: 'near', caption: 'Breathe out. Lower one heel until it touches the floor.' },
    { pose: 'far', caption: 'Bring it back, then the other. Keep your back still.' },
  ],
}
const longLeg: LegPose = { hip: 25, knee: 15, ankle: -20 }
/** The motion of Dead bug: one leg (M14-leg). */
export const deadBugLeg: Motion = {
  ...backLying,
  poses: { neutral: bug(), near: bug({ near: longLeg }), far: bug({ far: longLeg }) },
  loop: oneThenOther('near', 'far', 0.8),
  stills: [
    tableStill,
    { pose: 'near', caption: 'Breathe out. Slide one leg away through the air, low but off the floor.' },
    { pose: 'far', caption: 'Bring it back, then the other. Go only as far as your back stays still.' },
  ],
}
const armBack: ArmPose = { shoulder: 163, elbow: 6 }
/** The motion of Dead bug (M14). */
export const deadBug: Motion = {
  ...backLying,
  poses: {
    neutral: bug(),
    near: bug({ near: longLeg }, { far: armBack }),
    far: bug({ far: longLeg }, { near: armBack }),
  },
  loop: oneThenOther('near', 'far', 1),
  stills: [
    tableStill,
    { pose: 'near', caption: 'Breathe out. Lower one leg and the other side’s arm.' },
    { pose: 'far', caption: 'Come back, then swap. Go only as far as your back stays still.' },
  ],
}

// ── side plank, seen from the front ──────────────────────────────────────────────────────────────────────────────

const floorFacing = (x: number, w: number): Prop => ({ kind: 'block', x, y: -9, w, h: 16, round: 7 })
const sidePins = {
  knee: { at: [0, 6.4], w: 0 },
  foot: { at: [-42, 6.2], w: 0 },
  hand: { at: [90, 3.4], w: 23.2 },
} as const satisfies Pins
const topHand: ArmPose = { on: 'hips', along: 0.3, off: -17, elbowTo: 60 }
const propped = (change: Partial<Pose>): Pose => ({
  root: { kneel: 'knee', thigh: 8 },
  heading: 20,
  plane: 'front',
  legs: { near: { kneel: 'knee' }, far: { hip: 0, knee: 0, back: 90 } },
  arms: { near: { hand: 'hand', elbowTo: 270 }, far: topHand },
  ...change,
})
const seenFromOver: OtherView = {
  names: ['From the front', 'From above'],
  camera: 'over',
  props: [mat(-64, -44, 204, 98)],
}
/** The motion of Side plank, knees bent (M13-knees). */
export const sidePlankKnees: Motion = {
  works: 'side',
  camera: 'facing',
  gravity: 'v',
  pins: sidePins,
  also: seenFromOver,
  kneesForward: true,
  props: [floorFacing(-30, 170)],
  poses: {
    down: propped({
      root: { kneel: 'knee', thigh: 2 },
      heading: 34.6,
      lumbar: -10,
      legs: { near: { kneel: 'knee' }, far: { hip: -24, knee: 0, back: 90 } },
    }),
    up: propped({
      root: { kneel: 'knee', thigh: 20 },
      heading: 20.4,
      legs: { near: { kneel: 'knee' }, far: { hip: 0, knee: 0, back: 90 } },
    }),
  },
  loop: set('up', 'down'),
  stills: [
    { pose: 'down', caption: 'Seen from the front: on your side, elbow under your shoulder, knees bent back.' },
    { pose: 'up', caption: 'Lift your hips until head, hips and knees make one line.' },
  ],
}
/** The motion of Side plank, legs straight (M13). */
export const sidePlankFull: Motion = {
  works: 'side',
  camera: 'facing',
  gravity: 'v',
  pins: sidePins,
  also: seenFromOver,
  kneesForward: true,
  props: [floorFacing(-64, 204)],
  poses: {
    down: propped({
      root: { pelvis: [37.6, 16.4] },
      heading: 33,
      lumbar: -10,
      legs: { near: { foot: 'foot' }, far: { hip: -20, knee: 0 } },
    }),
    up: propped({
      root: { pelvis: [37.6, 33.1] },
      heading: 15,
      legs: { near: { foot: 'foot' }, far: { hip: 2, knee: 0 } },
    }),
  },
  loop: set('up', 'down'),
  stills: [
    { pose: 'down', caption: 'Seen from the front: on your side, elbow under your shoulder, legs straight.' },
    { pose: 'up', caption: 'Lift your hips until head, hips and feet make one line. Do not roll.' },
  ],
}
const sideWallPins = {
  nearFoot: { at: [0, 7], w: 0 },
  farFoot: { at: [-9, 7], w: 0 },
  hand: { at: [58, 162], w: 8 },
} as const satisfies Pins
const sideLean = (change: Partial<Pose>): Pose => ({
  root: { pelvis: [7.5, 88.7] },
  heading: 79,
  plane: 'front',
  legs: { near: { foot: 'nearFoot' }, far: { foot: 'farFoot' } },
  arms: { near: { hand: 'hand', elbowTo: 0 }, far: topHand },
  ...change,
})
/** The motion of Side plank on a wall (M13-wall). */
export const sidePlankWall: Motion = {
  works: 'side',
  camera: 'facing',
  gravity: 'v',
  pins: sideWallPins,
  props: [floorFacing(-48, 124), { kind: 'block', x: 61.5, y: -3, w: 5, h: 190, round: 1.5 }],
  poses: {
    ready: sideLean({ root: { pelvis: [10.4, 88.2] }, heading: 84, lumbar: -4 }),
    line: sideLean({}),
  },
  loop: set('line', 'ready'),
  stills: [
    { pose: 'ready', caption: 'Seen from the front: stand side-on to a wall, forearm on it, feet away from it.' },
    { pose: 'line', caption: 'Lift your hips away from the wall into one straight line.' },
  ],
}
