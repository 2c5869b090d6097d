/** Mails that are about no visit as it stands: an offer, a place on the waiting list, a request, choosing again. Rows, as all mails are. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import type { ChooseAgainMailKind } from './mail-rows.ts'

/** An offer is told of when people are asked, and its mail is of use until its end: milliseconds since 1970. */
interface OfferMail {
  readonly clinicId: string
  readonly offerId: string
  readonly address: string
  readonly askedAt: number
  readonly answerUntil: number
}

/** Writes the mail of an offer. */
export async function queueOfferMail(trx: ClinicTransaction, mail: OfferMail): Promise<void> {
  const at = new Date(mail.askedAt).toISOString()
  await sql`insert into mails (clinic_id, offer_id, version, kind, address, due_at, next_try_at, useless_after)
    values (${mail.clinicId}, ${mail.offerId}, 0, 'offer', ${mail.address}, ${at}, ${at},
      ${new Date(mail.answerUntil).toISOString()})
    on conflict do nothing`.execute(trx)
}

/** Says that somebody is on the waiting list, with the private link to leave it. */
export async function queueWaitingMail(
  trx: ClinicTransaction,
  mail: { readonly clinicId: string; readonly entryId: string; readonly address: string },
): Promise<void> {
  await sql`insert into mails (clinic_id, waiting_entry_id, version, kind, address, useless_after)
    values (${mail.clinicId}, ${mail.entryId}, 0, 'waiting', ${mail.address}, now() + interval '2 days')
    on conflict do nothing`.execute(trx)
}

/** Says that a request for a free talk has come, and what cannot wait for the answer. */
export async function queueRequestMail(
  trx: ClinicTransaction,
  mail: { readonly clinicId: string; readonly requestId: string; readonly address: string },
): Promise<void> {
  await sql`insert into mails (clinic_id, request_id, version, kind, address, useless_after)
    values (${mail.clinicId}, ${mail.requestId}, 0, 'request', ${mail.address}, now() + interval '2 days')
    on conflict do nothing`.execute(trx)
}

/** A question to choose again, or the news that the visit stands after all. Of use until the visit. */
interface ChooseAgainMail {
  readonly clinicId: string
  readonly askId: string
  readonly kind: ChooseAgainMailKind
  readonly address: string
  /** Of the visit, milliseconds since 1970. */
  readonly startsAt: number
}

/** Writes it. One of a kind about each question. */
export async function queueChooseAgainMail(trx: ClinicTransaction, mail: ChooseAgainMail): Promise<void> {
  await sql`insert into mails (clinic_id, choose_again_id, version, kind, address, useless_after)
    values (${mail.clinicId}, ${mail.askId}, 0, ${mail.kind}, ${mail.address}, ${new Date(mail.startsAt).toISOString()})
    on conflict do nothing`.execute(trx)
}
