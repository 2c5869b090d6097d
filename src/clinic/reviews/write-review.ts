/**
 * Writing a review: by whoever has the private link of a finished visit, one for each visit, changed as often as they like
 * with each wording kept. Words that may tell of danger are read by the clinic before anybody else reads them.
 */
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import type { HideReason } from '../directory/ratings.ts'
import { alertOfReview, dropInvitation, isStopped } from '../mail/review-mails.ts'
import { shortName } from './shown-name.ts'

/** A visit, found by its clinic and its own id. */
interface VisitKey {
  readonly clinicId: string
  readonly appointmentId: string
}

/** What stands of a review, for its writer. */
export interface OwnReview {
  readonly mark: number
  readonly words: string
  readonly name: string | null
  /** Kept back by the clinic, and why. */
  readonly hidden: HideReason | null
  /** The clinic looks at it before it is shown. */
  readonly waits: boolean
  readonly reply: string | null
}

/** A visit, and what was said of it. */
export interface Reviewable {
  /** It took place as the clinic has it, or a review stands that its writer may always change. */
  readonly mayReview: boolean
  readonly clinic: { readonly name: string; readonly phone: string }
  readonly therapist: { readonly name: string; readonly slug: string | null }
  /** The short name on offer; `null`: only "a patient". */
  readonly shortName: string | null
  readonly review: OwnReview | null
  /** This address wants no more invitations from this clinic. */
  readonly isStopped: boolean
  /** How often the address of its contact was put right: an earlier private link opens nothing. */
  readonly linkRound: number
}

/** @returns `undefined` where there is no such visit */
export function findReviewable(db: Database, key: VisitKey): Promise<Reviewable | undefined> {
  return inClinic(db, key.clinicId, async (trx) => {
    const row = await visitOf(trx, key).executeTakeFirst()
    if (!row) return undefined
    const slug = await trx
      .selectFrom('slugs')
      .select('slug')
      .where('clinic_id', '=', key.clinicId)
      .where('kind', '=', 'therapist')
      .where('subject_id', '=', row.therapist_id)
      .where('is_current', '=', true)
      .executeTakeFirst()
    const review = await ownReview(trx, key.appointmentId)
    return {
      mayReview: row.state === 'finished' || review !== null,
      clinic: { name: row.clinic, phone: row.phone },
      therapist: { name: row.therapist, slug: slug?.slug ?? null },
      shortName: shortName(row.contact),
      review,
      isStopped: row.email !== null && (await isStopped(trx, row.email)),
      linkRound: row.link_round,
    }
  })
}

const visitOf = (trx: ClinicTransaction, { clinicId, appointmentId }: VisitKey) =>
  trx
    .selectFrom('appointments as a')
    .innerJoin('contacts as k', (on) =>
      on.onRef('k.clinic_id', '=', 'a.clinic_id').onRef('k.contact_id', '=', 'a.contact_id'),
    )
    .innerJoin('therapists as t', (on) =>
      on.onRef('t.clinic_id', '=', 'a.clinic_id').onRef('t.therapist_id', '=', 'a.therapist_id'),
    )
    .innerJoin('clinics as c', 'c.clinic_id', 'a.clinic_id')
    .select(['a.state', 'a.therapist_id', 'k.name as contact', 'k.email', 'k.link_round', 't.name as therapist'])
    .select(['c.name as clinic', 'c.phone'])
    .where('a.clinic_id', '=', clinicId)
    .where('a.appointment_id', '=', appointmentId)

async function ownReview(trx: ClinicTransaction, appointmentId: string): Promise<OwnReview | null> {
  const row = await trx.selectFrom('reviews').selectAll().where('appointment_id', '=', appointmentId).executeTakeFirst()
  if (!row) return null
  return {
    mark: row.rating,
    words: row.words,
    name: row.shown_name,
    // The column's own check allows these.
    hidden: row.hidden_why as HideReason | null,
    waits: row.danger_heard_at !== null && row.danger_seen_at === null,
    reply: row.reply,
  }
}

