/**
 * Movement cards of bridge, plank, bird dog, side plank and dead bug, every level: evidence.md §5.1.
 * Data only. Who may not do them is in block-rules.ts; `care` here is the wording.
 */
import { gradedBy } from '../evidence/rests-on.ts'
import * as strength from './motions-strength.ts'
import { commonStops } from './stop-words.ts'
import type { Dose, Movement } from './types.ts'

/** What strength movements of every kind share. */
export const strong = {
  kind: 'move',
  why: 'It helps you feel strong and sure of your back. Keeping it up may make a new bad spell less likely. No one kind is best.',
  ...gradedBy('exercise-prevents', 'movement-comfort'),
  stopWhen: commonStops,
} as const
const daysRestore = { daysAWeek: [3, 5] } as const
const daysStrength = { daysAWeek: [2, 3] } as const

// ── bridge ───────────────────────────────────────────────────────────────────────────────────────────────────────

const bridgeRestore: Dose = {
  text: '8 to 10 times, hold 5 seconds. 1 to 2 rounds, 3 to 5 days a week.',
  reps: [8, 10],
  holdSeconds: [5, 5],
  sets: [1, 2],
  ...daysRestore,
}
const bridgeStrength: Dose = {
  text: '8 to 12 times. 2 to 3 rounds, 2 to 3 days a week.',
  reps: [8, 12],
  sets: [2, 3],
  ...daysStrength,
}
const bridge: Movement = {
  ...strong,
  id: 'M10',
  card: 'M10',
  place: 'floor',
  traits: ['onBack'],
  title: 'Bridge',
  description: 'Lying on your back with knees bent. The hips rise until shoulder, hip and knee make a straight line.',
  start: 'Lie on your back, knees bent, feet as wide as your hips.',
  steps: [
    'Squeeze your buttocks.',
    'Peel your hips up until shoulder, hip and knee make a straight line.',
    'Hold. Lower slowly.',
  ],
  dose: { calm: null, restore: bridgeRestore, strength: bridgeStrength },
  breathe: 'Breathe out as you go up.',
  mistakes: [
    'Arching past straight.',
    'Pushing through your neck.',
    'Letting your knees fall in.',
    'Cramp behind the thigh: bring your heels closer.',
  ],
  care: [
    'Not with high blood pressure that is not under control. Skip it if it brings up acid.',
    'From 16 weeks of pregnancy: stand up from a chair instead.',
    'If arching hurts, or with a slipped bone in the spine: stop short of straight.',
  ],
  instead: ['M10-half', 'M19', 'M19-high', 'M16', 'M16-held', 'M20-back'],
  easier: 'Lift only half-way.',
  harder: 'Bring your feet nearer.',
  motion: strength.bridge,
}
const bridges: readonly Movement[] = [
  bridge,
  {
    ...bridge,
    id: 'M10-half',
    title: 'Half bridge',
    description: 'Lying on your back with knees bent. The hips rise half-way and come down slowly.',
    steps: ['Squeeze your buttocks.', 'Peel your hips up half-way.', 'Hold. Lower slowly.'],
    dose: {
      calm: {
        text: 'Only if pain is 3 or less: 5 times, hold 3 seconds. 1 to 2 times a day.',
        reps: [5, 5],
        holdSeconds: [3, 3],
        sets: [1, 1],
        timesADay: [1, 2],
        painAtMost0to10: 3,
      },
      restore: bridgeRestore,
      strength: bridgeStrength,
    },
    instead: ['M19-high', 'M19', 'M16', 'M16-held', 'M20-back'],
    easier: 'Squeeze your buttocks and lift only a little.',
    harder: 'Lift to a straight line.',
    motion: strength.bridgeHalf,
  },
  {
    ...bridge,
    id: 'M10-near',
    title: 'Bridge, feet nearer',
    description: 'Lying on your back, feet near your bottom. The hips rise to a straight line and come down slowly.',
    start: 'Lie on your back, feet nearer to your bottom.',
    dose: { calm: null, restore: null, strength: bridgeStrength },
    instead: ['M10', 'M10-half', 'M19', 'M19-high', 'M16'],
    easier: 'Move your feet away again.',
    harder: 'Straighten one leg.',
    motion: strength.bridgeCloseFeet,
  },
  {
    ...bridge,
    id: 'M10-single',
    title: 'Bridge on one leg',
    description: 'In a bridge, one leg straightens while the hips stay level.',
    steps: [
      'Lift your hips into a straight line.',
      'Straighten one leg. Keep both hips level.',
      'Put the foot down. Lower slowly. Change legs.',
    ],
    dose: {
      calm: null,
      restore: null,
      strength: {
        text: '8 to 12 each side. 2 to 3 rounds, 2 to 3 days a week.',
        reps: [8, 12],
        sets: [2, 3],
        eachSide: true,
        ...daysStrength,
      },
    },
    mistakes: ['Dropping one hip.', ...bridge.mistakes.slice(0, 2)],
    instead: ['M10-near', 'M10', 'M19', 'M19-high', 'M16'],
    easier: 'Keep both feet down.',
    harder: 'March in the bridge.',
    motion: strength.bridgeOneLeg,
  },
  {
    ...bridge,
    id: 'M10-march',
    title: 'Bridge with marching',
    description: 'In a bridge, one foot lifts and then the other while the hips stay level.',
    steps: [
      'Lift your hips into a straight line.',
      'Lift one foot, then the other. Keep your hips level.',
      'Lower slowly.',
    ],
    dose: {
      calm: null,
      restore: null,
      strength: {
        text: '8 to 12 steps each side. 2 to 3 rounds, 2 to 3 days a week.',
        reps: [8, 12],
        sets: [2, 3],
        eachSide: true,
        ...daysStrength,
      },
    },
    mistakes: ['Dropping one hip.', ...bridge.mistakes.slice(0, 2)],
    instead: ['M10-single', 'M10-near', 'M10', 'M19', 'M19-high', 'M16'],
    easier: 'Keep both feet down.',
    harder: 'Do one more round.',
    motion: strength.bridgeMarch,
  },
]

