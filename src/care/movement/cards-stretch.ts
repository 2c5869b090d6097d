/**
 * Movement cards of the press-up, child's pose, full twist, hamstring stretch and wide knee rolls: evidence.md §5.1.
 * Data only. Who may not do them is in block-rules.ts; `care` here is the wording.
 */
import { kneeRolls, noTrialWinner, onDirection, onMoves } from './cards-lying.ts'
import { tallSit, twist } from './cards-upright.ts'
import * as stretch from './motions-stretch.ts'
import { commonStops } from './stop-words.ts'
import type { Doses, Movement } from './types.ts'

const plain = {
  kind: 'move',
  why: noTrialWinner,
  ...onMoves,
  stopWhen: commonStops,
} as const

const pressUp: Movement = {
  ...plain,
  id: 'M03',
  card: 'M03',
  place: 'floor',
  traits: ['onFront', 'onHands', 'arches', 'movesHead'],
  title: 'Press-up on your front (cobra)',
  description: 'Lying on your front. The hands push and the chest rises while the hips stay on the floor.',
  start: 'Lie on your front, hands beside your shoulders, toes long.',
  steps: [
    'Push gently and lift your chest.',
    'Keep your hips heavy on the floor.',
    'Go only to a mild stretch. Lower slowly.',
  ],
  dose: {
    calm: null,
    restore: {
      text: '8 to 10 times. Or 2 to 3 times, hold 10 to 15 seconds. 1 to 2 times a day.',
      reps: [8, 10],
      timesADay: [1, 2],
    },
    strength: { text: 'Only if you like it: 8 to 10 times.', reps: [8, 10] },
  },
  breathe: 'Breathe out as you rise. Sigh at the top.',
  mistakes: ['Lifting your hips.', 'Locking your elbows and hanging from your shoulders.', 'Throwing your head back.'],
  care: [
    'Not if arching hurts, or with narrowed nerve space in the spine.',
    'Not with a slipped bone in the spine.',
    'Not when pregnant. Not after tummy surgery.',
    'Sore wrists: prop on your elbows instead.',
    'With thin bones: small range, and only if it does not hurt.',
  ],
  instead: ['M03-small', 'M02', 'M02-prone', 'M18', 'M02-wall'],
  why: 'It suits people who hurt when bending. Picking a direction this way helps a little at most.',
  ...onDirection,
  easier: 'Push up only half-way.',
  harder: 'Hold the top for 10 to 15 seconds.',
  motion: stretch.pressUp,
}

const childDose: Doses = {
  calm: null,
  restore: {
    text: '2 to 3 times, hold 20 to 30 seconds. 1 to 2 times a day.',
    reps: [2, 3],
    holdSeconds: [20, 30],
    timesADay: [1, 2],
  },
  strength: { text: 'To cool down: 1 to 2 times, hold 30 seconds.', reps: [1, 2], holdSeconds: [30, 30] },
}
const halfChildDose: Doses = {
  ...childDose,
  calm: {
    text: '3 times, hold 10 to 15 seconds. 2 to 4 times a day.',
    reps: [3, 3],
    holdSeconds: [10, 15],
    timesADay: [2, 4],
  },
}
const childsPose: Movement = {
  ...plain,
  id: 'M04',
  card: 'M04',
  place: 'floor',
  traits: ['onHands', 'onKnees', 'roundsDeep', 'hipPast90', 'headLow', 'wideLegs', 'holds', 'movesHead'],
  title: 'Child’s pose',
  description: 'On hands and knees. The hips sit back towards the heels, arms long, forehead on a cushion.',
  start: 'Kneel on hands and knees, knees a little apart. Put a cushion between your heels and bottom.',
  steps: [
    'Sit your hips back towards your heels.',
    'Keep your arms long.',
    'Rest your forehead on your fist or a cushion.',
  ],
  dose: childDose,
  breathe: 'Breathe into the sides of your ribs. Let your hips sink as you breathe out.',
  mistakes: ['Pushing your bottom down to your heels.', 'Bouncing.', 'Straining your neck.'],
  care: [
    'Skip it if bending makes your back or leg pain worse.',
    'With thin bones: half-way back only, or skip it.',
    'Pregnant: knees wide, with room for your bump.',
    'Knee or hip pain, or a new joint: use the table version.',
    'High blood pressure or eye trouble: keep your head up on a cushion.',
  ],
  instead: ['M04-half', 'M04-sitting'],
  easier: 'Sit back only half-way.',
  harder: 'Stay for a few more breaths.',
  motion: stretch.childsPose,
}

