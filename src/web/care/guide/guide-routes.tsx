/** The addresses of the guide. Public words, the same for everybody: nothing is told here, and nothing is kept. */
import { Hono } from 'hono'
import { articleOf } from '../../../care/guide/articles.ts'
import { show } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { NotFoundPage } from '../message-pages.tsx'
import { paths } from '../paths.ts'
import { ArticlePage } from './article-page.tsx'
import { GuidePage } from './guide-page.tsx'

/** The routes of the guide for one home. */
export function guideRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.guide, (c) => show(c, <GuidePage home={home} />))
  app.get(paths.articlePattern, (c) => {
    const article = articleOf(c.req.param('article'))
    return article ? show(c, <ArticlePage {...{ home, article }} />) : show(c, <NotFoundPage home={home} />, 404)
  })
  return app
}
