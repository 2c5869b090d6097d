/**
 * The public pages about clinics and therapists as one Hono app. Looking changes nothing, so every route here may be
 * asked as often as anybody likes. Parses, asks one function of the clinic half, renders.
 */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { openingsAhead } from '../../clinic/availability/read-openings.ts'
import { freeTimesOf, freeTimesWithAnybody } from '../../clinic/availability/free-times-of.ts'
import { type Databases, searchTherapists } from '../../clinic/availability/search-therapists.ts'
import { daysLookedAt } from '../../clinic/availability/times-of-candidates.ts'
import { districtRows } from '../../clinic/town/postcode-districts.ts'
import { placeInList } from '../../clinic/directory/postcode-list.ts'
import { isDemonstration, readClinic, readTherapist } from '../../clinic/directory/read-profiles.ts'
import { noRating } from '../../clinic/directory/ratings.ts'
import { readRatings, readReviews } from '../../clinic/directory/read-reviews.ts'
import { readLanguages } from '../../clinic/directory/spoken-languages.ts'
import { dangerPhrases } from '../../care/check/free-text/danger-phrases.ts'
import { daysAfter, daysOnPage, serviceOf, weekAsked } from './asked-times.ts'
import { ClinicPage } from './clinic-page.tsx'
import { ClinicTimesPage } from './clinic-times-page.tsx'
import { type Compared, ComparePage, mostCompared } from './compare-page.tsx'
import { DangerFirstPage, notOfTheBackIn } from './danger-first.tsx'
import { isDatabaseAway } from './database-away.ts'
import { FindTherapists } from './find-page.tsx'
import { type Frame, show, showWithWhere } from './frame.tsx'
import { AwayPage, NotHerePage, TooLongPage } from './message-pages.tsx'
import { findPaths } from './paths.ts'
import { defaultTreatment, fromPlace, readSearch, unknownWords } from './read-search.ts'
import { onProfile } from './reviews/shown-reviews.tsx'
import { TherapistPage } from './therapist-page.tsx'
import { TimesPage } from './times-page.tsx'

/** One home of these pages. */
export interface FindHome {
  readonly frame: Frame
  /** The database as it is now, or `null` while it is away; it may change from one request to the next. */
  readonly databases: () => Databases | null
  readonly now: () => Temporal.Instant
}

/** The largest form taken, in bytes: it is a handful of choices. */
const largestForm = 20_000

/** The app for one home. */
export function createFindApp(home: FindHome): Hono {
  const app = new Hono()
  app.get(findPaths.find, (c) => answerSearch(home, c, new URL(c.req.url).searchParams))
  const small = bodyLimit({
    maxSize: largestForm,
    onError: (c) => show(c, <TooLongPage frame={home.frame} path={c.req.path} />, 413),
  })
  app.post(findPaths.find, small, async (c) => answerSearch(home, c, await postedFields(c), true))
  app.get(findPaths.districts, (c) => c.json(districtRows, 200, { 'Cache-Control': 'public, max-age=86400' }))
  app.get(findPaths.compare, (c) => withDatabases(home, c, (databases) => answerCompare(home, c, databases)))
  app.get(findPaths.therapistPattern, (c) => withDatabases(home, c, (databases) => answerTherapist(home, c, databases)))
  app.get(findPaths.timesPattern, (c) => withDatabases(home, c, (databases) => answerTimes(home, c, databases)))
  app.get(findPaths.clinicTimesPattern, (c) =>
    withDatabases(home, c, (databases) => answerClinicTimes(home, c, databases)),
  )
  app.get(findPaths.clinicPattern, (c) => withDatabases(home, c, (databases) => answerClinic(home, c, databases)))
  return app
}

/** Runs `answer` where the database is there; says that it is away where it is not, or goes in the middle. */
async function withDatabases(
  home: FindHome,
  c: Context,
  answer: (databases: Databases) => Promise<Response>,
  away = () => show(c, <AwayPage frame={home.frame} path={c.req.path} />, 503),
): Promise<Response> {
  const databases = home.databases()
  if (!databases) return away()
  try {
    return await answer(databases)
  } catch (error) {
    if (isDatabaseAway(error)) return away()
    throw error
  }
}

