/** The staff's pages as one Hono app, for the server to mount. Each area mounts its own routes here, behind the gate. */
import type { Hono } from 'hono'
import { answer } from '../find/booking/answer.tsx'
import { pageAbove } from '../ui/posted-only.ts'
import { calendarRoutes } from './calendar/calendar-routes.tsx'
import { clinicRoutes } from './clinic/clinic-routes.tsx'
import { hereOf } from './console-frame.tsx'
import { gatedApp } from './console-gate.tsx'
import type { ConsoleEnv, ConsoleHome } from './console-home.ts'
import { consolePaths, isDoor } from './console-paths.ts'
import { addDayChanged } from './day-changed.tsx'
import { feedRoutes } from './feed/feed-routes.tsx'
import { grantsRoutes } from './grants/grants-routes.tsx'
import { inboxRoutes } from './inbox/inbox-routes.tsx'
import { moderationRoutes } from './moderation/moderation-routes.tsx'
import { takenOnRoutes } from './inbox/taken-on-routes.tsx'
import { offersRoutes } from './offers/offers-routes.tsx'
import { lettersRoutes } from './letters/letters-routes.tsx'
import { NotYoursPage } from './message-pages.tsx'
import { reviewsRoutes } from './reviews/reviews-routes.tsx'
import { newStartRoutes } from './new-starts/new-start-routes.tsx'
import { passkeyRoutes } from './passkeys/passkey-routes.tsx'
import { peopleRoutes } from './people/people-routes.tsx'
import { todayRoutes } from './today/today-routes.tsx'
import { requestsRoutes } from './requests/requests-routes.tsx'
import { courseLaterRoutes } from './visit/course-later-routes.tsx'
import { linksRoutes } from './links/links-routes.tsx'
import { putOnRoutes } from './waiting/put-on-routes.tsx'
import { waitingRoutes } from './waiting/waiting-routes.tsx'
import { visitRoutes } from './visit/visit-routes.tsx'

/** The routes under /console. */
export function createConsoleApp(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = gatedApp(home)
  app.route('/', reviewsRoutes(home))
  app.route('/', inboxRoutes(home))
  app.route('/', takenOnRoutes(home))
  app.route('/', moderationRoutes(home))
  app.route('/', lettersRoutes(home))
  app.route('/', offersRoutes(home))
  app.route('/', todayRoutes(home))
  app.route('/', visitRoutes(home))
  app.route('/', courseLaterRoutes(home))
  app.route('/', peopleRoutes(home))
  app.route('/', feedRoutes(home))
  app.route('/', passkeyRoutes(home))
  app.route('/', newStartRoutes(home))
  app.route('/', grantsRoutes(home))
  app.route('/', requestsRoutes(home))
  app.route('/', putOnRoutes(home))
  app.route('/', waitingRoutes(home))
  app.route('/', linksRoutes(home))
  app.route('/', calendarRoutes(home))
  app.route('/', clinicRoutes(home))
  addDayChanged(app)
  // Whoever types is at work: passing the gate was the touch (islands/at-work.ts).
  app.get(consolePaths.atWork, (c) => c.body(null, 204))
  app.all('/console/*', (c) => {
    const page = c.req.method === 'GET' && pageAbove(app.routes, c.req.path)
    if (page) return c.redirect(page, 303)
    return answer(c, <NotYoursPage home={home} here={isDoor(c.req.path) ? undefined : hereOf(c)} />, 404)
  })
  return app
}
