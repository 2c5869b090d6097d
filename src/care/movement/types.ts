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

/** Every movement that can be shown: cards, and the versions that stand in for them. */
export const movementIds = [
  'M01',
  'M01-bed',
  'M01-double',
  'M01-sitting',
  'M02',
  'M02-prone',
  'M02-wall',
  'M03',
  'M03-small',
  'M04',
  'M04-half',
  'M04-sitting',
  'M05',
  'M05-cat',
  'M05-cow',
  'M05-sitting',
  'M05-sitting-cat',
  'M05-sitting-cow',
  'M05-standing',
  'M05-standing-cat',
  'M05-standing-cow',
  'M06',
  'M06-small',
  'M06-standing',
  'M07',
  'M07-bed',
  'M07-sitting',
  'M08',
  'M08-bed',
  'M08-sitting',
  'M08-standing',
  'M08-four-point',
  'M09',
  'M09-bed',
  'M09-wide',
  'M09-wide-bed',
  'M10',
  'M10-half',
  'M10-near',
  'M10-single',
  'M10-march',
  'M11',
  'M11-wall',
  'M11-worktop',
  'M11-knees',
  'M12',
  'M12-slide',
  'M12-leg',
  'M12-arm',
  'M12-standing',
  'M12-sitting',
  'M13',
  'M13-wall',
  'M13-knees',
  'M14',
  'M14-heel-slide',
  'M14-heel-slide-bed',
  'M14-taps',
  'M14-leg',
  'M15',
  'M15-march',
  'M15-sitting',
  'M15-pool',
  'M15-bike',
  'M16',
  'M16-held',
  'M16-loaded',
  'M16-sitting',
  'M17a',
  'M17b',
  'M17b-bed',
  'M17c',
  'M17d',
  'M18',
  'M19',
  'M19-high',
  'M20-back',
  'M20-side',
  'M21',
  'M21-bed',
  'M22',
  'M22-bed',
  'M22-sitting',
  'breathing',
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
