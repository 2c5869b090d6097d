/**
 * What machines ask a site for: which pages there are, what is new, and where not to go. From the server alone, where the
 * house knows its own address. Public pages only, the same for everybody.
 */
import { Hono } from 'hono'
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import { dayNumber, type IsoDate } from '../../../care/evidence/calendar.ts'
import { reviewedOn } from '../../../care/evidence/review.ts'
import { dayMs } from '../../../care/evidence/time.ts'
import { articlesOn } from '../../../care/guide/articles.ts'
import { guideQuestions } from '../../../care/guide/questions.ts'
import { shelves } from '../../../care/guide/shelves.ts'
import { guideTreatments } from '../../../care/guide/treatments.ts'
import { claimsIn } from '../../../care/guide/types.ts'
import { lessonIds } from '../../../care/prevention/lessons.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { articleForMachines } from './article-page.tsx'
import { changedPages } from './changed-pages.ts'
import { lastReview } from './for-machines.ts'

/** The routes; none where the house does not know where it is. */
export function machineRoutes({ origin }: Pick<CareHome, 'origin'>): Hono {
  const app = new Hono()
  if (!origin) return app
  const xml = { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'no-cache' }
  app.get(paths.sitemap, (c) => c.body(sitemapOf(origin()), 200, xml))
  app.get(paths.feed, (c) =>
    c.body(feedOf(origin()), 200, { ...xml, 'Content-Type': 'application/rss+xml; charset=utf-8' }),
  )
  app.get(paths.robots, (c) => c.text(robotsOf(origin()), 200, { 'Cache-Control': 'no-cache' }))
  return app
}

const articles = () => keysOf(shelves).flatMap((shelf) => articlesOn(shelf))

/** Every page that is the same for everybody, with the day of its last review where it has one. */
function publicPages(): readonly (readonly [path: string, on?: IsoDate])[] {
  return [
    ...[[paths.home] as const, [paths.emergency] as const, [paths.about] as const, [paths.safety] as const],
    ...[[paths.find] as const, [paths.guidePdfs] as const, [paths.ask] as const, [paths.answered] as const],
    ...[[paths.letters] as const, [paths.guide, reviewedOn] as const, [paths.treatments, reviewedOn] as const],
    ...[[paths.evidence, reviewedOn] as const, [paths.questions, reviewedOn] as const],
    ...articles().map((article) => {
      const { path, reviewed = reviewedOn } = articleForMachines(article)
      return [path, reviewed] as const
    }),
    ...guideTreatments.map(({ slug, claim }) => [paths.treatment(slug), lastReview([claim])] as const),
    ...guideQuestions.map(({ slug, answer }) => [paths.question(slug), lastReview(answer.flatMap(claimsIn))] as const),
    ...[[paths.prevent] as const, ...lessonIds.map((id) => [paths.lesson(id)] as const)],
  ]
}

function sitemapOf(origin: string): string {
  const pages = publicPages().map(
    ([path, on]) => `<url><loc>${escaped(`${origin}${path}`)}</loc>${on ? `<lastmod>${on}</lastmod>` : ''}</url>`,
  )
  return `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${pages.join('')}</urlset>\n`
}

/** What changed in a claim, page by page, with its day; then the articles, with the day on which each was read against its sources. */
function feedOf(origin: string): string {
  const changed = changedPages().map(({ path, title, on, how, what, says, of }) =>
    itemOf({ origin, path, title: `Changed: ${title}`, on, about: `${what} ${says}`, mark: `${of}-${how}-${on}` }),
  )
  const items = articles().map((article) => {
    const { path, title, about, reviewed = reviewedOn } = articleForMachines(article)
    return itemOf({ origin, path, title, on: reviewed, about })
  })
  const here = escaped(`${origin}${paths.feed}`)
  return `${head}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Unclench guide</title><link>${escaped(`${origin}${paths.guide}`)}</link><atom:link href="${here}" rel="self" type="application/rss+xml"/><description>Back spasm: what helps, what does not, and how sure we are.</description><language>en-gb</language>${[...changed, ...items].join('')}</channel></rss>\n`
}

interface FeedItem {
  readonly origin: string
  readonly path: string
  readonly title: string
  readonly on: IsoDate
  readonly about: string
  /** Tells a change of a page from the page itself, for readers that show each item once. */
  readonly mark?: string
}

function itemOf({ origin, path, title, on, about, mark }: FeedItem): string {
  const at = escaped(`${origin}${path}`)
  const guid = mark ? `<guid isPermaLink="false">${escaped(`${origin}${path} ${mark}`)}</guid>` : `<guid>${at}</guid>`
  const day = new Date(dayNumber(on) * dayMs).toUTCString()
  return `<item><title>${escaped(title)}</title><link>${at}</link>${guid}<pubDate>${day}</pubDate><description>${escaped(about)}</description></item>`
}

/** Rooms where there is nothing to find but what belongs to one person or to staff. No secret: those have locks of their own. */
const rooms = [
  'console',
  'account',
  'api',
  'book',
  'visits',
  'offers',
  'waiting',
  'requests/',
  'reviews/',
  'feeds/',
  'letters/',
  'ask/',
  'comments/mine/',
  'guide/pdf/no-mail/',
  'record',
  'diary',
  'programme',
  'check/',
]

/** In one of them, and everybody's: what therapists answered. */
const open = paths.answered

const robotsOf = (origin: string): string =>
  [
    'User-agent: *',
    ...rooms.map((room) => `Disallow: /${room}`),
    `Allow: ${open}`,
    `Sitemap: ${origin}${paths.sitemap}`,
    '',
  ].join('\n')

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
