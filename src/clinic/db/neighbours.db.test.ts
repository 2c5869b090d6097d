/** Other people's rows stand in every table of a test, in every state, and a test notices what happens to one of them. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeTestClinic } from '../booking/test-clinic.ts'
import { inClinic } from './connection.ts'
import { movedNeighbours, testDatabase } from './test-database.ts'

const db = testDatabase()
let clinicId = ''
beforeAll(async () => {
  clinicId = (await makeTestClinic(db)).clinicId
})

/** As the server does it. */
const doInClinic = (statement: string) => inClinic(db.app, clinicId, (trx) => sql.raw(statement).execute(trx))
/** Names of the tables whose rows moved. */
const moved = async () => (await movedNeighbours(db)).map((line) => line.replace(/:.*/s, ''))

describe('a clinic of a test', () => {
  /** Its single row is the clinic's own, so there is none beside it. */
  const oneForEachClinic = new Set(['clinics', 'talk_settings'])

  test('has neighbours in each of its tables', async () => {
    const { rows } = await db.admin.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'
       where c.relnamespace = 'clinic'::regnamespace and c.relkind = 'r' and not exists (
         select from neighbours.rows n where n.of_table = c.oid and n.was->>'clinic_id' = $1) order by 1`,
      [clinicId],
    )
    expect(rows.filter(({ name }) => !oneForEachClinic.has(name))).toEqual([])
  })

  test('has one in each state that a row can be in', async () => {
    const { rows } = await db.admin.query<{ of: string; allowed: string }>(
      `select conrelid::regclass::text as of, pg_get_constraintdef(oid) as allowed from pg_constraint
       where contype = 'c' and conname like '%\\_state\\_check' and connamespace = 'clinic'::regnamespace order by 1`,
    )
    expect(rows.length).toBeGreaterThan(6)
    for (const { of, allowed } of rows) {
      const states = [...allowed.matchAll(/'([a-z-]+)'::text/g)]
        .map(([, state]) => state)
        .filter((state) => state !== 'running')
      const found = await db.admin.query<{ state: string }>(
        `select distinct was->>'state' as state from neighbours.rows where of_table = $1::regclass and was->>'clinic_id' = $2`,
        [of, clinicId],
      )
      expect(found.rows.map(({ state }) => state).toSorted(), of).toEqual(states.toSorted())
    }
  })
})

test('the accounts of other people stand in each table of the accounts', async () => {
  const { rows } = await db.admin.query(
    `select relname from pg_class c where relnamespace = 'auth'::regnamespace and relkind = 'r'
     and not exists (select from neighbours.rows where of_table = c.oid)`,
  )
  expect(rows).toEqual([])
})

describe('what the server does to a neighbour is noticed:', () => {
  test.each([
    ['all rows of a table changed', `update mails set why = 'x'`, 'clinic.mails'],
    [
      'a row written again as it was',
      `update persons set name = name where name = 'Marigold Thwaite'`,
      'clinic.persons',
    ],
    ['a row deleted', `delete from shared_checks where sealed = '\\x636865636b'`, 'clinic.shared_checks'],
  ])('%s', async (_, statement, table) => {
    await doInClinic(statement)
    expect(new Set(await moved())).toEqual(new Set([table]))
    expect(await moved()).toEqual([])
  })

  test('an account changed', async () => {
    await sql`update auth.users set name = 'x'`.execute(db.auth)
    expect(new Set(await moved())).toEqual(new Set(['auth.users']))
  })

  test('and what it does to a row of the test itself is not its business', async () => {
    await doInClinic(`insert into persons (clinic_id, name) values ('${clinicId}', 'Robin')`)
    await doInClinic(`update persons set name = 'Robin Ashdown' where name = 'Robin'`)
    expect(await moved()).toEqual([])
  })
})

test('a test neither sees its neighbours nor sweeps them away', async () => {
  await db.admin.query('delete from clinic.letter_mails')
  await db.admin.query(`update clinic.services set name = 'Mine'`)
  expect((await db.admin.query('select name from clinic.services')).rows).toEqual([{ name: 'Mine' }])
  expect((await db.admin.query('select from auth.sessions')).rows).toEqual([])
  expect(await moved()).toEqual([])
})
