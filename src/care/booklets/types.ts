/**
 * What a printed guide is made of: parts of paper, in reading order. Types only.
 * Drawn by src/interop/pdf as Typst; the words come from the same cards, steps and lists as the pages.
 */
import type { ClaimId } from '../evidence/claims.ts'
import type { Grade } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import type { ArticleSlug } from '../guide/shelves.ts'
import type { MovementId } from '../movement/movements.ts'

/** One drawing of a movement: which posture, and what somebody who cannot see it is told. */
export interface Drawing {
  readonly movement: MovementId
  /** Name of a key posture of its motion. */
  readonly pose: string
  readonly alt: string
}

/** A drawing with its caption under it, in a row. */
export interface Captioned extends Drawing {
  readonly caption: string
}

/** Lines that belong together: how to do it, when to stop, whom it is not for. `label`: the words above them, if any. */
export interface Group {
  readonly label?: string
  readonly items: readonly string[]
}

/** A part of a printed guide, in reading order. Headings go down one level at a time: the title is level 1. */
export type Part =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** `numbered`: the order matters. `ticks`: boxes to tick with a pen. */
  | { readonly kind: 'list'; readonly look: 'points' | 'numbered' | 'ticks'; readonly items: readonly string[] }
  /** What cannot wait, in a box that is seen first. */
  | { readonly kind: 'alarm'; readonly title: string; readonly items: readonly string[] }
  /** Words that hold for all that follows. */
  | { readonly kind: 'box'; readonly title: string; readonly items: readonly string[] }
  /** One thing to do, beside its drawing. The guide numbers them. */
  | { readonly kind: 'step'; readonly title: string; readonly groups: readonly Group[]; readonly drawing?: Drawing }
  /** Short lists, each under its own words. */
  | { readonly kind: 'groups'; readonly groups: readonly Group[] }
  | { readonly kind: 'drawings'; readonly drawings: readonly Captioned[] }
  | {
      readonly kind: 'table'
      readonly head: readonly [string, string]
      readonly rows: readonly (readonly [string, string])[]
    }
  | { readonly kind: 'evidence'; readonly grade: Grade; readonly text: string }
  /** Room to write on by hand. */
  | { readonly kind: 'room'; readonly label: string; readonly lines: number }
  | { readonly kind: 'newPage' }

/** The page of the app that says the same, with timers and sources. */
export type LivePage =
  | { readonly to: 'article'; readonly article: ArticleSlug }
  | { readonly to: 'movements' | 'flarePlan' }

/** The names of the printed guides, as in their addresses. */
export const bookletNames = [
  'first-48-hours',
  'movements',
  'desk-and-lifting',
  'flare-plan',
  'questions-for-my-physio',
] as const
/** The name of one. */
export type BookletName = (typeof bookletNames)[number]

/** A printed guide. */
export interface Booklet {
  readonly name: BookletName
  readonly title: string
  /** What is in it, in one line under its cover. */
  readonly about: string
  readonly lead: string
  /** Drawn on its cover. */
  readonly cover: Omit<Drawing, 'alt'>
  readonly live: LivePage
  readonly parts: readonly Part[]
  /** Claims whose words stand in it. */
  readonly claims: readonly ClaimId[]
  readonly sources: readonly SourceId[]
}

/** Somebody's own plan on paper, which is made once and kept nowhere. */
export interface OwnPaper {
  readonly title: string
  readonly lead: string
  /** The page that it is of. */
  readonly live: 'plan' | 'programme'
  readonly parts: readonly Part[]
}
