/**
 * Movement cards done lying or on hands and knees, with their bed versions: evidence.md §5.1–5.3.
 * Data only. Who may not do them is in block-rules.ts; `care` here is the wording.
 */
import { gradedBy } from '../evidence/rests-on.ts'
import { commonStops } from './stop-words.ts'
import * as lying from './motions-lying.ts'
import type { Doses, Movement } from './types.ts'

/** What is known of each of these movements: no more than of the others (evidence.md §5.0). */
export const noTrialWinner =
  'It can ease guarding and give you confidence to move. No good trial shows that one movement beats another for a new spasm.'
/** What that rests on. */
export const onMoves = gradedBy('no-best-movement')
/** What a card rests on that suits people by the direction which eases them. */
export const onDirection = gradedBy('direction-small', 'movement-comfort')

const kneeDose: Doses = {
  calm: {
    text: '5 each side, hold 5 seconds. 2 to 3 times a day.',
    reps: [5, 5],
    holdSeconds: [5, 5],
    timesADay: [2, 3],
    eachSide: true,
  },
  restore: {
    text: '3 each side, hold 15 to 30 seconds. 1 to 2 times a day.',
    reps: [3, 3],
    holdSeconds: [15, 30],
    timesADay: [1, 2],
    eachSide: true,
  },
  strength: { text: 'Only to cool down.', reps: [3, 3], holdSeconds: [15, 30], eachSide: true },
}

const kneeToChest: Movement = {
  id: 'M01',
  card: 'M01',
  kind: 'move',
  place: 'floor',
  traits: ['onBack', 'holds', 'hipPast90'],
  title: 'One knee to chest',
  description:
    'Lying on your back with knees bent. Both hands hold behind one thigh and draw that knee towards the chest.',
  start: 'Lie on your back, knees bent, feet flat, head on a small pillow.',
  steps: [
    'Put both hands behind one thigh, not on the kneecap.',
    'Draw the knee towards your chest until you feel a mild pull in your low back or buttock.',
    'Hold. Lower the foot. Change legs.',
  ],
  dose: kneeDose,
  breathe: 'Breathe out as the knee comes in. Slow breaths while you hold.',
  mistakes: ['Pulling fast.', 'Lifting your head.', 'Letting your tailbone shoot up.', 'Holding your breath.'],
  care: [
    'Skip it if bending makes your back or leg pain worse.',
    'With thin bones: one knee only, small range.',
    'Not flat on your back from 16 weeks of pregnancy.',
    'With a hip replacement or a knee problem: hold the thigh and stop at a right angle.',
  ],
  instead: ['M01-bed', 'M01-sitting'],
  why: noTrialWinner,
  ...onMoves,
  stopWhen: commonStops,
  easier: 'Bring the knee only as far as your hands hold it upright.',
  harder: 'Later: both knees.',
  motion: lying.kneeToChest,
}

const proneDose: Doses = {
  calm: {
    text: 'Prop on your elbows 5 times, 10 to 30 seconds each. 3 to 5 times a day.',
    reps: [5, 5],
    holdSeconds: [10, 30],
    timesADay: [3, 5],
  },
  restore: { text: 'Prop on your elbows 1 to 2 minutes, twice a day.', minutes: [1, 2], timesADay: [2, 2] },
  strength: null,
}

