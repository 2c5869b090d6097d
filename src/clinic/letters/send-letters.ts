/**
 * Sends letters: one at a time for each clinic, at the pace of the letter. Rows are the truth, so nothing is lost by a crash.
 *
 * One is taken in a short transaction, handed over outside it, written into the book beside the database, and its outcome
 * written. A kill between handing over and the book leaves that one letter in doubt: when its lease ends it goes again with
 * the same Message-ID, and the result names it. After the book it does not go again, not even from a database of last night.
 */
import { sql } from 'kysely'
import type { Database } from '../db/connection.ts'
import { type Deliver, type Delivered, longestDeliveryMs } from '../mail/deliver.ts'
import { waitAfter } from '../mail/send-mails.ts'
import { type RunningSweep, sweepAgainAndAgain } from '../mail/sweep.ts'
import { isPlainAddress } from '../people/email-address.ts'
import { openLetters, type LetterOutcome, type TakenLetter, takeNextLetter, writeLetterOutcome } from './due-letters.ts'
import { heedLeavers } from './heed-leavers.ts'
import type { LeftBook } from './left-book.ts'
import { composeLetter } from './letter-message.ts'
import { letterContent, type LetterLinks, questionContent } from './letter-texts.ts'
import type { SentBook } from './sent-book.ts'

/** Where the private links of letters lead. */
export interface LetterAddresses extends LetterLinks {
  readonly yes: (clinicId: string, subscriberId: string) => string
  readonly mine: (clinicId: string, subscriberId: string) => string
  readonly leave: (clinicId: string, subscriberId: string) => string
}

/** What sending letters needs. */
export interface LetterMailer {
  readonly db: Database
  readonly from: string
  readonly links: LetterAddresses
  readonly deliver: Deliver
  readonly book: SentBook
  readonly left: LeftBook
  /** A taken one is nobody else's for so long, in milliseconds; longer than its delivery can take. Not given: as usual. */
  readonly leaseMs?: number
}

/** `held`: a restored backup waits for somebody to release its mail. `away`: the mail server could not be reached. */
export interface LettersSent {
  readonly held: boolean
  readonly sent: number
  readonly away: boolean
}

const usualLeaseMs = longestDeliveryMs * 4
/** After so long a round looks again for clinics whose letters have become due. */
const roundMs = 20_000
const beatMs = 20

/** One round over all clinics: everything that is due within it goes. @throws when the database cannot be asked */
export async function sendDueLetters(mailer: LetterMailer, signal: AbortSignal): Promise<LettersSent> {
  const { db } = mailer
  const until = performance.now() + roundMs
  const installation = await db.selectFrom('installation').select('mail_held_since').executeTakeFirst()
  if (installation?.mail_held_since) return { held: true, sent: 0, away: false }
  // What bounded how often an address is asked has done so.
  await sql`delete from letter_asks where at < now() - interval '2 days'`.execute(db)
  const { rows } = await sql<{ clinic_id: string }>`select clinic_id from directory.clinics order by random()`.execute(
    db,
  )
  const left = await mailer.left.read()
  const open: string[] = []
  for (const { clinic_id } of rows) {
    if (signal.aborted || !(await openLetters(db, clinic_id))) continue
    await heedLeavers(db, clinic_id, left)
    open.push(clinic_id)
  }
  let sent = 0
  while (open.length > 0 && performance.now() < until) {
    const before = sent
    for (const clinicId of [...open]) {
      if (signal.aborted) return { held: false, sent, away: false }
      const taken = await takeNextLetter(db, clinicId, mailer.leaseMs ?? usualLeaseMs)
      if (!taken) {
        if (!(await openLetters(db, clinicId))) open.splice(open.indexOf(clinicId), 1)
        continue
      }
      const delivered = await sendOne(mailer, taken, signal)
      if (!delivered.ok && delivered.why === 'serverAway') return { held: false, sent, away: true }
      if (delivered.ok) sent += 1
    }
    if (sent === before) await new Promise((resolve) => setTimeout(resolve, beatMs))
  }
  return { held: false, sent, away: false }
}

const alreadySent = 'It was sent before the backup was put back.'

async function sendOne(mailer: LetterMailer, taken: TakenLetter, signal: AbortSignal): Promise<Delivered> {
  const { db, book } = mailer
  const key = taken.kind === 'letter' && taken.letter && { ...taken, letterId: taken.letter.letterId }
  if (key && (await book.has(key))) {
    await writeLetterOutcome(db, taken, { what: 'handed-over', why: alreadySent })
    return { ok: true }
  }
  const delivered = await deliverOne(mailer, taken, signal)
  // A book that cannot be written keeps no letter back: the row says all the same that it went.
  if (key && delivered.ok) await book.add(key).catch(() => undefined)
  await writeLetterOutcome(db, taken, outcomeOf(taken, delivered))
  return delivered
}

async function deliverOne(mailer: LetterMailer, taken: TakenLetter, signal: AbortSignal): Promise<Delivered> {
  const { address, letterMailId } = taken
  // Parsed where it came in; looked at once more, since what stands here goes into an envelope.
  if (!isPlainAddress(address))
    return { ok: false, why: 'bounced', because: 'This is no address that mail can be sent to.' }
  const message = await compose(mailer, taken).catch(() => undefined)
  if (!message) return { ok: false, why: 'tryAgain', because: 'A fault of ours: this letter could not be written.' }
  return mailer.deliver({ mailId: letterMailId, from: mailer.from, to: address, message }, signal)
}

function compose({ from, links }: LetterMailer, taken: TakenLetter): Promise<Buffer> {
  const { clinicId, letterMailId, address, sender, letter, kind, takenAt } = taken
  const order = { letterMailId, clinicId, from, to: address, sender, now: takenAt }
  // A test has no reader: its links are made of its own id, which is nobody's.
  const reader = taken.subscriberId ?? letterMailId
  if (!letter) {
    const content = questionContent(sender, links, links.yes(clinicId, reader))
    return composeLetter({ ...order, content, leave: null })
  }
  const own = { leave: links.leave(clinicId, reader), mine: links.mine(clinicId, reader) }
  const content = letterContent(letter, sender, links, own, kind === 'test')
  return composeLetter({ ...order, content, leave: own.leave })
}

/** What a try leads to. Pure. */
function outcomeOf({ attempt }: TakenLetter, delivered: Delivered): LetterOutcome {
  if (delivered.ok) return { what: 'handed-over' }
  const { because: why, halfWay } = delivered
  if (delivered.why === 'bounced') return { what: 'bounced', why }
  return { what: 'failed', why, waitMs: waitAfter(attempt), inDoubt: halfWay === true }
}

/**
 * Sends again and again until it is stopped. A round that fails is reported and the next one tries anew.
 * @param report one line for the log, without anybody's name or address
 */
export const startLetters = (mailer: LetterMailer, report: (line: string) => void, everyMs = 3_000): RunningSweep =>
  sweepAgainAndAgain(
    (signal) => sendDueLetters(mailer, signal),
    (why) => report(`Letters wait: this round could not finish (${why}).`),
    everyMs,
  )
