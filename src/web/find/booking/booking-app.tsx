/** Booking and looking after a visit as one Hono app, for the server to mount. */
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { BookingHome } from '../find-home.ts'
import { isForeign } from '../is-foreign.ts'
import { answer } from './answer.tsx'
import { courseLaterRoutes } from './course-later-routes.tsx'
import { courseRoutes } from './course-routes.tsx'
import { NotOurFormPage } from './message-pages.tsx'
import { holdRoutes } from './hold-routes.tsx'
import { moveRoutes } from './move-routes.tsx'
import { askRoutes } from '../ask/ask-routes.tsx'
import { TooLongPage } from '../message-pages.tsx'
import { commentRoutes } from '../ask/comment-routes.tsx'
import { feedRoutes } from '../feeds/feed-routes.tsx'
import { reviewRoutes } from '../reviews/review-routes.tsx'
import { assessmentRoutes } from '../assessment/assessment-routes.tsx'
import { chooseRoutes } from '../choose-again/choose-routes.tsx'
import { waitingRoutes } from '../waiting/waiting-routes.tsx'
import { visitRoutes } from './visit-routes.tsx'

/** Largest form taken, in bytes: ten thousand characters of any script, and room. */
const mostBytes = 100_000
/** A question or comment of a hundred thousand signs of any script is still read, to say in its form that it is too long. */
const mostTalkBytes = 1_500_000

/**
 * The routes under /book, /visits, /waiting, /offers, /requests, /reviews, /ask and /comments, and a therapist's for reviews and
 * free talks.
 */
export function createBookingApp(home: BookingHome): Hono {
  const app = new Hono()
  const limit = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => answer(c, <TooLongPage frame={home.frame} path={c.req.path} />, 413) })
  for (const under of [
    '/book/*',
    '/visits/*',
    '/waiting/*',
    '/offers/*',
    '/reviews/*',
    '/therapists/:slug/reviews/*',
    '/therapists/:slug/assessment',
  ])
    app.use(under, limit(mostBytes))
  for (const under of ['/ask/*', '/comments/*']) app.use(under, ownPostsOnly(home), limit(mostTalkBytes))
  app.route('/', holdRoutes(home))
  app.route('/', courseRoutes(home))
  app.route('/', waitingRoutes(home))
  app.route('/', assessmentRoutes(home))
  app.route('/', chooseRoutes(home))
  app.route('/', visitRoutes(home))
  app.route('/', moveRoutes(home))
  app.route('/', courseLaterRoutes(home))
  app.route('/', reviewRoutes(home))
  app.route('/', askRoutes(home))
  app.route('/', commentRoutes(home))
  app.route('/', feedRoutes(home))
  return app
}

/** Another site's page must not ask or write in somebody's name. */
const ownPostsOnly =
  (home: BookingHome): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method !== 'POST' || !isForeign(c)) return next()
    return answer(c, <NotOurFormPage home={home} path={c.req.path} />, 422)
  }