const proneOnElbows: Movement = {
  id: 'M02',
  card: 'M02',
  kind: 'move',
  place: 'floor',
  traits: ['onFront', 'arches', 'holds'],
  title: 'On your front, prop on elbows',
  description:
    'Lying on your front. The chest rises as you prop on your forearms. Elbows are under the shoulders, and hips are heavy.',
  start: 'Lie on your front, forehead on your hands. Put a pillow under your tummy if arching hurts.',
  steps: [
    'Lie and soften for 1 to 2 minutes.',
    'If that feels better, prop on your forearms, elbows under your shoulders.',
    'Let your tummy sag. Then lower.',
  ],
  dose: proneDose,
  breathe: 'Slow. Let your back sink as you breathe out.',
  mistakes: ['Shrugging.', 'Gripping your buttocks.', 'Staying when leg pain grows.'],
  care: [
    'Not in pregnancy.',
    'Not if standing or arching is what hurts, or with narrowed nerve space in the spine.',
    'Not on elbows with a slipped vertebra.',
    'Not after tummy surgery.',
    'Skip it if you have trouble breathing.',
  ],
  instead: ['M02-prone', 'M18', 'M02-wall'],
  why: 'It suits people who hurt when bending. Picking a direction this way helps a little at most.',
  ...onDirection,
  stopWhen: commonStops,
  easier: 'Stay flat, forehead on your hands.',
  harder: 'Stay up on your elbows for longer.',
  motion: lying.proneOnElbows,
}

const catCowDose: Doses = {
  calm: { text: '5 to 8 small rounds. 2 to 3 times a day.', reps: [5, 8], timesADay: [2, 3] },
  restore: { text: '8 to 10 rounds, once or twice.', reps: [8, 10], sets: [1, 2] },
  strength: { text: 'To warm up: 8 to 10 rounds.', reps: [8, 10] },
}

/** Cat-cow on hands and knees; the sitting and standing versions build on its words. */
export const catCow: Movement = {
  id: 'M05',
  card: 'M05',
  kind: 'move',
  place: 'floor',
  traits: ['onHands', 'onKnees', 'roundsDeep', 'arches', 'movesHead'],
  title: 'Cat-cow',
  description: 'On hands and knees. The back slowly rounds up, comes back to the middle, then lets the tummy drop.',
  start: 'Hands under your shoulders, knees under your hips.',
  steps: [
    'Slowly round your back up. Tuck your tail and chin.',
    'Come back to the middle.',
    'Let your tummy drop. Lift your tail and chest.',
    'Move only as far as is smooth.',
  ],
  dose: catCowDose,
  breathe: 'Out as you round. In as you arch.',
  mistakes: ['Locking your elbows.', 'Moving only your neck.', 'Going fast.'],
  care: [
    'With thin bones: from the middle to the arch only.',
    'Pregnant: from the middle to the round only. Let nothing sag.',
    'If arching hurts: the cat half only. If bending hurts: the cow half only.',
    'Sore wrists: use fists or forearms.',
    'If you get giddy: keep your head still.',
  ],
  instead: [
    'M05-cat',
    'M05-cow',
    'M05-sitting',
    'M05-sitting-cat',
    'M05-sitting-cow',
    'M05-standing',
    'M05-standing-cat',
    'M05-standing-cow',
  ],
  why: noTrialWinner,
  ...onMoves,
  stopWhen: commonStops,
  easier: 'Make it smaller, or do it sitting.',
  harder: 'Do more rounds, as far as is smooth.',
  motion: lying.catCow,
}
const catOnly = {
  steps: ['Slowly round your back up. Tuck your tail and chin.', 'Come back to the middle. Go no further.'],
  breathe: 'Out as you round. In as you come back.',
}
const cowOnly = {
  steps: ['Let your tummy drop a little. Lift your tail and chest.', 'Come back to the middle. Go no further.'],
  breathe: 'In as you arch. Out as you come back.',
}

const tiltDose: Doses = {
  calm: {
    text: '8 to 10 times, hold 2 to 3 seconds. Up to 4 times a day.',
    reps: [8, 10],
    holdSeconds: [2, 3],
    timesADay: [1, 4],
  },
  restore: {
    text: '10 times, hold 5 seconds. 1 to 2 times a day.',
    reps: [10, 10],
    holdSeconds: [5, 5],
    timesADay: [1, 2],
  },
  strength: { text: 'To warm up: 10 times, hold 5 seconds.', reps: [10, 10], holdSeconds: [5, 5] },
}

