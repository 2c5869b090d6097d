/**
 * Articles of the guide on paper: the short answer, what people hear beside what is known, when not; and the claims that
 * they rest on, each with how sure we are and how much it does. So a claim that changes changes the paper. Pure.
 */
import { type ClaimId, claimOf } from '../evidence/claims.ts'
import type { Claim, Effect } from '../evidence/claim.ts'
import { gradeWords } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import { type Article, claimsIn, type Sentence, textOf } from '../guide/types.ts'
import { tagWords } from './parts.ts'
import type { Part } from './types.ts'

/** What of an article goes on paper, beside its short answer and what people hear. */
export interface OfArticle {
  readonly article: Article
  /** Sections by their id, in this order. One that is drawn from rules is not for paper. */
  readonly sections?: readonly string[]
  /** Leaves out what people hear. */
  readonly noHearsay?: true
}

/** The article as parts under one heading. */
export function articleParts(of: OfArticle): readonly Part[] {
  const { article, noHearsay } = of
  const heard: Part = {
    kind: 'table',
    head: ['You may hear', 'What is known'],
    rows: article.heard.map(({ heard, known }) => [`“${heard}”`, known.text]),
  }
  return [
    { kind: 'heading', level: 2, text: article.title },
    { kind: 'list', look: 'points', items: article.short.map(textOf) },
    ...(noHearsay || article.heard.length === 0 ? [] : [heard]),
    ...linesOf(of).flatMap(({ title, look, lines }): readonly Part[] => [
      { kind: 'heading', level: 3, text: title },
      { kind: 'list', look, items: lines.map(textOf) },
    ]),
  ]
}

interface Lines {
  readonly title: string
  readonly look: 'points' | 'numbered'
  readonly lines: readonly Sentence[]
}

/** The sections that were asked for, and when not. */
function linesOf({ article, sections = [] }: OfArticle): readonly Lines[] {
  const asked = sections.map((id): Lines => {
    const section = article.sections.find((one) => one.id === id)
    if (section === undefined || section.kind === 'from-rules')
      throw new Error(`${article.slug} has no ${id} for paper`)
    return { title: section.title, look: section.kind === 'steps' ? 'numbered' : 'points', lines: section.lines }
  })
  const whenNot: Lines = { title: 'When not, and whom to ask', look: 'points', lines: article.whenNot }
  return [...asked, ...(article.whenNot.length > 0 ? [whenNot] : [])]
}

/** Every claim behind what is printed of these articles, once. */
export function claimsBehind(all: readonly OfArticle[]): readonly ClaimId[] {
  const sentences = all.flatMap((of): readonly Sentence[] => [
    ...of.article.short,
    ...(of.noHearsay ? [] : of.article.heard.map(({ known }) => known)),
    ...linesOf(of).flatMap(({ lines }) => lines),
  ])
  return [...new Set(sentences.flatMap(claimsIn))]
}

/** The claims as a list: those with a grade first, the surest first; then doses and plain facts. */
export function claimParts(ids: readonly ClaimId[]): readonly Part[] {
  const all = ids.map(claimOf)
  const graded = grades.flatMap((grade) => all.filter((claim) => claim.grade === grade))
  const others = all.filter(({ grade }) => grade === undefined)
  return [
    { kind: 'heading', level: 2, text: 'What we know, and how sure we are' },
    ...(graded.length > 0 ? [points(graded)] : []),
    { kind: 'heading', level: 3, text: 'How much, when not, and plain facts' },
    points(others),
  ]
}

const grades = ['strong', 'moderate', 'weak', 'none', 'against'] as const
const points = (claims: readonly Claim[]): Part => ({ kind: 'list', look: 'points', items: claims.map(claimLine) })

const claimLine = ({ says, grade, effect, tag }: Claim): string =>
  [says, effect && effectWords(effect), grade ? `(${gradeWords[grade]}; ${tagWords[tag]})` : `(${tagWords[tag]})`]
    .filter(Boolean)
    .join(' ')

/** "More relief after 5 days: 1.1 points, likely from 0.7 to 1.5, where 5 is complete." Rounded as on the screen. */
function effectWords({ of, found, likely, scale, unit }: Effect): string {
  const interval = likely ? `, likely from ${rounded(likely[0])} to ${rounded(likely[1])}` : ''
  const much = `${rounded(found)} ${unit}${interval}`
  return `${of.charAt(0).toUpperCase()}${of.slice(1)}: ${much}, where ${scale.to} is ${scale.words[1]}.`
}

const rounded = (value: number) => (Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value))

/** Where the claims come from, as often as they say so. */
export const sourcesBehind = (ids: readonly ClaimId[]): readonly SourceId[] => ids.flatMap((id) => claimOf(id).sources)
