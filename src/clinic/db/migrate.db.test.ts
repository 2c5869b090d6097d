/** Migrations: forward only, once, whole, and safe when several servers start at once. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterEach, describe, expect, inject, onTestFinished, test } from 'vitest'
import { migrate } from './migrate.ts'
import { type Migration, migrations } from './migrations.ts'

const { host, port, secret: hex } = inject('postgres')
const secret = Buffer.from(hex, 'hex')
const made: string[] = []

const as = async (database: string) => {
  const client = new pg.Client({ host, port, user: 'postgres', database })
  // A test below ends connections from outside.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomBytes(6).toString('hex')}`
  const server = await as('postgres')
  await server.query(`create database ${name}`)
  await server.end()
  made.push(name)
  return name
}

async function node(database: string): Promise<pg.Client> {
  const client = await as(database)
  onTestFinished(() => client.end().catch(() => undefined))
  return client
}

afterEach(async () => {
  const server = await as('postgres')
  for (const name of made.splice(0)) await server.query(`drop database ${name} with (force)`)
  await server.end()
})

/** Today's steps, and the number of the next. */
const names = migrations.map(({ name }) => name)
const newest = migrations.at(-1)?.number ?? 0
const number = newest + 1
const slow: Migration = { number, name: 'slow', sql: 'create table clinic.slow (n int); select pg_sleep(0.4)' }
const broken: Migration = { number, name: 'broken', sql: 'create table clinic.half (n int); select 1 / 0' }

describe('a schema', () => {
  test('is made on an empty database, and left alone by the next start', async () => {
    const admin = await node(await emptyDatabase())
    expect(await migrate(admin, secret)).toMatchObject({ ok: true, ran: names, version: newest })
    expect(await migrate(admin, secret)).toMatchObject({ ok: true, ran: [], version: newest })
  })

  test('is migrated by one of three servers that start together; all three come up', async () => {
    const name = await emptyDatabase()
    const nodes = await Promise.all([node(name), node(name), node(name)])
    const outcomes = await Promise.all(nodes.map((client) => migrate(client, secret, [...migrations, slow])))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(outcomes.flatMap((outcome) => (outcome.ok ? outcome.ran : [])).sort()).toEqual([...names, 'slow'])
    const { rows } = await nodes[0].query(`select from pg_index where not indisvalid`)
    expect(rows).toEqual([])
  })

  test('a step that fails is as if never begun, and the next start does it', async () => {
    const admin = await node(await emptyDatabase())
    await expect(migrate(admin, secret, [...migrations, broken])).rejects.toThrow('division by zero')
    expect((await admin.query(`select to_regclass('clinic.half') as half`)).rows).toEqual([{ half: null }])
    expect(await migrate(admin, secret, [...migrations, slow])).toMatchObject({ ok: true, ran: ['slow'] })
  })

  test('a server that is ended in the middle of a step leaves the old schema and no lock', async () => {
    const name = await emptyDatabase()
    const first = await node(name)
    await migrate(first, secret)
    const { rows } = await first.query<{ pid: number }>('select pg_backend_pid() as pid')
    const ended = expect(migrate(first, secret, [...migrations, slow])).rejects.toThrow()
    const killer = await node('postgres')
    await expect
      .poll(async () => {
        const { rows: at } = await killer.query(
          `select from pg_stat_activity where pid = $1 and query like '%pg_sleep%'`,
          [rows[0]?.pid],
        )
        return at.length
      })
      .toBe(1)
    await killer.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await ended
    const second = await node(name)
    expect(await migrate(second, secret, [...migrations, slow])).toMatchObject({ ok: true, ran: ['slow'] })
  })

  test('that is newer than the program is refused in words, and nothing is touched', async () => {
    const admin = await node(await emptyDatabase())
    await migrate(admin, secret, [...migrations, slow])
    const outcome = await migrate(admin, secret)
    expect(outcome).toMatchObject({ ok: false, why: 'newer' })
    expect(outcome).toHaveProperty('because', expect.stringContaining('Nothing was changed'))
    expect((await admin.query('select number from migrations.run order by number')).rows).toEqual(
      [...migrations, slow].map((step) => ({ number: step.number })),
    )
  })

  test('made by another version of a step is refused', async () => {
    const admin = await node(await emptyDatabase())
    await migrate(admin, secret, [...migrations, slow])
    const outcome = await migrate(admin, secret, [...migrations, { ...slow, sql: 'select 1' }])
    expect(outcome).toMatchObject({ ok: false, why: 'changed' })
  })
})
