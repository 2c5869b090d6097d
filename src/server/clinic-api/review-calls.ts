/** Reviews, for machines: what anybody reads of a therapist's, and writing one's own by the private link of a finished visit. */
import { isCurrentLink, readPrivateToken } from '../../clinic/booking/private-link.ts'
import { meanMark, noRating, reviewCount } from '../../clinic/directory/ratings.ts'
import { readTherapist } from '../../clinic/directory/read-profiles.ts'
import { readRatings, readReviews } from '../../clinic/directory/read-reviews.ts'
import { findReviewable, type Reviewable, writeReview } from '../../clinic/reviews/write-review.ts'
import { pageAsked } from '../../web/find/page-asked.ts'
import { readTypedReview } from '../../web/find/reviews/review-form.ts'
import { onPage } from '../../web/find/reviews/shown-reviews.tsx'
import { problem, type Reply } from '../problem.ts'
import { type AnswerClinic, type Call, notHere, readBody, reply } from './call.ts'
import { dangerIn } from './danger-told.ts'
import { moved } from './find-calls.ts'
import { ReviewCall } from './talk-shapes.ts'
import { iso } from './told.ts'

/** What everybody reads, newest first, a page at a time. */
export const reviewsCall: AnswerClinic = async ({ c, data: { directory }, now }) => {
  const read = await readTherapist(directory, c.req.param('therapist') ?? '', now)
  if (!read.ok) return moved(read)
  const rating = (await readRatings(directory, [read.profile])).get(read.profile.therapistId) ?? noRating
  const page = pageAsked(c.req.query('page'), { count: reviewCount(rating), onPage })
  const reviews = await readReviews(directory, read.profile, { most: onPage, skip: (page - 1) * onPage })
  return reply({
    rating: { ...rating, count: reviewCount(rating), mean: meanMark(rating) ?? null },
    page,
    reviews: reviews.map(({ writtenAt, editedAt, ...review }) => ({
      ...review,
      ...{ writtenAt: iso(writtenAt), editedAt: editedAt === null ? null : iso(editedAt) },
    })),
  })
}

type ReviewKey = Parameters<typeof findReviewable>[1]

async function withReview(call: Call, answer: (visit: Reviewable, key: ReviewKey) => Promise<Reply> | Reply) {
  const key = readPrivateToken(call.data.secret, 'review', call.c.req.param('review') ?? '')
  const visit = key && (await findReviewable(call.data.app, key))
  return key && visit && isCurrentLink(key, visit) ? answer(visit, key) : notHere()
}

const tellReview = ({ clinic, therapist, shortName, mayReview, review }: Reviewable) => ({
  ...{ clinic, therapist: therapist.name, shortName, mayReview, review },
})

export const lookAtReview: AnswerClinic = (call) => withReview(call, (visit) => reply(tellReview(visit)))

/** Writes it, or its next wording. What the words tell of danger stands beside the answer, whatever became of the review. */
export const reviewCall: AnswerClinic = async (call) => {
  const body = await readBody(call.c, ReviewCall)
  if (!body.ok) return body.reply
  const { mark, words = '', name } = body.value
  return withReview(call, async (visit, key) => {
    const { problems, wish } = readTypedReview({ mark: String(mark), words, name })
    const danger = dangerIn(words)
    if (problems.length > 0) {
      const errors = problems.map(({ field, text }) => ({ pointer: `/${field}`, detail: text }))
      return problem(422, `${errors[0]?.detail} Nothing was kept.`, errors, danger)
    }
    const written = await writeReview(call.data.app, key, wish)
    const now = await findReviewable(call.data.app, key)
    if (!now) return notHere()
    if (written.ok) return reply({ ...danger, ...tellReview(now) })
    const { name: clinic, phone } = visit.clinic
    const why =
      written.why === 'tooOften' ? 'It has been changed too often' : 'Only a visit that took place can be reviewed'
    return problem(409, `${why}. Nothing was kept now. If that is wrong, ring ${clinic}: ${phone}.`, undefined, {
      ...{ why: written.why, ...danger },
    })
  })
}