/** Pelvic tilt; the sitting and standing versions build on its words. */
export const pelvicTilt: Movement = {
  id: 'M08',
  card: 'M08',
  kind: 'move',
  place: 'floor',
  traits: ['onBack'],
  title: 'Pelvic tilt',
  description: 'Lying on your back with knees bent. The low back gently flattens to the floor, then arches a little.',
  start: 'Lie on your back, knees bent.',
  steps: ['Gently flatten your low back to the floor.', 'Then let it arch a little.', 'Keep it small and smooth.'],
  dose: tiltDose,
  breathe: 'Breathe out as you flatten.',
  mistakes: ['Pushing with your feet.', 'Holding your breath.', 'Making it big.'],
  care: ['Nearly everyone can do this.', 'From 16 weeks of pregnancy: do it sitting, standing or on hands and knees.'],
  instead: ['M08-bed', 'M08-sitting', 'M08-standing', 'M08-four-point'],
  why: noTrialWinner,
  ...onMoves,
  stopWhen: commonStops,
  easier: 'Make it so small that nobody could see it.',
  harder: 'Hold each one for 5 seconds.',
  motion: lying.pelvicTilt,
}

/** Knee rolls; the wide version builds on its words. */
export const kneeRolls: Movement = {
  id: 'M09',
  card: 'M09',
  kind: 'move',
  place: 'floor',
  traits: ['onBack', 'twists'],
  title: 'Knee rolls',
  description:
    'Lying on your back with knees bent together and arms out. The knees drift a little to one side and then the other.',
  start: 'Lie on your back, knees bent together, arms out.',
  steps: [
    'Let your knees drift a little to one side.',
    'Bring them back to the middle.',
    'Then the other side. Keep your shoulders down.',
  ],
  dose: {
    calm: {
      text: '5 to 8 each way, only a little (10 to 20 degrees). 2 to 4 times a day.',
      reps: [5, 8],
      timesADay: [2, 4],
      eachSide: true,
    },
    restore: { text: '10 each way, 1 to 2 times a day.', reps: [10, 10], timesADay: [1, 2], eachSide: true },
    strength: { text: 'To cool down: 10 each way.', reps: [10, 10], eachSide: true },
  },
  breathe: 'Breathe out as your knees roll.',
  mistakes: ['Letting the knees drop.', 'Lifting your shoulders.', 'Forcing your knees to the floor.'],
  care: [
    'With thin bones or long-term steroids: tiny range, do not let the legs hang.',
    'With leg pain: go away from the sore side first.',
    'From 16 weeks of pregnancy: open-book on your side.',
    'Not with a joined, broken or stiffened spine.',
  ],
  instead: ['M09-bed', 'M21', 'M21-bed', 'M06-small'],
  why: noTrialWinner,
  ...onMoves,
  stopWhen: commonStops,
  easier: 'Roll a hand-width each way.',
  harder: 'Later, roll further, up to about half-way.',
  motion: lying.kneeRolls,
}

const easeDose = (minutesText: string, minutes?: readonly [number, number]): Doses => {
  const dose = { text: minutesText, ...(minutes && { minutes }) }
  return { calm: dose, restore: dose, strength: dose }
}
const easeWhy =
  'It takes load off so that your back can let go. Nobody has tested it in trials, but it is safe and costs nothing.'
const ease = {
  kind: 'ease',
  mistakes: ['Staying so long that you stiffen.', 'Gripping your shoulders or jaw.'],
  why: easeWhy,
  ...gradedBy('ease-positions'),
  breathe: 'Let your breath be slow and easy.',
} as const
const changeOften = 'As long as it feels easier. Change position every 20 to 30 minutes when you are awake.'

