/** Writing a review from the private link, reading all of a therapist's, reporting one. Looking changes nothing. */
import { type Context, Hono } from 'hono'
import { inClinic } from '../../../clinic/db/connection.ts'
import { noRating, reviewCount, isHideReason } from '../../../clinic/directory/ratings.ts'
import { readTherapist, type TherapistProfile } from '../../../clinic/directory/read-profiles.ts'
import { readRatings, readReview, readReviews } from '../../../clinic/directory/read-reviews.ts'
import { isCurrentLink, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { stopInvitations } from '../../../clinic/mail/review-mails.ts'
import { reportReview } from '../../../clinic/reviews/report-review.ts'
import { findReviewable, type Reviewable, writeReview } from '../../../clinic/reviews/write-review.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import type { BookingHome, FindData } from '../find-home.ts'
import { answer, fieldOf, readForm, withData } from '../booking/answer.tsx'
import { pageAsked } from '../page-asked.ts'
import { idOrNobody } from '../posted-ids.ts'
import { typedForm } from '../typed-form.ts'
import { MessagePage, NoVisitPage } from '../booking/message-pages.tsx'
import { DangerAbove, DangerFirstPage } from '../danger-first.tsx'
import { NotHerePage } from '../message-pages.tsx'
import { ReportPage } from './report-page.tsx'
import { readTypedReview, type TypedReview } from './review-form.ts'
import { reviewPaths } from './review-paths.ts'
import { AllReviewsPage, onPage } from './shown-reviews.tsx'
import { StopPage, WritePage } from './write-page.tsx'

/** What a route of the private link is given. */
interface Seen {
  readonly home: BookingHome
  readonly c: Context
  readonly data: FindData
  readonly token: string
  readonly key: { readonly clinicId: string; readonly appointmentId: string }
  readonly visit: Reviewable
  readonly path: string
}

/** The routes of reviews. */
export function reviewRoutes(home: BookingHome): Hono {
  const app = new Hono()
  app.get(reviewPaths.writePattern, (c) => withReview(home, c, lookToWrite))
  app.post(reviewPaths.writePattern, (c) => withReview(home, c, write))
  app.get(reviewPaths.stopPattern, (c) =>
    withReview(home, c, ({ c: context, ...page }) => answer(context, <StopPage {...page} />)),
  )
  app.post(reviewPaths.stopPattern, (c) => stop(home, c))
  app.get(reviewPaths.allPattern, (c) => withTherapist(home, c, showAll))
  app.get(reviewPaths.reportPattern, (c) => withTherapist(home, c, lookToReport))
  app.post(reviewPaths.reportPattern, (c) => withTherapist(home, c, report))
  return app
}

/** Whatever link this installation did not make is answered in the same words. */
function withReview(
  home: BookingHome,
  c: Context,
  work: (seen: Seen) => Response | Promise<Response>,
  noneStatus: 200 | 404 = 404,
) {
  return withData(home, c, async (data) => {
    const token = c.req.param('token') ?? ''
    const key = readPrivateToken(data.secret, 'review', token)
    const visit = key && (await findReviewable(data.app, key))
    if (!key || !visit || !isCurrentLink(key, visit))
      return answer(c, <NoVisitPage home={home} path="/reviews" />, noneStatus)
    return work({ home, c, data, token, key, visit, path: c.req.path })
  })
}

function lookToWrite({ c, ...page }: Seen) {
  if (!page.visit.mayReview) return notYet({ c, ...page })
  return answer(c, <WritePage {...page} typed={{}} problems={[]} />)
}

const notYet = ({ home, c, path, visit }: Pick<Seen, 'home' | 'c' | 'path' | 'visit'>) =>
  answer(
    c,
    <MessagePage home={home} path={path} title="This visit cannot be reviewed">
      <p>
        Only a visit that took place can be. If you were there, ring {visit.clinic.name}: {visit.clinic.phone}. They may
        not have written it down yet.
      </p>
    </MessagePage>,
    409,
  )

async function write(seen: Seen) {
  const { home, c, data, key, visit, token, path } = seen
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const typed: TypedReview = { mark: fieldOf(form, 'mark'), words: fieldOf(form, 'words'), name: fieldOf(form, 'name') }
  const { words, heard, isHeard, problems, wish } = readTypedReview(typed)
  const written = problems.length === 0 ? await writeReview(data.app, key, wish) : undefined
  // Answered first, whatever became of the review; above the form where it must be put right.
  const notSent = 'Your review is not sent yet.'
  if (isHeard && problems.length === 0) {
    const outcome = written?.ok
      ? `Your review is kept. ${visit.clinic.name} reads it before anybody else can.`
      : `${notSent} You can go back to it later.`
    return answer(c, <DangerFirstPage {...{ home, path, heard, outcome, words }} />)
  }
  const first = isHeard && <DangerAbove {...{ home, heard, words }} outcome={notSent} />
  if (!written) return answer(c, <WritePage {...seen} {...{ typed, problems, first }} />, 422)
  if (written.ok) return c.redirect(reviewPaths.write(token), 303)
  if (written.why === 'tooOften') return tooOften(seen)
  return notYet(seen)
}

const tooOften = ({ home, c, path, visit }: Seen) =>
  answer(
    c,
    <MessagePage home={home} path={path} title="It has been changed too often">
      <p>
        The review stays as it was before. If it must be put right, ring {visit.clinic.name}: {visit.clinic.phone}.
      </p>
    </MessagePage>,
    409,
  )

/**
 * A button of ours goes on to a page that can be reloaded. A mail program hears 200 without being sent on, whatever link it has
 * and wherever it is (RFC 8058); what became of it stands on the page.
 */
async function stop(home: BookingHome, c: Context) {
  const form = await typedForm(c.req.raw).catch(() => new FormData())
  const isOurButton = fieldOf(form, 'from') === 'page'
  return withReview(
    home,
    c,
    async ({ data, key, token, ...page }) => {
      await inClinic(data.app, key.clinicId, (trx) => stopInvitations(trx, key))
      if (isOurButton) return c.redirect(reviewPaths.stop(token), 303)
      return answer(c, <StopPage {...page} token={token} visit={{ ...page.visit, isStopped: true }} />)
    },
    isOurButton ? 404 : 200,
  )
}

/** What a route of a therapist's reviews is given. */
interface OfTherapist {
  readonly home: BookingHome
  readonly c: Context
  readonly data: FindData
  readonly profile: TherapistProfile
}

function withTherapist(home: BookingHome, c: Context, work: (of: OfTherapist) => Promise<Response>) {
  return withData(home, c, async (data) => {
    const read = await readTherapist(data.directory, c.req.param('slug') ?? '', Temporal.Now.instant())
    if (read.ok) return work({ home, c, data, profile: read.profile })
    if (read.why === 'moved') return c.redirect(reviewPaths.all(read.slug), 301)
    return notHere(home, c)
  })
}

const notHere = (home: BookingHome, c: Context) => answer(c, <NotHerePage frame={home.frame} path={c.req.path} />, 404)

async function showAll({ home, c, data, profile }: OfTherapist) {
  const rating = (await readRatings(data.directory, [profile])).get(profile.therapistId) ?? noRating
  const page = pageAsked(c.req.query('page'), { count: reviewCount(rating), onPage })
  const reviews = await readReviews(data.directory, profile, { most: onPage, skip: (page - 1) * onPage })
  const told = c.req.query('told') === 'yes'
  return answer(c, <AllReviewsPage frame={home.frame} {...{ profile, rating, reviews, page, told }} />)
}

async function lookToReport({ home, c, data, profile }: OfTherapist, problems: readonly Problem[] = []) {
  const review = await readReview(data.directory, profile, idOrNobody(c.req.param('id') ?? ''))
  if (!review) return notHere(home, c)
  const page = { home, review, problems, slug: profile.slug, path: c.req.path }
  return answer(c, <ReportPage {...page} />, problems.length > 0 ? 422 : 200)
}

async function report(of: OfTherapist) {
  const { home, c, data, profile } = of
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const why = fieldOf(form, 'why')
  if (!isHideReason(why)) return lookToReport(of, [{ field: 'why', text: 'Choose what is wrong with it.' }])
  const review = await readReview(data.directory, profile, idOrNobody(c.req.param('id') ?? ''))
  if (!review) return notHere(home, c)
  const address = home.addressOf(c)
  const wish = { clinicId: profile.clinicId, reviewId: review.id, why, address }
  const reported = await reportReview(data.app, data.secret, wish)
  if (reported.ok) return c.redirect(`${reviewPaths.all(profile.slug)}?told=yes`, 303)
  if (reported.why === 'noReview') return notHere(home, c)
  return answer(
    c,
    <MessagePage home={home} path={c.req.path} title="That is enough for today">
      <p>
        Many reviews were reported from where you are. Try again tomorrow, or ring {profile.clinicName}:{' '}
        {profile.clinicPhone}.
      </p>
    </MessagePage>,
    429,
  )
}
