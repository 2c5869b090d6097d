/**
 * What the block list needs to know about a person, and the conditions its rules are written in. Types, and
 * the profile of somebody of whom nothing is known.
 * Never: reads "not sure" or a missing number as "no". Every field is a small closed set or a whole number, so that a
 * solver can be asked about all profiles at once.
 */

/** Yes, no, or not known. Not known counts as yes in every rule here (evidence.md §2.3, §5.0). */
export type Reply = 'yes' | 'no' | 'notSure'
/** A whole number, or not known; null where it does not apply at all. */
export type MaybeNumber = number | 'notSure' | null

/** Working pattern of evidence.md §3. */
export type Pattern = 'PT0' | 'PT1' | 'PT2' | 'PT3' | 'PT4' | 'PT5' | 'PT6' | 'PT7'

/**
 * What the block list knows of a person. Every field is filled; `notSure` stands for what is not known. A type, not an
 * interface, so that a condition may look at its fields by name.
 */
export type MovementProfile = {
  /** Pain now, 0 to 10. */
  readonly painNow0to10: number | 'notSure'
  /** Completed weeks of pregnancy: 15 weeks 6 days is 15. null: not pregnant. 'notSure': may be pregnant, or week not known. */
  readonly pregnancyWeeks: MaybeNumber
  /** Completed weeks since a birth or caesarean. null: none in the last months. */
  readonly weeksAfterBirth: MaybeNumber
  readonly pattern: Pattern
  /** Side of pain that runs below the knee. */
  readonly radicularSide: 'none' | 'left' | 'right' | 'both' | 'notSure'
  /** Osteoporosis, a past break from a minor fall, or steroid tablets for 3 months or more. */
  readonly osteoporosisOrSteroids: Reply
  /** Narrowed nerve space in the spine. */
  readonly stenosis: Reply
  /** A slipped vertebra, or a teenager with pain of the pars. */
  readonly spondylolisthesis: Reply
  /** Pain of the pelvic girdle in pregnancy or after birth. */
  readonly pelvicGirdle: Reply
  /** Fused spine, past broken vertebra, or a stiffening disease of the spine (`STIFFSPINE`). */
  readonly fusionFractureOrStiffSpine: Reply
  /** Operation on spine or tummy in the last 12 weeks, or a hernia of tummy or groin. */
  readonly recentSurgeryOrHernia: Reply
  /** High blood pressure not under control, heart disease, glaucoma or retina trouble. */
  readonly pressureHeartOrEyes: Reply
  readonly wristPain: Reply
  readonly shoulderPain: Reply
  readonly kneePain: Reply
  /** Hip replacement not cleared by the surgeon for full bending. */
  readonly hipReplacement: Reply
  readonly vertigo: Reply
  /** Fell in the last year, dizzy, or over 75. */
  readonly unsteady: Reply
  /** Breathing trouble when lying on the front. */
  readonly breathingTrouble: Reply
  /** A foot that drops or drags. */
  readonly footDrop: Reply
  /** Gets down to the floor and up again alone. `there`: is on the floor now and will stay for the moment. */
  readonly floorTransfer: Reply | 'there'
  /** Can bear to sit, and to stand, right now. */
  readonly canSit: Reply
  readonly canStand: Reply
  readonly hasChair: Reply
  readonly hasBed: Reply
}

type NumberFact = 'painNow0to10' | 'pregnancyWeeks' | 'weeksAfterBirth'
/** A field that is one of a few words, not a number. */
export type ClosedFact = Exclude<keyof MovementProfile, NumberFact>

/**
 * A condition over a profile, in the check's language (`holds` reads it). `notSure` meets both `atLeast` and `below`, null
 * meets neither. No "not": a rule can only become true by more danger, never by less.
 */
export type ProfileCondition =
  | { readonly q: ClosedFact; readonly is: readonly string[] }
  | { readonly q: NumberFact; readonly atLeast: number }
  | { readonly q: NumberFact; readonly below: number }
  | { readonly all: readonly ProfileCondition[] }
  | { readonly any: readonly ProfileCondition[] }

/** Completed weeks from weeks and days: 15 weeks 6 days is 15, 16 weeks 0 days is 16. */
export const completedWeeks = (weeks: number, days: number): number => Math.floor((weeks * 7 + days) / 7)

/** A person about whom nothing is known: everything on the careful side. Fill in what the check has answered. */
export const nothingKnown: MovementProfile = {
  painNow0to10: 'notSure',
  pregnancyWeeks: 'notSure',
  weeksAfterBirth: 'notSure',
  pattern: 'PT0',
  radicularSide: 'notSure',
  osteoporosisOrSteroids: 'notSure',
  stenosis: 'notSure',
  spondylolisthesis: 'notSure',
  pelvicGirdle: 'notSure',
  fusionFractureOrStiffSpine: 'notSure',
  recentSurgeryOrHernia: 'notSure',
  pressureHeartOrEyes: 'notSure',
  wristPain: 'notSure',
  shoulderPain: 'notSure',
  kneePain: 'notSure',
  hipReplacement: 'notSure',
  vertigo: 'notSure',
  unsteady: 'notSure',
  breathingTrouble: 'notSure',
  footDrop: 'notSure',
  floorTransfer: 'notSure',
  canSit: 'notSure',
  canStand: 'notSure',
  hasChair: 'notSure',
  hasBed: 'notSure',
}
