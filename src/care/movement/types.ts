/**
 * The shapes of a movement card, its dose, and what the block list needs to know about it.
 * Types and closed lists only.
 */
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
 * Every movement that can be shown: cards, and the versions that stand in for them. The ids are the brief's, and stand in
 * addresses and records; the name beside each is that of its motion, so that either leads to the other.
 */
export const movementIds = [
  'M01', // kneeToChest
  'M01-bed', // kneeToChestInBed
  'M01-double', // bothKneesToChest
  'M01-sitting', // seatedLean
  'M02', // proneOnElbows
  'M02-prone', // proneLying
  'M02-wall', // hipsToWall
  'M03', // pressUp
  'M03-small', // smallPressUp
  'M04', // childsPose
  'M04-half', // childsPoseHalf
  'M04-sitting', // tableSlide
  'M05', // catCow
  'M05-cat', // catOnly
  'M05-cow', // cowOnly
  'M05-sitting', // seatedCatCow
  'M05-sitting-cat', // seatedCat
  'M05-sitting-cow', // seatedCow
  'M05-standing', // worktopCatCow
  'M05-standing-cat', // worktopCat
  'M05-standing-cow', // worktopCow
  'M06', // seatedTwistFull
  'M06-small', // seatedTwist
  'M06-standing', // standingTwist
  'M07', // hamstringStretch
  'M07-bed', // hamstringStretchInBed
  'M07-sitting', // hamstringSitting
  'M08', // pelvicTilt
  'M08-bed', // pelvicTiltInBed
  'M08-sitting', // seatedPelvicRock
  'M08-standing', // standingPelvicTilt
  'M08-four-point', // pelvicTiltOnFours
  'M09', // kneeRolls
  'M09-bed', // kneeRollsInBed
  'M09-wide', // kneeRollsWide
  'M09-wide-bed', // kneeRollsWideInBed
  'M10', // bridge
  'M10-half', // bridgeHalf
  'M10-near', // bridgeCloseFeet
  'M10-single', // bridgeOneLeg
  'M10-march', // bridgeMarch
  'M11', // plankFull
  'M11-wall', // plankWall
  'M11-worktop', // plankWorktop
  'M11-knees', // plankKnees
  'M12', // birdDog
  'M12-slide', // birdDogSlide
  'M12-leg', // birdDogLeg
  'M12-arm', // birdDogArm
  'M12-standing', // birdDogStanding
  'M12-sitting', // birdDogSitting
  'M13', // sidePlankFull
  'M13-wall', // sidePlankWall
  'M13-knees', // sidePlankKnees
  'M14', // deadBug
  'M14-heel-slide', // heelSlide
  'M14-heel-slide-bed', // heelSlideInBed
  'M14-taps', // heelTaps
  'M14-leg', // deadBugLeg
  'M15', // walking
  'M15-march', // marchOnSpot
  'M15-sitting', // seatedMarch
  'M15-pool', // walkingInPool
  'M15-bike', // staticBike
  'M16', // hipHinge
  'M16-held', // hipHingeHeld
  'M16-loaded', // hipHingeLoaded
  'M16-sitting', // hipHingeSitting
  'M17a', // calvesOnChair
  'M17b', // sideLying
  'M17b-bed', // sideLyingInBed
  'M17c', // easeOnFront
  'M17d', // leanOnTable
  'M18', // standingBackBend
  'M19', // sitToStand
  'M19-high', // sitToStandHigh
  'M20-back', // hipExtension
  'M20-side', // sideLegLift
  'M21', // openBook
  'M21-bed', // openBook
  'M22', // abdominalBrace
  'M22-bed', // abdominalBraceInBed
  'M22-sitting', // seatedBrace
  'breathing', // seatedBreathing
] as const
/** The id of one movement: the card of evidence.md §5.1, and the version of it. */
export type MovementId = (typeof movementIds)[number]

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
