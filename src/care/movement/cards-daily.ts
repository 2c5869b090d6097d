/**
 * Movement cards of the hip hinge, standing up from a chair and the standing leg lifts: evidence.md §5.1–5.2.
 * Data only. Who may not do them is in block-rules.ts; `care` here is the wording.
 */
import { strong } from './cards-strength.ts'
import * as daily from './motions-daily.ts'
import type { Dose, Movement } from './types.ts'

const hingeCalm: Dose = {
  text: '3 to 5 small ones, if it feels fine. 1 to 2 times a day.',
  reps: [3, 5],
  timesADay: [1, 2],
}
const hingeRestore: Dose = {
  text: '8 times. 2 rounds, 3 to 5 days a week.',
  reps: [8, 8],
  sets: [2, 2],
  daysAWeek: [3, 5],
}
const hingeStrength: Dose = {
  text: '8 to 12 times. 2 to 3 rounds, 2 to 3 days a week.',
  reps: [8, 12],
  sets: [2, 3],
  daysAWeek: [2, 3],
}
const hinge: Movement = {
  ...strong,
  id: 'M16',
  card: 'M16',
  place: 'standing',
  traits: ['noHandFree'],
  title: 'Hip hinge with a stick',
  description:
    'Standing near a wall, a stick along the back. The hips push back to touch the wall and the back keeps its shape.',
  start: 'Stand 20 to 30 cm from a wall, knees soft. Hold a stick so it touches head, mid-back and tailbone.',
  steps: [
    'Push your hips back to touch the wall. Your chest follows.',
    'Your back keeps its shape: the stick still touches all three points.',
    'Push your hips forward to stand.',
  ],
  dose: { calm: hingeCalm, restore: hingeRestore, strength: hingeStrength },
  breathe: 'Breathe in as you go down. Breathe out as you come up.',
  mistakes: ['Squatting.', 'Rounding your back.', 'Locking your knees.', 'Losing touch with the stick.'],
  care: [
    'Bending is safe: backs are made to bend. This is practice in sharing the load.',
    'With thin bones this is the key way to bend each day.',
    'Dizzy or unsteady: hold a worktop.',
  ],
  instead: ['M16-held', 'M16-sitting'],
  easier: 'Hold a worktop, or do it sitting.',
  harder: 'Hold a small weight.',
  motion: daily.hipHinge,
}

const rise: Movement = {
  ...strong,
  id: 'M19',
  card: 'M19',
  place: 'chair',
  traits: ['leansForward', 'hipPast90', 'standsUp'],
  title: 'Sit to stand',
  description: 'Sitting on a chair. The upper body leans forward, the legs push up to stand, then sit down slowly.',
  start: 'Sit near the front of a firm chair, feet under your knees.',
  steps: ['Lean forward, nose over toes.', 'Push through your feet and stand tall.', 'Sit down slowly.'],
  dose: {
    calm: { text: '3 to 5 times. 1 to 2 times a day.', reps: [3, 5], timesADay: [1, 2] },
    restore: {
      text: '5 to 10 times. 2 to 3 rounds, 3 to 5 days a week.',
      reps: [5, 10],
      sets: [2, 3],
      daysAWeek: [3, 5],
    },
    strength: {
      text: '5 to 10 times. 2 to 3 rounds, 2 to 3 days a week.',
      reps: [5, 10],
      sets: [2, 3],
      daysAWeek: [2, 3],
    },
  },
  breathe: 'Breathe out as you stand.',
  mistakes: ['Dropping into the chair.', 'Letting your knees fall in.', 'Holding your breath.'],
  care: [
    'Start from a higher seat.',
    'With a new hip: the high seat only.',
    'Unsteady: hold something firm as you rise.',
  ],
  instead: ['M19-high', 'M16-held', 'M08-standing'],
  easier: 'Use a higher seat, or push with your hands.',
  harder: 'Do one more round.',
  motion: daily.sitToStand,
}