const hamstringDose: Doses = {
  calm: null,
  restore: {
    text: '2 to 3 each side, hold 20 to 30 seconds. Once a day.',
    reps: [2, 3],
    holdSeconds: [20, 30],
    timesADay: [1, 1],
    eachSide: true,
  },
  strength: {
    text: 'After your strength set: 2 to 3 each side, hold 20 to 30 seconds.',
    reps: [2, 3],
    holdSeconds: [20, 30],
    eachSide: true,
  },
}
const hamstring: Movement = {
  ...plain,
  id: 'M07',
  card: 'M07',
  place: 'floor',
  traits: ['onBack', 'holds'],
  title: 'Hamstring stretch on your back',
  description: 'Lying on your back, one knee bent. A strap goes round the other foot and that knee slowly straightens.',
  start: 'Lie on your back, one knee bent. Put a strap or towel behind the other thigh or foot.',
  steps: [
    'Hold the thigh upright, at about a right angle.',
    'Slowly straighten the knee until you feel a mild pull mid-thigh.',
    'Keep your tailbone heavy. Then change legs.',
  ],
  dose: hamstringDose,
  breathe: 'Breathe easily. Breathe out into the stretch.',
  mistakes: ['Pulling your toes hard.', 'Locking your knee.', 'Rounding your back.'],
  care: [
    'Not on the side of leg pain.',
    'Tingling means a nerve: stop.',
    'With thin bones: lying down only. Never reach for your toes.',
    'From 16 weeks of pregnancy: do it sitting.',
  ],
  instead: ['M07-bed', 'M07-sitting'],
  easier: 'Keep the knee more bent.',
  harder: 'Straighten the knee a little more.',
  motion: stretch.hamstringStretch,
}

const wide: Pick<Movement, 'steps' | 'dose' | 'easier' | 'harder'> = {
  steps: [
    'Let your knees roll to one side, up to about half-way down.',
    'Bring them back to the middle.',
    'Then the other side. Keep your shoulders down.',
  ],
  dose: {
    calm: null,
    restore: {
      text: '10 each way, up to about half-way down (45 degrees). 1 to 2 times a day.',
      reps: [10, 10],
      timesADay: [1, 2],
      eachSide: true,
    },
    strength: { text: 'To cool down: 10 each way.', reps: [10, 10], eachSide: true },
  },
  easier: 'Roll a hand-width each way.',
  harder: 'Go slower.',
}

