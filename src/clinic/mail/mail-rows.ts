/**
 * The mails that follow from a change of a visit, as rows written in the change's own transaction: both happen, or neither.
 * Which, and when, is in mail-plan.ts.
 * Never: sends; send-mails.ts looks at each row and at the visit again when it is due.
 */
import { type RawBuilder, sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { type MailedChangeKind, mailPlans, type VisitMailKind } from './mail-plan.ts'
import type { ReviewMailKind } from './review-mails.ts'
import type { TalkMailKind } from './talk-mail-rows.ts'

/** What the mail tells. */
export type MailKind = VisitMailKind | ReviewMailKind

/** A visit cannot be kept and another time is to be chosen; or it can be kept after all. */
export type ChooseAgainMailKind = 'choose-again' | 'stands-again'
/**
 * What a mail tells that is not about a visit as it stands: a freed time is offered, somebody is on the list, a request has
 * come, another time is to be chosen; or of a question or comment.
 */
export type NoticeKind = 'offer' | 'waiting' | 'request' | ChooseAgainMailKind | TalkMailKind

/** A change of which the person is told. */
export interface MailedChange {
  readonly clinicId: string
  readonly appointmentId: string
  /** The visit's version after the change. */
  readonly version: number
  readonly what: MailedChangeKind
  /** One address (people/email-address.ts), as the contact of the visit has it. */
  readonly address: string
  /** When the visit is, or would have been: milliseconds since 1970. */
  readonly startsAt: number
  /** Milliseconds for which what would go at once waits, so that it can still be undone; 0 where not given. */
  readonly waitMs?: number
  /** They know of it already: nothing goes at once, only reminders. */
  readonly isTold?: boolean
}

/**
 * Writes the rows of a change, and drops what still waits about an earlier version of the visit or for another address of
 * it, with the reason. A second call changes nothing: the unique key decides. A visit that has begun already sends nothing,
 * and a reminder whose moment is past, or that the clinic does not send, is not written: the confirmation says it all.
 * The moment is the database's own, so that two servers with different clocks agree.
 */
export async function queueMails(trx: ClinicTransaction, change: MailedChange): Promise<void> {
  await dropWaiting(trx, change)
  const starts = sql`${new Date(change.startsAt).toISOString()}::timestamptz`
  const before = (ms: number): RawBuilder<Date> => sql`${starts} - make_interval(secs => ${ms / 1000})`
  for (const { kind, reminder, uselessBefore } of mailPlans[change.what]) {
    if (reminder === null && change.isTold) continue
    const due =
      reminder === null
        ? sql`now() + make_interval(secs => ${(change.waitMs ?? 0) / 1000})`
        : sql`${starts} - make_interval(hours => ${sql.ref(`c.${reminder}`)})`
    // A reminder must be ahead, and with it the visit; what goes at once needs only the visit ahead. One that the clinic
    // does not have sent is due at no time, so it is not ahead.
    const ahead = reminder === null ? starts : due
    await sql`
      insert into mails (clinic_id, appointment_id, version, kind, address, due_at, next_try_at, useless_after)
      select ${change.clinicId}, ${change.appointmentId}, ${change.version}, ${kind}, ${change.address},
        ${due}, ${due}, ${before(uselessBefore)}
      from clinics c where c.clinic_id = ${change.clinicId} and ${ahead} > now()
      on conflict (clinic_id, appointment_id, version, kind, address) do nothing`.execute(trx)
  }
}

const dropReasons: Readonly<Record<MailedChangeKind, string>> = {
  confirmed: 'The visit was changed before this was sent.',
  moved: 'The visit was moved before this was sent.',
  cancelled: 'The visit was cancelled before this was sent.',
}

/** One that is being sent at this moment stays: whoever sends it writes what became of it. */
async function dropWaiting(trx: ClinicTransaction, change: MailedChange): Promise<void> {
  const dropped = (why: string) => trx.updateTable('mails').set({ state: 'dropped', why })
  const ofVisit = { clinic_id: change.clinicId, appointment_id: change.appointmentId, state: 'queued' }
  await dropped(dropReasons[change.what])
    .where((row) => row.and(ofVisit))
    .where('version', '<', change.version)
    .execute()
  await dropped('The address was put right before this was sent.')
    .where((row) => row.and(ofVisit))
    .where('version', '=', change.version)
    .where('address', '<>', change.address)
    .execute()
}
