/**
 * The pages of the guide on which a claim came, came to state something else, or went: for the feed, so that whoever follows it
 * hears of a change and not of a page alone. A claim of no page, and one that is withdrawn, leads to the register. Pure.
 */
import { type RegisterChange, registerChanges } from '../../../care/evidence/changes.ts'
import type { ClaimId } from '../../../care/evidence/claims.ts'
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import { articlesOn } from '../../../care/guide/articles.ts'
import { guideQuestions } from '../../../care/guide/questions.ts'
import { shelves } from '../../../care/guide/shelves.ts'
import { guideTreatments } from '../../../care/guide/treatments.ts'
import { claimsIn } from '../../../care/guide/types.ts'
import { paths } from '../paths.ts'
import { claimsOfArticle } from './article-page.tsx'
import { claimsOfTreatment } from './treatment-page.tsx'

/** A page, and one change that it had. */
export interface ChangedPage extends RegisterChange {
  readonly path: string
  readonly title: string
}

interface Resting {
  readonly path: string
  readonly title: string
  readonly claims: readonly ClaimId[]
}

const restingPages = (): readonly Resting[] => [
  ...keysOf(shelves)
    .flatMap((shelf) => articlesOn(shelf))
    .map((article) => ({ path: paths.article(article.slug), title: article.title, claims: claimsOfArticle(article) })),
  ...guideTreatments.map((treatment) => ({
    ...{ path: paths.treatment(treatment.slug), title: treatment.name },
    claims: claimsOfTreatment(treatment),
  })),
  ...guideQuestions.map(({ slug, ask, answer }) => ({
    ...{ path: paths.question(slug), title: ask },
    claims: answer.flatMap(claimsIn),
  })),
]

/** Each change on each page that rests on its claim, the newest first. */
export function changedPages(changes: readonly RegisterChange[] = registerChanges): readonly ChangedPage[] {
  const pages = restingPages()
  return changes.flatMap((change) => {
    const { id } = change
    const resting = id ? pages.filter(({ claims }) => claims.includes(id)) : []
    const register = { path: `${paths.evidence}#changes`, title: 'What we claim, and how sure we are' }
    return (resting.length > 0 ? resting : [register]).map(({ path, title }) => ({ ...change, path, title }))
  })
}
