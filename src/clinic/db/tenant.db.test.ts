/** A clinic’s rows are seen and written inside that clinic’s transaction, and nowhere else. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { asPublic, connect, inClinic } from './connection.ts'
import { rolePassword } from './roles.ts'
import { testDatabase } from './test-database.ts'

const db = testDatabase({
  withoutNeighbours: 'reads whole tables as the server, to see which clinic’s rows it is given',
})
const one = '00000000-0000-7000-8000-000000000001'
const other = '00000000-0000-7000-8000-000000000002'

beforeAll(async () => {
  for (const clinic_id of [one, other])
    await inClinic(db.app, clinic_id, async (trx) => {
      await trx
        .insertInto('clinics')
        .values({ clinic_id, name: `Clinic ${clinic_id.at(-1)}`, email: 'a@b.c', phone: '1' })
        .execute()
      await trx
        .insertInto('persons')
        .values({ clinic_id, name: `Person of ${clinic_id.at(-1)}` })
        .execute()
    })
})

const names = (clinicId: string) =>
  inClinic(db.app, clinicId, async (trx) => {
    const rows = await trx.selectFrom('persons').select('name').execute()
    return rows.map(({ name }) => name)
  })

describe('a clinic', () => {
  test('sees its own persons and no others', async () => {
    expect(await names(one)).toEqual(['Person of 1'])
    expect(await names(other)).toEqual(['Person of 2'])
  })

  test('cannot write a row of another: the database refuses it', async () => {
    const write = inClinic(db.app, one, (trx) =>
      trx.insertInto('persons').values({ clinic_id: other, name: 'X' }).execute(),
    )
    await expect(write).rejects.toThrow('row-level security')
  })

  test('changes and deletes nothing of another, though it names the id', async () => {
    const changed = await inClinic(db.app, one, (trx) =>
      trx.updateTable('persons').set({ name: 'Taken' }).where('clinic_id', '=', other).executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
    expect(await names(other)).toEqual(['Person of 2'])
  })

  test('no setting means no rows, and no writing', async () => {
    expect(await db.app.selectFrom('persons').selectAll().execute()).toEqual([])
    await expect(db.app.insertInto('persons').values({ clinic_id: one, name: 'X' }).execute()).rejects.toThrow(
      'row-level',
    )
  })

  test('a pool of one connection carries no clinic over: interleaved clinics, errors and timeouts', async () => {
    const pool = connect(db.address, 'unclench_app', rolePassword(db.secret, 'unclench_app'), 1)
    try {
      const turns = Array.from({ length: 60 }, async (_, turn) => {
        const clinicId = turn % 2 ? one : other
        if (turn % 5 === 0)
          return inClinic(pool, clinicId, (trx) => sql`select 1 / 0`.execute(trx)).catch(() => 'failed')
        if (turn % 7 === 0)
          return inClinic(pool, clinicId, async (trx) => {
            await sql`set local statement_timeout = '5ms'`.execute(trx)
            return sql`select pg_sleep(1)`.execute(trx)
          }).catch(() => 'ended')
        if (turn % 3 === 0) return expect(await pool.selectFrom('persons').select('name').execute()).toEqual([])
        const rows = await inClinic(pool, clinicId, (trx) => trx.selectFrom('persons').select('name').execute())
        return expect(rows).toEqual([{ name: clinicId === one ? 'Person of 1' : 'Person of 2' }])
      })
      await Promise.all(turns)
    } finally {
      await pool.destroy()
    }
  })

  test('what is not a clinic’s id is refused before anything is read', async () => {
    await expect(
      inClinic(db.app, `x' or true --`, (trx) => trx.selectFrom('persons').selectAll().execute()),
    ).rejects.toThrow('invalid input syntax')
  })
})

describe('whoever reads as anybody may', () => {
  test('sees the views of the directory, and no table of a clinic, whichever clinic the connection was in before', async () => {
    const pool = connect(db.address, 'unclench_app', rolePassword(db.secret, 'unclench_app'), 1)
    try {
      expect((await inClinic(pool, one, (trx) => trx.selectFrom('persons').select('name').execute())).length).toBe(1)
      const seen = await asPublic(pool, (trx) =>
        sql<{ clinics: string }>`
        select count(*) as clinics from directory.clinics`.execute(trx),
      )
      expect(seen.rows).toHaveLength(1)
      for (const table of ['persons', 'appointments', 'claims', 'clinics', 'busy'])
        await expect(
          asPublic(pool, (trx) => sql`select * from ${sql.table(`clinic.${table}`)}`.execute(trx)),
        ).rejects.toThrow('permission denied')
      // And the connection is the server's again, in no clinic.
      expect(await pool.selectFrom('persons').selectAll().execute()).toEqual([])
    } finally {
      await pool.destroy()
    }
  })

  test('writes nothing, and becomes nobody else', async () => {
    await expect(asPublic(db.app, (trx) => sql`create temporary table t (n integer)`.execute(trx))).rejects.toThrow()
    for (const role of ['unclench_views', 'unclench_owner', 'unclench_auth'])
      await expect(sql`set role ${sql.ref(role)}`.execute(db.app)).rejects.toThrow('permission denied')
  })
})