// ── plank ────────────────────────────────────────────────────────────────────────────────────────────────────────

const plankRestore: Dose = {
  text: '5 times, hold 5 to 10 seconds. 3 to 5 days a week.',
  reps: [5, 5],
  holdSeconds: [5, 10],
  ...daysRestore,
}
const plankStrength: Dose = {
  text: '6 to 8 times, hold 10 seconds. 2 to 3 days a week. Go up a level when 8 feels like 6 out of 10 or less.',
  reps: [6, 8],
  holdSeconds: [10, 10],
  ...daysStrength,
}
const plank: Movement = {
  ...strong,
  id: 'M11',
  card: 'M11',
  place: 'floor',
  traits: ['onHands', 'holds', 'longLevers'],
  title: 'Plank on forearms and toes',
  description: 'Face down on forearms and toes. The body makes one line from head to heels.',
  start: 'Rest on your forearms and knees, elbows under your shoulders, toes tucked.',
  steps: [
    'Lift your knees. Make one line from head to heels.',
    'Keep your ribs down. Tighten your tummy lightly, as if about to be poked.',
    'Buttocks gently on. Hold, then lower your knees.',
  ],
  dose: { calm: null, restore: null, strength: plankStrength },
  breathe: 'Keep talking. If you cannot, it is too hard.',
  mistakes: ['Letting your back sag.', 'Hips too high.', 'Holding your breath.', 'Poking your neck forward.'],
  care: [
    'Sore shoulder or wrist: use a lower level.',
    'High blood pressure: short holds, and breathe.',
    'Pregnant: wall or worktop only. Stop if your tummy domes.',
    'If you leak urine while you hold: drop a level.',
    'With thin bones: no further than knees and forearms.',
    'After birth: not until your check at 6 to 8 weeks.',
  ],
  instead: ['M11-knees', 'M11-worktop', 'M11-wall', 'M22-sitting'],
  easier: 'Keep your knees down.',
  harder: 'Do more short holds, not one long one.',
  motion: strength.plankFull,
}
const planks: readonly Movement[] = [
  plank,
  {
    ...plank,
    id: 'M11-wall',
    place: 'standing',
    traits: ['onHands', 'holds'],
    title: 'Plank on a wall',
    description: 'Standing and leaning with both hands on a wall. The body makes one line from head to heels.',
    start: 'Stand back from a wall. Put both hands on it at shoulder height.',
    steps: [
      'Lean in. Make one line from head to heels, heels down.',
      ...plank.steps.slice(1, 2),
      'Hold, then push away.',
    ],
    dose: { calm: null, restore: plankRestore, strength: plankStrength },
    care: plank.care.filter((_, index) => index !== 4),
    instead: ['M22-sitting', 'M11-worktop'],
    easier: 'Stand nearer to the wall.',
    harder: 'Use a worktop.',
    motion: strength.plankWall,
  },
  {
    ...plank,
    id: 'M11-worktop',
    place: 'standing',
    traits: ['onHands', 'holds'],
    title: 'Plank on a worktop',
    description: 'Leaning with both hands on a worktop. The body makes one line from head to heels.',
    start: 'Put both hands on a worktop. Walk your feet back.',
    steps: ['Lean in. Make one line from head to heels.', ...plank.steps.slice(1, 2), 'Hold, then step in.'],
    dose: { calm: null, restore: plankRestore, strength: plankStrength },
    care: plank.care.filter((_, index) => index !== 4),
    instead: ['M11-wall', 'M22-sitting'],
    easier: 'Use a wall.',
    harder: 'Go to forearms and knees on the floor.',
    motion: strength.plankWorktop,
  },
  {
    ...plank,
    id: 'M11-knees',
    traits: ['onHands', 'onKnees', 'holds'],
    title: 'Plank on forearms and knees',
    description: 'Face down on forearms and knees. The body makes one line from head to knees.',
    start: 'Rest on your forearms and knees, elbows under your shoulders.',
    steps: [
      'Move your hips forward. Make one line from head to knees.',
      ...plank.steps.slice(1, 2),
      'Hold, then sit your hips back.',
    ],
    instead: ['M11-worktop', 'M11-wall', 'M22-sitting'],
    easier: 'Use a worktop.',
    harder: 'Lift your knees too.',
    motion: strength.plankKnees,
  },
]