const braceDose: Doses = {
  calm: {
    text: '10 times, hold 5 seconds. 1 to 2 times a day.',
    reps: [10, 10],
    holdSeconds: [5, 5],
    sets: [1, 1],
    timesADay: [1, 2],
  },
  restore: {
    text: '10 times, hold 5 seconds. 3 to 5 days a week.',
    reps: [10, 10],
    holdSeconds: [5, 5],
    sets: [1, 2],
    daysAWeek: [3, 5],
  },
  strength: {
    text: '10 times, hold 5 seconds. 2 to 3 days a week.',
    reps: [10, 10],
    holdSeconds: [5, 5],
    sets: [2, 3],
    daysAWeek: [2, 3],
  },
}
/** Abdominal brace; the sitting version builds on its words. */
export const abdominalBrace: Movement = {
  id: 'M22',
  card: 'M22',
  kind: 'move',
  place: 'floor',
  traits: ['onBack', 'holds'],
  title: 'Tummy brace',
  description:
    'Lying on your back with knees bent and hands on your tummy. The tummy tightens a little while you keep breathing.',
  start: 'Lie on your back, knees bent, hands on your tummy.',
  steps: [
    'Tighten your tummy a little: about a quarter of full effort.',
    'Keep breathing while you hold.',
    'Let go slowly.',
  ],
  dose: braceDose,
  breathe: 'Keep breathing all the time. You should be able to talk.',
  mistakes: ['Holding your breath.', 'Pushing hard.', 'Sucking your tummy in.'],
  care: [
    'From 16 weeks of pregnancy: sitting, not on your back.',
    'With high blood pressure, heart or eye trouble: never hold your breath.',
  ],
  instead: ['M22-bed', 'M22-sitting'],
  why: noTrialWinner,
  ...onMoves,
  stopWhen: commonStops,
  easier: 'Use less effort, hold 2 or 3 seconds.',
  harder: 'Do it sitting or standing.',
  motion: lying.abdominalBrace,
}

const openBook: Movement = {
  id: 'M21',
  card: 'M21',
  kind: 'move',
  place: 'floor',
  traits: ['twists'],
  title: 'Open-book',
  description:
    'Lying on your side with knees bent. The top arm lifts and opens behind you while the knees stay together.',
  start: 'Lie on your side, knees bent, arms in front, a pillow under your head.',
  steps: [
    'Lift your top arm and open it behind you.',
    'Let your chest follow as far as is easy. Keep your knees together.',
    'Come back. Then do the other side.',
  ],
  dose: {
    calm: { text: '5 to 8 each side, slow. 2 to 4 times a day.', reps: [5, 8], timesADay: [2, 4], eachSide: true },
    restore: { text: '8 each side, 1 to 2 times a day.', reps: [8, 8], timesADay: [1, 2], eachSide: true },
    strength: { text: 'To cool down: 5 to 8 each side.', reps: [5, 8], eachSide: true },
  },
  breathe: 'Breathe out as you open.',
  mistakes: ['Forcing the arm to the floor.', 'Letting the knees slide apart.'],
  care: [
    'With thin bones: half-way only, no pulling.',
    'With leg pain or in pregnancy: keep it small.',
    'Not with a joined, broken or stiffened spine.',
  ],
  instead: ['M21-bed', 'M06-small'],
  why: noTrialWinner,
  ...onMoves,
  stopWhen: commonStops,
  easier: 'Open only until your arm points at the ceiling.',
  harder: 'Open a little further as it gets easy.',
  motion: lying.openBook,
}