/** The fields of a posted form; none of what is no form. */
async function postedFields(c: Context): Promise<URLSearchParams> {
  const isForm = (c.req.header('Content-Type') ?? '').startsWith('application/x-www-form-urlencoded')
  return new URLSearchParams(isForm ? await c.req.text() : '')
}

/**
 * Danger that is written where a place is asked for is answered first, were the database away. The words go into no link, title or
 * field of the answer: they are no search to be passed on.
 */
function answerDanger(home: FindHome, c: Context, words: string): Response | undefined {
  const heard = dangerPhrases(words)
  if (heard.length === 0 && notOfTheBackIn(words) === undefined) return undefined
  const outcome = (
    <>
      We looked for nobody. To find a physio, <a href={findPaths.find}>start again</a> with a place or a postcode alone.
    </>
  )
  return show(c, <DangerFirstPage home={home} path={findPaths.find} heard={heard} words={words} outcome={outcome} />)
}

async function answerSearch(home: FindHome, c: Context, fields: URLSearchParams, mayNeed = false): Promise<Response> {
  const read = readSearch(fields, mayNeed)
  const danger = answerDanger(home, c, unknownWords(read))
  if (danger) return danger
  const { frame } = home
  const now = home.now()
  return withDatabases(
    home,
    c,
    async (databases) => {
      const asked = read.place ? fromPlace(read, await placeInList(databases.directory, read.place)) : read
      const isLost = asked.place !== null && !asked.place.ok
      const [languages, demonstration, result] = await Promise.all([
        readLanguages(databases.directory, now),
        isDemonstration(databases.app),
        fields.size > 0 && !isLost ? searchTherapists(databases, asked.search, now) : undefined,
      ])
      const page = <FindTherapists {...{ frame, asked, languages, result, now }} isDemonstration={demonstration} />
      return showWithWhere(c, page, isLost ? 422 : 200)
    },
    () => showWithWhere(c, <AwayPage frame={frame} path={findPaths.find} typed={read.typed} />, 503),
  )
}

/** The profile of the address; otherwise what to answer instead. */
async function therapistOf(home: FindHome, c: Context, { directory }: Databases, rest = '') {
  const read = await readTherapist(directory, c.req.param('slug') ?? '', home.now())
  if (read.ok) return { profile: read.profile }
  if (read.why === 'moved') return { instead: c.redirect(`${findPaths.therapist(read.slug)}${rest}`, 301) }
  return { instead: show(c, <NotHerePage frame={home.frame} path={c.req.path} />, 404) }
}

/** Days from today on, of the place's calendar: a day before it too, for zones west of London. */
const daysAhead = (now: Temporal.Instant, days: number) => {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  return { firstDay: today.subtract({ days: 1 }).toString(), lastDay: today.add({ days }).toString() }
}

async function answerTherapist(home: FindHome, c: Context, databases: Databases): Promise<Response> {
  const { profile, instead } = await therapistOf(home, c, databases)
  if (!profile) return instead
  const { frame } = home
  const now = home.now()
  const wanted = c.req.query('service')
  const service = serviceOf(profile, wanted)
  const place = profile.places.length > 1 ? profile.places.find(({ id }) => id === c.req.query('place')) : undefined
  const who = service && { ...profile, serviceId: service.id }
  const [openings, free, demonstration, ratings, reviews] = await Promise.all([
    openingsAhead(databases.directory, profile.clinicId, now),
    who ? freeTimesOf(databases.app, who, daysAhead(now, daysOnPage), now) : [],
    isDemonstration(databases.app),
    readRatings(databases.directory, [profile]),
    readReviews(databases.directory, profile, { most: onProfile }),
  ])
  const said = { rating: ratings.get(profile.therapistId) ?? noRating, reviews }
  const times = place ? free.filter(({ location }) => location === place.id) : free
  const isGone = wanted !== undefined && service?.id !== wanted
  const page = { frame, profile, service, place, isGone, now, times, openings, isDemonstration: demonstration, ...said }
  return show(c, <TherapistPage {...page} />)
}

