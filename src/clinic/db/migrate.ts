/**
 * Brings the schema of a database up to date: plain SQL files, forward only, each in its own transaction together with the
 * row that says it was run. Several servers may start at once: one migrates, the others wait their turn.
 * Never: drops or changes data that is newer than this program, or leaves half of a migration behind.
 */
import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { type Migration, migrations } from './migrations.ts'
import { prepareRoles } from './roles.ts'

/** How it went. `newer`: the database was used by a newer program; nothing was touched. */
export type Migrated =
  | { readonly ok: true; readonly ran: readonly string[]; readonly version: number }
  | { readonly ok: false; readonly why: 'newer' | 'changed' | 'busy'; readonly because: string }

/** Any number that no other program of the database uses: "unclench" in short. */
const lockKey = 8_623_524
const lockWaitMs = 60_000
const lockPollMs = 100

/**
 * Runs what has not been run.
 * @param admin connected as the owner of the database; see roles.ts
 * @param steps for tests; otherwise those of this program
 * @throws what PostgreSQL throws when a migration fails; that migration is then as if never begun
 */
export async function migrate(
  admin: Client,
  secret: Uint8Array,
  steps: readonly Migration[] = migrations,
): Promise<Migrated> {
  if (!(await takeLock(admin)))
    return refused('busy', 'Another server has been changing this database for a minute. Try again when it is done.')
  try {
    await prepareRoles(admin, secret)
    await admin.query('create extension if not exists btree_gist with schema public')
    await admin.query(`create schema if not exists migrations authorization unclench_owner`)
    await admin.query(`create table if not exists migrations.run
      (number integer primary key, name text not null, hash text not null, at timestamptz not null default now())`)
    return await runMissing(admin, steps)
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [lockKey])
  }
}

/**
 * Tries again and again rather than waits: a server that waits for the lock inside a statement holds a snapshot open, and
 * an index that is built concurrently by the holder would wait for that for ever.
 */
async function takeLock(admin: Client): Promise<boolean> {
  const until = performance.now() + lockWaitMs
  for (;;) {
    const { rows } = await admin.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lockKey])
    if (rows[0]?.taken) return true
    if (performance.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, lockPollMs))
  }
}

async function runMissing(admin: Client, steps: readonly Migration[]): Promise<Migrated> {
  const { rows } = await admin.query<{ number: number; name: string; hash: string }>(
    'select number, name, hash from migrations.run order by number',
  )
  const newest = steps.at(-1)?.number ?? 0
  const unknown = rows.find(({ number }) => number > newest)
  if (unknown)
    return refused(
      'newer',
      `This database was used by a newer Unclench (its schema is ${unknown.number}, this one knows ${newest}). Nothing was changed. Start the newer one.`,
    )
  const altered = rows.find(({ number, hash }) => hashOf(steps.find((step) => step.number === number)) !== hash)
  if (altered)
    return refused(
      'changed',
      `Step ${altered.number} of this database (${altered.name}) was made by another version of that step. Nothing was changed.`,
    )
  const missing = steps.filter(({ number }) => !rows.some((row) => row.number === number))
  for (const step of missing) await runStep(admin, step)
  return { ok: true, ran: missing.map(({ name }) => name), version: newest }
}

async function runStep(admin: Client, step: Migration): Promise<void> {
  await admin.query('begin')
  try {
    await admin.query('set local role unclench_owner')
    await admin.query(step.sql)
    await admin.query('reset role')
    await admin.query('insert into migrations.run (number, name, hash) values ($1, $2, $3)', [
      step.number,
      step.name,
      hashOf(step),
    ])
    await admin.query('commit')
  } catch (error) {
    await admin.query('rollback')
    throw error
  }
}

/** SHA-256 of a migration's SQL, in hexadecimal; empty for one that is not there. */
const hashOf = (step: Migration | undefined) => (step ? createHash('sha256').update(step.sql).digest('hex') : '')

const refused = (why: 'newer' | 'changed' | 'busy', because: string) => ({ ok: false, why, because }) as const
