/**
 * The addresses of the guide. Public words: nothing is told here, and nothing is kept. What leads to a movement or a step is
 * left out while a danger holds that this person told.
 */
import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { articleOf } from '../../../care/guide/articles.ts'
import { questionOf } from '../../../care/guide/questions.ts'
import { treatmentOf } from '../../../care/guide/treatments.ts'
import { show } from '../care-page.tsx'
import { formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { NotFoundPage } from '../message-pages.tsx'
import { paths } from '../paths.ts'
import { ArticlePage } from './article-page.tsx'
import { EvidencePage, registerFilterFrom } from './evidence-page.tsx'
import { GuidePage } from './guide-page.tsx'
import { isHeld } from './held.ts'
import { paperStyleRoute } from './paper-style.ts'
import { QuestionPage, QuestionsPage } from './question-pages.tsx'
import { SearchPage } from './search-page.tsx'
import { TreatmentPage } from './treatment-page.tsx'
import { comparisonFrom, TreatmentsPage } from './treatments-page.tsx'

/** Public words, but for what is left out while a danger holds: that page is of this person, and no browser keeps it. */
const toRead = (c: Context, page: VNode, held: boolean) => show(c, page, 200, held ? 'holdsAnswers' : '')

/** The routes of the guide for one home. */
export function guideRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.guide, async (c) => {
    const held = await isHeld(home)
    return toRead(c, <GuidePage {...{ home, held }} />, held)
  })
  app.get(paths.questions, async (c) => show(c, <QuestionsPage home={home} answered={await home.answeredHere?.()} />))
  app.get(paths.questionPattern, async (c) => {
    const question = questionOf(c.req.param('question'))
    const held = await isHeld(home)
    return question
      ? toRead(c, <QuestionPage {...{ home, question, held }} />, held)
      : show(c, <NotFoundPage home={home} />, 404)
  })
  app.get(paths.guideSearch, (c) => show(c, <SearchPage home={home} typed="" held={false} />))
  app.post(paths.guideSearch, async (c) => {
    const typed = (await formFields(c.req.raw)).get('words')?.[0] ?? ''
    const page = { home, typed, held: await isHeld(home), answered: await home.answeredHere?.() }
    return show(c, <SearchPage {...page} />, 200, 'holdsAnswers')
  })
  if (home.kind === 'server')
    app.get(paths.answeredList, async (c) => {
      const answered = await home.answeredHere?.()
      c.header('Cache-Control', 'no-cache')
      return answered ? c.json(answered.answers) : c.body(null, 503)
    })
  app.route('/', paperStyleRoute(home))
  app.get(paths.articlePattern, async (c) => {
    const article = articleOf(c.req.param('article'))
    const held = await isHeld(home)
    return article
      ? toRead(c, <ArticlePage {...{ home, article, held }} />, held)
      : show(c, <NotFoundPage home={home} />, 404)
  })
  app.get(paths.evidence, (c) => {
    const asked = registerFilterFrom(c.req.query())
    return show(c, <EvidencePage {...{ home, asked }} />)
  })
  app.get(paths.treatments, (c) => {
    const asked = comparisonFrom({ group: c.req.query('group'), by: c.req.query('by') })
    return show(c, <TreatmentsPage {...{ home, asked }} />)
  })
  app.get(paths.treatmentPattern, async (c) => {
    const treatment = treatmentOf(c.req.param('treatment'))
    const held = await isHeld(home)
    return treatment
      ? toRead(c, <TreatmentPage {...{ home, treatment, held }} />, held)
      : show(c, <NotFoundPage home={home} />, 404)
  })
  return app
}
