/**
 * The shapes of a movement card, its dose, and what the block list needs to know about it.
 * Types and closed lists only.
 */
import { entriesOf } from '../evidence/closed-sets.ts'
import type { Grade, VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import type { Motion } from './motion.ts'
import type { Pattern } from './profile.ts'

/** The card of evidence.md §5.1–5.2 that a movement belongs to. `breathing` is the item of §4.1. */
export type CardId =
  | 'M01'
  | 'M02'
  | 'M03'
  | 'M04'
  | 'M05'
  | 'M06'
  | 'M07'
  | 'M08'
  | 'M09'
  | 'M10'
  | 'M11'
  | 'M12'
  | 'M13'
  | 'M14'
  | 'M15'
  | 'M16'
  | 'M17a'
  | 'M17b'
  | 'M17c'
  | 'M17d'
  | 'M18'
  | 'M19'
  | 'M20'
  | 'M21'
  | 'M22'
  | 'breathing'

/**
 * Every movement that can be shown, by the name of its motion: cards, and the versions that stand in for them. The ids are the
 * brief's, and stand in addresses and records; code names a movement by its name (`movementNamed.childsPose`).
 */
export const movementNamed = {
  kneeToChest: 'M01',
  kneeToChestInBed: 'M01-bed',
  bothKneesToChest: 'M01-double',
  seatedLean: 'M01-sitting',
  proneOnElbows: 'M02',
  proneLying: 'M02-prone',
  hipsToWall: 'M02-wall',
  pressUp: 'M03',
  smallPressUp: 'M03-small',
  childsPose: 'M04',
  childsPoseHalf: 'M04-half',
  tableSlide: 'M04-sitting',
  catCow: 'M05',
  catOnly: 'M05-cat',
  cowOnly: 'M05-cow',
  seatedCatCow: 'M05-sitting',
  seatedCat: 'M05-sitting-cat',
  seatedCow: 'M05-sitting-cow',
  worktopCatCow: 'M05-standing',
  worktopCat: 'M05-standing-cat',
  worktopCow: 'M05-standing-cow',
  seatedTwistFull: 'M06',
  seatedTwist: 'M06-small',
  standingTwist: 'M06-standing',
  hamstringStretch: 'M07',
  hamstringStretchInBed: 'M07-bed',
  hamstringSitting: 'M07-sitting',
  pelvicTilt: 'M08',
  pelvicTiltInBed: 'M08-bed',
  seatedPelvicRock: 'M08-sitting',
  standingPelvicTilt: 'M08-standing',
  pelvicTiltOnFours: 'M08-four-point',
  kneeRolls: 'M09',
  kneeRollsInBed: 'M09-bed',
  kneeRollsWide: 'M09-wide',
  kneeRollsWideInBed: 'M09-wide-bed',
  bridge: 'M10',
  bridgeHalf: 'M10-half',
  bridgeCloseFeet: 'M10-near',
  bridgeOneLeg: 'M10-single',
  bridgeMarch: 'M10-march',
  plankFull: 'M11',
  plankWall: 'M11-wall',
  plankWorktop: 'M11-worktop',
  plankKnees: 'M11-knees',
  birdDog: 'M12',
  birdDogSlide: 'M12-slide',
  birdDogLeg: 'M12-leg',
  birdDogArm: 'M12-arm',
  birdDogStanding: 'M12-standing',
  birdDogSitting: 'M12-sitting',
  sidePlankFull: 'M13',
  sidePlankWall: 'M13-wall',
  sidePlankKnees: 'M13-knees',
  deadBug: 'M14',
  heelSlide: 'M14-heel-slide',
  heelSlideInBed: 'M14-heel-slide-bed',
  heelTaps: 'M14-taps',
  deadBugLeg: 'M14-leg',
  walking: 'M15',
  marchOnSpot: 'M15-march',
  seatedMarch: 'M15-sitting',
  walkingInPool: 'M15-pool',
  staticBike: 'M15-bike',
  hipHinge: 'M16',
  hipHingeHeld: 'M16-held',
  hipHingeLoaded: 'M16-loaded',
  hipHingeSitting: 'M16-sitting',
  calvesOnChair: 'M17a',
  sideLying: 'M17b',
  sideLyingInBed: 'M17b-bed',
  easeOnFront: 'M17c',
  leanOnTable: 'M17d',
  standingBackBend: 'M18',
  sitToStand: 'M19',
  sitToStandHigh: 'M19-high',
  hipExtension: 'M20-back',
  sideLegLift: 'M20-side',
  openBook: 'M21',
  openBookInBed: 'M21-bed',
  abdominalBrace: 'M22',
  abdominalBraceInBed: 'M22-bed',
  seatedBrace: 'M22-sitting',
  seatedBreathing: 'breathing',
} as const
/** Their ids, in that order. */
export const movementIds = entriesOf(movementNamed).map(([, id]) => id)
/** The id of one movement: the card of evidence.md §5.1, and the version of it. */
export type MovementId = (typeof movementNamed)[keyof typeof movementNamed]

/** What sort of thing it is: a position of ease, breathing, a walk or its stand-in, or another movement. */
export type MovementKind = 'ease' | 'breathing' | 'walk' | 'move'

/** Where it is done. `anywhere`: sitting, lying or standing, as is easiest. */
export type Place = 'floor' | 'bed' | 'chair' | 'standing' | 'pool' | 'bike' | 'anywhere'

/** Facts about a movement that block rules speak of. */
export type Trait =
  /** Flat on the back. */
  | 'onBack'
  /** On the front. */
  | 'onFront'
  /** On hands and knees, or weight on the hands. */
  | 'onHands'
  | 'onKnees'
  /** Rounds the back far, or loads it rounded. */
  | 'roundsDeep'
  /** Rounds the back while sitting. */
  | 'slumps'
  /** Leans forward from a chair. */
  | 'leansForward'
  /** Arches the back. */
  | 'arches'
  /** Arches only as far as lying on the front does. */
  | 'restsOnFront'
  | 'twists'
  | 'oneLegStanding'
  /** Both hands are busy, so nothing firm can be held. */
  | 'noHandFree'
  /** Asks for a held effort. */
  | 'holds'
  /** Bends a hip past a right angle at full range. */
  | 'hipPast90'
  | 'movesHead'
  /** Twists towards the end of the range. */
  | 'twistsFar'
  /** The head comes lower than the heart. */
  | 'headLow'
  /** Knees or feet wide apart. */
  | 'wideLegs'
  /** Long arms or legs as levers on the tummy. */
  | 'longLevers'
  /** Stands up, though it starts on a chair. */
  | 'standsUp'
  /** Also needs a chair, though done on the floor. */
  | 'needsChair'

/** How much, in one phase. Pairs are least and most. `text` is what a person reads. */
export interface Dose {
  readonly text: string
  readonly reps?: readonly [number, number]
  readonly holdSeconds?: readonly [number, number]
  readonly minutes?: readonly [number, number]
  readonly sets?: readonly [number, number]
  readonly timesADay?: readonly [number, number]
  readonly daysAWeek?: readonly [number, number]
  readonly eachSide?: true
  /** Only for people with one of these patterns; `doseFor` reads it. */
  readonly onlyFor?: readonly Pattern[]
  /** Only while pain now is no more than this, 0–10. */
  readonly painAtMost0to10?: number
}

/** Dose letters of evidence.md §6.1: A calm, R restore, S strength. null: not used in that phase. */
export interface Doses {
  readonly calm: Dose | null
  readonly restore: Dose | null
  readonly strength: Dose | null
}

/** One movement as a card: how it is done, how much, what to watch for, where it comes from (evidence.md §5.1). */
export interface Movement {
  readonly id: MovementId
  readonly card: CardId
  readonly kind: MovementKind
  readonly place: Place
  readonly traits: readonly Trait[]
  readonly title: string
  /** The body's position in words, for people who cannot see the figure. */
  readonly description: string
  readonly start: string
  readonly steps: readonly string[]
  readonly dose: Doses
  readonly breathe: string
  readonly mistakes: readonly string[]
  /** The Care line as a person reads it; the rules themselves are in block-list.ts. */
  readonly care: readonly string[]
  /** Stand-ins, best first. */
  readonly instead: readonly MovementId[]
  readonly why: string
  readonly grade: Grade
  readonly sources: readonly SourceId[]
  /** How the dose and steps were checked. */
  readonly tag: VerificationTag
  readonly stopWhen: readonly string[]
  readonly easier: string
  readonly harder: string
  readonly motion: Motion
}