async function answerTimes(home: FindHome, c: Context, databases: Databases): Promise<Response> {
  const { profile, instead } = await therapistOf(home, c, databases, '/times')
  if (!profile) return instead
  const { frame } = home
  const now = home.now()
  const service = serviceOf(profile, c.req.query('service'))
  if (!service) return show(c, <NotHerePage frame={frame} path={c.req.path} />, 404)
  const { today, week } = weekAsked(profile.places, service, c.req.query('from'), now)
  const who = { ...profile, serviceId: service.id }
  const [times, demonstration] = await Promise.all([
    freeTimesOf(databases.app, who, week, now),
    isDemonstration(databases.app),
  ])
  const after = daysAfter(week, today, service)
  const [later] = times.length === 0 ? await freeTimesOf(databases.app, who, after, now) : []
  const page = { frame, profile, service, week, times, later, isAll: after.isAll, now, today }
  return show(c, <TimesPage {...page} isDemonstration={demonstration} />)
}

/** The profile of the address; otherwise what to answer instead. */
async function clinicOf(home: FindHome, c: Context, { directory }: Databases, rest = '') {
  const read = await readClinic(directory, c.req.param('slug') ?? '', home.now())
  if (read.ok) return { profile: read.profile }
  if (read.why === 'moved') return { instead: c.redirect(`${findPaths.clinic(read.slug)}${rest}`, 301) }
  return { instead: show(c, <NotHerePage frame={home.frame} path={c.req.path} />, 404) }
}

async function answerClinic(home: FindHome, c: Context, databases: Databases): Promise<Response> {
  const { profile, instead } = await clinicOf(home, c, databases)
  if (!profile) return instead
  const { frame } = home
  const now = home.now()
  const [demonstration, openings] = await Promise.all([
    isDemonstration(databases.app),
    openingsAhead(databases.directory, profile.clinicId, now),
  ])
  return show(c, <ClinicPage {...{ frame, profile, openings, now }} isDemonstration={demonstration} />)
}

async function answerClinicTimes(home: FindHome, c: Context, databases: Databases): Promise<Response> {
  const { profile, instead } = await clinicOf(home, c, databases, '/times')
  if (!profile) return instead
  const { frame } = home
  const now = home.now()
  const service = serviceOf(profile, c.req.query('service'))
  if (!service) return show(c, <NotHerePage frame={frame} path={c.req.path} />, 404)
  const { today, week } = weekAsked(profile.places, service, c.req.query('from'), now)
  const of = { clinicId: profile.clinicId, serviceId: service.id, therapists: profile.therapists.map(({ id }) => id) }
  const [offers, demonstration] = await Promise.all([
    freeTimesWithAnybody(databases.app, of, week, now),
    isDemonstration(databases.app),
  ])
  const after = daysAfter(week, today, service)
  const [later] = offers.length === 0 ? await freeTimesWithAnybody(databases.app, of, after, now) : []
  const page = { frame, profile, service, week, offers, later, isAll: after.isAll, now, today }
  return show(c, <ClinicTimesPage {...page} isDemonstration={demonstration} />)
}

async function answerCompare(home: FindHome, c: Context, databases: Databases): Promise<Response> {
  const now = home.now()
  const wanted = [...new Set((c.req.queries('with') ?? []).slice(0, 50))]
  const treatment = c.req.query('service') ?? defaultTreatment
  const reads = await Promise.all(
    wanted.slice(0, mostCompared).map(async (slug): Promise<Compared | undefined> => {
      const read = await readTherapist(databases.directory, slug, now)
      if (!read.ok) return undefined
      const { profile } = read
      const service = profile.services.find((each) => each.treatment === treatment)
      const who = service && { ...profile, serviceId: service.id }
      const [first] = who ? await freeTimesOf(databases.app, who, daysAhead(now, daysLookedAt), now) : []
      return { profile, service, first }
    }),
  )
  const compared = reads.filter((each) => each !== undefined)
  const note = noteOf(wanted.length, compared.length)
  const demonstration = await isDemonstration(databases.app)
  return show(c, <ComparePage frame={home.frame} isDemonstration={demonstration} {...{ compared, note, now }} />)
}

function noteOf(wanted: number, there: number): string | undefined {
  if (wanted > mostCompared) return `Only three fit side by side. These are the first of the ${wanted} that you ticked.`
  return there < wanted ? 'Somebody whom you ticked is not here any more.' : undefined
}
