/** Claims on how much to stretch and to build strength, and when to go up (evidence.md §5.0, §5.1, §6.1, §6.2). Data only. */
import type { Claim } from '../claim.ts'

/** The claims by id. */
export const claimsOnStretchAndStrength = {
  'card-doses': {
    says: 'The amounts in our movements are what UK physios do. No trial has settled them.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'stretch-hold': {
    says: 'In the first days hold a stretch for 10 to 15 seconds. Later, 15 to 30.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'stretch-not-for-leg': {
    says: 'With pain below the knee, leave out knee to chest, child’s pose and stretching the sore leg.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'pain-8-only-quiet': {
    says: 'At 8 out of 10 or more, keep to rest positions, breathing, pelvic tilts and short walks.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'pain-6-only-small': {
    says: 'At 6 or 7 out of 10, small knee rolls may join them, and any rise means stop.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'bends-and-arches': {
    says: 'If bending hurts most, leave out knee to chest and child’s pose. If arching hurts most, leave out the cobra.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'lasting-lock': {
    says: 'Movements that the check has closed open again once a clinician has seen you.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'few-questions-daily': {
    says: 'Do the whole check before each new stage of your plan. Answer a few of its questions before the first session of each day.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'strength-start': {
    says: 'Begin strength work when pain is 3 out of 10 or less and most daily tasks are easy.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'strength-effort': {
    says: 'Strength work should feel like 5 to 7 out of 10. Stop with 2 or 3 more left in you.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'strength-up': {
    says: 'Go up one step after 3 sessions with pain of 3 or less. The next morning must be no worse. One step, not two.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'strength-down': {
    says: 'If the next morning is worse by 2 points or more, step back and do half.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'missed-a-week': {
    says: 'After more than 7 days away, start again one step lower.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'strength-pressure': {
    says: 'With high blood pressure, heart or eye trouble: no bridge, no long holds, and never hold your breath.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'surgery-own-plan': {
    says: 'Had surgery in the last 12 weeks, or a hernia? Do only what you were told by your surgeon or your physio.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'backs-bend': {
    says: 'Backs are made to bend. We practise the hip hinge so that you trust your back and share the load.',
    kind: 'fact',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'lifting-weights': {
    says: 'Once the hinge is easy, add 1 to 2 kg at a time.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'self-massage-roller': {
    says: 'Lean on a wall with a roller at your upper back or buttocks. Do not lie on it.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'cobra-not-if': {
    says: 'Leave out the cobra if you are pregnant. Leave it out too after tummy surgery, or with a narrowed or slipped spine.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'cat-cow-halves': {
    says: 'Do only the cow half if bending hurts or your bones are thin. Do only the cat half if arching hurts or you are pregnant. The same goes for a narrowed or slipped spine.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'twist-not-if': {
    says: 'No twist with a joined, once broken or stiffened spine.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'plank-short-holds': {
    says: 'For a plank, 6 to 8 short holds of 10 seconds are better than one long hold.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'walking-build': {
    says: 'Build walking up to 30 minutes on 5 days a week, over up to 6 months.',
    kind: 'dose',
    sources: ['walkback-2024'],
    tag: 'V',
  },
  'twist-small': {
    says: 'In pregnancy, with thin bones, or with pain below the knee, keep a twist small.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
} as const satisfies Record<string, Claim>
