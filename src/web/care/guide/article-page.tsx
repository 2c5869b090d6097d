/**
 * One article: the short answer and how sure it is, what is said beside what is known, how to do it, when not to, what it
 * leads to, sources. Draws what the guide holds; decides nothing.
 */
import { takesComments } from '../../../care/guide/takes-comments.ts'
import { entriesOf } from '../../../care/evidence/closed-sets.ts'
import type { ClaimId } from '../../../care/evidence/claims.ts'
import { type ShelfId, shelves } from '../../../care/guide/shelves.ts'
import { type Article, claimsIn, type Section, textOf } from '../../../care/guide/types.ts'
import { Drawing } from '../../ui/guide-drawings/drawing.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import type { Link } from '../../ui/page.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { type ForMachines, medicalPage } from './for-machines.ts'
import { FromRules } from './from-rules.tsx'
import { Crumbs, drawable, EffectCard, Grades, Leads, SaidAndKnown, Sentences, SourcesOf } from './guide-parts.tsx'
import { linksOf } from './lead-links.ts'

/** The page of one article. */
export function ArticlePage({ home, article, held }: { home: CareHome; article: Article; held: boolean }) {
  const { title, short, bars, heard, sections, whenNot, leads } = article
  const drawn = drawable(article.drawn ?? [])
  const shelf = shelfOf(article)
  const links = linksOf(leads, held)
  const parts = partsOf(article)
  return (
    <CarePage home={home} title={title} wide learn machines={articleForMachines(article)}>
      <article class={drawn.length > 0 ? 'article' : 'article no-effect'}>
        <nav class="contents" aria-label="On this page">
          <PartLinks parts={parts} />
        </nav>
        <div class="main">
          <Crumbs
            links={[
              { href: paths.guide, text: 'Guide' },
              { href: `${paths.guide}#${shelf}`, text: shelves[shelf].title },
            ]}
          />
          <h1 id="short">{title}</h1>
          <p class="short">{short.map(textOf).join(' ')}</p>
          <Grades ids={bars} />
          <div class="contents-fold no-print">
            <Details summary="On this page">
              <PartLinks parts={parts} />
            </Details>
          </div>
          <SaidAndKnown heard={heard} id="said" />
        </div>
        {drawn.length > 0 && (
          <aside class="beside-first" aria-label="How much it does">
            <EffectCard ids={drawn} />
          </aside>
        )}
        <div class="main">
          {sections.map((section) => (
            <OneSection key={section.id} section={section} held={held} />
          ))}
          {whenNot.length > 0 && (
            <div id="when-not">
              <Callout title="When not to, and when to ask" look="warn">
                <Sentences lines={whenNot} />
              </Callout>
            </div>
          )}
        </div>
        {links.length > 0 && (
          <aside class="beside-second" aria-label="What you can do here">
            <Leads links={links} />
          </aside>
        )}
        <div class="main">
          {takesComments(article) && (
            <p class="no-print">
              <a href={paths.comments(article.slug)}>What readers say</a>
            </p>
          )}
          <SourcesOf ids={claimsOfArticle(article)} id="sources" />
        </div>
      </article>
    </CarePage>
  )
}

/** The article as machines see it. */
export const articleForMachines = (article: Article): ForMachines =>
  medicalPage({
    ...{ path: paths.article(article.slug), picture: paths.sharePictureOf(paths.article(article.slug)) },
    ...{ title: article.title, about: article.short.map(textOf).join(' ') },
    claims: claimsOfArticle(article),
  })

/** A movement is not drawn while a danger holds. */
function OneSection({ section, held }: { section: Section; held: boolean }) {
  const { id, title } = section
  const drawing = held && section.drawing === 'lifting' ? undefined : section.drawing
  return (
    <section>
      <h2 id={id}>{title}</h2>
      <div class={drawing ? `how-to with-${drawing}` : undefined}>
        {drawing && <Drawing id={drawing} />}
        <div>
          <SectionWords section={section} />
        </div>
      </div>
    </section>
  )
}

function SectionWords({ section }: { section: Section }) {
  switch (section.kind) {
    case 'from-rules':
      return <FromRules from={section.from} />
    case 'text':
      return (
        <>
          {section.lines.map((line) => (
            <p key={textOf(line)}>{textOf(line)}</p>
          ))}
        </>
      )
    default:
      return <Sentences lines={section.lines} steps={section.kind === 'steps'} />
  }
}

function PartLinks({ parts }: { parts: readonly Link[] }) {
  return (
    <ul>
      {parts.map(({ href, text }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  )
}

/** The parts of the page, as its contents list names them. */
function partsOf(article: Article): readonly Link[] {
  const { heard, sections, whenNot } = article
  return [
    { href: '#short', text: 'The short answer' },
    ...(heard.length > 0 ? [{ href: '#said', text: 'Said and known' }] : []),
    ...sections.map(({ id, title }) => ({ href: `#${id}`, text: title })),
    ...(whenNot.length > 0 ? [{ href: '#when-not', text: 'When not to' }] : []),
    ...(claimsOfArticle(article).length > 0 ? [{ href: '#sources', text: 'Sources' }] : []),
  ]
}

/** Every claim that the article rests on, in the order in which it is met. */
/** Every claim that the article rests on, each once. */
export function claimsOfArticle({ short, bars, heard, sections, whenNot, drawn = [] }: Article): readonly ClaimId[] {
  return [
    ...short.flatMap(claimsIn),
    ...bars,
    ...heard.flatMap(({ known }) => known.claims),
    ...sections.flatMap((section) => (section.kind === 'from-rules' ? [] : section.lines.flatMap(claimsIn))),
    ...whenNot.flatMap(claimsIn),
    ...drawn,
  ]
}

/** The shelf that an article stands on. */
function shelfOf({ slug }: Article): ShelfId {
  const found = entriesOf<ShelfId, { readonly articles: readonly string[] }>(shelves).find(([, { articles }]) =>
    articles.includes(slug),
  )
  if (!found) throw new Error(`${slug} stands on no shelf`)
  return found[0]
}