/** The cards of movements lying down or on hands and knees. */
export const lyingMovements: readonly Movement[] = [
  kneeToChest,
  {
    ...kneeToChest,
    id: 'M01-bed',
    place: 'bed',
    title: 'One knee to chest, in bed',
    start: 'Lie on your back in bed, knees bent, feet flat.',
    instead: ['M01-sitting'],
    motion: lying.kneeToChestInBed,
  },
  {
    ...kneeToChest,
    id: 'M01-double',
    title: 'Both knees to chest',
    traits: ['onBack', 'roundsDeep', 'hipPast90', 'holds'],
    description: 'Lying on your back. Both hands hold behind the thighs and draw both knees towards the chest.',
    steps: [
      'Bring up one knee, then the other.',
      'Hold behind both thighs. Rock gently if it feels good.',
      'Lower one foot, then the other.',
    ],
    dose: {
      calm: null,
      restore: {
        text: '3 times, hold 15 to 30 seconds. 1 to 2 times a day.',
        reps: [3, 3],
        holdSeconds: [15, 30],
        timesADay: [1, 2],
      },
      strength: { text: 'Only to cool down.', reps: [3, 3], holdSeconds: [15, 30] },
    },
    care: [
      'Not with thin bones.',
      'Not with a hip replacement.',
      ...kneeToChest.care.slice(0, 1),
      'Not flat on your back from 16 weeks of pregnancy.',
    ],
    instead: ['M01', 'M01-bed', 'M01-sitting'],
    easier: 'One knee at a time.',
    harder: 'Hold a little longer.',
    motion: lying.bothKneesToChest,
  },
  proneOnElbows,
  {
    ...proneOnElbows,
    id: 'M02-prone',
    traits: ['onFront', 'restsOnFront'],
    title: 'Lie on your front',
    description: 'Lying flat on your front, forehead resting on your hands.',
    steps: ['Lie and soften.', 'Put a pillow under your tummy if arching hurts.'],
    dose: {
      calm: { text: '2 to 5 minutes, 3 to 5 times a day.', minutes: [2, 5], timesADay: [3, 5] },
      restore: { text: '2 to 5 minutes before you prop on elbows.', minutes: [2, 5] },
      strength: null,
    },
    mistakes: ['Gripping your buttocks.', 'Staying when leg pain grows.'],
    care: proneOnElbows.care.filter((line) => !line.includes('elbows')),
    instead: ['M18', 'M02-wall'],
    easier: 'Use a pillow under your tummy.',
    harder: 'Prop on your elbows.',
    motion: lying.proneLying,
  },
  catCow,
  {
    ...catCow,
    ...catOnly,
    id: 'M05-cat',
    title: 'Cat: round only',
    traits: ['onHands', 'onKnees', 'roundsDeep', 'movesHead'],
    description: 'On hands and knees. The back slowly rounds up and comes back to the middle.',
    instead: ['M05-sitting-cat', 'M05-standing-cat'],
    motion: lying.catOnly,
  },
  {
    ...catCow,
    ...cowOnly,
    id: 'M05-cow',
    title: 'Cow: arch only',
    traits: ['onHands', 'onKnees', 'arches', 'movesHead'],
    description: 'On hands and knees. The tummy drops a little and comes back to the middle.',
    instead: ['M05-sitting-cow', 'M05-standing-cow'],
    motion: lying.cowOnly,
  },
  pelvicTilt,
  {
    ...pelvicTilt,
    id: 'M08-bed',
    place: 'bed',
    title: 'Pelvic tilt in bed',
    description: pelvicTilt.description.replace('floor', 'mattress'),
    start: 'Lie on your back in bed, knees bent.',
    steps: ['Gently flatten your low back to the mattress.', ...pelvicTilt.steps.slice(1)],
    instead: ['M08-sitting', 'M08-standing', 'M08-four-point'],
    motion: lying.pelvicTiltInBed,
  },
  {
    ...pelvicTilt,
    id: 'M08-four-point',
    traits: ['onHands', 'onKnees'],
    title: 'Pelvic tilt on hands and knees',
    description: 'On hands and knees with a straight back. The tail tucks a little and comes back to the middle.',
    start: 'Hands under your shoulders, knees under your hips.',
    steps: ['Tuck your tail a little, so your low back rounds.', 'Come back to the middle. Do not let your tummy sag.'],
    breathe: 'Breathe out as you tuck.',
    instead: ['M08-sitting', 'M08-standing'],
    motion: lying.pelvicTiltOnFours,
  },
  kneeRolls,
  {
    ...kneeRolls,
    id: 'M09-bed',
    place: 'bed',
    title: 'Knee rolls in bed',
    start: 'Lie on your back in bed, knees bent together, arms out.',
    instead: ['M21-bed', 'M06-small'],
    motion: lying.kneeRollsInBed,
  },
  {
    ...ease,
    id: 'M17a',
    card: 'M17a',
    place: 'floor',
    traits: ['onBack', 'needsChair'],
    title: 'Calves on a chair',
    description: 'Lying on your back on the floor. Calves rest on a chair, hips and knees at right angles.',
    start: 'Lie on your back on the floor, bottom near a chair.',
    steps: [
      'Rest your calves on the chair, hips and knees at right angles.',
      'Put a small pillow under your head.',
      'Let your back sink into the floor.',
    ],
    dose: easeDose('5 to 10 minutes.', [5, 10]),
    care: ['Not flat on your back from 16 weeks of pregnancy.', 'Change if pain spreads to your leg.'],
    instead: ['M17b', 'M17b-bed', 'M17d', 'M17c'],
    stopWhen: commonStops,
    easier: 'Lie on your side with a pillow between your knees.',
    harder: 'Move on to small pelvic tilts.',
    motion: lying.calvesOnChair,
  },
  ...(['M17b', 'M17b-bed'] as const).map(
    (id): Movement => ({
      ...ease,
      id,
      card: 'M17b',
      place: id === 'M17b' ? 'floor' : 'bed',
      traits: [],
      title: id === 'M17b' ? 'On your side' : 'On your side, in bed',
      description: 'Lying curled on your side, a pillow between the knees and one under the head.',
      start: id === 'M17b' ? 'Lie on your side on the floor, knees bent.' : 'Lie on your side in bed, knees bent.',
      steps: [
        'Put a pillow between your knees.',
        'Put a pillow under your head.',
        'Choose the side that feels easier.',
      ],
      dose: easeDose(changeOften),
      care: ['Change if pain spreads to your leg.'],
      instead: id === 'M17b' ? ['M17b-bed', 'M17d', 'M17a', 'M17c'] : ['M17b', 'M17d', 'M17a', 'M17c'],
      stopWhen: commonStops,
      easier: 'Bend your knees more or less until it eases.',
      harder: 'Move on to small movements.',
      motion: id === 'M17b' ? lying.sideLying : lying.sideLyingInBed,
    }),
  ),
  {
    ...ease,
    id: 'M17c',
    card: 'M17c',
    place: 'floor',
    traits: ['onFront', 'restsOnFront'],
    title: 'On your front, pillow under tummy',
    description: 'Lying on your front with a pillow under the tummy, forehead on the hands.',
    start: 'Lie on your front with a pillow under your tummy.',
    steps: ['Rest your forehead on your hands.', 'Let your back and buttocks soften.'],
    dose: easeDose(changeOften),
    care: ['Only if arching your back feels fine.', 'Not in pregnancy.', 'Change if pain spreads to your leg.'],
    instead: ['M17b', 'M17b-bed', 'M17a', 'M17d'],
    stopWhen: commonStops,
    easier: 'Lie on your side.',
    harder: 'Take the pillow away.',
    motion: lying.easeOnFront,
  },
  openBook,
  {
    ...openBook,
    id: 'M21-bed',
    place: 'bed',
    title: 'Open-book in bed',
    start: 'Lie on your side in bed, knees bent, arms in front.',
    instead: ['M21', 'M06-small'],
  },
  abdominalBrace,
  {
    ...abdominalBrace,
    id: 'M22-bed',
    place: 'bed',
    title: 'Tummy brace in bed',
    start: 'Lie on your back in bed, knees bent, hands on your tummy.',
    instead: ['M22-sitting'],
    motion: lying.abdominalBraceInBed,
  },
]