// ── bird dog ─────────────────────────────────────────────────────────────────────────────────────────────────────

const birdRestore: Dose = {
  text: '5 to 6 each side, hold 5 seconds. 3 to 5 days a week.',
  reps: [5, 6],
  holdSeconds: [5, 5],
  eachSide: true,
  ...daysRestore,
}
const birdStrength: Dose = {
  text: '6 to 8 each side, hold 8 to 10 seconds. 2 to 3 rounds, 2 to 3 days a week.',
  reps: [6, 8],
  holdSeconds: [8, 10],
  sets: [2, 3],
  eachSide: true,
  ...daysStrength,
}
const bird: Movement = {
  ...strong,
  id: 'M12',
  card: 'M12',
  place: 'floor',
  traits: ['onHands', 'onKnees', 'holds'],
  title: 'Bird dog',
  description: 'On hands and knees. One leg reaches back and the other side’s arm reaches forward, back still.',
  start: 'Hands under your shoulders, knees under your hips, back at rest.',
  steps: [
    'Slowly reach one leg back and the other side’s arm forward.',
    'Keep your hips level, as if a cup sat on your back.',
    'Pause. Come back. Then swap.',
  ],
  dose: { calm: null, restore: null, strength: birdStrength },
  breathe: 'Breathe out as you reach.',
  mistakes: ['Leg too high, so that your back arches.', 'Tilting your hips.', 'Rushing.'],
  care: [
    'Sore knees or wrists: use a pad, or your forearms.',
    'If arching hurts: keep the leg low.',
    'A good choice with thin bones, and in pregnancy while it feels good.',
  ],
  instead: ['M12-standing', 'M12-sitting'],
  easier: 'Reach with the arm or the leg alone.',
  harder: 'Hold for 10 seconds.',
  motion: strength.birdDog,
}
const birds: readonly Movement[] = [
  bird,
  {
    ...bird,
    id: 'M12-slide',
    traits: ['onHands', 'onKnees'],
    title: 'Bird dog: slide one leg',
    description: 'On hands and knees. One leg slides back with the toes on the floor, back still.',
    steps: ['Slide one leg back, toes on the floor.', 'Keep your hips level.', 'Slide it home. Then swap.'],
    dose: { calm: null, restore: birdRestore, strength: birdStrength },
    easier: 'Slide the leg only half-way.',
    harder: 'Lift the leg.',
    motion: strength.birdDogSlide,
  },
  {
    ...bird,
    id: 'M12-leg',
    title: 'Bird dog: lift one leg',
    description: 'On hands and knees. One leg lifts back, no higher than the trunk, back still.',
    steps: [
      'Slowly lift one leg back, no higher than your back.',
      'Keep your hips level. Pause.',
      'Come back. Then swap.',
    ],
    dose: { calm: null, restore: birdRestore, strength: birdStrength },
    easier: 'Slide the leg along the floor.',
    harder: 'Lift one arm.',
    motion: strength.birdDogLeg,
  },
  {
    ...bird,
    id: 'M12-arm',
    title: 'Bird dog: reach one arm',
    description: 'On hands and knees. One arm reaches forward, back still.',
    steps: ['Slowly reach one arm forward.', 'Keep your back still. Pause.', 'Come back. Then swap.'],
    easier: 'Lift one leg only.',
    harder: 'Reach with arm and leg.',
    motion: strength.birdDogArm,
  },
  {
    ...bird,
    id: 'M12-standing',
    place: 'standing',
    traits: ['oneLegStanding', 'holds'],
    title: 'Bird dog at a worktop',
    description: 'Standing at a worktop, one hand on it. One leg reaches back and the other side’s arm forward.',
    start: 'Stand and lean your hands on a worktop.',
    steps: [
      'Slowly reach one leg back and the other side’s arm forward.',
      'Keep one hand on the worktop.',
      'Pause. Come back. Then swap.',
    ],
    dose: { calm: null, restore: birdRestore, strength: birdStrength },
    care: ['If arching hurts: keep the leg low.', 'If you may fall: keep one hand on the worktop all the time.'],
    instead: ['M12-sitting', 'M12'],
    easier: 'Keep both hands on the worktop.',
    harder: 'Do it on hands and knees.',
    motion: strength.birdDogStanding,
  },
  {
    ...bird,
    id: 'M12-sitting',
    place: 'chair',
    traits: ['hipPast90', 'holds'],
    title: 'Seated arm and leg lift',
    description: 'Sitting tall on a chair. One foot lifts with the other side’s arm.',
    start: 'Sit tall on a firm chair, feet flat, hands on your thighs.',
    steps: ['Lift one foot and the other side’s arm.', 'Stay tall. Pause.', 'Lower both. Then swap.'],
    dose: { calm: null, restore: birdRestore, strength: birdStrength },
    mistakes: ['Slumping back.', 'Rushing.'],
    care: ['Not with a new hip.'],
    instead: ['M12-standing', 'M22-sitting'],
    easier: 'Lift the foot or the arm alone.',
    harder: 'Do it standing at a worktop.',
    motion: strength.birdDogSitting,
  },
]

