/**
 * The places in a plan, in the safe order of evidence.md §4.1, and what may fill each: first choice first.
 * Read by `choose.ts`. The last choice of every slot has no trait that a limit could rule out, so no slot is ever empty
 * (proved in relief.proof.test.ts).
 * Never: a slot whose last choice can be blocked or needs a thing at hand.
 */
import type { StepKind } from './step-types.ts'
import type { StepId } from './steps.ts'

/** The parts of a plan, in the order of the day. */
export type SectionId = 'firstHour' | 'restOfToday' | 'tonight' | 'tomorrow'

/** A place in a plan that one step fills. */
export interface Slot {
  readonly id: string
  readonly section: SectionId
  readonly choices: readonly StepId[]
  /** Left in the plan while a SOON result locks movement (evidence.md §2.1). */
  readonly gentle: boolean
}

const tilts = ['tilt-bed', 'tilt-floor', 'tilt-sitting', 'tilt-standing', 'own-plan', 'change-position'] as const

/** Every slot, in the safe order of evidence.md §4.1. */
export const slots = [
  {
    id: 'ease',
    section: 'firstHour',
    gentle: true,
    choices: ['front-pillow', 'lean-on-table', 'calves-on-chair', 'side-bed', 'side-floor', 'easiest-position'],
  },
  { id: 'breathe', section: 'firstHour', gentle: true, choices: ['slow-breathing', 'easy-breathing'] },
  {
    id: 'warmth',
    section: 'firstHour',
    gentle: true,
    choices: ['cold-pack', 'heat-pack', 'hot-water-bottle', 'warm-shower', 'warm-bath', 'rest-and-breathe'],
  },
  { id: 'tilt', section: 'firstHour', gentle: false, choices: tilts },
  {
    id: 'move',
    section: 'firstHour',
    gentle: false,
    choices: [
      'cat-cow',
      'cat',
      'seated-cat',
      'tilt-on-fours',
      'knee-to-chest-bed',
      'knee-to-chest-floor',
      'seated-lean',
      'front-lying',
      'back-bends',
      'knee-rolls-bed',
      'knee-rolls-floor',
      'open-book-bed',
      'seated-twist',
      'tummy-brace-bed',
      'tummy-brace-sitting',
      'tilt-sitting',
      'tilt-standing',
      'own-plan',
      'change-position',
    ],
  },
  {
    id: 'walk',
    section: 'firstHour',
    gentle: true,
    choices: ['walk', 'march-sitting', 'own-plan', 'change-position'],
  },
  { id: 'medicine', section: 'restOfToday', gentle: true, choices: ['medicine-safety'] },
  { id: 'active', section: 'restOfToday', gentle: true, choices: ['keep-active'] },
  { id: 'repeat', section: 'restOfToday', gentle: true, choices: ['repeat'] },
  { id: 'direction', section: 'restOfToday', gentle: false, choices: ['direction-test', 'comfort-decides'] },
  {
    id: 'massage',
    section: 'restOfToday',
    gentle: false,
    choices: ['massage-ball', 'massage-roller', 'massage-hand', 'relax-muscles', 'relax-lightly'],
  },
  { id: 'drink', section: 'restOfToday', gentle: true, choices: ['drink'] },
  {
    id: 'wind-down',
    section: 'tonight',
    gentle: true,
    choices: ['relax-muscles', 'relax-lightly', 'rest-and-breathe'],
  },
  { id: 'skin', section: 'tonight', gentle: true, choices: ['nothing-on-skin'] },
  { id: 'sleep', section: 'tonight', gentle: true, choices: ['sleep-side', 'sleep-back', 'sleep-any'] },
  { id: 'get-up', section: 'tonight', gentle: true, choices: ['log-roll'] },
  { id: 'check', section: 'tomorrow', gentle: true, choices: ['check-again'] },
  { id: 'morning', section: 'tomorrow', gentle: false, choices: tilts },
  {
    id: 'walks',
    section: 'tomorrow',
    gentle: true,
    choices: ['walk-more', 'march-sitting', 'own-plan', 'change-position'],
  },
] as const satisfies readonly Slot[]

/**
 * What is left while a SOON result locks movement: breathing, positions of ease, heat and usual gentle walking
 * (evidence.md §2.1), with the words that go round them. No movement, massage, cold, test or relaxation.
 */
export const gentleKinds: readonly StepKind[] = [
  'ease',
  'breath',
  'heat',
  'walk',
  'active',
  'medicine',
  'drink',
  'sleep',
  'check',
]
