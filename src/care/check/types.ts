/**
 * The shapes of the check: questions, answers, conditions, rules and results.
 * Data only. The questions and rules are in `questions/` and `rules/`; the engine that reads them is `engine.ts`.
 * A condition is a small serialisable tree, so the same tree is evaluated, explained, printed and proved.
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'

/** How urgent. Ordered from least to most in `levels`. */
export type Level = 'self-care' | 'soon' | 'urgent' | 'emergency'

/** Least to most urgent: the index is the rank. */
export const levels = ['self-care', 'soon', 'urgent', 'emergency'] as const satisfies readonly Level[]

/** One answer: an option value, the values ticked in a list ([] means "none of these"), a number, or free text. */
export type Answer = string | readonly string[] | number

/** Answers by question id. A missing id is "not asked yet". `'notSure'` is a value like any other (in a list: `['notSure']`). */
export type Answers = Readonly<Record<string, Answer>>

/** The value that stands for "not sure", and for a skipped question. */
export const notSure = 'notSure'

/**
 * A condition over answers; three-valued while answers are missing.
 * `is`: the answer is one of these values. `ticked`: at least one of these is ticked. `atLeast` / `below`: a number;
 * a number answered "not sure" meets both (the careful side). `count`: at least n of the parts hold. `term`: a named condition.
 */
export type Condition =
  | { readonly q: string; readonly is: readonly string[] }
  | { readonly q: string; readonly ticked: readonly string[] }
  | { readonly q: string; readonly atLeast: number }
  | { readonly q: string; readonly below: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly count: number; readonly of: readonly Condition[] }
  | { readonly term: string }

/** An option of a choice, or an item of a tick-list. `short` is used in the clinician's summary. */
export interface Option {
  readonly value: string
  readonly text: string
  readonly short?: string
  /** Items that share a beginning stand under it once on a page: `text` is whole, `rest` what follows the heading. */
  readonly shares?: { readonly heading: string; readonly rest: string }
}

interface QuestionBase {
  /** Stable id from the clinical brief (`A1`), or a part of one (`A1.when`), or a base answer (`age`). */
  readonly id: string
  /** The question as a person reads it. */
  readonly ask: string
  /** Few words for the clinician's summary and near misses: "Numb between the legs". */
  readonly short: string
  /** "Why we ask", in plain words. */
  readonly why?: string
  /** Help to find the answer: a simple test or an example. */
  readonly help?: string
  /** Help that changes no answer, or that few need: behind a tap. */
  readonly tip?: string
  /** Asked only when this holds. A question whose `askWhen` is false never counts. */
  readonly askWhen?: Condition
  /** Shown inside the screen right under this question as soon as that one is ticked or chosen (a clarifier). */
  readonly under?: string
  /** Could it mean (for the clinician): "cauda equina syndrome". */
  readonly couldMean?: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/**
 * Yes / No / Not sure. `tick` is the wording as an item in a tick-list; `extra` are further answers (such as "does not
 * apply"); `words` are the two answers as whole sentences, where a bare yes or no could be taken for its opposite.
 */
export interface YesNoQuestion extends QuestionBase {
  readonly kind: 'yesNo'
  readonly tick: string
  /** A short warning shown with the tick and with the question, never behind a tap: "A small patch counts." */
  readonly note?: string
  readonly words?: { readonly yes: string; readonly no: string }
  readonly extra?: readonly Option[]
}
/** One of several; `notSure` is added unless `certain`. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice'
  readonly options: readonly Option[]
  readonly certain?: true
  /** Pages ask for a number and a unit instead of showing the options (see `questions/how-long.ts`). */
  readonly typedAs?: 'length'
}
/**
 * Tick all that fit; "none of these" ([]) and "not sure" (['notSure']) are always taken. `hasNone`: an option says none by
 * itself, so that a page need not offer it twice.
 */
export interface TicksQuestion extends QuestionBase {
  readonly kind: 'ticks'
  readonly hasNone?: true
  /** Pages show a back to tap on beside the words. */
  readonly drawn?: 'back'
  readonly options: readonly Option[]
}
/** A whole number, min to max inclusive. */
export interface NumberQuestion extends QuestionBase {
  readonly kind: 'number'
  readonly min: number
  readonly max: number
  readonly unit: string
}
/** Free text, at most `maxLength` characters. Danger phrases in it raise questions; it never lowers a level. */
export interface TextQuestion extends QuestionBase {
  readonly kind: 'text'
  readonly maxLength: number
}
/** A question of the check, of any kind. */
export type Question = YesNoQuestion | ChoiceQuestion | TicksQuestion | NumberQuestion | TextQuestion

/**
 * One screen of the check. Its groups are shown in order.
 * A group with a `heading` shows its yes/no questions as one tick-list with "None of these" and "Not sure";
 * a group without shows its questions one under another, each with its own answers.
 */
