/** For tests: somebody else who has rows at this very moment, and what a piece of work makes of that. */
import type { TestDatabase } from './test-database.ts'

/** How the work went. */
export interface Beside<T> {
  /** It stood and waited for the other one to be done. */
  readonly waited: boolean
  readonly answer: T
}

const lookAgainMs = 10

/**
 * Somebody else runs `theirs` and is not done yet. Then the work begins; as soon as it waits for them, or has ended without
 * waiting, they are done.
 * @param theirs what the other one does: a lock, or a change
 */
export async function beside<T>(
  db: Pick<TestDatabase, 'admin'>,
  theirs: { readonly text: string; readonly values?: readonly unknown[] },
  work: () => Promise<T>,
): Promise<Beside<T>> {
  const other = await db.admin.connect()
  try {
    await other.query('begin')
    const { rowCount } = await other.query(theirs.text, [...(theirs.values ?? [])])
    if (!rowCount) throw new Error('The other one has nothing, so nobody could meet them.')
    const { rows } = await other.query<{ pid: number }>('select pg_backend_pid() as pid')
    const state = { ended: false }
    const working = work().finally(() => {
      state.ended = true
    })
    working.catch(() => undefined)
    const waited = await waitsFor(db, rows[0]?.pid ?? 0, state)
    await other.query('commit')
    return { waited, answer: await working }
  } finally {
    await other.query('rollback')
    other.release()
  }
}

/** @returns whether somebody came to wait for that one before the work ended */
async function waitsFor(db: Pick<TestDatabase, 'admin'>, pid: number, work: { readonly ended: boolean }) {
  for (;;) {
    const { rowCount } = await db.admin.query('select from pg_stat_activity where $1 = any (pg_blocking_pids(pid))', [
      pid,
    ])
    if (rowCount) return true
    if (work.ended) return false
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs))
  }
}
