/**
 * Mails that are about no visit yet, when they are due: taken for a while, and held against what they tell of. An offer that
 * was taken, passed on or ended is not told of any more.
 */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { grantIfTaken } from '../directory/grant-if-taken.ts'
import { putRight, takeDue, type Taking, tooLate } from './due-mails.ts'
import { loadChooseAgain } from './choose-again-notices.ts'
import type { NoticeKind } from './mail-rows.ts'
import type { MailedNotice } from './mailed-notice.ts'
import { isTalkMail } from './talk-mail-rows.ts'
import { loadTalkNotice } from './talk-notices.ts'

/** A mail that this server has taken, for as long as the lease lasts, and that is still true. */
export interface TakenNotice {
  readonly clinicId: string
  readonly mailId: string
  readonly kind: NoticeKind
  readonly address: string
  /** Which try this is, from 1. */
  readonly attempt: number
  /** When it was taken, by the database's clock: milliseconds since 1970. */
  readonly takenAt: number
  readonly notice: MailedNotice
}

/** Takes up to `most` of them, as `takeDueMails` does. */
export function takeDueNotices(db: Database, clinicId: string, taking: Taking): Promise<readonly TakenNotice[]> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<TakenRow>`${takeDue(clinicId, 'notices', taking)}
      returning m.mail_id, m.kind, m.address, m.attempts, m.useless_after <= now() as is_useless, now() as taken_at,
        coalesce(m.offer_id, m.waiting_entry_id, m.request_id, m.question_id, m.comment_id,
          m.choose_again_id) as subject_id`.execute(trx)
    const taken: TakenNotice[] = []
    for (const row of rows) {
      const found = await loadNotice(trx, clinicId, row)
      const isTheirs = row.address.toLowerCase() === found?.address?.toLowerCase()
      const why = row.is_useless ? tooLate : (found?.why ?? (found && !isTheirs ? putRight : undefined))
      if (why || !found)
        await trx
          .updateTable('mails')
          .set({ state: 'dropped', why: why ?? 'There is nothing to tell of any more.' })
          .where('mail_id', '=', row.mail_id)
          .execute()
      else taken.push(takenOf(clinicId, row, found.notice))
    }
    return taken
  })
}

interface TakenRow {
  readonly mail_id: string
  readonly kind: NoticeKind
  readonly address: string
  readonly attempts: number
  readonly taken_at: Date
  readonly is_useless: boolean
  readonly subject_id: string
}

const takenOf = (clinicId: string, row: TakenRow, notice: MailedNotice): TakenNotice => ({
  clinicId,
  mailId: row.mail_id,
  kind: row.kind,
  address: row.address,
  attempt: row.attempts,
  takenAt: row.taken_at.getTime(),
  notice,
})

interface Found {
  readonly notice: MailedNotice
  /** Where it goes now. */
  readonly address: string | null
  /** Why it is not true any more, in words for staff. */
  readonly why: string | undefined
}

function loadNotice(trx: ClinicTransaction, clinicId: string, row: TakenRow): Promise<Found | undefined> {
  if (isTalkMail(row.kind)) return loadTalkNotice(trx, clinicId, row.kind, row.subject_id)
  if (row.kind === 'choose-again' || row.kind === 'stands-again')
    return loadChooseAgain(trx, clinicId, row.kind, row.subject_id)
  if (row.kind === 'offer') return loadOffer(trx, clinicId, row.subject_id)
  return row.kind === 'waiting' ? loadPlace(trx, clinicId, row.subject_id) : loadRequest(trx, clinicId, row.subject_id)
}

interface NoticeRow {
  readonly state: string
  readonly contact: string
  /** Where it goes now, and how often that was put right. */
  readonly address: string | null
  readonly link_round: number
  readonly clinic: string
  readonly phone: string
  readonly email: string
  readonly service: string
  readonly minutes: number
  readonly price_pence: number
  readonly needs_referral: boolean
  readonly demonstration: boolean
}

interface OfferRow extends NoticeRow {
  readonly starts_at: Date
  readonly ends_at: Date
  readonly answer_until: Date
  readonly second_starts_at: Date | null
  readonly moves_from: Date | null
  readonly free_until: Date
  readonly late_fee_pence: number
  readonly therapist: string
  readonly place: string
  readonly zone: string
}

const noticeOf = (clinicId: string, subjectId: string, row: NoticeRow): MailedNotice => ({
  clinicId,
  subjectId,
  contactName: row.contact,
  linkRound: row.link_round,
  clinic: { name: row.clinic, phone: row.phone, email: row.email },
  service: {
    ...{ name: row.service, minutes: row.minutes, pricePence: row.price_pence },
    needsReferral: row.needs_referral,
  },
  demonstration: row.demonstration,
  offer: null,
  visitTime: null,
})