// ── side plank ───────────────────────────────────────────────────────────────────────────────────────────────────

const sideStrength: Dose = {
  text: '6 each side, hold 8 to 10 seconds. 1 to 2 rounds, 2 to 3 days a week.',
  reps: [6, 6],
  holdSeconds: [8, 10],
  sets: [1, 2],
  eachSide: true,
  ...daysStrength,
}
const sidePlank: Movement = {
  ...strong,
  id: 'M13',
  card: 'M13',
  place: 'floor',
  traits: ['holds', 'longLevers'],
  title: 'Side plank, legs straight',
  description: 'On your side on one forearm, seen from the front. The hips lift into line, legs straight.',
  start: 'Lie on your side, elbow under your shoulder, legs straight.',
  steps: [
    'Lift your hips until head, hips and feet make one line.',
    'Do not roll.',
    'Lower slowly. Then the other side.',
  ],
  dose: { calm: null, restore: null, strength: sideStrength },
  breathe: 'Keep your breath steady.',
  mistakes: ['Hips too far back.', 'Shoulder up by your ear.', 'Twisting.'],
  care: [
    'Shoulder trouble, or new pain in your side: skip it, or use the wall.',
    'Pregnant or with thin bones: no further than bent knees.',
    'After birth: not until your check at 6 to 8 weeks.',
  ],
  instead: ['M13-knees', 'M13-wall'],
  easier: 'Bend your knees.',
  harder: 'Do one more round.',
  motion: strength.sidePlankFull,
}
const sidePlanks: readonly Movement[] = [
  sidePlank,
  {
    ...sidePlank,
    id: 'M13-wall',
    place: 'standing',
    traits: ['holds'],
    title: 'Side plank on a wall',
    description: 'Standing side-on to a wall, forearm on it, seen from the front. The body makes one straight line.',
    start: 'Stand side-on to a wall, forearm on it, feet away from it.',
    steps: [
      'Lift your hips away from the wall into one straight line.',
      'Do not twist.',
      'Come back. Then the other side.',
    ],
    dose: {
      calm: null,
      restore: {
        text: '4 to 5 each side, hold 5 to 8 seconds. 3 to 5 days a week.',
        reps: [4, 5],
        holdSeconds: [5, 8],
        eachSide: true,
        ...daysRestore,
      },
      strength: sideStrength,
    },
    instead: ['M22-sitting', 'M08-standing'],
    easier: 'Stand nearer to the wall.',
    harder: 'Go to the floor, knees bent.',
    motion: strength.sidePlankWall,
  },
  {
    ...sidePlank,
    id: 'M13-knees',
    traits: ['holds'],
    title: 'Side plank, knees bent',
    description: 'On your side on one forearm, knees bent back, seen from the front. The hips lift into line.',
    start: 'Lie on your side, elbow under your shoulder, knees bent back.',
    steps: ['Lift your hips until head, hips and knees make one line.', ...sidePlank.steps.slice(1)],
    instead: ['M13-wall'],
    easier: 'Use a wall.',
    harder: 'Straighten your legs.',
    motion: strength.sidePlankKnees,
  },
]

