/** What a database throws that is away, or too busy to answer in time, and what it throws at a mistake of ours. */
import { sql } from 'kysely'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { isDatabaseAway } from './database-away.ts'

const db = testDatabase({ withoutNeighbours: 'asks for nothing but errors' })
const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing',
    (error: unknown) => error,
  )

test('a statement that the database ends since it takes too long', async () => {
  const slow = db.app.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = '20ms'`.execute(trx)
    await sql`select pg_sleep(5)`.execute(trx)
  })
  expect(isDatabaseAway(await thrownBy(slow))).toBe(true)
})

test('a transaction that the database ends since nothing came', async () => {
  const idle = db.app.transaction().execute(async (trx) => {
    await sql`set local idle_in_transaction_session_timeout = '20ms'`.execute(trx)
    await wait(400)
    await sql`select 1`.execute(trx)
  })
  expect(isDatabaseAway(await thrownBy(idle))).toBe(true)
})

test('a connection that is ended from outside', async () => {
  const ended = db.app.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    await db.admin.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await sql`select 1`.execute(trx)
  })
  expect(isDatabaseAway(await thrownBy(ended))).toBe(true)
})

test('one that what signs people in has put into its own words', () => {
  const cut = Object.assign(new Error('read'), { code: 'ECONNRESET' })
  const worded = new Error('Failed to get session', { cause: cut })
  expect(isDatabaseAway(worded)).toBe(true)
  expect(isDatabaseAway(new Error('Failed to get session', { cause: new Error('no such column') }))).toBe(false)
})

test.each([
  ['no such table', sql`select * from nowhere`],
  ['a number that is none', sql`select 'x'::int`],
  ['what a role may not', sql`select * from auth.accounts`],
])('a mistake of ours is not hidden: %s', async (_what, statement) => {
  const thrown = await thrownBy(statement.execute(db.directory))
  expect(thrown).toBeInstanceOf(Error)
  expect(isDatabaseAway(thrown)).toBe(false)
})
