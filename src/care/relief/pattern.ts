/**
 * Which working pattern the pain behaves like: the first of PT6, PT4, PT3, PT5, PT7, PT1, PT2, PT0 that fits
 * (evidence.md §3).
 * Never names a disease, and never changes how urgent anything is.
 */
import { all, any, is, not, term, ticked, yes } from '../check/condition.ts'
import type { Condition } from '../check/types.ts'
import type { Grade, VerificationTag } from '../evidence/grade.ts'
import { gradedBy } from '../evidence/rests-on.ts'
import type { SourceId } from '../evidence/sources.ts'
import { holds, type Terms } from '../check/condition-met.ts'
import type { ReliefProfile } from './profile-questions.ts'

/** The working patterns of evidence.md §3, by their own ids; PT0 is a plain spasm or strain. */
export type PatternId = 'PT0' | 'PT1' | 'PT2' | 'PT3' | 'PT4' | 'PT5' | 'PT6' | 'PT7'

/** A working pattern. Shown as "your pain behaves like…". */
export interface Pattern {
  readonly id: PatternId
  /** After "Your pain behaves like". */
  readonly behavesLike: string
  readonly when: Condition
  readonly choose: readonly string[]
  readonly goSlow: readonly string[]
  /** What the evidence says of choosing this way. */
  readonly evidence: string
  readonly grade: Grade
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
  /** Tell a clinician: this pattern, seen for the first time, is worth a visit. */
  readonly bookFirstTime?: string
}

/** In the order in which they are tried. The last one always fits. */
export const patterns = [
  {
    id: 'PT6',
    behavesLike: 'pelvic girdle pain, which many have when they are pregnant or after birth',
    when: all(is('pregnancy', 'pregnant', 'maybe', 'birth6w', 'birth6m'), yes('pelvic')),
    choose: ['Lie on your side.', 'Take short steps.', 'Ask your midwife or physio if a support belt may help.'],
    goSlow: ['Keep your knees together when you turn in bed or get out of a car.', 'Leave out standing on one leg.'],
    evidence: 'Evidence for choosing this way is weak.',
    ...gradedBy('pattern-pelvis'),
  },
  {
    id: 'PT4',
    behavesLike: 'narrowing pain: the legs get heavy on standing and ease when you sit',
    when: any(yes('heavyLegs'), ticked('health', 'stenosis')),
    choose: ['Sit and lean forward to ease it.', 'Walk in short bouts, with a sit between.'],
    goSlow: ['Leave out leaning back.', 'Keep standing short.'],
    evidence: 'Evidence for choosing this way is weak.',
    grade: 'weak',
    sources: ['unclench-design'],
    tag: 'C',
    bookFirstTime: 'If no one has checked your heavy legs yet, book to be seen.',
  },
  {
    id: 'PT3',
    behavesLike: 'pain from an irritated nerve that runs down the leg (sciatica)',
    when: all(is('legPain', 'belowKnee'), not(is('legSide', 'both'))),
    choose: ['Find the position that brings the pain out of the leg, towards the back.', 'Walk little and often.'],
    goSlow: [
      'Leave out stretching the back of the sore leg.',
      'Keep sitting short.',
      'Stop anything that sends pain further down.',
    ],
    evidence:
      'For leg pain, staying active and resting worked about as well as each other. So do what feels best, and avoid extremes.',
    grade: 'weak',
    sources: ['dahm-2010'],
    tag: 'V',
  },
  {
    id: 'PT5',
    behavesLike: 'a stiff joint or sore muscle between or below the shoulder blades',
    when: yes('midBack'),
    choose: ['Round and arch the back gently.', 'Breathe slowly.'],
    goSlow: ['Leave out fast twists and long reaches.'],
    evidence: 'Evidence for choosing this way is weak.',
    ...gradedBy('pattern-mid-back'),
  },
  {
    id: 'PT7',
    behavesLike: 'a flare of pain that you have known for over 3 months',
    when: yes('overThreeMonths'),
    choose: [
      'Do your usual movement at half the amount.',
      'Use heat and slow breathing.',
      'Spread jobs out over the day.',
    ],
    goSlow: ['Do not start again from bed rest.'],
    evidence: 'Guidelines say: move, learn about pain, and get help with how you cope. Certainty is low.',
    ...gradedBy('long-pain-guidelines'),
  },
  {
    id: 'PT1',
    behavesLike: 'pain that bending and sitting make worse',
    when: all(ticked('worsens', 'bending', 'sitting'), ticked('eases', 'standing', 'walking')),
    choose: ['Lie on your front, if that is comfortable.', 'Walk.', 'Lean back a little when you stand.'],
    goSlow: ['Leave out pulling your knees to your chest for now.', 'Keep sitting short.'],
    evidence:
      'Choosing which way to move eased pain a little more than a booklet, for a short time. It did not clearly change what people could do.',
    ...gradedBy('direction-small', 'direction-function'),
  },
  {
    id: 'PT2',
    behavesLike: 'pain that standing and arching make worse',
    when: all(ticked('worsens', 'standing', 'walking', 'arching'), ticked('eases', 'sitting', 'curling')),
    choose: ['Curl up gently.', 'Flatten your low back.', 'Sit and lean forward.'],
    goSlow: ['Leave out leaning back and lying on your front for now.'],
    evidence: 'Evidence for choosing this way is weak. No one can tell which joint it is from how it feels.',
    ...gradedBy('pattern-arching'),
  },
  {
    id: 'PT0',
    behavesLike: 'a plain back spasm or strain',
    when: { all: [] },
    choose: [
      'Rest in a position of ease.',
      'Breathe slowly.',
      'Use small movements and short walks.',
      'Use heat if you like it.',
    ],
    goSlow: ['Leave out long stretches, lifting with effort, and long bed rest.'],
    evidence: 'Staying active beats bed rest by a little. No movement has been shown to beat another.',
    grade: 'moderate',
    sources: ['dahm-2010'],
    tag: 'V',
  },
] as const satisfies readonly Pattern[]

/** Each pattern as a term: its own condition, and none of those before it. */
const patternTerms: Terms = Object.fromEntries(
  patterns.map(({ id, when }, index) => [
    id,
    all(when, ...patterns.slice(0, index).map((earlier) => not(earlier.when))),
  ]),
)

/**
 * Names that the tables of steps and limits use. FORWARD and BACK: the direction to start with.
 * A direction that the person says makes it worse is never the one to start with.
 */
export const reliefTerms: Terms = {
  ...patternTerms,
  BACK: any(
    is('direction', 'back', 'backOnly'),
    all(is('direction', 'notDone', 'notSure'), any(term('PT1'), term('PT3'))),
  ),
  FORWARD: any(
    is('direction', 'forward', 'forwardOnly'),
    all(is('direction', 'notDone', 'notSure'), any(term('PT2'), term('PT4'))),
  ),
  NIGHT: any({ q: 'hour', atLeast: 22 }, { q: 'hour', below: 6 }),
}

/** The first pattern that fits. Always one. */
export function patternOf(profile: ReliefProfile): Pattern {
  const found = patterns.find(({ id }) => holds({ term: id }, profile, reliefTerms))
  if (!found) throw new Error('PT0 must always fit')
  return found
}
