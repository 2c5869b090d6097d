/** Calendar feeds: what calendar programs fetch, and the page on which a person makes and ends their own. */
import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import {
  endFeed,
  type FeedOf,
  type FetchedFeed,
  type FetchedVisit,
  fetchFeed,
  findFeed,
  makeFeed,
  personOfVisit,
} from '../../../clinic/booking/calendar-feeds.ts'
import { clinicNamesOf } from '../../../clinic/booking/offered-time.ts'
import { readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { findLinked, type VisitView } from '../../../clinic/booking/visit-view.ts'
import { wallClockSentence } from '../../../clinic/availability/wall-clock.ts'
import { headOf, staysBooked } from '../../../interop/visit-calendar.ts'
import { type FeedVisit, visitsFeed } from '../../../interop/visits-feed.ts'
import { answer, fieldOf, readForm, withData } from '../booking/answer.tsx'
import { bookingPaths } from '../booking/booking-paths.ts'
import { NoVisitPage } from '../booking/message-pages.tsx'
import type { BookingHome, FindData } from '../find-home.ts'
import { FindPage } from '../frame.tsx'
import { initialsOf } from '../words.ts'
import { feedPaths } from './feed-paths.ts'
import { FeedActs, FeedFacts, readSeenFeed } from './feed-words.tsx'

/** The routes of feeds. */
export function feedRoutes(home: BookingHome): Hono {
  const app = new Hono()
  app.use('/feeds/*', etag())
  app.get(feedPaths.feedPattern, (c) => withData(home, c, (data) => giveFeed(c, data)))
  app.get(feedPaths.ofVisitPattern, (c) => withVisit(home, c, look))
  app.post(feedPaths.ofVisitPattern, (c) => withVisit(home, c, change))
  return app
}

/** Whatever opens nothing is answered alike, ended or never made. */
async function giveFeed(c: Context, data: FindData) {
  const file = c.req.param('file') ?? ''
  const feed = file.endsWith('.ics') ? await fetchFeed(data.app, file.slice(0, -'.ics'.length)) : undefined
  if (!feed) return c.text('There is no calendar here.', 404, { 'Cache-Control': 'no-store' })
  const name = feed.kind === 'therapist' ? `Visits, ${feed.clinic.name}` : `My visits, ${feed.clinic.name}`
  return c.body(visitsFeed(name, feed.visits.map(entryOf(feed))), 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'inline; filename="visits.ics"',
    // A program may keep it, and asks each time whether it is still the same. Not packed on the way: some programs that ask for
    // it cannot read it, and say only that there is no calendar.
    'Cache-Control': 'private, no-cache, no-transform',
  })
}

/** What a visit is in the calendar of whoever gives it. */
function whatOfTheirs({ isCancelled, isAskedToChoose, off }: FetchedVisit): string {
  if (isCancelled) return 'Visit'
  if (isAskedToChoose) return 'Asked to choose another time'
  return off === undefined ? 'Visit' : { away: 'Away then', closed: 'Shut then' }[off]
}

const entryOf =
  (feed: FetchedFeed) =>
  (visit: FetchedVisit): FeedVisit => {
    const { byVideo, place, startsAt, person } = visit
    const isOff = visit.off !== undefined
    const what = visit.isCancelled ? 'Visit' : headOf({ ...visit, isOff })
    const { name, phone } = feed.clinic
    const address = [place.street, place.town, place.postcode].filter(Boolean).join(', ')
    if (feed.kind === 'therapist')
      return {
        ...visit,
        isOff: isOff && 'theirs',
        summary: feed.withInitials ? `${whatOfTheirs(visit)}: ${initialsOf(person)}` : whatOfTheirs(visit),
        location: byVideo ? 'By video' : place.name,
      }
    const starts = Temporal.Instant.fromEpochMilliseconds(startsAt)
    // The day is said without "today": the same visit gives the same words on every day.
    const when = wallClockSentence(starts, place.zone, starts)
    return {
      ...visit,
      isOff,
      summary: `${what}: ${name}`,
      location: byVideo ? 'By video' : address,
      description: [`${when}. ${name}: ${phone}`, ...(visit.isCancelled ? [] : [staysBooked])].join('\n'),
    }
  }

interface Seen {
  readonly home: BookingHome
  readonly c: Context
  readonly data: FindData
  readonly token: string
  readonly visit: VisitView
  readonly of: FeedOf
}

function withVisit(home: BookingHome, c: Context, work: (seen: Seen) => Response | Promise<Response>) {
  return withData(home, c, async (data) => {
    const token = c.req.param('token') ?? ''
    const key = readPrivateToken(data.secret, 'visit', token)
    const visit = key && (await findLinked(data.app, key))
    const personId = visit && (await personOfVisit(data.app, visit))
    if (!visit || !personId) return answer(c, <NoVisitPage home={home} path="/visits" />, 404)
    return work({ home, c, data, token, visit, of: { clinicId: visit.clinicId, personId } })
  })
}

async function look({ home, c, data, token, visit, of }: Seen) {
  const feed = await findFeed(data.app, data.secret, of)
  const { now } = await clinicNamesOf(data.app, visit.clinicId)
  const title = 'Your visits in your calendar'
  const path = feedPaths.ofVisit(token)
  return answer(
    c,
    <FindPage frame={home.frame} title={title} path={path}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>
        An address for your calendar program. It then shows this visit of {visit.person} at {visit.clinic.name}, with
        the others of its course and those that the clinic keeps with it, and moves them when they are moved. It does
        not say what they are for. A visit that you book by itself has an address of its own.
      </p>
      {feed && <FeedFacts {...{ feed, now }} origin={originOf(home, c)} zone={visit.place.zone} />}
      <FeedActs path={path} feed={feed} />
      <p>
        <a href={bookingPaths.visit(token)}>Back to your visit</a>
      </p>
    </FindPage>,
  )
}

const originOf = (home: BookingHome, c: Context) => home.origin?.() ?? new URL(c.req.url).origin

async function change({ home, c, data, token, of }: Seen) {
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const what = fieldOf(form, 'do')
  if (what === 'end') await endFeed(data.app, of)
  else if (what === 'make' || what === 'renew')
    await makeFeed(data.app, data.secret, of, {
      ...{ isNew: what === 'renew', withInitials: false, seen: readSeenFeed(fieldOf(form, 'seen')) },
    })
  return c.redirect(feedPaths.ofVisit(token), 303)
}
