/** A connection that breaks is an answer to whoever uses it, and never the end of the whole server. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inClinic } from './connection.ts'
import { testDatabase } from './test-database.ts'

const db = testDatabase({ withoutNeighbours: 'ends a connection of another role' })
const clinicId = '00000000-0000-7000-8000-000000000000'

test('a connection that breaks in the middle of a transaction fails that transaction and nothing else', async () => {
  const uncaught: unknown[] = []
  const hear = (error: unknown) => uncaught.push(error)
  process.on('uncaughtException', hear)
  const broken = inClinic(db.app, clinicId, async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    await db.admin.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid])
    // The news comes while nothing is being asked.
    await new Promise((resolve) => setTimeout(resolve, 50))
    return sql`select 1`.execute(trx)
  })
  await expect(broken).rejects.toThrow()
  process.off('uncaughtException', hear)
  expect(uncaught).toEqual([])
  expect((await sql<{ one: number }>`select 1 as one`.execute(db.app)).rows).toEqual([{ one: 1 }])
})
