/**
 * Leaving the letters of a clinic: by the page, by the mail program's own button (RFC 8058), or by "it was not me". One act,
 * never refused, that stops letters only; mail about visits goes on.
 * Never: stops an address where letters do not arrive (stop-after-bounce.ts).
 */
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { ClinicTransaction, Database } from '../db/connection.ts'
import type { LeftBook } from './left-book.ts'
import { type SubscriberKey, writeConsent } from './letter-consents.ts'
import { type Changed, changeSubscriber, type Subscriber } from './subscribe.ts'
import { leaveWords } from './topics.ts'

/** For how long the book beside the database is waited for. */
const longestNoteMs = 2_000

/** Drops what waits for somebody, and holds them for gone, here and in the book. @returns whether they were not gone before */
async function stopSending(
  trx: ClinicTransaction,
  { clinicId, subscriberId, address }: Subscriber,
  kinds: readonly ('letter' | 'was-it-you')[],
  note: LeftBook['note'],
): Promise<boolean> {
  await sql`update letter_mails set state = 'dropped', why = 'They left the letters before this was sent.'
    where clinic_id = ${clinicId} and subscriber_id = ${subscriberId} and kind = any (${[...kinds]}::text[])
      and state = 'queued'`.execute(trx)
  const { rows } = await sql<{ left_at: Date }>`update letter_subscribers set left_at = now()
    where clinic_id = ${clinicId} and subscriber_id = ${subscriberId} and confirmed_at is not null
      and (left_at is null or asked_at > left_at) returning left_at`.execute(trx)
  const [row] = rows
  if (!row) return false
  // A disk that hangs must not hold the row for ever.
  const noted = note({ clinicId, address }, row.left_at.getTime()).catch(() => undefined)
  await Promise.race([noted, setTimeout(longestNoteMs, undefined, { ref: false })])
  return true
}

/**
 * No more letters; mail about visits goes on. What waits for them is not sent. Safe to repeat, and never refused.
 * A question that was mailed before ends with it: its yes brings nothing back.
 * @param by a button of our page, or the mail program (RFC 8058)
 * @param note writes it into the book beside the database. Where that fails the reader has left all the same
 */
export const leaveLetters = (
  db: Database,
  key: SubscriberKey,
  by: 'page' | 'mail-program',
  note: LeftBook['note'],
): Promise<Changed> =>
  changeSubscriber(db, key, async (trx, found) => {
    if (!(await stopSending(trx, found, ['letter'], note))) return { ok: true }
    const [what, shown] =
      by === 'page'
        ? (['left', leaveWords(found.clinicName).join('\n')] as const)
        : (['left-by-mail-program', 'List-Unsubscribe=One-Click'] as const)
    await writeConsent(trx, { ...key, what, topics: found.topics, shown })
    return { ok: true }
  })

/**
 * It was not they: the letters of this clinic to that address stop as by leaving, whoever said yes there; what waits is not
 * sent, and nobody can have them asked again for a while. The question ends with it: its yes brings nothing back.
 * @param note as for leaving
 */
export const sayNotMe = (db: Database, key: SubscriberKey, note: LeftBook['note']): Promise<Changed> =>
  changeSubscriber(db, key, async (trx, found) => {
    const isLeaving = await stopSending(trx, found, ['letter', 'was-it-you'], note)
    if (found.isRefused && !isLeaving) return { ok: true }
    await sql`insert into mail_stops (clinic_id, purpose, address, why)
      values (${key.clinicId}, 'was-it-you', lower(${found.address}), 'not-me')
      on conflict (clinic_id, purpose, address) do update set stopped_at = now(), why = 'not-me'`.execute(trx)
    const topics = isLeaving ? found.topics : found.askedTopics
    await writeConsent(trx, { ...key, what: 'refused', topics, shown: 'It was not me' })
    return { ok: true }
  })