export interface Screen {
  readonly id: string
  readonly title: string
  readonly intro?: string
  readonly groups: readonly ScreenGroup[]
}
/** Questions that stand together on a screen. */
export interface ScreenGroup {
  readonly heading?: string
  /** The title asks what its question asks: on the page that is then for screen readers alone. */
  readonly asksWithTitle?: true
  readonly questions: readonly string[]
}

/** Where to go for help. Words and numbers are in `../region.ts`. */
export type RouteId =
  | '999'
  | 'ae'
  | '111'
  | '111-option-2'
  | 'gp-urgent'
  | 'gp'
  | 'physio'
  | 'pharmacist'
  | 'midwife'
  | 'maternity'
  | 'cancer-helpline'
  | 'samaritans'
  | 'eye-casualty'
  | 'surgical-team'
  | 'sickle-team'
  | 'domestic-abuse'
  | 'specialist-team'

/** Why a rule locks movement: the things movement could harm. */
export type LockReason = 'fracture' | 'cancer' | 'infection' | 'child' | 'serious'

/** If `when` holds, the level is at least `level`. Rules never lower anything. */
export interface Rule {
  /** Question id and level: `A1-emergency`. */
  readonly id: string
  readonly level: Exclude<Level, 'self-care'>
  readonly when: Condition
  /** One plain sentence a person reads: why this level. */
  readonly because: string
  /** Could mean, for the clinician; without it, what its question could mean (see `rules/cause.ts`). */
  readonly couldMean?: string
  /** In order of preference. Empty takes the level's own routes. */
  readonly routes?: readonly RouteId[]
  /**
   * "URGENT now": ring now; if you cannot get through, go to A&E. Or SOON in 2–3 working days, or in 1–2 days, instead of
   * 1–2 weeks.
   */
  readonly within?: 'now' | 'days' | 'twoDays'
  /** At SOON: this rule suggests something that movement could harm (evidence.md §2.1). */
  readonly locks?: LockReason
  /** Extra instruction to show: "Keep still". */
  readonly advice?: string
  /** Its questions are asked even when its level is reached: the reason itself changes what the clinician does. */
  readonly always?: true
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/** A remark that changes no level: "tell your midwife at your next contact", review times, daily re-asks. */
export interface Note {
  readonly id: string
  /** "Do this check again in 48 hours": said only to whoever starts at home, or waits for a visit. */
  readonly review?: true
  readonly when: Condition
  readonly text: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/**
 * What may be done at home. `open`: the whole plan. `gentle`: SOON with a locking rule: only breathing, positions of ease,
 * heat and usual gentle walking. `locked`: EMERGENCY or URGENT: nothing until a clinician has cleared the person.
 */
export type MovementLock = 'open' | 'gentle' | 'locked'

/** An answer that made a rule hold. */
export interface DecidingAnswer {
  readonly question: string
  readonly asked: string
  readonly answered: string
}
/** A rule that holds, and the answers that made it hold. */
export interface FiredRule {
  readonly id: string
  readonly level: Level
  readonly because: string
  readonly couldMean?: string
  readonly advice?: string
  readonly within?: Rule['within']
  readonly locks?: LockReason
  readonly deciding: readonly DecidingAnswer[]
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}
/** "If you had answered yes to …, this would be …". */
export interface NearMiss {
  readonly question: string
  readonly asked: string
  readonly ifAnswered: string
  readonly level: Level
}
/** A finished check. Same answers and same protocol version give the same result for ever. */
export interface CheckResult {
  readonly complete: true
  readonly level: Level
  /** Shown under the level: "today", "in 2 to 3 working days". */
  readonly actWithin: string
  readonly routes: readonly RouteId[]
  /** Most urgent first. Empty at self-care. */
  readonly reasons: readonly FiredRule[]
  readonly notes: readonly { readonly id: string; readonly text: string }[]
  readonly nearMisses: readonly NearMiss[]
  readonly movement: MovementLock
  readonly protocolVersion: string
}
/** A question asked again after free text. Shown with it; never kept. */
export interface HeardAgain {
  /** The question to ask: `said.A1`. */
  readonly question: string
  /** The person's own words around what was heard, as typed. */
  readonly quote: string
  /** What they may mean: "a change in peeing". */
  readonly says: string
}
/** A check still going on: never a plan, never movements. `atLeast`/`atMost`: the level is between these. */
export interface CheckInProgress {
  readonly complete: false
  readonly atLeast: Level
  readonly atMost: Level
  readonly screen: Screen
  /** Ids of the questions to ask now, in order; the screen's groups hold only these. */
  readonly ask: readonly string[]
  /** Where `ask` asks again after free text: what was heard in it. */
  readonly heard?: readonly HeardAgain[]
  readonly protocolVersion: string
}
/** What a check comes to: a result, or the next screen and what is known so far. */
export type CheckState = CheckResult | CheckInProgress
