/** The front of the guide: shelves by the question people come with, each link with its short answer. */
import { claimOf } from '../../../care/evidence/claims.ts'
import { articlesOn } from '../../../care/guide/articles.ts'
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import { guideTreatments } from '../../../care/guide/treatments.ts'
import { shelves } from '../../../care/guide/shelves.ts'
import type { Article } from '../../../care/guide/types.ts'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { Figure } from '../../ui/figure.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import type { ForMachines } from './for-machines.ts'
import { linksOf } from './lead-links.ts'
import { SearchForm } from './search-page.tsx'

const machines: ForMachines = {
  path: paths.guide,
  title: 'Guide to a back spasm',
  about: 'What helps, what does not, and how sure we are. Each page has the short answer first.',
  data: { '@type': 'CollectionPage' },
}

/** What most people ask. */
const asked = linksOf([
  { to: 'article', article: 'heat-or-ice', text: 'heat or ice?' },
  { to: 'article', article: 'do-i-need-a-scan', text: 'do I need a scan?' },
  { to: 'article', article: 'driving', text: 'can I drive?' },
])

/** Every shelf that holds something. No position is drawn while a danger holds. */
export function GuidePage({ home, held }: { home: CareHome; held: boolean }) {
  return (
    <CarePage home={home} title="Guide" wide learn islands={['guide-search']} machines={machines}>
      <div class="guide-head">
        <div>
          <h1>What do you want to know?</h1>
          <SearchForm />
          <p class="asked">
            People ask:{' '}
            {asked.map(({ href, text }) => (
              <a key={href} href={href}>
                {text}
              </a>
            ))}
            <a href={paths.questions}>all questions</a>
          </p>
        </div>
        {!held && (
          <div class="picture">
            <Figure movement="M17a" id="guide-figure" />
          </div>
        )}
      </div>
      <div data-found />
      <div class="shelves">
        {keysOf(shelves)
          .map((id) => ({ id, found: articlesOn(id) }))
          .filter(({ found }) => found.length > 0)
          .map(({ id, found }) => (
            <section class="shelf" key={id} id={id}>
              <h2>{shelves[id].title}</h2>
              <ul>
                {found.map((article) => (
                  <li key={article.slug}>
                    <ArticleLink article={article} />
                  </li>
                ))}
                {id === 'offered' && (
                  <li>
                    <a class="answer" href={paths.treatments}>
                      <b>Treatments side by side</b>
                      <br />
                      {guideTreatments.length} that people are offered, each with how sure we are.
                    </a>
                  </li>
                )}
              </ul>
            </section>
          ))}
      </div>
    </CarePage>
  )
}

function ArticleLink({ article }: { article: Article }) {
  const [first] = article.bars
  const grade = first && claimOf(first).grade
  return (
    <a class="answer" href={paths.article(article.slug)}>
      <b>{article.title}</b>
      <br />
      {article.about}
      {grade && (
        <>
          <br />
          <EvidenceBar grade={grade} />
        </>
      )}
    </a>
  )
}
