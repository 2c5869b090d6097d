/**
 * What the guide is made of: sentences that carry their claims, articles, treatments, questions, and what they lead to.
 * Types only, and the one way to write a sentence with its claims.
 */
import type { ClaimId } from '../evidence/claims.ts'
import type { MovementId } from '../movement/movements.ts'
import type { LessonId } from '../prevention/lessons.ts'
import type { TopicId } from '../prevention/topics.ts'
import type { StepId } from '../relief/steps.ts'
import type { ArticleSlug, ShelfId } from './shelves.ts'

/** A sentence, or two, that states something: what it rests on is named beside it. */
export interface Claimed {
  readonly text: string
  readonly claims: readonly [ClaimId, ...ClaimId[]]
}
/**
 * A sentence of the guide. One that states an effect, a dose, a time or a level carries its claims; a test reads each of the
 * others and fails when it does (`needs-claim.proof.ts`).
 */
export type Sentence = string | Claimed

/** A sentence with what it rests on. */
export const claimed = (text: string, ...rests: readonly [ClaimId, ...ClaimId[]]): Claimed => ({ text, claims: rests })

/** The words of a sentence. */
export const textOf = (sentence: Sentence): string => (typeof sentence === 'string' ? sentence : sentence.text)
/** The claims that a sentence rests on. */
export const claimsIn = (sentence: Sentence): readonly ClaimId[] =>
  typeof sentence === 'string' ? [] : sentence.claims

/** What people are told beside what is known. `heard` is put in quotation marks by the page. */
export interface Heard {
  readonly heard: string
  readonly known: Claimed
}

/** The drawings of the guide; each is drawn once in `src/web/ui/guide-drawings`, with its text. */
export type DrawingId =
  | 'spine-and-discs'
  | 'muscle-guarding'
  | 'nerve-to-the-leg'
  | 'heat-on-the-back'
  | 'recovery-band'
  | 'lifting'
  | 'desk'

/** A part of an article under its own heading. */
export type Section = {
  /** Begins small, with hyphens: the place on the page. */
  readonly id: string
  readonly title: string
  readonly drawing?: DrawingId
} & (
  | { readonly kind: 'text' | 'steps' | 'list'; readonly lines: readonly Sentence[] }
  /** Drawn by the page from the rules and tables themselves, so that it cannot say something else. */
  | {
      readonly kind: 'from-rules'
      readonly from:
        | 'what-cannot-wait'
        | 'what-needs-today'
        | 'medicine-limits'
        | 'medicines-you-take'
        | 'outlook'
        | 'registers'
    }
)

/** Where a page leads in the product. The page makes the address and, where `text` is missing, the words. */
export type Lead = { readonly text?: string } & (
  | {
      readonly to:
        | 'check'
        | 'plan'
        | 'medicines'
        | 'report'
        | 'flarePlan'
        | 'relax'
        | 'movements'
        | 'diary'
        | 'emergency'
    }
  | { readonly to: 'step'; readonly step: StepId }
  | { readonly to: 'movement'; readonly movement: MovementId }
  | { readonly to: 'prevention'; readonly page: TopicId | LessonId }
  | { readonly to: 'article'; readonly article: ArticleSlug }
  | { readonly to: 'treatment'; readonly treatment: string }
  /** The search for somebody who can see them; `service` is a kind of service of the clinic half, in words of its address. */
  | { readonly to: 'find'; readonly service?: string }
  | { readonly to: 'ask' | 'letters' | 'pdfs' }
)

/** An article: the short answer first. */
export interface Article {
  readonly slug: ArticleSlug
  /** As a heading; a question where people ask one. */
  readonly title: string
  /** The answer in a line, under its link. At most 60 characters. */
  readonly about: string
  /** Claims whose grade is drawn under the short answer. None on an article about safety. */
  readonly bars: readonly ClaimId[]
  /** The short answer: two or three sentences that stand alone. */
  readonly short: readonly Sentence[]
  readonly heard: readonly Heard[]
  readonly sections: readonly Section[]
  /** When not, and whom to ask. */
  readonly whenNot: readonly Sentence[]
  /** Claims whose effect is drawn beside the text. */
  readonly drawn?: readonly ClaimId[]
  readonly leads: readonly Lead[]
  /** Everyday words that people may type and the article does not say. */
  readonly alsoSearchedAs?: readonly string[]
}

/** The groups in which treatments are shown. */
export const treatmentGroups = {
  'do-it-yourself': 'Do it yourself',
  'hands-on': 'Hands on',
  medicines: 'Medicines',
  machines: 'Machines and needles',
  'injections-and-surgery': 'Injections and surgery',
  tests: 'Tests',
} as const
/** The id of a group of treatments. */
export type TreatmentGroup = keyof typeof treatmentGroups

/** What a guideline says of a treatment. */
export interface Verdict {
  readonly says: 'yes' | 'may' | 'only-with-exercise' | 'not-routinely' | 'do-not' | 'nothing'
  /** In a few words, where the verdict alone would mislead. */
  readonly words?: string
  readonly claim: ClaimId
}

/** One treatment that people with a back spasm are offered (evidence.md §8). */
export interface Treatment {
  /** As in its address. */
  readonly slug: string
  readonly name: string
  readonly group: TreatmentGroup
  /** What it is, and who might gain. */
  readonly what: readonly Sentence[]
  /** The claim that gives its grade, and its effect where one is known. */
  readonly claim: ClaimId
  /** What it does, in one line for the table. */
  readonly does: Claimed
  /** Missing: nothing is known of what they say, and the page says so. */
  readonly guidelines: { readonly nice?: Verdict; readonly acp?: Verdict; readonly who?: Verdict }
  /** In a few words for the table; `risk` begins with a capital. */
  readonly risk: string
  readonly risks: readonly Sentence[]
  readonly notFor: readonly Sentence[]
  /** What it costs, as far as can be said truly without a price list. */
  readonly cost: string
  readonly heard: readonly Heard[]
  readonly leads: readonly Lead[]
  readonly alsoSearchedAs?: readonly string[]
}

/** A question that people ask, with its answer. */
export interface Question {
  /** As in its address. */
  readonly slug: string
  readonly ask: string
  /** One to four sentences; the first answers. */
  readonly answer: readonly Sentence[]
  readonly shelf: ShelfId
  readonly leads: readonly Lead[]
  readonly alsoSearchedAs?: readonly string[]
}
