/** What anybody may read of reviews: the marks of therapists, and the words, newest first. Nothing of the visit or the person. */
import { sql } from 'kysely'
import type { Database } from '../db/connection.ts'
import { type HideReason, noRating, type Rating } from './ratings.ts'

/** One review as it is shown. Moments are milliseconds since 1970. */
export interface ShownReview {
  readonly id: string
  readonly mark: number
  readonly words: string
  /** As the writer chose to be called; `null`: a patient. */
  readonly name: string | null
  readonly writtenAt: number
  readonly editedAt: number | null
  readonly reply: string | null
  /** The words were changed after the clinic answered: it never answered these. */
  readonly replyIsOlder: boolean
}

/** A therapist of a clinic. */
export interface Reviewed {
  readonly clinicId: string
  readonly therapistId: string
}

/** The ratings of these therapists, by id; who has none is not in it. @param of at most a search's candidates */
export async function readRatings(db: Database, of: readonly Reviewed[]): Promise<ReadonlyMap<string, Rating>> {
  if (of.length === 0) return new Map()
  const clinics = [...new Set(of.map(({ clinicId }) => clinicId))]
  const therapists = [...new Set(of.map(({ therapistId }) => therapistId))]
  const { rows } = await sql<{ id: string; standing: string; rating: number; reviews: number }>`
    select therapist_id as id, standing, rating, reviews from directory.ratings
    where clinic_id = any(${clinics}::uuid[]) and therapist_id = any(${therapists}::uuid[])`.execute(db)
  const ratings = new Map<string, Rating>()
  for (const { id, standing, rating, reviews } of rows) {
    const { marks, notShown } = ratings.get(id) ?? noRating
    if (standing === 'shown') {
      const [one, two, three, four, five] = marks.map((count, index) => (index + 1 === rating ? reviews : count))
      ratings.set(id, { marks: [one ?? 0, two ?? 0, three ?? 0, four ?? 0, five ?? 0], notShown })
    } else {
      // The view names a reason or "waits", and nothing else.
      const why = standing as HideReason | 'waits'
      ratings.set(id, { marks, notShown: { ...notShown, [why]: (notShown[why] ?? 0) + reviews } })
    }
  }
  return ratings
}

const replyIsOlder = sql<boolean>`coalesce(edited_at > replied_at, false)`

/** The reviews of one therapist, the newest first: none is picked out. */
export async function readReviews(
  db: Database,
  { clinicId, therapistId }: Reviewed,
  { most, skip = 0 }: { readonly most: number; readonly skip?: number },
): Promise<readonly ShownReview[]> {
  const { rows } = await sql<ReviewRow>`
    select review_id as id, rating as mark, words, shown_name as name, written_at, edited_at, reply, ${replyIsOlder} as "replyIsOlder"
    from directory.reviews where clinic_id = ${clinicId} and therapist_id = ${therapistId}
    order by written_at desc, review_id desc limit ${most} offset ${skip}`.execute(db)
  return rows.map(toReview)
}

/** One review of this therapist that anybody may read; `undefined` where there is none. @param id UUID */
export async function readReview(
  db: Database,
  { clinicId, therapistId }: Reviewed,
  id: string,
): Promise<ShownReview | undefined> {
  const { rows } = await sql<ReviewRow>`
    select review_id as id, rating as mark, words, shown_name as name, written_at, edited_at, reply, ${replyIsOlder} as "replyIsOlder"
    from directory.reviews
    where clinic_id = ${clinicId} and therapist_id = ${therapistId} and review_id = ${id}`.execute(db)
  return rows.map(toReview)[0]
}

interface ReviewRow extends Pick<ShownReview, 'id' | 'mark' | 'words' | 'name' | 'reply' | 'replyIsOlder'> {
  readonly written_at: Date
  readonly edited_at: Date | null
}

const toReview = ({ written_at, edited_at, ...row }: ReviewRow): ShownReview => ({
  ...row,
  writtenAt: written_at.getTime(),
  editedAt: edited_at?.getTime() ?? null,
})
