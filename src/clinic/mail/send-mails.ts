/**
 * Sends what is due: a sweep over the clinics, again and again. Rows are the truth, so nothing is lost by a crash, and any
 * number of servers may sweep one database. What is due is decided by the database's clock alone.
 *
 * A mail is taken in one short transaction, sent outside it, and its outcome written in another. Between the last two a kill
 * leaves it taken: when its lease ends it is sent again, with the same Message-ID. So a person may get one mail twice, never none.
 */
import { sql } from 'kysely'
import type { Database } from '../db/connection.ts'
import { isPlainAddress } from '../people/email-address.ts'
import { type Deliver, type Delivered, longestDeliveryMs } from './deliver.ts'
import { keepOrganizer, type MailOutcome, type TakenMail, takeDueMails, writeOutcome } from './due-mails.ts'
import { composeMail, composeNotice, isInvitation, type MailSender } from './mail-message.ts'
import { type TakenNotice, takeDueNotices } from './notices.ts'
import { type RunningSweep, sweepAgainAndAgain } from './sweep.ts'

/** What a sweep needs. */
export interface Mailer {
  readonly db: Database
  readonly sender: MailSender
  readonly deliver: Deliver
}

/** What a sweep did. `held`: a restored backup waits for somebody to release its mail. */
export interface Swept {
  readonly held: boolean
  readonly sent: number
  readonly failed: number
  /** Something stopped it before its end: the mail server is away, or it was told to stop. */
  readonly cutShort: boolean
}

/** How many go out side by side, how many of one clinic and in all per sweep. */
const atATime = 5
const perClinic = 50
const perSweep = 500
/** A taken mail is not taken by anybody else for so long; longer than its delivery can take, with room for a slow database. */
const leaseMs = longestDeliveryMs * 4

/** One sweep over all clinics. @throws when the database cannot be asked; what was taken is then due again after its lease */
export async function sendDueMails(mailer: Mailer, signal: AbortSignal = new AbortController().signal): Promise<Swept> {
  const { db } = mailer
  const installation = await db.selectFrom('installation').select('mail_held_since').executeTakeFirst()
  if (installation?.mail_held_since) return { held: true, sent: 0, failed: 0, cutShort: false }
  const { rows } = await sql<{ clinic_id: string }>`select clinic_id from directory.clinics order by random()`.execute(
    db,
  )
  const done = { held: false, sent: 0, failed: 0, cutShort: false }
  for (const { clinic_id } of rows) {
    const { sent, failed, cutShort } = await sendOfClinic(mailer, clinic_id, signal)
    done.sent += sent
    done.failed += failed
    if (cutShort || done.sent + done.failed >= perSweep) return { ...done, cutShort: true }
  }
  return done
}

async function sendOfClinic(mailer: Mailer, clinicId: string, signal: AbortSignal): Promise<Omit<Swept, 'held'>> {
  let [sent, failed] = [0, 0]
  while (sent + failed < perClinic) {
    if (signal.aborted) return { sent, failed, cutShort: true }
    const visits = await takeDueMails(mailer.db, clinicId, { most: atATime, leaseMs })
    const notices =
      visits.length < atATime
        ? await takeDueNotices(mailer.db, clinicId, { most: atATime - visits.length, leaseMs })
        : []
    const taken = [...visits, ...notices]
    if (taken.length === 0) break
    const tries = await Promise.all(taken.map((mail) => sendOne(mailer, mail, signal)))
    const handedOver = tries.filter(({ ok }) => ok).length
    sent += handedOver
    failed += tries.length - handedOver
    if (tries.some((tried) => !tried.ok && tried.why === 'serverAway')) return { sent, failed, cutShort: true }
  }
  return { sent, failed, cutShort: false }
}

/** Sends one, and writes what became of it. */
async function sendOne(mailer: Mailer, mail: TakenMail | TakenNotice, signal: AbortSignal): Promise<Delivered> {
  const delivered = await deliverOne(mailer, mail, signal)
  if (delivered.ok && 'visit' in mail && mail.visit.organizer === null && isInvitation(mail.kind))
    await keepOrganizer(mailer.db, mail, mailer.sender.from)
  await writeOutcome(mailer.db, mail, outcomeOf(mail, delivered))
  return delivered
}

async function deliverOne(
  { sender, deliver }: Mailer,
  mail: TakenMail | TakenNotice,
  signal: AbortSignal,
): Promise<Delivered> {
  const { mailId, address } = mail
  // Parsed where it came in; looked at once more, since what stands here goes into an envelope.
  if (!isPlainAddress(address))
    return { ok: false, why: 'bounced', because: 'This is no address that mail can be sent to.' }
  const composed = 'notice' in mail ? composeNotice(sender, mail) : composeMail(sender, { ...mail, now: mail.takenAt })
  const message = await composed.catch(() => undefined)
  // One visit that cannot be written up must not keep the mail of all others.
  if (!message) return { ok: false, why: 'tryAgain', because: 'A fault of ours: this mail could not be written.' }
  return deliver({ mailId, from: sender.from, to: address, message }, signal)
}

/** What a try leads to. Pure. */
function outcomeOf({ attempt }: Pick<TakenMail, 'attempt'>, delivered: Delivered): MailOutcome {
  if (delivered.ok) return { what: 'handed-over', isInFile: delivered.intoFile === true }
  const why = delivered.because
  if (delivered.why === 'bounced') return { what: 'bounced', why }
  return { what: 'failed', why, waitMs: waitAfter(attempt), isInDoubt: delivered.halfWay === true }
}

const minuteMs = 60_000

/** How long to wait after so many tries: 1 minute, 2, 4 … and never more than half an hour. @returns milliseconds */
export const waitAfter = (attempt: number): number => Math.min(2 ** (attempt - 1), 30) * minuteMs

/**
 * Sweeps at once, and then again so long after each sweep's end. A sweep that fails is reported and the next one tries anew.
 * @param report one line for the log, without anybody's name or address
 */
export const startMailer = (mailer: Mailer, report: (line: string) => void, everyMs = 5_000): RunningSweep =>
  sweepAgainAndAgain(
    (signal) => sendDueMails(mailer, signal),
    (why) => report(`Mail waits: this round could not finish (${why}).`),
    everyMs,
  )
