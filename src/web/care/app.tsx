/**
 * The care pages as one Hono app.
 * Never touches the network, the disk or the page: it turns requests into HTML.
 */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AboutPage, SafetyPage } from './about-pages.tsx'
import { show } from './care-page.tsx'
import { answeredApart, withoutRecord } from './check/check-apart.tsx'
import { checkRoutes } from './check/check-routes.tsx'
import { diaryRoutes } from './diary/diary-routes.tsx'
import { answerFault } from './fault.tsx'
import { guideRoutes } from './guide/guide-routes.tsx'
import { machineRoutes } from './guide/machine-routes.ts'
import { EmergencyPage, HomePage } from './home-page.tsx'
import type { CareHome } from './home.ts'
import { medicineRoutes } from './medicines/medicine-routes.tsx'
import { NotAFormPage, NotFoundPage, OfflinePage, TooLargePage, WrongMethodPage } from './message-pages.tsx'
import { movementRoutes } from './movements/movement-routes.tsx'
import { paths } from './paths.ts'
import { planRoutes } from './plan/plan-routes.tsx'
import { preventRoutes } from './prevention/prevent-routes.tsx'
import { programmeRoutes } from './programme/programme-routes.tsx'
import { planNow } from './plan/plan-now.tsx'
import { recordRoutes } from './record/record-routes.tsx'
import { relaxRoutes } from './player/relax-routes.tsx'
import { reportRoutes } from './report/report-routes.tsx'
import { matches, pageAbove } from '../ui/posted-only.ts'
import { securityHeaders } from './security-headers.ts'
import { holdSentForm } from './sent-form.ts'
import { sessionRoutes } from './player/session-routes.tsx'

/** Largest body taken, in bytes. */
const bodyLimitBytes = 1_000_000
/** A record file may be larger where there is a record: a heavy year is 4.5 MB, so these are fourteen of them. */
const recordLimitBytes = 64_000_000

/** The app for one home. */
export function createCareApp(home: CareHome): Hono {
  const app = new Hono()
  app.use(securityHeaders())
  const tooLarge = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => show(c, <TooLargePage home={home} megabytes={maxSize / 1_000_000} />, 413) })
  const small = tooLarge(bodyLimitBytes)
  const large = tooLarge(home.notebook ? recordLimitBytes : bodyLimitBytes)
  app.use((c, next) => (c.req.path === paths.recordImport ? large(c, next) : small(c, next)))
  // Every post of these pages is a form; anything else is refused before a route reads it.
  app.use(async (c, next) => {
    const type = c.req.header('Content-Type') ?? ''
    const form = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)
    if (c.req.method === 'POST' && !form && !c.req.path.startsWith('/api/'))
      return show(c, <NotAFormPage home={home} />, 415)
    return await next()
  })

  app.use(holdSentForm(home))

  // What a check about somebody else brings meets no record: neither opens or closes anything for the other.
  if (home.notebook) app.use(answeredApart(createCareApp(withoutRecord(home))))

  app.get(paths.home, async (c) => {
    const { record, open } = await planNow(home)
    const stopped = (await home.checkToCarryOn?.()) ?? null
    const page = <HomePage {...{ home, open, stopped }} record={record?.opened ? record : null} />
    // On a device it says what the record closes or opens: nothing for Back once that is erased, or somebody else holds the device.
    return show(c, page, 200, home.notebook ? 'holdsAnswers' : '')
  })
  app.get(paths.emergency, (c) => show(c, <EmergencyPage home={home} />))
  app.get(paths.about, (c) => show(c, <AboutPage home={home} />))
  app.get(paths.safety, (c) => show(c, <SafetyPage home={home} />))
  app.get(paths.offline, (c) => show(c, <OfflinePage home={home} />))
  app.route('/', checkRoutes(home))
  app.route('/', recordRoutes(home))
  app.route('/', reportRoutes(home))
  app.route('/', medicineRoutes(home))
  app.route('/', planRoutes(home))
  app.route('/', movementRoutes(home))
  app.route('/', preventRoutes(home))
  app.route('/', programmeRoutes(home))
  app.route('/', diaryRoutes(home))
  app.route('/', sessionRoutes(home))
  app.route('/', relaxRoutes(home))
  app.route('/', guideRoutes(home))
  app.route('/', machineRoutes(home))

  app.all('*', (c) => {
    const page = c.req.method === 'GET' && pageAbove(app.routes, c.req.path)
    if (page) return c.redirect(page, 303)
    const known = app.routes.some(({ method, path }) => method !== 'ALL' && path !== '/*' && matches(path, c.req.path))
    return known ? show(c, <WrongMethodPage home={home} />, 405) : show(c, <NotFoundPage home={home} />, 404)
  })
  app.onError(answerFault(home))
  return app
}
