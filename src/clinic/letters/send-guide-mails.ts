/**
 * Sends printed guides that were asked for by mail. Rows are the truth, so nothing is lost by a crash: one is taken for a while,
 * handed over, and then its address is gone. Between the last two a kill may send one twice, with the same Message-ID, never none.
 */
import { sql } from 'kysely'
import { booklets } from '../../care/booklets/booklets.ts'
import type { Booklet } from '../../care/booklets/types.ts'
import type { Database } from '../db/connection.ts'
import { type Deliver, type Delivered, longestDeliveryMs } from '../mail/deliver.ts'
import { waitAfter } from '../mail/send-mails.ts'
import { type RunningSweep, sweepAgainAndAgain } from '../mail/sweep.ts'
import { isPlainAddress } from '../people/email-address.ts'
import { bounceKind, statusIn } from './bounce-kind.ts'
import { composeGuideMail, type GuideMailLinks } from './guide-mail-message.ts'
import { forgetOldGuideMails, noGuidesToken, openGuideWish, stopGuides } from './guide-mails.ts'

/** What sending them needs. */
export interface GuideMailer {
  readonly db: Database
  readonly secret: Uint8Array
  readonly from: string
  readonly deliver: Deliver
  readonly links: (booklet: Booklet, noGuides: string) => GuideMailLinks
}

/** How many go out side by side, and in one round. */
const atATime = 5
const perRound = 200
/** Longer than a delivery can take, with room for a slow database. */
const leaseMs = longestDeliveryMs * 4

/** One round. @returns how many were handed over @throws when the database cannot be asked */
export async function sendGuideMails(mailer: GuideMailer, signal: AbortSignal): Promise<number> {
  const { db } = mailer
  await forgetOldGuideMails(db)
  const installation = await db.selectFrom('installation').select('mail_held_since').executeTakeFirst()
  if (installation?.mail_held_since) return 0
  let [tried, sent] = [0, 0]
  while (tried < perRound && !signal.aborted) {
    const taken = await takeDue(db)
    if (taken.length === 0) break
    const tries = await Promise.all(taken.map((one) => sendOne(mailer, one, signal)))
    tried += tries.length
    sent += tries.filter(({ ok }) => ok).length
    if (tries.some((one) => !one.ok && one.why === 'serverAway')) break
  }
  return sent
}

interface Taken {
  readonly id: string
  readonly sealed: Buffer
  readonly of: Buffer
  /** Which try this is, from 1. */
  readonly tries: number
  readonly now: Date
}

async function takeDue(db: Database): Promise<readonly Taken[]> {
  // Materialized: joined in, the rows could be looked for once for each of them, and more be taken.
  const { rows } = await sql<Taken>`
    with due as materialized (
      select guide_mail_id from guide_mails where sealed is not null and next_try_at <= now()
      order by next_try_at limit ${atATime} for update skip locked
    )
    update guide_mails g set tries = g.tries + 1, next_try_at = now() + make_interval(secs => ${leaseMs / 1000})
    from due where g.guide_mail_id = due.guide_mail_id
    returning g.guide_mail_id as id, g.sealed, g.asked_of as of, g.tries, now() as now`.execute(db)
  return rows
}

async function sendOne(mailer: GuideMailer, taken: Taken, signal: AbortSignal): Promise<Delivered> {
  const { db } = mailer
  const delivered = await deliverOne(mailer, taken, signal)
  if (!delivered.ok && delivered.why !== 'bounced')
    await sql`update guide_mails set next_try_at = now() + make_interval(secs => ${waitAfter(taken.tries) / 1000})
      where guide_mail_id = ${taken.id} and tries = ${taken.tries}`.execute(db)
  else await sql`update guide_mails set sealed = null where guide_mail_id = ${taken.id}`.execute(db)
  const isDead =
    !delivered.ok &&
    delivered.why === 'bounced' &&
    bounceKind(statusIn(delivered.because), delivered.because, false) === 'hard'
  if (isDead) await stopGuides(db, taken.of, 'bounced')
  return delivered
}

const unreadable: Delivered = { ok: false, why: 'bounced', because: 'This is no guide that can be sent.' }

async function deliverOne(mailer: GuideMailer, taken: Taken, signal: AbortSignal): Promise<Delivered> {
  const { secret, from, links, deliver } = mailer
  const { id, now } = taken
  const wish = openGuideWish(secret, id, taken.sealed)
  const booklet = booklets.find(({ name }) => name === wish?.guide)
  // Parsed where it came in; looked at once more, since what stands here goes into an envelope.
  if (!wish || !booklet || !isPlainAddress(wish.address)) return unreadable
  const { address: to } = wish
  const order = { guideMailId: id, booklet, from, to, now: now.getTime() }
  const message = await composeGuideMail({ ...order, links: links(booklet, noGuidesToken(secret, to)) })
  return deliver({ mailId: id, from, to, message }, signal)
}

/** Sends again and again until it is stopped. @param report one line for the log, without anybody's name or address */
export const startGuideMails = (mailer: GuideMailer, report: (line: string) => void, everyMs = 3_000): RunningSweep =>
  sweepAgainAndAgain(
    (signal) => sendGuideMails(mailer, signal),
    (why) => report(`Guides by mail wait: this round could not finish (${why}).`),
    everyMs,
  )
