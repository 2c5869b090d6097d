/** Pages of the guide that staff put with an answer, each with how sure we are. */
import { claimOf } from '../../../care/evidence/claims.ts'
import { articleOf } from '../../../care/guide/articles.ts'
import type { Article } from '../../../care/guide/types.ts'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { guideLinks } from './ask-paths.ts'

function PageBar({ bars: [claim] }: Pick<Article, 'bars'>) {
  const grade = claim && claimOf(claim).grade
  return grade ? <EvidenceBar grade={grade} /> : null
}

/** A page that the guide does not have any more is left out. */
export function GuidePages({ slugs }: { readonly slugs: readonly string[] }) {
  const pages = slugs.flatMap((slug) => articleOf(slug) ?? [])
  if (pages.length === 0) return null
  return (
    <>
      <p>From the guide:</p>
      <ul class="ask-lines">
        {pages.map(({ slug, title, about, bars }) => (
          <li key={slug}>
            <a href={guideLinks.article(slug)}>{title}</a>
            <p>{about}</p>
            <PageBar bars={bars} />
          </li>
        ))}
      </ul>
    </>
  )
}