async function loadOffer(trx: ClinicTransaction, clinicId: string, offerId: string): Promise<Found | undefined> {
  const { rows } = await sql<OfferRow>`
    select o.state, o.answer_until, one.starts_at, one.ends_at, two.starts_at as second_starts_at,
      a.starts_at as moves_from, coalesce(e.contact_name, k.name, '') as contact,
      coalesce(e.email, k.email) as address, coalesce(k.link_round, 0) as link_round, c.name as clinic, c.phone, c.email,
      s.name as service, s.minutes, s.needs_referral, t.name as therapist, l.name as place, l.zone, i.demonstration,
      coalesce(h.price_pence, s.price_pence) as price_pence, coalesce(h.late_fee_pence, s.late_fee_pence) as late_fee_pence,
      coalesce(h.free_until, one.starts_at - make_interval(hours => s.free_until_hours)) as free_until
    from offers o
    join waiting_entries e using (clinic_id, waiting_entry_id)
    join offer_times one on one.clinic_id = o.clinic_id and one.offer_id = o.offer_id and one.nth = 1
    left join offer_times two on two.clinic_id = o.clinic_id and two.offer_id = o.offer_id and two.nth = 2
    left join appointments h on h.clinic_id = one.clinic_id and h.appointment_id = one.hold_id
    left join appointments a on a.clinic_id = e.clinic_id and a.appointment_id = e.moves_appointment_id
    left join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    join services s on s.clinic_id = e.clinic_id and s.service_id = e.service_id
    join therapists t on t.clinic_id = one.clinic_id and t.therapist_id = one.therapist_id
    join locations l on l.clinic_id = one.clinic_id and l.location_id = one.location_id
    join clinics c on c.clinic_id = o.clinic_id
    cross join installation i
    where o.clinic_id = ${clinicId} and o.offer_id = ${offerId}`.execute(trx)
  const [row] = rows
  if (!row) return undefined
  const offer = {
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at.getTime(),
    answerUntil: row.answer_until.getTime(),
    secondStartsAt: row.second_starts_at?.getTime() ?? null,
    movesFrom: row.moves_from?.getTime() ?? null,
    ...{ freeUntil: row.free_until.getTime(), lateFeePence: row.late_fee_pence },
    grant: await grantIfTaken(trx, clinicId, offerId),
    therapist: row.therapist,
    place: row.place,
    zone: row.zone,
  }
  const why = row.state === 'open' ? undefined : 'The offer was answered or had ended before this was sent.'
  return { notice: { ...noticeOf(clinicId, offerId, row), offer }, address: row.address, why }
}

async function loadPlace(trx: ClinicTransaction, clinicId: string, entryId: string): Promise<Found | undefined> {
  const { rows } = await sql<NoticeRow>`
    select e.state, coalesce(e.contact_name, k.name, '') as contact,
      coalesce(e.email, k.email) as address, coalesce(k.link_round, 0) as link_round, c.name as clinic, c.phone, c.email,
      s.name as service, s.minutes, s.price_pence, s.needs_referral, i.demonstration
    from waiting_entries e
    left join appointments a on a.clinic_id = e.clinic_id and a.appointment_id = e.moves_appointment_id
    left join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    join services s on s.clinic_id = e.clinic_id and s.service_id = e.service_id
    join clinics c on c.clinic_id = e.clinic_id
    cross join installation i
    where e.clinic_id = ${clinicId} and e.waiting_entry_id = ${entryId}`.execute(trx)
  const [row] = rows
  const why = row?.state === 'waiting' ? undefined : 'They were not on the list any more when this was sent.'
  return row && { notice: noticeOf(clinicId, entryId, row), address: row.address, why }
}

async function loadRequest(trx: ClinicTransaction, clinicId: string, requestId: string): Promise<Found | undefined> {
  const { rows } = await sql<NoticeRow>`
    select r.state, r.name as contact, r.email as address, 0 as link_round, c.name as clinic, c.phone, c.email, s.name as service, s.minutes, s.price_pence, s.needs_referral,
      i.demonstration
    from assessment_requests r
    join services s on s.clinic_id = r.clinic_id and s.service_id = r.service_id
    join clinics c on c.clinic_id = r.clinic_id
    cross join installation i
    where r.clinic_id = ${clinicId} and r.request_id = ${requestId}`.execute(trx)
  const [row] = rows
  const why = row?.state === 'open' ? undefined : 'The request was answered before this was sent.'
  return row && { notice: noticeOf(clinicId, requestId, row), address: row.address, why }
}
