/** How many comments want a look of staff. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'

const isDanger = sql<boolean>`(c.danger_heard_at is not null and c.danger_seen_at is null and c.state <> 'erased')`
const conditions = { waiting: sql<boolean>`(c.state = 'waiting' or ${isDanger})` }

/** How many want a look; for the mark in the menu. */
export async function countComments(trx: ClinicTransaction, clinicId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from comments c where c.clinic_id = ${clinicId} and ${conditions.waiting}`.execute(
    trx,
  )
  return rows[0]?.count ?? 0
}