const legDose = (text: string, days: readonly [number, number], sets: readonly [number, number]): Dose => ({
  text,
  reps: [8, 10],
  sets,
  daysAWeek: days,
  eachSide: true,
})
const legDoses = {
  calm: null,
  restore: legDose('8 to 10 each side. 1 to 2 rounds, 3 to 5 days a week.', [3, 5], [1, 2]),
  strength: legDose('8 to 10 each side. 2 to 3 rounds, 2 to 3 days a week.', [2, 3], [2, 3]),
} as const
const legBack: Movement = {
  ...strong,
  id: 'M20-back',
  card: 'M20',
  place: 'standing',
  traits: ['oneLegStanding'],
  title: 'Leg back at a worktop',
  description: 'Standing at a worktop with both hands on it. One straight leg goes back a little.',
  start: 'Stand tall at a worktop, both hands on it.',
  steps: [
    'Take one straight leg back a little.',
    'Stay tall. Keep your hips facing forward.',
    'Lower it. Then the other.',
  ],
  dose: legDoses,
  breathe: 'Breathe out as the leg goes back.',
  mistakes: ['Leaning forward to lift higher.', 'Arching your back.', 'Swinging.'],
  care: ['Not with pelvic girdle pain.', 'Unsteady: keep both hands on the worktop.'],
  instead: ['M19', 'M19-high', 'M16-held', 'M10-half', 'M08-standing'],
  easier: 'Keep your toes on the floor.',
  harder: 'Hold it for 2 seconds.',
  motion: daily.hipExtension,
}

/** The cards of movements of daily life. */
export const dailyMovements: readonly Movement[] = [
  hinge,
  {
    ...hinge,
    id: 'M16-held',
    traits: [],
    title: 'Hip hinge at a worktop',
    description: 'Standing with hands on a worktop. The hips push back and the back keeps its shape.',
    start: 'Stand at a worktop, hands on it, knees soft.',
    steps: [
      'Push your hips back. Your chest follows.',
      'Your back keeps its shape.',
      'Push your hips forward to stand.',
    ],
    mistakes: ['Squatting.', 'Rounding your back.', 'Locking your knees.'],
    instead: ['M16-sitting', 'M16'],
    easier: 'Do it sitting.',
    harder: 'Let go of the worktop and use a stick.',
    motion: daily.hipHingeHeld,
  },
  {
    ...hinge,
    id: 'M16-loaded',
    title: 'Hip hinge with a weight',
    description:
      'Standing with a small weight in both hands. The hips push back, the weight stays close, then up again.',
    start: 'Stand with a weight of 1 to 2 kg in both hands, close to you, knees soft.',
    steps: [
      'Push your hips back. Your chest follows.',
      'Keep the weight close to your legs.',
      'Push your hips forward to stand.',
    ],
    dose: { calm: null, restore: null, strength: hingeStrength },
    mistakes: ['Squatting.', 'Rounding your back.', 'Letting the weight drift away from you.'],
    instead: ['M16', 'M16-held', 'M16-sitting'],
    easier: 'Put the weight down.',
    harder: 'Add a little weight when it feels easy.',
    motion: daily.hipHingeLoaded,
  },
  {
    ...hinge,
    id: 'M16-sitting',
    place: 'chair',
    traits: ['leansForward', 'hipPast90'],
    title: 'Seated hip hinge',
    description:
      'Sitting tall with hands in the crease of the hips. The upper body leans from the hips, back in shape.',
    start: 'Sit tall on a firm chair, hands in the crease of your hips.',
    steps: ['Lean forward from your hips.', 'Your back keeps its shape.', 'Come up tall.'],
    mistakes: ['Rounding your back.', 'Dropping down fast.'],
    care: [...hinge.care.slice(0, 2), 'Not with a new hip.'],
    instead: ['M16-held', 'M08-sitting'],
    easier: 'Lean only a little.',
    harder: 'Do it standing.',
    motion: daily.hipHingeSitting,
  },
  rise,
  {
    ...rise,
    id: 'M19-high',
    traits: ['leansForward', 'standsUp'],
    title: 'Sit to stand from a high seat',
    description: 'Sitting on a high seat. You lean forward a little, push up with your legs, then sit down slowly.',
    start: 'Put firm cushions on a chair. Sit near the front, feet under your knees.',
    instead: ['M16-held', 'M16', 'M08-standing'],
    easier: 'Push with your hands.',
    harder: 'Use a lower seat.',
    motion: daily.sitToStandHigh,
  },
  legBack,
  {
    ...legBack,
    id: 'M20-side',
    title: 'Leg to the side at a worktop',
    description:
      'Standing with one hand on a worktop, seen from the front. One straight leg lifts a little to the side.',
    start: 'Stand tall beside a worktop, one hand on it.',
    steps: [
      'Lift one straight leg a little to the side.',
      'Stay tall. Toes point forward.',
      'Lower it. Then the other.',
    ],
    breathe: 'Breathe out as the leg lifts.',
    mistakes: ['Leaning over.', 'Swinging.'],
    instead: ['M20-back', 'M19', 'M19-high', 'M16-held'],
    motion: daily.sideLegLift,
  },
]
