/**
 * What stands before every page of the staff: the database is there, the post is from our own pages, and somebody of a
 * clinic has signed in. A route that is added later stands behind it too, since the gate asks for the address alone.
 */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { inClinic } from '../../clinic/db/connection.ts'
import { type Member, mayDo } from '../../clinic/people/members.ts'
import { clinicName } from '../../clinic/setup/clinic-name.ts'
import { countWaiting } from '../../clinic/reviews/moderate-reviews.ts'
import { countComments } from '../../clinic/talk/moderate-comments.ts'
import { countInbox } from '../../clinic/talk/inbox.ts'
import { renderPage } from '../ui/render.ts'
import { isDatabaseAway } from '../find/database-away.ts'
import { isForeign } from '../find/is-foreign.ts'
import { writtenIn } from './read-posted.ts'
import { ownAddress } from './console-frame.tsx'
import type { ConsoleData, ConsoleEnv, ConsoleHome } from './console-home.ts'
import { consolePaths, doorTo, isDoor, thenPath, unlockWith } from './console-paths.ts'
import { AwayPage, ForeignPage, NoClinicPage, TooMuchPage } from './message-pages.tsx'

/** All that the gate stands before. */
const everything = '/console/*'

/** Largest form taken, in bytes. */
const mostBytes = 200_000

/** An app with the gate before everything that is mounted in it afterwards. */
export function gatedApp(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  // Also what throws is answered without being kept.
  app.use(everything, async (c, next) => {
    await next()
    c.res.headers.set('Cache-Control', 'no-store')
  })
  app.use(everything, ownPostsOnly(home))
  app.use(
    everything,
    bodyLimit({ maxSize: mostBytes, onError: (c) => c.html(renderPage(<TooMuchPage home={home} />), 413) }),
  )
  app.use(everything, gate(home))
  app.onError((error, c) => {
    if (!isDatabaseAway(error)) throw error
    return away(home, c)
  })
  return app
}

const away = (home: ConsoleHome, c: Context) => {
  c.header('Cache-Control', 'no-store')
  // Where a button posts to there may be nothing to look at.
  const path = c.req.method === 'GET' ? ownAddress(c) : pageItCameFrom(c)
  return c.html(renderPage(<AwayPage home={home} path={path} />), 503)
}

const gate =
  (home: ConsoleHome): MiddlewareHandler<ConsoleEnv> =>
  async (c, next) => {
    const data = home.data()
    if (!data) return away(home, c)
    c.set('data', data)
    c.set('posted', [])
    if (isDoor(c.req.path)) return next()
    const isOwnAsking = c.req.path === consolePaths.dayChanged
    const asked = await home.signedIn(c.req.raw, !isOwnAsking)
    if (!asked.ok) {
      if (asked.why === 'no-clinic')
        return c.html(renderPage(<NoClinicPage home={home} posted={await postedIn(c)} />), 403)
      if (asked.why === 'locked' && isPostedForm(c))
        return c.redirect(unlockWith(pageItCameFrom(c), ownAddress(c)), 307)
      // What else was posted is not sent on: the door says so, and leads back to the page it came from.
      const isUnsent = c.req.method !== 'GET'
      return c.redirect(doorTo(doorOf[asked.why], isUnsent ? pageItCameFrom(c) : ownAddress(c), isUnsent), 303)
    }
    c.set('member', asked.member)
    if (isPostedForm(c)) c.set('posted', await writtenIn(c.req.raw.clone()))
    if (isOwnAsking) return next()
    const { clinic, reviewsWaiting, questionsWaiting, commentsWaiting } = await clinicOf(data, asked.member)
    c.set('clinicName', clinic.name)
    c.set('clinicIsOpen', clinic.isOpen)
    c.set('reviewsWaiting', reviewsWaiting)
    c.set('questionsWaiting', questionsWaiting)
    c.set('commentsWaiting', commentsWaiting)
    return next()
  }

const isPostedForm = (c: Context): boolean => c.req.method === 'POST' && /form/.test(c.req.header('Content-Type') ?? '')

/** What was written in what was posted; `undefined` where nothing was. */
const postedIn = async (c: Context) => (c.req.method === 'POST' ? await writtenIn(c.req.raw.clone()) : undefined)

/** Where somebody is sent who may not come in yet. */
const doorOf = {
  nobody: consolePaths.signIn,
  locked: consolePaths.unlock,
  'which-clinic': consolePaths.whichClinic,
} as const

/** The page of ours on which a form stood, as the browser says it; today where it says nothing. */
function pageItCameFrom(c: Context): string {
  const told = c.req.header('Referer') ?? ''
  const url = URL.canParse(told) ? new URL(told) : undefined
  return url?.host === new URL(c.req.url).host ? thenPath(`${url.pathname}${url.search}`) : consolePaths.today
}

/** What the frame says of the member's clinic. */
const clinicOf = ({ app }: ConsoleData, member: Member) =>
  inClinic(app, member.clinicId, async (trx) => ({
    clinic: await clinicName(trx, member.clinicId),
    reviewsWaiting: mayDo(member, 'moderate') ? await countWaiting(trx, member.clinicId) : 0,
    questionsWaiting: mayDo(member, 'see-clinical') ? await countInbox(trx, member.clinicId, member.memberId) : 0,
    commentsWaiting: mayDo(member, 'moderate') ? await countComments(trx, member.clinicId) : 0,
  }))

/** A post must come from our own pages. One whose sender cannot be told is not another's: some people hide it. */
export const ownPostsOnly =
  (home: ConsoleHome): MiddlewareHandler =>
  async (c, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) || !isForeign(c)) return next()
    return c.html(renderPage(<ForeignPage home={home} />), 403)
  }
