/**
 * Row security of every tenant table, made from the catalogue, so that a table added later is asked too: what the server may do
 * as each role of one clinic's staff with the rows of another. Then the alarm is tried: with row security off on one table,
 * each in turn, the same questions must find that table.
 */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { bookedVisit } from '../booking/test-staff.ts'
import { makeTestClinic } from '../booking/test-clinic.ts'
import type { Role } from '../people/members.ts'
import { type ClinicTransaction, inClinic } from './connection.ts'
import { testDatabase } from './test-database.ts'

const db = testDatabase({ withoutNeighbours: 'takes row security away, table by table' })
const clinics: string[] = []
const roles: readonly Role[] = ['owner', 'manager', 'therapist', 'reception']
beforeAll(async () => {
  for (const name of ['Ours', 'Theirs']) {
    const clinic = await makeTestClinic(db)
    await bookedVisit(db, clinic, '10:00', { personName: name, note: 'x', sharedCheck: 'x' })
    for (const role of roles)
      await db.admin.query(
        `insert into clinic.members (clinic_id, name, email, role) values ($1, $2, $2 || '@x.example', $2)`,
        [clinic.clinicId, role],
      )
    clinics.push(clinic.clinicId)
  }
})

/** Every table of the clinic's schema whose rows belong to one clinic, and what the server's role may do with it. */
async function tenantTables() {
  const { rows } = await db.admin.query<{ name: string; acts: string[]; rows: number }>(
    `select c.relname as name, array(select a from unnest(array['select', 'insert', 'update', 'delete']) a
        where has_table_privilege('unclench_app', c.oid, a)) as acts
      from pg_class c join pg_policy p on p.polrelid = c.oid and p.polname = 'own_clinic'
      where c.relnamespace = 'clinic'::regnamespace and c.relkind = 'r' order by 1`,
  )
  return rows
}

/** What a member of `mine` can reach of `theirs` in this table, in words; nothing where the walls hold. Changes nothing. */
async function reached(
  mine: string,
  theirs: string,
  table: string,
  acts: readonly string[],
): Promise<readonly string[]> {
  const name = sql.table(`clinic.${table}`)
  const others = sql`where clinic_id = ${theirs}`
  const found: string[] = []
  const tried = async (what: string, ask: (trx: ClinicTransaction) => Promise<boolean>) => {
    const isHeld = await inClinic(db.app, mine, async (trx) => {
      const held = await ask(trx)
      throw new Undone(held)
    }).catch((error: unknown) => {
      if (error instanceof Undone) return error.held
      // The wall answers in these words; any other complaint means that the row had passed it.
      return error instanceof Error && error.message.includes('row-level security')
    })
    if (!isHeld) found.push(`${what} ${table}`)
  }
  if (acts.includes('select')) {
    await tried('see', async (trx) => (await sql`select from ${name} ${others} limit 1`.execute(trx)).rows.length === 0)
    // A table without rows yet has its wall too: it stands in the plan of every question.
    await tried('plan', async (trx) => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select * from ${name}`.execute(trx)
      return rows.some((row) => row['QUERY PLAN'].includes('app.clinic'))
    })
  }
  if (acts.includes('update'))
    await tried(
      'change',
      async (trx) =>
        (await sql`update ${name} set clinic_id = clinic_id ${others}`.execute(trx)).numAffectedRows === 0n,
    )
  if (acts.includes('delete'))
    await tried('delete', async (trx) => (await sql`delete from ${name} ${others}`.execute(trx)).numAffectedRows === 0n)
  if (acts.includes('insert'))
    await tried('add to', async (trx) => {
      await sql`insert into ${name} (clinic_id) values (${theirs})`.execute(trx)
      return false
    })
  return found
}

/** Takes a transaction back, with what was seen in it. */
class Undone extends Error {
  readonly held: boolean
  constructor(held: boolean) {
    super()
    this.held = held
  }
}

/** All tables, both ways round. */
async function allReached(only?: string) {
  const [one = '', two = ''] = clinics
  const found: string[] = []
  for (const { name, acts } of await tenantTables())
    if (only === undefined || name === only)
      for (const [mine, theirs] of [
        [one, two],
        [two, one],
      ] as const)
        found.push(...(await reached(mine, theirs, name, acts)))
  return [...new Set(found)]
}

test('there are many such tables, and each table of the schema with a clinic in it is one', async () => {
  const tables = await tenantTables()
  expect(tables.length).toBeGreaterThan(35)
  const { rows } = await db.admin.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'
     where c.relnamespace = 'clinic'::regnamespace and c.relkind = 'r' and not a.attisdropped order by 1`,
  )
  const walled = new Set(tables.map(({ name }) => name))
  // Who signs in at which clinic, and which address leads to which clinic, is asked before a clinic is known.
  expect(rows.map(({ name }) => name).filter((name) => !walled.has(name))).toEqual(['account_clinics', 'slugs'])
})

describe('the staff of either clinic', () => {
  // The database knows one role for all of them: what a member may do beyond seeing their own clinic is asked by `mayDo`.
  test('of every role sees, changes, deletes and adds nothing of the other, in any table', async () => {
    expect(await allReached()).toEqual([])
  })
})

test('nor through a view of the clinic’s schema, which sees with the eyes of its reader', async () => {
  const { rows } = await db.admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'clinic'::regnamespace and relkind = 'v' order by 1`,
  )
  const [one = '', two = ''] = clinics
  const found: string[] = []
  for (const { name } of rows) found.push(...(await reached(one, two, name, ['select'])))
  expect([rows.length > 3, found]).toEqual([true, []])
})

test('with row security off on a table, each in turn, that table is found', async () => {
  const unfound: string[] = []
  for (const { name } of await tenantTables()) {
    await db.admin.query(`alter table clinic.${name} disable row level security`)
    const found = await allReached(name)
    await db.admin.query(`alter table clinic.${name} enable row level security`)
    if (found.length === 0) unfound.push(name)
  }
  expect(unfound).toEqual([])
  expect(await allReached()).toEqual([])
})