// ── dead bug ─────────────────────────────────────────────────────────────────────────────────────────────────────

const bugStrength: Dose = {
  text: '6 to 10 each side. 2 to 3 rounds, 2 to 3 days a week.',
  reps: [6, 10],
  sets: [2, 3],
  eachSide: true,
  ...daysStrength,
}
const bug: Movement = {
  ...strong,
  id: 'M14',
  card: 'M14',
  place: 'floor',
  traits: ['onBack', 'longLevers'],
  title: 'Dead bug',
  description: 'Lying on your back, hips and knees at right angles, arms up. One leg and the other side’s arm lower.',
  start: 'Lie on your back, hips and knees at right angles, arms up. Let your low back rest near the floor.',
  steps: [
    'Lower one leg and the other side’s arm.',
    'Go only as far as your back stays still.',
    'Come back. Then swap.',
  ],
  dose: { calm: null, restore: null, strength: bugStrength },
  breathe: 'Breathe out as arm and leg go away.',
  mistakes: ['Arching your back.', 'Letting your ribs flare.', 'Holding your breath.', 'Going fast.'],
  care: [
    'Not from 16 weeks of pregnancy. Not if your tummy domes.',
    'After birth: not until your check at 6 to 8 weeks.',
    'Sore neck: use a pillow.',
    'With thin bones: bent knees only. Do not lift your head.',
  ],
  instead: ['M14-leg', 'M14-taps', 'M14-heel-slide', 'M14-heel-slide-bed', 'M15-sitting', 'M22-sitting'],
  easier: 'Move one leg alone.',
  harder: 'Go slower.',
  motion: strength.deadBug,
}
const heelSlide: Movement = {
  ...bug,
  id: 'M14-heel-slide',
  traits: ['onBack'],
  title: 'Heel slide with brace',
  description: 'Lying on your back with knees bent, tummy lightly tight. One heel slides away and comes home.',
  start: 'Lie on your back, knees bent.',
  steps: [
    'Tighten your tummy a little.',
    'Slide one heel away. Keep your back still.',
    'Slide it home. Then the other.',
  ],
  dose: {
    calm: {
      text: '5 each side. 1 to 2 times a day.',
      reps: [5, 5],
      sets: [1, 1],
      timesADay: [1, 2],
      eachSide: true,
    },
    restore: {
      text: '6 each side. 1 to 2 rounds, 3 to 5 days a week.',
      reps: [6, 6],
      sets: [1, 2],
      eachSide: true,
      ...daysRestore,
    },
    strength: bugStrength,
  },
  breathe: 'Breathe out as the heel goes away.',
  instead: ['M14-heel-slide-bed', 'M15-sitting', 'M22-sitting'],
  easier: 'Slide only half-way.',
  harder: 'Lift both legs and tap one heel.',
  motion: strength.heelSlide,
}
const bugs: readonly Movement[] = [
  bug,
  heelSlide,
  {
    ...heelSlide,
    id: 'M14-heel-slide-bed',
    place: 'bed',
    title: 'Heel slide in bed',
    start: 'Lie on your back in bed, knees bent.',
    instead: ['M15-sitting', 'M22-sitting', 'M14-heel-slide'],
    motion: strength.heelSlideInBed,
  },
  {
    ...bug,
    id: 'M14-taps',
    traits: ['onBack'],
    title: 'Heel taps',
    description:
      'Lying on your back, hips and knees at right angles, arms up. One heel lowers until it touches the floor.',
    steps: ['Lower one heel until it touches the floor.', 'Keep your back still.', 'Bring it back. Then the other.'],
    dose: {
      calm: null,
      restore: {
        text: '6 each side. 1 to 2 rounds, 3 to 5 days a week.',
        reps: [6, 6],
        sets: [1, 2],
        eachSide: true,
        ...daysRestore,
      },
      strength: bugStrength,
    },
    breathe: 'Breathe out as the heel goes down.',
    instead: ['M14-heel-slide', 'M14-heel-slide-bed', 'M15-sitting', 'M22-sitting'],
    easier: 'Slide one heel along the floor.',
    harder: 'Straighten the leg.',
    motion: strength.heelTaps,
  },
  {
    ...bug,
    id: 'M14-leg',
    title: 'Dead bug: one leg',
    description: 'Lying on your back, hips and knees at right angles, arms up. One leg goes away, low, and comes back.',
    steps: [
      'Slide one leg away through the air.',
      'Go only as far as your back stays still.',
      'Bring it back. Then the other.',
    ],
    breathe: 'Breathe out as the leg goes away.',
    instead: ['M14-taps', 'M14-heel-slide', 'M14-heel-slide-bed', 'M15-sitting', 'M22-sitting'],
    easier: 'Tap your heel instead.',
    harder: 'Lower the other side’s arm too.',
    motion: strength.deadBugLeg,
  },
]

/** The cards of strength. */
export const strengthMovements: readonly Movement[] = [...bridges, ...planks, ...birds, ...sidePlanks, ...bugs]
