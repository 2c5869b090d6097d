/**
 * How often something may be tried, counted in the database, so that several servers count together. A count ends by itself:
 * nobody is shut out for longer than its window, and what shuts out a guesser elsewhere leaves the real person's own place open.
 */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { AccountDatabase } from '../../clinic/db/connection.ts'

/** Something that is counted: what it is, who tries it, and how often it may be tried within a window. */
export interface Limit {
  readonly what: string
  readonly who: readonly string[]
  readonly most: number
  readonly seconds: number
}

/** Counts one try against each limit. @returns whether it is within all of them */
export async function mayTry(db: AccountDatabase, secret: Uint8Array, limits: readonly Limit[]): Promise<boolean> {
  let isWithin = true
  for (const limit of limits) {
    const { rows } = await sql<{ tries: number }>`
      insert into attempts (bucket, tries, ends_at) values (${bucketOf(secret, limit)}, 1, now() + ${limit.seconds} * interval '1 second')
      on conflict (bucket) do update set
        tries = case when attempts.ends_at < now() then 1 else attempts.tries + 1 end,
        ends_at = case when attempts.ends_at < now() then excluded.ends_at else attempts.ends_at end
      returning tries`.execute(db)
    isWithin &&= (rows[0]?.tries ?? 1) <= limit.most
  }
  // A handful of old counts goes with each try, so that the table stays as small as what is tried of late.
  await sql`delete from attempts where bucket in (select bucket from attempts where ends_at < now() limit 20)`.execute(
    db,
  )
  return isWithin
}

/** Forgets what was counted: it was the real person after all. */
export async function forgetTries(db: AccountDatabase, secret: Uint8Array, limits: readonly Limit[]): Promise<void> {
  const buckets = limits.map((limit) => bucketOf(secret, limit))
  await db.deleteFrom('attempts').where('bucket', 'in', buckets).execute()
}

const bucketOf = (secret: Uint8Array, { what, who }: Limit) =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['attempts', what, ...who]))
    .digest('base64url')
