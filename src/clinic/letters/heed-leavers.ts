/** Holds the readers of a clinic against the book of who left: it knows more than a database that was put back from a backup. */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'
import type { LeftBook } from './left-book.ts'
import { writeConsent } from './letter-consents.ts'
import { topicsOf } from './topics.ts'

const shown = 'They had left before the backup was put back: the file beside the database knew it.'

/**
 * Whoever left after the yes that the database knows has left. Somebody who came back between the backup and its putting back
 * is held for gone as well: of that yes there is no proof any more. Safe to repeat.
 * @returns how many it was
 */
export async function heedLeavers(
  db: Database,
  clinicId: string,
  { lines, leftAt }: Awaited<ReturnType<LeftBook['read']>>,
): Promise<number> {
  if (lines === 0) return 0
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ subscriber_id: string; address: string; topics: string[]; confirmed_at: Date }>`
      select subscriber_id, address, topics, confirmed_at from letter_subscribers
      where clinic_id = ${clinicId} and confirmed_at is not null and left_at is null
      order by subscriber_id for update`.execute(trx)
    let gone = 0
    for (const { subscriber_id: subscriberId, address, topics, confirmed_at } of rows) {
      const at = leftAt({ clinicId, address })
      if (at === undefined || at < confirmed_at.getTime()) continue
      await sql`update letter_subscribers set left_at = ${new Date(at).toISOString()}
        where clinic_id = ${clinicId} and subscriber_id = ${subscriberId}`.execute(trx)
      await writeConsent(trx, { clinicId, subscriberId, what: 'left', topics: topicsOf(topics), shown })
      gone += 1
    }
    return gone
  })
}