/** The cards of the larger stretches. */
export const stretchMovements: readonly Movement[] = [
  pressUp,
  {
    ...pressUp,
    id: 'M03-small',
    title: 'Small press-up on your front',
    description: 'Lying on your front. The hands push and the chest rises half-way while the hips stay on the floor.',
    steps: ['Push gently and lift your chest half-way.', 'Keep your hips heavy on the floor.', 'Lower slowly.'],
    dose: {
      calm: {
        text: 'Only if it draws leg pain up, or eases you: 5 to 10 slow, no long hold. 2 to 4 times a day.',
        reps: [5, 10],
        timesADay: [2, 4],
        onlyFor: ['PT1', 'PT3'],
      },
      restore: { text: '8 to 10 times, 1 to 2 times a day.', reps: [8, 10], timesADay: [1, 2] },
      strength: { text: 'Only if you like it: 8 to 10 times.', reps: [8, 10] },
    },
    instead: ['M02', 'M02-prone', 'M18', 'M02-wall'],
    easier: 'Prop on your elbows.',
    harder: 'Push up further.',
    motion: stretch.smallPressUp,
  },
  childsPose,
  {
    ...childsPose,
    id: 'M04-half',
    title: 'Child’s pose, half-way',
    traits: ['onHands', 'onKnees', 'hipPast90', 'headLow', 'wideLegs', 'holds'],
    description: 'On hands and knees. The hips sit back half-way towards the heels and stay there.',
    steps: [
      'Sit your hips back half-way.',
      'Keep your arms long. Let your head hang easy.',
      'Come up with your hands.',
    ],
    dose: halfChildDose,
    instead: ['M04-sitting'],
    easier: 'Sit back only a little, or use the table version.',
    harder: 'Sit back all the way.',
    motion: stretch.childsPoseHalf,
  },
  {
    ...childsPose,
    id: 'M04-sitting',
    place: 'chair',
    traits: ['leansForward', 'slumps', 'hipPast90', 'holds'],
    title: 'Table slide',
    description: 'Sitting at a table with hands on it. The hands slide away and the back follows.',
    start: 'Sit at a table, both hands on it.',
    steps: ['Slide your hands away from you.', 'Let your back follow to a comfortable point.', 'Slide back up.'],
    dose: halfChildDose,
    mistakes: ['Dropping down fast.', 'Holding your breath.'],
    care: [
      'Skip it if bending makes your back or leg pain worse.',
      'With thin bones: half-way only.',
      'Not with a new hip.',
    ],
    instead: ['M04-half', 'M08-sitting'],
    easier: 'Slide only a hand-width.',
    harder: 'Slide a little further.',
    motion: stretch.tableSlide,
  },
  {
    ...twist,
    id: 'M06',
    traits: ['twists', 'twistsFar', 'movesHead', 'holds'],
    title: 'Seated twist',
    description:
      'Sitting tall on a chair with arms crossed, seen from the front. The ribs turn to one side and stay there a while.',
    start: `${tallSit} Cross your arms.`,
    steps: [
      'Turn your ribs to one side as far as is easy.',
      'Look over your shoulder last. Pause.',
      'Come back. Then the other side.',
    ],
    dose: { ...twist.dose, calm: null },
    instead: ['M06-small', 'M09', 'M09-bed', 'M06-standing'],
    easier: 'Turn only a little, and do not hold.',
    harder: 'Hold each side a little longer.',
    motion: stretch.seatedTwistFull,
  },
  hamstring,
  {
    ...hamstring,
    id: 'M07-bed',
    place: 'bed',
    title: 'Hamstring stretch in bed',
    start: 'Lie on your back in bed, one knee bent. Put a strap or towel behind the other thigh or foot.',
    instead: ['M07-sitting', 'M07'],
    motion: stretch.hamstringStretchInBed,
  },
  {
    ...hamstring,
    id: 'M07-sitting',
    place: 'chair',
    traits: ['leansForward', 'hipPast90', 'holds'],
    title: 'Hamstring stretch on a chair',
    description:
      'Sitting on the edge of a chair, one heel forward. The upper body leans from the hips with a flat back.',
    start: 'Sit on the edge of a firm chair. Put one heel forward on the floor.',
    steps: [
      'Lean forward from your hips with a flat back.',
      'Stop at a mild pull behind your thigh.',
      'Come up. Then change legs.',
    ],
    care: [
      'Not on the side of leg pain.',
      'Tingling means a nerve: stop.',
      'With thin bones: do the lying version. Never reach for your toes.',
      'Not with a new hip.',
    ],
    instead: ['M07-bed', 'M07', 'M16-sitting'],
    easier: 'Bend the front knee a little.',
    harder: 'Lean a little further, back flat.',
    motion: stretch.hamstringSitting,
  },
  {
    ...kneeRolls,
    ...wide,
    id: 'M09-wide',
    traits: ['onBack', 'twists', 'twistsFar'],
    title: 'Wide knee rolls',
    description: 'Lying on your back with knees bent together and arms out. The knees roll half-way down to each side.',
    instead: ['M09-wide-bed', 'M09', 'M09-bed', 'M21', 'M21-bed', 'M06-small'],
    motion: stretch.kneeRollsWide,
  },
  {
    ...kneeRolls,
    ...wide,
    id: 'M09-wide-bed',
    place: 'bed',
    traits: ['onBack', 'twists', 'twistsFar'],
    title: 'Wide knee rolls in bed',
    description: 'Lying on your back with knees bent together and arms out. The knees roll half-way down to each side.',
    start: 'Lie on your back in bed, knees bent together, arms out.',
    instead: ['M09-bed', 'M21-bed', 'M06-small'],
    motion: stretch.kneeRollsWideInBed,
  },
]