/** What somebody says of a visit. Parsed already. */
export interface ReviewWish {
  /** 1 to 5. */
  readonly mark: number
  /** At most `longestReview` characters. */
  readonly words: string
  /** By the short name of whoever was written to, or as "a patient". */
  readonly isNamed: boolean
  /** The words may tell of danger. */
  readonly isDanger: boolean
}

/** Longest review, in characters. */
export const longestReview = 2000
/** How many wordings of one review are kept: nobody in earnest needs more. */
const mostWordings = 50

/** `notFinished`: only a visit that took place can be reviewed. `tooOften`: it was changed as often as it can be. */
export type Written =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'noVisit' | 'notFinished' | 'tooOften' }

/** Writes the review, or the next wording of it. The same words sent twice are one wording. */
export function writeReview(db: Database, key: VisitKey, wish: ReviewWish): Promise<Written> {
  return inClinic(db, key.clinicId, async (trx): Promise<Written> => {
    // One at a time for each visit, so that two presses are one review.
    const visit = await visitOf(trx, key).forUpdate('a').executeTakeFirst()
    if (!visit) return { ok: false, why: 'noVisit' }
    const shown_name = wish.isNamed ? shortName(visit.contact) : null
    const before = await trx
      .selectFrom('reviews')
      .select(['review_id', 'rating', 'words', 'shown_name'])
      .where('appointment_id', '=', key.appointmentId)
      .executeTakeFirst()
    // What is shown can be put right by its writer, also where the clinic takes "done" back afterwards.
    if (visit.state !== 'finished' && !before) return { ok: false, why: 'notFinished' }
    const isSame =
      before && before.rating === wish.mark && before.words === wish.words && before.shown_name === shown_name
    if (isSame) return { ok: true }
    const said = { rating: wish.mark, words: wish.words, shown_name }
    const id = before
      ? await changeReview(trx, before.review_id, said)
      : await firstReview(trx, { ...key, therapistId: visit.therapist_id }, said)
    if (id === undefined) return { ok: false, why: 'tooOften' }
    await trx
      .insertInto('review_wordings')
      .values({ clinic_id: key.clinicId, review_id: id, ...said })
      .execute()
    await dropInvitation(trx, key.appointmentId, 'The review was written before this was sent.')
    if (wish.isDanger) await alertOf(trx, key, id)
    return { ok: true }
  })
}

interface Said {
  readonly rating: number
  readonly words: string
  readonly shown_name: string | null
}

async function firstReview(
  trx: ClinicTransaction,
  { clinicId, appointmentId, therapistId }: VisitKey & { readonly therapistId: string },
  said: Said,
): Promise<string> {
  const { review_id } = await trx
    .insertInto('reviews')
    .values({ clinic_id: clinicId, appointment_id: appointmentId, therapist_id: therapistId, ...said })
    .returning('review_id')
    .executeTakeFirstOrThrow()
  return review_id
}

async function changeReview(trx: ClinicTransaction, reviewId: string, said: Said): Promise<string | undefined> {
  const { count } = await trx
    .selectFrom('review_wordings')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('review_id', '=', reviewId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostWordings) return undefined
  await trx
    .updateTable('reviews')
    .set((eb) => ({ ...said, edited_at: eb.fn<Date>('now', []) }))
    .where('review_id', '=', reviewId)
    .execute()
  return reviewId
}

/** From now on nobody but the clinic reads it, until a member has looked; and the clinic is told. */
async function alertOf(trx: ClinicTransaction, key: VisitKey, reviewId: string): Promise<void> {
  await trx
    .updateTable('reviews')
    .set((eb) => ({ danger_heard_at: eb.fn<Date>('now', []), danger_seen_at: null }))
    .where('review_id', '=', reviewId)
    .execute()
  await alertOfReview(trx, key)
}
